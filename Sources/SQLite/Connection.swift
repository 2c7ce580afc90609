private import CSQLite
private import CShims

/// One connection to a database file. It belongs to the thread that works with it and is deliberately not `Sendable`: `Database` hands it out.
public final class Connection {
    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// How long a statement waits for another connection's lock, in milliseconds.
    private static let busyTimeout: Int32 = 5000

    /// Opens or creates the file. Every connection runs in WAL mode with foreign keys on.
    ///
    /// `synchronous = FULL` makes a commit survive a power cut, not only a crash (https://www.sqlite.org/pragma.html#pragma_synchronous).
    init(path: String, readOnly: Bool = false) throws(SQLiteError) {
        var pointer: OpaquePointer?
        let flags = (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let status = sqlite3_open_v2(path, &pointer, flags, nil)
        guard status == SQLITE_OK, let pointer else {
            let message = pointer.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "out of memory"
            sqlite3_close_v2(pointer)
            throw SQLiteError(SQLiteError.Code(value: status & 0xFF), "cannot open the database file: \(message)")
        }
        handle = pointer
        sqlite3_busy_timeout(handle, Self.busyTimeout)
        if !readOnly { try script("PRAGMA journal_mode = WAL") }
        try script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY")
        // What is deleted is overwritten, so that nobody finds it in the file (https://www.sqlite.org/pragma.html#pragma_secure_delete).
        if !readOnly { try script("PRAGMA secure_delete = ON") }
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Runs several statements without parameters: schema and pragmas.
    public func script(_ sql: String) throws(SQLiteError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// Runs one statement that returns no rows; returns how many rows it changed.
    @discardableResult
    public func execute(_ sql: String, _ values: Value...) throws(SQLiteError) -> Int { try execute(sql, values) }

    /// The same with the values in an array.
    @discardableResult
    public func execute(_ sql: String, _ values: [Value]) throws(SQLiteError) -> Int {
        let statement = try prepare(sql, values)
        defer { statement.reset() }
        _ = try statement.step()
        return Int(sqlite3_changes(handle))
    }

    /// Calls `body` for each row of a query's result, and returns what it returned.
    public func query<T>(_ sql: String, _ values: Value..., row body: (Row) throws(SQLiteError) -> T) throws(SQLiteError) -> [T] {
        try query(sql, values, row: body)
    }

    /// The same with the values in an array, for queries whose number of parameters varies.
    public func query<T>(_ sql: String, _ values: [Value], row body: (Row) throws(SQLiteError) -> T) throws(SQLiteError) -> [T] {
        let statement = try prepare(sql, values)
        defer { statement.reset() }
        var rows: [T] = []
        while try statement.step() { rows.append(try body(Row(statement: statement))) }
        return rows
    }

    /// Runs `body` so that either all of it happened or, when it throws, nothing. May be nested.
    func savepoint<T>(_ body: () throws -> T) throws -> T {
        try execute("SAVEPOINT job")
        do {
            let result = try body()
            try execute("RELEASE job")
            return result
        } catch {
            try execute("ROLLBACK TO job")
            try execute("RELEASE job")
            throw error
        }
    }

    /// Prepared statements are kept for the life of the connection: the program has a fixed set of them.
    private func prepare(_ sql: String, _ values: [Value]) throws(SQLiteError) -> Statement {
        let statement: Statement
        if let known = statements[sql], !known.isBusy {
            statement = known
        } else {
            var pointer: OpaquePointer?
            try check(sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil))
            guard let pointer else { throw SQLiteError(.mismatch, "the statement is empty") }
            statement = Statement(pointer, of: self)
            statements[sql] = statement
        }
        try statement.bind(values)
        return statement
    }

    /// Turns a result code into an error with the message that SQLite has for it now.
    func check(_ status: Int32) throws(SQLiteError) {
        switch status & 0xFF {
        case SQLITE_OK, SQLITE_ROW, SQLITE_DONE: return
        default: throw SQLiteError(SQLiteError.Code(value: status & 0xFF), String(cString: sqlite3_errmsg(handle)))
        }
    }
}

/// A prepared statement; finalised with its last reference.
final class Statement {
    fileprivate let pointer: OpaquePointer
    private unowned let connection: Connection
    private(set) var isBusy = false

    fileprivate init(_ pointer: OpaquePointer, of connection: Connection) {
        self.pointer = pointer
        self.connection = connection
    }

    deinit { sqlite3_finalize(pointer) }

    func bind(_ values: [Value]) throws(SQLiteError) {
        let expected = sqlite3_bind_parameter_count(pointer)
        guard expected == values.count else { throw SQLiteError(.mismatch, "the statement has \(expected) parameters, \(values.count) were given") }
        for (index, value) in zip(Int32(1)..., values) {
            switch value {
            case .null: try connection.check(sqlite3_bind_null(pointer, index))
            case .integer(let number): try connection.check(sqlite3_bind_int64(pointer, index, number))
            case .real(let number): try connection.check(sqlite3_bind_double(pointer, index, number))
            case .text(var text):
                // The length is given, so a NUL inside the text is kept.
                let status = text.withUTF8 { utf8 in
                    utf8.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(pointer, index, $0.baseAddress ?? empty, Int32($0.count), shim_sqlite_transient())
                    }
                }
                try connection.check(status)
            case .blob(let bytes):
                let status = bytes.withUnsafeBytes {
                    sqlite3_bind_blob64(pointer, index, $0.baseAddress ?? UnsafeRawPointer(empty), UInt64($0.count), shim_sqlite_transient())
                }
                try connection.check(status)
            }
        }
    }

    /// Whether there is a row.
    func step() throws(SQLiteError) -> Bool {
        isBusy = true
        let status = sqlite3_step(pointer)
        try connection.check(status)
        return status == SQLITE_ROW
    }

    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
        isBusy = false
    }
}

/// An address for values of length 0: a null pointer would bind NULL. Never read, never freed.
private nonisolated(unsafe) let empty = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

/// The current row of a query. Valid only inside the closure it is given to.
public struct Row {
    let statement: Statement

    public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement.pointer, column) == SQLITE_NULL }
    public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement.pointer, column) }
    public func real(_ column: Int32) -> Double { sqlite3_column_double(statement.pointer, column) }

    /// Empty for NULL.
    public func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement.pointer, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement.pointer, column))), as: UTF8.self)
    }

    /// Empty for NULL.
    public func blob(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(statement.pointer, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement.pointer, column))))
    }
}
