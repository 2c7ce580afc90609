import API
import Domain
import Foundation

// How memories look on the wire.

extension MemoryBody {
    init(_ fragment: Fragment, score: Double? = nil, why: String? = nil, binnedAt: Date? = nil) {
        self.init(
            id: fragment.id.description, text: fragment.text, kind: fragment.kind.rawValue, language: fragment.language?.rawValue,
            occurredAt: fragment.occurredAt, learnedAt: fragment.learnedAt, speaker: fragment.speaker,
            conversationID: fragment.externalConversation ?? fragment.conversation?.description, externalID: fragment.externalID, area: fragment.area,
            importance: fragment.importance, valence: fragment.affect.valence, arousal: fragment.affect.arousal, pinned: fragment.pinned,
            shared: fragment.isShared, source: fragment.source.rawValue, origins: fragment.origins.isEmpty ? nil : fragment.origins.map(\.description),
            entities: fragment.entities.isEmpty ? nil : fragment.entities, count: fragment.count, recalls: fragment.recalls,
            recalledAt: fragment.recalledAt, dueAt: fragment.dueAt, fact: fragment.fact.map(FactBody.init), binnedAt: binnedAt, score: score, why: why)
    }

    init(_ found: Recollection) { self.init(found.fragment, score: found.score, why: found.why) }
    init(_ binned: BinnedFragment) { self.init(binned.fragment, binnedAt: binned.binnedAt) }
}

extension FactBody {
    init(_ fact: Fact) {
        self.init(
            subject: fact.subject, subjectName: fact.subjectName, relation: fact.relation, value: fact.value, negated: fact.isNegated,
            validFrom: fact.validFrom, validUntil: fact.validUntil, confidence: fact.confidence, supersededBy: fact.supersededBy?.description,
            supersededAt: fact.supersededAt)
    }
}

extension ProvenanceBody {
    init(_ provenance: Provenance) {
        func bodies(_ fragments: [Fragment]) -> [MemoryBody] { fragments.map { MemoryBody($0) } }
        self.init(
            memory: MemoryBody(provenance.fragment), origins: bodies(provenance.origins), derived: bodies(provenance.derived),
            superseded: bodies(provenance.superseded), supersededBy: provenance.supersededBy.map { MemoryBody($0) })
    }
}

extension MemoryQualityBody {
    init(_ quality: MemoryQuality) {
        self.init(
            total: quality.total, sampled: quality.sampled, byKind: quality.byKind, junkRate: quality.junkRate, duplicateRate: quality.duplicateRate,
            contradictionRate: quality.contradictionRate, staleRate: quality.staleRate, examples: quality.examples.mapValues { $0.map(\.description) })
    }
}
