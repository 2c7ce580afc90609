import Base

/// Whether a device says that it is there.
struct Availability: Sendable {
    private struct Source {
        var topic: String
        var template: ValueTemplate
        var there: String
        var gone: String
        var isThere: Bool?
    }

    private enum Mode: String { case all, any, latest }

    private var sources: [Source] = []
    private let mode: Mode
    private var latest = false

    init(_ config: DiscoveryConfig) throws(DiscoveryError) {
        mode = Mode(rawValue: try config.text("availability_mode", else: "latest")) ?? .latest
        if let topic = try config.topic("availability_topic") {
            try add(
                topic, template: config.text("availability_template"), there: config.text("payload_available", else: "online"),
                gone: config.text("payload_not_available", else: "offline"), config)
        } else if case .array(let items) = config["availability"] {
            for item in items {
                guard case .object(let members) = item, let topic = members["topic"]?.string else { throw DiscoveryError("an availability without a topic") }
                try DiscoveryConfig.check(topic, "topic")
                try add(
                    topic, template: members["value_template"]?.string, there: members["payload_available"]?.rendered ?? "online",
                    gone: members["payload_not_available"]?.rendered ?? "offline", config)
            }
        }
    }

    private mutating func add(_ topic: String, template text: String?, there: String, gone: String, _ config: DiscoveryConfig) throws(DiscoveryError) {
        guard let template = text.map({ ValueTemplate($0) }) ?? .whole else {
            // Taken for there: a device that works is worth more than one that would be unavailable for ever.
            config.note("the template of the availability is not understood; it is left out")
            return
        }
        guard there.utf8.count <= DiscoveryConfig.textLimit, gone.utf8.count <= DiscoveryConfig.textLimit else { throw DiscoveryError("a payload is too long") }
        sources.append(Source(topic: topic, template: template, there: there, gone: gone))
    }

    var topics: [String] { sources.map(\.topic) }

    /// Unknown counts as gone, as in Home Assistant: a device with a topic for it says so, and the broker keeps what it said.
    var isAvailable: Bool {
        if sources.isEmpty { return true }
        return switch mode {
        case .all: sources.allSatisfy { $0.isThere == true }
        case .any: sources.contains { $0.isThere == true }
        case .latest: latest
        }
    }

    /// Takes over what was heard under the same topics.
    mutating func inherit(from old: Availability) {
        guard old.topics == topics else { return }
        for index in sources.indices { sources[index].isThere = old.sources[index].isThere }
        latest = old.latest
    }

    mutating func hear(_ topic: String, _ payload: DevicePayload) {
        for index in sources.indices where sources[index].topic == topic {
            let text = sources[index].template.value(in: payload)
            if text == sources[index].there {
                sources[index].isThere = true
            } else if text == sources[index].gone {
                sources[index].isThere = false
            } else {
                continue
            }
            latest = sources[index].isThere == true
        }
    }
}
