private import CShims
import Glibc

/// Something that waits for events on a file descriptor. All of it happens on the loop's thread.
class EventSource {
    func ready(_ events: UInt32) {}
}

/// One epoll and one thread: waits for descriptors, runs tasks, ticks for deadlines.
final class EventLoop: @unchecked Sendable {
    // @unchecked: after `start`, everything but `executor` is used on the loop's thread only.
    struct Interest {
        static let read = UInt32(EPOLLIN.rawValue)
        static let write = UInt32(EPOLLOUT.rawValue)
        static let hangUp = UInt32(EPOLLRDHUP.rawValue) | UInt32(EPOLLHUP.rawValue) | UInt32(EPOLLERR.rawValue)
        /// Both directions are over. Reported whether one is interested or not.
        static let gone = UInt32(EPOLLHUP.rawValue) | UInt32(EPOLLERR.rawValue)
        static let peerLeftOnce = UInt32(EPOLLRDHUP.rawValue) | UInt32(EPOLLONESHOT.rawValue)
    }

    let executor: LoopExecutor
    private let epoll: Int32
    private let event: Int32
    private var retired: [EventSource] = []
    private var isStopping = false

    /// Called after tasks have run, before waiting.
    var afterTasks: () -> Void = {}
    /// Milliseconds until the loop must not wait any longer.
    var timeout: () -> Int32 = { 1000 }
    /// Called when the wait ended without an event.
    var timedOut: () -> Void = {}
    /// Called after each round.
    var afterEvents: () -> Void = {}

    init() throws(HTTPServerError) {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        let event = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        self.event = event
        guard epoll >= 0, event >= 0 else {
            throw HTTPServerError(.cannotListen, "cannot make an event loop (\(String(cString: strerror(errno)))): raise the limit of open files (ulimit -n)")
        }
        executor = LoopExecutor {
            var one: UInt64 = 1
            _ = write(event, &one, 8)
        }
        var interest = epoll_event(events: Interest.read, data: epoll_data_t(u64: 0))
        epoll_ctl(epoll, EPOLL_CTL_ADD, event, &interest)
    }

    deinit {
        close(epoll)
        close(event)
    }

    func add(_ descriptor: Int32, _ source: EventSource, _ events: UInt32) {
        control(EPOLL_CTL_ADD, descriptor, source, events)
    }

    func change(_ descriptor: Int32, _ source: EventSource, _ events: UInt32) {
        control(EPOLL_CTL_MOD, descriptor, source, events)
    }

    /// Stops waiting for `descriptor`. Must come before it is closed; `source` lives until the current batch of events is through.
    func remove(_ descriptor: Int32, _ source: EventSource) {
        epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, nil)
        retired.append(source)
    }

    private func control(_ operation: Int32, _ descriptor: Int32, _ source: EventSource, _ events: UInt32) {
        var interest = epoll_event(events: events, data: epoll_data_t(ptr: Unmanaged.passUnretained(source).toOpaque()))
        epoll_ctl(epoll, operation, descriptor, &interest)
    }

    func stop() { isStopping = true }

    /// The life of the loop's thread.
    func run() {
        executor.adoptThread()
        let capacity = 256
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: capacity)
        defer { events.deallocate() }
        while true {
            // What runs may resume connections, and running those may make more tasks.
            repeat {
                executor.drain()
                afterTasks()
            } while executor.hasWork
            if isStopping { break }
            let count = epoll_wait(epoll, events, Int32(capacity), timeout())
            if count == 0 { timedOut() }
            for index in 0..<max(0, Int(count)) {
                if events[index].data.u64 == 0 {
                    var value: UInt64 = 0
                    _ = read(event, &value, 8)
                } else if let source = events[index].data.ptr {
                    Unmanaged<EventSource>.fromOpaque(source).takeUnretainedValue().ready(events[index].events)
                }
            }
            afterEvents()
            retired.removeAll(keepingCapacity: true)
        }
        executor.close()
    }
}

/// Starts a thread of its own for `body`.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let box = Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let result = pthread_create(
        &thread, nil,
        { argument in
            if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }, box.toOpaque())
    if result != 0 { box.release() } else { pthread_detach(thread) }
    return result == 0
}
