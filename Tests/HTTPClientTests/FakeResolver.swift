import Base
import HTTPClient
import Synchronization

/// Answers from a table: the first time with a name's first answer, then with the next; the last one stays.
final class FakeResolver: HostResolver {
    private let answers: Mutex<[String: [[String]]]>
    private let questions = Mutex<[String]>([])

    init(_ answers: [String: [[String]]] = [:]) { self.answers = Mutex(answers) }

    var asked: [String] { questions.withLock { $0 } }

    func addresses(of host: String) async throws -> [IPAddress] {
        questions.withLock { $0.append(host) }
        let answer = answers.withLock { answers -> [String]? in
            guard let all = answers[host] else { return nil }
            return all.count > 1 ? answers[host]?.removeFirst() : all.first
        }
        guard let answer else { throw HTTPClientError(.dns, "the name \(host) is not known") }
        return answer.compactMap { IPAddress($0) }
    }
}

/// Never answers, until it is given up.
struct SilentResolver: HostResolver {
    func addresses(of host: String) async throws -> [IPAddress] {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        for await _ in stream {}
        continuation.finish()
        throw HTTPClientError(.cancelled, "given up")
    }
}
