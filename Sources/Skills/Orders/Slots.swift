import Base
import Domain

/// Reads the slots of an intent as a skill needs them.
extension Intent {
    /// The number in a slot; `nil` when there is none.
    func number(_ slot: String) -> Double? {
        guard let value = slots[slot]?.value else { return nil }
        let number = value.number ?? value.string.flatMap { Double($0.trimmed) }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// What the slot names, as it was said; "" when it is not there.
    func text(_ slot: String) -> String {
        guard let slot = slots[slot] else { return "" }
        let text = slot.text.trimmed
        return text.isEmpty ? slot.value.string?.trimmed ?? "" : text
    }

    /// The value of a slot as the house or the grammar has it: the name of a list rather than "ma liste"; "" when it is not there.
    func value(_ slot: String) -> String {
        let value = slots[slot]?.value.string?.trimmed ?? ""
        return value.isEmpty ? text(slot) : value
    }

    /// The ids of what the slot names in the house; its words where it has none.
    func ids(_ slot: String) -> [String] {
        guard let value = slots[slot] else { return [] }
        if !value.ids.isEmpty { return value.ids }
        return self.value(slot).isEmpty ? [] : [self.value(slot)]
    }

    /// Seconds out of three slots: `hours`, `minutes`, `seconds`, with `prefix` before each; `nil` when none is there.
    func duration(_ prefix: String = "") -> Double? {
        let parts = [("hours", 3600.0), ("minutes", 60), ("seconds", 1)].compactMap { name, size in number(prefix + name).map { $0 * size } }
        return parts.isEmpty ? nil : parts.reduce(0, +)
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
