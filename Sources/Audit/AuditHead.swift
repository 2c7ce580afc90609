private import Base
public import Domain
import Foundation
private import Glibc

/// The end of the chain, kept in a second place: a file beside the database. Whoever cuts entries off there does not change it here.
public struct AuditHead: Sendable {
    public enum Reading: Sendable, Hashable {
        case absent
        /// There is something, but no anchor.
        case unreadable
        case anchor(AuditAnchor)

        public var anchor: AuditAnchor? { if case .anchor(let anchor) = self { anchor } else { nil } }
    }

    private let path: String

    public init(path: String) { self.path = path }

    public func read() -> Reading {
        guard FileManager.default.fileExists(atPath: path) else { return .absent }
        guard let data = FileManager.default.contents(atPath: path), data.count < 4096, let line = try? JSON.decode(AnchorLine.self, from: data),
            let anchor = line.anchor
        else { return .unreadable }
        return .anchor(anchor)
    }

    /// Written whole beside it and moved over it, mode 0600: a crash leaves the old one or the new one.
    public func write(_ anchor: AuditAnchor) throws {
        let fresh = path + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: JSON.encode(AnchorLine(anchor)) + Data("\n".utf8))
        try file.synchronize()
        try file.close()
        guard rename(fresh, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}

extension Hex {
    /// Bytes in the one spelling that this program writes; `nil` for upper case, too.
    static func strictly(_ text: String) -> [UInt8]? { decode(text).flatMap { encode($0) == text ? $0 : nil } }
}

/// An anchor as text.
struct AnchorLine: Codable {
    var number: Int64
    var hash: String
    var tag: String

    init(_ anchor: AuditAnchor) {
        number = anchor.number
        hash = Hex.encode(anchor.hash)
        tag = Hex.encode(anchor.tag)
    }

    var anchor: AuditAnchor? {
        guard let hash = Hex.strictly(hash), let tag = Hex.strictly(tag) else { return nil }
        return AuditAnchor(number: number, hash: hash, tag: tag)
    }
}
