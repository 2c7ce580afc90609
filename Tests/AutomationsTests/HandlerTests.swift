import Base
import Domain
import Foundation
import TestSupport
import Testing

@testable import Automations

struct HandlerTests {
    private func at(_ hours: Double) -> Order.Timing { .at(World.start + hours * 3600) }
    private func daily(_ hour: Int, _ minute: Int, _ weekdays: [Int] = [], once: Bool = false) -> Order.Timing {
        .when(.time(hour: hour, minute: minute, weekdays: weekdays), once: once)
    }

    private func ask(_ intent: String, _ text: String, name: String? = nil) -> Order {
        Order(Intent(intent, name.map { ["name": SlotValue(.string($0), text: $0)] } ?? [:]), text: text)
    }

    /// What is answered to an order, in a world where nothing was made before.
    private func reply(_ text: String, _ timing: Order.Timing, _ language: Language = .french) async throws -> String {
        let world = try await World(["person.a": "home", "binary_sensor.door": "off", "sensor.temperature": "20"])
        let handler = AutomationOrderHandler(desk: AutomationDesk(service: world.service()))
        let reply = try await handler.schedule([order(text, timing: timing)], language: language, context: world.context())
        return reply.text
    }

    @Test func saysBackWhatItWillDoInFrench() async throws {
        let table: [(String, Order.Timing, String)] = [
            ("ouvre les volets de la chambre", daily(7, 30), "D'accord : tous les jours à 7 h 30, j'ouvre les volets de la chambre."),
            ("éteins le salon", .after(seconds: 600), "D'accord : dans 10 minutes, j'éteins le salon."),
            ("dans dix minutes éteins le salon", .after(seconds: 600), "D'accord : dans 10 minutes, j'éteins le salon."),
            ("éteins le salon dans dix minutes", .after(seconds: 600), "D'accord : dans 10 minutes, j'éteins le salon."),
            ("à 22 h ferme les volets", at(8 - 5.0 / 60), "D'accord : à 22 h, je ferme les volets."),
            ("ferme les volets demain à 7 h", at(17 - 5.0 / 60), "D'accord : demain à 7 h, je ferme les volets."),
            (
                "mets le chauffage à 20 dans mon bureau", daily(6, 0, [1, 2, 3, 4, 5]),
                "D'accord : du lundi au vendredi à 6 h, je mets le chauffage à 20 dans ton bureau."
            ),
            ("allumez la cuisine", daily(12, 0, [7]), "D'accord : tous les dimanches à midi, j'allume la cuisine."),
            ("éteins-la", .after(seconds: 3600), "D'accord : dans 1 heure, je l'éteins."),
            ("éteindre tout", daily(0, 0, once: true), "D'accord : demain à minuit, j'éteins tout."),
            (
                "ferme les volets au coucher du soleil", .when(.sun(.sunset, offset: 0), once: false),
                "D'accord : tous les jours au coucher du soleil, je ferme les volets."
            ),
            ("ferme les volets", .when(.sun(.sunset, offset: -1800), once: true), "D'accord : 30 minutes avant le coucher du soleil, je ferme les volets."),
            (
                "allume l'entrée quand la porte s'ouvre", .when(.state(entity: "binary_sensor.door", to: "on", seconds: 0), once: false),
                "D'accord : quand la porte d'entrée s'ouvre, j'allume l'entrée."
            ),
            (
                "allume l'entrée", .when(.state(entity: "binary_sensor.door", to: "on", seconds: 600), once: true),
                "D'accord : la prochaine fois que la porte d'entrée s'ouvre et que ça dure 10 minutes, j'allume l'entrée."
            ),
            (
                "ferme le volet", .when(.number(entity: "sensor.temperature", attribute: nil, above: 25.5, below: nil), once: false),
                "D'accord : quand la température du salon dépasse 25,5, je ferme le volet."
            ),
            (
                "allume le salon quand je rentre", .when(.presence(person: "person.a", arrives: true), once: false),
                "D'accord : quand tu rentres, j'allume le salon."
            ),
            (
                "allume le salon", .when(.presence(person: "person.b", arrives: true), once: true),
                "D'accord : la prochaine fois que Sacha rentre, j'allume le salon."
            ),
            ("éteins tout", .when(.presence(person: nil, arrives: false), once: false), "D'accord : quand la dernière personne part, j'éteins tout."),
            ("le chauffage à 19", at(8 - 5.0 / 60), "D'accord : à 22 h, « le chauffage à 19 »."),
        ]
        for (text, timing, expected) in table { #expect(try await reply(text, timing) == expected, "\(text)") }
    }

    @Test func saysBackWhatItWillDoInEnglish() async throws {
        let table: [(String, Order.Timing, String)] = [
            ("open the bedroom shutters", daily(7, 30), "OK: every day at 7:30 AM, I'll open the bedroom shutters."),
            ("turn off my lamp in ten minutes", .after(seconds: 600), "OK: in 10 minutes, I'll turn off your lamp."),
            ("at 10 pm close the shutters", at(8 - 5.0 / 60), "OK: at 10:00 PM, I'll close the shutters."),
            (
                "turn on the kitchen light when the door opens", .when(.state(entity: "binary_sensor.door", to: "on", seconds: 0), once: false),
                "OK: when the Porte d'entrée opens, I'll turn on the kitchen light."
            ),
            ("lock the door", .when(.sun(.sunset, offset: 3600), once: false), "OK: every day, 1 hour after sunset, I'll lock the door."),
            ("turn everything off", .when(.presence(person: "person.a", arrives: false), once: false), "OK: when you leave, I'll turn everything off."),
            ("turn on the lamp", daily(6, 0, [6, 7]), "OK: on weekends at 6:00 AM, I'll turn on the lamp."),
        ]
        for (text, timing, expected) in table { #expect(try await reply(text, timing, .english) == expected, "\(text)") }
    }

    @Test func refusesWhatCannotBe() async throws {
        let table: [(Order.Timing, String)] = [
            (at(-1), "C'est déjà passé. Dis-moi une heure ou un jour à venir."), (at(24 * 400), "C'est trop loin : je ne prévois rien au-delà d'un an."),
            (.after(seconds: .infinity), "Je n'ai pas compris quand."), (.after(seconds: -5), "Je n'ai pas compris quand."),
            (daily(25, 0), "Je n'ai pas compris quand."),
            (.when(.state(entity: "light.nowhere", to: "on", seconds: 0), once: false), "Je ne connais pas « light.nowhere »."),
            (.when(.sun(.sunset, offset: .nan), once: false), "Je n'ai pas compris quand."),
        ]
        for (timing, expected) in table { #expect(try await reply("allume le salon", timing) == expected) }
        let world = try await World()
        let handler = AutomationOrderHandler(desk: AutomationDesk(service: world.service(sun: nil)))
        let sun = try await handler.schedule(
            [order("allume", timing: .when(.sun(.sunset, offset: 0), once: false))], language: .english, context: world.context())
        #expect(sun.text.hasPrefix("I don't know where the house is"))
        await #expect(throws: Problem.self) { try await handler.schedule([order("allume")], language: .french, context: world.context()) }
    }

    @Test func severalOrdersForOneTimeAreOneAutomationAndAllOrNothing() async throws {
        let world = try await World()
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        let reply = try await handler.schedule(
            [order("éteins le salon", timing: at(8)), order("ferme le volet", timing: at(8)), order("allume la cuisine", timing: at(16))], language: .french,
            context: world.context())
        #expect(reply.text == "D'accord : à 22 h 05, j'éteins le salon et je ferme le volet ; demain à 6 h 05, j'allume la cuisine.")
        #expect(reply.actions.count == 2)
        let made = try await desk.automations(for: world.principal)
        #expect(made.map(\.orders.count).sorted() == [1, 2])
        // What was understood is kept as it was, for now.
        #expect(made.contains { $0.orders == [order("éteins le salon"), order("ferme le volet")] })

        _ = try await handler.schedule([order("allume", timing: at(2)), order("éteins", timing: at(-2))], language: .french, context: world.context())
        #expect(try await desk.automations(for: world.principal).count == 2)
    }

    @Test func undoesTheLastOne() async throws {
        let world = try await World()
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        _ = try await handler.schedule([order("allume le salon", timing: daily(7, 0))], language: .french, context: world.context())
        world.clock.advance(by: 1)
        _ = try await handler.schedule([order("éteins le salon", timing: at(1))], language: .french, context: world.context())
        let that = ask("JarvisAutomationDelete", "annule ça")
        #expect(try await handler.handle(that, isConfirmed: false, language: .french, in: world.context())?.text == "Annulé : « éteins le salon ».")
        #expect(try await desk.automations(for: world.principal).map(\.name) == ["allume le salon"])
        // There is nothing more to undo: an old automation is not deleted by it.
        #expect(try await handler.undo(language: .french, context: world.context()) == nil)
        world.clock.advance(by: 1)
        _ = try await handler.schedule([order("éteins le salon", timing: at(1))], language: .english, context: world.context())
        // Words that say which one are no "that".
        let named = ask("JarvisAutomationDelete", "delete the automation that opens the garage")
        let missing = try await handler.handle(named, isConfirmed: false, language: .english, in: world.context())
        #expect(missing?.text.hasPrefix("I can't find that automation.") == true)
        world.clock.advance(by: 1000)
        #expect(try await handler.undo(language: .french, context: world.context()) == nil)
        let last = ask("JarvisAutomationDelete", "supprime la dernière automatisation")
        #expect(try await handler.handle(last, isConfirmed: false, language: .french, in: world.context())?.text == "Annulé : « éteins le salon ».")
    }

    @Test func neverMindTakesBackWhatWasMadeRightBefore() async throws {
        let world = try await World()
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        func say(_ text: String, after seconds: Double, _ language: Language = .french) async throws -> String? {
            _ = try await handler.schedule([order("éteins le salon", timing: at(1))], language: language, context: world.context())
            world.clock.advance(by: seconds)
            return try await handler.handle(ask("HassNevermind", text), isConfirmed: false, language: language, in: world.context())?.text
        }
        #expect(try await say("annule", after: 5) == "Annulé : « éteins le salon ».")
        #expect(try await say("cancel that", after: 600, .english) == "Cancelled: “éteins le salon”.")
        #expect(try await say("laisse tomber", after: 60) == "Annulé : « éteins le salon ».")
        #expect(try await desk.automations(for: world.principal).isEmpty)
        // Once.
        #expect(try await handler.handle(ask("HassNevermind", "annule"), isConfirmed: false, language: .french, in: world.context()) == nil)
        // What is only for silence, or was long ago, takes back nothing.
        for (text, seconds) in [("stop", 1.0), ("tais-toi", 1), ("tant pis", 1), ("non merci", 1), ("laisse tomber", 130), ("annule", 901)] {
            #expect(try await say(text, after: seconds) == nil, "\(text)")
        }
        #expect(try await desk.automations(for: world.principal).count == 6)
        // Somebody else's is not theirs to take back.
        _ = try await handler.schedule([order("éteins le salon", timing: at(2))], language: .french, context: world.context())
        let other = Principal(household: world.principal.household, user: .init(), role: .member, name: "Sacha")
        #expect(try await handler.handle(ask("HassNevermind", "annule"), isConfirmed: false, language: .french, in: world.context(other)) == nil)
    }

    @Test func deletingAllOfThemLaterIsAskedAboutNow() async throws {
        let world = try await World()
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        var all = ask("JarvisAutomationDelete", "supprime toutes mes automatisations")
        all.timing = .after(seconds: 60)
        #expect(try await handler.caveat(about: all, language: .french, in: world.context()) == nil)
        for hour in [7, 8] { _ = try await handler.schedule([order("éteins le salon", timing: daily(hour, 0))], language: .french, context: world.context()) }
        #expect(try await handler.caveat(about: all, language: .french, in: world.context()) == .confirm("Je supprime les 2 automatisations ?"))
        #expect(try await handler.caveat(about: order("éteins le salon", timing: at(1)), language: .french, in: world.context()) == nil)
        #expect(try await handler.caveat(about: ask("JarvisAutomationDelete", "annule ça"), language: .french, in: world.context()) == nil)
    }

    @Test func listsPausesAndDeletes() async throws {
        let world = try await World(["binary_sensor.door": "off"])
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        func say(_ order: Order, _ language: Language = .french, confirmed: Bool = false) async throws -> String? {
            try await handler.handle(order, isConfirmed: confirmed, language: language, in: world.context())?.text
        }
        let list = ask("JarvisAutomationList", "quelles sont mes automatisations")
        #expect(try await say(list) == "Tu n'as aucune automatisation.")
        _ = try await handler.schedule([order("ouvre le volet", timing: daily(7, 30))], language: .french, context: world.context())
        world.clock.advance(by: 1)
        _ = try await handler.schedule(
            [order("ferme le volet", timing: .when(.sun(.sunset, offset: 0), once: false))], language: .french, context: world.context())
        world.clock.advance(by: 1)
        _ = try await handler.schedule([order("éteins le salon", timing: .after(seconds: 600))], language: .french, context: world.context())
        world.clock.advance(by: 120)
        #expect(
            try await say(list)
                == "Tu as 3 automatisations : « ouvre le volet », tous les jours à 7 h 30 ; « ferme le volet », tous les jours au coucher du soleil ; « éteins le salon », dans 8 minutes."
        )
        #expect(try await say(list, .english)?.hasPrefix("You have 3 automations: “ouvre le volet”, every day at 7:30 AM;") == true)
        #expect(try await say(ask("JarvisAutomationPause", "mets en pause celle de 7 h 30", name: "7 h 30")) == "En pause : « ouvre le volet ».")
        #expect(try await say(list)?.contains("« ouvre le volet », tous les jours à 7 h 30 (en pause)") == true)
        #expect(try await say(ask("JarvisAutomationResume", "reprends l'ouverture du volet", name: "ouvre volet")) == "C'est reparti : « ouvre le volet ».")
        #expect(
            try await say(ask("JarvisAutomationDelete", "supprime celle du volet", name: "volets"))
                == "Laquelle ? « ouvre le volet », tous les jours à 7 h 30 ; « ferme le volet », tous les jours au coucher du soleil.")
        #expect(try await say(ask("JarvisAutomationDelete", "supprime l'automatisation du coucher du soleil")) == "Annulé : « ferme le volet ».")
        #expect(
            try await say(ask("JarvisAutomationDelete", "supprime l'automatisation piscine", name: "piscine"))
                == "Je ne trouve pas d'automatisation « piscine ». Il y a : « ouvre le volet », tous les jours à 7 h 30 ; « éteins le salon », dans 8 minutes.")
        let all = ask("JarvisAutomationDelete", "supprime mes automatisations")
        let question = try await handler.handle(all, isConfirmed: false, language: .french, in: world.context())
        #expect(question?.text == "Je supprime les 2 automatisations ?" && question?.needsConfirmation == true)
        #expect(try await say(all, confirmed: true) == "Annulé : « ouvre le volet » et « éteins le salon ».")
        #expect(try await desk.automations(for: world.principal).isEmpty)
    }

