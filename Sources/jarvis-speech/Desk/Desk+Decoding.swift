private import Glibc
import Wyoming

extension Desk {
    /// The longest recording, in seconds.
    static let longestFile = 7200.0
    /// However long a file is, it is decoded in this time, or not at all.
    private static let decodingTime = Duration.seconds(90)

    /// Has a file turned into audio by a child, which alone is harmed by a file that harms its decoder.
    func decode(_ client: Connection) async throws {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw Refusal("busy", "no file descriptor is left") }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let decoder = Connection(adopting: ends[0], timeLimits: .init(receive: Self.decodingTime, send: Self.decodingTime))
        let child = Child.start(["decode"], input: ends[1], error: nil)
        close(ends[1])
        guard child > 0 else { throw Refusal("busy", "no process is left") }
        defer {
            decoder.close()
            kill(child, SIGKILL)
            // At once, since it was killed.
            waitpid(child, nil, 0)
        }
        do {
            while let message = try await client.receive(within: Self.patience) {
                switch message {
                case .addition(.audioFile): try await decoder.send(message)
                case .audioStop:
                    try await decoder.send(message)
                    return try await relay(from: decoder, to: client)
                default: continue
                }
            }
        } catch let error as WyomingError where error.code == .closed {
            // The child is gone; or the client, who will not read this.
            throw Refusal("unreadable_audio", "the decoder could not read this file")
        }
    }

    private func relay(from decoder: Connection, to client: Connection) async throws {
        while let message = try await decoder.receive() {
            if case .error(let failure) = message { throw Refusal(failure.code ?? "unreadable_audio", failure.text) }
            try await client.send(message)
            if case .audioStop = message { return }
        }
        throw Refusal("unreadable_audio", "the decoder could not read this file")
    }
}
