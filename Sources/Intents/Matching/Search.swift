import Base

/// Finds the cheapest ways through the templates that use up an utterance, from left to right.
///
/// At each place in the utterance there are hypotheses: a state of the automaton, what it cost to come there, the values of slots on the way.
/// All edges lead forward, so one pass is enough; at each place the best few are kept, and that bounds the work for any input.
struct Search {
    /// A slot with its value, and the slots before it.
    struct Link {
        let previous: Int32
        let label: Int32
        /// Words of the utterance: offsets into the lattice's symbols.
        let start: Int32
        let end: Int32
        let value: Value
    }

    enum Value: Hashable {
        /// Index of the value in its list.
        case listed(Int32)
        /// Index of the name in the house.
        case name(Int32)
        case number(Double)
        case free
        /// Words that should name something.
        case unknown
    }

    struct Hypothesis {
        var state: Determinizer.State
        var cost: Float
        /// Letters matched by the template's own words, and by free text.
        var literal: Int32 = 0
        var free: Int32 = 0
        /// Last slot; -1 for none.
        var link: Int32 = -1
        /// Identifies the departures from the template: two readings with the same ones read the same, corrected sentence.
        var departures = 0
        /// Identifies the slots and their values.
        var signature: Int = 0
        /// Label of the free text that is being taken, or -1, and where it began.
        var open: Int32 = -1
        var openStart: Int32 = 0
        /// Words of the template that were not said, articles and the like aside.
        var missing: Int32 = 0
        /// Whether it holds, or is taking, free text.
        var isFree: Bool { open >= 0 || free > 0 }
        /// Whether nothing of the template itself was matched yet, and something of the utterance skipped.
        var skippedFirst = false
    }

    /// A run of the utterance that a list takes.
    struct Span {
        let end: Int
        let value: Value
        let cost: Float
        var departures = 0
    }

    let grammar: CompiledGrammar
    let names: HomeNames
    let sentences: Determinizer
    let lists: [Determinizer]
    let numbers: Determinizer
    let places: (areas: Determinizer, floors: Determinizer, entities: Determinizer)
    var lattice: Lattice
    let isTolerant: Bool

    private(set) var links: [Link] = []
    /// By place: twice the offset, plus 1 behind the gap.
    private var table: [[Hypothesis]] = []
    private var spans: [Int64: [Span]] = [:]

    /// Hypotheses kept at one place.
    private static let beam = 56
    /// Of those, with free text: it fits anywhere, and would leave no room for the others.
    private static let freeBeam = 48
    private static let sameStateLimit = 6
    /// Those that a cheaper one leaves behind by more than this are not followed.
    private static let window: Float = 2.3

    init(
        grammar: CompiledGrammar, names: HomeNames, sentences: Determinizer, lists: [Determinizer], numbers: Determinizer,
        places: (areas: Determinizer, floors: Determinizer, entities: Determinizer), lattice: Lattice, isTolerant: Bool
    ) {
        self.grammar = grammar
        self.names = names
        self.sentences = sentences
        self.lists = lists
        self.numbers = numbers
        self.places = places
        self.lattice = lattice
        self.isTolerant = isTolerant
    }

    /// Hypotheses that used everything up, in no order.
    mutating func run() -> [Hypothesis] {
        let end = lattice.symbols.count
        table = Array(repeating: [], count: 2 * end + 2)
        add(Hypothesis(state: sentences.start, cost: 0), at: 0, isBehindGap: true)
        for word in 0..<lattice.count {
            expandWord(word)
        }
        return table[2 * end] + table[2 * end + 1]
    }

