"""Requests that two servers in a row could read in two ways, and headers that hold more than they should (RFC 9112, section 11.2)."""
import unittest

from door import Door, answers

#: What is hidden: it would be answered if it were taken for a request.
HIDDEN = b"GET /health/live?hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
CHUNK = b"0\r\n\r\n"


def post(*fields, body=b"", line=b"POST /auth/refresh HTTP/1.1", end=b"\r\n"):
    return end.join([line, b"Host: 127.0.0.1", b"Content-Type: application/json", *fields, b"", b""]) + body


def chunked(body, *fields):
    return post(b"Transfer-Encoding: chunked", *fields, body=body)


HIDDEN_LENGTH = str(len(HIDDEN)).encode()

#: What has two meanings, or none. After each the hidden request follows, where one of the meanings ends.
AMBIGUOUS = {
    "length and chunked": post(b"Content-Length: 5", b"Transfer-Encoding: chunked", body=CHUNK),
    "chunked and length": post(b"Transfer-Encoding: chunked", b"Content-Length: 5", body=CHUNK),
    "chunked and length 0": post(b"Transfer-Encoding: chunked", b"Content-Length: 0", body=CHUNK),
    "two lengths": post(b"Content-Length: 0", b"Content-Length: " + HIDDEN_LENGTH),
    "two lengths, the other way": post(b"Content-Length: " + HIDDEN_LENGTH, b"Content-Length: 0"),
    "two equal lengths": post(b"Content-Length: 2", b"Content-Length: 2", body=b"{}"),
    "a list of lengths": post(b"Content-Length: 0, " + HIDDEN_LENGTH),
    "a list of equal lengths": post(b"Content-Length: 2, 2", body=b"{}"),
    "length with plus": post(b"Content-Length: +0"),
    "length with minus": post(b"Content-Length: -1"),
    "length in hexadecimal": post(b"Content-Length: 0x0"),
    "length with underscore": post(b"Content-Length: 0_0"),
    "length with point": post(b"Content-Length: 0.0"),
    "length with a letter": post(b"Content-Length: 0a"),
    "length with space inside": post(b"Content-Length: 0 0"),
    "length of nothing": post(b"Content-Length: "),
    "length beyond 64 bits": post(b"Content-Length: 18446744073709551616"),
    "length of 64 bits and a bit": post(b"Content-Length: 36893488147419103232"),
    "length folded": post(b"Content-Length:", b" 0"),
    "length with space before colon": post(b"Content-Length : 0"),
    "length after tab": post(b"Content-Length\t: 0"),
    "chunked with space before colon": post(b"Transfer-Encoding : chunked", body=CHUNK),
    "chunked in an unknown form": post(b"Transfer-Encoding: xchunked", body=CHUNK),
    "chunked twice": post(b"Transfer-Encoding: chunked", b"Transfer-Encoding: chunked", body=CHUNK),
    "chunked, chunked": post(b"Transfer-Encoding: chunked, chunked", body=CHUNK),
    "chunked, identity": post(b"Transfer-Encoding: chunked, identity", body=CHUNK),
    "identity": post(b"Transfer-Encoding: identity", b"Content-Length: 0"),
    "identity, chunked": post(b"Transfer-Encoding: identity, chunked", body=CHUNK),
    "gzip, chunked": post(b"Transfer-Encoding: gzip, chunked", body=CHUNK),
    "cow": post(b"Transfer-Encoding: cow", b"Content-Length: 0"),
    "chunked in quotes": post(b'Transfer-Encoding: "chunked"', body=CHUNK),
    "chunked after vertical tab": post(b"Transfer-Encoding: \x0bchunked", b"Content-Length: 0"),
    "chunked before NUL": post(b"Transfer-Encoding: chunked\x00", b"Content-Length: 0"),
    "chunked with a parameter": post(b"Transfer-Encoding: chunked;q=1", body=CHUNK),
    "chunked folded": post(b"Transfer-Encoding:", b" chunked", body=CHUNK),
    "chunked folded after a comma": post(b"Transfer-Encoding: identity,", b"\tchunked", body=CHUNK),
    "chunked behind a bare carriage return": post(b"X: y\rTransfer-Encoding: chunked", b"Content-Length: 0"),
    "chunked behind a bare line feed, with length": post(b"X: y\nTransfer-Encoding: chunked", b"Content-Length: 5", body=CHUNK),
    "chunked with HTTP/1.0": post(b"Transfer-Encoding: chunked", line=b"POST /auth/refresh HTTP/1.0", body=CHUNK),
    "no encoding": post(b"Transfer-Encoding:", b"Content-Length: 0"),
    "a name with a line feed": post(b"Content\n-Length: 0"),
    "a name with a space": post(b"Content Length: 0", b"Content-Length: 0"),
    "a name of nothing": post(b": 0", b"Content-Length: 0"),
    "a first line that is folded": post(b" folded: yes", b"Content-Length: 0"),
    "a field without colon": post(b"Content-Length", b"Content-Length: 0"),
    "a NUL in a field": post(b"X: a\x00b", b"Content-Length: 0"),
    "two hosts": post(b"Host: other", b"Content-Length: 0"),
    "bare line feeds": post(b"Content-Length: 0", end=b"\n"),
    "bare carriage returns": post(b"Content-Length: 0", end=b"\r"),
    "space before the method": post(b"Content-Length: 0", line=b" POST /auth/refresh HTTP/1.1"),
    "a line feed in the target": post(b"Content-Length: 0", line=b"POST /auth/refresh\nX: y HTTP/1.1"),
    "HTTP/0.9": b"GET /health/live\r\n",
    "HTTP/2.0": post(b"Content-Length: 0", line=b"POST /auth/refresh HTTP/2.0"),
    "HTTP/1.10": post(b"Content-Length: 0", line=b"POST /auth/refresh HTTP/1.10"),
    "no version": post(b"Content-Length: 0", line=b"POST /auth/refresh HTTP/"),
    "tabs in the request line": post(b"Content-Length: 0", line=b"POST\t/auth/refresh\tHTTP/1.1"),
    "a chunk size with plus": chunked(b"+0\r\n\r\n"),
    "a chunk size with minus": chunked(b"-1\r\n\r\n"),
    "a chunk size with 0x": chunked(b"0x0\r\n\r\n"),
    "a chunk size with a letter": chunked(b"g\r\n\r\n"),
    "a chunk size of nothing": chunked(b"\r\n\r\n"),
    "a chunk size after space": chunked(b" 0\r\n\r\n"),
    "a chunk size before space": chunked(b"0 \r\n\r\n"),
    "a chunk size beyond 64 bits": chunked(b"10000000000000000\r\n\r\n"),
    "a chunk size of many zeros": chunked(b"0" * 4096 + b"\r\n\r\n"),
    "a chunk longer than it says": chunked(b"1\r\n{}\r\n" + CHUNK),
    "a chunk shorter than it says": chunked(b"3\r\n{}\r\n" + CHUNK),
    "a chunk without its end": chunked(b"2\r\n{}" + CHUNK),
    "a bare line feed after the size": chunked(b"2\n{}\r\n" + CHUNK),
    "a bare line feed after the chunk": chunked(b"2\r\n{}\n" + CHUNK),
    "a bare line feed at the end": chunked(b"2\r\n{}\r\n0\r\n\n"),
    "an extension that is huge": chunked(b"2;x=" + b"y" * 70_000 + b"\r\n{}\r\n" + CHUNK),
    "an extension with a line feed": chunked(b"2;x=\n{}\r\n" + CHUNK),
    "a trailer with a length": chunked(b"0\r\nContent-Length: 0\r\n\r\n"),
    "a trailer with an encoding": chunked(b"0\r\nTransfer-Encoding: chunked\r\n\r\n"),
    "a trailer that never ends": chunked(b"0\r\n" + b"X: " + b"y" * 70_000),
}

