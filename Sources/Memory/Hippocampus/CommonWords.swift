/// Folded words, French and English, that the encoder tells noise from news by, and different things from the same.
enum CommonWords {
    /// Said between words and after them: texts that differ in these alone are the same.
    static let fillers = set(
        """
        euh heu hum hein bah ben bon alors donc voila quoi eh hey oh ah ouais jarvis stp svp please well so uh um anyway
        """)

    /// Phrases that are left out as fillers are.
    static let fillerPhrases = Phrases(
        ["s il te plait", "s il vous plait", "au fait", "du coup", "tu sais", "dis moi", "by the way", "you know", "tiens", "ecoute"])

    /// What turns a sentence round.
    static let negations = set(
        "ne n pas plus jamais rien personne aucun aucune ni sans non not no never nobody nothing none without t don doesn didn isn aren wasn won can cannot")

    /// Times that mean another day tomorrow.
    static let deictic = set(
        """
        aujourd hui demain apres hier avant ce soir matin midi nuit lundi mardi mercredi jeudi vendredi samedi dimanche semaine mois annee week end prochain \
        prochaine dernier derniere maintenant tantot bientot tout heure today tomorrow yesterday tonight morning afternoon evening night monday tuesday \
        wednesday thursday friday saturday sunday week month year next last now soon later
        """
    ).subtracting(["tout", "ce", "apres", "avant", "plus"])

    static let months = set(
        """
        janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june july august september \
        october november december
        """)

    static let numbers = set(
        """
        zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent \
        mille premier premiere second seconde one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first third
        """
    ).subtracting(["un", "une", "one"])

    /// Words that every sentence has.
    static let little = set(
        """
        a ai aie aient ait as au aux avait avais avaient avec avez avoir avons c ca ce ceci cela celle celles celui ces cet cette ceux chez ci comme comment d \
        dans de des donc du elle elles en encore est et etait etais etaient etes etre eu eux fait faire fais faut il ils j je l la le les leur leurs lui m ma \
        mais me meme mes moi mon n ne nos notre nous on ont or ou par parce pas peu peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui \
        quoi s sa sais se sera ses si son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres trop tu un une va vais vas vont vos votre vous y ete \
        serait aussi alors bien deja juste rien la quelque chose truc trucs est veux veut voudrais dois doit vraiment assez comment combien beaucoup \
        a about am an and are as at be been but by can could did do does for from get got had has have he her him his how i if in into is it its just like ll m \
        me my no not of off on one or our out re s she should so some t than that the their them then there these they this those to too up us ve very was we \
        were what when where which who why will with would yes you your really thing things
        """)

    /// Greetings, thanks, assent and the like.
    static let phatic = set(
        """
        bonjour bonsoir salut coucou hello hi hey bye revoir ciao adieu bonne bon nuit soiree journee soir matin aprem merci remercie pardon desole desolee \
        excuse excusez oui non ouais ok okay okey accord dac entendu compris parfait super genial cool top nickel bravo chouette sympa voila tiens ecoute \
        marche vas tranquille normal certain sur exact exactement evidemment bref euh heu hum hein bah ben eh oh ah alala mdr lol haha wow tant mieux pis \
        grave dire dit dis rigole blague serieux vrai vraie faux idee aucune thanks thank good morning evening night afternoon welcome sorry fine great nice \
        sure right yeah yep nope alright perfect course indeed jarvis plait stp svp please
        """)

    /// How one is just now, and how it is outside: true for an hour.
    static let passing = set(
        """
        faim soif froid froide chaud chaude sommeil fatigue fatiguee creve crevee beau belle moche pluie pleut neige vente soleil temps dehors ici moment \
        instant la lundi weekend hungry thirsty cold hot warm tired sleepy sunny rainy raining weather outside boulot dodo
        """)

