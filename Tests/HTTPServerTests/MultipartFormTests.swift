import HTTPServer
import Testing

@Suite struct MultipartFormTests {
    private let type = "multipart/form-data; boundary=\"b 1\""

    private func form(_ text: String) throws -> MultipartForm { try MultipartForm(Array(text.utf8), contentType: type) }

    @Test func fieldsAndFiles() throws {
        let text =
            "--b 1\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nfr\r\n--b 1  \r\n"
            + "content-disposition: form-data; name=file; filename=\"a \\\"b\\\".wav\"\r\nContent-Type: audio/wav\r\n\r\n\r\n--b 2\r\nx\r\n--b 1--\r\nbehind"
        let form = try form(text)
        #expect(form["language"] == "fr" && form["file"] == nil && form["none"] == nil)
        #expect(form.parts[1].fileName == "a \"b\".wav" && form.parts[1].bytes.elementsEqual("\r\n--b 2\r\nx".utf8))
        #expect(try MultipartForm(Array("--x--".utf8), contentType: "Multipart/Form-Data;boundary=x").parts.isEmpty)
    }

    @Test(
        arguments: [
            "", "--b 1", "--b 1\r\n", "x--b 1--", "--b 1\r\n\r\n--b 1--", "--b 1\r\nContent-Disposition: form-data; name=a\r\n--b 1--",
            "--b 1\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b 1--", "--b 1\r\nContent-Disposition: form-data; name=a\r\n\r\nx",
            "--b 1x\r\n--b 1--", "--b 1\r\nA: " + String(repeating: "a", count: 5_000) + "\r\n\r\nx\r\n--b 1--",
            String(repeating: "--b 1\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n", count: 65) + "--b 1--",
        ])
    func damagedFormsAreRefused(_ text: String) {
        #expect(throws: HTTPError.self) { try form(text) }
    }

    @Test(arguments: [nil, "", "application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; charset=x"])
    func otherTypesAreRefused(_ type: String?) {
        #expect(throws: HTTPError.self) { try MultipartForm([], contentType: type) }
    }

    /// Whatever comes, it ends in a form or an error.
    @Test func anythingEnds() {
        var random = SplitMix(state: 7)
        let pieces = ["--b 1", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", ";", "\"", "\\", "x", " ", "filename=", "\r", "\n", "b 1"]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            _ = try? form(text)
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
