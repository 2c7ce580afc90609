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
                        Sans nom, les deux.
                        """,
                    en: """
                        `signing`: the one that signs access tokens; nobody is signed out, and Jarvis may be running.
                        `encryption`: JARVIS_ENCRYPTION_KEY, which protects the key of the data; Jarvis must be stopped.
                        Without a name, both.
                        """),
                operands: Words(fr: "[signing|encryption]", en: "[signing|encryption]"), operandCount: 0...1, choices: ["signing", "encryption"],
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
