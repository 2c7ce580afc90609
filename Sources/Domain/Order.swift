public import Base
public import Foundation

/// The value that an utterance gives for a slot of an intent.
public struct SlotValue: Sendable, Hashable, Codable {
    /// What is meant: the name of the area as the house has it, 20, `shutter`.
    public var value: JSONValue
    /// The words it was read from; empty for a value that the intent brings itself.
    public var text: String
    /// For `name`, `area` and `floor`: the ids of what bears that name in the house, one as a rule.
    public var ids: [String]

    public init(_ value: JSONValue, text: String = "", ids: [String] = []) {
        self.value = value
        self.text = text
        self.ids = ids
    }
}

/// What an utterance, or a part of it, asks for: an intent with its slots.
///
/// Intents and slots are those of Home Assistant's intents (`HassTurnOn` with `name`, `area`, `floor`, `domain`, `device_class` …);
/// those that exist only here begin with `Jarvis` (docs/intents.md).
public struct Intent: Sendable, Hashable, Codable {
    public var name: String
    public var slots: [String: SlotValue]

    public init(_ name: String, _ slots: [String: SlotValue] = [:]) {
        self.name = name
        self.slots = slots
    }
}

/// One thing to do or to tell, out of an utterance that may hold several.
public struct Order: Sendable, Hashable, Codable {
    /// When it is to be done.
    public enum Timing: Sendable, Hashable, Codable {
        case now
        /// Once, this long from now.
        case after(seconds: Double)
        /// Once, then.
        case at(Date)
        /// Each time that something happens: an automation. `once`: only the next time.
        case when(Trigger, once: Bool)
    }

    public var intent: Intent
    /// The words of the utterance that it was read from, in their spelling.
    public var text: String
    public var timing: Timing
    /// What is left out ("sauf la cuisine"): each with some of the slots `name`, `area`, `floor`, `domain`, `device_class`.
    public var exceptions: [[String: SlotValue]]
    /// Whether the speaker named more than one room or everything in the house ("tout", "partout"), so that many devices are no surprise.
    public var isWide: Bool
    /// Whether it takes back another order of the same utterance ("pendant dix minutes"): nothing is to be taken back of what changed nothing.
    public var isReturn: Bool?

    public init(_ intent: Intent, text: String, timing: Timing = .now, exceptions: [[String: SlotValue]] = [], isWide: Bool = false) {
        self.intent = intent
        self.text = text
        self.timing = timing
        self.exceptions = exceptions
        self.isWide = isWide
    }
}

/// What sets an automation off.
public enum Trigger: Sendable, Hashable, Codable {
    /// At a time of day, in the house's time zone; `weekdays` are ISO 8601 (1 is Monday), empty for every day.
    case time(hour: Int, minute: Int, weekdays: [Int])
    /// Sunrise or sunset, shifted by `offset` seconds.
    case sun(SunEvent, offset: Double)
    /// An entity comes to a state (and, with `seconds` above 0, stays there that long).
    case state(entity: String, to: String, seconds: Double)
    /// A number of an entity goes above or below a limit; of its state, or of `attribute`.
    case number(entity: String, attribute: String?, above: Double?, below: Double?)
    /// Somebody comes home or leaves; `person` is an entity, or `nil` for the first who comes and the last who leaves.
    case presence(person: String?, arrives: Bool)

    public enum SunEvent: String, Sendable, Hashable, Codable { case sunrise, sunset }
}

/// What came of reading an utterance.
public enum Reading: Sendable, Hashable {
    /// All of it was understood, surely enough to act on.
    case orders([Order])
    /// Something of it is not sure: to be asked, and nothing done before the answer.
    case question(Question)
    /// Yes to the orders that wait for it, or no to whatever was asked; and nothing else was said.
    case answer(isYes: Bool)
    /// Not for the house or a skill: the model's.
    case none

    /// A question back, with what to do for each answer.
    public struct Question: Sendable, Hashable {
        public struct Choice: Sendable, Hashable {
            /// How this choice is said: "la lampe du salon".
            public var label: String
            public var orders: [Order]

            public init(label: String, orders: [Order]) {
                self.label = label
                self.orders = orders
            }
        }

        /// Asked aloud, in the utterance's language.
        public var text: String
        /// What "oui" or a choice's words stand for; the likeliest first. Empty: the question only says what was not known.
        public var choices: [Choice]

        public init(text: String, choices: [Choice] = []) {
            self.text = text
            self.choices = choices
        }
    }
}

/// What is known when an utterance is read, besides its words.
public struct ReadingContext: Sendable {
    public var language: Language
    public var now: Date
    public var timeZone: TimeZone
    /// The area where it was said, as an id of the house: the satellite's.
    public var area: String?
    /// The orders of the conversation's last turn, for "éteins-la" and "et dans la chambre aussi". Empty when that was too long ago.
    public var previous: [Order]
    /// What was asked back in the last turn.
    public var question: Reading.Question?
    /// Orders that were read in the last turn, and wait for a yes.
    public var unconfirmed: [Order]
    /// Orders that were read in the last turn, and lack which thing or room is meant.
    public var incomplete: [Order]
    /// Whether the house is there for who says it: else its names are not known either.
    public var knowsHouse: Bool

    public init(
        language: Language, now: Date, timeZone: TimeZone, area: String? = nil, previous: [Order] = [], question: Reading.Question? = nil,
        unconfirmed: [Order] = [], incomplete: [Order] = [],
        knowsHouse: Bool = true
    ) {
        self.language = language
        self.now = now
        self.timeZone = timeZone
        self.area = area
        self.previous = previous
        self.question = question
        self.unconfirmed = unconfirmed
        self.incomplete = incomplete
        self.knowsHouse = knowsHouse
    }
}

/// Reads utterances without a model.
public protocol OrderReader: Sendable {
    /// Never waits and has no effect.
    func read(_ text: String, in context: ReadingContext) -> Reading
}

/// Carries out orders of some intents.
public protocol OrderHandler: Sendable {
    /// A short English word for traces and metrics: `home`, `timers`.
    var name: String { get }
    /// The intents it takes.
    var intents: Set<String> { get }
    /// - Parameter isConfirmed: the speaker was asked about these very orders and said yes.
    /// - Returns: `nil` when the order is not for it after all.
    func handle(_ order: Order, isConfirmed: Bool, language: Language, in context: SkillContext) async throws -> SkillReply?
    /// What speaks against keeping an order for later, when it is carried out as confirmed and nobody is there to be asked. Has no effect.
    ///
    /// - Returns: `nil` when nothing does, or the order is not for it.
    func caveat(about order: Order, language: Language, in context: SkillContext) async throws -> Caveat?
}

extension OrderHandler {
    public func caveat(about order: Order, language: Language, in context: SkillContext) async throws -> Caveat? { nil }
}

/// Why an order is not simply kept for later; in the speaker's language.
public enum Caveat: Sendable, Hashable {
    /// It wants a yes first: the question.
    case confirm(String)
    /// It does not say which thing or room is meant: the question.
    case ask(String)
    /// It is not kept at all: why.
    case refuse(String)
    /// Whoever asks may not have it done.
    case forbid(String)
    /// Whoever asks has to prove first who they are, as they wanted it.
    case prove(String)
}
