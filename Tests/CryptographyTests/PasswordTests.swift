import Base
@testable import Cryptography
import Testing

@Suite struct PasswordHashTests {
    private let password = Secret("une phrase facile à retenir")

    @Test func onlyTheRightPasswordFits() throws {
        let hash = try PasswordHash.make(password, .least)
        #expect(hash.reveal().hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(PasswordHash.verify(password, against: hash))
        #expect(!PasswordHash.verify(Secret("une phrase facile a retenir"), against: hash))
        #expect(try PasswordHash.make(password, .least) != hash)
    }

    @Test(arguments: [
        "", "rubbish", "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Zm9v", "$argon2id$v=19$m=65536,t=9999,p=1$c29tZXNhbHQ$Zm9v",
        "$2b$31$abcdefghijklmnopqrstuuJ3FYl9MHkcpLbjLFsY5Ws1Zb2Om6cXK", "$2b$00$abcdefghijklmnopqrstuuJ3FYl9MHkcpLbjLFsY5Ws1Zb2Om6cXK", "*0", "*1",
    ])
    func whatIsNoHashFitsNothing(_ text: String) {
        #expect(!PasswordHash.verify(password, against: Secret(text)))
        #expect(!PasswordHash.verify(Secret(""), against: Secret(text)))
    }

    /// Made with other programs: a published vector of bcrypt's authors, and its spellings.
    @Test(arguments: [
        ("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"), ("U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"),
        ("", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.7uG0VCzI2bS7j6ymqJi9CdcdxiRTWNy"),
        ("U*U", "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"), ("U*U", "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"),
    ])
    func bcryptIsChecked(_ password: String, _ hash: String) {
        #expect(PasswordHash.verify(Secret(password), against: Secret(hash)))
        #expect(!PasswordHash.verify(Secret(password + "x"), against: Secret(hash)))
        #expect(!PasswordHash.verify(Secret(password + "\0"), against: Secret(hash)))
        #expect(PasswordHash.needsRehash(Secret(hash), .least))
    }

    /// A vector of Argon2's authors.
    @Test func hashesOfOtherProgramsAreChecked() {
        let hash = Secret("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
        #expect(PasswordHash.verify(Secret("password"), against: hash))
        #expect(!PasswordHash.verify(Secret("passwore"), against: hash))
    }

    @Test func weakerHashesAreMadeAnew() throws {
        let hash = try PasswordHash.make(password, PasswordParameters(passes: 2, memory: 32 << 20))
        #expect(!PasswordHash.needsRehash(hash, .least))
        #expect(!PasswordHash.needsRehash(hash, PasswordParameters(passes: 2, memory: 32 << 20)))
        #expect(PasswordHash.needsRehash(hash, PasswordParameters(passes: 3, memory: 32 << 20)))
        #expect(PasswordHash.needsRehash(hash, .standard))
        #expect(PasswordHash.needsRehash(Secret("rubbish"), .least))
    }

    @Test func aDecoyIsTakenForAHashOfTheSameWork() throws {
        let decoy = try PasswordHash.decoy(.least)
        #expect(decoy.reveal().count == (try PasswordHash.make(password, .least)).reveal().count)
        #expect(decoy.reveal().hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(!PasswordHash.needsRehash(decoy, .least))
        #expect(!PasswordHash.verify(password, against: decoy))
    }

    @Test func parametersStayBetweenFloorAndCeiling() {
        #expect(PasswordParameters(passes: 0, memory: 0) == .least)
        #expect(PasswordParameters(passes: 100, memory: .max).memory == 128 << 20)
    }
}

@Suite struct PasswordTuningTests {
    /// A machine that takes so long for a pass over a mebibyte.
    private func tuned(_ target: Duration, perMebibyte cost: Duration) throws(CryptographyError) -> PasswordParameters {
        try PasswordParameters.tuned(target: target) { cost * ($0.passes * $0.memory >> 20) }
    }

    @Test func aSlowMachineKeepsTheFloor() throws {
        #expect(try tuned(.milliseconds(100), perMebibyte: .seconds(1)) == .least)
    }

    @Test func theMostThatFitsIsTaken() throws {
        #expect(try tuned(.milliseconds(100), perMebibyte: .microseconds(700)) == .standard)  // 90 ms; 80 MiB would be 112 ms.
        #expect(try tuned(.milliseconds(100), perMebibyte: .microseconds(200)) == PasswordParameters(passes: 3, memory: 128 << 20))
        #expect(try tuned(.seconds(100), perMebibyte: .microseconds(1)) == PasswordParameters(passes: 12, memory: 128 << 20))
    }

    /// More time or a quicker machine never gives less work.
    @Test func workGrowsWithTime() throws {
        for (weaker, stronger) in zip(PasswordParameters.ladder, PasswordParameters.ladder.dropFirst()) {
            #expect(weaker.memory <= stronger.memory && weaker.passes <= stronger.passes && weaker != stronger)
        }
        var last = PasswordParameters.least
        for milliseconds in stride(from: 10, through: 500, by: 10) {
            let next = try tuned(.milliseconds(milliseconds), perMebibyte: .microseconds(300))
            #expect(next.memory >= last.memory && next.passes >= last.passes)
            last = next
        }
        #expect(last != .least)
    }

    @Test func oneSlowMeasurementOfThreeDoesNotCount() throws {
        var calls = 0
        let chosen = try PasswordParameters.tuned(target: .milliseconds(100)) { parameters in
            calls += 1
            return calls % 3 == 0 ? .seconds(5) : .microseconds(700) * (parameters.passes * parameters.memory >> 20)
        }
        #expect(chosen == .standard)
    }

    @Test func wantOfMemoryEndsTheClimb() throws {
        let chosen = try PasswordParameters.tuned(target: .seconds(1)) { (parameters) throws(CryptographyError) in
            if parameters.memory > 48 << 20 { throw CryptographyError(.outOfMemory, "no more") }
            return .zero
        }
        #expect(chosen == PasswordParameters(passes: 2, memory: 48 << 20))
        #expect(throws: CryptographyError.self) {
            try PasswordParameters.tuned(target: .seconds(1)) { (_) throws(CryptographyError) in throw CryptographyError(.outOfMemory, "none at all") }
        }
    }
}
