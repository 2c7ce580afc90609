#!/usr/bin/env python3
"""Kills the speech worker (kill -9) at random moments of conversations, and looks whether the next thing said is answered, and whether anything grows.

Conversations are held at once over /ws, with what espeak-ng says, faster than real time. A third of the kills falls into listening, a third into writing
down, a third into speaking. What is said next, in each conversation, must be answered rightly; jarvis's memory, its descriptors and each new worker's
memory must not grow; no process may be left behind. What counts as said are commands that were understood before the first kill.
"""
import argparse
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
VOICE = HERE.parent / "voice"
sys.path[:0] = [str(VOICE), str(HERE.parent)]
from sounds import COMMANDS, ENGLISH, RATE, spoken  # noqa: E402
from support import ROOT, Jarvis, Report, family  # noqa: E402
from talk import Talk, answered, is_right  # noqa: E402

MOMENTS = ("listening", "writing down", "speaking")
SPEED = 3.0             # times as fast as anybody speaks
LIMIT = 30.0            # seconds for an answer, and for a new worker
WARM = 0.25             # the share of the kills after which memory is looked at
PAGE = os.sysconf("SC_PAGE_SIZE") // 1024


def state(pid):
    """One letter (proc(5), /proc/pid/stat); `None` when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return None


def command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def memory(pid):
    """Resident, in kB."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def slope(values):
    """Of the line nearest to the values, for each step."""
    middle = (len(values) - 1) / 2
    mean = sum(values) / len(values) if values else 0
    spread = sum((at - middle) ** 2 for at in range(len(values)))
    return sum((at - middle) * (value - mean) for at, value in enumerate(values)) / spread if spread else 0.0


class House:
    def __init__(self, jarvis, conversations):
        self.jarvis = jarvis
        token = jarvis.sign_in()
        self.talks = []
        for _ in range(conversations):
            status, answer = jarvis.call("POST", "/auth/ws-ticket", token=token)
            if status != 200:
                raise SystemExit(f"POST /auth/ws-ticket answered {status}: {answer}")
            self.talks.append(Talk(jarvis.port, answer["ticket"], "en", speed=SPEED))

    def worker(self, other_than=None):
        """The process id of the worker that serves."""
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            for pid in family(self.jarvis.process.pid)[1:]:
                # One that only tries a model has no socket.
                if pid != other_than and b"--socket" in command(pid):
                    return pid
            time.sleep(0.01)
        raise SystemExit(f"no speech worker within {LIMIT:.0f} s; the end of the log:\n{self.jarvis.last_lines()}")

    def dead(self):
        return sum(state(pid) == "Z" for pid in family(self.jarvis.process.pid)[1:])

    def say(self, sounds, meanwhile=lambda began: None):
        """One thing in each conversation: whether each was answered rightly."""
        began = [talk.say(sound) for talk, sound in zip(self.talks, sounds)]
        if None in began:
            raise SystemExit(f"the connection broke; the end of the log:\n{self.jarvis.last_lines()}")
        meanwhile(min(began))
        results = [answered(talk, sound, since, LIMIT) for talk, sound, since in zip(self.talks, sounds, began)]
        # Until it is heard, in the microphone's time.
        time.sleep((max(result["audio"] for result in results) + 1) / SPEED)
        return results


def is_heard(sound, result):
    """Whether it was written down as it was said, but for an article, or answered as if it were, and aloud; what is on already need not be done."""
    def words(text):
        return [word for word in text.lower().split() if word != "the"]
    return result["audio"] > 0 and (words(result["text"]) == words(sound.command.text) or is_right(sound, result))


def understood(house, sounds):
    """What is answered rightly, also by a new worker, while nobody kills it."""
    good, count = sounds, len(house.talks)
    for _ in range(3):
        right = []
        for at in range(0, len(good), count):
            said = (good[at:at + count] * count)[:count]
            right += [sound for sound, result in zip(said, house.say(said)) if is_heard(sound, result) and sound not in right]
        good = right[1:] + right[:1]
        victim = house.worker()
        os.kill(victim, signal.SIGKILL)
        house.worker(other_than=victim)
    return good


