"""Which slots of an intent take any text, told from the templates of home-assistant-intents."""
import json
import re

from peer import PACKAGE


def free_slots(language):
    """A function from an intent to the names of its slots that are wildcards."""
    templates = json.loads((PACKAGE / f"data/{language}.json").read_text(encoding="utf-8"))
    wild = {name for name, body in templates.get("lists", {}).items() if isinstance(body, dict) and body.get("wildcard")}
    rules = templates.get("expansion_rules", {})

    def lists_in(text, seen):
        for name, slot in re.findall(r"\{([^:}]+)(?::([^}]+))?\}", text):
            if name in wild:
                yield slot or name
        for rule in re.findall(r"<([^<>]+)>", text):
            if rule in rules and rule not in seen:
                yield from lists_in(rules[rule], seen | {rule})

    found = {}
    for intent, body in templates["intents"].items():
        found[intent] = {slot for data in body["data"] for sentence in data["sentences"] for slot in lists_in(sentence, frozenset())}
    return lambda intent: found.get(intent, set())
