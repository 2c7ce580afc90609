import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Home

/// Not to know a room is one thing, not to have seen the house another.
@Suite struct HouseReaderTests {
    private struct Fixed: OrderReader {
        let reading: Domain.Reading
        func read(_ text: String, in context: ReadingContext) -> Domain.Reading { reading }
    }

    private static let unknown = Domain.Reading.question(Domain.Reading.Question(text: "Je ne connais pas « salon »."))
    private static let order = Order(Intent("HassTurnOn"), text: "allume")

    private func text(_ reading: Domain.Reading, _ house: ScriptedHouse, _ language: Language = .french) -> String? {
        let context = ReadingContext(language: language, now: SampleHouse.start, timeZone: .gmt)
        guard case .question(let question) = HouseReader(Fixed(reading: reading), house: house).read("", in: context) else { return nil }
        return question.text
    }

    @Test func aHouseThatWasNeverReachedIsOutOfReach() {
        let scenes = HomeModel(entities: [HomeModel.Entity(id: "scene.soiree", name: "Soirée")])
        for model in [HomeModel(), scenes] {
            let house = ScriptedHouse(model, [], clock: ManualClock(now: SampleHouse.start))
            #expect(text(Self.unknown, house) == "Je ne connais pas « salon ».")
            house.table.setConnected(false)
            #expect(text(Self.unknown, house) == "La maison n'est pas joignable.")
            #expect(text(Self.unknown, house, .english) == "The house can't be reached.")
            // What was understood needs no house, or says itself that it is missing.
            #expect(text(.orders([Self.order]), house) == nil && text(.none, house) == nil)
            let choice = Domain.Reading.Question(text: "Lequel ?", choices: [.init(label: "a", orders: [Self.order])])
            #expect(text(.question(choice), house) == "Lequel ?")
        }
    }

    @Test func whatWasKnownBeforeTheHouseWasLostIsStillKnown() throws {
        let house = try SampleHouse.scripted()
        house.table.setConnected(false)
        #expect(text(Self.unknown, house) == "Je ne connais pas « salon ».")
    }
}
