public import Base
import Foundation
public import Lifecycle

/// The copies of the database that migrations leave beside it (`jarvis.db.before-8`): kept for a month, and gone as soon as somebody is erased.
public struct MigrationCopies: Service {
    public let name = "database copies"
    private let path: String
    private let clock: any WallClock
    /// In seconds.
    static let lifetime: TimeInterval = 30 * 86_400

    /// - Parameter path: of the database.
    public init(of path: String, clock: any WallClock = SystemWallClock()) {
        self.path = path
        self.clock = clock
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    Self.remove(of: path, madeBefore: clock.now - Self.lifetime)
                    do { try await clock.sleep(until: clock.now + 86_400) } catch { return }
                }
            }
            await shutdown.wait()
            group.cancelAll()
        }
    }

    /// - Parameter date: younger ones stay; `nil`: none does.
    static func remove(of path: String, madeBefore date: Date? = nil) {
        let url = URL(filePath: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
        for name in names where name.hasPrefix(url.lastPathComponent + ".before-") {
            let copy = url.deletingLastPathComponent().appending(path: name).path
            let made = (try? FileManager.default.attributesOfItem(atPath: copy))?[.modificationDate] as? Date
            if let date, let made, made >= date { continue }
            try? FileManager.default.removeItem(atPath: copy)
        }
    }
}
