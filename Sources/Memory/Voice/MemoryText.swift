import Base
import Domain
import Foundation
import Understanding

/// What is said of memories, in both languages.
enum MemoryText {
    static func remembered(_ fact: String, shared: Bool, _ language: Language) -> String {
        let turned = Perspective.turned(fact, language)
        return shared
            ? language(fr: "C'est retenu pour toute la maison : \(turned).", en: "I'll remember for everybody: \(turned).")
            : language(fr: "C'est retenu : \(turned).", en: "I'll remember: \(turned).")
    }

    static func shared(_ text: String, _ language: Language) -> String {
        language(
            fr: "Toute la maison peut maintenant le savoir : \(Perspective.turned(text, language)).",
            en: "Everybody at home may know it now: \(Perspective.turned(text, language)).")
    }

    static func pinned(_ text: String, _ language: Language) -> String {
        language(fr: "Je ne l'oublierai jamais : \(Perspective.turned(text, language)).", en: "I'll never forget: \(Perspective.turned(text, language)).")
    }

    static func nothingSaid(_ language: Language) -> String {
        language(fr: "Tu n'as encore rien dit que je puisse retenir.", en: "You have not said anything yet that I could keep.")
    }

    static func nothingKnown(of topic: String, _ language: Language) -> String {
        let subject = Perspective.turned(topic, language)
        return language(
            fr: "Je n'ai rien retenu sur \(subject). Dis « souviens-toi que… » pour que je retienne quelque chose.",
            en: "I remember nothing about \(subject). Say “remember that…” for me to keep something.")
    }

    static func nothingKept(_ language: Language) -> String {
        language(
            fr: "Je n'ai rien retenu là-dessus, et aucun modèle de langage n'est là pour chercher plus loin.",
            en: "I remember nothing about that, and no language model is there to look further.")
    }

    static func done(_ promise: Fragment, _ language: Language) -> String {
        let task = Perspective.turned(promise.fact?.value ?? promise.text, language)
        return language(fr: "Parfait, je n'en parle plus : \(task).", en: "Well done, I will not bring it up again: \(task).")
    }

    static func heard(_ language: Language) -> String {
        language(fr: "Entendu. Je ne le retiens pas.", en: "I hear you. I do not keep it.")
    }

    static func nothingTalked(_ language: Language) -> String {
        language(fr: "Je ne me souviens pas que nous en ayons parlé.", en: "I do not remember us talking about that.")
    }

    static func left(_ language: Language) -> String { language(fr: "D'accord, je n'oublie rien.", en: "All right, I forget nothing.") }

    // MARK: forgetting

    static func nothingLike(_ topic: String, _ language: Language) -> String {
        let subject = Perspective.turned(topic, language)
        return language(fr: "Je n'ai rien retenu de tel : \(subject).", en: "I remember nothing like that: \(subject).")
    }

    static func nothingToForget(_ language: Language) -> String { language(fr: "Il n'y a rien à oublier.", en: "There is nothing to forget.") }

    static func severalFound(_ texts: [String], _ language: Language) -> String {
        let list = joined(texts, limit: 8, language)
        return language(
            fr: "Je sais plusieurs choses : \(list). J'oublie tout ? Ou dis « oublie que… » avec celle qu'il faut oublier.",
            en: "I know several things: \(list). Forget all of it? Or say “forget that…” with the one to forget.")
    }

    static func reallyForget(_ count: Int, _ language: Language) -> String {
        language(fr: "Cela fait \(count) souvenirs. Je les oublie ?", en: "That is \(count) memories. Forget them?")
    }

    static func forgot(_ texts: [String], _ language: Language) -> String {
        guard texts.count <= 5 else {
            return language(
                fr: "J'ai oublié \(texts.count) souvenirs. Dis « annule l'oubli » dans les trente jours pour les retrouver.",
                en: "I forgot \(texts.count) memories. Say “undo forgetting” within thirty days to have them back.")
        }
        return texts.isEmpty ? nothingToForget(language) : language(fr: "J'ai oublié : ", en: "I forgot: ") + joined(texts, limit: 5, language) + "."
    }

    static func restored(_ texts: [String], _ language: Language) -> String {
        guard !texts.isEmpty else { return language(fr: "Il n'y a rien à retrouver.", en: "There is nothing to bring back.") }
        guard texts.count <= 5 else { return language(fr: "J'ai retrouvé \(texts.count) souvenirs.", en: "I have \(texts.count) memories back.") }
        return language(fr: "Je m'en souviens à nouveau : ", en: "I remember it again: ") + joined(texts, limit: 5, language) + "."
    }

    // MARK: not remembering

    static func notRemembering(_ language: Language) -> String {
        language(
            fr: "D'accord, je ne retiens rien de cette conversation. Elle reste dans ton historique ; « mode incognito » n'y laisse rien non plus.",
            en: "All right, I remember nothing of this conversation. It stays in your history; “incognito mode” leaves nothing there either.")
    }

    static func remembering(_ language: Language) -> String {
        language(fr: "D'accord, je retiens à nouveau ce qu'on se dit.", en: "All right, I remember what we say again.")
    }

    static func incognito(_ language: Language) -> String {
        language(
            fr: "Mode incognito : rien de ce qu'on se dit maintenant n'est gardé. Dis « quitte le mode incognito » pour revenir.",
            en: "Incognito: nothing we say now is kept. Say “leave incognito mode” to come back.")
    }

