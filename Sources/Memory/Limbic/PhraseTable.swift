/// Words and sayings by the hash of their letters, each with its sense.
struct PhraseTable: Sendable {
    typealias Sense = LimbicLexicon.Sense

    struct Match {
        let sense: Sense
        let end: Int
        /// What strengthens it from inside ("j'en ai *vraiment* marre").
        let boost: Double
    }

    private struct Node {
        var sense: Int32 = -1
        var continues = false
    }

    private var nodes: [UInt64: Node] = [:]
    private var senses: [Sense] = []

    /// The longest saying that begins at `start`. Up to three words may stand inside that are a "ne" or strengthen.
    func longest(in tokens: [LimbicTokens.Token], at start: Int) -> Match? {
        let token = tokens[start]
        var key = token.hash
        var found = nodes[key]
        if token.isStretched, let node = nodes[token.paired] { (key, found) = (token.paired, node) }
        guard var node = found else { return nil }
        var best = node.sense >= 0 ? Match(sense: senses[Int(node.sense)], end: start + 1, boost: 0) : nil
        var at = start + 1, skipped = 0, boost: Double = 0
        while node.continues, at < tokens.count, tokens[at].kind == .word {
            let joined = LetterHash.join(key, tokens[at].hash)
            if let next = nodes[joined] {
                (key, node) = (joined, next)
                at += 1
                if next.sense >= 0 { best = Match(sense: senses[Int(next.sense)], end: at, boost: boost) }
            } else if skipped < 3, let sense = word(tokens[at]), sense.roles == .ne || sense.isOnlyBoost {
                boost += sense.boost
                skipped += 1
                at += 1
            } else {
                break
            }
        }
        return best
    }

    /// The sense of one word or picture by itself.
    func word(_ token: LimbicTokens.Token) -> Sense? {
        guard let node = (token.isStretched ? nodes[token.paired] : nil) ?? nodes[token.hash], node.sense >= 0 else { return nil }
        return senses[Int(node.sense)]
    }

    /// Adds a saying as it is, or a word in all its forms.
    mutating func add(_ item: Substring, _ forms: Inflection, _ change: (inout Sense) -> Void) {
        let tokens = LimbicTokens(String(item)).all
        guard let first = tokens.first else { return }
        guard tokens.count == 1 else {
            var key = first.hash
            for token in tokens.dropFirst() {
                nodes[key, default: Node()].continues = true
                key = LetterHash.join(key, token.hash)
            }
            return add(key, change)
        }
        add(first.hash, change)
        forms.each(of: item) { hash in if hash != first.hash { add(hash, change) } }
    }

    private mutating func add(_ key: UInt64, _ change: (inout Sense) -> Void) {
        var node = nodes[key] ?? Node()
        if node.sense < 0 {
            node.sense = Int32(senses.count)
            senses.append(Sense())
        }
        change(&senses[Int(node.sense)])
        nodes[key] = node
    }
}
