import Base
import Domain
import Foundation
@testable import Skills
import Testing

struct ListOrderTests {
    private func said(_ store: FakeListStore, _ intent: String, _ slots: [String: String] = [:], _ language: Language = .french) async throws -> String? {
        let order = Order(Intent(intent, slots.mapValues { SlotValue(.string($0), text: $0) }), text: "")
        return try await ListOrderHandler(store: store).handle(order, isConfirmed: false, language: language, in: House.context())?.text
    }

    @Test func keepsListsInFrench() async throws {
        let store = FakeListStore()
        #expect(try await said(store, "JarvisListRead") == "La liste de courses est vide.")
        #expect(
            try await said(store, "HassShoppingListAddItem", ["item": "du lait, des œufs et du pain"]) == "Ajouté à la liste de courses : lait, œufs et pain.")
        #expect(try await said(store, "HassShoppingListAddItem", ["item": "lait"]) == "C'est déjà sur la liste de courses : lait.")
        #expect(try await said(store, "HassListAddItem", ["item": "acheter un vélo", "name": "tâches"]) == "Ajouté à la liste des tâches : acheter un vélo.")
        #expect(try await said(store, "HassListAddItem", ["item": "une tente", "name": "liste de vacances"]) == "Ajouté à la liste « vacances » : tente.")
        #expect(try await said(store, "HassListAddItem", ["item": "riz", "name": "liste de courses"]) == "Ajouté à la liste de courses : riz.")
        #expect(try await said(store, "HassShoppingListCompleteItem", ["item": "les œufs"]) == "Coché sur la liste de courses : œufs.")
        #expect(
            try await said(store, "HassListRemoveItem", ["item": "le pain et le caviar", "name": "courses"])
                == "Enlevé de la liste de courses : pain. Pas sur la liste de courses : caviar.")
        #expect(
            try await said(store, "HassListCompleteItem", ["item": "vélo", "name": "choses à faire"]) == "Coché sur la liste des tâches : acheter un vélo.")
        #expect(try await said(store, "JarvisListRead", ["name": "courses"]) == "Sur la liste de courses : lait et riz.")
        #expect(try await said(store, "JarvisListRead", ["name": "vacances"]) == "Sur la liste « vacances » : tente.")
        #expect(try await said(store, "JarvisListClear") == "La liste de courses est vide : 2 choses enlevées.")
        #expect(try await said(store, "JarvisListClear", ["name": "vacances"]) == "La liste « vacances » est vide : 1 chose enlevée.")
        #expect(try await said(store, "HassShoppingListAddItem") == "Quoi donc ? Dis par exemple « ajoute du lait à la liste ».")
        #expect(try await said(store, "JarvisListRead", ["name": "minuteurs"]) == nil)
        #expect(store.all.isEmpty)
    }

    /// An order with what is to stay.
    private func clear(_ store: FakeListStore, _ kept: [[String: SlotValue]], _ language: Language = .french) async throws -> String? {
        let order = Order(Intent("JarvisListClear"), text: "", exceptions: kept)
        return try await ListOrderHandler(store: store).handle(order, isConfirmed: false, language: language, in: House.context())?.text
    }

    @Test func looksWhetherSomethingIsOnAList() async throws {
        let store = FakeListStore()
        _ = try await said(store, "HassShoppingListAddItem", ["item": "beurre demi-sel, lait et œufs"])
        #expect(try await said(store, "JarvisListRead", ["item": "beurre"]) == "Oui, c'est sur la liste de courses : beurre demi-sel.")
        #expect(try await said(store, "JarvisListRead", ["item": "du lait et des œufs"]) == "Oui, c'est sur la liste de courses : lait et œufs.")
        #expect(try await said(store, "JarvisListRead", ["item": "pain"]) == "Non, pas sur la liste de courses : pain.")
        #expect(try await said(store, "JarvisListRead", ["item": "lait et pain"]) == "Sur la liste de courses : lait. Pas dessus : pain.")
        #expect(try await said(store, "JarvisListRead", ["item": "tente", "name": "vacances"]) == "Non, pas sur la liste « vacances » : tente.")
        #expect(try await said(store, "JarvisListRead", ["item": "lait"], .english) == "Yes, on the shopping list: lait.")
        #expect(try await said(store, "JarvisListRead", ["item": "bread"], .english) == "No, not on the shopping list: bread.")
    }

    @Test func clearsAListButForWhatIsToStay() async throws {
        let store = FakeListStore()
        _ = try await said(store, "HassShoppingListAddItem", ["item": "pain, lait, œufs et beurre"])
        // What is not there may have been misheard: nothing goes.
        #expect(try await clear(store, [["item": .init("caviar")]]) == "« caviar » n'est pas sur la liste de courses ; je n'ai rien enlevé.")
        #expect(try await clear(store, [["area": .init("Cuisine")]]) == "Je n'ai pas compris ce qui doit rester ; je n'ai rien enlevé.")
        #expect(store.all.count == 4)
        #expect(
            try await clear(store, [["item": .init("le pain")], ["item": .init("lait")]])
                == "2 choses enlevées. Il reste sur la liste de courses : pain et lait.")
        #expect(try await clear(store, [["item": .init("le pain")]]) == "1 chose enlevée. Il reste sur la liste de courses : pain.")
        #expect(try await clear(store, [["item": .init("pain")]]) == "Il n'y a rien d'autre sur la liste de courses.")
        #expect(try await clear(store, [["item": .init("milk")]], .english) == "“milk” is not on the shopping list; I removed nothing.")
        #expect(try await clear(store, []) == "La liste de courses est vide : 1 chose enlevée.")
    }

    @Test func readsTheSameAsText() async throws {
        let store = FakeListStore(), skill = ListSkill(store: store)
        _ = try await said(store, "HassShoppingListAddItem", ["item": "pain, lait, œufs et beurre"])
        for text in [
            "est-ce qu'il y a du beurre sur la liste de courses ?", "y a-t-il du beurre sur la liste ?", "est-ce que j'ai du beurre sur ma liste",
            "est-ce que le beurre est sur la liste de courses",
        ] { try await check(skill, fr([:]) + [Said(text: text, answer: "Oui, c'est sur la liste de courses : beurre.", language: .french)]) }
        for text in ["is there bread on the shopping list?", "is bread already on my list", "do we have any bread on the list"] {
            try await check(skill, [Said(text: text, answer: "No, not on the shopping list: bread.", language: .english)])
        }
        try await check(
            skill,
            fr([
                "il y a quoi sur la liste": "Sur la liste de courses : pain, lait, œufs et beurre.",
                "vide la liste de courses sauf le caviar": "« caviar » n'est pas sur la liste de courses ; je n'ai rien enlevé.",
                "vide la liste de courses sauf le pain et le lait": "2 choses enlevées. Il reste sur la liste de courses : pain et lait.",
                "enlève tout sauf le lait de la liste": "1 chose enlevée. Il reste sur la liste de courses : lait.",
            ]))
        try await check(skill, en(["clear the shopping list except the lait": "There is nothing else on the shopping list."]))
        try await checkRefuses(skill, ["y a-t-il quelqu'un à la maison", "combien de choses y a-t-il sur la liste", "is there anything on the list"])
    }

    @Test func itemsThatAreAddedTogetherStayInTheirOrder() async throws {
        let store = FakeListStore()
        for number in 0..<20 { _ = try await said(store, "HassShoppingListAddItem", ["item": "pomme\(number), poire\(number) et noix\(number)"]) }
        let items = store.all.sorted { $0.id < $1.id }
        #expect(items.map(\.text) == (0..<20).flatMap { ["pomme\($0)", "poire\($0)", "noix\($0)"] })
    }

    @Test func keepsListsInEnglish() async throws {
        let store = FakeListStore()
        #expect(
            try await said(store, "HassShoppingListAddItem", ["item": "milk, some eggs and bread"], .english)
                == "Added to the shopping list: milk, eggs and bread.")
        #expect(
            try await said(store, "HassListAddItem", ["item": "call the plumber", "name": "to-do list"], .english)
                == "Added to the to-do list: call the plumber.")
        #expect(try await said(store, "JarvisListRead", ["name": "shopping list"], .english) == "On the shopping list: milk, eggs and bread.")
        #expect(try await said(store, "HassShoppingListCompleteItem", ["item": "milk"], .english) == "Checked off the shopping list: milk.")
        #expect(try await said(store, "HassListRemoveItem", ["item": "bread", "name": "shopping list"], .english) == "Removed from the shopping list: bread.")
        #expect(try await said(store, "JarvisListClear", [:], .english) == "The shopping list is empty: 1 thing removed.")
        #expect(try await said(store, "HassListAddItem", ["name": "chores"], .english) == "What? Say for example “add milk to the list”.")
    }

    @Test func leavesOrdersForLaterAlone() async throws {
        let order = Order(Intent("JarvisListClear"), text: "", timing: .after(seconds: 60))
        #expect(try await ListOrderHandler(store: FakeListStore()).handle(order, isConfirmed: false, language: .french, in: House.context()) == nil)
    }

    @Test func understandsShoppingWithoutAList() async throws {
        let store = FakeListStore(), skill = ListSkill(store: store)
        try await check(
            skill,
            fr([
                "ajoute du lait, des œufs et du pain": "Ajouté à la liste de courses : lait, œufs et pain.",
                "il faut acheter du beurre": "Ajouté à la liste de courses : beurre.",
                "je dois acheter des pommes et de l'huile": "Ajouté à la liste de courses : pommes et huile.",
                "coche le lait sur la liste": "Coché sur la liste de courses : lait.", "coche les œufs des courses": "Coché sur la liste de courses : œufs.",
            ]))
        try await check(
            skill,
            en([
                "check off the bread from the list": "Not on the shopping list: bread.",
                "tick off apples on my shopping list": "Not on the shopping list: apples.",
            ]))
        try await checkRefuses(
            skill,
            [
                "ajoute du sel", "ajoute de la lumière", "ajoute une minute et deux secondes", "il faut acheter une voiture", "je dois acheter",
                "coche la case", "check the oven",
            ])
    }
}
