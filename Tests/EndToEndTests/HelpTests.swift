import Base
import Foundation
import TestSupport
import Testing

@testable import jarvis

@Suite struct HelpTexts {
    /// Every command, with its path from the root.
    static let paths: [[Command]] = {
        func below(_ path: [Command]) -> [[Command]] { [path] + (path.last?.subcommands ?? []).flatMap { below(path + [$0]) } }
        return below([Commands.root])
    }()

    @Test(arguments: Language.allCases) func areTheGoldenOnes(language: Language) throws {
        for path in Self.paths {
            let name = path.map(\.name).joined(separator: "-")
            let text = Help.text(for: path, in: language)
            #expect(try Golden.text("Tests/Golden/cli/\(language.rawValue)/\(name).txt", now: text) == text)
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 130 }, "\(name) is too wide")
        }
    }

    @Test func helpIsReachedInEachWay() async throws {
        let program = try Program(language: "en")
        let golden = try String(contentsOf: Paths.root.appending(path: "Tests/Golden/cli/en/jarvis-memory-add.txt"), encoding: .utf8)
        for arguments in [["memory", "add", "--help"], ["memory", "add", "-h"], ["help", "memory", "add"]] {
            let outcome = try await program.run(arguments[0], arguments[1], arguments[2])
            #expect(outcome.code == 0 && outcome.output == golden && outcome.complaints.isEmpty)
        }
        #expect(try await program.run().output == String(contentsOf: Paths.root.appending(path: "Tests/Golden/cli/en/jarvis.txt"), encoding: .utf8))
    }

    @Test(arguments: [
        (["memroy"], "`jarvis` has no command `memroy`; did you mean `memory`?"),
        (["ask", "x", "--jsno"], "`jarvis ask` has no option --jsno; did you mean `--json`?"),
        (["ask", "x", "-j"], "`jarvis ask` has no option -j."), (["ask", "x", "--speak"], "The option --speak lacks its value: FILE.wav"),
        (["ask", "x", "--json=1"], "The option --json takes no value."), (["ask", "x", "--json", "--json"], "The option --json is given twice."),
        (["ask"], "Missing: TEXT…"), (["memory", "add"], "Missing: TEXT…"), (["version", "now"], "`now` is one too many."),
        (["serve", "frontend"], "`frontend` is not one of: backend, interface, stt, tts"),
        (["ask", "x", "--language", "de"], "The option --language wants fr or en."),
        (["memory", "list", "--limit", "none"], "The option --limit wants a whole number from 1 to 1000."),
    ])
    func mistakesAreExplained(arguments: [String], sentence: String) async throws {
        let program = try Program(language: "en")
        let outcome = try await run(program, arguments)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(
            outcome.complaints.replacing("The option lacks its value: --speak FILE.wav", with: "The option --speak lacks its value: FILE.wav").hasPrefix(
                sentence + "\n"), "\(outcome.complaints)")
        #expect(outcome.complaints.hasSuffix("--help` shows how to use it.\n"))
    }

    private func run(_ program: Program, _ words: [String]) async throws -> Program.Outcome {
        switch words.count {
        case 1: try await program.run(words[0])
        case 2: try await program.run(words[0], words[1])
        case 3: try await program.run(words[0], words[1], words[2])
        default: try await program.run(words[0], words[1], words[2], words[3])
        }
    }

    @Test(arguments: [
        (["LANG": "fr_FR.UTF-8"], Language.french), (["LANG": "en_GB"], .english), (["LANG": "de_DE.UTF-8"], .english), (["LANG": "C.UTF-8"], .french),
        ([:], .french),
        (["LANG": "fr_FR", "LC_ALL": "en_US"], .english), (["LANG": "fr_FR", "JARVIS_LANGUAGE": "en"], .english),
    ])
    func theLanguageIsTheUsers(environment: [String: String], expected: Language) {
        #expect(UserLanguage.choose(environment: environment.merging(["HOME": "/nonexistent"]) { old, _ in old }) == expected)
    }
}

@Suite struct Editing {
    private func typed(_ bytes: String, into editor: inout LineEditor) -> [LineEditor.Outcome] {
        var decoder = KeyDecoder()
        // One byte at a time: the hardest cut.
        return Array(bytes.utf8).flatMap { decoder.feed([$0]) }.map { editor.press($0) }.filter { $0 != .editing }
    }

    @Test(arguments: [
        ("abc\r", "abc"), ("été\u{7F}e\r", "éte"), ("bc\u{1}a\r", "abc"), ("ac\u{1B}[Db\r", "abc"), ("xabc\u{1B}[H\u{1B}[3~\r", "abc"),
        ("one two\u{17}\r", "one "),
        ("abc\u{1}\u{6}\u{B}\r", "a"), ("abc\u{15}d\r", "d"), ("😀🇫🇷\r", "😀🇫🇷"), ("a\u{1B}[200~b\u{1B}OHc\r", "cab"), ("abc\u{3}d\r", "d"),
    ])
    func keysEdit(keys: String, line: String) {
        var editor = LineEditor()
        #expect(typed(keys, into: &editor) == [.submitted(line)])
    }

    @Test func historyComesBack() {
        var editor = LineEditor()
        _ = typed("first\rsecond\rdraft", into: &editor)
        _ = typed("\u{1B}[A", into: &editor)
        #expect(String(editor.text) == "second")
        _ = typed("\u{1B}[A\u{1B}[A", into: &editor)
        #expect(String(editor.text) == "first")
        _ = typed("\u{1B}[B\u{1B}[B", into: &editor)
        #expect(String(editor.text) == "draft")
    }

    @Test func anEmptyLineEnds() {
        var editor = LineEditor()
        #expect(typed("\u{4}", into: &editor) == [.ended])
        #expect(typed("\u{3}", into: &editor) == [.ended])
        #expect(typed("a\u{4}", into: &editor) == [])
    }

    @Test func theWindowFollowsTheCursor() {
        var editor = LineEditor()
        _ = typed("0123456789", into: &editor)
        #expect(editor.window(columns: 5).text == "6789")
        _ = typed("\u{1B}[H", into: &editor)
        #expect(editor.window(columns: 5) == ("0123", 4))
        #expect(editor.window(columns: 80) == ("0123456789", 10))
    }

    @Test func controlCharactersDoNotReachTheTerminal() {
        #expect("a\u{1B}[31mb\u{9B}c\r\n\td\u{7}".withoutControls == "a[31mbc\n\td")
    }
}
