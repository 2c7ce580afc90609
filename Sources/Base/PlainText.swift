// Texts that somebody else wrote: a device, a bridge, a page.

extension String {
    /// Without control characters other than line feed and tab: nothing in it moves a cursor, rings, or ends the text early.
    public var withoutControls: String {
        guard hasControls else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isHarmful }))
    }

    fileprivate var hasControls: Bool {
        // C1 controls begin with C2 in UTF-8.
        utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 } && unicodeScalars.contains(where: \.isHarmful)
    }

    /// As a name is written: on one line, with single spaces, without control characters, at most so many characters. May be empty.
    public func asName(limit: Int = 255) -> String {
        let words = split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
        return String(words.joined(separator: " ").prefix(limit))
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmful: Bool { (value < 0x20 && self != "\n" && self != "\t") || (0x7F...0x9F).contains(value) }
}

extension JSONValue {
    /// With every text in it, and every key, without control characters.
    public var withoutControls: JSONValue {
        hasControls ? cleaned : self
    }

    fileprivate var hasControls: Bool {
        switch self {
        case .null, .bool, .number: false
        case .string(let text): text.hasControls
        case .array(let values): values.contains(where: \.hasControls)
        case .object(let members): members.hasControls
        }
    }

    private var cleaned: JSONValue {
        switch self {
        case .null, .bool, .number: self
        case .string(let text): .string(text.withoutControls)
        case .array(let values): .array(values.map(\.withoutControls))
        case .object(let members): .object(members.withoutControls)
        }
    }
}

extension [String: JSONValue] {
    /// With every text in it, and every key, without control characters.
    public var withoutControls: Self { !hasControls ? self : Self(map { ($0.key.withoutControls, $0.value.withoutControls) }) { first, _ in first } }

    fileprivate var hasControls: Bool { contains { $0.key.hasControls || $0.value.hasControls } }
}
