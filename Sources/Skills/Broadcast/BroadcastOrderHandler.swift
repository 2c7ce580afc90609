public import Base
public import Domain

/// Announcements to everybody, asked for as an intent (`HassBroadcast`).
public struct BroadcastOrderHandler: OrderHandler {
    public let name = "announcements"
    public let intents: Set<String> = ["HassBroadcast"]
    private let desk: BroadcastDesk

    public init(broadcaster: any Broadcaster) { desk = BroadcastDesk(broadcaster: broadcaster) }

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        guard order.timing == .now else { return nil }
        let area = order.intent.ids("area").first.map { (id: $0, name: order.intent.value("area")) }
        return await desk.say(order.intent.text("message"), in: area, language, context)
    }
}
