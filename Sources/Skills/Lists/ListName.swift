import Base
import Understanding

/// The name of a list: folded, and the same in both languages for the usual ones.
struct ListName {
    /// What the store knows it by.
    let key: String

    static let shopping = ListName("courses")
    /// Things other skills list, and words that name no list.
    static let foreign: Set<String> = [
        "the", "my", "our", "a", "minuteurs", "minuteur", "rappels", "rappel", "timers", "timer", "reminders", "reminder", "souvenirs", "memories",
        "utilisateurs", "users", "pays", "presidents", "president", "vie", "departements",
    ]

    init(_ name: String) {
        var words = FoldedText.key(name).split(separator: " ").map(String.init)
        while let first = words.first, words.count > 1, ["la", "le", "les", "l", "ma", "mes", "mon", "the", "my", "our"].contains(first) { words.removeFirst() }
        let folded = String(words.joined(separator: " ").prefix(60))
        key = Self.aliases[folded] ?? folded
    }

    private static let aliases = [
        "course": "courses", "commissions": "courses", "commission": "courses", "achats": "courses", "epicerie": "courses", "supermarche": "courses",
        "shopping": "courses", "grocery": "courses", "groceries": "courses",
        "choses a faire": "taches", "tache": "taches", "to do": "taches", "todo": "taches", "todos": "taches", "task": "taches", "tasks": "taches",
        "trucs a faire": "taches",
    ]

    /// As it is said: "de courses", "shopping".
    func shown(_ language: Language) -> String {
        if language == .english { return ["courses": "shopping", "taches": "to-do"][key] ?? key }
        switch key {
        case "courses": return "de courses"
        case "taches": return "des tâches"
        default: return "« \(key) »"
        }
    }
}
