import Base
import Domain

/// Reads what is to happen first: "quand je rentre", "si la température descend sous 18", "when the door opens".
struct ConditionReader {
    let words: [Sentence.Word]
    let sentence: Sentence
    let finding: Finding

    var language: Language { finding.lexicon.language }
    func word(_ at: Int) -> String { at >= 0 && at < words.count ? words[at].folded : "" }

    enum Marker {
        case each, once
        /// "à moins que", "tant que": what Jarvis cannot watch for.
        case unsupported
    }

    /// The condition that begins at a word, and ends with what it says or, when it is not understood, at the next pause.
    func read(at index: Int) -> TimingSpan? {
        let table = language == .french ? Self.french : Self.english
        guard let (marker, length) = table.lazy.compactMap({ entry in entry.0.length(at: index, in: words, before: words.count).map { (entry.1, $0) } }).first
        else { return nil }
        let from = index + length
        // "s'il fait", "when it gets": elided or not, what follows is the same.
        guard from < words.count else { return nil }
        if marker != .unsupported, let (meaning, end) = event(at: from, isOnce: marker == .once) {
            var last = end
            // "quand je rentre ce soir": this time only.
            if let time = SpokenTime.read(words, at: end, before: words.count, language), time.hour == nil, time.weekdays == nil {
                last = time.next
                if case .timing(.when(let trigger, _)) = meaning { return TimingSpan(words: index..<last, meaning: .timing(.when(trigger, once: true))) }
            }
            return TimingSpan(words: index..<last, meaning: meaning)
        }
        return TimingSpan(words: index..<end(of: from), meaning: .unclear)
    }

    /// Where a condition that is not understood ends: at a pause, or before the verb of an order.
    private func end(of from: Int) -> Int {
        var index = from + 1
        while index < words.count, !words[index].followsPause {
            let before = word(index - 1)
            let isSubject = Self.subjects.contains(before) || before == "s" || before == "se"
            if !isSubject, index > from + 1, finding.lexicon.verbs[word(index)] != nil { break }
            index += 1
        }
        return index
    }

    private func event(at from: Int, isOnce: Bool) -> (TimingSpan.Meaning, Int)? {
        if let (arrives, person, next) = presence(at: from) { return (.timing(.when(.presence(person: person, arrives: arrives), once: isOnce)), next) }
        for (phrases, event) in language == .french ? Self.frenchSun : Self.englishSun {
            if let length = phrases.length(at: from, in: words, before: words.count) {
                return (.timing(.when(.sun(event, offset: 0), once: isOnce)), from + length)
            }
        }
        if let measure = measure(at: from, isOnce: isOnce) { return measure }
        return change(at: from, isOnce: isOnce)
    }

    /// The timing, or the choice among several entities that fit.
    func meaning(_ triggers: [(label: String, trigger: Trigger)], isOnce: Bool) -> TimingSpan.Meaning? {
        guard let first = triggers.first else { return nil }
        if triggers.count == 1 { return .timing(.when(first.trigger, once: isOnce)) }
        return .choice(triggers.prefix(4).map { ($0.label, .when($0.trigger, once: isOnce)) })
    }

    // MARK: people

    private func presence(at from: Int) -> (arrives: Bool, person: String?, next: Int)? {
        for (phrases, arrives) in language == .french ? Self.frenchPresence : Self.englishPresence {
            if let length = phrases.length(at: from, in: words, before: words.count) { return (arrives, nil, afterPlace(from + length)) }
        }
        for person in finding.home.entities where person.id.hasPrefix("person.") {
            for name in [person.name] + person.aliases {
                let spelled = Tokenizer.words(of: name)
                guard !spelled.isEmpty, from + spelled.count < words.count, zip(spelled, words[from...]).allSatisfy({ $0.folded == $1.folded }) else {
                    continue
                }
                for (phrases, arrives) in language == .french ? Self.frenchMoves : Self.englishMoves {
                    if let length = phrases.length(at: from + spelled.count, in: words, before: words.count) {
                        return (arrives, person.id, afterPlace(from + spelled.count + length))
                    }
                }
            }
        }
        return nil
    }

    private func afterPlace(_ index: Int) -> Int {
        let places = language == .french ? Self.frenchPlaces : Self.englishPlaces
        return index + (places.length(at: index, in: words, before: words.count) ?? 0)
    }

