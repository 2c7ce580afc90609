/// Walks an automaton deterministically: the sets of nodes that some input leads to become states, made when first reached and kept.
///
/// Time for a known step is one look into a table, whatever the templates; there is no backtracking. Not for several threads at once:
/// `IntentMatcher` holds its lock.
final class Determinizer {
    typealias State = Int32

    /// Where a list may stand after a state, and the state after it.
    struct ListStep {
        let label: Int32
        var target: State
    }

    /// No input leads here.
    static let dead: State = -1
    private static let unknown: State = -2
    /// States that are kept at most; then all are forgotten, and made again as they are needed.
    static let stateLimit = 30_000
    /// Above this many symbols the table would be mostly empty, and a dictionary is used.
    private static let denseWidth = 160

    private let automaton: Automaton
    private let width: Int
    private let isDense: Bool
    private let entry: Automaton.Node
    /// Articles and prepositions of the language.
    private let smallWords: [[Symbols.Symbol]]
    /// The nodes of all states, one after the other, and where each state's begin; the last entry is the end.
    private var nodes: [Automaton.Node] = []
    private var starts: [Int] = [0]
    /// The last state made for a hash of its nodes, and for each state the one before it with the same hash.
    private var index: [UInt64: State] = [:]
    private var sameHash: [State] = []
    /// Steps of states, `width` for each, in blocks that never move.
    private var dense: [UnsafeMutablePointer<State>] = []
    private var sparse: [UInt64: State] = [:]
    private var accepted: [State: [Int32]] = [:]
    private var listSteps: [State: [ListStep]] = [:]
    private var hasLists: [Bool] = []
    private var withoutWord: [State: State] = [:]
    private var withoutSmallWord: [State: State] = [:]
    private var marks: [UInt32]
    private var mark: UInt32 = 0

    private static let blockStates = 512

    /// - Parameters:
    ///   - width: one more than the largest symbol of the automaton.
    ///   - smallWords: words that may be left out at little cost.
    init(_ automaton: Automaton, entry: Automaton.Node, width: Int, smallWords: [[Symbols.Symbol]]) {
        self.smallWords = smallWords
        self.automaton = automaton
        self.entry = entry
        self.width = width
        isDense = width <= Self.denseWidth
        marks = [UInt32](repeating: 0, count: automaton.count)
        _ = start
    }

    deinit { for block in dense { block.deallocate() } }

    private var stateCount: Int { starts.count - 1 }

    private func set(_ state: State) -> ArraySlice<Automaton.Node> { nodes[starts[Int(state)]..<starts[Int(state) + 1]] }

    /// The state before any input, at the beginning of a word.
    var start: State {
        if stateCount == 0 { _ = state(of: closure(of: [entry], atBoundary: true)) }
        return 0
    }

    /// To be called between two walks: keeps memory within its bounds. States of before are no longer valid then.
    func forgetIfFull() {
        guard stateCount > Self.stateLimit else { return }
        nodes.removeAll(keepingCapacity: true)
        starts = [0]
        index.removeAll(keepingCapacity: true)
        sameHash.removeAll(keepingCapacity: true)
        hasLists.removeAll(keepingCapacity: true)
        sparse = [:]
        accepted = [:]
        listSteps = [:]
        withoutWord = [:]
        withoutSmallWord = [:]
        _ = start
    }

    func step(_ state: State, _ symbol: Symbols.Symbol) -> State {
        guard Int(symbol) < width else { return Self.dead }
        if isDense {
            let row = dense[Int(state) / Self.blockStates] + Int(state) % Self.blockStates * width
            let known = row[Int(symbol)]
            if known != Self.unknown { return known }
            let target = makeStep(state, symbol)
            row[Int(symbol)] = target
            return target
        }
        let key = UInt64(UInt32(bitPattern: state)) << 16 | UInt64(symbol)
        if let known = sparse[key] { return known }
        let target = makeStep(state, symbol)
        sparse[key] = target
        return target
    }

    private func makeStep(_ state: State, _ symbol: Symbols.Symbol) -> State {
        var targets: [Automaton.Node] = []
        for node in set(state) where automaton.kinds[Int(node)] == .symbol && automaton.arguments[Int(node)] == Int32(symbol) {
            targets.append(automaton.nexts[Int(node)])
        }
        return targets.isEmpty ? Self.dead : self.state(of: closure(of: targets, atBoundary: symbol == Symbols.boundary))
    }

    /// What is accepted when the input ends in this state.
    func accepts(_ state: State) -> [Int32] { accepted[state] ?? [] }

    /// How many lists may follow the state.
    func listCount(_ state: State) -> Int { hasLists[Int(state)] ? listSteps[state]?.count ?? 0 : 0 }

