import Base
import Cryptography
import Testing

@Suite struct SealingKeyTests {
    private let text = Array("Léa est allergique aux arachides".utf8)

    @Test func opensWhatItSealedInItsPlaceOnly() throws {
        let key = try SealingKey.random()
        let sealed = key.seal(text, context: [1])
        #expect(sealed.count == text.count + SealingKey.overhead)
        #expect(try key.open(sealed, context: [1]) == text)
        #expect(throws: CryptographyError.self) { try key.open(sealed, context: [2]) }
        #expect(throws: CryptographyError.self) { try SealingKey.random().open(sealed, context: [1]) }
    }

    @Test func sealsTheEmptyTextAndNeverTheSameWayTwice() throws {
        let key = try SealingKey.random()
        #expect(try key.open(key.seal([], context: []), context: []) == [])
        #expect(key.seal(text, context: []) != key.seal(text, context: []))
    }

    @Test func everyChangedByteIsNoticed() throws {
        let key = try SealingKey.random()
        let sealed = key.seal(text, context: [7])
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptographyError.self) { try key.open(changed, context: [7]) }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptographyError.self) { try key.open(Array(sealed.prefix(length)), context: [7]) }
        }
    }

    @Test func keysAreWrappedByKeys() throws {
        let key = try SealingKey.random()
        let outer = try WrappingKey.derive(from: WrappingKey.generate(), salt: [])
        let wrapped = key.wrapped(by: outer, context: [3])
        let again = try SealingKey.unwrap(wrapped, with: outer, context: [3])
        #expect(try again.open(key.seal(text, context: []), context: []) == text)
        #expect(throws: CryptographyError.self) { try SealingKey.unwrap(wrapped, with: .random(), context: [3]) }
    }

    @Test func aPassphraseIsStretchedWithItsSalt() throws {
        let salt = [UInt8](repeating: 1, count: WrappingKey.saltByteCount)
        let key = try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: salt)
        let sealed = key.seal(text, context: [])
        #expect(try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: salt).open(sealed, context: []) == text)
        #expect(throws: CryptographyError.self) {
            try WrappingKey.derive(from: Secret("cheval correct pile agrafe"), salt: Array(repeating: 2, count: WrappingKey.saltByteCount)).open(
                sealed, context: [])
        }
    }

    /// The memory of a key is its own: what it was made of is still there when the key is gone.
    @Test func leavesItsMakersBytesAlone() throws {
        let bytes = [UInt8](repeating: 7, count: SealingKey.byteCount)
        do { _ = try SealingKey(bytes) }
        #expect(bytes == [UInt8](repeating: 7, count: SealingKey.byteCount))
    }

    /// Our layout puts a version byte before nonce, ciphertext and tag.
    @Test(.enabled(if: Vectors.are("xchacha20_poly1305_test"), Vectors.absent))
    func agreesWithPublishedVectors() throws {
        var checked = 0
        for test in try Vectors.read("xchacha20_poly1305_test") where test.group["ivSize"]?.number == 192 {
            let key = try SealingKey(test.bytes("key"))
            let sealed = [1] + (try test.bytes("iv")) + (try test.bytes("ct")) + (try test.bytes("tag"))
            if test.isValid {
                #expect(try key.open(sealed, context: test.bytes("aad")) == test.bytes("msg"))
            } else {
                #expect(throws: CryptographyError.self) { try key.open(sealed, context: test.bytes("aad")) }
            }
            checked += 1
        }
        #expect(checked > 200)
    }
}