    private mutating func add(_ hypothesis: Hypothesis, at offset: Int, isBehindGap: Bool) {
        guard hypothesis.state != Determinizer.dead, hypothesis.cost <= Cost.limit else { return }
        let place = 2 * offset + (isBehindGap ? 1 : 0)
        let isFree = hypothesis.isFree
        var same = 0
        var (worst, worstCost, worstSame, worstSameCost) = (-1, Float(-1), -1, Float(-1))
        var kept = 0
        for index in table[place].indices {
            let other = table[place][index]
            if other.state == hypothesis.state, other.open == hypothesis.open {
                if other.signature == hypothesis.signature, other.openStart == hypothesis.openStart || hypothesis.open < 0 {
                    if hypothesis.cost < other.cost || (hypothesis.cost == other.cost && hypothesis.literal > other.literal) {
                        table[place][index] = hypothesis
                    }
                    return
                }
                same += 1
                if other.cost > worstSameCost { (worstSame, worstSameCost) = (index, other.cost) }
            }
            guard other.isFree == isFree else { continue }
            kept += 1
            if other.cost > worstCost { (worst, worstCost) = (index, other.cost) }
        }
        if same >= Self.sameStateLimit {
            // Different values for the same slots: a few, so that a near tie can be seen as one.
            if worstSameCost > hypothesis.cost { table[place][worstSame] = hypothesis }
        } else if kept < (isFree ? Self.freeBeam : Self.beam) {
            table[place].append(hypothesis)
        } else if hypothesis.cost < worstCost {
            table[place][worst] = hypothesis
        }
    }

    /// Follows everything that stands before a word, or inside it, to the end of that word.
    private mutating func expandWord(_ word: Int) {
        let start = lattice.starts[word]
        let end = lattice.starts[word + 1]
        // Before the gap: step over it.
        if word > 0 { crossGap(at: start, isSoft: lattice.isSoft[word - 1]) }
        // Left-out words first: they stay at the same place, and what they lead to is followed like the rest.
        var index = 0
        let place = 2 * start + 1
        let best = table[place].lazy.map(\.cost).min() ?? 0
        while index < table[place].count {
            let hypothesis = table[place][index]
            if hypothesis.cost <= best + Self.window {
                if isTolerant, hypothesis.open < 0 { leaveOutWord(hypothesis, at: start) }
                follow(hypothesis, word: word, from: start, isBehindGap: true)
            }
            index += 1
        }
        // Joined to the word before without a gap in the template: "40%", or a name with an ending.
        for offset in start..<max(end, start) {
            let place = 2 * offset
            if isTolerant, lattice.cuts[word].contains(offset) {
                for hypothesis in table[place] where hypothesis.open < 0 { insertGap(hypothesis, at: offset) }
                for hypothesis in table[place + 1] { follow(hypothesis, word: word, from: offset, isBehindGap: false) }
            }
            guard offset > start || word == 0 || lattice.isSoft[word - 1] else { continue }
            var index = 0
            while index < table[place].count {
                let hypothesis = table[place][index]
                if hypothesis.open < 0 { follow(hypothesis, word: word, from: offset, isBehindGap: false) }
                index += 1
            }
        }
        // A tolerant template may end with words that were left out.
        if isTolerant, word == lattice.count - 1 {
            crossGap(at: end, isSoft: false)
            var index = 0
            while index < table[2 * end + 1].count {
                let hypothesis = table[2 * end + 1][index]
                if hypothesis.open < 0 { leaveOutWord(hypothesis, at: end) }
                index += 1
            }
        }
    }

    private mutating func crossGap(at offset: Int, isSoft: Bool) {
        for hypothesis in table[2 * offset] {
            var crossed = hypothesis
            if hypothesis.open >= 0 {
                // Free text goes on over the gap.
                add(crossed, at: offset, isBehindGap: true)
            } else {
                crossed.state = sentences.step(hypothesis.state, Symbols.boundary)
                // The template may be at its end: only politeness can follow then.
                if crossed.state == Determinizer.dead, !sentences.accepts(hypothesis.state).isEmpty { crossed.state = hypothesis.state }
                add(crossed, at: offset, isBehindGap: true)
            }
        }
    }

    private mutating func leaveOutWord(_ hypothesis: Hypothesis, at offset: Int) {
        var small = hypothesis
        small.state = sentences.skippingSmallWord(hypothesis.state)
        small.cost += Cost.articleMissing
        small.departures &+= offset &* 31 &+ 7
        add(small, at: offset, isBehindGap: true)
        guard hypothesis.cost + Cost.wordMissing <= Cost.limit - 1 else { return }
        var next = hypothesis
        next.state = sentences.skippingWord(hypothesis.state)
        next.cost += Cost.wordMissing
        next.missing += 1
        next.departures &+= offset &* 31 &+ 11
        add(next, at: offset, isBehindGap: true)
    }

