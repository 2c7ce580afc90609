#!/usr/bin/env python3
"""How fast and how well Jarvis answers a voice: recorded commands, spoken in real time over /ws to the real program with its speech worker.

Parts: latency (from the last voiced sample to the first sample of the answer, and what was understood), sessions (sixteen at once, and gaps in their
audio), bargein (from the first voiced sample said into an answer to the event that stops it), overhead (processor time above the bare engines'). With --script, a server that knows the recordings takes the
recogniser's place: then everything but recognition is measured.
"""
import argparse
import json
import os
import shutil
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from overhead import overhead  # noqa: E402
from script import Script  # noqa: E402
from sounds import RATE, all_sounds  # noqa: E402
from support import ROOT, Jarvis, Report, family  # noqa: E402
from talk import Talk, answered, gaps, is_right  # noqa: E402

PARTS = ("latency", "sessions", "bargein", "overhead")
TICKS = os.sysconf("SC_CLK_TCK")
LIMIT = 10.0        # seconds to wait for an answer
LONG = {"fr": "qu'est-ce que tu sais faire", "en": "what can you do"}


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def milliseconds(values, share):
    value = percentile(values, share)
    return None if value is None else 1000 * value


def cpu(pid):
    """Seconds of processor time of the program and its worker, by name."""
    used = {}
    for member in family(pid):
        try:
            fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")
            name = fields[0].split("(", 1)[1]
            used[name] = used.get(name, 0) + sum(map(int, fields[2].split()[11:13])) / TICKS
        except OSError:
            continue
    return used


class Stage:
    def __init__(self, jarvis):
        self.jarvis, self.token = jarvis, jarvis.sign_in()

    def talk(self, language=None, opening="speech"):
        status, answer = self.jarvis.call("POST", "/auth/ws-ticket", token=self.token)
        if status != 200:
            raise SystemExit(f"POST /auth/ws-ticket answered {status}: {answer}")
        return Talk(self.jarvis.port, answer["ticket"], language, opening)


def exchange(talk, sound):
    """Says a command and waits for the end of the answer: what happened, and how long after the last voiced sample the answer was heard."""
    began = talk.say(sound)
    spoken = began + sound.voiced[1] / RATE
    result = answered(talk, sound, began, LIMIT)
    events = result["events"]
    heard = next((at for at, event in events if event["type"] == "audio"), None)
    ended = next((at - spoken for at, event in reversed(events) if event["type"] == "speech_ended"), None)
    return result | {"name": sound.name, "right": is_right(sound, result), "latency": heard and heard - spoken, "ended": ended}


def pause(seconds):
    time.sleep(min(seconds, 3))


def latency(stage, sounds, report, options):
    talks = {language: stage.talk(language) for language in ("fr", "en")}
    time.sleep(1)
    results = []
    for sound in sounds:
        result = exchange(talks[sound.command.language], sound)
        results.append((sound, result))
        if options.show:
            print(f"  {result['name']}: {result['latency'] and round(1000 * result['latency'])} ms, ended {result['ended'] and round(1000 * result['ended'])} ms, "
                  f"heard {result['text']!r}, {'right' if result['right'] else 'WRONG'}: {result['said'][:60]!r}", flush=True)
        pause(result["audio"] + 0.3)
    for talk in talks.values():
        talk.close()
    # Of commands that were taken as such: what was not understood goes to a model, or is asked about.
    times = [result["latency"] for _, result in results if result["right"] and result["latency"] is not None]
    report.add("last voiced sample to first of the answer, p50", milliseconds(times, 0.5), "ms", at_most=500)
    report.add("last voiced sample to first of the answer, p95", milliseconds(times, 0.95), "ms", at_most=800)
    for language in ("fr", "en"):
        right = [result["right"] for sound, result in results if sound.command.language == language]
        report.add(f"understood right ({language}, {len(right)} utterances)", 100 * sum(right) / len(right) if right else None, "%")
    return results


