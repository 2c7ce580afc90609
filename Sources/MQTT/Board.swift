private import CShims
private import Foundation
private import Synchronization

/// Where tasks leave what they want of the connection's thread, and wait for what came of it.
final class Board: Sendable {
    enum Request: Sendable {
        case publish(MQTTMessage)
        case subscribe([String], MQTTQuality)
        case unsubscribe([String])
    }

    /// Names one request of one task.
    typealias Ticket = UInt64

    private struct Waiter {
        let continuation: CheckedContinuation<MQTTError?, Never>
        let deadline: ContinuousClock.Instant
        let request: Request
    }

    private struct Contents {
        var state = MQTTConnection.State.connecting(nil)
        var isStopping = false
        var requests: [(ticket: Ticket, request: Request)] = []
        var waiters: [Ticket: Waiter] = [:]
        var filters: [String: MQTTQuality] = [:]
        var lastTicket: Ticket = 0
    }

    private let contents = Mutex(Contents())
    private let broker: String
    private let limits: MQTTOptions.Limits
    /// Readable when the thread is to look here.
    let alarm: Int32

    init(broker: String, limits: MQTTOptions.Limits) throws(MQTTError) {
        self.broker = broker
        self.limits = limits
        alarm = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard alarm >= 0 else { throw MQTTError(.system, "the process has no file descriptor left: raise its limit (ulimit -n)") }
    }

    deinit { close(alarm) }

    // MARK: Tasks

    var state: MQTTConnection.State { contents.withLock { $0.state } }

    func wake() {
        var one: UInt64 = 1
        _ = write(alarm, &one, 8)
    }

    func stop() {
        contents.withLock { $0.isStopping = true }
        wake()
    }

    func ask(_ request: Request, within limit: Duration) async throws(MQTTError) {
        try await ask(request, within: limit) { contents in
            contents.state == .connected ? nil : .some(MQTTError(.notConnected, "there is no connection to the broker \(self.broker)"))
        }
    }

    func subscribe(to filters: [String], quality: MQTTQuality, within limit: Duration) async throws(MQTTError) {
        let most = limits.filters
        try await ask(.subscribe(filters, quality), within: limit) { contents in
            if contents.filters.count + filters.count(where: { contents.filters[$0] == nil }) > most {
                return .some(MQTTError(.busy, "no more than \(most) topic filters can be subscribed to"))
            }
            for filter in filters { contents.filters[filter] = quality }
            return contents.state == .connected ? nil : .some(nil)
        }
    }

    func unsubscribe(from filters: [String], within limit: Duration) async throws(MQTTError) {
        try await ask(.unsubscribe(filters), within: limit) { contents in
            for filter in filters { contents.filters[filter] = nil }
            return contents.state == .connected ? nil : .some(nil)
        }
    }

    /// - Parameter atOnce: looked at before the request is left: an answer (`.some(nil)` for success) spares it.
    private func ask(_ request: Request, within limit: Duration, unless atOnce: (inout Contents) -> MQTTError??) async throws(MQTTError) {
        let deadline = ContinuousClock.now + limit
        let ticket = contents.withLock { contents in
            contents.lastTicket += 1
            return contents.lastTicket
        }
        let error = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<MQTTError?, Never>) in
                let answer: MQTTError?? = contents.withLock { contents in
                    if Task.isCancelled { return .some(MQTTError(.cancelled, "\(request) was cancelled before it was sent")) }
                    if let answer = atOnce(&contents) { return .some(answer) }
                    if contents.waiters.count >= limits.underWay {
                        return .some(MQTTError(.busy, "\(limits.underWay) requests to the broker \(broker) are under way already"))
                    }
                    contents.waiters[ticket] = Waiter(continuation: continuation, deadline: deadline, request: request)
                    contents.requests.append((ticket, request))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) } else { wake() }
            }
        } onCancel: {
            // Not answered any more; if it was not sent yet, it will not be.
            let waiter = contents.withLock { $0.waiters.removeValue(forKey: ticket) }
            waiter?.continuation.resume(returning: MQTTError(.cancelled, "\(request) was cancelled"))
        }
        if let error { throw error }
    }

    // MARK: The thread

    /// What is to be done now, in order; requests that nobody waits for any more are left out.
    func take() -> (requests: [(ticket: Ticket, request: Request)], isStopping: Bool) {
        var count: UInt64 = 0
        _ = read(alarm, &count, 8)
        return contents.withLock { contents in
            let requests = contents.requests.filter { contents.waiters[$0.ticket] != nil }
            contents.requests = []
            return (requests, contents.isStopping)
        }
    }

    func answer(_ ticket: Ticket, _ error: MQTTError?) {
        contents.withLock { $0.waiters.removeValue(forKey: ticket) }?.continuation.resume(returning: error)
    }

    /// Answers who waited too long; returns when the next one will have.
    func expire(at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let (expired, next) = contents.withLock { contents in
            let expired = contents.waiters.filter { $0.value.deadline <= now }
            for ticket in expired.keys { contents.waiters[ticket] = nil }
            return (Array(expired.values), contents.waiters.values.map(\.deadline).min())
        }
        for waiter in expired {
            waiter.continuation.resume(returning: MQTTError(.timedOut, "the broker \(broker) did not acknowledge \(waiter.request) in time"))
        }
        return next
    }

    /// The connection is made: requests are taken from now on. Returns what is subscribed to.
    func connected() -> [String: MQTTQuality] {
        contents.withLock { contents in
            contents.state = .connected
            return contents.filters
        }
    }

    /// The connection is gone, or could not be made. Everything under way is answered.
    /// - Parameter sent: the requests that had been handed to the network.
    func disconnected(_ error: MQTTError, sent: Set<Ticket>, isLast: Bool = false) {
        let waiters = contents.withLock { contents in
            contents.state = isLast ? .stopped : .connecting(error)
            contents.requests = []
            defer { contents.waiters = [:] }
            return contents.waiters
        }
        for (ticket, waiter) in waiters {
            // Subscriptions are kept for the next connection, so they have not failed.
            guard case .publish = waiter.request else {
                waiter.continuation.resume(returning: nil)
                continue
            }
            let error =
                sent.contains(ticket)
                ? MQTTError(.connectionLost, "the connection to \(broker) broke before \(waiter.request) was acknowledged")
                : MQTTError(.notConnected, "the connection to \(broker) broke before \(waiter.request) was sent")
            waiter.continuation.resume(returning: error)
        }
    }
}

extension Board.Request: CustomStringConvertible {
    var description: String {
        switch self {
        case .publish(let message): "the message for \(message.topic)"
        case .subscribe(let filters, _): "the subscription to \(filters.first ?? "nothing")\(filters.count > 1 ? " and \(filters.count - 1) more" : "")"
        case .unsubscribe: "the end of a subscription"
        }
    }
}
