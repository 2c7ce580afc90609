/// Finds the values of one list at one place of an utterance: a small search without lists of its own.
enum Walk {
    struct Found {
        let end: Int
        let accepted: Int32
        let cost: Float
        let departures: Int
    }

    private struct Step {
        var state: Determinizer.State
        var word: Int
        var cost: Float
        var departures: Int
    }

    /// Values found at one place.
    private static let limit = 24
    private static let stepLimit = 400

    /// - Parameters:
    ///   - offset: where the value begins, inside `word` or at its start.
    ///   - isTolerant: whether misspelled words, and articles left out or put in, are followed too.
    static func run(_ automaton: Determinizer, _ lattice: Lattice, word: Int, at offset: Int, isTolerant: Bool) -> [Found] {
        var found: [Found] = []
        var steps: [Step] = []
        var best: [Int64: Float] = [:]

        func accept(_ state: Determinizer.State, _ end: Int, _ cost: Float, _ departures: Int) {
            for value in automaton.accepts(state) where value >= 0 {
                if let index = found.firstIndex(where: { $0.end == end && $0.accepted == value }) {
                    if found[index].cost > cost { found[index] = Found(end: end, accepted: value, cost: cost, departures: departures) }
                } else {
                    found.append(Found(end: end, accepted: value, cost: cost, departures: departures))
                }
            }
        }

        /// Goes on behind a word: the gap, or none where the words are joined.
        func enter(_ state: Determinizer.State, word: Int, cost: Float, _ departures: Int) {
            accept(state, lattice.starts[word], cost, departures)
            guard word < lattice.count, steps.count < stepLimit else { return }
            let crossed = automaton.step(state, Symbols.boundary)
            if crossed != Determinizer.dead { push(crossed, word, cost, departures) }
            if lattice.isSoft[word - 1] { push(state, word, cost, departures) }
        }

        func push(_ state: Determinizer.State, _ word: Int, _ cost: Float, _ departures: Int) {
            let key = Int64(state) << 24 | Int64(word)
            guard cost < best[key] ?? .infinity else { return }
            best[key] = cost
            steps.append(Step(state: state, word: word, cost: cost, departures: departures))
        }

        func follow(_ state: Determinizer.State, word: Int, from offset: Int, cost: Float, _ departures: Int) {
            let end = lattice.starts[word + 1]
            var current = state
            var at = offset
            while at < end {
                current = automaton.step(current, lattice.symbols[at])
                guard current != Determinizer.dead else { break }
                at += 1
                guard at < end else { break }
                // It may end inside the word: the rest is an ending.
                accept(current, at, cost, departures)
                // Or two of its words were written as one.
                if isTolerant, cost + Cost.joined <= tolerance, lattice.cuts[word].contains(at) {
                    let crossed = automaton.step(current, Symbols.boundary)
                    if crossed != Determinizer.dead { follow(crossed, word: word, from: at, cost: cost + Cost.joined, departures &+ at &* 31 &+ 3) }
                }
            }
            if at == end, current != Determinizer.dead { enter(current, word: word + 1, cost: cost, departures) }
        }

        follow(automaton.start, word: word, from: offset, cost: 0, 0)
        if isTolerant, offset == lattice.starts[word] { tolerate(automaton.start, word, 0, 0, isFirst: true) }

        func tolerate(_ state: Determinizer.State, _ word: Int, _ cost: Float, _ departures: Int, isFirst: Bool) {
            for detour in lattice.detours[word] where cost + detour.cost <= tolerance {
                var current = state
                for index in detour.symbols where current != Determinizer.dead { current = automaton.step(current, lattice.detourSymbols[index]) }
                if current != Determinizer.dead { enter(current, word: detour.end, cost: cost + detour.cost, departures &+ detour.identity) }
            }
            guard !isFirst else { return }
            // An article between the words of a name: "lampe du bureau" for "lampe bureau".
            let isLight = lattice.isLight(word)
            if isLight, cost + Cost.articleOther <= tolerance, word + 1 < lattice.count {
                let behind = automaton.skippingSmallWord(state)
                if behind != Determinizer.dead { push(behind, word + 1, cost + Cost.articleOther, departures &+ word &* 31 &+ 5) }
            }
            if isLight, cost + Cost.articleExtra <= tolerance, word + 1 < lattice.count {
                push(state, word + 1, cost + Cost.articleExtra, departures &+ word &* 31 &+ 13)
            }
        }

        var index = 0
        while index < steps.count {
            let step = steps[index]
            index += 1
            follow(step.state, word: step.word, from: lattice.starts[step.word], cost: step.cost, step.departures)
            guard isTolerant else { continue }
            tolerate(step.state, step.word, step.cost, step.departures, isFirst: false)
            // And the other way round.
            guard step.cost + Cost.articleMissing <= tolerance, steps.count < stepLimit else { continue }
            let behind = automaton.skippingSmallWord(step.state)
            if behind != Determinizer.dead { push(behind, step.word, step.cost + Cost.articleMissing, step.departures &+ lattice.starts[step.word] &* 31 &+ 7) }
        }
        if found.count > limit {
            found.sort { $0.cost < $1.cost }
            found.removeLast(found.count - limit)
        }
        return found
    }

    /// A value further from what was said is not that value.
    private static let tolerance: Float = 2
}
