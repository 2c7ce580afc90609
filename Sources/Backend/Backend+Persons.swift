import API
import Base
import Domain
import HTTPServer

extension Backend {
    func addPersonRoutes(to router: inout Router) {
        let identity = parts.authenticator, trail = parts.trail
        guard let persons = parts.persons else { return }

        router.get("/auth/me/export") { request in
            let caller = try request.caller, user = try await identity.user(caller)
            trail.record(AuditEvent(.export, .done, by: caller, from: request.place.address))
            return Response(
                headers: [
                    .contentType: "application/x-ndjson", .cacheControl: "no-store", "Content-Disposition": "attachment; filename=\"jarvis-export.jsonl\"",
                ],
                body: .stream { file in
                    try await persons.lines(of: user) { try await file.write($0) }
                })
        }
        router.delete("/auth/me") { request in
            let body: EraseRequest = try request.decode(), bearer = try request.bearer, user = try await identity.user(bearer.principal)
            // Before a code is used up for nothing.
            try await persons.check(user)
            try await identity.proveFully(bearer, password: body.password.map { Secret($0) }, otp: body.otp.map { Secret($0) }, at: request.place)
            try await persons.erase(user, by: bearer.principal, from: request.client.address.description)
            try await identity.forget(user.id)
            return Response(.noContent)
        }
    }
}
