public import Domain
public import Foundation
import Synchronization

/// Keeps what a weather service told for a while, so that asking twice asks it once, and so that there is something to tell when it is out of reach.
public final class WeatherCache: Sendable {
    /// A report, and how long ago it was had.
    public struct Answer: Sendable {
        public var report: WeatherReport
        public var age: TimeInterval
        /// The service could not be asked anew.
        public var isOld: Bool
    }

    private struct Entry {
        var report: WeatherReport
        var at: Date
    }

    /// In seconds: as good as new, and better than nothing.
    static let fresh: TimeInterval = 600, usable: TimeInterval = 3 * 3600
    /// Places that are remembered.
    static let limit = 32

    private let provider: any WeatherProvider
    private let entries = Mutex<[Coordinates: Entry]>([:])

    public init(_ provider: any WeatherProvider) { self.provider = provider }

    /// Throws what the provider throws, when there is nothing usable.
    public func weather(at place: Coordinates, now: Date) async throws -> Answer {
        let place = place.rounded
        let known = entries.withLock { $0[place] }
        // An age below zero: the clock was set back.
        if let known, (0..<Self.fresh).contains(now.timeIntervalSince(known.at)) {
            return Answer(report: known.report, age: now.timeIntervalSince(known.at), isOld: false)
        }
        do {
            let report = try await provider.report(for: place)
            entries.withLock { entries in
                entries[place] = Entry(report: report, at: now)
                if entries.count > Self.limit, let oldest = entries.min(by: { $0.value.at < $1.value.at }) { entries[oldest.key] = nil }
            }
            return Answer(report: report, age: 0, isOld: false)
        } catch let error as CancellationError {
            throw error
        } catch {
            guard let known, (0..<Self.usable).contains(now.timeIntervalSince(known.at)) else { throw error }
            return Answer(report: known.report, age: now.timeIntervalSince(known.at), isOld: true)
        }
    }
}
