import Base
import Domain
import Testing

@testable import Identity

@Suite struct PasswordPolicyTests {
    @Test(arguments: [
        "password1234", "P@ssw0rd2024!", "motdepasse123", "MotDePasse2026", "azertyuiop123", "qwertyuiop[]", "123456789012", "aaaaaaaaaaaa", "abcabcabcabc",
        "passwordpassword", "jamesbond007", "abcdefghijkl", "azertyuiopqs", "poiuytreza12", "marguerite26", "!!marguerite", "010203040506", "1q2w3e4r5t6y",
        "ａａａａｂｂｂｂｃｃｃｃ",
    ]) func whatOthersTryFirstIsRefused(_ text: String) {
        #expect(PasswordPolicy.isCommon(text, for: "Marguerite"))
    }

    @Test(arguments: [
        "une phrase facile à retenir", "correct horse battery staple", "le chat dort sur le toit", "vX3#kq9!mZ2p", "trois petits chats", "日本語のとても長いパスワード",
        "password is never my password", "3141592653589793238462",
    ]) func sentencesAndRandomOnesMayBeChosen(_ text: String) throws {
        #expect(!PasswordPolicy.isCommon(text, for: "Marguerite"))
        try PasswordPolicy.check(Secret(text), for: "Marguerite")
    }

    @Test func hostileTextsDoNoHarm() {
        for text in ["", "\n", "\n\n\n\n\n\n\n\n\n\n\n\n", "\u{0}\u{0}\u{0}password\u{0}", String(repeating: "é\u{301}", count: 1024)] {
            _ = PasswordPolicy.isCommon(text, for: "")
        }
    }
}
