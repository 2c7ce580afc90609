extension HomeModel.Entity {
    /// Whether somebody of this role may know of it. Where the people of the house are is nothing for guests.
    public func isSeen(by role: Role) -> Bool { isExposed && !(role == .guest && isAboutPeople) }

    /// Whether it tells where somebody is.
    public var isAboutPeople: Bool { ["person", "device_tracker"].contains(domain) }
}

extension HomeModel {
    /// Without what tells guests where people are; for others, all there is.
    public func seen(by role: Role) -> HomeModel {
        guard role == .guest else { return self }
        var model = self
        model.entities.removeAll(where: \.isAboutPeople)
        return model
    }
}
