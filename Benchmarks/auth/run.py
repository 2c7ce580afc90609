#!/usr/bin/env python3
"""What the door costs, and what it withstands over time.

- The check of a token: CPU time of the process per request (from /proc) for GET /health/live, which anyone may ask, with wrk: without a token, with one, and
  with 5,000 in turn, more than are remembered, so that each signature is checked anew. The door looks at a token wherever one is brought: the difference is its check.
- 2,000 sign-ins at once from 16 addresses, each right, and meanwhile POST /chat on a fixed schedule; latency counts from the scheduled time.
- Whether an unknown name can be told from a wrong password by the time of the answer: both in turn.
- A round trip over TLS: a ping on a WebSocket and its answer, at the home's own certificate and without TLS, in turn.
- A soak: requests at a fixed rate with a WebSocket for each of 200 devices; the memory of all its processes at minute 2 and at the end.
"""
import argparse
import asyncio
import base64
import http.client
import json
import multiprocessing
import os
import re
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "http")]
from support import OWNER, ROOT, Jarvis, Report, call, family, free_ports  # noqa: E402
from load import fixed_rate, quantile  # noqa: E402

CHECK_MICROSECONDS = 30
CHAT_P99_MS = 100
GROWTH_PERCENT = 10
TLS_ROUND_TRIP_MS = 5
#: Empty, and masked as a client's frames are (RFC 6455, section 5.3).
PING = b"\x89\x80\0\0\0\0"
#: More than a server remembers.
TOKENS = 5000
SIGN_INS = 2000
DEVICES = 200
CHAT = {"message": "quelle heure est-il ?"}
SETTINGS = {"RATE_LIMIT_PER_MINUTE": "1000000", "JARVIS_USER_RATE_LIMIT_PER_MINUTE": "10000000", "OLLAMA_BASE_URL": "http://127.0.0.1:9"}
FORM = {"grant_type": "password", "username": OWNER["username"], "password": OWNER["password"]}


def cpu_seconds(pid):
    """User and system time of the process so far (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pids):
    """Resident memory (proc(5), status)."""
    total = 0
    for pid in pids:
        try:
            total += int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1))
        except (OSError, AttributeError):
            continue
    return total / 1024


def wrk(port, seconds, tokens, rate, targets, connections=64):
    """(requests, seconds, failures): whatever is not 2xx, and errors of the connection."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", HERE / "load.lua", f"http://127.0.0.1:{port}", "--", tokens or "-", str(rate), *targets]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    count, took, unit = re.search(r"(\d+) requests in ([\d.]+)(s|m|h)", output).groups()
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
    failures = int(refused.group(1)) if refused else 0
    return int(count), float(took) * {"s": 1, "m": 60, "h": 3600}[unit], failures + sum(map(int, broken.groups() if broken else ()))


def mint(jarvis, folder):
    """A file of as many access tokens of one session, and one of a single one: each renewal gives another."""
    connection = http.client.HTTPConnection("127.0.0.1", jarvis.port, timeout=30)
    _, answer = call(jarvis.port, "POST", "/auth/token", FORM, form=True, connection=connection)
    tokens = [answer["access_token"]]
    while len(tokens) < TOKENS:
        status, answer = call(jarvis.port, "POST", "/auth/refresh", {"refresh_token": answer["refresh_token"]}, connection=connection)
        if status != 200:
            raise SystemExit(f"POST /auth/refresh answered {status}: {answer}")
        tokens.append(answer["access_token"])
    many, one = folder / "tokens", folder / "token"
    many.write_text("\n".join(tokens) + "\n")
    one.write_text(tokens[-1] + "\n")
    return many, one


