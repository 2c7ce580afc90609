import Base
import Domain

/// What was done, as traces and clients show it: one action for each call, with what was seen of each device.
enum ActionText {
    /// No evidence lists more devices.
    private static let mostListed = 12

    static func actions(_ steps: [Plan.Step], _ results: [Watch.Result]) -> [Action] {
        var rest = results[...]
        return steps.map { step in
            // The results stand in the order of the steps' goals.
            let these = rest.prefix(step.goals.count)
            rest = rest.dropFirst(step.goals.count)
            let isDone = these.allSatisfy { $0.outcome == .met || $0.outcome == .moving }
            var lines = these.prefix(mostListed).map(evidence)
            if these.count > mostListed { lines.append("… \(these.count - mostListed) more") }
            return Action(
                tool: "home.\(step.call.domain).\(step.call.service)",
                arguments: ["entities": .array(step.call.entities.map { .string($0) }), "data": .object(step.call.data)], status: isDone ? .done : .failed,
                evidence: lines.joined(separator: "; "))
        }
    }

    /// "light.desk: off → on (84 ms)".
    private static func evidence(_ result: Watch.Result) -> String {
        let time = "\(Int(saturating: (result.seconds * 1000).rounded())) ms"
        let before = result.before?.value ?? "?"
        switch result.outcome {
        case .met, .moving, .failed, .astray:
            let details = result.goal.demands.compactMap { demand in
                demand.attribute.flatMap { name in result.after?.attributes[name].map { "\(name) \(text($0))" } }
            }
            let after = ([result.after?.value ?? "?"] + details).joined(separator: ", ")
            return "\(result.goal.entity): \(before) → \(after) (\(time))"
        case .silent: return "\(result.goal.entity): \(before), nothing seen (\(time))"
        case .refused(let error): return "\(result.goal.entity): \(error.description.prefix(200))"
        case .unreachable: return "\(result.goal.entity): not sent, the house is not in reach"
        case .unknown: return "\(result.goal.entity): sent, the connection broke before anything was seen"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .number(let number): Measure.number(number, .english)
        case .string(let text): text
        case .bool(let bool): "\(bool)"
        case .null, .array, .object: "…"
        }
    }
}
