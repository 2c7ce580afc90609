import Base
public import Domain
import Foundation

/// A page that passkeys are used on: its origin, and the host name that they are bound to (the RP ID of WebAuthn).
public struct PasskeySite: Sendable, Hashable {
    /// As a browser writes it: `https://jarvis.example:3443`.
    public let origin: String
    /// The host name.
    public let id: String

    /// - Throws: `Problem.invalid` for what is no origin, for an IP address, and for plain HTTP but on `localhost`: browsers have no passkeys there.
    public init(origin: String) throws(Problem) {
        let parts = origin.utf8.count <= 300 ? URLComponents(string: origin) : nil
        guard let parts, let scheme = parts.scheme, let host = parts.host, !host.isEmpty, scheme == "https" || scheme == "http",
            origin == "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        else { throw Problem(.invalid, "the Origin of this request is no address of a page") }
        let name = host.lowercased()
        guard !name.hasPrefix("["), !name.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw Problem(.invalid, "a passkey is for a name, not for an address in numbers: open Jarvis at http://localhost or by its host name over HTTPS")
        }
        guard scheme == "https" || name == "localhost" || name.hasSuffix(".localhost") else {
            throw Problem(.invalid, "browsers have passkeys on safe pages only: open Jarvis over HTTPS (JARVIS_HTTPS_PORT), or at http://localhost")
        }
        self.origin = origin
        id = name
    }
}
