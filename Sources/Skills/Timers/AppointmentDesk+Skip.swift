import Base
import Domain
import Foundation
import Understanding

extension AppointmentDesk {
    /// Leaves out the occurrence on a day: a recurring one goes on after it, any other is cancelled.
    ///
    /// - Parameter done: what to say of it, like "pas de réveil demain"; when the next one comes is said behind it.
    func skip(_ appointment: Appointment, on day: CivilDay, _ language: Language, done: String, _ context: SkillContext) async throws -> SkillReply {
        guard let recurrence = appointment.recurrence, let occurrence = recurrence.occurrence(on: day, from: appointment.dueAt) else {
            return try await cancel([appointment], language, said: done + ".", context)
        }
        var new = appointment
        if occurrence == appointment.dueAt {
            guard let next = recurrence.next(after: occurrence) else { return try await cancel([appointment], language, said: done + ".", context) }
            new.dueAt = next
        } else {
            new.recurrence?.skipped.append(recurrence.day(of: occurrence))
        }
        let following = new.recurrence?.next(after: occurrence) ?? new.dueAt
        let moment = DateText(language, context.timeZone).moment(following, now: context.now)
        return try await change(
            appointment, to: new, "skip", language, said: done + language(fr: ". Le suivant : \(moment).", en: ". The next one: \(moment)."), context)
    }
}
