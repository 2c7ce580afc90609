/// Walks an automaton deterministically: the sets of nodes that some input leads to become states, made when first reached and kept.
///
/// Time for a known step is one look into a table, whatever the templates; there is no backtracking. Not for several threads at once:
/// `IntentMatcher` holds its lock.
final class Determinizer {
    typealias State = Int32

    /// Where a list may stand after a state, and the state after it.
    private struct ListStep {
        let label: Int32
        var target: State
    }

    /// What is known of a state. Its nodes stand together, symbols first, then lists, then what is accepted.
    private struct Info {
        let nodes: UnsafePointer<Automaton.Node>
        let accepted: Int32
        let count: Int32
        /// Of `listSteps`.
        let lists: Int32
        let listEnd: Int32
        let hash: UInt64
        var withoutWord: State
        var withoutSmallWord: State
    }

    /// No input leads here.
    static let dead: State = -1
    private static let unknown: State = -2
    /// Bytes that states take at most; then all are forgotten, and made again as they are needed.
    private static let memoryLimit = 16_000_000
    /// Above this many symbols the table would be mostly empty, and a dictionary is used.
    private static let denseWidth = 160

    private let automaton: Automaton
    private let width: Int
    private let isDense: Bool
    private let entry: Automaton.Node
    /// Articles and prepositions of the language, each with the gap behind it.
    private let smallWords: [[Symbols.Symbol]]
    /// The nodes of all states, in blocks that never move: there may be millions.
    private var blocks: [(base: UnsafeMutablePointer<Automaton.Node>, capacity: Int)] = []
    private var blockCount = 0
    private var infos = Store<Info>()
    private var listSteps = Store<ListStep>()
    /// States by the hash of their nodes, by open addressing; `dead` where there is none.
    private var index = Store<State>()
    /// Steps of states, `width` for each, in blocks that never move.
    private var dense = Store<UnsafeMutablePointer<State>>()
    private var sparse: [UInt64: State] = [:]
    private var marks: [UInt32]
    private var mark: UInt32 = 0
    private var stack: [Automaton.Node] = []

    private static let blockStates = 512
    private static let blockNodes = 1 << 15

    /// - Parameters:
    ///   - width: one more than the largest symbol of the automaton.
    ///   - smallWords: words that may be left out at little cost.
    init(_ automaton: Automaton, entry: Automaton.Node, width: Int, smallWords: [[Symbols.Symbol]]) {
        self.smallWords = smallWords.map { $0 + [Symbols.boundary] }
        self.automaton = automaton
        self.entry = entry
        self.width = width
        isDense = width <= Self.denseWidth
        marks = [UInt32](repeating: 0, count: automaton.count)
        index.append(Self.dead, times: 64)
        _ = state(of: closure(of: [entry], atBoundary: true))
    }

    deinit {
        for block in 0..<dense.count { dense[block].deallocate() }
        for block in blocks { block.base.deallocate() }
    }

    /// The state before any input, at the beginning of a word.
    var start: State { 0 }

    /// To be called between two walks: keeps memory within its bounds. States of before are no longer valid then.
    func forgetIfFull() {
        let stateSize = MemoryLayout<Info>.stride + (isDense ? width * MemoryLayout<State>.stride : 0)
        guard infos.count * stateSize + blocks.count * Self.blockNodes * MemoryLayout<Automaton.Node>.stride > Self.memoryLimit else { return }
        for block in blocks { block.base.deallocate() }
        blocks = []
        infos.removeAll()
        listSteps.removeAll()
        index.removeAll()
        index.append(Self.dead, times: 64)
        sparse = [:]
        _ = state(of: closure(of: [entry], atBoundary: true))
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
        let targets = targets(of: .symbol, Int32(symbol), from: infos[Int(state)])
        return targets.isEmpty ? Self.dead : self.state(of: closure(of: targets, atBoundary: symbol == Symbols.boundary))
    }

    /// Where the nodes of a kind with an argument lead; they stand together in the state's nodes.
    private func targets(of kind: Automaton.Kind, _ argument: Int32, from info: Info) -> [Automaton.Node] {
        var low = 0
        let end = Int(info.accepted)
        var high = end
        let wanted = (kind.rawValue, argument)
        while low < high {
            let middle = (low + high) / 2
            let node = Int(info.nodes[middle])
            if (automaton.kinds[node].rawValue, automaton.arguments[node]) < wanted { low = middle + 1 } else { high = middle }
        }
        var found: [Automaton.Node] = []
        while low < end {
            let node = Int(info.nodes[low])
            guard automaton.kinds[node] == kind, automaton.arguments[node] == argument else { break }
            found.append(automaton.nexts[node])
            low += 1
        }
        return found
    }

    /// What is accepted when the input ends in this state: `accepted(at:of:)` of these.
    func accepts(_ state: State) -> Range<Int> { Int(infos[Int(state)].accepted)..<Int(infos[Int(state)].count) }

    func accepted(at index: Int, of state: State) -> Int32 {
        let info = infos[Int(state)]
        precondition(index < info.count)
        return automaton.arguments[Int(info.nodes[index])]
    }

    /// The lists that may follow the state: `list(at:)` and `target(at:)` of these.
    func lists(_ state: State) -> Range<Int> { Int(infos[Int(state)].lists)..<Int(infos[Int(state)].listEnd) }

    /// The label of a list.
    func list(at index: Int) -> Int32 { listSteps[index].label }

    /// The state after a list that may follow a state.
    func target(at index: Int, of state: State) -> State {
        let step = listSteps[index]
        if step.target != Self.unknown { return step.target }
        let target = self.state(of: closure(of: targets(of: .list, step.label, from: infos[Int(state)]), atBoundary: false))
        listSteps[index].target = target
        return target
    }

