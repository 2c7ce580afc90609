import Base
import Domain
import Foundation
import Identity
import StorageSQLite
import Synchronization
import TestSupport
import Testing

/// People of several households, on a real store: who comes in, what they may, and that nobody raises themselves.
@Suite struct AccountsTests {
    final class Trail: AuditTrail {
        let events = Mutex<[AuditEvent]>([])
        func record(_ event: AuditEvent) { events.withLock { $0.append(event) } }
        func has(_ action: AuditEvent.Action, _ outcome: AuditEvent.Outcome) -> Bool {
            events.withLock { $0.contains { $0.action == action && $0.outcome == outcome } }
        }
    }

    struct Town {
        let folder: TemporaryFolder
        let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
        let store: SQLiteStore
        let identity: Authenticator
        let trail = Trail()
        let owner: User
        static let password = Secret("une phrase facile à retenir")
        static let place = ClientPlace(device: "a phone", address: "192.0.2.7")

        init() async throws {
            folder = try Paths.temporaryFolder()
            store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "a", count: 64)), log: .silent)
            try await store.keep(PasswordWork(passes: 2, memory: 19 << 20))
            identity = try await Authenticator(
                users: store, sessions: store, keys: store, ways: SignInWays(trail: trail), clock: clock, log: .silent)
            owner = try await identity.setUp(name: "owner", password: Self.password, language: .french)
        }

        var accounts: Accounts { identity.accounts }

        func join(_ name: String, as role: Role, by inviter: Principal? = nil) async throws -> User {
            let code = try await accounts.invite(as: role, by: inviter ?? owner.principal).code
            return try await accounts.register(code: code, name: name, password: Self.password, language: .english)
        }

        func token(_ name: String) async throws -> String { try await identity.signIn(name: name, password: Self.password, at: Self.place).tokens.access }

        /// Another household with its owner.
        func stranger() async throws -> User {
            let code = try await accounts.addHousehold(named: "Next door", by: owner.principal).code
            return try await accounts.register(code: code, name: "stranger", password: Self.password, language: nil)
        }
    }

    func refused(_ code: Problem.Code, _ body: () async throws -> Void, _ location: SourceLocation = #_sourceLocation) async {
        do {
            try await body()
            Issue.record("was not refused", sourceLocation: location)
        } catch { #expect((error as? Problem)?.code == code, "\(error)", sourceLocation: location) }
    }

    /// What was begun before somebody's rights changed ends with the rights of now.
    @Test func whatIsUnderWayCountsWithTheRightsOfNow() async throws {
        let town = try await Town()
        let admin = try await town.join("admin", as: .admin), second = try await town.join("second", as: .owner)
        // Signing in looked the account up before it was changed, and before it was shut.
        _ = try await town.accounts.change(admin.id, .init(role: .guest), by: town.owner.principal)
        let demoted = try await town.identity.openSession(for: admin, at: Town.place).access
        #expect(town.identity.bearer(of: demoted)?.principal.role == .guest)
        _ = try await town.accounts.change(admin.id, .init(isDisabled: true), by: town.owner.principal)
        await refused(.forbidden) { _ = try await town.identity.openSession(for: admin, at: Town.place) }
        #expect(try await town.identity.sessions(of: admin.principal).isEmpty)
        // An owner's invitation to an owner, who is an admin by now.
        let code = try await town.accounts.invite(as: .owner, by: second.principal).code
        _ = try await town.accounts.change(second.id, .init(role: .admin), by: town.owner.principal)
        await refused(.forbidden) { _ = try await town.accounts.register(code: code, name: "third", password: Town.password, language: nil) }
        // An account that is gone takes its keys along.
        let (_, key) = try await town.identity.apiKeys.make(named: "script", scopes: [.talk], lifetime: 86_400, by: town.owner.principal, from: "")
        #expect(town.identity.bearer(of: key.reveal()) != nil)
        try await town.identity.forget(town.owner.id)
        #expect(town.identity.bearer(of: key.reveal()) == nil)
        await town.store.close()
    }

    @Test func anInvitationMakesOneAccountWithItsRole() async throws {
        let town = try await Town()
        let (invitation, code) = try await town.accounts.invite(as: .child, by: town.owner.principal)
        #expect(code.reveal().filter { $0 != "-" }.count == 26 && invitation.role == .child)
        #expect(try await town.accounts.invitations(for: town.owner.principal) == [invitation])
        // However it was copied.
        let typed = Secret(" " + code.reveal().uppercased().replacing("-", with: " "))
        await refused(.conflict) { _ = try await town.accounts.register(code: typed, name: "Owner", password: Town.password, language: nil) }
        let child = try await town.accounts.register(code: typed, name: "child", password: Town.password, language: .english)
        #expect(child.role == .child && child.household == town.owner.household && child.permissions == .usual(for: .child) && child.hasHouse)
        await refused(.forbidden) { _ = try await town.accounts.register(code: code, name: "again", password: Town.password, language: nil) }
        #expect(try await town.accounts.invitations(for: town.owner.principal).isEmpty)
        #expect(town.identity.bearer(of: try await town.token("child"))?.principal == child.principal)
        #expect(town.trail.has(.invite, .done) && town.trail.has(.userAdd, .done))
    }

    @Test func invitationsEndByTimeAndByTakingThemBack() async throws {
        let town = try await Town()
        let old = try await town.accounts.invite(as: .member, by: town.owner.principal).code
        town.clock.advance(by: 7 * 86_400)
        let (second, code) = try await town.accounts.invite(as: .member, by: town.owner.principal)
        await refused(.notFound) { try await town.accounts.revoke(.init(), by: town.owner.principal) }
        try await town.accounts.revoke(second.id, by: town.owner.principal)
        for bad in [old, code, Secret(""), Secret("nonsense"), Secret(String(repeating: "0", count: 32)), Secret(String(repeating: "a", count: 100_000))] {
            await refused(.forbidden) { _ = try await town.accounts.register(code: bad, name: "x", password: Town.password, language: nil) }
        }
        #expect(try await town.store.users(of: town.owner.household) == [town.owner])
        // Nor is one good that somebody gave who may not give any now.
        let admin = try await town.join("admin", as: .admin)
        let given = try await town.accounts.invite(as: .member, by: admin.principal).code
        _ = try await town.accounts.change(admin.id, .init(isDisabled: true), by: town.owner.principal)
        await refused(.forbidden) { _ = try await town.accounts.register(code: given, name: "x", password: Town.password, language: nil) }
    }

    @Test func nobodyRaisesAboveThemselves() async throws {
        let town = try await Town(), owner = town.owner.principal
        let admin = try await town.join("admin", as: .admin), other = try await town.join("other", as: .admin),
            member = try await town.join("member", as: .member)
        let child = try await town.join("child", as: .child, by: admin.principal)
        for role in [Role.owner, .admin] {
            await refused(.forbidden) { _ = try await town.accounts.invite(as: role, by: admin.principal) }
            for user in [admin, member] { await refused(.forbidden) { _ = try await town.accounts.change(user.id, .init(role: role), by: admin.principal) } }
        }
        for user in [town.owner, other] {
            await refused(.forbidden) { _ = try await town.accounts.change(user.id, .init(isDisabled: true), by: admin.principal) }
            await refused(.forbidden) { try await town.accounts.remove(user.id, by: admin.principal) }
            await refused(.forbidden) { _ = try await town.accounts.issueReset(for: user.id, by: admin.principal) }
        }
        for caller in [member, child] {
            await refused(.forbidden) { _ = try await town.accounts.users(for: caller.principal) }
            await refused(.forbidden) { _ = try await town.accounts.invite(as: .guest, by: caller.principal) }
            await refused(.forbidden) { _ = try await town.accounts.change(child.id, .init(role: .member), by: caller.principal) }
            await refused(.forbidden) { _ = try await town.accounts.change(caller.id, .init(name: "me"), by: caller.principal) }
        }
        // An admin who may less gives less.
        let limited = Permissions(capabilities: .all, areas: ["salon"], risk: .surprising)
        let bounded = try await town.accounts.change(admin.id, .init(permissions: limited), by: owner)
        await refused(.forbidden) { _ = try await town.accounts.change(child.id, .init(role: .member), by: bounded.principal) }
        await refused(.forbidden) { _ = try await town.accounts.invite(as: .member, by: bounded.principal) }
        let given = Permissions(capabilities: [.talk, .home], areas: ["salon"], risk: .harmless)
        #expect(try await town.accounts.change(child.id, .init(permissions: given), by: bounded.principal).permissions == given)
        await refused(.invalid) {
            _ = try await town.accounts.change(child.id, .init(permissions: Permissions(capabilities: [.admin], risk: .harmless)), by: owner)
        }
        #expect(town.trail.has(.userChange, .refused) && town.trail.has(.userRemove, .refused))
    }

    @Test func aHouseholdKeepsAnOwner() async throws {
        let town = try await Town(), owner = town.owner.principal
        await refused(.conflict) { _ = try await town.accounts.change(town.owner.id, .init(role: .member), by: owner) }
        await refused(.conflict) { _ = try await town.accounts.change(town.owner.id, .init(isDisabled: true), by: owner) }
        await refused(.conflict) { try await town.accounts.remove(town.owner.id, by: owner) }
        #expect(try await town.store.user(town.owner.id) == town.owner)
        // Handed over.
        let heir = try await town.join("heir", as: .member)
        #expect(try await town.accounts.change(heir.id, .init(role: .owner), by: owner).role == .owner)
        #expect(try await town.accounts.change(town.owner.id, .init(role: .guest), by: owner).permissions == .usual(for: .guest))
        await refused(.conflict) {
            let now = try await town.store.user(heir.id)
            try await town.accounts.remove(heir.id, by: #require(now).principal)
        }
    }

    @Test func whatIsChangedHoldsAtOnce() async throws {
        let town = try await Town(), owner = town.owner.principal
        let member = try await town.join("member", as: .member)
        let token = try await town.token("member"), ended = Mutex<[User.ID]>([])
        town.accounts.whenOneChanges { id in ended.withLock { $0.append(id) } }
        let key = try await town.identity.apiKeys.make(named: "script", scopes: [.talk, .memoryRead], lifetime: 86_400, by: member.principal).secret.reveal()
        _ = try await town.accounts.change(member.id, .init(role: .guest), by: owner)
        #expect(town.identity.bearer(of: token)?.principal.role == .guest)
        #expect(town.identity.bearer(of: key)?.principal.permissions.capabilities == [.talk], "a key never has more than its owner")
        let ticket = try town.identity.issueTicket(for: #require(town.identity.bearer(of: token)))
        _ = try await town.accounts.change(member.id, .init(isDisabled: true), by: owner)
        #expect(town.identity.bearer(of: token) == nil && town.identity.redeem(ticket: ticket) == nil)
        #expect(town.identity.bearer(of: key) == nil)
        #expect(ended.withLock { $0 } == [member.id, member.id])
        await refused(.forbidden) { _ = try await town.token("member") }
        await refused(.unauthenticated) {
            _ = try await town.identity.signIn(name: "member", password: Secret("not this one at all"), at: Town.place)
        }
        // Opened again, the old session stays ended.
        _ = try await town.accounts.change(member.id, .init(isDisabled: false), by: owner)
        #expect(town.identity.bearer(of: token) == nil)
        let again = try await town.token("member")
        try await town.accounts.remove(member.id, by: owner)
        #expect(town.identity.bearer(of: again) == nil && town.identity.bearer(of: key) == nil)
        #expect(try await town.store.user(member.id) == nil)
    }

    @Test func passwordsAreChangedAndReset() async throws {
        let town = try await Town(), owner = town.owner.principal, new = Secret("une autre phrase à retenir")
        let member = try await town.join("member", as: .member)
        let here = try await town.token("member"), elsewhere = try await town.token("member")
        let bearer = try #require(town.identity.bearer(of: here))
        await refused(.forbidden) { try await town.accounts.changePassword(from: new, to: new, by: bearer) }
        await refused(.invalid) { try await town.accounts.changePassword(from: Town.password, to: Secret("short"), by: bearer) }
        try await town.accounts.changePassword(from: Town.password, to: new, by: bearer)
        #expect(town.identity.bearer(of: here) != nil && town.identity.bearer(of: elsewhere) == nil)
        await refused(.unauthenticated) { _ = try await town.token("member") }
        let first = try await town.accounts.issueReset(for: member.id, by: owner).code
        let code = try await town.accounts.issueReset(for: member.id, by: owner).code
        await refused(.forbidden) { try await town.accounts.reset(code: first, password: Town.password) }
        await refused(.forbidden) { _ = try await town.accounts.register(code: code, name: "x", password: Town.password, language: nil) }
        try await town.accounts.reset(code: code, password: Town.password)
        #expect(town.identity.bearer(of: here) == nil)
        _ = try await town.token("member")
        await refused(.forbidden) { try await town.accounts.reset(code: code, password: new) }
        let invitation = try await town.accounts.invite(as: .guest, by: owner).code
        await refused(.forbidden) { try await town.accounts.reset(code: invitation, password: new) }
    }

    @Test func householdsDoNotReachEachOther() async throws {
        let town = try await Town(), owner = town.owner.principal
        let stranger = try await town.stranger(), member = try await town.join("member", as: .member)
        #expect(stranger.role == .owner && !stranger.hasHouse && !stranger.principal.isOperator && owner.isOperator)
        #expect(try await town.accounts.users(for: stranger.principal) == [stranger])
        await refused(.notFound) { _ = try await town.accounts.change(member.id, .init(role: .guest), by: stranger.principal) }
        await refused(.notFound) { try await town.accounts.remove(member.id, by: stranger.principal) }
        await refused(.notFound) { _ = try await town.accounts.issueReset(for: member.id, by: stranger.principal) }
        let invitation = try await town.accounts.invite(as: .guest, by: owner).invitation
        await refused(.notFound) { try await town.accounts.revoke(invitation.id, by: stranger.principal) }
        await refused(.notFound) { _ = try await town.accounts.change(stranger.id, .init(isDisabled: true), by: owner) }
        await refused(.forbidden) { _ = try await town.accounts.households(for: stranger.principal) }
        await refused(.forbidden) { try await town.accounts.remove(owner.household, by: stranger.principal) }
        await refused(.conflict) { try await town.accounts.remove(owner.household, by: owner) }
        let token = try await town.token("stranger")
        #expect(try await town.accounts.households(for: owner).map(\.name).sorted() == ["", "Next door"])
        try await town.accounts.rename(owner.household, to: "Home", by: owner)
        try await town.accounts.remove(stranger.household, by: owner)
        #expect(try await town.accounts.households(for: owner).map { "\($0.name) \($0.people) \($0.hasHouse)" } == ["Home 2 true"])
        #expect(town.identity.bearer(of: token) == nil)
        #expect(try await town.store.user(stranger.id) == nil)
    }

    @Test func keysAreShownOnceAndEnd() async throws {
        let town = try await Town(), owner = town.owner.principal
        let member = try await town.join("member", as: .member)
        await refused(.forbidden) { _ = try await town.identity.apiKeys.make(named: "x", scopes: [.admin], lifetime: 86_400, by: member.principal) }
        await refused(.forbidden) { _ = try await town.identity.apiKeys.make(named: "x", scopes: [], lifetime: 86_400, by: owner) }
        await refused(.invalid) { _ = try await town.identity.apiKeys.make(named: "x", scopes: [.talk], lifetime: .infinity, by: owner) }
        let (key, secret) = try await town.identity.apiKeys.make(named: "script", scopes: [.home], lifetime: 86_400, by: owner)
        let text = secret.reveal()
        #expect(text.hasPrefix("jrv_") && text.utf8.count == 47)
        let bearer = try #require(town.identity.bearer(of: text))
        #expect(bearer.key == key.id && bearer.principal.user == owner.user && bearer.principal.permissions.capabilities == [.home])
        #expect(!bearer.principal.isOperator)
        for forged in ["jrv_", text + "A", String(text.dropLast()), "jrv_" + String(repeating: "A", count: 43), text.uppercased(), " " + text] {
            #expect(town.identity.bearer(of: forged) == nil)
        }
        #expect(try await town.identity.apiKeys.keys(of: owner.user).map(\.usedAt) == [town.clock.now])
        // After a restart it is known still, and since when it was used.
        let again = try await Authenticator(
            users: town.store, sessions: town.store, keys: town.store, clock: town.clock, log: .silent)
        #expect(again.bearer(of: text) == bearer)
        #expect(try await again.apiKeys.keys(of: owner.user).map(\.name) == ["script"])
        await refused(.notFound) { try await town.identity.apiKeys.revoke(key.id, by: member.principal) }
        try await town.identity.apiKeys.revoke(key.id, by: owner)
        #expect(town.identity.bearer(of: text) == nil)
        let brief = try await town.identity.apiKeys.make(named: "brief", scopes: [.talk], lifetime: 60, by: owner).secret.reveal()
        #expect(town.identity.bearer(of: brief) != nil)
        town.clock.advance(by: 60)
        #expect(town.identity.bearer(of: brief) == nil)
        #expect(try await town.identity.apiKeys.keys(of: owner.user).isEmpty)
    }

    @Test func aKeyIsCheckedFast() async throws {
        let town = try await Town()
        let text = try await town.identity.apiKeys.make(named: "script", scopes: [.home], lifetime: 86_400, by: town.owner.principal).secret.reveal()
        let count = 20_000
        let time = ContinuousClock().measure { for _ in 0..<count { _ = town.identity.bearer(of: text) } }
        print("a key is checked in \(time / count)")
    }
}
