public import Base
private import Cryptography
public import Domain
public import Foundation
public import Lifecycle
public import Observability
private import Synchronization

/// The audit trail: takes events without waiting, chains them, and writes them in batches.
///
/// Start it before everything that records, so that it ends after it. What is in the queue when the process is killed is lost, at most `Limits.queue` events;
/// the chain on disk verifies whatever happens.
public final class AuditLog: AuditTrail, Service {
    public struct Limits: Sendable {
        /// Events that wait; more are dropped and counted.
        public var queue = 4096
        /// Events written at once.
        public var batch = 256
        /// After how many seconds entries are cut off.
        public var retention: TimeInterval = 365 * 86_400

        public init(retention: TimeInterval = 365 * 86_400, queue: Int = 4096, batch: Int = 256) {
            self.retention = retention
            self.queue = queue
            self.batch = batch
        }
    }

    private struct Pending: Sendable {
        let at: Int64
        let event: AuditEvent
    }

    private struct State {
        var waiting: [Pending] = []
        var flood = AuditFlood()
        var dropped = 0
        var isWriting = false
        var isStopping = false
        var idlers: [CheckedContinuation<Void, Never>] = []
        /// The end of the chain; only the writer moves it on.
        var tail = (number: Int64(0), hash: AuditChain.genesis)
    }

    /// Texts of events are cut to so many characters: clients choose some of them.
    private static let textLimit = 200
    private static let day: TimeInterval = 86_400

    public let name = "audit"
    let chain: AuditChain
    let store: any AuditStore
    let head: AuditHead
    private let limits: Limits
    private let clock: any WallClock
    private let log: Logger
    private let events: Family<Counter>
    private let drops: Counter
    private let broken: Gauge
    private let listener: @Sendable (AuditEvent, Date) -> Void
    private let wakeup = Wakeup()
    private let state = Mutex(State())

    /// - Parameters:
    ///   - head: where the end of the chain is kept a second time.
    ///   - listener: hears of every event that is recorded, kept or not. Must not wait.
    public init(
        chain: AuditChain, store: any AuditStore, head: AuditHead, limits: Limits = Limits(), metrics: Metrics, clock: any WallClock = SystemWallClock(),
        log: Logger, listener: @escaping @Sendable (AuditEvent, Date) -> Void = { _, _ in }
    ) {
        self.chain = chain
        self.store = store
        self.head = head
        self.limits = limits
        self.clock = clock
        self.log = log
        self.listener = listener
        events = metrics.counters("jarvis_security_events_total", "Security events, by what was done and what came of it.", labels: ["action", "outcome"])
        drops = metrics.counter("jarvis_audit_dropped_total", "Events that the audit trail had no room for.")
        broken = metrics.gauge("jarvis_audit_broken", "1 when the audit trail was changed by other hands.")
    }

    // MARK: recording

    public func record(_ event: AuditEvent) {
        var event = event
        event.name = Self.clipped(event.name)
        event.address = Self.clipped(event.address)
        event.target = Self.clipped(event.target)
        let now = clock.now
        events[event.action.rawValue, event.outcome.rawValue].increment()
        listener(event, now)
        let isDropped = state.withLock { state in
            guard state.waiting.count < limits.queue, state.flood.admits(event, at: now.milliseconds) else {
                state.dropped += 1
                return true
            }
            state.waiting.append(Pending(at: now.milliseconds, event: event))
            return false
        }
        if isDropped { drops.increment() } else { wakeup.signal() }
    }

