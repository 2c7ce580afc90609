extension Commands {
    private static let files = Words(fr: "FICHIER…", en: "FILE…")
    private static let lines = Option(
        name: "json", help: Words(fr: "écrit une ligne de JSON par fichier", en: "write a line of JSON for each file"))

    static let transcribe = Command(
        name: "transcribe", summary: Words(fr: "écrit ce que disent des enregistrements", en: "write down what recordings say"),
        details: Words(
            fr: "Sans serveur : le moteur de parole seul, qui connaît les mots de la maison. Dix minutes au plus par fichier.",
            en: "Without a server: the speech engine alone, which knows the words of the house. Ten minutes at most for each file."),
        operands: files, operandCount: 1...1000,
        options: [
            language,
            Option(
                name: "model", placeholder: Words(fr: "NOM", en: "NAME"),
                help: Words(
                    fr: "un modèle que « jarvis models » montre ; le meilleur sans cela", en: "a model that `jarvis models` lists; the best one without it")
            ),
            Option(
                name: "home", placeholder: Words(fr: "FICHIER", en: "FILE"),
                help: Words(
                    fr: "la maison, décrite comme dans docs/home.md ; JARVIS_HOME_FILE sans cela",
                    en: "the house, described as in docs/home.md; JARVIS_HOME_FILE without it")),
            lines,
        ],
        action: TranscribeCommand.run)

    static let wake = Command(
        name: "wake", summary: Words(fr: "cherche le mot d'éveil dans des enregistrements", en: "look for the wake word in recordings"),
        details: Words(
            fr: "Sans serveur. Le code de sortie est 0 quand un mot d'éveil a été entendu dans chaque fichier, 1 sinon.",
            en: "Without a server. The exit code is 0 when a wake word was heard in every file, else 1."),
        operands: files, operandCount: 1...1000, options: [lines], action: WakeCommand.run)

    static let say = Command(
        name: "say", summary: Words(fr: "dit un texte dans un fichier", en: "say a text into a file"),
        details: Words(
            fr: "Sans serveur. Le texte peut être du SSML.\nExemple : jarvis say \"Il est midi.\" --out midi.wav",
            en: "Without a server. The text may be SSML.\nExample: jarvis say \"It is noon.\" --out noon.wav"),
        operands: Words(fr: "TEXTE…", en: "TEXT…"), operandCount: 1...1000,
        options: [
            Option(
                name: "out", placeholder: Words(fr: "FICHIER", en: "FILE"),
                help: Words(
                    fr: "où l'écrire : .wav, ou .ogg et .opus pour de l'Opus ; « - » pour la sortie standard",
                    en: "where to write it: .wav, or .ogg and .opus for Opus; `-` for standard output")),
            Option(
                name: "voice", placeholder: Words(fr: "VOIX", en: "VOICE"),
                help: Words(fr: "une voix que « jarvis voices » montre", en: "a voice that `jarvis voices` lists")),
            language,
            Option(
                name: "speed", placeholder: Words(fr: "NOMBRE", en: "NUMBER"),
                help: Words(fr: "de 0,5 à 2 ; 1 est l'allure de la voix", en: "from 0.5 to 2; 1 is the voice's own pace")),
        ],
        action: SayCommand.run)
}
