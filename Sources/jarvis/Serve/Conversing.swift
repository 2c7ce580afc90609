import Assistant
import Base
import Domain
import Foundation
import Intents
import Observability
import TurnTaking
import Understanding
import VoicePrints

/// How spoken conversations are held here; `nil` where nothing can hear.
enum Conversing {
    static func desk(
        _ voice: Voice, assistant: Assistant, home: Home, voices: VoiceBook?, users: any UserStore, samples: WakeSamples?, instruments: Instruments,
        timeZone: TimeZone,
        clock: any WallClock, log: Logger
    ) -> (any VoiceDesk)? {
        guard let ear = voice.ear else { return nil }
        return TurnTaker(
            parts: TurnTaker.Parts(
                ear: ear, transcriber: voice.transcriber,
                speakers: voices.map { voices in
                    SpeakerRecognition(identify: { try await voices.identify($0, in: $1) }, user: { try await users.user($0) })
                },
                shape: { text, language in shape(of: text, language, reader: home.reader, timeZone: timeZone, clock: clock) },
                wake: { text, language, _ in
                    let finding = WakeCheck.look(at: text)
                    // A transcriber that does not know the name may leave it out: what is an order was meant.
                    if finding.isCalled || finding.rest.isEmpty { return .said(rest: finding.rest) }
                    let shape = shape(of: finding.rest, language, reader: home.reader, timeZone: timeZone, clock: clock)
                    return shape == .unknown ? .refused : .said(rest: finding.rest)
                },
                wakeJudged: { wasSaid, audio in
                    instruments.wakes[wasSaid ? "accepted" : "refused"].increment()
                    samples?.keep(audio, wasSaid: wasSaid)
                },
                hotWords: { Array(SpokenSentences.names(of: home.house.model.seen(by: $0)).prefix(200)) },
                turn: { try await assistant.turn($0, to: $1) }, timeZone: timeZone),
            log: log.with(label: "voice"))
    }

    /// What the reader of orders makes of the words so far. It knows nothing of what was said before: "oui" and "éteins-la" are complete only where
    /// nothing is missing in them.
    private static func shape(of text: String, _ language: Language, reader: any OrderReader, timeZone: TimeZone, clock: any WallClock) -> CommandShape {
        switch reader.read(text, in: ReadingContext(language: language, now: clock.now, timeZone: timeZone)) {
        case .orders, .answer: .complete
        // What is asked back may still be said.
        case .question: .incomplete
        case .none: .unknown
        }
    }
}
