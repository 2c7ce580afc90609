import Base
import Domain
import Foundation
import Lifecycle
import Observability
import Speech
import TestSupport
import Testing
import Wyoming

/// The protocol's reference, the Python package `wyoming`, as a client of the real worker, and as a server for ours.
@Suite(.timeLimit(.minutes(2))) struct PythonPeerTests {
    private static let python = Paths.root.appending(path: ".jarvis/venv/bin/python").path
    private static let isThere: Bool = {
        let packages = Paths.root.appending(path: ".jarvis/venv/lib")
        let files = FileManager.default.enumerator(at: packages, includingPropertiesForKeys: nil)
        return files?.contains { ($0 as? URL)?.path.hasSuffix("site-packages/wyoming/client.py") == true } == true
    }()

    private static let client = """
        import asyncio, sys
        from wyoming.audio import AudioChunk, AudioStart, AudioStop
        from wyoming.client import AsyncClient
        from wyoming.error import Error
        from wyoming.info import Describe, Info
        from wyoming.ping import Ping, Pong
        from wyoming.tts import Synthesize, SynthesizeVoice

        async def main(uri):
            async with AsyncClient.from_uri(uri) as client:
                await client.write_event(Describe().event())
                info = Info.from_event(await client.read_event())
                names = [voice.name for voice in info.tts[0].voices]
                print("program", info.tts[0].name, "fr" in names, "en-gb" in names, "en-us" in names)
                await client.write_event(Ping("é").event())
                print("pong", Pong.from_event(await client.read_event()).text)
                for voice in (SynthesizeVoice(language="fr"), SynthesizeVoice(name="en-us"), None, SynthesizeVoice(name="nobody")):
                    await client.write_event(Synthesize("Hé, 14:05 !", voice=voice).event())
                    event, samples = await client.read_event(), 0
                    if Error.is_type(event.type):
                        print("error", Error.from_event(event).code)
                        continue
                    start = AudioStart.from_event(event)
                    while not AudioStop.is_type((event := await client.read_event()).type):
                        samples += AudioChunk.from_event(event).samples
                    print("audio", start.rate, start.width, start.channels, samples > 10000)

        asyncio.run(main(sys.argv[1]))
        """

    private static let hearingClient = """
        import asyncio, sys, wave
        from wyoming.asr import Transcribe, Transcript
        from wyoming.audio import AudioChunk, AudioStart, AudioStop, wav_to_chunks
        from wyoming.client import AsyncClient
        from wyoming.info import Describe, Info
        from wyoming.vad import VoiceStarted, VoiceStopped
        from wyoming.wake import Detect, Detection, NotDetected

        async def feed(client, path, *first):
            for event in first:
                await client.write_event(event)
            with wave.open(path, "rb") as file:
                for chunk in wav_to_chunks(file, 1600, start_event=True, stop_event=False):
                    await client.write_event(chunk.event())
            silence = AudioChunk(16000, 2, 1, bytes(3200)).event()
            for _ in range(20):
                await client.write_event(silence)
            await client.write_event(AudioStop().event())

        async def main(uri, speech, wake):
            async with AsyncClient.from_uri(uri) as client:
                await client.write_event(Describe().event())
                info = Info.from_event(await client.read_event())
                print("asr", [model.name for model in info.asr[0].models], "wake", "hey_jarvis" in [model.name for model in info.wake[0].models])
            async with AsyncClient.from_uri(uri) as client:
                await feed(client, speech, Transcribe(language="en").event())
                while not Transcript.is_type((event := await client.read_event()).type):
                    pass
                print("transcript", Transcript.from_event(event).text)
            for path in (wake, speech):
                async with AsyncClient.from_uri(uri) as client:
                    await feed(client, path, Detect(names=["hey_jarvis"]).event())
                    event = await client.read_event()
                    print("detected", Detection.from_event(event).name if Detection.is_type(event.type) else NotDetected.is_type(event.type) and "nothing")
            async with AsyncClient.from_uri(uri) as client:
                await feed(client, speech)
                started, stopped = await client.read_event(), await client.read_event()
                print("voice", VoiceStarted.is_type(started.type), VoiceStopped.is_type(stopped.type))

        asyncio.run(main(*sys.argv[1:]))
        """

    /// A server that answers with the name of the voice it was asked for, as if it were audio.
    private static let server = """
        import asyncio, os, sys
        from wyoming.audio import AudioChunk, AudioStart, AudioStop
        from wyoming.error import Error
        from wyoming.info import Attribution, Describe, Info, TtsProgram, TtsVoice
        from wyoming.server import AsyncEventHandler, AsyncServer
        from wyoming.tts import Synthesize

        about = dict(attribution=Attribution(name="a", url="u"), installed=True, description=None, version=None)
        voices = [TtsVoice(name=name, languages=[tag], **about) for name, tag in (("amy", "en_US"), ("gilles", "fr_FR"))]
        info = Info(tts=[TtsProgram(name="piper", voices=voices, **about)])

        class Handler(AsyncEventHandler):
            async def handle_event(self, event):
                if Describe.is_type(event.type):
                    await self.write_event(info.event())
                elif Synthesize.is_type(event.type):
                    request = Synthesize.from_event(event)
                    if request.text == "error":
                        await self.write_event(Error(text="no", code="x").event())
                        return True
                    await self.write_event(AudioStart(16000, 2, 1).event())
                    await self.write_event(AudioChunk(16000, 2, 1, request.voice.name.encode("utf-16-le")).event())
                    if request.text == "leave":
                        return False
                    await self.write_event(AudioStop().event())
                return True

        async def main(path):
            server = AsyncServer.from_uri("unix://" + path)
            await server.start(Handler)
            print("ready", flush=True)
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
            os._exit(0)

        asyncio.run(main(sys.argv[1]))
        """

    private static let isWanted = isThere || ProcessInfo.processInfo.environment["CI"] == "true"
    private static let why: Comment = "the Python package wyoming is not in .jarvis/venv: pip install --require-hashes -r scripts/requirements-test-speech.txt"

    @Test(.enabled(if: isWanted, why)) func speaksThroughAnotherServer() async throws {
        let folder = try Paths.temporaryFolder()
        let path = folder.file("s.sock")
        let child = try await ChildProcess.launch(.init(executable: Self.python, arguments: ["-c", Self.server, path]), log: .silent)
        defer { child.closeInput() }
        #expect(try await child.announcement() == "ready")
        let synthesizer = WyomingSynthesizer(
            WyomingService(endpoint: .unix(path: path), timeLimits: .init(connect: .seconds(60), answer: .seconds(60))))
        #expect(
            try await synthesizer.voices() == [
                Voice(name: "amy", languages: ["en_US"], engine: "piper"), Voice(name: "gilles", languages: ["fr_FR"], engine: "piper"),
            ])
        for (language, name) in [(Language.french, "gilles"), (.english, "amy")] {
            let heard = Recording()
            try await synthesizer.synthesize(SpeechRequest(text: "x", language: language)) { await heard.add($0) }
            #expect(await heard.audio == AudioChunk(format: AudioFormat(rate: 16000), bytes: name.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
        }
        for text in ["error", "leave"] {
            let problem = await #expect(throws: Problem.self) { try await synthesizer.synthesize(SpeechRequest(text: text, language: .french)) { _ in } }
            #expect(problem?.code == .unavailable, "\(text)")
        }
    }

    @Test(.enabled(if: isWanted && Recordings.areThere && Recordings.commandModelIsThere, why)) func theReferenceTranscribesAndDetects() async throws {
        try await Worker.run { worker async throws in
            try await worker.speech.set(
                Vocabulary(language: .english, sentences: ["turn on the {room} light", "what time is it"], lists: ["room": ["living room", "kitchen"]]))
            let speech = try #require(Paths.shared("data/speech/speech_wyoming_faster_whisper/living_room_light_en.wav")).path
            let wake = try #require(Paths.shared("data/wake/tests/hey_jarvis/2.wav")).path
            #expect(
                try await Self.run(Self.hearingClient, worker, [speech, wake]) == [
                    "asr ['pocketsphinx'] wake True", "transcript turn on the living room light", "detected hey_jarvis", "detected nothing", "voice True True",
                ])
        }
    }

    @Test(.enabled(if: isWanted, why)) func theReferenceDescribesAndSynthesizes() async throws {
        try await Worker.run { worker async throws in
            let lines = try await Self.run(Self.client, worker, [])
            let audio = "audio 22050 2 1 True"
            #expect(lines == ["program espeak-ng True True True", "pong é", "\(audio)", "\(audio)", "\(audio)", "error unknown_voice"])
        }
    }

    /// What a script prints that talks to the worker.
    private static func run(_ script: String, _ worker: Worker, _ arguments: [String]) async throws -> [String] {
        guard case .unix(let path) = worker.endpoint else { return [] }
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = ["-c", script, "unix://\(path)"] + arguments
        process.standardOutput = output
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { end.yield($0.terminationStatus) }
        try process.run()
        var iterator = ends.makeAsyncIterator()
        #expect(await iterator.next() == 0)
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }
}
