#!/usr/bin/env python3
"""What the page does when things go wrong, in real Chromium against the mock, which can be told to misbehave."""
import sys

from browser import PATIENCE, chromium, mock_server, set_up_or_sign_in
from checks import Checks, expect

NAME, PASSWORD = "maison", "cheval agrafe pile correcte"


class Faults:
    def __init__(self, browser, url, guarded_url):
        self.url, self.guarded_url = url, guarded_url
        self.context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()

    def send(self, text):
        self.page.fill("#message", text)
        self.page.press("#message", "Enter")
        return self.page.locator(".turn").last

    def unreachable(self):
        page = self.page
        page.route("**/health", lambda route: route.abort())
        page.goto(self.url)
        page.get_by_text("Jarvis ne répond pas").wait_for()
        page.unroute("**/health")
        page.get_by_role("button", name="Réessayer").click()
        page.wait_for_selector("[name=username]")
        set_up_or_sign_in(page, NAME, PASSWORD)

    def set_up_code(self):
        page = self.context.new_page()
        page.goto(self.guarded_url)
        page.wait_for_selector("[name=repeat]")
        for field in ("username", "password", "repeat"):
            page.fill(f"[name={field}]", NAME if field == "username" else PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("[name=code]")
        expect(page.evaluate("() => document.activeElement.name") == "code", "the focus is not on the code")
        page.fill("[name=code]", "0000")
        page.keyboard.press("Enter")
        page.get_by_text("Ce code n’est pas le bon.").wait_for()
        page.fill("[name=code]", "1234")
        page.keyboard.press("Enter")
        page.wait_for_selector("#message")
        page.close()

    def streamed(self):
        page = self.page
        turn = self.send("réponds lentement")
        turn.get_by_text("mot3").wait_for()
        expect(turn.locator(".answer-running").count() == 1, "it came all at once")
        page.wait_for_selector(".core-answering")

    def stopped(self):
        page = self.page
        turn = page.locator(".turn").last
        page.get_by_role("button", name="Arrêter la réponse").click()
        turn.get_by_text("Réponse arrêtée.").wait_for()
        expect(turn.locator(".answer-running").count() == 0, "it runs on")
        expect(page.evaluate("() => document.activeElement.id") == "message", "the focus left the message field")
        self.send("encore lentement").get_by_text("mot1").wait_for()
        page.keyboard.press("Escape")
        page.locator(".turn").last.get_by_text("Réponse arrêtée.").wait_for()

    def error_event(self):
        turn = self.send("provoque une erreur")
        turn.get_by_text("Indisponible pour l’instant").wait_for()
        turn.get_by_text("installez-en un").wait_for()
        turn.get_by_text("Référence : mock-503").wait_for()
        expect("Voyons" in turn.inner_text(), "what had come is gone")
        self.page.wait_for_selector("button[aria-label='Envoyer']")

    def cut(self):
        turn = self.send("coupure")
        turn.get_by_text("La réponse a été interrompue").wait_for()
        count = self.page.locator(".turn").count()
        self.page.route("**/chat/stream", lambda route: route.continue_(post_data='{"message":"bonjour"}'))
        turn.get_by_role("button", name="Réessayer").click()
        self.page.locator(".turn").last.get_by_text("Vous avez dit").wait_for()
        self.page.unroute("**/chat/stream")
        expect(self.page.locator(".turn").count() == count, "the attempt that failed was not replaced")

    def refused(self):
        answers = {413: "Message trop long", 429: "Trop de demandes"}
        for status, title in answers.items():
            self.page.route("**/chat/stream", lambda route: route.fulfill(status=status, headers={"Retry-After": "7"}, content_type="application/problem+json", body='{"title":"x","status":%d}' % status))
            self.send("bonjour").get_by_text(title).wait_for()
            self.page.unroute("**/chat/stream")
        self.page.get_by_text("Réessayez dans 7 s.").first.wait_for()

    def nonsense(self):
        for body in ("data: {not json\n\n", "data: " + "x" * 4_100_000, "<html>"):
            self.page.route("**/chat/stream", lambda route: route.fulfill(status=200, content_type="text/event-stream", body=body))
            self.send("bonjour").locator(".note-wrong").wait_for()
            self.page.unroute("**/chat/stream")

    def mute(self):
        self.send("bonjour").locator(".tool-trace").wait_for()
        self.page.route("**/synthesize", lambda route: route.fulfill(status=503, content_type="application/problem+json", body='{"title":"x","status":503,"detail":"La voix redémarre."}'))
        last = self.page.locator(".turn").last
        last.get_by_role("button", name="Écouter").click()
        last.get_by_text("La voix redémarre.").wait_for()
        self.page.unroute("**/synthesize")
        last.get_by_role("button", name="Réessayer").click()
        last.locator(".tool-on").wait_for()

    def renewed(self):
        # The list of conversations may be the first to notice.
        with self.page.expect_response("**/auth/token") as renewal:
            self.send("oublie").locator(".tool-trace").wait_for()
            self.send("bonjour").locator(".tool-trace").wait_for()
        expect(renewal.value.ok, "the token was not renewed")

    def reconnected(self):
        page = self.page
        page.wait_for_selector(".link-open")
        page.route("**/auth/ws-ticket", lambda route: route.abort())
        self.send("débranche")
        page.wait_for_selector(".link-waiting")
        page.get_by_text("La liaison avec Jarvis est coupée.").wait_for()
        page.unroute("**/auth/ws-ticket")
        page.get_by_role("button", name="Reconnecter maintenant").click()
        page.wait_for_selector(".link-open")

    def gone(self):
        page = self.page
        page.goto(self.url + "/#/c/gone")
        page.get_by_text("Introuvable").wait_for()
        self.send("bonjour").locator(".tool-trace").wait_for()
        expect(page.get_by_text("Introuvable").count() == 0 and "gone" not in page.url, "it does not begin another")
        page.get_by_role("button", name="Nouvelle conversation").click()
        page.wait_for_selector(".invitation")

    def no_house(self):
        page = self.page
        problem = '{"title":"x","status":503,"detail":"no house is set up"}'
        page.route("**/home/entities", lambda route: route.fulfill(status=503, content_type="application/problem+json", body=problem))
        page.get_by_role("button", name="Maison", exact=True).click()
        page.get_by_text("Aucune maison n’est reliée").wait_for()
        page.unroute("**/home/entities")

    def disobeyed(self):
        page = self.page
        page.reload()
        lamp = page.locator(".tile", has_text="Lampe du salon")
        problem = '{"title":"x","status":503,"detail":"the house is not in reach"}'
        page.route("**/turn_on", lambda route: route.fulfill(status=503, content_type="application/problem+json", body=problem))
        lamp.get_by_role("button").click()
        lamp.get_by_role("alert").get_by_text("the house is not in reach").wait_for()
        expect(lamp.get_by_role("button").get_attribute("aria-pressed") == "false", "it is shown as lit though nothing was done")
        page.unroute("**/turn_on")
        lamp.get_by_role("button").click()
        lamp.get_by_text("Allumé").wait_for()
        expect(lamp.get_by_role("alert").count() == 0, "the failure is still shown")

    def house_lost(self):
        """What changed while the line was down is shown once it is back."""
        page = self.page
        page.wait_for_selector(".link-open")
        page.route("**/auth/ws-ticket", lambda route: route.abort())
        page.get_by_role("button", name="Conversation", exact=True).click()
        self.send("débranche").locator(".tool-trace").wait_for()
        page.wait_for_selector(".link-waiting")
        page.get_by_role("button", name="Maison", exact=True).click()
        lamp = page.locator(".tile", has_text="Lampe du salon")
        lamp.get_by_text("Allumé").wait_for()
        other = self.context.new_page()
        other.goto(self.url + "/#/home")
        set_up_or_sign_in(other, NAME, PASSWORD, ready=".tile")
        other.locator(".tile", has_text="Lampe du salon").get_by_role("button").click()
        other.locator(".tile", has_text="Lampe du salon").get_by_text("Éteint").wait_for()
        other.close()
        expect("Allumé" in lamp.inner_text(), "it was told though the line is down")
        page.unroute("**/auth/ws-ticket")
        page.evaluate("() => dispatchEvent(new Event('online'))")  # the wait may be long by now
        lamp.get_by_text("Éteint").wait_for()
        page.get_by_role("button", name="Nouvelle conversation").click()
        page.wait_for_selector(".invitation")

    def two_tabs(self):
        """Both tabs hold the same refresh token, which is good for one use."""
        page = self.page
        page.get_by_role("button", name="Se déconnecter").click()
        page.wait_for_selector("[name=password]")
        set_up_or_sign_in(page, NAME, PASSWORD, stay=True)
        others = [self.context.new_page() for _ in range(2)]
        for other in others:
            other.goto(self.url)
            other.wait_for_selector("#message")
        self.send("oublie").locator(".tool-trace").wait_for()
        for other in [page, *others]:
            other.fill("#message", "bonjour")
            other.press("#message", "Enter")
        for other in [page, *others]:
            other.locator(".turn").last.locator(".tool-trace").wait_for()
        page.get_by_role("button", name="Se déconnecter").click()
        for other in others:
            other.wait_for_selector("[name=password]")
            other.close()
        page.wait_for_selector("[name=password]")
        set_up_or_sign_in(page, NAME, PASSWORD)

    def twin(self):
        """A tab that was duplicated begins with a copy of the other's token."""
        page = self.page
        renewals = []
        self.context.on("request", lambda request: renewals.append(request) if "grant_type=refresh_token" in (request.post_data or "") else None)
        with self.context.expect_page() as opened:
            page.evaluate("() => { open(location.href); }")
        twin = opened.value
        twin.wait_for_selector("#message")
        expect(len(renewals) == 1, f"the new tab renewed {len(renewals)} times")
        self.send("oublie").locator(".tool-trace").wait_for()
        for tab in (page, twin, page):
            tab.fill("#message", "bonjour")
            tab.press("#message", "Enter")
            tab.locator(".turn").last.locator(".tool-trace").wait_for()
        page.get_by_role("button", name="Se déconnecter").click()
        twin.get_by_text("Votre session est terminée.").wait_for()
        twin.close()
        set_up_or_sign_in(page, NAME, PASSWORD)

    def expired(self):
        """What was asked when the session was over already is there to be sent, for the same person."""
        page = self.page
        self.send("oublie tout")
        page.get_by_text("Votre session est terminée.").wait_for()
        set_up_or_sign_in(page, NAME, PASSWORD)
        for path in ("**/chat/stream", "**/auth/token"):
            page.route(path, lambda route: route.fulfill(status=401, content_type="application/problem+json", body='{"title":"x","status":401}'))
        page.fill("#message", "trop tard")
        page.keyboard.press("Enter")
        page.get_by_text("Votre session est terminée.").wait_for()
        page.unroute("**/chat/stream")
        page.unroute("**/auth/token")
        set_up_or_sign_in(page, NAME, PASSWORD)
        expect(page.input_value("#message") == "trop tard", f"the message is lost: {page.input_value('#message')!r}")
        page.fill("#message", "pas encore envoyé")
        page.get_by_role("button", name="Se déconnecter").click()
        page.wait_for_selector("[name=password]")
        set_up_or_sign_in(page, NAME, PASSWORD)
        expect(page.input_value("#message") == "", "it is still there after signing out")


STEPS = [
    ("a server that is away is said, and tried again", Faults.unreachable),
    ("the set-up code is asked for when the server wants it", Faults.set_up_code),
    ("an answer is shown as it comes", Faults.streamed),
    ("an answer is stopped by button and by Escape", Faults.stopped),
    ("an error event shows what to do, and its reference", Faults.error_event),
    ("an answer that breaks off can be asked for again", Faults.cut),
    ("too long and too many are explained", Faults.refused),
    ("nonsense instead of an answer is an error, not a crash", Faults.nonsense),
    ("no voice is said, and tried again", Faults.mute),
    ("a token that is refused is renewed", Faults.renewed),
    ("the announcement line comes back", Faults.reconnected),
    ("a conversation that is gone is said", Faults.gone),
    ("a house that is not there is explained", Faults.no_house),
    ("a device that does not obey says why", Faults.disobeyed),
    ("what changed while the line was down is shown", Faults.house_lost),
    ("tabs share a session without spending each other's token", Faults.two_tabs),
    ("a tab and its duplicate go on with one session, and end with it", Faults.twin),
    ("a session that has ended leads to sign-in", Faults.expired),
]


def main():
    checks = Checks()
    with mock_server() as url, mock_server("--code", "1234") as guarded_url, chromium() as browser:
        faults = Faults(browser, url, guarded_url)
        for name, step in STEPS:
            checks.run(name, lambda: step(faults), faults.page)
    return checks.summary()


if __name__ == "__main__":
    sys.exit(main())
