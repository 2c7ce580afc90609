import API
import Base
import Domain
import Foundation
import HTTPServer
import Identity

extension Backend {
    func addAuditRoutes(to router: inout Router) {
        router.get("/admin/audit") { request in
            let caller = try request.administrator
            guard let archive = parts.audit else { throw Problem(.unavailable, "no audit trail is kept here") }
            let query = request.query
            var filter = AuditFilter(household: caller.household, who: query["who"])
            if let who = query["who"], let user = try? await parts.authenticator.user(named: who), user.household == caller.household {
                filter.person = user.id
            }
            if let text = query["action"] {
                guard let action = AuditEvent.Action(rawValue: text) else {
                    throw Problem(.invalid, "action must be one of \(AuditEvent.Action.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                filter.action = action
            }
            if let text = query["since"] {
                guard let date = Timestamp.parse(text) else { throw Problem(.invalid, "since must be a date (RFC 3339, like 2026-01-31T09:00:00Z)") }
                filter.since = date
            }
            let page = try await archive.entries(filter, limit: request.limit(), cursor: query["cursor"])
            return try .json(PageBody(items: page.items.map(AuditEntryBody.init), nextCursor: page.next))
        }
    }
}

extension Request {
    /// Who asks, when they may administer their household. The one place where routes ask for that.
    var administrator: Principal {
        get throws {
            let caller = try caller
            guard caller.may(.admin) else { throw Problem(.forbidden, "this is for the household's owner and admins") }
            return caller
        }
    }

    /// What the trail is told when it was turned away; `nil` for what is every day's, as a token that has ended.
    func refusal(_ error: any Error, of bearer: Bearer?) -> AuditEvent? {
        let kind = (error as? Problem)?.code.name ?? (error as? HTTPError).flatMap { $0.type.split(separator: ":").last.map(String.init) }
        // What is too much, the limits record themselves.
        guard kind == Problem.Code.forbidden.name, (error as? Problem)?.isRecorded != true else { return nil }
        let action = AuditEvent.Action.requestRefused
        let target = "\(method) \(template ?? "")", address = client.address.description
        guard let caller = bearer?.principal else { return AuditEvent(action, .refused, address: address, target: target) }
        return AuditEvent(action, .refused, by: caller, from: address, target: target)
    }
}

extension AuditEntryBody {
    init(_ entry: AuditEntry) {
        let event = entry.event
        self.init(
            number: entry.number, at: entry.at, action: event.action.rawValue, outcome: event.outcome.rawValue, userID: event.user?.description,
            name: event.name, address: event.address, target: event.target, isErased: entry.isErased)
    }
}
