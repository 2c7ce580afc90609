import Foundation

/// The words of a text as they are compared: without case, accents and the little words that every sentence has.
enum Words {
    static func of(_ text: String) -> [String] {
        fold(text).split(separator: " ").map(stem).filter { !little.contains($0) }
    }

    /// Lower case, no accents, one space between words, no punctuation.
    static func fold(_ text: String) -> String {
        text.replacingOccurrences(of: "œ", with: "oe").folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
            .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// Takes a plural's ending off, so that "arachide" finds "arachides".
    private static func stem(_ word: Substring) -> String {
        word.count > 3 && (word.last == "s" || word.last == "x") ? String(word.dropLast()) : String(word)
    }

    private static let little = Set(
        """
        a ai as au aux avec c ce ces cet cette d dan de de des du elle elles en est et etre il ils j je l la le les leur lui m ma mai me mes mon n ne nou \
        nous on ou par pa pas pour qu que qui quoi s sa se ses son sur t ta te tes toi ton tu un une vo vos votre y \
        an and are at be by do for from has have he her hi his i in is it its me my of on or she that the thei their them they thi this to was wa we what \
        who with you your
        """.split(separator: " ").map(String.init))
}
