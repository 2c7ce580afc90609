import Base

/// Decides where a request may go whose URL was chosen by a user, a model or a page.
///
/// A URL passes when its scheme is http or https, it carries no name or password, its port is on the list, and every address of its host is public.
public struct OutboundGuard: Sendable {
    /// A destination that the configuration allows although it is not public. Give a guard only what its own callers need: a redirect or a page may lead
    /// there as well.
    public struct Exemption: Sendable, Hashable {
        fileprivate enum Kind: Hashable {
            /// The name or the address as the URL has it; without a port, on the listed ports.
            case host(String, port: Int?)
            /// The addresses that names lead to.
            case network(NetworkRange)
        }
        fileprivate let kind: Kind

        /// - Parameter text: `host`, `host:port`, `192.168.1.7:8123`, `[fd00::7]:8123`, or a network: `192.168.1.0/24`. `nil` for anything else.
        public init?(_ text: String) {
            if text.contains("/"), let network = NetworkRange(text) {
                kind = .network(network)
            } else if let url = try? OutboundURL("http://\(text)"), url.target == "/", !text.contains(where: { "/?#".contains($0) }) {
                kind = .host(url.host, port: url.explicitPort)
            } else {
                return nil
            }
        }
    }

    public static let usualPorts: Set<Int> = [80, 443, 8080, 8443]

    private let ports: Set<Int>
    private let exemptions: [Exemption]
    private let resolver: any HostResolver

    public init(ports: Set<Int> = Self.usualPorts, exempting exemptions: [Exemption] = [], resolver: any HostResolver = SystemResolver()) {
        self.ports = ports
        self.exemptions = exemptions
        self.resolver = resolver
    }

    /// Whether a URL may be asked for, as far as it says so itself: for a form in which somebody enters one. A name is not looked up yet.
    public func check(_ url: String) throws(OutboundRefusal) { _ = try admit(url) }

    /// - Parameter base: where the URL was found, when it may be relative.
    func admit(_ text: String, relativeTo base: OutboundURL? = nil) throws(OutboundRefusal) -> OutboundURL {
        let url = try OutboundURL(text, relativeTo: base)
        if isExempt(url) { return url }
        guard ports.contains(url.port) else { throw OutboundRefusal(.port, "the port \(url.port) of \(url.host) is not on the list of allowed ports") }
        if let address = url.address { try check(address, of: url) }
        return url
    }

    /// The addresses to connect to, all checked. One bad address among them spoils the answer: whoever gives it may not count on luck.
    func addresses(of url: OutboundURL) async throws -> [IPAddress] {
        if let address = url.address { return [address] }
        let addresses = try await resolver.addresses(of: url.host)
        guard !addresses.isEmpty else { throw HTTPClientError(.dns, "the name \(url.host) is not known. Check its spelling and the network.") }
        if !isExempt(url) { for address in addresses { try check(address, of: url) } }
        return addresses
    }

    private func isExempt(_ url: OutboundURL) -> Bool {
        exemptions.contains {
            guard case .host(url.host, let port) = $0.kind else { return false }
            return port.map { $0 == url.port } ?? ports.contains(url.port)
        }
    }

    private func check(_ address: IPAddress, of url: OutboundURL) throws(OutboundRefusal) {
        let isExempt = exemptions.contains { if case .network(let network) = $0.kind { network.contains(address) } else { false } }
        guard isExempt || address.isPublic else {
            throw OutboundRefusal(.address, "\(url.host) is not on the public internet, and no setting allows it")
        }
    }
}
