private import COpenSSL
import Foundation

/// OpenSSL's view of a certificate, while something is done with it.
final class X509Certificate {
    let pointer: OpaquePointer

    /// Takes ownership of an X509.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { X509_free(pointer) }

    /// - Throws: `.malformed` for what is no certificate, or is followed by something.
    convenience init(der: [UInt8]) throws(CryptographyError) {
        let (pointer, isWhole) = der.withUnsafeBufferPointer { bytes in
            var next = bytes.baseAddress
            let pointer = d2i_X509(nil, &next, bytes.count)
            return (pointer, next == bytes.baseAddress.map { $0 + bytes.count })
        }
        guard let pointer else {
            ERR_clear_error()
            throw CryptographyError(.malformed, "not a certificate")
        }
        self.init(owning: pointer)
        if !isWhole { throw CryptographyError(.malformed, "something follows the certificate") }
    }

    func der() throws(CryptographyError) -> [UInt8] {
        var out: UnsafeMutablePointer<UInt8>?
        let length = i2d_X509(pointer, &out)
        guard length > 0, let out else {
            ERR_clear_error()
            throw CryptographyError(.unavailable, "OpenSSL could not write a certificate")
        }
        defer { CRYPTO_free(out, nil, 0) }
        return Array(UnsafeBufferPointer(start: out, count: Int(length)))
    }

    var notBefore: Date? { Self.date(X509_get0_notBefore(pointer)) }
    var notAfter: Date? { Self.date(X509_get0_notAfter(pointer)) }

    private static func date(_ time: UnsafePointer<ASN1_TIME>?) -> Date? {
        var parts = tm()
        guard ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
        return Date(timeIntervalSince1970: Double(timegm(&parts)))
    }

    /// The common name of whom it is for; empty when there is none.
    var commonName: String {
        let name = X509_get_subject_name(pointer)
        let index = X509_NAME_get_index_by_NID(name, NID_commonName, -1)
        guard index >= 0, let data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)) else { return "" }
        var out: UnsafeMutablePointer<UInt8>?
        let length = ASN1_STRING_to_UTF8(&out, data)
        guard length >= 0, let out else { return "" }
        defer { CRYPTO_free(out, nil, 0) }
        return String(decoding: UnsafeBufferPointer(start: out, count: Int(length)), as: UTF8.self)
    }

    var isAuthority: Bool { X509_check_ca(pointer) == 1 }

    func permitsNames(of other: X509Certificate) -> Bool {
        guard let limits = X509_get_ext_d2i(pointer, NID_name_constraints, nil, nil) else { return true }
        let constraints = limits.assumingMemoryBound(to: NAME_CONSTRAINTS.self)
        defer { NAME_CONSTRAINTS_free(constraints) }
        // OpenSSL looks at names that it has read before; asking for a certificate's purposes reads them.
        return X509_check_purpose(other.pointer, -1, 0) == 1 && NAME_CONSTRAINTS_check(other.pointer, constraints) == X509_V_OK
    }

    /// DNS names and addresses that it is good for (RFC 5280, section 4.2.1.6), addresses as bytes.
    func alternativeNames() -> (dns: [String], addresses: [[UInt8]]) {
        guard let names = X509_get_ext_d2i(pointer, NID_subject_alt_name, nil, nil) else { return ([], []) }
        let stack = OpaquePointer(names)
        defer { GENERAL_NAMES_free(stack) }
        var dns: [String] = [], addresses: [[UInt8]] = []
        for index in 0..<max(0, OPENSSL_sk_num(stack)) {
            var kind: Int32 = 0
            guard let name = OPENSSL_sk_value(stack, index)?.assumingMemoryBound(to: GENERAL_NAME.self),
                let value = GENERAL_NAME_get0_value(name, &kind), kind == GEN_DNS || kind == GEN_IPADD
            else { continue }
            let string = value.assumingMemoryBound(to: ASN1_STRING.self)
            let bytes = Array(UnsafeBufferPointer(start: ASN1_STRING_get0_data(string), count: Int(ASN1_STRING_length(string))))
            if kind == GEN_DNS { dns.append(String(decoding: bytes, as: UTF8.self)) } else { addresses.append(bytes) }
        }
        return (dns, addresses)
    }
}
