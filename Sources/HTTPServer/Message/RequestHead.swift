/// What a request says before its body, copied once into one block of bytes and read from there when asked.
///
/// The block is the target (path and query as they were sent), then for each header field: length of the name (1 byte), length of the value
/// (2 bytes, little-endian), the name in lower case, the value.
final class RequestHead: Sendable {
    /// Who sent a request, and how.
    struct Sender {
        let peer: PeerAddress
        let client: ClientAddress
        let isSecure: Bool

        init(peer: PeerAddress, client: ClientAddress? = nil, isSecure: Bool = false) {
            self.peer = peer
            self.client = client ?? ClientAddress(peer)
            self.isSecure = isSecure
        }
    }

    let method: Method
    let id: RequestID
    let peer: PeerAddress
    let client: ClientAddress
    let isSecure: Bool
    /// Nanoseconds on the monotonic clock.
    let receivedAt: UInt64
    let bytes: [UInt8]
    /// Where the path, and the target, end in `bytes`.
    let pathEnd: Int, targetEnd: Int

    init(method: Method, id: RequestID, sender: Sender, receivedAt: UInt64, bytes: [UInt8], pathEnd: Int, targetEnd: Int) {
        self.method = method
        self.id = id
        peer = sender.peer
        client = sender.client
        isSecure = sender.isSecure
        self.receivedAt = receivedAt
        self.bytes = bytes
        self.pathEnd = pathEnd
        self.targetEnd = targetEnd
    }

    /// From values, for requests that are sent in memory.
    convenience init(method: Method, target: String, headers: [(HeaderName, String)], sender: Sender, receivedAt: UInt64) {
        var bytes = Array(target.utf8)
        let targetEnd = bytes.count
        let pathEnd = bytes.firstIndex(of: UInt8(ascii: "?")) ?? targetEnd
        for (name, value) in headers {
            name.key.utf8.withContiguousStorageIfAvailable { name in
                value.utf8.withContiguousStorageIfAvailable { Self.append(name, $0, to: &bytes) }
            }
        }
        self.init(method: method, id: RequestID(), sender: sender, receivedAt: receivedAt, bytes: bytes, pathEnd: pathEnd, targetEnd: targetEnd)
    }

    /// The decoded path.
    var path: String { String(decoding: PercentCoding.decode(bytes[..<pathEnd]) ?? Array(bytes[..<pathEnd]), as: UTF8.self) }

    /// Adds one header field to a block; what is too long for its length is cut (the server refuses such a head before).
    static func append(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let nameLength = min(name.count, Int(UInt8.max)), valueLength = min(value.count, Int(UInt16.max))
        bytes.append(UInt8(nameLength))
        bytes.append(UInt8(truncatingIfNeeded: valueLength))
        bytes.append(UInt8(truncatingIfNeeded: valueLength >> 8))
        for byte in name.prefix(nameLength) { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        bytes.append(contentsOf: value.prefix(valueLength))
    }

    /// Calls `body` with each field's name and value, until it returns `false`.
    func forEachField(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool) {
        bytes.withUnsafeBytes { bytes in
            var position = targetEnd
            while position + 3 <= bytes.count {
                let valueStart = position + 3 + Int(bytes[position])
                let end = valueStart + Int(bytes[position + 1]) + Int(bytes[position + 2]) << 8
                guard end <= bytes.count else { return }
                if !body(UnsafeRawBufferPointer(rebasing: bytes[position + 3..<valueStart]), UnsafeRawBufferPointer(rebasing: bytes[valueStart..<end])) {
                    return
                }
                position = end
            }
        }
    }
}

/// The header fields of a request. Reading one scans them: there is no table to build.
public struct RequestHeaders: Sendable, Sequence {
    let head: RequestHead

    /// The first value under `name`; what is not UTF-8 in it is shown as �.
    public subscript(name: HeaderName) -> String? {
        var found: String?
        visit(name) { value in
            found = String(decoding: value, as: UTF8.self)
            return false
        }
        return found
    }

    /// Every value under `name`, in order.
    public func all(_ name: HeaderName) -> [String] {
        var found: [String] = []
        visit(name) { value in
            found.append(String(decoding: value, as: UTF8.self))
            return true
        }
        return found
    }

    public func contains(_ name: HeaderName) -> Bool {
        var found = false
        visit(name) { _ in
            found = true
            return false
        }
        return found
    }

    /// Whether one of the comma-separated words under `name` is `token`, without regard to case; parameters after `;` are ignored.
    public func contains(_ name: HeaderName, token: String) -> Bool {
        all(name).contains { value in
            value.split(separator: ",").contains { $0.prefix { $0 != ";" }.drop { $0 == " " }.lowercased().trimmed == token.lowercased() }
        }
    }

    private func visit(_ name: HeaderName, _ body: (UnsafeRawBufferPointer) -> Bool) {
        var key = name.key
        key.withUTF8 { key in
            head.forEachField { name, value in
                guard name.count == key.count, name.elementsEqual(key) else { return true }
                return body(value)
            }
        }
    }

    public func makeIterator() -> IndexingIterator<[(name: String, value: String)]> {
        var fields: [(name: String, value: String)] = []
        head.forEachField { name, value in
            fields.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
            return true
        }
        return fields.makeIterator()
    }
}

extension String {
    /// Without spaces and tabs at both ends.
    var trimmed: String {
        var rest = Substring(self)
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest.drop { $0 == " " || $0 == "\t" })
    }
}