    /// All ways on from one hypothesis at or inside a word.
    private mutating func follow(_ hypothesis: Hypothesis, word: Int, from offset: Int, isBehindGap: Bool) {
        let end = lattice.starts[word + 1]
        if hypothesis.open >= 0 {
            takeFreely(hypothesis, word: word)
            return
        }
        // The word as it stands. Lists may begin inside it, after a prefix.
        var state = hypothesis.state
        var at = offset
        followLists(hypothesis, word: word, at: offset)
        while at < end {
            state = sentences.step(state, lattice.symbols[at])
            guard state != Determinizer.dead else { break }
            at += 1
            guard at < end else { break }
            let isCut = isTolerant && !lattice.cuts[word].isEmpty && lattice.cuts[word].contains(at)
            guard isCut || sentences.listCount(state) > 0 else { continue }
            var inside = hypothesis
            inside.state = state
            inside.literal += Int32(at - offset)
            followLists(inside, word: word, at: at)
            if isCut { insertGap(inside, at: at) }
        }
        if at == end, state != Determinizer.dead {
            var next = hypothesis
            next.state = state
            next.literal += Int32(end - offset)
            add(next, at: end, isBehindGap: false)
        }
        guard isBehindGap else { return }
        for skip in lattice.skips[word] {
            var next = hypothesis
            next.cost += Cost.skippedPhrase
            add(next, at: lattice.starts[skip], isBehindGap: true)
        }
        guard isTolerant else { return }
        for detour in lattice.detours[word] {
            let cost = hypothesis.cost + detour.cost
            guard cost <= Cost.limit else { continue }
            var state = hypothesis.state
            for index in detour.symbols where state != Determinizer.dead { state = sentences.step(state, lattice.detourSymbols[index]) }
            guard state != Determinizer.dead else { continue }
            var next = hypothesis
            next.state = state
            next.cost = cost
            next.departures &+= detour.identity
            next.literal += Int32(detour.symbols.count)
            add(next, at: lattice.starts[detour.end], isBehindGap: false)
        }
        let isLight = lattice.isLight(word)
        if isLight {
            var other = hypothesis
            other.state = sentences.skippingSmallWord(hypothesis.state)
            other.cost += Cost.articleOther
            other.departures &+= offset &* 31 &+ 5
            add(other, at: end, isBehindGap: true)
        }
        if !grammar.functionWords.turning.contains(lattice.word(word).folded) {
            var next = hypothesis
            next.cost += isLight ? Cost.articleExtra : Cost.wordExtra
            next.departures &+= offset &* 31 &+ 13
            if next.literal == 0 { next.skippedFirst = true }
            // Behind the word as behind a gap: the template goes on where it was.
            add(next, at: end, isBehindGap: true)
        }
    }

    /// Two words that were written as one.
    private mutating func insertGap(_ hypothesis: Hypothesis, at offset: Int) {
        var next = hypothesis
        next.state = sentences.step(hypothesis.state, Symbols.boundary)
        next.cost += Cost.joined
        next.departures &+= offset &* 31 &+ 3
        add(next, at: offset, isBehindGap: true)
    }

    private mutating func takeFreely(_ hypothesis: Hypothesis, word: Int) {
        let end = lattice.starts[word + 1]
        var open = hypothesis
        open.free += Int32(end - lattice.starts[word])
        add(open, at: end, isBehindGap: false)
        // Or it ends here.
        var closed = open
        closed.open = -1
        link(
            &closed,
            Link(
                previous: hypothesis.link, label: hypothesis.open, start: hypothesis.openStart, end: Int32(end), value: .free))
        add(closed, at: end, isBehindGap: false)
    }

