import Base
import Domain
import Foundation
import HTTPClient
@testable import Skills
import TestSupport
import Testing

struct CurrencySkillTests {
    private func withSkill(_ body: (CurrencySkill) async throws -> Void) async throws {
        let service = FakeService(.answer(try Answers.text("eurofxref-daily.xml")))
        try await service.serve { url in
            try await body(CurrencySkill(rates: ExchangeRates(url: url + "/eurofxref-daily.xml", file: nil, client: try HTTPClient())))
        }
        #expect(service.targets == ["/eurofxref-daily.xml"])
    }

    @Test func convertsInFrench() async throws {
        let date = ", au cours du 20 novembre."
        try await withSkill { (skill: CurrencySkill) async throws -> Void in
            try await check(
                skill,
                fr([
                    "combien font 100 euros en dollars ?": "100 euros font 115,24 dollars américains\(date)",
                    "100 euros en dollars": "100 euros font 115,24 dollars américains\(date)", "100 € en $": "100 euros font 115,24 dollars américains\(date)",
                    "convertis 50 livres sterling en euros": "50 livres sterling font 56,74 euros\(date)",
                    "50 livres en euros": "50 livres sterling font 56,74 euros\(date)",
                    "50 £ en euros": "50 livres sterling font 56,74 euros\(date)", "combien valent 1000 yens en euros": "1000 yens font 5,54 euros\(date)",
                    "combien de dollars pour 20 euros": "20 euros font 23,05 dollars américains\(date)", "un euro en yens": "1 euro fait 180 yens\(date)",
                    "combien fait un dollar canadien en euros": "1 dollar canadien fait 0,62 euro\(date)",
                    "20 francs suisses en dollars": "20 francs suisses font 24,82 dollars américains\(date)",
                    "vingt francs en euros": "20 francs suisses font 21,54 euros\(date)",
                    "100 francs français en euros": "100 anciens francs français font 15,24 euros\(date)",
                    "10000 francs CFA en euros": "10 000 francs CFA font 15,24 euros\(date)",
                    "3 euros 50 en dollars": "3,50 euros font 4,03 dollars américains\(date)",
                    "2,5 euros en livres": "2,50 euros font 2,20 livres sterling\(date)",
                    "un million d'euros en dollars": "1 000 000 euros font 1 152 400 dollars américains\(date)",
                    "100 couronnes suédoises en euros": "100 couronnes suédoises font 9,08 euros\(date)",
                    "100 couronnes en euros": "Quelles couronnes : suédoises, norvégiennes, danoises, tchèques ou islandaises ?",
                    "100 euros en couronnes danoises": "100 euros font 746,86 couronnes danoises\(date)",
                    "mille roupies en euros": "1000 roupies indiennes font 9,78 euros\(date)",
                    "combien font 50 dollars": "50 dollars américains font 43,39 euros\(date)",
                    "combien coûtent 30 dollars en euros": "30 dollars américains font 26,03 euros\(date)",
                    "quel est le cours du dollar ?": "1 dollar américain vaut 0,8678 euro\(date)",
                    "le cours de la livre": "1 livre sterling vaut 1,135 euro\(date)",
                    "quel est le taux de change euro dollar": "1 euro vaut 1,1524 dollar américain\(date)",
                    "cours de l'euro": "1 euro vaut 1,1524 dollar américain\(date)",
                    "combien vaut un dollar": "1 dollar américain vaut 0,8678 euro\(date)",
                    "combien vaut un euro en francs suisses": "1 euro fait 0,93 franc suisse\(date)",
                    "quel est le cours du dollar en yens": "1 dollar américain vaut 156,5 yens\(date)",
                    "à combien est le yen": "1 yen vaut 0,005545 euro\(date)",
                    "cours de la couronne": "Quelles couronnes : suédoises, norvégiennes, danoises, tchèques ou islandaises ?",
                    "100 roubles en euros": "Je n'ai pas de cours pour cette monnaie : rouble.", "0 euro en dollars": "0 euro fait 0 dollar américain\(date)",
                ]))
        }
    }

    @Test func convertsInEnglish() async throws {
        let date = ", at the rate of November 20."
        try await withSkill { (skill: CurrencySkill) async throws -> Void in
            try await check(
                skill,
                en([
                    "how much is 100 dollars in euros?": "100 US dollars are 86.78 euros\(date)",
                    "100 dollars in euros": "100 US dollars are 86.78 euros\(date)",
                    "$100 in euros": "100 US dollars are 86.78 euros\(date)", "convert 20 pounds to euros": "20 British pounds are 22.70 euros\(date)",
                    "how many dollars is 50 euros": "50 euros are 57.62 US dollars\(date)", "what's 1 euro in yen": "1 euro is 180 yen\(date)",
                    "what's the exchange rate of the pound": "1 British pound is 1.135 euros\(date)",
                    "what's the exchange rate between the euro and the dollar": "1 euro is 1.1524 US dollars\(date)",
                    "how much is a dollar": "1 US dollar is 0.8678 euros\(date)",
                    "how much is one euro worth in dollars": "1 euro is 1.15 US dollars\(date)", "1,000 yen in dollars": "1,000 yen are 6.39 US dollars\(date)",
                    "50 bucks in pounds": "50 US dollars are 38.23 British pounds\(date)",
                    "100 crowns in euros": "Which crowns: Swedish, Norwegian, Danish, Czech or Icelandic?",
                    "convert 10 rubles to dollars": "I have no rate for that currency: rouble.",
                ]))
        }
    }

