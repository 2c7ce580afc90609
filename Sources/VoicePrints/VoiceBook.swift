public import Base
public import Domain
public import Foundation
import Synchronization

/// The voices of a household: learned from three sentences, known again utterance by utterance.
///
/// A voice can be imitated and recorded: it says whose preferences and memories are meant, and is never enough for what can do harm.
public final class VoiceBook: Sendable {
    /// Sentences that a print is made of.
    public static let sentences = 3...6
    /// Seconds of voice that a recording must have.
    private static let voiced = 1.0
    /// From this probability on it is this person, up to that one a stranger; in between nobody can say.
    private static let certain = 0.75, foreign = 0.25
    /// How much likelier, in cosine, the first must be than the second: voices of a family are alike.
    private static let lead = 0.05

    private let store: any VoicePrintStore
    private let embedder: any VoiceEmbedder
    private let ear: (any Ear)?
    private let clock: any WallClock
    /// What was read of the store, by household, until something is changed.
    private struct Read {
        var prints: [Household.ID: [(user: User, print: VoicePrint)]] = [:]
        /// Goes up with each change: what was read before it is not kept.
        var changes = 0
    }
    private let known = Mutex(Read())

    /// - Parameter ear: tells voice from noise; without it every sound is taken for a voice.
    public init(store: any VoicePrintStore, embedder: any VoiceEmbedder, ear: (any Ear)? = nil, clock: any WallClock) {
        self.store = store
        self.embedder = embedder
        self.ear = ear
        self.clock = clock
    }

    /// Learns a person's voice, and forgets what was known of it before.
    ///
    /// - Throws: `Problem.invalid` when there are too few or too many recordings, when one has too little speech, when they are not one voice, or when
    ///   it is somebody else's whose voice is known; `.unavailable` without a model.
    public func enrol(_ recordings: [AudioChunk], for principal: Principal) async throws {
        guard Self.sentences.contains(recordings.count) else {
            throw Problem(.invalid, "send \(Self.sentences.lowerBound) to \(Self.sentences.upperBound) recordings of one sentence each")
        }
        guard Set(recordings).count == recordings.count else {
            throw Problem(.invalid, "two recordings are the same: record each sentence for itself")
        }
        var embeddings: [VoiceEmbedding] = []
        for (index, recording) in recordings.enumerated() {
            if let ear, try await ear.secondsOfVoice(in: recording) < Self.voiced {
                throw Problem(.invalid, "recording \(index + 1): there is too little of a voice in it: say a whole sentence, near the microphone")
            }
            do {
                embeddings.append(try await embedder.embed(recording))
            } catch let problem as Problem where problem.code == .invalid {
                throw Problem(.invalid, "recording \(index + 1): \(problem.detail)")
            }
        }
        guard let model = embeddings.first?.model, embeddings.allSatisfy({ $0.model == model }) else {
            throw Problem(.unavailable, "the model that tells voices apart was changed meanwhile: try again")
        }
        let score = VoiceScore(model: model), values = embeddings.map(\.values)
        let likeness = values.indices.map { index in
            VoiceScore.cosine(values[index], values.indices.filter { $0 != index }.map { values[$0] })
        }
        if let odd = likeness.indices.min(by: { likeness[$0] < likeness[$1] }), score.probability(likeness[odd]) < 0.5 {
            throw Problem(.invalid, "recording \(odd + 1) does not sound like the others: record it again, alone and near the microphone")
        }
        for (user, print) in try await prints(of: principal.household) where user.id != principal.user && print.model == model {
            let nearest = values.map { score.probability(VoiceScore.cosine($0, print.embeddings)) }.reduce(0, +) / Double(values.count)
            guard nearest < Self.certain else {
                throw Problem(.conflict, "this voice is known as somebody else's in the household: that person's print has to be deleted first")
            }
        }
        try await store.save(VoicePrint(model: model, embeddings: values, enrolledAt: clock.now), for: principal)
        forgetWhatWasRead(of: principal.household)
    }

    /// Who speaks; `nil` when nobody's voice is known here, or when it cannot be said: too short, too noisy, between two voices.
    public func identify(_ audio: AudioChunk, in household: Household.ID) async throws -> Speaker? {
        let prints = try await prints(of: household)
        guard !prints.isEmpty else { return nil }
        let heard: VoiceEmbedding
        do {
            heard = try await embedder.embed(audio)
        } catch let problem as Problem where problem.code == .invalid {
            return nil
        }
        let score = VoiceScore(model: heard.model)
        let ranking = prints.filter { $0.print.model == heard.model }
            .map { (user: $0.user, cosine: VoiceScore.cosine(heard.values, $0.print.embeddings)) }.sorted { $0.cosine > $1.cosine }
        guard let best = ranking.first else { return nil }
        let probability = score.probability(best.cosine)
        if probability <= Self.foreign { return .stranger }
        guard probability >= Self.certain, ranking.count < 2 || best.cosine - ranking[1].cosine >= Self.lead else { return nil }
        return .known(best.user.id, name: best.user.name, score: probability)
    }

    /// The person's print, without anything of the voice: the model, how many sentences, since when. `nil` when there is none.
    public func about(_ principal: Principal) async throws -> (model: String, sentences: Int, enrolledAt: Date)? {
        try await prints(of: principal.household).first { $0.user.id == principal.user }
            .map { ($0.print.model, $0.print.embeddings.count, $0.print.enrolledAt) }
    }

    /// Forgets the person's voice. Returns whether it was known.
    public func forget(_ principal: Principal) async throws -> Bool {
        let wasThere = try await store.deleteVoicePrint(for: principal)
        forgetWhatWasRead(of: principal.household)
        return wasThere
    }

    private func prints(of household: Household.ID) async throws -> [(user: User, print: VoicePrint)] {
        let (kept, changes) = known.withLock { ($0.prints[household], $0.changes) }
        if let kept { return kept }
        let prints = try await store.voicePrints(of: household)
        known.withLock { if $0.changes == changes { $0.prints[household] = prints } }
        return prints
    }

    private func forgetWhatWasRead(of household: Household.ID) {
        known.withLock { known in
            known.prints[household] = nil
            known.changes += 1
        }
    }
}
