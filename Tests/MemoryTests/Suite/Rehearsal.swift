import Base
import Domain
import Foundation
@testable import Memory

/// Talks with the memory that are written down with what must be known in them: scenes that a person can read, and a program can play.
///
/// ```
/// people: Noé member, Tom child, Sam guest      (who lives there beside Camille, the owner; before the first scene, for all of them)
/// language: English                             (what they speak when their words do not show it; French if nothing is said)
///
/// == Léa déménage                               (a scene: it begins with an empty memory)
/// @ 2026-11-02 09:00                            (what the clock shows in Paris; 2 November 2026 at nine if nothing is said)
/// > Léa habite à Nantes.                        (the owner says this; a minute goes by)
/// @ +10 jours                                   (min, h, jours, semaines, mois, ans; also in English)
/// > elle a déménagé à Lyon, Léa
/// ? où habite Léa              = Lyon ! Nantes  (the owner asks this, and is told Lyon and not Nantes)
/// Noé? où habite Léa           -                (Noé asks, and the memory has no answer)
/// > oublie ça                  = oublié         (what is said may have an answer, too: of the memory, or that something was noted)
/// :recall vacances             = Bretagne       (what is found for these words)
/// :facts Léa                   = Lyon           (what is known of her; `:history Léa` with what was so before)
/// :sleep                                        (a night over what was said)
/// :new conversation
/// :incognito                                    (nothing of this conversation is stored)
/// :restart                                      (the memory is read from its store again)
/// # a remark
/// ```
///
/// What is wanted stands behind two spaces or more. `= A` wants the words A in the answer, whatever their case and accents; `A & B` both, `A | B` one of them.
/// `! A` wants them not to be in it, nor after `|`. `-` wants no answer.
struct Rehearsal: Sendable {
    struct Person: Sendable, Hashable {
        var name: String
        var role: Role
    }

    struct Scene: Sendable {
        var title: String
        var line: Int
        var people: [Person]
        var language: Language
        var steps: [Step] = []
    }

    struct Step: Sendable {
        var line: Int
        /// `nil`: the owner.
        var person: String?
        var action: Action
        var wanted: Wanted?
    }

    enum Action: Sendable, Hashable {
        case at(Date)
        case later(Int, Calendar.Component)
        case say(String)
        case ask(String)
        case recall(String)
        case facts(String, includingHistory: Bool)
        case sleep, newConversation, incognito, restart

        /// As it is written.
        var text: String {
            switch self {
            case .say(let text), .ask(let text): text
            case .recall(let text): ":recall \(text)"
            case .facts(let text, let includingHistory): "\(includingHistory ? ":history" : ":facts") \(text)"
            case .at, .later, .sleep, .newConversation, .incognito, .restart: ""
            }
        }
    }

    /// What an answer must hold.
    struct Wanted: Sendable {
        /// As it is written.
        var text: String
        /// One of each of these.
        var all: [[String]] = []
        /// None of these.
        var none: [String] = []
        /// That there is no answer.
        var isNothing = false

        func isMet(by answer: String?) -> Bool {
            if isNothing { return answer == nil }
            let said = Self.folded(answer ?? "")
            return all.allSatisfy { $0.contains { said.contains(Self.folded($0)) } } && !none.contains { said.contains(Self.folded($0)) }
        }
    }

    /// What came of a step that wants something.
    struct Outcome: Sendable, CustomStringConvertible {
        var scene: String
        var line: Int
        var said: String
        var wanted: String
        /// `nil`: nothing.
        var got: String?
        var isPassed: Bool

        var description: String { "line \(line) (\(scene)): “\(said)” wants \(wanted), got \(got.map { "“\($0)”" } ?? "nothing")" }
    }

    /// The name of whoever no name stands for.
    static let owner = "Camille"
    static let timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt

    let scenes: [Scene]

    /// Makes a store that knows these people, hands over what a brain stands on, and takes the store away when that returns.
    typealias House = @Sendable (_ people: [User], _ body: @Sendable (Brain.Parts) async throws -> Void) async throws -> Void

    /// Plays every scene, each in a house of its own.
    func run(in house: House) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for scene in scenes { outcomes += try await Self.run(scene, in: house) }
        return outcomes
    }

    static func run(_ scene: Scene, in house: House) async throws -> [Outcome] {
        let stage = RehearsalStage(scene)
        try await house(stage.users) { try await stage.play(on: $0) }
        return await stage.outcomes
    }
}
