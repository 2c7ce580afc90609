"""What the benchmarks share: a Jarvis on a temporary data folder and free ports, an HTTP call, and the table that is printed.

Python's standard library alone, so that a benchmark also runs where nothing is set up.
"""
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWNER = {"username": "owner", "password": "correct horse battery staple 7", "language": "fr"}
HEALTH = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


def free_ports(count):
    """Ports that were free a moment ago, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def wait_for_health(port, process, limit=30.0):
    """Returns at the first 200 on GET /health: connects again and again with no pause to speak of. `TimeoutError` or `RuntimeError` else."""
    deadline = time.perf_counter() + limit
    while time.perf_counter() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                connection.sendall(HEALTH)
                if connection.recv(64).split(b" ")[1:2] == [b"200"]:
                    return
        except OSError:
            pass
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} before it answered")
        time.sleep(0.0002)
    raise TimeoutError(f"no 200 on /health within {limit:.0f} s")


def family(pid):
    """The process and its descendants."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                # After the name in parentheses, which may hold anything: state, then the parent's id (proc(5), /proc/pid/stat).
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], [])
    return found


class Jarvis:
    """One server process at a time on one data folder."""

    def __init__(self, binary, home=None, settings=None):
        """`settings` are further variables of its environment."""
        self.settings = settings or {}
        self.binary = str(Path(binary).resolve())
        self.folder = None if home else tempfile.TemporaryDirectory(prefix="jarvis-bench-")
        self.home = Path(home or self.folder.name) / "data"
        self.process = None
        self.port = self.interface_port = self.stt_port = self.tts_port = 0

    def spawn(self):
        """Starts the process and returns at once."""
        self.port, self.interface_port, self.stt_port, self.tts_port = free_ports(4)
        # Only what a program needs to run: settings and keys of the person who measures must not change the figures.
        environment = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
        environment |= {
            "HOME": str(self.home.parent), "JARVIS_HOME": str(self.home), "BACKEND_PORT": str(self.port), "INTERFACE_PORT": str(self.interface_port),
            "STT_API_PORT": str(self.stt_port), "TTS_API_PORT": str(self.tts_port),
        } | self.settings
        with open(self.home.parent / "jarvis.log", "ab") as log:
            self.process = subprocess.Popen([self.binary, "serve"], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def start(self, limit=30.0):
        """Starts it and waits for /health; returns the seconds from exec to the first 200."""
        began = time.perf_counter()
        self.spawn()
        try:
            wait_for_health(self.port, self.process, limit)
        except (RuntimeError, TimeoutError) as error:
            self.kill()
            raise SystemExit(f"{error}; the end of its log:\n{self.last_lines()}") from None
        return time.perf_counter() - began

    def last_lines(self, count=20):
        return "\n".join((self.home.parent / "jarvis.log").read_text(errors="replace").splitlines()[-count:])

    def stop(self, limit=15.0):
        """As a person would: SIGTERM, and time to finish. Returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(limit)
        except subprocess.TimeoutExpired:
            self.kill()
            raise SystemExit(f"the server did not end within {limit:.0f} s of SIGTERM") from None

    def kill(self):
        """kill -9, with no warning."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def close(self):
        self.kill()
        if self.folder:
            self.folder.cleanup()

    def call(self, method, path, body=None, token=None, form=False, timeout=30.0):
        """One request on its own connection: (status, decoded JSON or None)."""
        return call(self.port, method, path, body, token, form, timeout)

    def create_owner(self):
        status, answer = self.call("POST", "/auth/setup", OWNER)
        if status not in (200, 201):
            raise SystemExit(f"POST /auth/setup answered {status}: {answer}")

    def sign_in(self):
        form = {"grant_type": "password", "username": OWNER["username"], "password": OWNER["password"]}
        status, answer = self.call("POST", "/auth/token", form, form=True)
        if status != 200:
            raise SystemExit(f"POST /auth/token answered {status}: {answer}")
        return answer["access_token"]


def call(port, method, path, body=None, token=None, form=False, timeout=30.0, connection=None):
    """(status, decoded JSON or None); `OSError` or `http.client.HTTPException` when the connection breaks."""
    own = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    data = None
    if body is not None:
        data = urllib.parse.urlencode(body) if form else json.dumps(body)
        headers["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
    try:
        own.request(method, path, data, headers)
        response = own.getresponse()
        content = response.read()
        try:
            return response.status, json.loads(content) if content else None
        except ValueError:
            return response.status, None
    finally:
        if connection is None:
            own.close()


class Report:
    """Rows of what was measured, printed as a table and kept as JSON; knows whether every requirement was met."""

    def __init__(self, name):
        self.name = name
        self.rows = []

    def add(self, what, ours, unit, at_most=None, peer=None, at_least=None):
        """`at_most` or `at_least` is the requirement; `peer` is the same measure of what it is compared with. `ours` is `None` when it was
        not measured, which meets no requirement."""
        met = (at_most is None or ours is not None and ours <= at_most) and (at_least is None or ours is not None and ours >= at_least)
        self.rows.append({
            "what": what, "ours": ours, "unit": unit, "required_at_most": at_most, "required_at_least": at_least, "peer": peer,
            "ratio": ours / peer if peer and ours is not None else None, "met": met,
        })

    def finish(self):
        """Prints, writes NAME.json into Benchmarks/results (or $BENCH_RESULTS), and returns the exit code."""
        def number(value):
            return "–" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"

        table = [("measure", "unit", "ours", "required", "peer", "ours/peer", "")]
        for row in self.rows:
            limits = [(sign, row[key]) for sign, key in (("≤ ", "required_at_most"), ("≥ ", "required_at_least")) if row[key] is not None]
            required = " ".join(sign + number(limit) for sign, limit in limits) or "–"
            verdict = "" if not limits else "ok" if row["met"] else "MISSED"
            table.append((row["what"], row["unit"], number(row["ours"]), required, number(row["peer"]), number(row["ratio"]), verdict))
        widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
        for line in table:
            left = "  ".join(cell.ljust(width) for cell, width in zip(line[:2], widths))
            right = "  ".join(cell.rjust(width) for cell, width in zip(line[2:], widths[2:]))
            print(f"{left}  {right}".rstrip())
        results = Path(os.environ.get("BENCH_RESULTS") or ROOT / "Benchmarks/results")
        results.mkdir(parents=True, exist_ok=True)
        (results / f"{self.name}.json").write_text(json.dumps({"benchmark": self.name, "rows": self.rows}, indent=2) + "\n")
        met = all(row["met"] for row in self.rows)
        print(f"result: {self.name} {'meets every requirement' if met else 'misses a requirement'}")
        sys.stdout.flush()
        return 0 if met else 1
