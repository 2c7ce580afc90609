import SQLite

extension Schema {
    /// Who did what. Entries are only added; their details may be erased, with a proof in their place, and the old end cut, behind `audit_start`.
    ///
    /// The triggers keep the program from mistakes; what other hands do to the file is found by the chain of hashes.
    static let audit = Migration(
        10, "audit trail",
        """
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY, household BLOB, at INTEGER NOT NULL, action TEXT NOT NULL, outcome TEXT NOT NULL, sealed_details BLOB,
            digest BLOB NOT NULL, erasure BLOB, hash BLOB NOT NULL
        );
        CREATE INDEX audit_of_household ON audit (household, number);
        CREATE TABLE audit_start (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, hash BLOB NOT NULL, tag BLOB NOT NULL);
        CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE number = new.number)
            OR new.number <= ifnull((SELECT number FROM audit_start), 0)
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
            WHEN new.number IS NOT old.number OR new.household IS NOT old.household OR new.at IS NOT old.at OR new.action IS NOT old.action
            OR new.outcome IS NOT old.outcome OR new.digest IS NOT old.digest OR new.hash IS NOT old.hash OR new.sealed_details IS NOT NULL
            OR new.erasure IS NULL
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit WHEN old.number > ifnull((SELECT number FROM audit_start), 0)
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER audit_start_stays BEFORE DELETE ON audit_start BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER audit_start_goes_on BEFORE UPDATE ON audit_start WHEN new.number < old.number
            BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        """)
}
