import Base
import Domain
import Foundation
import HTTPClient
@testable import Skills
import TestSupport
import Testing
import Understanding

struct ListSkillTests {
    @Test func keepsListsInFrench() async throws {
        let store = FakeListStore(), skill = ListSkill(store: store)
        try await check(
            skill,
            fr([
                "qu'est-ce qu'il y a sur la liste de courses": "La liste de courses est vide.",
                "quelles sont mes listes": "Il n'y a aucune liste. Dis par exemple « ajoute du lait à la liste de courses ».",
                "ajoute du lait et des œufs à la liste de courses": "Ajouté à la liste de courses : lait et œufs.",
                "ajoute du lait à la liste": "C'est déjà sur la liste de courses : lait.",
                "mets des oeufs, de l'huile et une baguette sur ma liste de courses s'il te plaît":
                    "Ajouté à la liste de courses : huile et baguette. Déjà dessus : oeufs.",
                "tu peux rajouter un litre de crème aux courses ?": "Ajouté à la liste de courses : un litre de crème.",
                "ajoute sel et poivre à la liste": "Ajouté à la liste de courses : sel et poivre.",
                "quest ce quil y a sur la liste de courses": "Sur la liste de courses : lait, œufs, huile, baguette, un litre de crème, sel et poivre.",
                "enlève le lait de la liste": "Enlevé de la liste de courses : lait.",
                "retire les œufs et le caviar de la liste de courses": "Enlevé de la liste de courses : œufs. Pas sur la liste de courses : caviar.",
                "enlève la crème de la liste": "Enlevé de la liste de courses : un litre de crème.",
                "ajoute acheter un vélo à la liste des choses à faire": "Ajouté à la liste des tâches : acheter un vélo.",
                "ajoute une tente à la liste de vacances": "Ajouté à la liste « vacances » : tente.",
                "quelles sont mes listes ?": "Tes listes : de courses (4), des tâches (1) et « vacances » (1).",
                "vide la liste de courses": "La liste de courses est vide : 4 choses enlevées.", "vide la liste": "La liste de courses est déjà vide.",
            ]))
        #expect(store.all.map(\.text) == ["acheter un vélo", "tente"])
    }

    @Test func keepsListsInEnglish() async throws {
        let skill = ListSkill(store: FakeListStore())
        try await check(
            skill,
            en([
                "add milk and eggs to the shopping list": "Added to the shopping list: milk and eggs.",
                "please add some bread to my list": "Added to the shopping list: bread.", "add milk to the grocery list": "Already on the shopping list: milk.",
                "what's on the shopping list?": "On the shopping list: milk, eggs and bread.",
                "remove the milk from the list": "Removed from the shopping list: milk.", "what are my lists": "Your lists: shopping (2).",
                "put call the plumber on my to-do list": "Added to the to-do list: call the plumber.",
                "clear the shopping list": "The shopping list is empty: 2 things removed.",
            ]))
        try await check(skill, fr(["qu'est-ce qu'il y a sur la liste des tâches": "Sur la liste des tâches : call the plumber."]))
    }

    @Test func asksWhichOneAndReports() async throws {
        let skill = ListSkill(store: FakeListStore())
        try await check(
            skill,
            fr([
                "ajoute du lait d'amande et du lait de soja à la liste": "Ajouté à la liste de courses : lait d'amande et lait de soja.",
                "enlève le lait de la liste": "Lequel : lait d'amande ou lait de soja ?",
            ]))
        let reply = try await skill.answer(Utterance(text: "ajoute du pain à la liste", language: .french), in: House.context())
        #expect(reply?.actions.map(\.tool) == ["lists.add"])
        #expect(reply?.actions.first?.evidence?.count == 36)
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            ListSkill(store: FakeListStore()),
            [
                "ajoute du sel", "mets de la musique", "enlève ton manteau", "liste mes minuteurs", "la liste est longue", "vide la poubelle",
                "add two and two", "the list goes on", "put the kettle on", "qui est sur la liste noire du gouvernement", "what's on TV", "ajoute 3 à 4",
                "mes rappels",
            ])
    }
}

struct SmallTalkSkillTests {
    let skill = SmallTalkSkill(skills: [TimeSkill(), ArithmeticSkill()], firstJoke: 0)

