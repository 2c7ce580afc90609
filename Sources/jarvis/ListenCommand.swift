import API
import AudioCodecs
import Base
import Foundation
import JarvisClient

/// `jarvis listen`: one spoken turn through the running server.
enum ListenCommand {
    /// The largest file that is read, in bytes.
    private static let largest = 64 << 20
    /// Seconds that an utterance may have.
    private static let longest = 30.0

    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let language = try invocation.spokenLanguage(command: "jarvis listen")
        let samples = try read(invocation.operands.first ?? "")
        let speak = invocation.value(of: "speak")
        let client = try await invocation.signedInClient()
        if !invocation.has("json") { invocation.console.note("…") }
        defer { invocation.console.clearNote() }
        var answer = Answer(invocation: invocation)
        let turn = try await client.listen(to: samples, language: language, conversation: invocation.value(of: "conversation"), speak: speak != nil)
        for try await event in turn {
            if case .transcript(let heard) = event, heard.final, !invocation.has("json") {
                invocation.console.clearNote()
                invocation.console.show(invocation.language(fr: "« \(heard.text) »\n", en: "“\(heard.text)”\n"))
            }
            try answer.take(event)
        }
        answer.finish()
        if let problem = answer.problem { throw ClientError(.refused, problem.detail ?? problem.title, problem: problem) }
        if let speak { try answer.recording.write(to: speak) }
        return ExitCode.done
    }

    private static func read(_ path: String) throws -> Data {
        let file = URL(filePath: path)
        guard let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize, size <= largest, let bytes = try? Data(contentsOf: file) else {
            throw Failure(
                fr: "Impossible de lire \(path) : est-ce un enregistrement de moins de 64 Mo ?",
                en: "Cannot read \(path): is it a recording of less than 64 MB?")
        }
        do throws(AudioError) {
            let samples = try AudioFile.read(Array(bytes), upTo: longest)
            return samples.withUnsafeBytes { Data($0) }
        } catch {
            throw Failure(
                fr: "\(path) ne peut pas être écouté : il faut un enregistrement lisible de trente secondes au plus.",
                en: "\(path) cannot be listened to: \(error.description).")
        }
    }
}
