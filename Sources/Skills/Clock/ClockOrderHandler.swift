public import Base
public import Domain

/// Time and date, asked for as intents.
public struct ClockOrderHandler: OrderHandler {
    public let name = "clock"
    public let intents: Set<String> = ["HassGetCurrentTime", "HassGetCurrentDate"]

    public init() {}

    public func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply? {
        switch order.intent.name {
        case "HassGetCurrentTime": TimeSkill.now(language, context)
        case "HassGetCurrentDate": DateSkill.today(language, context)
        default: nil
        }
    }
}
