public import Base
public import Domain
import Foundation
import HTTPServer
import Identity
import Synchronization

/// How often who may ask for what: takes from the buckets of whoever asks, tells in each answer what is left, and refuses what is too much.
///
/// By address (`Request.network`) without a token, and for signing in; otherwise by user. What comes from this machine itself without a token is not
/// counted, but for signing in.
public final class RequestLimits: Sendable {
    /// As in draft-ietf-httpapi-ratelimit-headers-10, and before it three names that are widely read.
    static let fieldNames = [limitField, remainingField, resetField, policyField, standingField].map(\.text)
    private static let limitField: HeaderName = "RateLimit-Limit", remainingField: HeaderName = "RateLimit-Remaining",
        resetField: HeaderName = "RateLimit-Reset"
    private static let policyField: HeaderName = "RateLimit-Policy", standingField: HeaderName = "RateLimit"

    /// A class as it is counted, and as it is told.
    private struct Policy: Sendable {
        let name: String
        let limit: RateLimit
        let capacity: String
        /// `"chat";q=240000;w=60`
        let text: String

        init(_ routeClass: RouteClass, perMinute: Int) { self.init(routeClass.rawValue, RateLimit(perMinute: perMinute)) }

        init(_ name: String, _ limit: RateLimit) {
            self.name = name
            self.limit = limit
            capacity = String(limit.capacity)
            text = "\"\(name)\";q=\(limit.capacity);w=60"
        }
    }

    private let limiter: any RateLimiter
    private let anonymous: Policy, signIn: Policy, api: Policy, chat: Policy, heavy: Policy, admin: Policy
    private let classes = RouteClasses()
    private let audit: (any AuditTrail)?
    private let clock: any WallClock
    private let messageRefused: @Sendable () -> Void
    /// Buckets whose refusals were written down, and when.
    private let written = Mutex<[RateBucket: Date]>([:])

    /// - Parameters:
    ///   - perAddress: attempts to sign in, a minute; all that needs no token may be sixty times as much.
    ///   - perUser: requests a minute, and as many turns; what is heavy a 200th of it, administration a 100th.
    ///   - audit: is told who is refused, at most once a minute for each bucket.
    ///   - messageRefused: counts messages on a WebSocket; requests are counted by their answers.
    public init(
        limiter: any RateLimiter, perAddress: Int, perUser: Int, audit: (any AuditTrail)? = nil, clock: any WallClock = SystemWallClock(),
        messageRefused: @escaping @Sendable () -> Void = {}
    ) {
        self.limiter = limiter
        self.audit = audit
        self.clock = clock
        self.messageRefused = messageRefused
        signIn = Policy(.signIn, perMinute: perAddress)
        anonymous = Policy(.anonymous, perMinute: perAddress * 60)
        api = Policy(.api, perMinute: perUser)
        chat = Policy(.chat, perMinute: perUser)
        heavy = Policy(.heavy, perMinute: perUser / 200)
        admin = Policy(.admin, perMinute: perUser / 100)
    }

    // MARK: What is charged

    private func policy(_ routeClass: RouteClass) -> Policy {
        switch routeClass {
        case .anonymous: anonymous
        case .signIn: signIn
        case .api: api
        case .chat: chat
        case .heavy: heavy
        case .admin: admin
        }
    }

    private func charges(_ request: Request, of bearer: Bearer?) -> (Policy, [RateCharge])? {
        let routeClass = request.template.map { classes.of(request.method, $0) } ?? .anonymous
        if routeClass == .signIn, !request.renewsSession {
            return (signIn, [charge(signIn, .address(request.network)), charge(anonymous, .address(request.network))])
        }
        if let bearer { return charges(policy(routeClass), of: bearer) }
        return request.isFromThisMachine ? nil : (anonymous, [charge(anonymous, .address(request.network))])
    }

    /// Of whoever is signed in. An API key's own charge goes here: half of what its user has, so that one of them cannot use up everything.
    private func charges(_ policy: Policy, of bearer: Bearer) -> (Policy, [RateCharge]) {
        let user = charge(policy, .user(bearer.principal.user))
        guard let key = bearer.key else { return (policy, [user]) }
        let half = RateLimit(perMinute: policy.limit.perMinute / 2)
        return (policy, [user, RateCharge(RateBucket(policy.name, of: .key(high: key.high, low: key.low)), half)])
    }

