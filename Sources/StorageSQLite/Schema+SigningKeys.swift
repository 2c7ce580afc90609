import SQLite

extension Schema {
    /// What signs access tokens, and the work that a password's hash takes (one row at most).
    static let signingKeys = Migration(
        8, "signing keys",
        """
        CREATE TABLE signing_keys (
            id TEXT PRIMARY KEY, sealed_seed BLOB NOT NULL, created_at INTEGER NOT NULL, ends_at INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE password_work (id INTEGER PRIMARY KEY CHECK (id = 1), passes INTEGER NOT NULL, memory INTEGER NOT NULL);
        """)
}
