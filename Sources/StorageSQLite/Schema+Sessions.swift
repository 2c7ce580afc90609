import SQLite

extension Schema {
    /// Who is signed in where. Refresh tokens are kept as hashes; those that were used up stay until their session ends, to know them again.
    static let sessions = Migration(
        7, "sessions",
        """
        CREATE TABLE sessions (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            sealed_device BLOB NOT NULL, sealed_address BLOB NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sessions_of_user ON sessions (user, id);
        CREATE INDEX sessions_by_end ON sessions (expires_at);
        CREATE TABLE refresh_tokens (
            hash BLOB PRIMARY KEY, session BLOB NOT NULL REFERENCES sessions ON DELETE CASCADE, is_used INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session);
        """)

    /// The refresh token that was used up last, at `used_at`: the answer to it may have been lost.
    static let renewalGrace = Migration(13, "renewal grace", "ALTER TABLE sessions ADD COLUMN previous_token BLOB;")
}
