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

    /// What an earlier data key was used for besides sealing, and is still needed: the key of the audit trail.
    static let keptKeys = Migration(
        14, "kept keys", "CREATE TABLE kept_keys (purpose TEXT PRIMARY KEY, sealed_key BLOB NOT NULL) WITHOUT ROWID;")
}
