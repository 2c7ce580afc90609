import Base

/// Finds the cheapest ways through the templates that use up an utterance, from left to right.
///
/// At each place in the utterance there are hypotheses: a state of the automaton, what it cost to come there, the values of slots on the way.
/// All edges lead forward, so one pass is enough; at each place the best few are kept (`Beam`), and that bounds the work for any input.
/// One search after the other uses the same memory.
struct Search: ~Copyable {
    /// A slot with its value, and the slots before it.
    struct Link {
        let previous: Int32
        let label: Int32
        /// Words of the utterance: offsets into the lattice's symbols.
        let start: Int32
        let end: Int32
        let value: Value
    }

    enum Value: Equatable {
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
        /// Slots whose words name nothing here.
        var unknown: Int16 = 0
        /// Whether nothing of the template itself was matched yet, and something of the utterance skipped.
        var skippedFirst = false
        /// Whether it holds, or is taking, free text.
        var isFree: Bool { open >= 0 || free > 0 }
    }

    /// A run of the utterance that a list takes.
    struct Span {
        let end: Int
        let value: Value
        let cost: Float
        var departures = 0
    }

    /// Spans that were found before, in `spans`.
    // Not private: see `Beam.Place`.
    struct Known {
        var key: UInt64 = 0
        var generation: UInt32 = 0
        var start: Int32 = 0
        var end: Int32 = 0
    }

    private let grammar: CompiledGrammar
    private let sentences: Determinizer
    private let lists: [Determinizer]
    private let numbers: Determinizer
    private let places: (areas: Determinizer, floors: Determinizer, entities: Determinizer)

    private(set) var lattice: Lattice
    private(set) var isTolerant = false
    /// Hypotheses that cost more are not followed; and those with two unknown names.
    private var limit: Float = Cost.limit
    private var limitOfUnknown: Float = Cost.limitOfUnknown
    private(set) var links = Store<Link>()
    private var beam = Beam()
    private var walk = Walk()
    private var spans = Store<Span>()
    /// Which list was looked for where: open addressing. What is of another generation is of a search before.
    private var known = Store<Known>()
    private var knownCount = 0
    private var generation: UInt32 = 0

    /// Those that a cheaper one leaves behind by more than this are not followed.
    private static let window: Float = 2.3

    init(
        grammar: CompiledGrammar, sentences: Determinizer, lists: [Determinizer], numbers: Determinizer,
        places: (areas: Determinizer, floors: Determinizer, entities: Determinizer), symbols: Symbols
    ) {
        self.grammar = grammar
        self.sentences = sentences
        self.lists = lists
        self.numbers = numbers
        self.places = places
        lattice = Lattice(Sentence(""), 0..<0, grammar: grammar, symbols: symbols)
        known.append(Known(), times: 1024)
    }

    /// Steps that the last search took: hypotheses that were offered, and places looked at for values.
    var work: Int { beam.work + walk.work }

    /// Hypotheses that used everything up, in no order; none when that takes more steps than `budget`.
    mutating func run(_ lattice: Lattice, isTolerant: Bool, budget: Int) -> [Hypothesis] {
        self.lattice = lattice
        self.isTolerant = isTolerant
        // What stops in the middle is charged for that in the end.
        limit = Cost.limit - (lattice.isCutOff ? Cost.cutOff : 0)
        limitOfUnknown = Cost.limitOfUnknown - (lattice.isCutOff ? Cost.cutOff : 0)
        links.removeAll()
        spans.removeAll()
        forgetSpans()
        walk.work = 0
        beam.begin(places: 2 * lattice.symbols.count + 2)
        add(Hypothesis(state: sentences.start, cost: 0), at: 0, isBehindGap: true)
        for word in 0..<lattice.count {
            expandWord(word)
            // All of it was heard, or nothing.
            if work > budget { return [] }
            beam.leave(2 * lattice.starts[word]..<2 * lattice.starts[word + 1])
        }
        let end = 2 * lattice.symbols.count
        return beam.hypotheses(at: end) + beam.hypotheses(at: end + 1)
    }

    @inline(__always) private mutating func add(_ hypothesis: Hypothesis, at offset: Int, isBehindGap: Bool) {
        guard hypothesis.state != Determinizer.dead, isWorth(hypothesis, hypothesis.cost) else { return }
        beam.add(hypothesis, at: 2 * offset + (isBehindGap ? 1 : 0))
    }

