import Base
import Cryptography
import Domain
import Foundation
import Synchronization

/// Words that open one WebSocket each, soon: browsers cannot send a header there.
final class Tickets: Sendable {
    /// That one person may have open, and that are open in all.
    private static let limits = (person: 64, all: 4096)

    private let lifetime: TimeInterval
    private let open = Mutex<[String: (bearer: Bearer, expires: Date)]>([:])

    init(lifetime: TimeInterval) { self.lifetime = lifetime }

    /// - Throws: `Problem.tooManyRequests`.
    func issue(for bearer: Bearer, at now: Date) throws -> String {
        let ticket = Hex.encode(try RandomBytes.make(24))
        try open.withLock { open in
            open = open.filter { $0.value.expires > now }
            guard open.count < Self.limits.all, open.values.count(where: { $0.bearer.principal.user == bearer.principal.user }) < Self.limits.person else {
                throw Problem(.tooManyRequests, "too many tickets are open: try again in \(Int(lifetime)) seconds")
            }
            open[ticket] = (bearer, now.addingTimeInterval(lifetime))
        }
        return ticket
    }

    /// Whom a ticket was given to; a ticket works once.
    func redeem(_ ticket: String, at now: Date) -> Bearer? {
        open.withLock { open in
            guard let entry = open.removeValue(forKey: ticket), entry.expires > now else { return nil }
            return entry.bearer
        }
    }
}
