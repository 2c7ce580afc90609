import Base
import Domain
import Foundation
import Identity
import Observability
import StorageSQLite
import TestSupport
import Testing

@Suite struct AuthenticatorTests {
    private let folder: TemporaryFolder
    private let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let password = Secret("une phrase facile à retenir")

    init() throws { folder = try Paths.temporaryFolder() }

    private func make(secret: String = "0123456789abcdef0123456789abcdef", path: String = "jarvis.db") async throws -> (Authenticator, SQLiteStore) {
        let store = try await SQLiteStore.open(path: folder.file(path), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
        return (Authenticator(users: store, secretKey: Secret(secret), clock: clock, log: .silent), store)
    }

    @Test func setUpWorksOnceThenSignIn() async throws {
        let (identity, store) = try await make()
        #expect(try await identity.needsSetup())
        let owner = try await identity.setUp(name: " Zoé ", password: password, language: .french)
        #expect(owner.name == "Zoé" && owner.role == .owner)
        #expect(try await !identity.needsSetup())
        await #expect { try await identity.setUp(name: "b", password: password, language: .french) } throws: { ($0 as? Problem)?.code == .conflict }
        let (user, tokens) = try await identity.signIn(name: "zoé", password: password)
        #expect(user == owner)
        #expect(identity.principal(of: tokens.access) == owner.principal)
        #expect(identity.principal(of: tokens.refresh) == nil, "a refresh token opens nothing")
        await store.close()
    }

    @Test func wrongNameAndWrongPasswordAreTheSameRefusal() async throws {
        let (identity, store) = try await make()
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        var refusals: [Problem] = []
        for (name, text) in [
            ("zoe", "wrong"), ("nobody", password.reveal()), ("", ""), (String(repeating: "z", count: 100_000), "x"),
            ("zoe", String(repeating: "p", count: 100_000)),
        ] {
            do { _ = try await identity.signIn(name: name, password: Secret(text)) } catch let problem as Problem { refusals.append(problem) }
        }
        #expect(refusals.count == 5 && Set(refusals).count == 1 && refusals[0].code == .unauthenticated)
        await store.close()
    }

    @Test(arguments: ["", "short", String(repeating: "x", count: 1025)]) func weakPasswordsAreRefused(_ text: String) async throws {
        let (identity, store) = try await make()
        await #expect { try await identity.setUp(name: "zoe", password: Secret(text), language: .french) } throws: { ($0 as? Problem)?.code == .invalid }
        #expect(try await identity.needsSetup())
        await store.close()
    }

    @Test func twoSetUpsAtOnceMakeOneOwner() async throws {
        let (identity, store) = try await make()
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 { group.addTask { (try? await identity.setUp(name: "user\(number)", password: password, language: .french)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        await store.close()
    }

    @Test func tokensEndAndForgedOnesNeverWork() async throws {
        let (identity, store) = try await make()
        _ = try await identity.setUp(name: "zoe", password: password, language: .french)
        let tokens = try await identity.signIn(name: "zoe", password: password).tokens
        #expect(identity.principal(of: tokens.access) != nil)
        let parts = tokens.access.split(separator: ".").map(String.init)
        let none = Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        for forged in [
            "", "..", "a.b.c", tokens.access + "x", "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).",
            String(repeating: "a.", count: 5000),
        ] {
            #expect(identity.principal(of: forged) == nil)
        }
        let (other, otherStore) = try await make(secret: "another secret another secret 12", path: "other.db")
        #expect(other.principal(of: tokens.access) == nil)
        clock.advance(by: 30 * 60 + 1)
        #expect(identity.principal(of: tokens.access) == nil)
        let again = try await identity.refresh(tokens.refresh).tokens
        #expect(identity.principal(of: again.access) != nil)
        await #expect(throws: Problem.self) { try await identity.refresh(tokens.access) }
        clock.advance(by: 8 * 86_400)
        await #expect(throws: Problem.self) { try await identity.refresh(tokens.refresh) }
        await otherStore.close()
        await store.close()
    }

    @Test func aTicketWorksOnceAndNotForLong() async throws {
        let (identity, store) = try await make()
        let owner = try await identity.setUp(name: "zoe", password: password, language: .french).principal
        let ticket = try identity.issueTicket(for: owner)
        #expect(identity.redeem(ticket: ticket) == owner)
        #expect(identity.redeem(ticket: ticket) == nil)
        let late = try identity.issueTicket(for: owner)
        clock.advance(by: 31)
        #expect(identity.redeem(ticket: late) == nil)
        await store.close()
    }
}
