import Foundation
import Synchronization
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Requests over one `URLSession`, with answers that come in pieces, are bounded, and end when nobody reads them any more.
final class Transport: Sendable {
    /// An answer whose head has arrived.
    struct Answer: Sendable {
        let status: Int
        let mediaType: String
        let body: AsyncThrowingStream<Data, any Error>
    }

    private let router = Router()
    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.timeoutIntervalForRequest = 300
        session = URLSession(configuration: configuration, delegate: router, delegateQueue: nil)
    }

    deinit { session.finishTasksAndInvalidate() }

    /// Sends a request and returns when the head of the answer is there.
    func send(_ request: URLRequest) async throws -> Answer {
        let task = session.dataTask(with: request)
        let (body, pieces) = AsyncThrowingStream<Data, any Error>.makeStream(bufferingPolicy: .bufferingOldest(Exchange.mostPieces))
        pieces.onTermination = { _ in task.cancel() }
        return try await withTaskCancellationHandler {
            let (status, mediaType) = try await withCheckedThrowingContinuation { continuation in
                router.add(Exchange(pieces: pieces, head: continuation), for: task.taskIdentifier)
                task.resume()
            }
            return Answer(status: status, mediaType: mediaType, body: body)
        } onCancel: {
            task.cancel()
        }
    }
}

/// One request on its way.
private struct Exchange: Sendable {
    /// How many pieces (of at most 16 kB, as libcurl hands them over) may wait to be read.
    static let mostPieces = 4096

    let pieces: AsyncThrowingStream<Data, any Error>.Continuation
    /// `nil` once the head was handed over.
    var head: CheckedContinuation<(Int, String), any Error>?
}

/// Tells the callbacks of the session apart by task.
private final class Router: NSObject, URLSessionDataDelegate {
    private let exchanges = Mutex<[Int: Exchange]>([:])

    func add(_ exchange: Exchange, for task: Int) { exchanges.withLock { $0[task] = exchange } }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        let head = exchanges.withLock { $0[dataTask.taskIdentifier]?.head.take() }
        let answer = response as? HTTPURLResponse
        let mediaType = answer?.value(forHTTPHeaderField: "Content-Type")?.prefix { $0 != ";" }.lowercased() ?? ""
        head?.resume(returning: (answer?.statusCode ?? 0, mediaType))
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchanges.withLock({ $0[dataTask.taskIdentifier] }) else { return }
        if case .dropped = exchange.pieces.yield(data) {
            exchange.pieces.finish(throwing: ClientError(.tooLarge, "The server sends faster than the answer is read."))
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        let failure = (error as? URLError)?.code == .cancelled ? CancellationError() : error
        exchange.head?.resume(throwing: failure ?? URLError(.badServerResponse))
        if let failure { exchange.pieces.finish(throwing: failure) } else { exchange.pieces.finish() }
    }

    /// Redirects are not followed: a token must not travel to another address.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
