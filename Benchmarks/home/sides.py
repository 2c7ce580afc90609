"""Who is spoken to: Jarvis through POST /chat, and Home Assistant's own Assist; both on the same house."""
import http.client
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import support  # noqa: E402

from cases import fold  # noqa: E402
from judge import Reply  # noqa: E402

READY_WITHIN = 20.0     # seconds until Jarvis knows the house


class Assist:
    """Home Assistant's conversation agent, through its REST API."""
    name = "assist"

    def __init__(self, home, language):
        self.home, self.language = home, language
        self.conversation = None
        self.connection = http.client.HTTPConnection("127.0.0.1", home.port, timeout=60)

    def prepare(self, case):
        self.conversation = None
        for item in self.shopping():
            self.home.request("POST", f"/api/shopping_list/item/{item['id']}", {"complete": True})
        self.home.request("POST", "/api/shopping_list/clear_completed", {})
        for name, items in case.holds.items():
            for item in items if is_shopping(name) else []:
                self.home.request("POST", "/api/shopping_list/item", {"name": item})

    def say(self, text):
        asked = time.time()
        body = {"text": text, "language": self.language} | ({"conversation_id": self.conversation} if self.conversation else {})
        answer = self.home.request("POST", "/api/conversation/process", body, self.connection)
        at = time.time()
        self.conversation = answer["conversation_id"]
        speech = (answer["response"].get("speech") or {}).get("plain", {}).get("speech", "")
        return Reply(speech, asked, at, failed=answer["response"]["response_type"] == "error")

    def shopping(self):
        return self.home.request("GET", "/api/shopping_list")

    def lists(self, names):
        return {name: [item["name"] for item in self.shopping() if not item["complete"]] if is_shopping(name) else [] for name in names}

    def timers(self):
        return []       # this release has none for the voice

    def close(self):
        self.connection.close()


class JarvisSide:
    """A Jarvis of its own, on an empty data folder, beside the house."""
    name = "jarvis"

    def __init__(self, binary, home, language):
        self.language = language
        self.jarvis = support.Jarvis(binary, settings={
            "HOME_ASSISTANT_URL": home.url, "HOME_ASSISTANT_TOKEN": home.token, "JARVIS_LANGUAGE": language, "JARVIS_TIME_ZONE": "Europe/Paris"})
        self.jarvis.start()
        self.jarvis.create_owner()
        self.token = self.jarvis.sign_in()
        self.signed_in = time.monotonic()
        self.conversation = None
        self.trace = None
        self.connection = http.client.HTTPConnection("127.0.0.1", self.jarvis.port, timeout=60)

    def wait_until_ready(self, is_ready):
        """Says `is_ready`'s sentence again until it holds: the house is read in the background after the start."""
        deadline = time.monotonic() + READY_WITHIN
        while not is_ready():
            if time.monotonic() > deadline:
                raise SystemExit(f"Jarvis did not know the house within {READY_WITHIN:.0f} s; the end of its log:\n{self.jarvis.last_lines()}")
            time.sleep(0.1)

    def call(self, method, path, body=None):
        return self.jarvis.call(method, path, body, self.token)

    def prepare(self, case):
        if time.monotonic() - self.signed_in > 600:     # a token is good for half an hour
            self.token, self.signed_in = self.jarvis.sign_in(), time.monotonic()
        self.conversation = None
        for kind in ("timers", "reminders", "automations"):
            for row in self.rows(f"/{kind}"):
                if row.get("state") in (None, "pending", "paused", "enabled", "active"):
                    self.call("DELETE", f"/{kind}/{row['id']}")
        for row in self.rows("/lists"):
            self.call("DELETE", f"/lists/{quote(row['name'])}")
        for name, items in case.holds.items():
            for item in items:
                self.call("POST", f"/lists/{quote(name)}", {"text": item})

    def rows(self, path):
        status, answer = self.call("GET", path)
        return answer["items"] if status == 200 and isinstance(answer, dict) and "items" in answer else answer if isinstance(answer, list) else []

    def say(self, text):
        asked = time.time()
        body = {"message": text, "language": self.language} | ({"conversation_id": self.conversation} if self.conversation else {})
        status, answer = support.call(self.jarvis.port, "POST", "/chat", body, self.token, connection=self.connection)
        at = time.time()
        if status != 200:
            return Reply(f"{status}: {answer}", asked, at, failed=True)
        self.conversation, self.trace = answer["conversation_id"], answer.get("trace_id")
        return Reply(answer["response"], asked, at)

    def stages(self):
        """The stages of the last turn: name → milliseconds."""
        status, answer = self.call("GET", f"/traces/{self.trace}")
        return {stage["name"]: stage["milliseconds"] for stage in answer["stages"]} if status == 200 else {}

    def lists(self, names):
        found = {}
        for name in names:
            status, answer = self.call("GET", f"/lists/{quote(name)}")
            items = answer.get("items") if status == 200 and answer else None
            found[name] = [item["text"] for item in items or [] if not item.get("done")]
        return found

    def timers(self):
        """Seconds left of each timer and reminder that runs."""
        now = datetime.now(timezone.utc)
        return [(datetime.fromisoformat(row["due_at"].replace("Z", "+00:00")) - now).total_seconds()
                for row in self.rows("/timers") + self.rows("/reminders") if row["state"] == "pending"]

    def close(self):
        self.connection.close()
        self.jarvis.close()


def is_shopping(name):
    return fold(name) in ("courses", "shopping")


def quote(name):
    return support.urllib.parse.quote(name)
