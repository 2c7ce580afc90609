import Dispatch
import Domain
@testable import Identity
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct PasswordWorkerTests {
    private final class Log: Sendable {
        private let entries = Mutex<[Int]>([])
        var all: [Int] { entries.withLock { $0 } }
        func add(_ number: Int) { entries.withLock { $0.append(number) } }
    }

    @Test func linesTakeTurns() {
        var queue = FairQueue<String, Int>(limit: 100)
        for number in 0..<5 { #expect(queue.append(number, for: "many").leaving == nil) }
        #expect(queue.append(10, for: "one").leaving == nil && queue.append(20, for: "two").leaving == nil && queue.append(21, for: "two").leaving == nil)
        var order: [Int] = []
        while let next = queue.popFirst() { order.append(next) }
        #expect(order == [0, 10, 20, 1, 21, 2, 3, 4])
        #expect(queue.count == 0)
    }

    @Test func whoSendsMostLeavesFirst() {
        var queue = FairQueue<String, Int>(limit: 4)
        for number in 0..<4 { _ = queue.append(number, for: "many") }
        #expect(queue.append(4, for: "many").leaving == 4, "it is full of his own")
        #expect(queue.append(10, for: "one").leaving == 3)
        #expect(queue.append(20, for: "two").leaving == 2)
        #expect(queue.append(30, for: "three").leaving == 1)
        #expect(queue.append(40, for: "four").leaving == 40, "everybody has one")
        #expect([queue.popFirst(), queue.popFirst(), queue.popFirst(), queue.popFirst(), queue.popFirst()] == [0, 10, 20, 30, nil])
    }

    @Test func whoLeavesGivesUpHisPlace() {
        var queue = FairQueue<String, Int>(limit: 9)
        let tickets = (0..<3).map { queue.append($0, for: $0 == 1 ? "b" : "a").ticket }
        #expect(queue.remove(tickets[1]) == 1 && queue.remove(tickets[1]) == nil && queue.remove(99) == nil)
        #expect(queue.popFirst() == 0 && queue.remove(tickets[0]) == nil && queue.popFirst() == 2 && queue.popFirst() == nil)
    }

    @Test func aThousandOfOneNetworkDoNotHoldUpAnother() async throws {
        let worker = PasswordWorker(), log = Log(), gate = DispatchSemaphore(value: 0), begun = AsyncStream<Void>.makeStream()
        async let first: Void = worker.run(for: "many") {
            begun.continuation.yield()
            gate.wait()
        }
        for await _ in begun.stream { break }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...1000 { group.addTask { try await worker.run(for: "many") { log.add(number) } } }
            while worker.waiting < 1000 { await Task.yield() }
            group.addTask { try await worker.run(for: "one") { log.add(0) } }
            while worker.waiting < 1001 { await Task.yield() }
            gate.signal()
            try await group.waitForAll()
        }
        try await first
        #expect(log.all.count == 1001 && log.all.prefix(2).contains(0))
    }

    @Test func whoLeavesIsNotWorkedFor() async throws {
        let worker = PasswordWorker(), log = Log(), gate = DispatchSemaphore(value: 0), begun = AsyncStream<Void>.makeStream()
        async let first: Void = worker.run(for: "a") {
            begun.continuation.yield()
            gate.wait()
        }
        for await _ in begun.stream { break }
        let leaving = Task { try await worker.run(for: "b") { log.add(1) } }
        while worker.waiting < 1 { await Task.yield() }
        leaving.cancel()
        await #expect(throws: CancellationError.self) { try await leaving.value }
        #expect(worker.waiting == 0)
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await worker.run(for: "b") { log.add(1) }
        }
        late.cancel()
        await #expect(throws: CancellationError.self) { try await late.value }
        gate.signal()
        try await first
        #expect(log.all.isEmpty)
    }
}
