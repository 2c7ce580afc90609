/// Values that may be forgotten, shared by all replicas where the store is a shared one.
public protocol Cache: Sendable {
    func value(for key: String) async throws -> [UInt8]?
    func set(_ value: [UInt8], for key: String, lifetime: Duration) async throws
    func remove(_ key: String) async throws
}

/// Nearest neighbours among vectors of one length, by cosine similarity.
public protocol VectorIndex: Sendable {
    func upsert(_ vector: [Float], id: String, for principal: Principal) async throws
    func nearest(to vector: [Float], limit: Int, for principal: Principal) async throws -> [(id: String, similarity: Double)]
    func remove(_ ids: [String], for principal: Principal) async throws
}