    @Test func talks() async throws {
        let hello = "Bonjour ! Que puis-je faire pour toi ?", thanks = "Avec plaisir !", bye = "À bientôt !"
        try await check(
            skill,
            fr([
                "bonjour": hello, "Salut Jarvis !": hello, "hey jarvis": hello, "coucou": hello, "merci": thanks, "merci beaucoup": thanks,
                "Merci Jarvis": thanks, "au revoir": bye, "bonne nuit": bye, "à demain": bye, "comment tu t'appelles": "Je m'appelle Jarvis.",
                "ça va ?": "Tout va bien, merci : je tourne et je t'écoute. Et toi ?",
                "comment vas-tu": "Tout va bien, merci : je tourne et je t'écoute. Et toi ?",
                "Bonjour, ça va ?": "Tout va bien, merci : je tourne et je t'écoute. Et toi ?",
                "qui es-tu": "Je suis Jarvis, un assistant qui tourne chez toi. Je ne suis pas humain, et ce que tu me dis reste sur cette machine.",
                "où vont mes données ?":
                    "Tout reste sur cette machine : ce que tu me dis y est gardé chiffré, et rien n'en sort si son propriétaire ne l'a pas permis.",
            ]))
        try await check(
            skill,
            en([
                "hello": "Hello! What can I do for you?", "how are you?": "All is well, thank you: I'm up and listening. And you?",
                "thank you": "You're welcome!", "good night": "See you soon!", "what's your name": "My name is Jarvis.",
                "hey jarvis": "Hello! What can I do for you?",
            ]))
    }

    @Test func saysWhatItCanDo() async throws {
        for text in ["que sais-tu faire", "qu'est-ce que tu peux faire ?", "aide", "aide-moi", "tu peux faire quoi", "que peux-tu faire pour moi"] {
            let reply = try await skill.answer(Utterance(text: text, language: .french), in: House.context())
            #expect(reply?.text.contains("« quelle heure est-il ? », « combien font 12 fois 7 ? »") == true, "\(text)")
            #expect(reply?.text.contains("Tout reste sur cette machine") == true)
        }
        for text in ["what can you do", "help", "what can I ask you?"] {
            #expect(
                try await skill.answer(Utterance(text: text, language: .english), in: House.context())?.text.contains("Everything stays on this machine")
                    == true, "\(text)")
        }
    }

    @Test func jokesWithoutRepeating() async throws {
        for (text, language) in [("raconte-moi une blague", Language.french), ("tell me a joke", .english), ("une autre blague", .french)] {
            var told: [String] = []
            for _ in 0..<30 {
                let reply = try await skill.answer(Utterance(text: text, language: language), in: House.context())
                told.append(try #require(reply?.text, "\(text)"))
            }
            #expect(Set(told).count == 30)
        }
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "raconte-moi l'histoire du temps", "qui est Victor Hugo", "aide-moi à écrire une lettre", "help me write a letter", "bonjour en japonais",
                "comment va ta mère", "merci de fermer la porte", "what are you doing tonight", "tell me about jokes", "salut à la météo de demain",
            ])
    }
}

struct SkillSetTests {
    static let naughtyStrings = Paths.shared("data/security/naughty_strings/blns.json")

    private let folder: TemporaryFolder
    private let client: HTTPClient

    init() throws {
        folder = try Paths.temporaryFolder()
        client = try HTTPClient()
        try Data("ubiquité\tle fait d'être partout\nubiquity\tbeing everywhere\n".utf8).write(to: URL(filePath: folder.file("words.tsv")))
    }

    /// All skills in the order of the house; nothing outside of it is in reach.
    private func all() -> SkillSet {
        let appointments = FakeAppointmentStore()
        let skills: [any Skill] = [
            TimerSkill(store: appointments), AlarmSkill(store: appointments), ReminderSkill(store: appointments), ListSkill(store: FakeListStore()),
            HolidaySkill(), WeatherSkill(weather: nil, home: nil),
            CurrencySkill(rates: ExchangeRates(url: "http://127.0.0.1:1", file: nil, client: client)), NewsSkill(desk: NewsDesk(urls: [], client: client)),
            TimeSkill(), DateSkill(), ConversionSkill(), ArithmeticSkill(),
            DictionarySkill(dictionary: OfflineDictionary(file: URL(filePath: folder.file("words.tsv")))), BroadcastSkill(broadcaster: Nobody()),
        ]
        return SkillSet(skills + [SmallTalkSkill(skills: skills)])
    }

