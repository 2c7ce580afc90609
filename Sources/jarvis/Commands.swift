/// Every command there is, in the order in which help shows them.
enum Commands {
    static let root = Command(
        name: "jarvis", summary: Words(fr: "Jarvis, l'assistant vocal privé de la maison", en: "Jarvis, the private voice assistant of the house"),
        subcommands: [
            serve, setup, login, logout, ask, listen, chat, memory, timers, transcribe, wake, say, models, voices, satellite, satellites, intents, certificate,
            users, apiKeys, keys, audit, config,
            doctor, version, help,
        ])

    static let serve = Command(
        name: "serve", summary: Words(fr: "démarre les services et les garde en marche", en: "start the services and keep them running"),
        details: Words(
            fr: "Sans nom, tous les services démarrent dans un seul processus. Ctrl-C les arrête en finissant ce qui est en cours.",
            en: "Without a name all services start in one process. Ctrl-C stops them after finishing what is in flight."),
        operands: Words(fr: "[backend|interface|stt|tts …]", en: "[backend|interface|stt|tts …]"), operandCount: 0...4,
        choices: ["backend", "interface", "stt", "tts"],
        action: { try await Serve.run(arguments: $0.operands, configuration: $0.configuration()) })

    static let username = Option(
        name: "username", placeholder: Words(fr: "NOM", en: "NAME"),
        help: Words(fr: "le nom du compte ; demandé sans cela", en: "the account's name; asked for without it"))
    static let passwordStdin = Option(
        name: "password-stdin",
        help: Words(fr: "lit le mot de passe sur l'entrée standard, pour les scripts", en: "read the password from standard input, for scripts"))

    static let setup = Command(
        name: "setup", summary: Words(fr: "crée le compte du propriétaire et ouvre une session", en: "create the owner account and sign in"),
        details: Words(
            fr: "Une seule fois, sur un Jarvis qui tourne. La session est gardée dans $JARVIS_HOME/session.json, que vous seul pouvez lire.",
            en: "Once, on a running Jarvis. The session is kept in $JARVIS_HOME/session.json, which only you can read."),
        options: [
            username, passwordStdin,
            Option(
                name: "code", placeholder: Words(fr: "CODE", en: "CODE"),
                help: Words(fr: "le code affiché au démarrage, nécessaire depuis une autre machine", en: "the code shown at start, needed from another machine")
            ),
        ],
        action: SetupCommand.run)

    static let login = Command(
        name: "login", summary: Words(fr: "ouvre une session", en: "sign in"),
        options: [
            username, passwordStdin,
            Option(
                name: "otp", placeholder: Words(fr: "CHIFFRES", en: "DIGITS"),
                help: Words(fr: "le code à usage unique, si le compte en demande un", en: "the one-time code, where the account asks for one")),
        ],
        action: LoginCommand.run)

    static let certificate = Command(
        name: "certificate", summary: Words(fr: "comment vos appareils font confiance à ce Jarvis", en: "how your devices come to trust this Jarvis"),
        details: Words(
            fr: "Pour HTTPS à la maison (JARVIS_HTTPS_PORT) : l'adresse du certificat à installer, son empreinte et un code à photographier.",
            en: "For HTTPS at home (JARVIS_HTTPS_PORT): where the certificate to install is, its fingerprint, and a code to take a picture of."),
        action: CertificateCommand.run)

    static let logout = Command(name: "logout", summary: Words(fr: "ferme la session", en: "sign out"), action: LoginCommand.logout)

    static let language = Option(
        name: "language", placeholder: Words(fr: "fr|en", en: "fr|en"),
        help: Words(fr: "la langue de ce qui est dit ; devinée sans cela", en: "the language of what is said; found out without it"))
    private static let conversation = Option(
        name: "conversation", placeholder: Words(fr: "ID", en: "ID"), help: Words(fr: "poursuit une conversation", en: "go on with a conversation"))

    static let ask = Command(
        name: "ask", summary: Words(fr: "pose une question à Jarvis et affiche la réponse", en: "ask Jarvis something and print the answer"),
        details: Words(
            fr: "Sans TEXTE, la question est lue sur l'entrée standard.\nExemple : jarvis ask \"quelle heure est-il à Tokyo ?\" --speak reponse.wav",
            en: "Without TEXT the question is read from standard input.\nExample: jarvis ask \"what time is it in Tokyo?\" --speak answer.wav"),
        operands: Words(fr: "[TEXTE…]", en: "[TEXT…]"), operandCount: 0...1000,
        options: [
            Option(
                name: "speak", placeholder: Words(fr: "FICHIER.wav", en: "FILE.wav"),
                help: Words(fr: "écrit aussi la réponse parlée dans ce fichier", en: "write the spoken answer to this file too")),
            Option(
                name: "json",
                help: Words(fr: "écrit chaque évènement de la réponse sur une ligne de JSON", en: "write each event of the answer as a line of JSON")),
            conversation, language,
        ],
        action: AskCommand.run)

