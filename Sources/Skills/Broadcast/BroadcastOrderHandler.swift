public import Base
public import Domain

/// Announcements to everybody, asked for as an intent (`HassBroadcast`).
public struct BroadcastOrderHandler: OrderHandler {
    public let name = "announcements"
    public let intents: Set<String> = ["HassBroadcast"]
    private let desk: BroadcastDesk
    private let house: (any House)?

    /// - Parameter house: knows which areas a floor has.
    public init(broadcaster: any Broadcaster, house: (any House)? = nil) {
        desk = BroadcastDesk(broadcaster: broadcaster)
        self.house = house
    }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        guard order.timing == .now else { return nil }
        return await desk.say(order.intent.text("message"), in: part(order.intent), language, context)
    }

    /// The part of the house that an announcement is for: an area, or those of a floor; never more than was said.
    private func part(_ intent: Intent) -> (areas: Set<String>, name: String)? {
        if intent.slots["area"] != nil { return (Set(intent.ids("area")), intent.value("area")) }
        guard intent.slots["floor"] != nil else { return nil }
        let floors = Set(intent.ids("floor"))
        return (Set(house?.model.areas.filter { $0.floor.map(floors.contains) ?? false }.map(\.id) ?? []), intent.value("floor"))
    }
}
