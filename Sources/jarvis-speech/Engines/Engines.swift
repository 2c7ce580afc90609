import Wyoming

// What the worker asks of its engines. Their calls may take as long as they need: each runs on a thread of its own.
// Audio is signed 16-bit, one channel, 16 kHz; times are milliseconds of the stream.

/// Makes ears, each for one microphone.
protocol EarMaker: Sendable {
    func ear(_ request: Addition.Listen) async throws -> any MicrophoneEar
}

/// Listens to one microphone.
protocol MicrophoneEar: Sendable {
    /// Takes the next samples and says what was noticed in them, the last of it how far it has listened.
    func append(_ samples: [Int16]) async throws -> [Message]
    /// Takes what is played beside the microphone.
    func played(_ samples: [Int16]) async throws
    /// Takes whether the word of the last wake had been said.
    func judged(wakeWasSaid: Bool) async throws
}

/// Tells voices apart.
protocol VoicePrinter: Sendable {
    var model: String { get }
    /// - Throws: `Refusal.tooShort`.
    func embed(_ samples: [Int16]) async throws -> [Float]
}

/// An engine, or a request, that did not do: told to the client.
struct Refusal: Error {
    let failure: Failure

    init(_ code: String, _ text: String) { failure = Failure(text: text, code: code) }

    static let tooShort = Refusal("too_short", "there is too little speech in it to tell the voice")
    static let noModel = Refusal("no_model", "no model for this is installed, or the one there is cannot be used: `describe` says why")
}
