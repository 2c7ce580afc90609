public import Base
public import Foundation

/// Orders that are carried out later: once at a time, each time something happens, or when somebody asks for them by name.
public struct Automation: Sendable, Hashable {
    public typealias ID = Identifier<Automation>

    /// What sets it off.
    public enum Occasion: Sendable, Hashable, Codable {
        /// Once, then.
        case at(Date)
        /// Each time this happens, or only the next time.
        case when(Trigger, once: Bool)
        /// Nothing but a wish: a script, run by its name.
        case onDemand
    }

    /// What must hold besides, at the moment it is set off; otherwise it is left out that time.
    public enum Condition: Sendable, Hashable, Codable {
        /// The time of day, in minutes after midnight, from the first up to but not including the second; past midnight when the second is the
        /// smaller one. `weekdays` are ISO 8601 (1 is Monday), empty for every day; past midnight the day on which the window began counts.
        case time(from: Int, to: Int, weekdays: [Int])
        /// An entity is, or is not, in a state. What is not known is not met.
        case state(entity: String, value: String, isMet: Bool)
        /// A number of an entity lies above or below a limit; of its state, or of `attribute`.
        case number(entity: String, attribute: String?, above: Double?, below: Double?)
        /// The sun is up, or is not.
        case daylight(Bool)
    }

    /// How far the trigger has come, so that neither a restart nor a broken connection makes it fire twice or miss its turn.
    public enum Phase: Int, Sendable, Hashable, Codable {
        /// What it waits for is not so.
        case idle
        /// It is so, and has to stay so for a while.
        case holding
        /// It is so, and the automation was set off (or found it so when it was made).
        case reached
    }

    public var id: ID
    /// How people call it; sealed at rest.
    public var name: String
    public var occasion: Occasion
    public var conditions: [Condition]
    /// What is to be done, as it was understood when the automation was made: its ids mean the same next month. Sealed at rest.
    public var orders: [Order]
    public var isPaused: Bool
    public var createdAt: Date
    /// When it was made or last resumed: what came due before is nobody's miss.
    public var activeSince: Date
    /// Whose rights its orders have, each time with the role of that day, and never more than `limit`.
    public var createdBy: Principal
    /// What its maker might when they made it, where that was other than usual for their role: a key may less than its owner.
    public var limit: Permissions?
    /// What its result is said in.
    public var language: Language
    /// `nil` when nothing is known yet.
    public var phase: Phase?
    /// When one that runs once was claimed: it never runs again.
    public var doneAt: Date?

    /// Whether it runs a single time.
    public var isOnce: Bool {
        switch occasion {
        case .at: true
        case .when(_, let once): once
        case .onDemand: false
        }
    }

    public init(
        id: ID = ID(), name: String, occasion: Occasion, conditions: [Condition] = [], orders: [Order], isPaused: Bool = false, createdAt: Date,
        activeSince: Date? = nil, createdBy: Principal, limit: Permissions? = nil, language: Language, phase: Phase? = nil, doneAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.occasion = occasion
        self.conditions = conditions
        self.orders = orders
        self.isPaused = isPaused
        self.createdAt = createdAt
        self.activeSince = activeSince ?? createdAt
        self.createdBy = createdBy
        self.limit = limit
        self.language = language
        self.phase = phase
        self.doneAt = doneAt
    }
}