    /// Whether a hypothesis is worth following at a cost.
    @inline(__always) private func isWorth(_ hypothesis: Hypothesis, _ cost: Float) -> Bool {
        cost <= limit || hypothesis.unknown > 1 && cost <= limitOfUnknown
    }

    /// Follows everything that stands before a word, or inside it, to the end of that word.
    private mutating func expandWord(_ word: Int) {
        let start = lattice.starts[word]
        let end = lattice.starts[word + 1]
        // Before the gap: step over it.
        if word > 0 { crossGap(at: start) }
        // Left-out words first: they stay at the same place, and what they lead to is followed like the rest.
        let place = 2 * start + 1
        let limit = beam.lowestCost(at: place) + Self.window
        var index = 0
        while index < beam.count(at: place) {
            let hypothesis = beam[place, index]
            if hypothesis.cost <= limit {
                if isTolerant, hypothesis.open < 0 { leaveOutWord(hypothesis, at: start) }
                follow(hypothesis, word: word, from: start, isBehindGap: true)
            }
            index += 1
        }
        // Joined to the word before without a gap in the template: "40%", or a name with an ending.
        for offset in start..<max(end, start) {
            let place = 2 * offset
            if isTolerant, lattice.isCut(word, at: offset) {
                for index in 0..<beam.count(at: place) where beam[place, index].open < 0 { insertGap(beam[place, index], at: offset) }
                for index in 0..<beam.count(at: place + 1) { follow(beam[place + 1, index], word: word, from: offset, isBehindGap: false) }
            }
            guard offset > start || word == 0 || lattice.isSoft[word - 1] else { continue }
            var index = 0
            while index < beam.count(at: place) {
                if beam[place, index].open < 0 { follow(beam[place, index], word: word, from: offset, isBehindGap: false) }
                index += 1
            }
        }
        // A tolerant template may end with words that were left out.
        if isTolerant, word == lattice.count - 1 {
            crossGap(at: end)
            var index = 0
            while index < beam.count(at: 2 * end + 1) {
                let hypothesis = beam[2 * end + 1, index]
                if hypothesis.open < 0 { leaveOutWord(hypothesis, at: end) }
                index += 1
            }
        }
    }

    private mutating func crossGap(at offset: Int) {
        for index in 0..<beam.count(at: 2 * offset) {
            var crossed = beam[2 * offset, index]
            // Free text goes on over the gap.
            if crossed.open < 0 {
                let state = sentences.step(crossed.state, Symbols.boundary)
                // The template may be at its end: only politeness can follow then.
                if state != Determinizer.dead || sentences.accepts(crossed.state).isEmpty { crossed.state = state }
            }
            add(crossed, at: offset, isBehindGap: true)
        }
    }

    private mutating func leaveOutWord(_ hypothesis: Hypothesis, at offset: Int) {
        if isWorth(hypothesis, hypothesis.cost + Cost.articleMissing) {
            var small = hypothesis
            small.state = sentences.skippingSmallWord(hypothesis.state)
            small.cost += Cost.articleMissing
            small.departures &+= offset &* 31 &+ 7
            add(small, at: offset, isBehindGap: true)
        }
        // Of a template with free text no word may be missing: nearly everything would fit.
        guard hypothesis.cost + Cost.wordMissing <= Cost.limitOfMissing, !hypothesis.isFree else { return }
        var next = hypothesis
        next.state = sentences.skippingWord(hypothesis.state)
        next.cost += Cost.wordMissing
        next.missing += 1
        next.departures &+= offset &* 31 &+ 11
        add(next, at: offset, isBehindGap: true)
    }

    /// All ways on from one hypothesis at or inside a word.
    private mutating func follow(_ hypothesis: Hypothesis, word: Int, from offset: Int, isBehindGap: Bool) {
        if hypothesis.open >= 0 {
            takeFreely(hypothesis, word: word)
            return
        }
        followAsItStands(hypothesis, word: word, from: offset)
        guard isBehindGap else { return }
        for skip in lattice.skips[word] {
            var next = hypothesis
            next.cost += Cost.skippedPhrase
            add(next, at: lattice.starts[skip], isBehindGap: true)
        }
        if isTolerant { followOtherwise(hypothesis, word: word, from: offset) }
    }

