public import API
import Base
public import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A Jarvis server, as its clients see it: the routes of the contract, with sign-in and refresh taken care of.
///
/// Every call throws `ClientError`, or `CancellationError` when its task is cancelled.
public struct Client: Sendable {
    /// The address of the server, without a path.
    public let server: URL
    private let store: (any CredentialStore)?
    private let transport = Transport()
    /// The most bytes of an answer that is taken whole.
    private static let largestAnswer = 64 << 20

    /// - Parameter store: where the session is kept; without one only public routes can be called.
    public init(server: URL, store: (any CredentialStore)? = nil) {
        self.server = server
        self.store = store
    }

    // MARK: Accounts

    public func health() async throws -> Health { try await get("/health", signedIn: false) }

    /// Creates the owner account; works once.
    public func setup(_ request: SetupRequest) async throws -> SetupResponse { try await send("POST", "/auth/setup", request, signedIn: false) }

    /// Signs in and keeps the session in the store.
    /// - Parameter otp: the six digits of an authenticator, where the account asks for them.
    public func signIn(username: String, password: String, otp: String? = nil) async throws {
        var form = ["grant_type": "password", "username": username, "password": password]
        form["otp"] = otp
        try store?.write(try await token(form))
    }

    /// Ends the session on the server and forgets it here, even when the server cannot be reached.
    public func signOut() async throws {
        guard try store?.read() != nil else { return }
        defer { try? store?.write(nil) }
        _ = try await exchange(makeRequest("POST", "/auth/logout"), signedIn: true)
    }

    public func me() async throws -> Me { try await get("/auth/me") }

    /// Has access tokens signed with a new key from now on; for owners.
    public func rotateSigningKey() async throws { _ = try await exchange(makeRequest("POST", "/admin/keys/rotate"), signedIn: true) }

    // MARK: Turns

    /// One turn, answered when it is complete.
    public func chat(_ request: ChatRequest) async throws -> ChatResponse { try await send("POST", "/chat", request) }

    /// One turn, event by event. The stream ends after `done` or `error`; ending to read it stops the answer.
    public func chatStream(_ request: ChatRequest) async throws -> ReplyStream {
        var wanted = try makeRequest("POST", "/chat/stream", body: JSON.encode(request))
        wanted.setValue("text/event-stream", forHTTPHeaderField: "Accept")
        let answer = try await answer(to: wanted, signedIn: true)
        guard answer.mediaType == "text/event-stream" else { throw notJarvis() }
        return ReplyStream(body: answer.body, client: self)
    }

    /// Says a text: the bytes of a WAV file, unless the request asks for another format.
    public func synthesize(_ request: SynthesizeRequest) async throws -> Data {
        try await exchange(makeRequest("POST", "/synthesize", body: JSON.encode(request)), signedIn: true)
    }

    public func voices() async throws -> [VoiceBody] { try await get("/voices") }

    // MARK: Conversations and timers

    public func conversations(limit: Int? = nil, cursor: String? = nil) async throws -> PageBody<ConversationSummary> {
        try await get("/conversations", Self.page(limit, cursor))
    }
    public func conversation(_ id: String) async throws -> ConversationDetail { try await get("/conversations/\(Self.segment(id))") }
    public func deleteConversation(_ id: String) async throws { try await delete("/conversations/\(Self.segment(id))") }
    public func trace(_ id: String) async throws -> TraceBody { try await get("/traces/\(Self.segment(id))") }

    public func timers() async throws -> PageBody<TimerBody> { try await get("/timers") }
    public func addTimer(_ timer: NewTimer) async throws -> TimerBody { try await send("POST", "/timers", timer) }
    public func deleteTimer(_ id: String) async throws { try await delete("/timers/\(Self.segment(id))") }
    public func reminders() async throws -> PageBody<ReminderBody> { try await get("/reminders") }
    public func deleteReminder(_ id: String) async throws { try await delete("/reminders/\(Self.segment(id))") }

    // MARK: Announcements

    /// Timers and reminders as they come due, over `/ws`, until the task is cancelled or the server goes away. Over `http` only.
    public func announcements() async throws -> AnnouncementStream {
        guard server.scheme == "http" else { throw ClientError(.unreachable, "Announcements are read over http only.") }
        let credentials = try await current()
        let hello = try JSON.encode(ClientEvent.start(.init(mode: .text)))
        return AnnouncementStream(messages: try WebSocketStream(server: server, path: "/ws", token: credentials.accessToken, hello: hello).messages)
    }
}

// MARK: One exchange

extension Client {
    static func page(_ limit: Int?, _ cursor: String?) -> [(String, String)] {
        (limit.map { [("limit", String($0))] } ?? []) + (cursor.map { [("cursor", $0)] } ?? [])
    }

