/// Reads SSML in one pass. Entities that a document declares itself are not read: they are how small documents grow large.
struct MarkupParser {
    private struct Element {
        let name: String
        /// What comes after its end: a pause.
        let pause: Duration
        let passage: SpokenMarkup.Passage
        /// Its text is not said: an alias is.
        let isReplaced: Bool
    }

    private let text: [Unicode.Scalar]
    private var position = 0
    private var open: [Element] = []
    private var passage = SpokenMarkup.Passage("")
    private var isReplaced = false
    private var found: [SpokenMarkup.Piece] = []
    private var words = String.UnicodeScalarView()
    private var silence = Duration.zero

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    mutating func pieces() throws(SpokenMarkup.Malformed) -> [SpokenMarkup.Piece] {
        var hasRoot = false
        while position < text.count {
            if text[position] != "<" {
                let start = position
                let scalar = text[position] == "&" ? try entity() : text[position]
                guard !open.isEmpty || scalar.properties.isWhitespace || scalar == "\u{FEFF}" else {
                    throw failure("text outside <speak>", at: start)
                }
                if !isReplaced { words.append(scalar) }
                position += 1
            } else if matches("<!--") {
                try skip(to: "-->")
            } else if matches("<?") {
                try skip(to: "?>")
            } else if matches("<![CDATA[") {
                let start = position + 9
                try skip(to: "]]>")
                guard !open.isEmpty else { throw failure("text outside <speak>", at: start) }
                if !isReplaced { words.append(contentsOf: text[start..<position - 3]) }
            } else if matches("<!") {
                throw failure("document type declarations are not read", at: position)
            } else if matches("</") {
                try readEnd()
            } else {
                guard !(hasRoot && open.isEmpty) else { throw failure("only one <speak> may be there", at: position) }
                try readStart(isRoot: !hasRoot)
                hasRoot = true
            }
        }
        if let last = open.last { throw failure("<\(last.name)> is not closed", at: text.count) }
        guard hasRoot else { throw failure("there is no <speak>", at: 0) }
        flush()
        return found
    }

    private mutating func readStart(isRoot: Bool) throws(SpokenMarkup.Malformed) {
        let start = position
        position += 1
        let name = try readName()
        guard !isRoot || name == "speak" else { throw failure("the first element must be <speak>", at: start) }
        guard open.count < SpokenMarkup.maximumDepth else { throw failure("elements stand more than \(SpokenMarkup.maximumDepth) deep", at: start) }
        var attributes: [String: String] = [:]
        while true {
            let hadSpace = skipSpace()
            guard let next = at(position) else { throw failure("<\(name)> is cut off", at: start) }
            if next == ">" || next == "/" { break }
            guard hadSpace else { throw failure("a space or > must stand here", at: position) }
            let place = position, attribute = try readName()
            let value = try readValue()
            guard attributes.updateValue(value, forKey: attribute) == nil else { throw failure("\(attribute) is there twice", at: place) }
        }
        let isEmpty = at(position) == "/"
        if isEmpty {
            position += 1
            guard at(position) == ">" else { throw failure("> must stand after /", at: position) }
        }
        position += 1
        try begin(name, attributes, isEmpty: isEmpty, at: start)
    }

    private mutating func begin(_ name: String, _ attributes: [String: String], isEmpty: Bool, at start: Int) throws(SpokenMarkup.Malformed) {
        var next = passage, rest = Duration.zero, replaces = false
        switch name {
        case "break":
            let time = attributes["time"].map { SpokenProsody.duration($0) } ?? SpokenProsody.strength(attributes["strength"] ?? "medium")
            guard let time else { throw failure("a break has a time such as 500ms or 2s, or a strength", at: start) }
            pause(time)
        case "p", "s": rest = name == "p" ? .milliseconds(600) : .milliseconds(300)
        case "prosody":
            if let rate = attributes["rate"] {
                guard let factor = SpokenProsody.rate(rate) else { throw failure("“\(rate)” is no rate: slow, fast, 120%", at: start) }
                next.rate = min(4, max(0.25, next.rate * factor))
            }
            if let volume = attributes["volume"] {
                guard let factor = SpokenProsody.volume(volume) else { throw failure("“\(volume)” is no volume: soft, loud, 80, +6dB", at: start) }
                next.volume = min(4, max(0, next.volume * factor))
            }
            if let pitch = attributes["pitch"] {
                guard let factor = SpokenProsody.pitch(pitch) else { throw failure("“\(pitch)” is no pitch: low, high, +10%, -2st", at: start) }
                next.pitch = min(2, max(0.5, next.pitch * factor))
            }
        case "say-as":
            guard let kind = attributes["interpret-as"] else { throw failure("say-as wants interpret-as", at: start) }
            let others = ["spell-out": "characters", "verbatim": "characters", "digits": "characters", "number": "cardinal"]
            // A kind that is not known is no mistake: the text is read as any other.
            next.sayAs = SpokenMarkup.SayAs(rawValue: others[kind] ?? kind)
        case "sub":
            guard let alias = attributes["alias"] else { throw failure("sub wants an alias", at: start) }
            if !isReplaced { words.append(contentsOf: alias.unicodeScalars) }
            replaces = true
        case "voice": next.voice = attributes["name"] ?? next.voice
        default: break
        }
        if let language = attributes["xml:lang"] {
            guard language.utf8.count <= 35, language.utf8.allSatisfy({ 97...122 ~= $0 | 0x20 || $0 == 45 || 48...57 ~= $0 }) else {
                throw failure("“\(language.prefix(35))” is no language tag", at: start)
            }
            next.language = language.isEmpty ? nil : language
        }
        guard !isEmpty else { return }
        open.append(Element(name: name, pause: rest, passage: passage, isReplaced: isReplaced))
        if next != passage { flush() }
        passage = next
        isReplaced = isReplaced || replaces
    }

