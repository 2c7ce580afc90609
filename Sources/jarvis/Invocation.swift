import API
import Base
import Configuration
import Foundation
import JarvisClient

/// What a command gets to work with: its arguments, the terminal, the configuration and the server.
struct Invocation: Sendable {
    let operands: [String]
    private let options: [String: String]
    let environment: [String: String]
    let language: Language
    let console: Console

    init(_ arguments: Arguments, environment: [String: String], language: Language, console: Console) {
        operands = arguments.operands
        options = arguments.options
        self.environment = environment
        self.language = language
        self.console = console
    }

    func has(_ option: String) -> Bool { options[option] != nil }
    func value(of option: String) -> String? { options[option] }

    /// A whole number that an option was given.
    func number(of option: String, from range: ClosedRange<Int>, command: String) throws -> Int? {
        guard let text = options[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let (low, high) = (range.lowerBound, range.upperBound)
            throw UsageError(
                command, .badValue("--" + option, expected: Words(fr: "un nombre entier de \(low) à \(high)", en: "a whole number from \(low) to \(high)")))
        }
        return number
    }

    /// `--language`, checked.
    func spokenLanguage(command: String) throws -> String? {
        guard let text = options["language"] else { return nil }
        guard Language(rawValue: text) != nil else { throw UsageError(command, .badValue("--language", expected: Words(fr: "fr ou en", en: "fr or en"))) }
        return text
    }

    func configuration() throws -> Configuration { try Configuration(environment: environment) }

    /// The server, whether or not anybody is signed in.
    func client(_ configuration: Configuration) -> Client {
        let server = ServerAddress.url(of: configuration)
        if let token = configuration.accessToken { return Client(server: server, store: FixedToken(token: token)) }
        return Client(server: server, store: SessionFile(home: configuration.home, server: server))
    }

    /// The server, for somebody who is signed in; else a failure that says what to do.
    func signedInClient() async throws -> Client {
        let configuration = try configuration()
        let client = client(configuration)
        if configuration.accessToken != nil { return client }
        if try SessionFile(home: configuration.home, server: client.server).read() != nil { return client }
        if try await client.health().setupRequired {
            throw Failure(fr: "Jarvis n'a pas encore de propriétaire ; lancez « jarvis setup ».", en: "Jarvis has no owner yet; run `jarvis setup`.")
        }
        throw Failure(fr: "Personne n'a ouvert de session ici ; lancez « jarvis login ».", en: "Nobody is signed in here; run `jarvis login`.")
    }
}

/// Where the commands find the server.
enum ServerAddress {
    static func url(of configuration: Configuration) -> URL {
        if let url = configuration.serverURL { return url }
        let everywhere = ["0.0.0.0", "::", "[::]"].contains(configuration.host)
        let host = everywhere ? "127.0.0.1" : configuration.host
        var parts = URLComponents()
        parts.scheme = "http"
        parts.host = host.contains(":") ? "[\(host)]" : host
        parts.port = configuration.backendPort
        return parts.url ?? URL(filePath: "/")
    }
}

/// A token that was given by hand: never refreshed, never written.
struct FixedToken: CredentialStore {
    let token: Secret

    func read() -> Credentials? { Credentials(accessToken: token.reveal()) }
    func write(_ credentials: Credentials?) {}
    func exclusively<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result { try await body() }
}
