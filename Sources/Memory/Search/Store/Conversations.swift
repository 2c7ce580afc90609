import Base
import Domain

/// The order of fragments within their conversations, and the sessions that pauses cut these into.
///
/// Only what was said takes part. What was drawn from it, and what belongs to no conversation, stands alone: a session of its own.
struct Conversations: Sendable {
    /// A longer pause ends a session. In seconds.
    static let pause = 6.0 * 3600

    /// What counts of a session: how many fragments there are, and the sum of its passages' lengths, of all and of what is shared.
    private struct Session: Sendable {
        var owner: UInt16
        var fragments = 0
        var own = 0.0, shared = 0.0
    }

    private var known: [Conversation.ID: [(owner: UInt16, number: UInt32)]] = [:]
    /// The last fragment of each conversation.
    private var tails: [UInt32] = []
    private var sessions: [Session] = []
    private var free: [UInt32] = []
    /// Conversations whose order is to be made anew.
    private var unsettled: Set<UInt32> = []

    var sessionCount: Int { sessions.count - free.count }
    var bytes: Int { known.capacity * 80 + tails.capacity * 4 + sessions.capacity * MemoryLayout<Session>.stride }

    /// One for each owner who has fragments in it.
    func numbers(_ conversation: Conversation.ID) -> [UInt32] { known[conversation].map { $0.map(\.number) } ?? [] }

    mutating func makeNumber(_ conversation: Conversation.ID, of owner: UInt16) -> UInt32 {
        if let known = known[conversation]?.first(where: { $0.owner == owner }) { return known.number }
        known[conversation, default: []].append((owner, UInt32(tails.count)))
        tails.append(Slots.none)
        return UInt32(tails.count - 1)
    }

    /// Puts a fragment at the end of its conversation, or where `settle` will find its place.
    mutating func append(_ slot: Int, in slots: inout Slots, of people: inout People) {
        let number = slots.conversations[slot], tail = tails[Int(number)]
        slots.places[slot].previous = tail
        slots.places[slot].next = Slots.none
        tails[Int(number)] = UInt32(slot)
        if tail != Slots.none { slots.places[Int(tail)].next = UInt32(slot) }
        guard !unsettled.contains(number) else { return }
        if tail != Slots.none, slots.ids[Int(tail)] > slots.ids[slot] {
            unsettled.insert(number)
        } else {
            place(slot, after: tail == Slots.none ? nil : Int(tail), in: &slots, of: &people)
        }
    }

    /// Takes a fragment out of its conversation.
    mutating func remove(_ slot: Int, in slots: inout Slots, of people: inout People) {
        leave(slot, in: &slots, of: &people)
        let number = slots.conversations[slot], previous = slots.places[slot].previous, next = slots.places[slot].next
        if previous != Slots.none { slots.places[Int(previous)].next = next }
        if next != Slots.none { slots.places[Int(next)].previous = previous } else { tails[Int(number)] = previous }
        slots.places[slot].previous = Slots.none
        slots.places[slot].next = Slots.none
        unsettled.insert(number)
    }

    /// Makes the order and the sessions of what changed.
    mutating func settle(in slots: inout Slots, of people: inout People) {
        for number in unsettled {
            var members: [Int] = [], at = tails[Int(number)]
            while at != Slots.none {
                members.append(Int(at))
                at = slots.places[Int(at)].previous
            }
            members.sort { slots.ids[$0] < slots.ids[$1] }
            for slot in members { leave(slot, in: &slots, of: &people) }
            tails[Int(number)] = members.last.map(UInt32.init) ?? Slots.none
            var before: Int?
            for slot in members {
                slots.places[slot].previous = before.map(UInt32.init) ?? Slots.none
                slots.places[slot].next = Slots.none
                if let before { slots.places[before].next = UInt32(slot) }
                place(slot, after: before, in: &slots, of: &people)
                before = slot
            }
        }
        unsettled.removeAll()
    }

    /// Has the sessions of a fragment's conversation counted again: it was shared, or is no longer.
    mutating func recount(_ slot: Int, in slots: inout Slots, of people: inout People, _ change: (inout Slots) -> Void) {
        leave(slot, in: &slots, of: &people)
        change(&slots)
        unsettled.insert(slots.conversations[slot])
    }

    private mutating func place(_ slot: Int, after before: Int?, in slots: inout Slots, of people: inout People) {
        if let before, slots.places[before].session != Slots.none, abs(slots.times[slot] - slots.times[before]) <= Self.pause {
            slots.places[slot].session = slots.places[before].session
        } else {
            let session = free.popLast() ?? UInt32(sessions.count)
            if Int(session) == sessions.count { sessions.append(Session(owner: 0)) }
            sessions[Int(session)] = Session(owner: slots.access[slot].owner)
            slots.places[slot].session = session
        }
        let session = Int(slots.places[slot].session), length = Double(slots.lengths[slot]), isShared = slots.access[slot].isShared
        var own = length, shared = isShared ? length : 0, before = slot
        for distance in 1...Fusion.reach {
            guard slots.places[before].previous != Slots.none else { break }
            before = Int(slots.places[before].previous)
            guard slots.places[before].session == slots.places[slot].session else { break }
            // It counts for the one before, and that one for it.
            let pair = Double(Fusion.passageWeight(distance)) * (length + Double(slots.lengths[before]))
            own += pair
            if isShared && slots.access[before].isShared { shared += pair }
        }
        sessions[session].fragments += 1
        sessions[session].own += own
        sessions[session].shared += shared
        people[Int(sessions[session].owner)].own.passages += own
        people[Int(sessions[session].owner)].shared.passages += shared
    }

    /// Takes a fragment out of its session, which counts for nothing from then on: `settle` counts it anew.
    private mutating func leave(_ slot: Int, in slots: inout Slots, of people: inout People) {
        guard slots.places[slot].session != Slots.none else { return }
        let session = Int(slots.places[slot].session)
        slots.places[slot].session = Slots.none
        people[Int(sessions[session].owner)].own.passages -= sessions[session].own
        people[Int(sessions[session].owner)].shared.passages -= sessions[session].shared
        sessions[session].own = 0
        sessions[session].shared = 0
        sessions[session].fragments -= 1
        if sessions[session].fragments == 0 { free.append(UInt32(session)) }
    }
}
