/// What can be said to the home in one language: sentences, with lists of what can stand in them.
///
/// `mets {light} à {number} pour cent` stands for one sentence for each light and number. What a list holds may have lists in it, too. Numbers are words.
package struct CommandVocabulary: Sendable, Hashable, Codable {
    package var sentences: [String]
    /// By the name that stands in braces.
    package var lists: [String: [String]]

    package init(sentences: [String], lists: [String: [String]] = [:]) {
        self.sentences = sentences
        self.lists = lists
    }
}
