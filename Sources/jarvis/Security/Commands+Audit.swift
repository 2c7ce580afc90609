extension Commands {
    static let audit = Command(
        name: "audit", summary: Words(fr: "le journal de qui a fait quoi", en: "the trail of who did what"),
        subcommands: [
            Command(
                name: "verify", summary: Words(fr: "cherche ce qui y a été modifié", en: "look for what was changed in it"),
                details: Words(
                    fr: "Trouve ce qui a été modifié, retiré, déplacé ou coupé, et à quelle entrée. Se termine par 1 s'il y a quelque chose.",
                    en: "Finds what was edited, removed, moved or cut off, and at which entry. Ends with 1 when there is anything."),
                options: [
                    Option(
                        name: "file", placeholder: Words(fr: "FICHIER", en: "FILE"),
                        help: Words(fr: "un journal exporté, à la place de celui d'ici", en: "an exported trail instead of the one here")), .json,
                ], action: AuditCommand.verify),
            Command(
                name: "list", summary: Words(fr: "les entrées, les plus récentes d'abord", en: "the entries, newest first"),
                options: [
                    Option(
                        name: "who", placeholder: Words(fr: "NOM", en: "NAME"),
                        help: Words(fr: "ce que cette personne a fait, ou ce qui l'a touchée", en: "what this person did, or what was done to them")),
                    Option(
                        name: "action", placeholder: Words(fr: "MOT", en: "WORD"),
                        help: Words(fr: "une sorte d'événement : sign_in, user_add…", en: "one kind of event: sign_in, user_add…")),
                    Option(
                        name: "since", placeholder: Words(fr: "JOUR", en: "DAY"), help: Words(fr: "à partir de là", en: "from then on")),
                    Option(
                        name: "limit", placeholder: Words(fr: "N", en: "N"),
                        help: Words(fr: "le nombre de lignes, 50 sans cela", en: "how many, 50 without it")), .json,
                ], action: AuditCommand.list),
            Command(
                name: "export", summary: Words(fr: "tout le journal, en JSON Lines", en: "the whole trail, as JSON Lines"),
                details: Words(
                    fr: "« jarvis audit verify --file » le vérifie plus tard.", en: "`jarvis audit verify --file` verifies it later."),
                options: [
                    Option(
                        name: "out", placeholder: Words(fr: "FICHIER", en: "FILE"),
                        help: Words(fr: "dans ce fichier ; sur la sortie standard sans cela", en: "to this file; to standard output without it"))
                ], action: AuditCommand.export),
            Command(
                name: "test-alert", summary: Words(fr: "envoie une alerte d'essai", en: "send a test alert"),
                details: Words(
                    fr: "Par chaque chemin qui est réglé : SMTP_SERVER et ALERT_EMAIL, JARVIS_ALERT_WEBHOOK.",
                    en: "By each way that is set up: SMTP_SERVER and ALERT_EMAIL, JARVIS_ALERT_WEBHOOK."),
                action: AuditCommand.testAlert),
        ])
}
