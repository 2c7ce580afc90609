import Base
import Cryptography
import Foundation
private import Glibc

/// The data folder, held by one Jarvis at a time: two on the same database would announce every timer twice.
final class DataFolder {
    let path: String
    private let lock: Int32
    private var hasMachineKey = false

    var database: String { path + "/jarvis.db" }
    /// Where the speech worker listens. In the data folder, unless its path is too long for a socket's address (108 bytes, unix(7)).
    var speechSocket: String {
        let usual = path + "/run/speech.sock"
        return usual.utf8.count < 108 ? usual : "\(FileManager.default.temporaryDirectory.path)/jarvis-\(getuid())-\(getpid())/speech.sock"
    }

    /// Makes the folder where it is missing (mode 0700) and takes hold of it.
    /// - Throws: `StartError` when it cannot be used or another Jarvis runs on it.
    init(path: String) throws {
        self.path = path
        // What Jarvis writes is for its own user only.
        umask(0o077)
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartError("cannot make the data folder \(path) (\(error.localizedDescription)): set JARVIS_HOME to a folder that this user may write")
        }
        lock = open(path + "/jarvis.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw StartError("cannot write in the data folder \(path): set JARVIS_HOME to a folder that this user may write") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw StartError("another Jarvis runs on the data folder \(path): stop it first, or give this one a JARVIS_HOME of its own")
        }
    }

    /// Where the key lies that commands on this machine bring while Jarvis runs.
    static func machineKey(in home: String) -> String { home + "/machine.key" }

    /// Keeps that key, for as long as the folder is held, with the port that it is good for: whoever may read it holds the machine, and commands give it to
    /// nobody but the Jarvis that wrote it.
    func keepMachineKey(_ key: Secret, port: Int) throws {
        let path = Self.machineKey(in: path)
        try? FileManager.default.removeItem(atPath: path)
        guard FileManager.default.createFile(atPath: path, contents: Data("\(port) \(key.reveal())".utf8), attributes: [.posixPermissions: 0o600]) else {
            throw StartError("cannot write in the data folder \(self.path): set JARVIS_HOME to a folder that this user may write")
        }
        hasMachineKey = true
    }

    deinit {
        if hasMachineKey { try? FileManager.default.removeItem(atPath: Self.machineKey(in: path)) }
        close(lock)
    }
}
