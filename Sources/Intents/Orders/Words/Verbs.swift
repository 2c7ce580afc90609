/// The verbs that orders begin with, in the forms they are said in, and what each asks for.
struct Verbs: Sendable {
    /// What kind of change a verb asks for: enough to tell a word from its contrary.
    enum Act: Sendable, Hashable {
        case on, off, open, shut, lock, unlock, raise, lower, other

        /// Whether taking one for the other would do the opposite of what was asked.
        func isContrary(to other: Act) -> Bool {
            switch (self, other) {
            case (.on, .off), (.off, .on), (.on, .shut), (.shut, .on), (.open, .off), (.off, .open), (.open, .shut), (.shut, .open), (.open, .lock),
                (.lock, .open),
                (.lock, .unlock), (.unlock, .lock), (.raise, .lower), (.lower, .raise), (.shut, .unlock), (.unlock, .shut), (.raise, .shut), (.lower, .open),
                (.shut, .raise), (.open, .lower):
                true
            default: false
            }
        }
    }

    struct Form: Sendable {
        /// As the templates have it.
        var imperative: String
        var act: Act
    }

    private let forms: [String: Form]
    private let spelled: [(letters: [UInt8], form: Form)]
    private let sounds: [String: Form]
    /// Words of everyday speech that look or sound like one of the verbs, and must not be taken for it.
    private let falseFriends: Set<String>
    private let language: String

    /// - Parameters:
    ///   - table: for each act, lines of forms, the imperative first.
    init(_ table: [(Act, String)], falseFriends: String, language: String) {
        var forms: [String: Form] = [:]
        var spelled: [(letters: [UInt8], form: Form)] = []
        var sounds: [String: Form] = [:]
        for (act, lines) in table {
            for line in lines.split(separator: "|") {
                let words = line.split(separator: " ").map(String.init)
                guard let imperative = words.first else { continue }
                let form = Form(imperative: imperative, act: act)
                // "ferment", "fermé": a recognizer hears no difference to "ferme" and "fermer"; "fermes" is said with "tu".
                let stems = language == "fr" ? words.filter { $0.hasSuffix("er") }.map { $0.dropLast(2) } : []
                for word in words + stems.flatMap({ [$0 + "ent", $0 + "é", $0 + "es"] }) {
                    let folded = Tokenizer.folded(word)
                    guard forms[folded] == nil else { continue }
                    forms[folded] = form
                    spelled.append((Array(folded.utf8), form))
                    if folded.count > 3, let key = Sounds.key(of: word, in: language), sounds[key] == nil { sounds[key] = form }
                }
            }
        }
        self.forms = forms
        self.spelled = spelled
        self.sounds = sounds
        self.falseFriends = Set(falseFriends.split(separator: " ").map(String.init))
        self.language = language
    }

    subscript(folded: String) -> Form? { forms[folded] }

    func isFalseFriend(_ folded: String) -> Bool { falseFriends.contains(folded) }

    /// The verb that a word is, or is a slip of.
    func nearest(to word: Sentence.Word) -> Form? {
        if let form = forms[word.folded] { return form }
        guard !falseFriends.contains(word.folded), word.folded.utf8.count >= 4 else { return nil }
        if let key = Sounds.key(of: word.text, in: language), let form = sounds[key] { return form }
        let letters = Array(word.folded.utf8)
        let limit = letters.count >= 7 ? 2 : 1
        var best: (form: Form, distance: Int)?
        var isTied = false
        for (spelling, form) in spelled where spelling.count >= 4 && abs(spelling.count - letters.count) <= limit {
            let distance = Edits.distance(letters, spelling, limit: limit)
            guard distance <= limit else { continue }
            if let current = best, distance >= current.distance {
                if distance == current.distance, current.form.act.isContrary(to: form.act) { isTied = true }
                continue
            }
            (best, isTied) = ((form, distance), false)
        }
        return isTied ? nil : best?.form
    }
}
