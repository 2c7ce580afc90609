#!/usr/bin/env python3
"""Signing in at an OpenID provider: a real one (Canaille), real Chromium, and Jarvis itself.

    openid.py [--binary .build/debug/jarvis | --url http://localhost:PORT --provider-port PORT] [--canaille PROGRAM]

With --url, a Jarvis that runs must have been told of the provider: http://localhost:PROVIDER-PORT, the client `jarvis` and the secret `only for this test`. Canaille
has an environment of its own, which `scripts/setup test` makes.
"""
import argparse
import base64
import contextlib
import hashlib
import json
import os
import pathlib
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from browser import PATIENCE, add_server_options, chromium, jarvis
from checks import Checks, expect

CANAILLE = pathlib.Path(__file__).resolve().parents[2] / ".jarvis/openid/bin/canaille"
SECRET = "only for this test"
PERSON, PASSWORD = "zoe.d", "une autre phrase facile"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def find_canaille(named):
    """Its program; ends here where there is none, with a failure if CI is set."""
    found = pathlib.Path(named) if named else CANAILLE
    if not found.exists():
        message = f"{found} is missing: run scripts/setup test"
        if named or os.environ.get("CI") == "true":
            raise SystemExit(message)
        print(f"skipped: {message}")
        raise SystemExit(0)
    return str(found)


