public import Foundation

/// Something that somebody should hear of soon, not only find in the trail.
public struct Alert: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case lockOut = "lock_out"
        case tokenReuse = "token_reuse"
        /// Many failed sign-ins within minutes.
        case failedSignIns = "failed_sign_ins"
        /// Many refused requests within minutes.
        case refusedRequests = "refused_requests"
        /// Somebody became owner or admin.
        case newRuler = "new_ruler"
        case factorRemoved = "factor_removed"
        /// The audit trail lacks something, or was changed.
        case trailBroken = "trail_broken"
        case test
    }

    public var kind: Kind
    public var household: Household.ID?
    public var at: Date
    /// Who it was about, from where and on what; cut and without control characters.
    public var name: String
    public var address: String
    public var target: String
    /// How many events it stands for.
    public var count: Int

    public init(_ kind: Kind, household: Household.ID? = nil, at: Date, name: String = "", address: String = "", target: String = "", count: Int = 1) {
        self.kind = kind
        self.household = household
        self.at = at
        self.name = name
        self.address = address
        self.target = target
        self.count = count
    }
}

/// What an alert says, in the language of whoever gets it.
public struct AlertText: Sendable, Hashable {
    public var subject: String
    public var body: String

    public init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// A way to somebody who is not looking: mail, a program elsewhere.
public protocol AlertChannel: Sendable {
    /// For logs and metrics: `mail`, `webhook`.
    var name: String { get }
    /// Returns when it is delivered to the next station. The same alert may be sent again after a failure.
    /// - Throws: with a message that says what to do, and holds no secret.
    func send(_ alert: Alert, _ text: AlertText) async throws
}