    private struct Nobody: Broadcaster {
        func broadcast(_ broadcast: Broadcast, to household: Household.ID, in areas: Set<String>?) async -> Int { 0 }
    }

    @Test func eachTakesItsOwn() async throws {
        let table = [
            "quelle heure est-il": "time", "quel jour sommes-nous": "date", "combien font 12 fois 7": "arithmetic", "10 km en miles": "units",
            "mets un minuteur de 5 minutes": "timers", "rappelle-moi demain à 9 h d'appeler Léa": "reminders",
            "ajoute du lait à la liste": "lists", "que sais-tu faire": "small_talk", "bonjour": "small_talk",
            "retire 3 de 10": "arithmetic", "combien de secondes dans une heure": "units", "ajoute 3 à 4": "arithmetic",
            "liste mes rappels": "reminders", "15 % de 80": "arithmetic", "combien de jours avant Noël": "date",
            "combien de temps reste-t-il": "timers", "1h30 en minutes": "units", "réveille-moi à 7 h": "alarms", "dans 20 minutes réveille-moi": "alarms",
            "tous les lundis à 20 h rappelle-moi les poubelles": "reminders", "dans 10 minutes rappelle-moi de sortir le gâteau": "reminders",
            "ajoute du lait, des œufs et du pain": "lists", "c'est férié demain": "holidays", "prochain jour férié": "holidays", "quand est Pâques": "date",
            "quel temps fait-il": "weather", "quel temps fera-t-il demain": "weather", "il va pleuvoir demain": "weather", "météo à Lyon": "weather",
            "température dehors": "weather", "50 livres en euros": "currency", "3 livres en grammes": "units", "cours du dollar": "currency",
            "100 € en dollars": "currency", "quelles sont les nouvelles": "news", "quoi de neuf dans le monde": "news", "quoi de neuf": "small_talk",
            "que veut dire ubiquité": "dictionary", "annonce à table": "announcements", "dis à tout le monde que le dîner est prêt": "announcements",
            "raconte-moi une blague": "small_talk", "qui es-tu": "small_talk", "pas de réveil demain": "alarms", "quelle heure est-il à Lyon": "time",
            "20 degrés en Fahrenheit": "units", "combien de jours avant le prochain jour férié": "holidays",
        ]
        let set = all()
        for (text, skill) in table { #expect(try await set.answer(Utterance(text: text, language: .french), in: House.context())?.skill == skill, "\(text)") }
        for text in [
            "il est temps de partir", "raconte-moi l'histoire du temps", "écris un poème", "c'est l'heure", "what is the meaning of life",
            "allume la lumière du salon", "quelle est la température du salon", "combien coûte une voiture", "qui a inventé le minuteur", "12", "", "   ", "?",
        ] {
            #expect(try await set.answer(Utterance(text: text, language: .french), in: House.context())?.skill == nil, "\(text)")
        }
    }

    @Test func thoseThatOnlyTellCanBeAskedAlone() async throws {
        let set = all()
        for (text, skill) in ["retire 3 de 10": "arithmetic", "va-t-il pleuvoir demain matin": "weather", "à demain": "small_talk"] {
            let answer = try await set.answer(Utterance(text: text, language: .french), in: House.context(), onlyTelling: true)
            #expect(answer?.skill == skill, "\(text)")
        }
        for text in ["réveille-moi à 7 h et allume le sauna", "mets un minuteur de 5 minutes", "ajoute du lait à la liste", "annonce à table"] {
            #expect(try await set.answer(Utterance(text: text, language: .french), in: House.context(), onlyTelling: true)?.skill == nil, "\(text)")
        }
        let able = ["holidays", "weather", "currency", "news", "time", "date", "units", "arithmetic", "dictionary", "small_talk"]
        #expect(set.skills.filter(\.onlyTells).map(\.name) == able)
    }

    @Test func everyExampleIsUnderstoodByItsSkill() async throws {
        let set = all()
        for skill in set.skills {
            for language in Language.allCases {
                #expect(!skill.examples(in: language).isEmpty)
                for example in skill.examples(in: language) {
                    #expect(try await set.answer(Utterance(text: example, language: language), in: House.context())?.skill == skill.name, "\(example)")
                }
            }
        }
    }

    @Test func templatesAreWellFormed() {
        let malformed =
            TimeSkill.malformedTemplates + DateSkill.malformedTemplates + ArithmeticSkill.malformedTemplates + ConversionSkill.malformedTemplates
            + TimerSkill.malformedTemplates
            + AlarmSkill.malformedTemplates + HolidaySkill.malformedTemplates + WeatherSkill.malformedTemplates + CurrencySkill.malformedTemplates
            + NewsSkill.malformedTemplates + DictionarySkill.malformedTemplates + BroadcastSkill.malformedTemplates + ReminderSkill.malformedTemplates
            + ListSkill.malformedTemplates + SmallTalkSkill.malformedTemplates
        #expect(malformed == [])
    }

    @Test(
        .enabled(
            if: naughtyStrings != nil || ProcessInfo.processInfo.environment["CI"] == "true", "needs shared/data/security/naughty_strings beside the checkout"))
    func survivesNaughtyStrings() async throws {
        let data = try Data(contentsOf: try #require(Self.naughtyStrings))
        let strings =
            try JSONDecoder().decode([String].self, from: data)
            + ["\u{0}", String(repeating: "\u{301}", count: 5000), "🏳️‍🌈👩‍👩‍👧‍👦", "rappelle-moi \u{0} demain à 9 h", "\u{FFFD}"]
        let set = all()
        let frames = [
            "%", "rappelle-moi % demain à 9 h", "ajoute % à la liste", "souviens-toi que %", "mets un minuteur de 10 minutes pour %", "quelle heure est-il à %",
            "combien font % fois 3", "convertis % en mètres", "set a timer for %", "what day is %", "oublie que %", "enlève % de la liste", "météo à %",
            "rappelle-moi % tous les lundis", "tous les % rappelle-moi de boire", "réveille-moi %", "ajoute % au minuteur de %", "% euros en dollars",
            "annonce %",
            "que veut dire %", "% est férié", "les nouvelles de %",
        ]
        for string in strings {
            for frame in frames {
                for language in Language.allCases {
                    _ = try await set.answer(Utterance(text: frame.replacing("%", with: string), language: language), in: House.context())
                }
            }
            _ = LanguageGuess.language(of: string)
        }
    }

    @Test func boundsLongInput() async throws {
        let set = all()
        for piece in [
            "a ", "1", "1 + ", "(", "et ", "demain à 9 h ", "rappelle-moi ", "ajoute ", "dans ", "une heure et demie ", "combien de ", "10 km ", "le ", "é",
            "🙂", "\u{301}", "racine de ", "à la liste ", "tous les lundis ", "sauf le dimanche ", "5 minutes de plus ", "un jour sur deux ",
        ] {
            for count in [50_000 / max(1, piece.count), 4000 / max(1, piece.count)] {
                let text = String(repeating: piece, count: count)
                for frame in [
                    "", "rappelle-moi de ", "rappelle-moi tous les ", "météo à ", "annonce ", "convertis ", "réveille-moi ", "que veut dire ", "ajoute ",
                    "combien font ", "mets un minuteur de ", "quelle heure est-il à ",
                ] {
                    _ = try await set.answer(Utterance(text: frame + text, language: .french), in: House.context())
                }
            }
        }
    }

    @Test func survivesRandomWords() async throws {
        var random = SeededGenerator(state: 3)
        let words = [
            "mets", "un", "minuteur", "de", "dix", "minutes", "rappelle", "moi", "demain", "à", "9", "h", "ajoute", "lait", "et", "liste", "la", "combien",
            "font", "fois", "km", "en", "miles", "quelle", "heure", "est", "il", "jour", "annule", "tous", "les", "souviens", "toi", "que",
            "set", "timer", "for", "the", "remind", "me", "to", "what", "is", "in", "half", "past", ",", "'", "-", "(", ")", "%", "²", "…", "Tokyo", "Noël",
            "oublie", "sur", "reste", "temps", "tous", "les", "lundis", "chaque", "jour", "sauf", "réveille", "minuteur", "pause", "plus", "moins", "météo",
            "pleuvoir",
            "euros", "dollars", "férié", "infos", "every", "weekday", "alarm", "weather", "rain", "annonce", "définition", "mois", "1er", "sur", "deux",
        ]
        let set = all()
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
                separator: Bool.random(using: &random) ? " " : "  ")
            for language in Language.allCases {
                let answer = try await set.answer(Utterance(text: text, language: language), in: House.context())
                if let answer { #expect(!answer.reply.text.isEmpty, "\(text)") }
            }
        }
    }
}
