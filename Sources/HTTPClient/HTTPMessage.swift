import Base

/// What is sent.
public struct HTTPRequest: Sendable {
    public var method: String
    public var url: String
    public var headers: HTTPHeaders
    public var body: [UInt8]
    public var limits: Limits
    public var retry: RetryPolicy
    /// Whether sending it twice does no harm; `nil`: as its method says (RFC 9110, section 9.2.2).
    public var isIdempotent: Bool?
    /// How many redirects are followed, to http and https only. None by default: who follows one must want to.
    public var redirects: Int
    /// What a guard found: the n-th attempt connects to the n-th of them, round and round. Empty: to what the resolver says then.
    var addresses: [IPAddress] = []

    /// How long it may take and how large the answer may be.
    public struct Limits: Sendable, Hashable {
        /// Until the connection stands.
        public var connect: Duration
        /// From the start to the last byte of one attempt; `nil`: however long it takes.
        public var total: Duration?
        /// Between two pieces of the answer, and before the first. Time in which the receiver holds it back does not count.
        public var idle: Duration
        /// The decoded body, in bytes.
        public var bodyBytes: Int
        /// All headers together, in bytes.
        public var headerBytes: Int

        public init(
            connect: Duration = .seconds(5), total: Duration? = .seconds(60), idle: Duration = .seconds(30), bodyBytes: Int = 16 << 20,
            headerBytes: Int = 64 << 10
        ) {
            self.connect = connect
            self.total = total
            self.idle = idle
            self.bodyBytes = bodyBytes
            self.headerBytes = headerBytes
        }
    }

    public init(
        _ url: String, method: String = "GET", headers: HTTPHeaders = [:], body: [UInt8] = [], limits: Limits = Limits(), retry: RetryPolicy = RetryPolicy(),
        isIdempotent: Bool? = nil, redirects: Int = 0
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.retry = retry
        self.isIdempotent = isIdempotent
        self.redirects = redirects
    }

    var mayRepeat: Bool { isIdempotent ?? ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"].contains(method) }
}

/// The beginning of an answer.
public struct HTTPHead: Sendable, Hashable {
    public var status: Int
    public var headers: HTTPHeaders
    public var isSuccess: Bool { 200..<300 ~= status }
}

/// A whole answer.
public struct HTTPResponse: Sendable, Hashable {
    public var status: Int
    public var headers: HTTPHeaders
    public var body: [UInt8]
    public var isSuccess: Bool { 200..<300 ~= status }
    /// The body as text; bytes that are not UTF-8 become U+FFFD.
    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// Header fields in their order; names are compared without case.
public struct HTTPHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public private(set) var fields: [Field] = []

    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String
    }

    public init() {}
    public init(dictionaryLiteral elements: (String, String)...) { for (name, value) in elements { add(name, value) } }

    public mutating func add(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

    /// The first value of a name; setting replaces all of them.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
        set {
            fields.removeAll { $0.name.lowercased() == name.lowercased() }
            if let newValue { add(name, newValue) }
        }
    }
}
