import Base
import Domain
import Foundation
import Synchronization
import Testing

@testable import Automations

/// What is due is carried out with what its maker may now, and might when they made it.
@Suite struct MakersRightsTests {
    @Test func aKeysAutomationNeverGetsMoreThanTheKey() async throws {
        let world = try await World(), seen = Mutex<[Principal]>([]), recorder = world.recorder
        let service = world.service { orders, principal, _, _ in
            seen.withLock { $0.append(principal) }
            recorder.note(orders)
            return "fait"
        }
        let desk = AutomationDesk(service: service), now = world.clock.now
        let key = world.principal.limited(to: Permissions(capabilities: [.home], risk: .surprising))
        let made = try await desk.add([order("allume")], on: .at(now + 60), language: .french, for: key, now: now)
        let own = try await desk.add([order("éteins")], on: .onDemand, language: .french, for: world.principal, now: now)
        #expect(made.limit == key.permissions && own.limit == nil)
        // Whoever pauses and resumes it gives it nothing.
        for isPaused in [true, false] {
            let kept = try #require(try await desk.automation(made.id, for: world.principal))
            #expect(kept.createdBy.permissions == key.permissions && kept.createdBy.user == key.user)
            try await desk.setPaused(isPaused, kept, for: world.principal, now: now)
        }
        try await world.running(service) {
            world.clock.advance(by: 60)
            await recorder.wait(for: 1)
        }
        // A proof was given when it was made, where one was owed; by whoever starts one it is theirs that counts.
        let due = try #require(seen.withLock { $0.first })
        #expect(due.permissions == key.permissions && due.assurance == .proof)
        _ = try await desk.start(own, for: world.principal.with(.voice))
        #expect(seen.withLock { $0.last?.assurance } == .voice)
        #expect(try await desk.automation(own.id, for: world.principal)?.createdBy.permissions == .usual(for: .owner))
    }
}
