private import CMicroHTTPD
private import CShims
import Glibc
import Observability

/// One request and its response, as libmicrohttpd steps through them. Belongs to its worker's thread.
///
/// head → (refused →) body → handling → answering → done. While the handler waits for something, the connection is suspended.
final class Exchange: @unchecked Sendable {
    // @unchecked: used on the worker's thread only; `complete` and `wake` find their way there from anywhere.
    private enum Phase {
        case head, body, handling, answering, done
    }

    let worker: Worker
    let connection: Connection
    private let handle: OpaquePointer
    private let startedAt: UInt64
    private let target: HeadReader.Target
    private var phase = Phase.head
    private(set) var head: RequestHead?
    private var route: Route?
    private var body: BodyBuffer?
    private var response: Response?
    var task: Task<Void, Never>?
    var writer: BodyWriter?
    private var isInCallback = false
    private var isSuspended = false
    private var hasUnreadBody = false
    private var hasClientLeft = false
    private var isGivenUp = false
    private var isReported = false
    private var requestBytes = 0
    var responseBytes = 0
    private var request: Request?
    var status: Status = .badRequest

    init(worker: Worker, connection: Connection, handle: OpaquePointer, target: UnsafePointer<CChar>?, startedAt: UInt64) {
        self.worker = worker
        self.connection = connection
        self.handle = handle
        self.startedAt = startedAt
        self.target = HeadReader.Target(target)
    }

    // MARK: Called by libmicrohttpd

    /// The head is complete, a piece of the body has come, or everything has, in this order.
    /// - Returns: whether to go on; `false` closes the connection.
    func step(method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, data: UnsafePointer<CChar>?, size: inout Int) -> Bool {
        if isGivenUp { return false }
        switch phase {
        case .head:
            guard let method, let version else { return false }
            return readHead(method, version)
        case .body where size > 0:
            guard take(UnsafeRawBufferPointer(start: data, count: size)) else { return false }
            size = 0
            return true
        case .body:
            return dispatch()
        case .handling:
            if let response {
                self.response = nil
                return queue(response)
            }
            suspend()
            return true
        case .answering, .done:
            return true
        }
    }

    private func readHead(_ method: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>) -> Bool {
        worker.speaks(connection)
        let result = worker.headReader.read(
            handle, target: target, method: method, version: version, id: worker.ids.next(),
            sender: HeadReader.Sender(
                peer: connection.peer, isSecure: connection.isSecure, proxies: connection.isProxy ? worker.configuration.trustedProxies : []),
            receivedAt: startedAt, limit: worker.configuration.limits.head)
        let head = result.head
        self.head = head
        if let refusal = result.refusal { return refuse(refusal) }
        let route = worker.application.table.route(for: head)
        self.route = route
        phase = .body
        guard result.bodyLength > 0 else {
            connection.phase = .answering
            connection.deadline = 0
            return true
        }
        let request = Request(head: head, body: [], route: route)
        if let refusal = worker.application.refusal(beforeBodyOf: request) { return refuse(request, refusal) }
        let longest = route.maximumBody ?? worker.configuration.limits.body
        if result.bodyLength > longest {
            return refuse(
                request, HTTPError(.contentTooLarge, detail: "The body is longer than the \(longest) bytes this address takes: send less, or in parts."))
        }
        body = BodyBuffer(length: result.bodyLength, budget: worker.bodies, network: head.client.address.network)
        if body == nil { return refuse(request, Self.overBudget) }
        connection.phase = .body
        connection.deadline = startedAt + worker.configuration.deadlines.body.nanoseconds
        return true
    }

    private static let overBudget = HTTPError(
        .serviceUnavailable, detail: "Too many bodies are on their way here at once: try again in a moment.", headers: [.retryAfter: "5"])

    /// Answers before the body is read; libmicrohttpd then closes the connection.
    private func refuse(_ error: HTTPError) -> Bool {
        hasUnreadBody = true
        return queue(error.response(instance: head?.path ?? "", requestID: head?.id))
    }

    /// The same through the middleware, which may have something to add. Only one that does not wait is heard: there is no suspending here.
    private func refuse(_ request: Request, _ error: any Error) -> Bool {
        hasUnreadBody = true
        var request = request
        request.refusal = error
        self.request = request
        phase = .handling
        isInCallback = true
        let task = Task.immediate(executorPreference: worker.loop.executor) { [request] in
            self.complete(await self.worker.application.respond(to: request))
        }
        isInCallback = false
        if response == nil { task.cancel() }
        let answer = response ?? worker.application.response(for: error, to: request)
        response = nil
        return queue(answer)
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body?.append(bytes) == true else {
            body = nil
            connection.refuse(Self.overBudget)
            connection.linger()
            return false
        }
        requestBytes += bytes.count
        let deadlines = worker.configuration.deadlines
        connection.deadline = startedAt + deadlines.body.nanoseconds + UInt64(requestBytes / max(1, deadlines.bodyRate)) * 1_000_000_000
        return true
    }

