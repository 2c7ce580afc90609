#!/usr/bin/env python3
"""Says commands to Jarvis while Home Assistant is restarted under it, and looks for what was done twice or said to be done and was not.

Each lamp of the house writes a line into a file whenever it is set, before it takes the value: Home Assistant's own record of what it was made to
do, which a killed process keeps. One client for each lamp says "mets … à N %", never the same N in a hundred commands, so that each line belongs
to one command. Every other restart is a kill -9. Exit 1 when a command was executed twice, or reported done and was not.
"""
import argparse
import http.client
import os
import signal
import sys
import threading
import time
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "home"), str(HERE.parent)]
import support  # noqa: E402
from hass import HomeAssistant  # noqa: E402
from judge import Reply  # noqa: E402
from sides import JarvisSide  # noqa: E402

LAMPS = {"plafonnier": "le plafonnier", "veilleuse": "la veilleuse", "lampadaire": "le lampadaire", "lanterne": "la lanterne",
         "projecteur": "le projecteur", "liseuse": "la liseuse"}
RECORD = "record.txt"
STEP = 37               # from one percentage to the next; it has no factor in common with 99, so each of 1 to 99 comes once in 99 commands
PAUSE_AFTER_NO = 0.2    # seconds: the house is not in reach, and asking without a pause would use up the commands


@dataclass
class Said:
    """One command, and what the client was told."""
    percent: int
    at: float
    until: float = 0
    reply: str = ""
    done: bool = False          # said to be done
    broken: bool = False        # no whole answer
    lines: int = 0              # how often Home Assistant did it


@dataclass
class Client:
    lamp: str
    said: list = field(default_factory=list)

    def speak(self, side_port, token, language, budget, stop):
        connection = http.client.HTTPConnection("127.0.0.1", side_port, timeout=60)
        percent = 1 + len(self.lamp)
        while not stop.is_set() and budget.take():
            percent = 1 + (percent + STEP - 1) % 99
            words = f"mets {LAMPS[self.lamp]} à {percent} %"
            said = Said(percent, time.time())
            self.said.append(said)
            try:
                status, answer = support.call(side_port, "POST", "/chat", {"message": words, "language": language}, token.value, connection=connection)
                said.until = time.time()
                said.reply = answer["response"] if status == 200 else f"{status}: {answer}"
                said.done = status == 200 and Reply(said.reply, said.at, said.until).claims_done
            except (OSError, http.client.HTTPException, TypeError):
                said.until, said.broken = time.time(), True
                connection.close()
            if not said.done:
                stop.wait(PAUSE_AFTER_NO)
        connection.close()


class Budget:
    """How many commands are left, for all clients together."""

    def __init__(self, count):
        self.left, self.lock = count, threading.Lock()

    def take(self):
        with self.lock:
            self.left -= 1
            return self.left >= 0


@dataclass
class Token:
    value: str


def packages():
    """Lamps that write down what they are made to do."""
    booleans, numbers, lights = {}, {}, {}
    for name in LAMPS:
        switch, level = f"input_boolean.part_{name}", f"input_number.part_{name}"
        booleans[f"part_{name}"] = {"name": name}
        numbers[f"part_{name}"] = {"name": name, "min": 0, "max": 255, "step": 1}
        lights[name] = {
            "unique_id": name, "friendly_name": name.capitalize(), "value_template": f"{{{{ is_state('{switch}', 'on') }}}}",
            "level_template": f"{{{{ states('{level}') | int(0) }}}}",
            "turn_on": {"service": "input_boolean.turn_on", "target": {"entity_id": switch}},
            "turn_off": {"service": "input_boolean.turn_off", "target": {"entity_id": switch}},
            "set_level": [
                {"service": "notify.record", "data": {"message": f"{name} {{{{ brightness }}}} {{{{ now().timestamp() }}}}"}},
                {"service": "input_number.set_value", "target": {"entity_id": level}, "data": {"value": "{{ brightness }}"}},
                {"service": "input_boolean.turn_on", "target": {"entity_id": switch}}],
        }
    return {"lamps": {"input_boolean": booleans, "input_number": numbers, "light": [{"platform": "template", "lights": lights}],
                      "notify": [{"platform": "file", "name": "record", "filename": RECORD}]}}


def read_record(path):
    """lamp → [(percent, time)], in the order of writing. The file begins with a headline."""
    lines = {name: [] for name in LAMPS}
    for line in path.read_text().splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[0] in lines:
            lines[parts[0]].append((round(float(parts[1]) / 2.55), float(parts[2])))
    return lines


