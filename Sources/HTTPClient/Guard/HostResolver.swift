public import Base
private import Foundation
private import Synchronization

/// Says which addresses a name has. For a task that is cancelled it returns soon.
public protocol HostResolver: Sendable {
    /// All of them, the best first.
    /// - Throws: ``HTTPClientError``, `dns` when the name has none.
    func addresses(of host: String) async throws -> [IPAddress]
}

/// The system's resolver, getaddrinfo(3): each question on a thread of its own, since nothing can end one before its time.
public struct SystemResolver: HostResolver {
    /// As many questions at the same time, in the whole process; given-up ones count until the system lets go of them.
    private static let mostLookups = 16
    private static let underWay = Atomic(0)

    public init() {}

    public func addresses(of host: String) async throws -> [IPAddress] {
        guard Self.underWay.wrappingAdd(1, ordering: .relaxed).newValue <= Self.mostLookups else {
            Self.underWay.wrappingSubtract(1, ordering: .relaxed)
            throw HTTPClientError(.busy, "\(Self.mostLookups) names are being looked up already; try again later")
        }
        let lookup = Lookup()
        let thread = Thread {
            lookup.finish(Result { () throws(HTTPClientError) in try Self.lookUp(host) })
            Self.underWay.wrappingSubtract(1, ordering: .relaxed)
        }
        thread.name = "resolver"
        thread.stackSize = 1 << 20
        thread.start()
        return try await lookup.value
    }

    /// Blocks.
    private static func lookUp(_ host: String) throws(HTTPClientError) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_flags = AI_ADDRCONFIG
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        var addresses: [IPAddress] = []
        var next = list
        while let info = next?.pointee {
            if let address = info.ai_addr.flatMap({ IPAddress(sockaddr: $0) }), !addresses.contains(address) { addresses.append(address) }
            next = info.ai_next
        }
        guard result == 0, !addresses.isEmpty else { throw HTTPClientError(.dns, "the name \(host) is not known. Check its spelling and the network.") }
        return addresses
    }
}

/// One answer, handed from a thread to a task that may have stopped waiting.
private final class Lookup: Sendable {
    private typealias Answer = Result<[IPAddress], HTTPClientError>
    private struct State {
        var answer: Answer?
        var waiter: CheckedContinuation<Answer, Never>?
    }
    private let state = Mutex(State())

    func finish(_ answer: Result<[IPAddress], HTTPClientError>) {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            state.answer = state.answer ?? answer
            return state.waiter
        }
        waiter?.resume(returning: answer)
    }

    var value: [IPAddress] {
        get async throws {
            try await withTaskCancellationHandler {
                let answer = await withCheckedContinuation { continuation in
                    let answer = state.withLock { state in
                        if state.answer == nil { state.waiter = continuation }
                        return state.answer
                    }
                    if let answer { continuation.resume(returning: answer) }
                }
                return try answer.get()
            } onCancel: {
                finish(.failure(HTTPClientError(.cancelled, "the request was given up")))
            }
        }
    }
}
