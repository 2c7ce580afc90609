import Foundation

/// What the environment and `$JARVIS_HOME/jarvis.env` say, read once, checked whole, and never changed afterwards.
///
/// Each variable of `Settings` is a member of its own type: `configuration.backendPort` is an `Int`.
@dynamicMemberLookup
public struct Configuration: Sendable {
    /// Where a value was found.
    public enum Origin: Sendable, Hashable {
        case fallback
        case environment
        /// A file: `jarvis.env`, or the one a `NAME_FILE` variable points to.
        case file(String)
    }

    /// One line of `jarvis config show`.
    public struct Entry: Sendable {
        public let setting: any AnySetting
        /// The text as it was written; masked for secrets, `nil` when the variable is absent.
        public let shown: String?
        public let origin: Origin
    }

    private static let settings = Settings()

    /// Every variable there is, by topic, in the order of `Settings`.
    public static let table: [any AnySetting] = readable

    /// The same, as the loader needs it. Taken by reflection from `Settings`, so that no second list can disagree with it.
    static let readable: [any ReadableSetting] = Mirror(reflecting: settings).children.compactMap { $0.value as? any ReadableSetting }

    private let values: [String: any Sendable]
    private let texts: [String: Found]

    /// Reads and checks everything.
    /// - Parameters:
    ///   - environment: the process's variables.
    ///   - readFile: the contents of a file as text; `nil` when there is no such file.
    /// - Throws: one error that names every problem at once.
    public init(environment: [String: String], readFile: @escaping (String) throws -> String? = Self.contents) throws(ConfigurationError) {
        var reader = SourceReader(environment: environment, readFile: readFile)
        let texts = reader.readAll()
        var values: [String: any Sendable] = [:]
        var unreadable: Set<String> = []
        for setting in Self.readable {
            if let value = setting.value(from: texts[setting.name]?.text, userHome: reader.userHome) {
                values[setting.name] = value
            } else {
                unreadable.insert(setting.name)
                reader.issues.append(ConfigurationIssue.unreadable(setting, texts[setting.name]))
                // The default stands in, so that the rules below can still be checked and reported.
                values[setting.name] = setting.value(from: nil, userHome: reader.userHome)
            }
        }
        self.values = values
        self.texts = texts
        let issues = reader.issues + (placeIssues() + productionIssues()).filter { !unreadable.contains($0.variable) }
        if !issues.isEmpty { throw ConfigurationError(issues) }
    }

    /// The value of one variable.
    public subscript<Value: Sendable>(dynamicMember member: KeyPath<Settings, Setting<Value>>) -> Value {
        let setting = Self.settings[keyPath: member]
        guard let box = values[setting.name] as? Box<Value> else {
            preconditionFailure("\(setting.name) has no value: its default in Settings cannot be read")
        }
        return box.value
    }

    /// All variables with what is in force, in the order of the table.
    public var entries: [Entry] {
        Self.table.map { setting in
            let found = texts[setting.name]
            let text = found?.text ?? setting.fallback
            return Entry(setting: setting, shown: setting.isSecret && found != nil ? "********" : text, origin: found?.origin ?? .fallback)
        }
    }

    /// The variables of this process. Nothing else in the program reads them.
    public static var processEnvironment: [String: String] { ProcessInfo.processInfo.environment }

    /// The text of a file, `nil` when there is none. At most a megabyte: no variable is longer.
    public static func contents(of path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        let data = try handle.read(upToCount: 1 << 20) ?? Data()
        guard let text = String(data: data, encoding: .utf8) else { throw CocoaError(.fileReadInapplicableStringEncoding) }
        return text
    }
}

/// A text that a source had for a variable.
struct Found: Sendable {
    let text: String
    let origin: Configuration.Origin
}
