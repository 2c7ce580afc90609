import Base

/// Whole numbers in digits or in words, as times and durations need them: up to 999.
enum SpokenNumber {
    /// The number that begins at a word, and the word after it.
    static func read(_ words: [Sentence.Word], at index: Int, before end: Int, _ language: Language) -> (value: Double, next: Int)? {
        guard index < end else { return nil }
        let first = words[index].folded
        if let scalar = first.unicodeScalars.first, ("0"..."9").contains(scalar) {
            guard first.count <= 6, let value = Double(first.replacing(",", with: ".")) else { return nil }
            return (value, index + 1)
        }
        return language == .french ? french(words, index, end) : english(words, index, end)
    }

    private static func french(_ words: [Sentence.Word], _ start: Int, _ end: Int) -> (value: Double, next: Int)? {
        var index = start
        var total = 0
        func word(_ at: Int) -> String { at < end ? words[at].folded : "" }
        /// Up to nineteen: "dix-sept" is two words.
        func teens(_ at: Int) -> (value: Int, next: Int)? {
            guard let units = frenchUnits[word(at)] else { return nil }
            guard units == 10, let more = frenchUnits[word(at + 1)], (7...9).contains(more) else { return (units, at + 1) }
            return (units + more, at + 2)
        }
        if word(index) == "cent" {
            total = 100
            index += 1
        } else if let count = frenchUnits[word(index)], count > 1, count < 10, ["cent", "cents"].contains(word(index + 1)) {
            total = count * 100
            index += 2
        }
        if word(index) == "quatre", ["vingt", "vingts"].contains(word(index + 1)) {
            total += 80
            index += 2
            if let more = teens(index), more.value > 0 {
                total += more.value
                index = more.next
            }
        } else if let tens = frenchTens[word(index)] {
            total += tens
            index += 1
            let joint = word(index) == "et" && ["un", "une", "onze"].contains(word(index + 1)) ? 1 : 0
            if let more = teens(index + joint), more.value > 0, more.value < (tens == 60 ? 20 : 10) {
                total += more.value
                index = more.next
            }
        } else if let more = teens(index) {
            total += more.value
            index = more.next
        }
        return index > start ? (Double(total), index) : nil
    }

    private static func english(_ words: [Sentence.Word], _ start: Int, _ end: Int) -> (value: Double, next: Int)? {
        var index = start
        var total = 0
        func word(_ at: Int) -> String { at < end ? words[at].folded : "" }
        if let count = word(index) == "a" ? 1 : englishUnits[word(index)], count < 10, count > 0, word(index + 1) == "hundred" {
            total = count * 100
            index += word(index + 2) == "and" && (englishUnits[word(index + 3)] ?? englishTens[word(index + 3)]) != nil ? 3 : 2
        }
        if let tens = englishTens[word(index)] {
            total += tens
            index += 1
            if let more = englishUnits[word(index)], more > 0, more < 10 {
                total += more
                index += 1
            }
        } else if let units = englishUnits[word(index)] {
            total += units
            index += 1
        }
        return index > start ? (Double(total), index) : nil
    }

    private static let frenchUnits: [String: Int] = [
        "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
        "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    ]
    private static let frenchTens: [String: Int] = [
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    ]
    private static let englishUnits: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    private static let englishTens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
