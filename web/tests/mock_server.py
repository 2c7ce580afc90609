#!/usr/bin/env python3
"""A stand-in for Jarvis that speaks its wire formats, for the web page's tests. Standard library only.

    mock_server.py [--port 0] [--code CODE] [--token-seconds 1800] [--showcase]

Prints `http://127.0.0.1:PORT` on its first line and serves web/dist with the strict policy the real server uses.
What a message holds decides the answer: a timer, the time, "lentement" (a slow answer), "erreur" (an error event),
"coupure" (the stream breaks off), "débranche" (the announcement lines are cut), "oublie" (access tokens are forgotten,
with "tout" refresh tokens too); anything else is echoed.
"""
import argparse
import base64
import datetime
import hashlib
import io
import json
import math
import mimetypes
import pathlib
import re
import secrets
import struct
import threading
import time
import urllib.parse
import wave
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mock_account import PROOF_SECONDS, Accounts, Refused, qr_svg
from mock_voice import Ears, VoiceSession

DIST = pathlib.Path(__file__).resolve().parent.parent / "dist"
POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
MAX_BODY = 1_000_000


def stamp(seconds=None):
    moment = datetime.datetime.fromtimestamp(time.time() if seconds is None else seconds, datetime.timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tone(text, rate=22050):
    """A soft hum as long as the text, as 16-bit samples."""
    count = int(rate * min(6, 0.4 + len(text) * 0.02))
    values = (int(3000 * math.sin(2 * math.pi * 180 * n / rate) * (0.6 + 0.4 * math.sin(2 * math.pi * 4 * n / rate))) for n in range(count))
    return struct.pack(f"<{count}h", *values)


class House:
    """What the mock remembers. Every access holds `lock`."""

    def __init__(self, options):
        self.options = options
        self.lock = threading.RLock()
        self.owner = None
        self.accounts = Accounts()
        self.access = {}
        self.refresh = {}
        self.tickets = set()
        self.conversations = {}
        self.timers = {}
        self.traces = {}
        self.sockets = set()
        self.watchers = set()
        self.spoken = 0
        self.entities = {entity["id"]: entity for entity in devices()}
        self.automations = {}
        self.runs = {}
        self.ears = Ears()

    def new_id(self):
        return secrets.token_hex(8)

    def grant(self, session):
        with self.lock:
            access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
            self.access[access] = (time.time() + self.options.token_seconds, session)
            self.refresh[refresh] = session
        return {"access_token": access, "refresh_token": refresh, "token_type": "bearer", "expires_in": self.options.token_seconds}

    def add_timer(self, seconds, label, language):
        timer = {"id": self.new_id(), "label": label, "due_at": stamp(time.time() + seconds), "state": "pending"}
        with self.lock:
            self.timers[timer["id"]] = timer
        clock = threading.Timer(seconds, self.fire, [timer, language])
        clock.daemon = True
        clock.start()
        return timer

    def keep(self, key, message, answer, path, started):
        """A turn that is over: its conversation, and its `done` event."""
        trace = {"id": self.new_id(), "path": path, "started_at": started, "stages": [
            {"name": "understand", "milliseconds": 1.8}, {"name": "recall", "milliseconds": 4.6}, {"name": "act", "milliseconds": 7.3}, {"name": "remember", "milliseconds": 2.1}]}
        with self.lock:
            if key not in self.conversations:
                key = self.new_id()
                self.conversations[key] = {"id": key, "title": message[:60], "messages": []}
            kept = self.conversations[key]
            kept["updated_at"] = stamp()
            self.traces[trace["id"]] = {**trace, "conversation_id": key}
            for role, text in (("user", message), ("assistant", answer)):
                kept["messages"].append({"id": self.new_id(), "role": role, "text": text, "at": stamp(), "trace_id": trace["id"]})
        return {"type": "done", "conversation_id": key, "trace_id": trace["id"], "timings": {stage["name"]: stage["milliseconds"] for stage in trace["stages"]}}

    def spoken_turn(self, message, conversation):
        started = stamp()
        action, answer, path = answer_to(message, message.lower(), self)
        events = [{"type": "action", **action}] if action else []
        events += [{"type": "text", "delta": answer}, {"type": "sentence", "index": 0, "text": answer}]
        return events, tone(answer), self.keep(conversation, message, answer, path, started)

    def call(self, entity, service, data):
        """What a virtual device does when a service is called."""
        attributes = entity["attributes"]
        if service == "turn_on" and "brightness_pct" in data:
            attributes["brightness"] = round(data["brightness_pct"] * 2.55)
        if service == "set_temperature":
            attributes["temperature"] = data["temperature"]
        if "current_position" in attributes and service in ("open_cover", "close_cover"):
            attributes["current_position"] = 100 if service == "open_cover" else 0
        entity["state"] = {"turn_on": "on", "turn_off": "off", "open_cover": "open", "close_cover": "closed", "lock": "locked", "unlock": "unlocked"}.get(service, entity["state"])
        if entity["domain"] == "scene":
            entity["state"] = stamp()
        frame = json.dumps({"type": "state", "entity": entity})
        for socket in list(self.watchers):
            socket.send_text(frame)

    def fire(self, timer, language):
        with self.lock:
            if self.timers.pop(timer["id"], None) is None:
                return
            sockets = list(self.sockets)
        name = timer["label"]
        text = (f"C’est l’heure : {name} !" if name else "Le minuteur est terminé !") if language == "fr" else (f"Time is up: {name}!" if name else "The timer is done!")
        frame = json.dumps({"type": "announcement", "id": timer["id"], "kind": "timer", "text": text, "due_at": timer["due_at"]})
        for socket in sockets:
            socket.send_text(frame)


def devices():
    """The same house as in data/house.yaml."""
    def device(key, name, state, area="", **attributes):
        names = {"salon": "Salon", "chambre": "Chambre"}
        return {"id": key, "name": name, "domain": key.split(".")[0], "state": state, "attributes": attributes, **({"area_id": area, "area": names[area]} if area else {})}
    return [
        device("light.salon", "Lampe du salon", "off", "salon", supported_color_modes=["brightness"]),
        device("climate.salon", "Chauffage du salon", "heat", "salon", temperature=19, current_temperature=18.5, min_temp=7, max_temp=30, target_temp_step=0.5, hvac_modes=["off", "heat"]),
        device("cover.chambre", "Volet de la chambre", "open", "chambre", current_position=100),
        device("lock.entree", "Porte d’entrée", "locked"),
        device("scene.soiree", "Soirée", "unknown"),
        device("sensor.dehors", "Température extérieure", "12.5", unit_of_measurement="°C"),
        device("switch.cave", "Prise de la cave", "unavailable"),
    ]


AREAS = [{"id": "salon", "name": "Salon", "aliases": [], "floor": "Rez-de-chaussée"}, {"id": "chambre", "name": "Chambre", "aliases": []}]


class Socket:
    """The server's end of one WebSocket (RFC 6455), small frames only."""

    def __init__(self, handler):
        self.handler = handler
        self.lock = threading.Lock()

    def send(self, opcode, payload):
        head = bytes([0x80 | opcode]) + (bytes([len(payload)]) if len(payload) < 126 else b"\x7e" + struct.pack(">H", len(payload)))
        try:
            with self.lock:
                self.handler.wfile.write(head + payload)
                self.handler.wfile.flush()
        except OSError:
            pass

    def send_text(self, text):
        self.send(1, text.encode())

    def receive(self):
        """One frame as (opcode, payload), or None at the end."""
        read = self.handler.rfile.read
        head = read(2)
        if len(head) < 2:
            return None
        length = head[1] & 0x7F
        if length == 126:
            length = struct.unpack(">H", read(2))[0]
        elif length == 127:
            return None
        mask = read(4)
        body = read(length)
        return head[0] & 0x0F, bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    house: House

    def log_message(self, *arguments):
        pass

    # Answers

    def reply(self, status, value, kind="application/json", headers=()):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, content in headers:
            self.send_header(name, content)
        self.end_headers()
        if self.command != "HEAD":
            try:
                self.wfile.write(body)
            except OSError:
                self.close_connection = True  # the page no longer wants it

    def problem(self, status, title, detail="", code=""):
        self.reply(status, {"type": f"urn:jarvis:problem:{code}" if code else "about:blank", "title": title, "status": status, "detail": detail, "request_id": secrets.token_hex(4)}, "application/problem+json")

    def body(self):
        length = int(self.headers.get("Content-Length") or 0)
        return self.rfile.read(length) if length <= MAX_BODY else b""

    def json_body(self):
        try:
            value = json.loads(self.body() or b"{}")
            return value if isinstance(value, dict) else {}
        except ValueError:
            return {}

    def session(self):
        """Where the request comes from; `None` where nobody is signed in."""
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        with self.house.lock:
            end, key = self.house.access.get(token, (0, None))
            return self.house.accounts.sessions.get(key) if end > time.time() else None

    def account(self, body):
        """Answers a request about accounts; says whether it was one."""
        path, _, query = self.path.partition("?")
        try:
            session = self.session()
            with self.house.lock:
                answer = self.house.accounts.answer(self.command, path, urllib.parse.parse_qs(query), body, self, session)
            if answer is None:
                return False
            status, value = answer
            self.reply(status, self.house.grant(value["session"]) if isinstance(value, dict) and "session" in value else b"" if value is None else value, "application/json" if isinstance(value, dict) else "application/x-ndjson")
        except Refused as refused:
            self.problem(refused.status, "Refused", refused.detail, refused.code)
        return True

    def allowed(self):
        if self.session():
            return True
        self.body()
        self.problem(401, "Unauthorized", "")
        return False

    # Routes

    def do_GET(self):
        path, _, query = self.path.partition("?")
        house = self.house
        if path == "/health":
            return self.reply(200, {"status": "ok", "version": "mock", "setup_required": house.owner is None})
        if path == "/mock/voice":
            return self.reply(200, house.ears.report())
        if path == "/mock/recorder.js":
            return self.reply(200, (pathlib.Path(__file__).parent / "data" / "recorder.js").read_bytes(), "text/javascript")
        if path == "/ca.crt":
            body = b"-----BEGIN CERTIFICATE-----\nTU9DSw==\n-----END CERTIFICATE-----\n"
            return self.reply(200, body, "application/x-x509-ca-cert", [("Content-Disposition", 'attachment; filename="jarvis-ca.crt"')])
        if path == "/ca.json":
            return self.reply(200, {"address": "http://maison.local:3000/ca.crt", "page": "https://maison.local:3443/", "fingerprint": ":".join(["A7"] * 32), "svg": qr_svg()})
        if path in ("/auth/oidc/start", "/mock/provider"):
            challenge = urllib.parse.parse_qs(query).get("challenge", [""])[0]
            with house.lock:
                back = house.accounts.provider.come_back(challenge, "oidc" if path == "/auth/oidc/start" else "oidc_link")
            return self.reply(303, b"", headers=[("Location", back)])
        if path == "/ws":
            return self.websocket(urllib.parse.parse_qs(query))
        if self.account({}):
            return None
        parts = path.strip("/").split("/")
        if parts[0] in ("home", "automations"):
            return self.house_page(path, parts) if self.allowed() else None
        if parts[0] in ("conversations", "timers", "traces"):
            if not self.allowed():
                return None
            with house.lock:
                if path == "/timers":
                    return self.reply(200, {"items": sorted(house.timers.values(), key=lambda timer: timer["due_at"]), "next_cursor": None})
                if path == "/conversations":
                    return self.conversation_page(urllib.parse.parse_qs(query))
                found = getattr(house, parts[0]).get(parts[1] if len(parts) == 2 else "")
            return self.reply(200, found) if found else self.problem(404, "Not found")
        return self.file(path)

    def house_page(self, path, parts):
        house = self.house
        with house.lock:
            if path == "/home/entities":
                return self.reply(200, {"items": list(house.entities.values())})
            if path == "/home/areas":
                return self.reply(200, {"items": AREAS})
            if path == "/automations":
                return self.reply(200, {"items": list(house.automations.values())})
            if len(parts) == 3 and parts[2] == "runs":
                return self.reply(200, {"items": house.runs.get(parts[1], [])})
        return self.problem(404, "Not found")

    def house_post(self, parts, asked):
        house = self.house
        with house.lock:
            if parts[0] == "home" and len(parts) == 4 and (entity := house.entities.get(urllib.parse.unquote(parts[2]))):
                if parts[3] == "unlock" and not asked.get("confirm"):
                    body = {"type": "urn:jarvis:problem:confirmation_needed", "title": "Conflict", "status": 409, "detail": "send it again with confirm", "request_id": "mock-409"}
                    return self.reply(409, body, "application/problem+json")
                session = self.session()
                if parts[3] == "unlock" and house.accounts.users[session["user"]]["guards_home"] and time.time() - session["proven"] > PROOF_SECONDS:
                    return self.problem(403, "Refused", "prove first that it is you", "step_up_needed")
                house.call(entity, parts[3], asked.get("data") or {})
                return self.reply(200, entity)
            if parts == ["automations"]:
                made = {"id": house.new_id(), "name": asked["name"], "trigger": asked["trigger"], "conditions": [], "orders": asked["orders"], "paused": False, "created_at": stamp(),
                        "created_by": house.owner[0], "next_due": stamp(time.time() + 3600)}
                house.automations[made["id"]] = made
                return self.reply(201, made)
            if parts[0] == "automations" and len(parts) == 3 and parts[2] == "run" and (found := house.automations.get(parts[1])):
                run = {"id": house.new_id(), "automation_id": found["id"], "name": found["name"], "started_at": stamp(), "outcome": "done", "cause": {"type": "request", "name": house.owner[0]}, "result": "C’est fait."}
                house.runs.setdefault(found["id"], []).insert(0, run)
                return self.reply(200, {"result": run["result"]})
        return self.problem(404, "Not found")

    def do_PATCH(self):
        asked = self.json_body()
        if self.account(asked) or not self.allowed():
            return None
        kind, _, key = self.path.strip("/").partition("/")
        with self.house.lock:
            found = self.house.automations.get(key) if kind == "automations" else None
            if found:
                found["paused"] = bool(asked.get("paused"))
        return self.reply(200, found) if found else self.problem(404, "Not found")

    def conversation_page(self, query):
        limit, after = int(query.get("limit", ["50"])[0]), int(query.get("cursor", ["0"])[0])
        items = sorted(self.house.conversations.values(), key=lambda item: item["updated_at"], reverse=True)
        page = [{key: item[key] for key in ("id", "title", "updated_at")} for item in items[after:after + limit]]
        return self.reply(200, {"items": page, "next_cursor": str(after + limit) if after + limit < len(items) else None})

    def do_DELETE(self):
        if self.account(self.json_body()) or not self.allowed():
            return None
        kind, _, key = self.path.strip("/").partition("/")
        with self.house.lock:
            found = getattr(self.house, kind, {}).pop(key, None) if kind in ("conversations", "timers", "automations") else None
        return self.reply(204, b"") if found else self.problem(404, "Not found")

    def do_POST(self):
        house = self.house
        if self.path == "/auth/setup":
            return self.set_up()
        if self.path == "/auth/token":
            return self.token()
        if self.path == "/mock/voice":
            return self.instruct(self.json_body())
        if self.path.startswith(("/auth/", "/admin/", "/mock/")) and self.path != "/auth/ws-ticket":
            return None if self.account(self.json_body()) else self.problem(404, "Not found")
        if not self.allowed():
            return None
        if self.path == "/auth/ws-ticket":
            self.body()
            ticket = secrets.token_urlsafe(16)
            with house.lock:
                house.tickets.add(ticket)
            return self.reply(200, {"ticket": ticket})
        parts = self.path.strip("/").split("/")
        if parts[0] in ("home", "automations"):
            return self.house_post(parts, self.json_body())
        if self.path == "/synthesize":
            text = str(self.json_body().get("text", ""))
            with house.lock:
                house.spoken += 1
            sound = io.BytesIO()
            with wave.open(sound, "wb") as out:
                out.setnchannels(1)
                out.setsampwidth(2)
                out.setframerate(22050)
                out.writeframes(tone(text))
            return self.reply(200, sound.getvalue(), "audio/wav")
        if self.path == "/chat/stream":
            return self.stream(self.json_body())
        self.body()
        return self.problem(404, "Not found")

    def instruct(self, asked):
        """How the spoken conversations go from now on."""
        ears = self.house.ears
        ears.clear()
        ears.said, ears.refuses = asked.get("said", ears.said), asked.get("refuses", False)
        for socket in list(self.house.sockets) if asked.get("cut") else []:
            socket.handler.connection.shutdown(2)
        return self.reply(204, b"")

    def set_up(self):
        asked = self.json_body()
        house = self.house
        if house.owner:
            return self.problem(409, "Conflict", "")
        if house.options.code and asked.get("setup_code") != house.options.code:
            return self.problem(403, "Forbidden", "The set-up code printed at start is needed.")
        house.owner = (asked.get("username"), asked.get("password"))
        house.accounts.add(*house.owner, "owner")
        return self.reply(201, {"username": asked.get("username")})

    def token(self):
        form = {key: values[0] for key, values in urllib.parse.parse_qs(self.body().decode()).items()}
        house = self.house
        if form.get("grant_type") == "refresh_token":
            with house.lock:
                known = house.refresh.pop(form.get("refresh_token"), None)  # good for one use
                known = known if known in house.accounts.sessions else None
            return self.reply(200, house.grant(known)) if known else self.problem(401, "Unauthorized", "")
        try:
            with house.lock:
                session = house.accounts.sign_in(form, self)
            return self.reply(200, house.grant(session))
        except Refused as refused:
            return self.problem(refused.status, "Refused", refused.detail, refused.code)

    # The turn

    def event(self, value):
        data = b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def stream(self, asked):
        message = str(asked.get("message", ""))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self.turn(asked, message)
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True  # the page went away

    def turn(self, asked, message):
        house = self.house
        low = message.lower()
        started = stamp()
        if "erreur" in low:
            self.event({"type": "text", "delta": "Voyons… "})
            return self.event({"type": "error", "problem": {"title": "Unavailable", "status": 503, "detail": "Aucun modèle n’est joignable : installez-en un avec jarvis models pull.", "request_id": "mock-503"}})
        if "coupure" in low:
            self.event({"type": "text", "delta": "Je commence et"})
            self.close_connection = True
            raise OSError("cut on purpose")
        if "débranche" in low:
            with house.lock:
                sockets = list(house.sockets)
            for socket in sockets:
                socket.send(8, b"")
        if "oublie" in low:
            with house.lock:
                house.access.clear()
                if "tout" in low:
                    house.refresh.clear()
        action, answer, path = answer_to(message, low, house)
        if path == "none":
            self.event({"type": "thinking"})
        if action:
            self.event({"type": "action", **action})
        pieces = re.findall(r"\s*\S+\s*?", answer) or [answer]
        for piece in pieces:
            self.event({"type": "text", "delta": piece})
            if "lentement" in low:
                time.sleep(0.1)  # this is the thing under test: an answer that takes its time
        if asked.get("speak"):
            self.event({"type": "sentence", "index": 0, "text": answer})
            self.event({"type": "audio", "index": 0, "format": "pcm_s16le", "rate": 22050, "data": base64.b64encode(tone(answer)).decode()})
        self.event(house.keep(asked.get("conversation_id"), message, answer, path, started))
        return None

    # The rest

    def websocket(self, query):
        house = self.house
        ticket = query.get("ticket", [""])[0]
        with house.lock:
            if ticket not in house.tickets:
                return self.problem(401, "Unauthorized", "")
            house.tickets.discard(ticket)
        key = self.headers.get("Sec-WebSocket-Key", "") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        self.close_connection = True
        socket = Socket(self)
        voice = None
        try:
            while (frame := socket.receive()) is not None:
                opcode, payload = frame
                if opcode == 8:
                    break
                if opcode == 2 and voice:
                    voice.hear(payload)
                    continue
                event = json.loads(payload) if opcode == 1 else {}
                if voice and event.get("type") != "start":
                    voice.take(event)
                elif event.get("type") == "start":
                    if voice:
                        voice.cut()
                    voice = VoiceSession(house.ears, socket, event, house.spoken_turn) if event["mode"] == "voice" else None
                    with house.lock:
                        house.sockets.add(socket)
                        wanted = bool(event.get("states"))
                        (house.watchers.add if wanted else house.watchers.discard)(socket)
                    if wanted:
                        socket.send_text(json.dumps({"type": "house", "connected": True}))
        except (OSError, ValueError):
            pass
        finally:
            if voice:
                voice.cut()
            with house.lock:
                house.sockets.discard(socket)
                house.watchers.discard(socket)
        return None

    def file(self, path):
        wanted = (DIST / (path.lstrip("/") or "index.html")).resolve()
        if not wanted.is_file() or DIST not in wanted.parents:
            return self.problem(404, "Not found")
        kind = "application/manifest+json" if wanted.suffix == ".webmanifest" else mimetypes.guess_type(wanted.name)[0] or "application/octet-stream"
        return self.reply(200, wanted.read_bytes(), kind, [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache")])


def answer_to(message, low, house):
    """(action or None, answer, path) for a message."""
    timer = re.search(r"(?:minuteur|timer|minute|second)", low) and re.search(r"(\d+)[ -]*(seconde?|minute)s?", low)
    if timer:
        french = "minuteur" in low
        named = re.search(r"(?:pour|for) (?:le |la |les |the )?([^.!?]+)", message)
        label = named.group(1).strip() if named else ""
        whole = named.group(0).strip() if named else ""
        seconds = int(timer.group(1)) * (60 if timer.group(2).startswith("minute") else 1)
        made = house.add_timer(seconds, label, "fr" if french else "en")
        amount = f"{timer.group(1)} {timer.group(2)}{'s' if timer.group(1) != '1' else ''}"
        answer = f"C’est parti : **{amount}**{' ' + whole if whole else ''}. Je vous préviendrai." if french else f"Started: **{amount}**{' ' + whole if whole else ''}. I will tell you."
        return {"tool": "timers.set", "arguments": {"seconds": seconds, "label": label}, "status": "done", "evidence": made["id"]}, answer, "skill:timers"
    if "tokyo" in low:
        return None, ("It is **21:04** in Tokyo." if "time" in low else "Il est **5 h 04** à Tokyo, samedi. Là-bas, le soleil se lève dans une heure et demie."), "skill:time"
    if "liste" in low or "list" in low:
        items = ["lait", "œufs", "citrons"]
        return {"tool": "lists.add", "arguments": {"list": "courses", "items": items}, "status": "done", "evidence": "3"}, "C’est noté. Sur votre liste de courses :\n- lait\n- œufs\n- citrons", "skill:lists"
    if "lentement" in low:
        return None, " ".join(f"mot{n}" for n in range(300)), "none"
    return None, f"Vous avez dit : {message}", "none"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--code", default="", help="the set-up code that is asked for; none by default")
    parser.add_argument("--token-seconds", type=int, default=1800, help="how long access tokens are good")
    parser.add_argument("--showcase", action="store_true", help="some older conversations, for the picture of the interface")
    options = parser.parse_args()
    house = House(options)
    if options.showcase:
        titles = [("Recette de pâtes au citron", 5400), ("Chauffage du salon pour ce soir", 90000), ("Anniversaire de maman : idées", 93600), ("Météo du week-end à Lyon", 270000), ("Convertir 350 °F en °C", 360000), ("Liste pour le pique-nique", 1100000)]
        for title, ago in titles:
            key = house.new_id()
            house.conversations[key] = {"id": key, "title": title, "updated_at": stamp(time.time() - ago), "messages": []}
    server = ThreadingHTTPServer(("127.0.0.1", options.port), type("Bound", (Handler,), {"house": house}))
    server.daemon_threads = True
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