    private static let subjects: Set<String> = [
        "je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "qui", "i", "you", "he", "she", "it", "we", "they", "is", "are",
    ]
    private static let french: [(Phrases, Marker)] = [
        (Phrases("la prochaine fois que|la prochaine fois qu|dès que|dès qu|une fois que|une fois qu|aussitôt que|aussitôt qu|au moment où"), .once),
        (Phrases("quand|lorsque|lorsqu|chaque fois que|chaque fois qu|à chaque fois que|à chaque fois qu|toutes les fois que|si|s"), .each),
        (
            Phrases(
                "tant que|tant qu|à moins que|à moins qu|sauf si|sauf s|avant que|avant qu|après que|après qu|jusqu'à ce que|jusqu'à ce qu|en attendant que|en attendant qu|pendant que|pendant qu|alors que|même si"
            ), .unsupported
        ),
    ]
    private static let english: [(Phrases, Marker)] = [
        (Phrases("the next time|next time|as soon as|once"), .once), (Phrases("when|whenever|every time|each time|if|anytime|any time"), .each),
        (Phrases("unless|as long as|while|before|after|until|till|even if|except if|except when"), .unsupported),
    ]
    private static let frenchSun: [(Phrases, Trigger.SunEvent)] = [
        (
            Phrases(
                "il fait nuit|il fait sombre|il commence à faire nuit|il commence à faire sombre|la nuit tombe|la nuit est tombée|le soleil se couche|le soleil est couché|le jour tombe"
            ), .sunset
        ),
        (Phrases("il fait jour|il commence à faire jour|le jour se lève|le soleil se lève|le soleil est levé"), .sunrise),
    ]
    private static let englishSun: [(Phrases, Trigger.SunEvent)] = [
        (Phrases("it gets dark|it's dark|it is dark|it's getting dark|night falls|the sun sets|the sun goes down|the sun is down|it's night"), .sunset),
        (Phrases("it gets light|it's light|the sun rises|the sun comes up|the sun is up|it's daylight|day breaks"), .sunrise),
    ]
    private static let frenchPresence: [(Phrases, Bool)] = [
        (
            Phrases(
                "je rentre|je suis rentré|je suis rentrée|j'arrive|je suis arrivé|je suis là|je suis de retour|je reviens|je suis à la maison|on rentre|on arrive|nous rentrons|nous arrivons|quelqu'un rentre|quelqu'un arrive|quelqu'un est là|quelqu'un est à la maison"
            ), true
        ),
        (
            Phrases(
                "je pars|je suis parti|je suis partie|je m'en vais|je sors|je quitte|je ne suis pas là|je ne suis plus là|je suis sorti|on part|on sort|on s'en va|nous partons|tout le monde est parti|tout le monde part|tout le monde est sorti|il n'y a plus personne|il n'y a personne|il y a plus personne|plus personne n'est là|personne n'est là|personne n'est à la maison|la maison est vide"
            ), false
        ),
    ]
    private static let frenchMoves: [(Phrases, Bool)] = [
        (Phrases("rentre|arrive|revient|est rentré|est rentrée|est arrivé|est arrivée|est là|est de retour"), true),
        (Phrases("part|sort|s'en va|quitte|est parti|est partie|est sorti|est sortie|n'est plus là"), false),
    ]
    private static let frenchPlaces = Phrases(
        "à la maison|chez moi|chez nous|du travail|du boulot|de la maison|la maison|de l'école|de chez moi|au travail|à la maison le soir")
    private static let englishPresence: [(Phrases, Bool)] = [
        (
            Phrases(
                "i get home|i come home|i get back|i come back|i arrive|i arrive home|i'm home|i am home|i return|i'm back|we get home|we come home|we arrive|someone comes home|somebody comes home|someone arrives|somebody arrives|anyone comes home|someone gets home"
            ), true
        ),
        (
            Phrases(
                "i leave|i go out|i'm away|i am away|i'm out|i go away|we leave|we go out|everyone leaves|everybody leaves|everyone has left|everybody has left|everyone is gone|everybody is gone|nobody is home|no one is home|no one's home|nobody's home|the house is empty"
            ), false
        ),
    ]
    private static let englishMoves: [(Phrases, Bool)] = [
        (Phrases("gets home|comes home|gets back|comes back|arrives|arrives home|is home|returns|is back"), true),
        (Phrases("leaves|goes out|is away|goes away|is gone|has left"), false),
    ]
    private static let englishPlaces = Phrases("home|the house|from work|for work|the flat|the apartment|at home|work")
}
