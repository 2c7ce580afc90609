import Domain
import Foundation
import HTTPServer
import Speech

/// A recording as a request brings it: as the body, or as `file` of a form.
struct Recording: Sendable {
    private let bytes: [UInt8]
    /// Set when the samples come without a header that says how they are laid out.
    private let layout: AudioFormat?
    let language: String?
    let model: String?
    let responseFormat: String?

    /// One that came within something else.
    init(_ file: Data) {
        bytes = Array(file)
        (layout, language, model, responseFormat) = (nil, nil, nil, nil)
    }

    /// - Throws: `Problem.invalid` without a recording.
    init(of request: Request) throws {
        let type = request.headers[.contentType]?.lowercased() ?? ""
        if type.hasPrefix("multipart/") {
            let form = try MultipartForm(request.body, contentType: request.headers[.contentType])
            guard let file = form.parts.first(where: { $0.name == "file" || $0.name == "audio" }) else {
                throw Problem(.invalid, "the form has no field file with the recording")
            }
            bytes = Array(file.bytes)
            layout = nil
            (language, responseFormat) = (form["language"], form["response_format"])
            model = nil
        } else {
            bytes = request.body
            layout = try Self.layout(type)
            (language, responseFormat) = (request.query["language"], nil)
            model = request.query["model"]
        }
        guard !bytes.isEmpty else { throw Problem(.invalid, "send a recording: WAV, FLAC, Ogg, WebM or MP3 as the body, or as field file of a form") }
    }

    /// `audio/pcm; rate=16000; channels=1`: signed 16-bit little-endian samples, as `POST /synthesize` gives them.
    private static func layout(_ type: String) throws(Problem) -> AudioFormat? {
        guard type.hasPrefix("audio/pcm") || type.hasPrefix("audio/l16") || type.hasPrefix("audio/x-raw") else { return nil }
        var format = AudioFormat.speech
        for parameter in type.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=").map { $0.trimmingSpaces }
            guard pair.count == 2, ["rate", "channels"].contains(pair[0]) else { continue }
            guard let value = Int(pair[1]) else { throw Problem(.invalid, "\(pair[0]) in the content type must be a whole number") }
            if pair[0] == "rate" { format.rate = value } else { format.channels = value }
        }
        guard (4_000...192_000).contains(format.rate), (1...8).contains(format.channels) else {
            throw Problem(.invalid, "raw audio may have 4,000 to 192,000 samples a second and 1 to 8 channels")
        }
        return format
    }

    /// What the engines are fed with. What is so already goes the short way.
    func audio(_ decoder: any AudioDecoder, upTo seconds: Double) async throws -> AudioChunk {
        if let layout, layout != .speech {
            return try await decoder.decode(WAV.file(AudioChunk(format: layout, bytes: bytes)), upTo: seconds)
        }
        // Some 60 MB at most: not on the loop that serves connections.
        let plain = await Backend.offTheLoop {
            layout != nil ? AudioChunk(format: .speech, bytes: bytes.count.isMultiple(of: 2) ? bytes : bytes.dropLast()) : try? WAV.read(bytes)
        }
        guard let plain, plain.format == .speech else { return try await decoder.decode(bytes, upTo: seconds) }
        guard plain.duration <= seconds else {
            throw Problem(.tooLarge, "the recording is \(Int(plain.duration / 60)) minutes long, at most \(Int(seconds / 60)) are taken: send it in parts")
        }
        return plain
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
