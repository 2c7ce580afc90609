import Base
import Domain
import Foundation

extension Identifier {
    /// The id for a name that something has elsewhere: the name itself where it is an id, else one that is always the same for the same name and user
    /// (UUID version 8, RFC 9562, section 5.8).
    init(named name: String, by user: User.ID) {
        if let id = Self(name) {
            self = id
        } else {
            var hash = StableHash()
            hash.combine(user.description)
            hash.combine(name)
            self.init(
                high: UInt64(truncatingIfNeeded: hash.value >> 64) & ~0xF000 | 0x8000, low: UInt64(truncatingIfNeeded: hash.value) >> 2 | 0x8000_0000_0000_0000)
        }
    }
}

/// Gives memories of a file that bring no id of their own one (UUID version 7) that sorts, within a conversation, as they stand in the file, and that is
/// the same when the file is read again.
struct MemoryFileIDs {
    let user: User.ID
    /// The last that was given in each conversation: milliseconds since 1970, and the how manyth of them.
    private var last: [Conversation.ID?: (milliseconds: UInt64, count: UInt64)] = [:]
    private static let lastMillisecond: UInt64 = 1 << 48 - 1

    init(user: User.ID) { self.user = user }

    /// Takes note of an id that a memory brings: what follows in the conversation sorts after it.
    mutating func note(_ id: Fragment.ID, in conversation: Conversation.ID?) -> Fragment.ID {
        let next = min(id.high >> 16 + 1, Self.lastMillisecond)
        if next > last[conversation]?.milliseconds ?? 0 { last[conversation] = (next, 0) }
        return id
    }

    /// - Parameters:
    ///   - date: `nil`: right after the one before.
    ///   - words: what makes it this memory and no other.
    mutating func next(at date: Date?, in conversation: Conversation.ID?, of words: [String?]) -> Fragment.ID {
        let wanted = min(UInt64(clamping: date?.milliseconds ?? 0), Self.lastMillisecond)
        var place = last[conversation] ?? (0, 0)
        place = wanted > place.milliseconds ? (wanted, 0) : (place.milliseconds, place.count + 1)
        last[conversation] = place
        var hash = StableHash()
        for word in [user.description, conversation?.description] + words { hash.combine(word) }
        // The 62 bits that are free hold the count, which fits in 20, and 42 of the hash.
        let random = UInt64(truncatingIfNeeded: hash.value) & (1 << 42 - 1)
        return Fragment.ID(high: place.milliseconds << 16 | 0x7000, low: 0x8000_0000_0000_0000 | (place.count & 0xF_FFFF) << 42 | random)
    }
}

/// A hash that is the same at every start and on every machine: FNV-1a with 128 bits (https://datatracker.ietf.org/doc/draft-eastlake-fnv/). Tells names apart; guards against nobody.
private struct StableHash {
    private(set) var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

    /// `nil` differs from an empty text.
    mutating func combine(_ text: String?) {
        for byte in text?.utf8 ?? "".utf8 { add(byte) }
        // Bytes that stand in no text.
        add(text == nil ? 0xFE : 0xFF)
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt128(byte)) &* Self.prime }
}
