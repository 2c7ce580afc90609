package import Base

/// Which of the two languages one short utterance is in.
package enum LanguageGuess {
    /// `nil` when nothing speaks for either, or as much for one as for the other ("ok", "12 + 3").
    ///
    /// Counts function words and everyday command words of each language; letters with French accents count for French.
    package static func language(of text: String) -> Language? {
        var french = 0, english = 0
        for token in Tokenizer.tokens(of: text).tokens.prefix(200) where token.kind == .word {
            if frenchWords.contains(token.text) { french += 2 }
            if englishWords.contains(token.text) { english += 2 }
        }
        for scalar in text.unicodeScalars.prefix(1000) where "éèêëàâçùûîïôœÉÈÊÀÇ".unicodeScalars.contains(scalar) {
            french += 1
            break
        }
        if french == english { return nil }
        return french > english ? .french : .english
    }

    private static let frenchWords: Set<String> = set(
        """
        a le la les l un une des du de d et ou est es suis sommes sont ai as avons avez ont ce c cet cette ces je j tu il elle on nous vous ils elles me m te t se s \
        moi toi mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs que qu qui quoi quel quelle quels quelles quand comment pourquoi combien ou dans sur \
        sous avec sans pour par chez en au aux ne n pas plus moins fois fait font faire dis dit va vas vais aller mets met mettez mettre ajoute enleve retire vide \
        rappelle rappel minuteur minuteurs liste courses heure heures aujourd hui demain hier matin soir midi minuit jour jours semaine mois annee bonjour bonsoir \
        salut merci oui non souviens retiens oublie annule arrete lance demarre racine puissance divise multiplie quelles racontes raconte blague reveille aide \
        sais peux peut veux calcule convertis lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre \
        novembre decembre deux trois quatre cinq sept huit neuf dix vingt trente quarante cinquante soixante cent mille cuillere tasse litre metres
        """)

    private static let englishWords: Set<String> = set(
        """
        the a an and or is are am was were be been do does did has have had this that these those i you he she it we they me him her us them my your his its our their \
        what which who whom when where why how much many in on at to for from with without by of off not no yes please can could would will should shall may \
        tell set start stop add remove delete clear cancel remind reminder reminders timer timers list lists shopping time day today tomorrow yesterday morning \
        afternoon evening tonight night noon midnight week month year hello hi hey thanks thank remember forget know about convert square root power divided times \
        plus half third quarter there s d hour hours minutes seconds wake joke help good bye goodbye monday tuesday wednesday thursday friday saturday sunday january \
        doesn don didn isn aren wasn weren hasn haven ll ve re t like likes lives works anymore \
        february march april june july august september october november december one two three four five seven eight nine ten twenty thirty forty fifty hundred if
        """)

    private static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
