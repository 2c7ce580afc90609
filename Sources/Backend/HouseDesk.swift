public import Domain

/// What the routes of the house call.
public struct HouseDesk: Sendable {
    public var house: any House
    /// Has a service called with the rights of a principal, and returns once the change was seen or is not to be waited for any longer.
    ///
    /// What is risky is refused to those who may not, and to others until they confirm: `Problem.confirmationNeeded`.
    public var call: @Sendable (_ call: ServiceCall, _ isConfirmed: Bool, _ principal: Principal) async throws -> Void

    public init(
        house: any House, call: @escaping @Sendable (_ call: ServiceCall, _ isConfirmed: Bool, _ principal: Principal) async throws -> Void
    ) {
        self.house = house
        self.call = call
    }
}
