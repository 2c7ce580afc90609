public import Base
public import Domain
import Foundation
public import Understanding

/// Shopping lists and the like.
public struct ListSkill: TextSkill {
    public let name = "lists"
    private let desk: ListDesk

    public init(store: any ListStore) { desk = ListDesk(store: store) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["ajoute du lait et des œufs à la liste de courses", "qu'est-ce qu'il y a sur la liste de courses ?", "enlève le lait de la liste"],
            en: ["add milk and eggs to the shopping list", "what's on the shopping list?", "remove the milk from the list"])
    }

    private enum Order: Sendable { case add, show, look, remove, check, clear, names }

    private static let grammar = Grammar<Order>(
        pieces: [
            "ajoute": "ajoute|ajoutez|ajouter|ajoutes|rajoute|rajouter|mets|met|mettez|mettre|mettes|note|notez|noter|inscris|inscrire|écris|écrire",
            "enlève": "enlève|enlevez|enlever|retire|retirez|retirer|supprime|supprimez|supprimer|efface|effacer|raye|rayer|ôte|barre|enleve",
            "coche": "coche|cochez|cocher",
            "liste": "la liste|ma liste|notre liste|une liste|liste", "of": "de|des|du|d'|pour|pour le|pour la|pour les|de la|de l'",
            "add": "add|put|write|note", "remove": "remove|delete|take|take off|cross|cross off|strike", "check": "check off|check|tick off|tick|mark off",
            "list": "the|my|our|a|",
            "has": "est-ce qu'il y a|y a-t-il|il y a|est-ce que j'ai|ai-je|a-t-on|est-ce qu'on a|y a t il",
            "sauf": "sauf|excepté|hormis|à part|à l'exception de|à l'exception du", "except": "except|except for|but|apart from|save for",
            "vide": "vide|videz|vider|efface|effacer|supprime|supprimer|nettoie|réinitialise|remets à zéro",
            "clear": "clear|empty|erase|delete|reset|wipe",
            "show":
                "qu'est-ce qu'il y a|qu'est-ce que j'ai|qu'y a-t-il|il y a quoi|y a quoi|qu'est-ce qui est|que contient|que reste-t-il|j'ai quoi|qu'est ce qu'il reste",
        ],
        french: [
            (
                .add,
                [
                    "<ajoute> {items} (à|sur|dans|en) <liste> [<of> {list}]", "<ajoute> {items} (aux|sur les|dans les) courses",
                    "<ajoute> (à|sur|dans) <liste> [<of> {list}] {items}", "(ajoute|ajoutez|rajoute) {bare}",
                    "(il faut|il faudrait|on doit|je dois|il faut que j'|pense à) (acheter|achète|racheter) {buy}",
                ]
            ),
            (
                .show,
                [
                    "<show> [sur|dans|à|comme] <liste> [<of> {list}]",
                    "(lis|lire|lis-moi|montre|montre-moi|affiche|donne-moi|donne|récite) <liste> [<of> {list}]",
                    "(quelle est|c'est quoi) <liste> [<of> {list}]", "(qu'est-ce qui|que) (manque|reste) sur <liste> [<of> {list}]",
                    "la liste (de|des|du|d') {list}", "ma liste [<of> {list}]",
                    "liste (de|des) {list}", "(qu'est-ce qu'il faut|qu'est-ce que je dois|que dois-je|que faut-il) acheter",
                ]
            ),
            (
                .look,
                [
                    "<has> {items} (sur|dans) <liste> [<of> {list}]", "est-ce que {items} (est|sont) [déjà|bien] (sur|dans) <liste> [<of> {list}]",
                    "{items} (est-il|est-elle|sont-ils|sont-elles) [déjà|bien] (sur|dans) <liste> [<of> {list}]",
                ]
            ),
            (.remove, ["<enlève> {items} (de|sur|dans|à) <liste> [<of> {list}]", "<enlève> {items} des courses"]),
            (.check, ["<coche> {items} (de|sur|dans|à) <liste> [<of> {list}]", "<coche> {items} (des|sur les|dans les) courses"]),
            (
                .clear,
                [
                    "<vide> <liste> [<of> {list}] <sauf> {items}", "<enlève> tout (de|sur|dans) <liste> [<of> {list}] <sauf> {items}",
                    "<enlève> tout <sauf> {items} (de|sur|dans) <liste> [<of> {list}]", "<vide> <liste> [<of> {list}]",
                    "<enlève> tout (de|sur|dans) <liste> [<of> {list}]",
                ]
            ),
            (
                .names,
                [
                    "(quelles sont|montre|montre-moi|affiche|donne-moi|liste) (mes|les|nos|toutes mes|toutes les) listes",
                    "quelles listes (ai-je|j'ai|y a-t-il|il y a|avons-nous)", "(mes|toutes mes) listes", "combien de listes (ai-je|j'ai)",
                    "(ai-je|j'ai|est-ce que j'ai) des listes",
                ]
            ),
        ],
        english: [
            (
                .add,
                [
                    "<add> {items} (to|on|onto|in) <list> {list} list", "<add> {items} (to|on|onto) (the|my|our|) (list|groceries)",
                    "<add> {items} (to|on|onto) (the|my) list (of|for) {list}",
                ]
            ),
            (
                .show,
                [
                    "(what's|what is|what do i have|what have i got) (on|in) <list> {list} list",
                    "(what's|what is|what do i have) (on|in) (the|my|our) list [(of|for) {list}]",
                    "(read|show|show me|read me|tell me|display) <list> {list} list", "(read|show|show me|read me) (the|my) list",
                    "(my|the) {list} list", "what do i (need|have) to buy", "what should i buy",
                ]
            ),
            (
                .look,
                [
                    "(is there|are there|do i have|do we have|have we got) {items} on (the|my|our) {list} list",
                    "(is there|are there|do i have|do we have|have we got) {items} on (the|my|our) list",
                    "(is|are) {items} [already] on (the|my|our) {list} list", "(is|are) {items} [already] on (the|my|our) list",
                ]
            ),
            (.remove, ["<remove> {items} (from|off|off of) <list> {list} list", "<remove> {items} (from|off|off of) (the|my|our|) list"]),
            (.check, ["<check> {items} (from|off|off of|on) <list> {list} list", "<check> {items} (from|off|off of|on) (the|my|our|) list"]),
            (
                .clear,
                [
                    "<clear> (the|my|our) {list} list <except> {items}", "<clear> (the|my|our) list <except> {items}",
                    "<remove> everything <except> {items} from (the|my|our) {list} list", "<remove> everything <except> {items} from (the|my|our) list",
                    "<clear> (the|my|our) {list} list", "<clear> (the|my|our) list",
                    "<remove> everything from (the|my|our) [{list}] list",
                ]
            ),
            (
                .names,
                [
                    "(what are|show|show me|list) [all] (my|the|our) lists", "(what|which|how many) lists (do i have|are there|do we have)", "my lists",
                    "do i have (any|a) (lists|list)",
                ]
            ),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    private static let exceptions: Set<String> = ["sauf", "excepte", "hormis", "part", "except", "but", "apart", "save"]
    /// What no thing on a list begins with.
    private static let noItems: Set<String> = ["tout", "toutes", "quoi", "combien", "everything", "anything", "all", "what", "how", "there"]

    private struct Wish {
        var order: Order
        var language: Language
        var items: [String] = []
        var list: ListName
    }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        let wish = Self.grammar.match(text, preferring: utterance.language) { match -> Wish? in
            var list = ListName.shopping
            if let range = match["list"] {
                // What is left out is no part of a name.
                guard range.count <= 4, !range.contains(where: { Self.exceptions.contains(text[$0]) }) else { return nil }
                list = ListName(text.original(range))
            }
            // "la liste des minuteurs" and "my list of reminders" are not lists of ours.
            guard !ListName.foreign.contains(list.key) else { return nil }
            if let bare = match["bare"], !Self.isShopping(bare, text, atLeast: 2) { return nil }
            if let buy = match["buy"], !Self.isShopping(buy, text, atLeast: 1) { return nil }
            if let range = match["items"], match.intent != .add, Self.noItems.contains(text[range.lowerBound]) { return nil }
            let items = (match["items"] ?? match["bare"] ?? match["buy"]).map { ListItems.split($0, of: text) } ?? []
            if match.intent == .clear, match["items"] != nil, items.isEmpty { return nil }
            return Wish(order: match.intent, language: match.language, items: items, list: list)
        }
        guard let wish else { return nil }
        switch wish.order {
        case .add: return try await desk.add(wish.items, to: wish.list, wish.language, context)
        case .show: return try await desk.show(wish.list, wish.language, context)
        case .remove: return try await desk.take(wish.items, off: wish.list, asDone: false, wish.language, context)
        case .check: return try await desk.take(wish.items, off: wish.list, asDone: true, wish.language, context)
        case .look: return try await desk.look(for: wish.items, on: wish.list, wish.language, context)
        case .clear: return try await desk.clear(wish.list, except: wish.items, wish.language, context)
        case .names: return try await desk.names(wish.language, context)
        }
    }

    /// "ajoute du lait, des œufs et du pain" names no list, but several things as one buys them; "ajoute du sel" alone may belong to a recipe.
    private static func isShopping(_ range: Range<Int>, _ text: FoldedText, atLeast count: Int) -> Bool {
        guard ["du", "de", "des"].contains(text[range.lowerBound]), range.count <= 40 else { return false }
        return ListItems.split(range, of: text).count >= count
    }
}
