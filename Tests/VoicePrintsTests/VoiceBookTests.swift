import Base
import Domain
import Foundation
import StorageSQLite
import TestSupport
import Testing
import VoicePrints

/// Hears what a test put into the samples: the angle of a voice in degrees; 360 and more is no speech.
private struct AngleEmbedder: VoiceEmbedder {
    var model = "ge2e-test"

    func embed(_ audio: AudioChunk) async throws -> VoiceEmbedding {
        let angle = Double(audio.bytes[0]) + 256 * Double(audio.bytes[1])
        guard angle < 360 else { throw Problem(.invalid, "there is too little speech") }
        let radians = angle * .pi / 180
        return VoiceEmbedding(values: [Float(cos(radians)), Float(sin(radians))], model: model)
    }
}

private func voice(_ degrees: Int) -> AudioChunk { AudioChunk(format: .speech, bytes: [UInt8(degrees % 256), UInt8(degrees / 256)]) }

@Suite(.timeLimit(.minutes(1))) struct VoiceBookTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let book: VoiceBook
    private let owner: User

    init() async throws {
        folder = try Paths.temporaryFolder()
        owner = User(household: .init(), name: "Alex", role: .owner, language: .french, createdAt: Date(timeIntervalSince1970: 1_800_000_000))
        store = try await SQLiteStore.open(
            path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "0123456789abcdef", count: 4)), log: .silent)
        _ = try await store.createOwner(owner, passwordHash: Secret("hash"))
        book = VoiceBook(store: store, embedder: AngleEmbedder(), clock: ManualClock(now: owner.createdAt))
    }

    private func problem(_ body: () async throws -> Void) async -> Problem? {
        do {
            try await body()
            return nil
        } catch { return error as? Problem }
    }

    @Test func knowsWhoWasEnrolled() async throws {
        #expect(try await book.identify(voice(10), in: owner.household) == nil)
        #expect(try await book.about(owner.principal) == nil)
        try await book.enrol([voice(5), voice(10), voice(15)], for: owner.principal)
        guard case .known(let user, "Alex", let score) = try await book.identify(voice(20), in: owner.household) else {
            Issue.record("not known")
            return
        }
        #expect(user == owner.id && score > 0.9)
        #expect(try await book.identify(voice(90), in: owner.household) == .stranger)
        // Between the two nobody can say, nor of a cough.
        #expect(try await book.identify(voice(57), in: owner.household) == nil)
        #expect(try await book.identify(voice(400), in: owner.household) == nil)
        #expect(try await book.identify(voice(10), in: .init()) == nil)
        #expect(try await book.about(owner.principal)?.sentences == 3)
    }

    @Test func anotherModelKnowsNobody() async throws {
        try await book.enrol([voice(5), voice(10), voice(15)], for: owner.principal)
        let other = VoiceBook(store: store, embedder: AngleEmbedder(model: "other"), clock: ManualClock(now: owner.createdAt))
        #expect(try await other.identify(voice(10), in: owner.household) == nil)
    }

    @Test func isForgotten() async throws {
        try await book.enrol([voice(5), voice(10), voice(15)], for: owner.principal)
        #expect(try await book.forget(owner.principal))
        #expect(try await book.identify(voice(10), in: owner.household) == nil)
        #expect(try await book.forget(owner.principal) == false)
    }

    @Test func whatIsNoOneVoiceIsRefused() async throws {
        #expect(await problem { try await book.enrol([voice(5), voice(10)], for: owner.principal) }?.code == .invalid)
        let odd = await problem { try await book.enrol([voice(5), voice(10), voice(100)], for: owner.principal) }
        #expect(odd?.detail == "recording 3 does not sound like the others: record it again, alone and near the microphone")
        let silent = await problem { try await book.enrol([voice(5), voice(400), voice(10)], for: owner.principal) }
        #expect(silent?.detail == "recording 2: there is too little speech")
        #expect(try await book.about(owner.principal) == nil)
    }

    @Test func aVoiceBelongsToOnePerson() async throws {
        try await book.enrol([voice(5), voice(10), voice(15)], for: owner.principal)
        let other = Principal(household: owner.household, user: .init(), role: .member, name: "Sam")
        #expect(await problem { try await book.enrol([voice(6), voice(11), voice(16)], for: other) }?.code == .conflict)
    }

    @Test func thePrintIsSealedAndSurvivesARestart() async throws {
        try await book.enrol([voice(5), voice(10), voice(15)], for: owner.principal)
        await store.close()
        let bytes = try Data(contentsOf: URL(filePath: folder.file("jarvis.db")))
        #expect(bytes.range(of: Data("ge2e-test".utf8)) == nil)
        let again = try await SQLiteStore.open(
            path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "0123456789abcdef", count: 4)), log: .silent)
        let book = VoiceBook(store: again, embedder: AngleEmbedder(), clock: ManualClock(now: owner.createdAt))
        #expect(try await book.about(owner.principal)?.model == "ge2e-test")
        await again.close()
    }
}
