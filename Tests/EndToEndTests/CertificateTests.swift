import Base
import Foundation
import HTTPClient
import TestSupport
import Testing

/// HTTPS at home, as a device comes to it.
@Suite struct CertificateTests {
    @Test func aDeviceThatTrustsTheHomeGetsThere() async throws {
        let ports = [
            "BACKEND_PORT": "0", "INTERFACE_PORT": "0", "STT_API_PORT": "0", "TTS_API_PORT": "0", "JARVIS_HTTPS_PORT": "0", "JARVIS_HOST": "127.0.0.1",
        ]
        let program = try Program(language: "en", ports)
        let plain = try HTTPClient()
        defer { plain.shutDown() }
        var authorities: [[UInt8]] = [], fingerprint = ""
        // Another start shows the same authority.
        for _ in 0..<2 {
            let serving = try await Serving(program, ["serve"], services: ["interface", "https"])
            let (http, https) = (try #require(serving.addresses["interface"]), try #require(serving.addresses["https"]))
            let authority = try await plain.send(HTTPRequest(http + "/ca.crt"))
            #expect(authority.status == 200 && authority.body.starts(with: Array("-----BEGIN CERTIFICATE-----".utf8)))
            authorities.append(Array(authority.body))
            let told = try await plain.send(HTTPRequest(http + "/ca.json")), shown = try JSON.decode(JSONValue.self, from: Data(told.body))
            #expect(shown["address"]?.string?.hasSuffix("/ca.crt") == true && shown["address"]?.string?.contains("127.0.0.1") == false)
            #expect(shown["svg"]?.string?.hasPrefix("<svg ") == true)
            let elsewhere = try await plain.send(HTTPRequest(http + "/ca.json", headers: ["Host": "192.168.1.7:3000"]))
            #expect(String(decoding: elsewhere.body, as: UTF8.self).contains("http://192.168.1.7:3000/ca.crt"))
            fingerprint = shown["fingerprint"]?.string ?? ""
            let file = program.folder.file("ca.crt")
            try Data(authority.body).write(to: URL(filePath: file))

            let trusting = try HTTPClient(settings: .init(certificateAuthorities: file))
            let answer = try await trusting.send(HTTPRequest(https + "/api/health"))
            #expect(answer.status == 200)
            await #expect(throws: HTTPClientError.self, "whoever was not told to trust it does not") {
                try await plain.send(HTTPRequest(https + "/api/health"))
            }
            trusting.shutDown()
            #expect(await serving.stop() == 0)
        }
        #expect(authorities[0] == authorities[1])
        for name in ["ca.key", "server.key"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.file("home/tls/\(name)"))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        let told = try await program.run("certificate")
        #expect(told.code == 0 && told.output.contains("/ca.crt") && told.output.contains("SHA-256"))
        #expect(!fingerprint.isEmpty && told.output.contains(fingerprint))
    }

    @Test func withoutHTTPSThereIsNothingToTrust() async throws {
        let program = try Program(language: "en")
        let told = try await program.run("certificate")
        #expect(told.code != 0 && told.complaints.contains("JARVIS_HTTPS_PORT"))
        #expect(!FileManager.default.fileExists(atPath: program.folder.file("home/tls")))
    }

    @Test func aFolderWithoutACertificateStopsTheStart() async throws {
        let program = try Program(language: "en", ["JARVIS_HTTPS_PORT": "0", "JARVIS_TLS_FOLDER": "/nowhere", "BACKEND_PORT": "0", "INTERFACE_PORT": "0"])
        let outcome = try await program.run("serve")
        #expect(outcome.code == 1 && outcome.complaints.contains("/nowhere/fullchain.pem"), "\(outcome.complaints)")
    }
}
