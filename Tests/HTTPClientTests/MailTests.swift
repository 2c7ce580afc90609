import Base
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import HTTPClient

@Suite struct MailTests {
    private let message = MailMessage(
        from: "jarvis@example.org", to: ["zoe@example.org", "lea@example.org"],
        subject: "Jarvis : un compte est bloqué, et ce sujet est long comme un jour sans pain",
        body: "Ligne 1\n.\nBcc: evil@example.org\n", date: Date(timeIntervalSince1970: 1_800_000_000), id: "17-lock-out")

    /// A mail server that speaks just enough, and keeps what it was told.
    private final class Post: Sendable {
        private let server: RawServer
        var port: UInt16 { server.port }

        init(offering extensions: [String] = [], refusing word: String = "-") throws {
            let box = Box()
            self.box = box
            server = try RawServer { connection in
                var rest: [UInt8] = []
                func readLine() -> String? {
                    while true {
                        if let end = rest.firstIndex(of: 0x0A) {
                            defer { rest.removeFirst(end + 1) }
                            return String(decoding: rest[..<end].filter { $0 != 0x0D }, as: UTF8.self)
                        }
                        let more = connection.read()
                        if more.isEmpty { return nil }
                        rest += more
                    }
                }
                connection.send("220 post ESMTP\r\n")
                while let line = readLine() {
                    box.note(line)
                    let verb = line.prefix(4).uppercased()
                    if verb == word {
                        connection.send("550 no\r\n")
                    } else if verb == "EHLO" {
                        let lines = ["post"] + extensions
                        connection.send(lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)\r\n" }.joined())
                    } else if verb == "DATA" {
                        connection.send("354 go\r\n")
                        while let text = readLine(), text != "." { box.note("> " + text) }
                        connection.send("250 taken\r\n")
                    } else if verb == "QUIT" {
                        connection.send("221 bye\r\n")
                        return
                    } else {
                        connection.send("250 ok\r\n")
                    }
                }
            }
        }

        private let box: Box
        var lines: [String] { box.lines }

        final class Box: Sendable {
            private let kept = Mutex<[String]>([])
            func note(_ line: String) { kept.withLock { $0.append(line) } }
            var lines: [String] { kept.withLock { $0 } }
        }
    }

    @Test func aLetterArrivesWhole() async throws {
        let post = try Post()
        let server = try #require(MailSender.Server("127.0.0.1:\(post.port)"))
        try await MailSender(server).send(message)
        let lines = post.lines
        #expect(lines.contains("MAIL FROM:<jarvis@example.org>") && lines.contains("RCPT TO:<zoe@example.org>") && lines.contains("RCPT TO:<lea@example.org>"))
        #expect(lines.contains("> To: <zoe@example.org>, <lea@example.org>") && lines.contains("> Date: Fri, 15 Jan 2027 08:00:00 +0000"))
        #expect(lines.allSatisfy { !$0.contains("evil") && $0.utf8.count < 100 })
        let body = lines.drop { $0 != "> " }.dropFirst().prefix { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }.joined()
        #expect(Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } == "Ligne 1\r\n.\r\nBcc: evil@example.org\r\n")
        let words = lines.drop { !$0.hasPrefix("> Subject:") }.prefix { $0.contains("=?utf-8?B?") }
        let subject = words.compactMap { $0.split(separator: "?").dropFirst(3).first }.compactMap { Data(base64Encoded: String($0)) }
        #expect(words.count > 1 && subject.map { String(decoding: $0, as: UTF8.self) }.joined() == message.subject)
    }

    @Test func aPasswordGoesOverNoPlainConnection() async throws {
        let post = try Post(offering: ["AUTH PLAIN LOGIN"])
        let server = try #require(MailSender.Server("127.0.0.1:\(post.port)", user: "jarvis", password: Secret("quatre mots secrets ici")))
        let error = await #expect(throws: MailError.self) { try await MailSender(server).send(message) }
        #expect(error?.code == .tls && error?.message.contains("secret") == false)
        #expect(!post.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test func whoRefusesIsNamed() async throws {
        let post = try Post(refusing: "RCPT")
        let server = try #require(MailSender.Server("127.0.0.1:\(post.port)"))
        let error = await #expect(throws: MailError.self) { try await MailSender(server).send(message) }
        #expect(error?.code == .refused && error?.message.contains("127.0.0.1") == true)
        let nobody = try #require(MailSender.Server("127.0.0.1:1"))
        let silence = await #expect(throws: MailError.self) { try await MailSender(nobody).send(message) }
        #expect(silence?.code == .unreachable)
    }

    @Test func addressesThatCouldBreakOutAreRefused() async throws {
        for text in ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>", "<a@b>", "a@b,c@d", "é@b"] {
            #expect(!MailMessage.isAddress(text), "\(text)")
        }
        #expect(MailMessage.isAddress("zoe+jarvis@mail.example.org"))
        let bad = MailMessage(from: "a@b", to: ["a@b\r\nDATA"], subject: "", body: "", date: message.date, id: "1")
        let server = try #require(MailSender.Server("127.0.0.1:1"))
        let error = await #expect(throws: MailError.self) { try await MailSender(server).send(bad) }
        #expect(error?.code == .invalid)
    }

    @Test func serversAreRead() {
        #expect(MailSender.Server("mail.example.org")?.port == 587)
        #expect(MailSender.Server("mail.example.org:465")?.port == 465)
        #expect(MailSender.Server("[::1]:25").map { "\($0.host) \($0.port)" } == "[::1] 25")
        #expect(MailSender.Server("[::1]")?.port == 587)
        for text in ["", ":25", "a:b", "a:0", "a:70000", "::1", "a/b:25", "user@host:25", "a b"] { #expect(MailSender.Server(text) == nil, "\(text)") }
    }
}
