"""Tokens that somebody made up, changed, or brings where they do not belong (RFC 8725)."""
import base64
import hashlib
import hmac
import json
import sqlite3
import time
import unittest

from door import SECRET, Door, answers

ROUTES = ("/auth/me", "/conversations", "/memories")


def encode(data):
    return base64.urlsafe_b64encode(data if isinstance(data, bytes) else json.dumps(data, separators=(",", ":")).encode()).rstrip(b"=").decode()


def decode(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def forge(header, claims, key=b"", digest="sha256"):
    """A token as JWS writes it, signed with HMAC."""
    message = f"{header if isinstance(header, str) else encode(header)}.{claims if isinstance(claims, str) else encode(claims)}"
    return f"{message}.{encode(hmac.digest(key, message.encode(), digest))}"


class TokenTests(Door):
    def setUp(self):
        self.header, self.claims = (json.loads(decode(part)) for part in self.token.split(".")[:2])
        #: What the secret of the configuration signs names no key.
        self.bare = {"alg": "HS256", "typ": self.header["typ"]}

    def statuses(self, token):
        return [self.house.call("GET", route, token=token)[0] for route in ROUTES]

    def check_refused(self, tokens):
        for name, token in tokens.items():
            with self.subTest(name):
                got, _ = self.talk(self.request("GET /auth/me", "Connection: close", token=token))
                self.assertIn(answers(got)[0], (400, 401, 431))
                self.assertNotIn(b"username", got)

    def test_the_control_is_let_in(self):
        self.assertEqual(self.statuses(self.token), [200, 200, 200])

    def test_a_token_without_a_right_signature_is_nothing(self):
        head, body, tag = self.token.split(".")
        other = encode(self.claims | {"sub": "00000000-0000-7000-8000-000000000000"})
        flipped = encode(bytes([decode(tag)[0] ^ 1]) + decode(tag)[1:])
        tokens = {"empty": "", "one part": head, "two parts": f"{head}.{body}", "no signature": f"{head}.{body}.", "four parts": f"{self.token}.{tag}",
                  "other claims": f"{head}.{other}.{tag}", "one bit": f"{head}.{body}.{flipped}", "half a signature": f"{head}.{body}.{tag[:len(tag) // 2]}",
                  "two signatures": f"{head}.{body}.{tag}{tag}", "padded": f"{self.token}=", "with a newline": f"{head}.{body}.{tag[:20]}%0a{tag[20:]}",
                  "plain base64": f"{head}.{body}." + base64.b64encode(b"\xff" * 32).decode(), "in brackets": f"<{self.token}>", "twice": f"{self.token},{self.token}"}
        for algorithm in ("none", "None", "NONE", "nOnE", "none ", "", None, 0, [], {}, True, ["HS256"], "HS256\u0000", "hs256", "HMAC"):
            for end in (".", f".{tag}", "." + encode(b"\0")):
                tokens[f"alg {algorithm!r} {end[:4]}"] = encode(self.header | {"alg": algorithm}) + f".{body}{end}"
        for first, last in (("none", "HS256"), ("HS256", "none")):
            tokens[f"alg twice, {last} last"] = forge(encode(f'{{"alg":"{first}","typ":"JWT","alg":"{last}"}}'.encode()), self.claims)
        tokens["no alg"] = encode({"typ": "JWT"}) + f".{body}.{tag}"
        self.check_refused(tokens)

    def test_another_algorithm_is_not_taken_for_ours(self):
        tokens = {}
        for algorithm in ("HS384", "HS512", "RS256", "RS512", "PS256", "ES256", "ES256K", "ES512", "EdDSA", "Ed25519", "Ed448", "A128KW", "dir", "RSA-OAEP", "PBES2-HS256+A128KW"):
            for digest in ("sha256", "sha384", "sha512"):
                tokens[f"{algorithm} with {digest}"] = forge(self.header | {"alg": algorithm}, self.claims, SECRET.encode(), digest)
            tokens[f"{algorithm} with nothing"] = forge(self.header | {"alg": algorithm}, self.claims)
        tokens["psychic"] = ".".join([encode(self.header | {"alg": "ES256"}), encode(self.claims), encode(bytes(64))])
        tokens["zero point"] = ".".join([encode(self.header | {"alg": "EdDSA"}), encode(self.claims), encode(b"\1" + bytes(63))])
        tokens["encrypted"] = ".".join([encode({"alg": "dir", "enc": "A256GCM"}), "", encode(bytes(12)), encode(self.claims), encode(bytes(16))])
        self.check_refused(tokens)

    def test_what_is_public_is_no_secret(self):
        """Also the public key of a signature, as bytes and in every form it is written in."""
        keys = {b"", b"secret", b"jarvis", b"\0" * 32, b"HS256", self.claims["sub"].encode(), self.claims.get("sid", "").encode(), self.header.get("kid", "").encode()}
        database = sqlite3.connect(f"file:{self.house.home}/jarvis.db?mode=ro", uri=True)
        self.addCleanup(database.close)
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%key%'").fetchall():
            for row in database.execute(f'SELECT * FROM "{table}"').fetchall():
                for value in row:
                    keys.add(value if isinstance(value, bytes) else str(value).encode())
        for key in [key for key in keys if len(key) == 32]:
            spki = bytes.fromhex("302a300506032b6570032100") + key
            text = base64.encodebytes(spki).decode()
            keys |= {spki, key.hex().encode(), encode(key).encode(), base64.b64encode(key), f"-----BEGIN PUBLIC KEY-----\n{text}-----END PUBLIC KEY-----\n".encode()}
        headers = (self.bare, self.bare | {"typ": "JWT"}, self.header | {"alg": "HS256"})
        self.check_refused({f"{key[:20]!r} {header}": forge(header, self.claims, key) for key in keys for header in headers})

    def test_the_header_does_not_choose_the_key(self):
        own = hashlib.sha256(b"mine").digest()
        jwk = {"kty": "oct", "k": encode(own), "alg": "HS256", "kid": "mine"}
        url = f"http://127.0.0.1:{self.house.port}/health"
        tokens = {}
        for name, extra in {"jwk": {"jwk": jwk}, "jwk of Ed25519": {"jwk": {"kty": "OKP", "crv": "Ed25519", "x": encode(bytes(32))}}, "jku": {"jku": url}, "x5u": {"x5u": url},
                            "x5c": {"x5c": [base64.b64encode(own).decode()]}, "x5t": {"x5t": encode(own[:20])}, "crit": {"crit": ["exp"], "exp": 1}, "b64": {"b64": False, "crit": ["b64"]},
                            "zip": {"zip": "DEF"}, "cty": {"cty": "JWT"}}.items():
            tokens[name] = forge(self.header | extra | {"alg": "HS256"}, self.claims, own)
        kids = ["../../../../../../dev/null", "/dev/null", "..\\..\\nul", "file:///dev/null", "/proc/self/environ", "' UNION SELECT '' --", "' OR '1'='1", "x'; DROP TABLE users; --",
                "$(id)", "|id", url, "", "\u0000", "0", "-1", "a" * 500, None, 1, [], {"$ne": None}, "%2e%2e%2f", "key\r\nX: y"]
        for kid in kids:
            for key in (b"", b"\0", str(kid).encode(), own):
                tokens[f"kid {str(kid)[:24]!r} {key[:6]!r}"] = forge(self.header | {"alg": "HS256", "kid": kid}, self.claims, key)
        self.check_refused(tokens)
        self.assertFalse(any("mine" in line for line in self.house.last_lines(200).splitlines()))

    def test_what_is_signed_rightly_must_also_say_what_is_right(self):
        """Signed with the secret of the configuration: what is wrong is nothing but what is changed."""
        now, key, header = int(time.time()), SECRET.encode(), self.bare
        if self.statuses(forge(header, self.claims, key)) != [200, 200, 200]:
            self.fail("tokens signed with the secret of the configuration are not taken: the rest would prove nothing")
        nothing = "00000000-0000-7000-8000-000000000000"
        changes = {
            "expired": {"exp": now - 1}, "expired long ago": {"exp": 0}, "expired before time": {"exp": -1}, "expiry as text": {"exp": str(now + 600)}, "no end": {"exp": None},
            "endless": {"exp": float("1e400")}, "expiry as a list": {"exp": [now + 600]},
            "not yet": {"nbf": now + 3600, "iat": now + 3600}, "another issuer": {"iss": "elsewhere"}, "no issuer": {"iss": None}, "issuers": {"iss": ["jarvis"]},
            "nobody's session": {"sid": nothing}, "no session": {"sid": None}, "a session of SQL": {"sid": "' OR 1=1 --"}, "nobody": {"sub": "nobody"},
            "another audience": {"aud": "elsewhere"}, "audiences": {"aud": ["elsewhere"]},
        }
        tokens = {name: forge(header, {k: v for k, v in (self.claims | change).items() if v is not None}, key) for name, change in changes.items()}
        tokens |= {f"the type {kind!r}": forge(header | {"typ": kind}, self.claims, key) for kind in ("JWT", "refresh", "ticket", "id_token", "", None, ["at+jwt"])}
        tokens["no type"] = forge({"alg": "HS256"}, self.claims, key)
        body = json.dumps(self.claims)
        tokens |= {
            "a member twice": forge(header, encode((body[:-1] + f', "sid": "{nothing}"' + "}").encode()), key),
            "a list": forge(header, [self.claims], key), "text": forge(header, encode(b'"jarvis"'), key), "nothing": forge(header, encode(b""), key),
            "not JSON": forge(header, encode(body.encode() + b"}"), key), "not UTF-8": forge(header, encode(body.encode().replace(b"jarvis", b"j\xe4rvis")), key),
            "UTF-16": forge(header, encode(body.encode("utf-16")), key),
            "names alike": forge(header, encode(body.replace('"iss"', '"i\u017fs"').encode()), key), "deep": forge(header, encode(b'{"a":' * 600 + b"1" + b"}" * 600), key),
            "oversized": forge(header, self.claims | {"pad": "x" * 6000}, key), "huge": forge(header, self.claims | {"pad": "x" * 200_000}, key),
        }
        self.check_refused(tokens)

    def test_only_access_tokens_open_the_door(self):
        form = {"grant_type": "password", "username": "owner", "password": "correct horse battery staple 7"}
        _, answer = self.house.call("POST", "/auth/token", form, form=True)
        ticket = self.house.call("POST", "/auth/ws-ticket", token=answer["access_token"])[1]["ticket"]
        self.check_refused({"refresh": answer["refresh_token"], "ticket": ticket, "secret": SECRET})
        self.assertEqual(self.house.call("POST", "/auth/refresh", {"refresh_token": answer["access_token"]})[0], 401)
        self.assertEqual(self.house.call("POST", "/auth/refresh", {"refresh_token": ticket})[0], 401)

    def test_a_token_ends_with_its_session(self):
        form = {"grant_type": "password", "username": "owner", "password": "correct horse battery staple 7"}
        _, answer = self.house.call("POST", "/auth/token", form, form=True)
        self.assertEqual(self.statuses(answer["access_token"]), [200, 200, 200])
        self.assertEqual(self.house.call("POST", "/auth/logout", token=answer["access_token"])[0], 204)
        self.assertEqual(self.statuses(answer["access_token"]), [401, 401, 401])
        self.assertEqual(self.house.call("POST", "/auth/refresh", {"refresh_token": answer["refresh_token"]})[0], 401)

    def test_a_refresh_token_that_comes_twice_ends_its_session(self):
        form = {"grant_type": "password", "username": "owner", "password": "correct horse battery staple 7"}
        _, first = self.house.call("POST", "/auth/token", form, form=True)
        status, second = self.house.call("POST", "/auth/refresh", {"refresh_token": first["refresh_token"]})
        self.assertEqual(status, 200)
        status, third = self.house.call("POST", "/auth/refresh", {"refresh_token": second["refresh_token"]})
        self.assertEqual(status, 200)
        # Its successor was used: no answer was lost.
        self.assertEqual(self.house.call("POST", "/auth/refresh", {"refresh_token": first["refresh_token"]})[0], 401)
        self.assertEqual(self.house.call("POST", "/auth/refresh", {"refresh_token": third["refresh_token"]})[0], 401)
        self.assertEqual(self.statuses(third["access_token"]), [401, 401, 401])

    def test_the_token_is_taken_from_the_header_alone(self):
        for line in (f"GET /auth/me?access_token={self.token}", f"GET /auth/me?token={self.token}", f"GET /auth/me?ticket={self.token}"):
            got, _ = self.talk(self.request(line, "Connection: close", f"Cookie: token={self.token}; access_token={self.token}", f"X-API-Key: {self.token}"))
            self.assertEqual(answers(got), [401])
        for field in (f"Authorization: Basic {self.token}", f"Authorization: {self.token}", f"Proxy-Authorization: Bearer {self.token}", f"X-Authorization: Bearer {self.token}"):
            got, _ = self.talk(self.request("GET /auth/me", "Connection: close", field))
            self.assertEqual(answers(got), [401])


if __name__ == "__main__":
    unittest.main()
