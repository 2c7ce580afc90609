import Base

/// Prints the help of a command from its description.
enum Help {
    static func text(for path: [Command], in language: Language, color: Bool = false) -> String {
        guard let command = path.last else { return "" }
        func heading(_ fr: String, _ en: String) -> String {
            let text = language(fr: fr + " :", en: en + ":")
            return color ? "\u{1B}[1m\(text)\u{1B}[0m" : text
        }
        let name = path.map(\.name).joined(separator: " ")
        let summary = command.summary.text(in: language)
        var lines = [summary.prefix(1).uppercased() + summary.dropFirst() + ".", ""]
        var usage = name
        if !command.subcommands.isEmpty {
            usage += command.standard == nil ? language(fr: " COMMANDE", en: " COMMAND") : language(fr: " [COMMANDE]", en: " [COMMAND]")
        }
        let operands = command.operands.text(in: language)
        if !operands.isEmpty { usage += " " + operands }
        if !command.options.isEmpty { usage += " [options]" }
        lines.append("\(heading("Usage", "Usage")) \(usage)")
        if let details = command.details { lines += ["", details.text(in: language)] }
        if !command.subcommands.isEmpty {
            let rows = command.subcommands.map { sub in
                let mark = sub.name == command.standard ? language(fr: " (par défaut)", en: " (the default)") : ""
                return (sub.name, sub.summary.text(in: language) + mark)
            }
            lines += ["", heading("Commandes", "Commands")] + table(rows)
        }
        var rows = command.options.map { option in
            ("--" + option.name + (option.placeholder.map { " " + $0.text(in: language) } ?? ""), option.help.text(in: language))
        }
        rows.append(("-h, --help", language(fr: "affiche cette aide", en: "show this help")))
        lines += ["", heading("Options", "Options")] + table(rows)
        if path.count == 1 {
            lines += ["", language(fr: "« jarvis help COMMANDE » en dit plus.", en: "`jarvis help COMMAND` says more.")]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ rows: [(String, String)]) -> [String] {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { "  " + $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
    }
}
