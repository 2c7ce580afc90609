import Base
import Foundation
@testable import Skills
import Testing
import Understanding

struct ArithmeticSkillTests {
    let skill = ArithmeticSkill()

    @Test func calculatesInFrench() async throws {
        try await check(
            skill,
            fr([
                "combien font 12 fois 7": "12 × 7 = 84.", "Combien font 12 fois 7 ?": "12 × 7 = 84.", "combien font douze fois sept": "12 × 7 = 84.",
                "3,5 + 2 * (4 - 1)": "3,5 + 2 × (4 - 1) = 9,5.",
                "15 % de 80": "15 % de 80 = 12.", "combien font 15 pour cent de 80": "15 % de 80 = 12.", "racine carrée de 144": "√144 = 12.",
                "quelle est la racine carrée de 2": "√2 ≈ 1,414214.",
                "2 puissance 10": "2 ^ 10 = 1024.", "divise 100 par 3": "100 ÷ 3 ≈ 33,333333.", "calcule 7 au carré": "7² = 49.",
                "combien font 10 divisé par 4": "10 ÷ 4 = 2,5.", "2+2": "2 + 2 = 4.", "2 + 2 = ?": "2 + 2 = 4.",
                "2 plus 2 égale": "2 + 2 = 4.", "combien font 0,1 + 0,2": "0,1 + 0,2 = 0,3.", "la moitié de 90": "1 ÷ 2 × 90 = 45.",
                "un tiers de 90": "1 ÷ 3 × 90 = 30.", "trois quarts de 8": "3 ÷ 4 × 8 = 6.", "le double de 21": "2 × 21 = 42.",
                "100 + 20 %": "100 + 20 % = 120.", "multiplie 6 par 7": "6 × 7 = 42.", "soustrais 5 de 12": "12 - 5 = 7.", "additionne 3 et 4": "3 + 4 = 7.",
                "tu peux calculer 3 fois 4 s'il te plaît ?": "3 × 4 = 12.",
                "vingt et un plus soixante-quinze": "21 + 75 = 96.", "quatre-vingt-dix-sept virgule cinq fois deux": "97,5 × 2 = 195.",
                "ça fait combien 8 fois 8": "8 × 8 = 64.", "8 fois 8 ça fait combien ?": "8 × 8 = 64.", "8 x 8": "8 × 8 = 64.",
                "moins 5 plus 3": "-5 + 3 = -2.", "-5 + 3": "-5 + 3 = -2.", "10 000 fois 3": "10 000 × 3 = 30 000.",
                "2 puissance 100": "2 ^ 100 ≈ 1,2677 × 10³⁰.", "factorielle de 5": "5! = 120.", "17 modulo 5": "17 mod 5 = 2.",
                "2 puissance 3 puissance 2": "2 ^ 3² = 512.", "combien font septante fois nonante": "70 × 90 = 6300.", "5²": "5² = 25.",
                "1/4 + 1/4": "1 ÷ 4 + 1 ÷ 4 = 0,5.", "combien font 3 milliards divisés par 2": "3 000 000 000 ÷ 2 = 1 500 000 000.",
            ]))
    }

    @Test func calculatesInEnglish() async throws {
        try await check(
            skill,
            en([
                "what is 12 times 7": "12 × 7 = 84.", "what's 12 times seven?": "12 × 7 = 84.", "a third of 90": "1 ÷ 3 × 90 = 30.",
                "15% of 80": "15% of 80 = 12.", "square root of 144": "√144 = 12.", "how much is 3.5 plus 2": "3.5 + 2 = 5.5.",
                "2 to the power of 10": "2 ^ 10 = 1,024.", "divide 100 by 8": "100 ÷ 8 = 12.5.", "please calculate 1,000 times 3": "1,000 × 3 = 3,000.",
                "twenty-one plus two hundred and five": "21 + 205 = 226.", "half of 9": "1 ÷ 2 × 9 = 4.5.",
                "subtract 5 from 12": "12 - 5 = 7.", "what is the sum of 3 and 4": "3 + 4 = 7.", "5 squared": "5² = 25.", "multiply 6 by 7": "6 × 7 = 42.",
                "what is three quarters of 8": "3 ÷ 4 × 8 = 6.", "what is 10 minus 4?": "10 - 4 = 6.",
            ]))
    }

