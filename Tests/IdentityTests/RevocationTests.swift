import Base
import Domain
import Foundation
import Identity
import Synchronization
import Testing

/// What ends with something else: a household's accounts, and the keys of somebody who wants nobody but themselves in.
extension AccountsTests {
    /// What failed half way is repeated, and meanwhile nobody comes in.
    @Test func aHouseholdIsRemovedThoughItFailsAtFirst() async throws {
        let town = try await Town(), owner = town.owner.principal
        let stranger = try await town.stranger()
        let code = try await town.accounts.invite(as: .member, by: stranger.principal).code
        let token = try await town.token("stranger"), asked = Mutex<[[User.ID]]>([])
        let remove = {
            try await town.accounts.remove(stranger.household, by: owner) { household, people in
                let count = asked.withLock { asked in
                    asked.append(people.map(\.id))
                    return asked.count
                }
                guard count > 1 else { throw Problem(.unavailable, "the disk is full") }
                return try await town.store.erase(household)
            }
        }
        await refused(.unavailable) { try await remove() }
        #expect(town.identity.bearer(of: token) == nil)
        await refused(.forbidden) { _ = try await town.token("stranger") }
        await refused(.forbidden) { _ = try await town.accounts.register(code: code, name: "late", password: Town.password, language: nil) }
        try await remove()
        #expect(try await town.store.user(stranger.id) == nil)
        await refused(.notFound) { try await remove() }
        #expect(asked.withLock { $0 } == [[stranger.id], [stranger.id], []])
        #expect(town.trail.has(.householdRemove, .failed) && town.trail.has(.householdRemove, .done))
    }

    /// Whoever wants nobody but themselves in wants no forgotten key either.
    @Test func keysEndWithThePasswordAndWithAllSessions() async throws {
        let town = try await Town(), owner = town.owner.principal, new = Secret("une autre phrase à retenir")
        let member = try await town.join("member", as: .member)
        let other = try await town.identity.apiKeys.make(named: "other", scopes: [.home], lifetime: 86_400, by: owner).secret.reveal()
        let make = { try await town.identity.apiKeys.make(named: "script", scopes: [.talk], lifetime: 86_400, by: member.principal) }
        let (key, secret) = try await make(), ended = Mutex<[Session.ID]>([])
        town.identity.whenSessionEnds { id in ended.withLock { $0.append(id) } }
        let token = try await town.token("member")
        let bearer = try #require(town.identity.bearer(of: token))
        let keyBearer = try #require(town.identity.bearer(of: secret.reveal()))
        await refused(.forbidden) { try await town.accounts.changePassword(from: new, to: new, by: bearer) }
        #expect(town.identity.bearer(of: secret.reveal()) != nil)
        let code = try await town.accounts.issueReset(for: member.id, by: owner).code
        #expect(try await town.accounts.changePassword(from: Town.password, to: new, by: bearer).map(\.id) == [key.id])
        #expect(town.identity.bearer(of: secret.reveal()) == nil && town.identity.current(keyBearer) == nil)
        #expect(ended.withLock { $0.contains(keyBearer.session) }, "what is open with it closes")
        await refused(.forbidden) { try await town.accounts.reset(code: code, password: Town.password) }
        // An administrator's code.
        let second = try await make().secret.reveal()
        let another = try await town.accounts.issueReset(for: member.id, by: owner).code
        #expect(town.identity.bearer(of: second) != nil, "the code alone changes nothing")
        try await town.accounts.reset(code: another, password: Town.password)
        #expect(town.identity.bearer(of: second) == nil)
        // Everywhere.
        let third = try await make()
        #expect(try await town.identity.signOutEverywhere(member.principal, from: "").map(\.id) == [third.key.id])
        #expect(town.identity.bearer(of: third.secret.reveal()) == nil && town.identity.bearer(of: other) != nil)
        #expect(town.trail.events.withLock { $0.count { $0.action == .apiKeyRevoke && $0.user == member.id } } == 3)
        let again = try await Authenticator(users: town.store, sessions: town.store, keys: town.store, clock: town.clock, log: .silent)
        for gone in [secret.reveal(), second, third.secret.reveal()] { #expect(again.bearer(of: gone) == nil, "nor after a restart") }
        #expect(again.bearer(of: other) != nil)
    }
}
