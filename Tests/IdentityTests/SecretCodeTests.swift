import Base
import Domain
@testable import Identity
import Testing

@Suite struct SecretCodeTests {
    private let hex = "00ff1020304050607080090a0b0c0d0e", hash = "ff1f8c9f2ec0b7b30d29b26090982e8aa0a94661329fecaf4df56016147761cf"

    /// However somebody copied it, and as codes were written before.
    @Test func oneCodeHasManyWritings() throws {
        let code = try #require(try SecretCode(typed: "03ZH081G81860W401450P30D1R"))
        #expect(Hex.encode(code.hash) == hash && Hex.encode(code.bytes) == hex)
        #expect(code.typed == "03ZH-081G-8186-0W40-1450-P30D-1R")
        for text in [
            "03ZH-081G-8186-0W40-1450-P30D-1R", "03zh-081g-8186-0w40-1450-p30d-1r", "O3ZHO8lG8l86OW4Ol45OP3ODlR",
            " 0 3 Z H 0 8 1 G 8 1 8 6 0 W 4 0 1 4 5 0 P 3 0 D 1 R\t", hex, hex.uppercased(), "00ff-1020-3040-5060-7080-090a-0b0c-0d0e",
        ] {
            #expect(try SecretCode(typed: text)?.hash == code.hash, "\(text)")
        }
    }

    @Test(arguments: [
        "", "x", "03ZH081G81860W401450P30D1", "03ZH081G81860W401450P30D1R0", "03ZH081G81860W401450P30D1U", "03ZH081G81860W401450P30D1Z",
        String(repeating: "0", count: 200), String(repeating: "g", count: 32), "é",
    ]) func otherThingsAreNone(_ text: String) throws {
        #expect(try SecretCode(typed: text) == nil)
    }

    /// The hash of a code that was written down long ago.
    @Test func recoveryCodesKeepTheirHash() throws {
        let user = try #require(User.ID("01890a5d-ac96-774b-bcce-b302099a8057"))
        for text in ["0123-4567-89AB-CDEF", "oi23 4567 89ab cdef"] {
            let code = try #require(try RecoveryCode(Secret(text)))
            #expect(Hex.encode(try code.hash(for: user)) == "10b8b848a1d7a6037e9d0a41b9f350a453a8fa7c6adc4d01f6464cec63248b43")
            #expect(code.text.reveal() == "0123-4567-89AB-CDEF")
        }
        #expect(try RecoveryCode(Secret("0123-4567-89AB-CDE")) == nil && RecoveryCode(Secret("0123-4567-89AB-CDEF-0")) == nil)
    }
}
