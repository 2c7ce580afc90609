/// The emotional charge of a text, on the circumplex of Russell (1980).
public struct Affect: Sendable, Hashable, Codable {
    /// -1 (unpleasant) to 1 (pleasant).
    public var valence: Double
    /// 0 (calm) to 1 (excited).
    public var arousal: Double

    public init(valence: Double, arousal: Double) {
        self.valence = valence
        self.arousal = arousal
    }

    public static let neutral = Affect(valence: 0, arousal: 0)
}
