// What this target is for: docs/architecture.md.
