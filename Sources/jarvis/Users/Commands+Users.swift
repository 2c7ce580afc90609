extension Commands {
    private static let name = Words(fr: "NOM", en: "NAME")
    private static let names = Words(fr: "NOM…", en: "NAME…")
    private static let sure = Option(name: "yes", help: Words(fr: "sans demander", en: "without asking"))

    static let users = Command(
        name: "users", summary: Words(fr: "les comptes de la maison", en: "the accounts of the household"),
        subcommands: [
            Command(name: "list", summary: Words(fr: "qui a un compte", en: "who has an account"), options: [.json], action: UsersCommand.list),
            Command(
                name: "invite", summary: Words(fr: "invite quelqu'un", en: "invite somebody"),
                details: Words(
                    fr: "Affiche un code, une seule fois : il permet d'ouvrir un compte pendant sept jours.",
                    en: "Shows a code, once: it lets somebody make an account within seven days."),
                operands: Words(fr: "RÔLE", en: "ROLE"), operandCount: 1...1, choices: roles, options: [.json], action: UsersCommand.invite),
            Command(
                name: "register", summary: Words(fr: "ouvre un compte avec un code d'invitation", en: "make an account with the code of an invitation"),
                operands: Words(fr: "CODE", en: "CODE"), operandCount: 1...1, options: [username, passwordStdin], action: UsersCommand.register),
            Command(
                name: "disable", summary: Words(fr: "ferme un compte et toutes ses sessions", en: "shut an account and all its sessions"), operands: names,
                operandCount: 1...100, action: { try await UsersCommand.shut($0, true) }),
            Command(
                name: "enable", summary: Words(fr: "rouvre un compte", en: "open an account again"), operands: names, operandCount: 1...100,
                action: { try await UsersCommand.shut($0, false) }),
            Command(
                name: "role", summary: Words(fr: "change ce qu'une personne peut faire", en: "change what somebody may do"),
                details: Words(
                    fr: "RÔLE : owner, admin, member, child ou guest. La personne reçoit les droits habituels de ce rôle.",
                    en: "ROLE: owner, admin, member, child or guest. The person gets the usual rights of that role."),
                operands: Words(fr: "NOM RÔLE", en: "NAME ROLE"), operandCount: 2...2, action: UsersCommand.role),
            Command(
                name: "remove", summary: Words(fr: "supprime un compte et tout ce qui est à lui", en: "remove an account with all that is its own"),
                operands: name, operandCount: 1...1, options: [sure], action: UsersCommand.remove),
            Command(
                name: "reset-password", summary: Words(fr: "donne un code à qui a oublié son mot de passe", en: "give a code to who forgot their password"),
                details: Words(
                    fr: "Affiche un code, une seule fois : il permet de choisir un autre mot de passe pendant un jour.",
                    en: "Shows a code, once: it lets the person choose another password within a day."),
                operands: name, operandCount: 1...1, options: [.json], action: UsersCommand.reset),
            Command(
                name: "password", summary: Words(fr: "choisit un autre mot de passe", en: "choose another password"),
                details: Words(
                    fr: """
                        Le vôtre ; avec --code, celui d'un compte dont le mot de passe est oublié.
                        Avec un NOM, celui de n'importe quel compte, sans l'ancien : sur la machine même de Jarvis, qu'il tourne ou non.
                        La personne est déconnectée partout, et ses clés d'API finissent.
                        """,
                    en: """
                        Your own; with --code, that of an account whose password is forgotten.
                        With a NAME that of any account, without the old one: on Jarvis's machine itself, whether it runs or not.
                        That person is signed out everywhere, and their API keys end.
                        """),
                operands: Words(fr: "[NOM]", en: "[NAME]"), operandCount: 0...1,
                options: [
                    Option(
                        name: "code", placeholder: Words(fr: "CODE", en: "CODE"),
                        help: Words(fr: "celui de « jarvis users reset-password »", en: "the one of `jarvis users reset-password`")),
                    Option(
                        name: "without-second-factors",
                        help: Words(
                            fr: "avec NOM : retire aussi l'application et les codes de secours ; le mot de passe suffit alors",
                            en: "with NAME: take off the app and the recovery codes, too; the password is then enough")), passwordStdin,
                ], action: UsersCommand.password),
            Command(
                name: "export", summary: Words(fr: "tout ce qui est gardé d'une personne, en JSON Lines", en: "all that is kept of somebody, as JSON Lines"),
                details: Words(
                    fr: "Pour qui tient la machine de Jarvis ; le journal le retient. Chacun a la même chose pour soi dans « Mes données ».",
                    en: "For whoever holds Jarvis's machine; the trail keeps that it was done. Everybody has the same for themselves under \"My data\"."),
                operands: name, operandCount: 1...1,
                options: [
                    Option(
                        name: "file", placeholder: Words(fr: "FICHIER", en: "FILE"),
                        help: Words(
                            fr: "dans ce fichier, que vous seul pourrez lire ; sur la sortie standard sans cela",
                            en: "to this file, which only you can read; to standard output without it"))
                ], action: MachineCommand.export),
        ], standard: "list")

    static let roles = ["owner", "admin", "member", "child", "guest"]

    static let apiKeys = Command(
        name: "api-keys", summary: Words(fr: "les clés de vos programmes", en: "the keys of your programs"),
        subcommands: [
            Command(
                name: "list", summary: Words(fr: "celles qui valent encore", en: "those that are still good"), options: [.json], action: APIKeysCommand.list),
            Command(
                name: "add", summary: Words(fr: "fait une clé, affichée une seule fois", en: "make a key, shown once"),
                details: Words(
                    fr: "DROITS : talk, home, web, memory_read, memory_write, admin ; jamais plus que les vôtres.",
                    en: "RIGHTS: talk, home, web, memory_read, memory_write, admin; never more than yours."),
                operands: Words(fr: "NOM DROIT…", en: "NAME RIGHT…"), operandCount: 2...7,
                options: [
                    Option(
                        name: "days", placeholder: Words(fr: "N", en: "N"),
                        help: Words(fr: "le nombre de jours, 90 sans cela, 366 au plus", en: "for how many days, 90 without it, 366 at most")), .json,
                ], action: APIKeysCommand.add),
            Command(
                name: "revoke", summary: Words(fr: "retire des clés", en: "revoke keys"), operands: Words(fr: "ID…", en: "ID…"), operandCount: 1...100,
                action: APIKeysCommand.revoke),
        ], standard: "list")
}
