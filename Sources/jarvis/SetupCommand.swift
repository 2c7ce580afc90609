import API
import Foundation
import JarvisClient

/// `jarvis setup`
enum SetupCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let server = ServerAddress.url(of: configuration)
        let client = Client(server: server, store: SessionFile(home: configuration.home, server: server))
        guard try await client.health().setupRequired else {
            throw Failure(fr: "Jarvis a déjà un propriétaire ; lancez « jarvis login ».", en: "Jarvis has an owner already; run `jarvis login`.")
        }
        let name = try await Prompt.username(invocation)
        let password = try await Prompt.password(invocation, twice: true)
        let code = invocation.value(of: "code") ?? configuration.setupCode?.reveal()
        let owner = try await client.setup(SetupRequest(username: name, password: password, language: invocation.language.rawValue, setupCode: code))
        try await client.signIn(username: name, password: password)
        invocation.console.show(
            invocation.language(
                fr: "Bienvenue, \(owner.username). Essayez : jarvis ask \"quelle heure est-il ?\"\n",
                en: "Welcome, \(owner.username). Try: jarvis ask \"what time is it?\"\n"))
        return ExitCode.done
    }
}

/// `jarvis login` and `jarvis logout`
enum LoginCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let server = ServerAddress.url(of: configuration)
        let client = Client(server: server, store: SessionFile(home: configuration.home, server: server))
        if try await client.health().setupRequired {
            throw Failure(fr: "Jarvis n'a pas encore de propriétaire ; lancez « jarvis setup ».", en: "Jarvis has no owner yet; run `jarvis setup`.")
        }
        let name = try await Prompt.username(invocation)
        let password = try await Prompt.password(invocation, twice: false)
        try await client.signIn(username: name, password: password, otp: invocation.value(of: "otp"))
        invocation.console.show(invocation.language(fr: "Bonjour, \(name).\n", en: "Hello, \(name).\n"))
        return ExitCode.done
    }

    @Sendable static func logout(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let server = ServerAddress.url(of: configuration)
        let client = Client(server: server, store: SessionFile(home: configuration.home, server: server))
        do {
            try await client.signOut()
        } catch let error as ClientError {
            // The session is forgotten here in any case; a server that is gone or does not know it has nothing to end.
            if error.code != .unauthenticated && error.code != .unreachable && error.problem?.status != 404 { throw error }
        }
        invocation.console.write(invocation.language(fr: "Session fermée.\n", en: "Signed out.\n"))
        return ExitCode.done
    }
}
