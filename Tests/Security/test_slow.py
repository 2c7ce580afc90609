"""Clients that take their time, and many of them (slowloris)."""
import resource
import socket
import time
import unittest

from door import PATIENCE, Door, answers, drain


class SlowTests(Door):
    settings = {"JARVIS_MAX_CONNECTIONS": "8192"}

    def test_those_who_never_finish_are_sent_away(self):
        """Heads, bodies and readers, a byte a second each: more than the time for all of it is not given, however regularly the bytes come."""
        body = self.request("POST /auth/refresh", "Content-Type: application/json", "Content-Length: 100000")
        upload = self.request("POST /memories/import", "Content-Length: 60000000", token=self.token)
        beginnings = {"heads": b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ", "nothing": b"", "bodies": body, "uploads": upload, "request lines": b"GET /"}
        slow, readers = {}, []
        for kind, beginning in beginnings.items():
            for _ in range(20):
                connection = self.connect()
                connection.setblocking(False)
                connection.send(beginning)
                slow[connection] = kind
        for _ in range(10):
            connection = socket.socket()
            self.addCleanup(connection.close)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            connection.connect(("127.0.0.1", self.house.port))
            # More than the kernel takes off the server's hands.
            connection.sendall(self.request("GET /openapi.json") * 300)
            readers.append(connection)
        begin = time.monotonic()
        while time.monotonic() < begin + 48 or slow and time.monotonic() < begin + 90:
            for connection, kind in list(slow.items()):
                if self.is_over(connection, kind):
                    connection.close()
                    del slow[connection]
            for connection in readers:
                connection.recv(1)
            self.assertEqual(self.house.call("GET", "/conversations", token=self.token, timeout=PATIENCE)[0], 200)
            time.sleep(1)
        self.assertEqual(sorted(set(slow.values())), [])
        for connection in readers:
            got, closed = drain(connection, 5.0)
            self.assertTrue(closed, "a reader that takes a byte a second is still served")
            self.assertLess(got.count(b"HTTP/1.1 200 OK"), 300)

    @staticmethod
    def is_over(connection, kind):
        """One more byte, and whether that, or what came back, tells the end."""
        try:
            if kind != "nothing":
                connection.send(b"a")
            return connection.recv(4096) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def test_ten_thousand_half_open_connections_keep_nobody_out(self):
        wanted = 10_000
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, wanted + 1000), most))
        flood, refused = [], 0
        self.addCleanup(lambda: [connection.close() for connection in flood])
        for index in range(wanted):
            connection = socket.socket()
            connection.settimeout(PATIENCE)
            connection.bind((f"127.0.0.{2 + index % 16}", 0))
            try:
                connection.connect(("127.0.0.1", self.house.port))
                connection.send(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Wait: "[:index % 47])
            except OSError:
                refused += 1
            flood.append(connection)
            if index % 500 == 0:
                self.check_served()
        self.check_served()
        print(f"\n{wanted - refused} half-open connections, {refused} refused", flush=True)

    def check_served(self):
        """A new connection, and a chat over it; a first try may be one of those that make room."""
        for attempt in range(3):
            try:
                status, _ = self.house.call("GET", "/auth/me", token=self.token, timeout=PATIENCE)
                return self.assertEqual(status, 200)
            except OSError:
                if attempt == 2:
                    raise

    def test_requests_that_nobody_waits_for_are_no_burden(self):
        """Thousands of requests on connections that are closed at once."""
        for index in range(1500):
            connection = self.connect(f"127.0.0.{2 + index % 16}")
            connection.sendall(self.request("GET /memories", token=self.token) * 4)
            connection.close()
        got, _ = drain_one(self)
        self.assertEqual(answers(got), [200])

    def test_a_body_nobody_may_send_is_not_waited_for(self):
        """The refusal comes before the body, of which there are 64 MB to come."""
        for line in ("POST /memories/import", "POST /transcribe", "POST /voice-print"):
            connection = self.connect()
            connection.sendall(self.request(line, "Content-Length: 60000000"))
            got, closed = drain(connection, PATIENCE)
            self.assertEqual((answers(got), closed), ([401], True))


def drain_one(test):
    return test.talk(test.request("GET /auth/me", "Connection: close", token=test.token), quiet=PATIENCE)


if __name__ == "__main__":
    unittest.main()
