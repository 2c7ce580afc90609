import Base
private import CShims
import Domain
private import Glibc

/// Which passwords may be chosen: long ones that are not among the first that an attacker tries. No rule asks for kinds of characters, which only makes people
/// write the same ones at the end (NIST SP 800-63B, section 3.1.1.2).
enum PasswordPolicy {
    static let length = 12...1024

    /// - Parameter name: the account's, which is no password either.
    /// - Throws: `Problem.invalid` with what to do.
    static func check(_ password: Secret, for name: String) throws(Problem) {
        let text = password.reveal()
        guard length.contains(text.count) else {
            throw Problem(
                .invalid,
                "password must have \(length.lowerBound) to \(length.upperBound) characters: a sentence is easy to remember and hard to guess")
        }
        guard !isCommon(text, for: name) else {
            throw Problem(
                .invalid, "password is among the first that others would try: choose a sentence of four words or more, not a word with something added")
        }
    }

    /// Whether it is a common word, the account's name, or one key after another, with no more than a little added, or little more than a repetition.
    static func isCommon(_ text: String, for name: String) -> Bool {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        // Digits alone are dates and telephone numbers.
        if isKnown(plain) || isRun(plain) || Set(plain).count < 5 || (plain.allSatisfy(\.isNumber) && plain.count < 20) { return true }
        let repeated = unit(of: plain)
        if repeated != plain, repeated.count <= 8 { return true }
        let core = word(in: plain)
        guard plain.count - core.count <= 8 else { return false }
        return [core, unit(of: core)].contains { isKnown($0) || isRun($0) || $0 == word(in: name.lowercased()) }
    }

    /// What a text repeats: "abc" in "abcabcabc"; the text itself when it repeats nothing.
    private static func unit(of text: String) -> String {
        let characters = Array(text)
        for length in stride(from: 1, through: characters.count / 2, by: 1) where characters.count % length == 0 {
            if characters.indices.allSatisfy({ characters[$0] == characters[$0 % length] }) { return String(characters[..<length]) }
        }
        return text
    }

    /// Without the digits and signs around it, and with letters for the digits and signs that stand for them.
    private static func word(in text: String) -> String {
        let letters = Set("abcdefghijklmnopqrstuvwxyz@$")
        guard let first = text.firstIndex(where: letters.contains), let last = text.lastIndex(where: letters.contains) else { return text }
        return String(text[first...last].map { substitutes[$0] ?? $0 })
    }

    private static let substitutes: [Character: Character] = ["0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"]

    private static func isKnown(_ word: String) -> Bool {
        !word.contains("\n") && strstr(shim_common_passwords(), "\n\(word)\n") != nil
    }

    /// Keys beside each other, and the alphabet, in either direction.
    private static let rows = [
        "abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "01234567890123456789",
    ]
    .flatMap { [$0, String($0.reversed())] }

    private static func isRun(_ text: String) -> Bool { text.count > 2 && rows.contains { $0.contains(text) } }
}
