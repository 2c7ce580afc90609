import Base
private import CCurl
private import Foundation

/// An http or https URL in the one spelling in which it is checked and handed to libcurl, whatever the spelling in which it came.
///
/// libcurl's parser reads it, so numbers that stand for an IPv4 address (`2130706433`, `0x7f.1`) become one. On top of that: international names become
/// ASCII (UTS 46), a dot at the end goes, and what could still be read as a number by someone else is no name.
struct OutboundURL: Sendable, Hashable {
    private static let longest = 8192

    let scheme: String
    /// Lower case; an IPv6 address in brackets.
    let host: String
    /// The host, when it is an address.
    let address: IPAddress?
    /// As it was written.
    let explicitPort: Int?
    /// The path with the query, in ASCII.
    let target: String

    var defaultPort: Int { scheme == "https" ? 443 : 80 }
    var port: Int { explicitPort ?? defaultPort }
    var authority: String { port == defaultPort ? host : "\(host):\(port)" }
    var text: String { "\(scheme)://\(authority)\(target)" }

    func isSameOrigin(as other: OutboundURL) -> Bool { scheme == other.scheme && host == other.host && port == other.port }

    /// - Parameter base: where it was found, when it may be relative.
    init(_ text: String, relativeTo base: OutboundURL? = nil) throws(OutboundRefusal) {
        let refusal = OutboundRefusal(.url, "the address is not an http:// or https:// URL; check its spelling")
        guard text.utf8.count <= Self.longest else { throw OutboundRefusal(.url, "the address is longer than \(Self.longest) bytes") }
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), let url = ParsedURL() else { throw refusal }
        if let base, !url.read(base.text) { throw refusal }
        guard url.read(text), let scheme = url.part(CURLUPART_SCHEME)?.lowercased() else { throw refusal }
        guard scheme == "http" || scheme == "https" else { throw OutboundRefusal(.scheme, "only http:// and https:// are asked for, not this scheme") }
        guard url.part(CURLUPART_USER) == nil, url.part(CURLUPART_PASSWORD) == nil else {
            throw OutboundRefusal(.userinfo, "the address holds a name or a password before its host; leave them out")
        }
        guard url.part(CURLUPART_ZONEID) == nil, let host = url.part(CURLUPART_HOST), let (name, address) = Self.canonical(host) else {
            throw OutboundRefusal(.host, "the address does not name a host as it should; check its spelling")
        }
        self.scheme = scheme
        self.host = name
        self.address = address
        explicitPort = url.part(CURLUPART_PORT).flatMap { Int($0) }
        let query = url.part(CURLUPART_QUERY).map { "?" + $0 } ?? ""
        target = Self.escaped((url.part(CURLUPART_PATH) ?? "/") + query)
    }

    /// What is not ASCII, as percent signs (RFC 3986, section 2.1).
    private static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return text.utf8.reduce(into: "") { $0 += $1 < 0x80 ? String(UnicodeScalar($1)) : String(format: "%%%02X", $1) }
    }

    /// The host in its one spelling, and its address when it is one; `nil` when it is neither an address nor a name.
    private static func canonical(_ host: String) -> (name: String, address: IPAddress?)? {
        var name = host
        if !name.utf8.allSatisfy({ $0 < 0x80 }) {
            guard let ascii = URLComponents(string: "http://\(name)/")?.encodedHost else { return nil }
            name = ascii
        }
        name = name.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        // Both steps may have left a number that libcurl has not seen yet.
        guard let again = ParsedURL(), again.read("http://\(name)/"), let read = again.part(CURLUPART_HOST) else { return nil }
        name = read
        if name.hasPrefix("["), name.hasSuffix("]") {
            return IPAddress(name.dropFirst().dropLast()).map { ($0.isIPv4 ? "\($0)" : "[\($0)]", $0) }
        }
        if let address = IPAddress(name) { return address.isIPv4 ? (name, address) : nil }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isLetter = { (byte: UInt8) in 0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == 0x2D || byte == 0x5F }
        guard name.utf8.count <= 253, labels.allSatisfy({ 1...63 ~= $0.utf8.count && $0.utf8.allSatisfy(isLetter) }), let last = labels.last else { return nil }
        // No name ends in a number (URL Standard, "ends in a number checker"): resolvers take more spellings for addresses than libcurl does.
        let isHexadecimal = last.hasPrefix("0x") && last.dropFirst(2).utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
        return isHexadecimal || last.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) ? nil : (name, nil)
    }
}

/// A URL in libcurl's hands.
private final class ParsedURL {
    private let handle: OpaquePointer

    init?() {
        guard let handle = curl_url() else { return nil }
        self.handle = handle
    }

    deinit { curl_url_cleanup(handle) }

    /// Relative to what was read before, if anything was.
    func read(_ text: String) -> Bool {
        let anyScheme: UInt32 = 1 << 3  // CURLU_NON_SUPPORT_SCHEME: refused by name later.
        return curl_url_set(handle, CURLUPART_URL, text, anyScheme) == CURLUE_OK
    }

    func part(_ part: CURLUPart) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &value, 0) == CURLUE_OK, let value else { return nil }
        defer { curl_free(value) }
        return String(cString: value)
    }
}
