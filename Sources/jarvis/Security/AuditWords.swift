import Audit
import Base
import Domain

/// The trail in the words of whoever reads it.
enum AuditWords {
    static func text(of report: AuditReport, in language: Language) -> String {
        let counted = language(
            fr: "\(report.count) entrées, la dernière porte le numéro \(report.last).", en: "\(report.count) entries, the last one is number \(report.last).")
        let erased = report.erased == 0 ? "" : language(fr: " \(report.erased) ne nomment plus personne.", en: " \(report.erased) name nobody any more.")
        guard !report.isIntact else {
            return language(fr: "Le journal est intact : ", en: "The trail is whole: ") + counted + erased + "\n"
        }
        var lines = [language(fr: "LE JOURNAL A ÉTÉ MODIFIÉ.", en: "THE TRAIL WAS CHANGED.") + " " + counted]
        lines += report.faults.map { "  " + text(of: $0, in: language) }
        if report.faultCount > report.faults.count {
            lines.append(
                language(fr: "  … et \(report.faultCount - report.faults.count) autres.", en: "  … and \(report.faultCount - report.faults.count) more."))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(of fault: AuditFault, in language: Language) -> String {
        let number = fault.first
        let range = fault.first == fault.last ? "\(fault.first)" : language(fr: "\(fault.first) à \(fault.last)", en: "\(fault.first) to \(fault.last)")
        switch fault.kind {
        case .edited: return language(fr: "\(number) : l'entrée a été modifiée", en: "\(number): the entry was edited")
        case .missing: return language(fr: "\(range) : il manque ces entrées", en: "\(range): these entries are missing")
        case .disorder: return language(fr: "\(number) : l'entrée n'est pas à sa place", en: "\(number): the entry is not where it belongs")
        case .unproven:
            return language(
                fr: "\(number) : rien ne prouve cette entrée, qui suit des manquantes", en: "\(number): nothing proves this entry, which follows missing ones")
        case .stripped:
            return language(
                fr: "\(number) : ses détails ont disparu sans que Jarvis les efface", en: "\(number): its details are gone, and Jarvis did not erase them")
        case .start:
            return language(
                fr: "\(number) : le vieux bout a été coupé par quelqu'un d'autre que Jarvis", en: "\(number): the old end was cut by somebody else than Jarvis")
        case .cut: return language(fr: "\(range) : la fin du journal a été coupée", en: "\(range): the end of the trail was cut off")
        case .anchor:
            return language(
                fr: "la seconde trace de la fin (audit.head) a disparu ou a été modifiée",
                en: "the second record of the end (audit.head) is gone or was changed")
        case .line: return language(fr: "ligne \(number) : elle n'est pas telle qu'elle a été exportée", en: "line \(number): it is not as it was exported")
        }
    }

    /// One entry on a line.
    static func line(_ entry: AuditCommand.EntryBody, in language: Language) -> String {
        let what = "\(words(for: entry.action).text(in: language)) (\(word(for: entry.outcome).text(in: language)))"
        let who = entry.erased ? language(fr: "personne effacée", en: "erased person") : entry.name
        return (["\(entry.number)", LocalTime.text(entry.at), what] + [who, entry.address, entry.target].filter { !$0.isEmpty }).joined(separator: "  ")
    }

    private static func word(for outcome: AuditEvent.Outcome) -> Words {
        switch outcome {
        case .done: Words(fr: "fait", en: "done")
        case .refused: Words(fr: "refusé", en: "refused")
        case .failed: Words(fr: "échoué", en: "failed")
        }
    }

    private static func words(for action: AuditEvent.Action) -> Words {
        switch action {
        case .signIn: Words(fr: "connexion", en: "sign-in")
        case .signOut: Words(fr: "déconnexion", en: "sign-out")
        case .lockOut: Words(fr: "compte bloqué", en: "account locked")
        case .tokenReuse: Words(fr: "jeton utilisé deux fois", en: "token used twice")
        case .stepUp: Words(fr: "preuve de présence", en: "proof of presence")
        case .requestRefused: Words(fr: "demande refusée", en: "request refused")
        case .rateLimited: Words(fr: "trop de demandes", en: "too many requests")
        case .riskyOrder: Words(fr: "ordre risqué", en: "risky order")
        case .setUp: Words(fr: "premier réglage", en: "set-up")
        case .householdAdd: Words(fr: "maison ajoutée", en: "household added")
        case .householdChange: Words(fr: "maison renommée", en: "household renamed")
        case .householdRemove: Words(fr: "maison retirée", en: "household removed")
        case .invite: Words(fr: "invitation", en: "invitation")
        case .inviteRevoke: Words(fr: "invitation retirée", en: "invitation taken back")
        case .userAdd: Words(fr: "personne ajoutée", en: "person added")
        case .userChange: Words(fr: "personne modifiée", en: "person changed")
        case .userRemove: Words(fr: "personne retirée", en: "person removed")
        case .passwordChange: Words(fr: "mot de passe changé", en: "password changed")
        case .factorAdd: Words(fr: "second facteur ajouté", en: "second factor added")
        case .factorRemove: Words(fr: "second facteur retiré", en: "second factor removed")
        case .apiKeyAdd: Words(fr: "clé d'API créée", en: "API key made")
        case .apiKeyRevoke: Words(fr: "clé d'API retirée", en: "API key revoked")
        case .export: Words(fr: "données exportées", en: "data exported")
        case .erase: Words(fr: "personne effacée", en: "person erased")
        case .memoryImport: Words(fr: "souvenirs importés", en: "memories imported")
        case .keyRotate: Words(fr: "clé renouvelée", en: "key rotated")
        case .auditCut: Words(fr: "vieilles entrées coupées", en: "old entries cut")
        case .auditGap: Words(fr: "trou dans le journal", en: "gap in the trail")
        }
    }
}
