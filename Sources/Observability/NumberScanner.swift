/// Finds phone and card numbers among the other numbers of a line: dates, times, ids, ports, amounts.
///
/// Digits are read as groups (`06`, `12`, `34` …) with the separators between them; a number is recognized by the sizes of its groups.
struct NumberScanner {
    /// Fewer digits than this in a whole line hold no number worth masking.
    static let fewestDigits = 8
    private static let mostGroups = 8

    /// A group of digits, and what joins it to the group before.
    private struct Group {
        enum Joint { case none, blank, mark }
        var range: Range<Int>
        var joint: Joint
        /// Between brackets, as the area code is: (555) 123-4567, and the 0 of +33 (0)6.
        var isBracketed: Bool
        var count: Int { range.count }
    }

    private let bytes: [UInt8]
    private var result: [UInt8] = []
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    consuming func run() -> [UInt8] {
        while position < bytes.count {
            if let end = identifierEnd() {
                copy(to: end)
            } else if bytes[position].isDigit {
                number()
            } else {
                copy(to: position + 1)
            }
        }
        return result
    }

    private mutating func copy(to end: Int) {
        result += bytes[position..<end]
        position = end
    }

    /// A UUID, or a run of letters and digits that begins with a letter: never a number, whatever digits it holds.
    private func identifierEnd() -> Int? {
        if position + 36 <= bytes.count, position == 0 || !bytes[position - 1].isAlphanumeric {
            let isUUID = (0..<36).allSatisfy { offset in
                let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
                return isDash ? bytes[position + offset] == UInt8(ascii: "-") : bytes[position + offset].isHexadecimal
            }
            if isUUID { return position + 36 }
        }
        guard bytes[position].isLetter || bytes[position] == UInt8(ascii: "_") else { return nil }
        var end = position
        while end < bytes.count, bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "_") { end += 1 }
        return end
    }

    // MARK: Groups

    /// Reads at most `mostGroups` groups from here and masks what they begin with, or steps over the first.
    private mutating func number() {
        let groups = groups()
        let first = groups[0]
        // The sign and the bracket before it were copied already.
        let isBracketed = result.last == UInt8(ascii: "(")
        let before = isBracketed ? result.dropLast().last : result.last
        let hasPlus = before == UInt8(ascii: "+")
        if let (count, mark) = match(groups, hasPlus: hasPlus, isBracketed: isBracketed), isFree(at: groups[count - 1].range.upperBound) {
            if isBracketed { result.removeLast() }
            if hasPlus { result.removeLast() }
            result += Array(mark.utf8)
            position = groups[count - 1].range.upperBound
        } else {
            copy(to: first.range.upperBound)
            // What is joined to this group by a dot or a dash belongs to it: a date, a version, an address.
            var joined = 1
            while joined < groups.count, groups[joined].joint == .mark, !first.isBracketed {
                if card(groups[joined...]) != nil { break }
                copy(to: groups[joined].range.upperBound)
                joined += 1
            }
            // Letters that follow at once make it one word: 12ab.
            while position < bytes.count, bytes[position].isAlphanumeric { copy(to: position + 1) }
        }
    }

    private func groups() -> [Group] {
        var groups: [Group] = []
        var index = position
        var joint = Group.Joint.none
        while groups.count < Self.mostGroups {
            let start = index
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            groups.append(Group(range: start..<index, joint: joint, isBracketed: start > 0 && bytes[start - 1] == UInt8(ascii: "(")))
            guard let (next, nextJoint) = separator(from: index) else { break }
            index = next
            joint = nextJoint
        }
        return groups
    }

    /// Steps over what may stand inside a number, if a digit comes after it.
    private func separator(from start: Int) -> (Int, Group.Joint)? {
        var index = start
        var joint = Group.Joint.blank
        if index < bytes.count, bytes[index] == UInt8(ascii: ")") { index += 1 }
        switch bytes[index...].prefix(3) {
        case let next where next.first == UInt8(ascii: " "): index += 1
        case let next where next.starts(with: [0xC2, 0xA0]): index += 2  // no-break space
        case let next where next.starts(with: [0xE2, 0x80, 0xAF]): index += 3  // narrow no-break space
        case let next where next.first == UInt8(ascii: "-") || next.first == UInt8(ascii: ".") || next.first == UInt8(ascii: "/"):
            index += 1
            joint = .mark
        default: break
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") { index += 1 }
        return index > start && index < bytes.count && bytes[index].isDigit ? (index, joint) : nil
    }

    /// Whether nothing goes on after it: a letter, or a dot or dash and more digits.
    private func isFree(at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        if bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "_") { return false }
        guard bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: ".") else { return true }
        return !(index + 1 < bytes.count && bytes[index + 1].isDigit)
    }

    // MARK: Numbers

    private func match(_ groups: [Group], hasPlus: Bool, isBracketed: Bool) -> (count: Int, mark: String)? {
        if let count = card(groups[...]) { return (count, "[card]") }
        if let count = international(groups, hasPlus: hasPlus) ?? national(groups, isBracketed: isBracketed) { return (count, "[phone]") }
        return nil
    }

    /// +33 6 12 34 56 78, 0033 6…, +1 (555) 123-4567: at most 15 digits (ITU-T E.164), at least 8.
    private func international(_ groups: [Group], hasPlus: Bool) -> Int? {
        let first = groups[0].range.lowerBound
        let prefix: Int
        if hasPlus {
            prefix = 0
        } else if groups[0].count >= 2, bytes[first] == UInt8(ascii: "0"), bytes[first + 1] == UInt8(ascii: "0") {
            prefix = 2
        } else {
            return nil
        }
        let lead = groups[0].count > prefix ? first + prefix : groups.count > 1 ? groups[1].range.lowerBound : first
        guard bytes[lead] != UInt8(ascii: "0") else { return nil }
        var total = 0, best: Int?
        for (index, group) in groups.enumerated() {
            total += group.count
            if total - prefix > 15 { break }
            if total - prefix >= 8 {
                best = index + 1
                if index == 0 { break }  // All of it in one piece: what follows is something else.
            }
        }
        return best
    }

    /// Sizes of the groups of numbers that begin with a 0: France, then other countries.
    private static let national: [[Int]] = [
        [2, 2, 2, 2, 2], [10], [4, 2, 2, 2], [4, 3, 3], [4, 6], [1, 3, 3, 3], [2, 8], [11], [3, 4, 4], [5, 6], [4, 3, 4], [5, 3, 3],
    ]

    private func national(_ groups: [Group], isBracketed: Bool) -> Int? {
        let first = groups[0].range.lowerBound
        let lead = bytes[first]
        let second = groups[0].count > 1 ? bytes[first + 1] : groups.count > 1 ? bytes[groups[1].range.lowerBound] : lead
        let sizes = groups.map(\.count)
        if lead == UInt8(ascii: "0"), second != UInt8(ascii: "0") {
            return Self.national.first { sizes.starts(with: $0) }?.count
        }
        // (555) 123-4567, 555-123-4567, 555.123.4567; with blanks alone these could be any three numbers.
        guard sizes.starts(with: [3, 3, 4]), lead >= UInt8(ascii: "2"), isBracketed || groups[1].joint == .mark, groups[2].joint == .mark else { return nil }
        return 3
    }

    /// 13 to 19 digits in groups of at least three, of a known issuer, with a right check digit (ISO/IEC 7812-1: Luhn).
    private func card(_ groups: ArraySlice<Group>) -> Int? {
        var digits: [UInt8] = []
        for (offset, group) in groups.enumerated() {
            guard group.count >= 3, digits.count + group.count <= 19 else { return nil }
            digits += bytes[group.range].map { $0 - UInt8(ascii: "0") }
            guard digits[0] >= 2, digits[0] <= 6 else { return nil }
            let isLast = isFree(at: group.range.upperBound)
            if digits.count >= 13, isLast, Self.isLuhn(digits) { return offset + 1 }
        }
        return nil
    }

    private static func isLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = index % 2 == 1 ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }
}
