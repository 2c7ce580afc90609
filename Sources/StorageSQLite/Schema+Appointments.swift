import SQLite

extension Schema {
    /// Timers that pause, appointments that come again, and where they were asked for.
    ///
    /// `length` and `remaining` are seconds; `recurrence` is the JSON of `Recurrence`, which holds no words that anybody said; `series` is the
    /// recurring appointment that a row is an occurrence of. For older rows `length` stays NULL: from `created_at` to `due_at`.
    static let appointmentsComeAgain = Migration(
        2, "appointments come again",
        """
        ALTER TABLE appointments ADD COLUMN length REAL;
        ALTER TABLE appointments ADD COLUMN remaining REAL;
        ALTER TABLE appointments ADD COLUMN recurrence TEXT;
        ALTER TABLE appointments ADD COLUMN series BLOB;
        ALTER TABLE appointments ADD COLUMN area TEXT;
        CREATE INDEX appointments_of_series ON appointments (series) WHERE series IS NOT NULL;
        """)
}
