/// Where a Wyoming server listens: `unix:/run/speech.sock` (`unix:///run/speech.sock` too) or `tcp://host:port`.
public enum Endpoint: Sendable, Hashable, CustomStringConvertible {
    case unix(path: String)
    /// `host` is a name, an IPv4 address or an IPv6 address without brackets. Port 0, for a server, is any free port.
    case tcp(host: String, port: UInt16)

    /// - Throws: `.unreachable` with the two forms that are understood.
    public init(_ text: String) throws(WyomingError) {
        if text.hasPrefix("unix:") {
            var path = text.dropFirst("unix:".count)
            if path.hasPrefix("//") { path = path.dropFirst(2) }
            guard path.hasPrefix("/"), path.count > 1 else { throw Self.unreadable(text) }
            self = .unix(path: String(path))
        } else if text.hasPrefix("tcp://") {
            self = try Self(hostAndPort: String(text.dropFirst("tcp://".count)))
        } else {
            throw Self.unreadable(text)
        }
    }

    /// Reads `host:port` and `[::1]:port`.
    public init(hostAndPort text: String) throws(WyomingError) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { throw Self.unreadable(text) }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() } else if host.contains(":") { throw Self.unreadable(text) }
        guard !host.isEmpty, !host.contains("/") else { throw Self.unreadable(text) }
        self = .tcp(host: String(host), port: port)
    }

    private static func unreadable(_ text: String) -> WyomingError {
        WyomingError(.unreachable, "'\(text)' is not the address of a Wyoming server: write unix:/path/of/socket or tcp://host:port")
    }

    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .tcp(let host, let port): host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
        }
    }
}
