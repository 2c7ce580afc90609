import Foundation
private import Glibc

/// A file for its user's eyes only, that gets its name when it is whole.
enum PrivateFile {
    /// - Parameter body: is given what writes, piece by piece.
    /// - Throws: `Failure` when it cannot be written; what `body` throws.
    static func write<T>(_ path: String, _ body: ((Data) throws -> Void) async throws -> T) async throws -> T {
        let part = path + ".part"
        let failure = Failure(fr: "Impossible d'écrire \(path) ; le dossier existe-t-il ?", en: "Cannot write \(path); does its folder exist?")
        try? FileManager.default.removeItem(atPath: part)
        guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: part)
        else { throw failure }
        defer { try? FileManager.default.removeItem(atPath: part) }
        let value = try await body { data in do { try file.write(contentsOf: data) } catch { throw failure } }
        do { try file.close() } catch { throw failure }
        guard rename(part, path) == 0 else { throw failure }
        return value
    }
}
