#!/usr/bin/env python3
"""How well sentences are understood: `jarvis intents test` and hassil on the same test sentences, templates and homes, side by side.

First the sentences as they are, then copies spoilt with a fixed seed (corrupt.py). An outcome is `passed` (intent and slots right), `asked`
(a question back), `failed` (not understood) or `wrong` (understood as something else, which would be done). hassil never asks.
Then how long `jarvis intents bench` says that reading takes. The sentences are those of --data (../shared/data/intents by default).
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from support import ROOT, Report  # noqa: E402

RIGHT_AT_LEAST = {"typo": 95, "accents": 99, "dropped": 60, "speech": 90}      # percent
WRONG_AT_MOST = 0.5                                                             # percent
LIMITS = {"p50_microseconds": 100, "p99_microseconds": 1000, "max_microseconds": 5000}


def jarvis(binary, folder):
    """What `jarvis intents test` makes of the files in a folder: (language, intent/combination, sentence) → case, in the order of the files."""
    done = subprocess.run([binary, "intents", "test", str(folder), "--json"], capture_output=True, text=True,
                          env=os.environ | {"JARVIS_HOME": str(Path(folder) / "unused")})
    try:
        cases = json.loads(done.stdout)["cases"]
    except (ValueError, KeyError):
        raise SystemExit(f"jarvis intents test ended with {done.returncode}: {done.stderr[-800:] or done.stdout[-800:]}") from None
    return {(case["language"], "/".join(Path(case["file"]).with_suffix("").parts[-2:]), case["sentence"]): case for case in cases}


def play(binary, files, peer, kind):
    """[(file, case, outcome of ours, case of ours, outcome of the peer)]"""
    from testfiles import write
    with tempfile.TemporaryDirectory(prefix="jarvis-bench-intents-") as folder:
        for file in files:
            write(file, folder)
        found = jarvis(binary, folder) if binary else {}
    played = []
    for file in files:
        lists, area = (peer.lists(file.home), peer.area(file)) if peer else (None, None)
        for case in file.cases:
            ours = found.get((file.language, file.name, case.sentence))
            if binary and ours is None:
                raise SystemExit(f"jarvis intents test says nothing of “{case.sentence}” in {file.name}")
            played.append((file, case, ours["outcome"] if ours else None, ours, peer.outcome(case, lists, area) if peer else None))
    return played


def share(played, column, outcome):
    outcomes = [row[column] for row in played]
    return 100 * outcomes.count(outcome) / len(outcomes) if outcomes and outcomes[0] is not None else None


def line(language, kind, played):
    parts = []
    for name, column in (("ours", 2), ("hassil", 4)):
        count = Counter(row[column] for row in played)
        if None not in count:
            parts.append(f"{name}: " + ", ".join(f"{count[outcome]} {outcome}" for outcome in ("passed", "asked", "failed", "wrong")))
    return f"{language} {kind} ({len(played)} sentences)  " + "  |  ".join(parts)


def print_meant(played, peer):
    """How many that count as wrong are whole sentences of the templates in themselves: leaving out a word can make another order."""
    meant = 0
    for file, case, outcome, ours, _ in played:
        if outcome == "wrong":
            found = peer.recognize(case.sentence, peer.lists(file.home), peer.area(file))
            meant += found is not None and ours["got"] is not None and found[0] == ours["got"]["intent"]
    if meant:
        print(f"    {meant} of the wrong ones are sentences of the templates as they stand, for the intent that was understood")


def show(played, outcomes, limit):
    shown = 0
    for file, case, outcome, ours, _ in played:
        if outcome in outcomes and shown < limit:
            got = ours.get("got")
            print(f"    {outcome}: {case.sentence!r} ({file.name} {case.slots}) → {got and got['intent']} {got and got['slots']}")
            shown += 1


def measure_speed(binary, data, language, report):
    done = subprocess.run([binary, "intents", "bench", str(data / language), "--language", language], capture_output=True, text=True)
    try:
        figures = {snake(key): value for key, value in json.loads(done.stdout).items()}
    except ValueError:
        raise SystemExit(f"jarvis intents bench ended with {done.returncode}: {done.stderr[-800:]}") from None
    for name in ("sentences", "adversarial"):
        spread = {snake(key): value for key, value in figures[name].items()}
        for key, limit in LIMITS.items():
            report.add(f"{language}: {name}, {key.split('_')[0]}", spread[key], "µs", at_most=limit)
    # Compiling is of the grammar for a home: what a changed home waits for, in the background.
    report.add(f"{language}: grammar compiled", figures["compile_milliseconds"], "ms", at_most=200)
    report.add(f"{language}: home put into it", figures["house_milliseconds"], "ms", at_most=200)
    report.add(f"{language}: memory added", figures["added_megabytes"], "MB", at_most=50)


def snake(name):
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/intents/tests", help="a folder with a folder of test files per language")
    options.add_argument("--language", action="append", help="only this one; may be given several times")
    options.add_argument("--kind", action="append", choices=["plain", "typo", "accents", "dropped", "speech"], help="only this kind of copy")
    options.add_argument("--seed", type=int, default=20261121)
    options.add_argument("--side", choices=["both", "ours", "peer"], default="both")
    options.add_argument("--peer-area", choices=["marked", "always"], default="marked",
                         help="when hassil is told an area: for combinations that say “here”, like ours, or always, as from a satellite")
    options.add_argument("--show", type=int, default=10, metavar="N", help="wrong ones that are printed of each kind; with --all-outcomes the others, too")
    options.add_argument("--all-outcomes", action="store_true")
    options.add_argument("--no-speed", action="store_true")
    options.add_argument("--json", type=Path, help="a file for what came of every sentence")
    chosen = options.parse_args()
    if not chosen.data.is_dir():
        print(f"intents: the test sentences are not there ({chosen.data}); nothing is measured")
        return 0
    from corrupt import KINDS, corrupt
    from free import free_slots
    from peer import Peer
    from testfiles import read_language

    binary = None if chosen.side == "peer" else chosen.binary
    report, everything = Report("intents"), []
    for language in chosen.language or sorted(folder.name for folder in chosen.data.iterdir() if folder.is_dir()):
        files = read_language(chosen.data / language)
        peer = Peer(language, chosen.peer_area == "always") if chosen.side != "ours" else None
        free = free_slots(language)
        for kind in chosen.kind or ("plain", *KINDS):
            copies = files if kind == "plain" else [corrupt(file, kind, free, chosen.seed) for file in files]
            if kind == "accents" and all(a.sentence == b.sentence for one, two in zip(copies, files) for a, b in zip(one.cases, two.cases)):
                continue        # this language has none
            played = play(binary, copies, peer, kind)
            if not played:
                continue
            print(line(language, kind, played), flush=True)
            if binary:
                if peer and kind != "plain":
                    print_meant(played, peer)
                show(played, ("wrong", "asked", "failed") if chosen.all_outcomes or kind == "plain" else ("wrong",), chosen.show)
            everything += [{"language": language, "kind": kind, "file": file.name, "sentence": case.sentence, "expected": case.slots, "ours": ours,
                            "got": result and result.get("got"), "peer": theirs} for file, case, ours, result, theirs in played]
            if kind == "plain":
                report.add(f"{language}: as written, right", share(played, 2, "passed"), "%", peer=share(played, 4, "passed"),
                           at_least=share(played, 4, "passed") if binary else None)
                continue
            report.add(f"{language}: {kind}, right", share(played, 2, "passed"), "%", peer=share(played, 4, "passed"),
                       at_least=RIGHT_AT_LEAST[kind] if binary else None)
            report.add(f"{language}: {kind}, wrong", share(played, 2, "wrong"), "%", peer=share(played, 4, "wrong"), at_most=WRONG_AT_MOST if binary else None)
            if kind == "dropped":
                report.add(f"{language}: {kind}, neither right nor asked back", without(share(played, 2, "passed"), share(played, 2, "asked")), "%",
                           peer=without(share(played, 4, "passed"), share(played, 4, "asked")))
        if binary and not chosen.no_speed and not chosen.kind:
            measure_speed(binary, chosen.data, language, report)
    if chosen.json:
        chosen.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return report.finish()


def without(*shares):
    return None if None in shares else 100 - sum(shares)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":     # hassil goes through sets: without this its answer changes from run to run
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0"})
    sys.exit(main())
