public import Foundation

/// What is kept of a person's voice, to know it again: numbers that the voice cannot be made from.
public struct VoicePrint: Sendable, Hashable, Codable {
    /// The model that made the embeddings: those of another cannot be compared.
    public var model: String
    /// One for each sentence the person recorded, each of length 1.
    public var embeddings: [[Float]]
    public var enrolledAt: Date

    public init(model: String, embeddings: [[Float]], enrolledAt: Date) {
        self.model = model
        self.embeddings = embeddings
        self.enrolledAt = enrolledAt
    }
}

/// Keeps voice prints; one for each person. They go with the account.
public protocol VoicePrintStore: Sendable {
    /// Replaces the print that the person had.
    func save(_ print: VoicePrint, for principal: Principal) async throws
    /// Of everybody in the household, with their accounts as they are now.
    func voicePrints(of household: Household.ID) async throws -> [(user: User, print: VoicePrint)]
    /// Returns whether there was one.
    func deleteVoicePrint(for principal: Principal) async throws -> Bool
}
