/// A voice of espeak-ng.
struct EspeakVoice: Sendable, Hashable {
    /// As the library lists it.
    struct Entry {
        var title: String
        var identifier: String
        /// Tags, each with how well the voice suits it: lower is better.
        var languages: [(tag: String, priority: Int)]
    }

    /// What clients ask for: the language tag, `fr`, `en-gb`, `fr-be`, `yue-latn-jyutping`; unique.
    let name: String
    /// The library's name for people: `French (France)`.
    let title: String
    /// The file within the library's data: `roa/fr`.
    let identifier: String
    /// The language tag that suits it best.
    let tag: String
    /// Every tag it suits, best first.
    let languages: [String]
    private let priorities: [String: Int]

    /// Gives each entry a name of its own, and puts the voices of a language in order, best first.
    /// Voices of other engines that the library can drive (MBROLA) are left out.
    static func unique(_ entries: [Entry]) -> [EspeakVoice] {
        var taken: Set<String> = []
        var voices: [EspeakVoice] = []
        for entry in entries where !entry.identifier.hasPrefix("mb/") && !entry.identifier.hasPrefix("!v/") {
            guard let first = entry.languages.first else { continue }
            let file = entry.identifier.split(separator: "/").last.map { $0.lowercased() } ?? entry.identifier
            let name = taken.insert(short(first.tag)).inserted ? short(first.tag) : file
            taken.insert(name)
            voices.append(
                EspeakVoice(
                    name: normal(name), title: entry.title, identifier: entry.identifier, tag: first.tag, languages: entry.languages.map(\.tag),
                    priorities: Dictionary(entry.languages.map { (normal($0.tag), $0.priority) }) { first, _ in first }))
        }
        return voices.sorted { ($0.base, $0.priorities[$0.base] ?? Int.max, $0.name) < ($1.base, $1.priorities[$1.base] ?? Int.max, $1.name) }
    }

    /// The language without region or script.
    private var base: String { String(tag.prefix(while: { $0 != "-" })) }

    /// `fr-fr` is `fr`: a region that repeats the language says nothing.
    private static func short(_ tag: String) -> String {
        let parts = tag.split(separator: "-")
        return parts.count == 2 && parts[0] == parts[1] ? String(parts[0]) : tag
    }

    private static func normal(_ tag: String) -> String { String(tag.lowercased().map { $0 == "_" ? "-" : $0 }) }
}

extension [EspeakVoice] {
    /// The voice with this name; a title, a file or a language tag will do too.
    func named(_ name: String) -> EspeakVoice? {
        let wanted = name.lowercased()
        return first { $0.name == wanted } ?? first { $0.title.lowercased() == wanted || $0.identifier.lowercased() == wanted } ?? speaking(name)
    }

    /// The best voice for a language tag; a region it does not know is left out: `fr-CA` is `fr`.
    func speaking(_ tag: String) -> EspeakVoice? {
        var parts = EspeakVoice.parts(of: tag)
        while !parts.isEmpty {
            let wanted = parts.joined(separator: "-")
            if let voice = first(where: { $0.name == wanted }) { return voice }
            let fitting = compactMap { voice in voice.priority(for: wanted).map { (voice, $0) } }
            if let best = fitting.min(by: { $0.1 < $1.1 }) { return best.0 }
            parts.removeLast()
        }
        return nil
    }
}

extension EspeakVoice {
    fileprivate static func parts(of tag: String) -> [Substring] { normal(tag).split(separator: "-")[...].map { $0 } }
    fileprivate func priority(for tag: String) -> Int? { priorities[tag] }
}
