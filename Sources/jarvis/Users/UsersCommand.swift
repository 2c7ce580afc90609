import API
import JarvisClient

/// `jarvis users …`
enum UsersCommand {
    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        try invocation.print(await client.users()) { user in
            "\(user.id)  \(user.role.padded(to: 6))  \(user.username)" + (user.isDisabled ? invocation.language(fr: "  (fermé)", en: "  (shut)") : "")
        }
        return ExitCode.done
    }

    @Sendable static func invite(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        let invitation = try await client.invite(NewInvitation(role: invocation.operands[0]))
        try invocation.print([invitation]) { invitation in
            let code = invitation.code ?? "", end = LocalTime.text(invitation.expiresAt)
            return invocation.language(
                fr: "\(code)\nÀ donner à cette personne, jusqu'au \(end) : jarvis users register \(code)",
                en: "\(code)\nGive it to that person, until \(end): jarvis users register \(code)")
        }
        return ExitCode.done
    }

    @Sendable static func register(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let server = ServerAddress.url(of: configuration)
        let client = Client(server: server, store: SessionFile(home: configuration.home, server: server))
        let name = try await Prompt.username(invocation)
        let password = try await Prompt.password(invocation, twice: true)
        let made = try await client.register(
            RegisterRequest(code: invocation.operands[0], username: name, password: password, language: invocation.language.rawValue))
        try await client.signIn(username: made.username, password: password)
        invocation.console.show(invocation.language(fr: "Bienvenue, \(made.username).\n", en: "Welcome, \(made.username).\n"))
        return ExitCode.done
    }

    static func shut(_ invocation: Invocation, _ isDisabled: Bool) async throws -> Int32 {
        let client = try await invocation.signedInClient(), users = try await client.users()
        for user in try invocation.operands.map({ try find($0, in: users) }) {
            _ = try await client.changeUser(user.id, UserPatch(isDisabled: isDisabled))
        }
        return ExitCode.done
    }

    @Sendable static func role(_ invocation: Invocation) async throws -> Int32 {
        guard Commands.roles.contains(invocation.operands[1]) else {
            let roles = Commands.roles.joined(separator: ", ")
            throw Failure(fr: "Le rôle est un de : \(roles).", en: "The role is one of: \(roles).", code: ExitCode.usage)
        }
        let client = try await invocation.signedInClient()
        _ = try await client.changeUser(find(invocation.operands[0], in: await client.users()).id, UserPatch(role: invocation.operands[1]))
        return ExitCode.done
    }

    @Sendable static func remove(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        let user = try find(invocation.operands[0], in: await client.users())
        if !invocation.has("yes") {
            let question = invocation.language(
                fr: "Supprimer le compte de \(user.username), avec ses souvenirs et ses conversations ?",
                en: "Remove the account of \(user.username), with their memories and conversations?")
            guard try await Prompt.confirm(question, invocation) else { return ExitCode.done }
        }
        try await client.removeUser(user.id)
        return ExitCode.done
    }

    @Sendable static func reset(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        let code = try await client.resetCode(for: find(invocation.operands[0], in: await client.users()).id)
        try invocation.print([code]) { code in
            let end = LocalTime.text(code.expiresAt)
            return invocation.language(
                fr: "\(code.code)\nÀ donner à cette personne, jusqu'au \(end) : jarvis users password --code \(code.code)",
                en: "\(code.code)\nGive it to that person, until \(end): jarvis users password --code \(code.code)")
        }
        return ExitCode.done
    }

    @Sendable static func password(_ invocation: Invocation) async throws -> Int32 {
        let isOfMachine = !invocation.operands.isEmpty
        guard isOfMachine ? !invocation.has("code") : !invocation.has("without-second-factors") else {
            throw Failure(
                fr: "--code va sans NOM, --without-second-factors avec.", en: "--code goes without NAME, --without-second-factors with one.",
                code: ExitCode.usage)
        }
        if isOfMachine { return try await MachineCommand.password(invocation) }
        if let code = invocation.value(of: "code") {
            let configuration = try invocation.configuration()
            let client = Client(server: ServerAddress.url(of: configuration))
            try await client.resetPassword(PasswordReset(code: code, password: Prompt.password(invocation, twice: true)))
        } else {
            let client = try await invocation.signedInClient()
            invocation.console.show(invocation.language(fr: "L'ancien mot de passe, puis le nouveau.\n", en: "The old password, then the new one.\n"))
            let old = try await Prompt.password(invocation, twice: false)
            try await client.changePassword(PasswordChange(oldPassword: old, newPassword: Prompt.password(invocation, twice: true)))
        }
        invocation.console.show(invocation.language(fr: "C'est fait.\n", en: "Done.\n"))
        return ExitCode.done
    }

    /// By name, however it is written, or by id.
    private static func find(_ name: String, in users: [UserBody]) throws -> UserBody {
        guard let user = users.first(where: { $0.username.lowercased() == name.lowercased() || $0.id == name }) else {
            throw Failure(fr: "Personne ne s'appelle \(name) ici ; voyez « jarvis users ».", en: "Nobody here is called \(name); see `jarvis users`.")
        }
        return user
    }
}

/// `jarvis api-keys …`
enum APIKeysCommand {
    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let keys = try await invocation.signedInClient().apiKeys()
        if keys.isEmpty && !invocation.has("json") { invocation.console.complain(invocation.language(fr: "Aucune clé.", en: "No keys.")) }
        try invocation.print(keys) { key in
            let used = key.usedAt.map { LocalTime.text($0) } ?? invocation.language(fr: "jamais", en: "never")
            return invocation.language(
                fr: "\(key.id)  jusqu'au \(LocalTime.text(key.expiresAt))  utilisée : \(used)  \(key.name) (\(key.scopes.joined(separator: " ")))",
                en: "\(key.id)  until \(LocalTime.text(key.expiresAt))  used: \(used)  \(key.name) (\(key.scopes.joined(separator: " ")))")
        }
        return ExitCode.done
    }

    @Sendable static func add(_ invocation: Invocation) async throws -> Int32 {
        let days = try invocation.value(of: "days").map { text in
            guard let days = Int(text) else {
                throw Failure(fr: "--days veut un nombre de jours.", en: "--days wants a number of days.", code: ExitCode.usage)
            }
            return days
        }
        let key = try await invocation.signedInClient().addAPIKey(
            NewAPIKey(name: invocation.operands[0], scopes: Array(invocation.operands.dropFirst()), days: days))
        try invocation.print([key]) { key in key.key ?? "" }
        return ExitCode.done
    }

    @Sendable static func revoke(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        for id in invocation.operands { try await client.revokeAPIKey(id) }
        return ExitCode.done
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
