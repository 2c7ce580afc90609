private import Foundation
private import Lifecycle
private import Observability

/// What the connection's thread does: connects, moves bytes, does what tasks ask, and connects again.
final class ConnectionLoop {
    /// So many topic filters go into one packet.
    private static let batch = 100

    private let options: MQTTOptions
    private let board: Board
    private let inbox: Inbox
    private let log: Logger

    // Of the present connection: what was sent and is not acknowledged.
    private var messages: [Int32: Board.Ticket] = [:]
    private var early: Set<Int32> = []
    private var subscriptions: [Int32: (ticket: Board.Ticket?, filters: [String])] = [:]
    private var batches: [Board.Ticket: Int] = [:]
    private var filtersToRenew: [String: MQTTQuality] = [:]

    init(_ connection: MQTTConnection) {
        options = connection.options
        board = connection.board
        inbox = connection.inbox
        log = connection.log
    }

    func run() {
        // Where nothing ignores it, writing to a connection that the broker closed would end the process with SIGPIPE.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var backoff = RestartBackoff(policy: options.reconnect)
        var lastFailure: MQTTError?
        while true {
            let (end, uptime) = connectOnce(attempt: backoff.attempt)
            let sent = Set(messages.values)
            reset()
            guard let end else {
                board.disconnected(MQTTError(.notConnected, "stopped"), sent: sent, isLast: true)
                break
            }
            board.disconnected(end, sent: sent)
            if uptime != nil { inbox.put(.disconnected(end)) }
            let delay = backoff.ended(after: uptime ?? .zero, random: Double.random(in: 0..<1))
            // The same failure over and over is said once.
            if uptime != nil || lastFailure != end { log.warning("no connection to the broker", ["broker": options.broker, "error": end.message]) }
            lastFailure = end
            if !pause(delay) {
                board.disconnected(end, sent: [], isLast: true)
                break
            }
        }
        inbox.close()
    }

    /// One connection to its end. Returns why it ended, `nil` when a stop was asked for; and how long it stood, `nil` when it never did.
    private func connectOnce(attempt: Int) -> (end: MQTTError?, uptime: Duration?) {
        let link: Link
        do { link = try Link(options) } catch { return (error, nil) }
        let began = ContinuousClock.now
        var acceptedAt: ContinuousClock.Instant?
        link.accepted = { [self] in
            acceptedAt = ContinuousClock.now
            log.info("connected to the broker", ["broker": options.broker])
            filtersToRenew = board.connected()
            inbox.put(.connected)
        }
        link.acknowledged = { [self] id in
            if let ticket = messages.removeValue(forKey: id) { board.answer(ticket, nil) } else { early.insert(id) }
        }
        link.subscribed = { [self] id, refused in subscribed(id, refused) }
        link.unsubscribed = { [self] id in subscribed(id, nil) }
        link.received = { [inbox] message in inbox.put(.message(message)) }
        link.leftOut = { [log, limit = options.limits.payload] topic, bytes in
            log.warning("a message is too large and was left out", ["topic": topic, "bytes": "\(bytes)", "limit": "\(limit)"])
        }
        // Every other attempt goes by IPv4 alone, in case IPv6 leads nowhere.
        link.connect(onlyIPv4: attempt % 2 == 1)
        while link.end == nil {
            let (requests, isStopping) = board.take()
            if isStopping {
                link.disconnect()
                return (nil, nil)
            }
            renewSubscriptions(link)
            for (ticket, request) in requests { send(request, ticket, link) }
            let now = ContinuousClock.now
            var next = board.expire(at: now)
            if acceptedAt == nil {
                let deadline = began + options.connectWithin
                if deadline <= now {
                    link.giveUp(MQTTError(.timedOut, "the broker \(options.broker) did not accept the connection in time"))
                    break
                }
                next = min(next ?? deadline, deadline)
            }
            wait(for: link, until: next)
        }
        return (link.end, acceptedAt.map { ContinuousClock.now - $0 })
    }

    private func reset() {
        messages = [:]
        early = []
        subscriptions = [:]
        batches = [:]
        filtersToRenew = [:]
    }

    // MARK: Bytes

