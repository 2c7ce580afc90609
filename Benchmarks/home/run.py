#!/usr/bin/env python3
"""How well the house obeys: natural commands, typed to Jarvis and to Home Assistant's own Assist, on the same real Home Assistant.

Each command of commands.fr.yaml and commands.en.yaml starts from a known state of the house; what really changed is watched over a connection
of its own and judged (judge.py). Then the time from a request to the confirmed state, and Jarvis's own share of it (latency.py).
"""
import argparse
import json
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import house  # noqa: E402
import latency  # noqa: E402
from cases import load  # noqa: E402
from hass import HomeAssistant  # noqa: E402
from judge import ASKED, EARLY, FALSE, LOST, MEANING, PART, RIGHT, WRONG  # noqa: E402
from sides import Assist, JarvisSide  # noqa: E402
from stage import Stage  # noqa: E402
from support import ROOT, Report  # noqa: E402

VARIANTS = ("typo", "accents", "two", "pronoun", "unknown", "negation", "except", "delay")
PLAIN_AT_LEAST, VARIANT_AT_LEAST = 95, 90       # percent right
READY = {"fr": "allume le plafonnier", "en": "turn on the ceiling light"}


def play(home, side, cases, options):
    """[(case, verdict, reply)]"""
    stage, played = Stage(home), []
    for number, case in enumerate(cases, 1):
        verdict, reply, seen = stage.play(case, side)
        played.append((case, verdict, reply, seen))
        if options.show == "all" or options.show == "failures" and verdict.outcome != RIGHT:
            print(f"  {side.name} [{case.kind}] {case.name}\n    → {short(reply.text)} ({1000 * (reply.at - reply.asked_at):.0f} ms): "
                  f"{verdict.outcome}{': ' + verdict.reason if verdict.reason else ''}", flush=True)
        elif number % 50 == 0 and sys.stderr.isatty():
            print(f"{side.name}: {number} of {len(cases)}", end="\r", file=sys.stderr)
    return played


def short(text):
    return repr(text if len(text) <= 160 else text[:159] + "…")


def table(language, ours, peer):
    """One line for each kind: how many were right, and what the others came to."""
    outcomes = (WRONG, EARLY, FALSE, PART, ASKED, LOST)
    kinds = list(dict.fromkeys(case.kind for case, *_ in ours or peer))
    rows = [("", "", "right", "", "", *(word for outcome in outcomes for word in (outcome, "")))]
    rows.append((f"kind ({language})", "n", "ours", "Assist", "ratio", *(word for _ in outcomes for word in ("ours", "Assist"))))
    groups = [(kind, {kind}) for kind in kinds] + [("all but the variants", set(kinds) - set(VARIANTS)), ("everything", set(kinds))]
    for name, members in groups:
        counts = [Counter(verdict.outcome for case, verdict, *_ in played if case.kind in members) if played else None for played in (ours, peer)]
        size = sum(next(filter(None, counts), Counter()).values())
        if not size:
            continue
        shares = [f"{100 * count[RIGHT] / size:.0f} %" if count is not None else "–" for count in counts]
        ratio = f"{counts[0][RIGHT] / counts[1][RIGHT]:.2f}" if all(counts) and counts[1][RIGHT] else "–"
        rows.append((name, str(size), *shares, ratio,
                     *(str(count[outcome]) if count is not None else "–" for outcome in outcomes for count in counts)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]).rstrip())
    print()


def requirements(report, language, ours, peer):
    if not ours:
        return

    def share(played, members):
        outcomes = [verdict.outcome for case, verdict, *_ in played or [] if members(case.kind)]
        return 100 * outcomes.count(RIGHT) / len(outcomes) if outcomes else None

    def count(played, *wanted):
        return sum(verdict.outcome in wanted for _, verdict, *_ in played) if played else None

    kinds = {case.kind for case, *_ in ours or peer}
    if kinds - set(VARIANTS):
        report.add(f"{language}: plain commands right", share(ours, lambda kind: kind not in VARIANTS), "%", at_least=PLAIN_AT_LEAST,
                   peer=share(peer, lambda kind: kind not in VARIANTS))
    for variant in VARIANTS:
        if variant in kinds:
            report.add(f"{language}: {variant} right", share(ours, lambda kind: kind == variant), "%", at_least=VARIANT_AT_LEAST,
                       peer=share(peer, lambda kind: kind == variant))
    report.add(f"{language}: wrong actions", count(ours, WRONG), "", at_most=0, peer=count(peer, WRONG))
    report.add(f"{language}: said done too early or falsely", count(ours, EARLY, FALSE), "", at_most=0, peer=count(peer, EARLY, FALSE))


