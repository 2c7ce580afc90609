import Domain

/// Measures the stages of a turn, one after the other.
struct StageClock {
    private(set) var ended: [TurnTrace.Stage] = []
    private var last = ContinuousClock.now

    /// What has passed since the last stage ended was stage `name`.
    mutating func end(_ name: String) {
        let now = ContinuousClock.now
        ended.append(TurnTrace.Stage(name: name, milliseconds: ((now - last) / .microseconds(1) / 10).rounded() / 100))
        last = now
    }
}
