import Synchronization

/// Lets orders that go by what a device shows have it one after the other: five times "un degré de plus" at once are five degrees.
final class Turns: Sendable {
    private struct Waiter {
        let id: Int
        let entities: Set<String>
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var taken: Set<String> = []
        var waiting: [Waiter] = []
        var next = 0

        /// Takes those out whose turn it is: nobody has what they want, and nobody who came before wants it.
        mutating func ready() -> [Waiter] {
            var wanted = taken, ready: [Waiter] = []
            waiting.removeAll { waiter in
                let isFree = wanted.isDisjoint(with: waiter.entities)
                wanted.formUnion(waiter.entities)
                if isFree { ready.append(waiter) }
                return isFree
            }
            for waiter in ready { taken.formUnion(waiter.entities) }
            return ready
        }
    }
    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: how many may wait.
    init(limit: Int) { self.limit = limit }

    /// Waits until nobody else has any of these. Everything that is taken must be given back.
    ///
    /// - Returns: `false` when too many wait.
    /// - Throws: `CancellationError`; nothing is taken then.
    func take(_ entities: Set<String>) async throws -> Bool {
        let id: Int? = state.withLock { state in
            guard state.waiting.count < limit else { return nil }
            state.next += 1
            return state.next
        }
        guard let id else { return false }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let ready = state.withLock { state in
                    state.waiting.append(Waiter(id: id, entities: entities, continuation: continuation))
                    return state.ready()
                }
                for waiter in ready { waiter.continuation.resume() }
                // Cancelled before it stood in the line.
                if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
        return true
    }

    func give(_ entities: Set<String>) {
        let ready = state.withLock { state in
            state.taken.subtract(entities)
            return state.ready()
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Who waits no more may have stood in the way of others.
    private func leave(_ id: Int) {
        let (gone, ready) = state.withLock { state -> (Waiter?, [Waiter]) in
            guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return (nil, []) }
            return (state.waiting.remove(at: index), state.ready())
        }
        gone?.continuation.resume(throwing: CancellationError())
        for waiter in ready { waiter.continuation.resume() }
    }
}
