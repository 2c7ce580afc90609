import Base
import Domain
import Foundation

/// Texts as vectors, by an embedding model that may be away: then words alone find what is looked for.
struct Meaning: Sendable {
    let embedder: any Embedder
    /// What the model understands: a vector of anything else says nothing.
    let languages: Set<Language>
    let clock: any WallClock

    var model: String { embedder.model }

    /// Seconds that a question waits for its vector.
    private static let patience = 0.3

    /// The vector of a question, of length 1; `nil` when the model does not understand its language, or answer in time.
    func vector(of text: String, in language: Language?) async -> [Float]? {
        guard language.map(languages.contains) ?? true else { return nil }
        let short = String(text.prefix(2000))
        return await withTaskGroup(of: [Float]?.self) { group in
            group.addTask { try? await embedder.embed([short]).first.flatMap(Self.normalised) }
            group.addTask {
                try? await clock.sleep(until: clock.now + Self.patience)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    /// Vectors as they are kept. Throws what the model throws.
    func vectors(of fragments: [Fragment]) async throws -> [FragmentVector] {
        let vectors = try await embedder.embed(fragments.map { String($0.text.prefix(2000)) })
        return zip(fragments, vectors).compactMap { fragment, vector in
            Self.normalised(vector).map { unit in
                FragmentVector(id: fragment.id, components: unit.map { Int8(max(-127, min(127, ($0 * 127).rounded()))) })
            }
        }
    }

    private static func normalised(_ vector: [Float]) -> [Float]? {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 && length.isFinite ? vector.map { $0 / length } : nil
    }
}
