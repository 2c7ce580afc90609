private import COpenSSL
import Foundation

/// A certificate that is being written (RFC 5280, section 4.1).
struct CertificateDraft {
    enum Purpose {
        /// What it may sign for (RFC 5280, section 4.2.1.10), in OpenSSL's notation: `DNS:…`, `IP:address/mask`.
        case authority(permitted: [String])
        /// Names in OpenSSL's notation: `DNS:…,IP:…`.
        case server(String)
    }

    private let certificate: X509Certificate
    /// X.520's bound of a common name, in characters.
    private static let nameLimit = 64

    init(subject: String, key: PrivateKey, from start: Date, until end: Date) throws(CryptographyError) {
        guard let pointer = X509_new() else { throw Self.failure }
        certificate = X509Certificate(owning: pointer)
        // 127 random bits: positive, and within the 20 bytes of the standard.
        var serial = try RandomBytes.make(16)
        serial[0] &= 0x7f
        let number = BN_bin2bn(serial, Int32(serial.count), nil)
        defer { BN_free(number) }
        let name = String(String.UnicodeScalarView(subject.unicodeScalars.prefix(Self.nameLimit)))
        guard number != nil, BN_to_ASN1_INTEGER(number, X509_get_serialNumber(pointer)) != nil,
            X509_set_version(pointer, 2) == 1,  // The third version, counted from zero.
            ASN1_TIME_set(X509_getm_notBefore(pointer), Int(start.timeIntervalSince1970)) != nil,
            ASN1_TIME_set(X509_getm_notAfter(pointer), Int(end.timeIntervalSince1970)) != nil,
            X509_NAME_add_entry_by_NID(X509_get_subject_name(pointer), NID_commonName, MBSTRING_FLAG, name, Int32(name.utf8.count), -1, 0) == 1,
            X509_set_issuer_name(pointer, X509_get_subject_name(pointer)) == 1, X509_set_pubkey(pointer, key.key.pointer) == 1
        else { throw Self.failure }
    }

    /// - Parameter issuer: the authority; `nil` for one that signs itself.
    func add(_ purpose: Purpose, issuer: Certificate? = nil) throws(CryptographyError) {
        let subject = certificate.pointer
        guard let issuer else { return try add(purpose, subject: subject, issuer: subject) }
        let other = try X509Certificate(der: issuer.der)
        guard X509_set_issuer_name(subject, X509_get_subject_name(other.pointer)) == 1 else { throw Self.failure }
        try add(purpose, subject: subject, issuer: other.pointer)
    }

    private func add(_ purpose: Purpose, subject: OpaquePointer, issuer: OpaquePointer) throws(CryptographyError) {
        let extensions: [(Int32, String)] =
            switch purpose {
            case .authority(let permitted):
                [
                    (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
                    (NID_subject_key_identifier, "hash"),
                    (NID_name_constraints, (["critical"] + permitted.map { "permitted;\($0)" }).joined(separator: ",")),
                ]
            case .server(let names):
                [
                    (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"), (NID_ext_key_usage, "serverAuth"),
                    (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always"), (NID_subject_alt_name, names),
                ]
            }
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, subject, nil, nil, 0)
        for (identifier, value) in extensions {
            guard let made = X509V3_EXT_conf_nid(nil, &context, identifier, value) else { throw Self.failure }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(subject, made, -1) == 1 else { throw Self.failure }
        }
    }

    func signed(by key: PrivateKey) throws(CryptographyError) -> Certificate {
        guard X509_sign(certificate.pointer, key.key.pointer, EVP_sha256()) > 0 else { throw Self.failure }
        return try Certificate(der: certificate.der())
    }

    private static var failure: CryptographyError {
        ERR_clear_error()
        return CryptographyError(.malformed, "OpenSSL could not write this certificate")
    }
}