def check_of_a_token(report, jarvis, chosen):
    with tempfile.TemporaryDirectory(prefix="jarvis-bench-auth-") as name:
        many, one = mint(jarvis, Path(name))
        kinds, cost = {"none": None, "one": one, "many": many}, {"none": [], "one": [], "many": []}
        wrk(jarvis.port, 1, None, 0, ["/health/live"])
        for _ in range(chosen.rounds):
            for kind, tokens in kinds.items():
                before = cpu_seconds(jarvis.process.pid)
                count, _, failures = wrk(jarvis.port, chosen.seconds, tokens, 0, ["/health/live"])
                if failures:
                    raise SystemExit(f"{failures} requests failed")
                cost[kind].append((cpu_seconds(jarvis.process.pid) - before) / count * 1e6)
    cost = {kind: statistics.median(values) for kind, values in cost.items()}
    report.add("GET /health/live without a token, CPU per request", cost["none"], "µs")
    report.add("check of a token that was seen before, CPU", cost["one"] - cost["none"], "µs", CHECK_MICROSECONDS)
    # A token is new once in its half hour: this is told and not required.
    report.add("check of a token that is new, with its signature, CPU", cost["many"] - cost["none"], "µs")


class SignIns(multiprocessing.Process):
    """Sends them all at once, and counts how they are answered. A process of its own: it must not take the time of the one that measures."""

    def __init__(self, port, count):
        super().__init__(daemon=True)
        self.port, self.count, self.answers = port, count, {}
        self.sent, self.ended, self.told = multiprocessing.Event(), multiprocessing.Event(), multiprocessing.Queue()

    def run(self):
        asyncio.run(self.all())
        self.told.put(self.answers)

    async def all(self):
        body = urllib.parse.urlencode(FORM).encode()
        request = (f"POST /auth/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
        left = self.count

        async def one(index):
            nonlocal left
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(f"127.0.0.{2 + index % 16}", 0))
                writer.write(request)
                await writer.drain()
            finally:
                left -= 1
                if left == 0:
                    self.sent.set()
            try:
                status = int((await reader.readuntil(b"\r\n"))[9:12])
            finally:
                writer.close()
            self.answers[status] = self.answers.get(status, 0) + 1

        tasks = [asyncio.create_task(one(index)) for index in range(self.count)]
        while not self.ended.is_set() and not all(task.done() for task in tasks):
            await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                self.answers["broken"] = self.answers.get("broken", 0) + 1


