import API
import Base
import Configuration
import Foundation
import JarvisClient

/// `jarvis doctor`: probes every part; each that is not well comes with what to do.
enum DoctorCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let findings = await Examination(invocation).findings()
        if invocation.has("json") {
            invocation.console.write(String(decoding: try JSON.encode(findings, pretty: true), as: UTF8.self) + "\n")
        } else {
            let width = findings.map(\.part.count).max() ?? 0
            for finding in findings {
                invocation.console.write(invocation.console.bold(mark(finding.state, invocation.language)))
                invocation.console.show("  \(finding.part.padding(to: width))  \(finding.detail)\n")
                if let fix = finding.fix { invocation.console.show("\(String(repeating: " ", count: 8 + width))→ \(fix)\n") }
            }
        }
        return findings.contains { $0.state == .failed } ? ExitCode.failed : ExitCode.done
    }

    private static func mark(_ state: Finding.State, _ language: Language) -> String {
        switch state {
        case .ok: "ok  "
        case .warning: language(fr: "note", en: "note")
        case .failed: language(fr: "NON ", en: "FAIL")
        }
    }
}

/// How one part is.
struct Finding: Encodable, Hashable {
    enum State: String, Encodable { case ok, warning, failed }

    /// A word that is the same in every language: `server`, `database`.
    let part: String
    let state: State
    let detail: String
    /// What to do about it; absent when nothing is to be done.
    var fix: String?
}

/// Looks at the parts one by one.
private struct Examination {
    let invocation: Invocation
    /// Below these many bytes of free disk a warning, and a failure.
    private static let fewBytes = 1_000_000_000, tooFewBytes = 100_000_000

    init(_ invocation: Invocation) { self.invocation = invocation }

    func findings() async -> [Finding] {
        let configuration: Configuration
        do {
            configuration = try invocation.configuration()
        } catch {
            let message = (error as? ConfigurationError)?.text(in: invocation.language) ?? "\(error)"
            return [Finding(part: "configuration", state: .failed, detail: message, fix: words("corrigez ces variables", "fix these variables"))]
        }
        var findings = [Finding(part: "configuration", state: .ok, detail: words("bonne", "fine")), disk(configuration)]
        let (server, health) = await server(invocation.client(configuration))
        findings.append(server)
        findings.append(service("database", of: health, fix: words("le journal de « jarvis serve » dit pourquoi", "the log of `jarvis serve` says why")))
        findings.append(
            service(
                "speech", of: health,
                fix: words(
                    "relancez « make run », qui construit jarvis-speech et installe espeak-ng",
                    "run `make run` again, which builds jarvis-speech and installs espeak-ng")))
        findings.append(model(configuration, health))
        findings += SecurityExamination(language: invocation.language, configuration: configuration, now: Date()).findings()
        return findings + (await SpeechExamination(language: invocation.language, configuration: configuration).findings())
    }

    private func disk(_ configuration: Configuration) -> Finding {
        let home = configuration.home
        // Before the first start the folder is not there yet; the nearest one above it is on the same disk.
        var folder = URL(filePath: home)
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" { folder.deleteLastPathComponent() }
        guard FileManager.default.isWritableFile(atPath: folder.path),
            let free = (try? FileManager.default.attributesOfFileSystem(forPath: folder.path))?[.systemFreeSize] as? NSNumber
        else {
            return Finding(
                part: "disk", state: .failed, detail: words("impossible d'écrire dans \(home)", "cannot write to \(home)"),
                fix: words(
                    "donnez-vous le droit d'y écrire, ou un autre dossier dans JARVIS_HOME", "give yourself the right to, or name another folder in JARVIS_HOME"
                ))
        }
        let bytes = free.int64Value
        let detail = words("\(bytes / 1_000_000) Mo libres pour \(home)", "\(bytes / 1_000_000) MB free for \(home)")
        guard bytes < Self.fewBytes else { return Finding(part: "disk", state: .ok, detail: detail) }
        return Finding(part: "disk", state: bytes < Self.tooFewBytes ? .failed : .warning, detail: detail, fix: words("faites de la place", "make room"))
    }

    private func server(_ client: Client) async -> (Finding, Health?) {
        do {
            let health = try await client.health()
            let detail = words("répond à \(client.server), version \(health.version)", "answers at \(client.server), version \(health.version)")
            guard health.setupRequired else { return (Finding(part: "server", state: .ok, detail: detail), health) }
            return (
                Finding(part: "server", state: .warning, detail: detail, fix: words("créez le propriétaire : jarvis setup", "create the owner: jarvis setup")),
                health
            )
        } catch {
            let detail = words("ne répond pas à \(client.server)", "does not answer at \(client.server)")
            return (
                Finding(
                    part: "server", state: .failed, detail: detail, fix: words("démarrez-le : make run, ou jarvis serve", "start it: make run, or jarvis serve")
                ), nil
            )
        }
    }

    /// A part that only the server can tell about.
    private func service(_ name: String, of health: Health?, fix: String) -> Finding {
        guard let health else {
            return Finding(part: name, state: .warning, detail: words("inconnu tant que le serveur ne répond pas", "unknown while the server does not answer"))
        }
        guard let state = health.services[name] else {
            return Finding(part: name, state: .warning, detail: words("le serveur n'en dit rien", "the server says nothing about it"))
        }
        switch state {
        case "up": return Finding(part: name, state: .ok, detail: words("en marche", "up"))
        case "off": return Finding(part: name, state: .warning, detail: words("éteint", "off"))
        case "starting": return Finding(part: name, state: .warning, detail: words("démarre", "starting"))
        default: return Finding(part: name, state: .failed, detail: words("en panne", "down"), fix: fix)
        }
    }

    /// Jarvis is useful without a model, so that this never fails.
    private func model(_ configuration: Configuration, _ health: Health?) -> Finding {
        let part = "llm"
        if health?.services[part] == "up" { return Finding(part: part, state: .ok, detail: words("répond", "answers")) }
        if let file = configuration.llmModel, !FileManager.default.isReadableFile(atPath: file) {
            return Finding(
                part: part, state: .warning, detail: words("le fichier \(file) ne peut pas être lu", "the file \(file) cannot be read"),
                fix: words("corrigez JARVIS_LLM_MODEL", "correct JARVIS_LLM_MODEL"))
        }
        guard health != nil else {
            return Finding(part: part, state: .warning, detail: words("inconnu tant que le serveur ne répond pas", "unknown while the server does not answer"))
        }
        let fix = words(
            "installez Ollama (ollama pull qwen2.5:3b), ou donnez un fichier GGUF dans JARVIS_LLM_MODEL, ou un serveur dans OPENAI_BASE_URL",
            "install Ollama (ollama pull qwen2.5:3b), or name a GGUF file in JARVIS_LLM_MODEL, or a server in OPENAI_BASE_URL")
        return Finding(
            part: part, state: .warning,
            detail: words("aucun modèle ne répond ; les questions libres restent sans réponse", "no model answers; open questions stay unanswered"), fix: fix)
    }

    private func words(_ fr: String, _ en: String) -> String { invocation.language(fr: fr, en: en) }
}
