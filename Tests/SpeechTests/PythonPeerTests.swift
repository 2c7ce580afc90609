import Foundation
import TestSupport
import Testing
import Wyoming

/// The protocol's reference, the Python package `wyoming`, as a client of the real worker.
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

    @Test(.enabled(if: isThere || ProcessInfo.processInfo.environment["CI"] == "true", "the Python package wyoming is not in .jarvis/venv: pip install -r scripts/requirements-test-speech.txt"))
    func theReferenceDescribesAndSynthesizes() async throws {
        try await Worker.run { worker async throws in
            guard case .unix(let path) = worker.endpoint else { return }
            let process = Process(), output = Pipe()
            process.executableURL = URL(filePath: Self.python)
            process.arguments = ["-c", Self.client, "unix://\(path)"]
            process.standardOutput = output
            let (ends, end) = AsyncStream.makeStream(of: Int32.self)
            process.terminationHandler = { end.yield($0.terminationStatus) }
            try process.run()
            var iterator = ends.makeAsyncIterator()
            #expect(await iterator.next() == 0)
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            let audio = "audio 22050 2 1 True"
            #expect(text.split(separator: "\n") == ["program espeak-ng True True True", "pong é", "\(audio)", "\(audio)", "\(audio)", "error unknown_voice"])
        }
    }
}
