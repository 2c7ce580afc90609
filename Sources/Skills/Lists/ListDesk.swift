import Base
import Domain
import Foundation
import Understanding

/// What is done with lists, whether a sentence or an order asked for it, and how it is told.
struct ListDesk: Sendable {
    let store: any ListStore

    /// Items on one list, in one sentence, and told at once.
    private static let listLimit = 500, sentenceLimit = 50, shown = 50

    /// `nil` when no things are named.
    func add(_ wanted: [String], to list: ListName, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let name = list.shown(language)
        guard !wanted.isEmpty, wanted.count <= Self.sentenceLimit else { return nil }
        let existing = try await store.items(of: list.key, for: context.principal)
        var known = Set(existing.map { ListItems.key($0.text) }), fresh: [String] = [], double: [String] = []
        for item in wanted { if known.insert(ListItems.key(item)).inserted { fresh.append(item) } else { double.append(item) } }
        guard existing.count + fresh.count <= Self.listLimit else {
            return SkillReply(
                language(fr: "La liste \(name) est pleine : enlève d'abord quelque chose.", en: "The \(name) list is full: remove something first."))
        }
        if fresh.isEmpty {
            return SkillReply(
                language(fr: "C'est déjà sur la liste \(name) : ", en: "Already on the \(name) list: ") + Enumeration.text(double, language) + ".")
        }
        let already =
            double.isEmpty
            ? "" : language(fr: " Déjà dessus : \(Enumeration.text(double, language)).", en: " Already there: \(Enumeration.text(double, language)).")
        // A list is told in the order of its ids.
        var id = ListItem.ID(at: context.now, after: existing.last?.id)
        let items = fresh.map { text in
            defer { id = id.next }
            return ListItem(id: id, list: list.key, text: text, addedAt: context.now)
        }
        try await store.add(items, for: context.principal)
        return SkillReply(
            language(fr: "Ajouté à la liste \(name) : ", en: "Added to the \(name) list: ") + Enumeration.text(fresh, language) + "." + already,
            actions: Self.actions("add", items))
    }

    func show(_ list: ListName, _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let items = try await store.items(of: list.key, for: context.principal)
        let name = list.shown(language)
        if items.isEmpty { return SkillReply(language(fr: "La liste \(name) est vide.", en: "The \(name) list is empty.")) }
        let more = items.count - Self.shown
        let shown = items.prefix(Self.shown).map(\.text) + (more > 0 ? [language(fr: "\(more) autres choses", en: "\(more) more things")] : [])
        return SkillReply(language(fr: "Sur la liste \(name) : ", en: "On the \(name) list: ") + Enumeration.text(shown, language) + ".")
    }

    /// - Parameter asDone: checked off, and told so.
    func take(_ wanted: [String], off list: ListName, asDone: Bool, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        let name = list.shown(language)
        let items = try await store.items(of: list.key, for: context.principal)
        var gone: [ListItem] = [], missing: [String] = []
        guard !wanted.isEmpty else { return nil }
        for wanted in wanted.prefix(Self.sentenceLimit) {
            let (matching, isExact) = Self.find(wanted, in: items)
            if matching.count > 1, !isExact {
                let several = Enumeration.text(matching.prefix(10).map(\.text), language, or: true)
                return SkillReply(language(fr: "Lequel : \(several) ?", en: "Which one: \(several)?"))
            }
            if matching.isEmpty { missing.append(wanted) } else { gone += matching.filter { !gone.contains($0) } }
        }
        let absent =
            missing.isEmpty
            ? ""
            : language(
                fr: "Pas sur la liste \(name) : \(Enumeration.text(missing, language)).", en: "Not on the \(name) list: \(Enumeration.text(missing, language))."
            )
        if gone.isEmpty { return SkillReply(absent) }
        _ = try await store.remove(gone.map(\.id), for: context.principal)
        let done =
            asDone
            ? language(fr: "Coché sur la liste \(name) : ", en: "Checked off the \(name) list: ")
            : language(fr: "Enlevé de la liste \(name) : ", en: "Removed from the \(name) list: ")
        return SkillReply(
            done + Enumeration.text(gone.map(\.text), language) + "." + (absent.isEmpty ? "" : " " + absent),
            actions: Self.actions(asDone ? "complete" : "remove", gone))
    }

