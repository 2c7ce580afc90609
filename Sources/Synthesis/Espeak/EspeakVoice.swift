/// A voice as espeak-ng lists it.
struct EspeakVoice: Sendable {
    /// The library's name for people: `French (France)`.
    var title: String
    /// The file within the library's data: `roa/fr`.
    var identifier: String
    /// Tags, each with how well the voice suits it: lower is better.
    var languages: [(tag: String, priority: Int)]

    /// Gives each voice a name of its own, the language tag that suits it best or else its file, and puts the voices of a language in order,
    /// best first. Voices of other engines that the library can drive (MBROLA) are left out.
    static func named(_ entries: [EspeakVoice]) -> [(name: String, voice: EspeakVoice)] {
        var taken: Set<String> = []
        var voices: [(name: String, voice: EspeakVoice)] = []
        for entry in entries where !entry.identifier.hasPrefix("mb/") && !entry.identifier.hasPrefix("!v/") {
            guard let first = entry.languages.first else { continue }
            let file = entry.identifier.split(separator: "/").last.map { $0.lowercased() } ?? entry.identifier
            let short = LanguageTag.short(first.tag)
            let name = taken.insert(short).inserted ? short : file
            taken.insert(name)
            voices.append((LanguageTag.normal(name), entry))
        }
        return voices.sorted { one, other in (one.voice.base, one.voice.rank, one.name) < (other.voice.base, other.voice.rank, other.name) }
    }

    /// The language without region or script.
    private var base: String { languages.first.map { String($0.tag.prefix { $0 != "-" }) } ?? "" }
    /// How well it suits its language as such.
    private var rank: Int { languages.first { $0.tag == base }?.priority ?? Int.max }
}
