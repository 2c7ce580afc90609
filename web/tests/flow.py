#!/usr/bin/env python3
"""The whole way through the page in real Chromium, against any server: Jarvis itself, or the mock.

    flow.py [--url http://127.0.0.1:8000 | --binary .build/debug/jarvis] [--username … --password …] [--code SET-UP-CODE] [--xss FILE]

With --binary it starts that Jarvis on an empty data folder, without either the mock. On a server without owner it creates the account; else the account must exist.
A real server needs a high RATE_LIMIT_PER_MINUTE for this: it signs in more often than a person does.
"""
import argparse
import json
import pathlib
import re
import sys
import urllib.parse
import urllib.request
import wave
from io import BytesIO

from axe_playwright_python.sync_playwright import Axe

from browser import HERE, PATIENCE, add_server_options, chromium, server
from checks import Checks, expect

TOKYO = "quelle heure est-il à Tokyo ?"
LISTS = "ajoute du lait à la liste de courses"

#: Notes what reaches the loudspeaker: seconds and loudest sample of each piece.
LISTEN = """(() => {
    const start = AudioBufferSourceNode.prototype.start;
    window.heard = [];
    AudioBufferSourceNode.prototype.start = function (...when) {
        const loudest = this.buffer.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        window.heard.push({ seconds: this.buffer.duration, loudest });
        return start.apply(this, when);
    };
})()"""


