private import Foundation

/// All sentences of a vocabulary as one graph of words, as small as it can be made: what begins alike, and what ends alike, is there once.
///
/// A list stands once for each place that it is followed by, not for each that it is entered from, because what comes after is all that matters in it.
struct CommandGraph: Sendable {
    struct Arc: Sendable, Hashable {
        var from: Int32
        var to: Int32
        /// Index into `words`; -1 for none.
        var word: Int32
        /// Natural logarithm of how likely it is among those that leave `from`.
        var weight: Float
    }

    private(set) var words: [String] = []
    private(set) var arcs: [Arc] = []
    private(set) var stateCount = 0
    let start: Int32
    let end: Int32

    /// Graphs beyond it would take a decoder seconds and hundreds of megabytes.
    static let arcLimit = 150_000
    /// Lists inside lists.
    private static let depthLimit = 6

    /// - Parameter split: a sentence's or a name's words; what stands in braces is left as it is. `nil` leaves the sentence out.
    /// - Throws: `RecognitionError` for a list that does not exist or holds itself, and a graph that would be too large.
    init(_ vocabulary: CommandVocabulary, split: (String) -> [String]?) throws(RecognitionError) {
        var builder = Builder(lists: vocabulary.lists)
        let root = builder.tree(of: vocabulary.sentences, split: split)
        end = builder.newState()
        // Nothing at all is a sentence, too: silence is.
        start = try builder.place(root, before: end, depth: 0, split: split)
        builder.arcs.append(Arc(from: start, to: end, word: -1, weight: log(0.1)))
        words = builder.words
        arcs = builder.arcs
        stateCount = Int(builder.stateCount)
    }

    /// A minimal tree: token → node, by node; nodes are made once. Weights make all sentences as likely, and one that is there twice twice as likely.
    private struct Tree {
        var nodes: [[(token: Int32, node: Int32, weight: Float)]] = []
        /// The weight of going no further, where that can be.
        var ends: [Float?] = []
        var root: Int32 = 0
    }

    private struct Builder {
        let lists: [String: [String]]
        var words: [String] = []
        var arcs: [Arc] = []
        var stateCount: Int32 = 0
        private var wordIndex: [String: Int32] = [:]
        private var listTrees: [String: Tree] = [:]
        private var placed: [Placed: Int32] = [:]

        private struct Placed: Hashable {
            var list: String
            var end: Int32
        }

        init(lists: [String: [String]]) { self.lists = lists }

        mutating func newState() -> Int32 {
            stateCount += 1
            return stateCount - 1
        }

        private mutating func index(of word: String) -> Int32 {
            if let index = wordIndex[word] { return index }
            let index = Int32(words.count)
            words.append(word)
            wordIndex[word] = index
            return index
        }

        mutating func tree(of sentences: [String], split: (String) -> [String]?) -> Tree {
            var tokens: [[Int32]] = []
            tokens.reserveCapacity(sentences.count)
            for sentence in sentences {
                guard let parts = split(sentence), !parts.isEmpty else { continue }
                tokens.append(parts.map { index(of: $0) })
            }
            tokens.sort { $0.lexicographicallyPrecedes($1) }
            var tree = Tree()
            var known: [Node: Int32] = [:]
            tree.root = Self.minimal(tokens[...], depth: 0, &tree, &known)
            return tree
        }

        private struct Node: Hashable {
            /// How many sentences end here, and how many go on with each token.
            var endCount: Int32
            var counts: [Int32]
            var tokens: [Int32]
            var nodes: [Int32]
        }

        /// The node for what sorted sentences have behind `depth` words.
        private static func minimal(_ sentences: ArraySlice<[Int32]>, depth: Int, _ tree: inout Tree, _ known: inout [Node: Int32]) -> Int32 {
            var node = Node(endCount: 0, counts: [], tokens: [], nodes: [])
            var index = sentences.startIndex
            while index < sentences.endIndex, sentences[index].count == depth {
                node.endCount += 1
                index += 1
            }
            while index < sentences.endIndex {
                let token = sentences[index][depth]
                var stop = index + 1
                while stop < sentences.endIndex, sentences[stop][depth] == token { stop += 1 }
                node.tokens.append(token)
                node.counts.append(Int32(stop - index))
                node.nodes.append(minimal(sentences[index..<stop], depth: depth + 1, &tree, &known))
                index = stop
            }
            if let same = known[node] { return same }
            let made = Int32(tree.nodes.count)
            let total = Double(sentences.count)
            tree.nodes.append(node.tokens.indices.map { (node.tokens[$0], node.nodes[$0], Float(log(Double(node.counts[$0]) / total))) })
            tree.ends.append(node.endCount == 0 ? nil : Float(log(Double(node.endCount) / total)))
            known[node] = made
            return made
        }

        /// Puts a tree into the graph, so that its ends are `end`; the state of its root.
        mutating func place(_ tree: Tree, before end: Int32, depth: Int, split: (String) -> [String]?) throws(RecognitionError) -> Int32 {
            guard depth <= CommandGraph.depthLimit else {
                throw RecognitionError(.vocabulary, "a list of the vocabulary holds itself, or lists stand too deep")
            }
            var states = [Int32](repeating: -1, count: tree.nodes.count)
            // Children are numbered before their parents.
            for node in tree.nodes.indices {
                let ways = tree.nodes[node]
                if ways.isEmpty {
                    states[node] = end
                    continue
                }
                let state = newState()
                states[node] = state
                if let weight = tree.ends[node] { arcs.append(Arc(from: state, to: end, word: -1, weight: weight)) }
                for way in ways {
                    let word = words[Int(way.token)], target = states[Int(way.node)]
                    if word.hasPrefix("{") {
                        let entry = try place(list: String(word.dropFirst().dropLast()), before: target, depth: depth, split: split)
                        if let entry { arcs.append(Arc(from: state, to: entry, word: -1, weight: way.weight)) }
                    } else {
                        arcs.append(Arc(from: state, to: target, word: way.token, weight: way.weight))
                    }
                }
                guard arcs.count <= CommandGraph.arcLimit else { throw RecognitionError(.vocabulary, "the vocabulary is too large for a grammar") }
            }
            // Nothing to say: a start that leads nowhere.
            return tree.nodes.isEmpty || states[Int(tree.root)] == end ? newState() : states[Int(tree.root)]
        }

        /// `nil` for a list with nothing in it: sentences with it cannot be said.
        private mutating func place(
            list: String, before end: Int32, depth: Int, split: (String) -> [String]?
        ) throws(RecognitionError) -> Int32? {
            let key = Placed(list: list, end: end)
            if let known = placed[key] { return known }
            guard let values = lists[list] else { throw RecognitionError(.vocabulary, "the vocabulary has no list {\(list)}") }
            let tree: Tree
            if let known = listTrees[list] {
                tree = known
            } else {
                tree = self.tree(of: values, split: split)
                listTrees[list] = tree
            }
            guard let root = tree.nodes.indices.last, !tree.nodes[root].isEmpty else { return nil }
            let entry = try place(tree, before: end, depth: depth + 1, split: split)
            placed[key] = entry
            return entry
        }
    }
}
