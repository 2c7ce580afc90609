import Testing

@testable import Recognition

@Suite struct CommandGraphTests {
    /// All sentences of a graph, silence aside.
    static func sentences(of graph: CommandGraph) -> [String] {
        var found: [String] = []
        func walk(_ state: Int32, _ words: [String]) {
            if state == graph.end, !words.isEmpty { found.append(words.joined(separator: " ")) }
            for arc in graph.arcs where arc.from == state { walk(arc.to, arc.word < 0 ? words : words + [graph.words[Int(arc.word)]]) }
        }
        walk(graph.start, [])
        return found.sorted()
    }

    static func graph(_ vocabulary: CommandVocabulary) throws -> CommandGraph {
        try CommandGraph(vocabulary) { $0.split(separator: " ").map(String.init) }
    }

    @Test func holdsItsSentencesAndNoOthers() throws {
        let sentences = ["stop", "turn off the lamp", "turn off the radio", "turn on the lamp", "turn on the radio", "turn on the radio now"]
        #expect(Self.sentences(of: try Self.graph(CommandVocabulary(sentences: sentences + ["stop"]))) == sentences)
    }

    @Test func putsListsIn() throws {
        let vocabulary = CommandVocabulary(
            sentences: ["open {thing}", "{thing} to {number} percent", "close {thing} please"],
            lists: ["thing": ["the blind", "the {room} blind"], "room": ["attic", "living room"], "number": ["ten", "twenty"], "unused": ["x"]])
        let things = ["the attic blind", "the blind", "the living room blind"]
        let expected = things.flatMap { ["open \($0)", "close \($0) please", "\($0) to ten percent", "\($0) to twenty percent"] }.sorted()
        #expect(Self.sentences(of: try Self.graph(vocabulary)) == expected)
    }

    @Test func sharesWhatEndsAlike() throws {
        let names = (0..<200).map { "lamp number\($0)" }
        let vocabulary = CommandVocabulary(sentences: ["on", "off", "dim", "toggle", "find"].map { "\($0) {name}" }, lists: ["name": names])
        let graph = try Self.graph(vocabulary)
        #expect(Self.sentences(of: graph).count == 1000)
        #expect(graph.arcs.count < 250)
    }

    @Test func leavesOutWhatCannotBeSaid() throws {
        let graph = try CommandGraph(
            CommandVocabulary(sentences: ["say x", "say {none}", "say {gone}", "stop"], lists: ["none": [], "gone": ["x"]])
        ) { $0.contains("x") ? nil : $0.split(separator: " ").map(String.init) }
        #expect(Self.sentences(of: graph) == ["stop"])
        #expect(Self.sentences(of: try Self.graph(CommandVocabulary(sentences: []))) == [])
    }

    @Test func refusesWhatIsNoVocabulary() {
        #expect(throws: RecognitionError.self) { try Self.graph(CommandVocabulary(sentences: ["a {missing}"])) }
        #expect(throws: RecognitionError.self) { try Self.graph(CommandVocabulary(sentences: ["{a}"], lists: ["a": ["x {b}"], "b": ["y {a}"]])) }
        let many = (0..<400).flatMap { first in (0..<400).map { "w\(first) v\($0) u\(first)" } }
        #expect(throws: RecognitionError.self) { try Self.graph(CommandVocabulary(sentences: many)) }
    }
}
