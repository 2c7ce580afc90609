extension HomeModel.Entity {
    /// Whether somebody may know of it. Where the people of the house are is nothing for guests.
    public func isSeen(by principal: Principal) -> Bool { isExposed && isOpen(to: principal) }

    /// Whether it tells where somebody is.
    public var isAboutPeople: Bool { ["person", "device_tracker"].contains(domain) }

    fileprivate func isOpen(to principal: Principal) -> Bool {
        principal.mayUseHouse && principal.permissions.covers(area: area) && !(principal.role == .guest && isAboutPeople)
    }
}

extension HomeModel {
    /// What of the house is there for somebody: nothing for another household, only their areas for those who have some, and nothing that tells guests
    /// where people are.
    public func seen(by principal: Principal) -> HomeModel {
        guard principal.mayUseHouse else { return HomeModel() }
        guard principal.role == .guest || principal.permissions.areas != nil else { return self }
        var model = self
        model.entities.removeAll { !$0.isOpen(to: principal) }
        if principal.permissions.areas != nil {
            model.areas.removeAll { !principal.permissions.covers(area: $0.id) }
            let floors = Set(model.areas.compactMap(\.floor))
            model.floors.removeAll { !floors.contains($0.id) }
        }
        return model
    }
}
