import SQLite

extension Schema {
    /// Memories with all that is known of them, their vectors, and the messages that wait to be made memories of.
    ///
    /// `sealed_details` holds speaker, outside names, origins, entities and fact (`FragmentDetails`); NULL where there is none of these. Ids count within a
    /// household. `language` to `count` have the defaults of rows from before; their `sealed_text` moves as it is. `conversations_unremembered` may name a
    /// conversation before its first turn is stored.
    static let memory = Migration(
        5, "memory",
        """
        CREATE TABLE memories_of_all (
            household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, id BLOB NOT NULL, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            kind TEXT NOT NULL, source TEXT NOT NULL, language TEXT, occurred_at INTEGER NOT NULL, learned_at INTEGER NOT NULL,
            conversation BLOB, area TEXT, valence REAL NOT NULL DEFAULT 0, arousal REAL NOT NULL DEFAULT 0, importance REAL NOT NULL,
            pinned INTEGER NOT NULL, shared INTEGER NOT NULL DEFAULT 0, count INTEGER NOT NULL DEFAULT 1, recalls INTEGER NOT NULL DEFAULT 0,
            recalled_at INTEGER, due_at INTEGER, binned_at INTEGER, sealed_text BLOB NOT NULL, sealed_details BLOB,
            PRIMARY KEY (household, id)
        ) WITHOUT ROWID;
        INSERT INTO memories_of_all (household, id, user, kind, source, occurred_at, learned_at, conversation, importance, pinned, sealed_text)
            SELECT household, id, user, kind, source, occurred_at, learned_at, conversation, importance, pinned, sealed_text FROM memories;
        DROP TABLE memories;
        ALTER TABLE memories_of_all RENAME TO memories;
        CREATE INDEX memories_of_user ON memories (household, user, occurred_at, id) WHERE binned_at IS NULL;
        CREATE INDEX memories_shared ON memories (household, occurred_at, id) WHERE shared AND binned_at IS NULL;
        CREATE INDEX memories_of_conversation ON memories (conversation, occurred_at, id) WHERE conversation IS NOT NULL;
        CREATE INDEX memories_due ON memories (household, due_at) WHERE due_at IS NOT NULL AND binned_at IS NULL;
        CREATE INDEX memories_binned ON memories (binned_at, id) WHERE binned_at IS NOT NULL;
        CREATE TABLE memory_vectors (
            household BLOB NOT NULL, fragment BLOB NOT NULL, model TEXT NOT NULL, sealed_vector BLOB NOT NULL, PRIMARY KEY (household, fragment),
            FOREIGN KEY (household, fragment) REFERENCES memories (household, id) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE TABLE messages_waiting (
            household BLOB NOT NULL, user BLOB NOT NULL, message BLOB NOT NULL REFERENCES messages ON DELETE CASCADE, PRIMARY KEY (household, user, message)
        ) WITHOUT ROWID;
        CREATE INDEX messages_waiting_by_message ON messages_waiting (message);
        INSERT INTO messages_waiting (household, user, message) SELECT household, user, id FROM messages;
        CREATE TABLE conversations_unremembered (
            household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            conversation BLOB NOT NULL, PRIMARY KEY (household, user, conversation)
        ) WITHOUT ROWID;
        ALTER TABLE messages ADD COLUMN area TEXT;
        CREATE INDEX messages_of_user ON messages (household, user, id);
        """)
}
