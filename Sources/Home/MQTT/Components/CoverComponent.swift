import Base
import Domain

struct CoverComponent: DeviceComponent {
    private let command: Channel?
    private let open: String?
    private let close: String?
    private let stop: String?
    private let setPosition: Channel?
    private let positions: PercentRange
    private let words: [String: String]
    private let hasState: Bool
    private let hasPosition: Bool
    let readings: [Reading]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        command = try config.channel("command_topic")
        open = try config.payload("payload_open", else: "OPEN")
        close = try config.payload("payload_close", else: "CLOSE")
        stop = try config.payload("payload_stop", else: "STOP")
        setPosition = try config.channel("set_position_topic", "set_position_template")
        guard command != nil || setPosition != nil || config.has("state_topic") || config.has("position_topic") else {
            throw DiscoveryError("a cover with nothing to say and nothing to hear")
        }
        let closed = try config.number("position_closed") ?? 0, opened = try config.number("position_open") ?? 100
        guard closed != opened else { throw DiscoveryError("position_closed and position_open are the same") }
        positions = PercentRange(low: closed + 1, high: opened)
        var words: [String: String] = [:]
        for state in ["stopped", "closing", "opening", "closed", "open"] { words[try config.text("state_\(state)", else: state)] = state }
        self.words = words
        hasState = config.has("state_topic")
        hasPosition = config.has("position_topic")
        readings = try [
            config.reading(.state, "state_topic", "value_template"), config.reading(.position, "position_topic", "position_template"),
        ].compactMap(\.self)
        isAssumed = try config.flag("optimistic") || !(hasState || hasPosition)
    }

    /// Bits of CoverEntityFeature: open 1, close 2, position 4, stop 8.
    var features: Int {
        let canMove = setPosition != nil
        return (command != nil && open != nil || canMove ? 1 : 0) | (command != nil && close != nil || canMove ? 2 : 0) | (canMove ? 4 : 0)
            | (command != nil && stop != nil ? 8 : 0)
    }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload), !text.isEmpty else { return }
        if reading.name == .position {
            guard let number = Double(text) ?? Self.position(in: text), let percent = positions.percent(of: number) else { return }
            known.set("current_position", percent)
            if !hasState { known.value = percent == 0 ? "closed" : "open" }
            return
        }
        switch words[text] {
        case "stopped":
            // Where it stopped, its position tells; without one, the way it went.
            let isClosed = hasPosition ? known.number("current_position") == 0 : ["closed", "closing"].contains(known.value)
            known.value = isClosed ? "closed" : "open"
        case let state?: known.value = state
        case nil: if text == "None" { known.value = nil }
        }
    }

    /// Some devices tell it as JSON: `{"position": 40, "tilt_position": 0}`.
    private static func position(in text: String) -> Double? { DevicePayload(Array(text.utf8)).json?["position"]?.number }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        switch service {
        case "open_cover", "turn_on": return [try move(open, to: 100)]
        case "close_cover", "turn_off": return [try move(close, to: 0)]
        case "stop_cover":
            guard let command, let stop else { throw HouseError(.refused, "the cover cannot be stopped") }
            return [command(stop)]
        case "toggle": return try commands(for: ["closed", "closing"].contains(known.value) ? "open_cover" : "close_cover", data, known)
        case "set_cover_position":
            let percent = try data.needed("position", 0...100)
            guard let setPosition else { throw HouseError(.refused, "the cover cannot be set to a position") }
            return [setPosition(positions.value(of: percent), assuming: assumptions(percent))]
        default: throw unknown(service)
        }
    }

    private func move(_ payload: String?, to percent: Double) throws(HouseError) -> DeviceCommand {
        if let command, let payload { return command(payload, assuming: assumptions(percent)) }
        guard let setPosition else { throw HouseError(.refused, "the cover cannot be \(percent == 0 ? "closed" : "opened")") }
        return setPosition(positions.value(of: percent), assuming: assumptions(percent))
    }

    private func assumptions(_ percent: Double) -> [Assumption] {
        guard isAssumed else { return [] }
        return [.value(percent == 0 ? "closed" : "open")] + (setPosition == nil ? [] : [.attribute("current_position", .number(percent))])
    }
}
