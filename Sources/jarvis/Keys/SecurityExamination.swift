import Base
import Configuration
import Cryptography
import Foundation
private import Glibc

/// What is weak about how this Jarvis is set up, for `jarvis doctor`. Each finding is a part "security" with what to do; one that is fine when there is none.
struct SecurityExamination {
    let language: Language
    let configuration: Configuration
    let now: Date

    func findings() -> [Finding] {
        let weaknesses = keys() + folder() + listening() + certificate() + copies()
        guard weaknesses.isEmpty else { return weaknesses }
        return [Finding(part: Self.part, state: .ok, detail: words("rien de faible n'a été trouvé", "nothing weak was found"))]
    }

    private static let part = "security"
    private func words(_ fr: String, _ en: String) -> String { language(fr: fr, en: en) }

    private func weakness(_ detail: String, _ fix: String, _ state: Finding.State = .warning) -> Finding {
        Finding(part: Self.part, state: state, detail: detail, fix: fix)
    }

    private func keys() -> [Finding] {
        var findings: [Finding] = []
        for (name, key) in [("JARVIS_SECRET_KEY", configuration.secretKey), ("JARVIS_ENCRYPTION_KEY", configuration.encryptionKey)] {
            guard let key, Configuration.isWeak(key) else { continue }
            findings.append(
                weakness(
                    words("\(name) est facile à deviner", "\(name) is easy to guess"),
                    words(
                        "faites-en une avec « openssl rand -hex 32 » ; jarvis keys rotate la met en place",
                        "make one with `openssl rand -hex 32`; jarvis keys rotate puts it in place")))
        }
        if FileManager.default.fileExists(atPath: configuration.home + "/secrets/JARVIS_ENCRYPTION_KEY"), configuration.encryptionKey == nil {
            findings.append(
                weakness(
                    words(
                        "la clé de chiffrement est à côté de la base : qui copie \(configuration.home) peut tout lire",
                        "the encryption key lies beside the database: whoever copies \(configuration.home) can read everything"),
                    words(
                        "gardez-la ailleurs et donnez-la par JARVIS_ENCRYPTION_KEY_FILE ; laissez-la hors des sauvegardes",
                        "keep it elsewhere and give it by JARVIS_ENCRYPTION_KEY_FILE; leave it out of backups")))
        }
        return findings
    }

    private func folder() -> [Finding] {
        var findings: [Finding] = []
        let open = [configuration.home, configuration.home + "/secrets", configuration.home + "/jarvis.db", configuration.home + "/tls"].filter { path in
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        }
        if !open.isEmpty {
            let list = open.joined(separator: ", ")
            findings.append(
                weakness(
                    words("d'autres comptes de cette machine peuvent ouvrir \(list)", "other accounts of this machine may open \(list)"),
                    "chmod -R go= \(configuration.home)", .failed))
        }
        var database = stat()
        if stat(configuration.home + "/jarvis.db", &database) == 0, database.st_uid == 0 {
            findings.append(
                weakness(
                    words("Jarvis tourne avec tous les droits (root)", "Jarvis runs with all rights (root)"),
                    words("donnez-lui un compte à lui, comme dans docs/operations.md", "give it an account of its own, as in docs/operations.md")))
        }
        return findings
    }

    private func listening() -> [Finding] {
        var findings: [Finding] = []
        let isOpen = !Loopback.contains(configuration.host)
        if isOpen, configuration.httpsPort == nil, configuration.trustedProxies.isEmpty {
            findings.append(
                weakness(
                    words(
                        "\(configuration.host) sert du HTTP en clair au-delà de cette machine", "\(configuration.host) serves plain HTTP beyond this machine"),
                    words("donnez un port à JARVIS_HTTPS_PORT (3443, par exemple)", "give JARVIS_HTTPS_PORT a port (3443, say)")))
        }
        if isOpen, configuration.environment != .production {
            findings.append(
                weakness(
                    words("des règles de développement, ouvertes au réseau", "rules for development, open to the network"),
                    words("mettez ENVIRONMENT=production", "set ENVIRONMENT=production")))
        }
        if configuration.allowedHosts.contains("*") {
            findings.append(
                weakness(
                    words(
                        "ALLOWED_HOSTS=* : une page peut faire passer son nom pour celui de Jarvis", "ALLOWED_HOSTS=*: a page can pass its name off as Jarvis's"
                    ),
                    words("nommez les hôtes", "name the hosts")))
        }
        if configuration.corsOrigins.contains("*") {
            findings.append(
                weakness(
                    words("CORS_ORIGINS=* : n'importe quel site peut appeler Jarvis", "CORS_ORIGINS=*: any site can call Jarvis"),
                    words("nommez les origines", "name the origins")))
        }
        if isOpen, configuration.speechKey == nil {
            findings.append(
                weakness(
                    words("les services de la voix n'ont pas de clé (JARVIS_SPEECH_KEY)", "the voice services have no key (JARVIS_SPEECH_KEY)"),
                    words("donnez-en une si d'autres machines s'en servent", "give one if other machines use them")))
        }
        if let address = configuration.speechListen {
            findings.append(
                weakness(
                    words(
                        "JARVIS_SPEECH_LISTEN (\(address)) parle Wyoming, qui n'a ni mot de passe ni chiffrement",
                        "JARVIS_SPEECH_LISTEN (\(address)) speaks Wyoming, which has neither password nor encryption"),
                    words("n'y laissez venir que les machines de la maison", "let only machines of the house reach it")))
        }
        return findings
    }

    private func certificate() -> [Finding] {
        guard let folder = configuration.tlsFolder else { return [] }
        guard let text = try? String(contentsOfFile: folder + "/fullchain.pem", encoding: .utf8), let leaf = try? Certificate.all(inPEM: text).first else {
            return [
                weakness(
                    words("le certificat de \(folder) ne peut pas être lu", "the certificate in \(folder) cannot be read"),
                    words("remettez fullchain.pem et privkey.pem", "put fullchain.pem and privkey.pem back"), .failed)
            ]
        }
        let days = Int(leaf.notAfter.timeIntervalSince(now) / 86_400)
        guard days < 21 else { return [] }
        return [
            weakness(
                words("le certificat de \(folder) finit dans \(days) jours", "the certificate in \(folder) ends in \(days) days"),
                words("renouvelez-le", "renew it"), days < 0 ? .failed : .warning)
        ]
    }

    /// Left by updates; what was erased since is still in them.
    private func copies() -> [Finding] {
        let copies = ((try? FileManager.default.contentsOfDirectory(atPath: configuration.home)) ?? []).filter { $0.hasPrefix("jarvis.db.before-") }
        guard !copies.isEmpty else { return [] }
        return [
            weakness(
                words("\(copies.count) copie(s) de la base d'avant une mise à jour", "\(copies.count) copies of the database from before an update"),
                words(
                    "supprimez-les si tout va bien : rm \(configuration.home)/jarvis.db.before-*",
                    "delete them if all is well: rm \(configuration.home)/jarvis.db.before-*"))
        ]
    }
}
