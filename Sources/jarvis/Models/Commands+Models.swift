extension Commands {
    private static let names = Words(fr: "NOM…", en: "NAME…")
    private static let available = Option(
        name: "available", help: Words(fr: "montre aussi ce qui peut être téléchargé", en: "show what can be downloaded, too"))

    static let models = Command(
        name: "models", summary: Words(fr: "les modèles de la parole", en: "the models of speech"),
        details: Words(
            fr: "Sans modèle, Jarvis comprend les phrases de la maison et parle avec espeak-ng. Chaque modèle a sa licence et sa source.",
            en: "Without any, Jarvis understands the home's own sentences and speaks with espeak-ng. Each model has its licence and its source."),
        subcommands: [
            Command(
                name: "list", summary: Words(fr: "ceux qui sont installés", en: "those that are installed"), options: [available, .json],
                action: ModelsCommand.list),
            Command(
                name: "pull", summary: Words(fr: "télécharge, vérifie, essaie et installe", en: "download, check, try and install"), operands: names,
                operandCount: 1...100, action: ModelsCommand.pull),
            Command(
                name: "add", summary: Words(fr: "installe un modèle d'un dossier", en: "install a model from a folder"),
                operands: Words(fr: "DOSSIER", en: "FOLDER"), operandCount: 1...1,
                options: [
                    Option(
                        name: "name", placeholder: Words(fr: "NOM", en: "NAME"),
                        help: Words(fr: "son nom ; celui du dossier sans cela", en: "its name; the folder's without it")),
                    Option(
                        name: "kind", placeholder: Words(fr: "SORTE", en: "KIND"),
                        help: Words(
                            fr: "whisper, pocketsphinx, piper… ; lue dans model.json sans cela",
                            en: "whisper, pocketsphinx, piper…; read in model.json without it")),
                    Option(name: "language", placeholder: Words(fr: "fr|en", en: "fr|en"), help: Words(fr: "sa langue", en: "its language")),
                    Option(name: "licence", placeholder: Words(fr: "TEXTE", en: "TEXT"), help: Words(fr: "sa licence", en: "its licence")),
                ], action: ModelsCommand.add),
            Command(
                name: "verify", summary: Words(fr: "compare les fichiers à ce qui fut installé", en: "compare the files with what was installed"),
                operands: Words(fr: "[NOM…]", en: "[NAME…]"), operandCount: 0...100, action: ModelsCommand.verify),
            Command(name: "remove", summary: Words(fr: "enlève", en: "remove"), operands: names, operandCount: 1...100, action: ModelsCommand.remove),
        ], standard: "list")

    static let voices = Command(
        name: "voices", summary: Words(fr: "les voix de Jarvis, et la vôtre", en: "Jarvis's voices, and yours"),
        subcommands: [
            Command(
                name: "list", summary: Words(fr: "celles qui sont installées", en: "those that are installed"), options: [available, .json],
                action: ModelsCommand.listVoices),
            Command(
                name: "pull", summary: Words(fr: "télécharge, prépare et installe", en: "download, prepare and install"), operands: names,
                operandCount: 1...100, action: ModelsCommand.pull),
            Command(name: "remove", summary: Words(fr: "enlève", en: "remove"), operands: names, operandCount: 1...100, action: ModelsCommand.remove),
            Command(
                name: "learn", summary: Words(fr: "apprend votre voix, de trois phrases enregistrées", en: "learn your voice, from three recorded sentences"),
                operands: Words(fr: "FICHIER FICHIER FICHIER…", en: "FILE FILE FILE…"), operandCount: 3...6, action: VoicePrintCommand.learn),
            Command(
                name: "mine", summary: Words(fr: "ce qui est gardé de votre voix", en: "what is kept of your voice"), options: [.json],
                action: VoicePrintCommand.show),
            Command(
                name: "forget", summary: Words(fr: "efface ce qui est gardé de votre voix", en: "erase what is kept of your voice"),
                action: VoicePrintCommand.forget),
        ], standard: "list")
}
