import Cryptography
import Foundation

/// What a file's bytes hash to.
enum FileDigest {
    private static let step = 1 << 20

    /// `nil` when there is no such file.
    static func sha256(of file: URL) throws -> String? { try digest(.sha256, of: file) }

    static func digest(_ algorithm: Digest.Algorithm, of file: URL) throws -> String? {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
        defer { try? handle.close() }
        var digest = try Digest(algorithm)
        while let piece = try handle.read(upToCount: step), !piece.isEmpty { digest.update(Array(piece)) }
        return digest.hexadecimal()
    }
}
