/// What waits, in one line for each key; the lines take turns, so that a long one holds up itself and nobody else.
struct FairQueue<Key: Hashable, Element> {
    typealias Ticket = Int

    private let limit: Int
    private var lines: [Key: [(ticket: Ticket, element: Element)]] = [:]
    /// The keys of all lines, the next one first.
    private var turns: [Key] = []
    private var keys: [Ticket: Key] = [:]
    private var next = 0

    /// - Parameter limit: that may wait in all.
    init(limit: Int) { self.limit = limit }

    var count: Int { keys.count }

    /// Puts an element at the end of its line. When too many wait, the last one of the longest line has to leave, which may be this one.
    ///
    /// - Returns: the ticket, with which it can be taken out again, and who had to leave.
    mutating func append(_ element: Element, for key: Key) -> (ticket: Ticket, leaving: Element?) {
        next += 1
        if lines[key] == nil { turns.append(key) }
        lines[key, default: []].append((next, element))
        keys[next] = key
        guard keys.count > limit, let longest = lines.max(by: { $0.value.count < $1.value.count }), let last = longest.value.last else { return (next, nil) }
        // Of lines of the same length, it is the newcomer who leaves.
        let leaving = lines[key]?.count == longest.value.count ? next : last.ticket
        return (next, remove(leaving))
    }

    /// The next one.
    mutating func popFirst() -> Element? {
        guard let key = turns.first, let ticket = lines[key]?.first?.ticket else { return nil }
        let element = remove(ticket)
        // Its line waits for all others.
        if lines[key] != nil {
            turns.removeFirst()
            turns.append(key)
        }
        return element
    }

    /// Takes an element out, wherever it stands; `nil` when it is not there any more.
    mutating func remove(_ ticket: Ticket) -> Element? {
        guard let key = keys.removeValue(forKey: ticket), let index = lines[key]?.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        let element = lines[key]?.remove(at: index).element
        if lines[key]?.isEmpty == true {
            lines[key] = nil
            turns.removeAll { $0 == key }
        }
        return element
    }
}
