import Foundation

/// Finds the text of every variable: the environment first, then the file a `NAME_FILE` variable points to, then `$JARVIS_HOME/jarvis.env`.
struct SourceReader {
    let environment: [String: String]
    let readFile: (String) throws -> String?
    var issues: [ConfigurationIssue] = []

    init(environment: [String: String], readFile: @escaping (String) throws -> String?) {
        // An empty variable is an absent one, as in Compose files.
        self.environment = environment.filter { !$0.value.isEmpty }
        self.readFile = readFile
    }

    var userHome: String { environment["HOME"] ?? NSHomeDirectory() }

    mutating func readAll() -> [String: Found] {
        let file = environmentFile()
        checkNames(file)
        var found: [String: Found] = [:]
        for setting in Configuration.readable {
            let candidates = [setting.name, setting.alias].compactMap(\.self)
            for name in candidates where found[setting.name] == nil {
                found[setting.name] = value(of: name, in: environment, origin: .environment)
            }
            for name in candidates where found[setting.name] == nil && setting.name != "JARVIS_HOME" {
                found[setting.name] = value(of: name, in: file.values, origin: .file(file.path))
            }
        }
        return found
    }

    /// NAME, or the contents of the file that NAME_FILE points to.
    private mutating func value(of name: String, in values: [String: String], origin: Configuration.Origin) -> Found? {
        let indirect = Self.known.contains(name + "_FILE") ? nil : values[name + "_FILE"]
        if let text = values[name] {
            if indirect != nil { issues.append(.both(name)) }
            return Found(text: text, origin: origin)
        }
        guard let path = indirect else { return nil }
        do {
            guard let text = try readFile(path)?.trimmingCharacters(in: .whitespacesAndNewlines) else {
                issues.append(.noFile(name + "_FILE", path: path))
                return nil
            }
            return text.isEmpty ? nil : Found(text: text, origin: .file(path))
        } catch {
            issues.append(.unreadableFile(name + "_FILE", path: path))
            return nil
        }
    }

    private mutating func environmentFile() -> EnvironmentFile {
        let home = environment["JARVIS_HOME"] ?? "~/.local/share/jarvis"
        let path = (home.hasPrefix("~/") ? userHome + home.dropFirst(1) : home) + "/jarvis.env"
        do {
            let file = EnvironmentFile(path: path, text: try readFile(path) ?? "")
            issues += file.issues
            return file
        } catch {
            issues.append(.unreadableFile("JARVIS_HOME", path: path))
            return EnvironmentFile(path: path, text: "")
        }
    }

    private static let known = Set(Configuration.readable.flatMap { [$0.name, $0.alias].compactMap(\.self) })

    /// In the environment only names that begin with JARVIS_ can be judged; the file is Jarvis's own, so there every name is.
    private mutating func checkNames(_ file: EnvironmentFile) {
        func isKnown(_ name: String) -> Bool { Self.known.contains(name) || (name.hasSuffix("_FILE") && Self.known.contains(String(name.dropLast(5)))) }
        for name in environment.keys.sorted() where name.hasPrefix("JARVIS_") && !isKnown(name) {
            issues.append(.unknown(name, nearest: Spelling.nearest(to: name, among: Self.known), file: nil))
        }
        for name in file.values.keys.sorted() where !isKnown(name) {
            issues.append(.unknown(name, nearest: Spelling.nearest(to: name, among: Self.known), file: file.path))
        }
        if file.values["JARVIS_HOME"] != nil { issues.append(.homeInFile(file.path)) }
    }
}

/// A file of `NAME=value` lines: `#` begins a comment line, `export ` may stand before, values may be in single or double quotes.
struct EnvironmentFile {
    let path: String
    private(set) var values: [String: String] = [:]
    private(set) var issues: [ConfigurationIssue] = []

    init(path: String, text: String) {
        self.path = path
        for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var line = raw.trimmingCharacters(in: .whitespaces.union(["\r"]))
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("export ") { line = line.dropFirst(7).trimmingCharacters(in: .whitespaces) }
            guard let equals = line.firstIndex(of: "="), case let name = line[..<equals].trimmingCharacters(in: .whitespaces), Self.isName(name) else {
                issues.append(.badLine(number + 1, file: path))
                continue
            }
            let value = Self.unquoted(line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces))
            if !value.isEmpty { values[name] = value }
        }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 }
    }

    private static func unquoted(_ value: String) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) { return String(value.dropFirst().dropLast()) }
        // Outside quotes a # after a space begins a comment.
        return value.range(of: " #").map { String(value[..<$0.lowerBound]).trimmingCharacters(in: .whitespaces) } ?? value
    }
}

/// Finds the known name that somebody probably meant; the command line uses it too.
public enum Spelling {
    /// The nearest of `names`, when no more than a third of the letters differ.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let ranked = names.map { (name: $0, distance: distance(name, $0)) }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let ranked, ranked.distance * 3 <= name.count else { return nil }
        return ranked.name
    }

    /// Letters to add, drop, replace or swap (the optimal string alignment distance).
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8), b = Array(b.utf8)
        var before: [Int] = [], previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
