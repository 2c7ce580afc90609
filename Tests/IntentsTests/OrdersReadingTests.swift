import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Intents

/// Utterances as people say them, read with the templates of home-assistant-intents and Jarvis's own.
@Suite struct OrdersReadingTests {
    /// Where scripts/setup puts the package's data files.
    static let folder = Paths.root.appending(path: ".jarvis/intents").path
    static let canRun = FileManager.default.fileExists(atPath: folder + "/fr.json") || ProcessInfo.processInfo.environment["CI"] == "true"

    private func reader(_ language: Language) throws -> SentenceReader {
        let home = language == .french ? Homes.french : Homes.english
        let matcher = IntentMatcher(grammar: try IntentLibrary(folder: Self.folder).grammar(for: language.rawValue), home: home)
        return SentenceReader(finder: { $0 == language ? matcher : nil }, home: { home })
    }

    @Test(
        .enabled(if: canRun, "home-assistant-intents is not installed: run scripts/setup run"),
        arguments: [(Language.french, frenchOrders), (.french, moreFrenchOrders), (.french, spokenFrenchOrders), (.english, englishOrders)])
    func readsAsTheTableSays(_ language: Language, _ table: String) throws {
        let reader = try reader(language)
        var previous: [Order] = []
        var question: Reading.Question?
        var lines = table.split(separator: "\n").makeIterator()
        while let line = lines.next(), let expected = lines.next() {
            var text = String(line)
            let isWaiting = text.hasPrefix("! "), lacks = text.hasPrefix("? ")
            if text.hasPrefix("> ") || isWaiting || lacks { text.removeFirst(2) } else { (previous, question) = ([], nil) }
            var area: String?
            if text.hasPrefix("@") {
                area = String(text.dropFirst().prefix { $0 != " " })
                text = String(text.drop { $0 != " " }.dropFirst())
            }
            let context = ReadingContext(
                language: language, now: Short.now, timeZone: Short.timeZone, area: area, previous: previous, question: question,
                unconfirmed: isWaiting ? previous : [], incomplete: lacks ? previous : [])
            let (reading, calls) = reader.examine(text, in: context)
            #expect(Short.of(reading).trimmingCharacters(in: .whitespaces) == expected.trimmingCharacters(in: .whitespaces), "\(line)")
            #expect(calls <= 40, "\(line)")
            switch reading {
            case .orders(let orders): (previous, question) = (orders, nil)
            case .question(let asked): question = asked
            case .none, .answer: break
            }
        }
    }

    /// Words of orders in any order: never an order by accident that no template has, never more than the allowed questions to the matcher.
    @Test(.enabled(if: canRun, "home-assistant-intents is not installed: run scripts/setup run"), arguments: [Language.french, .english])
    func wordSaladIsBounded(_ language: Language) throws {
        let reader = try reader(language)
        var generator = SplitMix(state: 42)
        let table = language == .french ? frenchOrders : englishOrders
        let words = table.split(separator: "\n").filter { !$0.hasPrefix("    ") }.flatMap { $0.split(separator: " ") }.map(String.init)
        let context = ReadingContext(language: language, now: Short.now, timeZone: Short.timeZone)
        for _ in 0..<300 {
            let salad = (0..<Int.random(in: 1...60, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            let (_, calls) = reader.examine(salad, in: context)
            #expect(calls <= Finding.callLimit + 1, "\(salad)")
        }
    }

    @Test(
        .enabled(if: canRun, "home-assistant-intents is not installed: run scripts/setup run"),
        arguments: ["", " ", "?!", "🙂", String(repeating: "allume ", count: 500), "\u{0}\u{200F}"])
    func oddTextIsNoOrder(_ text: String) throws {
        let reading = try reader(.french).read(text, in: ReadingContext(language: .french, now: Short.now, timeZone: Short.timeZone))
        #expect(reading == .none)
    }
}

/// Numbers that are the same on every machine (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
