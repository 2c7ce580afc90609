/// One command of the tree: what it is called, what it takes, and what it does. Help and errors are made from this and nothing else.
struct Command: Sendable {
    let name: String
    let summary: Words
    /// Paragraphs below the usage line.
    var details: Words?
    /// What stands for the operands in the usage line; empty when it takes none.
    var operands = Words(fr: "", en: "")
    /// How many operands it takes.
    var operandCount: ClosedRange<Int> = 0...0
    /// The operands it takes, when they are words of a fixed set.
    var choices: [String] = []
    var options: [Option] = []
    var subcommands: [Command] = []
    /// The subcommand that runs when none is named.
    var standard: String?
    var action: (@Sendable (Invocation) async throws -> Int32)?

    func run(_ invocation: Invocation) async throws -> Int32 {
        guard let action else { return ExitCode.usage }
        return try await action(invocation)
    }
}

/// An option of a command: `--name`, or `--name VALUE` when it has a placeholder.
struct Option: Sendable {
    let name: String
    var placeholder: Words?
    let help: Words

    static let json = Option(name: "json", help: Words(fr: "écrit du JSON, pour les programmes", en: "write JSON, for programs"))
}

/// What the command line held, once it is known to be right.
struct Arguments: Sendable {
    var operands: [String] = []
    /// The values of the options that were given; empty for those that take none.
    var options: [String: String] = [:]

    enum Outcome {
        /// Help was asked for; the path names the command from the root.
        case help([Command])
        case run(Command, Arguments)
    }

    /// Finds the command and reads its arguments.
    static func parse(_ words: [String], of root: Command) throws(UsageError) -> Outcome {
        var path = [root]
        var words = words[...]
        if words.first == "help" {
            words = words.dropFirst()
            while let word = words.popFirst() { path.append(try subcommand(word, of: path)) }
            return .help(path)
        }
        while let command = path.last, !command.subcommands.isEmpty {
            guard let word = words.first else {
                guard let standard = command.standard else { return .help(path) }
                path.append(try subcommand(standard, of: path))
                continue
            }
            if word == "--help" || word == "-h" { return .help(path) }
            if path.count == 1 && word == "--version" {
                path.append(try subcommand("version", of: path))
            } else if word.hasPrefix("-"), let standard = command.standard {
                path.append(try subcommand(standard, of: path))
                continue
            } else {
                path.append(try subcommand(word, of: path))
            }
            words = words.dropFirst()
        }
        return try read(words, path)
    }

    private static func subcommand(_ word: String, of path: [Command]) throws(UsageError) -> Command {
        let known = path.last?.subcommands ?? []
        if let command = known.first(where: { $0.name == word }) { return command }
        throw UsageError(path, .unknownCommand(word, nearest: Nearest.word(to: word, among: known.map(\.name))))
    }

    private static func read(_ words: ArraySlice<String>, _ path: [Command]) throws(UsageError) -> Outcome {
        guard let command = path.last else { return .help(path) }
        var words = words
        var arguments = Arguments()
        while let word = words.popFirst() {
            if word == "--" {
                arguments.operands += words
                break
            }
            if word == "--help" || word == "-h" { return .help(path) }
            guard word.hasPrefix("-"), word != "-", !word.dropFirst().allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) else {
                arguments.operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard word.hasPrefix("--"), let option = command.options.first(where: { "--" + $0.name == parts[0] }) else {
                throw UsageError(path, .unknownOption(parts[0], nearest: Nearest.word(to: parts[0], among: command.options.map { "--" + $0.name })))
            }
            if arguments.options[option.name] != nil { throw UsageError(path, .repeated(parts[0])) }
            switch (option.placeholder, parts.count) {
            case (nil, 1): arguments.options[option.name] = ""
            case (nil, _): throw UsageError(path, .takesNoValue(parts[0]))
            case (_, 2): arguments.options[option.name] = parts[1]
            case (let placeholder?, _):
                guard let value = words.popFirst(), !value.hasPrefix("--") else { throw UsageError(path, .wantsValue(parts[0], placeholder)) }
                arguments.options[option.name] = value
            }
        }
        try check(arguments.operands, path)
        return .run(command, arguments)
    }

    private static func check(_ operands: [String], _ path: [Command]) throws(UsageError) {
        guard let command = path.last else { return }
        if operands.count < command.operandCount.lowerBound { throw UsageError(path, .missing(command.operands)) }
        if operands.count > command.operandCount.upperBound { throw UsageError(path, .tooMany(operands[command.operandCount.upperBound])) }
        guard !command.choices.isEmpty else { return }
        for operand in operands where !command.choices.contains(operand) { throw UsageError(path, .notOne(operand, of: command.choices)) }
    }
}
