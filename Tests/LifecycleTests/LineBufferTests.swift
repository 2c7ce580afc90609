@testable import Lifecycle
import Testing

@Suite struct LineBufferTests {
    @Test func linesComeOutWholeHoweverTheBytesArrive() {
        let text = "un\r\ndeux\n\nété"
        for size in 1...text.utf8.count {
            var buffer = LineBuffer(limit: 100)
            var lines: [String] = []
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) { lines += buffer.append(bytes[start..<min(start + size, bytes.count)]) }
            if let last = buffer.finish() { lines.append(last) }
            #expect(lines == ["un", "deux", "été"])
        }
    }

    @Test func aLongLineIsHandedOutOnceAndCut() {
        var buffer = LineBuffer(limit: 4)
        #expect(buffer.append("abcdefgh".utf8) == ["abcd…"])
        #expect(buffer.append("ijkl\nmn\n".utf8) == ["mn"])
        #expect(buffer.finish() == nil)
    }

    @Test func brokenTextIsRepaired() {
        var buffer = LineBuffer(limit: 10)
        #expect(buffer.append([0x61, 0xFF, 0x0A]) == ["a\u{FFFD}"])
    }
}
