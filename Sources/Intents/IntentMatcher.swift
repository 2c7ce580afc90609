import Base
public import Domain
import Synchronization

/// Finds what an utterance may mean, by the templates of a language and the names of a house.
///
/// First as the templates say it; only when that gives nothing, with departures: misspelled and misheard words, small words left out or put in,
/// words that were dropped, names that the house does not have. Each departure has its cost (`Cost`); what is sure enough to act on is decided
/// by whoever reads the candidates.
public final class IntentMatcher: CandidateFinder {
    private let grammar: CompiledGrammar
    private let names: HomeNames
    private let home: HomeModel
    private let engine: Mutex<Engine>

    /// Everything that walks automata and keeps what it made: one thread at a time.
    private struct Engine: ~Copyable {
        let sentences: Determinizer
        let others: [Determinizer]
        var guesses: [String: [Vocabulary.Guess]] = [:]
        /// Commands inside an utterance are read while its own search is still looked at.
        var outer: Search
        var inner: Search
        /// What the commands inside the utterance that is being read would cost, by their words.
        var commands: [Range<Int>: Double] = [:]

        /// Steps taken for the words that are being read.
        var work = 0

        mutating func run(_ lattice: Lattice, isTolerant: Bool, isInner: Bool) -> [Search.Hypothesis] {
            let budget = IntentMatcher.workLimit - work
            guard budget > 0 else { return [] }
            let found =
                isInner
                ? inner.run(lattice, isTolerant: isTolerant, budget: budget) : outer.run(lattice, isTolerant: isTolerant, budget: budget)
            work += isInner ? inner.work : outer.work
            return found
        }

        func link(_ index: Int32, isInner: Bool) -> Search.Link { isInner ? inner.links[Int(index)] : outer.links[Int(index)] }

        mutating func begin() {
            work = 0
            commands.removeAll(keepingCapacity: true)
            sentences.forgetIfFull()
            for other in others { other.forgetIfFull() }
        }
    }

    /// Longer runs of words are not read at all, and neither is what has more letters.
    static let wordLimit = 120
    static let letterLimit = 1500
    /// Longer runs of words are only read as the templates say them.
    static let tolerantWordLimit = 18
    /// Steps that reading takes at most, five times what the hardest of the test sentences take: what needs more is not understood.
    static let workLimit = 30_000
    private static let candidateLimit = 8

    /// - Parameter grammar: made once for each language; matchers of other houses can use it too.
    public init(grammar: CompiledGrammar, home: HomeModel) {
        self.grammar = grammar
        self.home = home
        let names = HomeNames(home, grammar: grammar)
        self.names = names
        let small = grammar.lightWords
        func determinizer(_ automaton: Automaton, _ entry: Automaton.Node, _ symbols: Symbols) -> Determinizer {
            Determinizer(automaton, entry: entry, width: symbols.count, smallWords: small)
        }
        let sentences = determinizer(grammar.sentences, grammar.entry, grammar.symbols)
        let lists = grammar.lists.map { determinizer(grammar.values, $0.entry, grammar.symbols) }
        let numbers = determinizer(grammar.numbers, grammar.numbersEntry, grammar.symbols)
        let places = (
            areas: determinizer(names.automaton, names.areas, names.symbols), floors: determinizer(names.automaton, names.floors, names.symbols),
            entities: determinizer(names.automaton, names.entities, names.symbols)
        )
        func search() -> Search {
            Search(grammar: grammar, sentences: sentences, lists: lists, numbers: numbers, places: places, symbols: names.symbols)
        }
        engine = Mutex(
            Engine(sentences: sentences, others: lists + [numbers, places.areas, places.floors, places.entities], outer: search(), inner: search()))
    }

