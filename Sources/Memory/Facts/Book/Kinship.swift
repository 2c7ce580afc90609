import Understanding

/// The ways in which people (and their animals) belong to somebody, and the nouns for them.
struct Kinship: Sendable {
    enum Gender: Sendable { case masculine, feminine }

    var relation: String
    /// What `sister` has in common with `sibling`: a question for one finds the other.
    var group: String
    /// `nil`: either.
    var gender: Gender?
    /// The first is what is said.
    var french: [String]
    var english: [String]

    /// Ties that one person may have to somebody at the same time: a friend may well be a neighbour. Nobody is somebody's brother and husband.
    var identity: String { Self.social.contains(group) ? "social" : group }

    static func of(_ relation: String) -> Kinship? { byRelation[relation] }

    /// Relations that are the same tie, this one first.
    static func related(to relation: String) -> [String] {
        guard let kinship = byRelation[relation] else { return [relation] }
        // "Ma sœur" is no brother, but may have been told as a sibling.
        let others = all.filter {
            $0.group == kinship.group && $0.relation != relation && ($0.gender == nil || kinship.gender == nil || $0.gender == kinship.gender)
        }
        return [relation] + others.map(\.relation)
    }

    /// Whether this folded key is a noun for the tie, and no name.
    static func isNoun(_ key: String, of relation: String, in name: String) -> Bool {
        if key.isEmpty || key == relation || key.hasPrefix("@") || key.contains("/") { return true }
        // "Ma meilleure copine"; "Paul mon frère" and "mon frère Paul" hold more than the noun.
        let words = FoldedText.key(name).split(separator: " ")
        if words.count > 1, possessives.contains(String(words[0])), words.dropFirst().joined(separator: " ") == key { return true }
        guard let kinship = byRelation[relation] else { return false }
        return kinship.folded.contains { key == $0 || key.hasSuffix(" " + $0) || key.hasPrefix($0 + " ") }
    }

    private static let possessives: Set<String> = ["mon", "ma", "mes", "ton", "ta", "tes", "notre", "nos", "my", "our"]
    private var folded: [String] { (french + english).map(FoldedText.key) }

    private static let social: Set<String> = ["friend", "neighbour", "colleague", "boss", "doctor", "dentist", "teacher", "nanny"]
    private static let byRelation = Dictionary(uniqueKeysWithValues: all.map { ($0.relation, $0) })

    /// relation, group, gender, French nouns, English nouns
    private static let all: [Kinship] = """
        mother|parent-f|f|mère,maman|mother,mom,mum
        father|parent-m|m|père,papa|father,dad
        parent|parent||parent,parents|parent,parents
        sister|sibling|f|sœur,frangine|sister
        brother|sibling|m|frère,frangin|brother
        sibling|sibling|||sibling
        husband|spouse|m|mari,époux|husband
        wife|spouse|f|femme,épouse|wife
        partner|spouse||compagnon,compagne,conjoint,conjointe,copain,copine,chéri,chérie|partner,boyfriend,girlfriend
        spouse|spouse||conjoint,conjointe|spouse
        fiance|spouse||fiancé,fiancée|fiancé,fiancée
        boyfriend|spouse|m|copain|boyfriend
        girlfriend|spouse|f|copine|girlfriend
        son|child|m|fils,garçon|son,boy
        daughter|child|f|fille|daughter,girl
        child|child||enfant,enfants,bébé|child,children,kid,kids,baby
        grandmother|grandmother|f|grand-mère,mamie,mémé|grandmother,grandma
        grandfather|grandfather|m|grand-père,papi,papy,pépé|grandfather,grandpa
        grandson|grandchild|m|petit-fils|grandson
        granddaughter|grandchild|f|petite-fille|granddaughter
        grandchild|grandchild||petit-enfant,petits-enfants|grandchild,grandchildren
        grandparent|grandparent||grand-parent,grands-parents|grandparent,grandparents
        aunt|aunt|f|tante,tata|aunt
        uncle|uncle|m|oncle,tonton|uncle
        cousin|cousin||cousin,cousine|cousin
        nephew|nephew|m|neveu|nephew
        niece|niece|f|nièce|niece
        godmother|godmother|f|marraine|godmother
        godfather|godfather|m|parrain|godfather
        godson|godchild|m|filleul|godson
        goddaughter|godchild|f|filleule|goddaughter
        godchild|godchild||filleul,filleule|godchild
        twin|sibling||jumeau,jumelle|twin
        mother_in_law|mother_in_law|f|belle-mère|mother-in-law
        father_in_law|father_in_law|m|beau-père|father-in-law
        sister_in_law|sister_in_law|f|belle-sœur|sister-in-law
        brother_in_law|brother_in_law|m|beau-frère|brother-in-law
        stepmother|stepmother|f|belle-mère|stepmother
        stepfather|stepfather|m|beau-père|stepfather
        son_in_law|son_in_law|m|gendre|son-in-law
        daughter_in_law|daughter_in_law|f|belle-fille|daughter-in-law
        friend|friend||ami,amie,meilleur ami,meilleure amie,pote|friend,best friend
        neighbour|neighbour||voisin,voisine|neighbour,neighbor
        colleague|colleague||collègue|colleague,coworker
        boss|boss||chef,patron,patronne|boss
        doctor|doctor||médecin,docteur|doctor
        dentist|dentist||dentiste|dentist
        teacher|teacher||professeur,prof,maître,maîtresse,instituteur,institutrice|teacher
        nanny|nanny|f|nounou,baby-sitter|nanny,babysitter
        roommate|roommate||colocataire,coloc|roommate,flatmate,housemate
        tenant|tenant||locataire|tenant
        landlord|landlord||propriétaire,proprio|landlord,landlady
        pet|pet||animal|pet
        dog|dog|m|chien,chienne|dog,puppy
        cat|cat|m|chat,chatte,chaton|cat,kitten
        rabbit|rabbit|m|lapin|rabbit
        hamster|hamster|m|hamster|hamster
        fish|fish|m|poisson,poisson rouge|fish,goldfish
        parrot|parrot|m|perroquet,perruche|parrot
        horse|horse|m|cheval,jument,poney|horse,pony
        hen|hen|f|poule|hen
        tortoise|tortoise|f|tortue|tortoise,turtle
        guinea_pig|guinea_pig|m|cochon d'Inde|guinea pig
        """.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            func list(_ cell: String) -> [String] { cell.split(separator: ",").map(String.init) }
            let gender: Gender? = cells[2] == "f" ? .feminine : cells[2] == "m" ? .masculine : nil
            return Kinship(relation: cells[0], group: cells[1], gender: gender, french: list(cells[3]), english: list(cells[4]))
        }
}