    @Test func tellsWhatWasMissed() async throws {
        let world = try await World()
        let handler = AutomationOrderHandler(desk: AutomationDesk(service: world.service()))
        _ = try await handler.schedule([order("éteins le salon", timing: .after(seconds: 600))], language: .french, context: world.context())
        world.clock.advance(by: 7200)
        try await world.running(world.service()) {}
        let reply = try await handler.handle(ask("JarvisAutomationList", "liste"), isConfirmed: false, language: .french, in: world.context())
        #expect(reply?.text == "Tu n'as aucune automatisation. Je n'étais pas là pour « éteins le salon », à 14 h 15.")
    }

    @Test func guestsAndChildrenChangeOnlyWhatTheyMade() async throws {
        let world = try await World()
        let desk = AutomationDesk(service: world.service()), handler = AutomationOrderHandler(desk: desk)
        let made = try await world.make("allume le salon", .onDemand)
        for role in [Role.child, .guest] {
            let other = Principal(household: world.principal.household, user: .init(), role: role, name: "x")
            await #expect(throws: Problem.self) { try await desk.delete(made, for: other) }
            await #expect(throws: Problem.self) { try await desk.setPaused(true, made, for: other, now: world.clock.now) }
            #expect(try await desk.automations(for: other).count == (role == .guest ? 0 : 1))
            let reply = try await handler.handle(
                ask("JarvisAutomationDelete", "supprime salon", name: "salon"), isConfirmed: false, language: .french, in: world.context(other))
            #expect(reply?.text == (role == .guest ? "Tu n'as aucune automatisation." : "Cette automatisation n'est pas à toi : je n'y touche pas."))
        }
        let stranger = Principal(household: .init(), user: .init(), role: .owner, name: "y")
        #expect(try await desk.automations(for: stranger).isEmpty)
        await #expect(throws: Problem.self) { try await desk.delete(made, for: stranger) }
        #expect(try await desk.automations(for: world.principal).count == 1)
    }

