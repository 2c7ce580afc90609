import SQLite

extension Schema {
    /// What is to happen later, and what did. Runs outlive their automation, so that what it did can still be explained.
    static let automations = Migration(
        3, "automations",
        """
        CREATE TABLE automations (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            sealed_name BLOB NOT NULL, sealed_plan BLOB NOT NULL, once INTEGER NOT NULL, paused INTEGER NOT NULL, phase INTEGER,
            created_at INTEGER NOT NULL, active_since INTEGER NOT NULL, done_at INTEGER, language TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX automations_of_household ON automations (household, id) WHERE done_at IS NULL;
        CREATE TABLE automation_runs (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, automation BLOB NOT NULL, due_key TEXT NOT NULL,
            due_at INTEGER NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, outcome TEXT NOT NULL, sealed_name BLOB NOT NULL,
            sealed_facts BLOB NOT NULL, sealed_result BLOB NOT NULL, UNIQUE (automation, due_key)
        ) WITHOUT ROWID;
        CREATE INDEX automation_runs_of_household ON automation_runs (household, started_at);
        CREATE INDEX automation_runs_of_automation ON automation_runs (automation, started_at);
        CREATE INDEX automation_runs_running ON automation_runs (started_at) WHERE outcome = 'running';
        CREATE TABLE change_causes (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, at INTEGER NOT NULL, sealed_cause BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX change_causes_of_household ON change_causes (household, at);
        CREATE TABLE scenes (
            id BLOB PRIMARY KEY, household BLOB NOT NULL REFERENCES households ON DELETE CASCADE, user BLOB NOT NULL REFERENCES users ON DELETE CASCADE,
            sealed_name BLOB NOT NULL, sealed_plan BLOB NOT NULL, created_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX scenes_of_household ON scenes (household, id);
        """)

    /// When whoever carries out a run last showed a sign of life.
    static let automationsAlive = Migration(4, "signs of life of automation runs", "ALTER TABLE automation_runs ADD COLUMN alive_at INTEGER;")
}
