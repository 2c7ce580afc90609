#!/usr/bin/env python3
"""Passkeys in real Chromium with its virtual authenticator, against Jarvis itself.

    passkeys.py [--url http://localhost:8000 | --binary .build/debug/jarvis] [--username … --password …]

The ceremonies are done by the browser (navigator.credentials) on a page of the server; what lies between goes over HTTP as the page would send it. On a server
without owner it creates the account; else the account must exist, without an authenticator app.
"""
import argparse
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

from browser import add_server_options, chromium, jarvis
from checks import Checks, expect

MAKE = """async options => {
    const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    return made.toJSON();
}"""
USE = """async options => {
    const used = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    return used.toJSON();
}"""


class Ceremonies:
    def __init__(self, browser, url, options):
        self.url, self.options = url.rstrip("/").replace("127.0.0.1", "localhost"), options
        self.page = browser.new_context().new_page()
        self.page.goto(f"{self.url}/docs")
        self.devtools = self.page.context.new_cdp_session(self.page)
        self.devtools.send("WebAuthn.enable")
        self.authenticator = self.add_authenticator()
        self.passkey = None

    def add_authenticator(self, **settings):
        features = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
        return self.devtools.send("WebAuthn.addVirtualAuthenticator", {"options": features | settings})["authenticatorId"]

    def only(self, authenticator):
        """The browser asks the first authenticator it finds; it should find this one."""
        self.devtools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.authenticator})
        self.authenticator = authenticator

    def call(self, method, path, body=None, token=None, origin=None, url=None, status=200):
        """What the page would send; gives the answer's body."""
        url = url or self.url
        headers = {"Content-Type": "application/json", "Origin": origin or url}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        if isinstance(body, bytes):
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        request = urllib.request.Request(url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                found, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            found, text = error.code, error.read()
        expect(found == status, f"{method} {path}: {found} instead of {status}: {text[:300]}")
        return json.loads(text) if text else None

    def sign_in(self):
        form = {"grant_type": "password", "username": self.options.username, "password": self.options.password}
        return self.call("POST", "/auth/token", urllib.parse.urlencode(form).encode())["access_token"]

    # The checks, in their order

    def set_up(self):
        health = self.call("GET", "/health")
        if health["setup_required"]:
            self.call("POST", "/auth/setup", {"username": self.options.username, "password": self.options.password}, status=201)
        self.token = self.sign_in()

    def make(self):
        options = self.call("POST", "/auth/passkeys/options", token=self.token)
        expect(options["rp"]["id"] == "localhost", f"made for {options['rp']}")
        credential = self.page.evaluate(MAKE, options)
        self.passkey = self.call("POST", "/auth/passkeys", {"name": "Chromium", "credential": credential}, self.token, status=201)
        expect(self.passkey["name"] == "Chromium" and self.passkey["site"] == "localhost", f"{self.passkey}")
        self.call("POST", "/auth/passkeys", {"name": "again", "credential": credential}, self.token, status=400)

    def no_second_one(self):
        """The browser itself refuses an authenticator that is known."""
        options = self.call("POST", "/auth/passkeys/options", token=self.token)
        expect(len(options["excludeCredentials"]) == 1, f"{options}")
        try:
            self.page.evaluate(MAKE, options)
        except Exception as error:
            expect("InvalidStateError" in str(error), str(error))
        else:
            raise AssertionError("the same authenticator was taken twice")

    def sign_in_without_a_name(self):
        options = self.call("POST", "/auth/passkeys/sign-in/options")
        expect(options["allowCredentials"] == [], "it says whose passkeys there are")
        answer = self.page.evaluate(USE, options)
        token = self.call("POST", "/auth/passkeys/sign-in", {"credential": answer})["access_token"]
        expect(self.call("GET", "/auth/me", token=token)["username"] == self.options.username, "somebody else")
        self.call("POST", "/auth/passkeys/sign-in", {"credential": answer}, status=401)
        self.call("DELETE", "/auth/sessions/" + next(s["id"] for s in self.call("GET", "/auth/sessions", token=token)["items"] if s["current"]), token=token, status=204)

    def not_from_elsewhere(self):
        answer = self.page.evaluate(USE, self.call("POST", "/auth/passkeys/sign-in/options"))
        self.call("POST", "/auth/passkeys/sign-in", {"credential": answer}, origin="http://localhost:1", status=403)
        numbers = self.url.replace("localhost", "127.0.0.1")
        self.call("POST", "/auth/passkeys/sign-in/options", origin=numbers, status=403)
        problem = self.call("POST", "/auth/passkeys/sign-in/options", url=numbers, status=400)
        expect("name" in problem["detail"], problem["detail"])

    def forged(self):
        answer = self.page.evaluate(USE, self.call("POST", "/auth/passkeys/sign-in/options"))
        for name in ("clientDataJSON", "authenticatorData", "signature", "userHandle"):
            text = answer["response"][name]
            changed = {**answer, "response": {**answer["response"], name: text[:-3] + ("A" if text[-3] != "A" else "B") + text[-2:]}}
            self.call("POST", "/auth/passkeys/sign-in", {"credential": changed}, status=401)
        self.call("POST", "/auth/passkeys/sign-in", {"credential": answer})

    def step_up(self):
        options = self.call("POST", "/auth/step-up/options", token=self.token)
        expect([each["id"] for each in options["allowCredentials"]], "it does not say which passkeys count")
        answer = self.page.evaluate(USE, options)
        self.call("POST", "/auth/passkeys/sign-in", {"credential": answer}, status=401)
        expect(self.call("POST", "/auth/step-up", {"passkey": answer}, self.token)["expires_in"] == 300, "it does not count")
        self.call("POST", "/auth/step-up", {"passkey": answer}, self.token, status=403)

    def without_a_pin(self):
        """An authenticator that does not ask who touches it is no second factor."""
        self.only(self.add_authenticator(hasUserVerification=False, isUserVerified=False, transport="usb"))
        options = self.call("POST", "/auth/passkeys/options", token=self.token)
        expect(options["authenticatorSelection"]["userVerification"] == "required", f"{options}")
        options["authenticatorSelection"] = {"residentKey": "discouraged", "userVerification": "discouraged"}
        options["excludeCredentials"] = []
        credential = self.page.evaluate(MAKE, options)
        problem = self.call("POST", "/auth/passkeys", {"name": "x", "credential": credential}, self.token, status=400)
        expect("PIN" in problem["detail"], problem["detail"])

    def remove(self):
        self.call("DELETE", f"/auth/passkeys/{self.passkey['id']}", token=self.token, status=204)
        expect(self.call("GET", "/auth/passkeys", token=self.token)["items"] == [], "it is still there")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_server_options(parser)
    parser.add_argument("--username", default="zoe")
    parser.add_argument("--password", default="une phrase facile à retenir")
    options = parser.parse_args()
    if not options.binary and not options.url:
        parser.error("one of --url and --binary is needed: the mock knows no passkeys")

    def run(url):
        checks = Checks()
        with chromium() as browser:
            flow = Ceremonies(browser, url, options)
            for name in ("set_up", "make", "no_second_one", "sign_in_without_a_name", "not_from_elsewhere", "forged", "step_up", "without_a_pin", "remove"):
                checks.run(name.replace("_", " "), getattr(flow, name), flow.page)
        return checks.summary()

    if options.url:
        return run(options.url)
    with jarvis(options.binary) as url:
        return run(url)


if __name__ == "__main__":
    sys.exit(main())
