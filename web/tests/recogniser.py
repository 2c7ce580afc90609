"""A speech-to-text server that understands the same whatever it hears, by the Wyoming protocol: which models are installed must not decide whether the page works."""
import contextlib
import json
import socketserver
import threading


class Recogniser(socketserver.ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True

    def __init__(self, text):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.text = text
        #: Samples of each utterance that was sent to its end.
        self.heard = []

    @property
    def url(self):
        return f"tcp://127.0.0.1:{self.server_address[1]}"


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        samples = 0
        while line := self.rfile.readline():
            event = json.loads(line)
            self.rfile.read(event.get("data_length") or 0)
            payload = self.rfile.read(event.get("payload_length") or 0)
            if event["type"] == "describe":
                model = {"name": "same", "languages": ["fr", "en"], "installed": True, "attribution": {"name": "", "url": ""}, "description": "", "version": "1"}
                self.send("info", {"asr": [{**model, "models": [model]}]})
            elif event["type"] == "audio-start":
                samples = 0
            elif event["type"] == "audio-chunk":
                samples += len(payload) // 2
            elif event["type"] == "audio-stop":
                self.server.heard.append(samples)
                self.send("transcript", {"text": self.server.text, "language": "fr"})

    def send(self, kind, data):
        self.wfile.write(json.dumps({"type": kind, "data": data}).encode() + b"\n")


@contextlib.contextmanager
def recogniser(text):
    with Recogniser(text) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
