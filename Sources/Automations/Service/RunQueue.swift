import Domain

/// What is due and not begun yet. One automation runs one time after the other, and waits for one more turn at most: more of them at once would
/// be one and the same to whoever watches. So the queue is never longer than there are automations.
struct RunQueue: Sendable {
    /// How many run at once.
    static let width = 8

    private var waiting: [Firing] = []
    private var running: Set<Automation.ID> = []

    var isEmpty: Bool { waiting.isEmpty }
    /// Those that wait, in order.
    var firings: [Firing] { waiting }

    /// A later turn of the same automation takes the place of one that still waits.
    mutating func add(_ firings: [Firing]) {
        for firing in firings {
            if let index = waiting.firstIndex(where: { $0.automation.id == firing.automation.id }) {
                waiting[index] = firing
            } else {
                waiting.append(firing)
            }
        }
    }

    /// Forgets what waits for automations that are not there any more.
    mutating func keep(only ids: Set<Automation.ID>) { waiting.removeAll { !ids.contains($0.automation.id) } }

    /// The next to begin: the first that is ready, of an automation that is not running.
    mutating func next(where isReady: (Firing) -> Bool) -> Firing? {
        guard running.count < Self.width,
            let index = waiting.firstIndex(where: { !running.contains($0.automation.id) && isReady($0) })
        else { return nil }
        let firing = waiting.remove(at: index)
        running.insert(firing.automation.id)
        return firing
    }

    mutating func ended(_ id: Automation.ID) { running.remove(id) }
}
