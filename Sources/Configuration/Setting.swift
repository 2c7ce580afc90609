/// One variable of the configuration: its name, what it may hold, what it is when nobody sets it, and one line of help.
///
/// All of them are members of `Settings`; nothing else makes any.
public struct Setting<Value: Sendable>: Sendable {
    /// The name of the environment variable.
    public let name: String
    /// An older name that is still accepted.
    public let alias: String?
    public let topic: Topic
    /// One line of English: what it is for, and what to set it to.
    public let help: String
    /// Whether the value is masked wherever the configuration is shown.
    public let isSecret: Bool
    /// The text that is read when nobody sets the variable; `nil` when it is then absent.
    public let fallback: String?
    /// What an absent variable means, for the reference page.
    public let otherwise: String?
    /// What it may hold, in a few English words.
    public let expectation: String

    let expectationFR: String
    /// Reads a text, or makes the value of an absent variable.
    let read: @Sendable (_ text: String?, _ userHome: String) -> Value?

    /// A variable that always has a value.
    init(_ name: String, alias: String? = nil, _ kind: Kind<Value>, default fallback: String, _ topic: Topic, _ help: String) {
        self.init(name, alias, kind.expectation, kind.isSecret, fallback, nil, topic, help) { text, home in
            kind.parse(text ?? fallback, home)
        }
    }

    /// A variable that may be absent.
    init<Wrapped>(_ name: String, alias: String? = nil, optional kind: Kind<Wrapped>, otherwise: String? = nil, _ topic: Topic, _ help: String)
    where Value == Wrapped? {
        self.init(name, alias, kind.expectation, kind.isSecret, nil, otherwise, topic, help) { text, home in
            // The outer optional says whether the text could be read, the inner one whether there was any.
            guard let text else { return .some(.none) }
            return kind.parse(text, home).map(Optional.some)
        }
    }

    private init(
        _ name: String, _ alias: String?, _ expectation: (fr: String, en: String), _ isSecret: Bool, _ fallback: String?, _ otherwise: String?, _ topic: Topic,
        _ help: String, read: @escaping @Sendable (String?, String) -> Value?
    ) {
        self.name = name
        self.alias = alias
        self.topic = topic
        self.help = help
        self.isSecret = isSecret
        self.fallback = fallback
        self.otherwise = otherwise
        self.expectation = expectation.en
        expectationFR = expectation.fr
        self.read = read
    }
}

/// A heading of the reference page.
public enum Topic: String, Sendable, CaseIterable {
    case general = "General"
    case listening = "Addresses and ports"
    case security = "Accounts and secrets"
    case logs = "Logs"
    case storage = "Storage"
    case model = "Language model"
    case speech = "Speech"
    case home = "Home"
    case skills = "Everyday skills"
    case web = "Web search and browsing"
    case mail = "Mail"
    case client = "Command line client"
}

/// A `Setting` of whatever type: what checks, the reference page and `jarvis config show` need of it.
public protocol AnySetting: Sendable {
    var name: String { get }
    var alias: String? { get }
    var topic: Topic { get }
    var help: String { get }
    var isSecret: Bool { get }
    var fallback: String? { get }
    var otherwise: String? { get }
    var expectation: String { get }
}

/// What the loader needs beyond that.
protocol ReadableSetting: AnySetting {
    var expectationFR: String { get }
    func value(from text: String?, userHome: String) -> (any Sendable)?
}

/// Keeps a value, which may be an optional, as one thing in a dictionary.
struct Box<Value: Sendable>: Sendable { let value: Value }

extension Setting: ReadableSetting {
    func value(from text: String?, userHome: String) -> (any Sendable)? { read(text, userHome).map(Box.init) }
}
