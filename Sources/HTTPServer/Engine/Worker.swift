import Base
private import CMicroHTTPD
private import CShims
import Glibc
import Observability

/// One event loop with its own libmicrohttpd daemon, on its own thread. Everything but `init` and `start` happens on that thread.
final class Worker: EventSource, @unchecked Sendable {
    // @unchecked: owned by the loop's thread after `start`; other threads come in through `loop.executor.post`.
    let loop: EventLoop
    let application: Application
    let configuration: HTTPServer.Configuration
    let hooks: ServerHooks
    let log: Logger
    let headReader = HeadReader()
    let security: SecurityFields
    var ids = RequestIDGenerator()
    /// Something was resumed: the daemon must run before the loop waits.
    var needsRun = false
    /// For bytes that nobody wants.
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private(set) var isDraining = false

    let bodies: BodyBudget
    private let ledger: ConnectionLedger
    var places: Places
    private let ended: Latch
    private(set) var daemon: OpaquePointer?
    private var connections: [Connection] = []
    private var webSockets: [ObjectIdentifier: WebSocketConnection] = [:]
    private var lingering: [ObjectIdentifier: Lingering] = [:]
    var relays: [ObjectIdentifier: TLSRelay] = [:]
    private var doorkeeper: Doorkeeper?
    /// The one whose connection libmicrohttpd is being given.
    var arriving: TLSRelay?
    private var nextTick: UInt64 = 0
    private var drainDeadline: UInt64 = 0

    private static let lingeringNanoseconds: UInt64 = 3_000_000_000
    private static let maximumLingering = 256
    /// Milliseconds between two looks at what is left while the server stops.
    private static let drainingTick: UInt64 = 10

    init(
        application: Application, configuration: HTTPServer.Configuration, hooks: ServerHooks, log: Logger, ledger: ConnectionLedger, places: Places,
        bodies: BodyBudget, ended: Latch
    ) throws(HTTPServerError) {
        loop = try EventLoop()
        self.application = application
        self.configuration = configuration
        self.hooks = hooks
        self.log = log
        self.ledger = ledger
        self.places = places
        self.bodies = bodies
        self.ended = ended
        security = SecurityFields(configuration.securityHeaders)
    }

    deinit { scratch.deallocate() }