    @Test func runsAScriptByItsName() async throws {
        let world = try await World()
        let service = world.service(), desk = AutomationDesk(service: service), handler = AutomationOrderHandler(desk: desk)
        let script = try await desk.add(
            [order("éteins le salon"), order("ferme le volet")], on: .onDemand, name: "bonne nuit", language: .french, for: world.principal,
            now: world.clock.now)
        let run = ask("JarvisAutomationRun", "lance bonne nuit", name: "Bonne nuit")
        for _ in 0..<2 { #expect(try await handler.handle(run, isConfirmed: false, language: .french, in: world.context())?.text == "fait") }
        #expect(world.recorder.runs == ["éteins le salon + ferme le volet", "éteins le salon + ferme le volet"])
        try await desk.setPaused(true, script, for: world.principal, now: world.clock.now)
        #expect(
            try await handler.handle(run, isConfirmed: false, language: .french, in: world.context())?.text
                == "« bonne nuit » est en pause : reprends-la d'abord.")
        #expect(try await desk.runs(of: script.id, for: world.principal).map(\.cause) == [.request(by: "Alex"), .request(by: "Alex")])
    }

    @Test func howManyThereMayBeIsBounded() async throws {
        let world = try await World()
        let service = world.service()
        for index in 0..<AutomationDesk.limit { try await world.make("allume \(index)", .onDemand, by: service) }
        let reply = try await AutomationOrderHandler(desk: AutomationDesk(service: service)).schedule(
            [order("allume", timing: at(1))], language: .french, context: world.context())
        #expect(reply.text.hasPrefix("Il y a déjà 200 automatisations"))
    }

    @Test func leavesOtherIntentsAlone() async throws {
        let world = try await World()
        let handler = AutomationOrderHandler(desk: AutomationDesk(service: world.service()))
        #expect(try await handler.handle(order("allume le salon"), isConfirmed: false, language: .french, in: world.context()) == nil)
    }
}
