/// A non-deterministic automaton over characters, the gaps between words, and lists: all templates of a language, or all names of a house.
///
/// Built from the end to the beginning: a template is compiled in front of what follows it. Nodes that do the same are made once, so that common
/// endings are shared.
struct Automaton: Sendable {
    typealias Node = Int32

    enum Kind: UInt8 { case symbol, list, split, accept }

    private(set) var kinds: [Kind] = []
    /// The symbol, the label of the list, the second way of a split, or what is accepted.
    private(set) var arguments: [Int32] = []
    /// What comes after; unused for `accept`.
    private(set) var nexts: [Node] = []
    private var known: [Key: Node] = [:]

    private struct Key: Hashable {
        var kind: Kind
        var argument: Int32
        var next: Node
    }

    var count: Int { kinds.count }

    mutating func reserve(_ count: Int) {
        kinds.reserveCapacity(count)
        arguments.reserveCapacity(count)
        nexts.reserveCapacity(count)
        known.reserveCapacity(count)
    }

    /// Forgets what is only needed while building.
    mutating func seal() { known = [:] }

    mutating func accept(_ value: Int) -> Node { make(.accept, Int32(value), -1) }
    mutating func symbol(_ symbol: Symbols.Symbol, then next: Node) -> Node { make(.symbol, Int32(symbol), next) }
    mutating func list(_ label: Int, then next: Node) -> Node { make(.list, Int32(label), next) }
    mutating func either(_ first: Node, _ second: Node) -> Node { first == second ? first : make(.split, second, first) }

    private mutating func make(_ kind: Kind, _ argument: Int32, _ next: Node) -> Node {
        let key = Key(kind: kind, argument: argument, next: next)
        if let node = known[key] { return node }
        let node = Node(kinds.count)
        kinds.append(kind)
        arguments.append(argument)
        nexts.append(next)
        known[key] = node
        return node
    }
}

/// Compiles templates into an automaton.
struct TemplateCompiler {
    /// A list as a template refers to it: which list, and the slot that its value goes to.
    struct Label: Sendable, Hashable {
        var list: String
        var slot: String
    }

    var automaton = Automaton()
    var symbols: Symbols
    var labels: [Label] = []
    /// Whether letters keep their accents: in languages that tell words apart by them alone.
    let keepsAccents: Bool
    private var labelIndex: [Label: Int] = [:]
    private var texts: [String: [Symbols.Symbol]] = [:]
    private var rules: [String: Template] = [:]
    private var compiledRules: [RuleKey: Automaton.Node] = [:]

    private struct RuleKey: Hashable {
        var rule: String
        var next: Automaton.Node
    }

    /// Rules may use rules; one that uses itself is not a template.
    private static let depthLimit = 40
    /// A language's templates stay far below; more is a file made to exhaust memory.
    static let nodeLimit = 8_000_000

    init(symbols: Symbols = Symbols(), keepsAccents: Bool = false) {
        self.symbols = symbols
        self.keepsAccents = keepsAccents
    }

    /// Uses these rules from now on.
    mutating func use(rules: [String: Template]) {
        self.rules = rules
        compiledRules = [:]
    }

    /// - Throws: `TemplateError` for a rule that does not exist or uses itself.
    mutating func compile(_ template: Template, then next: Automaton.Node, depth: Int = 0) throws(TemplateError) -> Automaton.Node {
        guard depth < Self.depthLimit else { throw TemplateError("rules stand too deep, or use themselves") }
        guard automaton.count < Self.nodeLimit else { throw TemplateError("the templates are too many") }
        switch template {
        case .text(let text):
            var node = next
            for symbol in spelled(text).reversed() { node = automaton.symbol(symbol, then: node) }
            return node
        case .sequence(let items):
            var node = next
            for item in items.reversed() { node = try compile(item, then: node, depth: depth) }
            return node
        case .alternatives(let items):
            var node: Automaton.Node?
            for item in items.reversed() {
                let branch = try compile(item, then: next, depth: depth)
                node = node.map { automaton.either(branch, $0) } ?? branch
            }
            return node ?? next
        case .permutation(let items): return try permute(items, then: next, depth: depth)
        case .rule(let name):
            let key = RuleKey(rule: name, next: next)
            if let node = compiledRules[key] { return node }
            guard let body = rules[name] else { throw TemplateError("there is no rule <\(name)>") }
            let node = try compile(body, then: next, depth: depth + 1)
            compiledRules[key] = node
            return node
        case .list(let list, let slot): return automaton.list(label(Label(list: list, slot: slot)), then: next)
        }
    }

    /// Every order of the items, with gaps between them.
    private mutating func permute(_ items: [Template], then next: Automaton.Node, depth: Int) throws(TemplateError) -> Automaton.Node {
        guard items.count <= 5 else { throw TemplateError("more than five things in any order") }
        guard !items.isEmpty else { return next }
        var node: Automaton.Node?
        for index in items.indices {
            var others = items
            let item = others.remove(at: index)
            let rest = try permute(others, then: next, depth: depth)
            let branch = try compile(item, then: automaton.symbol(Symbols.boundary, then: rest), depth: depth)
            let gapped = automaton.symbol(Symbols.boundary, then: branch)
            node = node.map { automaton.either(gapped, $0) } ?? gapped
        }
        return node ?? next
    }

    mutating func label(_ label: Label) -> Int {
        if let index = labelIndex[label] { return index }
        labels.append(label)
        labelIndex[label] = labels.count - 1
        return labels.count - 1
    }

    /// Text as symbols, in the form in which utterances are compared; runs of gaps are one.
    mutating func spelled(_ text: String) -> [Symbols.Symbol] {
        if let known = texts[text] { return known }
        var result: [Symbols.Symbol] = []
        let lowered = Tokenizer.lowered(text)
        for scalar in (keepsAccents ? lowered : Tokenizer.folded(lowered)).unicodeScalars {
            switch Tokenizer.kind(of: scalar) {
            case .letter, .digit, .symbol: result.append(symbols.intern(scalar))
            case .boundary, .pause: if result.last != Symbols.boundary { result.append(Symbols.boundary) }
            }
        }
        texts[text] = result
        return result
    }
}
