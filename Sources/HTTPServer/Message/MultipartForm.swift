/// A body of `multipart/form-data` (RFC 7578), as browsers and upload tools send files.
public struct MultipartForm: Sendable {
    public struct Part: Sendable, Hashable {
        public var name: String
        /// As the sender calls it: never a path to be used.
        public var fileName: String?
        public var bytes: ArraySlice<UInt8>
    }

    /// More parts than any form of ours has.
    private static let partLimit = 64

    public let parts: [Part]

    /// - Parameter contentType: the request's header field, which holds the boundary.
    /// - Throws: `HTTPError` 400 for what does not keep to the format, 415 for another content type.
    public init(_ whole: [UInt8], contentType: String?) throws(HTTPError) {
        let body = whole[...]
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else {
            throw HTTPError(.unsupportedMediaType, detail: "Send multipart/form-data.")
        }
        // RFC 2046, 5.1.1: 1 to 70 characters.
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw Self.malformed("its boundary is missing")
        }
        let delimiter = Array("--\(boundary)".utf8)
        guard var position = Self.find(delimiter, in: body, from: 0), position == 0 || body[..<position].suffix(2).elementsEqual([13, 10]) else {
            throw Self.malformed("it does not begin with its boundary")
        }
        var parts: [Part] = []
        let separator = [13, 10] + delimiter
        position += delimiter.count
        while true {
            if body[position...].starts(with: [45, 45]) { break }
            // White space may follow a boundary.
            while position < body.count, body[position] == 32 || body[position] == 9 { position += 1 }
            guard body[position...].starts(with: [13, 10]) else { throw Self.malformed("a boundary is not followed by a line end") }
            guard let end = Self.find(separator, in: body, from: position) else { throw Self.malformed("it is cut off") }
            guard parts.count < Self.partLimit else { throw Self.malformed("it has more than \(Self.partLimit) parts") }
            parts.append(try Self.part(body[position..<end]))
            position = end + separator.count
        }
        self.parts = parts
    }

    /// The text of a field; `nil` when it is not there.
    public subscript(name: String) -> String? { parts.first { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// From the line end behind the boundary to the line end before the next one.
    private static func part(_ bytes: ArraySlice<UInt8>) throws(HTTPError) -> Part {
        var position = bytes.startIndex, name: String?, fileName: String?
        while true {
            guard bytes[position...].starts(with: [13, 10]) else { throw malformed("a header of a part is damaged") }
            position += 2
            if bytes[position...].starts(with: [13, 10]) || position == bytes.endIndex { break }
            let end = find([13, 10], in: bytes, from: position) ?? bytes.endIndex
            guard end - position <= 4_096 else { throw malformed("a header of a part is too long") }
            let line = String(decoding: bytes[position..<end], as: UTF8.self)
            if line.lowercased().hasPrefix("content-disposition:") {
                name = parameter("name", of: line)
                fileName = parameter("filename", of: line)
            }
            position = end
            if position == bytes.endIndex { throw malformed("a part has no body") }
        }
        guard let name else { throw malformed("a part has no name") }
        return Part(name: name, fileName: fileName, bytes: bytes[min(position + 2, bytes.endIndex)...])
    }

    /// The value of `; key=value` or `; key="value"`, where a quote in it is written `\"` or `%22`.
    private static func parameter(_ key: String, of field: String) -> String? {
        var rest = Substring(field)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop(while: { $0 == " " || $0 == "\t" })
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let isWanted = rest[..<equals].lowercased() == key
            rest = rest[rest.index(after: equals)...]
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" ? rest.popFirst() ?? character : character)
                }
            } else {
                value = String(rest.prefix { $0 != ";" && $0 != " " })
                rest = rest.dropFirst(value.count)
            }
            if isWanted { return value }
        }
        return nil
    }

    /// Where `wanted` begins, at `start` or behind it.
    private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        let first = wanted[0]
        var position = start
        while let found = bytes[position...].firstIndex(of: first) {
            if bytes[found...].starts(with: wanted) { return found }
            position = found + 1
        }
        return nil
    }

    private static func malformed(_ what: String) -> HTTPError { HTTPError(.badRequest, detail: "The form cannot be read: \(what).") }
}
