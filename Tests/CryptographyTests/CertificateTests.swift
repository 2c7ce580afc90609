import Base
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite struct CertificateTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let authority: CertificateAuthority

    init() throws { authority = try CertificateAuthority.make(household: "Chez Léa", at: Self.now, names: ["a", "b"]) }

    @Test func anAuthorityIsGoodForTenYears() throws {
        let certificate = authority.certificate
        #expect(certificate.name == "Jarvis Chez Léa")
        #expect(certificate.isAuthority)
        #expect(certificate.notBefore == Self.now - 3600)
        #expect(certificate.notAfter == Self.now + CertificateAuthority.lifetime)
        #expect(try certificate.isSigned(by: certificate))
        #expect(try CertificateAuthority.make(household: "Chez Léa", at: Self.now).certificate != certificate)
    }

    @Test func itIssuesForNamesAndAddresses() throws {
        let identity = try authority.issue(for: ["Jarvis.local", "localhost", "192.168.1.20", "fd00::20", "::1"], at: Self.now)
        let leaf = identity.leaf
        #expect(leaf.hosts == ["jarvis.local", "localhost"])
        #expect(leaf.addresses == ["192.168.1.20", "fd00::20", "::1"])
        #expect(!leaf.isAuthority)
        #expect(leaf.notAfter.timeIntervalSince(leaf.notBefore) <= 398 * 86_400)
        #expect(try leaf.isSigned(by: authority.certificate))
        #expect(try !leaf.isSigned(by: CertificateAuthority.make(household: "Chez Léa", at: Self.now).certificate))
        #expect(try !authority.certificate.isSigned(by: leaf))
        #expect(throws: CryptographyError.self) { try CertificateAuthority(certificate: leaf, key: identity.key) }
    }

    /// Whoever has its key is nobody but this home.
    @Test func itSignsForTheHomeOnly() throws {
        let authority = try CertificateAuthority.make(household: "Chez Léa", at: Self.now, names: ["minipc", "203.0.113.9", "2001:db8::9"])
        for name in [
            "localhost", "jarvis.local", "minipc", "jarvis.home.arpa", "10.1.2.3", "172.31.0.1", "192.168.1.2", "100.100.1.1", "127.0.0.1", "::1", "fd00::1",
            "fe80::1", "203.0.113.9", "2001:db8::9",
        ] {
            #expect(try authority.permits(name), "\(name)")
            #expect(throws: Never.self, "\(name)") { try authority.issue(for: [name], at: Self.now) }
        }
        for name in ["bank.example", "local.example", "minipc2", "172.32.0.1", "8.8.8.8", "203.0.113.8", "2001:db8::8", "::2"] {
            #expect(try !authority.permits(name), "\(name)")
            #expect(throws: CryptographyError.self, "\(name)") { try authority.issue(for: ["jarvis.local", name], at: Self.now) }
        }
        #expect(throws: CryptographyError.self) { try CertificateAuthority.make(household: "", at: Self.now, names: ["a,permitted;DNS:com"]) }
    }

    @Test func aCertificateNeverOutlivesItsAuthority() throws {
        let end = authority.certificate.notAfter
        #expect(try authority.issue(for: ["a"], at: end - 86_400).notAfter == end)
        #expect(try authority.issue(for: ["a"], at: Self.now, lifetime: 1e9).notAfter == Self.now + CertificateAuthority.leafLifetime)
        #expect(throws: CryptographyError.self) { try authority.issue(for: ["a"], at: end) }
    }

    @Test(arguments: [
        "", " ", "a,DNS:b", "a b", "-a", "a-", "a..b", ".", "*.a", "é.local", "a\0b", "fe80::1%eth0", "http://a", "a:443", String(repeating: "a", count: 64),
    ])
    func whatIsNoNameIsRefused(_ name: String) {
        #expect(throws: CryptographyError.self) { try authority.issue(for: ["ok.local", name], at: Self.now) }
    }

    @Test func namesAreBounded() throws {
        #expect(throws: CryptographyError.self) { try authority.issue(for: [], at: Self.now) }
        #expect(throws: CryptographyError.self) { try authority.issue(for: (0...100).map { "h\($0)" }, at: Self.now) }
        #expect(try CertificateAuthority.make(household: String(repeating: "é", count: 200), at: Self.now).certificate.name.count == 64)
        let long = [String](repeating: String(repeating: "a", count: 60), count: 4).joined(separator: ".") + ".local"
        #expect(try authority.issue(for: [long], at: Self.now).leaf.hosts == [long])
    }

    @Test func whatWasWrittenIsReadAgain() throws {
        let again = try CertificateAuthority(certificatePEM: authority.certificate.pem, keyPEM: authority.key.pem())
        #expect(again.certificate == authority.certificate)
        let identity = try again.issue(for: ["a.local"], at: Self.now)
        let read = try TLSIdentity(chainPEM: identity.chainPEM + authority.certificate.pem, keyPEM: identity.keyPEM())
        #expect(read.chain == [identity.leaf, authority.certificate])
        #expect(read.notAfter == identity.leaf.notAfter)
    }

    @Test func whatDoesNotBelongTogetherIsRefused() throws {
        let one = try authority.issue(for: ["a"], at: Self.now), other = try authority.issue(for: ["b"], at: Self.now)
        func fault(_ chain: String, _ key: Secret) -> CryptographyError.Code? {
            do throws(CryptographyError) { _ = try TLSIdentity(chainPEM: chain, keyPEM: key) } catch { return error.code }
            return nil
        }
        #expect(try fault(one.chainPEM, other.keyPEM()) == .refused)
        #expect(try fault(one.chainPEM + other.chainPEM, one.keyPEM()) == .malformed)
        #expect(try fault("", one.keyPEM()) == .malformed)
        #expect(try fault(one.chainPEM + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", one.keyPEM()) == .malformed)
        #expect(try fault(String(repeating: one.chainPEM, count: 17), one.keyPEM()) == .malformed)
        #expect(fault(one.chainPEM, Secret("no key")) == .malformed)
        #expect(throws: CryptographyError.self) { try Certificate(der: one.leaf.der + [0]) }
    }

    @Test func brokenFilesAreSurvived() throws {
        let identity = try authority.issue(for: ["a.local", "10.0.0.1"], at: Self.now)
        let chain = Array(identity.chainPEM.utf8), der = identity.leaf.der, key = Array(try identity.keyPEM().reveal().utf8)
        var random = SeededGenerator(seed: 5280), taken = 0
        for _ in 0..<1500 {
            if (try? Certificate.all(inPEM: String(decoding: chain.mutated(&random), as: UTF8.self))) != nil { taken += 1 }
            if let changed = try? Certificate(der: der.mutated(&random)), changed != identity.leaf {
                #expect((try? changed.isSigned(by: authority.certificate)) != true)
            }
            _ = try? PrivateKey(pem: Secret(String(decoding: key.mutated(&random), as: UTF8.self)))
        }
        #expect(taken < 1500)
    }

    @Test(.enabled(if: OpenSSLTool.isThere, OpenSSLTool.absent)) func opensslAgrees() throws {
        let folder = try Paths.temporaryFolder()
        func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: folder.url.appending(path: name)) }
        let identity = try authority.issue(for: ["jarvis.local", "192.168.1.20", "fd00::20"], at: Self.now)
        try write("ca.pem", authority.certificate.pem)
        try write("leaf.pem", identity.chainPEM)
        try write("key.pem", identity.keyPEM().reveal())
        let verify = "verify -x509_strict -purpose sslserver -attime \(Int(Self.now.timeIntervalSince1970)) -CAfile ca.pem"
        for name in ["-verify_hostname jarvis.local", "-verify_ip 192.168.1.20", "-verify_ip fd00::20"] {
            #expect(try OpenSSLTool.run("\(verify) \(name) leaf.pem", in: folder).contains("OK"))
        }
        #expect(throws: (any Error).self) { try OpenSSLTool.run("\(verify) -verify_hostname other.local leaf.pem", in: folder) }
        // Signed with the stolen key, for somebody else.
        try write("ca.key", authority.key.pem().reveal())
        try write("names", "subjectAltName=DNS:bank.example")
        try OpenSSLTool.run("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout other.key -out other.csr -subj /CN=bank.example", in: folder)
        try OpenSSLTool.run("x509 -req -in other.csr -CA ca.pem -CAkey ca.key -days 300 -extfile names -out other.pem", in: folder)
        #expect(throws: (any Error).self) { try OpenSSLTool.run("verify -no_check_time -CAfile ca.pem other.pem", in: folder) }
        try write("names", "subjectAltName=DNS:jarvis.local")
        try OpenSSLTool.run("x509 -req -in other.csr -CA ca.pem -CAkey ca.key -days 300 -extfile names -out other.pem", in: folder)
        #expect(try OpenSSLTool.run("verify -no_check_time -CAfile ca.pem other.pem", in: folder).contains("OK"))
        let fingerprint = try OpenSSLTool.run("x509 -in leaf.pem -noout -fingerprint -sha256", in: folder)
        #expect(try fingerprint.contains(identity.leaf.fingerprint()))
        let text = try OpenSSLTool.run("x509 -in ca.pem -noout -text", in: folder)
        for line in ["CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign", "prime256v1", "ecdsa-with-SHA256"] { #expect(text.contains(line), "\(line)") }
    }

    /// Files as authorities hand them out: another kind of key, an intermediate between, text around the certificates.
    @Test(.enabled(if: OpenSSLTool.isThere, OpenSSLTool.absent)) func givenFilesAreRead() throws {
        let folder = try Paths.temporaryFolder()
        func text(_ name: String) throws -> String { try String(contentsOf: folder.url.appending(path: name), encoding: .utf8) }
        try OpenSSLTool.run(
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out leaf.pem -days 30 -subj /CN=maison.example -addext subjectAltName=DNS:maison.example",
            in: folder)
        let identity = try TLSIdentity(chainPEM: "Bag Attributes\n" + text("leaf.pem"), keyPEM: Secret(text("key.pem")))
        #expect(identity.leaf.name == "maison.example" && identity.leaf.hosts == ["maison.example"])
        try OpenSSLTool.run("rsa -in key.pem -traditional -aes128 -passout pass:secret -out locked.pem", in: folder)
        try OpenSSLTool.run("pkcs8 -topk8 -in key.pem -passout pass:secret -out locked8.pem", in: folder)
        for name in ["locked.pem", "locked8.pem"] {
            let locked = try Secret(text(name))
            do throws(CryptographyError) {
                _ = try PrivateKey(pem: locked)
                #expect(Bool(false), "a locked key was read")
            } catch { #expect(error.message.contains("passphrase")) }
        }
    }
}
