import TestSupport
import Testing

@testable import HTTPServer

@Suite struct NetworkTests {
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("0.0.0.0", "0.0.0.0"), ("::1", "::1"), ("2001:DB8:0:0::1", "2001:db8::1"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::", "::"),
    ])
    func addressesAreRead(_ text: String, _ expected: String) { #expect(PeerAddress(text)?.description == expected) }

    @Test(arguments: [
        "", "1", "127.1", "0x7f.0.0.1", "017.0.0.1", "256.0.0.1", "1.2.3.4.5", "1.2.3.4 ", "1.2.3.4\0", "[::1]", "::1%lo", "fe80::1%eth0", "1::2::3", "::12345",
        "localhost", "1.2.3.4:80", "１.2.3.4",
    ])
    func whatIsNoAddressIsNotRead(_ text: String) { #expect(PeerAddress(text) == nil) }

    @Test func rangesHoldWhatBeginsAlike() throws {
        for (range, inside, outside) in [
            ("10.0.0.0/8", ["10.0.0.0", "10.255.255.255", "::ffff:10.1.2.3"], ["11.0.0.0", "9.255.255.255", "::a00:1", "::1"]),
            ("192.168.1.4/30", ["192.168.1.4", "192.168.1.7"], ["192.168.1.3", "192.168.1.8"]),
            ("192.168.1.4", ["192.168.1.4"], ["192.168.1.5"]),
            ("0.0.0.0/0", ["1.2.3.4", "255.255.255.255"], ["::", "::1", "2001:db8::1"]),
            ("::/0", ["::1", "2001:db8::1"], ["1.2.3.4"]),
            ("fd00::/8", ["fd12:3456::1", "fdff::"], ["fe00::", "fc00::1"]),
            ("2001:db8:0:1::/64", ["2001:db8:0:1::", "2001:db8:0:1:ffff::9"], ["2001:db8:0:2::", "2001:db8::"]),
            ("2001:db8::8000:0:0:0/65", ["2001:db8::8000:0:0:1", "2001:db8::ffff:0:0:1"], ["2001:db8::7fff:0:0:1"]),
            ("::1", ["::1"], ["127.0.0.1", "::2"]),
            ("::ffff:10.0.0.0/104", ["10.2.3.4"], ["11.0.0.1"]),
        ] {
            let range = try #require(NetworkRange(range), "\(range)")
            for text in inside { #expect(PeerAddress(text).map { range.contains($0) } == true, "\(range) \(text)") }
            for text in outside { #expect(PeerAddress(text).map { range.contains($0) } == false, "\(range) \(text)") }
        }
    }

    @Test(arguments: [
        "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "::1/129", "fd00::1/8", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/08", "10.0.0.0/8/8", "10.0.0.0/ 8",
        "host/8", "10/8", "10.0.0.0/1000",
    ])
    func whatIsNoRangeIsNotRead(_ text: String) { #expect(NetworkRange(text) == nil) }

    @Test func rangesAreWrittenAsTheyAreRead() {
        for text in ["10.0.0.0/8", "0.0.0.0/0", "::/0", "fd00::/8", "192.0.2.7", "2001:db8::1"] { #expect(NetworkRange(text)?.description == text) }
    }

    @Test func limitsCountByLine() throws {
        #expect(PeerAddress("192.0.2.7", port: 80)?.network.description == "192.0.2.7")
        #expect(PeerAddress("2001:db8:1:2:3:4:5:6")?.network.description == "2001:db8:1:2::/64")
        #expect(PeerAddress("2001:db8:1:2::1")?.network == PeerAddress("2001:db8:1:2:ffff::")?.network)
        #expect(PeerAddress("2001:db8:1:3::1")?.network != PeerAddress("2001:db8:1:2::1")?.network)
        // An IPv6 block that looks like the inside of an IPv4 address is another one.
        #expect(PeerAddress("0:0:0:0:0:ffff:102:304")?.network != PeerAddress("0:ffff:102:304::")?.network)
    }
}

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
