import Foundation
import TestSupport

@testable import Recognition

/// Models that sherpa-onnx takes, for words that are tones (Tests/ToyModels/recognition.py).
enum ToyModels {
    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileManager.default.isExecutableFile(atPath: $0) }

    struct Made: Sendable {
        let folder: TemporaryFolder
        let tones: [String: Double]

        func path(_ name: String) -> String { folder.url.appending(path: name).path }

        /// Words as sounds, 0.3 s each and 0.1 s apart, after 0.2 s of silence.
        func say(_ text: String) -> [Int16] {
            var samples = Sounds.silence(0.2)
            for word in text.split(separator: " ") {
                let tone = tones[String(word)] ?? 300
                samples += (0..<4_800).map { Int16(10_000 * sin(2 * .pi * tone * Double($0) / 16_000)) } + Sounds.silence(0.1)
            }
            return samples + Sounds.silence(0.2)
        }
    }

    static let made: Result<Made, any Error> = Result {
        let folder = try Paths.temporaryFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "ToyModels/recognition.py")
        let process = Process()
        process.executableURL = URL(filePath: python ?? "/usr/bin/python3")
        process.arguments = [script.path, folder.url.path]
        try process.run()
        process.waitUntilExit()
        let data = try Data(contentsOf: folder.url.appending(path: "tones.json"))
        return Made(folder: folder, tones: try JSONDecoder().decode([String: Double].self, from: data))
    }
}