    /// The state at the beginning of the word after the next one, whatever that one is: for words that were left out.
    func skippingWord(_ state: State) -> State {
        let info = infos[Int(state)]
        if info.withoutWord != Self.unknown { return info.withoutWord }
        mark &+= 1
        var targets: [Automaton.Node] = []
        func push(_ node: Automaton.Node) {
            if marks[Int(node)] != mark {
                marks[Int(node)] = mark
                stack.append(node)
            }
        }
        for index in 0..<Int(info.accepted) {
            let node = Int(info.nodes[index])
            if automaton.kinds[node] == .symbol, automaton.arguments[node] != Int32(Symbols.boundary) { push(automaton.nexts[node]) }
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
        infos[Int(state)].withoutWord = result
        return result
    }

    /// The state at the beginning of the word after the next one, where that one is an article or preposition that was left out.
    func skippingSmallWord(_ state: State) -> State {
        let info = infos[Int(state)]
        if info.withoutSmallWord != Self.unknown { return info.withoutSmallWord }
        var found: [Automaton.Node] = []
        for word in smallWords {
            // No states are made on the way: most would be of no use to anybody else.
            var targets = targets(of: .symbol, Int32(word[0]), from: info)
            for index in 1..<word.count where !targets.isEmpty { targets = following(targets, Int32(word[index])) }
            found += targets
        }
        let result = found.isEmpty ? Self.dead : self.state(of: closure(of: found, atBoundary: true))
        infos[Int(state)].withoutSmallWord = result
        return result
    }

    private func following(_ nodes: [Automaton.Node], _ symbol: Int32) -> [Automaton.Node] {
        var found: [Automaton.Node] = []
        for node in closed(nodes, atBoundary: false) where automaton.kinds[Int(node)] == .symbol && automaton.arguments[Int(node)] == symbol {
            found.append(automaton.nexts[Int(node)])
        }
        return found
    }

    /// The nodes that can be reached without input. At the beginning of a word, gaps in the template need none.
    private func closed(_ nodes: [Automaton.Node], atBoundary: Bool) -> [Automaton.Node] {
        mark &+= 1
        stack.append(contentsOf: nodes)
        var result: [Automaton.Node] = []
        result.reserveCapacity(nodes.count)
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
        return result
    }

    /// The same in the order in which states hold them: symbols, lists, and what is accepted, each by its argument.
    private func closure(of nodes: [Automaton.Node], atBoundary: Bool) -> [Automaton.Node] {
        let result = closed(nodes, atBoundary: atBoundary)
        guard result.count > 1 else { return result }
        // Kind, argument and node in one number; there are fewer than 2^28 nodes.
        var keys = result.map { node in
            UInt64(automaton.kinds[Int(node)].rawValue) << 60 | UInt64(UInt32(bitPattern: automaton.arguments[Int(node)])) << 28 | UInt64(node)
        }
        keys.sort()
        return keys.map { Automaton.Node(truncatingIfNeeded: $0 & 0xFFF_FFFF) }
    }

    private func state(of set: [Automaton.Node]) -> State {
        // FNV-1a over the nodes.
        let hash = set.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64(UInt32(bitPattern: $1))) &* 0x100_0000_01b3 }
        var place = Self.place(of: hash, in: index.count)
        while index[place] != Self.dead {
            let info = infos[Int(index[place])]
            if info.hash == hash, UnsafeBufferPointer(start: info.nodes, count: Int(info.count)).elementsEqual(set) { return index[place] }
            place = (place + 1) & (index.count - 1)
        }
        let state = State(infos.count)
        index[place] = state
        let listStart = listSteps.count
        var accepted = 0
        for node in set {
            switch automaton.kinds[Int(node)] {
            case .accept: accepted += 1
            case .list:
                let label = automaton.arguments[Int(node)]
                if listSteps.count == listStart || listSteps[listSteps.count - 1].label != label {
                    listSteps.append(ListStep(label: label, target: Self.unknown))
                }
            default: break
            }
        }
        infos.append(
            Info(
                nodes: stored(set), accepted: Int32(set.count - accepted), count: Int32(set.count), lists: Int32(listStart), listEnd: Int32(listSteps.count),
                hash: hash, withoutWord: Self.unknown, withoutSmallWord: Self.unknown))
        if 2 * infos.count > index.count { growIndex() }
        if isDense {
            if Int(state) / Self.blockStates == dense.count { dense.append(.allocate(capacity: Self.blockStates * width)) }
            (dense[Int(state) / Self.blockStates] + Int(state) % Self.blockStates * width).initialize(repeating: Self.unknown, count: width)
        }
        return state
    }

    /// Puts nodes where they stay.
    private func stored(_ set: [Automaton.Node]) -> UnsafePointer<Automaton.Node> {
        if blocks.last.map({ $0.capacity - blockCount < set.count }) ?? true {
            let capacity = max(Self.blockNodes, set.count)
            blocks.append((.allocate(capacity: capacity), capacity))
            blockCount = 0
        }
        let place = blocks[blocks.count - 1].base + blockCount
        for (index, node) in set.enumerated() { (place + index).initialize(to: node) }
        blockCount += set.count
        return UnsafePointer(place)
    }

    private static func place(of hash: UInt64, in count: Int) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (count - 1) }

    private func growIndex() {
        let count = 2 * index.count
        index.removeAll()
        index.append(Self.dead, times: count)
        for state in 0..<infos.count {
            var place = Self.place(of: infos[state].hash, in: count)
            while index[place] != Self.dead { place = (place + 1) & (count - 1) }
            index[place] = State(state)
        }
    }
}
