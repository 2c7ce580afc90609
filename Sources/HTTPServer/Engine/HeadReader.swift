import Base
private import CMicroHTTPD
private import CShims
import Glibc

/// Reads a request's head out of libmicrohttpd and refuses what it lets through but must not (RFC 9112, sections 2.2, 3, 5, 6 and 11.2).
///
/// The library cuts the lines of the head with NULs in place, in the buffer they came in. So a well-formed head is one block in which each
/// field begins two bytes (the former CR LF) after the end of the one before; a bare LF, a folded line or a NUL leaves another gap.
final class HeadReader {
    private struct Field {
        var name: UnsafeBufferPointer<UInt8>
        var value: UnsafeBufferPointer<UInt8>
    }
    private var fields: [Field] = []

    /// The target as it came in the request line. The library cuts queries in place, so what has one is copied before.
    struct Target {
        let start: UnsafePointer<CChar>?
        let count: Int
        private let copy: [UInt8]

        init(_ start: UnsafePointer<CChar>?) {
            self.start = start
            count = start.map { strlen($0) } ?? 0
            let bytes = UnsafeRawBufferPointer(start: start, count: count)
            copy = bytes.contains(UInt8(ascii: "?")) ? Array(bytes) : []
        }

        func append(to bytes: inout [UInt8]) {
            if copy.isEmpty { bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count)) } else { bytes.append(contentsOf: copy) }
        }
    }

    /// Where a request comes from.
    struct Sender {
        var peer: PeerAddress
        /// It came over TLS.
        var isSecure: Bool
        /// Those trusted, if the peer is one of them.
        var proxies: [NetworkRange]
    }

    struct Result {
        var head: RequestHead
        /// In bytes.
        var bodyLength: Int
        /// Why the request must be refused.
        var refusal: HTTPError?
    }

    /// The layout of libmicrohttpd 0.9.7x; later versions are strict themselves.
    private let knowsLayout = String(cString: MHD_get_version()).hasPrefix("0.9.7")

    func read(
        _ connection: OpaquePointer, target: Target, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>,
        id: RequestID, sender: Sender, receivedAt: UInt64, limit: Int
    ) -> Result {
        fields.removeAll(keepingCapacity: true)
        _ = withUnsafeMutablePointer(to: &fields) { fields in
            MHD_get_connection_values_n(
                connection, MHD_ValueKind.HEADER_KIND,
                { context, _, name, nameLength, value, valueLength in
                    guard let name, let context else { return MHD_Result.YES }
                    let bytes = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
                    let field = Field(
                        name: UnsafeBufferPointer(start: bytes, count: nameLength),
                        value: UnsafeBufferPointer(start: value.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }, count: valueLength))
                    context.assumingMemoryBound(to: [Field].self).pointee.append(field)
                    return MHD_Result.YES
                }, UnsafeMutableRawPointer(fields))
        }
        let methodLength = strlen(method), versionLength = strlen(version)
        var refusal: HTTPError?
        if knowsLayout && !isOneBlock(connection, method, methodLength, target, version, versionLength) {
            refusal = Self.malformed("has a line that does not end in CR LF, a folded line or a NUL")
        }
        var size = methodLength + target.count + versionLength + 4
        for field in fields { size += field.name.count + field.value.count + 4 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        target.append(to: &bytes)
        var authority: ArraySlice<UInt8>?
        if bytes.first != UInt8(ascii: "/") { (bytes, authority) = Self.originForm(bytes) }
        let targetEnd = bytes.count
        let pathEnd = bytes.firstIndex(of: UInt8(ascii: "?")) ?? targetEnd
        if refusal == nil { refusal = Self.check(target: bytes, pathEnd: pathEnd) }
        var check = FieldCheck(isHTTP10: versionLength == 8 && version[7] == 0x30)
        for field in fields {
            let value = Self.trimmed(field.value)
            if refusal == nil { refusal = check.see(field.name, value) }
            if refusal == nil, let authority, FieldCheck.matches(field.name, "host"), !Self.name(authority).elementsEqual(Self.name(value[...])) {
                refusal = Self.malformed("is for another host than its Host field names")
            }
            RequestHead.append(field.name, value, to: &bytes)
        }
        if refusal == nil { refusal = check.finish() }
        if refusal == nil, size > limit || fields.count > 200 {
            refusal = HTTPError(
                .headerFieldsTooLarge, detail: "The request's head is longer than \(limit) bytes or has more than 200 fields: send less (cookies, mostly).")
        }
        let head = RequestHead(
            method: Self.method(method, methodLength), id: id, sender: origin(sender), receivedAt: receivedAt, bytes: bytes, pathEnd: pathEnd,
            targetEnd: targetEnd)
        if refusal == nil, !FieldCheck.isToken(UnsafeBufferPointer(start: UnsafeRawPointer(method).assumingMemoryBound(to: UInt8.self), count: methodLength)) {
            refusal = Self.malformed("has a method that is not a word")
        }
        return Result(head: head, bodyLength: check.bodyLength, refusal: refusal)
    }

    /// Who sent the request, and how, as far as the peer may say so for others.
    private func origin(_ sender: Sender) -> RequestHead.Sender {
        guard !sender.proxies.isEmpty else { return RequestHead.Sender(peer: sender.peer, isSecure: sender.isSecure) }
        func values(_ name: StaticString) -> [String] {
            fields.filter { FieldCheck.matches($0.name, name) }.map { String(decoding: $0.value, as: UTF8.self) }
        }
        let client = ClientAddress.resolve(
            peer: sender.peer, forwardedFor: values("x-forwarded-for"), forwarded: values("forwarded"), trusted: sender.proxies)
        let scheme = values("x-forwarded-proto").last?.split(separator: ",").last.map { String($0).trimmed.lowercased() }
        return RequestHead.Sender(peer: sender.peer, client: client, isSecure: scheme.map { $0 == "https" } ?? sender.isSecure)
    }

    private func isOneBlock(
        _ connection: OpaquePointer, _ method: UnsafePointer<CChar>, _ methodLength: Int, _ target: Target,
        _ version: UnsafePointer<CChar>, _ versionLength: Int
    ) -> Bool {
        guard let start = target.start, method + methodLength + 1 == start, start + target.count + 1 == version else { return false }
        var expected = UnsafeRawPointer(version + versionLength + 2)
        for field in fields {
            guard let name = field.name.baseAddress, let value = field.value.baseAddress, UnsafeRawPointer(name) == expected else { return false }
            expected = UnsafeRawPointer(value + field.value.count + 2)
        }
        return expected + 2 == UnsafeRawPointer(method) + shim_mhd_head_size(connection)
    }

    /// A proxy's absolute form (`http://host/path`) without scheme and host, and the host; everything else as it is (RFC 9112, section 3.2).
    private static func originForm(_ target: [UInt8]) -> (target: [UInt8], authority: ArraySlice<UInt8>?) {
        guard target.starts(with: Array("http://".utf8)) || target.starts(with: Array("https://".utf8)) else { return (target, nil) }
        let rest = target.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let path = rest.dropFirst(authority.count)
        return (path.first == UInt8(ascii: "/") ? Array(path) : [UInt8(ascii: "/")] + path, authority)
    }

    /// Without the port.
    private static func name<Bytes: BidirectionalCollection<UInt8>>(_ authority: Bytes) -> Bytes where Bytes.SubSequence == Bytes {
        let rest = authority.dropLast(authority.reversed().prefix { $0 &- 0x30 < 10 }.count)
        return rest.last == UInt8(ascii: ":") ? rest.dropLast() : authority
    }

    private static func check(target: [UInt8], pathEnd: Int) -> HTTPError? {
        if target == [UInt8(ascii: "*")] { return nil }
        guard PercentCoding.isValid(path: target[..<pathEnd]) else {
            return malformed("has a path that is not valid: it starts with '/', is percent-encoded UTF-8 and holds no NUL, space or control character")
        }
        guard !target[pathEnd...].contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "#") }) else {
            return malformed("has a query with a space, '#' or control character in it: percent-encode it")
        }
        return nil
    }

    private static func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var count = value.count
        while count > 0, value[count - 1] == 0x20 || value[count - 1] == 0x09 { count -= 1 }
        return UnsafeBufferPointer(rebasing: value[..<count])
    }

    private static func method(_ text: UnsafePointer<CChar>, _ length: Int) -> Method {
        if length == 3, text[0] == 0x47, text[1] == 0x45, text[2] == 0x54 { return .get }
        if length == 4, text[0] == 0x50, text[1] == 0x4F, text[2] == 0x53, text[3] == 0x54 { return .post }
        return Method(rawValue: String(cString: text))
    }

    static func malformed(_ what: String) -> HTTPError {
        HTTPError(.badRequest, detail: "The request \(what).")
    }
}

