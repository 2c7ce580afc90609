public import Base
private import Foundation

/// Sends requests whose URL was chosen by a user, a model or a page: ``OutboundGuard`` is asked for the first URL and for each redirect, and the connection
/// goes to the address that was checked, whatever a second look-up would say.
///
/// Its connections are its own, no proxy stands between, and no request takes more than its ``HTTPRequest/Limits`` with all redirects and repeats together.
public struct GuardedClient: Sendable {
    /// Redirects that are followed at most, whatever a request wants.
    public static let mostRedirects = 5
    /// For a request without a limit in time.
    private static let longest = Duration.seconds(60)

    private let policy: OutboundGuard
    private let client: HTTPClient
    private let clock: any WallClock

    /// Throws `busy` when libcurl cannot be started.
    /// - Parameters:
    ///   - certificateAuthorities: a file of trusted certificates in PEM form; `nil`: the system's.
    ///   - clock: for limits in time and waits between attempts.
    public init(
        _ policy: OutboundGuard = OutboundGuard(), mostTransfers: Int = 32, certificateAuthorities: String? = nil, clock: any WallClock = SystemWallClock()
    ) throws(HTTPClientError) {
        self.policy = policy
        self.clock = clock
        client = try HTTPClient(settings: .init(mostTransfers: mostTransfers, certificateAuthorities: certificateAuthorities), clock: clock)
    }

    /// Ends every request (`cancelled`) and refuses new ones.
    public func shutDown() { client.shutDown() }

    /// Sends a request, follows as many redirects as it allows, and collects the answer, whatever its status.
    ///
    /// `limits.total` and `limits.bodyBytes` hold for the whole, `limits.connect` for looking up a name and for connecting.
    /// - Throws: ``OutboundRefusal`` for what may not be sent, ``HTTPClientError`` for what failed.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let late = HTTPClientError(.timeout, "the answer, with what it led to, took too long. Try again later, or allow it more time.")
        return try await within(request.limits.total ?? Self.longest, else: late) { try await follow(request) }
    }

    private func follow(_ request: HTTPRequest) async throws -> HTTPResponse {
        var url = try policy.admit(request.url)
        var hop = request
        hop.redirects = 0
        var followed = 0
        while true {
            hop.url = url.text
            let response = try await sendOnce(hop, to: url, most: request.limits.bodyBytes)
            guard request.redirects > 0, let location = response.redirect else { return response }
            guard followed < min(request.redirects, Self.mostRedirects) else {
                throw OutboundRefusal(.redirects, "\(url.host) leads on and on: \(followed) redirects were followed, more are not allowed")
            }
            let next = try policy.admit(location, relativeTo: url)
            guard url.scheme == "http" || next.scheme == "https" else {
                throw OutboundRefusal(.downgrade, "\(url.host) leads from https to http, where others could read along")
            }
            hop = hop.redirected(by: response.status, isSameOrigin: next.isSameOrigin(as: url))
            hop.limits.bodyBytes -= response.body.count
            url = next
            followed += 1
        }
    }

    /// One request without redirects. Repeats try the next address.
    private func sendOnce(_ request: HTTPRequest, to url: OutboundURL, most: Int) async throws -> HTTPResponse {
        var request = request
        let late = HTTPClientError(.dns, "the name \(url.host) could not be looked up in time. Try again later.")
        request.addresses = try await within(request.limits.connect, else: late) { try await policy.addresses(of: url) }
        do {
            return try await client.send(request)
        } catch let error as HTTPClientError where error.code == .tooLarge && request.limits.bodyBytes < most {
            throw HTTPClientError(.tooLarge, "\(url.host) and what led there sent more than \(most) bytes")
        }
    }

    /// Runs `body`, which ends soon when it is cancelled, for so long at most.
    private func within<Value: Sendable>(
        _ limit: Duration, else late: HTTPClientError, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let deadline = clock.now + Double(limit.milliseconds) / 1000
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                do { try await clock.sleep(until: deadline) } catch { throw HTTPClientError(.cancelled, "the request was given up") }
                return nil
            }
            defer { group.cancelAll() }
            guard case .some(.some(let value)) = try await group.next() else { throw late }
            return value
        }
    }
}
