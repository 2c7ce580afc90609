/// Lets only what stands out of the room's noise through, with what came just before it: a state machine over pieces of a microphone.
struct VoiceGate: Sendable {
    /// Decibels above the noise, and of full scale, from which on something is let through.
    static let rise = 8.0, least = -55.0
    /// How many pieces of 32 milliseconds from before are let through too, and how long it stays open after the last loud one: longer than the pause
    /// after which an utterance is over, so that who listens hears that pause.
    static let before = 16, after = 78

    private var meter = LevelMeter()
    private var past: [[UInt8]] = []
    private var left = 0

    var isOpen: Bool { left > 0 }

    /// - Returns: what is to be let through now.
    mutating func take(_ piece: [UInt8]) -> [[UInt8]] {
        meter.take(piece)
        let level = LevelMeter.decibels(of: piece)
        if level > Self.least, level > (meter.floor ?? level) + Self.rise {
            left = Self.after
        } else {
            left = max(0, left - 1)
        }
        past.append(piece)
        guard isOpen else {
            if past.count > Self.before { past.removeFirst(past.count - Self.before) }
            return []
        }
        defer { past = [] }
        return past
    }
}