/// Looks at each header field once and knows in the end whether the request is unambiguous.
struct FieldCheck {
    let isHTTP10: Bool
    private(set) var bodyLength = 0
    private var hosts = 0, lengths = 0, codings = 0

    init(isHTTP10: Bool) { self.isHTTP10 = isHTTP10 }

    /// Takes note of one field; returns why the request must be refused, if so.
    mutating func see(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> HTTPError? {
        guard name.count < 256, Self.isToken(name) else {
            return HeadReader.malformed("has a header field whose name is not a word directly before the colon")
        }
        for byte in value where (byte < 0x20 && byte != 0x09) || byte == 0x7F {
            return HeadReader.malformed("has a control character in a header field")
        }
        switch name.count {
        case 4 where Self.matches(name, "host"): hosts += 1
        case 14 where Self.matches(name, "content-length"):
            lengths += 1
            guard !value.isEmpty, value.count < 19, value.allSatisfy({ $0 &- 0x30 < 10 }) else {
                return HeadReader.malformed("has a Content-Length that is not a number")
            }
            bodyLength = value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        case 17 where Self.matches(name, "transfer-encoding"):
            codings += 1
            guard Self.matches(value, "chunked") else {
                return HTTPError(.notImplemented, detail: "The only Transfer-Encoding here is 'chunked'.")
            }
        default: break
        }
        return nil
    }

    func finish() -> HTTPError? {
        if lengths > 1 { return HeadReader.malformed("has more than one Content-Length") }
        if codings > 1 { return HeadReader.malformed("has more than one Transfer-Encoding") }
        if lengths > 0 && codings > 0 { return HeadReader.malformed("has both Content-Length and Transfer-Encoding") }
        if codings > 0 && isHTTP10 { return HeadReader.malformed("is HTTP/1.0 and has a Transfer-Encoding") }
        if codings > 0 {
            // The library takes bare LFs between chunks, endless extensions and any trailer, unseen from here: framing that a proxy may read
            // differently. A server may ask for the length (RFC 9112, section 6.3), which browsers and our own programs always send.
            return HTTPError(.lengthRequired, detail: "Send the body with a Content-Length, not in chunks.")
        }
        if hosts > 1 { return HeadReader.malformed("has more than one Host") }
        if hosts == 0 && !isHTTP10 { return HeadReader.malformed("has no Host") }
        return nil
    }

    /// `text` is in lower case.
    static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
        guard bytes.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where (bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index]) != text.utf8Start[index] { return false }
        return true
    }

    /// The characters of a token (RFC 9110, section 5.6.2), as a table.
    private static let token: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8 { table[Int(byte)] = true }
        return table
    }()

    static func isToken(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let table = token
        for byte in name where !table[Int(byte)] { return false }
        return !name.isEmpty
    }
}