    private func wait(for link: Link, until deadline: ContinuousClock.Instant?) {
        var events: Int16 = 0
        if !inbox.isFull() { events |= Int16(POLLIN) }
        if link.wantsToWrite { events |= Int16(POLLOUT) }
        // A descriptor that nothing is wanted of is left out: its end would be reported over and over.
        var watched = [
            pollfd(fd: board.alarm, events: Int16(POLLIN), revents: 0), pollfd(fd: events == 0 ? -1 : link.descriptor, events: events, revents: 0),
        ]
        _ = poll(&watched, 2, Self.milliseconds(until: deadline))
        let happened = watched[1].revents
        if happened & Int16(POLLOUT) != 0 { link.write() }
        if link.end == nil, happened & Int16(POLLIN | POLLHUP | POLLERR) != 0 { link.read() }
        if link.end == nil { link.attend() }
    }

    /// Rounded up, so that the deadline has passed when poll comes back; at most a second at a time, for the keep-alive.
    private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return 1000 }
        return Int32(min(max(((deadline - ContinuousClock.now) / .milliseconds(1)).rounded(.up), 0), 1000))
    }

    /// Waits before the next attempt, and until the reader has caught up; returns whether there is to be one.
    private func pause(_ delay: Duration) -> Bool {
        let deadline = ContinuousClock.now + delay
        while true {
            let (_, isStopping) = board.take()
            if isStopping { return false }
            if ContinuousClock.now >= deadline && !inbox.isFull() { return true }
            var watched = pollfd(fd: board.alarm, events: Int16(POLLIN), revents: 0)
            _ = poll(&watched, 1, max(1, Self.milliseconds(until: deadline)))
        }
    }

    // MARK: Requests

    private func send(_ request: Board.Request, _ ticket: Board.Ticket, _ link: Link) {
        do throws(MQTTError) {
            switch request {
            case .publish(let message):
                let id = try link.publish(message)
                if early.remove(id) != nil { board.answer(ticket, nil) } else { messages[id] = ticket }
            case .subscribe(let filters, let quality): try subscribe(filters, quality, ticket, link)
            case .unsubscribe(let filters):
                try eachBatch(of: filters, ticket) { batch throws(MQTTError) in try link.unsubscribe(from: batch) }
            }
        } catch {
            batches[ticket] = nil
            board.answer(ticket, error)
        }
    }

    private func subscribe(_ filters: [String], _ quality: MQTTQuality, _ ticket: Board.Ticket?, _ link: Link) throws(MQTTError) {
        try eachBatch(of: filters, ticket) { batch throws(MQTTError) in try link.subscribe(to: batch, quality: quality) }
    }

    private func eachBatch(of filters: [String], _ ticket: Board.Ticket?, _ send: (ArraySlice<String>) throws(MQTTError) -> Int32) throws(MQTTError) {
        if let ticket { batches[ticket] = (filters.count + Self.batch - 1) / Self.batch }
        if filters.isEmpty, let ticket { board.answer(ticket, nil) }
        for start in stride(from: 0, to: filters.count, by: Self.batch) {
            let batch = filters[start..<min(start + Self.batch, filters.count)]
            subscriptions[try send(batch)] = (ticket, Array(batch))
        }
    }

    private func renewSubscriptions(_ link: Link) {
        if filtersToRenew.isEmpty { return }
        let filters = filtersToRenew
        filtersToRenew = [:]
        for quality in Set(filters.values) {
            do throws(MQTTError) {
                try subscribe(filters.filter { $0.value == quality }.keys.sorted(), quality, nil, link)
            } catch { link.giveUp(error) }
        }
    }

    private func subscribed(_ id: Int32, _ refused: Int?) {
        guard let (ticket, filters) = subscriptions.removeValue(forKey: id) else { return }
        let refusal = refused.flatMap { filters.indices.contains($0) ? filters[$0] : nil }
        if let refusal { log.warning("the broker refuses a subscription", ["filter": refusal]) }
        guard let ticket, let left = batches[ticket] else { return }
        if let refusal {
            batches[ticket] = nil
            board.answer(ticket, MQTTError(.refused, "the broker \(options.broker) refuses the subscription to \(refusal)"))
        } else if left == 1 {
            batches[ticket] = nil
            board.answer(ticket, nil)
        } else {
            batches[ticket] = left - 1
        }
    }
}