    /// Those of a name: what is called just so, or else what has all its words.
    private static func find(_ wanted: String, in items: [ListItem]) -> (matching: [ListItem], isExact: Bool) {
        let key = ListItems.key(wanted)
        let exact = items.filter { ListItems.key($0.text) == key }
        if !exact.isEmpty { return (exact, true) }
        let words = Set(key.split(separator: " "))
        return (words.isEmpty ? [] : items.filter { words.isSubset(of: Set(ListItems.key($0.text).split(separator: " "))) }, false)
    }

    /// Whether things are on a list. `nil` when no things are named.
    func look(for wanted: [String], on list: ListName, _ language: Language, _ context: SkillContext) async throws -> SkillReply? {
        guard !wanted.isEmpty, wanted.count <= Self.sentenceLimit else { return nil }
        let name = list.shown(language), items = try await store.items(of: list.key, for: context.principal)
        var there: [String] = [], missing: [String] = []
        for wanted in wanted {
            let found = Self.find(wanted, in: items).matching.map(\.text)
            if found.isEmpty { missing.append(wanted) } else { there += found.filter { !there.contains($0) } }
        }
        let yes = Enumeration.text(there, language), no = Enumeration.text(missing, language)
        if missing.isEmpty { return SkillReply(language(fr: "Oui, c'est sur la liste \(name) : \(yes).", en: "Yes, on the \(name) list: \(yes).")) }
        if there.isEmpty { return SkillReply(language(fr: "Non, pas sur la liste \(name) : \(no).", en: "No, not on the \(name) list: \(no).")) }
        return SkillReply(
            language(fr: "Sur la liste \(name) : \(yes). Pas dessus : \(no).", en: "On the \(name) list: \(yes). Not there: \(no)."))
    }

    /// - Parameter kept: what stays on it. When something of that is not there, everything stays: it may have been misheard.
    func clear(_ list: ListName, except kept: [String] = [], _ language: Language, _ context: SkillContext) async throws -> SkillReply {
        let all = try await store.items(of: list.key, for: context.principal)
        let name = list.shown(language)
        if all.isEmpty { return SkillReply(language(fr: "La liste \(name) est déjà vide.", en: "The \(name) list is already empty.")) }
        var items = all
        for kept in kept {
            let found = Self.find(kept, in: all).matching
            guard !found.isEmpty else {
                return SkillReply(
                    language(
                        fr: "« \(kept) » n'est pas sur la liste \(name) ; je n'ai rien enlevé.",
                        en: "“\(kept)” is not on the \(name) list; I removed nothing."))
            }
            items.removeAll { found.contains($0) }
        }
        if items.isEmpty { return SkillReply(language(fr: "Il n'y a rien d'autre sur la liste \(name).", en: "There is nothing else on the \(name) list.")) }
        if !kept.isEmpty {
            let count = try await store.remove(items.map(\.id), for: context.principal)
            let left = Enumeration.text(all.filter { !items.contains($0) }.map(\.text), language)
            return SkillReply(
                language(
                    fr: "\(count) \(count > 1 ? "choses enlevées" : "chose enlevée"). Il reste sur la liste \(name) : \(left).",
                    en: "\(count) \(count == 1 ? "thing" : "things") removed. Left on the \(name) list: \(left)."),
                actions: Self.actions("remove", items))
        }
        let count = try await store.remove(items.map(\.id), for: context.principal)
        return SkillReply(
            language(
                fr: "La liste \(name) est vide : \(count) \(count > 1 ? "choses enlevées" : "chose enlevée").",
                en: "The \(name) list is empty: \(count) \(count == 1 ? "thing" : "things") removed."),
            actions: [Action(tool: "lists.clear", arguments: ["list": .string(list.key)], evidence: "\(count)")])
    }

    func names(_ language: Language, _ context: SkillContext) async throws -> SkillReply {
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

    private static func actions(_ verb: String, _ items: [ListItem]) -> [Action] {
        items.map { Action(tool: "lists.\(verb)", arguments: ["list": .string($0.list), "text": .string($0.text)], evidence: $0.id.description) }
    }
}
