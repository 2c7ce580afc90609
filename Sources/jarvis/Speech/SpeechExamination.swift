import Base
import Configuration
import Domain
import Speech
import Wyoming

/// How the speech engine of this machine is, for `jarvis doctor`: a worker is started, every model is tried, and it is ended.
struct SpeechExamination {
    let language: Language
    let configuration: Configuration

    func findings() async -> [Finding] {
        do {
            return try await BriefWorker.with(configuration, home: HomeModel()) { worker in
                await tryAll(of: worker)
                return findings(about: try await worker.info(), speakers: await knowsSpeakers(worker))
            }
        } catch {
            let fix = words("lancez « make run », qui construit jarvis-speech", "run `make run`, which builds jarvis-speech")
            guard let failure = error as? Failure else {
                return [Finding(part: "speech-worker", state: .failed, detail: words("ne démarre pas", "does not start"), fix: fix)]
            }
            // Other servers may hear and speak instead.
            let isNeeded = configuration.sttURL == nil || configuration.ttsURL == nil
            return [Finding(part: "speech-worker", state: isNeeded ? .failed : .warning, detail: failure.words.text(in: language), fix: fix)]
        }
    }

    /// Models are tried when they are first asked for, and what comes of it is told by `describe`.
    private func tryAll(of worker: SpeechWorker) async {
        let quarter = AudioChunk(format: .speech, bytes: [UInt8](repeating: 0, count: 8_000))
        for model in (try? await worker.info())?.speechToText.flatMap(\.models) ?? [] {
            let languages = model.languages.compactMap { Language(tag: $0) }.first.map { [$0] } ?? []
            _ = try? await worker.transcriber.transcribe(quarter, TranscriptionRequest(languages: languages, model: model.about.name))
        }
        if let listening = try? await worker.ear.listening(ListeningRequest()) {
            _ = try? await listening.append(quarter)
            await heard(listening)
            listening.close()
        }
    }

    private func heard(_ listening: any Listening) async {
        // One that cannot listen ends the events, and is told of by what it does not offer.
        do { for try await event in listening.events { if case .reached = event { return } } } catch { return }
    }

    /// A little silence says nobody's name, but is refused only by a model that is there.
    private func knowsSpeakers(_ worker: SpeechWorker) async -> Bool {
        do {
            _ = try await worker.embedder.embed(AudioChunk(format: .speech, bytes: [UInt8](repeating: 0, count: 8_000)))
            return true
        } catch {
            return (error as? Problem)?.code != .unavailable
        }
    }

    private func findings(about info: Info, speakers: Bool) -> [Finding] {
        var findings = [Finding(part: "speech-worker", state: .ok, detail: words("démarre, et répond", "starts, and answers"))]
        for spoken in Language.allCases {
            findings.append(
                able(
                    "stt-\(spoken.rawValue)", info.speechToText, spoken,
                    missing: words("aucun modèle ne comprend cette langue", "no model understands this language"),
                    fix: words(
                        "« jarvis models list --available » montre ceux qui s'installent avec « jarvis models pull »",
                        "`jarvis models list --available` shows those that `jarvis models pull` installs")))
        }
        for spoken in Language.allCases {
            findings.append(
                able(
                    "tts-\(spoken.rawValue)", info.textToSpeech, spoken, missing: words("aucune voix ne parle cette langue", "no voice speaks this language"),
                    fix: words("« jarvis voices list --available » montre celles qui s'installent", "`jarvis voices list --available` shows those there are")))
        }
        let wakes = info.wakeWords.flatMap(\.models).map(\.about.name).joined(separator: ", ")
        let makeRun = words("lancez « make run », qui l'installe", "run `make run`, which installs it")
        findings.append(
            wakes.isEmpty
                ? Finding(
                    part: "wake", state: .warning, detail: words("aucun mot d'éveil ne peut être écouté", "no wake word can be listened for"), fix: makeRun)
                : Finding(part: "wake", state: .ok, detail: wakes))
        findings.append(
            speakers
                ? Finding(part: "speakers", state: .ok, detail: words("les voix se reconnaissent", "voices can be told apart"))
                : Finding(
                    part: "speakers", state: .warning, detail: words("aucun modèle ne distingue les voix", "no model tells voices apart"), fix: makeRun))
        for model in (info.speechToText + info.textToSpeech).flatMap(\.models) where !model.about.isInstalled {
            findings.append(
                Finding(
                    part: "model", state: .warning, detail: "\(model.about.name): \(model.about.description ?? words("inutilisable", "of no use"))",
                    fix: words(
                        "« jarvis models remove \(model.about.name) », puis « jarvis models pull \(model.about.name) »",
                        "`jarvis models remove \(model.about.name)`, then `jarvis models pull \(model.about.name)`")))
        }
        return findings
    }

    /// The first model of a language is the one that is asked.
    private func able(_ part: String, _ programs: [Info.Program], _ spoken: Language, missing: String, fix: String) -> Finding {
        let names = programs.flatMap(\.models).filter { model in
            model.about.isInstalled && model.languages.contains { Language(tag: $0) == spoken }
        }.map(\.about.name)
        guard let first = names.first else { return Finding(part: part, state: .warning, detail: missing, fix: fix) }
        return Finding(part: part, state: .ok, detail: names.count == 1 ? first : words("\(first), parmi \(names.count)", "\(first), of \(names.count)"))
    }

    private func words(_ fr: String, _ en: String) -> String { language(fr: fr, en: en) }
}
