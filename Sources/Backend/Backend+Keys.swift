import Domain
import HTTPServer

extension Backend {
    func addKeyRoutes(to router: inout Router) {
        router.post("/admin/keys/rotate") { [identity = parts.authenticator] request in
            try request.requireStepUp()
            try await identity.rotateKeys()
            try parts.trail.record(AuditEvent(.keyRotate, .done, by: request.caller, from: request.client.address.description, target: "signing"))
            return Response(.noContent)
        }
    }
}