def details(language, played):
    return [{"language": language, "kind": case.kind, "say": case.say, "outcome": verdict.outcome, "reason": verdict.reason, "reply": reply.text,
             "milliseconds": round(1000 * (reply.at - reply.asked_at), 1), "asked_first": seen.asked_first} for case, verdict, reply, seen in played or []]


def measure(language, options, report):
    """Plays one list on one house; returns what came of each case."""
    cases = load(HERE / f"{options.list}.{language}.yaml")
    if options.kind:
        cases = [case for case in cases if case.kind in options.kind]
    if options.match:
        cases = [case for case in cases if options.match in case.name]
    cases = cases[:options.limit]
    home = HomeAssistant(house.packages(language), port=options.port)
    side, ours, peer = None, None, None
    try:
        home.start().connect()
        house.set_up(home, language)
        if options.side in ("both", "peer"):
            peer = play(home, Assist(home, language), cases, options)
        if options.side in ("both", "ours"):
            side = JarvisSide(options.binary, home, language)
            wait_until_ready(home, side, language)
            ours = play(home, side, cases, options)
        if cases:
            table(language, ours, peer)
            requirements(report, language, ours, peer)
        if language == "fr" and options.latency:
            latency.measure(home, side, report, options.latency)
    except BaseException:
        if side:
            print(side.jarvis.last_lines(), file=sys.stderr)
        raise
    finally:
        if side:
            side.close()
        home.close()
    return {"ours": details(language, ours), "peer": details(language, peer)}


def wait_until_ready(home, side, language):
    light = "light.salon_plafonnier"
    home.call("light.turn_off", light)
    side.wait_until_ready(lambda: side.say(READY[language]) and home.wait_for_change(lambda: home.states()[light]["state"] == "on", 0.5))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--language", choices=["fr", "en", "both"], default="both")
    options.add_argument("--side", choices=["ours", "peer", "both"], default="both", help="who is spoken to")
    options.add_argument("--list", choices=["commands", "unseen"], default="commands",
                         help="unseen: a second list, written by someone who did not know how sentences are read")
    options.add_argument("--kind", action="append", help="only this kind of command; may be given several times")
    options.add_argument("--match", help="only commands with these words")
    options.add_argument("--limit", type=int, help="only the first so many")
    options.add_argument("--latency", type=int, default=400, help="commands for the latency; 0 leaves it out")
    options.add_argument("--show", choices=["nothing", "failures", "all"], default="failures")
    options.add_argument("--json", type=Path, help="a file for what came of every command")
    options.add_argument("--port", type=int, help="Home Assistant's port; any free one by default")
    chosen = options.parse_args()
    if not HomeAssistant.is_installed():
        print("home: Home Assistant is not installed (scripts/home-assistant install); nothing is measured")
        return 1 if os.environ.get("CI") == "true" else 0

    began, report, played = time.monotonic(), Report("home"), []
    for language in ("fr", "en") if chosen.language == "both" else (chosen.language,):
        played.append(measure(language, chosen, report))
    if chosen.json:
        chosen.json.write_text(json.dumps({
            "meaning": MEANING, "ours": [row for each in played for row in each["ours"]], "peer": [row for each in played for row in each["peer"]],
            "rows": report.rows}, ensure_ascii=False, indent=1) + "\n")
    print(f"{time.monotonic() - began:.0f} s")
    return report.finish()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that what was started is stopped, too
    sys.exit(main())
