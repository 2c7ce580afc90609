import Synchronization
import Wyoming

/// A model that clients can ask for: tried in a process of its own, loaded when it is first needed.
final class Offer<Engine: Sendable>: Sendable {
    enum State: Sendable {
        /// Not tried yet.
        case unknown
        case sound
        /// With the reason.
        case unusable(String)
    }

    let listing: Info.Model
    private let probe: @Sendable () async -> String?
    private let load: @Sendable () async throws -> Engine

    private struct Loading {
        var state = State.unknown
        /// Held here, for all who ask meanwhile and later.
        var task: Task<Engine, any Error>?
    }
    private let loading = Mutex(Loading())

    /// - Parameters:
    ///   - probe: tries the model where a crash harms nobody; the reason when it will not do.
    ///   - load: loads it into this process.
    init(_ listing: Info.Model, probe: @escaping @Sendable () async -> String?, load: @escaping @Sendable () async throws -> Engine) {
        self.listing = listing
        self.probe = probe
        self.load = load
    }

    var name: String { listing.about.name }
    var languages: [String] { listing.languages }
    var isUsable: Bool { loading.withLock { if case .unusable = $0.state { false } else { true } } }

    /// For `describe`: a model that cannot be used is not installed, and its description says why.
    var model: Info.Model {
        guard case .unusable(let reason) = loading.withLock({ $0.state }) else { return listing }
        var model = listing
        model.about.isInstalled = false
        model.about.description = reason
        return model
    }

    /// Whether it speaks or understands a language: a region is not looked at.
    func speaks(_ tag: String) -> Bool {
        languages.isEmpty || languages.contains { areOneLanguage($0, tag) }
    }

    /// Whether somebody asked for it already: it is loaded, or being loaded.
    var isWanted: Bool { loading.withLock { $0.task != nil } }

    /// The loaded model.
    /// - Throws: `Refusal.noModel`.
    func engine() async throws -> Engine {
        let task = loading.withLock { loading in
            if let task = loading.task { return task }
            let task = Task {
                if let reason = await probe() { throw self.unusable(reason) }
                do {
                    let engine = try await load()
                    self.loading.withLock { $0.state = .sound }
                    return engine
                } catch {
                    throw self.unusable("\(error)")
                }
            }
            loading.task = task
            return task
        }
        return try await task.value
    }

    private func unusable(_ reason: String) -> Refusal {
        log("the model \(name) cannot be used: \(reason)")
        loading.withLock { $0.state = .unusable(reason) }
        return .noModel
    }
}

/// Whether two tags name the same language, whatever the regions.
func areOneLanguage(_ one: String, _ other: String) -> Bool {
    func base(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
    return base(one) == base(other)
}
