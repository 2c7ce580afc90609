"""The mock's accounts: people, where they are signed in, second factors, keys, invitations and the audit trail.

Long because all of it is one state: what one route makes, the others show, and the trail tells.
"""
import base64
import hashlib
import hmac
import json
import re
import secrets
import struct
import time
import datetime

PROOF_SECONDS = 300
CAPABILITIES = ["talk", "home", "web", "memory_read", "memory_write", "admin"]
USUAL = {
    "owner": (CAPABILITIES, "dangerous"), "admin": (CAPABILITIES, "dangerous"), "member": (CAPABILITIES[:5], "dangerous"),
    "child": (["talk", "home", "memory_read", "memory_write"], "surprising"), "guest": (["talk", "home"], "surprising"),
}


class Refused(Exception):
    def __init__(self, status, code, detail=""):
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail


def stamp(seconds=None):
    moment = datetime.datetime.fromtimestamp(time.time() if seconds is None else seconds, datetime.timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id():
    return secrets.token_hex(8)


def totp(secret, step):
    """The six digits of a time step (RFC 6238)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Accounts:
    """Whoever calls holds the house's lock."""

    def __init__(self):
        self.households = {"h": {"id": "h", "name": "", "has_house": True, "created_at": stamp()}}
        self.users = {}
        self.sessions = {}
        self.invitations = {}
        self.resets = {}
        self.keys = {}
        self.trail = []
        self.challenges = set()
        self.provider = Provider()

    # People

    def add(self, username, password, role, language="fr", household="h"):
        user = {"id": new_id(), "household": household, "username": username, "password": password, "role": role, "language": language, "created_at": stamp(), "disabled": False, "permissions": self.usual(role),
                "totp": None, "pending": None, "last_step": 0, "recovery": [], "guards_home": False, "passkeys": {}}
        self.users[user["id"]] = user
        return user

    @staticmethod
    def usual(role):
        capabilities, risk = USUAL[role]
        return {"capabilities": list(capabilities), "risk": risk}

    def named(self, username):
        return next((user for user in self.users.values() if user["username"].lower() == str(username).strip().lower()), None)

    def record(self, action, user, address, target="", outcome="done"):
        self.trail.append({"number": len(self.trail) + 1, "at": stamp(), "action": action, "outcome": outcome, "user_id": user["id"] if user else None, "name": user["username"] if user else "", "address": address,
                           "target": target, "erased": False})

    # Signing in

    def open(self, user, handler):
        session = {"id": new_id(), "user": user["id"], "device": (handler.headers.get("User-Agent") or "")[:200], "address": handler.client_address[0], "created_at": stamp(), "used_at": stamp(),
                   "expires_at": stamp(time.time() + 604800), "ends_at": stamp(time.time() + 90 * 86400), "proven": time.time(), "origin": f"http://{handler.headers.get('Host')}"}
        self.sessions[session["id"]] = session
        self.record("sign_in", user, session["address"])
        return session["id"]

    def sign_in(self, form, handler):
        user = self.named(form.get("username", ""))
        if not user or user["disabled"] or user["password"] != form.get("password"):
            self.record("sign_in", user, handler.client_address[0], form.get("username", ""), "refused")
            raise Refused(401, "unauthenticated", "wrong name or password")
        self.check_code(user, form.get("otp"), 401)
        return self.open(user, handler)

    def check_code(self, user, code, status):
        if user["totp"] and not self.takes(user, user["totp"], code) and not self.recovers(user, code):
            raise Refused(status, "otp_needed", "this account asks for the code of its authenticator app, or a recovery code")

    @staticmethod
    def takes(user, secret, code):
        now = int(time.time()) // 30
        for step in (now - 1, now, now + 1):
            if step > user["last_step"] and code == totp(secret, step):
                user["last_step"] = step
                return True
        return False

    @staticmethod
    def recovers(user, code):
        if code in user["recovery"]:
            user["recovery"].remove(code)
            return True
        return False

    def end(self, keep=lambda session: False):
        self.sessions = {key: session for key, session in self.sessions.items() if keep(session)}

    # Requests

    def answer(self, method, path, query, body, handler, session):
        """(status, value), for a route that is the account's; `None` for another. `session` is None where nobody is signed in."""
        for (its_method, pattern, wants), body_of in ROUTES.items():
            found = re.fullmatch(pattern, path) if its_method == method else None
            if not found:
                continue
            if "public" in wants:
                return body_of(self, body, handler, *found.groups())
            if session is None:
                raise Refused(401, "unauthenticated")
            user = self.users[session["user"]]
            if "admin" in wants and user["role"] not in ("owner", "admin"):
                raise Refused(403, "forbidden", "this is for the household's owner and admins")
            if "operator" in wants and not runs(user):
                raise Refused(403, "forbidden", "only the owner of the first household may do that")
            if "proof" in wants and time.time() - session["proven"] > PROOF_SECONDS:
                raise Refused(403, "step_up_needed", "prove first that it is you")
            return body_of(self, body, query if "query" in wants else session, user, *found.groups())
        return None


ROUTES = {}


def route(method, pattern, *wants):
    def keep(body_of):
        ROUTES[method, pattern, wants] = body_of
        return body_of
    return keep


def page(items):
    return 200, {"items": items, "next_cursor": None}


def found_in(table, key):
    if key not in table:
        raise Refused(404, "not_found")
    return table[key]


def runs(user):
    return user["role"] == "owner" and user["household"] == "h"


@route("GET", "/auth/me")
def me(accounts, body, session, user):
    return 200, {"id": user["id"], "username": user["username"], "role": user["role"], "language": user["language"], "household_id": user["household"], **({"operator": True} if runs(user) else {})}


@route("GET", "/auth/sessions")
def sessions(accounts, body, session, user):
    return page([{**{key: value for key, value in one.items() if key not in ("user", "proven", "origin")}, "current": one is session} for one in accounts.sessions.values() if one["user"] == user["id"]])


@route("DELETE", "/auth/sessions")
def end_all(accounts, body, session, user):
    accounts.end(lambda one: one["user"] != user["id"])
    return 204, None


@route("DELETE", "/auth/sessions/(.+)")
def end_one(accounts, body, session, user, key):
    found_in(accounts.sessions, key)
    accounts.end(lambda one: one["id"] != key)
    return 204, None


@route("POST", "/auth/logout")
def sign_out(accounts, body, session, user):
    accounts.end(lambda one: one is not session)
    return 204, None


# The second factor

#: The finder patterns only: the page draws what it is given.
QR = "M4 4h7v1h-7zM4 10h7v1h-7zM4 5h1v5h-1zM10 5h1v5h-1zM6 6h3v3h-3zM18 4h7v1h-7zM18 10h7v1h-7zM18 5h1v5h-1zM24 5h1v5h-1zM20 6h3v3h-3zM4 18h7v1h-7zM4 24h7v1h-7zM4 19h1v5h-1zM10 19h1v5h-1zM6 20h3v3h-3z"


def qr_svg():
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h29v29h-29z"/><path fill="#000" d="{QR}"/></svg>'


def factors_of(user):
    return {"totp": user["totp"] is not None, **({"totp_since": user["totp_since"]} if user["totp"] else {}), "recovery_codes_left": len(user["recovery"]), "guards_home": user["guards_home"]}


def new_recovery_codes(user):
    user["recovery"] = ["-".join(secrets.token_hex(2).upper() for _ in range(4)) for _ in range(10)]
    return 200, {"recovery_codes": list(user["recovery"])}


@route("GET", "/auth/second-factors")
def factors(accounts, body, session, user):
    return 200, factors_of(user)


@route("PATCH", "/auth/second-factors", "proof")
def guard_home(accounts, body, session, user):
    user["guards_home"] = bool(body.get("guards_home"))
    return 200, factors_of(user)


@route("POST", "/auth/totp", "proof")
def enrol(accounts, body, session, user):
    user["last_step"] = 0  # of another secret
    user["pending"] = base64.b32encode(secrets.token_bytes(20)).decode()
    return 201, {"secret": user["pending"], "uri": f"otpauth://totp/Jarvis?secret={user['pending']}", "svg": qr_svg(), "png": ""}


@route("POST", "/auth/totp/confirm")
def confirm(accounts, body, session, user):
    if not user["pending"] or not accounts.takes(user, user["pending"], body.get("code")):
        raise Refused(400, "invalid", "this is not the code that the app shows now")
    user["totp"], user["totp_since"], user["pending"] = user["pending"], stamp(), None
    accounts.record("factor_add", user, session["address"], "totp")
    return new_recovery_codes(user)


@route("POST", "/auth/recovery-codes", "proof")
def renew_codes(accounts, body, session, user):
    return new_recovery_codes(user)


@route("DELETE", "/auth/totp", "proof")
def remove_totp(accounts, body, session, user):
    user["totp"], user["recovery"] = None, []
    accounts.record("factor_remove", user, session["address"], "totp")
    return 204, None


@route("POST", "/auth/step-up")
def step_up(accounts, body, session, user):
    if "passkey" in body:
        check_ceremony(accounts, body["passkey"], "webauthn.get")
        if owner_of(accounts, body["passkey"]) is not user:
            raise Refused(403, "forbidden")
        session["proven"] = time.time()
        return 200, {"expires_in": PROOF_SECONDS}
    if "password" in body and body["password"] != user["password"]:
        raise Refused(403, "forbidden", "the password is wrong")
    if not user["totp"] and "password" not in body:
        raise Refused(400, "invalid", "send the password of this account as password")
    accounts.check_code(user, body.get("otp"), 403)
    session["proven"] = time.time()
    return 200, {"expires_in": PROOF_SECONDS}


@route("POST", "/mock/later", "public")
def later(accounts, body, handler):
    """From now on nobody has proven lately who they are."""
    for session in accounts.sessions.values():
        session["proven"] = 0
    return 204, None


# Passkeys. The mock looks at challenge and type; Jarvis checks the signature.

def challenge_for(accounts):
    challenge = secrets.token_urlsafe(32)
    accounts.challenges.add(challenge)
    return challenge


def check_ceremony(accounts, credential, kind):
    told = json.loads(unbase64url(credential["response"]["clientDataJSON"]))
    if told["type"] != kind or told["challenge"] not in accounts.challenges:
        raise Refused(401 if kind == "webauthn.get" else 400, "unauthenticated", "this passkey cannot be taken")
    accounts.challenges.discard(told["challenge"])


def request_options(accounts, known=()):
    return 200, {"challenge": challenge_for(accounts), "rpId": "localhost", "timeout": 120_000, "allowCredentials": [{"type": "public-key", "id": key} for key in known], "userVerification": "required"}


def owner_of(accounts, credential):
    for user in accounts.users.values():
        for passkey in user["passkeys"].values():
            if passkey["credential"] == credential["id"]:
                passkey["used_at"] = stamp()
                return user
    raise Refused(401, "unauthenticated", "this passkey is not known here")


@route("GET", "/auth/passkeys")
def passkeys(accounts, body, session, user):
    return page([{key: value for key, value in passkey.items() if key != "credential"} for passkey in user["passkeys"].values()])


@route("POST", "/auth/passkeys/options", "proof")
def creation_options(accounts, body, session, user):
    account = {"id": base64.urlsafe_b64encode(user["id"].encode()).decode().rstrip("="), "name": user["username"], "displayName": user["username"]}
    return 200, {"rp": {"id": "localhost", "name": "Jarvis"}, "user": account, "challenge": challenge_for(accounts), "pubKeyCredParams": [{"type": "public-key", "alg": -8}, {"type": "public-key", "alg": -7}],
                 "timeout": 120_000, "excludeCredentials": [{"type": "public-key", "id": passkey["credential"]} for passkey in user["passkeys"].values()],
                 "authenticatorSelection": {"residentKey": "required", "requireResidentKey": True, "userVerification": "required"}, "attestation": "none"}


@route("POST", "/auth/passkeys", "proof")
def add_passkey(accounts, body, session, user):
    check_ceremony(accounts, body["credential"], "webauthn.create")
    made = {"id": new_id(), "name": body["name"], "site": "localhost", "synced": False, "created_at": stamp(), "credential": body["credential"]["id"]}
    user["passkeys"][made["id"]] = made
    accounts.record("factor_add", user, session["address"], "passkey")
    return 201, {key: value for key, value in made.items() if key != "credential"}


@route("DELETE", "/auth/passkeys/([^/]+)", "proof")
def remove_passkey(accounts, body, session, user, key):
    found_in(user["passkeys"], key)
    del user["passkeys"][key]
    return 204, None


@route("POST", "/auth/passkeys/sign-in/options", "public")
def sign_in_options(accounts, body, handler):
    return request_options(accounts)


@route("POST", "/auth/passkeys/sign-in", "public")
def passkey_sign_in(accounts, body, handler):
    check_ceremony(accounts, body["credential"], "webauthn.get")
    return 200, {"session": accounts.open(owner_of(accounts, body["credential"]), handler)}


@route("POST", "/auth/step-up/options")
def step_up_options(accounts, body, session, user):
    return request_options(accounts, [passkey["credential"] for passkey in user["passkeys"].values()])


# Passwords, invitations and people

def told_of(user):
    return {key: user[key] for key in ("id", "username", "role", "language", "created_at", "disabled", "permissions")}


def check_password(password):
    if len(password) < 12:
        raise Refused(400, "invalid", "the password must have at least 12 characters")


@route("POST", "/auth/password")
def change_password(accounts, body, session, user):
    check_password(body["new_password"])
    if body["old_password"] != user["password"]:
        raise Refused(403, "forbidden", "the old password is wrong")
    user["password"] = body["new_password"]
    accounts.end(lambda one: one["user"] != user["id"] or one is session)
    return 204, None


@route("POST", "/auth/register", "public")
def register(accounts, body, handler):
    invitation = next((one for one in accounts.invitations.values() if one["code"] == body.get("code")), None)
    if not invitation:
        raise Refused(403, "forbidden", "this code is not good")
    check_password(body["password"])
    if accounts.named(body["username"]):
        raise Refused(409, "conflict", "this name is taken")
    del accounts.invitations[invitation["id"]]
    user = accounts.add(body["username"], body["password"], invitation["role"], body.get("language", "fr"), invitation["household"])
    return 201, {key: user[key] for key in ("id", "username", "role", "language")}


@route("POST", "/auth/reset", "public")
def reset(accounts, body, handler):
    if body.get("code") not in accounts.resets:
        raise Refused(403, "forbidden", "this code is not good")
    check_password(body["password"])
    accounts.users[accounts.resets.pop(body["code"])]["password"] = body["password"]
    return 204, None


@route("GET", "/admin/users", "admin")
def users(accounts, body, session, user):
    return page([told_of(one) for one in accounts.users.values() if one["household"] == user["household"]])


@route("PATCH", "/admin/users/([^/]+)", "admin")
def change_user(accounts, body, session, user, key):
    other = found_in(accounts.users, key)
    accounts.record("user_change", user, session["address"], other["username"])
    if "role" in body:
        other["permissions"] = accounts.usual(body["role"])
    other.update({name: body[name] for name in ("username", "role", "disabled", "permissions") if name in body})
    if other["disabled"]:
        accounts.end(lambda one: one["user"] != key)
    return 200, told_of(other)


@route("DELETE", "/admin/users/([^/]+)", "admin")
def remove_user(accounts, body, session, user, key):
    found_in(accounts.users, key)
    accounts.end(lambda one: one["user"] != key)
    del accounts.users[key]
    return 204, None


@route("POST", "/admin/users/([^/]+)/reset", "admin")
def issue_reset(accounts, body, session, user, key):
    found_in(accounts.users, key)
    code = "-".join(secrets.token_hex(2).upper() for _ in range(4))
    accounts.resets[code] = key
    return 201, {"code": code, "expires_at": stamp(time.time() + 86400)}


@route("GET", "/admin/invitations", "admin")
def invitations(accounts, body, session, user):
    return page([told_of_invitation(one) for one in accounts.invitations.values() if one["household"] == user["household"]])


def told_of_invitation(one, *more):
    return {name: one[name] for name in ("id", "role", "created_at", "expires_at", *more)}


def new_invitation(accounts, role, household):
    made = {"id": new_id(), "role": role, "household": household, "code": "-".join(secrets.token_hex(2).upper() for _ in range(4)), "created_at": stamp(), "expires_at": stamp(time.time() + 604800)}
    accounts.invitations[made["id"]] = made
    return told_of_invitation(made, "code")


@route("POST", "/admin/invitations", "admin")
def invite(accounts, body, session, user):
    accounts.record("invite", user, session["address"], body["role"])
    return 201, new_invitation(accounts, body["role"], user["household"])


@route("DELETE", "/admin/invitations/([^/]+)", "admin")
def take_back(accounts, body, session, user, key):
    found_in(accounts.invitations, key)
    del accounts.invitations[key]
    return 204, None


# Households

def told_of_household(accounts, household):
    return {**household, "people": sum(user["household"] == household["id"] for user in accounts.users.values())}


@route("GET", "/admin/households", "operator")
def households(accounts, body, session, user):
    return page([told_of_household(accounts, one) for one in accounts.households.values()])


@route("POST", "/admin/households", "operator", "proof")
def add_household(accounts, body, session, user):
    made = {"id": new_id(), "name": body["name"], "has_house": False, "created_at": stamp()}
    accounts.households[made["id"]] = made
    accounts.record("household_add", user, session["address"])
    return 201, {**told_of_household(accounts, made), "invitation": new_invitation(accounts, "owner", made["id"])}


@route("PATCH", "/admin/households/([^/]+)", "operator")
def rename_household(accounts, body, session, user, key):
    found_in(accounts.households, key)["name"] = body["name"]
    return 204, None


@route("DELETE", "/admin/households/([^/]+)", "operator", "proof")
def remove_household(accounts, body, session, user, key):
    found_in(accounts.households, key)
    if key == "h":
        raise Refused(409, "conflict", "the first household stays: it has the house")
    del accounts.households[key]
    accounts.users = {name: one for name, one in accounts.users.items() if one["household"] != key}
    accounts.invitations = {name: one for name, one in accounts.invitations.items() if one["household"] != key}
    accounts.end(lambda one: one["user"] in accounts.users)
    return 204, None


# Keys of programs

@route("GET", "/auth/api-keys")
def keys(accounts, body, session, user):
    return page([{name: value for name, value in key.items() if name != "key"} for key in accounts.keys.values()])


@route("POST", "/auth/api-keys")
def add_key(accounts, body, session, user):
    made = {"id": new_id(), "name": body["name"], "scopes": body["scopes"], "key": "jarvis_" + secrets.token_urlsafe(24), "created_at": stamp(), "expires_at": stamp(time.time() + 86400 * body["days"])}
    accounts.keys[made["id"]] = made
    return 201, made


@route("DELETE", "/auth/api-keys/([^/]+)")
def revoke_key(accounts, body, session, user, key):
    found_in(accounts.keys, key)
    del accounts.keys[key]
    return 204, None


# What is kept

@route("GET", "/admin/audit", "admin", "query")
def audit(accounts, body, query, user):
    """Small pages, so that there is a second."""
    kept = [entry for entry in reversed(accounts.trail)
            if query.get("action", [entry["action"]])[0] == entry["action"] and query.get("who", [entry["name"]])[0] == entry["name"] and entry["number"] < int(query.get("cursor", [1 << 40])[0])]
    return 200, {"items": kept[:5], "next_cursor": str(kept[4]["number"]) if len(kept) > 5 else None}


@route("GET", "/auth/me/export")
def export(accounts, body, session, user):
    accounts.record("export", user, session["address"])
    return 200, (json.dumps({"kind": "user", "username": user["username"]}) + "\n").encode()


@route("DELETE", "/auth/me")
def erase(accounts, body, session, user):
    if body.get("password") != user["password"]:
        raise Refused(403, "forbidden", "the password is wrong")
    accounts.check_code(user, body.get("otp"), 403)
    accounts.end(lambda one: one["user"] != user["id"])
    del accounts.users[user["id"]]
    return 204, None


# A provider that knows everybody, and asks nothing

class Provider:
    def __init__(self):
        self.codes = {}
        self.linked = None

    def come_back(self, challenge, kind="oidc"):
        code = secrets.token_urlsafe(32)
        self.codes[code] = (challenge, kind)
        return f"/#{kind}={code}"

    def takes(self, body, kind):
        challenge, begun = self.codes.get(body.get("code"), ("", ""))
        hashed = base64.urlsafe_b64encode(hashlib.sha256(body.get("verifier", "").encode()).digest()).decode().rstrip("=")
        if begun != kind or challenge != hashed:
            raise Refused(403, "forbidden", "the code is used up or over, or belongs to another page")


@route("GET", "/auth/oidc", "public")
def provider(accounts, body, handler):
    return 200, {"name": "Portail"}


@route("POST", "/auth/oidc/token", "public")
def provider_token(accounts, body, handler):
    accounts.provider.takes(body, "oidc")
    user = accounts.users.get(accounts.provider.linked)
    if not user:
        raise Refused(403, "forbidden", "nobody here has linked this account")
    accounts.check_code(user, body.get("otp"), 401)
    del accounts.provider.codes[body["code"]]
    return 200, {"session": accounts.open(user, handler)}


@route("POST", "/auth/oidc/register", "public")
def join(accounts, body, handler):
    invitation = next((one for one in accounts.invitations.values() if one["code"] == body.get("invitation")), None)
    if not invitation:
        raise Refused(403, "forbidden", "this code is not good")
    accounts.provider.takes(body, "oidc")
    if accounts.named(body["username"]) or accounts.provider.linked in accounts.users:
        raise Refused(409, "conflict", "this name is taken")
    del accounts.invitations[invitation["id"]]
    del accounts.provider.codes[body["code"]]
    user = accounts.add(body["username"], None, invitation["role"], body.get("language", "fr"))
    accounts.provider.linked = user["id"]
    return 201, {"session": accounts.open(user, handler)}


@route("POST", "/auth/oidc/link", "proof")
def link(accounts, body, session, user):
    return 200, {"url": f"{session['origin']}/mock/provider?challenge={body['challenge']}"}


@route("POST", "/auth/oidc/link/confirm")
def confirm_link(accounts, body, session, user):
    accounts.provider.takes(body, "oidc_link")
    del accounts.provider.codes[body["code"]]
    accounts.provider.linked = user["id"]
    return 201, links_of(accounts, user)[0]


def links_of(accounts, user):
    return [{"id": "link", "issuer": "https://portail.example", "name": "moi@portail", "created_at": stamp()}] if accounts.provider.linked == user["id"] else []


@route("GET", "/auth/oidc/links")
def links(accounts, body, session, user):
    return page(links_of(accounts, user))


@route("DELETE", "/auth/oidc/links/(.+)", "proof")
def unlink(accounts, body, session, user, key):
    accounts.provider.linked = None
    return 204, None
