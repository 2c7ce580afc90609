import Base
import Cryptography
import HTTPServer

/// What devices at home are to trust once, as a download: told as a file, and as where it is, for another device to be pointed at.
struct HomeCertificate: Sendable {
    let pem: String
    /// SHA-256, as browsers and phones show it.
    let fingerprint: String
    /// Of the interface, where it can be had in the clear: whoever wants it does not trust this machine yet.
    let port: Int

    /// Where a device in the same house gets it, as far as this machine knows.
    static func address(port: Int) -> String { "http://\(LocalAuthority.addresses.first { !$0.contains(":") } ?? "localhost"):\(port)/ca.crt" }

    /// The download, or what a page shows of it; `nil` for another request.
    func response(to request: Request) throws -> Response? {
        guard request.method == .get else { return nil }
        switch request.path {
        case "/ca.crt":
            return Response(
                headers: [.contentType: "application/x-x509-ca-cert", "Content-Disposition": "attachment; filename=\"jarvis-ca.crt\""],
                body: .bytes(Array(pem.utf8)))
        case "/ca.json":
            let address = address(for: request)
            return .json(try JSON.encode(Body(address: address, fingerprint: fingerprint, svg: QRCode(address).svg())))
        default: return nil
        }
    }

    /// Under the name that the page was found by: it is good for other devices, too, unless it means this machine alone.
    private func address(for request: Request) -> String {
        guard let host = request.headers[.host] else { return Self.address(port: port) }
        let name = host.hasSuffix("]") ? host : host.lastIndex(of: ":").map { String(host[..<$0]) } ?? host
        guard !name.hasPrefix("127."), !["localhost", "[::1]"].contains(name.lowercased()) else { return Self.address(port: port) }
        return request.isSecure ? "http://\(name):\(port)/ca.crt" : "http://\(host)/ca.crt"
    }

    private struct Body: Encodable {
        let address, fingerprint, svg: String
    }
}
