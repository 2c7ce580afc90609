private import Glibc
import AudioCodecs
import Wyoming

/// `jarvis-speech decode`: turns an audio file into samples for one client, on standard input, that speaks Wyoming: pieces of the file come in, and
/// audio goes out. What a bad file does to a decoder, it does to this process.
enum DecodeCommand {
    private static let seconds: UInt = 60
    private static let memory: UInt = 1 << 30
    /// The largest file, in bytes.
    static let largest = 256 << 20

    static func run() -> Never {
        signal(SIGPIPE, SIG_IGN)
        Child.limitItself(seconds: seconds, memory: memory)
        // The whole of this process: it ends it.
        Task {
            let client = Connection(adopting: dup(0), timeLimits: .init(receive: .seconds(60)))
            do {
                try await decode(client)
                exit(0)
            } catch {
                try? await client.send(.error(failure(error)))
                exit(1)
            }
        }
        Ended().wait()
    }

    private static func failure(_ error: any Error) -> Failure {
        switch error {
        case let refusal as Refusal: refusal.failure
        case let error as AudioError where error.code == .tooLong: Failure(text: error.description, code: WyomingError.Code.tooLarge.name)
        default: Failure(text: "\(error)", code: "unreadable_audio")
        }
    }

    private static func decode(_ client: Connection) async throws {
        var file: [UInt8] = []
        receiving: while true {
            switch try await client.receive() {
            case .addition(.audioFile(let bytes)):
                file += bytes
                guard file.count <= largest else { throw Refusal("too_large", "the file is larger than \(largest >> 20) MB") }
            case .audioStop: break receiving
            case nil: return
            default: continue
            }
        }
        let samples = try AudioFile.read(file, upTo: Desk.longestFile)
        file = []
        let layout = AudioLayout(rate: 16_000), second = 16_000
        try await client.send(.audioStart(layout))
        for start in stride(from: 0, to: samples.count, by: second) {
            try await client.send(.audioChunk(layout, Array(samples[start..<min(start + second, samples.count)]).bytes))
        }
        try await client.send(.audioStop)
    }
}
