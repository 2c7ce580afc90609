import SQLite

extension Schema {
    /// Several households with owners of their own, people who may more or less than their role, invitations, and keys of programs.
    /// The house is the first household's.
    static let people = Migration(
        11, "people",
        """
        ALTER TABLE households ADD COLUMN name TEXT NOT NULL DEFAULT '';
        ALTER TABLE households ADD COLUMN has_house INTEGER NOT NULL DEFAULT 0;
        UPDATE households SET has_house = 1 WHERE id = (SELECT id FROM households ORDER BY created_at, id LIMIT 1);
        CREATE UNIQUE INDEX one_house ON households (has_house) WHERE has_house = 1;
        DROP INDEX one_owner;
        ALTER TABLE users ADD COLUMN disabled_at INTEGER;
        ALTER TABLE users ADD COLUMN permissions TEXT;
        CREATE INDEX users_of_household ON users (household, id);
        CREATE TABLE invitations (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, code_hash BLOB NOT NULL UNIQUE, role TEXT NOT NULL,
            user BLOB REFERENCES users ON DELETE CASCADE, invited_by BLOB NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX invitations_of_household ON invitations (household, id);
        CREATE INDEX invitations_by_end ON invitations (expires_at);
        CREATE TABLE api_keys (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            sealed_name BLOB NOT NULL, hash BLOB NOT NULL UNIQUE, scopes TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
            used_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX api_keys_of_user ON api_keys (user, id);
        CREATE INDEX api_keys_by_end ON api_keys (expires_at);
        """)

    /// A row for each deletion that is still to be overwritten in the file.
    static let scrubDue = Migration(12, "scrub due", "CREATE TABLE scrub_due (id INTEGER PRIMARY KEY AUTOINCREMENT);")
}
