import Base

extension Language {
    func cardinal(_ number: Int, isFeminine: Bool = false) -> String {
        self == .french ? FrenchNumber.cardinal(number, isFeminine: isFeminine) : EnglishNumber.cardinal(number)
    }

    func ordinal(_ number: Int, isFeminine: Bool = false) -> String {
        self == .french ? FrenchNumber.ordinal(number, isFeminine: isFeminine) : EnglishNumber.ordinal(number)
    }

    func year(_ number: Int) -> String { self == .french ? FrenchNumber.cardinal(number) : EnglishNumber.year(number) }

    /// Digits one by one: "zéro zéro sept".
    func digits(_ text: some StringProtocol) -> String {
        text.unicodeScalars.compactMap { Int(String($0)).map { cardinal($0) } }.joined(separator: " ")
    }

    /// A number with its leading zeros: "zéro six".
    func withZeros(_ text: some StringProtocol) -> String {
        let rest = text.drop { $0 == "0" }
        let zeros = Array(repeating: cardinal(0), count: text.count - rest.count)
        guard !rest.isEmpty else { return zeros.joined(separator: " ") }
        guard let number = Int(rest), rest.count <= 18 else { return digits(text) }
        return (zeros + [cardinal(number)]).joined(separator: " ")
    }

    /// What follows the decimal sign. French reads two or three decimals as a number, English reads digits.
    func decimals(_ text: String) -> String { self == .french && text.utf8.count <= 3 ? withZeros(text) : digits(text) }
}
