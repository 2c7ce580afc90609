private import Synchronization

/// How many utterances an engine has open. A ticket counts for as long as it lives.
final class OpenCount: Sendable {
    private let count = Atomic(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    final class Ticket: Sendable {
        private let owner: OpenCount

        fileprivate init(_ owner: OpenCount) { self.owner = owner }

        deinit { owner.count.subtract(1, ordering: .relaxed) }
    }

    /// - Throws: `RecognitionError` when as many are open as there may be.
    func take() throws(RecognitionError) -> Ticket {
        guard count.add(1, ordering: .relaxed).newValue <= limit else {
            count.subtract(1, ordering: .relaxed)
            throw RecognitionError(.busy, "too many utterances are open")
        }
        return Ticket(self)
    }
}
