/// Finds the values of one list at one place of an utterance: a small search without lists of its own.
struct Walk: ~Copyable {
    struct Found {
        let end: Int
        let accepted: Int32
        var cost: Float
        var departures: Int
    }

    // Not private: see `Beam.Place`.
    struct Step {
        let state: Determinizer.State
        let word: Int32
        let cost: Float
        let departures: Int
    }

    /// What the last run found.
    private(set) var found = Store<Found>()
    /// Steps that all runs took together, until it is set back.
    var work = 0
    private var steps = Store<Step>()

    /// Values found at one place.
    private static let limit = 24
    private static let stepLimit = 400
    /// A value further from what was said is not that value.
    private static let tolerance: Float = 2

    /// - Parameters:
    ///   - offset: where the value begins, inside `word` or at its start.
    ///   - isTolerant: whether misspelled words, and articles left out or put in, are followed too.
    mutating func run(_ automaton: Determinizer, _ lattice: Lattice, word: Int, at offset: Int, isTolerant: Bool) {
        found.removeAll()
        steps.removeAll()
        follow(automaton, lattice, automaton.start, word: word, from: offset, cost: 0, 0, isTolerant)
        if isTolerant, offset == lattice.starts[word] { takeDetours(automaton, lattice, automaton.start, word, 0, 0) }
        var index = 0
        while index < steps.count {
            let step = steps[index]
            index += 1
            let word = Int(step.word)
            follow(automaton, lattice, step.state, word: word, from: lattice.starts[word], cost: step.cost, step.departures, isTolerant)
            if isTolerant { tolerate(automaton, lattice, step, word) }
        }
        work += 1 + steps.count
        if found.count > Self.limit { keepCheapest() }
    }

    private mutating func keepCheapest() {
        let sorted = (0..<found.count).map { found[$0] }.sorted { $0.cost < $1.cost }
        found.removeAll()
        for value in sorted.prefix(Self.limit) { found.append(value) }
    }

    private mutating func accept(_ automaton: Determinizer, _ state: Determinizer.State, _ end: Int, _ cost: Float, _ departures: Int) {
        for position in automaton.accepts(state) {
            let value = automaton.accepted(at: position, of: state)
            guard value >= 0 else { continue }
            var known = 0
            while known < found.count, found[known].end != end || found[known].accepted != value { known += 1 }
            if known == found.count {
                found.append(Found(end: end, accepted: value, cost: cost, departures: departures))
            } else if found[known].cost > cost {
                found[known] = Found(end: end, accepted: value, cost: cost, departures: departures)
            }
        }
    }

    /// Goes on behind a word: the gap, or none where the words are joined.
    private mutating func enter(_ automaton: Determinizer, _ lattice: Lattice, _ state: Determinizer.State, word: Int, cost: Float, _ departures: Int) {
        accept(automaton, state, lattice.starts[word], cost, departures)
        guard word < lattice.count, steps.count < Self.stepLimit else { return }
        let crossed = automaton.step(state, Symbols.boundary)
        if crossed != Determinizer.dead { push(crossed, word, cost, departures) }
        if lattice.isSoft[word - 1] { push(state, word, cost, departures) }
    }

    /// Unless there is a step to the same state and word that costs no more.
    private mutating func push(_ state: Determinizer.State, _ word: Int, _ cost: Float, _ departures: Int) {
        for index in 0..<steps.count where steps[index].state == state && steps[index].word == word && steps[index].cost <= cost { return }
        steps.append(Step(state: state, word: Int32(word), cost: cost, departures: departures))
    }

    private mutating func follow(
        _ automaton: Determinizer, _ lattice: Lattice, _ state: Determinizer.State, word: Int, from offset: Int, cost: Float, _ departures: Int,
        _ isTolerant: Bool
    ) {
        let end = lattice.starts[word + 1]
        var current = state
        var at = offset
        while at < end {
            current = automaton.step(current, lattice.symbols[at])
            guard current != Determinizer.dead else { return }
            at += 1
            guard at < end else { break }
            // It may end inside the word: the rest is an ending.
            accept(automaton, current, at, cost, departures)
            // Or two of its words were written as one.
            if isTolerant, cost + Cost.joined <= Self.tolerance, lattice.isCut(word, at: at) {
                let crossed = automaton.step(current, Symbols.boundary)
                if crossed != Determinizer.dead {
                    follow(automaton, lattice, crossed, word: word, from: at, cost: cost + Cost.joined, departures &+ at &* 31 &+ 3, isTolerant)
                }
            }
        }
        if at == end { enter(automaton, lattice, current, word: word + 1, cost: cost, departures) }
    }

    /// Other readings of the word.
    private mutating func takeDetours(_ automaton: Determinizer, _ lattice: Lattice, _ state: Determinizer.State, _ word: Int, _ cost: Float, _ departures: Int)
    {
        for position in lattice.detours(of: word) {
            let detour = lattice.detours[position]
            guard cost + detour.cost <= Self.tolerance else { continue }
            var current = state
            for index in detour.symbols {
                current = automaton.step(current, lattice.detourSymbols[index])
                if current == Determinizer.dead { break }
            }
            if current != Determinizer.dead {
                enter(automaton, lattice, current, word: detour.end, cost: cost + detour.cost, departures &+ detour.identity)
            }
        }
    }

    private mutating func tolerate(_ automaton: Determinizer, _ lattice: Lattice, _ step: Step, _ word: Int) {
        let (state, cost, departures) = (step.state, step.cost, step.departures)
        takeDetours(automaton, lattice, state, word, cost, departures)
        // An article between the words of a name: "lampe du bureau" for "lampe bureau".
        if word + 1 < lattice.count, lattice.isLight(word) {
            if cost + Cost.articleOther <= Self.tolerance {
                let behind = automaton.skippingSmallWord(state)
                if behind != Determinizer.dead { push(behind, word + 1, cost + Cost.articleOther, departures &+ word &* 31 &+ 5) }
            }
            if cost + Cost.articleExtra <= Self.tolerance { push(state, word + 1, cost + Cost.articleExtra, departures &+ word &* 31 &+ 13) }
        }
        // And the other way round.
        guard cost + Cost.articleMissing <= Self.tolerance, steps.count < Self.stepLimit else { return }
        let behind = automaton.skippingSmallWord(state)
        if behind != Determinizer.dead { push(behind, word, cost + Cost.articleMissing, departures &+ lattice.starts[word] &* 31 &+ 7) }
    }
}
