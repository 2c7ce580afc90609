import Base
import Domain

/// What must be seen of one entity before something asked of it counts as done.
struct Goal: Sendable, Hashable {
    enum Sign: Sendable, Hashable {
        /// Its state comes to one of `values`, its attributes to what is asked of them.
        case reaches
        /// It says anew when it was last set off: the state of a scene or a button, a script's `last_triggered`.
        case stamped
        /// Some of what it says of the media is another than before.
        case differs
    }

    /// One thing asked of the state: of an attribute, or of the value where the attribute is `nil`.
    struct Demand: Sendable, Hashable {
        enum Test: Sendable, Hashable {
            /// Within `exact` it is so already; within `near`, a device has come as close as its steps allow.
            case number(Double, exact: Double, near: Double)
            case equals(JSONValue)
            /// Degrees of hue; a colourless colour has a saturation (percent) of 0.
            case color(ColorName.Tint)
            case kelvin(Double)
        }
        var attribute: String?
        var test: Test
    }

    enum Judgement: Sendable, Hashable {
        case pending, moving, met, failed
        /// Begun, and likely to end in a moment.
        case underWay
    }

    var entity: String
    var deed: Deed
    var sign = Sign.reaches
    /// Empty: any but unavailable.
    var values: Set<String> = []
    var demands: [Demand] = []
    /// Values on the way.
    var moving: Set<String> = []
    /// A number that shows that something moves when it comes nearer to its end.
    var progress: Progress?
    /// Values that mean that it will not come.
    var failing: Set<String> = []
    /// Seconds until it must have been seen.
    var limit: Double

    struct Progress: Sendable, Hashable {
        var attribute: String
        var end: Double
    }

    /// Whether nothing needs to be done.
    func isMet(already state: EntityState) -> Bool {
        sign == .reaches && !(state.attributes["assumed_state"] == true) && reaches(state, isExact: true)
    }

    /// - Parameters:
    ///   - before: the state before the call.
    ///   - isCut: the connection was lost since; what is another than before may then have become so by a restart.
    ///   - isLate: nothing more is to come, so that a device that stands as near as its steps allow has done what it could.
    func judge(_ state: EntityState, before: EntityState?, isCut: Bool = false, isLate: Bool = false) -> Judgement {
        if state.isLost { return .pending }
        switch sign {
        case .reaches:
            if failing.contains(state.value), state.value != before?.value || state.changedAt != before?.changedAt { return .failed }
            if reaches(state, isExact: false) {
                // Near is enough only for a device that came there, not for one that stood there.
                if isLate || reaches(state, isExact: true) || demands.contains(where: { $0.current(state) != before.map($0.current) }) { return .met }
                return .pending
            }
            if moving.contains(state.value) { return .moving }
            if let progress, !isCut, let now = state.number(progress.attribute), let then = before?.number(progress.attribute),
                abs(now - progress.end) < abs(then - progress.end)
            {
                return .moving
            }
            return .pending
        case .stamped:
            if state.value == "unknown" { return .pending }
            if state.attributes.keys.contains("last_triggered") {
                // A script that has run since is done; one that runs may soon be.
                if state.value == "on", before?.value != "on" { return isLate ? .moving : .underWay }
                guard let now = state.text("last_triggered") else { return .pending }
                return now > before?.text("last_triggered") ?? "" ? .met : .pending
            }
            // Both are times in the same format, so that their order is that of the texts.
            let then = before.map { $0.isUnavailable ? "" : $0.value } ?? ""
            return state.value > then ? .met : .pending
        case .differs:
            guard !isCut, let before else { return .pending }
            return Self.media(state) == Self.media(before) ? .pending : .met
        }
    }

    private func reaches(_ state: EntityState, isExact: Bool) -> Bool {
        (values.isEmpty || values.contains(state.value)) && demands.allSatisfy { $0.holds(of: state, isExact: isExact) }
    }

    private static func media(_ state: EntityState) -> [String: JSONValue] { state.attributes.filter { $0.key.hasPrefix("media_") } }
}

extension Goal.Demand {
    /// What it is about, to see whether it changed.
    func current(_ state: EntityState) -> [JSONValue?] {
        switch test {
        case .color: [state.attributes["hs_color"], state.attributes["rgb_color"], state.attributes["color_mode"]]
        case .kelvin: [state.attributes["color_temp_kelvin"], state.attributes["color_mode"], state.attributes["rgb_color"]]
        case .number, .equals: [attribute.map { state.attributes[$0] ?? .null } ?? .string(state.value)]
        }
    }

    func holds(of state: EntityState, isExact: Bool) -> Bool {
        switch test {
        case .number(let wanted, let exact, let near):
            guard let value = attribute.map(state.number) ?? Double(state.value) else { return false }
            return abs(value - wanted) <= (isExact ? exact : near)
        case .equals(let wanted): return attribute.map { state.attributes[$0] ?? .null } ?? .string(state.value) == wanted
        case .color(let tint): return tint.isSeen(in: state)
        case .kelvin(let wanted):
            guard let value = state.number("color_temp_kelvin") else {
                // A lamp that mixes its white from colours says no temperature; it is white when it is pale.
                return !isExact && ColorName.Tint.of(state).map { $0.saturation <= 70 } ?? false
            }
            // Whole mireds between us: up to about 200 K in cold white.
            return abs(value - wanted) <= (isExact ? 0.5 : max(50, wanted * 0.035))
        }
    }
}
