private import Base
public import Domain
private import Foundation

/// Reads the stored trail: to look through it, to verify it, and to write it to a file.
public struct AuditReader: AuditArchive {
    /// Records read at once.
    static let pageSize = 500

    private let chain: AuditChain
    private let store: any AuditStore
    private let head: AuditHead

    public init(chain: AuditChain, store: any AuditStore, head: AuditHead) {
        self.chain = chain
        self.store = store
        self.head = head
    }

    public func entries(_ filter: AuditFilter, limit: Int, cursor: String?) async throws -> Page<AuditEntry> {
        var before: Int64?
        if let cursor {
            guard let number = Int64(cursor) else {
                throw Problem(.invalid, "cursor is not one that this server gave: leave it out to begin at the first page")
            }
            before = number
        }
        var found: [AuditEntry] = []
        while true {
            let page = try await store.auditRecords(filter, before: before, limit: Self.pageSize)
            for record in page where filter.isAbout(record.details) {
                if found.count == limit { return Page(items: found, next: found.last.map { "\($0.number)" }) }
                if let entry = record.entry { found.append(entry) }
            }
            guard let last = page.last, page.count == Self.pageSize else { return Page(items: found, next: nil) }
            before = last.number
        }
    }

    public func verify() async throws -> AuditReport {
        while true {
            let anchor = head.read(), start = try await store.auditStart()
            var verifier = try AuditVerifier(chain, start: start, head: anchor.anchor)
            try await each(from: start) { try verifier.take($0) }
            let report = verifier.finish()
            // Cut meanwhile: what was read does not fit together.
            if report.isIntact { return report }
            let again = try await store.auditStart()
            if again == start { return report }
        }
    }

    /// The whole trail as lines of JSON that ``AuditFile`` verifies later.
    public func export(_ line: (String) async throws -> Void) async throws -> Int {
        let start = try await store.auditStart()
        var last = start ?? AuditAnchor(number: 0, hash: AuditChain.genesis, tag: []), count = 0
        try await line(AuditFile.header(start))
        var after = last.number
        while true {
            let page = try await store.auditRecords(after: after, limit: Self.pageSize)
            for record in page {
                try await line(AuditFile.line(record))
                last = AuditAnchor(number: record.number, hash: record.hash, tag: [])
            }
            count += page.count
            guard let end = page.last, page.count == Self.pageSize else { break }
            after = end.number
        }
        try await line(AuditFile.footer(chain.anchor(.head, number: last.number, hash: last.hash)))
        return count
    }

    private func each(from start: AuditAnchor?, _ body: (AuditRecord) throws -> Void) async throws {
        var after = start?.number ?? 0
        while true {
            let page = try await store.auditRecords(after: after, limit: Self.pageSize)
            for record in page { try body(record) }
            guard let last = page.last, page.count == Self.pageSize else { return }
            after = last.number
        }
    }
}
