import Base
import Testing

@testable import Memory

@Suite struct ImportanceTests {
    private func importance(_ text: String, _ language: Language) -> Double { Limbic.score(text, language: language).importance }

    @Test(arguments: [
        "bonjour", "salut Jarvis", "merci", "merci beaucoup c'est super gentil", "ok", "d'accord", "haha", "mdr", "allume la lumière", "éteins tout",
        "mets le chauffage à vingt", "il est quelle heure", "quelle heure est-il", "quel temps fait-il", "il pleut", "bonne nuit", "ça va ?",
        "mets un minuteur de cinq minutes",
        "monte le son", "oui", "non", "c'est pas grave", "raconte-moi une blague", "",
    ])
    func frenchSmallTalkIsTrivial(_ text: String) { #expect(importance(text, .french) <= 0.1, "\(importance(text, .french))") }

    @Test(arguments: [
        "hello", "hi Jarvis", "thanks", "thank you so much", "ok", "haha", "turn on the light", "set a timer for five minutes", "what time is it",
        "what's the weather like", "it's raining", "good night", "how are you?", "play some music", "yes", "no", "never mind",
    ])
    func englishSmallTalkIsTrivial(_ text: String) { #expect(importance(text, .english) <= 0.1, "\(importance(text, .english))") }

    @Test(arguments: [
        "Léa est allergique aux arachides", "mamie est morte", "ma soeur a accouché hier soir", "le code du portail c'est 4512",
        "n'oublie jamais mon traitement",
        "souviens-toi que je pars lundi", "c'est important, le notaire vient jeudi", "papa a fait un infarctus", "on s'est fait cambrioler",
        "je me marie en juin",
        "mon fils est diabétique, l'insuline est au frigo", "ça sent le gaz dans la cuisine", "je te promets de passer demain",
        "on a décidé de déménager à Nantes",
        "le mot de passe du wifi est sur le frigo", "je me suis fait virer", "bonjour, mamie est morte ce matin",
    ])
    func frenchMattersMatter(_ text: String) { #expect(importance(text, .french) >= 0.5, "\(importance(text, .french))") }

    @Test(arguments: [
        "Leah is allergic to peanuts", "grandad passed away", "my sister gave birth last night", "the gate code is 4512", "never forget my medication",
        "remember that I leave on Monday", "it's important, the solicitor comes on Thursday", "dad had a heart attack", "we got burgled",
        "we're getting married in June",
        "my son is diabetic, the insulin is in the fridge", "I can smell gas in the kitchen", "I promise I'll drop by tomorrow", "we decided to move to Leeds",
        "the wifi password is on the fridge", "I got sacked", "hello, grandma died this morning",
    ])
    func englishMattersMatter(_ text: String) { #expect(importance(text, .english) >= 0.5, "\(importance(text, .english))") }

    @Test func plainStatementsLieBetween() {
        for text in ["le train part à huit heures du quai deux", "on a mangé des pâtes chez Paul", "mon frère habite à Lyon"] {
            #expect((0.1...0.6).contains(importance(text, .french)), "\(text) \(importance(text, .french))")
        }
        #expect(importance("je suis à bout, j'en peux plus", .french) > importance("on a mangé des pâtes chez Paul", .french))
        #expect(importance("c'est quoi le code du portail ?", .french) < importance("le code du portail c'est 4512", .french))
        #expect(importance("le cardiologue dit que c'est urgent", .french) > importance("j'ai vu le cardiologue", .french))
    }
}
