public import API
import Base
public import Domain
import HTTPServer
public import Identity

extension Backend {
    /// What whoever holds the machine may do while Jarvis runs: they bring the key that lies in its data folder for as long as it does.
    func addMachineRoutes(to router: inout Router) {
        guard let key = parts.machineKey else { return }
        let identity = parts.authenticator, trail = parts.trail, persons = parts.persons

        router.post("/machine/password") { request in
            try request.check(key)
            let body: MachinePassword = try request.decode()
            let done = try await identity.setPassword(
                of: body.username, to: Secret(body.password), withoutSecondFactors: body.withoutSecondFactors ?? false, from: request.place.address)
            return try .json(MachinePasswordAnswer(done))
        }
        router.post("/machine/export") { request in
            try request.check(key)
            let body: MachineExport = try request.decode()
            guard let persons else { throw Problem(.unavailable, "nothing of people is kept here") }
            let user = try await identity.user(named: body.username)
            trail.record(.export(of: user, from: request.place.address))
            return Response(
                headers: [.contentType: "application/x-ndjson", .cacheControl: "no-store"],
                body: .stream { file in
                    try await persons.lines(of: user) { try await file.write($0) }
                })
        }
    }
}

extension PersonDesk {
    /// `records`, as JSON Lines.
    public func lines(of user: User, _ write: ([UInt8]) async throws -> Void) async throws {
        try await records(of: user) { records in try await write(records.reduce(into: []) { $0 += try JSON.encode($1) + [UInt8(ascii: "\n")] }) }
    }
}

extension AuditEvent {
    /// What is kept of somebody was handed to whoever holds the machine.
    public static func export(of user: User, from address: String) -> AuditEvent {
        AuditEvent(.export, .done, household: user.household, address: address, target: user.id.description)
    }
}

extension MachinePasswordAnswer {
    public init(_ done: Authenticator.Unlocked) {
        self.init(
            username: done.user.name, revokedKeys: done.keys.map { APIKeyBody($0) }, wantsCode: done.wantsCode, isDisabled: done.user.isDisabled)
    }
}

extension Request {
    /// - Throws: `Problem.unauthenticated` for whoever brings another key, or none.
    fileprivate func check(_ key: Secret) throws {
        guard let field = headers[.authorization], Secret(field) == Secret("Bearer " + key.reveal()) else {
            throw Problem(.unauthenticated, "this is for commands on the machine itself, which bring the key of its data folder")
        }
    }
}