def sign_ins_beside_chat(report, jarvis, chosen):
    token, body = jarvis.sign_in(), json.dumps(CHAT).encode()
    request = (f"POST /chat HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
    fixed_rate(jarvis.port, request, chosen.chat_rate, 3)
    alone, _ = fixed_rate(jarvis.port, request, chosen.chat_rate, chosen.chat_seconds)
    crowd = SignIns(jarvis.port, chosen.sign_ins)
    crowd.start()
    if not crowd.sent.wait(60):
        raise SystemExit("the sign-ins could not be sent within a minute")
    beside, late = fixed_rate(jarvis.port, request, chosen.chat_rate, chosen.chat_seconds)
    crowd.ended.set()
    answers = crowd.told.get(timeout=30)
    crowd.join(30)
    told = ", ".join(f"{count} × {status}" for status, count in sorted(answers.items(), key=str))
    print(f"of {chosen.sign_ins} sign-ins, meanwhile: {told or 'none answered'}; the load generator was {quantile(late, 0.99) * 1000:.1f} ms late at the 99th percentile (included)")
    what = f"POST /chat at {chosen.chat_rate}/s beside {chosen.sign_ins} sign-ins"
    report.add(f"{what}, p99; without them", quantile(beside, 0.99) * 1000, "ms", CHAT_P99_MS, quantile(alone, 0.99) * 1000)
    report.add(f"{what}, median; without them", quantile(beside, 0.5) * 1000, "ms", None, quantile(alone, 0.5) * 1000)
    # Those whose connection was left waiting are gone; what is still being worked at must not count below.
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        began = time.perf_counter()
        if call(jarvis.port, "POST", "/auth/token", FORM, form=True)[0] == 200 and time.perf_counter() - began < 1:
            break
        time.sleep(1)


def names_and_time(report, jarvis, chosen):
    seconds, refused = {"unknown name": [], "wrong password": []}, 0
    for index in range(chosen.guesses):
        for kind, name in (("unknown name", f"nobody{index}"), ("wrong password", OWNER["username"])):
            began = time.perf_counter()
            status, _ = call(jarvis.port, "POST", "/auth/token", FORM | {"username": name, "password": f"not the right password {index}"}, form=True)
            if status == 401:
                seconds[kind].append(time.perf_counter() - began)
            else:
                refused += 1
    unknown, wrong = seconds.values()
    if refused:
        print(f"{refused} guesses were refused by the limits, not by the password")
    if min(len(unknown), len(wrong)) < 5:
        report.add("time of a refusal, unknown name longer than wrong password", None, "share")
        return
    # Mann and Whitney's statistic: how often one of these takes longer than one of those; a coin shows one half.
    longer = sum((a > b) + (a == b) / 2 for a in unknown for b in wrong) / (len(unknown) * len(wrong))
    report.add("time of a refusal, unknown name; wrong password", statistics.median(unknown) * 1000, "ms", None, statistics.median(wrong) * 1000)
    report.add("unknown name takes longer than wrong password", longer, "share", at_most=0.7, at_least=0.3)


def upgrade(token):
    key = base64.b64encode(os.urandom(16)).decode()
    return (f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            f"Sec-WebSocket-Version: 13\r\nAuthorization: Bearer {token}\r\n\r\n").encode()


def round_trips(connection, token, count):
    """Seconds of as many pings, one after the other."""
    file, seconds = connection.makefile("rb"), []
    connection.sendall(upgrade(token))
    if b" 101 " not in file.readline():
        raise SystemExit("the WebSocket was refused")
    while file.readline() != b"\r\n":
        pass
    while len(seconds) < count:
        began = time.perf_counter()
        connection.sendall(PING)
        while True:                                            # announcements may come between
            first, size = file.read(2)
            file.read(int.from_bytes(file.read(2), "big") if size == 126 else size)
            if first & 15 == 10:
                break
        seconds.append(time.perf_counter() - began)
    return seconds


def round_trips_over_tls(report, jarvis, chosen):
    token, seconds = jarvis.sign_in(), {"plain": [], "TLS": []}
    trust = ssl.create_default_context(cafile=jarvis.home / "tls/ca.pem")
    for _ in range(chosen.rounds):
        with socket.create_connection(("127.0.0.1", jarvis.port), 10) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            seconds["plain"] += round_trips(connection, token, 1000)
        with socket.create_connection(("127.0.0.1", int(jarvis.settings["JARVIS_HTTPS_PORT"])), 10) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with trust.wrap_socket(connection, server_hostname="127.0.0.1") as sealed:
                seconds["TLS"] += round_trips(sealed, token, 1000)
    for share, name, limit in ((0.5, "median", None), (0.99, "p99", TLS_ROUND_TRIP_MS)):
        tls, plain = (quantile(seconds[kind], share) * 1000 for kind in ("TLS", "plain"))
        report.add(f"WebSocket over TLS, round trip, {name}; without TLS", tls, "ms", limit, plain)


class Devices(threading.Thread):
    """As many WebSockets, each asked every few seconds whether it is there."""

    def __init__(self, port, token, count):
        super().__init__(daemon=True)
        self.port, self.token, self.count, self.alive, self.asked, self.failed = port, token, count, 0, 0, []
        self.ended, self.ready = threading.Event(), threading.Event()

    def run(self):
        asyncio.run(self.all())

    async def all(self):
        await asyncio.gather(*(self.one() for _ in range(self.count)))

    async def one(self):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(upgrade(self.token))
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 101 " not in head.split(b"\r\n")[0]:
                raise ConnectionError(head.split(b"\r\n")[0].decode())
            self.alive += 1
            if self.alive == self.count:
                self.ready.set()
            while not self.ended.is_set():
                writer.write(PING)
                self.asked += 1
                while True:                                    # announcements may come between
                    first, size = await asyncio.wait_for(reader.readexactly(2), 30)
                    size &= 127
                    if size == 126:
                        size = int.from_bytes(await reader.readexactly(2), "big")
                    elif size == 127:
                        size = int.from_bytes(await reader.readexactly(8), "big")
                    await reader.readexactly(size)
                    if first & 15 == 10:
                        break
                    if first & 15 == 8:
                        raise ConnectionError("the server closed it")
                for _ in range(50):
                    if self.ended.is_set():
                        break
                    await asyncio.sleep(0.1)
            writer.close()
        except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
            self.failed.append(f"{type(error).__name__} {error}")
            self.ready.set()


def soak(report, jarvis, chosen):
    seconds = int(chosen.minutes * 60)
    token = jarvis.sign_in()
    devices = Devices(jarvis.port, token, DEVICES)
    devices.start()
    if not devices.ready.wait(60) or devices.failed:
        raise SystemExit(f"the WebSockets could not be opened: {devices.failed[:3]}")
    mixed = ["/auth/me", "/lists", "/timers", "/conversations?limit=5", "/health/live", "/memories?limit=5"] * 8 + [f"POST:/chat:{json.dumps(CHAT)}"]
    samples, done = [], threading.Event()

    def watch():
        began = time.monotonic()
        while not done.wait(1):
            samples.append((time.monotonic() - began, megabytes(family(jarvis.process.pid))))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    with tempfile.NamedTemporaryFile("w", prefix="jarvis-bench-auth-") as file:
        file.write(token + "\n")
        file.flush()
        count, took, failures = wrk(jarvis.port, seconds, file.name, chosen.rate, mixed)
    done.set()
    watcher.join()
    devices.ended.set()
    devices.join(30)
    settled = min(120, seconds * 0.2)
    near = [value for at, value in samples if abs(at - settled) <= max(5, settled / 8)]
    last = [value for at, value in samples if at >= samples[-1][0] - max(5, settled / 4)]
    begin, end = statistics.median(near), statistics.median(last)
    what = f"{chosen.minutes:g} minutes at {chosen.rate}/s with {DEVICES} WebSockets"
    report.add(f"{what}: requests per second", count / took, "1/s", at_least=chosen.rate * 0.99)
    report.add(f"{what}: requests that failed", failures, "", 0)
    report.add(f"{what}: WebSockets lost of {DEVICES}, asked {devices.asked} times", len(devices.failed), "", 0)
    report.add(f"memory after {settled / 60:g} minutes", begin, "MB")
    report.add("memory at the end", end, "MB")
    report.add("difference of the memory", abs(end / begin - 1) * 100, "%", GROWTH_PERCENT)


PARTS = {"check": check_of_a_token, "sign-ins": sign_ins_beside_chat, "names": names_and_time, "tls": round_trips_over_tls, "soak": soak}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--only", choices=PARTS, action="append", help="one part, or several; all of them by default")
    options.add_argument("--minutes", type=float, default=10, help="length of the soak")
    options.add_argument("--rate", type=int, default=2000, help="requests per second of the soak")
    options.add_argument("--rounds", type=int, default=5, help="rounds of wrk for each kind of token")
    options.add_argument("--seconds", type=int, default=4, help="length of a round")
    options.add_argument("--sign-ins", type=int, default=SIGN_INS)
    options.add_argument("--chat-rate", type=int, default=100, help="chat requests per second")
    options.add_argument("--chat-seconds", type=int, default=20)
    options.add_argument("--guesses", type=int, default=40, help="wrong sign-ins of each kind")
    chosen = options.parse_args()
    report = Report("auth")
    for name in chosen.only or PARTS:
        # One each: what is left of one part must not weigh on the next.
        jarvis = Jarvis(chosen.binary, settings=SETTINGS | {"JARVIS_HTTPS_PORT": str(free_ports(1)[0])})
        try:
            jarvis.start()
            jarvis.create_owner()
            PARTS[name](report, jarvis, chosen)
        finally:
            jarvis.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
