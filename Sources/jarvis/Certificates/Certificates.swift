import Base
import Configuration
import Foundation
import HTTPServer
import Lifecycle
import Observability

/// What the HTTPS service shows: the files that were given, or a certificate of the home's own authority. Looked at every minute: files that were replaced,
/// an address that is new, and what is to be renewed take over without a restart.
final class Certificates: Service {
    private static let interval = Duration.seconds(60)

    let name = "certificates"
    let identity: TLSIdentity
    /// What devices are to trust; `nil` when the files were given.
    let home: HomeCertificate?
    private let source: Source
    private let clock: any WallClock
    private let log: Logger

    private enum Source {
        case given(String)
        case home(String)

        func read(at now: Date) throws -> (chain: String, key: Secret) {
            switch self {
            case .given(let folder):
                func read(_ name: String) throws -> String {
                    guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
                        throw StartError("JARVIS_TLS_FOLDER: \(folder)/\(name) cannot be read: give this user the right, or copy it to a folder of its own")
                    }
                    return text
                }
                return (try read("fullchain.pem"), Secret(try read("privkey.pem")))
            case .home(let folder): return try LocalAuthority(in: folder, at: now).identity(for: LocalAuthority.names, at: now)
            }
        }
    }

    static func folder(_ configuration: Configuration) -> String { "\(configuration.home)/tls" }

    /// - Throws: `StartError` when what is given cannot be read, `HTTPServerError` when it is no certificate with its key.
    init(_ configuration: Configuration, clock: any WallClock, log: Logger) throws {
        if let folder = configuration.tlsFolder {
            source = .given(folder)
            home = nil
        } else {
            source = .home(Self.folder(configuration))
            let authority = try LocalAuthority(in: Self.folder(configuration), at: clock.now)
            home = HomeCertificate(
                pem: authority.certificate, fingerprint: try authority.fingerprint(), port: configuration.interfacePort,
                securePort: configuration.httpsPort ?? 0)
        }
        let (chain, key) = try source.read(at: clock.now)
        identity = try TLSIdentity(certificates: chain, key: key)
        self.clock = clock
        self.log = log.with(label: "certificates")
    }

    func run(until shutdown: Shutdown) async throws {
        var shown = try? source.read(at: clock.now).chain
        while !shutdown.isRequested {
            await withTaskGroup(of: Void.self) { [clock] group in
                group.addTask { try? await clock.sleep(until: clock.now + Self.interval / .seconds(1)) }
                group.addTask { await shutdown.wait() }
                await group.next()
                group.cancelAll()
            }
            guard !shutdown.isRequested else { return }
            do {
                let (chain, key) = try source.read(at: clock.now)
                guard chain != shown else { continue }
                try identity.replace(certificates: chain, key: key)
                shown = chain
                log.notice("the certificate was replaced")
            } catch {
                log.error("the certificate cannot be replaced; the one before stays", ["error": "\(error)"])
            }
        }
    }
}