    private static func clipped(_ text: String) -> String {
        if text.utf8.count <= textLimit, text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(textLimit)))
    }

    /// Returns when all that was recorded before is written, or could not be.
    public func settled() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.waiting.isEmpty && !state.isWriting { return true }
                state.idlers.append(continuation)
                return false
            }
            if isIdle { continuation.resume() }
        }
    }

    // MARK: the service

    /// Finds the end of the chain. What is missing there is recorded for good: the chain goes on from where it should have ended.
    public func start() async throws {
        let last = try await store.lastAuditRecord().map { ($0.number, $0.hash) }
        let start = try await store.auditStart().map { ($0.number, $0.hash) }
        var tail = last ?? start ?? (0, AuditChain.genesis)
        switch head.read() {
        case .anchor(let anchor) where try chain.isGenuine(anchor, .head):
            if anchor.number > tail.0 {
                lacks("\(tail.0 + 1)-\(anchor.number)")
                tail = (anchor.number, anchor.hash)
            }
        case .absent where tail.0 == 0: break
        case .absent, .unreadable, .anchor: lacks("anchor")
        }
        state.withLock { $0.tail = tail }
    }

    private func lacks(_ what: String) {
        log.error("the audit trail lacks something; 'jarvis audit verify' says more", ["missing": what])
        broken.set(1)
        record(AuditEvent(.auditGap, .refused, target: what))
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup { group in
            group.addTask { await self.keep() }
            group.addTask {
                await shutdown.wait()
                self.state.withLock { $0.isStopping = true }
                self.wakeup.signal()
            }
            await write()
            group.cancelAll()
        }
    }

    private func write() async {
        var failures = 0
        while !Task.isCancelled {
            let (batch, isStopping) = next()
            if batch.isEmpty {
                if isStopping { return }
                await wakeup.wait()
                continue
            }
            do {
                try await append(batch)
                failures = 0
                finish(nil)
            } catch {
                log.error("the audit trail could not be written", ["error": "\(error)", "events": "\(batch.count)"])
                finish(batch)
                if isStopping { return }
                failures += 1
                try? await clock.sleep(until: clock.now + Double(min(60, 1 << min(failures, 6))))
            }
        }
    }

    /// The events to write now; the last of a batch says how many there was no room for.
    private func next() -> (batch: [Pending], isStopping: Bool) {
        let now = clock.now.milliseconds
        return state.withLock { state in
            var batch = Array(state.waiting.prefix(limits.batch))
            state.waiting.removeFirst(batch.count)
            if state.dropped > 0, state.waiting.isEmpty, !batch.isEmpty || state.isStopping {
                batch.append(Pending(at: now, event: AuditEvent(.auditGap, .failed, target: "\(state.dropped)")))
                state.dropped = 0
            }
            state.isWriting = !batch.isEmpty
            return (batch, state.isStopping)
        }
    }

    private func append(_ batch: [Pending]) async throws {
        var (number, hash) = state.withLock { $0.tail }
        let records = try batch.map { pending in
            number += 1
            let record = try chain.record(pending.event, number: number, at: pending.at, after: hash)
            hash = record.hash
            return record
        }
        try await store.append(records)
        state.withLock { [number, hash] in $0.tail = (number, hash) }
        do {
            try head.write(chain.anchor(.head, number: number, hash: hash))
        } catch {
            log.error("the anchor of the audit trail could not be written", ["error": "\(error)"])
        }
    }

    /// - Parameter unwritten: goes back to the front of the queue.
    private func finish(_ unwritten: [Pending]?) {
        let idlers: [CheckedContinuation<Void, Never>] = state.withLock { state in
            state.isWriting = false
            if let unwritten { state.waiting.insert(contentsOf: unwritten, at: 0) } else if !state.waiting.isEmpty { return [] }
            defer { state.idlers = [] }
            return state.idlers
        }
        for idler in idlers { idler.resume() }
    }

    // MARK: keeping

    /// Once a day: looks whether all is there, then cuts what is too old.
    private func keep() async {
        while !Task.isCancelled {
            do {
                let report = try await verify()
                broken.set(report.isIntact ? 0 : 1)
                if let fault = report.faults.first {
                    log.error("the audit trail was changed by other hands; 'jarvis audit verify' says more", ["first": "\(fault.kind) \(fault.first)"])
                    // Heard by who alerts, but no entry: the fault stays, and so would one more each day.
                    listener(AuditEvent(.auditGap, .refused, target: "\(fault.first)"), clock.now)
                }
                try await cut()
            } catch {
                log.error("the audit trail could not be looked through", ["error": "\(error)"])
            }
            do { try await clock.sleep(until: clock.now + Self.day) } catch { return }
        }
    }

    /// Cuts what is older than the retention; returns how many entries went.
    @discardableResult
    public func cut() async throws -> Int {
        guard let last = try await store.lastAuditRecord(before: clock.now - limits.retention) else { return 0 }
        let count = try await store.cutAudit(to: chain.anchor(.start, number: last.number, hash: last.hash))
        if count > 0 { record(AuditEvent(.auditCut, .done, target: "\(last.number)")) }
        return count
    }

    /// Reads the whole trail.
    public func verify() async throws -> AuditReport { try await AuditReader(chain: chain, store: store, head: head).verify() }

    /// Takes the details out of all entries about somebody, so that the chain stays whole; returns how many there were.
    public func erase(_ user: User) async throws -> Int {
        await settled()
        var before: Int64?, count = 0
        while true {
            let page = try await store.auditRecords(AuditFilter(household: user.household), before: before, limit: AuditReader.pageSize)
            guard let last = page.last else { return count }
            let (name, id) = (AuditFilter(who: user.name), AuditFilter(who: user.id.description))
            let theirs = page.filter { $0.details != nil && (name.isAbout($0.details) || id.isAbout($0.details)) }
            try await store.eraseAuditDetails(Dictionary(uniqueKeysWithValues: theirs.map { ($0.number, try chain.erasure(of: $0)) }))
            count += theirs.count
            before = last.number
        }
    }
}
