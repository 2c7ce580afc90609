import API
import Base
import Foundation

/// `jarvis memory show|why|facts|quality`
enum MemoryReports {
    @Sendable static func show(_ invocation: Invocation) async throws -> Int32 {
        let memory = try await invocation.signedInClient().memory(invocation.operands[0])
        try invocation.print([memory]) { sheet($0, invocation.language) }
        return ExitCode.done
    }

    /// All that is known of a memory, a line for each.
    private static func sheet(_ memory: MemoryBody, _ language: Language) -> String {
        func named(_ fr: String, _ en: String, _ value: String?) -> String? { value.map { "\(language(fr: "\(fr) : ", en: "\(en): "))\($0)" } }
        func yes(_ flag: Bool?) -> String? { flag == true ? language(fr: "oui", en: "yes") : nil }
        return [
            memory.text, named("identifiant", "id", memory.id), named("nature", "kind", memory.kind), named("source", "source", memory.source),
            named("arrivé le", "happened", LocalTime.text(memory.occurredAt)), named("appris le", "learned", LocalTime.text(memory.learnedAt)),
            named("dit par", "said by", memory.speaker), named("conversation", "conversation", memory.conversationID),
            named("nom externe", "outside id", memory.externalID), named("importance", "importance", String(memory.importance)),
            named("épinglé", "pinned", yes(memory.pinned)), named("partagé", "shared", yes(memory.shared)),
            named("dit", "said", memory.count.flatMap { $0 > 1 ? language(fr: "\($0) fois", en: "\($0) times") : nil }),
            named("échéance", "due", memory.dueAt.map { LocalTime.text($0) }), named("fait", "fact", memory.fact.map { text($0, language) }),
        ].compactMap(\.self).joined(separator: "\n")
    }

    private static func text(_ fact: FactBody, _ language: Language) -> String {
        let claim = "\(fact.subjectName ?? fact.subject) · \(fact.relation) · \(fact.value)"
        let not = fact.negated == true ? language(fr: "non : ", en: "not: ") : ""
        let times = [
            fact.validFrom.map { language(fr: "depuis le ", en: "since ") + LocalTime.text($0) },
            fact.validUntil.map { language(fr: "jusqu'au ", en: "until ") + LocalTime.text($0) },
            fact.supersededAt.map { language(fr: "remplacé le ", en: "replaced ") + LocalTime.text($0) },
        ].compactMap(\.self)
        return not + claim + (times.isEmpty ? "" : " (\(times.joined(separator: ", ")))")
    }

    @Sendable static func why(_ invocation: Invocation) async throws -> Int32 {
        let provenance = try await invocation.signedInClient().explainMemory(invocation.operands[0])
        try invocation.print([provenance]) { account($0, invocation.language) }
        return ExitCode.done
    }

    private static func account(_ provenance: ProvenanceBody, _ language: Language) -> String {
        func part(_ fr: String, _ en: String, _ memories: [MemoryBody]) -> [String] {
            memories.isEmpty ? [] : [language(fr: fr + " :", en: en + ":")] + memories.map { "  " + $0.line }
        }
        let lines =
            [provenance.memory.line, origin(provenance.memory, language)] + part("Tiré de", "Drawn from", provenance.origins)
            + part("Remplace", "Replaces", provenance.superseded)
            + part("Remplacé par", "Replaced by", [provenance.supersededBy].compactMap(\.self)) + part("A donné", "Led to", provenance.derived)
        return lines.joined(separator: "\n")
    }

    private static func origin(_ memory: MemoryBody, _ language: Language) -> String {
        let when = LocalTime.text(memory.learnedAt)
        let who = memory.speaker.map { language(fr: " par \($0)", en: " by \($0)") } ?? ""
        return switch memory.source {
        case "said": language(fr: "Dit\(who) le \(when).", en: "Said\(who) on \(when).")
        case "told": language(fr: "À retenir, demandé\(who) le \(when).", en: "Told to be remembered\(who) on \(when).")
        case "import": language(fr: "Importé le \(when).", en: "Imported on \(when).")
        case "rule": language(fr: "Déduit par une règle le \(when).", en: "Drawn by a rule on \(when).")
        case "model": language(fr: "Déduit par un modèle le \(when).", en: "Drawn by a model on \(when).")
        default: language(fr: "Ajouté par un programme le \(when).", en: "Added by a program on \(when).")
        }
    }

    @Sendable static func facts(_ invocation: Invocation) async throws -> Int32 {
        let subject = invocation.operands.joined(separator: " ")
        let facts = try await invocation.signedInClient().facts(about: subject.isEmpty ? nil : subject, includingHistory: invocation.has("history"))
        if facts.isEmpty && !invocation.has("json") { invocation.console.complain(invocation.language(fr: "Rien de connu.", en: "Nothing is known.")) }
        try invocation.print(facts) { memory in "\(memory.id)  \(memory.fact.map { text($0, invocation.language) } ?? memory.text)" }
        return ExitCode.done
    }

    @Sendable static func quality(_ invocation: Invocation) async throws -> Int32 {
        let quality = try await invocation.signedInClient().memoryQuality()
        let language = invocation.language
        func share(_ rate: Double) -> String { language(fr: "\(decimal(rate, ",")) %", en: "\(decimal(rate, "."))%") }
        func decimal(_ rate: Double, _ point: String) -> String { String(format: "%.1f", rate * 100).replacing(".", with: point) }
        try invocation.print([quality]) { quality in
            let kinds = quality.byKind.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            return [
                language(fr: "souvenirs : \(quality.total)", en: "memories: \(quality.total)") + (kinds.isEmpty ? "" : " (\(kinds))"),
                language(fr: "échantillon : \(quality.sampled)", en: "sample: \(quality.sampled)"),
                language(fr: "inutiles : ", en: "junk: ") + share(quality.junkRate),
                language(fr: "doublons : ", en: "duplicates: ") + share(quality.duplicateRate),
                language(fr: "contradictions : ", en: "contradictions: ") + share(quality.contradictionRate),
                language(fr: "périmés : ", en: "stale: ") + share(quality.staleRate),
            ].joined(separator: "\n")
        }
        return ExitCode.done
    }
}
