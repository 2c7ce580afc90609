import Domain

/// Whose fragments there are, and how many of each: what a search counts is what its user may see, and nothing else.
struct People: Sendable {
    /// Of all fragments of somebody, and of those that they share.
    struct Counts: Sendable {
        var all = Amount()
        /// The sum of the lengths of all passages: of each fragment with those around it, which count less the further they are.
        var passages = 0.0
        /// How many fragments hold each term.
        var terms: [UInt32] = []

        /// Counts a fragment, or takes it out of the count.
        mutating func count(_ change: Int, _ tokens: Int, _ held: [(term: Int, frequency: Int)], isAlone: Bool) {
            all.add(change, tokens * change)
            if isAlone { passages += Double(tokens * change) }
            guard let last = held.last?.term else { return }
            if last >= terms.count { terms.append(contentsOf: repeatElement(0, count: max(64, terms.count / 4, last + 1 - terms.count))) }
            for (term, _) in held { terms[term] = UInt32(Int(terms[term]) + change) }
        }
    }

    struct Person: Sendable {
        var own = Counts(), shared = Counts()
    }

    /// What somebody may see.
    struct View: Sendable {
        /// Their number.
        var user: UInt16
        var fragments = 0
        /// Terms in a fragment, and in a fragment with those around it.
        var meanLength: Float = 1, meanPassage: Float = 1
        /// Whether that is all there is, so that nothing needs to be asked for its owner.
        var isEverything = true
    }

    private var numbers: [User.ID: UInt16] = [:]
    private var persons: [Person] = []
    /// A number that nobody has: of one who has no fragments, and sees what is shared.
    private static let nobody: UInt16 = .max - 1

    var bytes: Int { persons.reduce(0) { $0 + ($1.own.terms.capacity + $1.shared.terms.capacity) * 4 } }

    /// `nil` when there are more people than a household has.
    mutating func makeNumber(of user: User.ID) -> UInt16? {
        if let number = numbers[user] { return number }
        guard persons.count < Int(Self.nobody) else { return nil }
        numbers[user] = UInt16(persons.count)
        persons.append(Person())
        return UInt16(persons.count - 1)
    }

    subscript(number: Int) -> Person {
        get { persons[number] }
        _modify { yield &persons[number] }
    }

    func view(of user: User.ID) -> View {
        var view = View(user: numbers[user] ?? Self.nobody), tokens = 0, passages = 0.0
        for (index, person) in persons.enumerated() {
            let isOwn = index == Int(view.user), counts = isOwn ? person.own : person.shared
            view.fragments += counts.all.fragments
            tokens += counts.all.tokens
            passages += counts.passages
            if !isOwn && person.own.all.fragments > person.shared.all.fragments { view.isEverything = false }
        }
        view.meanLength = Float(max(tokens, 1)) / Float(max(view.fragments, 1))
        view.meanPassage = Float(max(passages, 1)) / Float(max(view.fragments, 1))
        return view
    }

    /// How many of the fragments that somebody may see hold a term.
    func count(of term: Int, in view: View) -> Int {
        var count = 0
        for index in persons.indices {
            if index == Int(view.user) {
                if term < persons[index].own.terms.count { count += Int(persons[index].own.terms[term]) }
            } else if term < persons[index].shared.terms.count {
                count += Int(persons[index].shared.terms[term])
            }
        }
        return count
    }
}

/// How many fragments, with how many terms.
struct Amount: Sendable {
    var fragments = 0, tokens = 0

    mutating func add(_ fragments: Int, _ tokens: Int) {
        self.fragments += fragments
        self.tokens += tokens
    }
}
