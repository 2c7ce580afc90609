public import API
public import Foundation

extension Client {
    /// Learns the voice of who is signed in.
    /// - Parameter recordings: three to six files of one sentence each.
    public func learnVoice(_ recordings: [Data]) async throws -> VoicePrintBody {
        try await send("POST", "/voice-print", VoicePrintRequest(recordings: recordings))
    }

    /// What is kept of it.
    public func voicePrint() async throws -> VoicePrintBody { try await get("/voice-print") }

    public func forgetVoice() async throws { try await delete("/voice-print") }
}
