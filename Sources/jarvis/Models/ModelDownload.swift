import Base
import Cryptography
import Foundation
import HTTPClient
import Synchronization

/// Fetches a file of a model: goes on where a broken download ended, and keeps nothing that is not what was expected.
struct ModelDownload: Sendable {
    let client: HTTPClient
    /// Told how many bytes of the file are there, of how many.
    let progress: @Sendable (_ bytes: Int, _ total: Int) -> Void

    /// A hub may send half a gigabyte slowly, but not stop for a minute.
    private static let limits = HTTPRequest.Limits(connect: .seconds(15), total: nil, idle: .seconds(60), bodyBytes: 8 << 30)

    /// Returns the file's SHA-256.
    /// - Throws: `Failure` when it cannot be had, is too large, or is not what the catalogue says.
    func fetch(_ file: CatalogueFile, from base: String, to target: URL) async throws -> String {
        let files = FileManager.default, partial = target.appendingPathExtension("partial")
        if files.fileExists(atPath: target.path), let digest = try? check(file, target) { return digest }
        var have = (try? files.attributesOfItem(atPath: partial.path)[.size] as? Int) ?? 0
        if have > file.size { (have, _) = (0, try? files.removeItem(at: partial)) }
        if have < file.size {
            if !files.fileExists(atPath: partial.path) { _ = files.createFile(atPath: partial.path, contents: nil, attributes: [.posixPermissions: 0o600]) }
            try await receive(file, "\(base)/\(file.path)", into: partial, from: have)
        }
        do {
            let digest = try check(file, partial)
            try? files.removeItem(at: target)
            try files.moveItem(at: partial, to: target)
            return digest
        } catch {
            // Whatever is wrong with it would be wrong the next time, too.
            try? files.removeItem(at: partial)
            throw error
        }
    }

    private func receive(_ file: CatalogueFile, _ url: String, into partial: URL, from start: Int) async throws {
        let handle = try FileHandle(forWritingTo: partial)
        defer { try? handle.close() }
        let written = Mutex(start)
        var request = HTTPRequest(url, limits: Self.limits, redirects: 5)
        if start > 0 { request.headers["Range"] = "bytes=\(start)-" }
        do {
            try await client.stream(request) { head in
                switch head.status {
                case 206 where start > 0: try handle.seek(toOffset: UInt64(start))
                case 200:
                    // A server that does not know ranges begins anew.
                    try handle.truncate(atOffset: 0)
                    written.withLock { $0 = 0 }
                default:
                    throw Failure(
                        fr:
                            "\(url) : le serveur répond \(head.status). Le modèle n'est peut-être plus là ; « jarvis models list --available » montre les autres.",
                        en: "\(url): the server answers \(head.status). The model may be gone; `jarvis models list --available` shows others.")
                }
            } onBody: { bytes in
                let count = written.withLock { count in
                    count += bytes.count
                    return count
                }
                guard count <= file.size else { throw unexpected(file) }
                try handle.write(contentsOf: bytes)
                progress(count, file.size)
            }
        } catch let error as HTTPClientError {
            throw Failure(
                fr: "Le téléchargement s'est arrêté (\(error)). Relancez la commande : elle reprend là où elle en était.",
                en: "The download broke off (\(error)). Run the command again: it goes on where it was.")
        }
        try handle.synchronize()
    }

    /// - Throws: `Failure` when the file is not the one that was expected.
    private func check(_ file: CatalogueFile, _ url: URL) throws -> String {
        guard let digest = try FileDigest.sha256(of: url), (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int) == file.size else {
            throw unexpected(file)
        }
        switch file.checksum {
        case .sha256(let expected): guard digest == expected else { throw unexpected(file) }
        case .md5(let expected): guard try FileDigest.digest(.md5, of: url) == expected else { throw unexpected(file) }
        }
        return digest
    }

    private func unexpected(_ file: CatalogueFile) -> Failure {
        Failure(
            fr: "\(file.path) n'est pas le fichier attendu : il est effacé. Réessayez ; si cela continue, le fichier a changé chez son auteur.",
            en: "\(file.path) is not the file that was expected: it is deleted. Try again; if it goes on, its author has changed the file.")
    }
}