    public func candidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate] {
        guard Self.isReadable(sentence, range) else { return [] }
        return engine.withLock { engine in
            engine.begin()
            return candidates(&engine, sentence, range, area, isInner: false)
        }
    }

    /// Steps that reading all of a sentence takes.
    func work(for sentence: Sentence) -> Int {
        guard Self.isReadable(sentence, sentence.words.indices) else { return 0 }
        return engine.withLock { engine in
            engine.begin()
            _ = candidates(&engine, sentence, sentence.words.indices, nil, isInner: false)
            return engine.work
        }
    }

    /// Reads one sentence of each kind, right and misspelled, so that the first people's sentences find the automata walked in; ends early in a task
    /// that is cancelled.
    public func warmUp() {
        for block in grammar.blocks where !Task.isCancelled {
            guard let text = block.sentences.first.map({ $0.example(rules: grammar.rules) }) else { continue }
            for variant in [text, String(text.dropLast(2))] {
                let sentence = Sentence(variant)
                _ = candidates(for: sentence, in: sentence.words.indices, area: nil)
            }
        }
    }

    public func exactCandidates(for sentence: Sentence, in range: Range<Int>, area: String?) -> [Candidate] {
        guard Self.isReadable(sentence, range) else { return [] }
        return engine.withLock { engine in
            engine.begin()
            let lattice = Lattice(sentence, range, grammar: grammar, symbols: names.symbols)
            return search(&engine, lattice, isTolerant: false, area, isInner: false)
        }
    }

    private static func isReadable(_ sentence: Sentence, _ range: Range<Int>) -> Bool {
        (1...wordLimit).contains(range.count) && sentence.words[range].reduce(0) { $0 + $1.folded.utf8.count } <= letterLimit
    }

    /// - Parameter isInner: the words are a command inside another one, which can hold no third.
    private func candidates(_ engine: inout Engine, _ sentence: Sentence, _ range: Range<Int>, _ area: String?, isInner: Bool) -> [Candidate] {
        var lattice = Lattice(sentence, range, grammar: grammar, symbols: names.symbols)
        var found = search(&engine, lattice, isTolerant: false, area, isInner: isInner)
        // Free text takes anything: also the misspelled words of a template that says more.
        if found.first.map({ $0.freeSlots > 0 }) ?? true, range.count <= Self.tolerantWordLimit {
            lattice.addDetours([grammar.vocabulary, names.vocabulary], memory: &engine.guesses)
            if found.isEmpty || (0..<lattice.count).contains(where: { lattice.nearMiss($0) != nil || lattice.isTelling($0) }) {
                found = search(&engine, lattice, isTolerant: true, area, isInner: isInner)
            }
        }
        if !found.isEmpty {
            // What free text was charged for decided between readings; the one that won owes nothing for it.
            found[0].cost -= found[0].charge
            // Only the first is ever talked about, and not when it is far from everything.
            if !isInner, found[0].cost < Double(Cost.unknownName) + 0.7 {
                found[0].unknown = found[0].unknown.map { UnknownName(slot: $0.slot, text: $0.text, nearest: names.nearest(to: $0.text, slot: $0.slot)) }
            }
        }
        return found
    }

    private func search(_ engine: inout Engine, _ lattice: Lattice, isTolerant: Bool, _ area: String?, isInner: Bool) -> [Candidate] {
        // With none of the template's own words said, nothing speaks for it.
        let found = engine.run(lattice, isTolerant: isTolerant, isInner: isInner).filter {
            $0.open < 0 && ($0.literal > 0 || ($0.missing == 0 && $0.free == 0))
        }.sorted { $0.cost < $1.cost }
        let reading = Reading(lattice: lattice, isTolerant: isTolerant, area: area, isInner: isInner)
        var best: [Candidate] = []
        var accepted: [Int32] = []
        for hypothesis in found {
            // What it means costs no less than its words do: the rest is no better than what there is.
            if best.count >= Self.candidateLimit {
                best.sort { Self.isBetter($0, than: $1) }
                best.removeLast(best.count - Self.candidateLimit)
                if Self.rounded(best[Self.candidateLimit - 1].cost) < Self.rounded(Double(hypothesis.cost)) { break }
            }
            accepted.removeAll(keepingCapacity: true)
            for index in engine.sentences.accepts(hypothesis.state) { accepted.append(engine.sentences.accepted(at: index, of: hypothesis.state)) }
            let behind = engine.sentences.step(hypothesis.state, Symbols.boundary)
            if behind != Determinizer.dead {
                for index in engine.sentences.accepts(behind) { accepted.append(engine.sentences.accepted(at: index, of: behind)) }
            }
            accepted.sort()
            for (index, block) in accepted.enumerated() where block >= 0 && (index == 0 || accepted[index - 1] != block) {
                guard let candidate = candidate(&engine, of: grammar.blocks[Int(block)], hypothesis, reading) else { continue }
                if let same = best.firstIndex(where: { $0.intent == candidate.intent }) {
                    if Self.isBetter(candidate, than: best[same]) { best[same] = candidate }
                } else {
                    best.append(candidate)
                }
            }
        }
        best.sort { Self.isBetter($0, than: $1) }
        return Array(best.prefix(Self.candidateLimit))
    }

    /// What a candidate is made from, its hypothesis aside.
    private struct Reading {
        let lattice: Lattice
        let isTolerant: Bool
        let area: String?
        /// The words are a command inside another one, which can hold no third.
        let isInner: Bool
    }

    /// Takes free text into a candidate's cost: near misses of known words in it, text that says nothing, a command that is none.
    private func charge(_ candidate: inout Candidate, _ engine: inout Engine, _ link: Search.Link, _ reading: Reading) {
        let lattice = reading.lattice
        let label = grammar.labels[Int(link.label)]
        let words = lattice.words(from: Int(link.start), to: Int(link.end))
        if label.slot == "conversation_command" {
            candidate.cost += reading.isInner ? Double(Cost.notACommand) : commandCost(&engine, lattice.sentence, words, reading.area)
            return
        }
        guard reading.isTolerant else { return }
        var charge: Float = 0
        var telling: Float = 0
        var isEmpty = true
        var hasTime = false
        for word in words.lowerBound - lattice.range.lowerBound..<words.upperBound - lattice.range.lowerBound {
            let isTelling = lattice.isTelling(word)
            if let miss = lattice.nearMiss(word) { charge += miss + Cost.nearMissAsText } else if isTelling { telling += Cost.tellingAsText }
            let isTime = lattice.number(word) != nil || lattice.isUnit(word)
            if isTime { hasTime = true }
            if !lattice.isLight(word), !isTime { isEmpty = false }
        }
        if isEmpty || (label.slot == "name" && hasTime) { candidate.cost += Double(Cost.emptyText) }
        if !words.isEmpty, lattice.isLight(words.upperBound - 1 - lattice.range.lowerBound) { charge += Cost.articleAsText }
        let total = Double(charge + min(telling, Cost.tellingAsTextLimit))
        candidate.charge += total
    }

    /// How far words are from a command that could be run.
    private func commandCost(_ engine: inout Engine, _ sentence: Sentence, _ words: Range<Int>, _ area: String?) -> Double {
        if let known = engine.commands[words] { return known }
        var cost = Double(Cost.notACommand)
        if let inner = candidates(&engine, sentence, words, area, isInner: true).first, !inner.intent.name.hasSuffix("Timer") {
            cost = min(inner.cost + inner.charge + (inner.freeSlots > 0 ? 0.5 : 0), cost)
        }
        engine.commands[words] = cost
        return cost
    }

    /// The order of home-assistant-intents' own recognizer, below the cost: a name of the house, less free text, more literal text.
    static func isBetter(_ a: Candidate, than b: Candidate) -> Bool {
        let (x, y) = (rounded(a.cost), rounded(b.cost))
        if x != y { return x < y }
        if (a.intent.slots["name"]?.ids.isEmpty == false) != (b.intent.slots["name"]?.ids.isEmpty == false) {
            return a.intent.slots["name"]?.ids.isEmpty == false
        }
        if a.freeSlots != b.freeSlots { return a.freeSlots < b.freeSlots }
        if a.literalLetters != b.literalLetters { return a.literalLetters > b.literalLetters }
        if a.freeLetters != b.freeLetters { return a.freeLetters < b.freeLetters }
        // "garage door" as one thing, before a door in the garage.
        let (m, n) = (a.spokenSlots, b.spokenSlots)
        if m != n { return m < n }
        if a.cost != b.cost { return a.cost < b.cost }
        if a.intent.name != b.intent.name { return a.intent.name < b.intent.name }
        return a.intent.slots.count < b.intent.slots.count
    }

    /// Less is no difference.
    private static func rounded(_ cost: Double) -> Double { (cost * 50).rounded() }

    /// What a hypothesis means by one block of templates; `nil` when the block asks for a context that is not there.
    private func candidate(
        _ engine: inout Engine, of block: IntentPackage.Block, _ hypothesis: Search.Hypothesis, _ reading: Reading
    ) -> Candidate? {
        let lattice = reading.lattice
        var candidate = Candidate(
            intent: Intent(block.intent), cost: Double(hypothesis.cost), literalLetters: Int(hypothesis.literal), freeLetters: Int(hypothesis.free))
        candidate.departures = hypothesis.departures
        var context: [String: [JSONValue]] = [:]
        var link = hypothesis.link
        while link >= 0 {
            let current = engine.link(link, isInner: reading.isInner)
            link = current.previous
            let slot = grammar.labels[Int(current.label)].slot
            let text = lattice.text(from: Int(current.start), to: Int(current.end))
            switch current.value {
            case .listed(let index):
                guard case .values(let list) = grammar.kinds[Int(current.label)] else { continue }
                let value = grammar.lists[list].values[Int(index)]
                candidate.intent.slots[slot] = SlotValue(value.out, text: text)
                for (key, value) in value.context { context[key, default: []].append(value) }
            case .name(let index):
                let entry = names.entries[Int(index)]
                var bearers = entry.bearers
                if case .name = grammar.kinds[Int(current.label)] {
                    bearers = bearers.filter { allows(block, domain: $0.domain) }
                    guard !bearers.isEmpty else { return nil }
                    context["domain", default: []] += bearers.map { .string($0.domain) }
                }
                candidate.intent.slots[slot] = SlotValue(.string(entry.name), text: text, ids: bearers.map(\.id))
            case .number(let value): candidate.intent.slots[slot] = SlotValue(.number(value), text: text)
            case .free:
                candidate.intent.slots[slot] = SlotValue(.string(text), text: text)
                candidate.freeSlots += 1
                charge(&candidate, &engine, current, reading)
            case .unknown:
                candidate.intent.slots[slot] = SlotValue(.string(text), text: text)
                candidate.unknown.append(UnknownName(slot: slot, text: text, nearest: []))
            }
        }
        // "Joue …" with nothing but a text takes whatever begins so.
        if candidate.intent.slots["search_query"] != nil, candidate.spokenSlots == 1, candidate.charge > Cost.searchRefundLimit {
            candidate.cost += max(candidate.charge, Double(Cost.emptyText))
            candidate.charge = 0
        }
        candidate.cost += candidate.charge
        candidate.missing = Int(hypothesis.missing)
        let isHalf = lattice.isCutOff || (lattice.isBroken && hypothesis.missing == 0)
        if isHalf, candidate.cost > 0.1 || candidate.freeSlots > 0 { candidate.cost += Double(Cost.cutOff) }
        for (key, requirement) in block.requires where key != "area" {
            if candidate.unknown.contains(where: { $0.slot == "name" }) { continue }
            guard let values = context[key], requirement.values.isEmpty || values.contains(where: { requirement.values.contains($0) }) else { return nil }
        }
        for (key, requirement) in block.excludes {
            if let values = context[key], values.contains(where: { requirement.values.contains($0) }) { return nil }
        }
        for (slot, value) in block.slots where candidate.intent.slots[slot] == nil { candidate.intent.slots[slot] = SlotValue(value) }
        // Which question it is ("any", "how_many") is known by the reply that the package has for it.
        if !block.response.isEmpty, block.intent == "HassGetState" { candidate.intent.slots["response"] = SlotValue(.string(block.response)) }
        if let slot = block.requires["area"]?.slot, candidate.intent.slots[slot] == nil {
            if let area = reading.area, let name = home.areas.first(where: { $0.id == area })?.name {
                candidate.intent.slots[slot] = SlotValue(.string(name), ids: [area])
            } else {
                candidate.needsArea = true
            }
        }
        return candidate
    }

    private func allows(_ block: IntentPackage.Block, domain: String) -> Bool {
        if let required = block.requires["domain"], !required.values.isEmpty, !required.values.contains(.string(domain)) { return false }
        if let excluded = block.excludes["domain"], excluded.values.contains(.string(domain)) { return false }
        return true
    }
}
