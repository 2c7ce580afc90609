"""A WebSocket client (RFC 6455) of a few lines on Python's standard library: text messages, pings answered, fragments put together."""
import base64
import hashlib
import os
import socket
import struct

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
LARGEST = 64 * 1024 * 1024      # bytes of one message
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Closed(OSError):
    """The other side has gone."""


class WebSocket:
    def __init__(self, host, port, path, timeout=30.0):
        self.socket = socket.create_connection((host, port), timeout=timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rest = b""
        key = base64.b64encode(os.urandom(16))
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            f"Sec-WebSocket-Key: {key.decode()}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.take(1)
        accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
        if b" 101 " not in head.split(b"\r\n")[0] or accept not in head:
            raise Closed(f"no WebSocket at {path}: {head[:80]!r}")
        self.socket.settimeout(None)

    def take(self, count):
        """Exactly `count` bytes."""
        while len(self.rest) < count:
            received = self.socket.recv(max(65536, count - len(self.rest)))
            if not received:
                raise Closed("the connection was closed")
            self.rest += received
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def send(self, text, kind=TEXT):
        payload = text if isinstance(text, bytes) else text.encode()
        mask = os.urandom(4)
        length = len(payload)
        head = bytes([0x80 | kind])
        if length < 126:
            head += bytes([0x80 | length])
        elif length < 65536:
            head += b"\xfe" + struct.pack(">H", length)
        else:
            head += b"\xff" + struct.pack(">Q", length)
        repeated = (mask * (length // 4 + 1))[:length]
        masked = (int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")).to_bytes(length, "big")
        self.socket.sendall(head + mask + masked)

    def receive(self):
        """The next text message; `Closed` at the end."""
        message = b""
        while True:
            first, second = self.take(2)
            length = second & 0x7F
            if length == 126:
                length = struct.unpack(">H", self.take(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.take(8))[0]
            if second & 0x80 or len(message) + length > LARGEST:
                raise Closed("a frame that no server may send")
            payload, kind = self.take(length), first & 0x0F
            if kind == CLOSE:
                raise Closed("the connection was closed")
            if kind == PING:
                self.send(payload, PONG)
            elif kind != PONG:
                message += payload
                if first & 0x80:
                    return message.decode()

    def close(self):
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.socket.close()
