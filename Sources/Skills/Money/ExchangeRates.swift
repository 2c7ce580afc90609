import Base
import Domain
public import Foundation
public import HTTPClient
import Synchronization

/// The reference rates of the day, fetched when somebody asks for one, and kept on disk for the days without a network.
public final class ExchangeRates: Sendable {
    /// Where the European Central Bank publishes them, on working days at about 16:00.
    public static let source = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"

    private struct Kept: Codable {
        var table: RateTable
        var fetchedAt: Date

        enum CodingKeys: String, CodingKey {
            case table
            case fetchedAt = "fetched_at"
        }
    }

    private struct State {
        var isLoaded = false
        var kept: Kept?
        var triedAt: Date?
    }

    private let url: String
    private let file: URL?
    private let client: HTTPClient
    private let limits: HTTPRequest.Limits
    private let state = Mutex(State())

    /// In seconds: how long a table is not asked for anew, and how long after a failure.
    private static let fresh: TimeInterval = 6 * 3600, pause: TimeInterval = 60
    private static let fileLimit = 64 << 10

    /// - Parameters:
    ///   - file: where the last table is kept; `nil`: only in memory.
    ///   - patience: how long one request may take.
    public init(url: String = ExchangeRates.source, file: URL?, client: HTTPClient, patience: Duration = .seconds(6)) {
        self.url = url
        self.file = file
        self.client = client
        limits = HTTPRequest.Limits(connect: min(patience, .seconds(3)), total: patience, idle: patience, bodyBytes: 256 << 10, headerBytes: 16 << 10)
    }

    /// The newest table that can be had, and whether it could not be asked for anew; `nil` when there never was one.
    func table(now: Date) async throws -> (table: RateTable, isOld: Bool)? {
        let (kept, triedAt) = state.withLock { state in
            if !state.isLoaded {
                state.isLoaded = true
                state.kept = load()
            }
            return (state.kept, state.triedAt)
        }
        if let kept, (0..<Self.fresh).contains(now.timeIntervalSince(kept.fetchedAt)) { return (kept.table, false) }
        if let triedAt, (0..<Self.pause).contains(now.timeIntervalSince(triedAt)) { return kept.map { ($0.table, true) } }
        guard let table = try await fetch() else {
            state.withLock { $0.triedAt = now }
            return kept.map { ($0.table, true) }
        }
        let new = Kept(table: table, fetchedAt: now)
        state.withLock { $0.kept = new }
        save(new)
        return (table, false)
    }

    private func fetch() async throws -> RateTable? {
        do {
            let response = try await client.send(HTTPRequest(url, limits: limits, retry: RetryPolicy(attempts: 2, base: .milliseconds(100)), redirects: 3))
            return response.isSuccess ? RateTable(xml: MarkupReader.decode(response.body)) : nil
        } catch let error as HTTPClientError where error.code == .cancelled {
            throw CancellationError()
        } catch is HTTPClientError {
            return nil
        }
    }

    private func load() -> Kept? {
        guard let file, let handle = try? FileHandle(forReadingFrom: file), let data = try? handle.read(upToCount: Self.fileLimit) else { return nil }
        return try? JSON.decode(Kept.self, from: data)
    }

    /// What cannot be kept is asked for again: that is no reason to leave the question unanswered.
    private func save(_ kept: Kept) {
        guard let file, let data = try? JSON.encode(kept) else { return }
        try? data.write(to: file, options: .atomic)
    }
}
