/// Whether what is left behind the echo canceller is echo, or somebody who speaks over it.
///
/// What is left of an echo follows what is played: their ratio moves slowly (a little faster down, while the canceller learns). A person
/// makes it jump.
struct OwnVoice {
    /// How far above the usual a frame must stand: 8 dB.
    private static let jump: Float = 2.5
    /// Of the last frames (16 ms each), how many must.
    private static let needed = 3
    private static let window = 4
    /// A person who was heard goes on for at least this many frames (0.5 s).
    private static let hold = 31
    /// Frames in which the usual is first learned (0.5 s), at its largest.
    private static let settling = 31
    /// What is played rings on in the room: 2 dB less with each frame.
    private static let ringing: Float = 0.8

    private var echo: Float = 0
    private var loudest: Float = 0
    private var usual: Float = 1e-4
    private var learned = 0
    private var jumps: [Bool] = []
    private var left = 0
    private var background: Float = 50

    /// Takes the levels of a frame: what is left, and what was played (at the time it is heard). True when a person speaks.
    mutating func hearsPerson(left level: Float, played: Float) -> Bool {
        echo = max(played, echo * Self.ringing)
        loudest = max(played, loudest * 0.995)
        background = level < background ? max(4, level) : min(level, background * 1.005)
        // What is played in its pauses is less than what the room and the loudspeaker still do with it.
        let reference = max(echo, loudest * 0.03)
        guard reference > 1 else { return true }
        let ratio = level / reference
        guard learned >= Self.settling else {
            learned += 1
            usual = max(usual, ratio)
            return false
        }
        let jumped = ratio > usual * Self.jump && level > background * 2
        usual = ratio > usual ? min(ratio, usual * 1.03) : max(1e-4, ratio, usual * 0.985)
        if jumps.count == Self.window { jumps.removeFirst() }
        jumps.append(jumped)
        if jumps.count(where: { $0 }) >= Self.needed { left = Self.hold } else { left = max(0, left - 1) }
        return left > 0
    }

    /// Nothing is played any more.
    mutating func rest() {
        (echo, loudest, left) = (0, 0, 0)
        jumps.removeAll()
    }
}
