import Base
import Testing
import YAML

@Suite struct YAMLTests {
    @Test func readsWhatAHomeFileHolds() throws {
        let value = try YAML.decode("a: 1\nb: [x, \"2\", true, ~]\nc:\n  - d: 1.5\n    e: é\n")
        #expect(value == ["a": 1, "b": ["x", "2", true, nil], "c": [["d": 1.5, "e": "é"]]])
    }

    @Test(arguments: ["a: [1", "a: &x 1", "a: *x", "a: 1\na: 2", "- a\nb", "\t- x", "a: !!python/object x", "? [a]\n: b"])
    func refusesWithTheLine(_ text: String) { #expect(throws: YAML.Failure.self) { try YAML.decode(text) } }

    @Test func refusesWhatIsTooDeep() {
        #expect(throws: YAML.Failure.self) { try YAML.decode(String(repeating: "[", count: 100_000)) }
    }

    @Test func nothingIsNull() throws { #expect(try YAML.decode("") == .null) }
}
