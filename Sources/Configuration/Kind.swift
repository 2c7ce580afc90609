import Base
import Foundation

/// A type of value: how its text is read, and what to tell somebody whose text could not be.
struct Kind<Value: Sendable>: Sendable {
    let expectation: (fr: String, en: String)
    var isSecret = false
    let parse: @Sendable (_ text: String, _ userHome: String) -> Value?

    init(fr: String, en: String, isSecret: Bool = false, parse: @escaping @Sendable (String) -> Value?) {
        self.init(fr: fr, en: en, isSecret: isSecret) { text, _ in parse(text) }
    }

    init(fr: String, en: String, isSecret: Bool = false, parse: @escaping @Sendable (String, String) -> Value?) {
        expectation = (fr, en)
        self.isSecret = isSecret
        self.parse = parse
    }
}

extension Kind where Value == String {
    static var text: Kind { Kind(fr: "un texte", en: "text") { $0 } }

    /// A path; `~/` is the user's home folder.
    static var path: Kind {
        Kind(fr: "un chemin", en: "a path") { text, userHome in
            text == "~" || text.hasPrefix("~/") ? userHome + text.dropFirst(1) : text
        }
    }

    /// A name or an address to listen on.
    static var host: Kind {
        Kind(fr: "une adresse ou un nom d'hôte, sans port", en: "an address or host name, without a port") { text in
            let allowed = text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
            let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
            return allowed && colons != 1 ? text : nil
        }
    }
}

extension Kind where Value == Int {
    static func whole(_ range: ClosedRange<Int>) -> Kind {
        Kind(fr: "un nombre entier de \(range.lowerBound) à \(range.upperBound)", en: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    static var port: Kind {
        Kind(fr: "un port, de 0 à 65535 (0 : un port libre)", en: "a port from 0 to 65535 (0: any free one)") { text in
            Int(text).flatMap { 0...65_535 ~= $0 ? $0 : nil }
        }
    }

}

extension Kind where Value == Double {
    static func number(_ range: ClosedRange<Double>) -> Kind {
        Kind(fr: "un nombre de \(range.lowerBound) à \(range.upperBound)", en: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Double(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension Kind where Value == Bool {
    static var yesOrNo: Kind {
        Kind(fr: "true ou false", en: "true or false") { text in
            switch text.lowercased() {
            case "true", "1", "yes", "on": true
            case "false", "0", "no", "off": false
            default: nil
            }
        }
    }
}

extension Kind where Value == Duration {
    /// A whole number of `unit`, at most `most` of them.
    static func time(_ unit: TimeUnit, atMost most: Int) -> Kind {
        Kind(fr: "un nombre entier de \(unit.french), de 1 à \(most)", en: "a whole number of \(unit.rawValue) from 1 to \(most)") { text in
            Int(text).flatMap { 1...most ~= $0 ? .seconds($0 * unit.seconds) : nil }
        }
    }
}

/// Units in which lengths of time are written.
enum TimeUnit: String {
    case seconds, minutes, days

    var seconds: Int {
        switch self {
        case .seconds: 1
        case .minutes: 60
        case .days: 86_400
        }
    }

    var french: String {
        switch self {
        case .seconds: "secondes"
        case .minutes: "minutes"
        case .days: "jours"
        }
    }
}

extension Kind where Value == [String] {
    /// Words between commas.
    static var list: Kind {
        Kind(fr: "une liste séparée par des virgules", en: "a list separated by commas") { text in
            text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }

    /// Origins as a browser sends them, or `*`.
    static var origins: Kind {
        Kind(fr: "une liste d'origines (https://nom:port) ou *", en: "a list of origins (https://name:port) or *") { text in
            let origins = Kind<[String]>.list.parse(text, "") ?? []
            let valid = origins.allSatisfy { origin in
                if origin == "*" { return true }
                guard let url = URL(string: origin), let scheme = url.scheme, ["http", "https"].contains(scheme), url.host() != nil else { return false }
                return url.path().isEmpty && url.query() == nil && url.user() == nil
            }
            return valid ? origins : nil
        }
    }
}

extension Kind where Value == URL {
    /// An absolute address with one of `schemes`.
    static func url(_ schemes: String...) -> Kind {
        let forms = schemes.map { $0 + "://" }
        return Kind(fr: "une adresse (\(forms.joined(separator: " ou "))…)", en: "an address (\(forms.joined(separator: " or "))…)") { text in
            guard let url = URL(string: text), let scheme = url.scheme, schemes.contains(scheme) else { return nil }
            return url.host()?.isEmpty == false || (scheme == "unix" && !url.path().isEmpty) ? url : nil
        }
    }
}

extension Kind where Value == Secret {
    static var secret: Kind { Kind(fr: "un secret", en: "a secret", isSecret: true) { Secret($0) } }

    /// An address that may hold a password.
    static func secretURL(_ schemes: String...) -> Kind {
        let forms = schemes.map { $0 + "://" }
        return Kind(fr: "une adresse (\(forms.joined(separator: " ou "))…)", en: "an address (\(forms.joined(separator: " or "))…)", isSecret: true) { text in
            URL(string: text)?.scheme.map(schemes.contains) == true ? Secret(text) : nil
        }
    }
}

extension Kind where Value == TimeZone {
    static var timeZone: Kind {
        Kind(fr: "system ou un fuseau horaire (Europe/Paris)", en: "system or a time zone (Europe/Paris)") { text in
            text == "system" ? TimeZone.current : TimeZone(identifier: text)
        }
    }
}

extension Kind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the raw values of an enumeration.
    static var choice: Kind {
        let words = Value.allCases.map(\.rawValue)
        return Kind(fr: words.joined(separator: ", ").replacingLast(", ", by: " ou "), en: words.joined(separator: ", ").replacingLast(", ", by: " or ")) {
            text in
            Value(rawValue: text.lowercased())
        }
    }
}

extension String {
    fileprivate func replacingLast(_ part: String, by other: String) -> String {
        guard let range = range(of: part, options: .backwards) else { return self }
        return replacingCharacters(in: range, with: other)
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
