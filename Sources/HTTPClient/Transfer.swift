import Base
private import CCurl
private import CShims
private import Foundation
private import Synchronization

/// One attempt at a request: an easy handle, what libcurl delivered, and the task that takes it.
///
/// `@unchecked Sendable`: until it is handed to the loop only its maker touches `easy` and the header fields, from then on only the loop's thread does;
/// what both sides share is behind `shared`.
final class Transfer: @unchecked Sendable {
    enum Piece: Sendable {
        case head(HTTPHead)
        case body([UInt8])
        case end
    }

    private struct Shared {
        var head: HTTPHead?
        var chunks: [UInt8] = []
        var isPaused = false
        var end: Result<Void, HTTPClientError>?
        var waiter: CheckedContinuation<Void, Never>?
    }

    /// A receiver that is slower than the server stops it when so many bytes wait.
    private static let highWater = 256 << 10

    let easy: UnsafeMutableRawPointer
    let origin: Origin
    private let request: HTTPRequest
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let message: UnsafeMutablePointer<CChar>
    private var status = 0
    private var headers = HTTPHeaders()
    private var headerBytes = 0
    private var bodyBytes = 0
    /// What we ourselves found wrong, when libcurl only says that a callback refused.
    private var failure: HTTPClientError?
    /// The last time something came, on the monotonic clock.
    private(set) var lastActivity = ContinuousClock.now
    private let shared = Mutex(Shared())

    init(_ request: HTTPRequest, origin: Origin, settings: HTTPClient.Settings, address: IPAddress?) throws(HTTPClientError) {
        guard let easy = curl_easy_init() else { throw HTTPClientError(.busy, "there is no memory for another request") }
        self.easy = easy
        self.origin = origin
        self.request = request
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try configure(settings, address: address)
    }

    deinit {
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
        message.deallocate()
    }

    // MARK: Before

