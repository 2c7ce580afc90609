private import Glibc

/// An open regular file and what the system says about it.
final class OpenFile: Sendable {
    let descriptor: Int32
    let size: Int
    /// Seconds since 1970.
    let modified: Int
    /// Changes with the content, as far as size and time of change tell.
    let tag: String

    /// Opens for reading; `nil` for what does not exist, may not be read or is not a regular file. Blocks: not for an event loop.
    init?(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec
        tag = String(status.st_mtim.tv_sec, radix: 16) + "-" + String(status.st_mtim.tv_nsec, radix: 16) + "-" + String(status.st_size, radix: 16)
    }

    /// The whole content; `nil` when it cannot be read. Blocks: not for an event loop.
    func readAll() -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let result = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, count)
                if result <= 0 { break }
                count += result
            }
            isWhole = count == size
        }
        return isWhole ? bytes : nil
    }

    deinit { close(descriptor) }
}
