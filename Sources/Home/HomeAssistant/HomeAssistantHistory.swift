import Base
import Domain
import Foundation
import HTTPClient

/// Past states, by `GET /api/history/period`.
struct HomeAssistantHistory: Sendable {
    /// The address of Home Assistant, without a slash at its end.
    let url: String
    let token: Secret
    let client: HTTPClient

    /// - Throws: `HouseError`.
    func states(of entity: String, from start: Date, to end: Date) async throws -> [EntityState] {
        guard !entity.isEmpty, entity.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || Self.isLetterOrDigit($0) }) else {
            throw HouseError(.refused, "\(entity) is not the id of an entity")
        }
        let query = "filter_entity_id=\(entity)&end_time=\(Timestamp.format(end))&significant_changes_only=0"
        let request = HTTPRequest(
            "\(url)/api/history/period/\(Timestamp.format(start))?\(query)", headers: ["Authorization": "Bearer \(token.reveal())"])
        let response: HTTPResponse
        do { response = try await client.send(request) } catch let error as HTTPClientError { throw HouseError(.notConnected, "\(error)") }
        switch response.status {
        case 200: break
        case 404: throw HouseError(.unsupported, "Home Assistant keeps no history: its history integration is not loaded")
        case 401, 403: throw HouseError(.refused, "Home Assistant does not accept the token for its history")
        default: throw HouseError(.refused, "Home Assistant answered with status \(response.status): \(response.text.prefix(200))")
        }
        guard let lists = try? JSONValue(parsing: response.body).array else { throw HouseError(.refused, "Home Assistant's history is not JSON") }
        return lists.flatMap { $0.array ?? [] }.compactMap { Self.state($0, of: entity) }.sorted { $0.updatedAt < $1.updatedAt }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func state(_ value: JSONValue, of entity: String) -> EntityState? {
        guard let text = value["state"]?.string, let changedAt = value["last_changed"]?.string.flatMap(Timestamp.parse) else { return nil }
        return EntityState(
            entity: entity, value: text, attributes: value["attributes"]?.object ?? [:], changedAt: changedAt,
            updatedAt: value["last_updated"]?.string.flatMap(Timestamp.parse) ?? changedAt)
    }
}
