import Base
import Domain
import Foundation
import Observability
import StorageSQLite
import TestSupport
import Testing

struct AutomationStoreTests {
    private let folder: TemporaryFolder
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let owner: User
    private let stranger = Principal(household: .init(), user: .init(), role: .owner, name: "x")

    init() throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(), name: "Alex", role: .owner, language: .french, createdAt: now)
    }

    private func open() async throws -> SQLiteStore {
        let store = try await SQLiteStore.open(
            path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "0123456789abcdef", count: 4)), log: .silent)
        _ = try await store.createOwner(owner, passwordHash: Secret("hash"))
        return store
    }

    private func automation(_ occasion: Automation.Occasion = .when(.time(hour: 7, minute: 30, weekdays: [1, 2]), once: false), _ text: String = "ouvre")
        -> Automation
    {
        let order = Order(
            Intent("HassTurnOn", ["name": SlotValue("Volet", text: "le volet", ids: ["cover.a"]), "position": SlotValue(20)]), text: text,
            exceptions: [["area": SlotValue("Salon", ids: ["living"])]], isWide: true)
        return Automation(
            name: text, occasion: occasion,
            conditions: [.time(from: 1, to: 2, weekdays: [3]), .state(entity: "a.b", value: "on", isMet: false), .daylight(true)],
            orders: [order], createdAt: now, createdBy: owner.principal, language: .french, phase: .idle)
    }

    private func run(_ automation: Automation, _ key: String, at seconds: Double = 0) -> AutomationRun {
        AutomationRun(
            automation: automation.id, name: automation.name, dueKey: key, dueAt: now, startedAt: now + seconds,
            cause: .entity(id: "a.b", name: "B", value: "on"), targets: ["cover.a": ["open"]])
    }

    @Test func isThereAsItWasAfterReopening() async throws {
        let first = try await open()
        let occasions: [Automation.Occasion] = [
            .at(now + 60), .onDemand, .when(.time(hour: 7, minute: 30, weekdays: [1, 2]), once: false), .when(.sun(.sunset, offset: -600), once: true),
            .when(.state(entity: "a.b", to: "on", seconds: 30), once: false),
            .when(.number(entity: "a.b", attribute: "c", above: 1.5, below: nil), once: false),
            .when(.presence(person: nil, arrives: true), once: false),
        ]
        let made = occasions.map { automation($0) }
        for automation in made { try await first.add(automation, for: owner.principal) }
        await first.close()
        let store = try await open()
        #expect(try await store.automations(for: owner.principal) == made)
        #expect(try await store.activeAutomations() == made)
        #expect(try await store.automations(for: stranger).isEmpty)
        await store.close()
    }

    @Test func isChangedByItsHouseholdOnly() async throws {
        let store = try await open()
        var automation = automation()
        try await store.add(automation, for: owner.principal)
        automation.name = "autre"
        automation.isPaused = true
        automation.phase = nil
        #expect(try await !store.update(automation, for: stranger))
        #expect(try await store.update(automation, for: owner.principal))
        #expect(try await store.automations(for: owner.principal) == [automation])
        #expect(try await store.activeAutomations().isEmpty)
        try await store.keep([automation.id: .reached])
        #expect(try await store.automations(for: owner.principal).first?.phase == .reached)
        #expect(try await !store.delete(automation.id, for: stranger))
        #expect(try await store.delete(automation.id, for: owner.principal))
        #expect(try await store.automations(for: owner.principal).isEmpty)
        await store.close()
    }

    @Test func ofAllWhoClaimATurnOneGetsIt() async throws {
        let store = try await open(), other = try await open()
        let automation = automation()
        try await store.add(automation, for: owner.principal)
        let runs = (0..<40).map { _ in run(automation, "at:1") }
        let winners = try await withThrowingTaskGroup(of: AutomationRun?.self) { group in
            for (index, run) in runs.enumerated() {
                group.addTask { [owner] in try await (index % 2 == 0 ? store : other).claim(run, gap: 0, for: owner.principal) ? run : nil }
            }
            return try await group.reduce(into: [AutomationRun]()) { if let run = $1 { $0.append(run) } }
        }
        #expect(winners.count == 1)
        // Who asks again whether it was them hears the same.
        let winner = try #require(winners.first)
        #expect(try await store.claim(winner, gap: 0, for: owner.principal))
        #expect(try await other.claim(run(automation, "at:1"), gap: 0, for: owner.principal) == false)
        #expect(try await other.claim(run(automation, "at:2"), gap: 0, for: owner.principal))
        await store.close()
        await other.close()
    }

    @Test func whatRunsOnceIsDoneWithInTheSameStep() async throws {
        let store = try await open()
        let automation = automation(.at(now))
        try await store.add(automation, for: owner.principal)
        #expect(try await store.claim(run(automation, "once"), gap: 0, for: owner.principal))
        #expect(try await store.activeAutomations().isEmpty)
        #expect(try await store.automations(for: owner.principal).isEmpty)
        // Whoever asks for this one still learns of it.
        #expect(try await store.automation(automation.id, for: owner.principal)?.doneAt == now)
        #expect(try await store.automation(automation.id, for: stranger) == nil)
        // It cannot be brought back by whoever still holds it, nor claimed under another key.
        #expect(try await !store.update(automation, for: owner.principal))
        #expect(try await !store.claim(run(automation, "again"), gap: 0, for: owner.principal))
        await store.close()
    }

    @Test func nobodyClaimsWhatIsPausedForeignOrTooSoon() async throws {
        let store = try await open()
        var automation = automation()
        try await store.add(automation, for: owner.principal)
        #expect(try await !store.claim(run(automation, "a"), gap: 0, for: stranger))
        #expect(try await store.claim(run(automation, "a"), gap: 0.5, for: owner.principal))
        #expect(try await !store.claim(run(automation, "b", at: 0.4), gap: 0.5, for: owner.principal))
        #expect(try await store.claim(run(automation, "c", at: 0.6), gap: 0.5, for: owner.principal))
        automation.isPaused = true
        #expect(try await store.update(automation, for: owner.principal))
        #expect(try await !store.claim(run(automation, "d", at: 9), gap: 0, for: owner.principal))
        await store.close()
    }

    @Test func runsAreFinishedFoundAndForgotten() async throws {
        let store = try await open()
        let automation = automation()
        try await store.add(automation, for: owner.principal)
        var first = run(automation, "a"), second = run(automation, "b", at: 10)
        for run in [first, second] { #expect(try await store.claim(run, gap: 0, for: owner.principal)) }
        first.outcome = .done
        first.result = "c'est fait"
        first.finishedAt = now + 3
        try await store.finish(first, for: owner.principal)
        #expect(try await store.runs(of: automation.id, limit: 10, for: owner.principal) == [second, first])
        #expect(try await store.runs(of: nil, limit: 1, for: owner.principal) == [second])
        #expect(try await store.runs(from: now - 1, to: now + 1, for: owner.principal) == [first])
        #expect(try await store.runs(of: nil, limit: 10, for: stranger).isEmpty)
        // It outlives its automation, for as long as anybody may ask.
        #expect(try await store.delete(automation.id, for: owner.principal))
        try await store.tidy(past: now - 60)
        // Nothing is heard of it any more from 20 seconds on.
        try await store.keepAlive([second.id, first.id], at: now + 20)
        #expect(try await store.interrupt(silentSince: now + 20) == 0)
        #expect(try await store.runs(of: nil, limit: 10, for: owner.principal) == [second, first])
        #expect(try await store.interrupt(silentSince: now + 21) == 1)
        second.outcome = .interrupted
        second.finishedAt = now + 20
        #expect(try await store.runs(of: nil, limit: 10, for: owner.principal) == [second, first])
        try await store.tidy(past: now + 5)
        #expect(try await store.runs(of: nil, limit: 10, for: owner.principal) == [second])
        await store.close()
    }

    @Test func causesAndScenes() async throws {
        let store = try await open()
        let cause = ChangeCause(targets: ["light.a": []], origin: .order(text: "allume", user: owner.id, name: "Alex"), at: now)
        try await store.add(cause, for: owner.principal)
        #expect(try await store.causes(from: now - 1, to: now + 1, for: owner.principal) == [cause])
        #expect(try await store.causes(from: now + 1, to: now + 2, for: owner.principal).isEmpty)
        #expect(try await store.causes(from: now - 1, to: now + 1, for: stranger).isEmpty)
        var scene = Scene(
            name: "soirée", area: "living", parts: [.init(entity: "light.a", value: "on", attributes: ["brightness": 12, "rgb_color": [1, 2, 3]])],
            createdAt: now)
        try await store.save(scene, for: owner.principal)
        scene.parts[0].value = "off"
        try await store.save(scene, for: owner.principal)
        #expect(try await store.scenes(for: owner.principal) == [scene])
        #expect(try await store.houseScenes() == [scene])
        #expect(try await store.scenes(for: stranger).isEmpty)
        #expect(try await !store.deleteScene(scene.id, for: stranger))
        #expect(try await store.deleteScene(scene.id, for: owner.principal))
        await store.close()
    }

    @Test func nothingThatWasSaidStandsInTheFile() async throws {
        let store = try await open()
        let secret = "arachides-" + UUID().uuidString
        let automation = automation(.when(.state(entity: secret, to: secret, seconds: 0), once: false), secret)
        try await store.add(automation, for: owner.principal)
        var run = run(automation, "k")
        run.cause = .entity(id: secret, name: secret, value: secret)
        run.targets = [secret: [secret]]
        #expect(try await store.claim(run, gap: 0, for: owner.principal))
        (run.result, run.outcome) = (secret, .done)
        try await store.finish(run, for: owner.principal)
        try await store.add(ChangeCause(targets: [secret: []], origin: .automation(automation.id, name: secret, run.cause), at: now), for: owner.principal)
        try await store.save(Scene(name: secret, parts: [.init(entity: secret, value: secret)], createdAt: now), for: owner.principal)
        await store.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
            let bytes = try Data(contentsOf: folder.url.appending(path: name))
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(name)")
        }
    }
}
