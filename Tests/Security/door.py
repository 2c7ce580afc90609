"""What the attacks share: a real Jarvis on an empty data folder, raw sockets to it, and what came back over them.

    python3 -m unittest discover -s Tests/Security        # against .build/debug/jarvis, or $JARVIS
"""
import os
import select
import socket
import sys
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))
from support import OWNER, Jarvis  # noqa: E402

BINARY = Path(os.environ.get("JARVIS") or ROOT / ".build/debug/jarvis")

#: Given by configuration, so that a test can also sign what is wrong in one way alone.
SECRET = "only-for-the-tests-of-the-door-0123456789abcdef0123456789abcdef"

#: Seconds after which an answer, or the end of a connection, counts as never coming.
PATIENCE = 20.0

SETTINGS = {
    "RATE_LIMIT_PER_MINUTE": "100000", "JARVIS_USER_RATE_LIMIT_PER_MINUTE": "10000000", "OLLAMA_BASE_URL": "http://127.0.0.1:9",
    "JARVIS_HOME_FILE": str(ROOT / "web/tests/data/house.yaml"), "JARVIS_SECRET_KEY": SECRET,
}


class Door(unittest.TestCase):
    """A server with an owner who is signed in, one for each class of tests."""

    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.house = Jarvis(BINARY, settings=SETTINGS | cls.settings)
        cls.addClassCleanup(cls.house.close)
        cls.house.start()
        cls.house.create_owner()
        cls.token = cls.house.sign_in()

    def tearDown(self):
        """Whatever was tried, the server lives and answers those who may ask."""
        self.assertIsNone(self.house.process.poll(), self.house.last_lines())
        self.assertEqual(self.house.call("GET", "/auth/me", token=self.token, timeout=PATIENCE)[0], 200)

    def connect(self, source=None, port=None):
        connection = socket.create_connection(("127.0.0.1", port or self.house.port), PATIENCE, (source, 0) if source else None)
        self.addCleanup(connection.close)
        return connection

    def talk(self, data, quiet=3.0, port=None):
        """Sends these bytes; gives what comes back until the server closes the connection, and whether it did so before `quiet` seconds without a byte."""
        connection = self.connect(port=port)
        try:
            connection.sendall(data)
        except OSError:
            pass                                        # refused before all was sent; what it said is still to be read
        return drain(connection, quiet)

    def request(self, line, *fields, body=b"", token=None, host="127.0.0.1"):
        """A whole request as bytes; `line` is `METHOD target`."""
        head = [f"{line} HTTP/1.1", f"Host: {host}", *fields]
        if token:
            head.append(f"Authorization: Bearer {token}")
        return "\r\n".join(head + ["", ""]).encode("latin-1") + body


def drain(connection, quiet=3.0):
    """(bytes, whether the other side closed)."""
    got = b""
    while select.select([connection], [], [], quiet)[0]:
        try:
            more = connection.recv(1 << 16)
        except OSError:
            return got, True
        if not more:
            return got, True
        got += more
    return got, False


def answers(data):
    """The status of each answer in what came over a connection, read as whoever stands in front would read it: by its length, up to the one that says it is
    the last. `AssertionError` when more than that one's own bytes follow and hold another success."""
    codes = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        codes.append(int(head[9:12]))
        fields = {name.strip().lower(): value.strip().lower() for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])}
        length = 0 if codes[-1] < 200 or codes[-1] in (204, 304) else int(fields.get(b"content-length", len(rest)))
        data = rest[length:]
        if fields.get(b"connection") == b"close":
            assert b" 200 OK" not in rest, rest[:400]
            break
    return codes


def wait_until(condition, patience=PATIENCE):
    """Whether it came true."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


__all__ = ["BINARY", "OWNER", "PATIENCE", "ROOT", "SECRET", "Door", "answers", "drain", "wait_until"]