/// One time that an automation was set off, and what came of it.
public struct AutomationRun: Sendable, Hashable {
    public typealias ID = Identifier<AutomationRun>

    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// Claimed; its orders are being carried out.
        case running
        case done
        /// Its orders came to nothing; `result` says why.
        case failed
        /// A condition was not met.
        case skipped
        /// Jarvis or the house was not there when it was due, and later it would have been too late.
        case missed
        /// Jarvis stopped while it ran: nobody knows how far it came, and it is not done again.
        case interrupted
    }

    /// What set it off.
    public enum Cause: Sendable, Hashable, Codable {
        case time
        case sun(Trigger.SunEvent)
        /// An entity, with its name and state of that moment.
        case entity(id: String, name: String, value: String)
        /// Somebody asked for it by name.
        case request(by: String)
    }

    public var id: ID
    public var automation: Automation.ID
    /// The automation's name of that day; sealed at rest.
    public var name: String
    /// The same on every replica and after every restart: one key of one automation runs once.
    public var dueKey: String
    public var dueAt: Date
    public var startedAt: Date
    public var finishedAt: Date?
    public var outcome: Outcome
    public var cause: Cause
    /// The entities that its orders were about, each with the states they would bring it to; none when any may come of it. Sealed at rest.
    public var targets: [String: [String]]
    /// What was said of it; sealed at rest.
    public var result: String

    public init(
        id: ID = ID(), automation: Automation.ID, name: String, dueKey: String, dueAt: Date, startedAt: Date, finishedAt: Date? = nil,
        outcome: Outcome = .running, cause: Cause, targets: [String: [String]] = [:], result: String = ""
    ) {
        self.id = id
        self.automation = automation
        self.name = name
        self.dueKey = dueKey
        self.dueAt = dueAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.outcome = outcome
        self.cause = cause
        self.targets = targets
        self.result = result
    }
}

/// Who or what had entities changed.
public struct ChangeCause: Sendable, Hashable, Codable {
    public enum Origin: Sendable, Hashable, Codable {
        /// Somebody said so.
        case order(text: String, user: User.ID, name: String)
        case automation(Automation.ID, name: String, AutomationRun.Cause)
    }

    /// The entities, each with the states it was to come to; none when any may come of it.
    public var targets: [String: [String]]
    public var origin: Origin
    public var at: Date

    public init(targets: [String: [String]], origin: Origin, at: Date) {
        self.targets = targets
        self.origin = origin
        self.at = at
    }
}

/// Automations, their runs, and what is known of who changed what. All of it belongs to the household.
public protocol AutomationStore: Sendable {
    func add(_ automation: Automation, for principal: Principal) async throws
    /// Those of the household that still have something to do, the oldest first.
    func automations(for principal: Principal) async throws -> [Automation]
    /// One of the household, also when it is done with; `nil` when there is none.
    func automation(_ id: Automation.ID, for principal: Principal) async throws -> Automation?
    /// Replaces everything but id and maker; `false` when there is none.
    func update(_ automation: Automation, for principal: Principal) async throws -> Bool
    /// Its runs stay, to be explained.
    func delete(_ id: Automation.ID, for principal: Principal) async throws -> Bool
    /// Those of all households that are not paused and still have something to do: for the service that runs them, and for nothing else.
    func activeAutomations() async throws -> [Automation]
    func keep(_ phases: [Automation.ID: Automation.Phase]) async throws

    /// Adds a run, and has an automation that runs once done with, in one step.
    ///
    /// That is what makes an effect happen at most once: of all who claim the same key of the same automation one alone gets `true`, for good.
    /// Nobody gets it for an automation that is paused, deleted or done with, nor while another run of it began less than `gap` seconds before.
    /// Claiming the very same run again gives the same answer.
    func claim(_ run: AutomationRun, gap: TimeInterval, for principal: Principal) async throws -> Bool
    /// Writes down what came of a run that is running.
    func finish(_ run: AutomationRun, for principal: Principal) async throws
    /// The newest first; of one automation or of all.
    func runs(of automation: Automation.ID?, limit: Int, for principal: Principal) async throws -> [AutomationRun]
    /// Those that began in this time, the newest first.
    func runs(from start: Date, to end: Date, for principal: Principal) async throws -> [AutomationRun]

    func add(_ cause: ChangeCause, for principal: Principal) async throws
    /// The newest first.
    func causes(from start: Date, to end: Date, for principal: Principal) async throws -> [ChangeCause]

    /// Notes that whoever claimed these runs is still at work on them.
    func keepAlive(_ runs: [AutomationRun.ID], at now: Date) async throws
    /// Calls the running runs interrupted of which nothing was heard since then, neither their beginning nor a sign of life. Returns how many.
    func interrupt(silentSince moment: Date) async throws -> Int
    /// Forgets what lies before `past`.
    func tidy(past: Date) async throws
}
