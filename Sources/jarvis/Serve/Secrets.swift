import Base
import Configuration
import Cryptography
import Foundation
private import Glibc

/// The secrets of this installation: from the configuration where they are given, else made once and kept in `$JARVIS_HOME/secrets`, readable by their owner only.
struct Secrets {
    /// JARVIS_SECRET_KEY, when there is one: access tokens that it signed are taken, too.
    let shared: Secret?
    /// Wraps the key of the database.
    let encryption: Secret
    /// Where the encryption key is kept, when Jarvis made it.
    let encryptionFile: URL

    /// - Parameter databaseExists: a database without its key cannot be read; a new key would only hide that.
    /// - Throws: `StartError` when the key of an existing database is missing, or a file cannot be read or written.
    init(_ configuration: Configuration, databaseExists: Bool) throws {
        let folder = URL(filePath: configuration.home).appending(path: "secrets")
        encryptionFile = folder.appending(path: "JARVIS_ENCRYPTION_KEY")
        if let given = configuration.encryptionKey {
            encryption = given
        } else if let kept = try Self.read(encryptionFile) {
            encryption = kept
        } else if databaseExists {
            throw StartError(
                "the database in \(configuration.home) is there but its key is not: put the file secrets/JARVIS_ENCRYPTION_KEY back, or set JARVIS_ENCRYPTION_KEY to the key it was made with. Nothing was changed"
            )
        } else {
            encryption = try WrappingKey.generate()
            try Self.write(encryption, to: encryptionFile)
        }
        shared = configuration.secretKey
    }

    /// Puts another key in the place of the one that Jarvis made.
    func replaceEncryptionKey(with key: Secret) throws { try Self.write(key, to: encryptionFile, replacing: true) }

    private static func read(_ file: URL) throws -> Secret? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        guard let text = try? String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else {
            throw StartError("the secret file \(file.path) is empty or cannot be read; make it readable for this user, or put back a copy of it")
        }
        // Whoever copied it here may have left it open to others.
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return Secret(text)
    }

    /// Written beside, then renamed: a crash leaves a whole secret.
    private static func write(_ secret: Secret, to file: URL, replacing: Bool = false) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let draft = file.appendingPathExtension("new")
            try? manager.removeItem(at: draft)
            guard manager.createFile(atPath: draft.path, contents: Data((secret.reveal() + "\n").utf8), attributes: [.posixPermissions: 0o600]) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: draft)
            try handle.synchronize()
            try handle.close()
            guard replacing || !manager.fileExists(atPath: file.path), rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteFileExists) }
            // The name, too: what opens with this key alone must not reach the disk before it.
            let folder = try FileHandle(forReadingFrom: file.deletingLastPathComponent())
            try folder.synchronize()
            try folder.close()
        } catch {
            throw StartError("cannot write the secret \(file.path): \(error.localizedDescription)")
        }
    }
}

/// Why Jarvis does not start, and what to do.
struct StartError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
