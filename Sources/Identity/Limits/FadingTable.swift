/// What matters less and less, and not at all from some moment on.
protocol Fading {
    /// From when on it makes no difference whether it is remembered, in nanoseconds.
    var fadesAt: Int64 { get }
}

/// A dictionary that never has more than so many entries. For more, those go that have faded, or else those that fade soonest: whoever fills it with
/// new entries drives out what matters least, and never what matters most.
struct FadingTable<Key: Hashable, Value: Fading> {
    private let limit: Int
    private var entries: [Key: Value] = [:]

    init(limit: Int) { self.limit = max(8, limit) }

    var count: Int { entries.count }

    /// What is remembered, faded or not.
    subscript(key: Key) -> Value? { entries[key] }

    /// Remembers a value, or with `nil` nothing any more.
    mutating func set(_ value: Value?, for key: Key, at now: Int64) {
        guard let value else {
            entries[key] = nil
            return
        }
        if let index = entries.index(forKey: key) {
            entries.values[index] = value
        } else {
            if entries.count >= limit { makeRoom(at: now) }
            entries[key] = value
        }
    }

    /// An eighth goes at least, so that it is seldom done.
    private mutating func makeRoom(at now: Int64) {
        let times = entries.values.map(\.fadesAt).sorted(), enough = limit / 8
        var surplus = max(enough, times.count { $0 <= now })
        let last = times[surplus - 1]
        entries = entries.filter { entry in
            guard entry.value.fadesAt <= last, surplus > 0 else { return true }
            surplus -= 1
            return false
        }
    }
}
