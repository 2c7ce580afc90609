import Audit
import Base
import Configuration
import Cryptography
import Domain
import Foundation
import Identity
import JarvisClient
import Observability
import StorageSQLite
import Synchronization

/// `jarvis keys rotate`: other keys in the place of those in use.
enum KeysCommand {
    @Sendable static func rotate(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let which = invocation.operands.first
        if which == "signing", let folder = try? DataFolder(path: configuration.home) {
            // Nobody else works on it: no server to ask.
            defer { withExtendedLifetime(folder) {} }
            try await rotateSigning(invocation, configuration, folder)
            try await record(["signing"], configuration, folder)
            return ExitCode.done
        }
        if which == "signing" {
            try await invocation.client(configuration).rotateSigningKey()
            say(signing: invocation)
            return ExitCode.done
        }
        let folder: DataFolder
        do {
            folder = try DataFolder(path: configuration.home)
        } catch {
            throw Failure(
                fr:
                    "Jarvis tourne : arrêtez-le pour changer la clé de chiffrement. La clé de signature seule se change en marche : jarvis keys rotate signing.",
                en: "Jarvis is running: stop it to change the encryption key. The signing key alone can change meanwhile: jarvis keys rotate signing.")
        }
        defer { withExtendedLifetime(folder) {} }
        if which == nil { try await rotateSigning(invocation, configuration, folder) }
        let key = try await rotateEncryption(invocation, configuration, folder)
        if which == "data" { try await rotateData(invocation, configuration, folder, wrappedBy: key) }
        try await record(
            which == "data" ? ["encryption", "data"] : which == nil ? ["signing", "encryption"] : ["encryption"], configuration, folder,
            key: which == "data" ? key : nil)
        return ExitCode.done
    }

    private static func rotateSigning(_ invocation: Invocation, _ configuration: Configuration, _ folder: DataFolder) async throws {
        try await withStore(configuration, folder) { store, _ in
            // The key in use must be known for as long as the tokens that it signed.
            let authenticator = try await Authenticator(
                users: store, sessions: store, keys: store, lifetimes: .init(access: configuration.accessTokenLifetime / .seconds(1)), log: .silent)
            try await authenticator.rotateKeys()
        }
        say(signing: invocation)
    }

    private static func say(signing invocation: Invocation) {
        invocation.console.show(
            invocation.language(
                fr: "Nouvelle clé de signature. Personne n'est déconnecté : l'ancienne vaut encore pour les jetons qu'elle a signés.\n",
                en: "New signing key. Nobody is signed out: the old one still counts for the tokens it signed.\n"))
    }

    /// The key that wraps the data key. The data key itself stays, so that this takes a moment however much there is.
    ///
    /// - Returns: the new one.
    private static func rotateEncryption(_ invocation: Invocation, _ configuration: Configuration, _ folder: DataFolder) async throws -> Secret {
        let given = try invocation.value(of: "new-key-file").map(newKey(in:))
        guard given != nil || configuration.encryptionKey == nil else {
            throw Failure(
                fr: """
                    JARVIS_ENCRYPTION_KEY vient de votre configuration, que Jarvis ne peut pas changer. Mettez une nouvelle clé dans un fichier \
                    (openssl rand -hex 32 > FICHIER), donnez-le avec --new-key-file, puis mettez-la dans la configuration.
                    """,
                en: """
                    JARVIS_ENCRYPTION_KEY comes from your configuration, which Jarvis cannot change. Put a new key into a file \
                    (openssl rand -hex 32 > FILE), give it with --new-key-file, then put it into the configuration.
                    """)
        }
        let key = try given ?? WrappingKey.generate()
        try await withStore(configuration, folder) { store, secrets in
            try await store.accept(encryptionKey: key)
            // Both open the database until the new one was used: a crash between these two lines leaves the old one good.
            if configuration.encryptionKey == nil { try secrets.replaceEncryptionKey(with: key) }
        }
        invocation.console.show(
            configuration.encryptionKey == nil
                ? invocation.language(
                    fr:
                        "Nouvelle clé de chiffrement, dans \(folder.path)/secrets/JARVIS_ENCRYPTION_KEY. Gardez-en une copie ailleurs ; les copies de l'ancienne n'ouvrent plus que les anciennes sauvegardes.\n",
                    en:
                        "New encryption key, in \(folder.path)/secrets/JARVIS_ENCRYPTION_KEY. Keep a copy elsewhere; copies of the old one open old backups only.\n"
                )
                : invocation.language(
                    fr: "La nouvelle clé ouvre la base. Mettez-la dans JARVIS_ENCRYPTION_KEY : au prochain démarrage, l'ancienne ne vaudra plus.\n",
                    en: "The new key opens the database. Put it into JARVIS_ENCRYPTION_KEY: from the next start on the old one is no good.\n"))
        if configuration.encryptionKey == nil {
            // Opening it once with the new key lets the old one go.
            try await withStore(configuration, folder) { _, _ in }
        }
        return key
    }

