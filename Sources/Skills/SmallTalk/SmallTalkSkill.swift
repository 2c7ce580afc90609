public import Base
public import Domain
import Synchronization
public import Understanding

/// Greets, thanks, jokes, and says who Jarvis is and what it can do.
public final class SmallTalkSkill: TextSkill {
    public let name = "small_talk"
    public let onlyTells = true
    private let skills: [any Skill]
    /// How many jokes were told: the next one is the one after the last.
    private let told: Mutex<Int>

    /// - Parameters:
    ///   - skills: those whose examples are listed when somebody asks what Jarvis can do.
    ///   - firstJoke: where to begin in the list of jokes.
    public init(skills: [any Skill], firstJoke: Int = Int.random(in: 0..<30)) {
        self.skills = skills
        told = Mutex(max(0, firstJoke))
    }

    public func examples(in language: Language) -> [String] {
        language(fr: ["que sais-tu faire ?", "raconte une blague"], en: ["what can you do?", "tell me a joke"])
    }

    private enum Topic: Sendable { case hello, how, thanks, who, can, bye, joke, privacy, name }

    private static let grammar = Grammar<Topic>(
        french: [
            (
                .hello,
                [
                    "(bonjour|bonsoir|salut|coucou|hello|hé|allô|bonne journée|salutations|rebonjour) [à tous|à toi|tout le monde|mon ami|toi]",
                    "[hey|hé|ok|dis] jarvis", "(tu es là|es-tu là|tu m'entends|m'entends-tu)",
                ]
            ),
            (
                .how,
                [
                    "[comment] ça va [bien|toi|aujourd'hui]", "comment (vas-tu|tu vas|allez-vous|vous allez|ça va) [aujourd'hui]",
                    "[tu|vous] (vas bien|allez bien|va bien)", "[ça|est-ce que ça] (va|roule|gaze)", "la forme", "quoi de neuf",
                ]
            ),
            (
                .thanks,
                [
                    "(merci|mille mercis|merci bien|merci infiniment|je te remercie|c'est gentil|super merci|parfait merci|bien joué|bravo|parfait|super|génial) [beaucoup|bien|à toi|infiniment|pour ton aide|pour tout|jarvis]"
                ]
            ),
            (
                .who,
                [
                    "(qui es-tu|tu es qui|t'es qui|qui êtes-vous|qui est jarvis|c'est qui jarvis|présente-toi|tu es quoi|qu'es-tu|qu'est-ce que tu es|es-tu (un robot|humain|une ia|une intelligence artificielle))",
                    "parle-moi de toi",
                ]
            ),
            (.name, ["(comment tu t'appelles|comment t'appelles-tu|quel est ton nom|c'est quoi ton nom|tu t'appelles comment|quel est votre nom)"]),
            (
                .can,
                [
                    "(que sais-tu|que peux-tu|qu'est-ce que tu sais|qu'est-ce que tu peux|tu sais|que savez-vous|que pouvez-vous|qu'est-ce que vous savez|qu'est-ce que vous pouvez|tu peux) faire [pour moi|pour nous|comme choses]",
                    "[tu sais|tu peux] faire quoi", "tu sais faire quoi",
                    "[à l'] aide [moi]", "aide-moi", "aidez-moi", "à quoi (sers-tu|tu sers)", "tu sers à quoi",
                    "(quelles sont|quels sont) tes (fonctions|compétences|capacités|commandes|talents)", "que puis-je te demander",
                    "qu'est-ce que je peux te demander", "comment peux-tu m'aider", "comment tu (fonctionnes|marches)",
                ]
            ),
            (
                .bye,
                [
                    "(au revoir|à bientôt|à plus|à plus tard|à demain|à tout à l'heure|bonne nuit|bonne soirée|ciao|adieu|à la prochaine|salut à plus|bye|tchao) [jarvis|tout le monde]"
                ]
            ),
            (
                .joke,
                [
                    "[raconte|raconte-moi|raconte-nous|racontez-moi|dis|dis-moi|fais|sors|connais-tu|tu connais|tu as|as-tu|encore|une autre] (une|des|la|) [autre|bonne] (blague|blagues|histoire drôle|devinette)",
                    "(fais-moi rire|fais moi marrer|encore une blague|une autre blague)", "raconte (une|moi une) autre blague",
                ]
            ),
            (
                .privacy,
                [
                    "(est-ce que|) [tu] (m'écoutes|m'espionnes|enregistres ce que je dis)", "(où vont|où sont|que deviennent|que fais-tu de) mes données",
                    "(es-tu|tu es|est-ce que tu es) connecté à internet", "(où sont|où est-ce que sont) (stockées|enregistrées|gardées) mes données",
                    "mes données (sont-elles|sont) (en sécurité|privées|protégées)", "est-ce que (tout|ça) reste (ici|privé|sur cette machine)",
                    "qui peut (lire|voir|entendre) (ce que je dis|mes données)",
                ]
            ),
        ],
        english: [
            (.hello, ["(hello|hi|hey|good morning|good afternoon|good evening|greetings|howdy) [there|everyone|you]", "are you there", "can you hear me"]),
            (.how, ["how are you [today|doing|doing today]", "how's it going", "are you (ok|okay|well|fine)", "what's up", "how do you do"]),
            (
                .thanks,
                [
                    "(thanks|thank you|thanks a lot|many thanks|cheers|thank you very much|thank you so much|well done|great|perfect|nice|awesome) [so much|a lot|jarvis|for your help|thanks]"
                ]
            ),
            (
                .who,
                ["(who are you|what are you|who is jarvis|introduce yourself|are you (a robot|human|an ai|real))", "(about yourself|something about yourself)"]
            ),
            (.name, ["(what is your name|what's your name|what are you called)"]),
            (
                .can,
                [
                    "what can you do [for me|for us]", "what (do you know how to|are you able to|else can you) do", "help [me]",
                    "what can i (ask|say|ask you|say to you)", "how can you help [me]", "what are your (skills|abilities|commands|features)", "how do you work",
                ]
            ),
            (.bye, ["(goodbye|good bye|bye|bye bye|see you|see you later|see you soon|see you tomorrow|good night|farewell|later) [jarvis|everyone]"]),
            (
                .joke,
                [
                    "[tell|tell me|tell us|say|do you know|know] (a|another|some|one more) [good|funny] (joke|jokes)", "make me laugh",
                    "(another|one more) (one|joke)", "joke",
                ]
            ),
            (
                .privacy,
                [
                    "(where is|where are|where does|where do|what happens to|what do you do with) my data [go|stored|kept]",
                    "(are you|do you) (listening|listening to me|spying on me|record what i say|recording me)", "are you connected to the internet",
                    "is my data (safe|private|secure)", "who can (see|hear|read) (my data|what i say)",
                ]
            ),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard let match = Self.grammar.match(text, preferring: utterance.language) else { return nil }
        // "Jarvis" and "hello" are said in both languages: the answer is in the one spoken.
        return SkillReply(reply(match.intent, match.intent == .hello ? utterance.language : match.language))
    }

    private func reply(_ topic: Topic, _ language: Language) -> String {
        switch topic {
        case .hello: language(fr: "Bonjour ! Que puis-je faire pour toi ?", en: "Hello! What can I do for you?")
        case .how: language(fr: "Tout va bien, merci : je tourne et je t'écoute. Et toi ?", en: "All is well, thank you: I'm up and listening. And you?")
        case .thanks: language(fr: "Avec plaisir !", en: "You're welcome!")
        case .bye: language(fr: "À bientôt !", en: "See you soon!")
        case .name: language(fr: "Je m'appelle Jarvis.", en: "My name is Jarvis.")
        case .who:
            language(
                fr: "Je suis Jarvis, un assistant qui tourne chez toi. Je ne suis pas humain, et ce que tu me dis reste sur cette machine.",
                en: "I'm Jarvis, an assistant that runs in your home. I'm not human, and what you tell me stays on this machine.")
        case .privacy:
            language(
                fr: "Tout reste sur cette machine : ce que tu me dis y est gardé chiffré, et rien n'en sort si son propriétaire ne l'a pas permis.",
                en: "Everything stays on this machine: what you tell me is kept here, encrypted, and nothing leaves it unless its owner allowed that.")
                + outside(language)
        case .can: abilities(language)
        case .joke: joke(language)
        }
    }

    /// What is asked of the internet, where there is a skill that does.
    private func outside(_ language: Language) -> String {
        let names = Set(skills.filter { $0 is any OnlineSkill }.map(\.name))
        let things = [
            ("weather", language(fr: "la météo, avec un lieu arrondi à dix kilomètres", en: "the weather, with a place rounded to ten kilometres")),
            ("currency", language(fr: "le cours des monnaies", en: "exchange rates")), ("news", language(fr: "les nouvelles", en: "the news")),
        ].filter { names.contains($0.0) }.map(\.1)
        guard !things.isEmpty else { return "" }
        return language(
            fr: " Je ne demande à internet que ceci, et seulement quand on me le demande : ", en: " All I ask the internet for, and only when asked, is this: ")
            + Enumeration.text(things, language) + "."
    }

    private func abilities(_ language: Language) -> String {
        let names = Set(skills.map(\.name))
        let all: [(String, String)] = [
            ("time", language(fr: "je donne l'heure et la date", en: "I tell the time and date")), ("arithmetic", language(fr: "je calcule", en: "do sums")),
            (
                "timers",
                language(fr: "je tiens tes minuteurs, tes réveils, tes rappels et tes listes", en: "keep your timers, alarms, reminders and lists")
            ), ("weather", language(fr: "je dis le temps qu'il fera", en: "tell the weather")),
            ("news", language(fr: "je lis les nouvelles", en: "read the news")),
            ("announcements", language(fr: "j'annonce ce que tu veux à tout le monde", en: "announce things to everybody")),
            ("memory", language(fr: "je retiens ce que tu me confies", en: "remember what you tell me")),
        ]
        let known = Enumeration.text(all.filter { names.contains($0.0) }.map(\.1), language).capitalizedFirst
        // Enough to begin with: nobody listens to more.
        let examples = skills.compactMap { $0.examples(in: language).first }.prefix(6).map { language(fr: "« \($0) »", en: "“\($0)”") }
        let list = examples.isEmpty ? "" : language(fr: " Dis par exemple : ", en: " Say for example: ") + examples.joined(separator: ", ") + "."
        let isAlone = outside(language).isEmpty
        let privacy =
            isAlone
            ? language(fr: " Tout reste sur cette machine.", en: " Everything stays on this machine.")
            : language(fr: " Ce que tu me dis reste sur cette machine.", en: " What you tell me stays on this machine.")
        return (known.isEmpty ? "" : known + ".") + list + privacy
    }

    private func joke(_ language: Language) -> String {
        let number = told.withLock { told in
            defer { told = (told + 1) % 1_000_000 }
            return told
        }
        let jokes = Jokes.all(language)
        return jokes[number % jokes.count]
    }
}
