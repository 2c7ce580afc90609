import Base

/// The templates of one language, compiled: everything about them that does not depend on a house. Made once, used for every house.
public final class CompiledGrammar: Sendable {
    /// What a list stands for, as a search needs it.
    enum ListKind: Sendable {
        case area, floor, name
        /// Values of the language: index into `lists`.
        case values(Int)
        case range(IntentPackage.List.Range)
        case wildcard
    }

    /// Values of a list, with the automaton that finds them.
    struct ValueList: Sendable {
        var entry: Automaton.Node
        var values: [IntentPackage.List.Value]
    }

    public let language: String
    let ignoresSpaces: Bool
    let keepsAccents: Bool
    let blocks: [IntentPackage.Block]
    let rules: [String: Template]
    let sentences: Automaton
    let entry: Automaton.Node
    let labels: [TemplateCompiler.Label]
    let kinds: [ListKind]
    /// All lists of values, in one automaton of their own.
    let values: Automaton
    let lists: [ValueList]
    let numbers: Automaton
    let numbersEntry: Automaton.Node
    let numberWords: NumberWords
    let symbols: Symbols
    let vocabulary: Vocabulary
    let functionWords: FunctionWords
    /// Small words as symbols, for templates that have one more than was said.
    let lightWords: [[Symbols.Symbol]]
    /// Politeness that may be overlooked, by first word.
    let phrases: [String: [[String]]]

    /// - Throws: `TemplateError` for templates that use what does not exist.
    public init(_ package: IntentPackage) throws(TemplateError) {
        language = package.language
        ignoresSpaces = package.ignoresSpaces
        keepsAccents = package.language == "vi"
        blocks = package.blocks
        rules = package.rules
        functionWords = FunctionWords.of(package.language)
        var compiler = TemplateCompiler(keepsAccents: keepsAccents)
        compiler.automaton.reserve(200_000)

        // Block by block, so that lists and rules of one block do not reach the others.
        var entries: [Automaton.Node] = []
        var kinds: [ListKind] = []
        var lists: [String: [IntentPackage.List.Value]] = [:]
        var listIndex: [String: Int] = [:]
        var listOrder: [String] = []
        func kind(of name: String, in block: IntentPackage.Block) throws(TemplateError) -> (key: String, kind: ListKind) {
            let own = block.lists[name]
            switch own ?? package.lists[name] {
            case .wildcard?: return (name + "*", .wildcard)
            case .range(let range)?: return (own == nil ? name : "\(name)#\(range)", .range(range))
            case .values(let values)?:
                let key = own == nil ? name : "\(name)#\(block.intent).\(block.combination)"
                if listIndex[key] == nil {
                    listIndex[key] = listOrder.count
                    listOrder.append(key)
                    lists[key] = values
                }
                return (key, .values(listIndex[key] ?? 0))
            case nil:
                switch name {
                case "area", "preferred_area_id": return (name, .area)
                case "floor": return (name, .floor)
                case "name": return (name, .name)
                default: throw TemplateError("there is no list {\(name)}")
                }
            }
        }
        var hasOwnRules = true
        for (index, block) in package.blocks.enumerated() {
            if hasOwnRules || !block.rules.isEmpty {
                hasOwnRules = !block.rules.isEmpty
                compiler.use(rules: hasOwnRules ? package.rules.merging(block.rules) { _, own in own } : package.rules)
            }
            let accept = compiler.automaton.accept(index)
            for sentence in block.sentences { entries.append(try compiler.compile(sentence, then: accept)) }
            for label in compiler.labels[kinds.count...] { kinds.append(try kind(of: label.list, in: block).kind) }
        }
        labels = compiler.labels
        self.kinds = kinds
        entry = Self.joined(entries, in: &compiler.automaton)
        compiler.automaton.seal()
        sentences = compiler.automaton

        compiler.automaton = Automaton()
        compiler.use(rules: package.rules)
        var compiled: [ValueList] = []
        for key in listOrder {
            let values = lists[key] ?? []
            var starts: [Automaton.Node] = []
            for (index, value) in values.enumerated() { starts.append(try compiler.compile(value.template, then: compiler.automaton.accept(index))) }
            compiled.append(ValueList(entry: Self.joined(starts, in: &compiler.automaton), values: values))
        }
        compiler.automaton.seal()
        self.lists = compiled
        values = compiler.automaton

        compiler.automaton = Automaton()
        let ranges = kinds.compactMap { if case .range(let range) = $0 { range } else { nil } }
        numberWords = NumberWords(language: package.language, ranges: Array(Set(ranges)))
        var spellings: [Automaton.Node] = []
        for (index, spelling) in numberWords.spellings.enumerated() {
            var node = compiler.automaton.accept(index)
            for symbol in compiler.spelled(spelling.text).reversed() { node = compiler.automaton.symbol(symbol, then: node) }
            spellings.append(node)
        }
        numbersEntry = Self.joined(spellings, in: &compiler.automaton)
        compiler.automaton.seal()
        numbers = compiler.automaton

        var words: Set<String> = []
        for template in package.rules.values { WordCollector.collect(template, into: &words) }
        for block in package.blocks {
            for template in block.sentences { WordCollector.collect(template, into: &words) }
            for template in block.rules.values { WordCollector.collect(template, into: &words) }
        }
        for list in compiled { for value in list.values { WordCollector.collect(value.template, into: &words) } }
        for spelling in numberWords.spellings { for word in Tokenizer.words(of: spelling.text) { words.insert(word.text) } }
        // In a fixed order, so that the same templates always give the same readings.
        let vocabulary = Vocabulary(language: package.language, words.sorted().map { ($0, compiler.spelled($0)) })
        self.vocabulary = vocabulary
        lightWords = vocabulary.lightWords.map { Array(vocabulary.symbols(of: $0)) }
        symbols = compiler.symbols
        phrases = package.skipWords.reduce(into: [:]) { phrases, phrase in
            let words = Tokenizer.words(of: phrase).map(\.folded)
            if let first = words.first { phrases[first, default: []].append(words) }
        }
    }