    private func charge(_ policy: Policy, _ holder: RateBucket.Holder) -> RateCharge { RateCharge(RateBucket(policy.name, of: holder), policy.limit) }

    // MARK: Requests

    /// Refuses a request whose body is still to come, if it is known by now that it would be.
    func check(_ request: Request, of bearer: Bearer?) throws {
        // The body says whether it is a try.
        guard request.template.map({ classes.of(request.method, $0) }) != .signIn, let (_, charges) = charges(request, of: bearer),
            let verdict = limiter.foreseenRefusal(of: charges)
        else { return }
        throw Self.refusal(verdict)
    }

    /// Answers a request, or refuses it.
    nonisolated(nonsending) func handle(_ request: Request, of bearer: Bearer?, next: Handler) async throws -> Response {
        guard let (policy, charges) = charges(request, of: bearer), let verdict = await limiter.take(charges) else { return try await next(request) }
        do {
            guard verdict.isAllowed else {
                record(charges[verdict.charge].bucket, bearer, from: request)
                throw Self.refusal(verdict)
            }
            var response = try await next(request)
            add(verdict, charges[verdict.charge], policy, to: &response.headers)
            return response
        } catch {
            guard var known = error as? HTTPError ?? Problems.httpError(for: error) else { throw error }
            add(verdict, charges[verdict.charge], policy, to: &known.headers)
            throw known
        }
    }

    /// Of several buckets the one that decides is told.
    private func add(_ verdict: RateVerdict, _ charge: RateCharge, _ policy: Policy, to headers: inout ResponseHeaders) {
        let policy = verdict.charge == 0 ? policy : Policy(charge.bucket.name, charge.limit)
        let remaining = String(verdict.remaining), reset = String(verdict.reset.wholeSeconds)
        headers.add(Self.policyField, policy.text)
        headers.add(Self.standingField, "\"" + policy.name + "\";r=" + remaining + ";t=" + reset)
        headers.add(Self.limitField, policy.capacity)
        headers.add(Self.remainingField, remaining)
        headers.add(Self.resetField, reset)
    }

    private static func refusal(_ verdict: RateVerdict) -> Problem {
        let seconds = max(1, verdict.retryAfter.wholeSeconds)
        return Problem(.tooManyRequests, "too many requests: try again in \(seconds) seconds", retryAfter: .seconds(seconds))
    }

    // MARK: Messages

    /// Counts what somebody says on an open WebSocket.
    /// - Throws: `Problem.tooManyRequests`.
    func takeMessage(of bearer: Bearer, from request: Request) async throws {
        let (_, charges) = charges(chat, of: bearer)
        guard let verdict = await limiter.take(charges), !verdict.isAllowed else { return }
        messageRefused()
        record(charges[verdict.charge].bucket, bearer, from: request)
        throw Self.refusal(verdict)
    }

    // MARK: Trail

    /// Buckets that are remembered as written down; while there are so many in a minute, no others are.
    private static let memory = 256

    private func record(_ bucket: RateBucket, _ bearer: Bearer?, from request: Request) {
        guard let audit else { return }
        let now = clock.now
        let isNews = written.withLock { written in
            if let last = written[bucket], abs(now.timeIntervalSince(last)) < 60 { return false }
            if written.count >= Self.memory { written = written.filter { abs(now.timeIntervalSince($0.value)) < 60 } }
            guard written.count < Self.memory || written[bucket] != nil else { return false }
            written[bucket] = now
            return true
        }
        guard isNews else { return }
        let address = request.client.address.description
        audit.record(
            bearer.map { AuditEvent(.rateLimited, .refused, by: $0.principal, from: address, target: bucket.name) }
                ?? AuditEvent(.rateLimited, .refused, address: address, target: bucket.name))
    }
}

extension Request {
    /// An OAuth2 form that brings a refresh token, which nobody guesses.
    fileprivate var renewsSession: Bool {
        (path.hasSuffix("/auth/token") || path.hasSuffix("/auth/jwt/login")) && form["grant_type"] == "refresh_token"
    }
}

extension Duration {
    /// Rounded up: whoever waits that long has waited long enough.
    var wholeSeconds: Int { Int(components.seconds) + (components.attoseconds > 0 ? 1 : 0) }
}
