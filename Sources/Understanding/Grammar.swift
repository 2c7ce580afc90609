package import Base

/// Sentences a skill understands, written as templates, and what each means.
///
/// Templates are natural language with `(a|b)` for a choice, `[a]` for what may be missing, `{name}` for one or more words of any kind, and `<name>`
/// for a shared piece. They are folded like what is said, so accents, apostrophes, hyphens and case do not matter, and match the whole utterance.
package struct Grammar<Intent: Sendable>: Sendable {
    /// A sentence that matched.
    package struct Match {
        package let intent: Intent
        package let language: Language
        fileprivate let names: [String]
        fileprivate let ranges: [Range<Int>]

        /// The tokens in a slot; `nil` when it was not filled.
        package subscript(name: String) -> Range<Int>? { names.lastIndex(of: name).map { ranges[$0] } }
    }

    private struct Rule {
        package let intent: Intent
        package let language: Language
        let pattern: Pattern
        /// For a sentence that begins with a slot: the words of which one must follow it.
        let anchors: Set<String>
    }

    private var rules: [Rule] = []
    /// Rules by the first word they may begin with; rules that may begin with anything.
    private var byFirst: [String: [Int]] = [:]
    private var open: [Int] = []
    /// Templates that could not be read: none, as the tests see to.
    package private(set) var malformed: [String] = []

    package init(pieces: [String: String] = [:], french: [(Intent, [String])], english: [(Intent, [String])]) {
        for (language, sentences) in [(Language.french, french), (.english, english)] {
            for (intent, templates) in sentences { for template in templates { add(template, intent, language, pieces) } }
        }
    }

    private mutating func add(_ template: String, _ intent: Intent, _ language: Language, _ pieces: [String: String]) {
        guard let pattern = Pattern(template, pieces: pieces) else { return malformed.append(template) }
        let index = rules.count
        let start = pattern.start
        rules.append(Rule(intent: intent, language: language, pattern: pattern, anchors: start.anything ? pattern.anchors : []))
        if start.anything {
            open.append(index)
        } else {
            for word in start.words { byFirst[word, default: []].append(index) }
        }
    }

    /// The first sentence that matches, those in `language` first, in the order in which they were written.
    package func match(_ text: FoldedText, preferring language: Language) -> Match? { match(text, preferring: language) { $0 } }

    /// The first sentence that matches and that `accept` makes something of.
    package func match<Result>(_ text: FoldedText, preferring language: Language, _ accept: (Match) throws -> Result?) rethrows -> Result? {
        guard !text.tokens.isEmpty, text.isWhole else { return nil }
        let candidates = byFirst[text.tokens[0].text] ?? []
        if candidates.isEmpty, open.isEmpty { return nil }
        for own in [true, false] {
            for index in merged(candidates, open) where (rules[index].language == language) == own {
                let rule = rules[index]
                if !rule.anchors.isEmpty, !text.tokens.contains(where: { rule.anchors.contains($0.text) }) { continue }
                let result = try rule.pattern.match(text.tokens) { names, ranges in
                    try accept(Match(intent: rule.intent, language: rule.language, names: names, ranges: ranges))
                }
                if let result { return result }
            }
        }
        return nil
    }

    private func merged(_ a: [Int], _ b: [Int]) -> [Int] { b.isEmpty ? a : a.isEmpty ? b : (a + b).sorted() }
}

/// One template, ready to be compared.
struct Pattern: Sendable {
    fileprivate indirect enum Node: Sendable {
        case word(String)
        case sequence([Node])
        case choice([Node])
        case slot(String)
    }

    private let root: Node

    /// `nil` when brackets do not pair up or a piece is missing.
    init?(_ template: String, pieces: [String: String] = [:]) {
        var source = template
        for _ in 0..<4 where source.contains("<") {
            for (name, piece) in pieces { source = source.replacing("<\(name)>", with: "(\(piece))") }
        }
        guard !source.contains("<") else { return nil }
        var parser = Parser(rest: source[...])
        guard let root = parser.choice(), parser.rest.isEmpty else { return nil }
        self.root = root
    }

    /// What a match may begin with.
    var start: (words: Set<String>, anything: Bool) {
        let start = Self.start(of: root)
        return (start.words, start.anything || start.maybeEmpty)
    }

