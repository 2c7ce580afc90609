import Testing
import Wyoming

struct MessageTests {
    private static let about = Info.About(name: "n", description: "d", version: nil, author: "a", address: "https://example.org")

    @Test(arguments: [
        Message.describe,
        .info(
            Info(
                speechToText: [.init(about: about, models: [])], textToSpeech: [.init(about: about, models: [.init(about: about, languages: ["fr", "fr-BE"])])])
        ),
        .synthesize(Synthesize(text: "bonjour")), .synthesize(Synthesize(text: "", voice: "v", language: "fr", speaker: "s", speed: 0.5)),
        .transcribe(Transcribe()), .transcribe(Transcribe(model: "m", language: "en")), .transcript(Transcript(text: "oui", language: "fr")),
        .audioStart(AudioLayout(rate: 48_000, width: 4, channels: 2)), .audioChunk(AudioLayout(rate: 8000), [1, 2]), .audioStop, .ping(nil), .ping("x"),
        .transcribe(Transcribe(context: .init(languages: ["fr", "en"], hotWords: ["salon"], wantsPartials: true))),
        .partialTranscript(Transcript(text: "al", words: [.init(text: "al", start: 0, end: 0.25)], confidence: 0.5, engine: "e")),
        .transcriptStart(language: "fr"), .transcriptChunk("a"), .transcriptStop, .synthesizeStart(Synthesize(text: "", voice: "v")), .synthesizeChunk("a"),
        .synthesizeStop, .synthesizeStopped, .detect(names: ["hey_jarvis"]), .detection(Detection(name: "n", timestamp: 5, score: 0.75)), .notDetected,
        .voiceStarted(timestamp: 20), .voiceStopped(timestamp: nil), .addition(.listen(.init(wakeWords: ["w"], cancelsEcho: true, suppressesNoise: true))),
        .addition(.playback(AudioLayout(rate: 16_000), [1, 2])), .addition(.cleaned(AudioLayout(rate: 16_000), [1, 2])),
        .addition(.reached(timestamp: 40)), .addition(.wakeJudged(wasSaid: false)), .addition(.embedVoice),
        .addition(.voiceEmbedding([0.5, -0.25], model: "m")),
        .addition(.setVocabulary(.init(language: "fr", sentences: ["allume le salon"], names: ["salon"]))), .addition(.done), .addition(.decode),
        .addition(.audioFile([0, 255])),
        .pong("x"), .error(Failure(text: "t", code: "c")), .other(Event(type: "select-program", data: ["name": "x"], payload: [1])),
    ])
    func comesBackAsItWas(_ message: Message) throws {
        #expect(try Message(message.event) == message)
    }

    @Test(arguments: [
        Event(type: "synthesize"), Event(type: "synthesize", data: ["text": 1]), Event(type: "synthesize", data: ["text": "x", "voice": "fr"]),
        Event(type: "synthesize", data: ["text": "x", "speed": "fast"]), Event(type: "transcript"), Event(type: "error"), Event(type: "audio-start"),
        Event(type: "audio-start", data: ["rate": 0, "width": 2, "channels": 1]), Event(type: "audio-start", data: ["rate": 1e12, "width": 2, "channels": 1]),
        Event(type: "audio-chunk", data: ["rate": 8000, "width": 0, "channels": 1], payload: [1]), Event(type: "info", data: ["tts": 1]),
        Event(type: "info", data: ["tts": [1]]), Event(type: "playback", data: ["rate": 8000, "width": 2, "channels": 1], payload: [1]),
        Event(type: "voice-embedding", data: ["values": ["x"], "model": "m"]), Event(type: "set-vocabulary", data: ["language": "fr", "sentences": "x"]),
        Event(type: "listen", data: ["cancels_echo": 1]), Event(type: "reached", data: ["timestamp": -1]), Event(type: "info", data: ["tts": [["name": nil]]]),
    ])
    func wrongFieldsAreAnErrorThatNamesThem(_ event: Event) {
        let error = #expect(throws: WyomingError.self) { try Message(event) }
        #expect(error?.code == .malformed)
    }

    @Test func endpoints() throws {
        #expect(try Endpoint("unix:/run/s") == .unix(path: "/run/s"))
        #expect(try Endpoint("unix:///run/s") == .unix(path: "/run/s"))
        #expect(try Endpoint("tcp://localhost:10200") == .tcp(host: "localhost", port: 10200))
        #expect(try Endpoint("tcp://[::1]:1") == .tcp(host: "::1", port: 1))
        #expect("\(Endpoint.tcp(host: "::1", port: 1))" == "tcp://[::1]:1")
        for text in [
            "", "unix:", "unix:relative", "tcp://", "tcp://host", "tcp://host:", "tcp://host:70000", "tcp://::1:1", "tcp://:1", "http://x:1", "tcp://a/b:1",
        ] {
            #expect(throws: WyomingError.self, "\(text)") { try Endpoint(text) }
        }
    }
}
