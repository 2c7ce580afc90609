#!/usr/bin/env python3
"""Answers like Jarvis where the benchmarks ask, so that they can be tried without it. Under the name "forgetful" it acknowledges
turns that it never writes: what the durability benchmark must find."""
import base64
import json
import os
import re
import signal
import sqlite3
import sys
import urllib.parse
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

HOME = Path(os.environ["JARVIS_HOME"])
FORGETFUL = "forgetful" in Path(sys.argv[0]).name
LOCK = Lock()
MEMORIES = []


def recall(query):
    """Those that hold words of the query, with the most of them first; the same limits as the real one's."""
    words = set(re.findall(r"\w+", query["query"][0].lower()))
    shared = [(len(words & set(re.findall(r"\w+", memory["text"].lower()))), memory) for memory in MEMORIES]
    best = sorted((row for row in shared if row[0]), key=lambda row: -row[0])
    return [memory for _, memory in best][:int(query["limit"][0])]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, value):
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        if self.path == "/health":
            return self.answer(200, {"status": "ok"})
        if self.path.startswith("/memories?"):
            return self.answer(200, {"items": recall(urllib.parse.parse_qs(self.path.partition("?")[2]))})
        found = re.fullmatch(r"/conversations/([\w-]+)", self.path)
        with LOCK:
            rows = STORE.execute("SELECT role, text FROM messages WHERE conversation = ? ORDER BY rowid", [found.group(1)]).fetchall() if found else []
        self.answer(200 if rows else 404, {"messages": [{"role": role, "text": text} for role, text in rows]})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/auth/setup":
            return self.answer(201, {})
        if self.path == "/auth/token":
            return self.answer(200, {"access_token": "token"})
        if self.path == "/memories/import":
            new = [json.loads(line) for line in body.splitlines()]
            MEMORIES.extend(new)
            return self.answer(200, {"read": len(new), "added": len(new)})
        request = json.loads(body)
        conversation = request.get("conversation_id") or str(uuid.uuid4())
        numbers = re.findall(r"\d+", request["message"])
        response = f"Cela fait {sum(map(int, numbers))}."
        if not FORGETFUL:
            with LOCK, STORE:
                rows = [(conversation, "user", request["message"]), (conversation, "assistant", response)]
                STORE.executemany("INSERT INTO messages VALUES (?, ?, ?)", rows)
        audio = {"audio": base64.b64encode(b"RIFF").decode()} if request.get("speak") else {}
        self.answer(200, {"conversation_id": conversation, "response": response} | audio)


HOME.mkdir(parents=True, exist_ok=True)
STORE = sqlite3.connect(HOME / "jarvis.db", check_same_thread=False)
STORE.execute("PRAGMA journal_mode = WAL")
STORE.execute("CREATE TABLE IF NOT EXISTS messages (conversation TEXT, role TEXT, text TEXT)")
STORE.commit()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("127.0.0.1", int(os.environ["BACKEND_PORT"])), Handler).serve_forever()
