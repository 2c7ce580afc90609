import Base
import Domain
import Intents
import Lifecycle
import Observability
import Speech

/// Tells the speech worker what is said in this home, and again when its rooms or devices change.
struct HomeVocabulary: Service {
    let name = "vocabulary"
    let worker: SpeechWorker
    let house: any House
    let log: Logger

    func run(until shutdown: Shutdown) async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await follow() }
            await shutdown.wait()
            group.cancelAll()
        }
    }

    private func follow() async {
        let changes = house.changes()
        var told: HomeModel?
        await tell(house.model, &told)
        for await change in changes {
            if case .model = change { await tell(house.model, &told) }
        }
    }

    private func tell(_ home: HomeModel, _ told: inout HomeModel?) async {
        guard home != told else { return }
        told = home
        for vocabulary in Vocabulary.all(of: home) {
            do { try await worker.set(vocabulary) } catch let problem as Problem where problem.code == .unavailable {
                // It is being started, and told as soon as it is there.
            } catch {
                log.warning("the speech worker does not know the home's words", ["language": vocabulary.language.rawValue, "error": "\(error)"])
            }
        }
    }
}

extension Vocabulary {
    /// What is said in a home, in each language.
    static func all(of home: HomeModel) -> [Vocabulary] {
        Language.allCases.map { language in
            let said = SpokenSentences(language: language, home: home)
            return Vocabulary(language: language, sentences: said.sentences, lists: said.lists, names: SpokenSentences.names(of: home))
        }
    }
}
