import Understanding

/// The words of a text that tell what it is about, without plurals.
enum ContentWords {
    static func of(_ text: String) -> Set<String> { Set(FoldedText.key(text).split(separator: " ").filter { !little.contains($0) }.map(stem)) }

    private static func stem(_ word: Substring) -> String {
        word.count > 3 && (word.last == "s" || word.last == "x") ? String(word.dropLast()) : String(word)
    }

    private static let little: Set<Substring> = Set(
        """
        le la les l un une de du des d mon ma mes ton ta tes son sa ses notre nos votre est et a au aux en je j tu il elle on nous que qu qui ce c sur \
        the my your his her our is are of an and i you he she it we that this about on in to
        """.split(separator: " "))
}
