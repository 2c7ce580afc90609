private import Foundation

/// All prepared voices of a folder as one engine: each is loaded when it is first asked for, and the least recently used let go of, because each takes
/// a hundred megabytes or two.
package actor PiperVoices: SpeechEngine {
    /// How many voices are held loaded: one for each language of a home, and one more.
    private static let loadedAtMost = 3

    private let loader = Loader()
    package nonisolated let voices: [SpeechVoice]
    private let directory: URL
    private let espeak: Espeak
    private let trial: @Sendable (_ folder: String) async throws(SynthesisError) -> Void
    /// Voices that are loaded or being loaded, the least recently used first.
    private var loaded: [(name: String, voice: Task<Result<PiperVoice, SynthesisError>, Never>)] = []
    /// What came of the voices that do not load; they are not tried again.
    private var broken: [String: SynthesisError] = [:]

    /// Looks for voices, and loads none.
    ///
    /// - Parameters:
    ///   - directory: as it was given to `PiperVoice.prepare`. A folder in it that is no voice is passed over; it need not exist.
    ///   - espeak: makes the phonemes.
    ///   - trial: comes before a voice is loaded, and throws when it is better not: a broken model ends the process that loads it.
    package init(
        directory: String, phonemesBy espeak: Espeak, trial: @escaping @Sendable (_ folder: String) async throws(SynthesisError) -> Void
    ) {
        self.directory = URL(filePath: directory)
        self.espeak = espeak
        self.trial = trial
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        voices = names.filter { !$0.hasPrefix(".") }.compactMap { try? PiperVoice.describe(folder: "\(directory)/\($0)") }.sorted {
            (Self.rank($0.name), $0.name) < (Self.rank($1.name), $1.name)
        }
    }

    /// The better of a language first: the quality ends the name.
    private static func rank(_ name: String) -> Int { ["high", "medium", "low"].firstIndex { name.hasSuffix($0) } ?? 3 }

    package nonisolated func say(_ piece: SpeechPiece, into audio: AsyncStream<[UInt8]>.Continuation) async throws(SynthesisError) {
        try await voice(piece.voice).say(piece, into: audio)
    }

    /// Loads a voice before it is asked for.
    ///
    /// - Throws: `unknownVoice`; `badVoice`; what `trial` throws.
    package func warm(_ name: String) async throws(SynthesisError) { _ = try await voice(name) }

    private func voice(_ name: String) async throws(SynthesisError) -> PiperVoice {
        if let error = broken[name] { throw error }
        guard voices.contains(where: { $0.name == name }) else { throw SynthesisError(.unknownVoice, "no voice of this name is installed") }
        let task: Task<Result<PiperVoice, SynthesisError>, Never>
        if let index = loaded.firstIndex(where: { $0.name == name }) {
            task = loaded.remove(at: index).voice
        } else {
            // Whoever asks for the voice next awaits it too, so one who goes away does not end it.
            task = Task { await load(name) }
            if loaded.count >= Self.loadedAtMost { loaded.removeFirst() }
        }
        loaded.append((name, task))
        switch await task.value {
        case .success(let voice): return voice
        case .failure(let error):
            broken[name] = error
            loaded.removeAll { $0.name == name }
            throw error
        }
    }

    private func load(_ name: String) async -> Result<PiperVoice, SynthesisError> {
        let folder = directory.appending(path: name).path
        do throws(SynthesisError) {
            try await trial(folder)
            return .success(try await loader.load(folder, phonemesBy: espeak))
        } catch {
            return .failure(error)
        }
    }
}

/// Loading blocks for about a second: on a thread of its own, it holds up no voice that is loaded.
private actor Loader {
    private let thread = EngineThread("piper loader")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    func load(_ folder: String, phonemesBy espeak: Espeak) throws(SynthesisError) -> PiperVoice { try PiperVoice(folder: folder, phonemesBy: espeak) }
}
