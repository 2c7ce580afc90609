import Foundation
@testable import HTTPClient
import Testing

@Suite struct RetryPolicyTests {
    let policy = RetryPolicy(attempts: 10, base: .milliseconds(100), maximum: .seconds(1), longestRetryAfter: .seconds(30))
    let now = Date(timeIntervalSince1970: 784_111_777)  // Sun, 06 Nov 1994 08:49:37 GMT

    func delay(_ outcome: RetryPolicy.Outcome, attempt: Int = 1, mayRepeat: Bool = true, random: Double = 1) -> Duration? {
        policy.delay(after: outcome, attempt: attempt, mayRepeat: mayRepeat, now: now, random: random)
    }

    @Test func waitsGrowUpToTheMaximumWithFullJitter() {
        #expect((1...6).map { delay(.failed(.refused), attempt: $0) } == [100, 200, 400, 800, 1000, 1000].map { .milliseconds($0) })
        #expect(delay(.failed(.refused), random: 0) == .zero)
        #expect(delay(.failed(.refused), attempt: 10) == nil)
        #expect(RetryPolicy.never.delay(after: .failed(.refused), attempt: 1, mayRepeat: true, now: now, random: 0) == nil)
    }

    @Test(arguments: [HTTPClientError.Code.timeout, .tls, .cancelled, .tooLarge, .circuitOpen, .busy, .badResponse, .invalidRequest])
    func othersAreFinal(code: HTTPClientError.Code) { #expect(delay(.failed(code)) == nil) }

    @Test(arguments: [429, 502, 503, 504]) func overloadIsWaitedFor(status: Int) {
        #expect(delay(.answered(status: status, retryAfter: nil)) == .milliseconds(100))
        #expect(delay(.answered(status: status, retryAfter: nil), mayRepeat: false) == nil)
        #expect(delay(.answered(status: status, retryAfter: "12")) == .seconds(12))
        #expect(delay(.answered(status: status, retryAfter: "31")) == nil)
        #expect(delay(.answered(status: status, retryAfter: "Sun, 06 Nov 1994 08:49:47 GMT")) == .seconds(10))
        #expect(delay(.answered(status: status, retryAfter: "Sun, 06 Nov 1994 08:49:27 GMT")) == .zero)
        #expect(delay(.answered(status: status, retryAfter: "soon")) == .milliseconds(100))
        #expect(delay(.answered(status: status, retryAfter: "99999999999999999999999")) == .milliseconds(100))
    }

    @Test(arguments: [200, 301, 400, 404, 500, 501]) func otherAnswersStay(status: Int) { #expect(delay(.answered(status: status, retryAfter: "1")) == nil) }

    @Test func methodsAreIdempotentOrNot() {
        #expect(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].allSatisfy { HTTPRequest("http://x", method: $0).mayRepeat })
        #expect(["POST", "PATCH", "BREW"].allSatisfy { !HTTPRequest("http://x", method: $0).mayRepeat })
        #expect(HTTPRequest("http://x", method: "POST", isIdempotent: true).mayRepeat)
    }
}

@Suite struct CircuitBreakerTests {
    let start = Date(timeIntervalSince1970: 0)

    /// The macro takes no mutating call.
    func admits(_ breaker: inout CircuitBreaker, _ now: Date) -> Bool { breaker.admit(at: now) }

    @Test func itOpensProbesAndCloses() {
        var breaker = CircuitBreaker(policy: .init(failures: 2, pause: 10))
        breaker.report(.failure, at: start)
        breaker.report(.success, at: start)
        breaker.report(.failure, at: start)
        breaker.report(.neither, at: start)
        #expect(breaker.state == .closed(failures: 1))
        breaker.report(.failure, at: start)
        #expect(breaker.state == .open(until: start + 10))
        #expect(admits(&breaker, start + 9) == false)
        breaker.report(.success, at: start + 9)  // A late one changes nothing.
        #expect(admits(&breaker, start + 9) == false)
        #expect(admits(&breaker, start + 10))
        #expect(admits(&breaker, start + 10) == false)  // One probe at a time.
        breaker.report(.failure, at: start + 11)
        #expect(breaker.state == .open(until: start + 21))
        #expect(admits(&breaker, start + 21))
        breaker.report(.neither, at: start + 22)  // The probe was cancelled: another may go.
        #expect(admits(&breaker, start + 22))
        breaker.report(.success, at: start + 23)
        #expect(breaker.state == .closed(failures: 0))
    }

    @Test func aLostProbeDoesNotLockItForEver() {
        var breaker = CircuitBreaker(policy: .init(failures: 1, pause: 10))
        breaker.report(.failure, at: start)
        #expect(admits(&breaker, start + 10))
        #expect(admits(&breaker, start + 69) == false)
        #expect(admits(&breaker, start + 70))
    }
}

@Suite struct OriginTests {
    @Test func loopbackIsKnown() throws {
        for url in [
            "http://127.0.0.1/", "http://127.9.9.9:80", "http://localhost:1", "http://LOCALHOST", "http://a.localhost", "http://[::1]:8080/", "http://0x7f.1/",
        ] {
            #expect(try Origin(url: url).isLoopback, "\(url)")
        }
        for url in ["http://128.0.0.1/", "http://127.0.0.1.example.org/", "http://localhost.example.org", "http://127.0.0.1@evil.example/", "https://[::2]/"] {
            #expect(try !Origin(url: url).isLoopback, "\(url)")
        }
        #expect(try Origin(url: "https://user:pass@Example.org/path?token=x").description == "https://example.org:443")
    }
}
