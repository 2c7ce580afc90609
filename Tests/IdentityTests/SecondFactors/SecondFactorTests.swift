import Base
import Cryptography
import Domain
import Foundation
@testable import Identity
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct SecondFactorTests {
    @Test func anAppCountsFromItsFirstRightCodeOn() async throws {
        let door = try await Door(), me = door.owner.principal
        let first = try await door.factors.enrol(me)
        #expect(first.uri.reveal().hasPrefix("otpauth://totp/Jarvis:zoe?secret=\(first.secret.reveal())&issuer=Jarvis"))
        #expect(first.svg.reveal().hasPrefix("<svg") && first.png.starts(with: [0x89, 0x50, 0x4e, 0x47]))
        _ = try await door.signIn(otp: nil)
        // Begun anew: the first secret is worth nothing.
        let app = try TOTP(base32: try await door.factors.enrol(me).secret)
        let stale = try TOTP(base32: first.secret)
        #expect(await problem { try await door.factors.confirm(door.code(stale), by: door.bearer, from: "") }?.code == .invalid)
        let codes = try await door.factors.confirm(door.code(app), by: door.bearer, from: "192.0.2.7")
        #expect(
            Set(codes.map { $0.reveal() }).count == 10
                && codes.allSatisfy { $0.reveal().wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/) != nil })
        #expect(try await door.factors.state(of: me) == SecondFactorState(appSince: door.clock.now, recoveryCodesLeft: 10))
        #expect(await problem { try await door.factors.enrol(me) }?.code == .conflict)
        #expect(await problem { try await door.factors.confirm(door.code(app, steps: 1), by: door.bearer, from: "") }?.code == .conflict)
        #expect(await problem { try await door.signIn(otp: nil) }?.code == .otpNeeded)
        // The code that confirmed it is used up; the next one is not.
        #expect(await problem { try await door.signIn(otp: door.code(app)) }?.code == .otpNeeded)
        #expect(try await door.signIn(otp: door.code(app, steps: 1)).isProven)
        #expect(door.trail.events.first { $0.action != .signIn } == AuditEvent(.factorAdd, .done, by: me, from: "192.0.2.7", target: "totp"))
        await door.store.close()
    }

    @Test func aCodeCountsOnceAndWithinAMinuteAndAHalf() async throws {
        let door = try await Door()
        let (app, _) = try await door.addApp()
        door.clock.advance(by: 3000)
        for steps: Int64 in [-3, -2, 2, 3] {
            #expect(await problem { try await door.show(door.code(app, steps: steps), at: door.bearer) }?.code == .otpNeededForProof)
        }
        let code = try door.code(app)
        try await door.show(Secret(" \(code.reveal().prefix(3)) \(code.reveal().suffix(3))"), at: door.bearer)
        #expect(await problem { try await door.show(code, at: door.bearer) }?.code == .otpNeededForProof)
        // What lies before a used one is used, too; what lies after is not.
        #expect(await problem { try await door.show(door.code(app, steps: -1), at: door.bearer) }?.code == .otpNeededForProof)
        try await door.show(door.code(app, steps: 1), at: door.bearer)
        await door.store.close()
    }

    @Test func ofManyWithTheSameCodeOneGetsIn() async throws {
        let door = try await Door()
        let bearer = try await door.signIn(otp: nil)
        let (app, codes) = try await door.addApp()
        for code in [try door.code(app), codes[0]] {
            let admitted = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { (try? await door.show(code, at: bearer)) != nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(admitted == 1)
            door.clock.advance(by: 3600)
        }
        await door.store.close()
    }

    @Test func guessesRunOutAndComeBack() async throws {
        let door = try await Door()
        let bearer = try await door.signIn(otp: nil)
        let (app, codes) = try await door.addApp()
        let wrong = try door.wrong(app)
        for _ in 0..<5 { #expect(await problem { try await door.show(wrong, at: bearer) }?.code == .otpNeededForProof) }
        let refusal = await problem { try await door.show(door.code(app), at: bearer) }
        #expect(refusal?.code == .tooManyRequests && refusal?.retryAfter == .seconds(300))
        #expect(door.trail.events.last?.action == .lockOut)
        // Whoever sits at one session keeps nobody from signing in.
        _ = try await door.signIn(otp: codes[0])
        // What was right is not counted, and takes nothing back that was wrong.
        for _ in 0..<3 {
            door.clock.advance(by: 300)
            try await door.show(door.code(app), at: bearer)
        }
        for _ in 0..<3 { #expect(await problem { try await door.show(wrong, at: bearer) }?.code == .otpNeededForProof) }
        #expect(await problem { try await door.show(wrong, at: bearer) }?.code == .tooManyRequests)
        // With the password there are as many.
        for _ in 0..<5 { #expect(await problem { try await door.signIn(otp: wrong) }?.code == .otpNeeded) }
        #expect(await problem { try await door.signIn(otp: door.code(app)) }?.code == .tooManyRequests)
        // Nobody guesses a recovery code, so that nobody can be locked out of theirs.
        _ = try await door.signIn(otp: codes[1])
        await door.store.close()
    }

    /// Somebody else knows the password.
    @Test func whoGuessesFromElsewhereLocksNobodyOutAtHome() async throws {
        let door = try await Door(), me = door.owner
        _ = try await door.signIn(otp: nil)
        let (app, codes) = try await door.addApp(), wrong = try door.wrong(app)
        /// How many guesses are heard of so many, each from one of these networks.
        func guesses(_ count: Int, from networks: Range<Int>) async -> Int {
            var heard = 0
            for number in 0..<count {
                let place = ClientPlace(device: "", address: "198.51.100.\(networks.lowerBound + number % networks.count)")
                if await problem({ try await door.identity.checkCode(wrong, of: me, at: place) })?.code == .otpNeeded { heard += 1 }
            }
            return heard
        }
        #expect(await guesses(20, from: 1..<2) == 5)
        // One network alone keeps no other out.
        let hotel = ClientPlace(device: "a laptop", address: "203.0.113.5")
        _ = try await door.signIn(otp: door.code(app), at: hotel)
        #expect(await guesses(100, from: 2..<52) == 15, "all together have 20")
        let station = ClientPlace(device: "a laptop", address: "203.0.113.6"), local = ClientPlace(device: "", address: "127.0.0.1", isLocal: true)
        door.clock.advance(by: 60)
        #expect(await problem { try await door.signIn(otp: door.code(app), at: station) }?.code == .tooManyRequests)
        // Not at home, nor where the app was shown before, nor at this machine; and with a recovery code from anywhere.
        for place in [Door.place, hotel, local] {
            _ = try await door.signIn(otp: door.code(app), at: place)
            door.clock.advance(by: 30)
        }
        _ = try await door.signIn(otp: codes[0], at: station)
        // In a day.
        var heard = 0
        for _ in 0..<144 {
            door.clock.advance(by: 600)
            heard += await guesses(5, from: 100..<200)
        }
        #expect((143...145).contains(heard), "\(heard)")
        await door.store.close()
    }

    @Test func manyGuessesAtOnceAreStillFive() async throws {
        let door = try await Door()
        let bearer = try await door.signIn(otp: nil)
        let (app, _) = try await door.addApp(), wrong = try door.wrong(app)
        let heard = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<60 { group.addTask { await problem { try await door.show(wrong, at: bearer) }?.code == .otpNeededForProof } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(heard == 5)
        await door.store.close()
    }

    @Test func theCodeIsAskedForAfterTheRightPasswordOnly() async throws {
        let door = try await Door()
        let bearer = try await door.signIn(otp: nil)
        let (app, _) = try await door.addApp()
        for otp in [nil, try door.code(app)] {
            let refusal = await problem { try await door.signIn(otp: otp, password: Secret("wrong")) }
            #expect(refusal == Problem(.unauthenticated, "the name or the password is wrong"))
        }
        for otp in ["", "12345", "1234567", "١٢٣٤٥٦", String(repeating: "1", count: 100_000), "abcdef", "0000-0000-0000-000U"] {
            let code = await problem { try await door.show(Secret(otp), at: bearer) }?.code
            #expect(code == .otpNeededForProof || code == .tooManyRequests)
        }
        _ = try await door.signIn(otp: door.code(app))
        await door.store.close()
    }

    @Test func recoveryCodesWorkOnceEach() async throws {
        let door = try await Door(), me = door.owner.principal
        let bearer = try await door.signIn(otp: nil)
        let (_, codes) = try await door.addApp()
        _ = try await door.signIn(otp: codes[3])
        #expect(await problem { try await door.show(codes[3], at: bearer) }?.code == .otpNeededForProof)
        let typed = codes[4].reveal().lowercased().replacingOccurrences(of: "-", with: " ").replacingOccurrences(of: "0", with: "o")
        try await door.show(Secret(typed.replacingOccurrences(of: "1", with: "l")), at: bearer)
        #expect(try await door.factors.state(of: me).recoveryCodesLeft == 8)
        #expect(door.trail.events.filter { $0.target == "recovery code" && $0.outcome == .done }.count == 2)
        let remade = try await door.factors.remakeRecoveryCodes(of: me, from: "")
        #expect(await problem { try await door.show(codes[0], at: bearer) }?.code == .otpNeededForProof)
        try await door.show(remade[0], at: bearer)
        #expect(try await door.factors.state(of: me).recoveryCodesLeft == 9)
        // The file holds neither the codes nor the secret.
        await door.store.close()
        let file = try Data(contentsOf: URL(filePath: door.folder.file("jarvis.db")))
        for code in remade { #expect(file.range(of: Data(code.reveal().utf8)) == nil) }
    }

    @Test func removingTheAppTakesItsCodesWithIt() async throws {
        let door = try await Door(), me = door.owner.principal
        let (_, codes) = try await door.addApp()
        try await door.factors.setGuardsHome(true, of: me)
        try await door.factors.removeApp(of: me, from: "192.0.2.7")
        #expect(try await door.factors.state(of: me) == SecondFactorState())
        _ = try await door.signIn(otp: nil)
        #expect(await problem { try await door.factors.removeApp(of: me, from: "") }?.code == .notFound)
        #expect(await problem { try await door.factors.remakeRecoveryCodes(of: me, from: "") }?.code == .notFound)
        #expect(await problem { try await door.factors.setGuardsHome(true, of: me) }?.code == .notFound)
        let (_, others) = try await door.addApp()
        #expect(await problem { try await door.signIn(otp: codes[0]) }?.code == .otpNeeded)
        _ = try await door.signIn(otp: others[0])
        await door.store.close()
    }

    @Test func aProofLastsFiveMinutesAndIsOfOneSession() async throws {
        let door = try await Door()
        let phone = try await door.signIn(otp: nil)
        let access = try await door.identity.signIn(name: "zoe", password: Door.password, at: Door.place).tokens.access
        #expect(door.identity.bearer(of: access)?.isProven == true, "signing in is a proof")
        door.clock.advance(by: 300)
        #expect(door.identity.bearer(of: access)?.isProven == false)
        let bearer = try #require(door.identity.bearer(of: access))
        #expect(await problem { try await door.identity.stepUp(bearer, password: nil, otp: nil, at: Door.place) }?.code == .invalid)
        #expect(await problem { try await door.identity.stepUp(bearer, password: Secret("wrong"), otp: nil, at: Door.place) }?.code == .forbidden)
        try await door.identity.stepUp(bearer, password: Door.password, otp: nil, at: Door.place)
        #expect(door.identity.bearer(of: access)?.isProven == true)
        #expect(door.trail.events.filter { $0.action == .stepUp }.map(\.outcome) == [.refused, .done])
        // Guessing the password at a session that was left open ends soon, and keeps nobody from signing in.
        for _ in 0..<5 {
            #expect(await problem { try await door.identity.stepUp(phone, password: Secret("wrong"), otp: nil, at: Door.place) }?.code == .forbidden)
        }
        #expect(await problem { try await door.identity.stepUp(phone, password: Door.password, otp: nil, at: Door.place) }?.code == .tooManyRequests)
        _ = try await door.signIn(otp: nil)
        await door.store.close()
    }

    @Test func whoHasAnAppProvesItWithItsCode() async throws {
        let door = try await Door()
        let (app, codes) = try await door.addApp()
        let bearer = try await door.signIn(otp: door.code(app))
        door.clock.advance(by: 600)
        #expect(await problem { try await door.identity.stepUp(bearer, password: Door.password, otp: nil, at: Door.place) }?.code == .otpNeededForProof)
        #expect(await problem { try await door.identity.stepUp(bearer, password: nil, otp: Secret("123"), at: Door.place) }?.code == .otpNeededForProof)
        #expect(await problem { try await door.identity.stepUp(bearer, password: Secret("wrong"), otp: codes[0], at: Door.place) }?.code == .forbidden)
        try await door.identity.stepUp(bearer, password: nil, otp: door.code(app), at: Door.place)
        #expect(await problem { try await door.signIn(otp: door.code(app)) }?.code == .otpNeeded, "a code that proved something is used up")
        try await door.identity.stepUp(bearer, password: Door.password, otp: codes[0], at: Door.place)
        await door.store.close()
    }
}
