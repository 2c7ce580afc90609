import Base
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct ClientAddressTests {
    private static let trusted = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"].compactMap { NetworkRange($0) }

    /// peer, X-Forwarded-For, Forwarded, who it is, whether through a proxy.
    static let table: [(peer: String, forwardedFor: [String], forwarded: [String], client: String, isForwarded: Bool)] = [
        ("192.0.2.1", [], [], "192.0.2.1", false),
        ("192.0.2.1", ["203.0.113.9"], ["for=203.0.113.9"], "192.0.2.1", false),
        ("127.0.0.1", [], [], "127.0.0.1", true),
        ("127.0.0.1", ["203.0.113.9"], [], "203.0.113.9", true),
        ("10.1.1.1", [" 203.0.113.9:4711 "], [], "203.0.113.9", true),
        ("fd00::1", ["[2001:db8::1]:443"], [], "2001:db8::1", true),
        ("fd00::1", ["[2001:db8::1]"], [], "2001:db8::1", true),
        ("fd00::1", ["2001:db8::1"], [], "2001:db8::1", true),
        ("10.1.1.1", ["::ffff:203.0.113.9"], [], "203.0.113.9", true),
        // What stands left of the client is its own word.
        ("127.0.0.1", ["127.0.0.1, 203.0.113.9"], [], "203.0.113.9", true),
        ("127.0.0.1", ["1.1.1.1", "203.0.113.9, 10.2.2.2"], [], "203.0.113.9", true),
        ("127.0.0.1", ["<script>, 203.0.113.9"], [], "203.0.113.9", true),
        // All trusted: a client inside.
        ("127.0.0.1", ["10.3.3.3, 10.2.2.2"], [], "10.3.3.3", true),
        ("127.0.0.1", ["127.0.0.1"], [], "127.0.0.1", true),
        // Unreadable: as far as one can read.
        ("127.0.0.1", ["203.0.113.9, unknown"], [], "127.0.0.1", true),
        ("127.0.0.1", ["203.0.113.9, unknown, 10.2.2.2"], [], "10.2.2.2", true),
        ("127.0.0.1", ["203.0.113.9,"], [], "127.0.0.1", true),
        ("127.0.0.1", [""], [], "127.0.0.1", true),
        ("127.0.0.1", ["203.0.113.9:99999"], [], "127.0.0.1", true),
        ("127.0.0.1", ["[203.0.113.9]"], [], "127.0.0.1", true),
        // RFC 7239.
        ("127.0.0.1", [], ["for=203.0.113.9;proto=https;by=10.0.0.1"], "203.0.113.9", true),
        ("127.0.0.1", [], ["For=\"[2001:db8:cafe::17]:4711\""], "2001:db8:cafe::17", true),
        ("127.0.0.1", [], ["for=1.1.1.1, for=203.0.113.9", "proto=http; for=10.2.2.2"], "203.0.113.9", true),
        ("127.0.0.1", [], ["for=203.0.113.9, for=_hidden"], "127.0.0.1", true),
        ("127.0.0.1", [], ["for=203.0.113.9, proto=http"], "127.0.0.1", true),
        ("127.0.0.1", [], ["for=203.0.113.9;for=1.1.1.1"], "127.0.0.1", true),
        ("127.0.0.1", [], ["for=\"1.1.1.1, for=203.0.113.9"], "127.0.0.1", true),
        ("127.0.0.1", [], ["for=\"1.1.1.1\\\"\", for=203.0.113.9"], "127.0.0.1", true),
        ("127.0.0.1", [], ["secret=\",;\";for=203.0.113.9"], "203.0.113.9", true),
        // Both: they must agree.
        ("127.0.0.1", ["203.0.113.9"], ["for=203.0.113.9"], "203.0.113.9", true),
        ("127.0.0.1", ["203.0.113.9"], ["for=1.1.1.1"], "127.0.0.1", true),
        ("10.1.1.1", ["203.0.113.9"], ["for=127.0.0.1"], "10.1.1.1", true),
    ]

    @Test(arguments: table) func isTheNearestOneThatIsNotTrusted(
        _ row: (peer: String, forwardedFor: [String], forwarded: [String], client: String, isForwarded: Bool)
    ) throws {
        let found = ClientAddress.resolve(
            peer: try #require(PeerAddress(row.peer)), forwardedFor: row.forwardedFor, forwarded: row.forwarded, trusted: Self.trusted)
        #expect(found.address.description == row.client && found.isForwarded == row.isForwarded, "\(row)")
    }

    /// Whatever a client writes itself, with or without quotes, its proxy's word on the right decides or nothing does.
    @Test func nothingThatAClientSendsNamesAnother() throws {
        var random = SeededGenerator(seed: 7239)
        let pieces = [
            "1.1.1.1", ", ", ",", ";", "for=", "\"", "\\", "[", "]", ":", "::1", "10.0.0.1", "127.0.0.1", "=", " ", "\t", "é", "\u{301}", "proto=http",
            "unknown",
        ]
        let proxy = try #require(PeerAddress("127.0.0.1")), client = "203.0.113.9"
        for _ in 0..<20_000 {
            var sent = ""
            for _ in 0..<Int.random(in: 0...8, using: &random) { sent += pieces.randomElement(using: &random) ?? "" }
            let plain = ClientAddress.resolve(peer: proxy, forwardedFor: ["\(sent), \(client)"], forwarded: [], trusted: Self.trusted)
            #expect(plain.address.description == client, "\(sent)")
            for fields in [["\(sent), for=\(client)"], [sent, "for=\(client)"]] {
                let found = ClientAddress.resolve(peer: proxy, forwardedFor: [], forwarded: fields, trusted: Self.trusted)
                #expect([client, "127.0.0.1"].contains(found.address.description) && found.isForwarded, "\(sent)")
            }
        }
    }

    @Test func theServerTellsWhoAsksAndHow() async throws {
        var router = Router()
        router.get("/who") { .text("\($0.peer) \($0.client.address) \($0.client.isForwarded) \($0.isSecure)") }
        var configuration = HTTPServer.Configuration.patient
        configuration.trustedProxies = [try #require(NetworkRange("127.0.0.2"))]
        try await withServer(router, configuration) { port, _ in
            let headers = ["X-Forwarded-For: 1.1.1.1, 203.0.113.9", "X-Forwarded-Proto: https"]
            let direct = try await RawClient(port: port).ask("GET", "/who", headers: headers)
            #expect(direct.text == "127.0.0.1 127.0.0.1 false false")
            #expect(try await RawClient(port: port, from: "127.0.0.2").ask("GET", "/who", headers: headers).text == "127.0.0.2 203.0.113.9 true true")
            #expect(try await RawClient(port: port, from: "127.0.0.2").ask("GET", "/who").text == "127.0.0.2 127.0.0.2 true false")
        }
    }
}