class Flow:
    def __init__(self, browser, url, options):
        self.browser, self.url, self.options = browser, url.rstrip("/"), options
        self.troubles = []
        self.context = self.new_context()
        self.page = self.new_page(self.context)

    def new_context(self, **settings):
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR", **settings})
        context.set_default_timeout(PATIENCE)
        return context

    def new_page(self, context):
        """A page whose every trouble is noted: script errors, dialogs, breaches of the policy, requests to elsewhere."""
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda line: self.troubles.append(line.text) if "Content Security Policy" in line.text else None)
        page.on("request", lambda request: None if request.url.startswith((self.url, self.url.replace("http", "ws", 1))) else self.troubles.append(f"request: {request.url[:100]}"))
        return page

    def ask(self, text, page=None, may_fail=False):
        """Sends a message and waits for its whole answer; gives the answer's element. `may_fail`: no model needs to be there."""
        page = page or self.page
        before = page.locator(".turn").count()
        page.fill("#message", text)
        page.press("#message", "Enter")
        turn = page.locator(".turn").nth(before)
        turn.locator(".answer:not(.answer-running)").wait_for()
        expect(may_fail or turn.locator(".note-wrong").count() == 0, f"failed: {turn.inner_text()}")
        return turn.locator(".answer")

    def expect_heard(self, seconds):
        """At least so much sound has been played since `window.heard` was emptied, and it was no silence."""
        self.page.wait_for_function("least => heard.reduce((sum, piece) => sum + piece.seconds, 0) >= least", arg=seconds)
        expect(self.page.evaluate("() => Math.max(...heard.map(piece => piece.loudest)) > 0.02"), "it is silent")

    def sign_in(self, page, password=None, stay=False):
        page.fill("[name=username]", self.options.username)
        page.fill("[name=password]", password or self.options.password)
        if stay:
            page.check(".check input")
        page.press("[name=password]", "Enter")

    def call(self, path, body, method="POST"):
        """What another program does while the page is open."""
        form = urllib.parse.urlencode({"grant_type": "password", "username": self.options.username, "password": self.options.password}).encode()
        with urllib.request.urlopen(f"{self.url}/auth/token", form) as answer:
            token = json.load(answer)["access_token"]
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    # The checks, in the order of a first day

    def set_up(self):
        page = self.page
        page.goto(self.url)
        page.wait_for_selector("[name=username]")
        if page.locator("[name=repeat]").count() == 0:
            print("       (the owner exists: signing in)")
            self.sign_in(page)
        else:
            page.click("button[type=submit]")
            expect(page.locator(".field-error:not(:empty)").count() >= 2, "empty fields are not explained")
            expect(page.evaluate("() => document.activeElement.name") == "username", "the focus is not on the first wrong field")
            page.fill("[name=username]", self.options.username)
            page.fill("[name=password]", "court")
            page.wait_for_selector(".strength-0")
            page.fill("[name=password]", self.options.password)
            page.wait_for_selector(".strength-3, .strength-4")
            page.fill("[name=repeat]", self.options.password + "x")
            page.press("[name=repeat]", "Enter")
            page.get_by_text("Les deux mots de passe sont différents.").wait_for()
            page.fill("[name=repeat]", self.options.password)
            page.press("[name=repeat]", "Enter")
            page.wait_for_selector("#message, [name=code]")
            if page.locator("[name=code]").count():
                page.fill("[name=code]", self.options.code)
                page.press("[name=code]", "Enter")
        page.wait_for_selector("#message")
        expect("JARVIS" in page.locator(".sidebar").inner_text(), "no sidebar")

    def chat(self):
        page = self.page
        answer = self.ask(TOKYO)
        expect("tokyo" in answer.inner_text().lower(), f"no Tokyo in: {answer.inner_text()}")
        expect(page.input_value("#message") == "", "the message is still in its field")
        expect(page.evaluate("() => document.activeElement.id") == "message", "the focus left the message field")
        page.wait_for_function("() => document.querySelector('[data-testid=spoken]').textContent.includes('Tokyo')")

    def trace(self):
        page = self.page
        button = page.locator(".tool-trace").last
        button.click()
        page.wait_for_selector("dialog[open] .trace-stages tr")
        expect(re.search(r"\d\s(ms|s)\b", page.locator(".trace-stages").inner_text()), "no milliseconds")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog", state="detached")
        expect(button.evaluate("element => element === document.activeElement"), "the focus did not come back")

    def play(self):
        page = self.page
        page.evaluate("heard = []")
        page.locator(".answer-tools .tool").first.click()
        page.wait_for_selector(".tool-on")
        page.get_by_text("Parle", exact=True).wait_for()
        self.expect_heard(0.8)
        page.locator(".tool-on").click()
        page.wait_for_selector(".tool-on", state="detached")

    def read_aloud(self):
        page = self.page
        toggle = page.get_by_role("button", name="Lire à voix haute")
        toggle.click()
        expect(toggle.get_attribute("aria-pressed") == "true", "not pressed")
        page.evaluate("heard = []")
        self.ask(TOKYO)
        page.wait_for_selector(".bar .core-speaking")
        self.expect_heard(0.8)
        toggle.click()
        page.wait_for_selector(".bar .core-speaking", state="detached")

    def reload(self):
        page = self.page
        page.reload()
        page.wait_for_selector("#message")
        page.locator(".question", has_text=TOKYO).first.wait_for()
        self.ask("combien font 12 fois 12 ?")

    def wrong_password(self):
        page = self.page
        page.get_by_role("button", name="Se déconnecter").click()
        page.wait_for_selector("[name=password]")
        self.sign_in(page, "pas le bon mot de passe")
        page.get_by_text("Nom ou mot de passe incorrect.").wait_for()
        expect(page.locator("[name=password]").get_attribute("aria-invalid") == "true", "the field is not marked")
        self.sign_in(page, stay=True)
        page.wait_for_selector("#message")

    def stay_signed_in(self):
        other = self.new_page(self.context)
        self.page.close()
        self.page = other
        other.goto(self.url)
        other.wait_for_selector("#message")

    def conversations(self):
        page = self.page
        page.get_by_role("button", name="Nouvelle conversation").click()
        self.ask(LISTS)
        first = page.url
        page.locator(".conversation-current", has_text=re.compile("lait", re.I)).wait_for()
        page.get_by_role("button", name="Nouvelle conversation").click()
        page.wait_for_selector(".invitation")
        self.ask(TOKYO)
        expect(page.url != first, "the address did not change")
        page.locator(".conversation", has_text=re.compile("lait", re.I)).first.locator(".conversation-open").click()
        page.locator(".question", has_text="lait").wait_for()
        expect(page.url == first, "the address is not the conversation's")
        page.go_back()
        page.locator(".question", has_text="Tokyo").wait_for()

    def delete(self):
        page = self.page
        row = page.locator(".conversation", has_text=re.compile("lait", re.I))
        before = row.count()
        row.first.hover()
        row.first.locator(".conversation-delete").click()
        page.wait_for_selector("dialog[open]")
        page.get_by_role("button", name="Annuler", exact=True).click()
        page.wait_for_selector("dialog", state="detached")
        expect(row.count() == before, "it went away though cancelled")
        row.first.hover()
        row.first.locator(".conversation-delete").click()
        page.locator("dialog .button-danger").click()
        page.wait_for_selector("dialog", state="detached")
        expect(row.count() == before - 1, "it is still there")
        page.reload()
        page.wait_for_selector(".conversation")
        expect(row.count() == before - 1, "it came back")

    def timer(self):
        page = self.page
        page.wait_for_selector(".link-open")
        toggle = page.get_by_role("button", name="Lire à voix haute")
        toggle.click()
        # Answers are spoken as they stream; only the announcement asks for its own speech.
        with page.expect_response(lambda response: response.url.endswith("/synthesize") and "pâtes" in response.request.post_data_json["text"]) as announced:
            self.ask("mets un minuteur de 2 secondes pour les pâtes")
        with wave.open(BytesIO(announced.value.body())) as speech:
            seconds = speech.getnframes() / speech.getframerate()
        page.wait_for_function("seconds => heard.some(piece => Math.abs(piece.seconds - seconds) < 0.02 && piece.loudest > 0.02)", arg=seconds)
        toggle.click()
        page.locator(".toast", has_text="pâtes").wait_for()
        page.locator(".notice", has_text="pâtes").wait_for()
        page.get_by_role("button", name="Fermer l’annonce").click()
        page.wait_for_selector(".toast", state="detached")

    def cancel_timer(self):
        page = self.page
        self.ask("mets un minuteur de 10 minutes pour le thé")
        chip = page.locator(".timer", has_text="thé")
        chip.wait_for()
        expect(re.search(r"10:00|9:\d\d", chip.inner_text()), f"no countdown: {chip.inner_text()}")
        chip.get_by_role("button").click()
        chip.wait_for(state="detached")

    def house(self):
        page = self.page
        page.get_by_role("button", name="Maison", exact=True).click()
        page.get_by_role("heading", name="Maison").wait_for()
        expect(page.url.endswith("#/home"), f"the address is {page.url}")
        page.locator(".tile").first.wait_for()
        expect(page.locator(".room h2").all_inner_texts()[-1].startswith("Sans pièce"), "devices without a room are not last")
        lamp = page.locator(".tile", has_text="Lampe du salon")
        button = lamp.get_by_role("button")
        expect(button.get_attribute("aria-pressed") == "false", "the lamp is on")
        button.click()
        lamp.get_by_text("Allumé").wait_for()
        expect(button.get_attribute("aria-pressed") == "true", "the button is not pressed")
        page.get_by_text("1 lumière allumée").wait_for()
        slider = lamp.get_by_role("slider")
        slider.focus()
        slider.press("Home")
        lamp.get_by_text("Allumé à 1 %").wait_for()
        # Somebody else switches it off: the page shows it by itself.
        self.call("/home/entities/light.salon/turn_off", {})
        lamp.get_by_text("Éteint").wait_for()
        expect(lamp.get_by_role("slider").count() == 0, "a lamp that is off can be dimmed")
        expect("12,5 °C" in page.locator(".tile", has_text="Température extérieure").inner_text(), "the sensor's value is not shown")
        away = page.locator(".tile", has_text="Prise de la cave")
        expect("Injoignable" in away.inner_text() and away.get_by_role("button").is_disabled(), "a device that is away can be used")

    def openings(self):
        page = self.page
        shutter = page.locator(".tile", has_text="Volet de la chambre")
        shutter.get_by_role("button", name="Fermer").click()
        shutter.get_by_text("Fermé", exact=True).wait_for()
        shutter.get_by_role("button", name="Ouvrir").click()
        shutter.get_by_text("Ouvert", exact=True).wait_for()
        heater = page.locator(".tile", has_text="Chauffage du salon")
        with page.expect_response(lambda response: response.url.endswith("/set_temperature")):
            heater.get_by_role("button", name="Augmenter").click(click_count=2)
            heater.get_by_text("Consigne 20 °C").wait_for()
        page.reload()
        page.locator(".tile", has_text="Chauffage du salon").get_by_text("Consigne 20 °C").wait_for()
        expect("Pas encore utilisé" in page.locator(".tile", has_text="Soirée").inner_text(), "a scene that was never used")
        page.get_by_role("button", name="Activer Soirée").click()
        page.locator(".tile", has_text="Soirée").get_by_text("Utilisé à").wait_for()

    def confirmed(self):
        page = self.page
        door = page.locator(".tile", has_text="Porte d’entrée")
        unlock = door.get_by_role("button", name="Déverrouiller")
        unlock.click()
        page.get_by_role("button", name="Annuler", exact=True).click()
        page.wait_for_selector("dialog", state="detached")
        expect("Verrouillé" in door.inner_text(), "it is open though nobody confirmed")
        unlock.click()
        page.get_by_role("button", name="Oui, vas-y").click()
        door.get_by_text("Déverrouillé", exact=True).wait_for()
        door.get_by_role("button", name="Verrouiller").click()
        door.get_by_text("Verrouillé", exact=True).wait_for()

    def search(self):
        page = self.page
        field = page.get_by_role("searchbox")
        field.fill("temperature")
        page.locator(".tile", has_text="Température extérieure").wait_for()
        expect(page.locator(".tile").count() == 1, "accents matter, or all is shown")
        field.fill("salon lampe")
        expect(page.locator(".tile").count() == 1, "words in another order are not found")
        field.fill("xyz")
        page.get_by_text("Aucun appareil ne porte ce nom.").wait_for()
        field.fill("")

    def automations(self):
        page = self.page
        rule = {"name": "Volets du soir", "trigger": {"type": "time", "time": "22:00", "weekdays": [1, 2, 3, 4, 5]}, "orders": [{"intent": "HassTurnOff", "slots": {"name": "Volet de la chambre"}}]}
        self.call("/automations", rule)
        page.get_by_role("button", name="Automatisations").click()
        row = page.locator(".rule", has_text="Volets du soir")
        row.get_by_text("En semaine à 22 h").wait_for()
        row.get_by_text("Prochaine fois").wait_for()
        row.get_by_role("button", name="Lancer").click()
        page.locator(".page-note", has_text="Volets du soir").wait_for()
        row.get_by_role("button", name="Mettre en pause").click()
        row.get_by_text("En pause", exact=True).wait_for()
        row.get_by_role("button", name="Reprendre").click()
        row.get_by_text("Prochaine fois").wait_for()
        row.get_by_role("button", name="Pourquoi").click()
        page.locator("dialog .run", has_text=f"Demandé par {self.options.username}").wait_for()
        page.keyboard.press("Escape")
        row.get_by_role("button", name="Supprimer").click()
        page.locator("dialog .button-danger").click()
        row.wait_for(state="detached")
        page.get_by_text("Aucune automatisation").wait_for()

    def way_back(self):
        page = self.page
        page.go_back()
        page.get_by_role("heading", name="Maison").wait_for()
        page.get_by_role("button", name="Conversation", exact=True).click()
        page.wait_for_selector("#message")
        self.ask(TOKYO)
        kept = page.url
        page.get_by_role("button", name="Maison", exact=True).click()
        page.locator(".tile").first.wait_for()
        page.go_back()
        page.locator(".question", has_text="Tokyo").first.wait_for()
        expect(page.url == kept, "back does not lead to the conversation")

    def xss(self):
        page = self.page
        payloads = self.options.xss.read_text(encoding="utf-8").splitlines()
        messages, size = [[]], 0
        for payload in payloads:
            if size + len(payload) > 3500:
                messages.append([])
                size = 0
            messages[-1].append(payload)
            size += len(payload) + 1
        for message in messages:
            self.ask("\n".join(message), may_fail=True)
            shown = page.locator(".question p").last.inner_text()
            expect(re.sub(r"\s", "", message[0])[:40] in re.sub(r"\s", "", shown), "the text is not shown as it was typed")
        page.reload()
        page.wait_for_selector(".question")
        for part in (".log", ".sidebar"):
            strange = page.locator(part).evaluate("""root => [...root.querySelectorAll('*')].filter(e => !e.closest('svg.icon, svg.core')).map(e => e.tagName)
                .filter(tag => !['DIV','ARTICLE','SPAN','P','BR','STRONG','CODE','PRE','UL','OL','LI','TIME','BUTTON','I','NAV','SECTION','H1','H2','FOOTER','ASIDE'].includes(tag))""")
            expect(strange == [], f"elements from text: {strange[:5]}")
        linked = page.locator("#root").evaluate("root => [...root.querySelectorAll('*')].some(e => [...e.attributes].some(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value)))")
        expect(not linked, "an attribute that runs script")

    def keyboard(self):
        context = self.new_context()
        page = self.new_page(context)
        page.goto(self.url)
        page.wait_for_selector("[name=username]")
        focused = "() => { const e = document.activeElement; return e.name || e.id || e.className; }"
        expect(page.evaluate(focused) == "username", "the name does not have the focus")
        page.keyboard.type(self.options.username)
        page.keyboard.press("Tab")
        page.keyboard.type(self.options.password)
        page.keyboard.press("Enter")
        page.wait_for_selector("#message")
        page.keyboard.type(TOKYO)
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Backspace")
        page.keyboard.press("Enter")
        page.wait_for_selector(".tool-trace")
        # All the way round with Tab: everything that can be used is reached, and it shows.
        reached, invisible = set(), []
        for _ in range(200):
            page.keyboard.press("Tab")
            name, seen = page.evaluate("""() => {
                const e = document.activeElement, style = getComputedStyle(e);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                return [e.id || e.className || e.tagName, ring || e.tagName === 'BODY' || e.id === 'message'];
            }""")
            if not seen:
                invisible.append(name)
            if name in reached and name == "skip":
                break
            reached.add(name)
        expect(not invisible, f"no visible focus on {invisible}")
        for part in ("skip", "new-conversation", "conversation-open", "conversation-delete", "toggle", "message", "tool-trace"):
            expect(any(part in name for name in reached), f"{part} is not reached")
        page.locator("#message").focus()
        page.keyboard.press("Shift+Tab")
        # The house without a mouse.
        page.get_by_role("button", name="Maison", exact=True).focus()
        page.keyboard.press("Enter")
        page.locator(".tile").first.wait_for()
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            name, seen = page.evaluate("""() => {
                const e = document.activeElement, style = getComputedStyle(e);
                return [e.getAttribute('aria-label') || e.innerText || e.className, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || e.tagName === 'BODY'];
            }""")
            expect(seen, f"no visible focus on {name}")
            reached.add(name.split("\n")[0])
        for name in ("Lampe du salon", "Ouvrir Volet de la chambre", "Augmenter Chauffage du salon", "Déverrouiller Porte d’entrée"):
            expect(name in reached, f"{name} is not reached: {reached}")
        lamp = page.locator(".tile", has_text="Lampe du salon").get_by_role("button")
        lamp.focus()
        page.keyboard.press("Space")
        page.wait_for_selector(".tile-on .tile-main[aria-pressed=true]")
        page.keyboard.press("Space")
        page.wait_for_selector(".tile-switch .tile-main[aria-pressed=false]")
        context.close()

    def phone(self):
        context = self.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        page = self.new_page(context)
        page.goto(self.url)
        page.wait_for_selector("[name=username]")
        fits = "() => document.documentElement.scrollWidth <= innerWidth"
        expect(page.evaluate(fits), "the sign-in screen is too wide")
        self.sign_in(page)
        page.wait_for_selector("#message")
        self.ask(TOKYO, page)
        expect(page.evaluate(fits), "the chat is too wide")
        box = page.locator(".composer").bounding_box()
        expect(box["y"] + box["height"] <= 844, "the message field is below the screen")
        expect(not page.locator(".new-conversation").is_visible(), "the menu is open")
        page.tap(".menu-button")
        page.locator(".new-conversation").wait_for()
        expect(page.evaluate("() => document.activeElement.classList.contains('menu-close')"), "the focus is not in the menu")
        page.keyboard.press("Escape")
        page.locator(".new-conversation").wait_for(state="hidden")
        expect(page.evaluate("() => document.activeElement.classList.contains('menu-button')"), "the focus is not back")
        page.tap(".menu-button")
        page.get_by_role("button", name="Maison", exact=True).tap()
        page.locator(".tile").first.wait_for()
        expect(page.evaluate(fits), "the house is too wide")
        lamp = page.locator(".tile", has_text="Lampe du salon")
        lamp.get_by_role("button").tap()
        lamp.get_by_text("Allumé").wait_for()
        lamp.get_by_role("button").tap()
        lamp.get_by_text("Éteint").wait_for()
        small = page.evaluate("() => [...document.querySelectorAll('button, input')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.className)")
        expect(small == [], f"too small to touch: {small}")
        page.tap(".menu-button")
        page.tap(".conversation-open >> nth=0")
        page.locator(".new-conversation").wait_for(state="hidden")
        small = page.evaluate("() => [...document.querySelectorAll('button')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.className)")
        expect(small == [], f"too small to touch: {small}")
        context.close()

    def languages(self):
        page = self.page
        page.get_by_role("button", name="English").click()
        page.get_by_role("button", name="New conversation").wait_for()
        expect(page.evaluate("() => document.documentElement.lang") == "en", "the page's language is not said")
        page.reload()
        page.get_by_role("button", name="New conversation").click()
        page.get_by_text("What can I do for you?").wait_for()
        answer = self.ask("what time is it in Tokyo?")
        expect("Tokyo" in answer.inner_text(), answer.inner_text())
        page.get_by_role("button", name="Français").click()
        page.get_by_role("button", name="Nouvelle conversation").wait_for()
        context = self.new_context(locale="en-GB")
        english = self.new_page(context)
        english.goto(self.url)
        english.get_by_role("heading", name="Sign in").wait_for()
        context.close()

    def offline(self):
        page = self.page
        self.context.set_offline(True)
        page.wait_for_selector(".link-offline")
        page.fill("#message", TOKYO)
        page.press("#message", "Enter")
        note = page.locator(".turn .note-wrong").last
        note.wait_for()
        self.context.set_offline(False)
        page.wait_for_selector(".link-open")
        note.get_by_role("button", name="Réessayer").click()
        page.locator(".turn").last.locator(".tool-trace").wait_for()
        expect(page.locator(".turn .note-wrong").count() == 0, "the failure is still shown")

    def reduced_motion(self):
        self.page.emulate_media(reduced_motion="reduce")
        moving = self.page.evaluate("() => [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none').length")
        self.page.emulate_media(reduced_motion="no-preference")
        expect(moving == 0, f"{moving} elements move")

    def accessible(self):
        page = self.page
        page.emulate_media(reduced_motion="reduce")  # axe must not measure colours half-way through a fade
        no_barrier(page, "chat")
        page.locator(".tool-trace").last.click()
        page.wait_for_selector(".trace-stages")
        no_barrier(page, "trace")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Nouvelle conversation").click()
        page.wait_for_selector(".invitation")
        no_barrier(page, "invitation")
        page.get_by_role("button", name="Maison", exact=True).click()
        page.locator(".tile").first.wait_for()
        page.locator(".tile", has_text="Lampe du salon").get_by_role("button").click()
        page.wait_for_selector(".tile-on .tile-slider")
        no_barrier(page, "house")
        page.get_by_role("button", name="Automatisations").click()
        page.get_by_role("heading", name="Automatisations").wait_for()
        no_barrier(page, "automations")
        page.get_by_role("button", name="Conversation", exact=True).click()
        page.set_viewport_size({"width": 390, "height": 844})
        page.click(".menu-button")
        no_barrier(page, "menu on a phone")
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.get_by_role("button", name="Se déconnecter").click()
        page.wait_for_selector("[name=password]")
        no_barrier(page, "sign-in")

    def no_trouble(self):
        expect(self.troubles == [], f"{len(self.troubles)}: {self.troubles[:3]}")


