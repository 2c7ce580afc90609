import Assistant
import Base
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

/// Reads what a test wrote down, and fails the test on anything else.
final class ScriptedReader: OrderReader {
    private let known = Mutex<[String: Reading]>([:])
    private let seen = Mutex<[ReadingContext]>([])

    /// What a sentence is read as from now on.
    subscript(text: String) -> Reading? {
        get { known.withLock { $0[text] } }
        set { known.withLock { $0[text] = newValue } }
    }

    /// What was known at each reading.
    var contexts: [ReadingContext] { seen.withLock { $0 } }

    func read(_ text: String, in context: ReadingContext) -> Reading {
        seen.withLock { $0.append(context) }
        if !context.unconfirmed.isEmpty, ["oui", "yes", "non", "no"].contains(text) { return .answer(isYes: ["oui", "yes"].contains(text)) }
        if let reading = self[text] { return reading }
        if !["oui", "yes"].contains(text) { Issue.record("nobody expected “\(text)”") }
        return .none
    }
}

/// Takes the orders that a test wrote down, by their words, and fails the test on any other.
final class ScriptedHandler: OrderHandler {
    typealias Deed = @Sendable (_ isConfirmed: Bool) async throws -> SkillReply?

    let name: String
    let intents: Set<String>
    private struct State {
        var deeds: [String: Deed] = [:]
        var caveats: [String: Caveat] = [:]
        var handled: [String] = []
        var judged: [String] = []
    }
    private let state = Mutex(State())

    init(_ name: String, _ intents: Set<String>) {
        self.name = name
        self.intents = intents
    }

    /// The texts of the orders that came, with a "!" where they were confirmed.
    var handled: [String] { state.withLock { $0.handled } }
    /// The texts of the orders that were asked about.
    var judged: [String] { state.withLock { $0.judged } }

    func expect(_ text: String, _ deed: @escaping Deed) { state.withLock { $0.deeds[text] = deed } }

    /// Carries it out, with an action to show for it.
    func expect(_ text: String, says reply: String) {
        let name = name
        expect(text) { _ in SkillReply(reply, actions: [Action(tool: "\(name).\(text)", arguments: [:])]) }
    }

    /// Asks first, and carries it out when it is confirmed.
    func expect(_ text: String, asks question: String, says reply: String) {
        let name = name
        expect(text) { isConfirmed in
            isConfirmed ? SkillReply(reply, actions: [Action(tool: "\(name).\(text)", arguments: [:])]) : SkillReply(question, needsConfirmation: true)
        }
    }

    func object(to text: String, _ caveat: Caveat) { state.withLock { $0.caveats[text] = caveat } }

    func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        let deed = state.withLock { state in
            state.handled.append(order.text + (isConfirmed ? "!" : ""))
            return state.deeds[order.text]
        }
        guard let deed else {
            Issue.record("\(name) did not expect “\(order.text)”")
            return nil
        }
        return try await deed(isConfirmed)
    }

    func caveat(about order: Order, language: Language, in context: SkillContext) async throws -> Caveat? {
        state.withLock { state in
            state.judged.append(order.text)
            return state.caveats[order.text]
        }
    }
}

/// A desk with everything around it played by stand-ins.
final class DeskWorld: Sendable {
    struct Broken: Error {}

    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    let reader = ScriptedReader()
    let home = ScriptedHandler("home", ["HassTurnOn", "HassTurnOff"])
    let automations = ScriptedHandler("automations", ["HassNevermind", "JarvisAutomationDelete"])
    let desk: OrderDesk

    private struct Told: Sendable {
        var skills: [String: @Sendable () async throws -> SkillReply] = [:]
        var tellers: [String: @Sendable () async throws -> SkillReply] = [:]
        var asked: [String] = []
        var scheduled: [[String]] = []
        var scheduling: (any Error)?
        var recorded: [[String]] = []
    }
    private let told: Shared<Told>

    /// A box that the closures of the desk hold, too.
    private final class Shared<Value: Sendable>: Sendable {
        let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
    }

