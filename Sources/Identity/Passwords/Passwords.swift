import Base
import Cryptography
import Dispatch
import Domain
import Synchronization

/// Hashes and checks passwords with as much work as this machine does in a tenth of a second, which is measured when the first password is set.
final class Passwords: Sendable {
    private struct State {
        var parameters: PasswordParameters?
        var decoy: Secret
    }

    private let store: any PasswordWorkStore
    private let worker = PasswordWorker()
    private let state: Mutex<State>

    init(_ store: any PasswordWorkStore) async throws {
        self.store = store
        let known = try await store.passwordWork().map { PasswordParameters(passes: $0.passes, memory: $0.memory) }
        state = Mutex(State(parameters: known, decoy: try PasswordHash.decoy(known ?? .standard)))
    }

    /// - Parameter network: of whoever asks; they take turns.
    func hash(_ password: Secret, for network: String) async throws -> Secret {
        let parameters = try await parameters(for: network)
        return try await worker.run(for: network) { try PasswordHash.make(password, parameters) }
    }

    /// - Parameter hash: `nil` for a name that is unknown: a hash that no password has is then checked, so that the time taken does not tell.
    func verify(_ password: Secret, against hash: Secret?, for network: String) async throws -> Bool {
        let against = hash ?? state.withLock { $0.decoy }
        return try await worker.run(for: network) { PasswordHash.verify(password, against: against) } && hash != nil
    }

    /// Whether a hash is to be made anew, now that its password is known.
    func isWeak(_ hash: Secret, for network: String) async throws -> Bool {
        PasswordHash.needsRehash(hash, try await parameters(for: network))
    }

    /// Measuring waits for nobody: it happens once, and somebody stands before the machine.
    private static func onItsOwn<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
        }
    }

    private func parameters(for network: String) async throws -> PasswordParameters {
        if let known = state.withLock({ $0.parameters }) { return known }
        let tuned = try await Self.onItsOwn { try PasswordParameters.tuned() }
        let decoy = try PasswordHash.decoy(tuned)
        // Of two at once, the first decides.
        let chosen = state.withLock { state in
            if let known = state.parameters { return known }
            state = State(parameters: tuned, decoy: decoy)
            return tuned
        }
        if chosen == tuned { try await store.keep(PasswordWork(passes: tuned.passes, memory: tuned.memory)) }
        return chosen
    }
}
