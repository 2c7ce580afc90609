import Base
import Domain
import Foundation

/// Finds the fragments of one household by their words, their meaning, and what stands around them. Lives in the process, and holds no words: only keyed
/// hashes of them (`WordHash`), under a key that ends with the process.
///
/// Searches go side by side; a change waits for those that are under way and holds the next ones up for as long as it takes to put a few hundred
/// fragments in their places, some milliseconds.
final class FragmentIndex: Sendable {
    /// So many entries are put in their places at a time.
    private static let batch = 256

    private let lexicons = Lexicons()
    private let rooms = SearchRooms()
    private let contents: SharedLock<IndexContents>

    init(limits: SearchLimits = SearchLimits()) { contents = SharedLock(IndexContents(limits)) }

    /// Adds entries; of those that are there already, the new one counts. A fragment whose text changed loses its vector.
    func insert(_ entries: [IndexEntry]) {
        for start in stride(from: 0, to: entries.count, by: Self.batch) {
            // Words are read before the lock is taken: that is most of the work.
            let prepared = lexicons.withLexicon { lexicon in entries[start..<min(start + Self.batch, entries.count)].map { prepare($0, lexicon) } }
            contents.write { contents in
                for entry in prepared { contents.insert(entry) }
                contents.settle()
            }
        }
    }

    func remove(_ ids: [Fragment.ID]) {
        contents.write { contents in
            for id in ids { contents.remove(id) }
            contents.settle()
        }
    }

    /// Gives fragments other weights; those that are not there are left out.
    func update(_ changes: [WeightChange]) {
        contents.write { contents in
            for change in changes { contents.update(change) }
            contents.settle()
        }
    }

    /// Keeps vectors of fragments that are there. The first one's dimension is that of all, until they are dropped.
    func setVectors(_ vectors: [FragmentVector]) {
        for start in stride(from: 0, to: vectors.count, by: Self.batch) {
            contents.write { contents in for vector in vectors[start..<min(start + Self.batch, vectors.count)] { contents.setVector(vector) } }
        }
    }

    /// Those without a vector whose language is one of these, or not known, in the order in which they came. Costs nothing when none is missing.
    func withoutVector(limit: Int, languages: Set<Language>) -> [Fragment.ID] {
        contents.write { $0.withoutVector(limit: limit, languages: languages) }
    }

    /// Forgets all vectors: another model is to make them.
    func dropVectors() { contents.write { $0.dropVectors() } }

    /// What bears on the query and its user may see, best first; empty when nothing does.
    func search(_ query: SearchQuery) -> [Hit] {
        let analyzed = lexicons.withLexicon { $0.analyzeQuery(query.text, in: query.language) }
        return rooms.withRoom { room in contents.read { $0.search(query, analyzed, room) } }
    }

    /// The query as its answer would have been said, which is what an embedding model finds that answer by: whom it names becomes "I"
    /// ("What did Zoé paint?", "What did I paint?"), when that is somebody who speaks in what the user may see.
    func inFirstPerson(_ text: String, language: Language?, for user: User.ID) -> String {
        let analyzed = lexicons.withLexicon { $0.analyzeQuery(text, in: language) }
        let isName = contents.read { contents in
            let view = contents.people.view(of: user)
            return analyzed.all.map { word in contents.names.speakers(word.key, in: view).isEmpty == false }
        }
        var result = "", end = text.utf8.startIndex
        for (index, word) in analyzed.all.enumerated() where isName[index] {
            let start = text.utf8.index(text.utf8.startIndex, offsetBy: word.range.lowerBound)
            if index == 0 || !isName[index - 1] {
                let isOwner = analyzed.all.indices.contains(index + 1) && analyzed.all[index + 1].folded == "s"
                result += text[end..<start] + analyzed.language(fr: "je", en: isOwner ? "my" : "I")
            }
            end = text.utf8.index(text.utf8.startIndex, offsetBy: word.range.upperBound)
            if text[end...].hasPrefix("'s") || text[end...].hasPrefix("’s") { end = text.index(end, offsetBy: 2) }
        }
        return result + text[end...]
    }

    var statistics: IndexStatistics { contents.read { $0.statistics } }

    private func prepare(_ entry: IndexEntry, _ lexicon: Lexicon) -> IndexContents.Prepared {
        var entities: [UInt64] = []
        for entity in entry.entities.map(lexicon.name) where !entities.contains(entity) { entities.append(entity) }
        var prepared = IndexContents.Prepared(
            entry: entry, text: lexicon.analyze(entry.text, in: entry.language),
            speaker: entry.speaker.map { (name: lexicon.name($0), words: lexicon.nameWords($0)) }, entities: entities)
        prepared.entry.text = ""
        return prepared
    }
}

/// How much there is in an index, and what it takes: bytes for each fragment, by part.
struct IndexStatistics: Sendable, Codable, Hashable {
    var fragments: Int
    /// Places of fragments that were removed; they are free again when the index is made anew.
    var gaps: Int
    var terms: Int
    var vectors: Int
    var sessions: Int
    var bytesPerFragment: [String: Double]
}

extension IndexContents {
    var statistics: IndexStatistics {
        let parts = [
            "fragments": slots.bytes, "postings": postings.bytes, "texts": texts.bytes, "names": names.bytes + entities.bytes,
            "counts": people.bytes, "conversations": conversations.bytes, "vectors": vectors.bytes,
        ]
        return IndexStatistics(
            fragments: count, gaps: gone, terms: postings.termCount, vectors: vectors.count, sessions: conversations.sessionCount,
            bytesPerFragment: parts.mapValues { Double($0) / Double(max(count, 1)) })
    }
}
