import Base
import Domain
import Understanding

/// Who and what was talked of so far in an utterance, for "elle", "sa couleur préférée" and "non, 4513".
struct Discourse {
    struct Mention {
        var subject: Statement.Subject
        var isFeminine: Bool?
        var isPerson: Bool
        var isPlural = false
    }

    private(set) var mentions: [Mention] = []
    /// The subjects of the clause before.
    var subjects: [Statement.Subject] = []

    mutating func note(_ mention: Mention) {
        mentions.append(mention)
        if mentions.count > 24 { mentions.removeFirst(12) }
    }

    /// Whom a pronoun stands for: the last one named that it fits, and else whoever was talked of before.
    func meant(by pronoun: ClauseWords.Pronoun, said name: String) -> Statement.Subject {
        let found = mentions.last { mention in
            switch pronoun {
            case .she: !mention.isPlural && mention.isFeminine != false
            case .he: !mention.isPlural && mention.isFeminine != true
            case .they: mention.isPlural
            case .it: !mention.isPerson
            case .me, .us, .you: false
            }
        }
        return found?.subject ?? Statement.Subject(key: Statement.Subject.last, name: name)
    }

    /// Whose "sa", "her" is.
    func owner(said name: String) -> Statement.Subject {
        mentions.last(where: \.isPerson)?.subject ?? Statement.Subject(key: Statement.Subject.last, name: name)
    }
}

/// Given names whose gender their ending does not tell.
enum GivenNames {
    static func isFeminine(_ key: String) -> Bool? {
        let first = key.prefix { $0 != " " }
        if masculine.contains(String(first)) { return false }
        if feminine.contains(String(first)) { return true }
        if ["a", "ie", "ine", "ette", "elle", "enne", "yne"].contains(where: { first.hasSuffix($0) }) { return true }
        return nil
    }

    private static let feminine = set(
        """
        julie sophie marie anne claire alice camille chloe manon ines jade louise zoe lou agathe jeanne charlotte margaux iris rose ambre elise helene irene isabelle \
        cecile agnes beatrice brigitte catherine christine delphine sandrine stephanie valerie veronique virginie laure florence monique nicole sylvie francoise chantal odile \
        mathilde pauline celine emilie aurelie melanie amelie audrey ingrid muriel carole karine fanny lucie noemie oceane solene maelle gaelle joelle danielle michelle muguette \
        simone yvonne suzanne madeleine therese jacqueline colette josephine alix ines lilou karen susan sarah leah emily hannah megan rachel beth kate jane ruth margaret helen \
        elizabeth alison jennifer lauren kim joan judith harriet charlotte grace sharon tracey carol dawn meg zoey ellen eileen maureen
        """)
    private static let masculine = set(
        """
        luca noa joshua sacha nathan hugo paul marc tom louis jules leo gabriel raphael arthur adam lucas ethan mael theo nolan maxime alexandre antoine pierre jean jacques michel \
        philippe alain bernard andre patrick rene daniel gerard claude christian nicolas thomas julien sebastien olivier laurent vincent stephane frederic bruno pascal thierry eric \
        david christophe guillaume romain mathieu matthieu benoit gilles yves yann serge denis didier francis franck fabrice fabien xavier simon samuel victor martin mark jack john \
        james oliver harry george charlie jacob william henry mike steve dave peter kevin brian ryan luke matthew joe ben bob rob nick sam dan alex charles felix oscar gaston achille \
        emile etienne auguste basile come eliott timothee robin quentin valentin clement florent aurelien damien remi remy cedric ludovic jeremy jeremie anthony tony karim mehdi \
        mohamed ali omar youssef said ahmed baptiste corentin tristan axel enzo noe liam gabin malo
        """)
    private static func set(_ names: String) -> Set<String> { Set(names.split(separator: " ").map(String.init)) }
}
