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
    static let stateLimit = 60_000
    /// Above this many symbols the table would be mostly empty, and a dictionary is used.
    private static let denseWidth = 160

    private let automaton: Automaton
    private let width: Int
    private let isDense: Bool
    private let entry: Automaton.Node
    private var sets: [[Automaton.Node]] = []
    private var index: [[Automaton.Node]: State] = [:]
    private var dense: [State] = []
    private var sparse: [UInt64: State] = [:]
    private var accepted: [[Int32]] = []
    private var listSteps: [[ListStep]] = []
    private var withoutWord: [State: State] = [:]
    private var withoutSmallWord: [State: State] = [:]
    /// Articles and prepositions of the language.
    private let smallWords: [[Symbols.Symbol]]
    private var marks: [UInt32]
    private var mark: UInt32 = 0

    /// Counts how often everything was forgotten: states of before are then no longer valid.
    private(set) var generation = 0

    /// - Parameter width: one more than the largest symbol of the automaton.
    init(_ automaton: Automaton, entry: Automaton.Node, width: Int, smallWords: [[Symbols.Symbol]]) {
        self.smallWords = smallWords
        self.automaton = automaton
        self.entry = entry
        self.width = width
        isDense = width <= Self.denseWidth
        marks = [UInt32](repeating: 0, count: automaton.count)
        _ = start
    }

    var stateCount: Int { sets.count }

    /// The state before any input, at the beginning of a word.
    var start: State {
        if sets.isEmpty { _ = state(of: closure(of: [entry], atBoundary: true)) }
        return 0
    }

    /// To be called between two walks: keeps memory within its bounds.
    func forgetIfFull() {
        guard sets.count > Self.stateLimit else { return }
        sets = []
        index = [:]
        dense = []
        sparse = [:]
        accepted = []
        listSteps = []
        withoutWord = [:]
        withoutSmallWord = [:]
        generation += 1
        _ = start
    }

    func step(_ state: State, _ symbol: Symbols.Symbol) -> State {
        guard Int(symbol) < width else { return Self.dead }
        if isDense {
            let known = dense[Int(state) * width + Int(symbol)]
            if known != Self.unknown { return known }
            let target = makeStep(state, symbol)
            dense[Int(state) * width + Int(symbol)] = target
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
        for node in sets[Int(state)] where automaton.kinds[Int(node)] == .symbol && automaton.arguments[Int(node)] == Int32(symbol) {
            targets.append(automaton.nexts[Int(node)])
        }
        return targets.isEmpty ? Self.dead : self.state(of: closure(of: targets, atBoundary: symbol == Symbols.boundary))
    }

    /// What is accepted when the input ends in this state.
    func accepts(_ state: State) -> [Int32] { accepted[Int(state)] }

    /// How many lists may follow the state.
    func listCount(_ state: State) -> Int { listSteps[Int(state)].count }

    /// The `position`th list that may follow, with its target made.
    func list(_ state: State, _ position: Int) -> ListStep {
        let step = listSteps[Int(state)][position]
        guard step.target == Self.unknown else { return step }
        var targets: [Automaton.Node] = []
        for node in sets[Int(state)] where automaton.kinds[Int(node)] == .list && automaton.arguments[Int(node)] == step.label {
            targets.append(automaton.nexts[Int(node)])
        }
        let target = self.state(of: closure(of: targets, atBoundary: false))
        listSteps[Int(state)][position].target = target
        return listSteps[Int(state)][position]
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
        for node in sets[Int(state)] where automaton.kinds[Int(node)] == .symbol && automaton.arguments[Int(node)] != Int32(Symbols.boundary) {
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
        var nodes: [Automaton.Node] = []
        for word in smallWords {
            var target = state
            for symbol in word where target != Self.dead { target = step(target, symbol) }
            if target != Self.dead { target = step(target, Symbols.boundary) }
            if target != Self.dead { nodes += sets[Int(target)] }
        }
        let result = nodes.isEmpty ? Self.dead : self.state(of: closure(of: nodes, atBoundary: true))
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
        if let known = index[set] { return known }
        let state = State(sets.count)
        sets.append(set)
        index[set] = state
        if isDense { dense.append(contentsOf: repeatElement(Self.unknown, count: width)) }
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
        self.accepted.append(accepted)
        listSteps.append(lists)
        return state
    }
}