    /// The lists that may follow the state, with their targets made.
    func lists(_ state: State) -> [ListStep] {
        guard hasLists[Int(state)], var steps = listSteps[state] else { return [] }
        guard steps.contains(where: { $0.target == Self.unknown }) else { return steps }
        for position in steps.indices {
            var targets: [Automaton.Node] = []
            for node in set(state) where automaton.kinds[Int(node)] == .list && automaton.arguments[Int(node)] == steps[position].label {
                targets.append(automaton.nexts[Int(node)])
            }
            steps[position].target = self.state(of: closure(of: targets, atBoundary: false))
        }
        listSteps[state] = steps
        return steps
    }

    /// The state at the beginning of the word after the next one, whatever that one is: for words that were left out.
    func skippingWord(_ state: State) -> State {
        if let known = withoutWord[state] { return known }
        mark &+= 1
        var stack: [Automaton.Node] = []
        var targets: [Automaton.Node] = []
        func push(_ node: Automaton.Node) {
            if marks[Int(node)] != mark {
                marks[Int(node)] = mark
                stack.append(node)
            }
        }
        for node in set(state) where automaton.kinds[Int(node)] == .symbol && automaton.arguments[Int(node)] != Int32(Symbols.boundary) {
            push(automaton.nexts[Int(node)])
        }
        while let node = stack.popLast() {
            switch automaton.kinds[Int(node)] {
            case .split:
                push(automaton.nexts[Int(node)])
                push(automaton.arguments[Int(node)])
            case .symbol:
                if automaton.arguments[Int(node)] == Int32(Symbols.boundary) {
                    targets.append(automaton.nexts[Int(node)])
                } else {
                    push(automaton.nexts[Int(node)])
                }
            case .accept: targets.append(node)
            case .list: break
            }
        }
        let result = targets.isEmpty ? Self.dead : self.state(of: closure(of: targets, atBoundary: true))
        withoutWord[state] = result
        return result
    }

    /// The state at the beginning of the word after the next one, where that one is an article or preposition that was left out.
    func skippingSmallWord(_ state: State) -> State {
        if let known = withoutSmallWord[state] { return known }
        var found: [Automaton.Node] = []
        for word in smallWords {
            var target = state
            for symbol in word where target != Self.dead { target = step(target, symbol) }
            if target != Self.dead { target = step(target, Symbols.boundary) }
            if target != Self.dead { found += set(target) }
        }
        let result = found.isEmpty ? Self.dead : self.state(of: closure(of: found, atBoundary: true))
        withoutSmallWord[state] = result
        return result
    }

    /// The nodes that can be reached without input, in order. At the beginning of a word, gaps in the template need none.
    private func closure(of nodes: [Automaton.Node], atBoundary: Bool) -> [Automaton.Node] {
        mark &+= 1
        var stack = nodes
        var result: [Automaton.Node] = []
        while let node = stack.popLast() {
            let at = Int(node)
            guard marks[at] != mark else { continue }
            marks[at] = mark
            switch automaton.kinds[at] {
            case .split:
                stack.append(automaton.arguments[at])
                stack.append(automaton.nexts[at])
            case .symbol where atBoundary && automaton.arguments[at] == Int32(Symbols.boundary): stack.append(automaton.nexts[at])
            default: result.append(node)
            }
        }
        result.sort()
        return result
    }

    private func state(of set: [Automaton.Node]) -> State {
        // FNV-1a over the nodes.
        let hash = set.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64(UInt32(bitPattern: $1))) &* 0x100_0000_01b3 }
        var candidate = index[hash]
        while let state = candidate {
            if self.set(state).elementsEqual(set) { return state }
            candidate = sameHash[Int(state)] >= 0 ? sameHash[Int(state)] : nil
        }
        let state = State(stateCount)
        nodes += set
        starts.append(nodes.count)
        sameHash.append(index[hash] ?? -1)
        index[hash] = state
        if isDense {
            if Int(state) / Self.blockStates == dense.count { dense.append(.allocate(capacity: Self.blockStates * width)) }
            (dense[Int(state) / Self.blockStates] + Int(state) % Self.blockStates * width).initialize(repeating: Self.unknown, count: width)
        }
        var accepted: [Int32] = []
        var lists: [ListStep] = []
        for node in set {
            switch automaton.kinds[Int(node)] {
            case .accept: accepted.append(automaton.arguments[Int(node)])
            case .list:
                let label = automaton.arguments[Int(node)]
                if !lists.contains(where: { $0.label == label }) { lists.append(ListStep(label: label, target: Self.unknown)) }
            default: break
            }
        }
        if !accepted.isEmpty { self.accepted[state] = accepted }
        if !lists.isEmpty { listSteps[state] = lists }
        hasLists.append(!lists.isEmpty)
        return state
    }
}
