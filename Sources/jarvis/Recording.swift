import API
import Foundation

/// The sound of an answer, gathered from its events into one WAV file.
struct Recording {
    private var rate: Int?
    private var samples = Data()

    /// - Throws: when the pieces cannot be joined: another format, or another rate than before.
    mutating func add(_ audio: ReplyEvent.Audio) throws {
        guard audio.format == "pcm_s16le", audio.rate > 0, rate == nil || rate == audio.rate else {
            throw Failure(
                fr: "La voix du serveur change de format en cours de route ; le fichier n'est pas écrit.",
                en: "The server's voice changes its format on the way; the file is not written.")
        }
        rate = audio.rate
        samples += audio.data ?? Data()
    }

    func write(to path: String) throws {
        guard let rate, !samples.isEmpty else {
            throw Failure(
                fr: "La réponse est venue sans voix, \(path) n'est pas écrit ; « jarvis doctor » dit ce qui manque.",
                en: "The answer came without a voice, \(path) is not written; `jarvis doctor` says what is missing.")
        }
        do {
            try Self.wave(samples, rate: rate).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(fr: "Impossible d'écrire \(path) ; le dossier existe-t-il ?", en: "Cannot write \(path); does its folder exist?")
        }
    }

    /// A WAV file (RIFF, format 1) of one channel of signed 16-bit little-endian samples.
    static func wave(_ samples: Data, rate: Int) -> Data {
        func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var file = Data("RIFF".utf8) + number(36 + samples.count, 4) + Data("WAVEfmt ".utf8) + number(16, 4)
        file += number(1, 2) + number(1, 2) + number(rate, 4) + number(rate * 2, 4) + number(2, 2) + number(16, 2)
        file += Data("data".utf8) + number(samples.count, 4) + samples
        return file
    }
}
