import Base

extension Commands {
    static let keys = Command(
        name: "keys", summary: Words(fr: "change les clés de signature et de chiffrement", en: "change the keys that sign and encrypt"),
        subcommands: [
            Command(
                name: "rotate", summary: Words(fr: "met de nouvelles clés à la place des anciennes", en: "put new keys in the place of the old ones"),
                details: Words(
                    fr: """
                        « signing » : celle qui signe les jetons d'accès ; personne n'est déconnecté, et Jarvis peut tourner.
                        « encryption » : JARVIS_ENCRYPTION_KEY, qui protège la clé des données ; Jarvis doit être arrêté.
                        « data » : celle-ci, et la clé des données, quand quelqu'un a pu copier la base avec sa clé ; tout est chiffré à nouveau.
                        Sans nom, les deux premières.
                        """,
                    en: """
                        `signing`: the one that signs access tokens; nobody is signed out, and Jarvis may be running.
                        `encryption`: JARVIS_ENCRYPTION_KEY, which protects the key of the data; Jarvis must be stopped.
                        `data`: that one, and the key of the data, when somebody may have copied the database with its key; everything is sealed anew.
                        Without a name, the first two.
                        """),
                operands: Words(fr: "[signing|encryption|data]", en: "[signing|encryption|data]"), operandCount: 0...1,
                choices: ["signing", "encryption", "data"],
                options: [
                    Option(
                        name: "new-key-file", placeholder: Words(fr: "FICHIER", en: "FILE"),
                        help: Words(
                            fr: "la nouvelle JARVIS_ENCRYPTION_KEY, quand l'ancienne vient de la configuration",
                            en: "the new JARVIS_ENCRYPTION_KEY, where the old one comes from the configuration"))
                ],
                action: KeysCommand.rotate)
        ])
}
