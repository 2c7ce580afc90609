import Base
import Domain
import Foundation
import MQTT

/// All devices that were found by discovery, and who listens to which topic. A value without I/O: what is to be done comes back as an `Outcome`.
struct MQTTRegistry: Sendable {
    /// What came of a message.
    struct Outcome: Sendable {
        var subscribe: Set<String> = []
        var unsubscribe: Set<String> = []
        var states: [EntityState] = []
        var removed: [String] = []
        var isModelChanged = false
        /// For the log: what could not be used, and why.
        var notes: [(topic: String, text: String)] = []
    }

    /// Where a device was described: the topic, and the part of a message that describes several.
    private struct Key: Hashable {
        var topic: String
        var part: String
    }

    static let mostDevices = 5000
    /// So many parts may stand in one message for a whole device.
    static let mostParts = 256

    let prefix: String
    private var devices: [String: MQTTDevice] = [:]
    private var ids: [Key: String] = [:]
    private var parts: [String: Set<String>] = [:]
    private var listeners: [String: Set<String>] = [:]
    /// What each configuration said, so that one that is repeated changes nothing.
    private var seen: [String: Int] = [:]
    /// Configurations that the broker keeps, and those of them that were heard since the connection was made.
    private var kept: Set<String> = []
    private var heard: Set<String> = []
    private var isFull = false
    private var timed: Set<String> = []

    init(prefix: String) { self.prefix = prefix }

    var model: HomeModel {
        var areas: [String: HomeModel.Area] = [:]
        for device in devices.values.sorted(by: { $0.entity.id < $1.entity.id }) {
            if let id = device.entity.area, areas[id] == nil, let name = device.areaName { areas[id] = HomeModel.Area(id: id, name: name) }
        }
        return HomeModel(areas: areas.values.sorted { $0.id < $1.id }, entities: devices.values.map(\.entity).sorted { $0.id < $1.id })
    }

    var states: [EntityState] { devices.values.map(\.state).sorted { $0.entity < $1.entity } }

    /// When the first state changes by itself.
    var deadline: Date? { timed.compactMap { devices[$0]?.deadline?.at }.min() }

    // MARK: What is heard

    mutating func hear(_ message: MQTTMessage, now: Date) -> Outcome {
        var outcome = Outcome()
        if let topic = DiscoveryTopic(message.topic, prefix: prefix) {
            configure(topic, message, now, &outcome)
        } else if let ids = listeners[message.topic] {
            let payload = DevicePayload(message.payload)
            for id in ids.sorted() {
                if devices[id]?.hear(message.topic, payload, now: now) == true, let state = devices[id]?.state { outcome.states.append(state) }
                note(deadlineOf: id)
            }
        }
        return outcome
    }

    mutating func timePassed(now: Date) -> Outcome {
        var outcome = Outcome()
        for id in timed.sorted() {
            if devices[id]?.expire(now: now) == true, let state = devices[id]?.state { outcome.states.append(state) }
            note(deadlineOf: id)
        }
        return outcome
    }

    private mutating func note(deadlineOf id: String) {
        if devices[id]?.deadline == nil { timed.remove(id) } else { timed.insert(id) }
    }

    /// A new connection: the broker sends again all that it keeps.
    mutating func beginSynchronizing() { heard = [] }

    /// Everything that the broker keeps was heard: what it no longer has is gone.
    mutating func endSynchronizing() -> Outcome {
        var outcome = Outcome()
        for topic in kept.subtracting(heard).sorted() { remove(topic, &outcome) }
        return outcome
    }

    // MARK: Configurations

    private mutating func configure(_ topic: DiscoveryTopic, _ message: MQTTMessage, _ now: Date, _ outcome: inout Outcome) {
        heard.insert(message.topic)
        if message.payload.isEmpty { return remove(message.topic, &outcome) }
        // A device that is described live is kept too, as a rule: the flag only comes with what was kept before.
        if message.isRetained { kept.insert(message.topic) }
        var hasher = Hasher()
        hasher.combine(message.payload)
        let digest = hasher.finalize()
        if seen[message.topic] == digest { return }
        guard let root = DevicePayload(message.payload).json, case .object(let object) = root else {
            outcome.notes.append((message.topic, "not a JSON object; it is left out"))
            return
        }
        seen[message.topic] = digest
        let old = parts[message.topic] ?? []
        var new: Set<String> = []
        if topic.component == "device" {
            for (part, component, config) in describe(object, message.topic, &outcome) {
                if add(Key(topic: message.topic, part: part), component, topic, config, now, &outcome) { new.insert(part) }
            }
        } else if add(Key(topic: message.topic, part: ""), topic.component, topic, DiscoveryConfig(object), now, &outcome) {
            new.insert("")
        }
        for part in old.subtracting(new).sorted() { remove(Key(topic: message.topic, part: part), &outcome) }
        parts[message.topic] = new.isEmpty ? nil : new
        // What describes nothing that is used is not remembered: there may be any number of those.
        if new.isEmpty {
            seen[message.topic] = nil
            kept.remove(message.topic)
        }
    }

