private import CEspeakNG

/// espeak-ng: formant synthesis in 130 languages that needs no model, and the phonemes of texts for other engines.
///
/// The library keeps everything in global variables, so one actor on one thread owns it; a process has one.
/// Calls follow `espeak-ng/speak_lib.h`, revision 12.
package actor Espeak: SpeechEngine {
    /// How much audio the library hands over at once, in milliseconds: the length of the first array of a piece.
    private static let chunkLength: Int32 = 100
    /// Words a minute at speed 1: `espeakRATE_NORMAL`.
    private static let normalRate = 175.0

    private let thread = EngineThread("espeak-ng")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    package nonisolated let version: String
    package nonisolated let voices: [SpeechVoice]
    /// In bytes.
    private let secondOfAudio: Int
    /// The library's own name of each voice, by ours.
    private let identifiers: [String: String]
    /// The identifier of the voice that is set.
    private var current: String?

    /// - Throws: `unavailable` when the library's data is not installed.
    package init() throws(SynthesisError) {
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, Self.chunkLength, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else { throw SynthesisError(.unavailable, "espeak-ng does not find its voices: install the package espeak-ng-data") }
        espeak_SetSynthCallback(receive)
        secondOfAudio = Int(rate) * 2
        version = espeak_Info(nil).map { String(cString: $0) } ?? "unknown"
        let named = EspeakVoice.named(Self.listVoices())
        identifiers = Dictionary(named.map { ($0.name, $0.voice.identifier) }) { first, _ in first }
        voices = named.map { name, voice in
            SpeechVoice(
                name: name, title: voice.title, languages: voice.languages.map { LanguageTag.normal($0.tag) }, engine: "espeak-ng",
                sampleRate: Int(rate), licence: "GPL-3.0-or-later", source: "https://github.com/espeak-ng/espeak-ng")
        }
    }

    package func say(_ piece: SpeechPiece, into audio: AsyncStream<[UInt8]>.Continuation) throws(SynthesisError) {
        try set(piece.voice)
        // After the voice: a voice brings its own rate.
        espeak_SetParameter(espeakRATE, Int32((Self.normalRate * piece.speed).rounded()), 0)
        espeak_SetParameter(espeakVOLUME, Int32((100 * piece.volume).rounded()), 0)
        espeak_SetParameter(espeakPITCH, Int32((50 * piece.pitch).rounded()), 0)
        receiver = Receiver(audio: audio, secondOfAudio: secondOfAudio)
        defer { receiver = nil }
        // Neither espeakSSML nor espeakPHONEMES: the text is data.
        let flags = UInt32(espeakCHARS_UTF8 | (piece.isLast ? 0 : espeakENDPAUSE))
        let text = piece.text.harmless
        let result = text.withCString { espeak_Synth($0, text.utf8.count + 1, 0, POS_CHARACTER, 0, flags, nil, nil) }
        receiver?.flush()
        if receiver?.isOverrun == true || receiver?.isStopped == true { forget() }
        if receiver?.isOverrun == true { throw SynthesisError(.overrun, "the audio was not taken in time") }
        // A text that was cut short on purpose is reported as an error by some versions.
        guard result == EE_OK || receiver?.isStopped == true else {
            throw SynthesisError(.failed, "espeak-ng could not say a text (error \(result.rawValue))")
        }
    }

    /// After a text that was cut short: the library would have kept the character it read ahead for the next text whose phonemes are asked for.
    private func forget() { _ = espeak_Synth(" ", 2, 0, POS_CHARACTER, 0, UInt32(espeakCHARS_UTF8), nil, nil) }

    func set(_ name: String) throws(SynthesisError) {
        guard let identifier = identifiers[name] else { throw SynthesisError(.unknownVoice, "espeak-ng has no such voice") }
        guard identifier != current else { return }
        current = nil
        // By file name, the one thing that is exact: language tags are not known to this call, given names are not unique.
        let result = espeak_SetVoiceByName(identifier)
        let chosen = espeak_GetCurrentVoice().flatMap { $0.pointee.identifier }.map { String(cString: $0) }
        guard result == EE_OK, chosen == identifier else {
            throw SynthesisError(.unknownVoice, "espeak-ng has no voice \(name) any more: check espeak-ng-data")
        }
        current = identifier
    }

    private static func listVoices() -> [EspeakVoice] {
        guard var next = espeak_ListVoices(nil) else { return [] }
        var entries: [EspeakVoice] = []
        while let voice = next.pointee?.pointee {
            defer { next += 1 }
            guard let name = voice.name, let identifier = voice.identifier, var languages = voice.languages else { continue }
            var entry = EspeakVoice(title: String(cString: name), identifier: String(cString: identifier), languages: [])
            // A list of: priority (one byte), tag, zero byte; ended by a zero byte.
            while languages.pointee != 0 {
                let tag = String(cString: languages + 1)
                entry.languages.append((tag, Int(UInt8(bitPattern: languages.pointee))))
                languages += 1 + tag.utf8.count + 1
            }
            entries.append(entry)
        }
        return entries
    }
}

extension String {
    /// Points of one word that the library is given. A row of some ninety letters with points between them overruns its memory (version 1.51).
    private static let pointLimit = 20

    /// With spaces for what harms the library: control characters, which are commands to it (0x01) or end its text (0x00), and more points in a word than
    /// words have. Newlines stay.
    var harmless: String {
        var points = 0
        return String(
            decoding: utf8.map { byte in
                switch byte {
                case 0x0A, 0x20: points = 0
                case 0x2E: points += 1
                case 0..<0x20, 0x7F: return 0x20
                default: break
                }
                return byte == 0x2E && points > Self.pointLimit ? 0x20 : byte
            }, as: UTF8.self)
    }
}

/// Takes the audio of the text that is being said. The first of it goes on at once, the rest a second at a time: the library makes it in a
/// millisecond, and to wake the reader for each tenth would cost a third of that again.
private struct Receiver {
    let audio: AsyncStream<[UInt8]>.Continuation
    let secondOfAudio: Int
    private var waiting: [UInt8] = []
    private var isFirst = true
    /// The reader left.
    private(set) var isStopped = false
    /// The reader is too slow.
    private(set) var isOverrun = false

    init(audio: AsyncStream<[UInt8]>.Continuation, secondOfAudio: Int) {
        self.audio = audio
        self.secondOfAudio = secondOfAudio
    }

    /// - Returns: whether to go on.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !isStopped, !isOverrun else { return false }
        waiting.append(contentsOf: bytes)
        if isFirst || waiting.count >= secondOfAudio { flush() }
        return !isStopped && !isOverrun
    }

    mutating func flush() {
        guard !waiting.isEmpty, !isStopped, !isOverrun else { return }
        switch audio.yield(waiting) {
        case .enqueued: isStopped = Task.isCancelled
        case .dropped: isOverrun = true
        default: isStopped = true
        }
        isFirst = false
        waiting = []
        waiting.reserveCapacity(secondOfAudio + secondOfAudio / 8)
    }
}

/// Only ever touched on the engine's thread: set around a call of espeak_Synth, used by the callback within it.
private nonisolated(unsafe) var receiver: Receiver?

/// The library's callback: 0 goes on, 1 stops.
private func receive(_ samples: UnsafeMutablePointer<Int16>?, _ count: Int32, _ events: UnsafeMutablePointer<espeak_EVENT>?) -> Int32 {
    guard let samples, count > 0 else { return 0 }
    return receiver?.take(UnsafeRawBufferPointer(start: samples, count: Int(count) * 2)) == true ? 0 : 1
}
