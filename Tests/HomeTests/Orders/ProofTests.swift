import Base
import Domain
import Synchronization
import TestSupport
import Testing

@testable import Home

/// What is dangerous waits for the proof that somebody wanted, and the trail hears of it.
@Suite struct ProofTests {
    private final class Trail: AuditTrail {
        let events = Mutex<[String]>([])
        func record(_ event: AuditEvent) { events.withLock { $0.append("\(event.action.rawValue) \(event.outcome.rawValue) \(event.target)") } }
    }

    private let house: ScriptedHouse
    private let trail = Trail()
    private let handler: HomeOrderHandler
    private let guarded = Principal(household: .init(), user: .init(), role: .owner, name: "a", guardsHome: true)
    private let door = SampleHouse.order("HassTurnOff", ["name": "Porte d'entrée"])

    init() throws {
        house = try SampleHouse.scripted()
        handler = HomeOrderHandler(house: house, trail: trail, log: .silent)
    }

    private func reply(
        _ order: Order, _ principal: Principal, isConfirmed: Bool = false, _ language: Language = .french
    ) async throws -> SkillReply? {
        var context = SampleHouse.context()
        context.principal = principal
        return try await handler.handle(order, isConfirmed: isConfirmed, language: language, in: context)
    }

    @Test func aDoorWaitsForTheProof() async throws {
        for isConfirmed in [false, true] {
            let refused = try #require(try await reply(door, guarded, isConfirmed: isConfirmed))
            #expect(refused.text.hasPrefix("Avant de déverrouiller la porte d'entrée, tu veux que je sois sûr") && !refused.needsConfirmation)
        }
        #expect(try await reply(door, guarded, isConfirmed: true, .english)?.text.hasPrefix("Before I unlock Porte d'entrée, you want me to be sure") == true)
        #expect(try await reply(door, guarded.with(.voice), isConfirmed: true)?.text.hasPrefix("La voix ne suffit pas") == true)
        #expect(house.calls.isEmpty)
        #expect(try await reply(door, guarded.with(.proof))?.needsConfirmation == true)
        house.expect("lock.unlock lock.entree") { $0.report("lock.entree", "unlocked") }
        #expect(try await reply(door, guarded.with(.proof), isConfirmed: true)?.text == "C'est déverrouillé.")
        #expect(trail.events.withLock { $0 } == Array(repeating: "risky_order refused lock.entree", count: 4) + ["risky_order done lock.entree"])
    }

    @Test func whatIsHarmlessWaitsForNothingAndIsNotTold() async throws {
        house.expect("light.turn_on light.salon_1") { $0.report("light.salon_1", "on") }
        _ = try await reply(SampleHouse.order("HassTurnOn", ["name": "Lampe du salon"]), guarded)
        #expect(house.calls.count == 1 && trail.events.withLock { $0 }.isEmpty)
    }

    @Test func nothingDangerousIsKeptForLaterWithoutIt() async throws {
        var context = SampleHouse.context()
        context.principal = guarded
        guard case .prove(let text) = try await handler.caveat(about: door, language: .french, in: context) else { return #expect(Bool(false)) }
        #expect(text.contains("déverrouiller"))
        context.principal = guarded.with(.proof)
        guard case .confirm = try await handler.caveat(about: door, language: .french, in: context) else { return #expect(Bool(false)) }
    }

    @Test func aTapWaitsForItToo() async throws {
        let rooms = try FileHouse(text: SampleHouse.text), control = DirectControl(house: rooms, trail: trail, log: .silent)
        let call = ServiceCall(domain: "lock", service: "unlock", entities: ["lock.entree"], data: [:])
        let unasked = await #expect(throws: Problem.self) { try await control.call(call, isConfirmed: false, for: guarded) }
        let unproven = await #expect(throws: Problem.self) { try await control.call(call, isConfirmed: true, for: guarded) }
        #expect(unasked?.code == .confirmationNeeded && unproven?.code == .stepUpNeeded)
        let guest = Principal(household: guarded.household, user: .init(), role: .guest, name: "g")
        let refused = await #expect(throws: Problem.self) { try await control.call(call, isConfirmed: true, for: guest) }
        #expect(refused?.code == .forbidden && refused?.isRecorded == true)
        try await control.call(call, isConfirmed: true, for: guarded.with(.proof))
        #expect(rooms.state(of: "lock.entree")?.value == "unlocked")
        #expect(trail.events.withLock { $0 } == ["risky_order refused lock.entree", "risky_order refused lock.entree", "risky_order done lock.entree"])
    }

    /// A proof says how sure it is, and not who.
    @Test func aProofMakesNobodyElse() {
        #expect(guarded == guarded.with(.proof) && guarded.with(.proof).hashValue == guarded.hashValue)
        #expect(guarded.owesProof && !guarded.with(.proof).owesProof && guarded.with(.proof).limited(to: .usual(for: .owner)).owesProof)
    }
}
