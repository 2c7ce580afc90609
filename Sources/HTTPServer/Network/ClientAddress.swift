public import Base

/// Who is at the other end, as seen through the proxies that are trusted.
public struct ClientAddress: Sendable, Hashable {
    /// The peer, or whom the trusted proxies say they speak for. Its port is 0 where a proxy did not tell.
    public let address: PeerAddress
    /// The peer is a trusted proxy: what seems to come from this machine may come from anywhere.
    public let isForwarded: Bool

    public init(_ address: PeerAddress, isForwarded: Bool = false) {
        self.address = address
        self.isForwarded = isForwarded
    }

    /// Each proxy adds, on the right, whom it was called by. So from the right, the first address that is not a trusted proxy's is the client's;
    /// what stands left of it is the client's own word and counts for nothing. When all are trusted, the leftmost is the client.
    ///
    /// What cannot be read ends the search: the client is then the last proxy that could be. The same holds for the nearest proxy when
    /// `X-Forwarded-For` and `Forwarded` (RFC 7239) name different clients, for one of the two went through it unseen.
    /// - Parameters:
    ///   - forwardedFor: the values of `X-Forwarded-For`, in order.
    ///   - forwarded: the values of `Forwarded`, in order.
    public static func resolve(peer: PeerAddress, forwardedFor: [String], forwarded: [String], trusted: [NetworkRange]) -> ClientAddress {
        guard trusted.contains(peer.address) else { return ClientAddress(peer) }
        var found: PeerAddress?
        if !forwardedFor.isEmpty {
            found = nearest(to: peer, hops: forwardedFor.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }, trusted)
        }
        if !forwarded.isEmpty {
            let client = nearest(to: peer, hops: forwarded.flatMap(Self.hops), trusted)
            if let found, found.address != client.address { return ClientAddress(peer, isForwarded: true) }
            found = found ?? client
        }
        return ClientAddress(found ?? peer, isForwarded: true)
    }

    private static func nearest(to peer: PeerAddress, hops: [Substring], _ trusted: [NetworkRange]) -> PeerAddress {
        var nearest = peer
        for hop in hops.reversed() {
            guard let address = address(of: hop) else { break }
            nearest = address
            if !trusted.contains(address.address) { break }
        }
        return nearest
    }

    /// `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`, with white space around it.
    private static func address(of hop: Substring) -> PeerAddress? {
        let text = hop.trimmingBlanks
        if text.utf8.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            let inner = text[text.index(after: text.startIndex)..<end], rest = text[text.index(after: end)...]
            guard inner.contains(":"), let port = port(rest) else { return nil }
            return PeerAddress(inner, port: port)
        }
        guard let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon else { return PeerAddress(text) }
        return port(text[colon...]).flatMap { PeerAddress(text[..<colon], port: $0) }
    }

    /// `:4711`, or nothing.
    private static func port(_ text: Substring) -> UInt16? {
        if text.isEmpty { return 0 }
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: ":"), (1...5).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return UInt16(text.dropFirst())
    }

    /// The `for` of each element of a `Forwarded` field; what cannot be read, or is not there, is empty. A field that is not well formed is one
    /// unreadable element.
    private static func hops(_ field: String) -> [Substring] {
        var hops: [Substring] = [], hop: Substring = "", isInQuotes = false, start = field.startIndex, seen = 0
        func take(_ end: String.Index) -> Bool {
            let pair = field[start..<end].trimmingBlanks
            guard !pair.isEmpty else { return true }
            guard let equals = pair.firstIndex(of: "=") else { return false }
            guard pair[..<equals].lowercased() == "for" else { return true }
            var value = pair[pair.index(after: equals)...]
            if value.first == "\"" {
                guard value.utf8.count >= 2, value.last == "\"" else { return false }
                value = value.dropFirst().dropLast()
            }
            seen += 1
            hop = value
            // An escaped character has no place in an address.
            return seen == 1 && !value.contains("\"") && !value.contains("\\")
        }
        for index in field.utf8.indices {
            switch field.utf8[index] {
            case UInt8(ascii: "\""): isInQuotes.toggle()
            case UInt8(ascii: ";") where !isInQuotes:
                guard take(index) else { return [""] }
                start = field.utf8.index(after: index)
            case UInt8(ascii: ",") where !isInQuotes:
                guard take(index) else { return [""] }
                hops.append(hop)
                (hop, seen, start) = ("", 0, field.utf8.index(after: index))
            default: break
            }
        }
        guard !isInQuotes, take(field.endIndex) else { return [""] }
        return hops + [hop]
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    fileprivate var trimmingBlanks: Substring {
        var rest = self.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
