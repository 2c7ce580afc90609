import Base
import Domain
import Foundation
import SQLite

// How the values of the domain stand in columns.

extension Identifier {
    /// 16 bytes, most significant first, so that the order of bytes is the order of time.
    var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }

    var value: Value { .blob(bytes) }

    /// `nil` unless there are 16.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        func half(_ part: some Sequence<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(high: half(bytes.prefix(8)), low: half(bytes.dropFirst(8)))
    }
}

extension Date {
    /// Milliseconds since 1970.
    var value: Value { .integer(milliseconds) }
}

extension Row {
    func id<Tag>(_ column: Int32, of type: Tag.Type = Tag.self) throws(SQLiteError) -> Identifier<Tag> {
        let bytes = blob(column)
        guard let id = Identifier<Tag>(bytes: bytes) else { throw SQLiteError(.mismatch, "column \(column) holds \(bytes.count) bytes instead of an id") }
        return id
    }

    func date(_ column: Int32) -> Date { Date(timeIntervalSince1970: Double(integer(column)) / 1000) }

    func word<T: RawRepresentable<String>>(_ column: Int32, as type: T.Type = T.self) throws(SQLiteError) -> T {
        let text = text(column)
        guard let value = T(rawValue: text) else { throw SQLiteError(.mismatch, "column \(column) holds '\(text)', which is no \(T.self)") }
        return value
    }
}

/// The place in a list after which a page begins: the last row's sort keys, opaque to clients.
struct Cursor {
    let time: Int64
    let id: String

    init(time: Int64, id: String) {
        self.time = time
        self.id = id
    }

    init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, let time = Int64(parts[0]) else { return nil }
        self.init(time: time, id: String(parts[1]))
    }

    var text: String { "\(time)_\(id)" }

    static func read<Tag>(_ text: String?, of type: Tag.Type) throws -> (time: Int64, id: Identifier<Tag>)? {
        guard let text else { return nil }
        guard let cursor = Cursor(text), let id = Identifier<Tag>(cursor.id) else {
            throw Problem(.invalid, "cursor is not one that this server gave: leave it out to begin at the first page")
        }
        return (cursor.time, id)
    }
}
