import Base
import Domain
import Identity

/// What somebody must be allowed for each route that asks for a token. A route that is not listed here is nobody's.
enum RouteRights {
    /// What a route asks for.
    struct Need: Sendable, Hashable {
        /// `nil`: being signed in is enough.
        var capability: Capability?
        /// Keys of programs do not do: it is about somebody's account itself.
        var isForPeople = false
        /// Only whoever runs this Jarvis.
        var isForOperator = false

        static let signedIn = Need()
        static let person = Need(isForPeople: true)
        static let talk = Need(capability: .talk)
        static let home = Need(capability: .home)
        static let remember = Need(capability: .memoryWrite)
        static let recall = Need(capability: .memoryRead)
        static let people = Need(capability: .admin, isForPeople: true)
        static let households = Need(capability: .admin, isForPeople: true, isForOperator: true)
        static let measurements = Need(capability: .admin, isForOperator: true)
    }

    /// Every route of the contract but those that anyone may call.
    static let needs: [String: Need] = [
        "GET /metrics": .measurements,
        // one's own account
        "GET /auth/me": .signedIn, "GET /auth/me/export": .person, "DELETE /auth/me": .person, "POST /auth/logout": .person, "GET /auth/sessions": .person,
        "DELETE /auth/sessions": .person,
        "DELETE /auth/sessions/{id}": .person, "POST /auth/password": .person, "GET /auth/api-keys": .person, "POST /auth/api-keys": .person,
        "DELETE /auth/api-keys/{id}": .person, "POST /auth/step-up": .person, "GET /auth/second-factors": .person, "PATCH /auth/second-factors": .person,
        "POST /auth/totp": .person, "POST /auth/totp/confirm": .person, "DELETE /auth/totp": .person, "POST /auth/recovery-codes": .person,
        "POST /auth/step-up/options": .person, "GET /auth/passkeys": .person, "POST /auth/passkeys/options": .person, "POST /auth/passkeys": .person,
        "DELETE /auth/passkeys/{id}": .person, "POST /auth/oidc/link": .person, "POST /auth/oidc/link/confirm": .person, "GET /auth/oidc/links": .person,
        "DELETE /auth/oidc/links/{id}": .person, "GET /voice-print": .person,
        "POST /voice-print": .person, "DELETE /voice-print": .person,
        // those of others
        "GET /admin/audit": .people, "GET /admin/users": .people, "PATCH /admin/users/{id}": .people, "DELETE /admin/users/{id}": .people,
        "POST /admin/users/{id}/reset": .people,
        "GET /admin/invitations": .people, "POST /admin/invitations": .people, "DELETE /admin/invitations/{id}": .people,
        "GET /admin/households": .households, "POST /admin/households": .households, "PATCH /admin/households/{id}": .households,
        "DELETE /admin/households/{id}": .households, "POST /admin/keys/rotate": .households,
        // talking
        "POST /auth/ws-ticket": .talk, "GET /ws": .talk, "POST /chat": .talk, "POST /chat/stream": .talk, "GET /traces/{id}": .talk,
        "GET /conversations": .talk, "GET /conversations/{id}": .talk, "DELETE /conversations/{id}": .talk,
        "PUT /conversations/{id}/remembering": .talk, "GET /timers": .talk, "POST /timers": .talk, "GET /timers/{id}": .talk,
        "DELETE /timers/{id}": .talk, "GET /reminders": .talk, "POST /reminders": .talk, "GET /reminders/{id}": .talk, "DELETE /reminders/{id}": .talk,
        "GET /alarms": .talk, "GET /alarms/{id}": .talk, "DELETE /alarms/{id}": .talk, "GET /lists": .talk, "GET /lists/{name}": .talk,
        "POST /lists/{name}": .talk, "DELETE /lists/{name}": .talk, "DELETE /lists/{name}/{id}": .talk, "GET /weather": .talk, "GET /voices": .talk,
        "POST /synthesize": .talk, "POST /transcribe": .talk, "POST /v1/audio/speech": .talk, "POST /v1/audio/transcriptions": .talk,
        // the memory
        "GET /memories": .recall, "GET /memories/{id}": .recall, "GET /memories/{id}/why": .recall, "GET /memories/facts": .recall,
        "GET /memories/quality": .recall, "GET /memories/bin": .recall, "GET /memories/export": .recall, "POST /memories": .remember,
        "PATCH /memories/{id}": .remember, "DELETE /memories/{id}": .remember, "POST /memories/forget": .remember, "POST /memories/restore": .remember,
        "POST /memories/import": .remember,
        // the house
        "GET /home/entities": .home, "GET /home/entities/{id}": .home, "POST /home/entities/{id}/{service}": .home, "GET /home/areas": .home,
        "POST /home/command": .home, "GET /automations": .home, "POST /automations": .home, "GET /automations/{id}": .home,
        "PATCH /automations/{id}": .home, "DELETE /automations/{id}": .home, "POST /automations/{id}/run": .home, "GET /automations/{id}/runs": .home,
    ]

    /// - Parameter need: of the route; `nil`: it is not listed.
    /// - Throws: `Problem.forbidden`, saying which right lacks.
    static func check(_ bearer: Bearer, _ need: Need?) throws(Problem) {
        guard let need else { throw Problem(.forbidden, "nobody may call this route") }
        if need.isForPeople, bearer.key != nil { throw Problem(.forbidden, "a key may not do that: sign in as the person") }
        if let capability = need.capability, !bearer.principal.may(capability) {
            let who = bearer.key == nil ? "this account lacks" : "this key lacks, or its owner lacks,"
            throw Problem(.forbidden, "\(who) the right '\(capability.rawValue)'")
        }
        if need.isForOperator, !bearer.principal.isOperator { throw Problem(.forbidden, "only the owner of the first household may do that") }
    }
}
