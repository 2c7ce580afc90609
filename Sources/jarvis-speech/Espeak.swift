private import CEspeakNG

/// espeak-ng: formant synthesis in 130 languages that needs no model.
///
/// The library keeps everything in global variables, so one actor on one thread owns it; a process has one.
/// Calls follow `espeak-ng/speak_lib.h`, revision 12.
actor Espeak {
    /// How much audio the library hands over at once, in milliseconds.
    private static let chunkLength: Int32 = 100
    /// Words a minute at speed 1: `espeakRATE_NORMAL`.
    private static let normalRate = 175.0
    static let speeds = 0.5...2.0

    private let thread: EngineThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// In hertz.
    nonisolated let sampleRate: Int
    nonisolated let version: String
    nonisolated let voices: [EspeakVoice]
    private var current: EspeakVoice?

    /// - Throws: when the library's data is not installed.
    init() throws(EngineError) {
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, Self.chunkLength, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else { throw EngineError("espeak-ng does not find its voices: install the package espeak-ng-data") }
        espeak_SetSynthCallback(receive)
        sampleRate = Int(rate)
        version = espeak_Info(nil).map { String(cString: $0) } ?? "unknown"
        voices = EspeakVoice.unique(Self.listVoices())
        thread = try EngineThread()
    }

    /// Says `text`, handing over audio as it is made: signed 16-bit samples at `sampleRate`, one channel.
    ///
    /// Blocks the engine's thread to the end, or until `audio` is finished by its reader. Does not finish `audio`.
    /// - Parameter isLast: no pause follows.
    /// - Throws: when the voice cannot be set, or when audio piles up because the reader has stopped reading.
    func speak(_ text: String, voice: EspeakVoice, speed: Double, isLast: Bool, into audio: AsyncStream<[UInt8]>.Continuation) throws(EngineError) {
        try set(voice)
        // After the voice: a voice brings its own rate.
        let rate = (Self.normalRate * min(max(speed, Self.speeds.lowerBound), Self.speeds.upperBound)).rounded()
        espeak_SetParameter(espeakRATE, Int32(rate), 0)
        receiver = Receiver(audio: audio)
        defer { receiver = nil }
        // Neither espeakSSML nor espeakPHONEMES: the text is data.
        let flags = UInt32(espeakCHARS_UTF8 | (isLast ? 0 : espeakENDPAUSE))
        let result = text.withCString { espeak_Synth($0, text.utf8.count + 1, 0, POS_CHARACTER, 0, flags, nil, nil) }
        if receiver?.isOverrun == true { throw EngineError("the audio was not taken in time") }
        // A text that was cut short on purpose is reported as an error by some versions.
        guard result == EE_OK || receiver?.isStopped == true else { throw EngineError("espeak-ng could not say a text (error \(result.rawValue))") }
    }

    private func set(_ voice: EspeakVoice) throws(EngineError) {
        guard voice != current else { return }
        current = nil
        // By file name, the one thing that is exact: language tags are not known to this call, given names are not unique.
        let result = espeak_SetVoiceByName(voice.identifier)
        let chosen = espeak_GetCurrentVoice().flatMap { $0.pointee.identifier }.map { String(cString: $0) }
        guard result == EE_OK, chosen == voice.identifier else { throw EngineError("espeak-ng has no voice \(voice.name) any more: check espeak-ng-data") }
        current = voice
    }

    private static func listVoices() -> [EspeakVoice.Entry] {
        guard var next = espeak_ListVoices(nil) else { return [] }
        var entries: [EspeakVoice.Entry] = []
        while let voice = next.pointee?.pointee {
            defer { next += 1 }
            guard let name = voice.name, let identifier = voice.identifier, var languages = voice.languages else { continue }
            var entry = EspeakVoice.Entry(title: String(cString: name), identifier: String(cString: identifier), languages: [])
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

/// Takes the audio of the text that is being said.
private struct Receiver {
    let audio: AsyncStream<[UInt8]>.Continuation
    /// The reader left.
    var isStopped = false
    /// The reader is too slow.
    var isOverrun = false
}

/// Only ever touched on the engine's thread: set around a call of espeak_Synth, used by the callback within it.
private nonisolated(unsafe) var receiver: Receiver?

/// The library's callback: 0 goes on, 1 stops.
private func receive(_ samples: UnsafeMutablePointer<Int16>?, _ count: Int32, _ events: UnsafeMutablePointer<espeak_EVENT>?) -> Int32 {
    guard let samples, count > 0 else { return 0 }
    switch receiver?.audio.yield(Array(UnsafeRawBufferPointer(start: samples, count: Int(count) * 2))) {
    case .enqueued: return 0
    case .dropped: receiver?.isOverrun = true
    default: receiver?.isStopped = true
    }
    return 1
}
