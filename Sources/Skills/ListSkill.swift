public import Base
public import Domain
import Foundation

/// Shopping lists and the like.
public struct ListSkill: TextSkill {
    public let name = "lists"
    private let store: any ListStore

    public init(store: any ListStore) { self.store = store }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["ajoute du lait et des œufs à la liste de courses", "qu'est-ce qu'il y a sur la liste de courses ?", "enlève le lait de la liste"],
            en: ["add milk and eggs to the shopping list", "what's on the shopping list?", "remove the milk from the list"])
    }

    private enum Order: Sendable { case add, show, remove, clear, names }

    private static let grammar = Grammar<Order>(
        pieces: [
            "ajoute": "ajoute|ajoutez|ajouter|ajoutes|rajoute|rajouter|mets|met|mettez|mettre|mettes|note|notez|noter|inscris|inscrire|écris|écrire",
            "enlève": "enlève|enlevez|enlever|retire|retirez|retirer|supprime|supprimez|supprimer|efface|effacer|raye|rayer|ôte|barre|coche|cocher|enleve",
            "liste": "la liste|ma liste|notre liste|une liste|liste", "of": "de|des|du|d'|pour|pour le|pour la|pour les|de la|de l'",
            "add": "add|put|write|note", "remove": "remove|delete|take|take off|cross|cross off|strike|check off|tick off", "list": "the|my|our|a|",
            "show":
                "qu'est-ce qu'il y a|qu'est-ce que j'ai|qu'y a-t-il|il y a quoi|y a quoi|qu'est-ce qui est|que contient|que reste-t-il|j'ai quoi|qu'est ce qu'il reste",
        ],
        french: [
            (
                .add,
                [
                    "<ajoute> {items} (à|sur|dans|en) <liste> [<of> {list}]", "<ajoute> {items} (aux|sur les|dans les) courses",
                    "<ajoute> (à|sur|dans) <liste> [<of> {list}] {items}",
                ]
            ),
            (
                .show,
                [
                    "<show> [sur|dans|à|comme] <liste> [<of> {list}]",
                    "(lis|lire|lis-moi|montre|montre-moi|affiche|donne-moi|donne|récite) <liste> [<of> {list}]",
                    "(quelle est|c'est quoi) <liste> [<of> {list}]", "la liste (de|des|du|d') {list}", "ma liste [<of> {list}]",
                    "liste (de|des) {list}", "(qu'est-ce qu'il faut|qu'est-ce que je dois|que dois-je|que faut-il) acheter",
                ]
            ),
            (.remove, ["<enlève> {items} (de|sur|dans|à) <liste> [<of> {list}]", "<enlève> {items} des courses"]),
            (
                .clear,
                [
                    "(vide|videz|vider|efface|effacer|supprime|supprimer|nettoie|réinitialise|remets à zéro) <liste> [<of> {list}]",
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
            (.remove, ["<remove> {items} (from|off|off of) <list> {list} list", "<remove> {items} (from|off|off of) (the|my|our|) list"]),
            (
                .clear,
                [
                    "(clear|empty|erase|delete|reset|wipe) (the|my|our) {list} list", "(clear|empty|erase|delete|reset|wipe) (the|my|our) list",
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

    private struct Wish {
        var order: Order
        var language: Language
        var items: Range<Int>?
        var list: ListName
    }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        let wish = Self.grammar.match(text, preferring: utterance.language) { match -> Wish? in
            var list = ListName.shopping
            if let range = match["list"] {
                guard range.count <= 4 else { return nil }
                list = ListName(text.original(range))
            }
            // "la liste des minuteurs" and "my list of reminders" are not lists of ours.
            guard !ListName.foreign.contains(list.key) else { return nil }
            return Wish(order: match.intent, language: match.language, items: match["items"], list: list)
        }
        guard let wish else { return nil }
        switch wish.order {
        case .add: return try await add(wish, text, context)
        case .show: return try await show(wish, context)
        case .remove: return try await remove(wish, text, context)
        case .clear: return try await clear(wish, context)
        case .names: return try await names(wish.language, context)
        }
    }

    // MARK: orders

    /// Items on one list, and in one sentence.
    private static let listLimit = 500, sentenceLimit = 50

    private func add(_ wish: Wish, _ text: FoldedText, _ context: SkillContext) async throws -> SkillReply? {
        guard let range = wish.items else { return nil }
        let wanted = ListItems.split(range, of: text)
        let language = wish.language, name = wish.list.shown(language)
        guard !wanted.isEmpty, wanted.count <= Self.sentenceLimit else { return nil }
        let existing = try await store.items(of: wish.list.key, for: context.principal)
        var known = Set(existing.map { ListItems.key($0.text) }), fresh: [String] = [], double: [String] = []
        for item in wanted { if known.insert(ListItems.key(item)).inserted { fresh.append(item) } else { double.append(item) } }
        guard existing.count + fresh.count <= Self.listLimit else {
            return SkillReply(
                language(fr: "La liste \(name) est pleine : enlève d'abord quelque chose.", en: "The \(name) list is full: remove something first."))
        }
        let already =
            double.isEmpty
            ? "" : language(fr: " Déjà dessus : \(Enumeration.text(double, language)).", en: " Already there: \(Enumeration.text(double, language)).")
        if fresh.isEmpty {
            return SkillReply(
                language(fr: "C'est déjà sur la liste \(name) : ", en: "Already on the \(name) list: ") + Enumeration.text(double, language) + ".")
        }
        let items = fresh.map { ListItem(id: .init(at: context.now), list: wish.list.key, text: $0, addedAt: context.now) }
        try await store.add(items, for: context.principal)
        return SkillReply(
            language(fr: "Ajouté à la liste \(name) : ", en: "Added to the \(name) list: ") + Enumeration.text(fresh, language) + "." + already,
            actions: items.map { Action(tool: "lists.add", arguments: ["list": .string($0.list), "text": .string($0.text)], evidence: $0.id.description) })
    }

    private func show(_ wish: Wish, _ context: SkillContext) async throws -> SkillReply? {
        let items = try await store.items(of: wish.list.key, for: context.principal)
        let language = wish.language, name = wish.list.shown(language)
        if items.isEmpty { return SkillReply(language(fr: "La liste \(name) est vide.", en: "The \(name) list is empty.")) }
        let shown =
            items.prefix(50).map(\.text) + (items.count > 50 ? [language(fr: "\(items.count - 50) autres choses", en: "\(items.count - 50) more things")] : [])
        return SkillReply(language(fr: "Sur la liste \(name) : ", en: "On the \(name) list: ") + Enumeration.text(shown, language) + ".")
    }

    private func remove(_ wish: Wish, _ text: FoldedText, _ context: SkillContext) async throws -> SkillReply? {
        guard let range = wish.items else { return nil }
        let language = wish.language, name = wish.list.shown(language)
        let items = try await store.items(of: wish.list.key, for: context.principal)
        var gone: [ListItem] = [], missing: [String] = []
        for wanted in ListItems.split(range, of: text) {
            let key = ListItems.key(wanted)
            let exact = items.filter { ListItems.key($0.text) == key }
            let words = Set(key.split(separator: " "))
            let matching = exact.isEmpty ? items.filter { words.isSubset(of: Set(ListItems.key($0.text).split(separator: " "))) } : exact
            if matching.count > 1, exact.isEmpty {
                let several = Enumeration.text(matching.prefix(10).map(\.text), language, or: true)
                return SkillReply(language(fr: "Lequel : \(several) ?", en: "Which one: \(several)?"))
            }
            if matching.isEmpty { missing.append(wanted) } else { gone += matching }
        }
        let absent =
            missing.isEmpty
            ? ""
            : language(
                fr: "Pas sur la liste \(name) : \(Enumeration.text(missing, language)).", en: "Not on the \(name) list: \(Enumeration.text(missing, language))."
            )
        if gone.isEmpty { return SkillReply(absent) }
        _ = try await store.remove(gone.map(\.id), for: context.principal)
        return SkillReply(
            language(fr: "Enlevé de la liste \(name) : ", en: "Removed from the \(name) list: ") + Enumeration.text(gone.map(\.text), language) + "."
                + (absent.isEmpty ? "" : " " + absent),
            actions: gone.map { Action(tool: "lists.remove", arguments: ["list": .string($0.list), "text": .string($0.text)], evidence: $0.id.description) })
    }

    private func clear(_ wish: Wish, _ context: SkillContext) async throws -> SkillReply? {
        let items = try await store.items(of: wish.list.key, for: context.principal)
        let language = wish.language, name = wish.list.shown(language)
        if items.isEmpty { return SkillReply(language(fr: "La liste \(name) est déjà vide.", en: "The \(name) list is already empty.")) }
        let count = try await store.remove(items.map(\.id), for: context.principal)
        return SkillReply(
            language(
                fr: "La liste \(name) est vide : \(count) \(count > 1 ? "choses enlevées" : "chose enlevée").",
                en: "The \(name) list is empty: \(count) \(count == 1 ? "thing" : "things") removed."),
            actions: [Action(tool: "lists.clear", arguments: ["list": .string(wish.list.key)], evidence: "\(count)")])
    }

    private func names(_ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let lists = try await store.lists(for: context.principal)
        if lists.isEmpty {
            return SkillReply(
                language(
                    fr: "Il n'y a aucune liste. Dis par exemple « ajoute du lait à la liste de courses ».",
                    en: "There are no lists. Say for example “add milk to the shopping list”."))
        }
        let shown = lists.prefix(30).map { "\(ListName($0.name).shown(language)) (\($0.count))" }
        return SkillReply(language(fr: "Tes listes : ", en: "Your lists: ") + Enumeration.text(shown, language) + ".")
    }
}

/// The name of a list: folded, and the same in both languages for the usual ones.
struct ListName {
    /// What the store knows it by.
    let key: String

    static let shopping = ListName("courses")
    /// Things other skills list, and words that name no list.
    static let foreign: Set<String> = [
        "the", "my", "our", "a", "minuteurs", "minuteur", "rappels", "rappel", "timers", "timer", "reminders", "reminder", "souvenirs", "memories",
        "utilisateurs", "users", "pays", "presidents", "president", "vie", "departements",
    ]

    init(_ name: String) {
        var words = FoldedText.key(name).split(separator: " ").map(String.init)
        while let first = words.first, words.count > 1, ["la", "le", "les", "l", "ma", "mes", "mon", "the", "my", "our"].contains(first) { words.removeFirst() }
        let folded = String(words.joined(separator: " ").prefix(60))
        key = Self.aliases[folded] ?? folded
    }

    private static let aliases = [
        "course": "courses", "commissions": "courses", "commission": "courses", "achats": "courses", "epicerie": "courses", "supermarche": "courses",
        "shopping": "courses", "grocery": "courses", "groceries": "courses",
        "choses a faire": "taches", "tache": "taches", "to do": "taches", "todo": "taches", "todos": "taches", "task": "taches", "tasks": "taches",
        "trucs a faire": "taches",
    ]

    /// As it is said: "de courses", "shopping".
    func shown(_ language: Language) -> String {
        if language == .english { return ["courses": "shopping", "taches": "to-do"][key] ?? key }
        switch key {
        case "courses": return "de courses"
        case "taches": return "des tâches"
        default: return "« \(key) »"
        }
    }
}

/// The things somebody names in a row.
enum ListItems {
    private static let articles: Set<String> = ["du", "des", "le", "la", "les", "l", "de", "d", "some", "the", "a", "an", "any"]
    private static let joints: Set<String> = ["et", "and", "&", "puis", "plus", "also", "ainsi", "aussi"]

    /// "du lait, des œufs et de l'huile" → lait, œufs, huile.
    static func split(_ range: Range<Int>, of text: FoldedText) -> [String] {
        var items: [String] = [], start = range.lowerBound
        func close(_ end: Int) {
            var piece = start..<end
            while let first = piece.first, articles.contains(text[first]), piece.count > 1 || articles.contains(text[first]) && joints.contains(text[first]) {
                piece = first + 1..<piece.upperBound
            }
            // "une baguette" is a baguette; "un litre de lait" stays what it is.
            if piece.count == 2, let first = piece.first, ["un", "une"].contains(text[first]) { piece = first + 1..<piece.upperBound }
            if let first = piece.first, piece.count > 1, ["aussi", "also", "encore"].contains(text[first]) { piece = first + 1..<piece.upperBound }
            let item = text.original(piece)
            if !item.isEmpty { items.append(String(item.prefix(200))) }
        }
        for index in range {
            if index > start, text.tokens[index].gap == .comma || text.tokens[index].gap == .stop { close(index); start = index }
            if joints.contains(text[index]), index > range.lowerBound, index + 1 < range.upperBound, text[index] != "plus" {
                if index > start { close(index) }
                start = index + 1
            }
        }
        if start < range.upperBound { close(range.upperBound) }
        return items
    }

    /// What makes two items the same: no article, no plural.
    static func key(_ item: String) -> String {
        FoldedText.key(item).split(separator: " ").filter { !articles.contains(String($0)) }
            .map { $0.count > 3 && ($0.hasSuffix("s") || $0.hasSuffix("x")) ? $0.dropLast() : $0 }.joined(separator: " ")
    }
}
