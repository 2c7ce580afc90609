import SQLite

extension Schema {
    /// What is shown beside or instead of a password. Recovery codes are kept as hashes.
    static let secondFactors = Migration(
        9, "second factors",
        """
        CREATE TABLE authenticator_apps (
            user BLOB PRIMARY KEY REFERENCES users ON DELETE CASCADE, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE,
            sealed_secret BLOB NOT NULL, created_at INTEGER NOT NULL, confirmed_at INTEGER, last_step INTEGER, guards_home INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE recovery_codes (
            user BLOB NOT NULL REFERENCES authenticator_apps ON DELETE CASCADE, hash BLOB NOT NULL, PRIMARY KEY (user, hash)
        ) WITHOUT ROWID;
        CREATE TABLE passkeys (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            credential BLOB NOT NULL UNIQUE, public_key BLOB NOT NULL, site TEXT NOT NULL, sealed_name BLOB NOT NULL, counter INTEGER NOT NULL,
            may_be_copied INTEGER NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX passkeys_of_user ON passkeys (user, id);
        CREATE TABLE outside_accounts (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            issuer TEXT NOT NULL, subject TEXT NOT NULL, sealed_name BLOB NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER,
            UNIQUE (issuer, subject), UNIQUE (user, issuer)
        ) WITHOUT ROWID;
        """)
}
