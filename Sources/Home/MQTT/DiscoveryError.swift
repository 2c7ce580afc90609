/// Why a device's configuration cannot be used; English, for the log.
struct DiscoveryError: Error, Sendable, Hashable {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
