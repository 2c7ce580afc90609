/// An answer: status, header fields, and one of several kinds of body.
public struct Response: Sendable {
    public var status: Status
    public var headers: ResponseHeaders
    public var body: Body

    public init(_ status: Status = .ok, headers: ResponseHeaders = [:], body: Body = .empty) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Text in UTF-8.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, headers: [.contentType: "text/plain; charset=utf-8"], body: .bytes(Array(text.utf8)))
    }

    /// JSON that is already encoded.
    public static func json(_ bytes: some Sequence<UInt8>, status: Status = .ok) -> Response {
        Response(status, headers: [.contentType: "application/json"], body: .bytes(Array(bytes)))
    }

    public static func redirect(to location: String, status: Status = .seeOther) -> Response {
        Response(status, headers: [.location: location])
    }

    /// A body. A value of this type may be sent more than once, except where its closure says otherwise.
    public struct Body: Sendable {
        enum Kind: Sendable {
            case bytes([UInt8])
            case stream(length: Int?, @Sendable (BodyWriter) async throws -> Void)
            case file(OpenFile, offset: Int, length: Int)
            case webSocket(WebSocketUpgrade)
        }
        var kind: Kind

        public static let empty = Body(kind: .bytes([]))
        public static func bytes(_ bytes: [UInt8]) -> Body { Body(kind: .bytes(bytes)) }

        /// Written piece by piece, as fast as the client reads. The closure's task is cancelled when the client leaves; when it throws, the
        /// connection is cut so that the client sees that the body is not whole.
        /// - Parameter length: the number of bytes when it is known; chunked otherwise.
        public static func stream(length: Int? = nil, _ write: @escaping @Sendable (BodyWriter) async throws -> Void) -> Body {
            Body(kind: .stream(length: length, write))
        }

        /// Whether nobody knows how long it takes.
        var isStream: Bool { if case .stream = kind { true } else { false } }

        /// The bytes when they are all here, `nil` for what is streamed, a file or a WebSocket.
        public var bytes: [UInt8]? { if case .bytes(let bytes) = kind { bytes } else { nil } }
    }
}

/// The header fields of a response, in order. Several may have the same name.
public struct ResponseHeaders: Sendable, Sequence, ExpressibleByDictionaryLiteral {
    private(set) var fields: [(HeaderName, String)]

    public init(dictionaryLiteral elements: (HeaderName, String)...) {
        fields = elements
    }

    /// The first value under `name`. Setting replaces every value; `nil` removes them.
    public subscript(name: HeaderName) -> String? {
        get { fields.first { $0.0 == name }?.1 }
        set {
            fields.removeAll { $0.0 == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    /// Adds a field beside those of the same name (`Set-Cookie`, `Vary`).
    public mutating func add(_ name: HeaderName, _ value: String) { fields.append((name, value)) }

    public func contains(_ name: HeaderName) -> Bool { fields.contains { $0.0 == name } }

    /// Whether a field can be sent: its name is a word and its value holds no control character, so that nothing gets into a response through
    /// either (RFC 9110, section 5.5).
    static func isValid(_ name: HeaderName, _ value: String) -> Bool {
        var value = value, key = name.key
        return value.withUTF8 { !$0.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F } } && key.withUTF8(FieldCheck.isToken)
    }

    public func makeIterator() -> IndexingIterator<[(HeaderName, String)]> { fields.makeIterator() }
}
