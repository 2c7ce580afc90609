/// Turns words into 64-bit numbers that say nothing of the word to who does not hold the key: what the index keeps in the place of words.
///
/// SipHash-1-3 (Aumasson and Bernstein, 2012) as the standard library has it: seeded for each process, and with a key of its own in front.
struct WordHash: Sendable {
    private let key: (UInt64, UInt64)

    init() {
        var random = SystemRandomNumberGenerator()
        key = (random.next(), random.next())
    }

    /// Words of different `space`s never meet: stems of one language and of another, words as they are, names.
    func callAsFunction(_ word: UnsafeBufferPointer<UInt8>, in space: Space) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(key.0)
        hasher.combine(key.1)
        hasher.combine(space.rawValue)
        hasher.combine(bytes: UnsafeRawBufferPointer(word))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Of a folded word as it is, or of several with spaces between.
    func callAsFunction(_ words: some StringProtocol) -> UInt64 { Array(words.utf8).withUnsafeBufferPointer { self($0, in: .word) } }

    enum Space: UInt8, Sendable { case word, french, english }
}
