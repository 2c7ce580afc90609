import Domain

/// How far what was written down can be believed.
enum Trust: Sendable, Hashable {
    case sure
    /// It may have been something else: what changes something is asked about first.
    case doubtful
    /// As good as nothing was understood.
    case none

    /// Of a grammar's sentences below this, one in nine was what had been said; the rest were others, or no orders at all.
    private static let least = 0.4
    /// Below this three in five were what had been said, above it four in five.
    private static let most = 0.8
    /// The engine that makes a sentence of the home of whatever it hears. Others write what they hear, and their numbers mean other things.
    private static let grammar = "pocketsphinx"

    /// Orders are shorter than this, in seconds. Of what is shorter in English the number says too little to refuse it: synthetic voices get a few
    /// hundredths for what was right.
    private static let breath = 4.0
    /// Of short French below this, one in a hundred and twenty was what had been said, and two in three sentences that were no orders.
    private static let leastBrief = 0.15

    init(_ transcript: Transcript) {
        if let first = transcript.words.first, let last = transcript.words.last, last.end - first.start < Self.breath {
            guard transcript.language == .french, transcript.engine == Self.grammar, let confidence = transcript.confidence else {
                self = .sure
                return
            }
            self = confidence < Self.leastBrief ? .none : confidence < Self.least ? .doubtful : .sure
            return
        }
        guard let confidence = transcript.confidence, !transcript.text.isEmpty else {
            self = .sure
            return
        }
        if confidence < Self.least {
            self = .none
        } else {
            self = confidence < Self.most && (transcript.engine ?? Self.grammar) == Self.grammar ? .doubtful : .sure
        }
    }
}