    static func leftIncognito(wasIncognito: Bool, _ language: Language) -> String {
        wasIncognito
            ? language(fr: "Fini l'incognito. Ce qu'on s'est dit entre-temps est oublié.", en: "No longer incognito. What was said meanwhile is forgotten.")
            : language(fr: "On n'est pas en mode incognito.", en: "We are not incognito.")
    }

    static func notWhileIncognito(_ language: Language) -> String {
        language(
            fr: "En mode incognito je ne retiens rien. Dis « quitte le mode incognito » d'abord.",
            en: "Incognito I remember nothing. Say “leave incognito mode” first.")
    }

    static func notOfGuests(_ language: Language) -> String {
        language(
            fr: "Je ne garde rien de ce que tu me dis : ce compte n'en a pas le droit.", en: "I keep nothing that you say: this account doesn't have the right."
        )
    }

    static func notForEverybody(_ language: Language) -> String {
        language(
            fr: "Je ne retiens que pour toi : demande à un adulte de le dire pour tous.",
            en: "I remember for you alone: ask an adult to say it for everybody.")
    }

    // MARK: where it comes from

    static func noSource(_ language: Language) -> String {
        language(fr: "Je ne sais pas de quoi tu parles : demande-moi d'abord ce que je sais.", en: "I do not know what you mean: ask me what I know first.")
    }

    static func source(_ provenance: Provenance, isAboutTime: Bool, owner: String, _ dates: DateText, now: Date) -> String {
        let language = dates.language
        let fragment = provenance.fragment
        let root = provenance.origins.first ?? fragment
        let when = past(root.occurredAt, dates, now: now)
        let who = root.speaker.flatMap { $0 == owner ? nil : $0 }
        let quote = "« \(root.text) »"
        switch root.source {
        case .api: return language(fr: "On me l'a noté \(when) : \(quote).", en: "It was noted for me \(when): \(quote).")
        case .imported:
            return language(
                fr: "Cela vient d'un import ; \(who.map { "\($0) l'a dit" } ?? "c'était") \(when) : \(quote).",
                en: "It was imported; \(who.map { "\($0) said it" } ?? "it was") \(when): \(quote).")
        case .told, .said, .rule, .model:
            let said = who.map { language(fr: "\($0) me l'a dit", en: "\($0) told me") } ?? language(fr: "Tu me l'as dit", en: "You told me")
            let since = isAboutTime ? language(fr: "Je le sais depuis \(bare(root.learnedAt, dates, now: now)). ", en: "") : ""
            let how = fragment.source == .model ? language(fr: " Un modèle de langage l'en a déduit.", en: " A language model drew it from that.") : ""
            return since + language(fr: "\(said) \(when) : \(quote).", en: "\(said) \(when): \(quote).") + how
        }
    }

    /// "hier à 14 h", "lundi 3 mai à 9 h"
    static func past(_ date: Date, _ dates: DateText, now: Date) -> String {
        let language = dates.language
        let at = language(fr: " à ", en: " at ") + dates.time(date)
        switch dates.daysApart(date, now) {
        case 0: return language(fr: "aujourd'hui", en: "today") + at
        case 1: return language(fr: "hier", en: "yesterday") + at
        case let days:
            let isOtherYear = dates.calendar.component(.year, from: date) != dates.calendar.component(.year, from: now)
            return language(fr: days > 6 ? "le " : "", en: "on ") + dates.day(date, withYear: isOtherYear) + (days > 30 ? "" : at)
        }
    }

    private static func bare(_ date: Date, _ dates: DateText, now: Date) -> String {
        let text = past(date, dates, now: now)
        return dates.language == .french && text.hasPrefix("le ") ? String(text) : text
    }

    static func promises(_ open: [Fragment], _ dates: DateText, now: Date) -> String {
        let lines = open.sorted { ($0.dueAt ?? .distantFuture) < ($1.dueAt ?? .distantFuture) }.prefix(8).map { promise in
            Perspective.turned(promise.text, dates.language) + (promise.dueAt.map { " (\(dates.moment($0, now: now)))" } ?? "")
        }
        return dates.language(fr: "Voici ce qui t'attend : ", en: "Here is what awaits you: ") + lines.joined(separator: dates.language(fr: " ; ", en: "; "))
            + "."
    }

    /// What people said, for "qu'est-ce qu'on avait dit sur…".
    static func said(_ fragments: [Fragment], owner: String, _ dates: DateText, now: Date) -> String {
        let language = dates.language
        return fragments.map { fragment in
            let who =
                switch fragment.speaker {
                case nil, owner: language(fr: "tu as dit", en: "you said")
                case let name?: language(fr: "\(name) a dit", en: "\(name) said")
                }
            let when = past(fragment.occurredAt, dates, now: now)
            return "\(when.prefix(1).uppercased())\(when.dropFirst()), \(who) : « \(fragment.text) »."
        }.joined(separator: " ")
    }

    /// What an episode says and the fact drawn from it are told once.
    static func joined(_ all: [String], limit: Int, _ language: Language) -> String {
        var seen: Set<String> = []
        let texts = all.filter { seen.insert(FoldedText.key($0)).inserted }
        let shown = texts.prefix(limit).map { Perspective.turned($0, language) }.joined(separator: language(fr: " ; ", en: "; "))
        let more = texts.count - limit
        return more > 0 ? shown + language(fr: " ; et \(more) autres", en: "; and \(more) more") : shown
    }
}
