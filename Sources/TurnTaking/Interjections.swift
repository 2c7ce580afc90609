import Base

/// Short things said into an answer that are no turn of their own.
enum Interjection: Sendable, Hashable {
    /// Jarvis is to be silent, and to do nothing else.
    case stop
    /// "Mm-hm": the speaker listens.
    case backchannel

    /// `nil` for everything that is to be answered: "arrête" alone is for Jarvis, "arrête la musique" is an order.
    init?(_ text: String) {
        var words = Words.folded(text)
        while let first = words.first, Self.address.contains(first) { words.removeFirst() }
        while let last = words.last, Self.address.contains(last) || Self.courtesy.contains(last) { words.removeLast() }
        let phrase = words.joined(separator: " ")
        if Self.stops.contains(phrase) {
            self = .stop
        } else if !phrase.isEmpty, words.allSatisfy(Self.backchannels.contains) {
            self = .backchannel
        } else {
            return nil
        }
    }

    /// In both languages, whichever is spoken: they are short, and take the same way in the ear.
    private static let stops: Set<String> = [
        "stop", "stop stop", "stoppe", "tais toi", "taisez vous", "tais", "chut", "chut chut", "arrete", "arrete toi", "arrete arrete", "arretez", "silence",
        "ca suffit", "assez", "c est bon", "c est bon arrete", "laisse tomber", "laisse", "annule", "non arrete", "non stop", "ok stop", "la ferme",
        "shut up", "be quiet", "quiet", "hush", "shush", "never mind", "nevermind", "cancel", "enough", "that s enough", "stop it", "stop talking",
        "stop that", "ok thanks stop", "forget it",
    ]
    private static let backchannels: Set<String> = ["mm", "mmm", "hm", "hmm", "mhm", "hum", "ah", "oh", "euh", "uh", "huh", "um"]
    private static let address: Set<String> = ["jarvis", "hey", "he", "eh", "oh", "bon"]
    private static let courtesy: Set<String> = ["please", "merci", "thanks", "svp", "maintenant", "now"]
}
