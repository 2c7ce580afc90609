public import Base
public import Domain
import Understanding

/// Lists that were asked for as intents (`HassShoppingListAddItem` and its like).
public struct ListOrderHandler: OrderHandler {
    public let name = "lists"
    public let intents: Set<String> = [
        "HassShoppingListAddItem", "HassShoppingListCompleteItem", "HassListAddItem", "HassListCompleteItem", "HassListRemoveItem", "JarvisListRead",
        "JarvisListClear",
    ]
    private let desk: ListDesk

    public init(store: any ListStore) { desk = ListDesk(store: store) }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        guard order.timing == .now else { return nil }
        let intent = order.intent, items = ListItems.split(intent.text("item"))
        let name = intent.value("name"), list = name.isEmpty || intent.name.hasPrefix("HassShopping") ? .shopping : ListName(Self.bare(name))
        guard !ListName.foreign.contains(list.key) else { return nil }
        switch intent.name {
        case "HassShoppingListAddItem", "HassListAddItem":
            return try await desk.add(items, to: list, language, context) ?? Self.what(language)
        case "HassShoppingListCompleteItem", "HassListCompleteItem":
            return try await desk.take(items, off: list, asDone: true, language, context) ?? Self.what(language)
        case "HassListRemoveItem": return try await desk.take(items, off: list, asDone: false, language, context) ?? Self.what(language)
        case "JarvisListRead" where intent.slots["item"] != nil: return try await desk.look(for: items, on: list, language, context) ?? Self.what(language)
        case "JarvisListRead": return try await desk.show(list, language, context)
        case "JarvisListClear":
            let kept = order.exceptions.map { exception in ListItems.split(Intent("", exception).text("item")) }
            // What is to stay must be known before anything goes.
            guard !kept.contains(where: \.isEmpty) else {
                return SkillReply(
                    language(fr: "Je n'ai pas compris ce qui doit rester ; je n'ai rien enlevé.", en: "I didn't get what is to stay; I removed nothing."))
            }
            return try await desk.clear(list, except: kept.flatMap(\.self), language, context)
        default: return nil
        }
    }

    private static func what(_ language: Language) -> SkillReply {
        SkillReply(language(fr: "Quoi donc ? Dis par exemple « ajoute du lait à la liste ».", en: "What? Say for example “add milk to the list”."))
    }

    /// "liste de courses" and "shopping list" are called "courses" and "shopping".
    private static func bare(_ name: String) -> String {
        var words = FoldedText.key(name).split(separator: " ").map(String.init)
        if words.count > 1, words.first == "liste" || words.first == "list" { words.removeFirst() }
        if words.count > 1, words.last == "list" || words.last == "liste" { words.removeLast() }
        while words.count > 1, let first = words.first, ["de", "des", "du", "d", "of", "for"].contains(first) { words.removeFirst() }
        return words.joined(separator: " ")
    }
}
