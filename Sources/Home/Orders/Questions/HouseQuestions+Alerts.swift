import Base
import Domain

extension HouseQuestions {
    /// "Oui, il y a du mouvement dans le garage." What a sensor sees is what is told, not the sensor.
    func detected(by found: [HomeModel.Entity], _ selection: Selection) -> String {
        let heard = found.filter { state($0.id).map { !$0.isUnavailable } ?? false }, lost = found.filter { !heard.contains($0) }
        let alarmed = heard.filter { state($0.id)?.value == "on" }
        let place = place(selection)
        let answer: String
        if !alarmed.isEmpty {
            var places: [String] = []
            for sensor in alarmed {
                let words = model.area(sensor.area).map(wording.inside) ?? "(\(sensor.name))"
                if !places.contains(words) { places.append(words) }
            }
            let where_ = place.isEmpty ? " " + wording.list(places, limit: 6) : place
            let seen = Detection.seen(by: alarmed, language)
            answer = language(fr: "Oui, il y a \(seen)\(where_).", en: "Yes, there is \(seen)\(where_).")
        } else if !heard.isEmpty {
            let none = Detection.none(by: heard, language)
            answer = language(fr: "Non, il n'y a \(none)\(place).", en: "No, there is \(none)\(place).")
        } else {
            answer = language(fr: "Je ne sais pas.", en: "I don't know.")
        }
        // Nobody is to feel safe because a sensor is silent.
        return answer + (lost.isEmpty ? "" : " " + silence(of: lost))
    }

    /// Percent below which a battery is low.
    static let lowBattery = 20.0

    /// "Piles faibles : Batterie de la porte (12 %)." Of sensors of their own, and of devices that tell their battery beside what they are for.
    func lowBatteries(_ selection: Selection) -> String {
        func level(_ entity: HomeModel.Entity) -> (isLow: Bool, percent: Double?)? {
            guard let now = state(entity.id), !now.isUnavailable else { return nil }
            if entity.deviceClass == "battery" {
                if entity.domain == "binary_sensor" { return (now.value == "on", nil) }
                return Double(now.value).map { ($0 < Self.lowBattery, $0) }
            }
            return now.number("battery_level").map { ($0 < Self.lowBattery, $0) }
        }
        let known = model.entities.filter { $0.isExposed && selection.isPlace(of: $0, in: model) }.compactMap { entity in
            level(entity).map { (entity: entity, level: $0) }
        }
        let place = place(selection)
        if known.isEmpty {
            return AskingText(wording: wording).text(
                for: .none(HouseNoun(domains: ["sensor"], classes: ["battery"]), area: area(selection), floor: floor(selection)))
        }
        let low = known.filter(\.level.isLow)
        if low.isEmpty { return language(fr: "Non, aucune pile n'est faible\(place).", en: "No, no battery is low\(place).") }
        let names = low.map { one in one.entity.name + (one.level.percent.map { " (\(Measure.percent($0, language)))" } ?? "") }
        let opening =
            low.count == 1
            ? language(fr: "Une pile est faible", en: "One battery is low")
            : language(
                fr: "\(wording.count(low.count, .feminine)) piles sont faibles", en: "\(wording.count(low.count, .feminine)) batteries are low")
        return (opening + place + language(fr: " : ", en: ": ") + wording.list(names, limit: 8)).capitalizedFirst + "."
    }
}
