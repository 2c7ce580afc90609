import Base
import Domain
import Foundation

/// Watches what comes of a plan's calls: takes what happens, and knows when there is nothing more to wait for. Does nothing itself.
struct Watch: Sendable {
    enum Outcome: Sendable, Hashable {
        /// Seen as asked.
        case met
        /// Seen on its way.
        case moving
        /// Seen in a state from which it will not come: jammed, an error.
        case failed(String)
        /// Something was seen, but not what was asked.
        case astray
        /// Nothing was seen.
        case silent
        /// The house refused the call.
        case refused(HouseError)
        /// Never sent: the house was not in reach.
        case unreachable
        /// Sent, and the house was lost before anything was seen.
        case unknown
    }

    /// What came of one device.
    struct Result: Sendable, Hashable {
        var goal: Goal
        var outcome: Outcome
        var before: EntityState?
        /// What was seen last.
        var after: EntityState?
        /// Seconds from the call until it was seen.
        var seconds: Double
    }

    private struct Entry {
        let goal: Goal
        let step: Int
        var before: EntityState?
        var after: EntityState?
        var outcome: Outcome?
        var settledAt: Date
    }

    private struct Step {
        /// When its call was sent, and until when something of it must have been seen.
        var begun: Date
        var deadline: Date
        /// Whether it may have reached the house.
        var isSent = true
        /// The connection was lost since.
        var isCut = false
        /// The house has answered the call.
        var isAnswered = false
    }

    private var entries: [Entry] = []
    /// Where an entity's entry is: a plan holds each once.
    private var places: [String: Int] = [:]
    private var open = 0
    private var steps: [Step]
    private let limits: OrderLimits

    init(_ steps: [Plan.Step], limits: OrderLimits, now: Date, state: (String) -> EntityState?) {
        self.limits = limits
        self.steps = steps.map { step in Step(begun: now, deadline: now + (step.goals.map(\.limit).max() ?? 0)) }
        for (index, step) in steps.enumerated() {
            for goal in step.goals {
                places[goal.entity] = entries.count
                entries.append(Entry(goal: goal, step: index, before: state(goal.entity), settledAt: now))
            }
        }
        open = entries.count
    }

    var isSettled: Bool { open == 0 }

    /// When to call `timePassed` next; `nil` when everything is settled.
    var deadline: Date? { entries.lazy.filter { $0.outcome == nil }.map { steps[$0.step].deadline }.min() }

    var results: [Result] {
        entries.map { entry in
            Result(
                goal: entry.goal, outcome: entry.outcome ?? .silent, before: entry.before, after: entry.after,
                seconds: entry.settledAt.timeIntervalSince(steps[entry.step].begun))
        }
    }

    // MARK: What happens

    mutating func saw(_ state: EntityState, now: Date) {
        guard let index = places[state.entity], entries[index].outcome == nil, state != entries[index].before else { return }
        // News from before the call, that was still on its way.
        if let before = entries[index].before, state.updatedAt < before.updatedAt { return }
        judge(index, by: state, now: now)
    }

    /// The call was not sent: it waits for the house to be back.
    mutating func waits(_ step: Int, now: Date) {
        steps[step].isSent = false
        steps[step].deadline = now + limits.connection + limit(of: step)
    }

    /// It is sent now.
    mutating func began(_ step: Int, now: Date, state: (String) -> EntityState?) {
        steps[step] = Step(begun: now, deadline: now + limit(of: step))
        for index in entries.indices where entries[index].step == step { entries[index].before = state(entries[index].goal.entity) }
    }

    mutating func returned(_ step: Int, _ error: HouseError?, now: Date, state: (String) -> EntityState?) {
        guard let error else {
            steps[step].isAnswered = true
            // What is as asked already, though it was to be done anew, is not told as a change.
            look(at: step, now: now, state: state)
            return
        }
        if error.code == .unknownOutcome {
            steps[step].isCut = true
            return
        }
        if steps[step].isSent { look(at: step, now: now, state: state) }
        for index in entries.indices where entries[index].step == step && entries[index].outcome == nil {
            settle(index, error.code == .notConnected ? .unreachable : .refused(error), now: now)
        }
    }

    mutating func connection(_ isConnected: Bool, now: Date, state: (String) -> EntityState?) {
        for step in steps.indices where steps[step].isSent {
            // Before `true`, everything was read again.
            if isConnected { look(at: step, now: now, state: state) } else { steps[step].isCut = true }
        }
        if isConnected { timePassed(now: now, isConnected: true, state: state) }
    }

    /// Settles what is late.
    mutating func timePassed(now: Date, isConnected: Bool, state: (String) -> EntityState?) {
        for index in entries.indices where entries[index].outcome == nil {
            let step = steps[entries[index].step]
            guard step.deadline <= now else { continue }
            let current = state(entries[index].goal.entity)
            let isGone = current?.isLost ?? true
            if !isConnected || step.isCut && isGone {
                // What became of it is seen when the house is back.
                let latest = step.begun + limits.resync
                if now < latest { steps[entries[index].step].deadline = latest } else { settle(index, .unknown, now: now) }
                continue
            }
            if let current { judge(index, by: current, now: now, isLate: true) }
            if entries[index].outcome == nil { settle(index, isGone || Self.isSame(current, entries[index].before) ? .silent : .astray, now: now) }
        }
    }

    // MARK: Judging

    private func limit(of step: Int) -> Double { entries.lazy.filter { $0.step == step }.map(\.goal.limit).max() ?? 0 }

    private mutating func look(at step: Int, now: Date, state: (String) -> EntityState?) {
        for index in entries.indices where entries[index].step == step && entries[index].outcome == nil {
            if let current = state(entries[index].goal.entity) { judge(index, by: current, now: now) }
        }
    }

    private mutating func judge(_ index: Int, by state: EntityState, now: Date, isLate: Bool = false) {
        let (goal, step) = (entries[index].goal, entries[index].step)
        entries[index].after = state
        switch goal.judge(state, before: entries[index].before, isCut: steps[step].isCut, isLate: isLate) {
        case .pending: break
        case .underWay: steps[step].deadline = min(steps[step].deadline, now + limits.script)
        // A scene says when it was set off before its lights follow; the answer to the call comes after them.
        case .met where goal.sign == .stamped && !steps[step].isAnswered && !isLate: break
        case .moving: settle(index, .moving, now: now)
        case .met: settle(index, .met, now: now)
        case .failed: settle(index, .failed(state.value), now: now)
        }
    }

    private mutating func settle(_ index: Int, _ outcome: Outcome, now: Date) {
        entries[index].outcome = outcome
        entries[index].settledAt = now
        open -= 1
    }

    private static func isSame(_ a: EntityState?, _ b: EntityState?) -> Bool { a?.value == b?.value && a?.attributes == b?.attributes }
}
