import API
import Base
import Domain
import Foundation

/// Reads a file of memories: JSON Lines, or one JSON list. All of it is right, or the line that is wrong is named.
enum MemoryFile {
    /// Memories of one file.
    static let mostMemories = 100_000

    /// - Returns: the memories in the order of the file. Those that bring no id get ids that say the same when the file is read again.
    static func fragments(of file: [UInt8], for caller: Principal, now: Date) throws -> [Fragment] {
        var reader = MemoryFileReader(caller: caller, now: now)
        var fragments: [Fragment] = []
        var records = MemoryFileRecords(file)
        while let record = try records.next() {
            guard fragments.count < mostMemories else {
                throw Problem(.tooLarge, "the file has more than \(mostMemories) memories: nothing was imported, split it")
            }
            do {
                fragments.append(try reader.fragment(JSON.decodeBody(from: Data(record.bytes))))
            } catch let error as WireError {
                throw MemoryFileRecords.broken(record.line, error.field.isEmpty ? "it is not a memory in JSON (UTF-8)" : error.description)
            } catch let problem as Problem {
                throw MemoryFileRecords.broken(record.line, problem.detail)
            }
        }
        return fragments
    }
}

/// Makes fragments of what the lines of a file hold.
private struct MemoryFileReader {
    let caller: Principal
    let now: Date
    private var ids: MemoryFileIDs
    /// When what was read last of each conversation happened.
    private var times: [Conversation.ID: Date] = [:]

    init(caller: Principal, now: Date) {
        self.caller = caller
        self.now = now
        ids = MemoryFileIDs(user: caller.user)
    }

    mutating func fragment(_ memory: ImportedMemory) throws -> Fragment {
        let conversation = memory.conversationID.map { Conversation.ID(named: $0, by: caller.user) }
        let known = memory.occurredAt ?? conversation.flatMap { times[$0] } ?? memory.learnedAt
        if let conversation { times[conversation] = known }
        let text = try MemoryLimits.text(memory.text)
        return Fragment(
            id: try id(memory, in: conversation, at: known), kind: try memory.kind.map(MemoryLimits.kind) ?? .episode, text: text,
            language: try memory.language.map { try MemoryLimits.word($0, "language") }, occurredAt: known ?? now, learnedAt: memory.learnedAt ?? now,
            source: try memory.source.map { try MemoryLimits.word($0, "source") } ?? .imported, speaker: memory.speaker, conversation: conversation,
            area: memory.area, origins: try memory.origins?.map { try identifier($0, "origins") } ?? [], externalID: memory.externalID,
            externalConversation: memory.conversationID == conversation?.description ? nil : memory.conversationID,
            affect: Affect(
                valence: try MemoryLimits.share(memory.valence ?? 0, "valence", in: -1...1), arousal: try MemoryLimits.share(memory.arousal ?? 0, "arousal")),
            importance: try MemoryLimits.share(memory.importance ?? 0.5, "importance"), pinned: memory.pinned ?? false, isShared: memory.shared ?? false,
            entities: memory.entities ?? [], count: try count(memory.count ?? 1, "count", least: 1),
            recalls: try count(memory.recalls ?? 0, "recalls", least: 0), recalledAt: memory.recalledAt, fact: try memory.fact.map(fact),
            dueAt: memory.dueAt)
    }

    private mutating func id(_ memory: ImportedMemory, in conversation: Conversation.ID?, at date: Date?) throws -> Fragment.ID {
        if let text = memory.id { return ids.note(try identifier(text, "id"), in: conversation) }
        return ids.next(at: date, in: conversation, of: [memory.externalID, memory.speaker, memory.text])
    }

    private func identifier(_ text: String, _ name: String) throws -> Fragment.ID {
        guard let id = Fragment.ID(text) else { throw Problem(.invalid, "\(name) is no identifier (a UUID); external_id takes any name") }
        return id
    }

    private func count(_ value: Int, _ name: String, least: Int) throws -> Int {
        guard (least...1_000_000_000).contains(value) else { throw Problem(.invalid, "\(name) must be \(least) or more") }
        return value
    }

    private func fact(_ body: FactBody) throws -> Fact {
        Fact(
            subject: body.subject, subjectName: body.subjectName ?? body.subject, relation: body.relation, value: body.value,
            isNegated: body.negated ?? false, validFrom: body.validFrom, validUntil: body.validUntil,
            confidence: try MemoryLimits.share(body.confidence ?? 1, "fact.confidence"),
            supersededBy: try body.supersededBy.map { try identifier($0, "fact.superseded_by") }, supersededAt: body.supersededAt)
    }
}