    /// The parts of a message for a whole device.
    private func describe(_ object: [String: JSONValue], _ topic: String, _ outcome: inout Outcome) -> [(String, String, DiscoveryConfig)] {
        var shared = DiscoveryConfig.expanded(object)
        guard case .object(let components) = shared.removeValue(forKey: "components") else {
            outcome.notes.append((topic, "a device without components; it is left out"))
            return []
        }
        if components.count > Self.mostParts { outcome.notes.append((topic, "more than \(Self.mostParts) components; the rest is left out")) }
        return components.sorted { $0.key < $1.key }.prefix(Self.mostParts).compactMap { part, value in
            guard case .object(let members) = value, members.count > 1, let platform = (members["platform"] ?? members["p"])?.string else { return nil }
            return (part, platform, DiscoveryConfig(members, shared: shared))
        }
    }

    private mutating func add(_ key: Key, _ component: String, _ topic: DiscoveryTopic, _ config: DiscoveryConfig, _ now: Date, _ outcome: inout Outcome)
        -> Bool
    {
        let old = ids[key].flatMap { devices[$0] }
        if old == nil, devices.count >= Self.mostDevices {
            if !isFull { outcome.notes.append((key.topic, "there are \(Self.mostDevices) devices already; further ones are left out")) }
            isFull = true
            return false
        }
        let objectName = [topic.node, topic.object, key.part].compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: "_")
        do throws(DiscoveryError) {
            let id: String
            if let known = ids[key] { id = known } else { id = try makeID(component, config, objectName) }
            let made = try MQTTDevice(component: component, id: id, objectName: key.part.isEmpty ? topic.object : key.part, config, now: now)
            for note in config.notes { outcome.notes.append((key.topic, note)) }
            guard var device = made else { return false }
            let before = Set(old?.topics ?? [])
            if let old { device.inherit(from: old, now: now) }
            devices[id] = device
            ids[key] = id
            for topic in before.subtracting(device.topics) { leave(topic, id, &outcome) }
            for topic in device.topics {
                // Also when somebody listens already: the broker then sends again what it keeps.
                if !before.contains(topic) { outcome.subscribe.insert(topic) }
                outcome.unsubscribe.remove(topic)
                listeners[topic, default: []].insert(id)
            }
            note(deadlineOf: id)
            outcome.isModelChanged = true
            outcome.states.append(device.state)
            return true
        } catch {
            outcome.notes.append((key.topic, "\(error.reason); it is left out"))
            return false
        }
    }

    /// The id that the device proposes, or one made of its topic: the same after each start.
    private func makeID(_ component: String, _ config: DiscoveryConfig, _ objectName: String) throws(DiscoveryError) -> String {
        var proposals = [objectName]
        if let own = try config.text("object_id") { proposals.insert(own, at: 0) }
        if let own = try config.text("default_entity_id") { proposals.insert(String(own.drop { $0 != "." }.dropFirst()), at: 0) }
        let slugs = proposals.filter { !$0.isEmpty }.map { "\(component).\(Slug.make($0))" }
        if let free = slugs.first(where: { devices[$0] == nil }) { return free }
        let last = slugs.last ?? component + ".device"
        return (2...).lazy.map { "\(last)_\($0)" }.first { devices[$0] == nil } ?? last
    }

    private mutating func remove(_ topic: String, _ outcome: inout Outcome) {
        for part in (parts.removeValue(forKey: topic) ?? []).sorted() { remove(Key(topic: topic, part: part), &outcome) }
        seen[topic] = nil
        kept.remove(topic)
    }

    private mutating func remove(_ key: Key, _ outcome: inout Outcome) {
        guard let id = ids.removeValue(forKey: key), let device = devices.removeValue(forKey: id) else { return }
        for topic in device.topics { leave(topic, id, &outcome) }
        timed.remove(id)
        isFull = false
        outcome.removed.append(id)
        outcome.states.removeAll { $0.entity == id }
        outcome.isModelChanged = true
    }

    private mutating func leave(_ topic: String, _ id: String, _ outcome: inout Outcome) {
        listeners[topic]?.remove(id)
        guard listeners[topic]?.isEmpty == true else { return }
        listeners[topic] = nil
        outcome.unsubscribe.insert(topic)
        outcome.subscribe.remove(topic)
    }

    // MARK: What is said

    /// The messages for a service call, by entity, in the order in which each is to hear them.
    /// - Throws: `HouseError`: then nothing is said to any of them.
    func errands(for call: ServiceCall, now: Date) throws(HouseError) -> [(entity: String, isRetained: Bool, commands: [DeviceCommand])] {
        guard !call.entities.isEmpty else { throw HouseError(.refused, "\(call.domain).\(call.service) without an entity") }
        var errands: [(String, Bool, [DeviceCommand])] = []
        for id in call.entities {
            guard let device = devices[id] else { throw HouseError(.refused, "there is no \(id)") }
            guard call.domain == device.entity.domain || call.domain == "homeassistant" else {
                throw HouseError(.refused, "\(call.domain).\(call.service) is not for \(id)")
            }
            errands.append((id, device.isRetained, try device.commands(for: call.service, ServiceData(call.data, now: now))))
        }
        return errands
    }

    /// What was said to a device that does not tell its state.
    mutating func assume(_ entity: String, _ assumptions: [Assumption], now: Date) -> EntityState? {
        guard devices[entity]?.assume(assumptions, now: now) == true else { return nil }
        return devices[entity]?.state
    }
}