    init() {
        let told = Shared(Told())
        self.told = told
        desk = OrderDesk(
            parts: OrderDesk.Parts(
                reader: reader, handlers: [home, automations],
                schedule: { orders, language, _ in
                    let error = told.value.withLock { told in
                        told.scheduled.append(orders.map(\.text))
                        return told.scheduling
                    }
                    if let error { throw error }
                    let texts = orders.map(\.text).joined(separator: ", ")
                    return SkillReply(
                        language(fr: "D'accord, plus tard : \(texts).", en: "OK, later: \(texts)."), actions: [Action(tool: "automations.add", arguments: [:])])
                },
                skills: { utterance, _ in
                    let skill = told.value.withLock { told in
                        told.asked.append(utterance.text)
                        return told.skills[utterance.text]
                    }
                    guard let skill else { return nil }
                    return ("texts", try await skill())
                },
                tellers: { utterance, _ in
                    guard let teller = told.value.withLock({ $0.tellers[utterance.text] }) else { return nil }
                    return ("tellers", try await teller())
                },
                record: { orders, _ in told.value.withLock { $0.recorded.append(orders.map(\.text)) } }),
            log: .silent)
    }

    /// The texts of what was kept for later, call by call.
    var scheduled: [[String]] { told.value.withLock { $0.scheduled } }
    /// What the text skills were asked.
    var asked: [String] { told.value.withLock { $0.asked } }
    /// The texts of what was recorded, call by call.
    var recorded: [[String]] { told.value.withLock { $0.recorded } }

    func skill(_ text: String, _ answer: @escaping @Sendable () async throws -> SkillReply) { told.value.withLock { $0.skills[text] = answer } }
    func teller(_ text: String, _ answer: @escaping @Sendable () async throws -> SkillReply) { told.value.withLock { $0.tellers[text] = answer } }
    func breakSchedule(_ error: any Error = Problem(.unavailable, "the store is full")) { told.value.withLock { $0.scheduling = error } }

    /// One conversation, unless another is named.
    static let conversation = Conversation.ID(high: 1, low: 1), other = Conversation.ID(high: 1, low: 2)

    func answer(
        _ text: String, _ language: Language = .french, in conversation: Conversation.ID = DeskWorld.conversation, role: Role = .owner,
        isDoubtful: Bool = false
    ) async throws -> OrderDesk.Answered? {
        let principal = Principal(household: .init(high: 3, low: 3), user: .init(high: 3, low: 4), role: role, name: "Alex")
        let context = SkillContext(principal: principal, isDoubtful: isDoubtful, conversation: conversation, now: clock.now, timeZone: .gmt)
        return try await desk.answer(Utterance(text: text, language: language), in: context)
    }

    /// What is said to it.
    @discardableResult func say(_ text: String, _ language: Language = .french, in conversation: Conversation.ID = DeskWorld.conversation) async throws
        -> String?
    {
        try await answer(text, language, in: conversation)?.reply.text
    }

    /// Has a sentence read as these orders.
    func read(_ text: String, as orders: [Order]) { reader[text] = .orders(orders) }
    func read(_ text: String, as orders: Order...) { reader[text] = .orders(orders) }
}

func order(_ text: String, _ intent: String = "HassTurnOn", _ timing: Order.Timing = .now) -> Order { Order(Intent(intent), text: text, timing: timing) }
func later(_ text: String, _ seconds: Double = 300) -> Order { order(text, "HassTurnOff", .after(seconds: seconds)) }
let nevermind = order("annule", "HassNevermind")

/// Holds whoever comes until it is opened.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var held: [CheckedContinuation<Void, Never>] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    func pass() async {
        await withCheckedContinuation { continuation in
            let (isOpen, watchers) = state.withLock { state in
                if !state.isOpen { state.held.append(continuation) }
                defer { state.watchers = [] }
                return (state.isOpen, state.watchers)
            }
            for watcher in watchers { watcher.resume() }
            if isOpen { continuation.resume() }
        }
    }

    /// Returns once somebody stands before it.
    func waitForSomebody() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if !state.held.isEmpty { return true }
                state.watchers.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }
}
