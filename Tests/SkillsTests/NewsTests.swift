import Base
import Domain
import Foundation
import HTTPClient
@testable import Skills
import TestSupport
import Testing

struct FeedTests {
    @Test func readsEachKind() throws {
        let rss = try #require(Feed(xml: try Answers.text("news-rss.xml")))
        #expect(rss.title == "La Gazette")
        #expect(
            rss.items == [
                "Le marché de Noël ouvre ses portes", "Neige : l’alerte est levée & les routes rouvrent", "Football : victoire « au bout du suspense »",
                "Un titre avec des marques, un code et un lien", "Le pont rouvre demain !", "Une sixième nouvelle", "Une septième nouvelle",
            ])
        let atom = try #require(Feed(xml: try Answers.text("news-atom.xml")))
        #expect(atom.title == "The Evening Post" && atom.items == ["Rain & wind on the coast", "Museum reopens", "Le pont rouvre demain !"])
        let rdf = Feed(
            xml: """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel rdf:about="x"><title>Vieux fil</title></channel><item rdf:about="1"><title>Un</title></item><item><title>Deux</title></item></rdf:RDF>
                """)
        #expect(rdf?.title == "Vieux fil" && rdf?.items == ["Un", "Deux"])
    }

    @Test func readsTheirEncodings() {
        let xml = "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><title>\u{E9}t\u{E9}</title></item></channel></rss>"
        #expect(Feed(xml: MarkupReader.decode(xml.unicodeScalars.map { UInt8($0.value) }))?.items == ["été"])
        let plain = "<rss><channel><item><title>été</title></item></channel></rss>"
        #expect(Feed(xml: MarkupReader.decode([0xEF, 0xBB, 0xBF] + Array(plain.utf8)))?.items == ["été"])
        #expect(Feed(xml: MarkupReader.decode([0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))?.items == ["été"])
    }

    @Test func takesNothingButPlainText() {
        for (title, shown) in [
            "&lt;script&gt;alert(1)&lt;/script&gt;Bonjour": "alert(1)Bonjour", "a\u{202E}b\u{200B}c\u{7}d": "abcd",
            "[ici](javascript:x) **gras**": "ici(javascript:x) gras",
            "x\u{1B}[31mrouge": "x31mrouge", "&amp;lt;b&amp;gt;double": "double", "a &unknown; b &#xD800; c &#99999999;": "a &unknown; b &xD800; c &99999999;",
            String(repeating: "mot ", count: 200): String(repeating: "mot ", count: 40).trimmed + "…", "<": "", "5 < 6 et 7 > 6": "5 6",
        ] {
            let feed = Feed(xml: "<rss><channel><item><title>\(title.replacing("<", with: "&lt;"))</title></item></channel></rss>")
            #expect(feed?.items.first ?? "" == shown, "\(title.prefix(40))")
        }
    }

    @Test func blowsNothingUp() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><rss><channel><item><title>&lol2;</title></item></channel></rss>
            """
        #expect(Feed(xml: bomb) == nil)
        #expect(Feed(xml: "<!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss><channel><item><title>&xxe; a</title></item></channel></rss>")?.items == ["&xxe; a"])
        #expect(Feed(xml: String(repeating: "<a>", count: 100_000)) == nil)
        #expect(Feed(xml: "<rss><channel>" + String(repeating: "<item><title>x", count: 10_000)) == nil)
        #expect(Feed(xml: "<rss><channel>" + String(repeating: "<item><title>x</title></item>", count: 10_000))?.items.count == 30)
        #expect(Feed(xml: "<rss><channel><item><title>" + String(repeating: "x", count: 1_000_000))?.items == nil)
        #expect(Feed(xml: "<!DOCTYPE html><html><head><title>Not found</title></head></html>") == nil)
        for text in ["", "<", "<<<<", "</", "<a", "<a b", "<a b=", "<a b='", "<![CDATA[", "<!--", "<?", "&", "&#;", "\u{0}"] { #expect(Feed(xml: text) == nil) }
    }

    @Test func survivesDamagedFeeds() throws {
        let texts = try ["news-rss.xml", "news-atom.xml"].map { Array(try Answers.text($0).utf8) }
        let pieces = ["<title>", "</title>", "<item>", "</item>", "<![CDATA[", "]]>", "<!--", "&lt;", "&#x", "<", ">", "'", "\"", "<?", "<!DOCTYPE"]
        var random = SeededGenerator(state: 7)
        for round in 0..<1500 {
            var bytes = texts[round % 2]
            for _ in 0..<Int.random(in: 1...10, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...100, using: &random)))
                default: bytes.insert(contentsOf: Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8), at: at)
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            guard let feed = Feed(xml: MarkupReader.decode(bytes)) else { continue }
            for item in feed.items {
                #expect(!item.isEmpty && item.count <= 161 && !item.contains("<") && !item.contains("*") && !item.contains("\n"), "round \(round)")
            }
        }
        for _ in 0..<1000 {
            let noise = (0..<Int.random(in: 1...60, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            var reader = MarkupReader(noise), events = 0
            while reader.next() != nil { events += 1 }
            #expect(events <= noise.utf8.count + 1)
        }
    }
}

struct NewsSkillTests {
    @Test func readsTheTitles() async throws {
        let service = FakeService(.answer(try Answers.text("news-rss.xml")))
        try await service.serve { url in
            let skill = NewsSkill(desk: NewsDesk(urls: [url + "/rss"], client: try HTTPClient()))
            let all =
                "Voici les titres. La Gazette : Le marché de Noël ouvre ses portes. Neige : l’alerte est levée & les routes rouvrent. Football : victoire « au bout du suspense ». Un titre avec des marques, un code et un lien. Le pont rouvre demain !"
            try await check(
                skill,
                fr([
                    "quelles sont les nouvelles ?": all, "donne-moi les infos": all, "les infos": all, "les actualités du jour": all,
                    "lis-moi les gros titres": all,
                    "quoi de neuf dans le monde": all, "que se passe-t-il dans le monde ?": all, "lis le journal": all, "les dernières nouvelles": all,
                    "donne-moi les infos de la Gazette": all, "les nouvelles de la gazette": all, "l'actualité": all, "flash info": all, "actus": all,
                ]))
            let english = all.replacing("Voici les titres.", with: "Here are the headlines.").replacing("Gazette :", with: "Gazette:")
            try await check(
                skill,
                en([
                    "what's the news?": english, "read me the headlines": english, "news": english, "the latest news": english,
                    "what's happening in the world": english,
                    "what's the news today": english, "news from la gazette": english, "tell me the news please": english,
                ]))
            try await checkRefuses(
                skill,
                [
                    "les nouvelles de Léa", "donne-moi des nouvelles de ta mère", "no news is good news", "bonne nouvelle", "quoi de neuf", "lis un livre",
                    "news from home",
                ])
            #expect(service.targets.count == 1)
        }
    }

    @Test func tellsWhatSeveralFeedsSayOnce() async throws {
        let one = FakeService(.answer(try Answers.text("news-rss.xml"))), two = FakeService(.answer(try Answers.text("news-atom.xml")))
        let broken = FakeService(.answer("oops", status: 500))
        try await one.serve { first in
            try await two.serve { second in
                try await broken.serve { third in
                    let desk = NewsDesk(urls: [second + "/a", third + "/b", first + "/c"], client: try HTTPClient()), skill = NewsSkill(desk: desk)
                    try await check(
                        skill,
                        fr([
                            "les infos":
                                "Voici les titres. The Evening Post : Rain & wind on the coast. Museum reopens. La Gazette : Le marché de Noël ouvre ses portes. Neige : l’alerte est levée & les routes rouvrent."
                        ]))
                    // Both fail later: what was read an hour ago is told as such.
                    one.become(.answer("", status: 404))
                    two.become(.silent)
                    try await check(
                        NewsSkill(desk: desk),
                        fr([
                            "les infos de the evening post":
                                "Voici les titres (d'il y a 1 heure). The Evening Post : Rain & wind on the coast. Museum reopens. Le pont rouvre demain !"
                        ]), in: House.context(now: House.now.addingTimeInterval(3600)))
                }
            }
        }
    }

    @Test(arguments: [
        FakeService.Behaviour.answer("oops", status: 500), .answer("<html><title>x</title></html>"), .bytes([0xFF, 0x00]), .huge(3 << 20), .silent, .answer(""),
    ])
    func saysWhenNoneCanBeHad(behaviour: FakeService.Behaviour) async throws {
        let service = FakeService(behaviour)
        try await service.serve { url in
            let skill = NewsSkill(desk: NewsDesk(urls: [url + "/rss"], client: try HTTPClient(), patience: .milliseconds(300)))
            try await check(skill, fr(["les infos": "Je n'arrive à joindre aucune source de nouvelles pour l'instant."]))
        }
    }

    @Test func saysWhenNoneIsConfigured() async throws {
        let skill = NewsSkill(desk: NewsDesk(urls: [], client: try HTTPClient()))
        try await check(
            skill, fr(["les infos": "Aucune source de nouvelles n'est réglée : il faut donner des flux RSS à Jarvis dans JARVIS_NEWS_FEEDS."]))
        try await check(skill, en(["what's the news": "No news source is set up: Jarvis needs RSS feeds in JARVIS_NEWS_FEEDS."]))
        #expect(NewsDesk(urls: Array(repeating: "x", count: 50), client: try HTTPClient()).urls.count == 10)
    }
}