@contextlib.contextmanager
def provider(program, port, redirect):
    """Canaille on this port for as long as the block lasts, with one person and one client."""
    with tempfile.TemporaryDirectory(prefix="jarvis-openid-") as folder:
        def run(*arguments):
            done = subprocess.run([program, *arguments], env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
            expect(done.returncode == 0, f"canaille {arguments[0]}: {done.stderr[-500:]}")
            return done.stdout

        environment = {"PATH": os.environ["PATH"], "HOME": folder}
        keys = [json.loads(run("jwk", "create", kind)) for kind in ("rsa",)]
        pathlib.Path(folder, "canaille.toml").write_text(
            f'SECRET_KEY = "{SECRET}"\nSERVER_NAME = "localhost:{port}"\nPREFERRED_URL_SCHEME = "http"\n'
            f'[CANAILLE]\nDATABASE = "sql"\nJAVASCRIPT = false\nHTMX = false\n'
            f'[CANAILLE_SQL]\nDATABASE_URI = "sqlite:///{folder}/canaille.sqlite"\n'
            "[CANAILLE_OIDC]\nACTIVE_JWKS = [\n"
            + ",\n".join("{" + ", ".join(f"{name} = {json.dumps(value)}" for name, value in {**key, "kid": f"key-{index}", "use": "sig"}.items()) + "}" for index, key in enumerate(keys))
            + "\n]\n")
        environment["CANAILLE_CONFIG"] = f"{folder}/canaille.toml"
        run("db", "upgrade")
        run("create", "user", "--user-name", PERSON, "--password", PASSWORD, "--family-name", "D", "--given-name", "Zoé", "--emails", "zoe@example.org")
        run(
            "create", "client", "--client-id", "jarvis", "--client-secret", SECRET, "--client-name", "Jarvis", "--client-uri", "http://localhost", "--redirect-uris", redirect,
            "--grant-types", "authorization_code", "--response-types", "code", "--scope", "openid", "--scope", "profile", "--token-endpoint-auth-method", "client_secret_basic",
            "--id-token-signed-response-alg", "RS256")
        # A client that was made by hand has no audience, and tokens for nobody are nobody's.
        run("set", "client", "jarvis", "--audience", "jarvis")
        with open(f"{folder}/log", "w+", encoding="utf-8") as log:
            server = subprocess.Popen([program, "run", "--bind", f"127.0.0.1:{port}"], env=environment, cwd=folder, stdout=log, stderr=log)
            try:
                until = time.monotonic() + 30
                while True:
                    try:
                        with urllib.request.urlopen(f"http://localhost:{port}/.well-known/openid-configuration", timeout=5) as answer:
                            expect(json.load(answer)["issuer"] == f"http://localhost:{port}", "it calls itself by another name")
                        break
                    except (urllib.error.URLError, TimeoutError):
                        if server.poll() is not None or time.monotonic() > until:
                            log.seek(0)
                            raise SystemExit(f"Canaille did not start:\n{log.read()[-2000:]}") from None
                        time.sleep(0.2)
                yield
            finally:
                server.terminate()
                server.wait(15)


class Visit:
    def __init__(self, browser, url, options):
        self.url, self.options = url.rstrip("/").replace("127.0.0.1", "localhost"), options
        # The page would use the code at once; here it is to be seen.
        self.context = browser.new_context(locale="en-US", java_script_enabled=False)
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()

    def call(self, method, path, body=None, token=None, status=200):
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        if isinstance(body, bytes):
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                found, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            found, text = error.code, error.read()
        expect(found == status, f"{method} {path}: {found} instead of {status}: {text[:300]}")
        return json.loads(text) if text else None

    @staticmethod
    def verifier():
        verifier = secrets.token_urlsafe(32)
        return verifier, base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()

    def go(self, url):
        """Follows the way to the provider, signs in there where it asks, and comes back with what stands in the address."""
        # Canaille's tokens of one second are the same ones, and it cannot keep two.
        second = int(time.time())
        while int(time.time()) == second:
            time.sleep(0.05)
        self.page.goto(url)
        for _ in range(6):
            if self.page.url.startswith(self.url):
                break
            for field, value in (("login", PERSON), ("password", PASSWORD)):
                if self.page.locator(f"[name={field}]").count():
                    self.page.fill(f"[name={field}]", value)
            self.page.locator("[name=answer][value=accept], form [type=submit]").first.click()
            self.page.wait_for_load_state()
        found = re.search(r"#(\w+)=([\w-]+)$", self.page.url)
        expect(self.page.url.startswith(self.url + "/#") and found, f"it ended at {self.page.url}: {self.page.inner_text('body')[:300]}")
        return found[1], found[2]

    # The checks, in their order

    def set_up(self):
        if self.call("GET", "/health")["setup_required"]:
            self.call("POST", "/auth/setup", {"username": "zoe", "password": self.options.password}, status=201)
        form = {"username": "zoe", "password": self.options.password}
        self.token = self.call("POST", "/auth/token", urllib.parse.urlencode(form).encode())["access_token"]
        expect(self.call("GET", "/auth/oidc")["name"], "the provider has no name")

    def nobody_yet(self):
        verifier, challenge = self.verifier()
        word, code = self.go(f"{self.url}/auth/oidc/start?challenge={challenge}")
        expect(word == "oidc", word)
        self.call("POST", "/auth/oidc/token", {"code": code, "verifier": verifier}, status=403)

    def link(self):
        verifier, challenge = self.verifier()
        word, code = self.go(self.call("POST", "/auth/oidc/link", {"challenge": challenge}, self.token)["url"])
        expect(word == "oidc_link", word)
        self.call("POST", "/auth/oidc/link/confirm", {"code": code, "verifier": verifier + "x"}, self.token, status=403)
        linked = self.call("POST", "/auth/oidc/link/confirm", {"code": code, "verifier": verifier}, self.token, status=201)
        expect(linked["name"] == PERSON, f"{linked}")
        self.linked = linked["id"]

    def sign_in(self):
        verifier, challenge = self.verifier()
        word, code = self.go(f"{self.url}/auth/oidc/start?challenge={challenge}")
        expect(word == "oidc", word)
        self.call("POST", "/auth/oidc/token", {"code": code, "verifier": "of another page"}, status=403)
        token = self.call("POST", "/auth/oidc/token", {"code": code, "verifier": verifier})["access_token"]
        expect(self.call("GET", "/auth/me", token=token)["username"] == "zoe", "somebody else")
        self.call("POST", "/auth/oidc/token", {"code": code, "verifier": verifier}, status=403)

    def forged_answers(self):
        for query in ("", "code=x", "code=x&state=x", "error=access_denied&state=x", "code=x&state=" + "x" * 5000):
            self.page.goto(f"{self.url}/auth/oidc/callback?{query}")
            expect(self.page.url == f"{self.url}/#oidc_error=unauthenticated", f"{query[:40]} ended at {self.page.url}")

    def unlink(self):
        self.call("DELETE", f"/auth/oidc/links/{self.linked}", token=self.token, status=204)
        self.nobody_yet()

    def join(self):
        """An invitation, accepted by somebody who never has a password."""
        invitation = self.call("POST", "/admin/invitations", {"role": "member"}, self.token, status=201)["code"]
        verifier, challenge = self.verifier()
        code = self.go(f"{self.url}/auth/oidc/start?challenge={challenge}")[1]
        asked = {"invitation": invitation, "username": "lea", "language": "fr", "code": code, "verifier": verifier}
        self.call("POST", "/auth/oidc/register", asked | {"username": "zoe"}, status=409)
        token = self.call("POST", "/auth/oidc/register", asked, status=201)["access_token"]
        self.call("POST", "/auth/oidc/register", asked | {"username": "tom"}, status=403)
        self.linked = self.call("GET", "/auth/oidc/links", token=token)["items"][0]["id"]
        self.call("DELETE", f"/auth/oidc/links/{self.linked}", token=token, status=409)
        verifier, challenge = self.verifier()
        code = self.go(f"{self.url}/auth/oidc/start?challenge={challenge}")[1]
        token = self.call("POST", "/auth/oidc/token", {"code": code, "verifier": verifier})["access_token"]
        expect(self.call("GET", "/auth/me", token=token)["username"] == "lea", "somebody else")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_server_options(parser)
    parser.add_argument("--provider-port", type=int)
    parser.add_argument("--canaille", help=f"the provider's program (default {CANAILLE})")
    parser.add_argument("--password", default="une phrase facile à retenir")
    options = parser.parse_args()
    if not options.binary and not options.url:
        parser.error("one of --url and --binary is needed: the mock knows no provider")
    program = find_canaille(options.canaille)
    port = options.provider_port or free_port()

    def run(url):
        checks = Checks()
        with chromium() as browser:
            visit = Visit(browser, url, options)
            for name in ("set_up", "nobody_yet", "link", "sign_in", "forged_answers", "unlink", "join"):
                checks.run(name.replace("_", " "), getattr(visit, name), visit.page)
        return checks.summary()

    own = free_port()
    url = (options.url or f"http://localhost:{own}").rstrip("/")
    with provider(program, port, f"{url}/auth/oidc/callback"):
        if options.url:
            return run(url)
        settings = {
            "INTERFACE_PORT": str(own), "JARVIS_OIDC_ISSUER": f"http://localhost:{port}", "JARVIS_OIDC_CLIENT_ID": "jarvis", "JARVIS_OIDC_CLIENT_SECRET": SECRET,
        }
        with jarvis(options.binary, **settings):
            return run(url)


if __name__ == "__main__":
    sys.exit(main())
