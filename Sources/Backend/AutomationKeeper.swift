public import Base
public import Domain
public import Foundation

/// Where automations are made, listed, paused, run and deleted.
public protocol AutomationKeeper: Sendable {
    /// - Throws: `Problem` when what it says cannot be, or there are too many.
    func add(
        _ orders: [Order], on occasion: Automation.Occasion, if conditions: [Automation.Condition], name: String?, language: Language,
        for principal: Principal, now: Date
    ) async throws -> Automation
    /// Those that this principal may know of, the oldest first.
    func automations(for principal: Principal) async throws -> [Automation]
    /// One that this principal may know of, also when it is done with.
    func automation(_ id: Automation.ID, for principal: Principal) async throws -> Automation?
    /// - Throws: `Problem` when it is not theirs to change, or gone.
    @discardableResult
    func setPaused(_ isPaused: Bool, _ automation: Automation, for principal: Principal, now: Date) async throws -> Automation
    func delete(_ automation: Automation, for principal: Principal) async throws
    /// Carries it out now. Returns what is said of it; `nil` when it is paused or gone.
    func start(_ automation: Automation, for principal: Principal) async throws -> String?
    /// The newest first.
    func runs(of automation: Automation.ID?, limit: Int, for principal: Principal) async throws -> [AutomationRun]
    /// When it is next due; `nil` when no clock says so.
    func nextDue(of automation: Automation, after now: Date) -> Date?
}
