"""Frames that break the protocol of WebSockets, or that would cost more to take than to send (RFC 6455)."""
import base64
import json
import os
import socket
import struct
import unittest

from door import PATIENCE, Door, drain

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10


def frame(opcode, payload=b"", end=True, masked=True, reserved=0, length=None):
    """`length`: what it says of itself, when that is not the truth."""
    size = len(payload) if length is None else length
    head = bytes([(0x80 if end else 0) | reserved << 4 | opcode])
    mark = 0x80 if masked else 0
    head += bytes([mark | size]) if size < 126 else bytes([mark | 126]) + struct.pack(">H", size) if size < 1 << 16 else bytes([mark | 127]) + struct.pack(">Q", size)
    return head + (bytes(4) if masked else b"") + payload


def code_of(data):
    """The status that the last frame, a close, gives; `None` when the connection just ends."""
    code = None
    while len(data) >= 2:
        size, at = data[1] & 127, 2
        if size == 126:
            size, at = struct.unpack(">H", data[2:4])[0], 4
        elif size == 127:
            size, at = struct.unpack(">Q", data[2:10])[0], 10
        if data[0] & 15 == CLOSE and size >= 2:
            code = struct.unpack(">H", data[at:at + 2])[0]
        data = data[at + size:]
    return code


class SocketTests(Door):
    def open(self, *fields, ticket=None, token=None):
        """A connection after its handshake, and the answer's first line."""
        connection = self.connect()
        key = base64.b64encode(os.urandom(16)).decode()
        line = "GET /ws" + (f"?ticket={ticket}" if ticket else "")
        connection.sendall(self.request(line, "Upgrade: websocket", "Connection: Upgrade", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", *fields, token=token))
        head = b""
        while b"\r\n\r\n" not in head:
            more = connection.recv(1)
            if not more:
                break
            head += more
        return connection, head.split(b"\r\n")[0]

    def signed_in(self):
        connection, answer = self.open(token=self.token)
        self.assertIn(b" 101 ", answer)
        return connection

    def send(self, connection, data):
        try:
            connection.sendall(data)
        except OSError:
            pass

    def test_the_control_is_answered(self):
        connection = self.signed_in()
        connection.sendall(frame(PING, b"here"))
        connection.sendall(frame(TEXT, b'{"type":"ping"}'))
        self.assertIn(b"here", drain(connection, 1.0)[0])

    def test_what_breaks_the_protocol_ends_the_connection(self):
        cases = {
            "without a mask": (frame(TEXT, b"{}", masked=False), 1002), "reserved bits": (frame(TEXT, b"{}", reserved=4), 1002), "an unknown kind": (frame(3, b"{}"), 1002),
            "an unknown control": (frame(11), 1002), "a ping in pieces": (frame(PING, b"a", end=False), 1002), "a long ping": (frame(PING, b"a" * 126), 1002),
            "a long close": (frame(CLOSE, struct.pack(">H", 1000) + b"a" * 130), 1002), "a close of one byte": (frame(CLOSE, b"a"), 1002),
            "a close with no such code": (frame(CLOSE, struct.pack(">H", 1005)), 1002), "a continuation of nothing": (frame(CONTINUATION, b"a"), 1002),
            "a text within a text": (frame(TEXT, b"a", end=False) + frame(TEXT, b"b"), 1002), "no UTF-8": (frame(TEXT, b"\xff\xfe"), 1007),
            "half a surrogate": (frame(TEXT, b"\xed\xa0\x80"), 1007), "UTF-8 that breaks off": (frame(TEXT, b"\xf0\x9f", end=False) + frame(CONTINUATION, b""), 1007),
            "an overlong slash": (frame(TEXT, b"\xc0\xaf"), 1007), "longer than it may be": (frame(BINARY, b"a" * (200 << 10)), 1009), "a length of 2^62": (frame(BINARY, b"a", length=1 << 62), 1009),
            "a length of 2^63": (frame(BINARY, b"a", length=1 << 63), 1002), "text of 4 GB": (frame(TEXT, b"a", length=1 << 32), 1009),
            "too long in pieces": (frame(TEXT, b"a" * (64 << 10), end=False) + frame(CONTINUATION, b"a" * (64 << 10)), 1009),
        }
        for name, (data, code) in cases.items():
            with self.subTest(name):
                connection = self.signed_in()
                self.send(connection, data)
                got, closed = drain(connection, PATIENCE)
                self.assertTrue(closed)
                self.assertIn(code_of(got), (code, 1002, 1009) if code == 1009 else (code, None))

    def test_pieces_without_end_are_given_up(self):
        """Empty ones cost nothing to send, and hold what was begun."""
        for opcode, payload in ((TEXT, b""), (BINARY, b""), (TEXT, b"a")):
            with self.subTest(opcode=opcode, payload=payload):
                connection = self.signed_in()
                self.send(connection, frame(opcode, payload, end=False) + frame(CONTINUATION, payload, end=False) * 50_000)
                self.assertTrue(drain(connection, PATIENCE)[1])

    def test_floods_of_frames_are_given_up(self):
        for name, one in {"pings": frame(PING, b"a" * 125), "pongs": frame(PONG), "empty messages": frame(BINARY), "texts": frame(TEXT, b"{}")}.items():
            with self.subTest(name):
                connection = self.signed_in()
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", int(PATIENCE), 0))
                self.send(connection, one * 60_000)
                self.assertTrue(drain(connection, PATIENCE)[1])

    def test_messages_that_make_no_sense_are_no_burden(self):
        words = (b"", b"{", b"[]", b"null", b'"a"', b"0", b'{"type":0}', b'{"type":"nothing"}', b'{"type":"message"}', b'{"type":"message","message":null}', b"[" * 20_000, b'{"a":' * 20_000,
                 b'{"type":"' + b"x" * 60_000 + b'"}', json.dumps({"type": "message", "message": "x" * 60_000}).encode(), b'{"type":"message","message":"\\ud800"}', b"1e999999", b"-" * 1000)
        for word in words:
            with self.subTest(word[:40]):
                connection = self.signed_in()
                connection.sendall(frame(TEXT, word) + frame(PING, b"still here"))
                got, closed = drain(connection, 1.0)
                self.assertTrue(closed or b"still here" in got)

    def test_many_who_do_not_read_leave_the_rest_alone(self):
        """Each asks for more than it takes."""
        question = frame(TEXT, json.dumps({"type": "message", "message": "quelle heure est-il ?"}).encode())
        connections = [self.signed_in() for _ in range(60)]
        for connection in connections:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.setblocking(False)
            try:
                connection.send(question * 100)
            except OSError:
                pass
        self.assertEqual(self.house.call("POST", "/chat", {"message": "combien font 2 plus 2 ?"}, self.token, timeout=PATIENCE)[0], 200)

    def test_nobody_comes_in_without_a_ticket_or_from_elsewhere(self):
        for ticket in (None, "a", "0" * 48, self.token, "%00", "a" * 4000):
            self.assertIn(self.open(ticket=ticket)[1].split()[1], (b"401", b"400"))
        ticket = self.house.call("POST", "/auth/ws-ticket", token=self.token)[1]["ticket"]
        self.assertIn(b" 101 ", self.open(ticket=ticket)[1])
        self.assertIn(b" 401 ", self.open(ticket=ticket)[1], "a ticket works once")
        for origin in ("http://elsewhere.example", "null", "http://127.0.0.1.elsewhere.example", "http://elsewhere.example#127.0.0.1", "file://", "https://127.0.0.1@elsewhere.example"):
            self.assertIn(b" 403 ", self.open(f"Origin: {origin}", token=self.token)[1], origin)

    def test_who_signs_out_is_cut_off(self):
        """Also on the connections that were open before."""
        form = {"grant_type": "password", "username": "owner", "password": "correct horse battery staple 7"}
        token = self.house.call("POST", "/auth/token", form, form=True)[1]["access_token"]
        connection, answer = self.open(token=token)
        self.assertIn(b" 101 ", answer)
        self.assertEqual(self.house.call("POST", "/auth/logout", token=token)[0], 204)
        self.assertTrue(drain(connection, PATIENCE)[1])


if __name__ == "__main__":
    unittest.main()
