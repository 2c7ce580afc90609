import Foundation
import HTTPServer
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(1))) struct FilesTests {
    private let folder: TemporaryFolder
    private let text = String(repeating: "Bonjour, je m'appelle Jarvis. ", count: 200)
    private let big = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }

    init() throws {
        folder = try Paths.temporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("app/sub"), withIntermediateDirectories: true)
        try write("app/index.html", Data("<h1>index</h1>".utf8))
        try write("app/sub/a b.txt", Data(text.utf8))
        try write("app/data.bin", Data(big))
        try write("app/.hidden", Data("top secret".utf8))
        try write("secret.txt", Data("top secret".utf8))
        try write("app/lib.js", Data("let x = 1".utf8))
        try write("app/lib.js.gz", Data([1, 2, 3]))
        try FileManager.default.createSymbolicLink(atPath: folder.file("app/link.txt"), withDestinationPath: folder.file("secret.txt"))
    }

    private func write(_ name: String, _ data: Data) throws { try data.write(to: URL(filePath: folder.file(name))) }

    private func router(fallsBackToIndex: Bool = false) -> Router {
        let files = StaticFiles(folder: folder.file("app"), fallsBackToIndex: fallsBackToIndex)
        var router = Router()
        router.fallback { try await files.respond(to: $0) }
        router.get("/assets/{path...}") { try await files.respond(to: $0, path: $0.parameter("path")) }
        return router
    }

    @Test func filesAreServedWithTheirType() async throws {
        try await withServer(router()) { port, _ in
            let client = try RawClient(port: port)
            let index = try await client.ask("GET", "/")
            #expect(index.text == "<h1>index</h1>" && index["content-type"] == "text/html; charset=utf-8")
            #expect(index["x-content-type-options"] == "nosniff")
            #expect(try await client.ask("GET", "/sub/a%20b.txt").text == text)
            #expect(try await client.ask("GET", "/assets/sub/a%20b.txt").text == text)
            let binary = try await client.ask("GET", "/data.bin")
            #expect(binary.body == big && binary["content-type"] == "application/octet-stream")
            let head = try await client.ask("HEAD", "/data.bin")
            #expect(head["content-length"] == "1000000")
            #expect(try await client.ask("POST", "/data.bin").status == 404)
        }
    }

    @Test func nothingOutsideIsReached() async throws {
        try await withServer(router()) { port, _ in
            let client = try RawClient(port: port)
            for path in [
                "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/sub/../../secret.txt", "/.hidden", "/link.txt", "/sub", "/nope", "/sub/",
                "//secret.txt", "/..%5Csecret.txt", "/assets/..%2F..%2Fsecret.txt",
            ] {
                let answer = try await client.ask("GET", path)
                #expect(answer.status == 404 && !answer.text.contains("top secret"), "\(path)")
            }
        }
    }

    @Test func knownVersionsAreNotSentAgain() async throws {
        try await withServer(router()) { port, _ in
            let client = try RawClient(port: port)
            let first = try await client.ask("GET", "/data.bin")
            let tag = try #require(first["etag"]), modified = try #require(first["last-modified"])
            for header in ["If-None-Match: \(tag)", "If-None-Match: \"x\", W/\(tag)", "If-None-Match: *", "If-Modified-Since: \(modified)"] {
                let answer = try await client.ask("GET", "/data.bin", headers: [header])
                #expect(answer.status == 304 && answer["etag"] == tag, "\(header)")
            }
            for header in ["If-None-Match: \"x\"", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", "If-Modified-Since: yesterday"] {
                #expect(try await client.ask("GET", "/data.bin", headers: [header]).status == 200, "\(header)")
            }
        }
    }

    @Test func rangesAreCutOut() async throws {
        try await withServer(router()) { port, _ in
            let client = try RawClient(port: port)
            let tag = try #require(try await client.ask("HEAD", "/data.bin")["etag"])
            for (range, expected) in [
                ("0-0", 0..<1), ("100-199", 100..<200), ("999000-", 999_000..<1_000_000), ("-5", 999_995..<1_000_000), ("500-9999999", 500..<1_000_000),
            ] {
                let answer = try await client.ask("GET", "/data.bin", headers: ["Range: bytes=\(range)", "If-Range: \(tag)"])
                #expect(answer.status == 206 && answer.body == Array(big[expected]), "\(range)")
                #expect(answer["content-range"] == "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/1000000")
            }
            let small = try await client.ask("GET", "/sub/a%20b.txt", headers: ["Range: bytes=0-6", "Accept-Encoding: gzip"])
            #expect(small.status == 206 && small.text == "Bonjour")
            for range in ["1000000-", "-0"] {
                let answer = try await client.ask("GET", "/data.bin", headers: ["Range: bytes=\(range)"])
                #expect(answer.status == 416 && answer["content-range"] == "bytes */1000000", "\(range)")
            }
            for header in ["Range: bytes=0-1,3-4", "Range: bytes=9-2", "Range: lines=1-2", "Range: bytes=a-b"] {
                #expect(try await client.ask("GET", "/data.bin", headers: [header]).status == 200, "\(header)")
            }
            #expect(try await client.ask("GET", "/data.bin", headers: ["Range: bytes=0-1", "If-Range: \"old\""]).status == 200)
        }
    }

    @Test func singlePageAppsFallBackToTheirIndex() async throws {
        try await withServer(router(fallsBackToIndex: true)) { port, _ in
            let client = try RawClient(port: port)
            #expect(try await client.ask("GET", "/chat/42").text == "<h1>index</h1>")
            #expect(try await client.ask("GET", "/missing.js").status == 404)
        }
    }

    @Test func textIsCompressedForThoseWhoTakeIt() async throws {
        try await withServer(router()) { port, _ in
            let client = try RawClient(port: port)
            let ready = try await client.ask("GET", "/lib.js", headers: ["Accept-Encoding: br, gzip;q=0.5"])
            #expect(ready.body == [1, 2, 3] && ready["content-encoding"] == "gzip" && ready["vary"] == "Accept-Encoding")
            for _ in 0..<2 {
                let made = try await client.ask("GET", "/sub/a%20b.txt", headers: ["Accept-Encoding: gzip"])
                #expect(made["content-encoding"] == "gzip" && made.body.count < 500)
                #expect(try gunzip(made.body) == Array(text.utf8))
            }
            for header in ["Accept-Encoding: identity", "Accept-Encoding: gzip;q=0", "X-No: x"] {
                #expect(try await client.ask("GET", "/sub/a%20b.txt", headers: [header]).text == text, "\(header)")
            }
            #expect(try await client.ask("GET", "/data.bin", headers: ["Accept-Encoding: gzip"])["content-encoding"] == nil)
        }
    }

    @Test func responsesAreCompressedByMiddleware() async throws {
        var router = Router(middleware: [Compression()])
        let text = text
        router.get("/text/{count}") { request in
            .json(Array(String(repeating: text, count: Int(request.parameter("count") ?? "") ?? 0).utf8))
        }
        router.get("/short") { _ in .text("short") }
        try await withServer(router) { port, _ in
            let client = try RawClient(port: port)
            for count in [1, 50] {
                let answer = try await client.ask("GET", "/text/\(count)", headers: ["Accept-Encoding: gzip"])
                #expect(answer["content-encoding"] == "gzip" && answer["vary"] == "Accept-Encoding")
                #expect(try gunzip(answer.body).count == text.utf8.count * count)
            }
            #expect(try await client.ask("GET", "/text/1")["content-encoding"] == nil)
            #expect(try await client.ask("GET", "/short", headers: ["Accept-Encoding: gzip"]).text == "short")
        }
    }

    /// Through the gzip program, so that the format is checked by someone else.
    private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = folder.file("out-\(UUID().uuidString).gz")
        try Data(bytes).write(to: URL(filePath: path))
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", path]
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(data)
    }
}
