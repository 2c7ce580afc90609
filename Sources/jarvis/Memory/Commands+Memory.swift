extension Commands {
    private static let limit = Option(
        name: "limit", placeholder: Words(fr: "N", en: "N"), help: Words(fr: "le nombre de lignes, 20 sans cela", en: "how many, 20 without it"))
    private static let most = Option(
        name: "limit", placeholder: Words(fr: "N", en: "N"),
        help: Words(fr: "le nombre de souvenirs, de 1 à 100, 10 sans cela", en: "how many, from 1 to 100, 10 without it"))
    private static let ids = Words(fr: "ID…", en: "ID…")
    private static let id = Words(fr: "ID", en: "ID")
    private static let text = Words(fr: "TEXTE…", en: "TEXT…")

    static let memory = Command(
        name: "memory", summary: Words(fr: "ce dont Jarvis se souvient", en: "what Jarvis remembers"),
        subcommands: finding + changing + forgetting + files + [MemoryBenchCommand.command])

    private static let finding = [
        Command(
            name: "list", summary: Words(fr: "les souvenirs, du plus récent au plus ancien", en: "the memories, newest first"), options: [limit, .json],
            action: MemoryCommand.list),
        Command(
            name: "search", summary: Words(fr: "cherche dans les souvenirs", en: "search the memories"), operands: text, operandCount: 1...1000,
            options: [most, .json], action: MemoryCommand.search),
        Command(
            name: "recall", summary: Words(fr: "ce qui répond à une question, avec les raisons", en: "what bears on a question, with the reasons"),
            operands: text, operandCount: 1...1000, options: [most, .json], action: MemoryCommand.recall),
        Command(
            name: "show", summary: Words(fr: "tout sur un souvenir", en: "all of one memory"), operands: id, operandCount: 1...1, options: [.json],
            action: MemoryReports.show),
        Command(
            name: "why", summary: Words(fr: "d'où vient un souvenir et ce qu'il est devenu", en: "where a memory comes from and what became of it"),
            operands: id, operandCount: 1...1, options: [.json], action: MemoryReports.why),
        Command(
            name: "facts", summary: Words(fr: "ce qui est su de quelqu'un ou de quelque chose", en: "what is known of somebody or something"),
            details: Words(fr: "Sans SUJET, ce qui est su de vous.", en: "Without SUBJECT, what is known of you."),
            operands: Words(fr: "[SUJET…]", en: "[SUBJECT…]"), operandCount: 0...100,
            options: [Option(name: "history", help: Words(fr: "aussi ce qui n'est plus vrai", en: "what is no longer so, too")), .json],
            action: MemoryReports.facts),
        Command(
            name: "quality", summary: Words(fr: "la part d'inutile, de doublons, de contradictions", en: "the share of junk, duplicates, contradictions"),
            options: [.json], action: MemoryReports.quality),
    ]

    private static let changing = [
        Command(
            name: "add", summary: Words(fr: "retient un texte", en: "remember a text"), operands: text, operandCount: 1...1000,
            options: [
                Option(name: "shared", help: Words(fr: "pour toute la maison", en: "for the whole household")),
                Option(name: "pin", help: Words(fr: "pour toujours", en: "for good")), .json,
            ],
            action: MemoryCommand.add),
        Command(
            name: "edit", summary: Words(fr: "corrige le texte d'un souvenir", en: "correct the text of a memory"),
            operands: Words(fr: "ID TEXTE…", en: "ID TEXT…"), operandCount: 2...1000, options: [.json], action: MemoryCommand.edit),
        Command(
            name: "pin", summary: Words(fr: "garde pour toujours", en: "keep for good"), operands: ids, operandCount: 1...1000, action: MemoryCommand.pin),
        Command(
            name: "unpin", summary: Words(fr: "laisse s'effacer de nouveau", en: "let fade again"), operands: ids, operandCount: 1...1000,
            action: MemoryCommand.unpin),
    ]

    private static func moment(_ name: String, _ help: Words) -> Option { Option(name: name, placeholder: Words(fr: "JOUR", en: "DAY"), help: help) }

    private static let forgetting = [
        Command(
            name: "remove", summary: Words(fr: "met à la corbeille", en: "put in the bin"), operands: ids, operandCount: 1...1000,
            options: [Option(name: "forever", help: Words(fr: "efface pour de bon", en: "delete for good"))], action: MemoryForgetting.remove),
        Command(
            name: "forget", summary: Words(fr: "oublie des souvenirs choisis", en: "forget memories of a choice"),
            details: Words(
                fr: "Sans ID, montre ce qui serait oublié et demande. Exemple : jarvis memory forget --from 2026-01-31 --until 2026-01-31",
                en: "Without an ID it shows what would be forgotten and asks. Example: jarvis memory forget --from 2026-01-31 --until 2026-01-31"),
            operands: Words(fr: "[ID…]", en: "[ID…]"), operandCount: 0...1000,
            options: [
                Option(
                    name: "query", placeholder: Words(fr: "TEXTE", en: "TEXT"),
                    help: Words(fr: "ce qui contient tous ces mots", en: "what holds all of these words")),
                moment("from", Words(fr: "ce qui est arrivé à partir de là", en: "what happened from then on")),
                moment("until", Words(fr: "ce qui est arrivé jusque-là, ce jour compris", en: "what happened until then, that day included")),
                Option(
                    name: "conversation", placeholder: Words(fr: "ID", en: "ID"), help: Words(fr: "toute une conversation", en: "all of a conversation")),
                Option(name: "yes", help: Words(fr: "sans demander", en: "without asking")), .json,
            ],
            action: MemoryForgetting.forget),
        Command(
            name: "undo", summary: Words(fr: "reprend ce qui vient d'être oublié", en: "take back what was forgotten last"),
            operands: Words(fr: "[ID…]", en: "[ID…]"), operandCount: 0...1000, options: [.json], action: MemoryForgetting.undo),
        Command(
            name: "bin", summary: Words(fr: "ce qui a été oublié depuis 30 jours", en: "what was forgotten within 30 days"), options: [limit, .json],
            action: MemoryForgetting.bin),
    ]

    private static let files = [
        Command(
            name: "export", summary: Words(fr: "tous les souvenirs, en JSON Lines", en: "all memories, as JSON Lines"),
            options: [
                Option(
                    name: "out", placeholder: Words(fr: "FICHIER", en: "FILE"),
                    help: Words(fr: "dans ce fichier ; sur la sortie standard sans cela", en: "to this file; to standard output without it"))
            ],
            action: MemoryFiles.export),
        Command(
            name: "import", summary: Words(fr: "ajoute un fichier de souvenirs, tout ou rien", en: "add a file of memories, all of it or nothing"),
            details: Words(
                fr: "JSON Lines ou une liste JSON ; « - » lit l'entrée standard. Une ligne fausse est nommée, et rien n'est importé.",
                en: "JSON Lines or a JSON list; `-` reads standard input. A line that is wrong is named, and nothing is imported."),
            operands: Words(fr: "FICHIER", en: "FILE"), operandCount: 1...1, options: [.json], action: MemoryFiles.importing),
    ]
}
