import Base
import Domain

struct LockComponent: DeviceComponent {
    private let command: Channel?
    private let lock: String
    private let unlock: String
    private let open: String?
    private let reset: String
    /// What it says for which state.
    private let words: [String: String]
    let readings: [Reading]
    let isAssumed: Bool

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        guard config.has("command_topic") else { throw DiscoveryError("a lock without command_topic") }
        command = try config.channel("command_topic", "command_template")
        lock = try config.text("payload_lock", else: "LOCK")
        unlock = try config.text("payload_unlock", else: "UNLOCK")
        open = try config.text("payload_open")
        reset = try config.text("payload_reset", else: "None")
        var words: [String: String] = [:]
        // The states that matter most come last: where two share a word, they win.
        for state in ["jammed", "unlocking", "locking", "unlocked", "locked"] {
            words[try config.text("state_\(state)", else: state.uppercased())] = state
        }
        self.words = words
        readings = try [config.reading(.state, "state_topic", "value_template")].compactMap(\.self)
        isAssumed = try config.flag("optimistic") || !config.has("state_topic")
    }

    var features: Int { open == nil ? 0 : 1 }

    func take(_ reading: Reading, _ payload: DevicePayload, into known: inout DeviceState) {
        guard let text = reading.template.value(in: payload) else { return }
        if text == reset { known.value = nil } else if let state = words[text] { known.value = state }
    }

    func commands(for service: String, _ data: ServiceData, _ known: DeviceState) throws(HouseError) -> [DeviceCommand] {
        guard let command else { throw HouseError(.unsupported, "the device's command template is not understood") }
        switch service {
        case "lock": return [command(lock, assuming: isAssumed ? [.value("locked")] : [])]
        case "unlock": return [command(unlock, assuming: isAssumed ? [.value("unlocked")] : [])]
        case "open":
            guard let open else { throw unknown(service) }
            return [command(open, assuming: isAssumed ? [.value("unlocked")] : [])]
        default: throw unknown(service)
        }
    }
}