def assign(said, lines):
    """Gives each line to the command it belongs to; returns the lines that belong to none.

    The command is the one that was being said then, or the one before, when its answer did not wait for the end.
    """
    times, strays = [each.at for each in said], []
    for percent, at in lines:
        place = bisect_right(times, at + 0.001) - 1
        for index in (place, place - 1):
            if 0 <= index < len(said) and said[index].percent == percent:
                said[index].lines += 1
                break
        else:
            strays.append((percent, at))
    return strays


def restart_loop(home, count, total, budget, stop, restarts):
    """Restarts the house when an even share of the commands is used up, killing it every other time."""
    for number in range(count):
        due = total - (number + 1) * total // (count + 1)
        while budget.left > due:
            if stop.wait(0.05):
                return
        began = time.monotonic()
        home.stop(kill=number % 2 == 1)
        home.start()
        restarts.append((time.monotonic() - began, number % 2 == 1))
        print(f"restart {number + 1} ({'kill -9' if number % 2 else 'SIGTERM'}): {restarts[-1][0]:.1f} s", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=support.ROOT / ".build/release/jarvis")
    options.add_argument("--commands", type=int, default=10_000)
    options.add_argument("--restarts", type=int, default=5)
    options.add_argument("--show", type=int, default=10, metavar="N", help="commands of each sort that are printed")
    chosen = options.parse_args()
    if not HomeAssistant.is_installed():
        print("house-durability: Home Assistant is not installed (scripts/home-assistant install); nothing is measured")
        return 1 if os.environ.get("CI") == "true" else 0

    home, side = HomeAssistant(packages()), None
    clients = [Client(lamp) for lamp in LAMPS]
    try:
        home.start().connect()
        lights = [f"light.{name}" for name in LAMPS]
        home.command("homeassistant/expose_entity", assistants=["conversation"], entity_ids=lights, should_expose=True)
        side = JarvisSide(chosen.binary, home, "fr")
        side.wait_until_ready(lambda: side.say("mets le plafonnier à 100 %").claims_done)
        home.disconnect()

        stop, budget, restarts = threading.Event(), Budget(chosen.commands), []
        token = Token(side.token)
        began = time.monotonic()
        threads = [threading.Thread(target=client.speak, args=(side.jarvis.port, token, "fr", budget, stop)) for client in clients]
        for thread in threads:
            thread.start()
        try:
            restarter = threading.Thread(target=restart_loop, args=(home, chosen.restarts, chosen.commands, budget, stop, restarts))
            restarter.start()
            signed_in = time.monotonic()
            while any(thread.is_alive() for thread in threads):
                time.sleep(0.2)
                if time.monotonic() - signed_in > 600:
                    token.value, signed_in = side.jarvis.sign_in(), time.monotonic()
            restarter.join()
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        took = time.monotonic() - began
        time.sleep(2)       # what is still on its way is done by then
        record = read_record(home.path / RECORD)
    finally:
        if side:
            side.close()
        home.close()
    return judge(clients, record, restarts, took, chosen)


def judge(clients, record, restarts, took, chosen):
    said, strays = [], []
    for client in clients:
        # The command that made sure that the house is known comes before the first of these.
        lines = [line for line in record[client.lamp] if client.said and line[1] >= client.said[0].at]
        strays += [(client.lamp, *stray) for stray in assign(client.said, lines)]
        said += [(client.lamp, each) for each in client.said]
    twice = [pair for pair in said if pair[1].lines > 1]
    false = [pair for pair in said if pair[1].done and not pair[1].lines]
    unknown = [pair for pair in said if not pair[1].done and pair[1].lines]
    refused = [pair for pair in said if not pair[1].done and not pair[1].lines]
    for title, pairs in (("executed twice", twice), ("reported done, and was not", false), ("done, and not reported", unknown), ("not done", refused)):
        for lamp, each in pairs[:chosen.show]:
            print(f"  {title}: {lamp} {each.percent} %, {1000 * (each.until - each.at):.0f} ms: {each.reply or 'no answer'}")
    for stray in strays[:chosen.show]:
        print(f"  executed, and never asked for then: {stray}")
    print("not done, by reply:", Counter(each.reply or "no answer" for _, each in refused).most_common(5))

    report = support.Report("house-durability")
    report.add("commands", len(said), "", at_least=chosen.commands)
    report.add("restarts of Home Assistant", len(restarts), "", at_least=chosen.restarts)
    report.add("reported done", sum(each.done for _, each in said), "", at_least=len(said) // 2)
    report.add("executed twice", len(twice) + len(strays), "", at_most=0)
    report.add("reported done, and was not", len(false), "", at_most=0)
    report.add("done, and said that it could not be told", len(unknown), "")
    report.add("not done, and said so", len(refused), "")
    report.add("time", took, "s", at_most=900)
    return report.finish()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # so that what was started is stopped, too
    sys.exit(main())
