import Testing

@testable import Understanding

@Suite struct WakeCheckTests {
    @Test(
        arguments: [
            ("hey jarvis", ""), ("Hey Jarvis, turn on the light", "turn on the light"), ("Jarvis allume la lumière", "allume la lumière"),
            ("et jarvis quelle heure est-il ?", "quelle heure est-il ?"), ("Dis Jarvis, éteins tout.", "éteins tout."), ("ok Jarvis… -5 degrés", "-5 degrés"),
            ("é jarvisse monte le son", "monte le son"), ("Et j'arrive is allume la cuisine", "allume la cuisine"),
            ("Hey Travis what time is it", "what time is it"),
            ("Hé Gervais, bonne nuit", "bonne nuit"), ("Est-ce Jarvis", nil), ("eh, Jarvis !", ""), ("  HEY JARVIS  ", ""), ("Hey, Jarvis. Stop.", "Stop."),
            ("dit jarvice coupe la télé", "coupe la télé"), ("Hi Javis lights off", "lights off"), ("hey j'arrive", ""),
            ("HÉ JARVISSE, « Thriller »", "« Thriller »"),
            ("Hey Jarvi's lights", "lights"), ("A Jarvis, quel temps fait-il ?", "quel temps fait-il ?"), ("hey charvis volume", "volume"),
        ] as [(String, String?)])
    func isCalled(text: String, rest: String?) {
        let finding = WakeCheck.look(at: text)
        #expect(finding.isCalled == (rest != nil))
        if let rest { #expect(finding.rest == rest) }
    }

    @Test(arguments: [
        "", "  ", "j'arrive dans cinq minutes", "Travis est là", "allume la lumière du jardin", "Hey Siri", "le service est fermé", "hey Charlie, viens",
        "dis, tu viens ?",
        "turn on the light, Jarvis", "hé, j'ai fini", "Charles arrive", "ok Google", "jardin", "…", "🙂🙂", "hey jamais",
        "et le jardin est beau", "a garage door", "dis jardinier",
    ])
    func isNotCalled(text: String) {
        let finding = WakeCheck.look(at: text)
        #expect(!finding.isCalled)
    }

    @Test func keepsWhatWasSaidWhenNobodyCalled() {
        #expect(WakeCheck.look(at: " quelle heure est-il ? ") == WakeCheck.Finding(isCalled: false, rest: "quelle heure est-il ?"))
    }
}
