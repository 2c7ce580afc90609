"""A client that speaks over /ws in real time, in frames of 20 ms, and writes down when what came back."""
import json
import struct
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "home")]
from websocket import CLOSE, PING, PONG, Closed, WebSocket  # noqa: E402

RATE = 16_000
FRAME = RATE // 50
SILENCE = bytes(2 * FRAME)
BINARY = 2


class Line(WebSocket):
    def message(self):
        """The next message: text or bytes."""
        while True:
            first, second = self.take(2)
            length = second & 0x7F
            if length == 126:
                length = struct.unpack(">H", self.take(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.take(8))[0]
            payload, kind = self.take(length), first & 0x0F
            if kind == CLOSE:
                raise Closed("the connection was closed")
            if kind == PING:
                self.send(payload, PONG)
            elif kind != PONG:
                return payload if kind == BINARY else payload.decode()


class Talk:
    """One session: a microphone that is always on, and says what it is given."""

    def __init__(self, port, ticket, language=None, opening="speech", speed=1.0):
        """`speed`: how many times as fast as anybody speaks."""
        self.step = FRAME / RATE / speed
        self.line = Line("127.0.0.1", port, f"/ws?ticket={ticket}")
        self.sending = threading.Lock()
        # (time, event); of audio, with its length in bytes.
        self.events, self.changed = [], threading.Condition()
        self.waiting, self.said_at = b"", None
        self.isOver = False
        self.tell({"type": "start", "mode": "voice", "opening": opening, "audio": {"format": "pcm_s16le", "rate": RATE}}
                  | ({"language": language} if language else {}))
        self.threads = [threading.Thread(target=each, daemon=True) for each in (self.hear, self.speak)]
        for thread in self.threads:
            thread.start()

    def tell(self, event):
        with self.sending:
            self.line.send(json.dumps(event))

    def hear(self):
        audio = None
        try:
            while True:
                message, now = self.line.message(), time.perf_counter()
                if isinstance(message, str):
                    event = json.loads(message)
                    if event["type"] == "audio":
                        audio = event
                        continue
                else:
                    event = dict(audio or {}, type="audio", bytes=len(message))
                with self.changed:
                    self.events.append((now, event))
                    self.changed.notify_all()
        except OSError:
            with self.changed:
                self.isOver = True
                self.changed.notify_all()

    def speak(self):
        """A frame is sent when its last sample was spoken."""
        began, number = time.perf_counter(), 0
        while not self.isOver:
            with self.changed:
                if self.waiting and self.said_at is None:
                    self.said_at = began + number * self.step
                    self.changed.notify_all()
                frame, self.waiting = self.waiting[:2 * FRAME], self.waiting[2 * FRAME:]
                if not self.waiting and frame:
                    frame = frame.ljust(2 * FRAME, b"\0")
            number += 1
            time.sleep(max(0, began + number * self.step - time.perf_counter()))
            try:
                with self.sending:
                    self.line.send(frame or SILENCE, BINARY)
            except OSError:
                return

    def say(self, sound):
        """Begins to say it; returns the time at which its first sample is spoken."""
        with self.changed:
            self.said_at, self.waiting = None, sound.bytes
            while self.said_at is None and not self.isOver:
                self.changed.wait(1)
            return self.said_at

    def wait(self, isIt, since, limit):
        """The first event after `since` that is it: (time, event), or `None` after so many seconds."""
        deadline = time.perf_counter() + limit
        with self.changed:
            while True:
                for at, event in self.events:
                    if at >= since and isIt(event):
                        return at, event
                left = deadline - time.perf_counter()
                if left <= 0 or self.isOver:
                    return None
                self.changed.wait(left)

    def since(self, since):
        with self.changed:
            return [(at, event) for at, event in self.events if at >= since]

    def close(self):
        self.isOver = True
        self.line.close()


def answered(talk, sound, began, limit):
    """What came of something that was said: waits for the end of the answer to it."""
    final = talk.wait(lambda event: event["type"] == "error" or event["type"] == "transcript" and event["final"], began, len(sound.samples) / RATE + limit)
    if final and final[1].get("text"):
        talk.wait(lambda event: event["type"] in ("done", "error"), final[0], limit)
    events = talk.since(began)
    return {
        "text": " ".join(event["text"] for _, event in events if event["type"] == "transcript" and event["final"]),
        "said": "".join(event.get("delta", "") for _, event in events if event["type"] == "text").lower(),
        "actions": json.dumps([event for _, event in events if event["type"] == "action" and event["status"] == "done"]),
        "audio": sum(event["bytes"] / 2 / event["rate"] for _, event in events if event["type"] == "audio"),
        "events": events,
    }


def is_right(sound, result):
    """Whether what was wanted was done or said."""
    return any(wanted in result["said"] or wanted in result["actions"] for wanted in sound.command.wanted.split("|"))


def gaps(events):
    """Seconds of silence inside answers, because a piece came after all before it was played: one list entry for each gap."""
    found, end = [], None
    for at, event in events:
        if event["type"] in ("interrupted", "transcript"):
            end = None
        elif event["type"] == "audio":
            if end is not None and at > end and event["index"] is not None:
                found.append(at - end)
            end = max(at, end or 0) + event["bytes"] / 2 / event["rate"]
        elif event["type"] == "done":
            end = None
    return found
