import Base
import Domain
import Foundation
import HTTPClient

/// What both weather services have in common: one small request, read as JSON.
struct WeatherFetch: Sendable {
    let client: HTTPClient
    /// For problems: `Open-Meteo`.
    let service: String
    /// With its query, if it has one.
    let url: String

    private let limits: HTTPRequest.Limits
    private static let retry = RetryPolicy(attempts: 2, base: .milliseconds(100), maximum: .milliseconds(200), longestRetryAfter: .zero)

    /// - Parameters:
    ///   - path: put behind an address that has none.
    ///   - patience: for the whole of one request.
    init(client: HTTPClient, service: String, url: String, path: String, patience: Duration) {
        self.client = client
        // A forecast is some 30 KB.
        limits = HTTPRequest.Limits(connect: min(patience, .seconds(3)), total: patience, idle: patience, bodyBytes: 512 << 10, headerBytes: 16 << 10)
        self.service = service
        let halves = url.split(separator: "?", maxSplits: 1)
        var address = halves.first.map(String.init) ?? ""
        while address.hasSuffix("/") { address.removeLast() }
        let hasPath = (address.range(of: "://").map { address[$0.upperBound...].contains("/") }) ?? false
        self.url = address + (hasPath ? "" : path) + (halves.count > 1 ? "?" + halves[1] : "")
    }

    func get<Answer: Decodable>(_ type: Answer.Type, _ query: [(String, String)]) async throws -> Answer {
        let parameters = query.map { "\($0)=\($1)" }.joined(separator: "&")
        let response: HTTPResponse
        do {
            response = try await client.send(
                HTTPRequest(url + (url.contains("?") ? "&" : "?") + parameters, headers: ["Accept": "application/json"], limits: limits, retry: Self.retry))
        } catch let error as HTTPClientError {
            if error.code == .cancelled { throw CancellationError() }
            throw Problem(.unavailable, "\(service) cannot be reached: \(error.message)")
        }
        guard response.isSuccess else { throw Problem(.unavailable, "\(service) answered with status \(response.status)") }
        do {
            return try JSON.decode(type, from: Data(response.body))
        } catch {
            throw Problem(.unavailable, "\(service) answered something that is no forecast: check JARVIS_WEATHER_URL")
        }
    }
}

extension Double {
    /// `nil` for what no thermometer on earth shows.
    var asTemperature: Double? { (-95...65).contains(self) ? self : nil }
    var asChance: Double? { (0...100).contains(self) ? self : nil }
    var asWind: Double? { (0...500).contains(self) ? self : nil }
}

extension Coordinates {
    /// "48.9", as URLs have it.
    static func text(_ degrees: Double) -> String {
        let tenths = Int(saturating: (degrees * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
