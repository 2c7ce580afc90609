private import CCurl

/// Where a request goes, read by libcurl's own URL parser, so that what is checked is what is connected to.
struct Origin: Hashable, Sendable, CustomStringConvertible {
    let scheme: String
    /// Lower case; an IPv6 address in brackets.
    let host: String
    let port: Int

    init(url text: String) throws(HTTPClientError) {
        let refusal = HTTPClientError(.invalidRequest, "the address is not an http:// or https:// URL; check its spelling")
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }), let url = curl_url() else { throw refusal }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK else { throw refusal }
        func part(_ part: CURLUPart, _ flags: UInt32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &value, flags) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        let defaultPort: UInt32 = 1 << 0  // CURLU_DEFAULT_PORT
        guard let scheme = part(CURLUPART_SCHEME), scheme == "http" || scheme == "https", let host = part(CURLUPART_HOST), !host.isEmpty,
            let port = part(CURLUPART_PORT, defaultPort).flatMap({ Int($0) })
        else { throw refusal }
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
    }

    var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    var description: String { "\(scheme)://\(host):\(port)" }
}
