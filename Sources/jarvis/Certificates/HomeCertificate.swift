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
    /// Of the interface over HTTPS.
    let securePort: Int

    /// Where a device in the same house gets it, as far as this machine knows.
    static func address(port: Int) -> String { "http://\(host):\(port)/ca.crt" }

    private static var host: String { LocalAuthority.addresses.first { !$0.contains(":") } ?? "localhost" }

    /// The download, or what a page shows of it; `nil` for another request.
    func response(to request: Request) throws -> Response? {
        guard request.method == .get else { return nil }
        switch request.path {
        case "/ca.crt":
            return Response(
                headers: [.contentType: "application/x-x509-ca-cert", "Content-Disposition": "attachment; filename=\"jarvis-ca.crt\""],
                body: .bytes(Array(pem.utf8)))
        case "/ca.json":
            let (host, place) = Self.host(of: request)
            let address = "http://\(request.isSecure ? "\(host):\(port)" : place ?? "\(host):\(port)")/ca.crt"
            let body = Body(address: address, svg: try QRCode(address).svg(), fingerprint: fingerprint, page: "https://\(host):\(securePort)/")
            return .json(try JSON.encode(body))
        default: return nil
        }
    }

    /// The name that the page was found by, alone and with its port: it is good for other devices, too, unless it means this machine alone.
    private static func host(of request: Request) -> (name: String, place: String?) {
        guard let place = request.headers[.host] else { return (host, nil) }
        let name = place.hasSuffix("]") ? place : place.lastIndex(of: ":").map { String(place[..<$0]) } ?? place
        return name.hasPrefix("127.") || ["localhost", "[::1]"].contains(name.lowercased()) ? (host, nil) : (name, place)
    }

    private struct Body: Encodable {
        let address, svg, fingerprint, page: String
    }
}
