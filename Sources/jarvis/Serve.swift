import Configuration

/// `jarvis serve`: starts the services and keeps them until a signal asks to stop.
enum Serve {
    /// - Parameter arguments: the services to start (`backend`, `interface`, `stt`, `tts`), checked already; empty for all.
    static func run(arguments: [String], configuration: Configuration) async throws -> Int32 {
        throw Failure(fr: "Ce programme ne sait pas encore démarrer de services.", en: "This program cannot start services yet.")
    }
}
