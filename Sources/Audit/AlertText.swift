public import Base
public import Domain
import Foundation

extension AlertText {
    /// What an alert says: what happened, when and from where, and what to do.
    public init(_ alert: Alert, in language: Language) {
        let (title, happened, advice) = Self.words(alert, language)
        var lines = [happened, ""]
        func add(_ fr: String, _ en: String, _ value: String) { if !value.isEmpty { lines.append("\(language(fr: fr, en: en)) \(value)") } }
        add("Quand :", "When:", Timestamp.format(alert.at))
        add("Qui :", "Who:", alert.name)
        add("Depuis :", "From:", alert.address)
        add("Quoi :", "What:", alert.target)
        if alert.count > 1 { add("Combien de fois :", "How often:", "\(alert.count)") }
        lines += ["", advice]
        self.init(subject: language(fr: "Jarvis : \(title)", en: "Jarvis: \(title)"), body: lines.joined(separator: "\n") + "\n")
    }

    private static func words(_ alert: Alert, _ language: Language) -> (title: String, happened: String, advice: String) {
        func say(_ fr: (String, String, String), _ en: (String, String, String)) -> (String, String, String) { language(fr: fr, en: en) }
        switch alert.kind {
        case .lockOut:
            return say(
                (
                    "un compte est bloqué", "Trop de mots de passe faux : le compte est bloqué pour un moment.",
                    "Si ce n'était personne de la maison, changez le mot de passe et ajoutez un second facteur."
                ),
                (
                    "an account is locked", "Too many wrong passwords: the account is locked for a while.",
                    "If this was nobody of the household, change the password and add a second factor."
                ))
        case .tokenReuse:
            return say(
                (
                    "une session a peut-être été volée", "Un jeton de session déjà utilisé est revenu. Par prudence, cette session est fermée.",
                    "Regardez où vous êtes connecté, et changez le mot de passe si un appareil ne vous dit rien."
                ),
                (
                    "a session may have been stolen", "A session token that had been used up came back. To be safe, that session is over.",
                    "Look where you are signed in, and change the password if you do not know one of the devices."
                ))
        case .failedSignIns:
            return say(
                (
                    "beaucoup de connexions ratées", "Quelqu'un essaie des mots de passe.",
                    "Jarvis ralentit ces essais. Un mot de passe long et un second facteur suffisent ; si Jarvis n'a pas à être vu d'Internet, cachez-le."
                ),
                (
                    "many failed sign-ins", "Somebody is trying passwords.",
                    "Jarvis slows that down. A long password and a second factor are enough; if Jarvis need not be seen from the internet, hide it."
                ))
        case .refusedRequests:
            return say(
                (
                    "beaucoup de demandes refusées", "Quelqu'un demande sans cesse ce qui lui est refusé.",
                    "Un programme est peut-être mal réglé. « jarvis audit list » dit qui et quoi."
                ),
                (
                    "many refused requests", "Somebody keeps asking for what is refused.",
                    "A program may be set up wrongly. `jarvis audit list` says who and what."
                ))
        case .newRuler:
            return say(
                (
                    "un nouvel administrateur", "Quelqu'un peut maintenant tout régler dans la maison.",
                    "Si vous ne l'avez pas voulu, retirez-lui ce droit et changez vos mots de passe."
                ),
                (
                    "a new administrator", "Somebody can now set everything in the house.",
                    "If you did not want that, take the right away and change your passwords."
                ))
        case .factorRemoved:
            return say(
                (
                    "un second facteur est retiré", "Un compte se contente à nouveau du mot de passe.",
                    "Si ce n'était pas vous, changez le mot de passe et remettez un second facteur."
                ),
                (
                    "a second factor was removed", "An account is content with its password again.",
                    "If this was not you, change the password and add a second factor again."
                ))
        case .trailBroken:
            return say(
                (
                    "le journal d'audit a été modifié", "Il manque quelque chose au journal d'audit, ou quelqu'un l'a modifié.",
                    "« jarvis audit verify » dit où. Quelqu'un a pu écrire dans le dossier de données : regardez qui a accès à cette machine."
                ),
                (
                    "the audit trail was changed", "The audit trail lacks something, or somebody changed it.",
                    "`jarvis audit verify` says where. Somebody may have written to the data folder: see who has access to this machine."
                ))
        case .test:
            return say(
                ("essai", "Ceci est un essai : les alertes arrivent.", "Il n'y a rien à faire."),
                ("a test", "This is a test: alerts arrive.", "There is nothing to do."))
        }
    }
}
