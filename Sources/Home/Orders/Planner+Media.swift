import Base
import Domain

extension Planner {
    /// Points of a hundred.
    private static let volumeStep = 10.0
    private static let silent: Set<String> = ["off", "standby"]

    func media(_ wish: Wish, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        // Bits of MediaPlayerEntityFeature: pause 1, volume 4, mute 8, previous 16, next 32, on 128, off 256, volume steps 1024, stop 4096, play 16384.
        switch wish {
        case .on:
            let on: Set<String> = ["on", "idle", "playing", "paused", "buffering"]
            if entity.supports(128) { return reach(.on, "media_player", "turn_on", entity, state, values: on) }
            return entity.supports(16384) ? reach(.on, "media_player", "media_play", entity, state, values: on) : .unable(.notThat)
        case .off:
            if entity.supports(256) { return reach(.off, "media_player", "turn_off", entity, state, values: Self.silent) }
            return media(.stop, entity, state)
        case .toggle: return media(Self.silent.contains(state.value) ? .on : .off, entity, state)
        case .stop:
            if entity.supports(4096) { return reach(.stop, "media_player", "media_stop", entity, state, values: ["idle", "off", "standby", "paused", "on"]) }
            return media(.pause, entity, state)
        case .pause:
            guard entity.supports(1) else { return .unable(.notThat) }
            return reach(.pause, "media_player", "media_pause", entity, state, values: ["paused", "idle", "off", "standby"])
        case .play:
            guard entity.supports(16384) else { return .unable(.notThat) }
            return reach(.play, "media_player", "media_play", entity, state, values: ["playing", "buffering"])
        case .next: return track("media_next_track", .next, 32, entity, state)
        case .previous: return track("media_previous_track", .previous, 16, entity, state)
        case .mute(let isMuted):
            if Self.silent.contains(state.value) { return .unable(.isOff) }
            guard entity.supports(8) else { return .unable(.volume) }
            return reach(
                isMuted ? .mute : .unmute, "media_player", "volume_mute", with: ["is_volume_muted": .bool(isMuted)], entity, state,
                demands: [Goal.Demand(attribute: "is_volume_muted", test: .equals(.bool(isMuted)))])
        case .volume(let wanted): return volume(wanted, entity, state)
        case .adjust(let adjustment) where adjustment.quantity == .volume:
            if Self.silent.contains(state.value) { return .unable(.isOff) }
            guard let level = state.number("volume_level") else { return .unable(.volume) }
            let now = (level * 100).rounded()
            let wanted = min(max((now + adjustment.change(by: Self.volumeStep)).rounded(), 0), 100)
            if wanted == now { return .unable(adjustment.isUp ? .atMost : .atLeast) }
            if entity.supports(4) { return volume(wanted, entity, state) }
            // It has only keys for louder and softer: one press, and what comes of it.
            guard entity.supports(1024), adjustment.amount == nil else { return .unable(.volume) }
            return reach(
                .volume(wanted), "media_player", adjustment.isUp ? "volume_up" : "volume_down", entity, state,
                demands: [Goal.Demand(attribute: "volume_level", test: .number(wanted / 100, exact: 0.005, near: 0.1))])
        case .search: return .unable(.search)
        default: return .unable(.notThat)
        }
    }

    private func volume(_ wanted: Double, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        if Self.silent.contains(state.value) { return .unable(.isOff) }
        guard entity.supports(4) else { return .unable(.volume) }
        return reach(
            .volume(wanted), "media_player", "volume_set", with: ["volume_level": .number(wanted / 100)], entity, state,
            demands: [Goal.Demand(attribute: "volume_level", test: .number(wanted / 100, exact: 0.005, near: 0.03))])
    }

    private func track(_ service: String, _ deed: Deed, _ feature: Int, _ entity: HomeModel.Entity, _ state: EntityState) -> Draft {
        if Self.silent.contains(state.value) { return .unable(.isOff) }
        guard entity.supports(feature) else { return .unable(.tracks) }
        return .call("media_player", service, [:], Goal(entity: entity.id, deed: deed, sign: .differs, limit: limits.seconds(for: entity.domain)))
    }
}
