import Domain

/// Keeps whoever is refused over and over from filling the disk: of what is refused to one address, the first ones in a minute are entries, the others a number.
struct AuditFlood {
    /// Entries a minute for one action and address, and for all that are refused.
    static let perAddress = 20, inAll = 600
    private static let window: Int64 = 60_000

    private struct Key: Hashable {
        let action: AuditEvent.Action
        let address: String
    }

    private var counts: [Key: Int] = [:]
    private var total = 0
    private var since: Int64 = 0

    /// Whether the event becomes an entry. What was done is always one.
    mutating func admits(_ event: AuditEvent, at milliseconds: Int64) -> Bool {
        guard event.outcome != .done else { return true }
        if milliseconds - since >= Self.window || milliseconds < since {
            counts.removeAll(keepingCapacity: true)
            (total, since) = (0, milliseconds)
        }
        // All the more addresses than entries there may be in a minute are told apart no more: that bounds the table.
        guard total < Self.inAll else { return false }
        let key = Key(action: event.action, address: event.address)
        guard counts[key, default: 0] < Self.perAddress else { return false }
        counts[key, default: 0] += 1
        total += 1
        return true
    }
}