    @Test func explainsWhatCannotBe() async throws {
        try await check(
            skill,
            fr([
                "combien font 3 divisé par 0": "On ne peut pas diviser par zéro : aucun nombre multiplié par zéro ne redonne le premier.",
                "racine carrée de -4": "Un nombre négatif n'a pas de racine carrée parmi les nombres réels.",
                "factorielle de 2,5": "La factorielle n'existe que pour les nombres entiers à partir de zéro.",
                "9 puissance 9 puissance 9 puissance 9": "Ce résultat est trop grand pour moi.", "factorielle de 1000": "Ce résultat est trop grand pour moi.",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "5", "what is 5", "combien font les pommes", "j'ai deux chats", "06-12-34-56-78", "21/11/2026", "10:30", "deux plus ou moins", "(", "2 +",
                "3 fois rien", "les trois mousquetaires", "moins", "what is love", "-5", "20 %",
                "un minuteur de 5 minutes", "ajoute du lait à la liste", "la moitié de la pizza", "quel est le double de mon âge", "2 2", "192.168.1.1",
            ])
    }

    @Test func boundsDepthAndSize() async throws {
        let deep = String(repeating: "(", count: 1500) + "1" + String(repeating: ")", count: 1500)
        let roots = String(repeating: "racine de ", count: 150) + "2"
        let minus = String(repeating: "- ", count: 150) + "2"
        let long = Array(repeating: "1", count: 1500).joined(separator: "+")
        try await checkRefuses(skill, [deep, roots, minus, long])
    }

    @Test func survivesAnything() throws {
        var random = SeededGenerator(state: 11)
        let pieces = [
            "1", "2,5", "0", "(", ")", "+", "-", "*", "/", "^", "%", "de", "racine", "carrée", "moitié", "tiers", "fois", "puissance", "sur", "of", "half",
            "the", "a", "²", "pi", "factorielle", "et", "virgule", "cent", "mille", "deux", "=", "modulo", "99999999999999999999",
        ]
        for _ in 0..<6000 {
            let text = FoldedText(
                (0..<Int.random(in: 1...14, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined(separator: " "))
            for language in Language.allCases {
                guard let expression = ExpressionParser.read(text, text.all, language) else { continue }
                _ = expression.written(language)
                if let value = try? expression.value() { #expect(value.isFinite) }
            }
        }
    }
}

struct ConversionSkillTests {
    let skill = ConversionSkill()

    @Test func convertsInFrench() async throws {
        try await check(
            skill,
            fr([
                "combien de centimètres dans un pouce": "1 pouce fait 2,54 centimètres.",
                "convertis 10 miles en kilomètres": "10 miles font environ 16,09 kilomètres.",
                "20 degrés Celsius en Fahrenheit": "20 degrés Celsius font 68 degrés Fahrenheit.",
                "Combien de grammes dans une livre ?": "1 livre fait environ 453,6 grammes.", "10 km en miles": "10 kilomètres font environ 6,214 miles.",
                "combien font 5 pieds 11 pouces en cm": "5 pieds 11 pouces font 180,34 centimètres.",
                "100 km/h en m/s": "100 kilomètres par heure font environ 27,78 mètres par seconde.",
                "convertis 2 hectares en mètres carrés": "2 hectares font 20 000 mètres carrés.",
                "combien de secondes dans une heure": "1 heure fait 3600 secondes.",
                "1h30 en minutes": "1 heure 30 minutes font 90 minutes.", "combien de Mo dans 2 Go": "2 gigaoctets font 2000 mégaoctets.",
                "3 cuillères à soupe en ml": "3 cuillères à soupe font 45 millilitres.",
                "combien de grammes dans une tasse de farine": "1 tasse de farine fait environ 135 grammes.",
                "une demi livre en grammes": "0,5 livre fait environ 226,8 grammes.", "2,5 kg en livres": "2,5 kilogrammes font environ 5,512 livres.",
                "combien de kilojoules font 100 kcal": "100 kilocalories font 418,4 kilojoules.", "convertis 2 bars en psi": "2 bars font environ 29,01 psi.",
                "-40 °C en °F": "-40 degrés Celsius font -40 degrés Fahrenheit.",
                "100 fahrenheit en celsius": "100 degrés Fahrenheit font environ 37,8 degrés Celsius.",
                "il y a combien de mètres dans un mile": "1 mile fait environ 1609 mètres.",
                "10 miles ça fait combien de km": "10 miles font environ 16,09 kilomètres.",
                "combien d'onces dans un kilo": "1 kilogramme fait environ 35,27 onces.",
                "tu peux convertir 3 mètres en pieds s'il te plaît": "3 mètres font environ 9,843 pieds.",
                "combien de jours dans une année": "1 an fait environ 365,2 jours.",
                "50 m² en pieds carrés": "50 mètres carrés font environ 538,2 pieds carrés.",
                "convertis 3 kilos en mètres": "Je ne peux pas convertir 3 kilogrammes en mètres : ce ne sont pas des grandeurs de même nature.",
                "-300 celsius en fahrenheit": "Il ne peut pas faire si froid : rien n'est en dessous de -273,15 degrés Celsius.",
                "combien de cl dans un litre et demi": "1,5 litre fait 150 centilitres.",
            ]))
    }

    @Test func convertsInEnglish() async throws {
        try await check(
            skill,
            en([
                "how many ounces in a kilo": "1 kilogram is about 35.27 ounces.", "convert 10 miles to kilometers": "10 miles are about 16.09 kilometers.",
                "what is 68 degrees Fahrenheit in Celsius": "68 degrees Fahrenheit are 20 degrees Celsius.",
                "10 km in miles": "10 kilometers are about 6.214 miles.",
                "how many feet are in a mile": "1 mile is 5,280 feet.", "how many cups are in a gallon?": "1 gallon is 16 cups.",
                "convert half a pound to grams": "0.5 pounds are about 226.8 grams.", "2 tablespoons in ml": "2 tablespoons are 30 milliliters.",
                "how many seconds in a day": "1 day is 86,400 seconds.",
                "5 GB in MB": "5 gigabytes are 5,000 megabytes.", "please convert 100 kph to mph": "100 kilometers per hour are about 62.14 miles per hour.",
            ]))
    }

    @Test func leavesOtherThingsAlone() async throws {
        try await checkRefuses(
            skill,
            [
                "combien de pommes dans un panier", "convertis ma voiture en or", "combien de joueurs dans une équipe", "je vais en mètres",
                "10 euros en dollars", "how many people in London", "convert this to French", "en 2 minutes", "mets un minuteur en route",
                "transforme la citrouille en carrosse", "what is love in French", "combien de temps", "Paris en mai",
            ])
    }

    @Test func knowsItsUnits() { #expect(Units.all.count > 90) }
}
