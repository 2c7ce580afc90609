package import Base
import Foundation

/// Numbers in digits and in words.
package enum Numerals {
    /// A number that was read, and the token after it.
    package struct Reading {
        package var value: Double
        package var next: Int
        /// Whether it was written in digits.
        package var inDigits: Bool
    }

    /// Reads the number that stands at `index` ("12", "3,5", "10 000", "vingt et un", "two hundred and five"); `nil` where there is none.
    package static func read(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> Reading? {
        guard index < end else { return nil }
        let token = text.tokens[index]
        if token.kind == .number { return digits(text, at: index, before: end, language) }
        guard starters.contains(token.text) else { return nil }
        guard var reading = language == .french ? frenchWords(text, index, end) : englishWords(text, index, end) else { return nil }
        if text[reading.next] == (language == .french ? "virgule" : "point"), let tail = decimals(text, reading.next + 1, end, language) {
            reading.value += tail.value
            reading.next = tail.next
        }
        return reading
    }

    /// Words that a number may begin with, in either language: everything else is refused at once.
    package static let starters = Set(frenchUnits.keys).union(frenchTens.keys).union(englishUnits.keys).union(englishTens.keys).union([
        "zero", "vingt", "vingts", "cent", "cents", "mille", "a",
    ])

    /// A number of counting size; `nil` for fractions and what does not fit.
    package static func readWhole(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> (value: Int, next: Int)? {
        guard let reading = read(text, at: index, before: end, language), let whole = Int(exactly: reading.value), whole >= 0 else { return nil }
        return (whole, reading.next)
    }

    /// What a written number is worth: the comma is a decimal mark in French; in English it groups thousands where it can.
    static func literal(_ raw: String, _ language: Language) -> Double? {
        guard raw.utf8.count <= 64 else { return nil }
        let groups = raw.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard groups.count > 1 else { return Double(raw) }
        let marks = raw.filter { $0 == "," || $0 == "." }
        let areThousands = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        if Set(marks).count == 1 {
            if marks.count > 1 { return areThousands ? Double(groups.joined()) : nil }
            if marks == ",", language == .english, areThousands { return Double(groups.joined()) }
            return Double("\(groups[0]).\(groups[1])")
        }
        // Both marks: the last one is decimal, the others group thousands.
        guard let last = marks.last, marks.filter({ $0 == last }).count == 1, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return nil }
        return Double(groups.dropLast().joined() + "." + groups[groups.count - 1])
    }

    private static func digits(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> Reading? {
        guard var value = literal(text[index], language) else { return nil }
        var next = index + 1
        // "10 000", with one space.
        if text[index].count <= 3, text[index].allSatisfy(\.isNumber) {
            var joined = text[index]
            while next < end, text.tokens[next].kind == .number, text.tokens[next].gap == .space, joined.count < 15 {
                let group = text[next].prefix { $0 != "," && $0 != "." }
                guard group.count == 3, isOneSpace(text, before: next) else { break }
                joined += text[next]
                next += 1
                if joined.contains(where: { !$0.isNumber }) { break }
            }
            if next > index + 1 {
                guard let grouped = literal(joined, language) else { return nil }
                value = grouped
            }
        }
        if let scale = scales(language)[text[next]], next < end {
            value *= scale
            next += 1
        }
        return Reading(value: value, next: next, inDigits: true)
    }

    private static func isOneSpace(_ text: FoldedText, before index: Int) -> Bool {
        let gap = text.original.unicodeScalars[text.tokens[index - 1].end..<text.tokens[index].start]
        return gap.count == 1 && gap.first.map { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" } == true
    }

    private static func scales(_ language: Language) -> [String: Double] { language == .french ? frenchScales : englishScales }
    private static let frenchScales: [String: Double] = ["mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9]
    private static let englishScales: [String: Double] = ["thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9]

    /// What follows the decimal mark when it is spoken: "cinq", "zéro cinq", "one four one".
    private static func decimals(_ text: FoldedText, _ index: Int, _ end: Int, _ language: Language) -> (value: Double, next: Int)? {
        var digits = "", next = index
        while next < end, digits.count < 15 {
            if text.tokens[next].kind == .number, text[next].allSatisfy(\.isNumber) {
                digits += text[next]
                next += 1
            } else if let part = language == .french ? frenchWords(text, next, end) : englishWords(text, next, end), let whole = Int(exactly: part.value) {
                digits += String(whole)
                next = part.next
            } else {
                break
            }
        }
        guard !digits.isEmpty, let value = Double("0." + digits.prefix(15)) else { return nil }
        return (value, next)
    }

    // MARK: words

    /// The digits of a number below a thousand while it is being read.
    fileprivate struct Group {
        var hundreds: Int?
        var tens: Int?
        var units: Int?
        var isEmpty: Bool { hundreds == nil && tens == nil && units == nil }
        var value: Int { (hundreds ?? 0) * 100 + (tens ?? 0) + (units ?? 0) }
    }

    private static let frenchUnits: [String: Int] = [
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
        "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    ]
    private static let frenchTens: [String: Int] = [
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    ]

    private static func frenchWords(_ text: FoldedText, _ start: Int, _ end: Int) -> Reading? {
        if text[start] == "zero" { return Reading(value: 0, next: start + 1, inDigits: false) }
        var total = 0.0, group = Group(), next = start, lastScale = Double.infinity
        reading: while next < end {
            let word = text[next]
            if word == "et", group.units == nil, let tens = group.tens, (20...90).contains(tens), tens != 80 {
                // "vingt et un", "soixante et onze"
                let after = next + 1 < end ? text[next + 1] : ""
                if after == "un" || after == "une" {
                    group.units = 1
                } else if after == "onze", tens == 60 {
                    (group.tens, group.units) = (70, 1)
                } else {
                    break
                }
                next += 2
                continue
            }
            if let unit = frenchUnits[word] {
                guard group.add(frenchUnit: unit) else { break }
            } else if word == "vingt" || word == "vingts" {
                if group.units == 4, group.tens == nil {
                    (group.tens, group.units) = (80, nil)
                } else if group.tens == nil, group.units == nil {
                    group.tens = 20
                } else {
                    break
                }
            } else if let tens = frenchTens[word] {
                guard group.tens == nil, group.units == nil else { break }
                group.tens = tens
            } else if word == "cent" || word == "cents" {
                guard group.hundreds == nil, group.tens == nil else { break }
                (group.hundreds, group.units) = (group.units ?? 1, nil)
            } else if let scale = frenchScales[word] {
                guard scale < lastScale, !group.isEmpty || scale == 1000 else { break reading }
                total += Double(group.isEmpty ? 1 : group.value) * scale
                (group, lastScale) = (Group(), scale)
            } else {
                break
            }
            next += 1
        }
        return next > start ? Reading(value: total + Double(group.value), next: next, inDigits: false) : nil
    }

    private static let englishUnits: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    private static let englishTens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    private static func englishWords(_ text: FoldedText, _ start: Int, _ end: Int) -> Reading? {
        if text[start] == "zero" { return Reading(value: 0, next: start + 1, inDigits: false) }
        var total = 0.0, group = Group(), next = start, lastScale = Double.infinity
        // "a hundred", "a million"
        if text[start] == "a", start + 1 < end, text[start + 1] == "hundred" || englishScales[text[start + 1]] != nil {
            group.units = 1
            next += 1
        }
        reading: while next < end {
            let word = text[next]
            if word == "and", next > start, next + 1 < end, group.tens == nil, group.units == nil,
                englishUnits[text[next + 1]] != nil || englishTens[text[next + 1]] != nil
            {
                next += 1
                continue
            }
            if let unit = englishUnits[word] {
                guard group.units == nil, group.tens == nil || (unit < 10 && group.tens != 10) else { break }
                if unit >= 10 { (group.tens, group.units) = (10, unit - 10) } else { group.units = unit }
            } else if let tens = englishTens[word] {
                guard group.tens == nil, group.units == nil else { break }
                group.tens = tens
            } else if word == "hundred" {
                guard group.hundreds == nil, group.tens == nil, let units = group.units else { break }
                (group.hundreds, group.units) = (units, nil)
            } else if let scale = englishScales[word] {
                guard scale < lastScale, !group.isEmpty else { break reading }
                total += Double(group.value) * scale
                (group, lastScale) = (Group(), scale)
            } else {
                break
            }
            next += 1
        }
        return next > start ? Reading(value: total + Double(group.value), next: next, inDigits: false) : nil
    }
}

extension Numerals.Group {
    /// Adds one of un … seize; says whether it fits ("soixante-quinze" does, "trente-quinze" does not).
    fileprivate mutating func add(frenchUnit unit: Int) -> Bool {
        guard units == nil else { return false }
        switch (tens, unit) {
        case (nil, 10): tens = 10
        case (nil, 11...): (tens, units) = (10, unit - 10)
        case (nil, _): units = unit
        case (10, 7...9): units = unit
        case (70, 7...9), (90, 7...9), (20, 2...9), (30, 2...9), (40, 2...9), (50, 2...9): units = unit
        case (60, 10), (80, 10): tens = (tens ?? 0) + 10
        case (60, 11...), (80, 11...): (tens, units) = ((tens ?? 0) + 10, unit - 10)
        case (60, 1...9), (80, 1...9), (70, 1...9), (90, 1...9): units = unit
        case (20, 1), (30, 1), (40, 1), (50, 1): units = unit
        default: return false
        }
        return true
    }
}
