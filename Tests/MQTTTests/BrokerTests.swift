import Base
import Foundation
import Lifecycle
import MQTT
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)), .enabled(if: Broker.isWanted, "mosquitto is not installed")) struct BrokerTests {
    @Test(arguments: [MQTTQuality.atMostOnce, .atLeastOnce]) func whatIsPublishedArrives(quality: MQTTQuality) async throws {
        let broker = try await Broker()
        try await Line.open(MQTTOptions(broker)) { line in
            #expect(await line.next() == "+")
            try await line.connection.subscribe(to: ["a/+/c", "bytes"], quality: quality)
            try await line.connection.publish(MQTTMessage(topic: "a/é/c", "bonjour", quality: quality))
            #expect(await line.next() == "a/é/c=bonjour")
            let bytes = (0...255).map(UInt8.init)
            try await line.connection.publish(MQTTMessage(topic: "bytes", payload: bytes, quality: quality))
            #expect(await line.nextMessage()?.payload == bytes)
            try await line.connection.publish(MQTTMessage(topic: "bytes", payload: [], quality: quality))
            #expect(await line.nextMessage()?.payload.isEmpty == true)
            try await line.connection.unsubscribe(from: ["a/+/c"])
            try await line.connection.publish(MQTTMessage(topic: "a/b/c", "nobody listens", quality: quality))
            try await line.connection.publish(MQTTMessage(topic: "bytes", "end", quality: quality))
            #expect(await line.next() == "bytes=end")
        }
    }

    @Test func whatWasKeptComesWithTheSubscription() async throws {
        let broker = try await Broker()
        try await Line.open(MQTTOptions(broker)) { line in
            #expect(await line.next() == "+")
            for number in 0..<300 {
                try await line.connection.publish(MQTTMessage(topic: "kept/\(number)", "\(number)", quality: .atLeastOnce, isRetained: true))
            }
        }
        let connection = try MQTTConnection(options: MQTTOptions(broker), log: .silent)
        // Before there is a connection: asked for as soon as there is one.
        try await connection.subscribe(to: (0..<300).map { "kept/\($0)" } + ["later"])
        let shutdown = Shutdown()
        async let run: Void = connection.run(until: shutdown)
        var kept = Set<String>()
        for await event in connection.events {
            if case .message(let message) = event {
                #expect(message.isRetained)
                kept.insert(message.topic)
            }
            if kept.count == 300 { break }
        }
        #expect(kept.count == 300)
        shutdown.request()
        try await run
        #expect(connection.state == .stopped)
    }

    @Test func aBrokerThatComesBackIsFoundAgain() async throws {
        let broker = try await Broker()
        try await Line.open(MQTTOptions(broker)) { line in
            #expect(await line.next() == "+")
            try await line.connection.subscribe(to: ["news"])
            await broker.stop()
            #expect(await line.next() == "-connection_lost")
            let error = await #expect(throws: MQTTError.self) { try await line.connection.publish(MQTTMessage(topic: "news", "lost", quality: .atLeastOnce)) }
            #expect(error?.code == .notConnected)
            try await broker.start()
            #expect(await line.next() == "+")
            #expect(line.connection.state == .connected)
            try await line.connection.publish(MQTTMessage(topic: "news", "again", quality: .atLeastOnce))
            #expect(await line.next() == "news=again")
        }
    }

    @Test func theBrokerTellsOfAClientThatVanished() async throws {
        let broker = try await Broker()
        var options = MQTTOptions(broker, client: "lamp")
        options.will = MQTTMessage(topic: "lamp/available", "offline", quality: .atLeastOnce, isRetained: true)
        options.reconnect = RestartPolicy(first: .seconds(600), maximum: .seconds(600))
        try await Line.open(MQTTOptions(broker)) { watcher in
            #expect(await watcher.next() == "+")
            try await watcher.connection.subscribe(to: ["lamp/available", "lamp/orderly"])
            try await Line.open(options) { lamp in
                #expect(await lamp.next() == "+")
                // Another one with the same id: the broker ends the first connection without a goodbye.
                try await Line.open(MQTTOptions(broker, client: "lamp")) { other in
                    #expect(await other.next() == "+")
                    #expect(await lamp.next() == "-connection_lost")
                    #expect(await watcher.next() == "lamp/available=offline")
                }
            }
            options.will = MQTTMessage(topic: "lamp/orderly", "offline")
            try await Line.open(options) { #expect(await $0.next() == "+") }
            try await watcher.connection.publish(MQTTMessage(topic: "lamp/orderly", "nothing before this", quality: .atLeastOnce))
            #expect(await watcher.next() == "lamp/orderly=nothing before this")
        }
    }

    @Test func usersAreChecked() async throws {
        let folder = try Paths.temporaryFolder()
        let passwords = try await Broker.passwordFile([("jarvis", "pass word/é")], in: folder)
        let broker = try await Broker(["allow_anonymous false", "password_file \(passwords)"])
        var options = try MQTTOptions(url: Secret("mqtt://jarvis:pass%20word%2F%C3%A9@127.0.0.1:\(broker.port)"))
        try await Line.open(options) { #expect(await $0.next() == "+") }
        options.password = Secret("wrong")
        let connection = try MQTTConnection(options: options, log: .silent)
        let shutdown = Shutdown()
        async let run: Void = connection.run(until: shutdown)
        while connection.state == .connecting(nil) { await Task.yield() }
        guard case .connecting(let error?) = connection.state else {
            Issue.record("connected with a wrong password")
            return
        }
        #expect(error.code == .refused)
        #expect(!error.message.contains("wrong"))
        shutdown.request()
        try await run
    }

    @Test func aSessionThatIsKeptGetsWhatItMissed() async throws {
        let broker = try await Broker()
        var options = MQTTOptions(broker, client: "keeper")
        options.isCleanSession = false
        try await Line.open(options) { line in
            #expect(await line.next() == "+")
            try await line.connection.subscribe(to: ["missed"], quality: .atLeastOnce)
        }
        try await Line.open(MQTTOptions(broker)) { line in
            #expect(await line.next() == "+")
            try await line.connection.publish(MQTTMessage(topic: "missed", "while away", quality: .atLeastOnce))
        }
        try await Line.open(options) { line in
            #expect(await line.next() == "+")
            #expect(await line.next() == "missed=while away")
        }
    }

    @Test func aReaderThatDoesNotReadHoldsTheBrokerBackAndLosesNothing() async throws {
        let broker = try await Broker()
        let count = 5000
        var options = MQTTOptions(broker)
        options.limits.waitingEvents = 100
        try await Line.open(options) { slow in
            #expect(await slow.next() == "+")
            try await slow.connection.subscribe(to: ["flood"], quality: .atLeastOnce)
            try await Line.open(MQTTOptions(broker)) { fast in
                #expect(await fast.next() == "+")
                let connection = fast.connection
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<count {
                        if number >= 100 { try await group.next() }
                        group.addTask { try await connection.publish(MQTTMessage(topic: "flood", payload: [UInt8](repeating: 65, count: 200))) }
                    }
                }
                try await connection.publish(MQTTMessage(topic: "flood", "last", quality: .atLeastOnce))
            }
            var read = 0
            while await slow.nextMessage()?.payload.count == 200 { read += 1 }
            #expect(read == count)
        }
    }

    @Test func whatIsTooLargeIsLeftOut() async throws {
        let broker = try await Broker()
        var options = MQTTOptions(broker)
        options.limits.payload = 1000
        try await Line.open(MQTTOptions(broker)) { sender in
            #expect(await sender.next() == "+")
            try await Line.open(options) { line in
                #expect(await line.next() == "+")
                try await line.connection.subscribe(to: ["t"])
                for size in [1001, 1000] {
                    try await sender.connection.publish(MQTTMessage(topic: "t", payload: [UInt8](repeating: 48, count: size), quality: .atLeastOnce))
                }
                #expect(await line.nextMessage()?.payload.count == 1000)
                let message = MQTTMessage(topic: "t", payload: [UInt8](repeating: 48, count: 1001))
                let error = await #expect(throws: MQTTError.self) { try await line.connection.publish(message) }
                #expect(error?.code == .invalid)
            }
        }
    }

    @Test func certificatesAreVerified() async throws {
        let openssl = "/usr/bin/openssl"
        let folder = try Paths.temporaryFolder()
        for name in ["broker", "other"] {
            let made = try await ChildProcess.launch(
                .init(
                    executable: openssl,
                    arguments: [
                        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                        "subjectAltName=DNS:localhost", "-keyout", folder.file("\(name).key"), "-out", folder.file("\(name).pem"),
                    ]), log: .silent)
            #expect(await made.waitForExit() == .code(0))
        }
        let broker = try await Broker([
            "certfile \(folder.file("broker.pem"))", "keyfile \(folder.file("broker.key"))", "allow_anonymous true",
        ])
        func options(host: String, authority: String?) -> MQTTOptions {
            var options = MQTTOptions(host: host, port: broker.port, usesTLS: true)
            options.authority = authority.map { folder.file($0) }
            return options
        }
        try await Line.open(options(host: "localhost", authority: "broker.pem")) { line in
            #expect(await line.next() == "+")
            try await line.connection.subscribe(to: ["s"])
            // Larger than one TLS record.
            try await line.connection.publish(MQTTMessage(topic: "s", payload: [UInt8](repeating: 49, count: 100_000), quality: .atLeastOnce))
            #expect(await line.nextMessage()?.payload.count == 100_000)
        }
        for (host, authority) in [("localhost", "other.pem"), ("localhost", nil), ("127.0.0.1", "broker.pem"), ("localhost", "missing.pem")] {
            #expect(try await failure(options(host: host, authority: authority)).code == .tls, "\(host) \(authority ?? "-")")
        }
        var plain = options(host: "localhost", authority: nil)
        plain.usesTLS = false
        #expect(try await failure(plain).code == .unreachable)
    }

    /// Why the first attempt fails.
    private func failure(_ options: MQTTOptions) async throws -> MQTTError {
        let connection = try MQTTConnection(options: options, log: .silent)
        let shutdown = Shutdown()
        async let run: Void = connection.run(until: shutdown)
        while connection.state == .connecting(nil) { await Task.yield() }
        let state = connection.state
        shutdown.request()
        try await run
        if case .connecting(let error?) = state { return error }
        return MQTTError(.invalid, "it connected")
    }
}
