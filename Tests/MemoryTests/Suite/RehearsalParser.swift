import Base
import Domain
import Foundation
@testable import Memory
import Understanding

extension Rehearsal {
    /// Reads scenes. Throws `Problem.invalid`, which names the line, for what is none.
    init(parsing text: String) throws {
        var parser = Parser()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            parser.line = index + 1
            try parser.read(line.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        scenes = parser.scenes
    }

    static let start = date("2026-11-02 09:00") ?? Date(timeIntervalSince1970: 0)

    /// "2026-11-02 09:00"
    private static func date(_ text: String) -> Date? {
        let numbers = text.split { "- :".contains($0) }.map { Int($0) }
        guard numbers.count == 5, let year = numbers[0], let month = numbers[1], let day = numbers[2], let hour = numbers[3], let minute = numbers[4],
            (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return calendar.date(from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute))
    }

    static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }()

    private struct Parser {
        var scenes: [Scene] = []
        var line = 0
        private var people: [Person] = []
        private var language = Language.french

        mutating func read(_ text: String) throws {
            if text.isEmpty || text.hasPrefix("#") { return }
            if let title = rest(of: text, after: "==") { return scenes.append(Scene(title: title, line: line, people: people, language: language)) }
            if let list = rest(of: text, after: "people:") { return try setPeople(list) }
            if let name = rest(of: text, after: "language:") { return try setLanguage(name) }
            guard !scenes.isEmpty else { throw malformed("a scene begins with “== its title”") }
            if let time = rest(of: text, after: "@") { return add(nil, try moment(time)) }
            guard let mark = text.firstIndex(where: { ">?:".contains($0) }) else { throw malformed("a line begins with >, ?, :, @, == or #") }
            let name = text[..<mark].trimmingCharacters(in: .whitespaces)
            guard name.isEmpty || scenes[scenes.count - 1].people.contains(where: { $0.name == name }) else {
                throw malformed("nobody here is called “\(name)”: name them after “people:”")
            }
            let (said, wanted) = try parted(text[text.index(after: mark)...].trimmingCharacters(in: .whitespaces))
            guard !said.isEmpty else { throw malformed("nothing is said") }
            switch text[mark] {
            case ">": add(name, .say(said), wanted)
            case "?":
                guard wanted != nil else { throw malformed("what should the answer be? Write it behind two spaces, as “= words” or “-”") }
                add(name, .ask(said), wanted)
            default: try command(said, wanted, name)
            }
        }

        private mutating func command(_ said: String, _ wanted: Wanted?, _ name: String) throws {
            switch said {
            case "sleep": return add(name, .sleep)
            case "new conversation": return add(name, .newConversation)
            case "incognito": return add(name, .incognito)
            case "restart": return add(name, .restart)
            default: break
            }
            guard wanted != nil else { throw malformed("“:\(said)” is no command, or what it should find is missing") }
            if let words = rest(of: said, after: "recall ") { return add(name, .recall(words), wanted) }
            if let subject = rest(of: said, after: "facts ") { return add(name, .facts(subject, includingHistory: false), wanted) }
            if let subject = rest(of: said, after: "history ") { return add(name, .facts(subject, includingHistory: true), wanted) }
            throw malformed("“:\(said)” is no command: recall, facts, history, sleep, new conversation, incognito and restart are")
        }

        private mutating func add(_ name: String?, _ action: Action, _ wanted: Wanted? = nil) {
            scenes[scenes.count - 1].steps.append(Step(line: line, person: name.flatMap { $0.isEmpty ? nil : $0 }, action: action, wanted: wanted))
        }

        private mutating func setPeople(_ list: String) throws {
            let named = try list.split(separator: ",").map { entry in
                let words = entry.split(separator: " ")
                guard words.count == 2, let role = Role(rawValue: String(words[1])) else {
                    let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
                    throw malformed("“\(entry.trimmingCharacters(in: .whitespaces))” is not a name and a role (\(roles))")
                }
                return Person(name: String(words[0]), role: role)
            }
            if scenes.isEmpty { people = named } else { scenes[scenes.count - 1].people = named }
        }

        private mutating func setLanguage(_ name: String) throws {
            let languages = ["french": Language.french, "english": .english]
            guard let language = languages[name.lowercased()] else { throw malformed("“\(name)” is neither French nor English") }
            if scenes.isEmpty { self.language = language } else { scenes[scenes.count - 1].language = language }
        }

        private func moment(_ text: String) throws -> Action {
            guard text.hasPrefix("+") else {
                guard let date = Rehearsal.date(text) else { throw malformed("“\(text)” is no time: write 2026-11-02 09:00 or +10 jours") }
                return .at(date)
            }
            let words = text.dropFirst().split(separator: " ")
            guard words.count == 2, let count = Int(words[0]), let unit = Self.units[FoldedText.key(String(words[1]))], (1...10_000).contains(count) else {
                throw malformed("“\(text)” is no while: write +20 min, +2 h, +10 jours, +3 semaines, +1 mois or +2 ans")
            }
            return .later(count, unit)
        }

        private static let units: [String: Calendar.Component] = [
            "min": .minute, "h": .hour, "jour": .day, "jours": .day, "day": .day, "days": .day, "semaine": .weekOfYear, "semaines": .weekOfYear,
            "week": .weekOfYear, "weeks": .weekOfYear, "mois": .month, "month": .month, "months": .month, "an": .year, "ans": .year, "year": .year,
            "years": .year,
        ]

        /// What is said, and what is wanted behind two spaces.
        private func parted(_ text: String) throws -> (String, Wanted?) {
            guard let gap = text.range(of: "  ") else { return (text, nil) }
            return (String(text[..<gap.lowerBound]), try wanted(text[gap.upperBound...].trimmingCharacters(in: .whitespaces)))
        }

        private func wanted(_ text: String) throws -> Wanted {
            var wanted = Wanted(text: text)
            if text == "-" {
                wanted.isNothing = true
                return wanted
            }
            let parts = (" " + text).components(separatedBy: " ! ")
            if let words = rest(of: parts[0].trimmingCharacters(in: .whitespaces), after: "= ") {
                wanted.all = words.components(separatedBy: " & ").map { $0.components(separatedBy: " | ") }
            } else if !parts[0].isEmpty {
                throw malformed("“\(text)” is not “= words”, “! words” or “-”")
            }
            wanted.none = parts.dropFirst().flatMap { $0.components(separatedBy: " | ") }
            guard (wanted.all.flatMap(\.self) + wanted.none).allSatisfy({ $0.contains { $0.isLetter || $0.isNumber } }) else {
                throw malformed("words are missing in “\(text)”")
            }
            return wanted
        }

        private func rest(of text: String, after prefix: String) -> String? {
            text.hasPrefix(prefix) ? text.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces) : nil
        }

        private func malformed(_ detail: String) -> Problem { Problem(.invalid, "line \(line): \(detail)") }
    }
}

extension Rehearsal.Wanted {
    /// With spaces around, so that whole words are looked for.
    static func folded(_ text: String) -> String { " \(FoldedText.key(text)) " }
}
