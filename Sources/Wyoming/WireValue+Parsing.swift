extension WireValue {
    /// Arrays and objects inside one another, at most.
    static let maximumDepth = 32

    /// Reads one JSON value that fills `bytes`, white space around it apart.
    ///
    /// - Throws: `.malformed` with the offset of the first byte that does not belong.
    public init(parsing bytes: some Sequence<UInt8>) throws(WyomingError) {
        var parser = Parser(bytes: Array(bytes))
        self = try parser.document()
    }

    private struct Parser {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func document() throws(WyomingError) -> WireValue {
            let value = try value(depth: 0)
            skipSpace()
            guard position == bytes.count else { throw unexpected() }
            return value
        }

        private func unexpected() -> WyomingError {
            WyomingError(.malformed, "the peer sent something that is not JSON (at byte \(position)): check that it speaks the Wyoming protocol")
        }

        private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

        private mutating func skipSpace() {
            while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard current == byte else { return false }
            position += 1
            return true
        }

        private mutating func expect(_ word: StaticString, _ value: WireValue) throws(WyomingError) -> WireValue {
            for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) { throw unexpected() }
            return value
        }

        private mutating func value(depth: Int) throws(WyomingError) -> WireValue {
            guard depth <= WireValue.maximumDepth else { throw WyomingError(.malformed, "the peer sent JSON that is nested too deeply") }
            skipSpace()
            switch current {
            case UInt8(ascii: "{"): return .object(try members(depth: depth))
            case UInt8(ascii: "["): return .array(try elements(depth: depth))
            case UInt8(ascii: "\""): return .string(try text())
            case UInt8(ascii: "t"): return try expect("true", .bool(true))
            case UInt8(ascii: "f"): return try expect("false", .bool(false))
            case UInt8(ascii: "n"): return try expect("null", .null)
            default: return .number(try number())
            }
        }

        private mutating func members(depth: Int) throws(WyomingError) -> [String: WireValue] {
            var members: [String: WireValue] = [:]
            position += 1
            skipSpace()
            if take(UInt8(ascii: "}")) { return members }
            while true {
                skipSpace()
                guard current == UInt8(ascii: "\"") else { throw unexpected() }
                let name = try text()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw unexpected() }
                members[name] = try value(depth: depth + 1)
                skipSpace()
                if take(UInt8(ascii: "}")) { return members }
                guard take(UInt8(ascii: ",")) else { throw unexpected() }
            }
        }

        private mutating func elements(depth: Int) throws(WyomingError) -> [WireValue] {
            var elements: [WireValue] = []
            position += 1
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            while true {
                elements.append(try value(depth: depth + 1))
                skipSpace()
                if take(UInt8(ascii: "]")) { return elements }
                guard take(UInt8(ascii: ",")) else { throw unexpected() }
            }
        }

        private mutating func digits() -> Int {
            let start = position
            while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
            return position - start
        }

        private mutating func number() throws(WyomingError) -> Double {
            let start = position
            _ = take(UInt8(ascii: "-"))
            let leadingZero = current == UInt8(ascii: "0")
            let whole = digits()
            guard whole == 1 || whole > 1 && !leadingZero else { throw unexpected() }
            if take(UInt8(ascii: ".")), digits() == 0 { throw unexpected() }
            if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
                if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
                guard digits() > 0 else { throw unexpected() }
            }
            guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else { throw unexpected() }
            return value
        }

        private mutating func text() throws(WyomingError) -> String {
            position += 1
            var unescaped: [UInt8] = []
            var start = position
            while let byte = current {
                switch byte {
                case UInt8(ascii: "\""):
                    unescaped += bytes[start..<position]
                    guard let text = String(validating: unescaped, as: UTF8.self) else { throw unexpected() }
                    position += 1
                    return text
                case UInt8(ascii: "\\"):
                    unescaped += bytes[start..<position]
                    position += 1
                    try escape(into: &unescaped)
                    start = position
                case 0..<0x20: throw unexpected()
                default: position += 1
                }
            }
            throw unexpected()
        }

        private mutating func escape(into unescaped: inout [UInt8]) throws(WyomingError) {
            guard let letter = current else { throw unexpected() }
            position += 1
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
            case UInt8(ascii: "b"): unescaped.append(0x08)
            case UInt8(ascii: "f"): unescaped.append(0x0C)
            case UInt8(ascii: "n"): unescaped.append(0x0A)
            case UInt8(ascii: "r"): unescaped.append(0x0D)
            case UInt8(ascii: "t"): unescaped.append(0x09)
            case UInt8(ascii: "u"):
                var scalar = UInt32(try codeUnit())
                if (0xD800..<0xDC00).contains(scalar), current == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") {
                    let before = position
                    position += 2
                    let low = UInt32(try codeUnit())
                    if (0xDC00..<0xE000).contains(low) {
                        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    } else {
                        position = before
                    }
                }
                // Half a surrogate pair is not a character: it becomes the replacement character, as in other readers.
                unescaped += Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            default: throw unexpected()
            }
        }

        private mutating func codeUnit() throws(WyomingError) -> UInt16 {
            guard position + 4 <= bytes.count else { throw unexpected() }
            var unit: UInt16 = 0
            for _ in 0..<4 {
                guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else { throw unexpected() }
                unit = unit << 4 | UInt16(digit)
                position += 1
            }
            return unit
        }
    }
}
