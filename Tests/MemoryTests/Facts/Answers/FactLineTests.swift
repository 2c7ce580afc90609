import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct FactLineTests {
    private func lines(_ said: [Said], _ reader: FactLine.Reader = .owner, _ language: Language = .french) -> [String] {
        let scene = Dialogue(language, said, ask: .ask("Léa", nil, .everything), nil).scene()
        return scene.book.fragments.values.sorted { $0.occurredAt < $1.occurredAt }
            .map { FactLine.text($0, in: scene.book, for: reader, language: language, now: scene.now, timeZone: FactScene.timeZone) }
    }

    @Test func aLineSaysWhoWhatAndWhen() {
        #expect(lines([Said("Léa est allergique aux arachides", "Léa", "allergic_to", "arachides")]) == ["Léa : allergique aux arachides (dit le 3 mai 2026)"])
        #expect(lines([Said("je suis allergique au lait", "moi", "allergic_to", "lait")]) == ["toi : es allergique au lait (dit le 3 mai 2026)"])
        #expect(
            lines([Said("je suis allergique au lait", "moi", "allergic_to", "lait")], .model(owner: "Zoé")) == ["Zoé : allergique au lait (dit le 3 mai 2026)"])
        #expect(lines([FactAnswerTests.code]) == ["le portail : son code est 4512 (dit le 4 janvier 2026)"])
        #expect(
            lines([Said("Lea is allergic to peanuts", "Lea", "allergic_to", "peanuts", by: "Léo", shared: true)], .model(owner: "Zoé"), .english)
                == ["Lea: allergic to peanuts (said by Léo May 3, 2026)"])
    }

    @Test func theHistoryIsNamedAsSuch() {
        #expect(
            lines([FactAnswerTests.lyon, FactAnswerTests.nantes])
                == ["Léa : habitait à Lyon (jusqu'en mai 2026 ; dit le 2 mars 2026)", "Léa : habite à Nantes (depuis mai 2026 ; dit le 12 mai 2026)"])
    }
}
