import Configuration
import Foundation
import Speech

extension SpeechWorker.Options {
    /// The models of this installation and of this home, and what came of trying them.
    init(_ configuration: Configuration, listen: String? = nil) {
        let home = configuration.home
        let own = Installation.find("../share/jarvis/speech", orInCheckout: ".jarvis/speech/models")
        // Before the first start there is no such folder, and a command leaves none behind.
        let run = home + "/run"
        self.init(
            listen: listen, models: [home + "/models/speech"] + [own].compactMap { $0 },
            probes: FileManager.default.fileExists(atPath: run) ? run + "/speech-probes.json" : nil, wakeEngine: configuration.wakeEngine.rawValue)
    }
}

/// A folder for the socket of a worker that one process has for itself; removed with this object.
final class SocketFolder: Sendable {
    private let path: String

    var socket: String { path + "/speech.sock" }

    init() throws {
        // A socket's address has 108 bytes (unix(7)), and there is always /tmp.
        let usual = FileManager.default.temporaryDirectory.path
        path = (usual.utf8.count < 80 ? usual : "/tmp") + "/jarvis-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
