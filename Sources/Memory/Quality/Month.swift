import Base
import Domain
import Foundation

/// A month of a household that talks to Jarvis, the same from the same seed: 200 turns a day, of which most are orders, questions of the hour and greetings,
/// some tell something, and some of that again in other words, or that it has changed. What is true at the end is known.
struct Month: Sendable {
    /// What a turn is, by the one who made it up.
    enum Truth: Sendable, Hashable {
        /// Nothing that anybody would miss.
        case noise
        /// Something that happened; the same number is the same story again.
        case story(Int)
        /// Something that is so, or is no longer.
        case fact(Claim, ends: Bool)
        case promise(task: String)
        /// That a promise is kept.
        case kept(task: String)
        /// A question of one's own, with an answer worth keeping.
        case question
    }

    /// A value that a subject has.
    struct Claim: Sendable, Hashable {
        var subject: String, relation: String, value: String
    }

    struct Turn: Sendable {
        var heard: HeardTurn
        var truth: Truth
        var text: String { heard.messages.first?.text ?? "" }
    }

    /// One list a day.
    private(set) var days: [[Turn]] = []
    /// What is so at the end of the month.
    private(set) var current: Set<Claim> = []
    /// Everything that was so at some time.
    private(set) var told: [Claim] = []
    /// The statement and the commitment that each text holds, for tests of what comes after the reading.
    private(set) var statements: [String: Statement] = [:]
    private(set) var commitments: [String: (task: String, daysAhead: Int)] = [:]

    let start: Date
    let timeZone: TimeZone
    static let turnsPerDay = 200

    private var random: SplitMix
    private var openTasks: [String] = []
    private var stories: [String] = []
    private var storyNumbers: [String: Int] = [:]
    private var storyCount = 0

    init(seed: UInt64 = 1, days count: Int = 30, start: Date = Date(timeIntervalSince1970: 1_777_593_600), timeZone: TimeZone = .gmt) {
        random = SplitMix(seed: seed)
        self.start = start
        self.timeZone = timeZone
        for day in 0..<count { days.append(makeDay(day)) }
    }

    var turns: Int { days.reduce(0) { $0 + $1.count } }

    /// 200 turns in six sessions from half past six in the morning on.
    private mutating func makeDay(_ day: Int) -> [Turn] {
        stories = []
        var kinds: [Int] = []
        for (index, noise) in MonthHousehold.noise.enumerated() { kinds += Array(repeating: index, count: noise.share) }
        kinds += Array(repeating: 100, count: 10) + Array(repeating: 101, count: 5) + Array(repeating: 102, count: 18) + Array(repeating: 103, count: 3)
        kinds += Array(repeating: 104, count: 12) + Array(repeating: 105, count: 2)
        kinds.shuffle(using: &random)
        let sessions = [6.5, 8, 12.25, 16.5, 18.75, 20.5]
        var turns: [Turn] = []
        var conversation = Conversation.ID(high: 0, low: 0), at = start
        for (index, kind) in kinds.enumerated() {
            let session = index * sessions.count / kinds.count
            if index == 0 || session != (index - 1) * sessions.count / kinds.count {
                at = start.addingTimeInterval(Double(day) * 86_400 + sessions[session] * 3600)
                conversation = Self.id(at, &random)
            }
            at += 20 + Double(random.next() % 80)
            let (text, answer, path, truth) = say(kind)
            let asked = Message(id: Self.id(at, &random), conversation: conversation, speaker: .user, text: text, at: at, trace: TurnTrace.ID(high: 0, low: 0))
            let reply = Message(
                id: asked.id.next, conversation: conversation, speaker: .assistant, text: answer, at: at + 1, trace: TurnTrace.ID(high: 0, low: 0))
            let heard = HeardTurn([asked, reply], path: path, area: random.pick(["salon", "cuisine", nil]), language: .french, timeZone: timeZone)
            turns.append(Turn(heard: heard, truth: truth))
        }
        return turns
    }

    private mutating func say(_ kind: Int) -> (text: String, answer: String, path: String, truth: Truth) {
        switch kind {
        case 100: return sayFact()
        case 101:
            // A story of this day, again.
            guard !stories.isEmpty else { return sayStory() }
            let story = random.pick(stories)
            let text = random.pick(MonthHousehold.fillers).replacingOccurrences(of: "{m}", with: story)
            return (text, "Oui, tu me l'as dit.", "llm:test", .story(storyNumbers[story] ?? 0))
        case 102: return sayStory()
        case 103: return random.next() % 2 == 0 && !openTasks.isEmpty ? sayKept() : sayPromise()
        case 104:
            let text = random.pick(MonthHousehold.errands).replacingOccurrences(of: "{x}", with: random.pick(MonthHousehold.countries))
            return (text, "D'après ce que je sais, la réponse figure dans tous les atlas récents de géographie.", "llm:test", .noise)
        case 105:
            let person = random.pick(MonthHousehold.people), occasion = random.pick(MonthHousehold.occasions)
            let ideas = MonthHousehold.ideas.shuffled(using: &random)
            func fill(_ text: String) -> String {
                [("{p}", person), ("{x}", occasion), ("{a}", ideas[0]), ("{b}", ideas[1])].reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
            }
            return (fill(random.pick(MonthHousehold.questions)), fill(random.pick(MonthHousehold.advice)), "llm:test", .question)
        default:
            let noise = MonthHousehold.noise[kind]
            return (random.pick(noise.said), random.pick(noise.answers), noise.path, .noise)
        }
    }

