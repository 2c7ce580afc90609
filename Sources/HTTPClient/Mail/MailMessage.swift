private import Base
public import Foundation

/// A letter of plain text, as it goes over the wire (RFC 5322, MIME).
public struct MailMessage: Sendable, Hashable {
    public var from: String
    public var to: [String]
    public var subject: String
    public var body: String
    public var date: Date
    /// Tells it from others, also when it is sent twice.
    public var id: String

    public init(from: String, to: [String], subject: String, body: String, date: Date, id: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.date = date
        self.id = id
    }

    /// Whether a text can stand for an address: one that could end the line or the brackets around it cannot.
    public static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= 254 && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#"<>()[]\,;:""#.utf8.contains($0) }
    }

    /// Lines end in CR LF. Subject and body are in base64, so that nothing in them is read as a header or an end.
    var bytes: [UInt8] {
        let domain = from.split(separator: "@").last ?? "localhost"
        let lines = [
            "Date: \(Self.dateFormat.string(from: date))", "From: Jarvis <\(from)>", "To: \(to.map { "<\($0)>" }.joined(separator: ", "))",
            "Message-ID: <\(id.filter { $0.isLetter || $0.isNumber || $0 == "-" })@\(domain)>", "Subject: \(Self.encodedWords(subject))",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        let text = Data(body.replacing("\n", with: "\r\n").utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((lines.joined(separator: "\r\n") + "\r\n" + text + "\r\n").utf8)
    }

    /// RFC 2047: words of at most 75 characters, none of which splits a character.
    private static func encodedWords(_ text: String) -> String {
        var words: [String] = [], word: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            if word.count + bytes.count > 45, !word.isEmpty {
                words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=")
                word = []
            }
            word += bytes.prefix(45)
        }
        words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=")
        return words.joined(separator: "\r\n ")
    }

    private static var dateFormat: DateFormatter {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format
    }
}
