import Base
import Domain

struct ValveComponent: DeviceComponent {
    private let command: Channel?
    private let open: String?
    private let close: String?
    private let stop: String?
    private let reportsPosition: Bool
    private let positions: PercentRange
    private let words: [String: String]
    let readings: [Reading]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        command = try config.channel("command_topic", "command_template")
        reportsPosition = try config.flag("reports_position")
        open = try config.payload("payload_open", else: "OPEN")
        close = try config.payload("payload_close", else: "CLOSE")
        stop = try config.text("payload_stop")
        let closed = try config.number("position_closed") ?? 0, opened = try config.number("position_open") ?? 100
        guard closed != opened else { throw DiscoveryError("position_closed and position_open are the same") }
        positions = PercentRange(low: closed + 1, high: opened)
        var words: [String: String] = [:]
        for state in ["closing", "opening"] { words[try config.text("state_\(state)", else: state)] = state }
        if !reportsPosition { for state in ["closed", "open"] { words[try config.text("state_\(state)", else: state)] = state } }
        self.words = words
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        isAssumed = try config.flag("optimistic") || !config.has("state_topic")
    }

    /// Bits of ValveEntityFeature: open 1, close 2, position 4, stop 8.
    var features: Int {
        guard command != nil else { return 0 }
        return (open != nil || reportsPosition ? 1 : 0) | (close != nil || reportsPosition ? 2 : 0) | (reportsPosition ? 4 : 0) | (stop != nil ? 8 : 0)
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        // `opening`, `40`, or both as JSON.
        let said = DevicePayload(Array(text.utf8)).json
        var word: String? = text, position = Double(text)
        if case .object(let members)? = said {
            word = members["state"]?.rendered
            position = members["position"]?.number ?? members["position"]?.string.flatMap(Double.init)
        }
        let state = word.flatMap { words[$0] }
        guard reportsPosition else {
            if let state { known.value = state }
            return
        }
        if let position, let percent = positions.percent(of: position) {
            known.set("current_position", percent)
            let isAtRest = percent == 0 || percent == 100 || !["opening", "closing"].contains(known.value)
            known.value = state ?? (isAtRest ? (percent == 0 ? "closed" : "open") : known.value)
        } else if let state {
            known.value = state
        }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.refused, "the valve cannot be commanded") }
        switch service {
        case "open_valve", "turn_on": return [try move(command, open, to: 100)]
        case "close_valve", "turn_off": return [try move(command, close, to: 0)]
        case "stop_valve":
            guard let stop else { throw HouseError(.refused, "the valve cannot be stopped") }
            return [command(stop)]
        case "toggle": return try commands(for: ["closed", "closing"].contains(known.value) ? "open_valve" : "close_valve", data, known)
        case "set_valve_position":
            let percent = try data.needed("position", 0...100)
            guard reportsPosition else { throw HouseError(.refused, "the valve cannot be set to a position") }
            return [command(positions.value(of: percent), assuming: assumptions(percent))]
        default: throw unknown(service)
        }
    }

    private func move(_ command: Channel, _ payload: String?, to percent: Double) throws(HouseError) -> DeviceCommand {
        if reportsPosition { return command(positions.value(of: percent), assuming: assumptions(percent)) }
        guard let payload else { throw HouseError(.refused, "the valve cannot be \(percent == 0 ? "closed" : "opened")") }
        return command(payload, assuming: assumptions(percent))
    }

    private func assumptions(_ percent: Double) -> [Assumption] {
        guard isAssumed else { return [] }
        return [.value(percent == 0 ? "closed" : "open")] + (reportsPosition ? [.attribute("current_position", .number(percent))] : [])
    }
}
