public import Foundation

/// Where tests find things on disk.
public enum Paths {
    /// The root of the checkout.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Test data and real peers kept beside the checkout, when they are there: a test that needs them is skipped with a message otherwise.
    public static func shared(_ path: String) -> URL? {
        let url = root.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// A fresh, empty folder that is removed when the returned value goes away.
    public static func temporaryFolder() throws -> TemporaryFolder { try TemporaryFolder() }
}

/// A folder that lives as long as this object.
public final class TemporaryFolder: Sendable {
    public let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "jarvis-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    public func file(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