def no_barrier(page, where):
    found = Axe().run(page).response["violations"]
    expect(found == [], "; ".join(f"{where}: {issue['id']}: {issue['nodes'][0]['html'][:120]}" for issue in found))


STEPS = [
    ("set-up explains what is wrong and creates the owner", Flow.set_up),
    ("a question is answered, and said to those who listen", Flow.chat),
    ("the trace opens, and gives the focus back", Flow.trace),
    ("an answer is played and silenced", Flow.play),
    ("read aloud speaks while it answers", Flow.read_aloud),
    ("reload keeps session and conversation", Flow.reload),
    ("a wrong password is refused, the right one goes in", Flow.wrong_password),
    ("staying signed in survives the tab", Flow.stay_signed_in),
    ("conversations are listed and opened; back goes back", Flow.conversations),
    ("a conversation is deleted after confirmation", Flow.delete),
    ("a timer is announced, and spoken", Flow.timer),
    ("a timer counts down and is cancelled", Flow.cancel_timer),
    ("the house shows its rooms, obeys, and follows what others do", Flow.house),
    ("shutters, heating and scenes", Flow.openings),
    ("what opens the house is asked about first", Flow.confirmed),
    ("a device is found by its name", Flow.search),
    ("automations are run, paused, explained and deleted", Flow.automations),
    ("house and conversation, there and back", Flow.way_back),
    ("no text becomes an element or runs a script", Flow.xss),
    ("everything by keyboard, with a visible focus", Flow.keyboard),
    ("it fits a phone", Flow.phone),
    ("French and English", Flow.languages),
    ("offline is said, and a question can be sent again", Flow.offline),
    ("nothing moves where motion is not wanted", Flow.reduced_motion),
    ("axe finds no barrier on any screen", Flow.accessible),
    ("no script error, no dialog, no breach of the policy, no request to elsewhere", Flow.no_trouble),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_server_options(parser)
    parser.add_argument("--username", default="maison")
    parser.add_argument("--password", default="cheval agrafe pile correcte")
    parser.add_argument("--code", default="")
    parser.add_argument("--xss", type=pathlib.Path, default=HERE / "data" / "xss_payloads.txt")
    options = parser.parse_args()
    checks = Checks()
    with server(options) as url, chromium() as browser:
        flow = Flow(browser, url, options)
        for name, step in STEPS:
            checks.run(name, lambda: step(flow), flow.page)
    return checks.summary()


if __name__ == "__main__":
    sys.exit(main())
