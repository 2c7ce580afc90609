import Testing

@testable import Recognition

/// Says what it is told to, whatever is heard.
private struct Parrot: Recognizer, Recognition {
    var name = "parrot"
    var languages = ["fr"]
    var says: Hypothesis?

    init(_ text: String?, _ confidence: Double = 0.9) { says = text.map { Hypothesis(text: $0, language: "fr", confidence: confidence, engine: "parrot") } }

    func open(_ request: RecognitionRequest) throws -> any Recognition { self }
    func accept(_ samples: [Int16]) async throws {}
    func partial() -> Hypothesis? { says }
    func finish() async throws -> Hypothesis {
        guard let says else { throw RecognitionError(.engine, "it broke") }
        return says
    }
}

@Suite struct SecondOpinionTests {
    private func heard(_ first: Parrot, _ second: Parrot) async throws -> Hypothesis {
        let recognition = try SecondOpinion(first: first, second: second).open(RecognitionRequest(languages: ["fr"]))
        try await recognition.accept([0, 0])
        return try await recognition.finish()
    }

    @Test func theHouseKnowsHowItsNamesAreSpelt() async throws {
        let heard = try await heard(Parrot("Allume le plafonné de la cuisine."), Parrot("allume le plafonnier de la cuisine"))
        #expect(heard.text == "allume le plafonnier de la cuisine")
        #expect(heard.alternatives.map(\.text) == ["Allume le plafonné de la cuisine."])
    }

    @Test(
        arguments: [
            ("Il fera beau demain à Lyon.", "il fait combien demain", 0.95), ("Allume le plafonné.", "allume le plafonnier", 0.5),
            ("", "allume le plafonnier", 0.95), ("Allume.", "", 0.95),
        ])
    func whatIsSomethingElseStands(_ first: String, _ second: String, _ confidence: Double) async throws {
        #expect(try await heard(Parrot(first), Parrot(second, confidence)).text == first)
    }

    @Test func oneOpinionIsEnough() async throws {
        #expect(try await heard(Parrot("bonjour"), Parrot(nil)).text == "bonjour")
        await #expect(throws: RecognitionError.self) { try await heard(Parrot(nil), Parrot("bonjour")) }
    }
}
