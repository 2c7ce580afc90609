import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct RehearsalParserTests {
    @Test func readsAScene() throws {
        let rehearsal = try Rehearsal(
            parsing: """
                # a remark
                people: Noé member, Tom child

                == Léa déménage
                @ 2026-11-02 09:00
                > Léa habite à Nantes.
                @ +10 jours
                ? où habite Léa ?      = Lyon | Villeurbanne & Rhône ! Nantes | Lille
                Noé? où habite Léa     -
                Tom:recall vacances  = Bretagne
                :history Léa           ! Paris
                :new conversation

                == L'autre
                language: English
                > hello
                """)
        #expect(rehearsal.scenes.map(\.title) == ["Léa déménage", "L'autre"])
        let scene = try #require(rehearsal.scenes.first)
        #expect(scene.people == [.init(name: "Noé", role: .member), .init(name: "Tom", role: .child)])
        #expect(scene.steps.map(\.line) == [5, 6, 7, 8, 9, 10, 11, 12])
        #expect(scene.steps.map(\.person) == [nil, nil, nil, nil, "Noé", "Tom", nil, nil])
        #expect(scene.steps[0].action == .at(Date(timeIntervalSince1970: 1_793_606_400)))
        #expect(scene.steps[2].action == .later(10, .day))
        #expect(scene.steps[3].action == .ask("où habite Léa ?"))
        let wanted = try #require(scene.steps[3].wanted)
        #expect(wanted.all == [["Lyon", "Villeurbanne"], ["Rhône"]])
        #expect(wanted.none == ["Nantes", "Lille"])
        #expect(scene.steps[4].wanted?.isNothing == true)
        #expect(scene.steps[6].action == .facts("Léa", includingHistory: true))
        #expect(rehearsal.scenes[1].language == .english)
    }

    @Test(
        arguments: [
            ("= Lyon ! Nantes", "Léa habite à LYON.", true), ("= Lyon ! Nantes", "À Lyon, avant à Nantes.", false), ("= Lyon", nil, false), ("-", nil, true),
            ("-", "Je ne sais pas.", false), ("! Lyon", nil, true), ("! Lyon", "À Lyon.", false), ("= lea", "Léa", true), ("= lyon", "Les Lyonnais", false),
            ("= 8 | huit & ans", "Il a huit ans.", true),
        ] as [(String, String?, Bool)])
    func judgesAnAnswer(_ wanted: String, _ answer: String?, _ isMet: Bool) throws {
        let rehearsal = try Rehearsal(parsing: "== a\n? b  \(wanted)")
        #expect(rehearsal.scenes.first?.steps.first?.wanted?.isMet(by: answer) == isMet)
    }

    @Test(arguments: [
        ("> hello", "line 1: a scene begins"), ("== a\nhello", "line 2: a line begins"), ("== a\n\n? hello", "line 3: what should the answer be"),
        ("== a\nBob> hello", "line 2: nobody here is called “Bob”"), ("== a\n@ tomorrow", "line 2: “tomorrow” is no time"),
        ("== a\n@ +3 lunes", "line 2: “+3 lunes” is no while"), ("== a\n@ 2026-13-02 09:00", "line 2: “2026-13-02 09:00” is no time"),
        ("== a\n:dance", "line 2: “:dance”"), ("== a\n> b  or c", "line 2: “or c” is not"), ("== a\n> b  = ", "line 2: "),
        ("people: Bob king", "line 1: “Bob king” is not a name and a role"), ("language: Klingon", "line 1: “Klingon”"), ("== a\n>", "line 2: nothing is said"),
    ])
    func namesTheLineThatIsNone(_ text: String, _ detail: String) throws {
        let problem = #expect(throws: Problem.self) { try Rehearsal(parsing: text) }
        #expect(problem?.detail.hasPrefix(detail) == true, "\(problem?.detail ?? "")")
    }
}
