#!/usr/bin/env python3
"""Payloads through every field that takes a text, and through what a model, a house and a browser say of themselves; then every place that shows them, in real Chromium, with a
wire across the door: no script may run, and no element may come out of a text.

    xss.py [--binary .build/debug/jarvis] [--xss FILE]
"""
import argparse
import contextlib
import http.server
import json
import pathlib
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from browser import HERE, PATIENCE, chromium, jarvis, set_up_or_sign_in
from checks import Checks, expect

NAME, PASSWORD = "<img src=x onerror=alert(1)>'\"><script>alert(2)</script>", "cheval agrafe pile correcte"

#: Tells of every way in which a text would make itself heard, also of one that only the policy stops.
WIRE = """(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = (...words) => tripped(name + ': ' + words.join());
    document.addEventListener('securitypolicyviolation', event => tripped('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
    window.addEventListener('error', event => tripped('error: ' + (event.message || event.target && event.target.tagName)), true);
})()"""

STRANGERS = """() => {
    const own = new Set('DIV ARTICLE SPAN P BR STRONG EM CODE PRE UL OL LI TIME BUTTON I NAV SECTION H1 H2 H3 FOOTER ASIDE MAIN HEADER LABEL INPUT TEXTAREA FORM TABLE THEAD TBODY TR TD TH CAPTION DL DT DD DIALOG OUTPUT SMALL'.split(' '));
    const all = [...document.querySelectorAll('#root *')].filter(element => !element.closest('svg'));
    const tags = all.filter(element => !own.has(element.tagName) && !(element.tagName === 'A' && element.className === 'skip')).map(element => element.tagName);
    const harmful = [...document.querySelectorAll('#root *')].filter(element => [...element.attributes].some(a => /^on/i.test(a.name) || /^\\s*(javascript|data|vbscript):/i.test(a.value) || a.name === 'srcdoc'));
    return [...tags, ...harmful.map(element => element.outerHTML.slice(0, 80))];
}"""


class Echo(http.server.BaseHTTPRequestHandler):
    """A language model that says what it is told, a few characters at a time: half a tag is no less dangerous than a whole one."""

    def do_GET(self):
        self.answer("application/json", [json.dumps({"data": [{"id": "echo"}]})])

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        said = next((message["content"] for message in reversed(asked["messages"]) if message["role"] == "user"), "")
        if not asked.get("stream"):
            return self.answer("application/json", [json.dumps({"choices": [{"message": {"role": "assistant", "content": said}, "finish_reason": "stop"}]})])
        pieces = [{"choices": [{"index": 0, "delta": {"content": said[at:at + 60]}}]} for at in range(0, len(said), 60)]
        pieces.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self.answer("text/event-stream", [f"data: {json.dumps(piece)}\n\n" for piece in pieces] + ["data: [DONE]\n\n"])

    def answer(self, media, parts):
        self.send_response(200)
        self.send_header("Content-Type", media)
        self.end_headers()
        for part in parts:
            self.wfile.write(part.encode())

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def echo():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()


def house(payloads):
    """A house whose floors, rooms, devices and states are named by an attacker. JSON is YAML, too."""
    clean = ["".join(c for c in payload if c.isprintable())[:120].strip() for payload in payloads]
    clean = list(dict.fromkeys(name for name in clean if name))[:200]
    areas = [{"name": name, "floor": clean[-1]} for name in clean[:20]]
    kinds = ("light", "switch", "sensor", "cover", "lock", "scene", "climate")
    entities = [{"id": f"{kinds[index % 7]}.e{index}", "name": name, "area": areas[index % 20]["name"]} for index, name in enumerate(clean)]
    for entity in entities:
        if entity["id"].startswith("sensor"):
            entity |= {"state": entity["name"], "attributes": {"unit_of_measurement": entity["name"][:60]}}
    return json.dumps({"floors": [{"name": clean[-1]}], "areas": areas, "entities": entities}, ensure_ascii=False)


