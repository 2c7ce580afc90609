import Base

/// How a relation is said: a verb with what stands before its value ("habiter à"), or a noun ("anniversaire").
struct RelationPhrase: Sendable {
    /// Which little words of the clause belong to the value, and which stand in where there are none.
    enum Joint: String, Sendable {
        /// "Lyon" → "à Lyon", "in Lyon"
        case place
        /// "Airbus" → "chez Airbus", "at Airbus"
        case work
        /// "thé" → "le thé", "tea"
        case article
        /// "arachides" → "aux arachides", "to peanuts"
        case dative
        /// "tennis" → "du tennis"
        case partitive
        /// "araignées" → "des araignées"
        case genitive
        /// "chien" → "un chien", "a dog"
        case indefinite
        /// "infirmière", "a nurse"
        case trade
        case with
        /// As it is.
        case none
    }

    enum Form: Sendable {
        /// The verb, a word that follows it (with `*` where it takes a plural's s), and how the value is joined.
        case verb(String, String, Joint)
        /// The noun, and whether it is feminine.
        case noun(String, isFeminine: Bool?)
        /// The clause as it was said.
        case clause
    }

    var french: Form
    var english: Form

    /// A relation of the catalogue; `nil` for kin and for what is said in the speaker's own words.
    static func of(_ relation: String) -> RelationPhrase? { table[relation] }

    private static let table: [String: RelationPhrase] = {
        // relation | French verb, word, joint, or noun | English
        let rows = """
            lives_in|habiter,,place|live,,place
            works_at|travailler,,work|work,,work
            works_as|être,,none|be,,trade
            studies_at|être,,place|be,,place
            studies|étudier,,article|study,,article
            likes|aimer,,article|like,,article
            loves|adorer,,article|love,,article
            dislikes|détester,,article|dislike,,article
            hates|détester,,article|hate,,article
            prefers|préférer,,article|prefer,,article
            wishes|vouloir,,indefinite|want,,indefinite
            wants|vouloir,,indefinite|want,,indefinite
            fears|avoir,peur,genitive|be,afraid of,article
            allergic_to|être,allergique*,dative|be,allergic to,article
            intolerant_to|avoir,une intolérance,dative|be,intolerant to,article
            condition|être,,none|be,,none
            status|être,,none|be,,none
            relationship|être,,none|be,,none
            diet|être,,none|be,,none
            is|être,,none|be,,none
            state|être,,none|be,,none
            date|date f|date
            takes|prendre,,partitive|take,,article
            eats|manger,,none|eat,,none
            drinks|boire,,none|drink,,none
            speaks|parler,,none|speak,,none
            plays|jouer,,partitive|play,,article
            does|faire,,partitive|do,,article
            supports|soutenir,,article|support,,article
            wears|porter,,none|wear,,article
            drives|conduire,,indefinite|drive,,indefinite
            has|avoir,,indefinite|have,,indefinite
            collects|collectionner,,article|collect,,article
            knows|connaître,,article|know,,article
            lives_with|vivre,,with|live,,with
            located_at|être,,none|be,,none
            measures|mesurer,,none|measure,,none
            weighs|peser,,none|weigh,,none
            costs|coûter,,none|cost,,none
            age|avoir,,none|be,,none
            name|s'appeler,,none|be,called,none
            shoe_size|chausser,du,none|wear,size,none
            born_in|être,né,place|be,born,place
            birthday|anniversaire m|birthday
            birth_date|date de naissance f|date of birth
            phone|numéro m|phone number
            email|adresse mail f|email
            address|adresse f|address
            code|code m|code
            password|mot de passe m|password
            size|taille f|size
            blood_type|groupe sanguin m|blood type
            nickname|surnom m|nickname
            alias|surnom m|nickname
            habit|-|-
            plan|-|-
            event|-|-
            did|-|-
            maintenance|-|-
            opinion|-|-
            owes|-|-
            lent|-|-
            """
        var table: [String: RelationPhrase] = [:]
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: "|").map(String.init)
            table[cells[0]] = RelationPhrase(french: form(cells[1]), english: form(cells[2]))
        }
        return table
    }()

    private static func form(_ cell: String) -> Form {
        if cell == "-" { return .clause }
        let parts = cell.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3 { return .verb(parts[0], parts[1], Joint(rawValue: parts[2]) ?? .none) }
        if cell.hasSuffix(" f") || cell.hasSuffix(" m") { return .noun(String(cell.dropLast(2)), isFeminine: cell.hasSuffix("f")) }
        return .noun(cell, isFeminine: nil)
    }
}
