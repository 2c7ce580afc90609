extension Commands {
    private static let shellCommand = Words(fr: "COMMANDE", en: "COMMAND")

    static let satellite = Command(
        name: "satellite",
        summary: Words(
            fr: "fait de cette machine un micro et un haut-parleur de Jarvis", en: "make this machine a microphone and speaker of Jarvis"),
        details: Words(
            fr:
                "Jarvis, ou Home Assistant, s'y connecte ; rien n'est chiffré. docs/satellites.md dit comment.\nExemple : jarvis satellite --name cuisine --listen 0.0.0.0:10700",
            en:
                "Jarvis, or Home Assistant, connects to it; nothing is encrypted. docs/satellites.md says how.\nExample: jarvis satellite --name kitchen --listen 0.0.0.0:10700"
        ),
        options: [
            Option(
                name: "name", placeholder: Words(fr: "NOM", en: "NAME"),
                help: Words(fr: "comment il s'appelle ; sans cela, le nom de la machine", en: "what it is called; the machine's name without it")),
            Option(name: "area", placeholder: Words(fr: "PIÈCE", en: "AREA"), help: Words(fr: "la pièce où il se trouve", en: "the room it stands in")),
            Option(
                name: "microphone", placeholder: Words(fr: "APPAREIL", en: "DEVICE"),
                help: Words(fr: "comme les nomme « arecord -L »", en: "as `arecord -L` names them")),
            Option(
                name: "speaker", placeholder: Words(fr: "APPAREIL", en: "DEVICE"),
                help: Words(fr: "comme les nomme « aplay -L »", en: "as `aplay -L` names them")),
            Option(name: "wake", help: Words(fr: "écoute le mot d'éveil ici, avec jarvis-speech", en: "listen for the wake word here, with jarvis-speech")),
            Option(
                name: "listen", placeholder: Words(fr: "ADRESSE:PORT", en: "ADDRESS:PORT"),
                help: Words(fr: "127.0.0.1:10700 sans cela", en: "127.0.0.1:10700 without it")),
            Option(
                name: "record-command", placeholder: shellCommand,
                help: Words(fr: "écrit du son brut, 16 bits, mono, 16 kHz", en: "writes raw audio, 16 bits, mono, 16 kHz")),
            Option(
                name: "play-command", placeholder: shellCommand,
                help: Words(fr: "joue du son brut à {rate} Hz, sur {channels} voies", en: "plays raw audio at {rate} Hz, in {channels} channels")),
        ],
        action: SatelliteCommand.run)

    private static let one = Words(fr: "NOM", en: "NAME")

    static let satellites = Command(
        name: "satellites", summary: Words(fr: "les micros et haut-parleurs des autres pièces", en: "the microphones and speakers of other rooms"),
        subcommands: [
            Command(
                name: "list", summary: Words(fr: "ceux qui ont une pièce, et ceux qui ont été trouvés", en: "those with a room, and those that were found"),
                options: [.json], action: SatellitesCommand.list),
            Command(
                name: "assign", summary: Words(fr: "donne sa pièce à un satellite, qui peut alors servir", en: "give a satellite its room; it is then used"),
                operands: Words(fr: "NOM PIÈCE", en: "NAME AREA"), operandCount: 2...2, action: SatellitesCommand.assign),
            Command(
                name: "forget", summary: Words(fr: "oublie sa pièce : il ne sert plus", en: "forget its room; it is used no more"), operands: one,
                operandCount: 1...1, action: SatellitesCommand.forget),
        ], standard: "list")
}
