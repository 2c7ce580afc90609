import API
import Assistant
import Base
import Cryptography
import Domain
import Foundation
import HTTPServer
import Home
import TestSupport
import Testing

extension OrderDesk {
    /// Has rooms obey; keeps nothing for later.
    static func obeying(_ reader: any OrderReader, in rooms: FileHouse, trail: any AuditTrail) -> OrderDesk {
        OrderDesk(
            parts: OrderDesk.Parts(
                reader: reader, handlers: [HomeOrderHandler(house: rooms, trail: trail, log: .silent)], schedule: { _, _, _ in SkillReply("Plus tard.") },
                skills: { _, _ in nil }), log: .silent)
    }
}

/// Understands "ouvre", now or "demain", and yes.
private struct DoorReader: OrderReader {
    static let unlock = Order(Intent("HassTurnOff", ["name": SlotValue("Porte d'entrée", text: "porte")]), text: "ouvre")

    func read(_ text: String, in context: ReadingContext) -> Reading {
        if ["oui", "yes"].contains(text), !context.unconfirmed.isEmpty { return .answer(isYes: true) }
        guard text.hasSuffix("ouvre") else { return .none }
        var order = Self.unlock
        if text.hasPrefix("demain") { order.timing = .at(context.now + 86_400) }
        return .orders([order])
    }
}

