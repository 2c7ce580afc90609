/// The relations that have a name of their own. What has none is a free attribute, by the words it was said in.
enum Catalogue {
    /// A relation of the catalogue, or a free attribute, which has one value at a time ("loyer", "couleur preferee").
    static func relation(_ name: String) -> Relation { known[name] ?? Relation(name, isSingle: true) }

    /// One value for ever.
    private static let lasting = "birthday birth_date born_in blood_type mother father"

    /// One value at a time.
    private static let single = """
        lives_in works_at works_as studies_at located_at name age phone email address code password diet relationship husband wife partner spouse boss doctor dentist \
        measures weighs costs shoe_size size state date
        """

    /// Several at a time.
    private static let several = """
        likes dislikes loves hates wants needs alias grandson granddaughter godson goddaughter prefers wishes fears allergic_to intolerant_to condition status takes eats drinks speaks studies has plays does supports wears drives habit \
        plan event did maintenance opinion owes lent lives_with is nickname collects knows \
        parent sister brother sibling son daughter child grandmother grandfather grandparent grandchild aunt uncle cousin niece nephew friend neighbour colleague \
        teacher nanny godmother godfather godchild stepmother stepfather mother_in_law father_in_law sister_in_law brother_in_law son_in_law daughter_in_law \
        twin roommate flatmate tenant landlord pet dog cat rabbit hamster fish parrot bird horse hen tortoise guinea_pig
        """

    static var all: [Relation] { known.values.sorted { $0.name < $1.name } }

    private static let known: [String: Relation] = {
        var table: [String: Relation] = [:]
        for name in several.split(separator: " ") { table[String(name)] = Relation(String(name)) }
        for name in single.split(separator: " ") { table[String(name)] = Relation(String(name), isSingle: true) }
        for name in lasting.split(separator: " ") { table[String(name)] = Relation(String(name), isSingle: true, isLasting: true) }
        return table
    }()
}

extension Relation {
    /// All relations that have a name of their own.
    static var catalogue: [Relation] { Catalogue.all }

    /// The relation that was last talked of: in "non, 4513", only who hears it knows which.
    static let last = Relation("@last")
}

extension Statement.Subject {
    /// The key of whoever was last talked of: in "elle travaille chez Airbus", said alone, only who hears it knows who "elle" is.
    static let last = "@last"
}