def sessions(stage, sounds, report, options):
    count, rounds = 16, options.rounds
    before, began = cpu(stage.jarvis.process.pid), time.perf_counter()
    results, lock = [], threading.Lock()

    def one(number):
        talk = stage.talk(("fr", "en")[number % 2])
        mine = [sound for sound in sounds if sound.command.language == ("fr", "en")[number % 2]]
        time.sleep(1 + number * 0.13)
        for turn in range(rounds):
            result = exchange(talk, mine[(number * 3 + turn) % len(mine)])
            time.sleep(min(result["audio"], 3) + 0.5)
            with lock:
                results.append(result)
        talk.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = time.perf_counter() - began
    used = {name: seconds - before.get(name, 0) for name, seconds in cpu(stage.jarvis.process.pid).items()}
    found = [gap for result in results for gap in gaps(result["events"])]
    answered = [result["latency"] for result in results if result["latency"] is not None]
    report.add(f"{count} sessions: answers of {count * rounds}", len(answered), "", at_least=count * rounds)
    report.add(f"{count} sessions: gaps in the audio", len(found), "", at_most=0)
    report.add(f"{count} sessions: last voiced to first answered, p50", milliseconds(answered, 0.5), "ms")
    report.add(f"{count} sessions: last voiced to first answered, p95", milliseconds(answered, 0.95), "ms")
    for name, seconds in sorted(used.items()):
        report.add(f"{count} sessions: processor time of {name}", 100 * seconds / elapsed, "% of a core")


def bargein(stage, sounds, report, options):
    times, missed = [], 0
    for language in ("fr", "en"):
        talk = stage.talk(language)
        time.sleep(1)
        mine = [sound for sound in sounds if sound.command.language == language]
        for number in range(options.interruptions // 2):
            asked = time.perf_counter()
            talk.tell({"type": "text", "text": LONG[language]})
            if not talk.wait(lambda event: event["type"] == "audio", asked, LIMIT):
                raise SystemExit(f"no spoken answer to {LONG[language]!r}: {[event for _, event in talk.since(asked)]}")
            time.sleep(0.8 + 0.13 * (number % 5))
            sound = mine[number % len(mine)]
            began = talk.say(sound)
            stopped = talk.wait(lambda event: event["type"] == "interrupted", asked, 5)
            if stopped:
                times.append(stopped[0] - began - sound.voiced[0] / RATE)
                if options.show:
                    print(f"  {sound.name}: interrupted after {1000 * times[-1]:.0f} ms", flush=True)
            else:
                missed += 1
            talk.wait(lambda event: event["type"] in ("done", "error"), began + 0.5, LIMIT)
            time.sleep(2.5)
            talk.tell({"type": "interrupt"})
            time.sleep(0.3)
        talk.close()
    report.add("barge-in: first voiced sample to stop, p50", milliseconds(times, 0.5), "ms")
    report.add("barge-in: first voiced sample to stop, p95", milliseconds(times, 0.95), "ms", at_most=150)
    report.add("barge-in: not noticed", missed, f"of {len(times) + missed}", at_most=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=".build/release/jarvis")
    parser.add_argument("--parts", default=",".join(PARTS), help="of " + ",".join(PARTS))
    parser.add_argument("--script", nargs="?", type=float, const=0.0, metavar="SECONDS", help="a recogniser that knows what is said, and takes so long")
    parser.add_argument("--voices", type=int, default=2, help="of espeak-ng, in each language")
    parser.add_argument("--rounds", type=int, default=4, help="commands of each of the sixteen sessions")
    parser.add_argument("--interruptions", type=int, default=20)
    parser.add_argument("--repetitions", type=int, default=15, help="of each request whose overhead is measured")
    parser.add_argument("--show", action="store_true", help="each exchange")
    parser.add_argument("--json", action="store_true", help="the rows are always in Benchmarks/results/voice.json")
    options = parser.parse_args()
    sounds = all_sounds(options.voices)
    if not sounds:
        raise SystemExit("nothing to say: install espeak-ng")
    settings = {"JARVIS_HOME_FILE": str(HERE / "home.yaml")}
    if options.script is not None:
        settings["JARVIS_STT_URL"] = Script(sounds, options.script).url
    jarvis, report = Jarvis(options.binary, settings=settings), Report("voice")
    # A French acoustic model, where one stands beside the checkout: pocketsphinx has an English one only.
    french = ROOT.parent / "shared/data/models/asr_pocketsphinx_fr_ci_derived"
    if french.exists():
        (jarvis.home / "models/speech").mkdir(parents=True)
        place = jarvis.home / "models/speech/pocketsphinx-fr"
        shutil.copytree(french, place, copy_function=shutil.copyfile)
        place.chmod(0o755)
        (place / "model.json").write_text(json.dumps({"name": place.name, "kind": "pocketsphinx", "languages": ["fr"], "licence": "BSD-2-Clause",
                                                      "source": str(french), "files": {}}))
    try:
        jarvis.start()
        jarvis.create_owner()
        stage = Stage(jarvis)
        for part in options.parts.split(","):
            {"latency": latency, "sessions": sessions, "bargein": bargein, "overhead": overhead}[part](stage, sounds, report, options)
        if options.show:
            print(jarvis.last_lines(10))
    finally:
        jarvis.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
