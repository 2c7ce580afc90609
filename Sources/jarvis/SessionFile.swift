import Base
import Foundation
import JarvisClient

/// The session of the command line: `$JARVIS_HOME/session.json`, readable by its user alone, and good for one server.
struct SessionFile: CredentialStore {
    private let home: String
    private let server: String
    private var path: String { home + "/session.json" }

    private struct Contents: Codable {
        var server: String
        var credentials: Credentials
    }

    init(home: String, server: URL) {
        self.home = home
        self.server = server.absoluteString
    }

    func read() throws -> Credentials? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        // A file that cannot be understood is as good as none: signing in again replaces it.
        guard let contents = try? JSON.decode(Contents.self, from: data), contents.server == server else { return nil }
        return contents.credentials
    }

    func write(_ credentials: Credentials?) throws {
        guard let credentials else {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            return
        }
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let data = try JSON.encode(Contents(server: server, credentials: credentials), pretty: true)
        // Written whole beside it and moved over it, so that nobody ever reads half a file or a readable one.
        let fresh = path + ".\(getpid())"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unwritable() }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: data)
        try handle.close()
        guard rename(fresh, path) == 0 else { throw unwritable() }
    }

    func exclusively<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        let descriptor = open(home + "/session.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable() }
        defer { close(descriptor) }
        // Asked for again and again rather than waited for, because waiting would block a thread of the pool. Whoever holds it ends soon.
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 { try await Task.sleep(for: .milliseconds(20)) }
        return try await body()
    }

    private func unwritable() -> Failure {
        Failure(
            fr: "Impossible d'écrire dans \(home) ; vérifiez les droits, ou donnez un autre dossier dans JARVIS_HOME.",
            en: "Cannot write to \(home); check its permissions, or name another folder in JARVIS_HOME.")
    }
}
