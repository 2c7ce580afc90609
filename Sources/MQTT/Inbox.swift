private import Synchronization

/// What arrived and was not read yet. The connection's thread puts in, one reader takes out; when too much waits, the thread reads nothing more from the
/// broker, so that nothing is lost and the queue stays bounded.
final class Inbox: Sendable {
    private struct Contents {
        /// Read up to `head`; what was read is dropped from time to time.
        var events: [MQTTEvent] = []
        var head = 0
        var bytes = 0
        var isClosed = false
        var reader: CheckedContinuation<MQTTEvent?, Never>?
        /// Whether the thread found it full and waits to be called.
        var isAwaited = false

        mutating func take() -> MQTTEvent {
            let event = events[head]
            head += 1
            bytes -= event.size
            if head == events.count {
                events.removeAll(keepingCapacity: head <= 1024)
                head = 0
            } else if head >= 1024 {
                events.removeFirst(head)
                head = 0
            }
            return event
        }
    }
    private let contents = Mutex(Contents())
    private let mostEvents: Int
    private let mostBytes: Int

    init(mostEvents: Int, mostBytes: Int) {
        self.mostEvents = mostEvents
        self.mostBytes = mostBytes
    }

    /// Asked by the thread before it reads on; after `true` the reader calls back once there is room.
    func isFull() -> Bool {
        contents.withLock { contents in
            contents.isAwaited = contents.events.count - contents.head >= mostEvents || contents.bytes >= mostBytes
            return contents.isAwaited
        }
    }

    func put(_ event: MQTTEvent) {
        let reader: CheckedContinuation<MQTTEvent?, Never>? = contents.withLock { contents in
            if contents.isClosed { return nil }
            if let reader = contents.reader {
                contents.reader = nil
                return reader
            }
            contents.events.append(event)
            contents.bytes += event.size
            return nil
        }
        reader?.resume(returning: event)
    }

    /// What waits is still read; then the stream ends.
    func close() {
        let reader = contents.withLock { contents in
            contents.isClosed = true
            defer { contents.reader = nil }
            return contents.reader
        }
        reader?.resume(returning: nil)
    }

    /// The next event; `nil` at the end, or when the reading task is cancelled.
    /// - Parameter hasRoom: called when the thread waits and may read on.
    func next(hasRoom: () -> Void) async -> MQTTEvent? {
        let event = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<MQTTEvent?, Never>) in
                let answer: MQTTEvent?? = contents.withLock { contents in
                    if contents.head < contents.events.count { return .some(contents.take()) }
                    // A second reader would wait for ever: there is one stream with one reader.
                    if contents.isClosed || Task.isCancelled || contents.reader != nil { return .some(nil) }
                    contents.reader = continuation
                    return .none
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            contents.withLock { contents in
                defer { contents.reader = nil }
                return contents.reader
            }?.resume(returning: nil)
        }
        let mayGoOn = contents.withLock { contents in
            // Well below the limit, so that the thread is not called for each event.
            guard contents.isAwaited, contents.events.count - contents.head <= mostEvents / 2, contents.bytes <= mostBytes / 2 else { return false }
            contents.isAwaited = false
            return true
        }
        if mayGoOn { hasRoom() }
        return event
    }
}

extension MQTTEvent {
    fileprivate var size: Int { if case .message(let message) = self { message.payload.count + message.topic.utf8.count } else { 0 } }
}
