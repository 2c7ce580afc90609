import Base
private import CCrypt
private import CSodium

/// bcrypt hashes (Provos and Mazières 1999) that came from elsewhere: checked through crypt_r(3), so that their owners can sign in once more and get a better one.
enum Bcrypt {
    /// `$2b$12$`, 22 characters of salt, 31 of hash. `$2x$` marks the hashes of a broken program and is not taken.
    static func isHash(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 60 && (bytes.starts(with: "$2a$".utf8) || bytes.starts(with: "$2b$".utf8) || bytes.starts(with: "$2y$".utf8))
    }

    /// A cost beyond 2¹⁵ (some seconds) is nobody's hash and would only hold up others.
    private static let costs = 4...15

    /// bcrypt looks at the first 72 bytes of a password and no further; a NUL byte would end it early and is refused.
    static func verify(_ password: Secret, against hash: String) -> Bool {
        let parts = hash.split(separator: "$")
        guard parts.count == 3, let cost = Int(parts[1]), costs.contains(cost), !password.reveal().utf8.contains(0) else { return false }
        let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
        sodium_memzero(data, MemoryLayout<crypt_data>.size)
        defer {
            sodium_memzero(data, MemoryLayout<crypt_data>.size)
            data.deallocate()
        }
        guard let result = crypt_r(password.reveal(), hash, data) else { return false }
        return ConstantTime.equals(Array(String(cString: result).utf8), Array(hash.utf8))
    }
}