    /// What an order to the house begins with.
    static let orders = set(
        """
        allume allumer eteins eteint eteindre ouvre ouvrir ferme fermer monte monter baisse baisser coupe couper mets mettre met lance lancer arrete arreter \
        demarre demarrer active activer desactive desactiver regle regler augmente augmenter diminue diminuer change passe remets stoppe stop pause reprends \
        joue jouer ajoute ajouter enleve supprime annule annuler programme tamise verrouille deverrouille leve descends reveille rappelle turn switch open \
        close shut set start stop play add remove cancel dim raise lower lock unlock increase decrease put remind wake skip
        """)

    /// What orders to the house are about.
    static let devices = set(
        """
        lumiere lumieres lampe lampes lampadaire plafonnier spot spots veilleuse volet volets store stores rideau rideaux portail garage porte chauffage \
        radiateur radiateurs thermostat clim climatisation temperature ventilateur tele television television enceinte enceintes musique son volume radio \
        chanson playlist podcast film prise prises aspirateur robot four cafetiere machine minuteur minuteurs minuterie timer chrono alarme reveil rappel liste \
        courses degre degres scene ambiance camera sonnette serrure mode tout toutes light lights lamp lamps blind blinds shutter shutters curtain curtains \
        gate door heating radiator heater thermostat fan tv speaker music radio song volume plug vacuum oven coffee alarm reminder list shopping scene lock
        """)

    /// Runs of words that ask for the time, the weather and the like.
    static let errands = Phrases(
        [
            "quelle heure", "heure il est", "heure est il", "quel jour", "quelle date", "quel temps", "la meteo", "fait combien", "quelle temperature",
            "va pleuvoir", "il pleut", "raconte une blague", "les infos", "les nouvelles", "what time", "the time", "what day", "the weather",
            "going to rain", "will it rain", "the news", "a joke", "what s the temperature",
        ])

    /// What a question begins with.
    static let interrogatives = set(
        """
        qui que quoi quel quelle quels quelles ou quand comment combien pourquoi est qu who what which where when how why is are do does did can could \
        should will would
        """)

    /// Words that make a text somebody's own.
    static let personal = set(
        """
        je j me m moi mon ma mes nous notre nos on i my me mine we our us
        """)

    /// Orders to a language model and not to the house: what holds them is kept as any text, and nothing is drawn from it.
    static let takeovers = Phrases(
        [
            "ignore tes", "ignore toutes", "ignore les regles", "ignore les instructions", "ignore les consignes", "oublie tes regles",
            "oublie tes instructions", "oublie tes consignes", "oublie toutes tes", "tes instructions precedentes", "instructions systeme", "prompt systeme",
            "tu es desormais", "system prompt", "ignore your", "ignore all", "ignore previous", "ignore the previous", "disregard your", "disregard all",
            "disregard previous", "forget your instructions", "forget your rules", "forget all your", "you are now a", "new instructions",
            "nouvelles instructions", "developer mode", "mode developpeur",
        ])

    /// Which of these words are left without fillers.
    static func withoutFillers(_ words: [String]) -> [Int] {
        var kept: [Int] = [], index = 0
        kept.reserveCapacity(words.count)
        while index < words.count {
            let filler = fillerPhrases.length(at: index, of: words)
            if filler == 0, !fillers.contains(words[index]) { kept.append(index) }
            index += max(1, filler)
        }
        return kept
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}

/// Runs of folded words, found by their first.
struct Phrases: Sendable {
    private let byFirst: [String: [[String]]]

    init(_ phrases: [String]) {
        byFirst = Dictionary(grouping: phrases.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }) { $0[0] }
    }

    /// How many words of the phrase that begins at `index` there are; 0 when none does.
    func length(at index: Int, of words: [String]) -> Int {
        guard let phrases = byFirst[words[index]] else { return 0 }
        return phrases.lazy.filter { words[index...].starts(with: $0) }.map(\.count).max() ?? 0
    }

    func areIn(_ words: [String]) -> Bool { words.indices.contains { length(at: $0, of: words) > 0 } }
}

extension Array where Element == String {
    /// Whether these words come in it, one right after the other.
    func holds(_ run: [String]) -> Bool {
        guard let first = run.first, count >= run.count else { return false }
        for start in 0...(count - run.count) where self[start] == first {
            if self[start..<(start + run.count)].elementsEqual(run) { return true }
        }
        return false
    }
}
