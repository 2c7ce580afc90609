import Base
import Cryptography
import Foundation
import Glibc

/// The home's own certificate authority, made on first use in `$JARVIS_HOME/tls`: devices that trust it once get a safe connection, and so a microphone,
/// with no proxy and no domain.
struct LocalAuthority {
    private let folder: String
    private let authority: CertificateAuthority

    /// - Throws: `StartError` when what is kept cannot be read, or nothing can be written.
    init(in folder: String, at now: Date) throws {
        self.folder = folder
        do {
            if let certificate = Self.read("\(folder)/ca.pem"), let key = Self.read("\(folder)/ca.key") {
                authority = try CertificateAuthority(certificatePEM: certificate, keyPEM: Secret(key))
            } else {
                authority = try CertificateAuthority.make(household: Self.hostName, at: now, names: Self.names)
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                try Self.write(authority.key.pem().reveal(), to: "\(folder)/ca.key")
                try Self.write(authority.certificate.pem, to: "\(folder)/ca.pem")
            }
        } catch let error as CryptographyError {
            throw StartError(
                "the certificate authority in \(folder) cannot be used (\(error)): put back a copy of ca.pem and ca.key, or delete both and trust the new one")
        }
    }

    /// What devices are to trust, in PEM.
    var certificate: String { authority.certificate.pem }

    /// SHA-256, as browsers and phones show it.
    func fingerprint() throws -> String { try authority.certificate.fingerprint() }

    /// A server's certificate, with its key, in PEM: the one that is kept while it is good for these names and two thirds of its time are not over,
    /// else a new one. An address that the authority may not sign for, as the internet's that a home was given later, is left out.
    func identity(for names: [String], at now: Date) throws -> (chain: String, key: Secret) {
        let names = try names.filter { try authority.permits($0) }
        if let chain = Self.read("\(folder)/server.pem"), let key = Self.read("\(folder)/server.key"),
            let kept = try? TLSIdentity(chainPEM: chain, keyPEM: Secret(key)), try kept.leaf.isSigned(by: authority.certificate),
            Set(names).isSubset(of: Set(kept.leaf.hosts + kept.leaf.addresses)),
            now < kept.leaf.notBefore + kept.notAfter.timeIntervalSince(kept.leaf.notBefore) * 2 / 3
        {
            return (chain, Secret(key))
        }
        let made = try authority.issue(for: names, at: now)
        let key = try made.keyPEM()
        try Self.write(key.reveal(), to: "\(folder)/server.key")
        try Self.write(made.chainPEM, to: "\(folder)/server.pem")
        return (made.chainPEM, key)
    }

    /// Under which this machine is found at home: its names, and its addresses as they are now.
    static var names: [String] {
        var names = ["localhost", hostName, "\(hostName).local", "127.0.0.1", "::1"] + addresses
        var seen: Set<String> = []
        names.removeAll { !seen.insert($0).inserted }
        return names
    }

    private static var hostName: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "jarvis" }
        let name = String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
        let first = name.prefix { $0 != "." }
        return !first.isEmpty && first.allSatisfy { $0.isASCII && ($0.isLetter || $0.isWholeNumber || $0 == "-") } ? String(first) : "jarvis"
    }

    /// Of its networks, but for those that are good on one link only.
    static var addresses: [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [String] = [], next = list
        while let entry = next {
            next = entry.pointee.ifa_next
            guard let address = entry.pointee.ifa_addr else { continue }
            let isIPv4 = address.pointee.sa_family == sa_family_t(AF_INET)
            guard isIPv4 || address.pointee.sa_family == sa_family_t(AF_INET6) else { continue }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let length = socklen_t(isIPv4 ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size)
            guard getnameinfo(address, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { continue }
            let name = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if !name.contains("%"), !name.hasPrefix("127."), name != "::1" { found.append(name) }
        }
        return found
    }

    private static func read(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    /// Written beside, then renamed: a crash leaves the old or the new.
    private static func write(_ text: String, to path: String) throws {
        let draft = path + ".new"
        try? FileManager.default.removeItem(atPath: draft)
        guard FileManager.default.createFile(atPath: draft, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]), rename(draft, path) == 0 else {
            throw StartError("\(path) cannot be written: is there room on the disk, and does the folder belong to this user?")
        }
    }
}
