/// An engine for any speech, with another beside it that hears only what the home can be told: both are heard, so that whoever understands orders can
/// choose. The first gives the text; the second stands among the alternatives with a confidence of its own.
package final class SecondOpinion: Recognizer {
    package var name: String { first.name }
    package var languages: [String] { first.languages }

    private let first: any Recognizer
    private let second: any Recognizer

    package init(first: any Recognizer, second: any Recognizer) {
        self.first = first
        self.second = second
    }

    /// - Throws: `RecognitionError` when the first cannot; without the second there is one opinion less.
    package func open(_ request: RecognitionRequest) throws -> any Recognition {
        let main = try first.open(request)
        var quiet = request
        quiet.wantsPartials = false
        guard let other = try? second.open(quiet) else { return main }
        return Both(first: main, second: other)
    }

    private struct Both: Recognition {
        let first: any Recognition
        let second: any Recognition

        func accept(_ samples: [Int16]) async throws {
            async let other: Void? = try? second.accept(samples)
            try await first.accept(samples)
            await other
        }

        func partial() -> Hypothesis? { first.partial() }

        func finish() async throws -> Hypothesis {
            async let opinion = try? second.finish()
            var heard = try await first.finish()
            if var opinion = await opinion, !opinion.text.isEmpty {
                let more = opinion.alternatives
                opinion.alternatives = []
                heard.alternatives += [opinion] + more
            }
            return heard
        }
    }
}