    /// The word as it was said. Lists may begin inside it, after a prefix.
    private mutating func followAsItStands(_ hypothesis: Hypothesis, word: Int, from offset: Int) {
        let end = lattice.starts[word + 1]
        let mayBeCut = isTolerant && lattice.hasCuts(word)
        var state = hypothesis.state
        var at = offset
        followLists(hypothesis, word: word, at: offset)
        while at < end {
            state = sentences.step(state, lattice.symbols[at])
            guard state != Determinizer.dead else { return }
            at += 1
            guard at < end else { break }
            let isCut = mayBeCut && lattice.isCut(word, at: at)
            guard isCut || !sentences.lists(state).isEmpty else { continue }
            var inside = hypothesis
            inside.state = state
            inside.literal += Int32(at - offset)
            followLists(inside, word: word, at: at)
            if isCut { insertGap(inside, at: at) }
        }
        guard at == end else { return }
        var next = hypothesis
        next.state = state
        next.literal += Int32(end - offset)
        add(next, at: end, isBehindGap: false)
    }

    /// The word for another, for an article that was meant, or for nothing.
    private mutating func followOtherwise(_ hypothesis: Hypothesis, word: Int, from offset: Int) {
        let end = lattice.starts[word + 1]
        for position in lattice.detours(of: word) {
            let detour = lattice.detours[position]
            let cost = hypothesis.cost + detour.cost
            guard isWorth(hypothesis, cost) else { continue }
            var state = hypothesis.state
            for index in detour.symbols {
                state = sentences.step(state, lattice.detourSymbols[index])
                if state == Determinizer.dead { break }
            }
            guard state != Determinizer.dead else { continue }
            var next = hypothesis
            next.state = state
            next.cost = cost
            next.departures &+= detour.identity
            next.literal += Int32(detour.symbols.count)
            add(next, at: lattice.starts[detour.end], isBehindGap: false)
        }
        let isLight = lattice.isLight(word)
        if isLight, isWorth(hypothesis, hypothesis.cost + Cost.articleOther) {
            var other = hypothesis
            other.state = sentences.skippingSmallWord(hypothesis.state)
            other.cost += Cost.articleOther
            other.departures &+= offset &* 31 &+ 5
            add(other, at: end, isBehindGap: true)
        }
        if !lattice.isTurning(word) {
            var next = hypothesis
            next.cost += isLight ? Cost.articleExtra : Cost.wordExtra
            next.departures &+= offset &* 31 &+ 13
            if next.literal == 0, !next.skippedFirst {
                next.skippedFirst = true
                next.cost += Cost.withoutBeginning
            }
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
        close(&open, Link(previous: hypothesis.link, label: hypothesis.open, start: hypothesis.openStart, end: Int32(end), value: .free))
        add(open, at: end, isBehindGap: false)
    }

    private mutating func close(_ hypothesis: inout Hypothesis, _ link: Link) {
        hypothesis.open = -1
        self.link(&hypothesis, link)
    }

    private mutating func link(_ hypothesis: inout Hypothesis, _ link: Link) {
        hypothesis.link = Int32(links.count)
        var mixer = Mixer(UInt64(bitPattern: Int64(hypothesis.signature)))
        mixer.mix(UInt64(UInt32(bitPattern: link.label)))
        switch link.value {
        case .listed(let index): mixer.mix(1 << 40 | UInt64(UInt32(bitPattern: index)))
        case .name(let index): mixer.mix(2 << 40 | UInt64(UInt32(bitPattern: index)))
        case .number(let value): mixer.mix(value.bitPattern)
        case .free, .unknown:
            mixer.mix(link.value == .free ? 3 << 40 : 4 << 40)
            mixer.mix(UInt64(UInt32(bitPattern: link.start)) << 32 | UInt64(UInt32(bitPattern: link.end)))
        }
        hypothesis.signature = mixer.value
        links.append(link)
    }

    private mutating func followLists(_ hypothesis: Hypothesis, word: Int, at offset: Int) {
        for index in sentences.lists(hypothesis.state) {
            let label = sentences.list(at: index)
            let kind = grammar.kinds[Int(label)]
            if case .wildcard = kind {
                if hypothesis.missing == 0 { open(hypothesis, label, sentences.target(at: index, of: hypothesis.state), word: word, at: offset) }
                continue
            }
            for position in spans(of: kind, label: label, word: word, at: offset) {
                let span = spans[position]
                var next = hypothesis
                next.cost += span.cost
                if span.value == .unknown { next.unknown += 1 }
                guard isWorth(next, next.cost) else { continue }
                next.state = sentences.target(at: index, of: hypothesis.state)
                next.departures &+= span.departures
                link(&next, Link(previous: hypothesis.link, label: label, start: Int32(offset), end: Int32(span.end), value: span.value))
                add(next, at: span.end, isBehindGap: false)
            }
        }
    }

    /// Begins free text.
    private mutating func open(_ hypothesis: Hypothesis, _ label: Int32, _ target: Determinizer.State, word: Int, at offset: Int) {
        var open = hypothesis
        open.state = target
        open.open = label
        open.openStart = Int32(offset)
        if offset == lattice.starts[word] {
            takeFreely(open, word: word)
            return
        }
        // After a prefix written as one with it.
        let end = lattice.starts[word + 1]
        open.free += Int32(end - offset)
        add(open, at: end, isBehindGap: false)
        close(&open, Link(previous: hypothesis.link, label: label, start: Int32(offset), end: Int32(end), value: .free))
        add(open, at: end, isBehindGap: false)
    }

    // MARK: values of lists

    /// The runs from an offset that a list takes, in `spans`; found once for each list and place.
    private mutating func spans(of kind: CompiledGrammar.ListKind, label: Int32, word: Int, at offset: Int) -> Range<Int> {
        let identity: UInt64 =
            switch kind {
            case .area: 0
            case .floor: 1
            case .name: 2
            case .values(let index): 16 + UInt64(index)
            case .range: 1 << 20 + UInt64(label)
            case .wildcard: 3
            }
        let key = identity << 32 | UInt64(offset)
        let place = place(of: key)
        if known[place].generation == generation { return Int(known[place].start)..<Int(known[place].end) }
        let start = spans.count
        switch kind {
        case .area: addNames(places.areas, word: word, at: offset)
        case .floor: addNames(places.floors, word: word, at: offset)
        case .name: addNames(places.entities, word: word, at: offset)
        case .values(let index):
            walk.run(lists[index], lattice, word: word, at: offset, isTolerant: isTolerant)
            for index in 0..<walk.found.count {
                let found = walk.found[index]
                spans.append(Span(end: found.end, value: .listed(found.accepted), cost: found.cost, departures: found.departures))
            }
        case .range(let range):
            NumberReader(grammar: grammar, numbers: numbers, isTolerant: isTolerant).addSpans(
                in: lattice, word: word, at: offset, range: range, walk: &walk, to: &spans)
        case .wildcard: break
        }
        known[place] = Known(key: key, generation: generation, start: Int32(start), end: Int32(spans.count))
        knownCount += 1
        if 2 * knownCount > known.count { growKnown() }
        return start..<spans.count
    }

    /// Names of the house, and, when tolerant, up to four words that are none.
    private mutating func addNames(_ determinizer: Determinizer, word: Int, at offset: Int) {
        let start = spans.count
        walk.run(determinizer, lattice, word: word, at: offset, isTolerant: isTolerant)
        for index in 0..<walk.found.count {
            let found = walk.found[index]
            spans.append(Span(end: found.end, value: .name(found.accepted), cost: found.cost, departures: found.departures))
        }
        // An unknown name does not begin or end with an article.
        guard isTolerant, offset == lattice.starts[word], !lattice.isLight(word) else { return }
        for last in word..<min(word + 4, lattice.count) {
            if lattice.isTurning(last) { break }
            if lattice.isLight(last) { continue }
            let cost = Cost.unknownName + 0.1 * Float(last - word)
            let end = lattice.starts[last + 1]
            if !(start..<spans.count).contains(where: { spans[$0].end == end && spans[$0].cost < cost }) {
                spans.append(Span(end: end, value: .unknown, cost: cost, departures: offset &* 31 &+ 17))
            }
        }
    }

    /// Where a key is, or would be.
    private func place(of key: UInt64) -> Int {
        let mask = known.count - 1
        var place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
        while known[place].generation == generation, known[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func growKnown() {
        var old: [Known] = []
        for index in 0..<known.count where known[index].generation == generation { old.append(known[index]) }
        let count = 2 * known.count
        known.removeAll()
        known.append(Known(), times: count)
        for item in old { known[place(of: item.key)] = item }
    }

    private mutating func forgetSpans() {
        knownCount = 0
        generation &+= 1
        // Back to the usual size after a long utterance, and to the start when all generations were had.
        guard known.count > 1 << 14 || generation == 0 else { return }
        generation = 1
        known.removeAll()
        known.append(Known(), times: 1024)
    }
}
