#!/usr/bin/env python3
"""Sentences for every language of home-assistant-intents, drawn at random from its templates, with what hassil recognises in each.

Written as test files (LANGUAGE/INTENT/COMBINATION.yaml), for `jarvis intents test` and Benchmarks/intents/run.py --data. The same seed
gives the same files. Names of rooms and devices are neutral words, the same in all languages.
"""
import argparse
import multiprocessing
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from hassil.expression import Alternative, ListReference, Permutation, RuleReference, Sequence, TextChunk  # noqa: E402
from hassil.intents import RangeSlotList, TextSlotList, WildcardSlotList  # noqa: E402
from hassil.numbers import get_rbnf_engine  # noqa: E402
from hassil.recognize import recognize_best  # noqa: E402
from hassil.util import normalize_whitespace  # noqa: E402

from peer import PACKAGE, Peer  # noqa: E402
from testfiles import Case, TestFile, write  # noqa: E402

DOMAINS = ("light", "switch", "fan", "cover", "lock", "climate", "media_player", "vacuum", "lawn_mower", "valve", "scene", "script", "todo", "sensor",
           "binary_sensor", "person", "weather", "humidifier", "input_boolean", "button", "timer", "water_heater", "alarm_control_panel", "siren", "camera")
NAMES = ("Kilimo", "Santorini", "Mirabello", "Tarvasto", "Ozimandel", "Pelunaro", "Varnabel", "Corvadim", "Zelmontra", "Quandari", "Fenmorial", "Bastrogel",
         "Hulvanto", "Dravomir", "Jolmenar", "Wexfordia", "Yandropol", "Umbrazel", "Lortanvik", "Gelmadron", "Rovantesk", "Nimpharel", "Ekzandor", "Aldovrin",
         "Isquandel")
HOME = {
    "floors": [{"name": "Bravonia"}, {"name": "Deltamar"}],
    "areas": [{"name": "Astoria"}, {"name": "Belmondo"}, {"name": "Calypso"}],
    "entities": [{"name": name, "domain": domain} for name, domain in zip(NAMES, DOMAINS)],
}
WILD = ("Zanzibar", "Bolero Nova", "Tramontana")
WORDS_INSTEAD_OF_DIGITS = 0.25
DEEPEST = 40            # of rules within rules


class Sampler:
    def __init__(self, peer, rng):
        self.peer, self.rng, self.lists = peer, rng, peer.lists(HOME)

    def sentence(self, template, data):
        """One sentence of a template; `LookupError` when it wants a list that there is not."""
        lists = self.peer.intents.slot_lists | self.lists | data.slot_lists
        rules = self.peer.intents.expansion_rules | data.expansion_rules
        return normalize_whitespace(self.text(template.expression, lists, rules, data, 0)).strip()

    def text(self, expression, lists, rules, data, depth):
        if depth > DEEPEST:
            raise LookupError("rules within rules without an end")

        def within(part):
            return self.text(part, lists, rules, data, depth + 1)

        match expression:
            case TextChunk():
                return expression.original_text
            case Alternative():
                return within(self.rng.choice(expression.items)) if expression.items else ""
            case Permutation():
                return " ".join(within(part) for part in self.rng.sample(expression.items, len(expression.items)))
            case Sequence():
                return "".join(within(part) for part in expression.items)
            case RuleReference():
                return within(rules[expression.rule_name].expression)
            case ListReference():
                return (expression.prefix or "") + self.value(expression, lists, rules, data, depth) + (expression.suffix or "")
        raise LookupError(f"no such expression: {expression}")

    def value(self, reference, lists, rules, data, depth):
        if inline := reference.get_inline_range():
            start, stop, step = inline
            return str(self.rng.choice(range(start, stop + 1, step)))
        values = lists[reference.list_name]
        match values:
            case TextSlotList():
                fitting = [value for value in values.values if fits(value, data)] or values.values
                return self.text(self.rng.choice(fitting).text_in, lists, rules, data, depth + 1)
            case RangeSlotList():
                number = self.rng.choice(list(values.get_numbers()))
                if values.words and self.rng.random() < WORDS_INSTEAD_OF_DIGITS:
                    try:
                        words = get_rbnf_engine(values.words_language or self.peer.language).format_number(number).text_by_ruleset.values()
                        return self.rng.choice(sorted(set(words)))
                    except (ValueError, KeyError, LookupError):
                        pass        # a language whose numbers nobody has written down
                return str(number)
            case WildcardSlotList():
                return self.rng.choice(WILD)
        raise LookupError(f"no such list: {reference.list_name}")


def fits(value, data):
    """Whether a name's domain is one that the block wants."""
    wanted = data.requires_context.get("domain")
    if wanted is None or value.context is None or "domain" not in value.context:
        return True
    return value.context["domain"] in (wanted if isinstance(wanted, list) else [wanted])


def sample(job):
    """Writes the files of one language; (language, sentences, templates without one)."""
    language, folder, per_template, most, seed, limit = job
    rng, peer = random.Random(f"{seed} {language}"), Peer(language)
    sampler, deadline = Sampler(peer, rng), time.monotonic() + limit
    blocks = [(intent, data, template) for intent in peer.intents.intents.values() for data in intent.data for template in data.sentences]
    rng.shuffle(blocks)
    files, silent, count = {}, 0, 0
    for intent, data, template in blocks:
        if count >= most or time.monotonic() > deadline:
            break
        combination = (data.metadata or {}).get("slot_combination", "default")
        key = f"{intent.name}/{combination}"
        here = HOME["areas"][0]["name"] if key in peer.in_context else None
        found_any = False
        for _ in range(per_template):
            try:
                text = sampler.sentence(template, data)
            except LookupError:
                continue
            found = recognize_best(text, peer.intents, slot_lists=sampler.lists, intent_context={"area": here} if here else {}, language=language,
                                   best_slot_name="name") if text else None
            if found is None:
                continue
            # The area that comes with the place it was said in is no part of the sentence.
            slots = {name: entity.value for name, entity in found.entities.items() if not (name == "area" and here and not entity.text.strip())}
            file = files.setdefault(key, TestFile(language, intent.name, combination, HOME, []))
            if any(case.sentence == text for case in file.cases):
                continue
            file.cases.append(Case(text, found.intent.name, slots))
            count, found_any = count + 1, True
        silent += not found_any
    for file in files.values():
        write(file, folder)
    return language, count, silent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="where the files go")
    options.add_argument("--language", action="append", help="only this one; may be given several times")
    options.add_argument("--per-template", type=int, default=5)
    options.add_argument("--most", type=int, default=2000, help="sentences of one language")
    options.add_argument("--limit", type=float, default=120, help="seconds for one language")
    options.add_argument("--seed", type=int, default=20261121)
    chosen = options.parse_args()
    languages = chosen.language or sorted(path.stem for path in (PACKAGE / "data").glob("*.json"))
    jobs = [(language, chosen.folder, chosen.per_template, chosen.most, chosen.seed, chosen.limit) for language in languages]
    with multiprocessing.Pool() as pool:
        for language, count, silent in pool.imap(sample, jobs):
            print(f"{language}: {count} sentences{f', {silent} templates gave none' if silent else ''}", flush=True)
    return 0


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":     # hassil goes through sets: without this its answer changes from run to run
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0"})
    sys.exit(main())
