import Base
import Domain

/// The names of a house's areas, floors and entities, compiled into one automaton.
struct HomeNames: Sendable {
    /// One name and what bears it.
    struct Entry: Sendable {
        var name: String
        /// One for each that bears the name: id, and for entities its domain.
        var bearers: [(id: String, domain: String)]
        /// A name that Jarvis made by leaving something out; worth less than a given one.
        var isShortened: Bool
    }

    let automaton: Automaton
    let symbols: Symbols
    let areas: Automaton.Node
    let floors: Automaton.Node
    let entities: Automaton.Node
    let entries: [Entry]
    let vocabulary: Vocabulary
    /// The names by slot, with their letters for comparing.
    private let spelled: [String: [Spelled]]

    private struct Spelled {
        let name: String
        let letters: [UInt8]
        /// One bit for each letter it has.
        let mask: UInt32

        init(_ name: String) {
            self.name = name
            letters = HomeNames.letters(name)
            mask = Vocabulary.letters(of: letters)
        }
    }

    /// A house with more is one that is not a home.
    static let entityLimit = 20_000

    init(_ home: HomeModel, grammar: CompiledGrammar) {
        var compiler = TemplateCompiler(symbols: grammar.symbols, keepsAccents: grammar.keepsAccents)
        var words: [(text: String, symbols: [Symbols.Symbol])] = []
        var entries: [Entry] = []

        func compile(_ names: [(name: String, id: String, domain: String, isShortened: Bool)]) -> Automaton.Node {
            var order: [String] = []
            var byName: [String: Entry] = [:]
            for item in names {
                let key = Tokenizer.words(of: item.name).map(\.folded).joined(separator: " ")
                guard !key.isEmpty else { continue }
                if byName[key] == nil {
                    order.append(key)
                    byName[key] = Entry(name: item.name, bearers: [], isShortened: item.isShortened)
                }
                if byName[key]?.bearers.contains(where: { $0.id == item.id }) == false { byName[key]?.bearers.append((item.id, item.domain)) }
            }
            var nodes: [Automaton.Node] = []
            for key in order {
                guard let entry = byName[key] else { continue }
                var node = compiler.automaton.accept(entries.count)
                entries.append(entry)
                for symbol in compiler.spelled(entry.name).reversed() { node = compiler.automaton.symbol(symbol, then: node) }
                nodes.append(node)
                for word in Tokenizer.words(of: entry.name) { words.append((word.text, compiler.spelled(word.text))) }
            }
            guard var joined = nodes.first else { return compiler.automaton.accept(-1) }
            for node in nodes.dropFirst() { joined = compiler.automaton.either(node, joined) }
            return joined
        }

        areas = compile(home.areas.flatMap { area in ([area.name] + area.aliases).map { ($0, area.id, "area", false) } })
        floors = compile(home.floors.flatMap { floor in ([floor.name] + floor.aliases).map { ($0, floor.id, "floor", false) } })
        let exposed = home.entities.lazy.filter(\.isExposed).prefix(Self.entityLimit)
        entities = compile(exposed.flatMap { entity in ([entity.name] + entity.aliases).map { ($0, entity.id, entity.domain, false) } })
        compiler.automaton.seal()
        automaton = compiler.automaton
        symbols = compiler.symbols
        func letters(_ names: [String]) -> [Spelled] { names.prefix(1000).map(Spelled.init) }
        spelled = [
            "area": letters(home.areas.map(\.name)), "floor": letters(home.floors.map(\.name)), "name": letters(exposed.map(\.name)),
        ]
        self.entries = entries
        vocabulary = Vocabulary(language: grammar.language, words)
    }

    /// Names of the house that come nearest to one it does not have, at most three.
    func nearest(to text: String, slot: String) -> [String] {
        let said = Self.letters(text)
        let limit = max(2, said.count / 3)
        let pattern = Edits.Pattern(said)
        var found: [(name: String, distance: Int)] = []
        let mask = Vocabulary.letters(of: said)
        // One edit changes at most two of the letters that there are.
        for other in spelled[slot] ?? [] where abs(other.letters.count - said.count) <= limit && (mask ^ other.mask).nonzeroBitCount <= 2 * limit {
            let distance = other.letters.withUnsafeBufferPointer { pattern.distance(to: $0) }
            if distance <= limit { found.append((other.name, distance)) }
        }
        return found.sorted { $0.distance < $1.distance }.prefix(3).map(\.name)
    }

    private static func letters(_ text: String) -> [UInt8] { Array(Tokenizer.folded(Tokenizer.lowered(text)).utf8.prefix(40)) }
}
