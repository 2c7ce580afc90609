import Domain
import Foundation

/// Finding the meaning of what has no vector by the model in use: after something was said, after an import, and after the model was changed.
extension Mind {
    private static let meaningBatch = 64
    /// Batches in one go; the rest has its turn later.
    private static let meaningSteps = 10

    /// Returns whether there is more to do.
    func findMeanings() async throws -> Bool {
        guard let meaning else { return false }
        for _ in 0..<Self.meaningSteps {
            let ids = index.withoutVector(limit: Self.meaningBatch, languages: meaning.languages)
            guard !ids.isEmpty else { return false }
            let fragments = try await parts.fragments.fragments(ids, of: household)
            guard !fragments.isEmpty else { return false }
            let vectors = try await meaning.vectors(of: fragments)
            try await parts.fragments.keep(vectors, by: meaning.model, in: household)
            index.setVectors(vectors)
            // What the model makes nothing of would be asked for for ever.
            if vectors.isEmpty { return false }
        }
        return true
    }
}
