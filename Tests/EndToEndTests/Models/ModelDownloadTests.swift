import Foundation
import HTTPClient
import HTTPServer
import Lifecycle
import Observability
import Synchronization
import TestSupport
import Testing

@testable import jarvis

/// Downloads from a hub that breaks off, lies, or knows no ranges.
@Suite(.timeLimit(.minutes(1))) struct ModelDownloadTests {
    private let folder: TemporaryFolder
    private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    init() throws { folder = try Paths.temporaryFolder() }

    private func file(_ size: Int? = nil, sha256: String? = nil) throws -> CatalogueFile {
        let place = URL(filePath: folder.file("original"))
        try Data(content).write(to: place)
        return CatalogueFile(path: "a/model.onnx", size: size ?? content.count, checksum: .sha256(try sha256 ?? FileDigest.sha256(of: place) ?? ""))
    }

    /// - Parameter answer: what is sent for a file, given where the client wants to begin.
    private func withHub(_ answer: @escaping @Sendable (Int) -> Response, _ body: (String) async throws -> Void) async throws {
        var router = Router()
        router.get("/hub/a/model.onnx") { request in
            answer(request.headers["Range"].flatMap { Int($0.dropFirst("bytes=".count).dropLast()) } ?? 0)
        }
        let server = try HTTPServer(configuration: .init(port: 0, threads: 1), router: router, log: .silent)
        try await server.start()
        let shutdown = Shutdown()
        // Owned here: ended below in every case.
        let running = Task { try await server.run(until: shutdown) }
        let result: Result<Void, any Error>
        do { result = .success(try await body("http://127.0.0.1:\(server.boundPort ?? 0)/hub")) } catch { result = .failure(error) }
        shutdown.request()
        try await running.value
        try result.get()
    }

    private func whole(_ start: Int) -> Response {
        start == 0 ? Response(body: .bytes(content)) : Response(.partialContent, body: .bytes(Array(content[start...])))
    }

    @Test func aFileIsFetchedAndChecked() async throws {
        let seen = Mutex<[Int]>([])
        let target = URL(filePath: folder.file("model.onnx"))
        try await withHub(whole) { hub in
            let download = ModelDownload(client: try HTTPClient()) { bytes, _ in seen.withLock { $0.append(bytes) } }
            let digest = try await download.fetch(try file(), from: hub, to: target)
            #expect(try Data(contentsOf: target) == Data(content))
            #expect(try FileDigest.sha256(of: target) == digest)
            #expect(seen.withLock { $0.last } == content.count && seen.withLock { $0 == $0.sorted() })
            // What is there is not fetched again.
            _ = try await ModelDownload(client: try HTTPClient()) { _, _ in Issue.record("fetched again") }.fetch(try file(), from: hub, to: target)
        }
    }

    @Test(arguments: [true, false]) func aBrokenDownloadGoesOn(_ knowsRanges: Bool) async throws {
        let target = URL(filePath: folder.file("model.onnx")), starts = Mutex<[Int]>([])
        try Data(content.prefix(70_000)).write(to: target.appendingPathExtension("partial"))
        try await withHub({ start in
            starts.withLock { $0.append(start) }
            return knowsRanges ? self.whole(start) : self.whole(0)
        }) { hub in
            _ = try await ModelDownload(client: try HTTPClient()) { _, _ in }.fetch(try file(), from: hub, to: target)
        }
        #expect(starts.withLock { $0 } == [70_000])
        #expect(try Data(contentsOf: target) == Data(content))
    }

    @Test func whatIsNotExpectedIsNotKept() async throws {
        let target = URL(filePath: folder.file("model.onnx"))
        let answers: [(Response, CatalogueFile)] = [
            (whole(0), try file(sha256: String(repeating: "0", count: 64))), (whole(0), try file(1_000)), (whole(0), try file(300_000)),
            (Response(.notFound), try file()), (Response(body: .bytes(Array("<html>".utf8))), try file()),
        ]
        for (answer, file) in answers {
            try await withHub({ _ in answer }) { hub in
                await #expect(throws: Failure.self) {
                    try await ModelDownload(client: try HTTPClient()) { _, _ in }.fetch(file, from: hub, to: target)
                }
                #expect(!FileManager.default.fileExists(atPath: target.path))
            }
            try? FileManager.default.removeItem(at: target.appendingPathExtension("partial"))
        }
    }

    @Test func theCatalogueIsWhole() {
        #expect(Set(ModelCatalogue.models.map(\.name)).count == ModelCatalogue.models.count)
        for model in ModelCatalogue.models {
            #expect(SpeechModel.isName(model.name) && !model.licence.isEmpty && model.source.hasPrefix("https://") && !model.languages.isEmpty)
            for file in model.files.values {
                switch file.checksum {
                case .sha256(let digits): #expect(digits.count == 64 && digits.allSatisfy(\.isHexDigit))
                case .md5(let digits): #expect(digits.count == 32 && digits.allSatisfy(\.isHexDigit))
                }
                #expect(file.size > 0 && SpeechModel.isName(file.name))
            }
        }
        for given in ["siwis", "tom", "upmc", "gilles", "mls"] { #expect(ModelCatalogue.models.contains { $0.name.hasPrefix("fr_FR-\(given)-") }) }
    }

    @Test func modelsAreInstalledVerifiedAndRemoved() throws {
        let models = ModelFolder(home: folder.url.path)
        #expect(models.installed().isEmpty)
        let workshop = try models.workshop(for: "toy")
        try Data([1, 2, 3]).write(to: workshop.appending(path: "a.onnx"))
        let model = SpeechModel(
            name: "toy", kind: "whisper", languages: ["fr"], licence: "MIT", source: "here", files: ["encoder": "a.onnx"],
            sha256: ["a.onnx": try FileDigest.sha256(of: workshop.appending(path: "a.onnx")) ?? ""], size: 3)
        try models.install(model, from: workshop)
        #expect(models.installed() == [model])
        #expect(try models.spoilt(model).isEmpty)
        try Data([1, 2, 4]).write(to: models.place(of: "toy").appending(path: "a.onnx"))
        #expect(try models.spoilt(model) == ["a.onnx"])
        try FileManager.default.removeItem(at: models.place(of: "toy").appending(path: "a.onnx"))
        #expect(try models.spoilt(model) == ["a.onnx"])
        #expect(throws: Failure.self) { try models.remove("../toy") }
        try models.remove("toy")
        #expect(models.installed().isEmpty)
    }
}