    private static func joined(_ entries: [Automaton.Node], in automaton: inout Automaton) -> Automaton.Node {
        // A balanced tree: a chain would be as deep as there are templates.
        var level = entries
        if level.isEmpty { return automaton.accept(-1) }
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: 2).map { $0 + 1 < level.count ? automaton.either(level[$0], level[$0 + 1]) : level[$0] }
        }
        return level[0]
    }
}

/// Gathers the words that a template can be said with, for guessing what a misspelled word was meant to be.
enum WordCollector {
    /// Forms of one word that are gathered; the suffixes of some languages make thousands.
    private static let formLimit = 300

    static func collect(_ template: Template, into words: inout Set<String>) {
        var forms: [String] = [""]
        walk(template, &forms, &words)
        finish(&forms, &words)
    }

    /// `forms`: the beginnings of the word that is being written when the template starts; on return, of the one when it ends.
    private static func walk(_ template: Template, _ forms: inout [String], _ words: inout Set<String>) {
        switch template {
        case .text(let text):
            var piece = ""
            for character in Tokenizer.lowered(text).unicodeScalars {
                switch Tokenizer.kind(of: character) {
                case .letter: piece.unicodeScalars.append(character)
                default:
                    forms = forms.map { $0 + piece }
                    piece = ""
                    finish(&forms, &words)
                }
            }
            if !piece.isEmpty { forms = forms.map { $0 + piece } }
        case .sequence(let items): for item in items { walk(item, &forms, &words) }
        case .alternatives(let items):
            var all: [String] = []
            for item in items {
                var branch = forms
                walk(item, &branch, &words)
                all += branch
            }
            forms = Array(Set(all).sorted().prefix(formLimit))
        case .permutation(let items):
            finish(&forms, &words)
            for item in items {
                walk(item, &forms, &words)
                finish(&forms, &words)
            }
        // What stands in a rule is gathered there; what touches it is not a whole word here.
        case .rule, .list:
            finish(&forms, &words)
        }
    }

    private static func finish(_ forms: inout [String], _ words: inout Set<String>) {
        for form in forms where !form.isEmpty { words.insert(form) }
        forms = [""]
    }
}
