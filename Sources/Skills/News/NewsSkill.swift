public import Base
public import Domain
import Foundation
public import Understanding

/// Reads out the titles of the news feeds that the household has chosen.
public struct NewsSkill: TextSkill, OnlineSkill {
    public let name = "news"
    public let onlyTells = true
    private let desk: NewsDesk

    public init(desk: NewsDesk) { self.desk = desk }

    public func examples(in language: Language) -> [String] {
        language(fr: ["quelles sont les nouvelles ?", "donne-moi les infos"], en: ["what's the news?", "read me the headlines"])
    }

    private enum Question: Sendable { case news, anything }

    private static let grammar = Grammar<Question>(
        pieces: [
            "infos": "nouvelles|infos|informations|actualités|actus|actualité|actu|gros titres|titres de l'actualité|titres|nouvelles du monde",
            "jour":
                "du jour|d'aujourd'hui|aujourd'hui|de la journée|du matin|de ce matin|du moment|récentes|de l'actualité|des journaux|du monde|dans le monde",
            "donne": "quelles sont|quels sont|quelle est|c'est quoi|donne|donne-moi|donnez-moi|lis|lis-moi|raconte|raconte-moi|je veux|j'aimerais|écoutons",
            "news": "news|headlines|top stories|news headlines",
        ],
        french: [
            (
                .news,
                [
                    "<donne> (les|tes|des|l'|mes) [dernières] <infos> [<jour>] [(de|du|des|de la|sur|selon) {source}]",
                    "[les|l'] [dernières] <infos> [<jour>]", "(lis|lis-moi) (le journal|les journaux)", "[un|le] flash info",
                    "(que se passe-t-il|qu'est-ce qui se passe|quoi de neuf) dans (le monde|l'actualité)",
                ]
            ),
            (.anything, ["[les|l'] [dernières] <infos> [<jour>] (de|du|des|de la|selon) {source}"]),
        ],
        english: [
            (
                .news,
                [
                    "(what is|what's|what are|tell me|read|read me|give me|let me hear) [the|today's] [latest|current] <news> [today|of the day|right now] [(from|by|of) {source}]",
                    "[the|today's] [latest] <news> [today]", "(what is|what's) (happening|going on|new) in the world", "news flash",
                ]
            ),
            (.anything, ["[the] [latest] <news> (from|by) {source}"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    /// Titles that are read out at once: of one feed, of each of several, and of all.
    private static let ofOne = 5, ofEach = 2, ofAll = 8

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard text.tokens.count <= 30, let match = Self.grammar.match(text, preferring: utterance.language) else { return nil }
        let language = match.language
        guard !desk.urls.isEmpty else {
            guard match["source"] == nil else { return nil }
            return SkillReply(
                language(
                    fr: "Aucune source de nouvelles n'est réglée : il faut donner des flux RSS à Jarvis dans JARVIS_NEWS_FEEDS.",
                    en: "No news source is set up: Jarvis needs RSS feeds in JARVIS_NEWS_FEEDS."))
        }
        let answer = try await desk.read(now: context.now)
        var feeds = answer.feeds
        if let source = match["source"] {
            let wanted = Set(Label.content(source, of: text))
            let named = feeds.filter { !wanted.isEmpty && wanted.isSubset(of: Set(FoldedText.key($0.title).split(separator: " ").map(String.init))) }
            // "les nouvelles de Léa" are not in a feed.
            if named.isEmpty { return nil }
            feeds = named
        }
        guard !feeds.isEmpty else {
            return SkillReply(
                language(fr: "Je n'arrive à joindre aucune source de nouvelles pour l'instant.", en: "I can't reach any news source right now."))
        }
        let age =
            answer.oldest.map { language(fr: " (d'il y a \(DateText.duration($0, language)))", en: " (from \(DateText.duration($0, language)) ago)") } ?? ""
        return SkillReply(language(fr: "Voici les titres\(age). ", en: "Here are the headlines\(age). ") + Self.text(feeds, language))
    }

    private static func text(_ feeds: [Feed], _ language: Language) -> String {
        var told = Set<String>(), count = 0, parts: [String] = []
        for feed in feeds where count < ofAll {
            var titles: [String] = []
            for item in feed.items where titles.count < min(feeds.count == 1 ? ofOne : ofEach, ofAll - count) {
                // The same report in two feeds is told once.
                if told.insert(FoldedText.key(item)).inserted { titles.append(sentence(item)) }
            }
            guard !titles.isEmpty else { continue }
            count += titles.count
            let source = feed.title.isEmpty ? "" : PlainText.clean(feed.title, limit: 40) + language(fr: " : ", en: ": ")
            parts.append(source + titles.joined(separator: " "))
        }
        return parts.joined(separator: " ")
    }

    private static func sentence(_ title: String) -> String { title.last.map { ".!?…".contains($0) } == true ? title : title + "." }
}
