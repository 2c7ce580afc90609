import Base
import Testing

@Suite struct NetworkTests {
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("0:0:0:0:0:FFFF:7F00:1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("::1", "::1"), ("2001:DB8:0:0::1", "2001:db8::1"),
        ("::ffff:192.0.2.7", "192.0.2.7"), ("::", "::"),
    ])
    func addressesAreRead(_ text: String, _ expected: String) { #expect(IPAddress(text)?.description == expected) }

    @Test(arguments: [
        "", "1", "127.1", "0x7f.0.0.1", "017.0.0.1", "256.0.0.1", "1.2.3.4.5", "1.2.3.4 ", "1.2.3.4\0", "[::1]", "::1%lo", "fe80::1%eth0", "1::2::3", "::12345",
        "localhost", "1.2.3.4:80", "１.2.3.4",
    ])
    func whatIsNoAddressIsNotRead(_ text: String) { #expect(IPAddress(text) == nil) }

    @Test func bytesAreRead() {
        #expect(IPAddress(bytes: [192, 0, 2, 7])?.description == "192.0.2.7")
        #expect(IPAddress(bytes: [0x20, 1, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1])?.description == "2001:db8::1")
        #expect(IPAddress(bytes: [1, 2, 3]) == nil && IPAddress(bytes: []) == nil)
    }

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
            for text in inside { #expect(IPAddress(text).map { range.contains($0) } == true, "\(range) \(text)") }
            for text in outside { #expect(IPAddress(text).map { range.contains($0) } == false, "\(range) \(text)") }
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
        #expect(IPAddress("192.0.2.7")?.network.description == "192.0.2.7")
        #expect(IPAddress("2001:db8:1:2:3:4:5:6")?.network.description == "2001:db8:1:2::/64")
        #expect(IPAddress("2001:db8:1:2::1")?.network == IPAddress("2001:db8:1:2:ffff::")?.network)
        #expect(IPAddress("2001:db8:1:3::1")?.network != IPAddress("2001:db8:1:2::1")?.network)
        // An IPv6 block that looks like the inside of an IPv4 address is another one.
        #expect(IPAddress("0:0:0:0:0:ffff:102:304")?.network != IPAddress("0:ffff:102:304::")?.network)
    }
}
