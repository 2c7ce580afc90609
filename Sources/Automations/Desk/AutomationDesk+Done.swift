public import Domain

extension AutomationDesk {
    /// One of the household, also when it is done with; `nil` when there is none that this principal may know of.
    public func automation(_ id: Automation.ID, for principal: Principal) async throws -> Automation? {
        guard let found = try await store.automation(id, for: principal), principal.role != .guest || found.createdBy.user == principal.user else { return nil }
        return found
    }
}
