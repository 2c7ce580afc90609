public import Cryptography
public import Domain

/// Something that was done to the trail by other hands than Jarvis's.
public struct AuditFault: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The entry is not what was written.
        case edited
        /// Entries are not there any more.
        case missing
        /// The entry stands where another should.
        case disorder
        /// It follows missing ones, so that nothing shows what it said.
        case unproven
        /// Its details are gone, and Jarvis did not erase them.
        case stripped
        /// The old end was cut off by somebody else, or its anchor was changed.
        case start
        /// The end is not where the anchor says; `first` is the first entry that is missing.
        case cut
        /// The anchor of the end is gone or was changed.
        case anchor
        /// A line of a file is not as it was exported; `first` counts lines.
        case line
    }

    public var kind: Kind
    /// The number of the entry, or of the first and the last of a range.
    public var first: Int64, last: Int64

    public init(_ kind: Kind, _ first: Int64, _ last: Int64? = nil) {
        self.kind = kind
        self.first = first
        self.last = last ?? first
    }
}

/// What a verifier found.
public struct AuditReport: Sendable, Hashable {
    /// How many entries there are, and the number of the last one.
    public var count = 0
    public var last: Int64 = 0
    /// Of these, how many had their details erased.
    public var erased = 0
    /// The first `faultLimit` of all faults.
    public var faults: [AuditFault] = []
    public var faultCount = 0
    public static let faultLimit = 100

    public var isIntact: Bool { faultCount == 0 }

    mutating func add(_ fault: AuditFault) {
        faultCount += 1
        if faults.count < Self.faultLimit { faults.append(fault) }
    }
}

/// Reads a trail from its start and finds what does not belong there: no I/O.
public struct AuditVerifier: Sendable {
    private let chain: AuditChain
    private let head: AuditAnchor?
    private let isHeadGenuine: Bool
    /// Number and hash of the last entry; no hash where entries are missing.
    private var number: Int64 = 0
    private var previous: [UInt8]? = AuditChain.genesis
    public private(set) var report = AuditReport()

    /// - Parameters:
    ///   - start: of a trail whose old end was cut.
    ///   - head: where the end was when reading began; what came after it is taken as well.
    public init(_ chain: AuditChain, start: AuditAnchor?, head: AuditAnchor?) throws(CryptographyError) {
        self.chain = chain
        self.head = head
        isHeadGenuine = try head.map { anchor throws(CryptographyError) in try chain.isGenuine(anchor, .head) } ?? false
        guard let start else { return }
        number = start.number
        previous = start.hash
        report.last = start.number
        if try !chain.isGenuine(start, .start) { report.add(AuditFault(.start, start.number)) }
    }

    public mutating func take(_ record: AuditRecord) throws(CryptographyError) {
        report.count += 1
        guard record.number > number else { return report.add(AuditFault(.disorder, record.number)) }
        if record.number > number + 1 {
            report.add(AuditFault(.missing, number + 1, record.number - 1))
            previous = nil
        }
        if let fault = try fault(in: record) { report.add(AuditFault(fault, record.number)) }
        if record.erasure != nil { report.erased += 1 }
        number = record.number
        previous = record.hash
        report.last = number
    }

    private func fault(in record: AuditRecord) throws(CryptographyError) -> AuditFault.Kind? {
        guard let previous else { return .unproven }
        guard ConstantTime.equals(try chain.hash(of: record, after: previous), record.hash) else { return .edited }
        if isHeadGenuine, let head, head.number == record.number, head.hash != record.hash { return .edited }
        switch (record.details, record.erasure) {
        case (let details?, nil): return ConstantTime.equals(try chain.digest(of: details), record.digest) ? nil : .edited
        case (nil, let proof?): return ConstantTime.equals(try chain.erasure(of: record), proof) ? nil : .stripped
        case (nil, nil): return .stripped
        case (_?, _?): return .edited
        }
    }

    /// After the last entry.
    public mutating func finish() -> AuditReport {
        if let head {
            if !isHeadGenuine {
                report.add(AuditFault(.anchor, head.number))
            } else if head.number > number {
                report.add(AuditFault(.cut, number + 1, head.number))
            }
        } else if number > 0 {
            report.add(AuditFault(.anchor, number))
        }
        return report
    }
}