    @Test func leavesOtherThingsAlone() async throws {
        let skill = CurrencySkill(rates: ExchangeRates(url: "http://127.0.0.1:1", file: nil, client: try HTTPClient()))
        try await checkRefuses(
            skill,
            [
                "3 livres en kilos", "10 miles en kilomètres", "combien coûte une voiture", "le cours de piano", "le cours de maths", "combien vaut une maison",
                "100 euros",
                "quel est le prix du pain", "5 pounds in kilos", "how much is the fish", "the rate of climb", "in euros", "combien font 3 fois 4",
                "un franc succès en vue",
                "donne-moi 5 euros", "combien font 3 livres", "combien font 50 euros", "how much is 5 pounds", "convertis 10 en 5", "le taux de chômage",
                "what's a dollar store",
            ])
    }

    @Test func keepsTheLastTableWithItsDate() async throws {
        let folder = try Paths.temporaryFolder(), file = folder.url.appending(path: "rates.json")
        let service = FakeService(.answer(try Answers.text("eurofxref-daily.xml")))
        try await service.serve { url in
            let client = try HTTPClient()
            let first = ExchangeRates(url: url + "/x", file: file, client: client)
            let got = try #require(try await first.table(now: House.now))
            #expect(got.table.day.description == "2026-11-20" && !got.isOld && got.table.rates.count == 29)
            // The next start asks nobody while it is new, and asks again later.
            let second = ExchangeRates(url: url + "/x", file: file, client: client)
            #expect(try await second.table(now: House.now.addingTimeInterval(6 * 3600 - 1))?.table == got.table)
            #expect(service.targets.count == 1)
            service.become(.answer("down", status: 503))
            let old = try await second.table(now: House.now.addingTimeInterval(10 * 86_400))
            #expect(old?.table == got.table && old?.isOld == true)
            let asked = service.targets.count
            _ = try await second.table(now: House.now.addingTimeInterval(10 * 86_400 + 30))
            #expect(service.targets.count == asked)
            let skill = CurrencySkill(rates: second), later = House.context(now: House.now.addingTimeInterval(60 * 86_400))
            try await check(
                skill, fr(["un euro en dollars": "1 euro fait 1,15 dollar américain, au cours du 20 novembre 2026, le dernier que j'ai pu avoir."]), in: later)
            try await check(skill, en(["1 euro in dollars": "1 euro is 1.15 US dollars, at the rate of November 20, 2026, the last I could get."]), in: later)
        }
        // Without a network from the start, and with a damaged file.
        for text in ["", "{}", "rubbish", #"{"table":{"day":"2026-99-99","rates":{}},"fetched_at":"2026-11-20T00:00:00Z"}"#] {
            try Data(text.utf8).write(to: file)
            let skill = CurrencySkill(rates: ExchangeRates(url: "http://127.0.0.1:1/", file: file, client: try HTTPClient()))
            try await check(skill, fr(["un euro en dollars": "Je n'ai pas de cours des devises, et je ne peux pas en demander pour l'instant."]))
            try await check(skill, en(["1 euro in dollars": "I have no exchange rates, and can't ask for them right now."]))
        }
    }

    @Test(arguments: [
        FakeService.Behaviour.answer("oops", status: 500), .answer("<html><body>moved</body></html>"), .bytes([0xFF, 0x00]), .huge(3 << 20), .silent,
        .answer(""),
        .answer("<Cube><Cube time='2026-02-30'><Cube currency='USD' rate='1'/></Cube></Cube>"),
        .answer("<Cube time='2026-11-20'><Cube currency='usd' rate='-1'/>"),
        .answer("<Cube time='2026-11-20'><Cube currency='USD' rate='nan'/><Cube currency='GBP' rate='1e300'/></Cube>"),
    ])
    func troublesLeaveItWithoutRates(behaviour: FakeService.Behaviour) async throws {
        let service = FakeService(behaviour)
        try await service.serve { url in
            let rates = ExchangeRates(url: url + "/x", file: nil, client: try HTTPClient(), patience: .milliseconds(300))
            #expect(try await rates.table(now: House.now) == nil)
        }
    }

    @Test func survivesDamagedTables() throws {
        let bytes = Array(try Answers.text("eurofxref-daily.xml").utf8)
        var random = SeededGenerator(state: 5)
        for _ in 0..<1000 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let at = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[at] = UInt8.random(in: 0...255, using: &random)
                case 1: damaged.removeSubrange(at..<min(damaged.count, at + Int.random(in: 1...200, using: &random)))
                default: damaged.insert(contentsOf: Array("<![CDATA['<Cube/".utf8), at: at)
                }
            }
            guard let table = RateTable(xml: MarkupReader.decode(damaged)) else { continue }
            #expect(table.rates.count <= 30 && table.rates.values.allSatisfy { $0 > 0 && $0.isFinite })
        }
    }
}
