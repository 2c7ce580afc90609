import Domain

/// "À 21 h ferme les volets" is for all of them: nobody is there to be asked in which room when it is time.
struct Plural {
    let lexicon: Lexicon

    /// The reading with its orders for later made wide where they name a kind of thing in the plural, and no place. What is taken back later, as in
    /// "pendant une heure", is for as much as what is done now.
    func widened(_ reading: Reading) -> Reading {
        switch reading {
        case .orders(let orders): return .orders(widened(orders))
        case .question(var question):
            for index in question.choices.indices { question.choices[index].orders = widened(question.choices[index].orders) }
            return .question(question)
        case .answer, .none: return reading
        }
    }

    private func widened(_ orders: [Order]) -> [Order] {
        orders.map { order in
            guard order.timing != .now, !order.isWide, isKind(order.intent), isPlural(order.text),
                !orders.contains(where: { $0.timing == .now && target($0) == target(order) })
            else { return order }
            var wide = order
            wide.isWide = true
            return wide
        }
    }

    private func target(_ order: Order) -> [String: SlotValue] { order.intent.slots.filter { TargetText.slots.contains($0.key) } }

    private func isKind(_ intent: Intent) -> Bool {
        !TargetText.named.contains(intent.name) && ["domain", "device_class"].contains { intent.slots[$0] != nil }
            && ["name", "area", "floor"].allSatisfy { intent.slots[$0] == nil }
    }

    private func isPlural(_ text: String) -> Bool {
        let words = Tokenizer.words(of: text).map(\.folded)
        return words.dropFirst().contains { word in
            lexicon.language(fr: ["les", "mes", "nos", "tes", "vos"].contains(word), en: word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss"))
        }
    }
}
