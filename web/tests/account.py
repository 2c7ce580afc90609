#!/usr/bin/env python3
"""The pages of the account in real Chromium, against the mock or Jarvis itself (`--binary`); what a server does not have is skipped."""
import argparse
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe

from browser import PATIENCE, add_server_options, chromium, server, set_up_or_sign_in
from checks import Checks, expect

NAME, PASSWORD = "maison", "cheval agrafe pile correcte"

FITS = "() => document.documentElement.scrollWidth <= innerWidth"


class Account:
    def __init__(self, browser, url, is_mock):
        # A page at an address in numbers may not have passkeys.
        self.browser, self.url, self.is_mock = browser, url.rstrip("/").replace("127.0.0.1", "localhost"), is_mock
        self.troubles = []
        self.context = self.new_context()
        self.page = self.new_page(self.context)

    def new_context(self, **settings):
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "fr-FR", "reduced_motion": "reduce", **settings})
        context.set_default_timeout(PATIENCE)
        return context

    def new_page(self, context):
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", lambda line: self.troubles.append(line.text) if "Content Security Policy" in line.text else None)
        page.on("request", lambda request: None if request.url.startswith((self.url, self.url.replace("http", "ws", 1), "blob:" + self.url)) else self.troubles.append(f"request: {request.url[:100]}"))
        return page

    def other_device(self, agent="Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"):
        """Signs in with another program: its token."""
        form = urllib.parse.urlencode({"grant_type": "password", "username": NAME, "password": PASSWORD}).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/auth/token", form, {"User-Agent": agent})) as answer:
            return json.load(answer)["access_token"]

    def status(self, token, path="/auth/me"):
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {token}"})) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def part(self, title, page=None):
        return (page or self.page).locator("section.part", has=(page or self.page).get_by_role("heading", name=title, exact=True))

    def fine(self, where, page=None):
        """No barrier, and it fits the smallest phone."""
        page = page or self.page
        found = Axe().run(page).response["violations"]
        expect(found == [], "; ".join(f"{where}: {issue['id']}: {issue['nodes'][0]['html'][:160]}" for issue in found))
        size = page.viewport_size
        page.set_viewport_size({"width": 360, "height": 740})
        expect(page.evaluate(FITS), f"{where} is too wide for a phone")
        wide = page.evaluate("() => [...document.querySelectorAll('.page, dialog[open] .dialog-body')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.className)")
        expect(wide == [], f"{where}: something sticks out of {wide}")
        small = page.evaluate("() => [...document.querySelectorAll('button, input, a.button')].filter(e => e.offsetParent && e.getBoundingClientRect().height < 22).map(e => e.className)")
        expect(small == [], f"{where}: too small to touch: {small}")
        page.set_viewport_size(size)

    # The checks

    def sessions(self):
        page = self.page
        page.goto(self.url)
        set_up_or_sign_in(page, NAME, PASSWORD)
        token, kept = self.other_device(), self.other_device("curl/8.5.0")
        page.get_by_role("button", name=f"Compte de {NAME}").click()
        part = self.part("Appareils connectés")
        part.get_by_text("Chrome sur Android").wait_for()
        first = part.locator(".row").first
        expect("Cet appareil" in first.inner_text() and "Linux" in first.inner_text(), f"this device is not the first: {first.inner_text()}")
        expect(part.get_by_text("Cet appareil").count() == 1 and part.get_by_role("heading", name="curl").count() == 1, "the devices are not told apart")
        self.fine("sessions")
        part.get_by_role("button", name="Déconnecter Chrome sur Android").click()
        self.fine("sign out one")
        page.keyboard.press("Escape")
        expect(self.status(token) == 200, "it was signed out without being asked for")
        expect(page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Déconnecter Chrome sur Android", "the focus is not back")
        page.keyboard.press("Enter")
        page.get_by_role("dialog").get_by_role("button", name="Déconnecter").click()
        part.locator(".row", has_text="Chrome sur Android").wait_for(state="detached")
        expect((self.status(token), self.status(kept)) == (401, 200), "the wrong one was signed out")

    def everywhere(self):
        page = self.page
        token = self.other_device()
        page.goto(self.url + "/#/account")
        self.part("Appareils connectés").get_by_role("button", name="Déconnecter tout").click()
        page.get_by_role("dialog").get_by_role("button", name="Déconnecter tout").click()
        page.wait_for_selector("[name=password]")
        expect(self.status(token) == 401, "the other device is still signed in")
        expect("account" not in page.url, "the next person begins in the account")
        set_up_or_sign_in(page, NAME, PASSWORD)

    def https(self):
        page = self.page
        page.goto(self.url + "/#/account")
        page.get_by_role("link", name="Connexion sûre").click()
        page.get_by_text("Cette page vient de la machine de Jarvis").wait_for()
        with page.expect_download() as download:
            page.get_by_role("link", name="Télécharger jarvis-ca.crt").click()
        expect(download.value.suggested_filename == "jarvis-ca.crt", download.value.suggested_filename)
        expect(page.locator("details[open] summary").inner_text() == "Linux (Chrome, Chromium)", "the steps of this device are not shown")
        page.locator("summary", has_text="Android").click()
        self.fine("https")
        page.go_back()
        self.part("Appareils connectés").wait_for()

    def https_signed_out(self):
        """An address in the clear says so before anybody types a password."""
        context = self.new_context(viewport={"width": 360, "height": 740})
        page = self.new_page(context)
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
        page.goto(self.url)
        page.get_by_role("link", name="Rendre la connexion sûre").click()
        page.get_by_text("Cette page n’est pas protégée").wait_for()
        self.fine("https, signed out", page)
        page.get_by_role("link", name="Retour à la connexion").click()
        page.wait_for_selector("[name=password]")
        context.close()

    def no_certificate(self):
        page = self.page
        page.route("**/ca.crt", lambda route: route.fulfill(status=404, content_type="application/problem+json", body='{"title":"x","status":404}'))
        page.goto(self.url + "/#/https")
        page.reload()
        page.get_by_text("Il n’y a pas de certificat à installer").wait_for()
        expect(page.get_by_role("link", name="Télécharger jarvis-ca.crt").count() == 0, "there is a download of nothing")
        page.unroute("**/ca.crt")

    def no_trouble(self):
        expect(self.troubles == [], f"{len(self.troubles)}: {self.troubles[:3]}")


STEPS = [
    ("devices are listed, and one is signed out", Account.sessions, "any"),
    ("everywhere is signed out", Account.everywhere, "any"),
    ("the certificate of the home is downloaded, with what to do", Account.https, "mock"),
    ("the same before signing in", Account.https_signed_out, "mock"),
    ("no certificate is explained", Account.no_certificate, "any"),
    ("no script error, no breach of the policy, no request to elsewhere", Account.no_trouble, "any"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_server_options(parser)
    options = parser.parse_args()
    checks = Checks()
    with server(options) as url, chromium() as browser:
        account = Account(browser, url, not (options.url or options.binary))
        for name, step, where in STEPS:
            if where == "any" or account.is_mock:
                checks.run(name, lambda: step(account), account.page)
    return checks.summary()


if __name__ == "__main__":
    sys.exit(main())
