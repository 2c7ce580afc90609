#!/usr/bin/env python3
"""The pages of the account in real Chromium, against the mock or Jarvis itself (`--binary`); what a server does not have is skipped.

Long because it is one visit: what one page makes, the next one shows and takes away.
"""
import argparse
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe

from browser import PATIENCE, add_server_options, chromium, server, set_up_or_sign_in
from checks import Checks, expect
from mock_account import totp

NAME, PASSWORD = "maison", "cheval agrafe pile correcte"

#: What a server may have, and how that shows.
PARTS = {"factors": "/auth/second-factors", "passkeys": "/auth/passkeys", "people": "/admin/users", "audit": "/admin/audit", "households": "/admin/households", "certificate": "/ca.json"}

FITS = "() => document.documentElement.scrollWidth <= innerWidth"


class Account:
    def __init__(self, browser, url, is_mock):
        # A page at an address in numbers may not have passkeys.
        self.browser, self.url, self.is_mock = browser, url.rstrip("/").replace("127.0.0.1", "localhost"), is_mock
        self.troubles = []
        self.parts = None
        self.context = self.new_context()
        self.page = self.new_page(self.context)

    def new_context(self, **settings):
        context = self.browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "fr-FR", "reduced_motion": "reduce", **settings})
        context.set_default_timeout(2 * PATIENCE)  # passwords are slow on purpose
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
        """404, too, where the page itself is the answer: Jarvis gives it for a path that no route has."""
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {token}"})) as answer:
                return 404 if answer.headers["Content-Type"].startswith("text/html") else answer.status
        except urllib.error.HTTPError as error:
            return error.code

    def has(self, where):
        """Whether the server has this part; asked once, while a password is enough."""
        if self.parts is None:
            token = self.other_device()
            self.parts = {name for name, path in PARTS.items() if self.status(token, path) != 404}
        return where in self.parts or where == "mock" and self.is_mock

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

    def other_tab(self):
        """A tab whose session ends in another one says so, and keeps what was typed."""
        context = self.new_context()
        first, second = self.new_page(context), self.new_page(context)
        first.goto(self.url)
        set_up_or_sign_in(first, NAME, PASSWORD, stay=True)
        second.goto(self.url)
        second.fill("#message", "Ajoute du pain à la liste")
        second.get_by_role("button", name=f"Compte de {NAME}").click()
        self.part("Appareils connectés", second).wait_for()
        second.go_back()
        expect(second.input_value("#message") == "Ajoute du pain à la liste", "what was typed is lost on the way to the account and back")
        first.get_by_role("button", name="Se déconnecter").click()
        second.get_by_text("Votre session est terminée.").wait_for()
        set_up_or_sign_in(second, NAME.upper(), PASSWORD)
        expect(second.input_value("#message") == "Ajoute du pain à la liste", "what was typed is lost with the session")
        # Ended from elsewhere: told by the line, or by what is sent next.
        first.goto(self.url + "/#/account")
        set_up_or_sign_in(first, NAME, PASSWORD, ready=".part")
        self.part("Appareils connectés", first).get_by_role("button", name="Déconnecter tout").click()
        first.get_by_role("dialog").get_by_role("button", name="Déconnecter tout").click()
        first.wait_for_selector("[name=password]")
        if self.is_mock:
            second.press("#message", "Enter")
        second.get_by_text("Votre session est terminée.").wait_for()
        set_up_or_sign_in(second, NAME, PASSWORD)
        expect(second.input_value("#message") == "Ajoute du pain à la liste", "what was typed is lost with the other tab's device")
        context.close()
        self.page.reload()
        self.page.wait_for_selector("[name=password]")
        set_up_or_sign_in(self.page, NAME, PASSWORD, ready=".part")

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

    def enrol(self):
        """The app's codes are taken from the window before, of and after now, so that no check waits for the next."""
        page = self.page
        page.goto(self.url + "/#/account")
        part = self.part("Double vérification")
        part.get_by_role("button", name="Activer").click()
        dialog = page.get_by_role("dialog")
        self.secret = dialog.get_by_label("Clé pour l’application").inner_text().replace(" ", "")
        picture = dialog.get_by_role("img", name="Code QR pour l’application")
        box = picture.bounding_box()
        expect(box["width"] == box["height"] > 150 and picture.locator("path").get_attribute("d").startswith("M4 4h7"), "the QR code is not drawn")
        self.fine("enrolment")
        dialog.get_by_label("Code affiché par l’application").fill("000000")
        page.keyboard.press("Enter")
        dialog.get_by_text("Ce code n’est pas le bon").wait_for()
        code = self.code(-1)
        dialog.get_by_label("Code affiché par l’application").fill(f"{code[:3]} {code[3:]}")
        page.keyboard.press("Enter")
        dialog.get_by_role("heading", name="Vos codes de secours").wait_for()
        self.recovery = dialog.get_by_label("Vos codes de secours").inner_text().split()
        expect(len(self.recovery) == 10, f"{len(self.recovery)} recovery codes")
        self.fine("recovery codes")
        with page.expect_download() as download:
            dialog.get_by_role("button", name="Télécharger").click()
        expect(open(download.value.path(), encoding="utf-8").read().split() == self.recovery, "the file holds something else")
        dialog.get_by_role("button", name="Copier").click()
        dialog.get_by_text("Copié.").or_(dialog.get_by_text("Sélectionnez le texte")).wait_for()
        dialog.get_by_role("button", name="C’est noté").click()
        part.get_by_text("10 codes de secours restants").wait_for()
        self.fine("second factor")

    def code(self, offset=0):
        return totp(self.secret, int(time.time()) // 30 + offset)

    def sign_in_with_code(self):
        page = self.page
        page.get_by_role("button", name="Se déconnecter").click()
        page.fill("[name=username]", NAME)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_selector("[name=otp]")
        expect(page.evaluate("() => document.activeElement.name") == "otp", "the focus is not on the code")
        self.fine("sign-in with a code")
        page.keyboard.press("Enter")
        page.get_by_text("Entrez le code.").wait_for()
        page.keyboard.type("000000")
        page.keyboard.press("Enter")
        page.get_by_text("Ce code n’est pas le bon, ou il a déjà servi.").wait_for()
        page.get_by_role("button", name="Retour à la connexion").click()
        page.wait_for_selector("[name=password]")
        page.press("[name=password]", "Enter")
        page.wait_for_selector("[name=otp]")
        page.keyboard.type(self.code())
        page.keyboard.press("Enter")
        page.wait_for_selector("#message")
        page.get_by_role("button", name="Se déconnecter").click()
        page.fill("[name=username]", NAME)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.get_by_role("button", name="Utiliser un code de secours").click()
        page.get_by_label("Code de secours").fill(self.recovery[0].lower() if not self.is_mock else self.recovery[0])
        page.keyboard.press("Enter")
        page.wait_for_selector("#message")
        page.goto(self.url + "/#/account")
        self.part("Double vérification").get_by_text("9 codes de secours restants").wait_for()

    def later(self):
        """Five minutes pass."""
        urllib.request.urlopen(urllib.request.Request(f"{self.url}/mock/later", b"{}", method="POST")).close()

    def step_up_by_code(self):
        """What is important asks once more, then goes on by itself; without a proof nothing is done, and nothing is called a failure."""
        page, part = self.page, self.part("Double vérification")
        self.later()
        guard = part.get_by_label("Me redemander aussi une preuve")
        guard.click()
        dialog = page.get_by_role("dialog", name="C’est bien vous ?")
        dialog.get_by_label("Code à six chiffres").wait_for()
        self.fine("step-up")
        page.keyboard.press("Escape")
        dialog.wait_for(state="detached")
        expect(not guard.is_checked() and page.locator(".note-wrong").count() == 0, "it was done without a proof, or called a failure")
        held = []
        page.route("**/auth/second-factors", lambda route: held.append(route) if route.request.method == "GET" else route.continue_())
        guard.click()
        go = dialog.get_by_role("button", name="Continuer")
        dialog.get_by_text("Chargement").wait_for()
        expect(go.get_attribute("aria-disabled") == "true", "it can be pressed before it is known what to ask for")
        while not held:
            page.wait_for_timeout(20)
        held[0].continue_()
        page.unroute("**/auth/second-factors")
        go.click()
        dialog.get_by_text("Entrez le code.").wait_for()
        dialog.get_by_label("Code à six chiffres").fill("000000")
        page.keyboard.press("Enter")
        dialog.get_by_text("Ce code n’est pas le bon").wait_for()
        dialog.get_by_role("button", name="Utiliser un code de secours").click()
        dialog.get_by_label("Code de secours").fill(self.recovery[1])
        page.keyboard.press("Enter")
        dialog.wait_for(state="detached")
        page.wait_for_function("() => document.querySelector('.part-check input').checked")

    def guarded_door(self):
        page = self.page
        self.later()
        page.get_by_role("button", name="Maison", exact=True).click()
        lock = page.locator(".tile", has_text="Porte d’entrée")
        lock.get_by_role("button", name="Déverrouiller").click()
        page.get_by_role("dialog").get_by_role("button", name="Oui, vas-y").click()
        dialog = page.get_by_role("dialog", name="C’est bien vous ?")
        dialog.get_by_role("button", name="Annuler").click()
        dialog.wait_for(state="detached")
        expect(lock.get_by_role("alert").count() == 0 and "Verrouillé" in lock.inner_text(), f"the door: {lock.inner_text()}")
        lock.get_by_role("button", name="Déverrouiller").click()
        page.get_by_role("dialog").get_by_role("button", name="Oui, vas-y").click()
        dialog.get_by_role("button", name="Utiliser un code de secours").click()
        dialog.get_by_label("Code de secours").fill(self.recovery[2])
        page.keyboard.press("Enter")
        lock.get_by_text("Déverrouillé").wait_for()
        page.goto(self.url + "/#/account")

    def step_up_by_password(self):
        page, part = self.page, self.part("Double vérification")
        self.later()
        part.get_by_role("button", name="Activer").click()
        dialog = page.get_by_role("dialog", name="C’est bien vous ?")
        dialog.get_by_label("Mot de passe", exact=True).fill("autre chose")
        page.keyboard.press("Enter")
        dialog.get_by_text("Ce n’est pas le bon mot de passe.").wait_for()
        dialog.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_role("dialog", name="Activer la double vérification").get_by_role("button", name="Annuler").click()

    def remove_factor(self):
        page, part = self.page, self.part("Double vérification")
        part.get_by_role("button", name="Nouveaux codes de secours").click()
        page.get_by_role("dialog").get_by_role("button", name="Nouveaux codes de secours").click()
        fresh = page.locator("pre[aria-label='Vos codes de secours']").inner_text().split()
        expect(len(fresh) == 10 and not set(fresh) & set(self.recovery), "the recovery codes are the old ones")
        page.keyboard.press("Escape")
        part.get_by_role("button", name="Désactiver").click()
        page.get_by_role("dialog").get_by_role("button", name="Désactiver").click()
        part.get_by_text("Désactivée").wait_for()

    def passkey(self):
        """Chromium's virtual authenticator stands in for a phone."""
        page = self.page
        tool = self.context.new_cdp_session(page)
        tool.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
        self.authenticator = tool.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
        self.tool = tool
        page.goto(self.url + "/#/account")
        part = self.part("Clés d’accès")
        part.get_by_role("button", name="Ajouter une clé d’accès").click()
        dialog = page.get_by_role("dialog", name="Ajouter une clé d’accès")
        name = dialog.get_by_label("Nom de la clé")
        expect(name.input_value() == "Chrome sur Linux", f"the name is {name.input_value()}")
        self.fine("new passkey")
        name.fill("<b>Téléphone</b>")
        page.keyboard.press("Enter")
        part.get_by_role("heading", name="<b>Téléphone</b>").wait_for()
        part.get_by_text("Pour localhost").wait_for()
        self.fine("passkeys")
        part.get_by_role("button", name="Ajouter une clé d’accès").click()
        page.keyboard.press("Enter")
        dialog.get_by_text("Cet appareil a déjà une clé d’accès").wait_for()
        page.keyboard.press("Escape")

    def sign_in_with_passkey(self):
        page = self.page
        page.get_by_role("button", name="Se déconnecter").click()
        page.get_by_role("button", name="Utiliser une clé d’accès").click()
        page.wait_for_selector("#message")
        page.get_by_role("button", name=f"Compte de {NAME}").click()
        self.part("Clés d’accès").get_by_text("Utilisée").wait_for()

    def step_up_by_passkey(self):
        page, part = self.page, self.part("Double vérification")
        self.later()
        part.get_by_role("button", name="Activer").click()
        dialog = page.get_by_role("dialog", name="C’est bien vous ?")
        dialog.get_by_role("button", name="Utiliser une clé d’accès").wait_for()
        self.fine("step-up with a passkey")
        dialog.get_by_role("button", name="Utiliser une clé d’accès").click()
        page.get_by_role("dialog", name="Activer la double vérification").get_by_role("button", name="Annuler").click()

    def remove_passkey(self):
        page, part = self.page, self.part("Clés d’accès")
        part.get_by_role("button", name="Supprimer la clé d’accès <b>Téléphone</b>").click()
        page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()
        part.get_by_text("Aucune clé d’accès pour l’instant.").wait_for()
        page.get_by_role("button", name="Se déconnecter").click()
        page.get_by_role("button", name="Utiliser une clé d’accès").click()
        page.get_by_text("Jarvis ne connaît pas cette clé d’accès.").wait_for()
        self.tool.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.authenticator})
        self.tool.send("WebAuthn.addVirtualAuthenticator", {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": False}})
        page.get_by_role("button", name="Utiliser une clé d’accès").click()
        page.get_by_text("Aucune clé d’accès n’a été utilisée").wait_for()
        self.fine("sign-in")
        self.tool.send("WebAuthn.disable")
        set_up_or_sign_in(page, NAME, PASSWORD)

    def change_password(self):
        page = self.page
        token = self.other_device()
        page.goto(self.url + "/#/account")
        part = self.part("Mot de passe")
        part.get_by_role("button", name="Changer le mot de passe").click()
        dialog = page.get_by_role("dialog", name="Changer le mot de passe")
        fresh = PASSWORD + " neuf"
        page.keyboard.press("Enter")
        dialog.get_by_text("Entrez votre mot de passe.").wait_for()
        dialog.get_by_text("Au moins 12 caractères.").wait_for()
        dialog.get_by_label("Mot de passe actuel").fill("autre chose")
        dialog.get_by_label("Nouveau mot de passe").fill(fresh)
        dialog.get_by_label("Mot de passe, encore une fois").fill(fresh)
        self.fine("new password")
        page.keyboard.press("Enter")
        dialog.get_by_text("Ce n’est pas le bon mot de passe.").wait_for()
        for old, new in ((PASSWORD, fresh), (fresh, PASSWORD)):
            if not dialog.is_visible():
                part.get_by_role("button", name="Changer le mot de passe").click()
            dialog.get_by_label("Mot de passe actuel").fill(old)
            dialog.get_by_label("Nouveau mot de passe").fill(new)
            dialog.get_by_label("Mot de passe, encore une fois").fill(new)
            page.keyboard.press("Enter")
            dialog.wait_for(state="detached")
            part.get_by_text("Mot de passe changé.").wait_for()
        expect(self.status(token) == 401, "another device is still signed in")

    def keys(self):
        page, part = self.page, self.part("Clés d’API")
        part.get_by_role("button", name="Créer une clé").click()
        dialog = page.get_by_role("dialog", name="Créer une clé")
        page.keyboard.press("Enter")
        dialog.get_by_text("Dites à quoi elle sert.").wait_for()
        dialog.get_by_label("À quoi elle sert").fill("Station météo")
        dialog.get_by_label("Lire la mémoire").check()
        dialog.get_by_label("Durée").select_option("30 jours")
        self.fine("new key")
        dialog.get_by_role("button", name="Créer").click()
        dialog = page.get_by_role("dialog", name="Clé « Station météo »")
        key = dialog.locator("pre").inner_text()
        expect(self.status(key, "/auth/me") == 200 or self.is_mock, "the key does not open")
        self.fine("the key")
        dialog.get_by_role("button", name="C’est noté").click()
        row = part.locator(".row", has_text="Station météo")
        row.get_by_text("Parler à Jarvis, Lire la mémoire").wait_for()
        expect(key not in page.content(), "the key is still on the page")
        self.fine("keys")
        row.get_by_role("button", name="Révoquer la clé Station météo").click()
        page.get_by_role("dialog").get_by_role("button", name="Révoquer").click()
        row.wait_for(state="detached")
        expect(self.status(key) == 401, "the key still opens")

    def invitation(self):
        """An invitation, and the account that comes of it, on a phone of somebody else's."""
        page = self.page
        page.get_by_role("link", name="Personnes").click()
        part = self.part("Invitations")
        part.get_by_label("Rôle de la personne").select_option("Enfant")
        part.get_by_role("button", name="Inviter").click()
        dialog = page.get_by_role("dialog", name="Invitation")
        code = dialog.locator("pre").inner_text()
        self.fine("the code of an invitation")
        page.keyboard.press("Escape")
        part.locator(".row", has_text="Enfant").wait_for()
        expect(code not in page.content(), "the code is still on the page")
        self.phone = self.new_context(viewport={"width": 360, "height": 740})
        phone = self.new_page(self.phone)
        phone.goto(self.url)
        phone.get_by_role("link", name="J’ai une invitation").click()
        phone.get_by_role("button", name="Créer mon compte").click()
        phone.get_by_text("Tapez le code que l’on vous a donné.").wait_for()
        phone.fill("[name=code]", "AAAA-AAAA")
        phone.fill("[name=username]", NAME)
        phone.fill("[name=password]", PASSWORD)
        phone.fill("[name=repeat]", PASSWORD)
        phone.keyboard.press("Enter")
        phone.get_by_text("Ce code n’est pas ou plus valable").wait_for()
        self.fine("invited", phone)
        phone.fill("[name=code]", code)
        phone.keyboard.press("Enter")
        phone.get_by_text("Ce nom est déjà pris").wait_for()
        phone.fill("[name=username]", "enfant")
        phone.keyboard.press("Enter")
        phone.wait_for_selector("#message")
        phone.get_by_role("button", name="Ouvrir le menu").click()
        phone.get_by_role("button", name="Compte de enfant").click()
        self.part("Appareils connectés", phone).wait_for()
        expect(phone.get_by_role("link", name="Personnes").count() == 0 and phone.get_by_role("link", name="Foyers").count() == 0, "a child is shown the people")
        self.child = phone

    def people(self):
        page = self.page
        page.reload()
        part = self.part("Personnes de la maison")
        row = part.locator(".row", has_text="enfant")
        row.get_by_text("Enfant", exact=True).wait_for()
        expect(part.locator(".row", has_text="Vous").get_by_role("button").count() == 0, "one can shut oneself out")
        self.fine("people")
        row.get_by_role("button", name="Modifier enfant").click()
        dialog = page.get_by_role("dialog", name="Compte de enfant")
        dialog.get_by_label("Lire la mémoire").uncheck()
        dialog.get_by_label("Ordres permis à la maison").select_option("Les plus simples")
        dialog.get_by_label("Toute la maison").uncheck()
        dialog.get_by_role("group", name="Ses pièces").get_by_label("Salon").uncheck()
        self.fine("a person")
        dialog.get_by_role("button", name="Enregistrer").click()
        dialog.wait_for(state="detached")
        row.get_by_role("button", name="Modifier enfant").click()
        expect(not dialog.get_by_label("Lire la mémoire").is_checked() and dialog.get_by_label("Parler à Jarvis").is_checked(), "the rights were not kept")
        rooms = dialog.get_by_role("group", name="Ses pièces")
        expect(not rooms.get_by_label("Salon").is_checked() and rooms.get_by_label("Chambre").is_checked(), "the rooms were not kept")
        dialog.get_by_label("Rôle", exact=True).select_option("Membre")
        expect(dialog.get_by_label("Lire la mémoire").is_checked() and dialog.get_by_label("Toute la maison").is_checked(), "the role does not bring its rights")
        dialog.get_by_role("button", name="Enregistrer").click()
        row.get_by_text("Membre", exact=True).wait_for()

    def shut_and_reset(self):
        page, phone = self.page, self.child
        row = self.part("Personnes de la maison").locator(".row", has_text="enfant")
        row.get_by_role("button", name="Fermer le compte de enfant").click()
        row.get_by_text("Compte fermé").wait_for()
        phone.reload()
        phone.wait_for_selector("[name=password]")
        row.get_by_role("button", name="Rouvrir le compte de enfant").click()
        row.get_by_text("Compte fermé").wait_for(state="detached")
        row.get_by_role("button", name="Nouveau mot de passe pour enfant").click()
        code = page.get_by_role("dialog").locator("pre").inner_text()
        page.keyboard.press("Escape")
        phone.get_by_role("link", name="Mot de passe oublié").click()
        fresh = PASSWORD + " d’enfant"
        for field, value in (("code", code), ("password", fresh), ("repeat", fresh)):
            phone.fill(f"[name={field}]", value)
        self.fine("forgotten password", phone)
        phone.keyboard.press("Enter")
        phone.get_by_text("Mot de passe changé. Connectez-vous.").wait_for()
        set_up_or_sign_in(phone, "enfant", fresh)
        row.get_by_role("button", name="Supprimer le compte de enfant").click()
        page.get_by_role("dialog").get_by_role("button", name="Supprimer").click()
        row.wait_for(state="detached")
        phone.reload()
        phone.wait_for_selector("[name=password]")
        self.phone.close()

    def take_back(self):
        page = self.page
        page.goto(self.url + "/#/people")
        part = self.part("Invitations")
        part.get_by_text("Aucune invitation en attente.").wait_for()
        part.get_by_role("button", name="Inviter").click()
        page.get_by_role("dialog", name="Invitation").get_by_role("button", name="C’est noté").click()
        part.get_by_role("button", name="Retirer l’invitation (Membre)").click()
        self.fine("taking an invitation back")
        page.get_by_role("dialog").get_by_role("button", name="Retirer").click()
        part.get_by_text("Aucune invitation en attente.").wait_for()

    def households(self):
        """One is made, its owner comes in and sees nothing of the first; renamed, and removed only when its name is typed."""
        page = self.page
        page.goto(self.url + "/#/account")
        page.get_by_role("link", name="Foyers").click()
        part = self.part("Foyers")
        part.get_by_text("Le vôtre").wait_for()
        expect(part.get_by_role("button", name="Supprimer").count() == 0, "the first household can be removed")
        part.get_by_role("button", name="Ajouter un foyer").click()
        dialog = page.get_by_role("dialog", name="Ajouter un foyer")
        page.keyboard.press("Enter")
        dialog.get_by_text("Donnez-lui un nom.").wait_for()
        expect(page.evaluate("() => document.activeElement.name") == "name", "the focus is not on what is wrong")
        self.fine("new household")
        page.keyboard.type("L’étage <b>du haut</b>")
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="Foyer « L’étage <b>du haut</b> »")
        code = dialog.locator("pre").inner_text()
        self.fine("the code of a household")
        dialog.get_by_role("button", name="C’est noté").click()
        row = part.locator(".row", has_text="L’étage")
        row.get_by_text("Personne pour l’instant").wait_for()
        context = self.new_context(viewport={"width": 360, "height": 740})
        phone = self.new_page(context)
        phone.goto(self.url + "/#/invite")
        for field, value in (("code", code), ("username", "locataire"), ("password", PASSWORD), ("repeat", PASSWORD)):
            phone.fill(f"[name={field}]", value)
        phone.keyboard.press("Enter")
        phone.wait_for_selector("#message")
        phone.goto(self.url + "/#/people")
        self.part("Personnes de la maison", phone).get_by_role("heading", name="locataire").wait_for()
        expect(phone.get_by_role("link", name="Foyers").count() == 0 and self.part("Personnes de la maison", phone).locator(".row").count() == 1, "another household sees the first")
        phone.goto(self.url + "/#/households")
        self.part("Appareils connectés", phone).wait_for()
        expect(self.part("Foyers", phone).count() == 0, "another household sees the households")
        page.reload()
        row.get_by_text("1 personne").wait_for()
        row.get_by_role("button", name="Renommer").click()
        field = page.get_by_role("dialog").get_by_label("Nom du foyer")
        expect(field.input_value() == "L’étage <b>du haut</b>", "the name is not there to be changed")
        field.fill("L’étage")
        page.keyboard.press("Enter")
        part.get_by_role("heading", name="L’étage", exact=True).wait_for()
        self.fine("households")
        if self.is_mock:
            self.later()
        part.get_by_role("button", name="Supprimer le foyer L’étage").click()
        dialog = page.get_by_role("dialog", name="Supprimer le foyer « L’étage » ?")
        page.keyboard.press("Enter")
        dialog.get_by_text("Ce n’est pas son nom.").wait_for()
        self.fine("removing a household")
        page.keyboard.type("le vôtre")
        page.keyboard.press("Enter")
        expect(row.count() == 1 and dialog.is_visible(), "it was removed under another name")
        dialog.get_by_label("Pour confirmer").fill("l'etage")
        page.keyboard.press("Enter")
        if self.is_mock:
            proof = page.get_by_role("dialog", name="C’est bien vous ?")
            proof.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
            page.keyboard.press("Enter")
        row.wait_for(state="detached")
        expect(page.evaluate("() => document.activeElement.className") == "rows", "the focus is lost with the line")
        phone.reload()
        phone.wait_for_selector("[name=password]")
        context.close()

    def audit(self):
        page = self.page
        form = urllib.parse.urlencode({"grant_type": "password", "username": NAME, "password": "deviné ?"}).encode()
        try:
            urllib.request.urlopen(f"{self.url}/auth/token", form).close()
        except urllib.error.HTTPError as error:
            expect(error.code == 401, f"a wrong password is answered with {error.code}")
        page.goto(self.url + "/#/audit")
        part = self.part("Journal")
        entries = part.locator(".entry")
        newest = entries.first
        newest.wait_for()
        for _ in range(20):  # it is written a moment after the answer
            if newest.get_by_text("refusé").count():
                break
            part.get_by_role("button", name="Chercher").click()
            page.wait_for_timeout(250)
        expect("Connexion" in newest.inner_text() and NAME in newest.inner_text(), f"the refused sign-in is not the newest: {newest.inner_text()}")
        self.fine("audit trail")
        if self.is_mock:
            part.get_by_role("button", name="Afficher la suite").click()
            page.wait_for_function("() => document.querySelectorAll('.entry').length === 10")
        part.get_by_label("Quoi").select_option("Connexion")
        page.wait_for_function("() => [...document.querySelectorAll('.entry')].every(entry => entry.innerText.includes('Connexion'))")
        part.get_by_label("Qui").fill("inconnu")
        page.keyboard.press("Enter")
        part.get_by_text("Rien de tel dans le journal.").wait_for()

    def away(self):
        """While the server is away that is said; what could not be had comes by itself when it is back."""
        page = self.page
        page.goto(self.url + "/#/people")
        part = self.part("Personnes de la maison")
        part.get_by_text("Propriétaire").wait_for()
        page.locator(".link-open").wait_for()
        self.context.set_offline(True)
        for tab in ("Connexion sûre", "Foyers", "Journal", "Personnes"):
            page.get_by_role("link", name=tab).click()
            page.locator("section.part").get_by_text("Jarvis est injoignable").first.wait_for()
        self.fine("away")
        page.get_by_role("button", name="Inviter").wait_for(state="detached")
        self.context.set_offline(False)
        part.get_by_text("Propriétaire").wait_for()
        self.part("Invitations").get_by_role("button", name="Inviter").wait_for()
        expect(page.get_by_text("Jarvis est injoignable").count() == 0, "it is still said to be away")

    def export(self):
        page = self.page
        page.goto(self.url + "/#/account")
        with page.expect_download() as download:
            self.part("Mes données").get_by_role("button", name="Télécharger mes données").click()
        lines = open(download.value.path(), encoding="utf-8").read().splitlines()
        expect(download.value.suggested_filename == "jarvis-export.jsonl" and any(NAME in line for line in map(str, map(json.loads, lines))), f"{lines[:2]}")

    def erase(self):
        """Somebody who was invited goes again, with the code of their app."""
        page = self.page
        page.goto(self.url + "/#/people")
        self.part("Invitations").get_by_role("button", name="Inviter").click()
        code = page.get_by_role("dialog").locator("pre").inner_text()
        page.keyboard.press("Escape")
        context = self.new_context()
        guest = self.new_page(context)
        guest.goto(self.url + "/#/invite")
        for field, value in (("code", code), ("username", "passant"), ("password", PASSWORD), ("repeat", PASSWORD)):
            guest.fill(f"[name={field}]", value)
        guest.keyboard.press("Enter")
        guest.wait_for_selector("#message")
        guest.goto(self.url + "/#/account")
        self.part("Double vérification", guest).get_by_role("button", name="Activer").click()
        self.secret = guest.get_by_label("Clé pour l’application").inner_text().replace(" ", "")
        guest.get_by_label("Code affiché par l’application").fill(self.code(-1))
        guest.keyboard.press("Enter")
        guest.get_by_role("button", name="C’est noté").click()
        self.part("Mes données", guest).get_by_role("button", name="Effacer mon compte").click()
        dialog = guest.get_by_role("dialog", name="Effacer votre compte ?")
        guest.keyboard.press("Enter")
        dialog.get_by_text("Entrez votre mot de passe.").wait_for()
        guest.keyboard.type("autre chose")
        guest.keyboard.press("Enter")
        dialog.get_by_text("Ce n’est pas le bon mot de passe.").wait_for()
        dialog.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        guest.keyboard.press("Enter")
        dialog.get_by_label("Code à six chiffres").wait_for()
        self.fine("erase", guest)
        dialog.get_by_label("Code à six chiffres").fill("000000")
        guest.keyboard.press("Enter")
        dialog.get_by_text("Ce code n’est pas le bon").wait_for()
        dialog.get_by_label("Code à six chiffres").fill(self.code())
        guest.keyboard.press("Enter")
        guest.wait_for_selector("[name=username]")
        context.close()
        page.reload()
        self.part("Personnes de la maison").locator(".row", has_text=NAME).wait_for()
        expect(page.get_by_text("passant").count() == 0, "the person is still there")

    def provider(self):
        """Linked, signed in with, with the code of an app, too; unlinked, and told so."""
        page = self.page
        page.goto(self.url + "/#/account")
        part = self.part("Compte extérieur")
        part.get_by_role("button", name="Relier un compte Portail").click()
        part.get_by_text("moi@portail").wait_for()
        expect(page.url.endswith("/#/account"), f"the address is {page.url}")
        self.fine("account elsewhere")
        self.part("Double vérification").get_by_role("button", name="Activer").click()
        self.secret = page.get_by_label("Clé pour l’application").inner_text().replace(" ", "")
        page.get_by_label("Code affiché par l’application").fill(self.code(-1))
        page.keyboard.press("Enter")
        page.get_by_role("button", name="C’est noté").click()
        page.get_by_role("button", name="Se déconnecter").click()
        page.get_by_role("button", name="Se connecter avec Portail").click()
        page.get_by_label("Code à six chiffres").fill("000000")
        page.keyboard.press("Enter")
        page.get_by_text("Ce code n’est pas le bon").wait_for()
        page.get_by_label("Code à six chiffres").fill(self.code())
        page.keyboard.press("Enter")
        page.wait_for_selector("#message")
        expect("oidc" not in page.url, f"the code stayed in the address: {page.url}")
        page.get_by_role("button", name=f"Compte de {NAME}").click()
        part.get_by_role("button", name="Délier moi@portail").click()
        page.get_by_role("dialog").get_by_role("button", name="Délier").click()
        part.get_by_role("button", name="Relier un compte Portail").wait_for()
        self.part("Double vérification").get_by_role("button", name="Désactiver").click()
        page.get_by_role("dialog").get_by_role("button", name="Désactiver").click()
        self.part("Double vérification").get_by_text("Désactivée").wait_for()
        page.get_by_role("button", name="Se déconnecter").click()
        page.get_by_role("button", name="Se connecter avec Portail").click()
        page.get_by_text("Personne ici n’a relié ce compte").wait_for()
        for address in ("/#oidc_error=unauthenticated", "/#oidc=of-another-page", "/#oidc=%3Cscript%3E"):
            page.goto("about:blank")
            page.goto(self.url + address)
            page.wait_for_selector("[name=password]")
            expect((page.get_by_text("n’a pas abouti").count() == 1) == ("script" not in address), f"{address} is not told")
        set_up_or_sign_in(page, NAME, PASSWORD)

    def join(self):
        """An invitation is accepted with an account elsewhere; what was typed is still there after the way there and back."""
        self.page.goto(self.url + "/#/people")
        self.part("Invitations").get_by_role("button", name="Inviter").click()
        code = self.page.get_by_role("dialog", name="Invitation").locator("pre").inner_text()
        self.page.keyboard.press("Escape")
        context = self.new_context()
        guest = self.new_page(context)
        guest.goto(self.url + "/#/invite")
        join = guest.get_by_role("button", name="Sans mot de passe, avec Portail")
        join.click()
        guest.get_by_text("Tapez le code que l’on vous a donné.").wait_for()
        guest.fill("[name=code]", "AAAA-AAAA")
        guest.fill("[name=username]", NAME)
        join.click()
        guest.get_by_text("Ce code n’est pas ou plus valable").wait_for()
        expect(guest.input_value("[name=username]") == NAME, "the name has to be typed again")
        self.fine("back from the provider", guest)
        guest.fill("[name=code]", code)
        join.click()
        guest.get_by_text("Ce nom est déjà pris").wait_for()
        guest.fill("[name=username]", "tante")
        join.click()
        guest.wait_for_selector("#message")
        expect("oidc" not in guest.url and "invite" not in guest.url, f"the address is {guest.url}")
        guest.get_by_role("button", name="Se déconnecter").click()
        guest.get_by_role("button", name="Se connecter avec Portail").click()
        guest.wait_for_selector("#message")
        context.close()

    def https(self):
        page = self.page
        page.goto(self.url + "/#/account")
        page.get_by_role("link", name="Connexion sûre").click()
        page.get_by_text("Cette page vient de la machine de Jarvis").wait_for()
        with page.expect_download() as download:
            page.get_by_role("link", name="Télécharger jarvis-ca.crt").click()
        expect(download.value.suggested_filename == "jarvis-ca.crt", download.value.suggested_filename)
        expect(page.locator("details[open] summary").inner_text() == "Linux (Chrome, Chromium)", "the steps of this device are not shown")
        picture = page.get_by_role("img", name="Code QR de l’adresse du certificat")
        expect(picture.bounding_box()["width"] > 150 and picture.locator("path").get_attribute("d").startswith("M4 4h7"), "the QR code is not drawn")
        address, fingerprint = page.locator(".steps code").nth(0).inner_text(), page.locator(".steps code").nth(1).inner_text()
        expect(address.startswith("http://") and address.endswith("/ca.crt") and len(fingerprint) == 95, f"{address} {fingerprint}")
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
        page.route("**/ca.json", lambda route: route.fulfill(status=404, content_type="application/problem+json", body='{"title":"x","status":404}'))
        page.goto(self.url + "/#/https")
        page.reload()
        page.get_by_text("Il n’y a pas de certificat à installer").wait_for()
        expect(page.get_by_role("link", name="Télécharger jarvis-ca.crt").count() == 0, "there is a download of nothing")
        page.unroute("**/ca.json")

    def no_trouble(self):
        expect(self.troubles == [], f"{len(self.troubles)}: {self.troubles[:3]}")


STEPS = [
    ("devices are listed, and one is signed out", Account.sessions, "any"),
    ("a tab whose session ended elsewhere says so, and loses nothing", Account.other_tab, "any"),
    ("everywhere is signed out", Account.everywhere, "any"),
    ("an authenticator app is enrolled, its recovery codes shown once", Account.enrol, "factors"),
    ("signing in asks for the code, or takes a recovery code", Account.sign_in_with_code, "factors"),
    ("what is important asks for a proof, and goes on with it", Account.step_up_by_code, "mock"),
    ("the front door, too, where the person wants it so", Account.guarded_door, "mock"),
    ("recovery codes are renewed, the app is removed", Account.remove_factor, "factors"),
    ("without an app the password is the proof", Account.step_up_by_password, "mock"),
    ("a passkey is made and named", Account.passkey, "passkeys"),
    ("a passkey signs in, without a name", Account.sign_in_with_passkey, "passkeys"),
    ("a passkey is a proof, too", Account.step_up_by_passkey, "mock"),
    ("a passkey that was removed opens nothing", Account.remove_passkey, "passkeys"),
    ("the password is changed, and other devices are signed out", Account.change_password, "people"),
    ("a key is made, shown once, and revoked", Account.keys, "people"),
    ("an invitation makes an account", Account.invitation, "people"),
    ("people are shown, and what they may is changed", Account.people, "people"),
    ("an account is shut, opened, given a new password, deleted", Account.shut_and_reset, "people"),
    ("an invitation is taken back", Account.take_back, "people"),
    ("a household is made, seen apart, renamed, and removed by its name", Account.households, "households"),
    ("the audit trail is shown and narrowed down", Account.audit, "audit"),
    ("a server that is away is said, and its return noticed", Account.away, "households"),
    ("one's data is downloaded", Account.export, "audit"),
    ("a person erases themselves", Account.erase, "audit"),
    ("an account at a provider is linked, and signs in", Account.provider, "mock"),
    ("an invitation is accepted without a password", Account.join, "mock"),
    ("the certificate of the home is downloaded, with what to do", Account.https, "certificate"),
    ("the same before signing in", Account.https_signed_out, "certificate"),
    ("no certificate is explained", Account.no_certificate, "any"),
    ("no script error, no breach of the policy, no request to elsewhere", Account.no_trouble, "any"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    add_server_options(parser)
    options = parser.parse_args()
    checks = Checks()
    with server(options, JARVIS_HTTPS_PORT="0") as url, chromium() as browser:
        account = Account(browser, url, not (options.url or options.binary))
        for name, step, where in STEPS:
            if where == "any" or account.has(where):
                checks.run(name, lambda: step(account), account.page)
            else:
                print(f"       (skipped: {name})")
    return checks.summary()


if __name__ == "__main__":
    sys.exit(main())
