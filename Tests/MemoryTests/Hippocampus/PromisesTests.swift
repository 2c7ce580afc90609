import Base
import Domain
import Foundation
import Testing

@testable import Memory

@Suite struct PromisesTests {
    private let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt
    private let day = CivilDay(year: 2026, month: 5, day: 4) ?? CivilDay(number: 20_577)

    private func at(_ hour: Int, _ minute: Int = 0, days: Int = 0) -> Date {
        day.adding(days: days).at(hour: hour, minute: minute, in: paris) ?? .distantPast
    }

    private func promise(_ task: String, due: Date? = nil, isTimed: Bool = false, text: String? = nil, said: Date? = nil, index: Int = 0) -> Fragment {
        let said = said ?? at(14)
        let origin = Fragment(
            id: Fragment.ID(high: 0x7000, low: 0x8000_0000_0000_0000 + UInt64(index)), kind: .episode, text: "…", language: .french, occurredAt: said,
            learnedAt: said, source: .said, area: "salon")
        let commitment = Commitment(task: task, dueAt: due, isTimed: isTimed, text: text ?? "je dois \(task)")
        return Promises.fragment(commitment, as: origin.id.derived("promise"), origin: origin, timeZone: paris)
    }

    @Test func comesBackAtItsTimeOrAtNineOnItsDay() {
        #expect(promise("appeler Léa", due: at(17, 30, days: 1), isTimed: true).dueAt == at(17, 30, days: 1))
        #expect(promise("appeler Léa", due: at(0, days: 2)).dueAt == at(9, days: 2))
        #expect(promise("appeler Léa", due: at(12, days: 2)).dueAt == at(9, days: 2))
        #expect(promise("appeler Léa", due: at(0), said: at(14)).dueAt == at(18))
        #expect(promise("appeler Léa", due: at(0), said: at(21)).dueAt == at(22))
        #expect(promise("appeler Léa", due: at(0, days: 2), text: "je dois appeler Léa mercredi, rappelle-le-moi la veille").dueAt == at(19, days: 1))
        #expect(promise("appeler Léa").dueAt == nil)
        // Also on the day on which the clocks change.
        let change = CivilDay(year: 2026, month: 10, day: 25)?.at(hour: 0, minute: 0, in: paris)
        let nine = CivilDay(year: 2026, month: 10, day: 25)?.at(hour: 9, minute: 0, in: paris)
        #expect(promise("appeler Léa", due: change).dueAt == nine)
    }

    @Test func aPromiseIsOneReminderHoweverOftenItIsLookedAt() throws {
        let promise = promise("appeler Léa", due: at(17, days: 1), isTimed: true)
        let made = Promises.reminders(for: [promise], having: [], now: at(15))
        guard case .set(let appointment)? = made.first else { throw Problem(.invalid, "no reminder") }
        #expect(made.count == 1)
        #expect(appointment.kind == .reminder)
        #expect(appointment.label == "appeler Léa")
        #expect(appointment.dueAt == at(17, days: 1))
        #expect(appointment.area == "salon")
        for state in Appointment.State.allCases {
            var known = appointment
            known.state = state
            #expect(Promises.reminders(for: [promise], having: [known], now: at(16)).isEmpty)
        }
        #expect(Promises.reminders(for: [promise], having: [], now: at(18, days: 1)).isEmpty)
        let closed = Promises.closed(promise, at: at(16))
        #expect(Promises.reminders(for: [closed], having: [appointment], now: at(16)) == [.cancel(appointment.id)])
        #expect(Promises.reminders(for: [closed], having: [], now: at(16)).isEmpty)
        #expect(Promises.reminders(of: [promise.id]) == [.cancel(appointment.id)])
    }

    @Test(arguments: [
        "c'est fait, j'ai appelé le plombier", "j'ai appelé le plombier", "ça y est j'ai appelé le plombier", "le plombier, c'est fait, je l'ai appelé",
        "J'AI APPELE LE PLOMBIER !",
    ])
    func whatIsDoneIsOver(_ text: String) {
        let promises = [promise("appeler le plombier"), promise("rendre le livre", index: 1)]
        #expect(Promises.kept(by: text, among: promises, now: at(16)).map(\.id) == [promises[0].id])
    }

    @Test(arguments: [
        "j'ai pas appelé le plombier", "je n'ai pas encore appelé le plombier", "j'ai oublié d'appeler le plombier", "il faut que j'appelle le plombier",
        "est-ce que j'ai appelé le plombier", "j'ai appelé le plombier ?", "je vais appeler le plombier", "j'ai appelé Léa", "j'ai vu le plombier", "merci",
        "c'est fait", "I have to call the plumber",
    ])
    func whatIsNotDoneIsNotOver(_ text: String) {
        let promises = [promise("appeler le plombier"), promise("rendre le livre", index: 1)]
        #expect(Promises.kept(by: text, among: promises, now: at(16)).isEmpty)
    }

    @Test(arguments: [
        ("rendre le livre", "j'ai rendu le livre"), ("acheter du pain", "c'est bon j'ai acheté du pain"), ("call the plumber", "I called the plumber"),
        ("buy a present", "done, I bought a present"), ("pay the rent", "I've paid the rent"), ("prendre rendez-vous", "j'ai pris rendez-vous"),
        ("écrire à mamie", "ça y est j'ai écrit à mamie"), ("send the parcel", "I sent the parcel"),
    ])
    func participlesAreKnown(_ task: String, _ text: String) {
        #expect(Promises.kept(by: text, among: [promise(task)], now: at(16)).count == 1)
    }

    @Test func justDoneIsTheOneThatCameDueLately() {
        let due = promise("appeler le plombier", due: at(15), isTimed: true), later = promise("rendre le livre", due: at(9, days: 3), isTimed: true, index: 1)
        #expect(Promises.kept(by: "c'est fait", among: [due, later], now: at(16)).map(\.id) == [due.id])
        #expect(Promises.kept(by: "c'est fait", among: [due, later], now: at(16, days: 2)).isEmpty)
        let other = promise("payer la cantine", due: at(15, 30), isTimed: true, index: 2)
        #expect(Promises.kept(by: "c'est fait", among: [due, other], now: at(16)).isEmpty)
    }

    @Test func pastDueIsADayAfterItWasDue() {
        let due = promise("appeler le plombier", due: at(15), isTimed: true)
        #expect(Promises.pastDue([due], now: at(14, days: 1)).isEmpty)
        #expect(Promises.pastDue([due], now: at(15, days: 1)).count == 1)
        #expect(Promises.pastDue([Promises.closed(due, at: at(16))], now: at(15, days: 9)).isEmpty)
        #expect(Promises.pastDue([promise("appeler le plombier")], now: at(15, days: 900)).isEmpty)
    }
}