    private mutating func sayStory() -> (String, String, String, Truth) {
        var text = random.pick(MonthHousehold.stories)
        for (slot, words) in [
            ("{t}", MonthHousehold.moments), ("{p}", MonthHousehold.people), ("{x}", MonthHousehold.places), ("{y}", MonthHousehold.subjects),
        ] { text = text.replacingOccurrences(of: slot, with: random.pick(words)) }
        // The same words on another day are another story.
        if !stories.contains(text) {
            storyCount += 1
            storyNumbers[text] = storyCount
        }
        stories.append(text)
        return (text, random.pick(["Ah, très bien.", "Ça devait être chouette !", "Je vois."]), "llm:test", .story(storyNumbers[text] ?? 0))
    }

    private mutating func sayPromise() -> (String, String, String, Truth) {
        let task = random.pick(MonthHousehold.tasks)
        let (when, ahead) = random.pick([(" demain", 1), ("", 0), (" après-demain", 2)])
        if !openTasks.contains(task.task) { openTasks.append(task.task) }
        commitments[task.promise + when] = (task.task, ahead)
        return (task.promise + when, "D'accord.", "llm:test", .promise(task: task.task))
    }

    private mutating func sayKept() -> (String, String, String, Truth) {
        let task = random.pick(openTasks)
        openTasks.removeAll { $0 == task }
        return (MonthHousehold.tasks.first { $0.task == task }?.done ?? "", "Parfait.", "llm:test", .kept(task: task))
    }

    /// Something new, something told before in other words, or a change of it.
    private mutating func sayFact() -> (String, String, String, Truth) {
        let dice = random.next() % 100
        let held = told.filter(current.contains)
        if dice >= 45, !held.isEmpty {
            let claim = random.pick(held)
            let attribute = MonthHousehold.attributes.first { $0.relation == claim.relation } ?? MonthHousehold.attributes[0]
            if dice >= 75, attribute.changes {
                guard attribute.isSingle else { return tell(claim, attribute, ends: true) }
                let value = random.pick(attribute.values.filter { $0 != claim.value })
                return tell(Claim(subject: claim.subject, relation: claim.relation, value: value), attribute, isUpdate: true)
            }
            return tell(claim, attribute)
        }
        let attribute = random.pick(MonthHousehold.attributes), subject = random.pick(attribute.subjects)
        if attribute.isSingle, let known = current.first(where: { $0.subject == subject && $0.relation == attribute.relation }) {
            return tell(known, attribute)
        }
        return tell(Claim(subject: subject, relation: attribute.relation, value: random.pick(attribute.values)), attribute)
    }

    private mutating func tell(_ claim: Claim, _ attribute: MonthHousehold.Attribute, isUpdate: Bool = false, ends: Bool = false) -> (
        String, String, String, Truth
    ) {
        if attribute.isSingle { current = current.filter { $0.subject != claim.subject || $0.relation != claim.relation } }
        if ends { current.remove(claim) } else { current.insert(claim) }
        if !told.contains(claim) { told.append(claim) }
        let text = random.pick(isUpdate || ends ? attribute.updates : attribute.sayings).replacingOccurrences(of: "{s}", with: claim.subject)
            .replacingOccurrences(of: "{v}", with: claim.value)
        statements[text] = Statement(
            subject: Statement.Subject(key: FoldedWords(claim.subject).texts.joined(separator: " "), name: claim.subject),
            relation: Relation(claim.relation, isSingle: attribute.isSingle), value: claim.value, change: ends ? .ends : isUpdate ? .begins : .holds, text: text
        )
        return (text, "C'est noté.", "llm:test", .fact(claim, ends: ends))
    }

    /// An id that is the same from the same seed, unlike a fresh one.
    private static func id<T>(_ date: Date, _ random: inout SplitMix) -> Identifier<T> {
        Identifier(high: UInt64(date.timeIntervalSince1970 * 1000) << 16 | 0x7000 | random.next() & 0xFFF, low: 0x8000_0000_0000_0000 | random.next() >> 2)
    }
}

extension Month {
    /// Senses that read exactly what was made up, and feel nothing but the length of a text: for what comes after the reading.
    var exactSenses: Senses {
        let statements = statements, commitments = commitments
        return Senses(
            score: { text, _ in (.neutral, 0.05 + 0.1 * min(1, Double(FoldedWords(text).words.count) / 6)) },
            statements: { text, _, _, _ in statements[text].map { [$0] } ?? [] },
            commitments: { text, _, now, timeZone in
                guard let known = commitments[text] else { return [] }
                let day = CivilDay(now, in: timeZone).adding(days: known.daysAhead)
                return [Commitment(task: known.task, dueAt: known.daysAhead > 0 ? day.at(hour: 0, minute: 0, in: timeZone) : nil, isTimed: false, text: text)]
            })
    }
}
