public import Base
public import Domain
public import Lifecycle
public import Observability
import Synchronization

/// The matchers of the languages people speak here, kept up with the house: when rooms or devices change, new ones are made beside the old, which go on
/// answering until then.
public final class IntentFinder: Service {
    public let name = "intents"

    private let library: IntentLibrary
    private let house: any House
    private let log: Logger
    private let matchers = Mutex<[Language: IntentMatcher]>([:])
    private let grammars = Mutex<[Language: CompiledGrammar]>([:])

    public init(library: IntentLibrary, house: any House, log: Logger) {
        self.library = library
        self.house = house
        self.log = log
    }

    /// The matcher of a language; `nil` while the first one is being made, or when its templates cannot be read.
    public func finder(for language: Language) -> (any CandidateFinder)? { matchers.withLock { $0[language] } }

    /// Compiles the languages. A file that cannot be read costs its language, not the start.
    public func start() async throws {
        for language in Language.allCases {
            do {
                let grammar = try library.grammar(for: language.rawValue)
                grammars.withLock { $0[language] = grammar }
            } catch {
                log.warning("commands in this language are not understood", ["language": language.rawValue, "error": "\(error)"])
            }
        }
        if library.folder == nil { log.notice("home-assistant-intents is not installed: only Jarvis's own sentences are understood") }
        refresh()
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await shutdown.wait() }
            group.addTask { await self.follow() }
            await group.next()
            group.cancelAll()
        }
    }

    private func follow() async {
        let changes = house.changes()
        // What changed before the first look at the stream.
        refresh()
        warmUp()
        for await change in changes {
            if case .model = change { refresh() }
        }
    }

    /// Some ten milliseconds for a house of hundreds of devices; readers go on with the matchers of before.
    private func refresh() {
        let home = house.model
        for (language, grammar) in grammars.withLock({ $0 }) {
            let matcher = IntentMatcher(grammar: grammar, home: home)
            matchers.withLock { $0[language] = matcher }
        }
    }

    private func warmUp() { for matcher in matchers.withLock({ Array($0.values) }) { matcher.warmUp() } }
}
