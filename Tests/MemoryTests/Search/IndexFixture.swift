import Base
import Domain
import Foundation

@testable import Memory

/// A household's index with what was said in it, told in short.
final class IndexFixture {
    let index: FragmentIndex
    let me = User.ID(), other = User.ID()
    let start = Date(timeIntervalSince1970: 1_750_000_000)
    private(set) var entries: [IndexEntry] = []
    private var last: Fragment.ID?

    init(limits: SearchLimits = SearchLimits()) { index = FragmentIndex(limits: limits) }

    /// Says something, a minute after what was said before.
    @discardableResult
    func say(
        _ text: String, by owner: User.ID? = nil, in conversation: Conversation.ID? = nil, kind: Fragment.Kind = .episode, isShared: Bool = false,
        at date: Date? = nil, language: Language? = nil, speaker: String? = nil, entities: [String] = [], importance: Double = 0.5,
        isHistory: Bool = false, from origin: Fragment.ID? = nil
    ) -> Fragment.ID {
        let date = date ?? start.addingTimeInterval(Double(entries.count) * 60), id = Fragment.ID(at: date, after: last)
        last = id
        let entry = IndexEntry(
            id: id, owner: owner ?? me, isShared: isShared, kind: kind, conversation: conversation, occurredAt: date, text: text, language: language,
            speaker: speaker, entities: entities, importance: importance, arousal: 0, isHistory: isHistory, origin: origin)
        entries.append(entry)
        index.insert([entry])
        return id
    }

    func query(_ text: String, by user: User.ID? = nil, vector: [Float]? = nil, limit: Int = 10) -> SearchQuery {
        SearchQuery(
            text: text, vector: vector, user: user ?? me, now: start.addingTimeInterval(1e6), timeZone: TimeZone(secondsFromGMT: 0) ?? .current, limit: limit)
    }

    func hits(_ text: String, by user: User.ID? = nil, _ change: (inout SearchQuery) -> Void = { _ in }) -> [Hit] {
        var query = query(text, by: user)
        change(&query)
        return index.search(query)
    }

    /// What was found, best first.
    func texts(_ text: String, by user: User.ID? = nil, _ change: (inout SearchQuery) -> Void = { _ in }) -> [String] {
        hits(text, by: user, change).compactMap { hit in entries.last { $0.id == hit.id }?.text }
    }
}
