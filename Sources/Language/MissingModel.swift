public import Base

/// What to do when there is no language model.
public enum MissingModel {
    /// How to get one, to be shown to a person.
    /// - Parameter model: the name of a model to suggest to Ollama.
    public static func help(in language: Language, model: String = "llama3.2") -> String {
        language(
            fr: """
                Aucun modèle de langage n'est joignable. Trois façons d'en obtenir un : \
                installer Ollama (ollama.com) puis lancer « ollama pull \(model) » ; \
                donner à JARVIS_LLM_MODEL le chemin d'un fichier GGUF ; \
                ou donner à OPENAI_BASE_URL l'adresse d'un serveur compatible avec l'API d'OpenAI.
                """,
            en: """
                No language model can be reached. Three ways to get one: \
                install Ollama (ollama.com) and run "ollama pull \(model)"; \
                set JARVIS_LLM_MODEL to the path of a GGUF file; \
                or set OPENAI_BASE_URL to the address of a server with OpenAI's API.
                """)
    }
}
