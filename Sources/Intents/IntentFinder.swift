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
    private let warmsUp: Bool
    private let made = Mutex(Made())

    /// What there is at one time.
    private struct Made {
        var grammars: [Language: CompiledGrammar] = [:]
        /// The house that the matchers are for.
        var home: HomeModel?
        var matchers: [Language: IntentMatcher] = [:]
        var withoutHouse: [Language: IntentMatcher] = [:]
    }

    /// - Parameter warmsUp: new matchers read a sentence of each kind before anybody gets them; tests do without.
    public init(library: IntentLibrary, house: any House, log: Logger, warmsUp: Bool = true) {
        self.warmsUp = warmsUp
        self.library = library
        self.house = house
        self.log = log
    }

    /// The matcher of a language; `nil` when its templates cannot be read, and before the start.
    public func finder(for language: Language) -> (any CandidateFinder)? { made.withLock { $0.matchers[language] } }

    /// The matcher of a language that knows no house: for those for whom it is not there. Made when it is first asked for.
    public func finderWithoutHouse(for language: Language) -> (any CandidateFinder)? {
        let (known, grammar) = made.withLock { ($0.withoutHouse[language], $0.grammars[language]) }
        if let known { return known }
        guard let grammar else { return nil }
        let matcher = IntentMatcher(grammar: grammar, home: HomeModel())
        made.withLock { $0.withoutHouse[language] = matcher }
        return matcher
    }

    /// Compiles the languages side by side, so that whoever speaks first is understood. A file that cannot be read costs its language, not the start.
    public func start() async throws {
        await withTaskGroup(of: Void.self) { group in
            for language in Language.allCases { group.addTask { self.compile(language) } }
        }
        if library.folder == nil { log.notice("home-assistant-intents is not installed: only Jarvis's own sentences are understood") }
        refresh(isWarm: false)
    }

    public func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            // A house whose changes end, or that has none, is still spoken to.
            group.addTask { await self.follow() }
            await shutdown.wait()
            group.cancelAll()
        }
    }

    private func compile(_ language: Language) {
        do {
            let grammar = try library.grammar(for: language.rawValue)
            made.withLock { $0.grammars[language] = grammar }
        } catch {
            log.warning("commands in this language are not understood", ["language": language.rawValue, "error": "\(error)"])
        }
    }

    /// Until the house's changes end.
    func follow() async {
        let changes = house.changes()
        if warmsUp { for matcher in made.withLock({ Array($0.matchers.values) }) { matcher.warmUp() } }
        // What changed since the start, before the first look at the stream.
        refresh(isWarm: warmsUp)
        for await change in changes {
            if case .model = change { refresh(isWarm: warmsUp) }
        }
    }

    /// Puts the house's names into the grammars, unless they are in; readers go on with the matchers of before.
    /// - Parameter isWarm: the new ones have read a sentence of each kind before anybody gets them.
    private func refresh(isWarm: Bool) {
        let home = house.model
        let (grammars, known) = made.withLock { ($0.grammars, $0.home) }
        guard home != known else { return }
        let matchers = grammars.mapValues { grammar in
            let matcher = IntentMatcher(grammar: grammar, home: home)
            if isWarm { matcher.warmUp() }
            return matcher
        }
        made.withLock {
            $0.home = home
            $0.matchers = matchers
        }
    }
}
