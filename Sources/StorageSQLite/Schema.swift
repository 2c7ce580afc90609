import SQLite

/// The schema, step by step. Times are milliseconds since 1970 (UTC), ids 16 bytes; columns named `sealed_…` hold sealed text.
/// Every row carries its household and, where one person owns it, its user: no query goes without them.
enum Schema {
    static let migrations = [
        Migration(
            1, "first",
            """
            CREATE TABLE sealing_keys (
                id INTEGER PRIMARY KEY, wrapped BLOB NOT NULL, salt BLOB NOT NULL, created_at INTEGER NOT NULL
            );
            CREATE TABLE households (
                id BLOB PRIMARY KEY, created_at INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE users (
                id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE,
                name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE, role TEXT NOT NULL, language TEXT NOT NULL,
                password_hash TEXT NOT NULL, created_at INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE UNIQUE INDEX one_owner ON users (role) WHERE role = 'owner';
            CREATE TABLE conversations (
                id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
                started_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, sealed_title BLOB NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX conversations_of_user ON conversations (household, user, updated_at, id);
            CREATE TABLE messages (
                id BLOB PRIMARY KEY, household BLOB NOT NULL, user BLOB NOT NULL,
                conversation BLOB NOT NULL REFERENCES conversations ON DELETE CASCADE,
                speaker TEXT NOT NULL, at INTEGER NOT NULL, trace BLOB NOT NULL, sealed_text BLOB NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX messages_of_conversation ON messages (conversation, id);
            CREATE TABLE traces (
                id BLOB PRIMARY KEY, household BLOB NOT NULL, user BLOB NOT NULL,
                conversation BLOB NOT NULL REFERENCES conversations ON DELETE CASCADE,
                started_at INTEGER NOT NULL, path TEXT NOT NULL, stages TEXT NOT NULL, failure TEXT
            ) WITHOUT ROWID;
            CREATE INDEX traces_of_conversation ON traces (conversation);
            CREATE TABLE memories (
                id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
                kind TEXT NOT NULL, sealed_text BLOB NOT NULL, occurred_at INTEGER NOT NULL, learned_at INTEGER NOT NULL,
                conversation BLOB, source TEXT NOT NULL, importance REAL NOT NULL, pinned INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX memories_of_user ON memories (household, user, id);
            CREATE TABLE appointments (
                id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
                kind TEXT NOT NULL, state TEXT NOT NULL, sealed_label BLOB NOT NULL, created_at INTEGER NOT NULL, due_at INTEGER NOT NULL, language TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX appointments_of_user ON appointments (household, user, state, due_at);
            CREATE INDEX appointments_pending ON appointments (due_at) WHERE state = 'pending';
            CREATE TABLE list_items (
                id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL,
                sealed_list BLOB NOT NULL, sealed_text BLOB NOT NULL, added_at INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE INDEX list_items_of_household ON list_items (household, id);
            """),
        appointmentsComeAgain,
        automations,
        automationsAlive,
        memory,
        voices,
        sessions,
        signingKeys,
        secondFactors,
        audit,
        people,
        scrubDue,
        renewalGrace,
        keptKeys,
    ]
}
