import Foundation

/// Outputs that are compared with files under Tests/Golden, byte for byte. `RECORD_GOLDEN=1 swift test` writes them anew; read the difference before committing it.
public enum Golden {
    /// The committed text; `nil` when there is no such file.
    /// - Parameter path: below the root of the checkout.
    public static func text(_ path: String, now: String) throws -> String? {
        let url = Paths.root.appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(now.utf8).write(to: url)
        }
        return try? String(contentsOf: url, encoding: .utf8)
    }
}
