/// What words do to a feeling and how much they matter, in one language; made once.
struct LimbicLexicon: Sendable {
    /// Feelings, and what changes them.
    let feelings: PhraseTable
    /// Topics that matter, and talk that does not. Apart from the feelings, because "j'adore" is both and their sayings overlap.
    let matters: PhraseTable
    /// How many words and sayings are listed with a feeling, their inflected forms not counted.
    let feelingCount: Int

    static let french = LimbicLexicon(.french)
    static let english = LimbicLexicon(.english)

    init(_ words: LimbicWords) {
        var feelings = PhraseTable(), matters = PhraseTable(), count = 0
        func feel(_ table: String, _ forms: Inflection, _ roles: Roles) {
            Self.entries(table) { item, valence, arousal in
                count += 1
                feelings.add(item, forms) { sense in
                    guard !sense.roles.contains(.feeling) else { return }
                    (sense.valence, sense.arousal) = (valence, arousal)
                    sense.roles.formUnion(roles.union(.feeling))
                }
            }
        }
        feel(Self.pictures, .none, [])
        feel(words.sayings, .none, [])
        feel(words.conjugated, .none, .verb)
        feel(words.adjectives, words.adjectiveForms, [])
        feel(words.nouns, words.nounForms, [])
        feel(words.verbs, words.verbForms, .verb)
        feel(words.oaths, words.nounForms, .oath)
        Self.entries(words.boosts) { item, strength, _ in feelings.add(item, .none) { if $0.boost == 0 { $0.boost = strength } } }
        for (roles, list) in words.roles {
            for item in list.split(separator: ",") { feelings.add(item.drop { $0 == " " }, .none) { $0.roles.formUnion(roles) } }
        }
        var topic: UInt8 = 0
        for line in words.topics.split(separator: "\n") {
            topic += 1
            Self.entries(line) { item, weight, _ in
                matters.add(item, words.nounForms) { if $0.importance == 0 { ($0.importance, $0.topic) = (weight, topic) } }
            }
        }
        for (roles, list) in words.talk {
            for item in list.split(separator: ",") { matters.add(item.drop { $0 == " " }, .none) { $0.roles.formUnion(roles) } }
        }
        (self.feelings, self.matters, feelingCount) = (feelings, matters, count)
    }

    /// Reads lines of "number number: item, item": tenths, the second number optional.
    private static func entries(_ table: some StringProtocol, _ body: (Substring, Double, Double) -> Void) {
        for line in table.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let numbers = line[..<colon].split(separator: " ").compactMap { Double($0) }
            for item in line[line.index(after: colon)...].split(separator: ",") {
                body(Substring(item).drop { $0 == " " }, (numbers.first ?? 0) / 10, numbers.count > 1 ? numbers[1] / 10 : 0)
            }
        }
    }

    struct Roles: OptionSet, Sendable {
        let rawValue: UInt16
        /// Feels like something.
        static let feeling = Roles(rawValue: 1)
        /// A conjugated feeling: what denies it in French comes after it ("j'aime pas").
        static let verb = Roles(rawValue: 2)
        /// Denies what follows; two of them undo each other.
        static let denial = Roles(rawValue: 4)
        /// Denies what follows, and agrees with another denial instead of undoing it ("jamais rien").
        static let concord = Roles(rawValue: 8)
        /// "plus": denies only where something says so.
        static let noLonger = Roles(rawValue: 16)
        /// The "ne" that goes with a denial, and says nothing alone.
        static let ne = Roles(rawValue: 32)
        /// "mais": what follows weighs more than what was before.
        static let contrast = Roles(rawValue: 64)
        /// "si": what follows is only supposed.
        static let supposition = Roles(rawValue: 128)
        /// Ends the reach of a denial.
        static let boundary = Roles(rawValue: 256)
        static let oneself = Roles(rawValue: 512)
        static let others = Roles(rawValue: 1024)
        /// Too small to count for a distance.
        static let filler = Roles(rawValue: 2048)
        /// Stirs; unpleasant only when nothing else is said.
        static let oath = Roles(rawValue: 4096)
        /// Asks, when it opens a sentence.
        static let question = Roles(rawValue: 8192)
        /// Talk that is not worth keeping.
        static let trivial = Roles(rawValue: 16384)
        /// An order to the house or a question of the moment: not worth keeping either, whatever it is about.
        static let order = Roles(rawValue: 32768)
    }

    struct Sense: Sendable {
        var roles: Roles = []
        var valence: Double = 0
        var arousal: Double = 0
        /// How much more (or less, below 0) the feeling beside it counts.
        var boost: Double = 0
        /// How important it makes what is said, 0 to 1, and the topic it belongs to: a topic counts once.
        var importance: Double = 0
        var topic: UInt8 = 0

        var isOnlyBoost: Bool { boost != 0 && roles.subtracting(.filler).isEmpty && importance == 0 }
    }
}
