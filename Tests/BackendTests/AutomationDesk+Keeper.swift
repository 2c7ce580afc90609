public import Automations
public import Backend

/// The routes call the feature as it is.
extension AutomationDesk: AutomationKeeper {}