def kill(house, moment, chance, sounds):
    """Kills the worker while something is said; whether that was answered rightly, too."""
    victim = house.worker()

    def at_the_moment(began):
        first = sounds[0]
        if moment == "speaking":
            house.talks[0].wait(lambda event: event["type"] == "audio", began, LIMIT)
            time.sleep(chance.uniform(0, 0.2))
        else:
            spoken_until = first.voiced[1] / RATE / SPEED
            when = chance.uniform(0, spoken_until) if moment == "listening" else spoken_until + chance.uniform(0, 0.5)
            time.sleep(max(0, began + when - time.perf_counter()))
        os.kill(victim, signal.SIGKILL)

    results = house.say(sounds, at_the_moment)
    house.worker(other_than=victim)
    return [is_heard(sound, result) for sound, result in zip(sounds, results)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--conversations", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--show", action="store_true", help="what was not answered rightly")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    commands = [each for each in COMMANDS if each.language == "en"]
    sounds = [sound for voice, speed in ENGLISH[:2] for each in commands if (sound := spoken(each, voice, speed))]
    if not sounds:
        raise SystemExit("nothing to say: install espeak-ng")

    jarvis = Jarvis(options.binary, settings={"JARVIS_HOME_FILE": str(VOICE / "home.yaml"), "JARVIS_LANGUAGE": "en", "RATE_LIMIT_PER_MINUTE": "100000"})
    ours, theirs, files, wrong, hit, moments = [], [], [], [], Counter(), Counter()
    try:
        jarvis.start()
        jarvis.create_owner()
        house = House(jarvis, options.conversations)
        house.worker()
        good = understood(house, sounds)
        if len(good) < 2 * options.conversations:
            raise SystemExit(f"only {len(good)} of {len(sounds)} commands are understood, too few to go on; the end of the log:\n{jarvis.last_lines()}")
        for number in range(1, options.kills + 1):
            moment = MOMENTS[number % len(MOMENTS)]
            moments[moment] += 1
            rights = kill(house, moment, chance, chance.sample(good, options.conversations))
            hit[moment] += sum(rights)
            said = chance.sample(good, options.conversations)
            for sound, result in zip(said, house.say(said)):
                if not is_heard(sound, result):
                    wrong.append((number, moment, sound, result))
                    if options.show:
                        print(f"after kill {number} ({moment}): {sound.name}: {result['text']!r}, {result['said']!r}, {[event for _, event in result['events'] if event['type'] not in ('transcript', 'audio')]}", flush=True)
            ours.append(memory(jarvis.process.pid))
            files.append(descriptors(jarvis.process.pid))
            theirs.append(memory(house.worker()))
            if sys.stderr.isatty():
                print(f"\r{number}/{options.kills} kills, {len(wrong)} wrong", end="", file=sys.stderr)
        dead = house.dead()
        for talk in house.talks:
            talk.close()
    finally:
        jarvis.close()

    each = ", ".join(f"{count} while {moment} ({hit[moment]} of {count * options.conversations} answered all the same)" for moment, count in moments.items())
    print(f"{options.kills} kills in {options.conversations} conversations: {each}; {len(good)} of {len(sounds)} commands were understood before")
    warm = int(WARM * len(ours))
    report = Report("voice-durability")
    report.add(f"next utterances not answered rightly, of {options.kills * options.conversations}", len(wrong), "", at_most=0)
    report.add("of them, answered to other words", sum(bool(result["text"]) for *_, result in wrong), "")
    report.add("jarvis's memory, at the end", ours[-1] / 1024, "MB")
    report.add("jarvis's memory grows by", slope(ours[warm:]), "kB a kill", at_most=50 if len(ours) >= 50 else None)
    report.add("jarvis's descriptors grow by", files[-1] - files[0], "", at_most=3)
    report.add("a worker's memory, at the end", theirs[-1] / 1024, "MB")
    report.add("a worker's memory grows by", slope(theirs[warm:]), "kB a kill", at_most=50 if len(ours) >= 50 else None)
    report.add("dead processes that nobody waited for", dead, "", at_most=0)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
