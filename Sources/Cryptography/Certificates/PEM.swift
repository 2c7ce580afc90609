private import COpenSSL

/// Memory that OpenSSL reads from or writes to as if it were a file.
final class MemoryFile {
    let pointer: OpaquePointer

    /// - Parameter bytes: what is to be read; they are copied.
    init(_ bytes: [UInt8] = []) throws(CryptographyError) {
        guard let pointer = BIO_new(BIO_s_mem()) else { throw CryptographyError(.unavailable, "OpenSSL has no memory left") }
        self.pointer = pointer
        guard bytes.isEmpty || BIO_write(pointer, bytes, Int32(bytes.count)) == Int32(bytes.count) else {
            throw CryptographyError(.unavailable, "OpenSSL has no memory left")
        }
    }

    deinit { BIO_free(pointer) }

    /// All that was written.
    func contents() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: BIO_ctrl_pending(pointer)) { out, count in
            count = max(0, Int(BIO_read(pointer, out.baseAddress, Int32(out.count))))
        }
    }
}

enum PEM {
    /// Bytes of a file of certificates or a key that are looked at.
    static let limit = 256 * 1024
}
