import Base
import Domain
import Foundation
import Understanding

/// What is said when something comes due.
enum AnnouncementText {
    /// Later than this, it is said how late it is.
    static let tolerance: TimeInterval = 60

    static func text(for appointment: Appointment, now: Date) -> String {
        let language = appointment.language
        let late = now.timeIntervalSince(appointment.dueAt)
        let lateness = late < tolerance ? "" : language(fr: " (il y a \(DateText.duration(late, language)))", en: " (\(DateText.duration(late, language)) ago)")
        let isWakeUp = WakeUp.isLabel(appointment.label)
        let label = isWakeUp ? "" : Perspective.turned(appointment.label, language)
        switch isWakeUp ? .alarm : appointment.kind {
        case .alarm:
            let what = label.isEmpty ? "" : language(fr: " : ", en: ": ") + label
            return language(fr: "C'est l'heure de te réveiller", en: "Time to wake up") + what
                + (lateness.isEmpty ? language(fr: " !", en: "!") : lateness + ".")
        case .reminder:
            if label.isEmpty { return language(fr: "Tu m'as demandé de te prévenir maintenant", en: "You asked me to tell you now") + lateness + "." }
            return language(fr: "Rappel : ", en: "Reminder: ") + label + lateness
        case .timer:
            let length = DateText.duration(appointment.length, language)
            if label.isEmpty { return language(fr: "Le minuteur de \(length) est terminé\(lateness).", en: "The timer of \(length) is done\(lateness).") }
            return language(fr: "Minuteur terminé : \(label)\(lateness).", en: "Timer done: \(label)\(lateness).")
        }
    }
}

/// Alarms that were kept as timers and reminders before they were a kind of their own.
enum WakeUp {
    static func isLabel(_ label: String) -> Bool { ["reveil", "wake up"].contains(FoldedText.key(label)) }
}