    private func dispatch() -> Bool {
        guard let head, let route else { return false }
        phase = .handling
        connection.phase = .answering
        connection.deadline = 0
        let request = Request(head: head, body: body?.take() ?? [], route: route)
        self.request = request
        isInCallback = true
        // The exchange owns this task: it ends with it, or is cancelled when the client leaves.
        let task = Task.immediate(executorPreference: worker.loop.executor) { [request] in
            self.complete(await self.worker.application.respond(to: request))
        }
        isInCallback = false
        if let response {
            self.response = nil
            return queue(response)
        }
        self.task = task
        suspend()
        return true
    }

    /// The handler is through. On the worker's thread, unless that has ended.
    private func complete(_ response: Response) {
        guard worker.loop.executor.isOnLoop else {
            worker.loop.executor.post { self.complete(response) }
            return
        }
        guard phase == .handling else { return }
        self.response = response
        if !isInCallback { resume() }
    }

    /// libmicrohttpd is done with this exchange. `isWhole` when the response went out completely.
    func finished(isWhole: Bool, at now: UInt64) {
        phase = .done
        isSuspended = false
        if hasUnreadBody && !isGivenUp { connection.linger() }
        connection.unwatch()
        connection.exchange = nil
        connection.answerEnded()
        if connection.phase != .upgraded {
            connection.phase = .waiting
            connection.deadline = now + worker.configuration.deadlines.idle.nanoseconds + worker.configuration.deadlines.head.nanoseconds
            // Its response began before the server was asked to stop, and promised to keep the connection.
            if worker.isDraining { connection.endOfRequests() }
            worker.rests(connection)
        }
        body = nil
        report(isWhole: isWhole, at: now)
        task?.cancel()
        task = nil
        writer?.fail()
        writer = nil
        request = nil
    }

    private func report(isWhole: Bool, at now: UInt64) {
        guard !isReported, let head else { return }
        isReported = true
        if let writer { responseBytes = writer.written }
        let isAborted = !isWhole || hasClientLeft
        if let completed = worker.hooks.completed {
            completed(
                CompletedRequest(
                    head: head, template: route?.template, status: status, duration: .nanoseconds(Int64(now - startedAt)),
                    requestBytes: requestBytes, responseBytes: responseBytes, isAborted: isAborted))
        }
        worker.log.debug(
            "request",
            [
                "request_id": head.id.description, "method": head.method.rawValue, "route": route?.template ?? "-", "status": status.description,
                "milliseconds": String(Double((now - startedAt) / 1000) / 1000), "aborted": isAborted.description,
            ])
    }

    // MARK: Suspending

    func suspend() {
        guard !isSuspended else { return }
        isSuspended = true
        MHD_suspend_connection(handle)
        connection.watch()
    }

    func resume() {
        guard isSuspended else { return }
        isSuspended = false
        MHD_resume_connection(handle)
        worker.needsRun = true
    }

    /// The client has closed its end.
    func clientLeft() {
        hasClientLeft = true
        task?.cancel()
        writer?.fail()
    }

    /// The server cannot wait any longer: the connection is cut at the next run.
    func giveUp() {
        isGivenUp = true
        task?.cancel()
        writer?.fail()
        shutdown(connection.descriptor, Int32(SHUT_RDWR))
        resume()
    }

    // MARK: Answering

    private func queue(_ response: Response) -> Bool {
        phase = .answering
        connection.phase = .answering
        connection.deadline = 0
        var response = response
        var reply: OpaquePointer?
        if case .webSocket(let upgrade) = response.body.kind {
            do {
                let agreed = try WebSocketHandshake(request, upgrade)
                response.status = .switchingProtocols
                for (name, value) in agreed.headers { response.headers[name] = value }
                reply = upgradeReply(agreed)
            } catch {
                response = error.response(instance: request?.path ?? "", requestID: head?.id)
            }
        }
        status = response.status
        connection.answerBegins(isStream: response.body.isStream)
        if reply == nil { reply = makeReply(response.body) }
        guard let reply else {
            worker.log.error("a response could not be made", ["request_id": head?.id.description ?? "-"])
            return false
        }
        defer { MHD_destroy_response(reply) }
        addHeaders(response.headers, to: reply)
        return MHD_queue_response(handle, UInt32(clamping: response.status.code), reply) == .YES
    }

    // MARK: WebSocket

    private func upgradeReply(_ agreed: WebSocketHandshake) -> OpaquePointer? {
        pendingUpgrade = agreed
        return MHD_create_response_for_upgrade(
            { _, _, exchange, extra, extraCount, descriptor, handle in
                guard let exchange, let handle else { return }
                Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().upgraded(
                    descriptor, early: Array(UnsafeRawBufferPointer(start: extra, count: extra == nil ? 0 : extraCount)), handle)
            }, nil)
    }
    private var pendingUpgrade: WebSocketHandshake?

    private func upgraded(_ descriptor: Int32, early: [UInt8], _ upgradeHandle: OpaquePointer) {
        connection.unwatch()
        connection.phase = .upgraded
        connection.deadline = 0
        connection.answerEnded()
        body = nil
        report(isWhole: true, at: monotonicNanoseconds())
        guard let pendingUpgrade, let request else {
            _ = shim_mhd_upgrade_close(upgradeHandle)
            worker.needsRun = true
            return
        }
        WebSocketConnection.open(descriptor, early: early, request: request, agreed: pendingUpgrade, worker: worker) { [worker] in
            _ = shim_mhd_upgrade_close(upgradeHandle)
            worker.needsRun = true
        }
    }
}
