private import CSodium

/// The one place where libsodium is made ready.
enum Sodium {
    /// `sodium_init` may be called from several threads and more than once; it returns -1 only when no random source can be had.
    private static let ready = sodium_init() >= 0

    static func initialise() throws(CryptographyError) {
        guard ready else { throw CryptographyError(.unavailable, "libsodium found no random source on this machine") }
    }
}

/// Bytes nobody can guess.
public enum RandomBytes {
    public static func make(_ count: Int) throws(CryptographyError) -> [UInt8] {
        try Sodium.initialise()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