    /// The words of which one must stand behind a slot that opens the pattern; empty when nothing is known of them.
    var anchors: Set<String> {
        guard case .sequence(let nodes) = root, case .slot? = nodes.first else { return [] }
        let rest = Self.start(of: .sequence(Array(nodes.dropFirst())))
        return rest.anything || rest.maybeEmpty ? [] : rest.words
    }

    private static func start(of node: Node) -> (words: Set<String>, anything: Bool, maybeEmpty: Bool) {
        switch node {
        case .word(let word): return ([word], false, false)
        case .slot: return ([], true, false)
        case .choice(let nodes):
            let starts = nodes.map(start)
            return (starts.reduce(into: []) { $0.formUnion($1.words) }, starts.contains(where: \.anything), starts.contains(where: \.maybeEmpty))
        case .sequence(let nodes):
            var words: Set<String> = [], anything = false
            for node in nodes {
                let start = start(of: node)
                words.formUnion(start.words)
                anything = anything || start.anything
                if !start.maybeEmpty { return (words, anything, false) }
            }
            return (words, anything, true)
        }
    }

    /// Calls `accept` for each way in which all of the tokens match, shortest slots first, until it makes something of one.
    fileprivate func match<Result>(_ tokens: [FoldedText.Token], _ accept: ([String], [Range<Int>]) throws -> Result?) rethrows -> Result? {
        var result: Result?
        let walk = Walk(tokens: tokens)
        try walk.visit(root, 0) { end in
            guard end == tokens.count else { return false }
            result = try accept(walk.names, walk.ranges)
            return result != nil
        }
        return result
    }

    /// Backtracking with a bound on the work, so that no utterance can make it slow.
    private final class Walk {
        static let budget = 5000
        let tokens: [FoldedText.Token]
        var names: [String] = []
        var ranges: [Range<Int>] = []
        var steps = 0

        init(tokens: [FoldedText.Token]) { self.tokens = tokens }

        @discardableResult
        func visit(_ node: Node, _ index: Int, _ then: (Int) throws -> Bool) rethrows -> Bool {
            steps += 1
            guard steps < Self.budget else { return false }
            switch node {
            case .word(let word):
                return index < tokens.count && tokens[index].text == word ? try then(index + 1) : false
            case .sequence(let nodes):
                return try sequence(nodes[...], index, then)
            case .choice(let nodes):
                for node in nodes { if try visit(node, index, then) { return true } }
                return false
            case .slot(let name):
                guard index < tokens.count else { return false }
                names.append(name)
                ranges.append(index..<index)
                for end in index + 1...tokens.count {
                    steps += 1
                    ranges[ranges.count - 1] = index..<end
                    let depth = ranges.count
                    if try then(end) { return true }
                    names.removeLast(names.count - depth)
                    ranges.removeLast(ranges.count - depth)
                    if steps >= Self.budget { break }
                }
                names.removeLast()
                ranges.removeLast()
                return false
            }
        }

        private func sequence(_ nodes: ArraySlice<Node>, _ index: Int, _ then: (Int) throws -> Bool) rethrows -> Bool {
            guard let first = nodes.first else { return try then(index) }
            return try visit(first, index) { try sequence(nodes.dropFirst(), $0, then) }
        }
    }

    private struct Parser {
        var rest: Substring

        mutating func choice() -> Node? {
            var options: [Node] = []
            repeat {
                guard let option = sequence() else { return nil }
                options.append(option)
            } while take("|")
            return options.count == 1 ? options[0] : .choice(options)
        }

        private mutating func sequence() -> Node? {
            var nodes: [Node] = []
            while let next = rest.first, next != "|", next != ")", next != "]" {
                if take("(") {
                    guard let inner = choice(), take(")") else { return nil }
                    nodes.append(inner)
                } else if take("[") {
                    guard let inner = choice(), take("]") else { return nil }
                    nodes.append(.choice([inner, .sequence([])]))
                } else if take("{") {
                    guard let end = rest.firstIndex(of: "}") else { return nil }
                    nodes.append(.slot(String(rest[..<end])))
                    rest = rest[rest.index(after: end)...]
                } else if next == "}" {
                    return nil
                } else {
                    let text = rest.prefix { !"([{|)]}".contains($0) }
                    nodes += Tokenizer.tokens(of: String(text)).tokens.map { .word($0.text) }
                    rest = rest[text.endIndex...]
                }
            }
            return nodes.count == 1 ? nodes[0] : .sequence(nodes)
        }

        private mutating func take(_ character: Character) -> Bool {
            guard rest.first == character else { return false }
            rest.removeFirst()
            return true
        }
    }
}
