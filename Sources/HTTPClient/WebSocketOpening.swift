private import CCurl
private import COpenSSL
import Foundation

/// Where a WebSocket goes, read by libcurl's own URL parser. `ws` and `http` mean the same here, `wss` and `https` too.
struct WebSocketAddress: Sendable, Hashable {
    let origin: Origin
    /// The same as an `http` or `https` URL: libcurl makes the connection.
    let url: String
    /// The path with the query: at least `/`.
    let target: String
    /// What goes into the `Host` header.
    let host: String

    init(_ text: String) throws(HTTPClientError) {
        let refusal = HTTPClientError(.invalidRequest, "the address is not a ws:// or wss:// URL; check its spelling")
        var url = text
        for (scheme, plain) in [("wss:", "https:"), ("ws:", "http:")] where text.lowercased().hasPrefix(scheme) { url = plain + text.dropFirst(scheme.count) }
        do { origin = try Origin(url: url) } catch { throw refusal }
        self.url = url
        guard let parsed = curl_url() else { throw refusal }
        defer { curl_url_cleanup(parsed) }
        guard curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK else { throw refusal }
        func part(_ part: CURLUPart) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(parsed, part, &value, 0) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        target = (part(CURLUPART_PATH) ?? "/") + (part(CURLUPART_QUERY).map { "?" + $0 } ?? "")
        guard target.utf8.allSatisfy({ 0x20 < $0 && $0 < 0x7F }) else { throw refusal }
        let isDefaultPort = origin.port == (origin.scheme == "https" ? 443 : 80)
        host = isDefaultPort ? origin.host : "\(origin.host):\(origin.port)"
    }
}

/// The opening handshake as a client speaks it (RFC 6455, section 4.1). Pure.
struct WebSocketOpening: Sendable {
    let address: WebSocketAddress
    let headers: HTTPHeaders
    let subprotocols: [String]
    /// 16 random bytes in Base64.
    let key: String

    private static let ours: Set<String> = [
        "host", "upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol", "sec-websocket-extensions", "content-length",
        "transfer-encoding",
    ]

    /// - Throws: `invalidRequest` for headers that no request may hold, or that are the handshake's own.
    init(
        _ address: WebSocketAddress, headers: HTTPHeaders = [:], subprotocols: [String] = [],
        key: String = Data((0..<16).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
    ) throws(HTTPClientError) {
        let isToken = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte) }
        for field in headers.fields {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(isToken), !field.value.utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }),
                !Self.ours.contains(field.name.lowercased())
            else { throw HTTPClientError(.invalidRequest, "the header \(field.name.filter { $0.isLetter || $0 == "-" }) cannot be sent with a WebSocket") }
        }
        guard subprotocols.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isToken) }) else {
            throw HTTPClientError(.invalidRequest, "a subprotocol is not a word")
        }
        self.address = address
        self.headers = headers
        self.subprotocols = subprotocols
        self.key = key
    }

    var request: [UInt8] {
        var lines = [
            "GET \(address.target) HTTP/1.1", "Host: \(address.host)", "User-Agent: Jarvis", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: \(key)",
        ]
        if !subprotocols.isEmpty { lines.append("Sec-WebSocket-Protocol: \(subprotocols.joined(separator: ", "))") }
        for field in headers.fields { lines.append("\(field.name): \(field.value)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    /// Reads the head of the answer, without the empty line at its end.
    /// - Returns: the subprotocol that was agreed on.
    /// - Throws: `badResponse` unless the connection is a WebSocket now.
    func check(_ head: [UInt8]) throws(HTTPClientError) -> String? {
        // Swift takes "\r\n" for one character.
        var lines = String(decoding: head, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\n" }
        let words = lines.isEmpty ? [] : lines.removeFirst().split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            throw HTTPClientError(.badResponse, "\(address.origin) did not answer in HTTP. Check that the address is that of the right server.")
        }
        guard status == 101 else {
            throw HTTPClientError(.badResponse, "\(address.origin) answered with status \(status) instead of opening a WebSocket. Check the address.")
        }
        var fields: [String: [String]] = [:]
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            fields[parts[0].lowercased(), default: []].append(parts[1].trimmingCharacters(in: .whitespaces))
        }
        func tokens(_ name: String) -> [String] { (fields[name] ?? []).flatMap { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } } }
        let agreed = tokens("sec-websocket-protocol")
        guard tokens("upgrade").contains(where: { $0.lowercased() == "websocket" }), tokens("connection").contains(where: { $0.lowercased() == "upgrade" }),
            fields["sec-websocket-accept"] == [Self.accept(key)], tokens("sec-websocket-extensions").isEmpty, agreed.count <= 1,
            agreed.allSatisfy(subprotocols.contains)
        else { throw HTTPClientError(.badResponse, "\(address.origin) does not open a WebSocket as it should. Check what stands between here and there.") }
        return agreed.first
    }

    /// Base64 of SHA-1 of the key and the protocol's GUID.
    static func accept(_ key: String) -> String {
        let text = Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        EVP_Digest(text, text.count, &digest, &length, EVP_sha1(), nil)
        return Data(digest).base64EncodedString()
    }
}
