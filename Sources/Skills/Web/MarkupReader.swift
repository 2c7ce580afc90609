import Foundation

/// Reads XML as feeds and rate tables have it, tag by tag: forgiving with what is not well formed, linear in its length, and without document types,
/// external entities or entities of its own, so that nothing can be blown up or fetched.
struct MarkupReader {
    enum Event: Equatable {
        /// Names are in lower case and without their prefix.
        case start(String, [String: String], isEmpty: Bool)
        case end(String)
        /// Between tags, entities decoded; also what a CDATA section holds.
        case text(String)
    }

    private let bytes: [UInt8]
    private var index = 0
    /// Attributes of one tag, and bytes of a name, that are read.
    private static let attributeLimit = 32, nameLimit = 64

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The text of a document in the encoding it declares: UTF-8, UTF-16, ISO 8859-1 or Windows-1252; anything else is taken for UTF-8.
    static func decode(_ body: [UInt8]) -> String {
        if body.starts(with: [0xFE, 0xFF]) || body.starts(with: [0xFF, 0xFE]) { return String(bytes: body, encoding: .utf16) ?? "" }
        let head = String(decoding: body.prefix(200).filter { $0 < 0x80 }, as: UTF8.self).lowercased()
        if head.contains("encoding"), head.contains("8859-1") || head.contains("windows-1252") || head.contains("8859-15"),
            let text = String(bytes: body, encoding: .windowsCP1252) ?? String(bytes: body, encoding: .isoLatin1)
        {
            return text
        }
        return String(decoding: body.starts(with: [0xEF, 0xBB, 0xBF]) ? body[3...] : body[...], as: UTF8.self)
    }

    /// The next tag or piece of text; `nil` at the end.
    mutating func next() -> Event? {
        while index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                return .text(Entities.decoded(String(decoding: bytes[start..<index], as: UTF8.self)))
            }
            if skip("<![CDATA[") {
                let start = index
                let end = find("]]>") ?? bytes.count
                index = min(bytes.count, end + 3)
                return .text(String(decoding: bytes[start..<end], as: UTF8.self))
            }
            if skip("<!--") {
                index = find("-->").map { $0 + 3 } ?? bytes.count
            } else if skip("<!") || skip("<?") {
                // Declarations and instructions; a document type with rules of its own ends the reading.
                guard let end = find(">") else { return stop() }
                if bytes[index..<end].contains(UInt8(ascii: "[")) { return stop() }
                index = end + 1
            } else if let event = tag() {
                return event
            }
        }
        return nil
    }

    private mutating func stop() -> Event? {
        index = bytes.count
        return nil
    }

    /// A tag at `index`; a lonely "<" is passed over.
    private mutating func tag() -> Event? {
        index += 1
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = self.name()
        guard !name.isEmpty else { return nil }
        var attributes: [String: String] = [:], isEmpty = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == UInt8(ascii: "/") {
                isEmpty = true
                index += 1
            } else if isSpace(bytes[index]) {
                index += 1
            } else if let (key, value) = attribute() {
                isEmpty = false
                if attributes.count < Self.attributeLimit { attributes[key] = value }
            } else {
                index += 1
            }
        }
        index += 1
        return isEnd ? .end(name) : .start(name, attributes, isEmpty: isEmpty)
    }

    private mutating func attribute() -> (String, String)? {
        let key = name()
        guard !key.isEmpty else { return nil }
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (key, "") }
        index += 1
        while index < bytes.count, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else { return (key, "") }
        let quote = bytes[index]
        var start = index
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            start += 1
            index += 1
            while index < bytes.count, bytes[index] != quote { index += 1 }
            let value = String(decoding: bytes[start..<index], as: UTF8.self)
            index = min(bytes.count, index + 1)
            return (key, Entities.decoded(value))
        }
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        return (key, Entities.decoded(String(decoding: bytes[start..<index], as: UTF8.self)))
    }

    /// A name at `index`, without the prefix before its colon.
    private mutating func name() -> String {
        let start = index
        while index < bytes.count, !isSpace(bytes[index]), !"<>/='\"".utf8.contains(bytes[index]) { index += 1 }
        guard index - start <= Self.nameLimit else { return "?" }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        return name.split(separator: ":").last.map(String.init) ?? name
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func skip(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    /// Where this text stands from `index` on.
    private func find(_ text: String) -> Int? {
        let wanted = Array(text.utf8)
        var at = index
        while at + wanted.count <= bytes.count {
            if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
            at += 1
        }
        return nil
    }
}

/// Entities of XML, and those of HTML that feeds use all the same.
enum Entities {
    private static let named: [String: String] = {
        var table = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "laquo": "«", "raquo": "»", "hellip": "…", "euro": "€"]
        for (name, character) in [
            "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "ndash": "–", "mdash": "—", "deg": "°", "middot": "·", "bull": "•", "oelig": "œ",
            "OElig": "Œ",
            "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô",
            "ugrave": "ù", "ucirc": "û", "uuml": "ü", "Eacute": "É", "Egrave": "È", "Ecirc": "Ê", "Agrave": "À", "Ccedil": "Ç", "Icirc": "Î", "Ocirc": "Ô",
        ] { table[name] = character }
        return table
    }()

    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var output = "", rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            output += rest[..<ampersand]
            rest = rest[ampersand...]
            let window = rest.dropFirst().prefix(12)
            if let end = window.firstIndex(of: ";"), let character = character(window[..<end]) {
                output += character
                rest = rest[rest.index(after: end)...]
            } else {
                output += "&"
                rest = rest.dropFirst()
            }
        }
        return output + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[String(name)] }
        let digits = name.dropFirst()
        let value = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value) else { return nil }
        return String(Character(scalar))
    }
}
