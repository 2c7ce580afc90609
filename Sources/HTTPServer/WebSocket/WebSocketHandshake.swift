private import COpenSSL

/// What an application offers when it answers with a WebSocket.
struct WebSocketUpgrade: Sendable {
    var options: WebSocket.Options
    var handler: @Sendable (WebSocket) async throws -> Void
}

/// The opening handshake (RFC 6455, section 4.2), checked and agreed.
struct WebSocketHandshake: Sendable {
    let upgrade: WebSocketUpgrade
    let subprotocol: String?
    let headers: [(HeaderName, String)]

    init(_ request: Request?, _ upgrade: WebSocketUpgrade) throws(HTTPError) {
        guard let request, request.method == .get, request.headers.contains(.upgrade, token: "websocket"),
            request.headers.contains(.connection, token: "upgrade")
        else {
            throw HTTPError(
                .upgradeRequired, detail: "This address speaks WebSocket: open it as ws:// or wss://.",
                headers: [.upgrade: "websocket", .connection: "Upgrade"])
        }
        guard request.headers[.webSocketVersion] == "13" else {
            throw HTTPError(.upgradeRequired, detail: "The only WebSocket version here is 13.", headers: [.webSocketVersion: "13", .upgrade: "websocket"])
        }
        guard let key = request.headers[.webSocketKey], key.utf8.count == 24, key.hasSuffix("==") else {
            throw HTTPError(.badRequest, detail: "Sec-WebSocket-Key must be 16 bytes in Base64.")
        }
        let wanted = request.headers.all(.webSocketProtocol).flatMap { $0.split(separator: ",").map { String($0).trimmed } }
        subprotocol = wanted.first { upgrade.options.subprotocols.contains($0) }
        self.upgrade = upgrade
        var headers: [(HeaderName, String)] = [(.upgrade, "websocket"), (.webSocketAccept, Self.accept(key))]
        if let subprotocol { headers.append((.webSocketProtocol, subprotocol)) }
        self.headers = headers
    }

    /// Base64 of SHA-1 of the key and the protocol's GUID.
    static func accept(_ key: String) -> String {
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        EVP_Digest(text, text.count, &digest, &length, EVP_sha1(), nil)
        var encoded = [UInt8](repeating: 0, count: 29)
        let count = EVP_EncodeBlock(&encoded, digest, 20)
        return String(decoding: encoded.prefix(Int(count)), as: UTF8.self)
    }
}

extension Response {
    /// Turns the connection into a WebSocket, if the request asks for one properly; else answers 426 or 400. Check `Origin` before.
    ///
    /// The closure owns the conversation: when it returns, the socket is closed normally; when it throws, with 1011.
    /// Its task is cancelled when the connection is lost.
    public static func webSocket(_ options: WebSocket.Options = .init(), _ handler: @escaping @Sendable (WebSocket) async throws -> Void) -> Response {
        Response(.switchingProtocols, body: Body(kind: .webSocket(WebSocketUpgrade(options: options, handler: handler))))
    }
}