#: A body that is understood, on a route that wants none or no longer reads it: what is in it stays a body.
CONTAINED = {
    "a body of GET": b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + HIDDEN_LENGTH + b"\r\n\r\n" + HIDDEN,
    "a body of an unknown path": b"POST /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + HIDDEN_LENGTH + b"\r\n\r\n" + HIDDEN,
    "a body nobody may send": b"POST /memories/import HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + HIDDEN_LENGTH + b"\r\n\r\n" + HIDDEN,
    "a body of DELETE": b"DELETE /auth/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + HIDDEN_LENGTH + b"\r\n\r\n" + HIDDEN,
    "a body with Expect": post(b"Expect: 100-continue", b"Content-Length: " + HIDDEN_LENGTH, body=HIDDEN),
    "an upgrade that is none": b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
                               b"Content-Length: " + HIDDEN_LENGTH + b"\r\n\r\n" + HIDDEN,
}


class SmugglingTests(Door):
    def test_what_is_ambiguous_is_refused_and_ends_the_connection(self):
        for name, attack in AMBIGUOUS.items():
            with self.subTest(name):
                self.check_refused(attack + HIDDEN, before=0)

    def test_behind_a_request_that_is_right_it_is_the_same(self):
        right = self.request("GET /health/live")
        for name, attack in AMBIGUOUS.items():
            with self.subTest(name):
                self.check_refused(right + attack + HIDDEN, before=1)

    def check_refused(self, data, before):
        got, closed = self.talk(data)
        codes = answers(got)
        self.assertTrue(closed, f"the connection stays open after {codes}")
        self.assertEqual(codes[:before], [200] * before)
        self.assertLessEqual(len(codes), before + 1, "something smuggled was answered")
        self.assertTrue(all(400 <= code < 500 or code in (501, 505) for code in codes[before:]), codes)

    def test_a_body_stays_a_body(self):
        for name, attack in CONTAINED.items():
            with self.subTest(name):
                got, _ = self.talk(attack, quiet=1.0)
                final = [code for code in answers(got) if code != 100]
                self.assertLessEqual(len(final), 1, "the body was answered as a request")

    def test_requests_in_a_row_are_answered_in_their_order(self):
        """The control: what is right is let through, with the same tail."""
        right = post(b"Content-Length: 2", body=b"{}")
        got, _ = self.talk(right + HIDDEN + right + HIDDEN, quiet=1.0)
        self.assertEqual(answers(got), [400, 200, 400, 200])

    def test_the_target_may_not_name_another_host(self):
        for target in ("http://elsewhere.example/auth/me", "https://elsewhere.example/auth/me", "elsewhere.example:80", "//elsewhere.example/auth/me"):
            with self.subTest(target):
                got, _ = self.talk(self.request(f"GET {target}", "Connection: close", token=self.token))
                # A page of the interface may be there for any path; what is behind the door may not.
                self.assertNotIn(b'"username"', got)
                if not target.startswith("//"):
                    self.assertNotIn(200, answers(got))
        got, _ = self.talk(self.request("GET /auth/me", "Connection: close", token=self.token, host="elsewhere.example"))
        self.assertEqual(answers(got), [400])
        got, _ = self.talk(self.request("GET http://127.0.0.1/auth/me", "Connection: close", token=self.token))
        self.assertEqual(answers(got), [200])

    def test_nothing_that_is_sent_becomes_a_header_of_the_answer(self):
        """Through whatever is echoed: path, query, ids, names, origins, agents."""
        evil = "%0d%0aX-Injected:%20yes%0d%0a%0d%0a", "%0aX-Injected:yes", "%E5%98%8A%E5%98%8DX-Injected:yes", "%00%0d%0aX-Injected:yes", "\\r\\nX-Injected: yes"
        for text in evil:
            for line in (f"GET /lists/{text}", f"GET /memories/{text}", f"GET /memories?cursor={text}", f"GET /{text}", f"GET /home/entities/{text}",
                         f"GET /ws?ticket={text}", f"GET /weather?city={text}"):
                with self.subTest(line):
                    self.check_head(self.request(line, "Connection: close", token=self.token))
        for field in ("Origin: http://a\tb\x0bX-Injected: yes", "X-Request-ID: a\x85X-Injected: yes", "Traceparent: 00-\x0cX-Injected: yes", "User-Agent: a\xa0X-Injected: yes",
                      "Accept-Encoding: gzip\x1fX-Injected: yes", "Access-Control-Request-Method: X-Injected: yes", "Range: bytes=0-\xffX-Injected: yes"):
            for method in ("GET", "OPTIONS"):
                with self.subTest(field=field, method=method):
                    self.check_head(self.request(f"{method} /auth/me", "Connection: close", field, token=self.token))

    def check_head(self, data):
        got, _ = self.talk(data)
        codes = answers(got)
        self.assertEqual(len(codes), 1, got[:400])
        self.assertLess(codes[0], 500)
        names = [line.partition(b":")[0].strip().lower() for line in got.partition(b"\r\n\r\n")[0].replace(b"\n", b"\r").split(b"\r")]
        self.assertNotIn(b"x-injected", names)


if __name__ == "__main__":
    unittest.main()
