"""What Jarvis is compared with: the same two routes as a FastAPI application, the way the prototype was built.

/health answers a small JSON; POST /chat checks an HS256 token, reads JSON, works out the time of day in French and keeps both messages in
SQLite before it answers. PEER_DB and PEER_SECRET are set by run.py. Run with: uvicorn peer:app --workers 2
"""
import os
import sqlite3
import time
import uuid
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel

SECRET = os.environ.get("PEER_SECRET", "only for this benchmark, on loopback")
STARTED = time.monotonic()
app = FastAPI()
store = sqlite3.connect(os.environ.get("PEER_DB", ":memory:"), timeout=30, isolation_level=None)
store.execute("PRAGMA journal_mode = WAL")
store.execute("PRAGMA synchronous = NORMAL")
store.execute("CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, user TEXT, conversation TEXT, role TEXT, text TEXT, at TEXT)")


class Message(BaseModel):
    message: str
    conversation_id: str | None = None
    language: str | None = None


def user(authorization: str = Header()):
    scheme, _, token = authorization.partition(" ")
    try:
        if scheme.lower() != "bearer":
            raise jwt.InvalidTokenError
        return jwt.decode(token, SECRET, algorithms=["HS256"])["sub"]
    except jwt.InvalidTokenError:
        raise HTTPException(401, "sign in first") from None


@app.get("/health")
async def health():
    return {"status": "ok", "version": "1.0.0", "uptime": time.monotonic() - STARTED, "ready": True}


@app.post("/chat")
async def chat(body: Message, user: str = Depends(user)):
    now = datetime.now(timezone.utc)
    conversation = body.conversation_id or str(uuid.uuid4())
    if "quelle heure" in body.message.lower():
        local = now.astimezone(ZoneInfo("Europe/Paris"))
        answer = f"Il est {local.hour} heures {local.minute:02}."
    else:
        answer = "Je ne sais pas répondre à cela."
    store.execute("BEGIN IMMEDIATE")
    for role, text in (("user", body.message), ("assistant", answer)):
        store.execute("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)", (str(uuid.uuid4()), user, conversation, role, text, now.isoformat()))
    store.execute("COMMIT")
    return {"response": answer, "timestamp": now.isoformat(), "user_id": user, "conversation_id": conversation, "trace_id": str(uuid.uuid4())}
