@testable import Backend
import Base
import Domain
import Foundation
import Testing

struct HubTests {
    private func principal(_ household: Household.ID, _ name: String) -> Principal { Principal(household: household, user: .init(), role: .member, name: name) }

    private func broadcast(_ text: String) -> Broadcast { Broadcast(text: text, language: .french, at: Date(timeIntervalSince1970: 0)) }

    /// What waits for a connection that is closed.
    private func texts(_ hub: ConnectionHub, _ place: (notices: AsyncStream<ConnectionHub.Notice>, ticket: ConnectionHub.Ticket)) async -> [String] {
        hub.leave(place.ticket)
        var texts: [String] = []
        for await notice in place.notices { if case .broadcast(let broadcast) = notice { texts.append(broadcast.text) } }
        return texts
    }

    @Test func everybodyAtHomeHearsABroadcastAndNobodyElse() async {
        let hub = ConnectionHub(), home = Household.ID(), other = Household.ID()
        let one = principal(home, "a")
        let phone = hub.join(one), kitchen = hub.join(one, area: "kitchen"), child = hub.join(principal(home, "b"), area: "bedroom")
        let neighbour = hub.join(principal(other, "c"), area: "kitchen")
        #expect(await hub.broadcast(broadcast("à table"), to: home, in: nil) == 3)
        #expect(await hub.broadcast(broadcast("en cuisine"), to: home, in: ["kitchen"]) == 1)
        #expect(await hub.broadcast(broadcast("au grenier"), to: home, in: ["attic"]) == 0)
        #expect(await hub.broadcast(broadcast("ailleurs"), to: Household.ID(), in: nil) == 0)
        #expect(await texts(hub, phone) == ["à table"])
        #expect(await texts(hub, kitchen) == ["à table", "en cuisine"])
        #expect(await texts(hub, child) == ["à table"])
        #expect(await texts(hub, neighbour) == [])
        #expect(await hub.broadcast(broadcast("vide"), to: home, in: nil) == 0 && hub.count == 0)
    }

    @Test func aConnectionHearsWhatIsAnnouncedWhereItStands() async {
        let hub = ConnectionHub(), home = Household.ID(), place = hub.join(principal(home, "a"))
        #expect(await hub.broadcast(broadcast("trop tôt"), to: home, in: ["kitchen", "hall"]) == 0)
        hub.settle(place.ticket, in: "kitchen")
        #expect(await hub.broadcast(broadcast("en bas"), to: home, in: ["kitchen", "hall"]) == 1)
        hub.settle(place.ticket, in: "attic")
        #expect(await hub.broadcast(broadcast("trop tard"), to: home, in: ["kitchen"]) == 0)
        #expect(await hub.broadcast(broadcast("nulle part"), to: home, in: []) == 0)
        #expect(await texts(hub, place) == ["en bas"])
    }

    @Test func aConnectionThatDoesNotKeepUpIsBounded() async {
        let hub = ConnectionHub(), home = Household.ID(), place = hub.join(principal(home, "a"))
        for number in 0..<ConnectionHub.queueLimit + 10 {
            #expect(await hub.broadcast(broadcast("\(number)"), to: home, in: nil) == (number < ConnectionHub.queueLimit ? 1 : 0))
        }
        #expect(await texts(hub, place).count == ConnectionHub.queueLimit)
    }
}
