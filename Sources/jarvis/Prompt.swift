import Foundation

/// Asks for things at the terminal.
enum Prompt {
    /// `--username`, or what is typed.
    static func username(_ invocation: Invocation) async throws -> String {
        if let name = invocation.value(of: "username") { return name }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure(
                fr: "Il n'y a pas de terminal où demander ; donnez --username et --password-stdin.",
                en: "There is no terminal to ask at; give --username and --password-stdin.",
                code: ExitCode.usage)
        }
        invocation.console.write(invocation.language(fr: "Nom : ", en: "Name: "))
        guard let name = await StandardInput.line()?.trimmingCharacters(in: .whitespaces), !name.isEmpty else {
            throw Failure(fr: "Sans nom, rien n'est fait.", en: "Without a name nothing is done.")
        }
        return name
    }

    /// Whether a person says yes; where there is nobody to ask, `--yes` has to be given.
    static func confirm(_ question: String, _ invocation: Invocation) async throws -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure(
                fr: "\(question) Il n'y a pas de terminal où demander ; donnez --yes.", en: "\(question) There is no terminal to ask at; give --yes.",
                code: ExitCode.usage)
        }
        invocation.console.write(question + invocation.language(fr: " [o/N] ", en: " [y/N] "))
        let answer = await StandardInput.line()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        return ["o", "oui", "y", "yes"].contains(answer)
    }

    /// The first line of standard input with `--password-stdin`, else what is typed unseen.
    ///
    /// - Parameter isPiped: without a terminal it is read from standard input, too.
    static func password(_ invocation: Invocation, twice: Bool, isPiped: Bool = false) async throws -> String {
        if invocation.has("password-stdin") || isPiped && isatty(STDIN_FILENO) != 1 {
            guard let password = await StandardInput.line(), !password.isEmpty else {
                throw Failure(fr: "L'entrée standard ne contient pas de mot de passe.", en: "Standard input holds no password.")
            }
            return password
        }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure(
                fr: "Il n'y a pas de terminal où demander ; donnez --password-stdin.", en: "There is no terminal to ask at; give --password-stdin.",
                code: ExitCode.usage)
        }
        let password = try await unseen(invocation.language(fr: "Mot de passe : ", en: "Password: "), invocation.console)
        if twice {
            let again = try await unseen(invocation.language(fr: "Encore une fois : ", en: "Once more: "), invocation.console)
            guard password == again else { throw Failure(fr: "Les deux mots de passe diffèrent.", en: "The two passwords differ.") }
        }
        return password
    }

    private static func unseen(_ question: String, _ console: Console) async throws -> String {
        console.write(question)
        let mode = TerminalMode(echo: false, line: true)
        defer {
            mode?.restore()
            console.write("\n")
        }
        guard mode != nil, let password = await StandardInput.line(), !password.isEmpty else {
            throw Failure(fr: "Sans mot de passe, rien n'est fait.", en: "Without a password nothing is done.")
        }
        return password
    }
}

/// Standard input, read on a queue of its own so that waiting for a person blocks no thread of the pool.
enum StandardInput {
    private static let queue = DispatchQueue(label: "standard input")

    /// One line without its end; `nil` when there is none. At most a megabyte.
    static func line() async -> String? {
        var bytes: [UInt8] = []
        while bytes.count < 1 << 20, let more = await read(1) {
            if more[0] == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Everything, at most `limit` bytes.
    static func all(limit: Int) async -> String {
        var bytes: [UInt8] = []
        while bytes.count < limit, let more = await read(min(65_536, limit - bytes.count)) { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// At least one byte and at most `count`; `nil` at the end.
    static func read(_ count: Int) async -> [UInt8]? {
        await withCheckedContinuation { continuation in
            queue.async {
                var buffer = [UInt8](repeating: 0, count: count)
                while true {
                    let got = Foundation.read(STDIN_FILENO, &buffer, count)
                    if got < 0 && errno == EINTR { continue }
                    return continuation.resume(returning: got > 0 ? Array(buffer[..<got]) : nil)
                }
            }
        }
    }
}

/// How the terminal handles what is typed; put back as it was by `restore`, and when the program is told to end.
final class TerminalMode {
    private let before: termios
    /// The signal that ends the program meanwhile.
    private let signalNumber: Int32
    private let watch: any DispatchSourceSignal

    /// `nil` when standard input is no terminal.
    /// - Parameters:
    ///   - echo: whether typed characters are shown.
    ///   - line: whether the terminal hands over whole lines and turns Ctrl-C into a signal; without it every key comes at once.
    init?(echo: Bool, line: Bool) {
        var mode = termios()
        guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return nil }
        let before = mode
        self.before = before
        if !echo { mode.c_lflag &= ~tcflag_t(ECHO) }
        if !line { mode.c_lflag &= ~tcflag_t(ICANON | ISIG | IEXTEN) }
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
        let signalNumber = line ? SIGINT : SIGTERM
        self.signalNumber = signalNumber
        signal(signalNumber, SIG_IGN)
        watch = DispatchSource.makeSignalSource(signal: signalNumber)
        watch.setEventHandler {
            var mode = before
            tcsetattr(STDIN_FILENO, TCSANOW, &mode)
            exit(128 + signalNumber)
        }
        watch.activate()
    }

    func restore() {
        var mode = before
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
        watch.cancel()
        signal(signalNumber, SIG_DFL)
    }
}
