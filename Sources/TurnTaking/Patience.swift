/// How long is waited for what, in seconds of microphone audio.
struct Patience: Sendable, Hashable {
    /// Audio before the voice that goes to the transcriber with it: voice activity is noticed a little late, and soft first sounds not at all.
    var preroll = 0.5
    /// After this much silence the text is worked out, whether or not it was the end.
    var speculation = 0.2
    /// Silence that ends a whole command.
    var complete = 0.3
    /// Silence that ends an utterance of which no text is known.
    var wordless = 0.6
    var usual = 0.7
    /// In the middle of a sentence.
    var middle = 1.4
    var hesitation = 1.8
    /// An utterance that is longer is given up.
    var longest = 30.0
    /// Less voice than this is a cough.
    var cough = 0.2
    /// For speech after the wake word alone.
    var afterWake = 5.0
    /// Audio before the end of the wake word that holds all of it.
    var wakeWord = 1.2
    /// For a follow-up without the wake word after an answer, and after a question.
    var followUp = 4.0
    var answerToQuestion = 8.0
    /// How far an answer is taken back when it goes on after a cough.
    var takeUp = 0.2

    func silence(after end: SentenceEnd?) -> Double {
        switch end {
        case nil: wordless
        case .complete: complete
        case .usual: usual
        case .middle: middle
        case .hesitation: hesitation
        }
    }
}
