import Base
import Lifecycle
import MQTT
import TestSupport
import Testing

/// Brokers that do not do what they should.
@Suite(.timeLimit(.minutes(1))) struct FaultTests {
    static let accepted: [UInt8] = [0x20, 2, 0, 0]

    /// Accepts connections and reads on, without ever acknowledging anything; calls `received` for each piece after the first.
    private func silentBroker(_ received: @escaping @Sendable (RawServer.Connection) -> Void = { _ in }) throws -> RawServer {
        try RawServer { connection in
            guard !connection.read().isEmpty else { return }
            connection.send(Self.accepted)
            while !connection.read().isEmpty { received(connection) }
        }
    }

    @Test func whatWasSentWhenTheConnectionBrokeIsNotSentAgain() async throws {
        let connections = Counter()
        let later = Signal<[UInt8]>()
        let server = try RawServer { connection in
            guard !connection.read().isEmpty else { return }
            connection.send(Self.accepted)
            var heard = connection.read()
            if connections.next() == 1 { return }
            while !String(decoding: heard, as: UTF8.self).contains("status"), case let more = connection.read(), !more.isEmpty { heard += more }
            later.set(heard)
        }
        try await Line.open(MQTTOptions(server)) { line in
            #expect(await line.next() == "+")
            let error = await #expect(throws: MQTTError.self) {
                try await line.connection.publish(MQTTMessage(topic: "door", "UNLOCK", quality: .atLeastOnce))
            }
            #expect(error?.code == .connectionLost)
            #expect(await line.next() == "-connection_lost")
            #expect(await line.next() == "+")
            try await line.connection.publish(MQTTMessage(topic: "status", "here"))
            #expect(!String(decoding: await later.value, as: UTF8.self).contains("UNLOCK"))
        }
    }

    @Test func anAcknowledgementThatNeverComesIsGivenUp() async throws {
        let server = try silentBroker()
        try await Line.open(MQTTOptions(server)) { line in
            #expect(await line.next() == "+")
            let connection = line.connection
            let error = await #expect(throws: MQTTError.self) {
                try await connection.publish(MQTTMessage(topic: "t", "x", quality: .atLeastOnce), within: .milliseconds(20))
            }
            #expect(error?.code == .timedOut)
            let sent = Signal<Void>()
            let task = Task { [connection] in
                sent.set(())
                try await connection.publish(MQTTMessage(topic: "t", "x", quality: .atLeastOnce))
            }
            await sent.value
            task.cancel()
            await #expect(throws: MQTTError.self) { try await task.value }
            let subscription = Task { [connection] in try await connection.subscribe(to: ["t"]) }
            subscription.cancel()
            await #expect(throws: MQTTError.self) { try await subscription.value }
        }
    }

    @Test func noMoreThanTheLimitIsUnderWay() async throws {
        let server = try silentBroker()
        var options = MQTTOptions(server)
        options.limits.underWay = 2
        options.limits.filters = 3
        options.answerWithin = .seconds(30)
        try await Line.open(options) { line in
            #expect(await line.next() == "+")
            let connection = line.connection
            await withTaskGroup(of: MQTTError?.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        do throws(MQTTError) { try await connection.publish(MQTTMessage(topic: "t", "x", quality: .atLeastOnce)) } catch { return error }
                        return nil
                    }
                }
                #expect(await group.next()??.code == .busy)
                group.cancelAll()
            }
            let tooMany = await #expect(throws: MQTTError.self) { try await connection.subscribe(to: ["a", "b", "c", "d"]) }
            #expect(tooMany?.code == .busy)
        }
    }

    @Test func aBrokerThatNeverAcceptsIsTriedAgain() async throws {
        let attempts = Signal<Void>()
        let server = try RawServer { connection in
            while !connection.read().isEmpty {}; attempts.set(())
        }
        var options = MQTTOptions(server)
        options.connectWithin = .milliseconds(30)
        try await Line.open(options) { line in
            await attempts.value
            while line.connection.state == .connecting(nil) { await Task.yield() }
            guard case .connecting(let error?) = line.connection.state else { return }
            #expect(error.code == .timedOut || error.code == .unreachable)
        }
    }

    @Test func nobodyThere() async throws {
        var options = MQTTOptions(host: "127.0.0.1", port: 1)
        options.reconnect = RestartPolicy(first: .milliseconds(1), maximum: .milliseconds(2))
        try await Line.open(options) { line in
            while line.connection.state == .connecting(nil) { await Task.yield() }
            guard case .connecting(let error?) = line.connection.state else {
                Issue.record("there is somebody")
                return
            }
            #expect(error.code == .unreachable)
            #expect(error.message.contains("127.0.0.1:1"))
            let sent = await #expect(throws: MQTTError.self) { try await line.connection.publish(MQTTMessage(topic: "t", "x")) }
            #expect(sent?.code == .notConnected)
            // Remembered for later.
            try await line.connection.subscribe(to: ["t"])
        }
    }

    /// Whatever a broker sends after its greeting, the connection survives or is made again.
    @Test func nonsenseIsSurvived() async throws {
        let rounds = 100
        let done = Signal<Void>()
        let count = Counter()
        let server = try RawServer { connection in
            guard !connection.read().isEmpty else { return }
            let round = count.next()
            var random = SeededGenerator(seed: UInt64(round))
            if round % 3 != 0 { connection.send(Self.accepted) }
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...400, using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
            connection.send(bytes)
            if round >= rounds { done.set(()) }
        }
        var options = MQTTOptions(server)
        options.reconnect = RestartPolicy(first: .milliseconds(1), maximum: .milliseconds(1))
        options.connectWithin = .milliseconds(200)
        let connection = try MQTTConnection(options: options, log: .silent)
        let shutdown = Shutdown()
        async let run: Void = connection.run(until: shutdown)
        async let reading: Void = { for await _ in connection.events {} }()
        await done.value
        shutdown.request()
        try await run
        await reading
    }

    @Test(arguments: ["", "a/#", "+", "a\0b", String(repeating: "x", count: 65536)]) func noTopics(topic: String) async throws {
        let connection = try MQTTConnection(options: MQTTOptions(host: "127.0.0.1"), log: .silent)
        let error = await #expect(throws: MQTTError.self) { try await connection.publish(MQTTMessage(topic: topic, "x")) }
        #expect(error?.code == .invalid)
    }

    @Test(arguments: ["", "a/#/b", "a+/b", "#a", "a\0b"]) func noFilters(filter: String) async throws {
        let connection = try MQTTConnection(options: MQTTOptions(host: "127.0.0.1"), log: .silent)
        let error = await #expect(throws: MQTTError.self) { try await connection.subscribe(to: [filter]) }
        #expect(error?.code == .invalid)
    }

    @Test func addresses() throws {
        let full = try MQTTOptions(url: Secret("mqtts://u%40home:p%3Aw@broker.lan"))
        #expect(full.host == "broker.lan" && full.port == 8883 && full.usesTLS && full.user == "u@home" && full.password?.reveal() == "p:w")
        let plain = try MQTTOptions(url: Secret("mqtt://[::1]:2883/"))
        #expect(plain.host == "::1" && plain.port == 2883 && !plain.usesTLS && plain.user == nil && plain.broker == "[::1]:2883")
        for wrong in ["http://broker", "mqtt://", "mqtt:broker", "mqtt://h/topic", "mqtt://h?x", "", "mqtt://h:99999"] {
            #expect(throws: MQTTError.self, "\(wrong)") {
                _ = try MQTTConnection(options: MQTTOptions(url: Secret(wrong)), log: .silent)
            }
        }
    }
}
