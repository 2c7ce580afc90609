public import Base
private import CCurl
private import CShims
private import Dispatch

/// Why a letter was not taken. The message names the server, never the letter or a secret, and says what to do.
public struct MailError: Error, Sendable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        /// The server or an address cannot be used as they are written.
        public static let invalid = Code(name: "invalid")
        /// Nobody answers there, or too late.
        public static let unreachable = Code(name: "unreachable")
        /// No secure connection, and a password may not go without.
        public static let tls = Code(name: "tls")
        /// The server knows no such name and password.
        public static let signIn = Code(name: "sign_in")
        /// The server takes no such letter.
        public static let refused = Code(name: "refused")
    }

    public let code: Code
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}

/// Hands letters to one mail server (SMTP, RFC 5321), one at a time.
///
/// On port 465 the connection is TLS from its start. On others STARTTLS (RFC 3207) is used where the server offers it, and required as soon as there is a password.
public struct MailSender: Sendable {
    public struct Server: Sendable, Hashable {
        public var host: String
        public var port: Int
        public var user: String?
        public var password: Secret?
        /// A PEM file of authorities; `nil`: the system's.
        public var authorities: String?

        /// - Parameter text: `host`, `host:port` or `[address]:port`; without a port 587 (RFC 6409). `nil` for anything else.
        public init?(_ text: String, user: String? = nil, password: Secret? = nil, authorities: String? = nil) {
            let isBare = text.hasPrefix("[") ? text.hasSuffix("]") : !text.contains(":")
            let colon = isBare ? nil : text.lastIndex(of: ":")
            let host = String(colon.map { text[..<$0] } ?? text[...])
            let isSpelt = host.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || "-.[]:_".utf8.contains($0) }
            guard !host.isEmpty, isSpelt, host.hasPrefix("[") || !host.contains(":") else { return nil }
            guard let port = colon.map({ Int(text[text.index(after: $0)...]) }) ?? 587, 1...65_535 ~= port else { return nil }
            (self.host, self.port, self.user, self.password, self.authorities) = (host, port, user, password, authorities)
        }
    }

    private let server: Server
    /// libcurl blocks until the server has answered.
    private let thread = DispatchQueue(label: "mail")

    public init(_ server: Server) { self.server = server }

    public func send(_ message: MailMessage) async throws {
        guard ([message.from] + message.to).allSatisfy(MailMessage.isAddress), !message.to.isEmpty else {
            throw MailError(.invalid, "an address of the letter is none: check ALERT_EMAIL and SMTP_USER")
        }
        let server = server
        try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Result { try Delivery(message).perform(to: server) }) }
        }
    }
}

/// One letter on its way: what libcurl reads from, on the thread that sends.
private final class Delivery {
    private let message: MailMessage
    private let bytes: [UInt8]
    private var position = 0

    init(_ message: MailMessage) {
        self.message = message
        bytes = message.bytes
    }

    func perform(to server: MailSender.Server) throws(MailError) {
        guard TransferLoop.isReady, let easy = curl_easy_init() else { throw MailError(.unreachable, "libcurl could not be started; there is no memory") }
        defer { curl_easy_cleanup(easy) }
        func set(_ option: CURLoption, _ value: Int) { shim_curl_set_long(easy, option, value) }
        func set(_ option: CURLoption, _ value: String) { _ = value.withCString { shim_curl_set_pointer(easy, option, $0) } }
        var recipients: UnsafeMutablePointer<curl_slist>?
        for address in message.to { recipients = curl_slist_append(recipients, "<\(address)>") ?? recipients }
        defer { curl_slist_free_all(recipients) }
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_URL, "\(server.port == 465 ? "smtps" : "smtp")://\(server.host):\(server.port)")
        let whereOffered = 1, always = 3  // CURLUSESSL_TRY, CURLUSESSL_ALL
        set(CURLOPT_USE_SSL, server.password == nil ? whereOffered : always)
        if let user = server.user, let password = server.password {
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, password.reveal())
        }
        if let file = server.authorities { set(CURLOPT_CAINFO, file) }
        set(CURLOPT_CONNECTTIMEOUT_MS, 10_000)
        set(CURLOPT_TIMEOUT_MS, 60_000)
        set(CURLOPT_MAIL_FROM, "<\(message.from)>")
        shim_curl_set_pointer(easy, CURLOPT_MAIL_RCPT, recipients)
        set(CURLOPT_UPLOAD, 1)
        shim_curl_set_pointer(easy, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())  // Outlives the call below.
        shim_curl_set_callback(easy, CURLOPT_READFUNCTION) { buffer, size, count, this in
            guard let buffer, let this else { return 0 }
            return Unmanaged<Delivery>.fromOpaque(this).takeUnretainedValue().read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
        let result = curl_easy_perform(easy)
        guard result == CURLE_OK else { throw Self.error(result, server) }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
        position += count
        return count
    }

    private static func error(_ code: CURLcode, _ server: MailSender.Server) -> MailError {
        let place = "\(server.host):\(server.port)"
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT:
            return MailError(.unreachable, "the mail server \(place) does not answer: check SMTP_SERVER and the network")
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            return MailError(.tls, "no secure connection to the mail server \(place), and a password goes over no other: check its port and its certificate")
        case CURLE_LOGIN_DENIED: return MailError(.signIn, "the mail server \(place) refuses SMTP_USER with SMTP_PASSWORD: check both")
        default: return MailError(.refused, "the mail server \(place) did not take the letter (\(String(cString: curl_easy_strerror(code))))")
        }
    }
}
