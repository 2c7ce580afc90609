public import Base
public import Domain

/// What may be said to a house, for recognisers that hear only what they were told of: sentences with lists in them.
///
/// `éteins {thing}` stands for a sentence with each thing; lists may hold lists. All numbers are words. Everything is there once, whatever the house has.
public struct SpokenSentences: Sendable, Hashable {
    public let language: Language
    public let sentences: [String]
    /// By the name that stands in braces; those that the house has nothing for are empty.
    public let lists: [String: [String]]
    /// Orders and answers, as examples are made of them.
    private let orders: [String]

    public init(language: Language, home: HomeModel) {
        self.language = language
        let fixed = language(fr: FrenchSentences.lists, en: EnglishSentences.lists)
        let (hails, courtesies) = language(
            fr: (FrenchSentences.hails, FrenchSentences.courtesies), en: (EnglishSentences.hails, EnglishSentences.courtesies))
        var lists = fixed.merging(Self.names(of: home, language)) { first, _ in first }.merging(Self.numbers(language)) { first, _ in first }
        // They are written here, and a test reads them all.
        func expanded(_ templates: [String]) -> [String] {
            templates.flatMap { template in (try? Template(parsing: template)).map { Self.expanded($0).map(Self.tidy) } ?? [] }
        }
        let orders = expanded(language(fr: FrenchSentences.orders, en: EnglishSentences.orders))
        let answers = expanded(language(fr: FrenchSentences.answers, en: EnglishSentences.answers))
        self.orders = orders + answers
        lists["order"] = orders
        lists["answer"] = answers
        lists["hail"] = hails
        lists["courtesy"] = courtesies
        lists["joint"] = language(fr: FrenchSentences.joints, en: EnglishSentences.joints)
        self.lists = lists
        // The second order ends the sentence, so that what follows the first is the same wherever it stands.
        // What is there more often is said more often.
        let ends = Array(repeating: "{order}", count: 12) + ["{answer}", "{answer}", "{order} {courtesy}", "{order} {joint} {order}"]
        sentences = ends + ends + ends.map { "{hail} " + $0 } + ["{hail}"]
    }

    /// Names that are likely to be said, as hot words: of rooms, floors, things, people.
    public static func names(of home: HomeModel) -> [String] {
        var seen: Set<String> = []
        var all: [String] = []
        for area in home.areas { all += [area.name] + area.aliases }
        for floor in home.floors { all += [floor.name] + floor.aliases }
        for entity in home.entities where entity.isExposed { all += [entity.name] + entity.aliases }
        return all.filter { seen.insert($0.lowercased()).inserted }
    }

    /// Different sentences as they are said: each order at least once, and each name of a list, as far as the count allows; the same each time.
    public func examples(_ count: Int) -> [String] {
        guard !orders.isEmpty else { return [] }
        let stride = (orders.count * 5 / 8..<2 * orders.count).first { Self.haveNothingInCommon($0, orders.count) } ?? 1
        var cursors: [String: Int] = [:]
        var seen: Set<String> = []
        var result: [String] = []
        func fill(_ text: String, _ depth: Int) -> String? {
            guard text.contains("{") else { return text }
            var words: [String] = []
            for word in text.split(separator: " ").map(String.init) {
                guard let open = word.firstIndex(of: "{"), let close = word.lastIndex(of: "}") else {
                    words.append(word)
                    continue
                }
                let list = String(word[word.index(after: open)..<close])
                guard depth < 6, let values = list == "any" ? orders : lists[list], !values.isEmpty else { return nil }
                // Orders are taken from all over, so that a few show the kinds there are.
                let cursor = cursors[list, default: 0]
                cursors[list] = cursor + (list == "any" ? stride : 1)
                guard let value = fill(values[cursor % values.count], depth + 1) else { return nil }
                words.append(word[..<open] + value + word[word.index(after: close)...])
            }
            return words.joined(separator: " ")
        }
        // Each order, each value of each list, and then what may stand around them.
        var plan = orders.map { _ in "{any}" }
        for (list, values) in lists.sorted(by: { $0.key < $1.key }) {
            let users = orders.filter { $0.contains("{\(list)}") }
            if !users.isEmpty { plan += values.indices.map { users[$0 % users.count] } }
        }
        let shapes = ["{any}", "{any}", "{hail} {any}", "{order} {courtesy}", "{any}", "{order} {joint} {order}"]
        var index = 0
        while result.count < count, index < plan.count + 12 * count {
            let shape = index < plan.count ? plan[index] : shapes[index % shapes.count]
            index += 1
            if let text = fill(shape, 0), seen.insert(text).inserted { result.append(text) }
        }
        return result
    }

    private static func haveNothingInCommon(_ a: Int, _ b: Int) -> Bool { b == 0 ? a == 1 : haveNothingInCommon(b, a % b) }

    /// All that a template can be, its lists left in braces.
    private static func expanded(_ template: Template) -> [String] {
        switch template {
        case .text(let text): [text]
        case .sequence(let items): items.reduce([""]) { heads, item in heads.flatMap { head in expanded(item).map { head + $0 } } }
        case .alternatives(let items): items.flatMap(expanded)
        case .permutation(let items): expanded(.sequence(items))
        case .rule: []
        case .list(let list, _): ["{\(list)}"]
        }
    }

    private static func tidy(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
}
