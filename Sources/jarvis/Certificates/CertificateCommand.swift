import Base
import Cryptography
import Foundation

/// `jarvis certificate`: how devices come to trust this Jarvis.
enum CertificateCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        guard configuration.httpsPort != nil else {
            throw Failure(
                fr: "HTTPS n'est pas en marche : donnez un port à JARVIS_HTTPS_PORT (3443, par exemple) et relancez Jarvis.",
                en: "HTTPS is off: give JARVIS_HTTPS_PORT a port (3443, say) and start Jarvis again.")
        }
        guard configuration.tlsFolder == nil else {
            throw Failure(
                fr: "Le certificat est le vôtre (JARVIS_TLS_FOLDER) : il n'y a rien à installer.",
                en: "The certificate is your own (JARVIS_TLS_FOLDER): there is nothing to install.")
        }
        let authority = try LocalAuthority(in: Certificates.folder(configuration), at: Date())
        let address = HomeCertificate.address(port: configuration.interfacePort)
        let fingerprint = try authority.fingerprint()
        let code = try QRCode(address).text(coloured: false)
        invocation.console.show(
            invocation.language(
                fr: """
                    Sur chaque appareil, ouvrez cette adresse une fois et faites confiance au certificat :
                      \(address)
                    Son empreinte SHA-256, à comparer avant d'accepter :
                      \(fingerprint)

                    \(code)

                    """,
                en: """
                    On each device, open this address once and trust the certificate:
                      \(address)
                    Its SHA-256 fingerprint, to compare before accepting:
                      \(fingerprint)

                    \(code)

                    """))
        return ExitCode.done
    }
}
