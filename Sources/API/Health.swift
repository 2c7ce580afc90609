/// `GET /health`
public struct Health: Codable, Hashable, Sendable {
    /// `ok`, or `degraded` when something that is wanted is down.
    public var status: String
    public var version: String
    /// Whether the owner account is still to be made.
    public var setupRequired: Bool
    public var uptimeSeconds: Double
    /// The state of each part by its name: `up`, `down`, `starting` or `off`.
    public var services: [String: String]

    public init(status: String, version: String, setupRequired: Bool, uptimeSeconds: Double, services: [String: String]) {
        self.status = status
        self.version = version
        self.setupRequired = setupRequired
        self.uptimeSeconds = uptimeSeconds
        self.services = services
    }

    enum CodingKeys: String, CodingKey {
        case status, version, services
        case setupRequired = "setup_required"
        case uptimeSeconds = "uptime_seconds"
    }
}
