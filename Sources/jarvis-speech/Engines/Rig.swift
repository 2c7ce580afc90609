import Listening
import Recognition
import Synchronization
import Synthesis
import Wyoming

/// All engines of this worker: what is installed now, and of that what is loaded.
final class Rig: Sendable {
    private struct State {
        /// When the folders of models were changed last, as they were looked at.
        var stamp: [String?] = []
        var inventory: Inventory
        /// Languages that the recognizer of commands is being told of.
        var preparing: [String: Task<Void, any Error>] = [:]
        /// What is said in this home, by language: for a recognizer of commands that is loaded later.
        var vocabularies: [String: Addition.Vocabulary] = [:]
    }

    private let folders: [String]
    private let wakeEngine: WakeEngine
    private let shelf: Shelf
    private let state: Mutex<State>

    /// Looks for what is installed, and loads none of it but espeak-ng, which takes no time.
    init(_ options: Options) throws {
        folders = options.models
        wakeEngine = options.wakeEngine
        shelf = Shelf(espeak: try Espeak(), prober: Prober(file: options.probes))
        state = Mutex(State(inventory: Inventory(folders: [], wakeEngine: wakeEngine, shelf)))
        _ = inventory
    }

    /// What is installed: looked at anew when something came into the folders, or went.
    var inventory: Inventory {
        let stamp = folders.map(Files.stamp)
        if let known = state.withLock({ $0.stamp == stamp ? $0.inventory : nil }) { return known }
        let inventory = Inventory(folders: folders, wakeEngine: wakeEngine, shelf)
        state.withLock { state in
            state.stamp = stamp
            state.inventory = inventory
        }
        return inventory
    }

    /// The recognizer of commands, told what is said in this home in these languages, or in all.
    private func commands(_ offer: Offer<CommandRecognizer>, _ languages: [String]) async throws -> CommandRecognizer {
        let engine = try await offer.engine()
        let known = state.withLock { $0.vocabularies.keys.sorted() }
        for language in known where offer.speaks(language) && (languages.isEmpty || languages.contains { areOneLanguage($0, language) }) {
            try await prepare(language, engine)
        }
        return engine
    }

    /// Tells the recognizer of commands of one language, once however many ask for it at the same time.
    private func prepare(_ language: String, _ engine: CommandRecognizer) async throws {
        let task = state.withLock { state -> Task<Void, any Error>? in
            guard !engine.languages.contains(language), let vocabulary = state.vocabularies[language] else { return nil }
            if let task = state.preparing[language] { return task }
            let task = Task {
                defer { self.state.withLock { $0.preparing[language] = nil } }
                try await engine.set(vocabulary)
            }
            state.preparing[language] = task
            return task
        }
        try await task?.value
    }

    /// Tells the recognizer of commands what is said in this home.
    /// - Throws: `Refusal`, `RecognitionError`.
    func set(_ vocabulary: Addition.Vocabulary) async throws {
        state.withLock { $0.vocabularies[vocabulary.language] = vocabulary }
        // Kept until somebody speaks: a house where nobody does needs no decoders.
        guard let offer = inventory.commands, offer.speaks(vocabulary.language), offer.isWanted else { return }
        try await offer.engine().set(vocabulary)
    }

    /// The model that was asked for, or else the first usable one that understands the languages; the home's own sentences are what is left.
    /// - Throws: `Refusal`.
    func recognizer(_ name: String?, _ languages: [String]) async throws -> any Recognizer {
        let inventory = inventory
        func suits<Engine>(_ offer: Offer<Engine>) -> Bool {
            name.map { $0 == offer.name } ?? (offer.isUsable && (languages.isEmpty || languages.contains { offer.speaks($0) }))
        }
        let fitting = inventory.recognizers.filter(suits)
        // One that understands all of the languages, if there is one.
        for offer in fitting.filter({ offer in languages.allSatisfy { offer.speaks($0) } }) + fitting {
            guard let engine = try? await offer.engine() else { continue }
            // Whoever asked for this one gets this one.
            guard name == nil, let home = inventory.commands, home.isUsable, languages.contains(where: { home.speaks($0) }),
                let orders = try? await commands(home, languages)
            else { return engine }
            return SecondOpinion(first: engine, second: orders)
        }
        if let offer = inventory.commands, suits(offer) { return try await commands(offer, languages) }
        guard let name else { throw Refusal.noModel }
        let isKnown = inventory.recognizers.contains { $0.name == name } || inventory.commands?.name == name
        throw isKnown ? Refusal.noModel : Refusal("unknown_model", "there is no such model: `describe` lists them")
    }

    /// Told when a microphone is opened.
    private let (microphones, microphone) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// Somebody is about to speak.
    func microphoneOpened() { microphone.yield() }

    /// Loads what the first utterance needs while it is being spoken, whenever a microphone is opened. Never ends.
    func warm() async {
        for await _ in microphones { await load() }
    }

    private func load() async {
        let inventory = inventory
        _ = try? await inventory.ear?.engine()
        _ = try? await recognizer(nil, [])
        if let commands = inventory.commands { _ = try? await self.commands(commands, []) }
        _ = try? await inventory.embedder?.engine()
    }
}

extension CommandRecognizer {
    fileprivate func set(_ vocabulary: Addition.Vocabulary) async throws {
        var lists = vocabulary.lists
        if !vocabulary.names.isEmpty { lists["name"] = (lists["name"] ?? []) + vocabulary.names }
        try await setVocabulary(vocabulary.language, CommandVocabulary(sentences: vocabulary.sentences, lists: lists))
    }
}