class Attack:
    def __init__(self, browser, url, payloads):
        self.browser, self.url, self.payloads = browser, url, payloads
        self.tripped, self.taken = [], {}
        self.context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
        self.context.set_default_timeout(PATIENCE)
        self.context.expose_binding("tripped", lambda source, what: self.tripped.append(f"{source['page'].url[-60:]}: {what[:120]}"))
        self.context.add_init_script(WIRE)
        self.page = self.watched(self.context.new_page())

    def watched(self, page):
        page.on("dialog", lambda dialog: (self.tripped.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.tripped.append(f"script error: {error}"))
        page.on("console", lambda line: self.tripped.append(line.text[:200]) if "Content Security Policy" in line.text else None)
        page.on("popup", lambda popup: self.tripped.append(f"popup: {popup.url}"))
        page.on("request", lambda request: None if request.url.startswith((self.url, self.url.replace("http", "ws", 1))) else self.tripped.append(f"request: {request.url[:100]}"))
        return page

    def call(self, method, path, body=None, form=False, agent=None):
        """(status, answer). What is refused is counted by the caller."""
        headers = {"Authorization": f"Bearer {self.token}"} if getattr(self, "token", None) else {}
        if agent:
            headers["User-Agent"] = agent
        data = None
        if body is not None:
            data = (urllib.parse.urlencode(body) if form else json.dumps(body)).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, data, headers, method=method)) as answer:
                content = answer.read()
                return answer.status, json.loads(content) if content else None
        except urllib.error.HTTPError as error:
            return error.code, None

    def sign_in(self, agent=None):
        return self.call("POST", "/auth/token", {"grant_type": "password", "username": NAME, "password": PASSWORD}, form=True, agent=agent)[1]["access_token"]

    def put(self, field, method, path, bodies):
        """Sends each, and keeps how many were taken: a field that takes none would prove nothing."""
        statuses = [self.call(method, path(body) if callable(path) else path, body)[0] for body in bodies]
        self.taken[field] = sum(status in (200, 201) for status in statuses)
        wrong = sorted({status for status in statuses if status not in (200, 201, 400, 404, 413)})
        expect(not wrong, f"{field}: {wrong}")
        expect(self.taken[field] > len(bodies) // 4, f"{field}: only {self.taken[field]} of {len(bodies)} were taken")

    def clean(self):
        """No wire was touched, and nothing on the page came out of a text."""
        self.page.wait_for_timeout(200)
        strange = self.page.evaluate(STRANGERS)
        expect(strange == [], f"elements from text: {strange[:5]}")
        expect(self.tripped == [], f"{len(self.tripped)}: {self.tripped[:3]}")

    def blocks(self, size):
        """The payloads, as many in one text as fit."""
        blocks = [""]
        for payload in self.payloads:
            if len(blocks[-1]) + len(payload) >= size:
                blocks.append("")
            blocks[-1] += ("\n" if blocks[-1] else "") + payload[:size - 1]
        return blocks

    # The checks

    def set_up(self):
        page = self.page
        page.goto(self.url)
        for field, value in (("username", NAME), ("password", PASSWORD), ("repeat", PASSWORD)):
            page.fill(f"[name={field}]", value)
        page.press("[name=repeat]", "Enter")
        page.wait_for_selector("#message")
        self.token = self.sign_in()
        self.clean()

    def fill(self):
        some = self.payloads[:150]
        self.put("conversation titles", "POST", "/chat", [{"message": payload} for payload in some])
        self.put("messages and answers", "POST", "/chat", [{"message": block} for block in self.blocks(3500)])
        self.put("timers", "POST", "/timers", [{"seconds": 8000, "label": block} for block in self.blocks(480)[:120]])
        self.put("reminders", "POST", "/reminders", [{"due_at": "2099-01-01T00:00:00Z", "label": block} for block in self.blocks(480)[:120]])
        self.put("memories", "POST", "/memories", [{"text": block, "speaker": block[:200]} for block in self.blocks(3500)])
        self.put("lists", "POST", lambda body: "/lists/" + urllib.parse.quote(body["text"][:100], safe=""), [{"text": payload[:500]} for payload in some])
        rule = {"trigger": {"type": "demand"}, "orders": [{"intent": "HassTurnOff", "slots": {"domain": "light"}}]}
        names = ["".join(c for c in payload if c.isprintable())[:120] for payload in self.payloads[:60]]
        self.put("automations", "POST", "/automations", [rule | {"name": name} for name in names])
        agents = [payload for payload in self.payloads if payload.isascii() and payload.isprintable()][:12]
        for agent in agents:
            self.sign_in(agent)
        self.sessions = self.call("GET", "/auth/sessions")[1]["items"]
        expect(len({session["device"] for session in self.sessions} & {agent[:200].strip() for agent in agents}) == len(set(agents)), "devices are not called what they call themselves")

    def chat(self):
        page = self.page
        page.goto(self.url)
        page.wait_for_selector(".conversation")
        self.clean()
        conversations = self.call("GET", "/conversations?limit=200")[1]["items"]
        big = sorted(conversations, key=lambda conversation: conversation["updated_at"])[-len(self.blocks(3500)):]
        for conversation in big[:24]:
            page.goto(f"{self.url}/#/c/{conversation['id']}")
            page.locator(".question").first.wait_for()
            self.clean()

    def streamed(self):
        """As the model says it, letter by letter, and with what Markdown could make of it."""
        page = self.page
        page.goto(self.url)
        links = ["[a](javascript:alert(1))", "![a](x\" onerror=\"alert(1))", "<javascript:alert(1)>", "[a](data:text/html,<script>alert(1)</script>)", "```html\n<script>alert(1)</script>\n```",
                 "`<img src=x onerror=alert(1)>`", "**<svg onload=alert(1)>**", "- <iframe srcdoc='<script>alert(1)</script>'>", "[a]: javascript:alert(1)\n[a]", "# <style>*{}</style>"]
        for text in ["\n".join(links), *self.blocks(1500)[:6]]:
            before = page.locator(".turn").count()
            page.fill("#message", text)
            page.press("#message", "Enter")
            page.locator(".turn").nth(before).locator(".answer:not(.answer-running)").wait_for(timeout=20_000)
            self.clean()
        page.locator(".tool-trace").last.focus()        # the timers lie over it
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog[open]")
        self.clean()
        page.keyboard.press("Escape")

    def announced(self):
        """Timers that end while the page is open."""
        page = self.page
        page.wait_for_selector(".link-open")
        for payload in self.payloads[:12]:
            self.call("POST", "/timers", {"seconds": 1, "label": payload[:200]})
        page.locator(".toast").first.wait_for()
        page.wait_for_timeout(1500)
        self.clean()

    def pages(self):
        page = self.page
        page.goto(f"{self.url}/#/home")
        page.locator(".tile").first.wait_for()
        expect(page.locator(".tile").count() > 50, "the house is not shown")
        self.clean()
        page.get_by_role("searchbox").fill(NAME)
        self.clean()
        page.goto(f"{self.url}/#/automations")
        page.locator(".rule").first.wait_for()
        self.clean()
        rule = page.locator(".rule").first
        rule.get_by_role("button", name="Lancer").click()
        page.locator(".page-note, .note-wrong").first.wait_for()
        self.clean()
        rule.get_by_role("button", name="Pourquoi").click()
        page.locator("dialog[open]").wait_for()
        self.clean()
        page.keyboard.press("Escape")
        rule.get_by_role("button", name="Supprimer").click()
        page.locator("dialog[open]").wait_for()
        self.clean()
        page.keyboard.press("Escape")

    def addresses(self):
        """Of the page, of what is not there, and of what the API answers when it is opened as a page."""
        page = self.page
        for payload in self.payloads[:16]:
            quoted = urllib.parse.quote(payload[:300], safe="")
            for address in (f"/#/c/{quoted}", f"/?next={quoted}#{quoted}", f"/api/lists/{quoted}", f"/{quoted}", f"/auth/me?{quoted}"):
                with contextlib.suppress(Exception):
                    page.goto(self.url + address, wait_until="domcontentloaded", timeout=3000)
        page.goto(f"{self.url}/docs")
        expect(page.locator("script, img, svg, iframe").count() == 0, "an element from text")
        expect(self.tripped == [], f"{len(self.tripped)}: {self.tripped[:3]}")

    def the_wire_works(self):
        """The control: each way in which a script could show itself is seen."""
        page = self.page
        page.goto(self.url)
        set_up_or_sign_in(page, NAME, PASSWORD)         # who leaves the page while it renews the session has to sign in again
        page.evaluate("() => { alert(1); const image = document.createElement('img'); image.setAttribute('onerror', 'alert(2)'); image.src = 'x:y'; document.querySelector('#root').append(image); }")
        end = time.monotonic() + 10
        while len(self.tripped) < 2 and time.monotonic() < end:
            page.wait_for_timeout(50)
        expect(any("alert: 1" in what for what in self.tripped) and any("policy" in what.lower() for what in self.tripped), f"{self.tripped}")
        expect("IMG" in page.evaluate(STRANGERS), "a foreign element is not seen")


STEPS = [
    ("a name at set-up", Attack.set_up),
    ("every field takes payloads", Attack.fill),
    ("conversations and their titles", Attack.chat),
    ("answers of a model, as they come, and their trace", Attack.streamed),
    ("announcements", Attack.announced),
    ("the house and its automations", Attack.pages),
    ("addresses, and answers opened as pages", Attack.addresses),
    ("the control: what runs is seen", Attack.the_wire_works),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/debug/jarvis", help="the program jarvis, to be started for this")
    parser.add_argument("--xss", type=pathlib.Path, default=HERE / "data" / "xss_payloads.txt", help="payloads, one a line")
    options = parser.parse_args()
    payloads = [line for line in options.xss.read_text(encoding="utf-8").splitlines() if line.strip()]
    checks = Checks()
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file, echo() as model:
        file.write(house(payloads))
        file.flush()
        with jarvis(options.binary, JARVIS_HOME_FILE=file.name, OPENAI_BASE_URL=model, OPENAI_MODEL="echo") as url, chromium() as browser:
            attack = Attack(browser, url.rstrip("/"), payloads)
            for name, step in STEPS:
                began = time.monotonic()
                checks.run(name, lambda: step(attack), attack.page)
                print(f"       {time.monotonic() - began:.0f} s, taken: {attack.taken}" if step is Attack.fill else f"       {time.monotonic() - began:.0f} s", flush=True)
    return checks.summary()


if __name__ == "__main__":
    sys.exit(main())
