import SQLite

extension Schema {
    /// What people's voices sound like: gone with their accounts.
    static let voices = Migration(
        6, "voice prints",
        """
        CREATE TABLE voice_prints (
            user BLOB PRIMARY KEY REFERENCES users ON DELETE CASCADE, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE,
            sealed_print BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX voice_prints_of_household ON voice_prints (household, user);
        """)
}