/// Whoever wants a proof before the house is opened, or lacks the right, does not get it opened by another way.
@Suite(.timeLimit(.minutes(1))) struct GuardedHomeTests {
    private let house: House
    private let owner: String

    init() async throws {
        house = try await House(rooms: House.rooms, reader: DoorReader())
        owner = try await house.owner()
    }

    private var isLocked: Bool { house.rooms?.state(of: "lock.entree")?.value != "unlocked" }

    /// What is answered in one conversation.
    private func say(_ text: String, _ token: String, in conversation: String? = nil) async throws -> ChatResponse {
        let id = conversation.map { #","conversation_id":"\#($0)""# } ?? ""
        return try await house.send(.post, "/chat", token: token, json: #"{"message":"\#(text)"\#(id)}"#).decode(ChatResponse.self)
    }

    private func automation(_ trigger: String = "", by token: String) async -> Answer {
        await house.send(.post, "/automations", token: token, json: #"{"name":"porte","commands":["ouvre"]\#(trigger)}"#)
    }

    /// Adds an app and wants a proof from then on; returns it.
    private func guardHome() async throws -> TOTP {
        let enrolment = try await house.send(.post, "/auth/totp", token: owner).decode(TOTPEnrolment.self)
        let app = try TOTP(base32: Secret(enrolment.secret))
        let code = try app.code(at: TOTP.step(at: house.clock.now)).reveal()
        #expect(await house.send(.post, "/auth/totp/confirm", token: owner, json: #"{"code":"\#(code)"}"#).status == 200)
        #expect(await house.send(.patch, "/auth/second-factors", token: owner, json: #"{"guards_home":true}"#).status == 200)
        return app
    }

    private func prove(_ app: TOTP) async throws {
        house.clock.advance(by: 30)
        let code = try app.code(at: TOTP.step(at: house.clock.now)).reveal()
        #expect(await house.send(.post, "/auth/step-up", token: owner, json: #"{"otp":"\#(code)"}"#).status == 200)
    }

    @Test func noWayOpensItWithoutTheProof() async throws {
        // Made before, unguarded: by a key, and by hand.
        let key = try await house.key([.talk, .home], by: owner)
        let made = try await automation(by: owner).decode(AutomationBody.self)
        let app = try await guardHome()
        house.clock.advance(by: 600)

        let said = try await say("ouvre", owner)
        #expect(said.response.contains("sûr que c'est toi"))
        #expect(try await say("oui", owner, in: said.conversationID).response.contains("sûr") == false)
        #expect(try await house.send(.post, "/automations/\(made.id)/run", token: owner).problem().type.hasSuffix(":step_up_needed"))
        for trigger in ["", #","trigger":{"type":"at","date":"2027-02-01T08:00:00Z"}"#] {
            #expect(try await automation(trigger, by: owner).problem().type.hasSuffix(":step_up_needed"), "\(trigger)")
        }
        let command = await house.send(.post, "/home/command", token: owner, json: #"{"text":"ouvre"}"#)
        #expect(command.text.contains("sûr que c'est toi"))
        // A key never proves anything, and says so at once.
        #expect(try await say("ouvre", key).response.contains("sûr que c'est toi"))
        #expect(
            try await house.send(.post, "/home/entities/lock.entree/unlock", token: key, json: #"{"confirm":true}"#).problem().type.hasSuffix(":step_up_needed")
        )
        #expect(try await house.send(.post, "/automations/\(made.id)/run", token: key).problem().type.hasSuffix(":step_up_needed"))
        // To pause it, nobody needs a proof; to set it going again one does.
        for token in [key, owner] {
            #expect(await house.send(.patch, "/automations/\(made.id)", token: token, json: #"{"paused":true}"#).status == 200)
            let resumed = await house.send(.patch, "/automations/\(made.id)", token: token, json: #"{"paused":false}"#)
            #expect(try resumed.problem().type.hasSuffix(":step_up_needed"))
        }
        #expect(isLocked)

        // Asked with a proof, and answered after it has ended.
        try await prove(app)
        let asked = try await say("ouvre", owner)
        #expect(asked.response.contains("vraiment"))
        house.clock.advance(by: 100)
        let late = try await say("ouvre", owner)
        house.clock.advance(by: 250)
        #expect(try await say("ouvre", owner, in: late.conversationID).response.contains("sûr que c'est toi"))
        #expect(isLocked)
        // With one, each way is open.
        try await prove(app)
        #expect(await house.send(.patch, "/automations/\(made.id)", token: owner, json: #"{"paused":false}"#).status == 200)
        #expect(await house.send(.post, "/automations/\(made.id)/run", token: owner).status == 200)
        #expect(!isLocked)
        #expect(await house.send(.post, "/home/entities/lock.entree/lock", token: owner).status == 200)
        let again = try await say("ouvre", owner)
        #expect(try await say("oui", owner, in: again.conversationID).response == "C'est déverrouillé.")
        #expect(!isLocked)
        let told = house.trail.events.filter { $0.action == .riskyOrder }
        #expect(told.contains { $0.outcome == .refused } && told.filter { $0.outcome == .done }.map(\.target) == ["lock.entree", "lock.entree"])
    }

    /// What is asked of a person, and answered by somebody who may not, or may not any more.
    @Test func aYesGivesNobodyTheRight() async throws {
        let child = try await house.join("enfant", as: .child, by: owner), member = try await house.join("membre", as: .member, by: owner)
        #expect(try await say("ouvre", child).response.contains("Demande à un adulte"))
        let asked = try await say("ouvre", member)
        #expect(asked.response.contains("vraiment"))
        let made = try await automation(by: member).decode(AutomationBody.self)
        let users = try await house.send(.get, "/admin/users", token: owner).decode(PageBody<UserBody>.self).items
        let id = try #require(users.first { $0.username == "membre" }).id
        let less = #"{"permissions":{"capabilities":["talk","home"],"risk":"surprising"}}"#
        house.clock.advance(by: 30)
        #expect(await house.send(.patch, "/admin/users/\(id)", token: owner, json: less).status == 200)
        #expect(try await say("oui", member, in: asked.conversationID).response.contains("Tu n'as pas le droit"))
        for token in [member, child] {
            #expect(await house.send(.post, "/automations/\(made.id)/run", token: token).status == 403)
            #expect(await automation(by: token).status == 403)
            let direct = await house.send(.post, "/home/entities/lock.entree/unlock", token: token, json: #"{"confirm":true}"#)
            #expect(direct.status == 403)
        }
        #expect(isLocked)
        // One refusal is one entry.
        let refused = house.trail.events.filter { $0.name == "enfant" && $0.outcome == .refused }
        #expect(refused.filter { $0.target.hasSuffix("/unlock") }.isEmpty && refused.contains { $0.action == .riskyOrder && $0.target == "lock.entree" })
    }

    /// The areas and scopes of now count, too.
    @Test func aKeyWithLessGetsLessDone() async throws {
        let talking = try await house.key([.talk], by: owner)
        #expect(try await say("ouvre", talking).response.contains("pas le droit"))
        #expect(await automation(by: talking).status == 403)
        #expect(isLocked)
    }
}
