public import Base
public import Domain
public import Foundation
private import Synchronization

/// Answers with the first model that can: the owner's order, minus those that failed a moment ago.
///
/// Once a model has begun its answer no other takes over: two halves of two answers are worse than an error.
public final class ModelRouter: ChatModel {
    /// A model that could not be reached is passed over for so long, in seconds, as long as another can be.
    public static let memory: TimeInterval = 15

    private struct State {
        var downUntil: [Int: Date] = [:]
        var lastUsed: Int?
    }
    private let models: [any ChatModel]
    private let clock: any WallClock
    private let help: String
    private let state = Mutex(State())

    /// - Parameters:
    ///   - models: the preferred one first; may be empty.
    ///   - help: what to do when none can be reached, said before the reasons; see ``MissingModel/help(in:model:)``.
    public init(_ models: [any ChatModel], clock: any WallClock = SystemWallClock(), help: String = MissingModel.help(in: .english)) {
        self.models = models
        self.clock = clock
        self.help = help
    }

    /// The name of the model that answered last, or would be asked first.
    public var name: String {
        let last = state.withLock { $0.lastUsed }
        return last.map { models[$0].name } ?? models.first?.name ?? "none"
    }

    public func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        var reasons: [String] = []
        for index in order() {
            let hasBegun = Mutex(false)
            do {
                state.withLock { $0.lastUsed = index }
                let usage = try await models[index].answer(request) { delta in
                    hasBegun.withLock { $0 = true }
                    try await onDelta(delta)
                }
                state.withLock { $0.downUntil[index] = nil }
                return usage
            } catch let problem as Problem where problem.code == .unavailable {
                if hasBegun.withLock({ $0 }) { throw problem }
                reasons.append(problem.detail)
                let until = clock.now + Self.memory
                state.withLock { $0.downUntil[index] = until }
            }
        }
        throw Problem(.unavailable, ([help] + reasons).joined(separator: " "))
    }

    /// Those that may be up, in order, then the others: when nothing else is left they get their chance.
    private func order() -> [Int] {
        let now = clock.now
        let down = state.withLock { $0.downUntil.filter { $0.value > now } }
        return models.indices.filter { down[$0] == nil } + models.indices.filter { down[$0] != nil }
    }
}
