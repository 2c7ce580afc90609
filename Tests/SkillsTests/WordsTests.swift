import Base
import Domain
import Foundation
@testable import Skills
import Synchronization
import TestSupport
import Testing

struct DictionarySkillTests {
    private let folder: TemporaryFolder
    private let skill: DictionarySkill

    init() throws {
        folder = try Paths.temporaryFolder()
        let file = folder.url.appending(path: "words.tsv")
        let text = """
            # A small dictionary
            chat\tmammifère carnivore domestique.
            chat\tconversation en ligne
            thé\tinfusion de feuilles de théier
            Thè\tforme fautive
            pomme de terre\ttubercule comestible
            ubiquité\t**fait** d'être <b>partout</b> à la fois https://x.example
            ubiquity\tbeing everywhere at once
            œuf\tce que pond la poule !
            vide\t
            sans tabulation
            """
        try Data(text.utf8).write(to: file)
        skill = DictionarySkill(dictionary: OfflineDictionary(file: file))
    }

    @Test func tellsWhatWordsMean() async throws {
        let cat = "Chat : mammifère carnivore domestique ; ou : conversation en ligne.", ubiquity = "Ubiquité : fait d'être partout à la fois."
        try await check(
            skill,
            fr([
                "quelle est la définition de chat ?": cat, "définition de chat": cat, "que veut dire chat": cat, "que signifie le mot chat": cat,
                "définis chat": cat,
                "c'est quoi un chat": cat, "qu'est-ce qu'un chat ?": cat, "donne-moi la définition du mot « chat »": cat, "chat ça veut dire quoi": cat,
                "que veut dire ubiquité": ubiquity, "définition d'ubiquité": ubiquity, "que veut dire ubiquite": ubiquity, "sens du mot ubiquité": ubiquity,
                "que veut dire thé": "Thé : infusion de feuilles de théier.", "définition de pomme de terre": "Pomme de terre : tubercule comestible.",
                "que veut dire l'expression pomme de terre": "Pomme de terre : tubercule comestible.", "que veut dire œuf": "Œuf : ce que pond la poule !",
            ]))
        try await check(
            skill,
            en([
                "define ubiquity": "Ubiquity: being everywhere at once.", "what does ubiquity mean?": "Ubiquity: being everywhere at once.",
                "what's the meaning of ubiquity": "Ubiquity: being everywhere at once.",
                "definition of the word ubiquity": "Ubiquity: being everywhere at once.",
                "what is the definition of ubiquity": "Ubiquity: being everywhere at once.",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "que veut dire licorne", "définition de rien du tout", "que veut dire vide", "qu'est-ce qu'un président", "what is the meaning of life", "chat",
                "what does the fox say", "le chat dort", "définis tes priorités et tes buts pour cette année", "define", "que veux-tu dire",
            ])
        try await checkRefuses(DictionarySkill(dictionary: OfflineDictionary(file: folder.url.appending(path: "missing"))), ["que veut dire chat"])
    }

    @Test func readsLargeAndOddFiles() async throws {
        let file = folder.url.appending(path: "large.tsv")
        var bytes: [UInt8] = []
        for number in 0..<60_000 { bytes += Array("mot\(number)\tle mot numéro \(number)\n".utf8) }
        bytes +=
            [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20) + Array("\tune ligne trop longue\n".utf8) + [0xFF, 0xFE, 0x09, 0x0A]
            + Array("fin\tla dernière\n".utf8)
        bytes += Array("ultime\tsans fin de ligne".utf8)
        try Data(bytes).write(to: file)
        let dictionary = OfflineDictionary(file: file)
        #expect(await dictionary.meanings(of: "mot59999")?.meanings == ["le mot numéro 59999"])
        #expect(await dictionary.meanings(of: "MOT31415")?.meanings == ["le mot numéro 31415"])
        #expect(await dictionary.meanings(of: "fin")?.meanings == ["la dernière"])
        #expect(await dictionary.meanings(of: "ultime")?.meanings == ["sans fin de ligne"])
        for word in ["", " ", "mot", "absent", String(repeating: "é", count: 5000)] {
            #expect(await dictionary.meanings(of: word) == nil, "\(word.prefix(10))")
        }
    }
}

/// Counts who heard what.
private final class FakeBroadcaster: Broadcaster {
    private let state: Mutex<(count: Int, heard: [String])>
    init(_ count: Int) { state = Mutex((count, [])) }
    var heard: [String] { state.withLock { $0.heard } }

