import Skills
import Testing

struct SpokenFormTests {
    @Test func readsWell() {
        #expect(SpokenForm.of("Il est 14 h 05 à Tokyo.", .french) == "Il est 14 heures 5 à Tokyo.")
        #expect(SpokenForm.of("Il est 1 h.", .french) == "Il est 1 heure.")
        #expect(SpokenForm.of("12 × 7 = 84.", .french) == "12 fois 7 égale 84.")
        #expect(SpokenForm.of("12 × 7 = 84.", .english) == "12 times 7 equals 84.")
        #expect(SpokenForm.of("Bonjour", .french) == "Bonjour")
    }
}
