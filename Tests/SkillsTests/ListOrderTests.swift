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
