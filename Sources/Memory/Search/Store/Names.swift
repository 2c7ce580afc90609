/// The names of speakers and entities as numbers, by their hashes, and how much each speaker said.
struct Names: Sendable {
    private var numbers: [UInt64: UInt32] = [:]
    /// By speaker, then by owner: how many of their fragments there are, and how many are shared.
    private var said: [UInt32: [UInt16: (all: Int, shared: Int)]] = [:]
    /// By the number of a word.
    private var speakers: [UInt32: Set<UInt32>] = [:]

    var bytes: Int { numbers.capacity * 13 }

    func number(_ hash: UInt64) -> UInt32? { numbers[hash] }

    mutating func makeNumber(_ hash: UInt64) -> UInt32 {
        if let number = numbers[hash] { return number }
        let number = UInt32(numbers.count + 1)
        numbers[hash] = number
        return number
    }

    /// The number of a speaker, from the hashes of the name and of its words.
    mutating func makeSpeaker(_ hash: UInt64, words: [UInt64]) -> UInt32 {
        let number = makeNumber(hash)
        if said[number] == nil { for word in words { speakers[makeNumber(word), default: []].insert(number) } }
        return number
    }

    /// The speakers in whose name a word is, with how much they said that somebody may see.
    func speakers(_ word: UInt64, in view: People.View) -> [UInt32: Int] {
        var found: [UInt32: Int] = [:]
        for speaker in numbers[word].flatMap({ speakers[$0] }) ?? [] {
            let count = said[speaker]?.reduce(0) { $0 + ($1.key == view.user ? $1.value.all : $1.value.shared) } ?? 0
            if count > 0 { found[speaker] = count }
        }
        return found
    }

    mutating func count(_ speaker: UInt32, _ access: Slots.Access, _ change: Int) {
        said[speaker, default: [:]][access.owner, default: (0, 0)].all += change
        if access.isShared { said[speaker, default: [:]][access.owner, default: (0, 0)].shared += change }
    }
}
