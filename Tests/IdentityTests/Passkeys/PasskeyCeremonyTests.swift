import Base
import Cryptography
import Domain
import Foundation
import TestSupport
import Testing

@testable import Identity

private let challenge = [UInt8](repeating: 7, count: 56)
private let handle = [UInt8](0..<16)

/// A ceremony in which one thing is not as it should be.
private struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: PasskeyFault
    /// Before it is signed.
    var lie: @Sendable (inout SoftCeremony) throws -> Void = { _ in }

    init(_ name: String, _ fault: PasskeyFault, _ lie: @escaping @Sendable (inout SoftCeremony) throws -> Void) {
        testDescription = name
        self.fault = fault
        self.lie = lie
    }

    /// What is wrong in either ceremony.
    static let either = [
        Forgery("another challenge", .wrongChallenge) { $0.challenge[3] ^= 1 },
        Forgery("no challenge", .wrongChallenge) { $0.challenge = [] },
        Forgery("another origin", .wrongOrigin) { $0.origin = "https://jarvis.example.evil.example" },
        Forgery("another port", .wrongOrigin) { $0.origin = "https://jarvis.example:8443" },
        Forgery("plain HTTP", .wrongOrigin) { $0.origin = "http://jarvis.example" },
        Forgery("in a frame of another origin", .crossOrigin) { $0.more = #","crossOrigin":true"# },
        Forgery("perhaps in a frame", .crossOrigin) { $0.more = #","crossOrigin":"false""# },
        Forgery("under another page", .crossOrigin) { $0.more = #","topOrigin":"https://evil.example""# },
        Forgery("another host name", .wrongSite) { $0.site = "evil.example" },
        Forgery("the host name with a full stop", .wrongSite) { $0.site = "jarvis.example." },
        Forgery("nobody there", .notPresent) { $0.flags = 0x04 },
        Forgery("nobody seen", .notVerified) { $0.flags = 0x01 },
        Forgery("copied, but may not be", .wrongFlags) { $0.flags = 0x15 },
        Forgery("bytes behind it", .malformed) { $0.trailer = [0] },
        Forgery("extensions that are not there", .malformed) { $0.flags |= 0x80 },
        Forgery("extensions that are no map", .malformed) {
            $0.flags |= 0x80
            $0.trailer = [0x01]
        },
        Forgery("client data that is no JSON", .malformed) { $0.more = "," },
        Forgery("client data of many bytes", .malformed) { $0.more = #","x":"\#(String(repeating: "x", count: 5000))""# },
    ]

    static let registrations =
        either + [
            Forgery("made as an assertion", .wrongType) { $0.type = "webauthn.get" },
            Forgery("an empty id", .malformed) { $0.credential = [] },
            Forgery("an id of 1,024 bytes", .malformed) { $0.credential = [UInt8](repeating: 1, count: 1024) },
            Forgery("a statement where there is none", .malformed) { $0.statement = [0xa1, 0x61, 0x78, 0x01] },
            Forgery("a key of another algorithm", .wrongKey) {
                // {1: kind, 3: algorithm, …
                $0.publicKey.replaceSubrange(4...4, with: [0x38, 0x22])
            },
            Forgery("a key that is no key", .malformed) { $0.publicKey = [0xff] },
            Forgery("a key of another curve", .wrongKey) {
                // … -1: curve, …
                $0.publicKey[6] += 1
            },
        ]

    static let assertions =
        either + [
            Forgery("made as a registration", .wrongType) { $0.type = "webauthn.create" },
            Forgery("another credential", .unknownCredential) { $0.credential[0] ^= 1 },
            Forgery("another person", .wrongUser) { $0.handle?[0] ^= 1 },
            Forgery("nobody", .wrongUser) { $0.handle = nil },
            Forgery("now it may be copied", .wrongFlags) { $0.flags |= 0x08 },
            Forgery("a counter that stands still", .wrongCounter) { $0.counter = 5 },
            Forgery("a counter that goes back", .wrongCounter) { $0.counter = 4 },
            Forgery("a counter that vanished", .wrongCounter) { $0.counter = 0 },
        ]
}

@Suite struct PasskeyCeremonyTests {
    private let site: PasskeySite

    init() throws { site = try PasskeySite(origin: "https://jarvis.example") }

    private static func keys() throws -> [SoftKey] { [try .edDSA(), try .es256()] }

    private func made(_ response: PasskeyRegistrationResponse) throws(PasskeyFault) -> PasskeyCeremony.Made {
        try PasskeyCeremony.made(response, at: site) { $0 == challenge }
    }

    private func passkey(_ key: SoftKey, counter: UInt32 = 5) -> Passkey {
        Passkey(
            household: .init(), user: .init(), credential: Array(1...32), publicKey: key.publicKey, site: "jarvis.example", name: "", counter: counter,
            mayBeCopied: false, createdAt: Date(timeIntervalSince1970: 0))
    }

    private func used(_ response: PasskeyAssertionResponse, _ passkey: Passkey) throws(PasskeyFault) -> PasskeyCeremony.Used {
        try PasskeyCeremony.used(response, passkey, handle: handle, needsHandle: true, at: site) { $0 == challenge }
    }

    private func assertion(_ key: SoftKey) -> SoftCeremony {
        var ceremony = SoftCeremony(key, challenge: challenge)
        ceremony.type = "webauthn.get"
        ceremony.handle = handle
        ceremony.counter = 6
        return ceremony
    }

    @Test func honestOnesAreTaken() throws {
        for key in try Self.keys() {
            var ceremony = SoftCeremony(key, challenge: challenge)
            let made = try made(ceremony.registration())
            #expect(made.credential.id == Array(1...32) && made.credential.publicKey == key.publicKey && made.counter == 0 && !made.mayBeCopied)
            // With a statement, which is not looked at, and extensions; without `crossOrigin`, as older browsers have it.
            ceremony.format = "packed"
            ceremony.statement = [0xa1, 0x63, 0x61, 0x6c, 0x67, 0x26]
            ceremony.flags |= 0x98
            ceremony.trailer = [0xa1, 0x61, 0x78, 0xf5]
            ceremony.more = ""
            #expect(try self.made(ceremony.registration()).mayBeCopied)
            #expect(try used(assertion(key).assertion(), passkey(key)).counter == 6)
            var uncounted = assertion(key)
            uncounted.counter = 0
            #expect(try used(uncounted.assertion(), passkey(key, counter: 0)).counter == 0)
        }
    }

    @Test(arguments: PeerVector.all) func aPeersCeremoniesAreTaken(_ peer: PeerVector) throws {
        let site = try PasskeySite(origin: PeerVector.origin), expected = [UInt8](0..<32)
        func bytes(_ text: String) throws -> [UInt8] { try #require(Hex.decode(text).map { Array($0) }) }
        let response = PasskeyRegistrationResponse(
            credential: try bytes(peer.credential), clientData: Array(peer.created.utf8), attestation: try bytes(peer.attestation))
        let made = try PasskeyCeremony.made(response, at: site) { $0 == expected }
        #expect(made.counter == 7 && made.mayBeCopied)
        let passkey = Passkey(
            household: .init(), user: .init(), credential: made.credential.id, publicKey: made.credential.publicKey, site: site.id, name: "", counter: 7,
            mayBeCopied: true, createdAt: Date(timeIntervalSince1970: 0))
        let assertion = PasskeyAssertionResponse(
            credential: made.credential.id, clientData: Array(peer.got.utf8), authenticatorData: try bytes(peer.data), signature: try bytes(peer.signature))
        let used = try PasskeyCeremony.used(assertion, passkey, handle: handle, needsHandle: false, at: site) { $0 == expected }
        #expect(used.counter == 8)
    }

    @Test(arguments: Forgery.registrations) private func forgedRegistrationsAreRefused(_ forgery: Forgery) throws {
        for key in try Self.keys() {
            var ceremony = SoftCeremony(key, challenge: challenge)
            try forgery.lie(&ceremony)
            let response = try ceremony.registration()
            #expect(throws: forgery.fault) { try made(response) }
        }
    }

    @Test(arguments: Forgery.assertions) private func forgedAssertionsAreRefused(_ forgery: Forgery) throws {
        for key in try Self.keys() {
            var ceremony = assertion(key)
            try forgery.lie(&ceremony)
            let response = try ceremony.assertion()
            #expect(throws: forgery.fault) { try used(response, passkey(key)) }
        }
    }

    @Test func whatWasChangedAfterwardsIsRefused() throws {
        for key in try Self.keys() {
            let honest = try assertion(key).assertion()
            let other = try #require(try Self.keys().first)
            #expect(throws: PasskeyFault.wrongSignature) { try used(honest, passkey(other)) }
            var changed = honest
            changed.signature = []
            #expect(throws: PasskeyFault.wrongSignature) { try used(changed, passkey(key)) }
            changed.signature = honest.signature + [0]
            #expect(throws: PasskeyFault.wrongSignature) { try used(changed, passkey(key)) }
            changed = honest
            changed.authenticatorData[36] = 200
            #expect(throws: PasskeyFault.wrongSignature) { try used(changed, passkey(key)) }
            changed = honest
            changed.clientData.insert(UInt8(ascii: " "), at: 1)
            #expect(throws: PasskeyFault.wrongSignature) { try used(changed, passkey(key)) }
            var registration = try SoftCeremony(key, challenge: challenge).registration()
            registration.credential[0] ^= 1
            #expect(throws: PasskeyFault.malformed) { try made(registration) }
            registration = try SoftCeremony(key, challenge: challenge).registration()
            registration.attestation.append(0)
            #expect(throws: PasskeyFault.malformed) { try made(registration) }
            // What was made for another host name signs in nowhere else, whatever the page says.
            var elsewhere = passkey(key)
            elsewhere.site = "example"
            #expect(throws: PasskeyFault.wrongSite) { try used(honest, elsewhere) }
        }
    }

    /// Changed, cut and lengthened at random: a signed answer is never taken, a new passkey never does harm.
    @Test func mutatedOnesDoNoHarm() throws {
        var random = SeededGenerator(seed: 2026)
        let key = try SoftKey.edDSA(), passkey = passkey(key)
        let assertion = try assertion(key).assertion(), registration = try SoftCeremony(key, challenge: challenge).registration()
        func mutate(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes[at] = .random(in: 0...255, using: &random)
                case 2: bytes.insert(.random(in: 0...255, using: &random), at: at)
                default: if bytes.count > 1 { bytes.removeSubrange(at..<min(bytes.count, at + .random(in: 1...8, using: &random))) }
                }
                if bytes.isEmpty { bytes = [0] }
            }
            return bytes
        }
        for round in 0..<3000 {
            var signed = assertion
            switch round % 3 {
            case 0: signed.authenticatorData = mutate(signed.authenticatorData)
            case 1: signed.clientData = mutate(signed.clientData)
            default: signed.signature = mutate(signed.signature)
            }
            if signed != assertion { #expect((try? used(signed, passkey)) == nil) }
            var new = registration
            new.attestation = mutate(new.attestation)
            if let made = try? made(new) { #expect(made.credential.id == new.credential) }
        }
    }

    @Test(arguments: [
        "", "https://", "localhost", "null", "file:///x", "ftp://localhost", "http://jarvis.example", "http://127.0.0.1:3000", "https://192.168.1.2",
        "https://[::1]", "http://[::1]:3000", "https://jarvis.example/", "https://me@jarvis.example", "https://jarvis.example?x", "https://2130706433",
        "https://jarvis.example#x", "http://localhost.evil.example",
    ]) func passkeysAreForSafePagesWithAName(_ origin: String) {
        #expect { try PasskeySite(origin: origin) } throws: { ($0 as? Problem)?.code == .invalid }
    }

    @Test func aSiteIsItsHostName() throws {
        #expect(try PasskeySite(origin: "http://localhost:3000").id == "localhost")
        #expect(try PasskeySite(origin: "https://jarvis.local:3443").id == "jarvis.local")
        #expect(try PasskeySite(origin: "http://jarvis.localhost").id == "jarvis.localhost")
    }
}