    private mutating func link(_ hypothesis: inout Hypothesis, _ link: Link) {
        hypothesis.link = Int32(links.count)
        var hasher = Hasher()
        hasher.combine(hypothesis.signature)
        hasher.combine(link.label)
        hasher.combine(link.value)
        if link.value == .free || link.value == .unknown {
            hasher.combine(link.start)
            hasher.combine(link.end)
        }
        hypothesis.signature = hasher.finalize()
        links.append(link)
    }

    private mutating func followLists(_ hypothesis: Hypothesis, word: Int, at offset: Int) {
        for step in sentences.lists(hypothesis.state) {
            let kind = grammar.kinds[Int(step.label)]
            if case .wildcard = kind {
                var open = hypothesis
                open.state = step.target
                open.open = step.label
                open.openStart = Int32(offset)
                if offset == lattice.starts[word] {
                    takeFreely(open, word: word)
                } else {
                    // After a prefix written as one with it.
                    open.free += Int32(lattice.starts[word + 1] - offset)
                    add(open, at: lattice.starts[word + 1], isBehindGap: false)
                    open.open = -1
                    link(
                        &open,
                        Link(previous: hypothesis.link, label: step.label, start: Int32(offset), end: Int32(lattice.starts[word + 1]), value: .free))
                    add(open, at: lattice.starts[word + 1], isBehindGap: false)
                }
                continue
            }
            for span in spans(of: kind, label: step.label, word: word, at: offset) {
                var next = hypothesis
                next.state = step.target
                next.cost += span.cost
                next.departures &+= span.departures
                guard next.cost <= Cost.limit else { continue }
                link(
                    &next,
                    Link(
                        previous: hypothesis.link, label: step.label, start: Int32(offset), end: Int32(span.end), value: span.value))
                add(next, at: span.end, isBehindGap: false)
            }
        }
    }

    /// The runs from an offset that a list takes; found once for each list and place.
    private mutating func spans(of kind: CompiledGrammar.ListKind, label: Int32, word: Int, at offset: Int) -> [Span] {
        let identity: Int64 =
            switch kind {
            case .area: 0
            case .floor: 1
            case .name: 2
            case .values(let index): 16 + Int64(index)
            case .range: 1 << 20 + Int64(label)
            case .wildcard: 3
            }
        let key = identity << 32 | Int64(offset)
        if let known = spans[key] { return known }
        var found: [Span] = []
        switch kind {
        case .area: found = named(places.areas, word: word, at: offset)
        case .floor: found = named(places.floors, word: word, at: offset)
        case .name: found = named(places.entities, word: word, at: offset)
        case .values(let index):
            found = Walk.run(lists[index], lattice, word: word, at: offset, isTolerant: isTolerant).map {
                Span(end: $0.end, value: .listed($0.accepted), cost: $0.cost, departures: $0.departures)
            }
        case .range(let range):
            found = NumberReader(grammar: grammar, numbers: numbers, isTolerant: isTolerant).spans(in: lattice, word: word, at: offset, range: range)
        case .wildcard: break
        }
        spans[key] = found
        return found
    }

    /// Names of the house, and, when tolerant, up to four words that are none.
    private func named(_ determinizer: Determinizer, word: Int, at offset: Int) -> [Span] {
        var found = Walk.run(determinizer, lattice, word: word, at: offset, isTolerant: isTolerant).map {
            Span(end: $0.end, value: .name($0.accepted), cost: $0.cost, departures: $0.departures)
        }
        guard isTolerant, offset == lattice.starts[word] else { return found }
        // An unknown name does not begin or end with an article.
        guard !grammar.functionWords.light.contains(lattice.word(word).folded) else { return found }
        for last in word..<min(word + 4, lattice.count) {
            let folded = lattice.word(last).folded
            if grammar.functionWords.turning.contains(folded) { break }
            if grammar.functionWords.light.contains(folded) { continue }
            let cost = Cost.unknownName + 0.1 * Float(last - word)
            if !found.contains(where: { $0.end == lattice.starts[last + 1] && $0.cost < cost }) {
                found.append(Span(end: lattice.starts[last + 1], value: .unknown, cost: cost, departures: offset &* 31 &+ 17))
            }
        }
        return found
    }
}
