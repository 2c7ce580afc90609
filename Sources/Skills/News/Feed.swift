/// What a news feed holds: RSS 0.9 to 2.0 (rssboard.org), RSS 1.0 (RDF) and Atom (RFC 4287).
struct Feed: Sendable, Hashable {
    var title: String
    /// Titles of its entries in their order, as plain text.
    var items: [String]

    /// Entries that are read, characters of a title, and elements that may lie in each other.
    private static let itemLimit = 30, titleLimit = 160, depthLimit = 64

    /// `nil` when it is no feed, or an empty one.
    init?(xml: String) {
        var reader = MarkupReader(xml), path: [String] = [], titles: [String] = [], feedTitle: String?
        /// The text of the title that is being read, and how deep it lies.
        var text = "", titleDepth: Int?
        reading: while let event = reader.next() {
            switch event {
            case .start(let name, _, let isEmpty):
                guard !isEmpty else { continue }
                if path.count >= Self.depthLimit { break reading }
                if name == "title", titleDepth == nil, let parent = path.last, ["item", "entry", "channel", "feed"].contains(parent) {
                    (titleDepth, text) = (path.count, "")
                }
                path.append(name)
            case .text(let piece):
                if titleDepth != nil, text.utf8.count < 8 * Self.titleLimit { text += piece }
            case .end(let name):
                // What was left open inside ends with it.
                guard let start = path.lastIndex(of: name) else { continue }
                path.removeSubrange(start...)
                guard let depth = titleDepth, start <= depth else { continue }
                titleDepth = nil
                guard start == depth else { continue }
                let title = PlainText.clean(text, limit: Self.titleLimit)
                if ["channel", "feed"].contains(path.last) {
                    feedTitle = feedTitle ?? title
                } else if !title.isEmpty {
                    titles.append(title)
                    if titles.count == Self.itemLimit { break reading }
                }
            }
        }
        guard !titles.isEmpty else { return nil }
        title = feedTitle ?? ""
        items = titles
    }
}
