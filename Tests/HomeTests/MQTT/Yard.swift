import Base
import Domain
import Foundation
import MQTT
import TestSupport

@testable import Home

/// A registry of devices without a broker, with what came of each message.
struct Yard {
    var registry = MQTTRegistry(prefix: "homeassistant")
    var now = Date(timeIntervalSince1970: 1_700_000_000)
    private(set) var notes: [String] = []
    private(set) var listening: Set<String> = []

    @discardableResult mutating func hear(_ topic: String, _ payload: String, isRetained: Bool = true) -> MQTTRegistry.Outcome {
        take(registry.hear(MQTTMessage(topic: topic, payload, isRetained: isRetained), now: now))
    }

    @discardableResult mutating func describe(_ topic: String, _ config: JSONValue) -> MQTTRegistry.Outcome {
        hear("homeassistant/\(topic)/config", config.rendered ?? "")
    }

    mutating func wait(_ seconds: Double) {
        now += seconds
        take(registry.timePassed(now: now))
    }

    @discardableResult mutating func take(_ outcome: MQTTRegistry.Outcome) -> MQTTRegistry.Outcome {
        notes += outcome.notes.map(\.text)
        listening.subtract(outcome.unsubscribe)
        listening.formUnion(outcome.subscribe)
        return outcome
    }

    var ids: [String] { registry.model.entities.map(\.id) }
    func entity(_ id: String) -> HomeModel.Entity? { registry.model.entities.first { $0.id == id } }
    func state(_ id: String) -> EntityState? { registry.states.first { $0.entity == id } }
    func value(_ id: String) -> String? { state(id)?.value }

    /// What is published for a call, as `topic=payload`; or why nothing is.
    func say(_ call: String, _ entity: String, _ data: [String: JSONValue] = [:]) -> [String] {
        let parts = call.split(separator: ".").map(String.init)
        do {
            let errands = try registry.errands(for: ServiceCall(domain: parts[0], service: parts[1], entities: [entity], data: data), now: now)
            return errands.flatMap { $0.commands.map { "\($0.topic)=\($0.payload)" } }
        } catch {
            return ["! \(error.description.prefix { $0 != ":" })"]
        }
    }

    /// The same, and what is then taken for the state.
    mutating func call(_ call: String, _ entity: String, _ data: [String: JSONValue] = [:]) {
        let parts = call.split(separator: ".").map(String.init)
        let errands = try? registry.errands(for: ServiceCall(domain: parts[0], service: parts[1], entities: [entity], data: data), now: now)
        for errand in errands ?? [] { for command in errand.commands { _ = registry.assume(errand.entity, command.assuming, now: now) } }
    }
}