    /// Starts the daemon on a listening socket and the thread. The socket belongs to the worker from here on.
    func start(listening descriptor: Int32) throws(HTTPServerError) {
        var options = shim_mhd_options()
        options.context = Unmanaged.passUnretained(self).toOpaque()
        options.listen_fd = configuration.tls == nil ? descriptor : -1
        options.idle_seconds = UInt32(clamping: max(1, (configuration.deadlines.idle.nanoseconds + 999_999_999) / 1_000_000_000))
        options.connection_memory = max(16 << 10, configuration.limits.head * 2)
        options.accept_policy = { context, address, _ in
            guard let context else { return .NO }
            return Worker.from(context).admits(PeerAddress(address)) ? .YES : .NO
        }
        options.connection = { context, handle, state, event in
            guard let context, let handle, let state else { return }
            if event == .CONNECTION_NOTIFY_STARTED { Worker.from(context).opened(handle, state) } else { Worker.from(context).closed(state) }
        }
        options.request_line = { context, target, handle in
            guard let context, let handle, let state = shim_mhd_socket_context(handle) else { return nil }
            return Worker.from(context).requestLine(target, handle, Unmanaged<Connection>.fromOpaque(state).takeUnretainedValue())
        }
        options.handler = { _, _, _, method, version, data, size, state in
            guard let state = state?.pointee, let size else { return .NO }
            return Unmanaged<Exchange>.fromOpaque(state).takeUnretainedValue().step(method: method, version: version, data: data, size: &size.pointee)
                ? .YES : .NO
        }
        options.completed = { _, _, state, code in
            guard let state, let pointer = state.pointee else { return }
            state.pointee = nil
            Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue().finished(isWhole: code == .REQUEST_TERMINATED_COMPLETED_OK, at: monotonicNanoseconds())
        }
        guard let daemon = shim_mhd_start(&options) else {
            throw HTTPServerError(.cannotListen, "the HTTP engine could not start: raise the limit of open files (ulimit -n)")
        }
        self.daemon = daemon
        loop.add(shim_mhd_epoll_fd(daemon), self, EventLoop.Interest.read)
        if configuration.tls != nil { doorkeeper = Doorkeeper(descriptor, worker: self) }
        loop.afterTasks = { [unowned self] in if needsRun { run() } }
        loop.timeout = { [unowned self] in timeout() }
        loop.timedOut = { [unowned self] in run() }
        loop.afterEvents = { [unowned self] in tickIfDue() }
        guard startThread({ self.live() }) else {
            throw HTTPServerError(.cannotListen, "a thread could not be started: raise the limit of processes (ulimit -u)")
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> Worker { Unmanaged<Worker>.fromOpaque(context).takeUnretainedValue() }

    private func live() {
        loop.run()
        ended.countDown()
    }

    override func ready(_ events: UInt32) { run() }

    private func run() {
        needsRun = false
        if let daemon { MHD_run(daemon) }
    }

    private func timeout() -> Int32 {
        if needsRun { return 0 }
        var milliseconds: UInt64 = 0
        let ticks: UInt64 =
            isDraining ? Self.drainingTick : connections.isEmpty && lingering.isEmpty && relays.isEmpty ? 60_000 : configuration.deadlines.tick / 1_000_000
        guard let daemon, MHD_get_timeout(daemon, &milliseconds) == .YES else { return Int32(ticks) }
        return Int32(min(milliseconds, ticks))
    }

    // MARK: Connections

    private func opened(_ handle: OpaquePointer, _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>) {
        let connection = Connection(handle, worker: self, relay: arriving)
        connection.index = connections.count
        connection.deadline = monotonicNanoseconds() + configuration.deadlines.head.nanoseconds
        connections.append(connection)
        state.pointee = Unmanaged.passUnretained(connection).toOpaque()
        places.take(connection)
        hooks.connections?(1)
    }

    private func closed(_ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>) {
        guard let pointer = state.pointee else { return }
        state.pointee = nil
        let connection = Unmanaged<Connection>.fromOpaque(pointer).takeUnretainedValue()
        connection.unwatch()
        giveUpPlace(connection)
        let last = connections.removeLast()
        if last !== connection {
            connections[connection.index] = last
            last.index = connection.index
        }
        hooks.connections?(-1)
    }

    func isProxy(_ peer: PeerAddress) -> Bool { configuration.trustedProxies.contains(peer.address) }

    /// Whether one more connection may come in; for that, another may have to go.
    func admits(_ peer: PeerAddress) -> Bool {
        let isProxy = isProxy(peer), network = peer.network
        guard isProxy || ledger.admits(network) else { return false }
        switch places.place(for: network, isProxy: isProxy) {
        case .free: break
        case .none: return false
        case .after(let leaving):
            giveUpPlace(leaving)
            leaving.evict()
            needsRun = true
        }
        return true
    }

    func giveUpPlace(_ connection: WaitingConnection) {
        if places.give(up: connection), !connection.isSilent { ledger.closed(connection.network) }
    }

    /// A request's head has come.
    func speaks(_ connection: Connection) {
        if places.speaks(connection) { ledger.spoke(connection.network) }
    }

    /// It waits for the next request.
    func rests(_ connection: Connection) { places.rests(connection) }

    private func requestLine(_ target: UnsafePointer<CChar>?, _ handle: OpaquePointer, _ connection: Connection) -> UnsafeMutableRawPointer {
        let now = monotonicNanoseconds()
        connection.phase = .head
        connection.deadline = now + configuration.deadlines.head.nanoseconds
        let exchange = Exchange(worker: self, connection: connection, handle: handle, target: target, startedAt: now)
        connection.exchange = exchange
        return Unmanaged.passRetained(exchange).toOpaque()
    }

    func add(_ webSocket: WebSocketConnection) {
        webSockets[ObjectIdentifier(webSocket)] = webSocket
        hooks.webSockets?(1)
        if isDraining { webSocket.close(.goingAway, "the server stops") }
    }

    func remove(_ webSocket: WebSocketConnection) {
        if webSockets.removeValue(forKey: ObjectIdentifier(webSocket)) != nil { hooks.webSockets?(-1) }
    }

    /// Takes over a descriptor whose peer may still send; see `Connection.linger`.
    func linger(_ descriptor: Int32) {
        guard descriptor >= 0 else { return }
        guard lingering.count < Self.maximumLingering else {
            close(descriptor)
            return
        }
        let source = Lingering(descriptor, worker: self, deadline: monotonicNanoseconds() + Self.lingeringNanoseconds)
        lingering[ObjectIdentifier(source)] = source
        loop.add(descriptor, source, EventLoop.Interest.read | EventLoop.Interest.hangUp)
    }

    func endLingering(_ source: Lingering) {
        guard lingering.removeValue(forKey: ObjectIdentifier(source)) != nil else { return }
        loop.remove(source.descriptor, source)
        close(source.descriptor)
    }

    // MARK: Time

    private func tickIfDue() {
        let now = monotonicNanoseconds()
        if isDraining { return drainRound(now) }
        guard now >= nextTick else { return }
        nextTick = now + configuration.deadlines.tick
        checkDeadlines(now)
    }

    private func checkDeadlines(_ now: UInt64) {
        for connection in connections {
            if connection.deadline != 0 && connection.deadline <= now { connection.deadlinePassed() } else { connection.noticeEndOfFile() }
            if connection.phase == .answering { connection.checkReader(now) }
        }
        for source in Array(lingering.values) where source.deadline <= now { endLingering(source) }
        for relay in Array(relays.values) where relay.deadline != 0 && relay.deadline <= now { relay.drop() }
        doorkeeper?.resume()
        for webSocket in Array(webSockets.values) { webSocket.tick(now) }
        run()
    }

    // MARK: Stopping

    /// Takes no new connection, lets requests in flight finish until `deadline`, then ends the thread.
    func drain(until deadline: UInt64) {
        guard !isDraining else {
            drainDeadline = min(drainDeadline, deadline)
            return
        }
        isDraining = true
        drainDeadline = deadline
        if let daemon { stopListening(daemon) }
        for webSocket in Array(webSockets.values) { webSocket.close(.goingAway, "the server stops") }
        for connection in connections where connection.phase == .waiting { connection.endOfRequests() }
        needsRun = true
    }

    private func stopListening(_ daemon: OpaquePointer) {
        if let doorkeeper {
            self.doorkeeper = nil
            doorkeeper.stop()
        }
        run()
        let listener = MHD_quiesce_daemon(daemon)
        guard listener >= 0 else { return }
        // Whoever the kernel has already connected is served.
        while true {
            var address = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let result = withUnsafeMutableBytes(of: &address) { bytes in
                let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
                let descriptor = accept(listener, address, &length)
                if descriptor >= 0 { MHD_add_connection(daemon, descriptor, address, length) }
                return descriptor
            }
            if result < 0 { break }
        }
        close(listener)
    }

    private func drainRound(_ now: UInt64) {
        checkDeadlines(now)
        for relay in Array(relays.values) where relay.deadline != 0 { relay.drop() }
        if connections.isEmpty && lingering.isEmpty && relays.isEmpty { return end() }
        if now >= drainDeadline {
            if !connections.isEmpty { log.warning("connections were cut at the end of the grace period", ["count": String(connections.count)]) }
            end()
        }
    }

    private func end() {
        guard let daemon else { return }
        for webSocket in Array(webSockets.values) { webSocket.drop() }
        for connection in connections { connection.exchange?.giveUp() }
        // The daemon must not be stopped with suspended connections: running it once ends those that gave up.
        run()
        loop.executor.drain()
        run()
        for relay in Array(relays.values) { relay.drop() }
        for source in Array(lingering.values) { endLingering(source) }
        loop.remove(shim_mhd_epoll_fd(daemon), self)
        MHD_stop_daemon(daemon)
        self.daemon = nil
        loop.stop()
    }
}