    static let listen = Command(
        name: "listen",
        summary: Words(fr: "fait entendre un enregistrement à Jarvis et affiche la réponse", en: "let Jarvis hear a recording and print the answer"),
        details: Words(
            fr:
                "Le fichier (WAV, FLAC, Ogg, MP3) contient une seule demande, de trente secondes au plus.\nExemple : jarvis listen demande.wav --speak reponse.wav",
            en: "The file (WAV, FLAC, Ogg, MP3) holds one utterance of thirty seconds at most.\nExample: jarvis listen utterance.wav --speak answer.wav"),
        operands: Words(fr: "FICHIER.wav", en: "FILE.wav"), operandCount: 1...1,
        options: [
            Option(
                name: "speak", placeholder: Words(fr: "FICHIER.wav", en: "FILE.wav"),
                help: Words(fr: "écrit aussi la réponse parlée dans ce fichier", en: "write the spoken answer to this file too")),
            Option(
                name: "json",
                help: Words(fr: "écrit chaque évènement de la réponse sur une ligne de JSON", en: "write each event of the answer as a line of JSON")),
            conversation, language,
        ],
        action: ListenCommand.run)

    static let chat = Command(
        name: "chat", summary: Words(fr: "converse avec Jarvis dans le terminal", en: "talk with Jarvis in the terminal"),
        details: Words(
            fr:
                "Ctrl-C arrête la réponse, les flèches retrouvent ce que vous avez écrit, /aide montre les commandes, /quit ou Ctrl-D termine.\nLes minuteurs et les rappels s'affichent quand ils arrivent à échéance.",
            en:
                "Ctrl-C stops the answer, the arrow keys bring back what you wrote, /help shows the commands, /quit or Ctrl-D ends.\nTimers and reminders are shown as they come due."
        ),
        options: [conversation, language], action: ChatCommand.run)

    private static let ids = Words(fr: "ID…", en: "ID…")

    static let timers = Command(
        name: "timers", summary: Words(fr: "les minuteurs et les rappels", en: "timers and reminders"),
        subcommands: [
            Command(name: "list", summary: Words(fr: "ceux qui courent", en: "those that run"), options: [.json], action: TimersCommand.list),
            Command(name: "remove", summary: Words(fr: "annule", en: "cancel"), operands: ids, operandCount: 1...1000, action: TimersCommand.remove),
        ], standard: "list")

    static let intents = Command(
        name: "intents", summary: Words(fr: "ce que des phrases feraient, sans rien faire", en: "what sentences would do, doing nothing"),
        subcommands: [
            Command(
                name: "test",
                summary: Words(fr: "essaie des fichiers de phrases de home-assistant-intents", en: "run files of sentences as home-assistant-intents has them"),
                operands: Words(fr: "CHEMIN…", en: "PATH…"), operandCount: 1...1000, options: [.json], action: IntentsCommand.test),
            Command(
                name: "match", summary: Words(fr: "ce qu'une phrase ferait dans une maison", en: "what a sentence would do in a house"),
                operands: Words(fr: "TEXTE…", en: "TEXT…"), operandCount: 1...1000,
                options: [
                    language,
                    Option(
                        name: "home", placeholder: Words(fr: "FICHIER", en: "FILE"),
                        help: Words(fr: "la maison, décrite comme dans docs/home.md", en: "the house, described as in docs/home.md")),
                    .json,
                ],
                action: IntentsCommand.match),
            Command(
                name: "bench", summary: Words(fr: "mesure la lecture sur ces fichiers", en: "measure reading on such files"),
                operands: Words(fr: "CHEMIN…", en: "PATH…"), operandCount: 1...1000, options: [language, .json], action: IntentsCommand.bench),
        ])

    static let config = Command(
        name: "config", summary: Words(fr: "la configuration", en: "the configuration"),
        subcommands: [
            Command(
                name: "show", summary: Words(fr: "ce qui est en vigueur, les secrets masqués", en: "what is in force, with secrets masked"),
                action: ConfigCommand.show),
            Command(name: "check", summary: Words(fr: "la vérifie sans rien démarrer", en: "check it without starting anything"), action: ConfigCommand.check),
            Command(
                name: "docs", summary: Words(fr: "la page de référence de toutes les variables", en: "the reference page of all variables"),
                options: [
                    Option(name: "env-example", help: Words(fr: "un fichier jarvis.env d'exemple à la place", en: "an example of a jarvis.env file instead"))
                ],
                action: ConfigCommand.docs),
        ], standard: "show")

    static let doctor = Command(
        name: "doctor", summary: Words(fr: "examine chaque partie et dit quoi faire", en: "probe every part and say what to do"),
        details: Words(fr: "Se termine par 1 quand une partie nécessaire est en panne.", en: "Ends with 1 when a needed part is down."), options: [.json],
        action: DoctorCommand.run)

    static let version = Command(
        name: "version", summary: Words(fr: "la version de ce programme", en: "the version of this program"),
        action: { invocation in
            invocation.console.write("jarvis \(Version.current)\n")
            return ExitCode.done
        })

    /// Listed here for the help; `Arguments.parse` takes care of it.
    static let help = Command(
        name: "help", summary: Words(fr: "l'aide d'une commande", en: "the help of a command"), operands: Words(fr: "[COMMANDE]", en: "[COMMAND]"))
}