    /// The data key: all that is sealed is sealed anew.
    private static func rotateData(_ invocation: Invocation, _ configuration: Configuration, _ folder: DataFolder, wrappedBy key: Secret) async throws {
        let percent = Mutex(0), isScrubbed = Mutex(true)
        try await withStore(configuration, folder) { store, _ in
            let isDone = try await store.replaceDataKey(encryptionKey: key, keeping: [AuditChain.purpose: AuditChain.keyByteCount]) { share in
                let now = Int(share * 10) * 10
                let isNew = percent.withLock { last in
                    defer { last = now }
                    return now > last
                }
                if isNew { invocation.console.complain("\(now) %") }
            }
            isScrubbed.withLock { $0 = isDone }
        }
        invocation.console.show(
            invocation.language(
                fr:
                    "Tout est chiffré avec une nouvelle clé des données. Les copies d'avant s'ouvrent encore avec leur clé : détruisez celles dont vous doutez.\n",
                en: "Everything is sealed with a new data key. Copies from before still open with theirs: destroy those that you do not trust.\n"))
        if !isScrubbed.withLock({ $0 }) {
            invocation.console.complain(
                invocation.language(
                    fr: "Un autre programme lit la base : ce qui était chiffré avant y est encore, et sera écrasé au prochain démarrage de Jarvis.",
                    en: "Another program reads the database: what was sealed before is still in it, and is overwritten when Jarvis starts next."))
        }
        guard configuration.encryptionKey != nil else { return }
        invocation.console.show(
            invocation.language(
                fr: "L'ancienne JARVIS_ENCRYPTION_KEY n'ouvre plus rien, dès maintenant.\n", en: "The old JARVIS_ENCRYPTION_KEY opens nothing, from now on.\n"))
    }

    private static func newKey(in file: String) throws -> Secret {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines), text.count >= 32 else {
            throw Failure(
                fr: "\(file) ne contient pas de clé d'au moins 32 caractères : openssl rand -hex 32 > \(file)",
                en: "\(file) holds no key of at least 32 characters: openssl rand -hex 32 > \(file)")
        }
        return Secret(text)
    }

    /// The store of a folder that nobody else works on.
    /// Keeps in the trail which keys were changed while nobody could be asked.
    private static func record(_ keys: [String], _ configuration: Configuration, _ folder: DataFolder, key: Secret? = nil) async throws {
        try await withStore(configuration, folder, key: key) { store, _ in
            let log = try Auditing(configuration, database: folder.database, store: store, metrics: Metrics(), clock: SystemWallClock(), log: .silent).log
            try await log.recording { for name in keys { log.record(AuditEvent(.keyRotate, .done, address: "local", target: name)) } }
        }
    }

    /// - Parameter key: opens it in place of the configured one.
    static func withStore<T>(
        _ configuration: Configuration, _ folder: DataFolder, key: Secret? = nil, _ body: (SQLiteStore, Secrets) async throws -> T
    ) async throws -> T {
        guard SQLiteStore.exists(at: folder.database) else {
            throw Failure(
                fr: "Il n'y a pas encore de base dans \(folder.path) : démarrez Jarvis une fois.",
                en: "There is no database in \(folder.path) yet: start Jarvis once.")
        }
        let secrets = try Secrets(configuration, databaseExists: true)
        let store = try await SQLiteStore.open(path: folder.database, encryptionKey: key ?? secrets.encryption, log: .silent)
        let result: Result<T, any Error>
        do { result = .success(try await body(store, secrets)) } catch { result = .failure(error) }
        await store.close()
        return try result.get()
    }
}
