/// A voice that can be asked for.
package struct SpeechVoice: Sendable, Hashable {
    /// What clients ask for; unique within its engine: `fr`, `en-gb`, `fr_FR-siwis-medium`.
    package var name: String
    /// For people: `French (France)`.
    package var title: String
    /// BCP 47 tags of what it speaks, best first, in lower case: `fr-fr`, `fr`.
    package var languages: [String]
    /// `espeak-ng` or `piper`.
    package var engine: String
    /// Samples a second.
    package var sampleRate: Int
    /// Names of its speakers when it has several, the default first.
    package var speakers: [String] = []
    /// An SPDX expression, or the words of its source.
    package var licence: String
    /// Where it comes from: an address.
    package var source: String

    package init(
        name: String, title: String, languages: [String], engine: String, sampleRate: Int, speakers: [String] = [], licence: String, source: String
    ) {
        self.name = name
        self.title = title
        self.languages = languages
        self.engine = engine
        self.sampleRate = sampleRate
        self.speakers = speakers
        self.licence = licence
        self.source = source
    }
}

extension [SpeechVoice] {
    /// The voice with this name; a title or a language tag will do too.
    package func named(_ name: String) -> SpeechVoice? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted } ?? first { $0.title.lowercased() == wanted } ?? speaking(name)
    }

    /// The best voice for a language tag, the first one of several that suit it alike; a region that no voice knows is left out: `fr-CA` is `fr`.
    package func speaking(_ tag: String) -> SpeechVoice? {
        var parts = LanguageTag.normal(tag).split(separator: "-")
        while !parts.isEmpty {
            let wanted = parts.joined(separator: "-")
            let fitting = compactMap { voice in voice.languages.firstIndex(of: wanted).map { (voice, $0) } }
            if let best = fitting.min(by: { $0.1 < $1.1 }) { return best.0 }
            parts.removeLast()
        }
        return nil
    }
}

enum LanguageTag {
    /// `fr_CA` is `fr-ca`.
    static func normal(_ tag: some StringProtocol) -> String { String(tag.lowercased().map { $0 == "_" ? "-" : $0 }) }

    /// `fr-fr` is `fr`: a region that repeats the language says nothing.
    static func short(_ tag: String) -> String {
        let parts = tag.split(separator: "-")
        return parts.count == 2 && parts[0] == parts[1] ? String(parts[0]) : tag
    }
}