    private func configure(_ settings: HTTPClient.Settings, address: IPAddress?) throws(HTTPClientError) {
        let isToken = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte) }
        guard !request.method.isEmpty, request.method.utf8.allSatisfy(isToken) else { throw HTTPClientError(.invalidRequest, "the method is not a word") }
        func set(_ option: CURLoption, _ value: Int) { shim_curl_set_long(easy, option, value) }
        func set(_ option: CURLoption, _ value: String) { _ = value.withCString { shim_curl_set_pointer(easy, option, $0) } }  // libcurl copies strings.
        func set(_ option: CURLoption, _ lines: [String]) {
            var list: UnsafeMutablePointer<curl_slist>?
            for line in lines { list = curl_slist_append(list, line) ?? list }
            guard let list else { return }
            lists.append(list)  // Lists are not copied: they live as long as the handle.
            shim_curl_set_pointer(easy, option, list)
        }
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_QUICK_EXIT, 1)  // Cancelling does not wait for a resolver thread.
        set(CURLOPT_URL, request.url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1 : 0)
        set(CURLOPT_MAXREDIRS, request.redirects)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_USERAGENT, "Jarvis")
        set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds)
        if let total = request.limits.total { set(CURLOPT_TIMEOUT_MS, total.milliseconds) }
        if origin.isLoopback || address != nil { set(CURLOPT_PROXY, "") }
        // On a connection used before, libcurl by itself sends again what got no answer at all: only for what may be repeated.
        if !request.mayRepeat { set(CURLOPT_FRESH_CONNECT, 1) }
        if let file = settings.certificateAuthorities { set(CURLOPT_CAINFO, file) }
        if let address {  // Whatever host libcurl takes the URL for: no spelling leads around it.
            set(CURLOPT_CONNECT_TO, ["::\(address.isIPv4 ? "\(address)" : "[\(address)]"):\(origin.port)"])
        }

        switch request.method {
        case "GET" where request.body.isEmpty: set(CURLOPT_HTTPGET, 1)
        case "HEAD": set(CURLOPT_NOBODY, 1)
        default:
            if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
                set(CURLOPT_POST, 1)
                shim_curl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
                _ = request.body.withUnsafeBytes { shim_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(message)) }
            }
            set(CURLOPT_CUSTOMREQUEST, request.method)
        }
        var lines = ["Expect:"]  // No "100-continue", which costs a second with servers that ignore it.
        for field in request.headers.fields {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(isToken), !field.value.utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) else {
                throw HTTPClientError(.invalidRequest, "the header \(field.name.filter { $0.isLetter || $0 == "-" }) holds a character that no header may hold")
            }
            lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        if !request.body.isEmpty, request.headers["Content-Type"] == nil { lines.append("Content-Type: application/octet-stream") }
        set(CURLOPT_HTTPHEADER, lines)

        shim_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, message)
        let this = Unmanaged.passUnretained(self).toOpaque()  // The loop keeps it alive while libcurl may call.
        shim_curl_set_pointer(easy, CURLOPT_PRIVATE, this)
        shim_curl_set_pointer(easy, CURLOPT_HEADERDATA, this)
        shim_curl_set_pointer(easy, CURLOPT_WRITEDATA, this)
        shim_curl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
            guard let bytes, let this else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(this).takeUnretainedValue()
            return transfer.header(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
        }
        shim_curl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
            guard let bytes, let this else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(this).takeUnretainedValue().body(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        var this: UnsafeMutableRawPointer?
        shim_curl_get_pointer(easy, CURLINFO_PRIVATE, &this)
        return this.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: On the loop's thread

    private func header(_ bytes: UnsafeRawBufferPointer) -> Bool {
        lastActivity = .now
        headerBytes += bytes.count
        guard headerBytes <= request.limits.headerBytes else {
            failure = HTTPClientError(.tooLarge, "\(origin) sent more than \(request.limits.headerBytes) bytes of headers")
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if line.hasPrefix("HTTP/") {  // Of an interim answer, a redirect, or the answer itself.
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            headers = HTTPHeaders()
        } else if line.isEmpty {
            let isFollowed = request.redirects > 0 && 300..<400 ~= status && headers["Location"] != nil
            if status >= 200, !isFollowed { deliver { $0.head = $0.head ?? HTTPHead(status: status, headers: headers) } }
        } else if let colon = line.firstIndex(of: ":") {
            headers.add(String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
        }
        return true
    }

    private func body(_ bytes: UnsafeRawBufferPointer) -> Int {
        lastActivity = .now
        guard bodyBytes + bytes.count <= request.limits.bodyBytes else {
            failure = HTTPClientError(.tooLarge, "\(origin) sent more than \(request.limits.bodyBytes) bytes")
            return 0
        }
        let isTaken = deliver { shared in
            if shared.chunks.count >= Self.highWater {
                shared.isPaused = true
                return false
            }
            shared.chunks += bytes
            return true
        }
        guard isTaken else { return Int(CURL_WRITEFUNC_PAUSE) }  // Given again after the pause.
        bodyBytes += bytes.count
        return bytes.count
    }

    /// The time left until this transfer has been silent for too long.
    func idleTime(at now: ContinuousClock.Instant) -> Duration {
        if shared.withLock({ $0.isPaused }) { return request.limits.idle }
        return request.limits.idle - (now - lastActivity)
    }

    func unpause() {
        lastActivity = .now
        curl_easy_pause(easy, CURLPAUSE_CONT)
    }

    /// libcurl is done with it; `result` is its CURLcode.
    func end(_ result: UInt32) {
        if CURLcode(result) == CURLE_OK {
            finish(.success(()))
        } else {
            finish(.failure(failure ?? HTTPClientError(curl: result, detail: String(cString: message), origin: origin)))
        }
    }

    func finish(_ result: Result<Void, HTTPClientError>) { deliver { $0.end = $0.end ?? result } }

    @discardableResult
    private func deliver<T: Sendable>(_ change: (inout sending Shared) -> T) -> T {
        let (result, waiter) = shared.withLock { shared in
            let result = change(&shared)
            defer { shared.waiter = nil }
            return (result, shared.waiter)
        }
        waiter?.resume()
        return result
    }

    // MARK: On the receiver's side

    /// The next piece, for the one task that receives. `resume` is called when the server was held back and may go on.
    func next(resume: () -> Void) async throws(HTTPClientError) -> Piece {
        enum Found { case piece(Piece, wasPaused: Bool), failed(HTTPClientError), nothing }
        while true {
            let found: Found = shared.withLock { shared in
                if let head = shared.head {
                    shared.head = nil
                    return .piece(.head(head), wasPaused: false)
                }
                if !shared.chunks.isEmpty {
                    let chunks = shared.chunks
                    let wasPaused = shared.isPaused
                    shared.chunks = []
                    shared.isPaused = false
                    return .piece(.body(chunks), wasPaused: wasPaused)
                }
                switch shared.end {
                case .success: return .piece(.end, wasPaused: false)
                case .failure(let error): return .failed(error)
                case nil: return .nothing
                }
            }
            switch found {
            case .piece(let piece, let wasPaused):
                if wasPaused { resume() }
                return piece
            case .failed(let error): throw error
            case .nothing:
                await withCheckedContinuation { continuation in
                    let isReady = shared.withLock { shared in
                        if shared.head != nil || !shared.chunks.isEmpty || shared.end != nil { return true }
                        shared.waiter = continuation
                        return false
                    }
                    if isReady { continuation.resume() }
                }
            }
        }
    }
}

extension Duration {
    /// Rounded up, at least 1: to libcurl 0 means "no limit".
    var milliseconds: Int { max(1, Int(components.seconds) * 1000 + Int((components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)) }
}

extension HTTPClientError {
    /// What libcurl's codes mean to a person (libcurl-errors(3)); `number` is a CURLcode.
    init(curl number: UInt32, detail: String, origin: Origin) {
        let code = CURLcode(number)
        let library = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            self.init(.dns, "the name \(origin.host) is not known. Check its spelling and the network.")
        case CURLE_COULDNT_CONNECT:
            self.init(.refused, "nobody answers at \(origin). Check that the server runs and that its address is right.")
        case CURLE_OPERATION_TIMEDOUT:
            self.init(.timeout, "\(origin) took too long. Try again later, or allow it more time.")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED, CURLE_SSL_ENGINE_INITFAILED:
            self.init(.tls, "no secure connection to \(origin): \(library). Check its certificate, or whether it speaks https at all.")
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self.init(.connectionLost, "\(origin) closed the connection before its answer was complete.")
        case CURLE_URL_MALFORMAT:
            self.init(.invalidRequest, "the address is not an http:// or https:// URL; check its spelling")
        default:
            self.init(.badResponse, "\(origin) did not answer in HTTP: \(library).")
        }
    }
}
