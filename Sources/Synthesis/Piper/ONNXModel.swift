import Foundation

/// An ONNX file as far as it must be known here: that it is whole, what goes in and out, and its metadata.
///
/// It is a protocol buffer (protobuf.dev/programming-guides/encoding); numbers of fields are from `onnx.proto3`.
struct ONNXModel {
    private enum Field {
        static let graph: UInt64 = 7
        static let metadata: UInt64 = 14
        static let graphInput: UInt64 = 11
        static let graphOutput: UInt64 = 12
        static let name: UInt64 = 1
        static let key: UInt64 = 1
        static let value: UInt64 = 2
    }

    /// The bytes of the file with no metadata of the given keys, in their order.
    private(set) var kept: [Range<Int>] = []
    private(set) var inputs: Set<String> = []
    private(set) var outputs: Set<String> = []

    /// - Parameters:
    ///   - bytes: the file, which may be mapped: little of it is read.
    ///   - keys: metadata that `kept` leaves out.
    /// - Throws: `badVoice` when it is no ONNX file, or not all of one.
    init(_ bytes: Data, without keys: Set<String>) throws(SynthesisError) {
        var found: (kept: [Range<Int>], inputs: Set<String>, outputs: Set<String>) = ([], [], [])
        let isWhole = bytes.withUnsafeBytes { buffer in
            var hasGraph = false
            let isRead = Self.fields(of: buffer) { field, content, whole in
                switch field {
                case Field.graph:
                    hasGraph = true
                    return Self.fields(of: UnsafeRawBufferPointer(rebasing: buffer[content])) { inner, place, _ in
                        guard inner == Field.graphInput || inner == Field.graphOutput else { return true }
                        let value = content.lowerBound + place.lowerBound..<content.lowerBound + place.upperBound
                        guard let name = Self.text(Field.name, of: buffer, in: value) else { return false }
                        if inner == Field.graphInput { found.inputs.insert(name) } else { found.outputs.insert(name) }
                        return true
                    } && Self.keep(whole, in: &found.kept)
                case Field.metadata:
                    if let key = Self.text(Field.key, of: buffer, in: content), keys.contains(key) { return true }
                    return Self.keep(whole, in: &found.kept)
                default: return Self.keep(whole, in: &found.kept)
                }
            }
            return isRead && hasGraph
        }
        guard isWhole else { throw SynthesisError(.badVoice, "the voice's model is no ONNX file, or was cut short: download it again") }
        (kept, inputs, outputs) = found
    }

    /// One entry of metadata, to be appended to a file.
    static func metadata(_ key: String, _ value: String) -> [UInt8] {
        func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] { varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes }
        return field(Field.metadata, field(Field.key, Array(key.utf8)) + field(Field.value, Array(value.utf8)))
    }

    static func varint(_ value: UInt64) -> [UInt8] {
        var value = value
        var bytes: [UInt8] = []
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        return bytes + [UInt8(value)]
    }

    private static func keep(_ range: Range<Int>, in kept: inout [Range<Int>]) -> Bool {
        if let last = kept.last, last.upperBound == range.lowerBound { kept[kept.count - 1] = last.lowerBound..<range.upperBound } else { kept.append(range) }
        return true
    }

    private static func text(_ wanted: UInt64, of buffer: UnsafeRawBufferPointer, in range: Range<Int>) -> String? {
        var text: String?
        let isRead = fields(of: UnsafeRawBufferPointer(rebasing: buffer[range])) { field, place, _ in
            if field == wanted {
                text = String(validating: buffer[range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound], as: UTF8.self)
            }
            return true
        }
        return isRead ? text : nil
    }

    /// Goes through the fields of a message.
    ///
    /// - Parameter body: takes a field's number, the place of its content and that of all of it, and says whether to go on.
    /// - Returns: whether all of them were read, and nothing else is there.
    private static func fields(of buffer: UnsafeRawBufferPointer, _ body: (UInt64, Range<Int>, Range<Int>) -> Bool) -> Bool {
        var next = 0
        func varint() -> UInt64? {
            var value: UInt64 = 0
            for shift in stride(from: UInt64(0), to: 64, by: 7) {
                guard next < buffer.count else { return nil }
                let byte = buffer[next]
                next += 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return value }
            }
            return nil
        }
        while next < buffer.count {
            let start = next
            guard let tag = varint(), tag >> 3 > 0 else { return false }
            let length: UInt64
            switch tag & 7 {
            case 0:
                let before = next
                guard varint() != nil else { return false }
                length = UInt64(next - before)
                next = before
            case 1: length = 8
            case 2:
                guard let bytes = varint() else { return false }
                length = bytes
            case 5: length = 4
            default: return false
            }
            guard length <= UInt64(buffer.count - next) else { return false }
            let content = next..<next + Int(length)
            next = content.upperBound
            guard body(tag >> 3, content, start..<next) else { return false }
        }
        return true
    }
}
