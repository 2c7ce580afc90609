"""A real Home Assistant (scripts/home-assistant) and what happens in it, as it tells itself over a connection of its own."""
import datetime
import http.client
import itertools
import json
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from support import ROOT, free_ports  # noqa: E402

from websocket import Closed, WebSocket  # noqa: E402

SCRIPT = ROOT / "scripts/home-assistant"
ANSWER_WITHIN = 30.0        # seconds


@dataclass(frozen=True)
class Change:
    """A state that was written, with the house's own time of it (seconds since 1970)."""
    entity: str
    old: dict
    new: dict
    at: float


class HomeAssistant:
    """One house in a temporary folder. While it is connected, `changes` grows with every `state_changed` event, and `calls` with every service
    that is called, once `hear_calls` was asked for: (domain, service, the house's own time)."""

    def __init__(self, packages=None, port=None):
        self.folder = tempfile.TemporaryDirectory(prefix="jarvis-bench-house-")
        self.path = Path(self.folder.name) / "house"
        self.port = port or free_ports(1)[0]
        self.url = self.token = None
        self.changes, self.calls = [], []
        self.told = threading.Condition()
        self.answers = {}
        self.numbers = itertools.count(1)
        self.socket = None
        (self.path / "packages").mkdir(parents=True)
        for name, content in (packages or {}).items():
            # JSON is YAML, too.
            (self.path / f"packages/{name}.yaml").write_text(json.dumps(content, ensure_ascii=False, indent=1))

    @staticmethod
    def is_installed():
        return (ROOT / ".jarvis/home-assistant/.installed").exists()

    def start(self):
        done = subprocess.run([SCRIPT, "start", self.path, str(self.port)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        given = json.loads(done.stdout)
        self.url, self.token = given["url"], given["token"]
        return self

    def stop(self, kill=False):
        self.disconnect()
        subprocess.run([SCRIPT, "stop", self.path, *(["--kill"] if kill else [])], check=True)

    def close(self):
        self.stop()
        self.folder.cleanup()

    # Its REST API

    def request(self, method, path, body=None, connection=None):
        """The decoded answer; `RuntimeError` when it refuses."""
        own = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_WITHIN)
        try:
            own.request(method, path, None if body is None else json.dumps(body),
                        {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
            response = own.getresponse()
            content = response.read()
        finally:
            if connection is None:
                own.close()
        if response.status not in (200, 201):
            raise RuntimeError(f"{method} {path} answered {response.status}: {content[:300]!r}")
        return json.loads(content)

    def states(self):
        return {state["entity_id"]: state for state in self.request("GET", "/api/states")}

    # Its WebSocket API

    def connect(self):
        self.socket = WebSocket("127.0.0.1", self.port, "/api/websocket")
        self.socket.receive()
        self.socket.send(json.dumps({"type": "auth", "access_token": self.token}))
        if json.loads(self.socket.receive())["type"] != "auth_ok":
            raise SystemExit("Home Assistant did not take its own token")
        threading.Thread(target=self.listen, args=(self.socket,), daemon=True).start()
        self.command("subscribe_events", event_type="state_changed")
        return self

    def disconnect(self):
        if self.socket:
            self.socket.close()
            self.socket = None

    def listen(self, connection):
        while True:
            try:
                message = json.loads(connection.receive())
            except (Closed, OSError):
                return
            with self.told:
                if message["type"] == "event":
                    self.note(message["event"])
                elif message["type"] == "result":
                    self.answers[message["id"]] = message
                self.told.notify_all()

    def hear_calls(self):
        self.command("subscribe_events", event_type="call_service")

    def note(self, event):
        data = event["data"]
        if event["event_type"] == "call_service":
            self.calls.append((data["domain"], data["service"], seconds(event["time_fired"])))
        elif new := data["new_state"]:
            self.changes.append(Change(data["entity_id"], data["old_state"] or {}, new, seconds(new["last_updated"])))

    def command(self, kind, **fields):
        """The result of one command; `RuntimeError` when it refuses."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "type": kind} | fields))
        with self.told:
            if not self.told.wait_for(lambda: number in self.answers, ANSWER_WITHIN):
                raise RuntimeError(f"no answer to {kind}")
            answer = self.answers.pop(number)
        if not answer["success"]:
            raise RuntimeError(f"{kind} {fields}: {answer['error']}")
        return answer["result"]

    def call(self, service, entities, **data):
        """`light.turn_on` and so on; returns when it is carried out."""
        domain, _, name = service.partition(".")
        return self.command("call_service", domain=domain, service=name, service_data=data, target={"entity_id": entities})

    def wait_for_change(self, is_met, limit):
        """Waits until `is_met()`, which is asked again with every change; whether it came."""
        with self.told:
            return self.told.wait_for(is_met, limit)

    def be_quiet(self, is_noise, quiet, limit):
        """Waits until `quiet` seconds have passed without a change that `is_noise` does not hold for; at most `limit` seconds."""
        deadline, last, seen = time.monotonic() + limit, time.monotonic(), len(self.changes)
        with self.told:
            while (now := time.monotonic()) < min(deadline, last + quiet):
                self.told.wait(min(deadline, last + quiet) - now)
                if not all(is_noise(change) for change in self.changes[seen:]):
                    last = time.monotonic()
                seen = len(self.changes)


def seconds(stamp):
    """An RFC 3339 time as seconds since 1970."""
    return datetime.datetime.fromisoformat(stamp).timestamp()
