import Base

/// Words that say something of the text they stand in, folded.
enum WordLists {
    /// The little words that every text has: they are not looked for, and tell which language a text is in.
    /// What an apostrophe leaves standing alone (l, qu, ll, ve) is among them.
    static let little = LanguagePair(
        french: """
            a ai aie aient ais ait alors as assez au aucun aucune aura aurai auraient aurais aurait aussi autre autres aux avaient avais avait avant avec
            avez avions avoir avons ayant beaucoup bien bon c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chacun chaque chez ci
            comme comment d dans de deja depuis des deux donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes etions etre
            eu eux fait faire faut font fus fut ici il ils j je l la le les leur leurs lui m ma mais me meme memes mes moi moins mon n ne ni non nos
            notre nous on ont ou oui par parce pas peu peut peux plus pour pourquoi pourrait pouvait pouvoir presque puis qu quand que quel quelle
            quelles quelque quelques quels qui quoi s sa sans sauf se sera serai seraient serais serait ses seulement si sien soi soient sois soit
            sommes son sont sous suis sur t ta tandis te tel telle tes toi ton tous tout toute toutes tres tu un une va vais vas vers veut veux voici
            voila vont vos votre vous vraiment y
            """,
        english: """
            a about after again all also am an and any are as at be because been before being both but by can could did do does doing done for from
            get gets getting got had has have having he her here hers herself him himself his how i if in into is it its itself just like me might
            mine more most my myself no nor not of off on once one only or other our ours ourselves out over own same shall she should so some such
            than that the their theirs them themselves then there these they this those through to too under until up upon very was we were what when
            where which while who whom whose why will with would you your yours yourself yourselves
            s t d ll m re ve don didn doesn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn im ive
            """)
    static let firstPerson = LanguagePair(
        french: "je j me m moi mon ma mes mien mienne miens miennes nous notre nos on", english: "i me my mine myself we us our ours im ive")
    static let time = LanguagePair(
        french: """
            hier avanthier aujourd demain depuis bientot recemment dernier derniere derniers dernieres prochain prochaine prochains prochaines semaine
            semaines weekend mois an ans annee annees lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet
            aout septembre octobre novembre decembre
            """,
        english: """
            yesterday today tomorrow tonight ago last next week weekend weeks month months year years few since soon recently monday tuesday wednesday
            thursday friday saturday sunday january february march april june july august september october november december
            """)

    static let months = LanguagePair(
        french: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        english: "january february march april may june july august september october november december")
}

/// A list of words in each language.
struct LanguagePair: Sendable {
    let french: [Substring], english: [Substring]

    init(french: String, english: String) {
        self.french = french.split { $0 == " " || $0 == "\n" }
        self.english = english.split { $0 == " " || $0 == "\n" }
    }

    func callAsFunction(_ language: Language) -> [Substring] { language == .french ? french : english }
}
