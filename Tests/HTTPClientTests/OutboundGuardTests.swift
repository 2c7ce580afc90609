import Base
import Foundation
@testable import HTTPClient
import TestSupport
import Testing

@Suite struct OutboundGuardTests {
    let policy = OutboundGuard(resolver: FakeResolver())

    func rule(_ url: String, _ policy: OutboundGuard? = nil) -> OutboundRefusal.Rule? {
        do throws(OutboundRefusal) { try (policy ?? self.policy).check(url) } catch { return error.rule }
        return nil
    }

    @Test func addressesArePublicOrNot() throws {
        for text in GuardTable.publicAddresses { #expect(try #require(IPAddress(text)).isPublic, "\(text)") }
        for text in GuardTable.reservedAddresses { #expect(try #require(IPAddress(text)).isPublic == false, "\(text)") }
    }

    @Test func aNumberIsJudgedInEverySpelling() {
        for host in GuardTable.publicSpellings { #expect(rule("http://\(host)/") == nil, "\(host)") }
        for host in GuardTable.reservedSpellings { #expect(rule("http://\(host)/") == .address, "\(host)") }
        for text in GuardTable.publicAddresses where text.contains(":") { #expect(rule("http://[\(text)]/") == nil, "\(text)") }
        for text in GuardTable.reservedAddresses where text.contains(":") { #expect(rule("https://[\(text.uppercased())]/") == .address, "\(text)") }
    }

    @Test(arguments: [
        ("", OutboundRefusal.Rule.url), ("example.com", .url), ("/path", .url), ("http://", .url), ("http:example.com", .url), ("http://a b/", .url),
        ("http://x/\r\nX: y", .url), ("http://x:99999/", .url), ("http://x:80:80/", .url), ("http://[::1", .url), ("javascript:alert(1)", .url),
        ("http://x/" + String(repeating: "y", count: 9000), .url), ("file:///etc/passwd", .scheme), ("ftp://x/", .scheme), ("gopher://x:70/_x", .scheme),
        ("dict://x:11211/", .scheme), ("ws://x/", .scheme), ("http://user@x/", .userinfo), ("http://user:word@x/", .userinfo), ("http://:@x/", .userinfo),
        ("http://@x/", .userinfo), ("http://example.com\\@127.0.0.1/", .userinfo), ("http://[fe80::1%25eth0]/", .host), ("http://[fe80::1%eth0]/", .host),
        ("http://1.2.3.4.5/", .host), ("http://256.1.1.1/", .host), ("http://4294967296/", .host), ("http://09.0.0.1/", .host), ("http://0x/", .host),
        ("http://a.0x1f/", .host), ("http://x..y/", .host), ("http://x../", .host), ("http://.x/", .host), ("http://x~y/", .host),
        ("http://" + String(repeating: "x", count: 64) + ".test/", .host), ("http://%ff%fe/", .host), ("http://x:22/", .port), ("http://x:0/", .port),
        ("https://x:6379/", .port), ("http://127.0.0.1:22/", .port), ("http:///127.0.0.1/", .address), ("http://127.0.0.1./", .address),
        ("http://%31%32%37.1/", .address), ("http://１２７。０。０。１/", .address), ("http://169.254.169.254/latest/meta-data/", .address),
        ("http://[::ffff:10.0.0.1]/", .address), ("http://[::]/", .address), ("http://0/", .address),
    ])
    func urlsAreRefused(url: String, rule: OutboundRefusal.Rule) { #expect(self.rule(url) == rule, "\(url)") }

    @Test(arguments: [
        ("HTTP://EXAMPLE.Com", "http://example.com/"), ("https://example.com.:443/a/../b?c=d#e", "https://example.com/b?c=d"),
        ("http://x:8080/", "http://x:8080/"), ("https://x:80/", "https://x:80/"), ("http://x:00080/", "http://x/"), ("http://134744072/", "http://8.8.8.8/"),
        ("http://[2606:4700::0:1111]/", "http://[2606:4700::1111]/"), ("http://BÜCHER.example/é?ü", "http://xn--bcher-kva.example/%C3%A9?%C3%BC"),
        ("http://ⓔxample.com/", "http://example.com/"), ("http://a_b.example/@x:y", "http://a_b.example/@x:y"),
    ])
    func urlsHaveOneSpelling(url: String, spelling: String) throws { #expect(try policy.admit(url).text == spelling) }

    @Test func whatPassesIsWhatItSeems() throws {
        var random = SeededGenerator(seed: 18)
        let pieces = [
            "http", "https", "://", ":", "/", "//", "\\", "@", "?", "#", "[", "]", "%", "%2e", "%25", ".", "。", "127", "0x7f", "0177", "1", "10",
            "2130706433", "::1", "::ffff:", "localhost", "example", "com", "é", "ß", "\u{200D}", "１", "80", "443", "0", "-", "_", " ", "\t", "x", "..",
        ]
        var passed = 0
        for _ in 0..<20_000 {
            var text = Bool.random(using: &random) ? "http://" : ""
            for _ in 0..<Int.random(in: 1...7, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            guard let url = try? policy.admit(text) else { continue }
            passed += 1
            #expect(try policy.admit(url.text).text == url.text, "\(text)")
            if let address = url.address {
                #expect(address.isPublic, "\(text)")
            } else {
                var number = in_addr()
                #expect(inet_aton(url.host, &number) == 0, "\(text) is a number to the system")
            }
            #expect(OutboundGuard.usualPorts.contains(url.port) && url.text.utf8.allSatisfy { 0x20 < $0 && $0 < 0x7F }, "\(text)")
        }
        #expect(passed > 500)
    }

    // MARK: Exemptions

    @Test(arguments: ["", "/", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.0/", "10.0.0.0/+8", "x/24", "x:99999", "user@x", "http://x", "x/", "x?y", "x#y", "fe80::1"])
    func whatIsNoDestinationIsNoExemption(text: String) { #expect(OutboundGuard.Exemption(text) == nil) }

    @Test func whatIsConfiguredIsAllowed() throws {
        let exemptions = ["127.0.0.1:8123", "[::1]:8123", "Home.local.", "192.168.1.0/24", "fd00::/8"].compactMap { OutboundGuard.Exemption($0) }
        try #require(exemptions.count == 5)
        let policy = OutboundGuard(exempting: exemptions, resolver: FakeResolver())
        for url in [
            "http://127.0.0.1:8123/", "http://2130706433:8123/", "http://[0::1]:8123/", "http://home.local/", "https://HOME.local:8443/",
            "http://192.168.1.255/", "http://[::ffff:192.168.1.7]/", "http://[fd12::7]/",
        ] { #expect(rule(url, policy) == nil, "\(url)") }
        for (url, refused) in [
            ("http://127.0.0.1/", OutboundRefusal.Rule.address), ("http://127.0.0.1:8124/", .port), ("http://127.0.0.2:8123/", .port),
            ("http://home.local:22/", .port), ("http://x.home.local:8123/", .port), ("http://192.168.1.7:22/", .port), ("http://192.168.2.1/", .address),
            ("ftp://home.local/", .scheme),
            ("http://[::ffff:192.168.2.1]/", .address), ("http://a@home.local/", .userinfo),
        ] { #expect(rule(url, policy) == refused, "\(url)") }
    }

    @Test func namesAreJudgedByAllTheirAddresses() async throws {
        let resolver = FakeResolver([
            "good.test": [["93.184.216.34", "2606:4700::1111"]], "inner.test": [["10.1.2.3"]], "mixed.test": [["93.184.216.34", "::ffff:10.1.2.3"]],
            "home.test": [["10.1.2.3", "127.0.0.1"]], "net.test": [["192.168.1.9"]], "none.test": [[]],
        ])
        let exemptions = ["home.test", "192.168.1.0/24"].compactMap { OutboundGuard.Exemption($0) }
        let policy = OutboundGuard(exempting: exemptions, resolver: resolver)
        for name in ["good.test", "home.test", "net.test"] { #expect(try await !policy.addresses(of: policy.admit("http://\(name)/")).isEmpty) }
        for name in ["inner.test", "mixed.test"] {
            let error = await #expect(throws: OutboundRefusal.self) { try await policy.addresses(of: policy.admit("http://\(name)/")) }
            #expect(error?.description == "address: \(name) is not on the public internet, and no setting allows it")
        }
        let error = await #expect(throws: HTTPClientError.self) { try await policy.addresses(of: policy.admit("http://none.test/")) }
        #expect(error?.code == .dns)
    }

    @Test(.timeLimit(.minutes(1))) func theSystemResolves() async throws {
        let addresses = try await SystemResolver().addresses(of: "localhost")
        #expect(!addresses.isEmpty && addresses.allSatisfy { !$0.isPublic })
        let error = await #expect(throws: HTTPClientError.self) { try await SystemResolver().addresses(of: "nowhere.invalid") }
        #expect(error?.code == .dns)
        let refusal = await #expect(throws: OutboundRefusal.self) { try await GuardedClient().send(HTTPRequest("http://localhost/")) }
        #expect(refusal?.rule == .address)
    }
}
