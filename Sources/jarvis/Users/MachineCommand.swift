import API
import Audit
import Backend
import Base
import Configuration
import Domain
import Foundation
import Identity
import JarvisClient

/// `jarvis users password NAME` and `jarvis users export NAME`: for whoever holds the machine, also while nobody can sign in.
enum MachineCommand {
    @Sendable static func password(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration(), name = invocation.operands[0]
        let isBare = invocation.has("without-second-factors")
        let password = try await Prompt.password(invocation, twice: true, isPiped: true)
        let stopped = try await StoppedHouse.use(configuration) { house in
            try await explaining {
                try await MachinePasswordAnswer(
                    house.authenticator.setPassword(of: name, to: Secret(password), withoutSecondFactors: isBare, from: "local"))
            }
        }
        let done: MachinePasswordAnswer
        if let stopped {
            done = stopped
        } else {
            done = try await client(configuration).setPassword(MachinePassword(username: name, password: password, withoutSecondFactors: isBare))
        }
        say(done, isBare, invocation)
        return ExitCode.done
    }

    private static func say(_ done: MachinePasswordAnswer, _ isBare: Bool, _ invocation: Invocation) {
        let name = done.username
        var lines = [
            invocation.language(
                fr: "Nouveau mot de passe pour \(name), qui est déconnecté partout.", en: "\(name) has another password, and is signed out everywhere.")
        ]
        if !done.revokedKeys.isEmpty {
            let keys = done.revokedKeys.map(\.name).joined(separator: ", ")
            lines.append(
                invocation.language(
                    fr: "Ses clés d'API ne valent plus ; à refaire si besoin : \(keys).",
                    en: "Their API keys are good no more; make them anew if needed: \(keys)."))
        }
        if done.wantsCode {
            lines.append(
                invocation.language(
                    fr: "Il faut toujours le code de l'application ou un code de secours ; --without-second-factors les retire.",
                    en: "The app's code or a recovery code is still asked for; --without-second-factors takes them off."))
        } else if isBare {
            lines.append(invocation.language(fr: "Le mot de passe suffit, aucun code n'est demandé.", en: "The password is enough, no code is asked for."))
        }
        if done.isDisabled {
            lines.append(
                invocation.language(
                    fr: "Ce compte est fermé : un propriétaire le rouvre avec « jarvis users enable \(name) ».",
                    en: "This account is shut: an owner opens it with `jarvis users enable \(name)`."))
        }
        invocation.console.show(lines.joined(separator: "\n") + "\n")
    }

    @Sendable static func export(_ invocation: Invocation) async throws -> Int32 {
        guard let path = invocation.value(of: "file"), path != "-" else {
            try await export(invocation) { invocation.console.write($0) }
            return ExitCode.done
        }
        try await PrivateFile.write(path) { write in try await export(invocation) { try write($0) } }
        invocation.console.complain(
            invocation.language(fr: "Tout est dans \(path), que vous seul pouvez lire.", en: "All of it is in \(path), which only you can read."))
        return ExitCode.done
    }

    private static func export(_ invocation: Invocation, _ write: (Data) throws -> Void) async throws {
        let configuration = try invocation.configuration(), name = invocation.operands[0]
        let stopped: Void? = try await StoppedHouse.use(configuration) { house in
            try await explaining {
                let user = try await house.authenticator.user(named: name)
                house.trail.record(.export(of: user, from: "local"))
                try await house.persons.lines(of: user) { try write(Data($0)) }
            }
        }
        if stopped == nil { try await client(configuration).export(MachineExport(username: name), to: write) }
    }

    /// The Jarvis that runs on this data folder.
    private static func client(_ configuration: Configuration) throws -> Client {
        let parts = (try? String(contentsOfFile: DataFolder.machineKey(in: configuration.home), encoding: .utf8))?.split(separator: " ") ?? []
        guard parts.count == 2, let port = UInt16(parts[0]), let server = URL(string: "http://127.0.0.1:\(port)") else {
            throw Failure(
                fr: "Jarvis tourne, mais sa clé dans \(configuration.home) ne peut pas être lue : arrêtez-le, puis recommencez.",
                en: "Jarvis is running, but its key in \(configuration.home) cannot be read: stop it, then try again.")
        }
        return Client(server: server, store: FixedToken(token: Secret(String(parts[1]))))
    }

    /// What Jarvis would have said, had it been asked.
    private static func explaining<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let problem as Problem { throw Failure(fr: problem.detail, en: problem.detail) }
    }
}
