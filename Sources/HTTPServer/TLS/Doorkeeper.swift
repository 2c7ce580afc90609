private import CShims
import Glibc

/// Takes connections from a listening socket in libmicrohttpd's place, where TLS comes first.
final class Doorkeeper: EventSource {
    private unowned let worker: Worker
    private let listener: Int32
    private var isPaused = false

    /// So that those who are in are not kept waiting by those who come.
    private static let atOnce = 16

    init(_ listener: Int32, worker: Worker) {
        self.listener = listener
        self.worker = worker
        super.init()
        worker.loop.add(listener, self, EventLoop.Interest.read)
    }

    override func ready(_ events: UInt32) { _ = take(Self.atOnce) }

    /// Accepts up to `count` of those the kernel has connected.
    private func take(_ count: Int) -> Bool {
        for _ in 0..<count {
            var address = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let descriptor = withUnsafeMutableBytes(of: &address) {
                shim_accept(listener, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), &length)
            }
            guard descriptor >= 0 else {
                // Out of files: asking again at once would not help.
                if errno == EMFILE || errno == ENFILE { pause() }
                return false
            }
            worker.accepted(descriptor, from: withUnsafeBytes(of: address) { Array($0.prefix(Int(length))) })
        }
        return true
    }

    private func pause() {
        isPaused = true
        worker.loop.change(listener, self, 0)
    }

    /// Called now and then.
    func resume() {
        guard isPaused else { return }
        isPaused = false
        worker.loop.change(listener, self, EventLoop.Interest.read)
    }

    /// Serves whoever the kernel has already connected, and nobody else.
    func stop() {
        while take(Self.atOnce) {}
        worker.loop.remove(listener, self)
        close(listener)
    }
}
