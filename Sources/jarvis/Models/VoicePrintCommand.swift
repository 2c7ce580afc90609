import API
import Base
import Foundation
import JarvisClient

/// `jarvis voices learn|mine|forget`: the voice of who is signed in.
enum VoicePrintCommand {
    /// Of one recording, in bytes: half a minute.
    private static let limit = 2 << 20

    @Sendable static func learn(_ invocation: Invocation) async throws -> Int32 {
        let recordings = try invocation.operands.map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(fr: "Impossible de lire \(path).", en: "Cannot read \(path).")
            }
            guard data.count <= limit else { throw Failure(fr: "\(path) est trop long : une phrase suffit.", en: "\(path) is too long: one sentence will do.") }
            return data
        }
        let print = try await invocation.signedInClient().learnVoice(recordings)
        invocation.console.show(
            invocation.language(
                fr: "Votre voix est connue (\(print.sentences) phrases). « jarvis voices forget » l'oublie.\n",
                en: "Your voice is known (\(print.sentences) sentences). `jarvis voices forget` forgets it.\n"))
        return ExitCode.done
    }

    @Sendable static func show(_ invocation: Invocation) async throws -> Int32 {
        try invocation.print([try await invocation.signedInClient().voicePrint()]) {
            "\($0.model)  \(LocalTime.text($0.enrolledAt))  \(invocation.language(fr: "\($0.sentences) phrases", en: "\($0.sentences) sentences"))"
        }
        return ExitCode.done
    }

    @Sendable static func forget(_ invocation: Invocation) async throws -> Int32 {
        try await invocation.signedInClient().forgetVoice()
        return ExitCode.done
    }
}
