import Domain
import Foundation
public import HTTPClient
import Synchronization

/// Fetches the feeds of the configuration when somebody asks for the news, and keeps them for a while.
public final class NewsDesk: Sendable {
    /// How many feeds are read.
    public static let feedLimit = 10

    private struct Entry {
        var feed: Feed
        var at: Date
    }

    /// What was read, and the age of the oldest of it in seconds, where it could not be read anew.
    struct Answer: Sendable {
        var feeds: [Feed]
        var oldest: TimeInterval?
    }

    /// In seconds: as good as new, and better than nothing.
    private static let fresh: TimeInterval = 600, usable: TimeInterval = 6 * 3600

    let urls: [String]
    private let client: HTTPClient
    private let limits: HTTPRequest.Limits
    private let entries = Mutex<[String: Entry]>([:])

    /// - Parameters:
    ///   - urls: of RSS or Atom feeds, the most important first; those beyond `feedLimit` are left out.
    ///   - patience: how long one request may take.
    public init(urls: [String], client: HTTPClient, patience: Duration = .seconds(6)) {
        self.urls = Array(urls.prefix(Self.feedLimit))
        self.client = client
        limits = HTTPRequest.Limits(connect: min(patience, .seconds(3)), total: patience, idle: patience, bodyBytes: 1 << 20, headerBytes: 16 << 10)
    }

    /// In the order of the configuration; feeds that cannot be had are left out.
    func read(now: Date) async throws -> Answer {
        let found = try await withThrowingTaskGroup(of: Found?.self) { group in
            for (index, url) in urls.enumerated() {
                group.addTask { try await self.entry(url, now: now).map { Found(index: index, entry: $0.entry, isOld: $0.isOld) } }
            }
            var found: [Found] = []
            for try await one in group { if let one { found.append(one) } }
            return found.sorted { $0.index < $1.index }
        }
        let oldest = found.filter(\.isOld).map { now.timeIntervalSince($0.entry.at) }.max()
        return Answer(feeds: found.map(\.entry.feed), oldest: oldest)
    }

    private struct Found: Sendable {
        let index: Int
        let entry: Entry
        let isOld: Bool
    }

    private func entry(_ url: String, now: Date) async throws -> (entry: Entry, isOld: Bool)? {
        let known = entries.withLock { $0[url] }
        if let known, (0..<Self.fresh).contains(now.timeIntervalSince(known.at)) { return (known, false) }
        if let feed = try await fetch(url) {
            let entry = Entry(feed: feed, at: now)
            entries.withLock { $0[url] = entry }
            return (entry, false)
        }
        guard let known, (0..<Self.usable).contains(now.timeIntervalSince(known.at)) else { return nil }
        return (known, true)
    }

    private func fetch(_ url: String) async throws -> Feed? {
        do {
            let response = try await client.send(HTTPRequest(url, limits: limits, retry: .never, redirects: 3))
            return response.isSuccess ? Feed(xml: MarkupReader.decode(response.body)) : nil
        } catch let error as HTTPClientError where error.code == .cancelled {
            throw CancellationError()
        } catch is HTTPClientError {
            return nil
        }
    }
}