    private mutating func readEnd() throws(SpokenMarkup.Malformed) {
        let start = position
        position += 2
        let name = try readName()
        _ = skipSpace()
        guard at(position) == ">" else { throw failure("> must stand here", at: position) }
        position += 1
        guard let element = open.last else { throw failure("</\(name)> closes nothing", at: start) }
        guard element.name == name else { throw failure("</\(name)> stands where </\(element.name)> must", at: start) }
        open.removeLast()
        if element.passage != passage { flush() }
        passage = element.passage
        isReplaced = element.isReplaced
        if element.pause > .zero { pause(element.pause) }
    }

    /// What was gathered becomes a piece.
    private mutating func flush() {
        guard words.contains(where: { !$0.properties.isWhitespace }) else { return words.removeAll() }
        var next = passage
        next.text = String(words)
        found.append(.text(next))
        words.removeAll()
    }

    private mutating func pause(_ time: Duration) {
        flush()
        let left = SpokenMarkup.maximumTotalSilence - silence
        let time = min(time, SpokenMarkup.maximumSilence, left)
        guard time > .zero else { return }
        silence += time
        found.append(.silence(time))
    }
}

// Names, values, entities.
extension MarkupParser {
    private func at(_ index: Int) -> Unicode.Scalar? { index < text.count ? text[index] : nil }
    private func matches(_ words: String) -> Bool { text[position...].starts(with: words.unicodeScalars) }

    private mutating func skipSpace() -> Bool {
        let start = position
        while let scalar = at(position), scalar.properties.isWhitespace { position += 1 }
        return position > start
    }

    private mutating func skip(to end: String) throws(SpokenMarkup.Malformed) {
        let start = position
        while position < text.count {
            if matches(end) {
                position += end.unicodeScalars.count
                return
            }
            position += 1
        }
        throw failure("\(end) is missing", at: start)
    }

    private mutating func readName() throws(SpokenMarkup.Malformed) -> String {
        let start = position
        var name = String.UnicodeScalarView()
        while let scalar = at(position), name.count < 64,
            scalar.properties.isAlphabetic || scalar == "-" || scalar == ":" || scalar == "_" || ("0"..."9").contains(scalar)
        {
            name.append(scalar)
            position += 1
        }
        guard !name.isEmpty else { throw failure("a name must stand here; write &lt; for <", at: start) }
        return String(name)
    }

    private mutating func readValue() throws(SpokenMarkup.Malformed) -> String {
        _ = skipSpace()
        guard at(position) == "=" else { throw failure("= must stand here", at: position) }
        position += 1
        _ = skipSpace()
        let start = position
        guard let quote = at(position), quote == "\"" || quote == "'" else { throw failure("a value stands in quotes", at: position) }
        position += 1
        var value = String.UnicodeScalarView()
        while let scalar = at(position), scalar != quote {
            guard scalar != "<" else { throw failure("write &lt; for <", at: position) }
            value.append(scalar == "&" ? try entity() : scalar)
            position += 1
        }
        guard at(position) == quote else { throw failure("a value is not closed", at: start) }
        position += 1
        return String(value)
    }

    /// The character that stands for `&…;` here; afterwards `position` is at its semicolon.
    private mutating func entity() throws(SpokenMarkup.Malformed) -> Unicode.Scalar {
        let start = position
        var name = ""
        position += 1
        while let scalar = at(position), scalar != ";", name.utf8.count < 10 {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard at(position) == ";" else { throw failure("an entity ends with a semicolon; write &amp; for &", at: start) }
        let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
        if let scalar = named[name] { return scalar }
        let digits = name.dropFirst()
        let number = name.hasPrefix("#x") ? UInt32(digits.dropFirst(), radix: 16) : name.hasPrefix("#") ? UInt32(digits) : nil
        guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 32 || [9, 10, 13].contains(scalar.value) else {
            throw failure("&\(name); is not known", at: start)
        }
        return scalar
    }

    private func failure(_ message: String, at index: Int) -> SpokenMarkup.Malformed {
        let before = text[..<min(index, text.count)]
        let line = before.reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
        let column = before.lastIndex(of: "\n").map { before.count - $0 } ?? before.count + 1
        return SpokenMarkup.Malformed(message: "This SSML is malformed: \(message).", line: line, column: column)
    }
}
