import Domain
import Foundation

/// Makes an order one for less than it was: "éteins toutes les lumières", and then "seulement la cuisine".
struct Narrowing {
    let finding: Finding
    let timeZone: TimeZone

    /// One order for each thing or room that was named; `nil` when nothing of it is known, or the order was for as little before.
    func narrowed(_ order: Order, to text: String) -> [Order]? {
        let own = order.intent.slots
        guard !TargetText.named.contains(order.intent.name), own["name"] == nil, own["area"] == nil,
            case .left(let parts) = Exceptions(finding: finding).read(text), !parts.isEmpty
        else { return nil }
        let wording = OrderText(finding.lexicon.language, timeZone: timeZone)
        var orders: [Order] = []
        for part in parts {
            guard ["name", "area", "floor"].contains(where: { part[$0] != nil }) else { return nil }
            var narrowed = order
            // What kind of thing it is stays as it was said.
            narrowed.intent.slots.merge(part) { own, _ in own }
            var now = narrowed
            now.timing = .now
            narrowed.text = wording.infinitive(now, now: Date(timeIntervalSince1970: 0))
            orders.append(narrowed)
        }
        return orders
    }
}
