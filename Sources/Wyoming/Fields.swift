/// Reads the fields of an event, with errors that name the field.
struct Fields {
    private let type: String
    private let members: [String: WireValue]

    init(_ event: Event) {
        type = event.type
        members = event.data
    }

    private init(type: String, members: [String: WireValue]) {
        self.type = type
        self.members = members
    }

    /// The members that have a value.
    static func of(_ members: [String: WireValue?]) -> [String: WireValue] { members.compactMapValues { $0 } }

    func string(_ name: String) throws(WyomingError) -> String? {
        guard let value = self[name] else { return nil }
        guard let text = value.string else { throw wrong(name, "a text") }
        return text
    }

    func required(_ name: String) throws(WyomingError) -> String {
        guard let text = try string(name) else { throw wrong(name, "a text") }
        return text
    }

    func number(_ name: String) throws(WyomingError) -> Double? {
        guard let value = self[name] else { return nil }
        guard let number = value.number else { throw wrong(name, "a number") }
        return number
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(WyomingError) -> Int {
        guard let number = self[name]?.integer, range.contains(number) else {
            throw wrong(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A time in an audio stream. Some peers write it as a fraction; what no number can hold is no time.
    func milliseconds(_ name: String) throws(WyomingError) -> Int? {
        guard let number = try number(name) else { return nil }
        guard let whole = Int(exactly: number.rounded()), whole >= 0 else { throw wrong(name, "a time in milliseconds") }
        return whole
    }

    func bool(_ name: String) throws(WyomingError) -> Bool? {
        guard let value = self[name] else { return nil }
        guard let truth = value.bool else { throw wrong(name, "true or false") }
        return truth
    }

    func strings(_ name: String) throws(WyomingError) -> [String] {
        guard let value = self[name] else { return [] }
        guard let elements = value.array else { throw wrong(name, "a list of texts") }
        var texts: [String] = []
        for element in elements {
            guard let text = element.string else { throw wrong(name, "a list of texts") }
            texts.append(text)
        }
        return texts
    }

    func numbers(_ name: String) throws(WyomingError) -> [Double] {
        guard let value = self[name] else { return [] }
        guard let elements = value.array else { throw wrong(name, "a list of numbers") }
        var numbers: [Double] = []
        numbers.reserveCapacity(elements.count)
        for element in elements {
            guard let number = element.number else { throw wrong(name, "a list of numbers") }
            numbers.append(number)
        }
        return numbers
    }

    func lists(_ name: String) throws(WyomingError) -> [String: [String]] {
        guard let object = try object(name) else { return [:] }
        var lists: [String: [String]] = [:]
        for member in object.members.keys { lists[member] = try object.strings(member) }
        return lists
    }

    func object(_ name: String) throws(WyomingError) -> Fields? {
        guard let value = self[name] else { return nil }
        guard case .object(let members) = value else { throw wrong(name, "an object") }
        return Fields(type: "\(type).\(name)", members: members)
    }

    func objects(_ name: String) throws(WyomingError) -> [Fields] {
        guard let value = self[name] else { return [] }
        guard let elements = value.array else { throw wrong(name, "a list of objects") }
        var all: [Fields] = []
        for element in elements {
            guard case .object(let members) = element else { throw wrong(name, "a list of objects") }
            all.append(Fields(type: "\(type).\(name)", members: members))
        }
        return all
    }

    private subscript(name: String) -> WireValue? {
        guard let value = members[name], value != .null else { return nil }
        return value
    }

    private func wrong(_ name: String, _ expected: String) -> WyomingError {
        WyomingError(.malformed, "\(name) in a Wyoming event \(type) must be \(expected)")
    }
}
