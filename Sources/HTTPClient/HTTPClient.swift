public import Base
private import Foundation
private import Synchronization

/// Sends HTTP requests, with time and size limits, retries and a circuit breaker for each server. Made once and shared.
///
/// TLS certificates are verified, redirects are not followed unless asked for, proxies come from the environment but never stand before a loopback
/// address. One thread runs libcurl's multi interface for all requests; connections are kept and used again. For URLs that a user, a model or a page chose
/// there is ``GuardedClient``.
public final class HTTPClient: Sendable {
    public struct Settings: Sendable {
        /// More requests at the same time than this are refused.
        public var mostTransfers: Int
        public var breaker: CircuitBreaker.Policy
        /// A file of trusted certificates in PEM form; `nil`: the system's.
        public var certificateAuthorities: String?

        public init(mostTransfers: Int = 256, breaker: CircuitBreaker.Policy = CircuitBreaker.Policy(), certificateAuthorities: String? = nil) {
            self.mostTransfers = mostTransfers
            self.breaker = breaker
            self.certificateAuthorities = certificateAuthorities
        }
    }

    /// Circuits are kept for so many servers; one whose circuit is closed and without failures is forgotten first.
    private static let mostCircuits = 256

    private let settings: Settings
    private let clock: any WallClock
    private let random: @Sendable () -> Double
    private let loop: TransferLoop
    private let circuits = Mutex<[Origin: CircuitBreaker]>([:])

    /// - Parameters:
    ///   - clock: for waits between attempts and for circuits.
    ///   - random: in 0..<1, for the jitter.
    /// Throws `busy` when libcurl cannot be started.
    public init(
        settings: Settings = Settings(), clock: any WallClock = SystemWallClock(), random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) throws(HTTPClientError) {
        self.settings = settings
        self.clock = clock
        self.random = random
        loop = try TransferLoop(mostTransfers: settings.mostTransfers)
    }

    deinit { loop.stop() }

    /// Ends every request (`cancelled`) and refuses new ones.
    public func shutDown() { loop.stop() }

    /// Sends a request and collects the answer, whatever its status. Cancelling the task ends the transfer and throws `cancelled`.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var body: [UInt8] = []
        let head = try await perform(request) { head, transfer in
            body = []
            _ = head
            try await self.receive(transfer) { body += $0 }
        }
        return HTTPResponse(status: head.status, headers: head.headers, body: body)
    }

    /// Sends a request and hands its answer out as it comes: `onHead` once, then `onBody` for each piece. While one of them works the server is held
    /// back; throwing in one ends the transfer and is thrown on. Nothing is repeated once `onHead` was called.
    @discardableResult
    public func stream(
        _ request: HTTPRequest, onHead: @Sendable (HTTPHead) async throws -> Void = { _ in }, onBody: @Sendable ([UInt8]) async throws -> Void
    ) async throws -> HTTPHead {
        try await perform(request, isFinal: { _ in true }) { head, transfer in
            try await onHead(head)
            try await self.receive(transfer, onBody)
        }
    }

    // MARK: Attempts

    /// Sends until an answer stays. `receive` takes the body of an answer that is not repeated.
    private func perform(
        _ request: HTTPRequest, isFinal: (HTTPHead) -> Bool = { _ in false }, receive: (HTTPHead, Transfer) async throws -> Void
    ) async throws -> HTTPHead {
        let origin = try Origin(url: request.url)
        var attempt = 1
        while true {
            var delivered = false
            do {
                try admit(origin)
                let (head, delay) = try await reporting(to: origin) {
                    try await self.attempt(request, attempt, origin: origin) { head, transfer -> Duration? in
                        let delay = request.retry.delay(
                            after: .answered(status: head.status, retryAfter: head.headers["Retry-After"]), attempt: attempt, mayRepeat: request.mayRepeat,
                            now: self.clock.now, random: self.random())
                        if let delay { return delay }
                        delivered = isFinal(head)
                        try await receive(head, transfer)
                        return nil
                    }
                }
                guard let delay else { return head }
                try await pause(delay)
            } catch let error as HTTPClientError where !delivered {
                guard
                    let delay = request.retry.delay(
                        after: .failed(error.code), attempt: attempt, mayRepeat: request.mayRepeat, now: clock.now, random: random())
                else { throw error }
                try await pause(delay)
            }
            attempt += 1
        }
    }

    private func pause(_ delay: Duration) async throws(HTTPClientError) {
        let seconds = Double(delay.components.seconds) + Double(delay.components.attoseconds) / 1e18
        do { try await clock.sleep(until: clock.now + seconds) } catch { throw HTTPClientError(.cancelled, "the request was given up") }
    }

    /// One attempt, up to the end of the body, or until `onHead` returns without having taken it.
    private func attempt(
        _ request: HTTPRequest, _ number: Int, origin: Origin, onHead: (HTTPHead, Transfer) async throws -> Duration?
    ) async throws -> (HTTPHead, Duration?) {
        let address = request.addresses.isEmpty ? nil : request.addresses[(number - 1) % request.addresses.count]
        let transfer = try Transfer(request, origin: origin, settings: settings, address: address)
        try loop.start(transfer)
        return try await withTaskCancellationHandler {
            do {
                guard case .head(let head) = try await transfer.next(resume: {}) else {
                    throw HTTPClientError(.badResponse, "\(origin) answered without a status.")
                }
                let delay = try await onHead(head, transfer)
                if delay != nil { loop.cancel(transfer) }
                return (head, delay)
            } catch {
                loop.cancel(transfer)
                throw error
            }
        } onCancel: {
            loop.cancel(transfer)
        }
    }

    private func receive(_ transfer: Transfer, _ onBody: ([UInt8]) async throws -> Void) async throws {
        while case .body(let bytes) = try await transfer.next(resume: { loop.resume(transfer) }) { try await onBody(bytes) }
    }

    // MARK: Circuits

    private func admit(_ origin: Origin) throws(HTTPClientError) {
        let now = clock.now
        let isAdmitted = circuits.withLock { circuits in
            if circuits[origin] == nil, circuits.count >= Self.mostCircuits {
                let idle = circuits.first { $0.value.state == .closed(failures: 0) } ?? circuits.first
                if let idle { circuits[idle.key] = nil }
            }
            return circuits[origin, default: CircuitBreaker(policy: settings.breaker)].admit(at: now)
        }
        guard isAdmitted else { throw HTTPClientError(.circuitOpen, "\(origin) failed several times in a row and is left alone for a moment; try again later") }
    }

    private func reporting(to origin: Origin, _ body: () async throws -> (HTTPHead, Duration?)) async throws -> (HTTPHead, Duration?) {
        var report = CircuitBreaker.Report.neither
        defer {
            let now = clock.now
            circuits.withLock { $0[origin]?.report(report, at: now) }
        }
        do {
            let answer = try await body()
            report = [502, 503, 504].contains(answer.0.status) ? .failure : .success
            return answer
        } catch let error as HTTPClientError {
            if [.refused, .dns, .tls, .timeout, .connectionLost, .badResponse].contains(error.code) { report = .failure }
            throw error
        }
    }
}
