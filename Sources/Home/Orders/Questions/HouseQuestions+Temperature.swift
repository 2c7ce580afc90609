import Base
import Domain

extension HouseQuestions {
    func temperature(_ selection: Selection, _ context: String?) -> String {
        if let name = selection.name {
            let found = model.entities.filter { $0.isExposed && name.ids.contains($0.id) }
            guard let entity = found.first(where: { degrees($0) != nil }) ?? found.first else {
                return AskingText(wording: wording).text(for: .unknownName(name.text))
            }
            guard let value = degrees(entity) else { return text.sentence(entity, state(entity.id)) }
            guard entity.domain == "climate" else { return text.sentence(entity, state(entity.id)) }
            let target = state(entity.id).flatMap { $0.value == "off" ? nil : $0.number("temperature") }.map { Measure.degrees($0, language) }
            return language(
                fr: "Il fait \(value)\(target.map { ", et c'est réglé sur \($0)" } ?? "").",
                en: "It's \(value)\(target.map { ", and it's set to \($0)" } ?? "").")
        }
        let hasPlace = selection.area != nil || selection.floor != nil
        let here = hasPlace ? nil : model.area(context)
        var inPlace = model.entities.filter { $0.isExposed && isThermometer($0) && selection.isPlace(of: $0, in: model) }
        if inPlace.isEmpty, let area = area(selection) { inPlace = namedAfter(area) }
        // What is in the garden says nothing of how warm the house is.
        if !hasPlace { inPlace = inPlace.filter { $0.area == context || !model.isOutdoors($0) } }
        var found = here.map { here in inPlace.filter { $0.area == here.id } } ?? inPlace
        // A room without a thermometer says what the house knows.
        var place = area(selection) ?? here
        if found.isEmpty, !hasPlace {
            found = inPlace
            place = nil
        }
        let known = rooms(found)
        guard let first = known.first else {
            let noun = HouseNoun(domains: ["sensor"], classes: ["temperature"])
            return found.isEmpty
                ? AskingText(wording: wording).text(for: .none(noun, area: area(selection), floor: floor(selection)))
                : language(fr: "Je n'ai pas de mesure pour l'instant.", en: "I have no reading at the moment.")
        }
        if known.count == 1 || place != nil {
            let where_ = (place ?? model.area(first.entity.area)).map { " " + wording.inside($0) } ?? ""
            return language(fr: "Il fait \(first.value)\(where_).", en: "It's \(first.value)\(where_).")
        }
        let each = known.map { room in
            "\(room.value) \(model.area(room.entity.area).map(wording.inside) ?? "(\(room.entity.name))")"
        }
        return language(fr: "Il fait ", en: "It's ") + wording.list(each, limit: 5) + "."
    }

    /// `nil` without a thermometer outside that says something: then the weather is asked.
    func outside() -> String? {
        let measured = model.outdoorThermometers.compactMap { thermometer -> (Double, String)? in
            guard let now = state(thermometer.id), let number = Double(now.value), let value = text.value(now) else { return nil }
            return (number, value)
        }
        // One that stands in the sun shows more than there is.
        return measured.min { $0.0 < $1.0 }.map { language(fr: "Il fait \($0.1) dehors.", en: "It's \($0.1) outside.") }
    }

    /// Thermometers that bear the name of a room but were put into none.
    private func namedAfter(_ area: HomeModel.Area) -> [HomeModel.Entity] {
        let names = ([area.name] + area.aliases).map { " \($0.folded) " }
        return model.entities.filter { entity in
            guard entity.isExposed, entity.domain == "sensor", entity.deviceClass == "temperature", entity.area == nil else { return false }
            let words = " " + entity.name.folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
            return names.contains { words.contains($0) }
        }
    }

    /// One thermometer for each room: the thermostat before a sensor.
    private func rooms(_ found: [HomeModel.Entity]) -> [(entity: HomeModel.Entity, value: String)] {
        var seen: Set<String> = []
        let sorted = found.filter { $0.domain == "climate" } + found.filter { $0.domain != "climate" }
        return sorted.compactMap { entity in
            guard let value = degrees(entity), seen.insert(entity.area ?? entity.id).inserted else { return nil }
            return (entity, value)
        }
    }

    private func isThermometer(_ entity: HomeModel.Entity) -> Bool {
        entity.domain == "climate" || entity.domain == "sensor" && entity.deviceClass == "temperature" && entity.area != nil
    }

    private func degrees(_ entity: HomeModel.Entity) -> String? {
        guard let now = state(entity.id) else { return nil }
        if entity.domain == "climate" || entity.domain == "water_heater" { return now.number("current_temperature").map { Measure.degrees($0, language) } }
        return entity.deviceClass == "temperature" ? text.value(now) : nil
    }
}
