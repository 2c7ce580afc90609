import Domain
import Foundation
import Language
import Synchronization
import TestSupport
import Testing

/// Says what it is told, or fails.
final class FakeModel: ChatModel {
    enum Behaviour: Sendable { case says(String), isDown, breaksOff(String), refuses }
    let name: String
    private let state: Mutex<(behaviour: Behaviour, calls: Int)>

    init(_ name: String, _ behaviour: Behaviour) {
        self.name = name
        state = Mutex((behaviour, 0))
    }

    var calls: Int { state.withLock { $0.calls } }
    func set(_ behaviour: Behaviour) { state.withLock { $0.behaviour = behaviour } }

    func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        let behaviour = state.withLock { state in
            state.calls += 1
            return state.behaviour
        }
        switch behaviour {
        case .says(let text): try await onDelta(.text(text))
        case .isDown: throw Problem(.unavailable, "\(name) is down.")
        case .breaksOff(let text):
            try await onDelta(.text(text))
            throw Problem(.unavailable, "\(name) broke off.")
        case .refuses: throw Problem(.invalid, "no")
        }
        return ChatUsage()
    }
}

@Suite struct ModelRouterTests {
    let clock = ManualClock(now: Date(timeIntervalSince1970: 0))

    @Test func theFirstThatCanAnswers() async throws {
        let first = FakeModel("llama.cpp", .isDown), second = FakeModel("ollama", .says("hi")), third = FakeModel("openai", .says("no"))
        let router = ModelRouter([first, second, third], clock: clock)
        #expect(router.name == "llama.cpp")
        for _ in 0..<3 { #expect(try await router.collect(hello).0.text == "hi") }
        #expect(router.name == "ollama")
        let calls = [first.calls, second.calls, third.calls]
        #expect(calls == [1, 3, 0])  // The first is remembered to be down …
        first.set(.says("back"))
        clock.advance(by: ModelRouter.memory)
        #expect(try await router.collect(hello).0.text == "back")  // … for a while.
    }

    @Test func whenOthersFailEvenTheOneRememberedAsDownIsAsked() async throws {
        let first = FakeModel("a", .isDown), second = FakeModel("b", .says("b"))
        let router = ModelRouter([first, second], clock: clock)
        _ = try await router.collect(hello)
        first.set(.says("a"))
        second.set(.isDown)
        #expect(try await router.collect(hello).0.text == "a")
    }

    @Test func noneLeftSaysHowToGetOne() async throws {
        for models in [[], [FakeModel("a", .isDown)]] {
            let router = ModelRouter(models, clock: clock, help: MissingModel.help(in: .french))
            let problem = await #expect(throws: Problem.self) { try await router.collect(hello) }
            #expect(problem?.code == .unavailable)
            #expect(problem?.detail.contains("ollama pull") == true)
            #expect(problem?.detail.contains("a is down.") == !models.isEmpty)
        }
        #expect(ModelRouter([]).name == "none")
    }

    @Test func anAnswerThatBeganIsNotBegunAgain() async throws {
        let second = FakeModel("b", .says("b"))
        let router = ModelRouter([FakeModel("a", .breaksOff("half")), second], clock: clock)
        let problem = await #expect(throws: Problem.self) { try await router.collect(hello) }
        #expect(problem?.detail == "a broke off.")
        #expect(second.calls == 0)
    }

    @Test func otherErrorsAreNotHidden() async throws {
        let second = FakeModel("b", .says("b"))
        let router = ModelRouter([FakeModel("a", .refuses), second], clock: clock)
        let problem = await #expect(throws: Problem.self) { try await router.collect(hello) }
        #expect(problem?.code == .invalid)
        #expect(second.calls == 0)
    }
}
