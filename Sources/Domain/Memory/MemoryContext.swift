/// What the memory has for an answer that is about to be thought of.
public struct MemoryContext: Sendable, Hashable {
    /// How much was looked for: nothing for "merci", a little for most, much for "qu'est-ce qu'on avait dit sur les vacances ?".
    public enum Depth: String, Sendable { case none, light, deep }

    /// How the person is, judged by what they said lately.
    public enum Tone: String, Sendable { case even, upset, elated }

    public var depth: Depth
    /// What is remembered, a line each, in the language of the answer, what matters most first.
    public var lines: [String]
    public var tone: Tone

    public init(depth: Depth = .none, lines: [String] = [], tone: Tone = .even) {
        self.depth = depth
        self.lines = lines
        self.tone = tone
    }
}
