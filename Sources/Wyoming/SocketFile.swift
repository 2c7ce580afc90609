private import Glibc

/// The file of a listening unix socket.
struct SocketFile: Sendable, Hashable {
    private let path: String
    private let device: UInt64
    private let inode: UInt64

    /// Remembers which file stands at `path` now.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.path = path
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }

    /// Removes the file unless another has taken its place.
    func remove() {
        if SocketFile(path) == self { unlink(path) }
    }

    /// Makes the folders that are missing (0700), and removes what a dead server left.
    static func makeRoom(at path: String, _ address: SocketAddress) throws(WyomingError) {
        for slash in path.indices.dropFirst() where path[slash] == "/" {
            let folder = String(path[..<slash])
            var status = stat()
            if stat(folder, &status) != 0, mkdir(folder, 0o700) != 0, errno != EEXIST {
                throw Socket.failure("the folder \(folder) could not be made", .unreachable)
            }
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw WyomingError(.unreachable, "\(path) exists and is not a socket: choose another path")
        }
        let probe = try Socket.make(family: AF_UNIX)
        let result = address.withPointer { connect(probe.descriptor, $0, $1) }
        guard result != 0, errno == ECONNREFUSED else {
            throw WyomingError(.unreachable, "another server listens on \(path): stop it, or choose another path")
        }
        guard unlink(path) == 0 else { throw Socket.failure("the old socket \(path) could not be removed", .unreachable) }
    }
}
