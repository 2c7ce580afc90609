#!/usr/bin/env python3
"""Kills Jarvis (kill -9) at random moments while several clients write turns, and looks for what was lost.

After each kill, on a copy of the database as the kill left it: `PRAGMA integrity_check`; and the server's children must be gone soon.
At the end: every turn that was acknowledged (a whole 200 was read) is there with the answer that was given, and no turn is there by half.
Exit 1 on any loss.

The moments come from --seed: some fall into the start itself, most into the writing. This is about a process that dies; a power cut also
takes what the disk had not written, which no process can simulate.
"""
import argparse
import http.client
import itertools
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from support import ROOT, Jarvis, Report, call, family  # noqa: E402

TURNS_PER_CONVERSATION = 8      # small enough to come back in one page
DURING_START = 0.1              # the share of kills that fall into a start
LATEST_IN_START = 0.15          # seconds
LATEST_IN_WRITING = 0.6         # seconds after the first turn was acknowledged
FIRST_TURN_WITHIN = 10.0        # seconds
CHILDREN_GO_WITHIN = 3.0        # seconds


@dataclass
class Turn:
    """What a client was told about one turn, and the kill that followed it."""
    conversation: str
    message: str
    response: str
    kill: int


@dataclass
class Client:
    """Writes turns until the connection breaks."""
    numbers: itertools.count
    acknowledged: list = field(default_factory=list)
    cut_off: int = 0                                        # requests in flight when the server died
    refused: Counter = field(default_factory=Counter)       # other answers than 200, by status

    def write(self, port, token, kill, begun, stop):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        conversation = None
        for written in itertools.count(1):
            # Each message is unlike any other, and a skill answers it: no model is needed.
            body = {"message": f"combien font {next(self.numbers)} + 1 ?"} | ({"conversation_id": conversation} if conversation else {})
            try:
                status, answer = call(port, "POST", "/chat", body, token, connection=connection)
            except (OSError, http.client.HTTPException):
                self.cut_off += 1
                break
            if status == 200 and answer:
                self.acknowledged.append(Turn(answer["conversation_id"], body["message"], answer["response"], kill))
                begun.set()
                conversation = answer["conversation_id"] if written % TURNS_PER_CONVERSATION else None
            else:
                self.refused[status] += 1
                stop.wait(0.05)
            if stop.is_set():
                break
        connection.close()


def integrity(database):
    """Findings of `PRAGMA integrity_check` on a copy, so that the server itself must recover the original; empty when all is well."""
    if not database.exists():
        return []
    with tempfile.TemporaryDirectory(prefix="jarvis-bench-") as folder:
        for file in (database, database.with_name(database.name + "-wal")):
            if file.exists():
                shutil.copy(file, folder)
        connection = sqlite3.connect(Path(folder) / database.name)
        try:
            rows = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        except sqlite3.DatabaseError as error:
            rows = [str(error)]
        finally:
            connection.close()
    return [] if rows == ["ok"] else rows


def left_behind(children):
    """Those of the dead server's children that do not go by themselves."""
    deadline = time.monotonic() + CHILDREN_GO_WITHIN
    while (alive := [pid for pid in children if is_running(pid)]) and time.monotonic() < deadline:
        time.sleep(0.01)
    return len(alive)


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def fetch(jarvis, token, conversation):
    """The messages of a conversation as (role, text), oldest first; none when it is not there."""
    while (reply := jarvis.call("GET", f"/conversations/{conversation}", token=token))[0] == 429:
        time.sleep(0.2)
    status, answer = reply
    if status not in (200, 404):
        raise SystemExit(f"GET /conversations/{conversation} answered {status}: {answer}")
    return [(message["role"], message["text"]) for message in answer["messages"]] if status == 200 else []


def verify(jarvis, token, turns):
    """(turns that are not there as they were acknowledged, conversations that hold half a turn)"""
    lost, halves = [], []
    for conversation, acknowledged in itertools.groupby(sorted(turns, key=lambda turn: turn.conversation), key=lambda turn: turn.conversation):
        messages = fetch(jarvis, token, conversation)
        stored = set(zip(messages[0::2], messages[1::2]))
        lost += [turn for turn in acknowledged if (("user", turn.message), ("assistant", turn.response)) not in stored]
        if [role for role, _ in messages] != ["user", "assistant"] * (len(messages) // 2):
            halves.append(conversation)
    return lost, halves


def kill_in_start(jarvis, moment):
    jarvis.spawn()
    time.sleep(moment)
    children = family(jarvis.process.pid)[1:]
    jarvis.kill()
    return left_behind(children)


def kill_in_writing(jarvis, token, clients, number, moment):
    jarvis.start()
    begun, stop = threading.Event(), threading.Event()
    threads = [threading.Thread(target=client.write, args=(jarvis.port, token, number, begun, stop)) for client in clients]
    for thread in threads:
        thread.start()
    begun.wait(FIRST_TURN_WITHIN)
    time.sleep(moment)
    children = family(jarvis.process.pid)[1:]
    jarvis.kill()
    stop.set()
    for thread in threads:
        thread.join()
    return left_behind(children)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--clients", type=int, default=4)
    options.add_argument("--seed", type=int, default=2026)
    chosen = options.parse_args()

    chance = random.Random(chosen.seed)
    numbers = itertools.count(1000)
    clients = [Client(numbers) for _ in range(chosen.clients)]
    jarvis = Jarvis(chosen.binary)
    database = jarvis.home / "jarvis.db"
    damaged, orphans, in_start = [], 0, 0
    try:
        jarvis.start()
        jarvis.create_owner()
        token = jarvis.sign_in()
        jarvis.stop()
        for number in range(1, chosen.kills + 1):
            if chance.random() < DURING_START:
                in_start += 1
                orphans += kill_in_start(jarvis, chance.uniform(0, LATEST_IN_START))
            else:
                orphans += kill_in_writing(jarvis, token, clients, number, chance.uniform(0, LATEST_IN_WRITING))
            damaged += [f"kill {number}: {finding}" for finding in integrity(database)]
            if sys.stderr.isatty():
                print(f"\r{number}/{chosen.kills} kills, {sum(len(c.acknowledged) for c in clients)} turns", end="", file=sys.stderr)
        jarvis.start()
        turns = [turn for client in clients for turn in client.acknowledged]
        lost, halves = verify(jarvis, jarvis.sign_in(), turns)
        jarvis.stop()
        damaged += [f"at the end: {finding}" for finding in integrity(database)]
    finally:
        jarvis.close()

    refused = sum((client.refused for client in clients), Counter())
    print(f"{chosen.kills} kills, {in_start} of them during a start; {len(turns)} turns acknowledged by {chosen.clients} clients, "
          f"{sum(client.cut_off for client in clients)} cut off" + "".join(f", {count} answered {status}" for status, count in refused.items()))
    for line in damaged[:10] + [f"lost after kill {turn.kill}: {turn.message} → {turn.response}" for turn in lost[:10]]:
        print(line)
    if not turns:
        print("no turn was acknowledged, so this shows nothing")
    report = Report("durability")
    report.add("acknowledged turns lost", len(lost), "turns", 0)
    report.add("turns stored by half", len(halves), "conversations", 0)
    report.add("integrity check findings", len(damaged), "rows", 0)
    report.add("children left behind", orphans, "processes", 0)
    return report.finish() or (0 if turns else 1)


if __name__ == "__main__":
    sys.exit(main())
