public import Base
private import COpenSSLTLS
private import Synchronization

/// What a server shows over TLS: its certificate and the key that belongs to it. Can be replaced while the server runs: connections that are open
/// keep what they began with, new ones get the new one, and tickets to resume old sessions end.
///
/// TLS 1.2 and 1.3 with forward secrecy, ALPN `http/1.1`. A private certificate authority is as good as a public one.
public final class TLSIdentity: Sendable {
    private let context: Mutex<TLSContext>

    /// - Parameters:
    ///   - certificates: the server's certificate, then those that lead to the root, in PEM.
    ///   - key: its private key in PEM, without a password.
    /// - Throws: `HTTPServerError.Code.certificateInvalid`, saying which of the two it is.
    public init(certificates: String, key: Secret) throws(HTTPServerError) {
        context = Mutex(try TLSContext(certificates: certificates, key: key))
    }

    /// Throws as `init` does; then the old one stays.
    public func replace(certificates: String, key: Secret) throws(HTTPServerError) {
        let fresh = try TLSContext(certificates: certificates, key: key)
        context.withLock { $0 = fresh }
    }

    func session(on descriptor: Int32) -> TLSSession? { context.withLock { $0 }.session(on: descriptor) }
}

/// OpenSSL's context, which its sessions share and keep alive.
private final class TLSContext: @unchecked Sendable {
    // @unchecked: OpenSSL locks it; not changed after `init`.
    private let pointer: OpaquePointer

    init(certificates: String, key: Secret) throws(HTTPServerError) {
        ERR_clear_error()
        guard let pointer = SSL_CTX_new(TLS_server_method()) else {
            throw HTTPServerError(.certificateInvalid, "OpenSSL cannot be set up: is there memory left?")
        }
        self.pointer = pointer
        SSL_CTX_ctrl(pointer, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        SSL_CTX_set_options(pointer, shim_ssl_server_options)
        SSL_CTX_ctrl(pointer, SSL_CTRL_MODE, shim_ssl_modes, nil)
        // Tickets do without a store here.
        SSL_CTX_ctrl(pointer, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
        guard SSL_CTX_set_cipher_list(pointer, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 else {
            throw HTTPServerError(.certificateInvalid, "this OpenSSL knows no cipher with forward secrecy")
        }
        SSL_CTX_set_alpn_select_cb(
            pointer,
            { _, chosen, length, offered, offeredLength, _ in
                // Lengths and names; whoever offers nothing of ours is refused (RFC 7301, section 3.2).
                let own: [UInt8] = [8] + Array("http/1.1".utf8)
                var position = 0
                while let offered, position < Int(offeredLength) {
                    let end = position + 1 + Int(offered[position])
                    guard end <= Int(offeredLength) else { break }
                    if UnsafeBufferPointer(start: offered + position, count: end - position).elementsEqual(own) {
                        chosen?.pointee = offered + position + 1
                        length?.pointee = 8
                        return SSL_TLSEXT_ERR_OK
                    }
                    position = end
                }
                return SSL_TLSEXT_ERR_ALERT_FATAL
            }, nil)
        try Self.use(certificates, in: pointer)
        try Self.use(key, in: pointer)
        ERR_clear_error()
    }

    deinit { SSL_CTX_free(pointer) }

    private static func use(_ certificates: String, in context: OpaquePointer) throws(HTTPServerError) {
        let count = withInput(certificates) { input in
            var count = 0
            while let certificate = PEM_read_bio_X509(input, nil, nil, nil) {
                let isTaken =
                    count == 0
                    ? SSL_CTX_use_certificate(context, certificate) == 1
                    : SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(certificate)) == 1
                X509_free(certificate)
                guard isTaken else { return 0 }
                count += 1
            }
            return count
        }
        guard count > 0 else {
            throw HTTPServerError(.certificateInvalid, "the certificate cannot be read: give it in PEM, the server's own first, then those above it")
        }
    }

    private static func use(_ key: Secret, in context: OpaquePointer) throws(HTTPServerError) {
        let isTaken = withInput(key.reveal()) { input in
            // Nobody is there to type a password.
            guard let key = PEM_read_bio_PrivateKey(input, nil, { _, _, _, _ in -1 }, nil) else { return false }
            defer { EVP_PKEY_free(key) }
            return SSL_CTX_use_PrivateKey(context, key) == 1 && SSL_CTX_check_private_key(context) == 1
        }
        guard isTaken else {
            throw HTTPServerError(
                .certificateInvalid,
                "the private key cannot be read or is another certificate's: give the one that was made with it, in PEM, without a password")
        }
    }

    private static func withInput<T>(_ text: String, _ body: (OpaquePointer?) -> T) -> T {
        var text = text
        return text.withUTF8 { bytes in
            let input = BIO_new_mem_buf(bytes.baseAddress, Int32(clamping: bytes.count))
            defer { BIO_free(input) }
            return body(input)
        }
    }

    func session(on descriptor: Int32) -> TLSSession? {
        guard let session = SSL_new(pointer) else { return nil }
        guard SSL_set_fd(session, descriptor) == 1 else {
            SSL_free(session)
            return nil
        }
        SSL_set_accept_state(session)
        return TLSSession(session)
    }
}

/// One connection's TLS, on a descriptor that does not block and that it does not close.
final class TLSSession {
    enum Outcome {
        /// Bytes read or written; 0 for a finished handshake.
        case done(Int)
        case wantsToRead, wantsToWrite
        /// The client has said goodbye or just ended.
        case ended
        case failed
    }
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { SSL_free(pointer) }

    func handshake() -> Outcome { outcome { SSL_do_handshake(pointer) == 1 ? 0 : nil } }

    func read(into space: UnsafeMutableRawBufferPointer) -> Outcome {
        outcome {
            let count = SSL_read(pointer, space.baseAddress, Int32(clamping: space.count))
            return count > 0 ? count : nil
        }
    }

    /// Writes some of it. After `wantsToWrite` it must be given the same bytes again.
    func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        outcome {
            let count = SSL_write(pointer, bytes.baseAddress, Int32(clamping: bytes.count))
            return count > 0 ? count : nil
        }
    }

    /// Says goodbye, if there is room for it.
    func close() {
        ERR_clear_error()
        SSL_shutdown(pointer)
    }

    private func outcome(_ attempt: () -> Int32?) -> Outcome {
        // What another session has left there would be taken for our own.
        ERR_clear_error()
        if let count = attempt() { return .done(Int(count)) }
        switch SSL_get_error(pointer, -1) {
        case SSL_ERROR_WANT_READ: return .wantsToRead
        case SSL_ERROR_WANT_WRITE: return .wantsToWrite
        case SSL_ERROR_ZERO_RETURN: return .ended
        default: return .failed
        }
    }
}
