import Base
import Domain
import Foundation

@testable import Memory

/// The ranking, done plainly: every fragment that the user may see, every feature, no index. Words are taken as they stand.
struct PlainSearch {
    var entries: [IndexEntry]
    var vectors: [Fragment.ID: [Int8]] = [:]

    func scores(_ query: SearchQuery) -> [(id: Fragment.ID, score: Double)] {
        let visible = entries.filter { $0.owner == query.user || $0.isShared }, asked = Set(Self.words(query.text))
        let sessions = Self.sessions(entries)
        var counts: [String: Int] = [:]
        for entry in visible { for word in Set(Self.words(entry.text)) { counts[word, default: 0] += 1 } }
        func rarity(_ word: String?) -> Double {
            let count = Double(word.flatMap { counts[$0] } ?? 0)
            return log(1 + (Double(visible.count) - count + 0.5) / (count + 0.5))
        }
        let total = asked.map { rarity($0) }.reduce(0, +)
        let passages = visible.map { passage(of: $0, sessions, query) }
        let mean = passages.map { $0.reduce(0) { $0 + $1.weight * Double($1.words.count) } }.reduce(0, +) / Double(max(visible.count, 1))
        return zip(visible, passages).compactMap { entry, passage in
            var features = Fusion.Features(), own = 0.0
            let length = passage.reduce(0) { $0 + $1.weight * Double($1.words.count) }, room = 1.2 * (0.25 + 0.75 * length / mean)
            for word in asked {
                let frequency = passage.reduce(0) { sum, near in sum + near.weight * Double(near.words.count { $0 == word }) }
                own += rarity(word) / total * frequency / (frequency + room)
            }
            features.passage = Float(own)
            let held = Self.words(entry.text)
            features.length = Float(log(1 + Double(held.count)))
            features.rarity = Float(held.map { rarity($0) }.reduce(0, +) / Double(max(held.count, 1)) / rarity(nil))
            var weights = Fusion.wordWeights
            if let vector = query.vector {
                weights = Fusion.allWeights
                features.cosine = Float(cosine(vector, entry.id))
                let around = passage.filter { $0.distance == 1 }.map { cosine(vector, $0.id) }
                features.cosineAround = around.isEmpty ? features.cosine : Float(around.reduce(0, +) / Double(around.count))
            }
            guard features.passage > 0 || features.cosine > 0 else { return nil }
            let age = query.now.timeIntervalSince(entry.occurredAt)
            return (entry.id, Double(Fusion.score(features, weights) + Fusion.recency(age: age)))
        }.sorted { $0.score > $1.score }
    }

    private struct Near {
        var id: Fragment.ID
        var distance: Int
        var weight: Double
        var words: [String]
    }

    static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private func cosine(_ query: [Float], _ id: Fragment.ID) -> Double {
        let row = (vectors[id] ?? []).map(Double.init), query = query.map(Double.init)
        let length = { (vector: [Double]) in vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        return zip(row, query).reduce(0) { $0 + $1.0 * $1.1 } / length(row) / length(query)
    }

    private func passage(of entry: IndexEntry, _ sessions: [[IndexEntry]], _ query: SearchQuery) -> [Near] {
        guard let session = sessions.first(where: { $0.contains { $0.id == entry.id } }), let at = session.firstIndex(where: { $0.id == entry.id }) else {
            return []
        }
        return session.indices.filter { abs($0 - at) <= 4 && (session[$0].owner == query.user || session[$0].isShared) }.map {
            Near(id: session[$0].id, distance: abs($0 - at), weight: pow(0.6, Double(abs($0 - at))), words: Self.words(session[$0].text))
        }
    }

    private static func sessions(_ entries: [IndexEntry]) -> [[IndexEntry]] {
        var sessions: [[IndexEntry]] = entries.filter { $0.conversation == nil }.map { [$0] }
        for conversation in Set(entries.compactMap(\.conversation)) {
            for entry in entries.filter({ $0.conversation == conversation }).sorted(by: { $0.id < $1.id }) {
                if let last = sessions.last?.last, last.conversation == conversation, entry.occurredAt.timeIntervalSince(last.occurredAt) <= 6 * 3600 {
                    sessions[sessions.count - 1].append(entry)
                } else {
                    sessions.append([entry])
                }
            }
        }
        return sessions
    }
}
