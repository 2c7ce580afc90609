/// The words around a request that change nothing about it: the name, politeness, hesitation.
enum Courtesy {
    /// Takes courtesy away from both ends and "s'il te plaît" from anywhere; leaves a text that is nothing else as it is ("merci").
    static func removed(from tokens: [FoldedText.Token]) -> [FoldedText.Token] {
        guard !tokens.isEmpty else { return tokens }
        var kept = withoutPlease(tokens)
        if kept.isEmpty { return tokens }
        var first = 0, last = kept.count
        while let length = length(of: openings[kept[first].text], in: kept, from: first, to: last) { first += length }
        while let length = lengthAtEnd(in: kept, from: first, to: last) { last -= length }
        if first > 0 || last < kept.count { kept = Array(kept[first..<last]) }
        kept[0].gap = .none
        return kept
    }

    private static func withoutPlease(_ tokens: [FoldedText.Token]) -> [FoldedText.Token] {
        guard tokens.contains(where: { pleaseWords.contains($0.text) }) else { return tokens }
        var kept: [FoldedText.Token] = []
        var index = 0
        while index < tokens.count {
            if let sequence = please[tokens[index].text]?.first(where: { matches($0, tokens, at: index, to: tokens.count) }) {
                index += sequence.count
            } else {
                kept.append(tokens[index])
                index += 1
            }
        }
        return kept
    }

    /// The length of the longest of these that opens the tokens and leaves something.
    private static func length(of sequences: [[String]]?, in tokens: [FoldedText.Token], from first: Int, to last: Int) -> Int? {
        sequences?.first { first + $0.count < last && matches($0, tokens, at: first, to: last) }?.count
    }

    private static func lengthAtEnd(in tokens: [FoldedText.Token], from first: Int, to last: Int) -> Int? {
        closings[tokens[last - 1].text]?.first { first + $0.count < last && matches($0, tokens, at: last - $0.count, to: last) }?.count
    }

    private static func matches(_ words: [String], _ tokens: [FoldedText.Token], at index: Int, to end: Int) -> Bool {
        guard index >= 0, index + words.count <= end else { return false }
        for offset in words.indices where tokens[index + offset].text != words[offset] { return false }
        return true
    }

    private static let pleaseWords: Set<String> = ["plait", "stp", "svp", "please"]
    private static let please = byFirst(["s il te plait", "s il vous plait", "si te plait", "s te plait", "stp", "svp", "please"])

    private static let openings = byFirst(
        [
            "jarvis", "hey jarvis", "he jarvis", "eh jarvis", "ok jarvis", "okay jarvis", "dis jarvis", "dis donc jarvis", "salut jarvis", "bonjour jarvis",
            "bonsoir jarvis",
        ]
            + ["hi jarvis", "hello jarvis", "coucou jarvis", "bonjour", "bonsoir", "salut", "hello", "hey", "hi", "coucou"]
            + [
                "dis moi", "dites moi", "dis", "dis nous", "tell me", "euh", "heu", "hum", "um", "uh", "bon", "alors", "bah", "ben", "ok", "okay", "so", "well",
                "d accord",
            ]
            + [
                "est ce que tu peux", "est ce que vous pouvez", "est ce que tu pourrais", "est ce que vous pourriez", "est ce que tu sais", "tu peux",
                "vous pouvez",
            ]
            + [
                "tu pourrais", "vous pourriez", "peux tu", "pouvez vous", "pourrais tu", "pourriez vous", "peut tu", "tu veux bien", "veux tu bien", "veux tu",
                "tu sais",
            ]
            + [
                "sais tu", "savez vous", "me dire", "me donner", "nous dire", "donne moi", "donnez moi", "merci de me dire", "merci de", "il faut que tu",
                "il faudrait que tu",
            ]
            + [
                "je voudrais que tu", "j aimerais que tu", "je veux que tu", "je voudrais savoir", "j aimerais savoir", "je veux savoir", "je voudrais",
                "j aimerais",
            ]
            + [
                "can you", "could you", "would you", "will you", "can you tell me", "could you tell me", "do you know", "i want you to", "i d like you to",
                "i would like you to",
            ]
            + [
                "i d like to know", "i would like to know", "i want to know", "give me", "i d like", "i would like", "can i have", "may i have", "now", "and",
                "et",
            ])

    private static let closings: [String: [[String]]] = {
        let list = [
            "jarvis", "merci", "merci beaucoup", "merci d avance", "merci jarvis", "thanks", "thank you", "thanks a lot", "euh", "hein", "d accord",
            "quoi deja", "deja",
            "stp", "svp", "mon ami", "mon cher", "mon vieux",
        ]
        return Dictionary(grouping: list.map(words).filter { $0 != ["quoi", "deja"] }) { $0[$0.count - 1] }.mapValues(longestFirst)
    }()

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    private static func longestFirst(_ list: [[String]]) -> [[String]] { list.sorted { $0.count > $1.count } }
    private static func byFirst(_ list: [String]) -> [String: [[String]]] { Dictionary(grouping: list.map(words)) { $0[0] }.mapValues(longestFirst) }
}
