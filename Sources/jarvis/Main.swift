import Base
import Configuration
import Foundation
import JarvisClient

/// The `jarvis` program: finds the command, runs it, and ends with its exit code.
@main struct Main {
    static func main() async {
        // A reader that went away shows as an error of write(2), on pipes and sockets alike.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst()), environment: Configuration.processEnvironment))
    }

    static func run(_ arguments: [String], environment: [String: String]) async -> Int32 {
        let language = UserLanguage.choose(environment: environment)
        let console = Console(environment: environment)
        do {
            switch try Arguments.parse(arguments, of: Commands.root) {
            case .help(let path):
                console.write(Help.text(for: path, in: language, color: console.hasColor))
                return ExitCode.done
            case .run(let command, let arguments):
                return try await command.run(Invocation(arguments, environment: environment, language: language, console: console))
            }
        } catch let usage as UsageError {
            console.complain(usage.text(in: language))
            console.complain(language(fr: "« \(usage.command) --help » montre comment l'utiliser.", en: "`\(usage.command) --help` shows how to use it."))
            return ExitCode.usage
        } catch {
            let (message, code) = Explanation.of(error, in: language)
            if !message.isEmpty { console.complain(message) }
            return code
        }
    }
}

/// What a program's end tells the one who started it (the names of sysexits.h where it has one).
enum ExitCode {
    static let done: Int32 = 0
    static let failed: Int32 = 1
    static let usage: Int32 = 2
    /// EX_TEMPFAIL: the same may work later.
    static let tryAgainLater: Int32 = 75
}

/// A text in both languages.
struct Words: Sendable, Hashable {
    let fr: String
    let en: String

    func text(in language: Language) -> String { language(fr: fr, en: en) }
}

/// A failure with a sentence for the person at the terminal.
struct Failure: Error {
    let words: Words
    let code: Int32

    init(fr: String, en: String, code: Int32 = ExitCode.failed) {
        words = Words(fr: fr, en: en)
        self.code = code
    }
}

/// Which language the command line speaks.
enum UserLanguage {
    /// JARVIS_LANGUAGE from the environment or `jarvis.env`, else what LC_ALL, LC_MESSAGES or LANG say, else French; English for languages Jarvis does not speak.
    static func choose(environment: [String: String]) -> Language {
        if let chosen = environment["JARVIS_LANGUAGE"].flatMap({ Language(tag: $0) }) { return chosen }
        let configuration = try? Configuration(environment: environment)
        if let configuration, configuration.entries.contains(where: { $0.setting.name == "JARVIS_LANGUAGE" && $0.origin != .fallback }) {
            return configuration.language
        }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        if locale == "POSIX" || locale == "C" || locale.hasPrefix("C.") { return .french }
        return Language(tag: locale) ?? .english
    }
}

/// Turns whatever a command threw into a sentence and an exit code.
enum Explanation {
    static func of(_ error: any Error, in language: Language) -> (message: String, code: Int32) {
        switch error {
        case let failure as Failure: return (failure.words.text(in: language), failure.code)
        case let error as ConfigurationError:
            let head = language(fr: "La configuration est à corriger :", en: "The configuration needs fixing:")
            return (head + "\n  " + error.text(in: language).replacing("\n", with: "\n  "), ExitCode.failed)
        case let error as ClientError: return (text(of: error, in: language), error.isTemporary ? ExitCode.tryAgainLater : ExitCode.failed)
        case is CancellationError: return ("", ExitCode.failed)
        default: return (language(fr: "Échec : \(error)", en: "Failed: \(error)"), ExitCode.failed)
        }
    }

    private static func text(of error: ClientError, in language: Language) -> String {
        switch error.code {
        case .unreachable:
            let place = (fr: error.address.map { " à \($0)" } ?? "", en: error.address.map { " at \($0)" } ?? "")
            return language(
                fr: "Jarvis ne répond pas\(place.fr) ; démarrez-le avec « make run » ou « jarvis serve ».",
                en: "Jarvis does not answer\(place.en); start it with `make run` or `jarvis serve`.")
        case .unauthenticated:
            return language(fr: "La session est terminée ; lancez « jarvis login ».", en: "The session has ended; run `jarvis login`.")
        case .refused where error.problem?.type.hasSuffix(":step_up_needed") == true:
            return language(
                fr: "Jarvis veut être sûr que c'est vous : lancez « jarvis login », puis recommencez dans les cinq minutes.",
                en: "Jarvis wants to be sure that it is you: run `jarvis login`, then try again within five minutes.")
        default:
            let id = error.problem?.requestID.map { language(fr: " (demande \($0))", en: " (request \($0))") } ?? ""
            return error.message + id
        }
    }
}
