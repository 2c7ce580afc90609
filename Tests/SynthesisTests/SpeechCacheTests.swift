import Synthesis
import Testing

@Suite struct SpeechCacheTests {
    private func audio(_ bytes: Int) -> [[UInt8]] { [[UInt8](repeating: 1, count: bytes)] }

    @Test func whatWasSaidIsThereAtOnce() {
        let cache = SpeechCache()
        let done = SpeechPiece("C'est fait.", voice: "fr")
        #expect(cache.audio(of: done, by: "espeak-ng") == nil)
        cache.keep([[1, 2], [3, 4]], of: done, by: "espeak-ng")
        #expect(cache.audio(of: done, by: "espeak-ng") == [[1, 2], [3, 4]])
        #expect(cache.figures.hits == 1 && cache.figures.misses == 1 && cache.figures.hitRate == 0.5)
        // Said otherwise, it is something else.
        for change in [
            { $0.speed = 1.1 }, { $0.voice = "fr-be" }, { $0.volume = 0.5 }, { $0.text = "C'est fait !" }, { $0.speaker = "x" }, { $0.isLast = false },
        ]
            as [(inout SpeechPiece) -> Void]
        {
            var other = done
            change(&other)
            #expect(cache.audio(of: other, by: "espeak-ng") == nil)
        }
        #expect(cache.audio(of: done, by: "piper") == nil)
    }

    @Test func itKeepsToItsBoundsAndForgetsWhatIsNotAskedFor() {
        let cache = SpeechCache(limit: 100_000)
        let favourite = SpeechPiece("favourite", voice: "fr")
        cache.keep(audio(8000), of: favourite, by: "espeak-ng")
        for turn in 0..<100 {
            cache.keep(audio(8000), of: SpeechPiece("\(turn)", voice: "fr"), by: "espeak-ng")
            #expect(cache.audio(of: favourite, by: "espeak-ng") != nil)
            #expect(cache.figures.bytes <= 100_000)
        }
        #expect((10...12).contains(cache.figures.pieces))
        #expect(cache.audio(of: SpeechPiece("99", voice: "fr"), by: "espeak-ng") != nil)
        #expect(cache.audio(of: SpeechPiece("50", voice: "fr"), by: "espeak-ng") == nil)
        // The same again takes no more room; nothing, and what is too large, takes none.
        let before = cache.figures
        cache.keep(audio(8000), of: favourite, by: "espeak-ng")
        cache.keep(audio(50_000), of: SpeechPiece("large", voice: "fr"), by: "espeak-ng")
        cache.keep([], of: SpeechPiece("empty", voice: "fr"), by: "espeak-ng")
        #expect(cache.figures == before)
    }
}