    /// Text as one segment of a path or one value of a query or form (RFC 3986's unreserved characters stay).
    static func segment(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    func get<T: Decodable>(_ path: String, _ query: [(String, String)] = [], signedIn: Bool = true) async throws -> T {
        try read(try await exchange(makeRequest("GET", path + Self.tail(query)), signedIn: signedIn))
    }

    private static func tail(_ query: [(String, String)]) -> String {
        query.isEmpty ? "" : "?" + query.map { "\($0.0)=\(segment($0.1))" }.joined(separator: "&")
    }

    /// Sends bytes that are a body already.
    func upload<T: Decodable>(_ body: Data, type: String, to path: String) async throws -> T {
        try read(try await exchange(makeRequest("POST", path, body: body, type: type), signedIn: true))
    }

    /// Hands over a long answer piece by piece.
    func download(_ path: String, to sink: (Data) async throws -> Void) async throws { try await download(makeRequest("GET", path), to: sink) }

    func download(_ path: String, _ body: some Encodable, to sink: (Data) async throws -> Void) async throws {
        try await download(makeRequest("POST", path, body: JSON.encode(body)), to: sink)
    }

    private func download(_ request: URLRequest, to sink: (Data) async throws -> Void) async throws {
        let answer = try await answer(to: request, signedIn: true)
        do { for try await piece in answer.body { try await sink(piece) } } catch { throw named(error) }
    }

    func send<T: Decodable>(_ method: String, _ path: String, _ body: some Encodable, signedIn: Bool = true) async throws -> T {
        try read(try await exchange(makeRequest(method, path, body: JSON.encode(body)), signedIn: signedIn))
    }

    func delete(_ path: String) async throws { _ = try await exchange(makeRequest("DELETE", path), signedIn: true) }

    func put(_ path: String, _ body: some Encodable) async throws {
        _ = try await exchange(makeRequest("PUT", path, body: JSON.encode(body)), signedIn: true)
    }

    /// For an answer without a body.
    func post(_ path: String, _ body: some Encodable, signedIn: Bool = true) async throws {
        _ = try await exchange(makeRequest("POST", path, body: JSON.encode(body)), signedIn: signedIn)
    }

    private func makeRequest(_ method: String, _ path: String, body: Data? = nil, type: String = "application/json") throws -> URLRequest {
        guard let url = URL(string: path, relativeTo: server) else { throw ClientError(.badAnswer, "\(server) is not the address of a server.") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body
        if body != nil { request.setValue(type, forHTTPHeaderField: "Content-Type") }
        return request
    }

    private func exchange(_ request: URLRequest, signedIn: Bool) async throws -> Data {
        try await whole(answer(to: request, signedIn: signedIn))
    }

    /// Sends, once more with a fresh token when the first is no longer valid, and returns an answer that is no error.
    private func answer(to request: URLRequest, signedIn: Bool) async throws -> Transport.Answer {
        guard signedIn else { return try await checked(dispatch(request, nil)) }
        let credentials = try await current()
        let answer = try await dispatch(request, credentials)
        do {
            guard answer.status == 401, credentials.refreshToken != nil else { return try await checked(answer) }
            return try await checked(dispatch(request, refreshed(after: credentials)))
        } catch let error as ClientError where error.problem?.status == 401 {
            throw ClientError.sessionEnded(error.problem)
        }
    }

    private func dispatch(_ request: URLRequest, _ credentials: Credentials?) async throws -> Transport.Answer {
        var request = request
        if let credentials { request.setValue("Bearer \(credentials.accessToken)", forHTTPHeaderField: "Authorization") }
        let ready = request
        return try await naming { try await transport.send(ready) }
    }

    private func checked(_ answer: Transport.Answer) async throws -> Transport.Answer {
        if (200..<300).contains(answer.status) { return answer }
        let body = try await whole(answer)
        if let problem = try? JSON.decode(ProblemDetails.self, from: body) { throw ClientError.refused(problem) }
        throw ClientError.refused(
            ProblemDetails(
                type: "about:blank", title: "HTTP \(answer.status)", status: answer.status, detail: "\(server) answered with status \(answer.status)."))
    }

    private func whole(_ answer: Transport.Answer) async throws -> Data {
        try await naming {
            var body = Data()
            for try await piece in answer.body {
                body += piece
                if body.count > Self.largestAnswer { throw ClientError(.tooLarge, "The answer has more than \(Self.largestAnswer) bytes.") }
            }
            return body
        }
    }

    func read<T: Decodable>(_ data: Data) throws -> T {
        do { return try JSON.decodeBody(from: data) } catch { throw ClientError(.badAnswer, "\(server) does not answer like Jarvis: \(error)", cause: error) }
    }

    private func notJarvis() -> ClientError { ClientError(.badAnswer, "\(server) does not answer like Jarvis; is it the right address?") }

    /// The network's errors as `ClientError`; others as they are.
    func named(_ error: any Error) -> any Error {
        error is URLError ? ClientError.unreachable(server.absoluteString, cause: error) : error
    }

    private func naming<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch { throw named(error) }
    }
}

// MARK: The session

extension Client {
    /// A token this close to its end is refreshed first.
    private static let margin: TimeInterval = 30

    func current() async throws -> Credentials {
        guard let credentials = try store?.read() else { throw ClientError(.unauthenticated, "Nobody is signed in; run `jarvis login`.") }
        guard let end = credentials.expiresAt, end.timeIntervalSinceNow < Self.margin, credentials.refreshToken != nil else { return credentials }
        return try await refreshed(after: credentials)
    }

    /// New credentials in place of `old`, unless somebody else got some in the meantime.
    private func refreshed(after old: Credentials) async throws -> Credentials {
        guard let store else { throw ClientError(.unauthenticated, "Nobody is signed in; run `jarvis login`.") }
        return try await store.exclusively {
            if let now = try store.read(), now.accessToken != old.accessToken { return now }
            guard let refreshToken = old.refreshToken else { throw ClientError.sessionEnded() }
            let credentials: Credentials
            do {
                credentials = try await token(["grant_type": "refresh_token", "refresh_token": refreshToken])
            } catch let error as ClientError where [400, 401, 403].contains(error.problem?.status) {
                throw ClientError.sessionEnded(error.problem)
            }
            try store.write(credentials)
            return credentials
        }
    }

    private func token(_ form: [String: String]) async throws -> Credentials {
        let body = form.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.segment($0.value))" }.joined(separator: "&")
        let request = try makeRequest("POST", "/auth/token", body: Data(body.utf8), type: "application/x-www-form-urlencoded")
        let answer: TokenResponse = try read(try await exchange(request, signedIn: false))
        return Credentials(answer, at: Date())
    }
}
