import Base
import Domain
import Foundation
import Intents

/// `jarvis intents bench`: how long reading takes, with a house of 500 entities, on test sentences and on 10,000 made to be hard.
struct IntentBench {
    struct Figures: Encodable {
        var language: String
        var entities: Int
        var compileMilliseconds: Double
        var houseMilliseconds: Double
        var sentences: Spread
        var adversarial: Spread
        /// Whole readings of the sentences: courtesy, times, several orders, and what is decided.
        var readings: Spread
        var residentMegabytes: Double
        var addedMegabytes: Double
    }

    struct Spread: Encodable {
        var count: Int
        var p50Microseconds: Double
        var p99Microseconds: Double
        var maxMicroseconds: Double
        var slowest: String
    }

    /// - Parameter home: the house that the sentences speak of; it is filled up to 500 entities.
    static func run(_ language: String, sentences: [String], home own: HomeModel, library: IntentLibrary) throws -> Figures {
        let clock = ContinuousClock()
        let before = resident()
        var start = clock.now
        let grammar = try library.grammar(for: language)
        let compile = clock.now - start
        var home = house(max(0, 500 - own.entities.count))
        home.floors += own.floors
        home.areas += own.areas
        home.entities += own.entities
        start = clock.now
        let matcher = IntentMatcher(grammar: grammar, home: home)
        let prepare = clock.now - start
        matcher.warmUp()
        let find = { (text: String) in
            let sentence = Sentence(text)
            _ = matcher.candidates(for: sentence, in: sentence.words.indices, area: nil)
        }
        let plain = spread(sentences, find)
        let hard = spread(adversarial(like: sentences), find)
        let after = resident()
        return Figures(
            language: language, entities: home.entities.count, compileMilliseconds: compile / .milliseconds(1), houseMilliseconds: prepare / .milliseconds(1),
            sentences: plain, adversarial: hard, readings: readings(sentences, language, matcher, home), residentMegabytes: after,
            addedMegabytes: after - before)
    }

    /// Of languages that the reader does not speak there are none.
    private static func readings(_ sentences: [String], _ language: String, _ matcher: IntentMatcher, _ home: HomeModel) -> Spread {
        guard let language = Language(rawValue: language) else { return spread([]) { _ in } }
        let reader = SentenceReader(finder: { _ in matcher }, home: { home })
        let context = ReadingContext(language: language, now: Date(timeIntervalSinceReferenceDate: 0), timeZone: .gmt)
        return spread(sentences) { _ = reader.read($0, in: context) }
    }

    private static func spread(_ sentences: [String], _ body: (String) -> Void) -> Spread {
        var times: [(Double, String)] = []
        for text in sentences {
            let start = processorMicroseconds()
            body(text)
            times.append((processorMicroseconds() - start, text))
        }
        times.sort { $0.0 < $1.0 }
        guard let last = times.last else { return Spread(count: 0, p50Microseconds: 0, p99Microseconds: 0, maxMicroseconds: 0, slowest: "") }
        return Spread(
            count: times.count, p50Microseconds: times[times.count / 2].0, p99Microseconds: times[min(times.count - 1, times.count * 99 / 100)].0,
            maxMicroseconds: last.0, slowest: String(last.1.prefix(80)))
    }

    /// Processor time of this thread: what else the machine does is not counted.
    private static func processorMicroseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    /// The house of the measurement: twenty areas on three floors, the usual devices in each.
    static func house(_ count: Int) -> HomeModel {
        let floors = ["Rez-de-chaussée", "Premier étage", "Sous-sol"]
        let areas = [
            "Salon", "Cuisine", "Chambre", "Chambre d'amis", "Bureau", "Salle de bain", "Entrée", "Couloir", "Garage", "Jardin", "Terrasse", "Buanderie",
            "Cave",
            "Grenier", "Véranda", "Salle à manger", "Bibliothèque", "Dressing", "Atelier", "Mezzanine",
        ]
        let devices = [
            ("light", "Lampe"), ("light", "Plafonnier"), ("light", "Lampadaire"), ("cover", "Volet"), ("cover", "Rideau"), ("switch", "Prise"),
            ("climate", "Radiateur"),
            ("media_player", "Enceinte"), ("sensor", "Température"), ("fan", "Ventilateur"),
        ]
        var home = HomeModel(
            floors: floors.enumerated().map { .init(id: "floor\($0.offset)", name: $0.element) },
            areas: areas.enumerated().map { .init(id: "area\($0.offset)", name: $0.element, floor: "floor\($0.offset % 3)") })
        for index in 0..<count {
            let area = index % areas.count
            let device = devices[index / areas.count % devices.count]
            let number = index / (areas.count * devices.count)
            home.entities.append(
                .init(id: "\(device.0).e\(index)", name: "\(device.1) \(areas[area].lowercased())\(number > 0 ? " \(number + 1)" : "")", area: "area\(area)"))
        }
        return home
    }

    /// 10,000 strings from a fixed seed: word salad, broken words, long repetitions, symbols; up to 10,000 characters.
    static func adversarial(like sentences: [String]) -> [String] {
        var random = SplitMix(state: 20_261_121)
        let words = Array(Set(sentences.flatMap { $0.split(separator: " ").map(String.init) })).sorted()
        guard !words.isEmpty else { return [] }
        let odd = Array("àéîœß日本ع🙂{}[]()<>|;'’\"\\%°0123456789,.-_ \t\n\u{0}\u{301}")
        return (0..<10_000).map { index in
            let size = index % 100 == 0 ? 10_000 : index % 10 == 0 ? 600 : 10 + Int(random.next() % 90)
            var text = ""
            while text.utf8.count < size {
                switch random.next() % 8 {
                case 0: text.append(odd[Int(random.next() % UInt64(odd.count))])
                case 1: text += String(words[Int(random.next() % UInt64(words.count))].shuffled(using: &random)) + " "
                case 2: text += String(repeating: String(words[Int(random.next() % UInt64(words.count))].prefix(3)), count: Int(random.next() % 5))
                default: text += words[Int(random.next() % UInt64(words.count))] + " "
                }
            }
            return String(text.prefix(10_000))
        }
    }

    /// SplitMix64 (G. Steele, D. Lea, C. Flood 2014): the same numbers on every machine.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    /// Memory of this process in megabytes.
    private static func resident() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }
}
