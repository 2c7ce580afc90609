"""The spoken half of the mock: hears speech by its energy, writes down what it was told beforehand, and answers aloud.

A test tells it what will be "understood" and reads what came by `/mock/voice` (see `Ears`).
"""
import array
import base64
import json
import threading

#: Loudness from which a frame counts as voiced, of 32,768.
VOICED = 500

#: Frames of 20 ms: of speech until it is taken for some, and of silence until the utterance ends.
STARTS_AFTER, ENDS_AFTER = 3, 25

#: Samples in a piece of the answer's speech: 100 ms at 22,050 Hz.
PIECE = 2205


class Ears:
    """What came over every spoken conversation, and how the next ones go."""

    def __init__(self):
        self.said = "quelle heure est-il à Tokyo ?"
        self.refuses = False
        self.clear()

    def clear(self):
        self.starts, self.events, self.sizes, self.pcm = [], [], [], bytearray()

    def report(self):
        return {"starts": self.starts, "events": self.events, "sizes": sorted(set(self.sizes)), "frames": len(self.sizes), "pcm": base64.b64encode(bytes(self.pcm)).decode()}


def loudness(payload):
    samples = array.array("h", payload[:len(payload) // 2 * 2])
    return (sum(sample * sample for sample in samples) / max(1, len(samples))) ** 0.5


class VoiceSession:
    """One spoken conversation, from its `start` to the next or to the end of the line."""

    def __init__(self, ears, socket, start, answer):
        """`answer(text, conversation)` gives (events before the speech, speech as samples at 22,050 Hz, the `done` event)."""
        self.ears, self.socket, self.answer = ears, socket, answer
        self.opening, self.conversation = start.get("opening", "speech"), start.get("conversation_id")
        self.voiced = self.silent = self.words = 0
        self.speaking = self.held = False
        self.cancelled = threading.Event()
        self.answering = None
        self.speech = b""
        ears.starts.append(start)
        if ears.refuses:
            self.send({"type": "error", "problem": {"title": "Unavailable", "status": 503, "detail": "", "request_id": "mock-503"}})
        else:
            self.send({"type": "asleep" if self.opening == "wake" else "listening"})

    def send(self, event):
        self.socket.send_text(json.dumps(event, ensure_ascii=False))

    def take(self, event):
        self.ears.events.append(event)
        if event["type"] == "button":
            self.held = event["down"]
            if self.held:
                self.send({"type": "listening"})
                self.begin()
            else:
                self.end()
        elif event["type"] in ("interrupt", "stop") and (event["type"] == "interrupt" or self.speaking):
            self.cut() if event["type"] == "interrupt" else self.end()
        elif event["type"] == "played" and self.opening == "wake":
            self.send({"type": "asleep"})

    def hear(self, payload):
        self.ears.sizes.append(len(payload))
        self.ears.pcm += payload
        loud = loudness(payload) > VOICED
        self.voiced, self.silent = (self.voiced + 1, 0) if loud else (0, self.silent + 1)
        if self.speaking:
            self.understand(loud)
            if not self.held and self.silent >= ENDS_AFTER:
                self.end()
        elif self.opening != "button" and self.voiced >= STARTS_AFTER:
            if self.opening == "wake" and not self.is_answering():
                self.send({"type": "wake"})
            self.begin()

    def begin(self):
        self.speaking, self.words, self.silent = True, 0, 0
        self.send({"type": "speech_started"})
        if self.is_answering():
            self.cancelled.set()
            self.send({"type": "interrupted"})

    def understand(self, loud):
        """A word more with every fifth voiced frame."""
        self.words += loud
        if loud and self.words % 5 == 0:
            self.send({"type": "transcript", "text": " ".join(self.ears.said.split()[:self.words // 5]), "final": False})

    def end(self):
        self.speaking = False
        self.send({"type": "speech_ended"})
        if not self.ears.said:
            # A cough: the last two seconds of the answer are heard once more.
            return self.play(self.speech[-2 * 44_100:], threading.Event())
        self.cut()
        self.send({"type": "transcript", "text": self.ears.said, "final": True, "language": "fr", "speaker": "maison"})
        if self.ears.said == "stop":
            return self.send({"type": "listening"})
        self.cancelled = threading.Event()
        self.answering = threading.Thread(target=self.reply, args=[self.ears.said, self.cancelled], daemon=True)
        self.answering.start()

    def is_answering(self):
        return self.answering is not None and (self.answering.is_alive() or not self.ears.events or self.ears.events[-1]["type"] != "played")

    def cut(self):
        self.cancelled.set()
        self.answering = None

    def reply(self, text, cancelled):
        if "erreur" in text:
            return self.send({"type": "error", "problem": {"title": "Unavailable", "status": 503, "detail": "Aucun modèle n’est joignable.", "request_id": "mock-503"}})
        events, self.speech, done = self.answer(text, self.conversation)
        for event in events:
            self.send(event)
        if not self.play(self.speech, cancelled):
            return None
        self.conversation = done["conversation_id"]
        self.send(done)
        if self.opening == "speech":
            self.send({"type": "listening"})
        return None

    def play(self, speech, cancelled):
        for at in range(0, len(speech), 2 * PIECE):
            if cancelled.wait(0.02):
                return False
            self.send({"type": "audio", "index": 0, "format": "pcm_s16le", "rate": 22050})
            self.socket.send(2, speech[at:at + 2 * PIECE])
        return True
