import Base
import Foundation
@testable import Observability
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SinkTests {
    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))

    /// What a sink writes to a descriptor.
    func written(_ format: LogFormat, _ log: (Logger) -> Void) throws -> String {
        let folder = try Paths.temporaryFolder()
        let descriptor = open(folder.file("out"), O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        log(Logger(label: "test", level: .debug, sink: StandardErrorSink(format: format, clock: clock, descriptor: descriptor)))
        return try String(contentsOfFile: folder.file("out"), encoding: .utf8)
    }

    @Test func jsonLinesHoldEverything() throws {
        let text = try written(.json) { $0.warning("Salut \"toi\"", ["route": "/chat", "password": "hunter2", "level": "9"]) }
        #expect(
            text
                == #"{"time":"2027-01-15T08:00:00.000Z","level":"warning","logger":"test","message":"Salut \"toi\"","field_level":"9","password":"[masked]","route":"/chat"}"#
                + "\n")
    }

    @Test func humanLinesAreColouredOnTerminalsOnly() throws {
        #expect(
            try written(.human(coloured: false)) { $0.info("up", ["port": "8000", "note": "a b"]) }
                == "2027-01-15T08:00:00.000Z INFO    test: up note=\"a b\" port=8000\n")
        #expect(try written(.human(coloured: true)) { $0.info("up") }.contains("\u{1B}[32mINFO"))
        #expect(StandardErrorSink.preferredFormat(descriptor: -1) == .json)
    }

    @Test func nothingStartsAnotherLine() throws {
        let attack = "a\nb\r{\"level\":\"error\"}\u{1B}[2J\u{2028}\u{202E}\u{85}\0"
        let json = try written(.json) { $0.info(attack, [attack: attack]) }
        #expect(json.filter { $0.isNewline }.count == 1)
        struct Line: Decodable { var message: String }
        #expect(try JSON.decode(Line.self, from: Data(json.utf8)).message == attack)
        let human = try written(.human(coloured: false)) { $0.info(attack, [attack: attack]) }
        #expect(human.unicodeScalars.filter { $0.properties.generalCategory == .control }.count == 1)
        #expect(!human.unicodeScalars.contains("\u{202E}"))
    }

    @Test(.enabled(if: Naughty.isThere || !Naughty.mayBeMissing, "the naughty strings are not beside this checkout"))
    func naughtyStringsStayOnTheirLine() throws {
        let strings = try Naughty.strings()
        try #require(strings.count > 400)
        for text in strings {
            let line = try written(.json) { $0.info(text, ["text": text]) }
            #expect(line.hasSuffix("\n"))
            #expect(try JSONDecoder().decode([String: String].self, from: Data(line.utf8))["level"] == "info")
            #expect(line.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        }
    }

    @Test func longLinesAreCut() throws {
        let long = String(repeating: "é ", count: 100_000)
        for format in [LogFormat.json, .human(coloured: false)] {
            let line = try written(format) { $0.info(long, ["a": long, "b": long, "c": long, "d": long]) }
            #expect(line.utf8.count <= LogFormat.longestLine)
            #expect(line.contains("…"))
            if format == .json { #expect(try JSONDecoder().decode([String: String].self, from: Data(line.utf8))["level"] == "info") }
        }
    }

    @Test func severalSinksGetEveryLine() throws {
        let folder = try Paths.temporaryFolder()
        let sinks = try ["a", "b"].map { try FileSink(path: folder.file($0), clock: clock) }
        Logger(label: "test", sink: TeeSink(sinks)).info("hello")
        #expect(try String(contentsOfFile: folder.file("a"), encoding: .utf8) == String(contentsOfFile: folder.file("b"), encoding: .utf8))
    }

    @Test func fullFilesAreSetAside() throws {
        let folder = try Paths.temporaryFolder()
        let sink = try FileSink(path: folder.file("log"), limits: .init(bytes: 300, files: 2, age: .seconds(1000)))
        let log = Logger(label: "test", sink: sink)
        for number in 0..<12 { log.info("line \(number)") }  // About 95 bytes each: three a file.
        func numbers(_ name: String) throws -> [Int] {
            try String(contentsOfFile: folder.file(name), encoding: .utf8).split(separator: "\n").compactMap { line in
                (0..<12).last { line.contains("line \($0)\"") }
            }
        }
        #expect(try numbers("log") == [9, 10, 11])
        #expect(try numbers("log.1") == [6, 7, 8])
        #expect(try numbers("log.2") == [3, 4, 5])
        #expect(!FileManager.default.fileExists(atPath: folder.file("log.3")))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("log"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func oldFilesAreDeletedAndOldOnesSetAside() throws {
        let folder = try Paths.temporaryFolder()
        let clock = ManualClock(now: Date())
        let sink = try FileSink(path: folder.file("log"), limits: .init(bytes: 1 << 20, files: 3, age: .seconds(100)), clock: clock)
        let log = Logger(label: "test", sink: sink)
        try Data("old".utf8).write(to: folder.url.appending(path: "log.2"))
        log.info("one")
        #expect(!FileManager.default.fileExists(atPath: folder.file("log.1")))
        clock.advance(by: 99)
        log.info("two")
        #expect(!FileManager.default.fileExists(atPath: folder.file("log.1")))
        clock.advance(by: 2)
        log.info("three")  // Sets the file aside; by this clock what is there was last written too long ago.
        #expect(try String(contentsOfFile: folder.file("log"), encoding: .utf8).contains("three"))
        for number in 1...3 { #expect(!FileManager.default.fileExists(atPath: folder.file("log.\(number)"))) }
    }

    @Test func aRestartGoesOnWithTheFile() throws {
        let folder = try Paths.temporaryFolder()
        for _ in 0..<2 { Logger(label: "test", sink: try FileSink(path: folder.file("log"))).info("hello") }
        #expect(try String(contentsOfFile: folder.file("log"), encoding: .utf8).split(separator: "\n").count == 2)
    }

    @Test func aFolderThatIsMissingIsNamed() {
        let error = #expect(throws: ObservabilityError.self) { try FileSink(path: "/nowhere/at/all.log") }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.contains("/nowhere/at/all.log") == true)
    }
}
