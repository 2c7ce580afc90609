private import Glibc

/// The few things the worker does with files.
enum Files {
    /// Size and time of change of a file, or of all that lies in a folder; `nil` when there is nothing.
    static func stamp(_ path: String) -> String? {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        guard found.st_mode & S_IFMT == S_IFDIR else { return "\(found.st_size):\(found.st_mtim.tv_sec).\(found.st_mtim.tv_nsec)" }
        var size = 0, newest = found.st_mtim.tv_sec
        for name in list(path) where stat("\(path)/\(name)", &found) == 0 {
            size += Int(found.st_size)
            newest = max(newest, found.st_mtim.tv_sec)
        }
        return "\(size):\(newest)"
    }

    /// Of a file, or of all that lies in a folder.
    static func size(_ path: String) -> Int { stamp(path)?.split(separator: ":").first.flatMap { Int($0) } ?? 0 }

    static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// What lies in a folder, sorted, without hidden files; empty when there is no folder.
    static func list(_ folder: String) -> [String] {
        guard let open = opendir(folder) else { return [] }
        defer { closedir(open) }
        var names: [String] = []
        while let entry = readdir(open) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// `nil` when it cannot be read or is larger. A pipe that lies there is not waited for.
    static func read(_ path: String, atMost limit: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= limit else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Writes a file whole, or not at all.
    static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
        let temporary = "\(path).new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: sent), bytes.count - sent) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            sent += count
        }
        close(file)
        return sent == bytes.count && rename(temporary, path) == 0
    }
}