    func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int {
        state.withLock { state in
            #expect(household == House.principal.household)
            state.heard.append(broadcast.text + (areas.map { " @" + $0.sorted().joined(separator: ",") } ?? ""))
            return state.count
        }
    }
}

struct BroadcastTests {
    @Test func tellsEverybody() async throws {
        let everyone = FakeBroadcaster(2), skill = BroadcastSkill(broadcaster: everyone), dinner = "C'est annoncé : le dîner est prêt."
        try await check(
            skill,
            fr([
                "annonce que le dîner est prêt": dinner, "dis à tout le monde que le dîner est prêt": dinner,
                "préviens tout le monde que le dîner est prêt": dinner,
                "annonce à tout le monde que le dîner est prêt !": dinner, "fais une annonce : le dîner est prêt": dinner,
                "annonce à table": "C'est annoncé : à table.",
                "dites à toute la famille qu'on part dans 5 minutes": "C'est annoncé : on part dans 5 minutes.",
                "annonce partout : À table !": "C'est annoncé : À table.",
                "diffuse le message je rentre bientôt": "C'est annoncé : je rentre bientôt.",
            ]))
        #expect(everyone.heard.first == "Annonce de owner : le dîner est prêt." && everyone.heard.count == 9)
        let english = FakeBroadcaster(1)
        try await check(
            BroadcastSkill(broadcaster: english),
            en([
                "announce that dinner is ready": "Announced: dinner is ready.", "tell everyone that dinner is ready": "Announced: dinner is ready.",
                "broadcast dinner is ready": "Announced: dinner is ready.", "let everybody know that we leave at 5": "Announced: we leave at 5.",
                "make an announcement saying that it's time to go": "Announced: it's time to go.",
            ]))
        #expect(english.heard.first == "Announcement from owner: dinner is ready.")
        try await check(BroadcastSkill(broadcaster: FakeBroadcaster(0)), fr(["annonce à table": "Personne n'est à l'écoute en ce moment."]))
    }

    @Test func carriesOutOrders() async throws {
        let everyone = FakeBroadcaster(2)
        func said(_ slots: [String: SlotValue], _ language: Language = .french, _ broadcaster: FakeBroadcaster? = nil, timing: Order.Timing = .now) async throws
            -> String?
        {
            let order = Order(Intent("HassBroadcast", slots), text: "", timing: timing)
            var home = FakeHome()
            home.model.areas = [
                .init(id: "kitchen", name: "Cuisine", floor: "ground"), .init(id: "hall", name: "Entrée", floor: "ground"), .init(id: "attic", name: "Grenier"),
            ]
            return try await BroadcastOrderHandler(broadcaster: broadcaster ?? everyone, house: home).handle(
                order, isConfirmed: false, language: language, in: House.context())?.text
        }
        #expect(try await said(["message": .init("que le dîner est prêt")]) == "C'est annoncé : le dîner est prêt.")
        #expect(try await said(["message": .init("that dinner is ready")], .english) == "Announced: dinner is ready.")
        let kitchen = SlotValue("Cuisine", text: "cuisine", ids: ["kitchen"])
        #expect(try await said(["message": .init("à table"), "area": kitchen]) == "C'est annoncé : à table.")
        #expect(everyone.heard.last == "Annonce de owner : à table. @kitchen")
        #expect(try await said(["message": .init("à table"), "area": kitchen], .french, FakeBroadcaster(0)) == "Il n'y a rien pour l'entendre ici : Cuisine.")
        // What is for one part of the house is not told to all.
        let floor = SlotValue("Rez-de-chaussée", text: "en bas", ids: ["ground"])
        #expect(try await said(["message": .init("à table"), "floor": floor]) == "C'est annoncé : à table.")
        #expect(everyone.heard.last == "Annonce de owner : à table. @hall,kitchen")
        _ = try await said(["message": .init("à table"), "floor": SlotValue("Étage", text: "en haut", ids: ["up"])])
        #expect(everyone.heard.last == "Annonce de owner : à table. @")
        #expect(try await said([:]) == "Que dois-je annoncer ? Dis par exemple « annonce à table ».")
        #expect(try await said(["message": .init("à table")], timing: .after(seconds: 5)) == nil)
        #expect(try await said(["message": .init(.string(String(repeating: "la ", count: 1000)))])?.count ?? 0 < 330)
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            BroadcastSkill(broadcaster: FakeBroadcaster(1)),
            [
                "annonce-moi la couleur", "annonce", "dis-moi bonjour", "dis bonjour à tout le monde", "tell me a joke", "tout le monde sait nager",
                "everyone is here",
                "une annonce immobilière", "tell everyone", "bonjour tout le monde", "préviens-moi dans 5 minutes",
            ])
    }
}

struct JokesTests {
    @Test func areManyAndDifferent() {
        for language in Language.allCases {
            let jokes = Jokes.all(language)
            #expect(jokes.count >= 30 && Set(jokes).count == jokes.count)
            #expect(jokes.allSatisfy { $0.count < 160 && $0.last.map { ".!»”".contains($0) } == true })
        }
    }

    @Test func saysWhatIsAskedOutside() async throws {
        let weather = WeatherSkill(weather: nil, home: nil)
        let skill = SmallTalkSkill(skills: [TimeSkill(), weather], firstJoke: 0)
        try await check(
            skill,
            fr([
                "où vont mes données ?":
                    "Tout reste sur cette machine : ce que tu me dis y est gardé chiffré, et rien n'en sort si son propriétaire ne l'a pas permis. Je ne demande à internet que ceci, et seulement quand on me le demande : la météo, avec un lieu arrondi à dix kilomètres."
            ]))
        let abilities = try await skill.answer(Utterance(text: "que sais-tu faire", language: .french), in: House.context())
        #expect(
            abilities?.text
                == "Je donne l'heure et la date et je dis le temps qu'il fera. Dis par exemple : « quelle heure est-il ? », « quel temps fait-il ? ». Ce que tu me dis reste sur cette machine."
        )
    }
}
