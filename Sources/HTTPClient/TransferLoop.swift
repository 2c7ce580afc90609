private import CCurl
private import CShims
private import Foundation
private import Synchronization

/// The one thread on which libcurl works: takes commands, moves bytes, and ends what was silent for too long.
///
/// `@unchecked Sendable`: `multi` is touched by the loop's own thread alone, except by curl_multi_wakeup(3), which any thread may call while `commands`
/// holds that the loop is not over; `active` belongs to that thread.
final class TransferLoop: @unchecked Sendable {
    private enum Command { case start(Transfer), cancel(Transfer), resume(Transfer) }
    private struct Commands {
        var waiting: [Command] = []
        var underWay = 0
        var isStopping = false
        var isOver = false
    }

    private let multi: UnsafeMutableRawPointer
    private var active: [ObjectIdentifier: Transfer] = [:]
    private let commands = Mutex(Commands())
    private let mostTransfers: Int
    /// Whether libcurl could be started, once for the process.
    static let isReady = curl_global_init(3) == CURLE_OK  // CURL_GLOBAL_ALL

    init(mostTransfers: Int) throws(HTTPClientError) {
        guard Self.isReady, let multi = curl_multi_init() else { throw HTTPClientError(.busy, "libcurl could not be started; there is no memory") }
        self.multi = multi
        self.mostTransfers = mostTransfers
        let thread = Thread { self.run() }
        thread.name = "http-client"
        thread.stackSize = 512 << 10
        thread.start()
    }

    /// Throws `busy` when too many are under way, `cancelled` after ``stop()``.
    func start(_ transfer: Transfer) throws(HTTPClientError) {
        enum Answer { case yes, full, over }
        let answer: Answer = commands.withLock { commands in
            if commands.isStopping { return .over }
            if commands.underWay >= mostTransfers { return .full }
            commands.underWay += 1
            commands.waiting.append(.start(transfer))
            curl_multi_wakeup(multi)
            return .yes
        }
        switch answer {
        case .yes: break
        case .full: throw HTTPClientError(.busy, "\(mostTransfers) requests are under way already; try again later")
        case .over: throw HTTPClientError(.cancelled, "the HTTP client was shut down")
        }
    }

    func cancel(_ transfer: Transfer) { enqueue(.cancel(transfer)) }
    func resume(_ transfer: Transfer) { enqueue(.resume(transfer)) }

    /// Ends every transfer and the thread.
    func stop() {
        commands.withLock { commands in
            commands.isStopping = true
            if !commands.isOver { curl_multi_wakeup(multi) }
        }
    }

    /// At most a cancel and a resume per piece received, of transfers under way: that bounds the queue.
    private func enqueue(_ command: Command) {
        commands.withLock { commands in
            guard !commands.isOver else { return }
            commands.waiting.append(command)
            curl_multi_wakeup(multi)
        }
    }

    // MARK: The thread

    private func run() {
        while true {
            let (waiting, isStopping) = commands.withLock { commands in
                defer { commands.waiting = [] }
                return (commands.waiting, commands.isStopping)
            }
            for command in waiting { obey(command) }
            if isStopping { break }
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
            while true {
                var code = CURLE_OK
                guard let easy = shim_curl_multi_ended(multi, &code) else { break }
                guard let transfer = Transfer.of(easy) else { continue }
                remove(transfer)
                transfer.end(code.rawValue)
            }
            shim_curl_multi_wait(multi, endSilent())
        }
        for transfer in active.values {
            remove(transfer)
            transfer.finish(.failure(HTTPClientError(.cancelled, "the HTTP client was shut down")))
        }
        commands.withLock { commands in
            commands.isOver = true
            commands.waiting = []
            curl_multi_cleanup(multi)
        }
    }

    private func obey(_ command: Command) {
        switch command {
        case .start(let transfer):
            active[ObjectIdentifier(transfer)] = transfer
            let code = curl_multi_add_handle(multi, transfer.easy)
            if code != CURLM_OK {
                remove(transfer)
                transfer.finish(.failure(HTTPClientError(.busy, "libcurl refused the request: \(String(cString: curl_multi_strerror(code)))")))
            }
        case .cancel(let transfer):
            guard active[ObjectIdentifier(transfer)] != nil else { return }
            remove(transfer)
            transfer.finish(.failure(HTTPClientError(.cancelled, "the request to \(transfer.origin) was given up")))
        case .resume(let transfer):
            if active[ObjectIdentifier(transfer)] != nil { transfer.unpause() }
        }
    }

    private func remove(_ transfer: Transfer) {
        curl_multi_remove_handle(multi, transfer.easy)
        active[ObjectIdentifier(transfer)] = nil
        commands.withLock { $0.underWay -= 1 }
    }

    /// Ends the transfers that were silent for too long; returns how many milliseconds the next one has left.
    private func endSilent() -> Int32 {
        let now = ContinuousClock.now
        var nearest = Duration.seconds(60)
        for transfer in active.values {
            let left = transfer.idleTime(at: now)
            if left <= .zero {
                remove(transfer)
                transfer.finish(.failure(HTTPClientError(.timeout, "\(transfer.origin) was silent for too long. Try again later, or allow it more time.")))
            } else {
                nearest = min(nearest, left)
            }
        }
        return Int32(nearest.components.seconds * 1000) + Int32(nearest.components.attoseconds / 1_000_000_000_000_000) + 1
    }
}
