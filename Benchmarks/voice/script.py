"""A recogniser that knows what is said: a Wyoming server that finds a recording in the audio it is sent. For the time that everything but recognition takes."""
import json
import socket
import threading
import time

SNIPPET = 3200      # bytes of a recording that show which one it is


class Script:
    def __init__(self, sounds, seconds=0.0):
        """`seconds`: how long it takes to make up its mind."""
        self.known = []
        for sound in sounds:
            first, last = sound.voiced
            middle = (first + last) // 2 * 2
            self.known.append((sound.bytes[middle:middle + SNIPPET], sound))
        self.seconds = seconds
        self.server = socket.create_server(("127.0.0.1", 0))
        self.url = f"tcp://127.0.0.1:{self.server.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            connection, _ = self.server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        heard = bytearray()
        try:
            with connection, connection.makefile("rb") as source:
                while line := source.readline():
                    event = json.loads(line)
                    data = json.loads(source.read(event["data_length"])) if event.get("data_length") else event.get("data") or {}
                    payload = source.read(event["payload_length"]) if event.get("payload_length") else b""
                    if event["type"] == "describe":
                        self.tell(connection, "info", {"asr": [{"name": "script", "installed": True, "models": [
                            {"name": "script", "languages": ["fr", "en"], "installed": True, "attribution": {"name": "", "url": ""}}],
                            "attribution": {"name": "", "url": ""}}]})
                    elif event["type"] == "audio-chunk":
                        heard += payload
                    elif event["type"] == "audio-stop":
                        time.sleep(self.seconds)
                        sound = next((sound for snippet, sound in self.known if heard.find(snippet) >= 0), None)
                        self.tell(connection, "transcript", {"text": sound.command.text, "language": sound.command.language} if sound else {"text": ""})
                        heard.clear()
        except OSError:
            pass

    @staticmethod
    def tell(connection, kind, data):
        body = json.dumps(data).encode()
        connection.sendall(json.dumps({"type": kind, "data_length": len(body)}).encode() + b"\n" + body)
