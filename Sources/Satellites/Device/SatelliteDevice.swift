public import Base
public import Lifecycle
public import Observability
public import Wyoming
import Domain
import Foundation
import Synchronization

/// This machine as a satellite: its microphone and loudspeaker, offered over the Wyoming protocol to the Jarvis (or Home Assistant) that connects.
///
/// Without a wake word of its own it sends whatever stands out of the room's noise, and who is connected listens for the wake word. With one, it sends
/// nothing until it heard it.
public actor SatelliteDevice: Service {
    public struct Options: Sendable {
        public var name: String
        /// Where it says that it stands.
        public var area: String?
        /// A shell command that writes 16-bit mono audio at 16 kHz to its standard output, without an end.
        public var recordCommand: String
        /// A shell command that plays 16-bit audio from its standard input. `{rate}` and `{channels}` are filled in; without them it gets 16 kHz mono.
        public var playCommand: String
        /// What the commands see of the environment.
        public var environment: [String: String]
        /// A Wyoming server that hears wake words, and which ones; `nil`: whoever connects listens for them.
        public var wake: (server: Endpoint, words: [String])?
        public var version: String

        public init(
            name: String, area: String? = nil, recordCommand: String, playCommand: String, environment: [String: String],
            wake: (server: Endpoint, words: [String])? = nil, version: String
        ) {
            self.name = name
            self.area = area
            self.recordCommand = recordCommand
            self.playCommand = playCommand
            self.environment = environment
            self.wake = wake
            self.version = version
        }
    }

    /// Something about the microphone or the loudspeaker that a person must know.
    public enum Trouble: Sendable {
        /// The record command ends by itself, for this reason.
        case microphone(String)
        case microphoneIsBack
        case speaker(String)
        case wakeWord(String)
    }

    /// Audio from a start to a stop.
    private struct Block {
        let command: String
        let layout: AudioLayout
        var converter: SpeechConverter?
        /// Until its command runs.
        var bytes: [UInt8] = []
        var isFinished = false
        /// Whether who is connected is told that it was played.
        let says: Bool
    }

    private struct Owner {
        let id: Int
        let connection: Connection
        let outbox: AsyncStream<Message>.Continuation
        var heardAt: Date
    }

    /// Seconds after which an owner that says nothing is taken for gone when another comes: those that connect ping more often than that.
    static let ownership = 30.0

    public nonisolated let name = "satellite"
    /// Where it listens.
    public nonisolated let endpoint: Endpoint
    private let options: Options
    private let server: Server
    private let clock: any WallClock
    private let log: Logger
    private let tell: @Sendable (Trouble) -> Void
    private var peers = 0
    private var owner: Owner?
    private var isStreaming = false
    private var gate = VoiceGate()
    private var wakeFeed: AsyncStream<[UInt8]>.Continuation?
    private var player: SoundProgram?
    private var playerCount = 0
    /// What plays, and what is to play after it.
    private var blocks: [Block] = []

    /// Takes the address; peers wait until `run`.
    /// - Throws: `WyomingError` when the address is taken or not allowed.
    public init(
        _ options: Options, listen endpoint: Endpoint, clock: any WallClock = SystemWallClock(), log: Logger, tell: @escaping @Sendable (Trouble) -> Void
    ) throws {
        self.options = options
        self.clock = clock
        self.log = log
        self.tell = tell
        server = try Server(listeningOn: endpoint, options: .init(timeLimits: .init(receive: .seconds(86_400)), maximumConnections: 8))
        self.endpoint = server.endpoint
    }

    public func run(until shutdown: Shutdown) async throws {
        let (feed, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingNewest(64))
        wakeFeed = continuation
        await withDiscardingTaskGroup { group in
            group.addTask { await self.server.run { (connection) async throws(WyomingError) in try await self.attend(connection) } }
            group.addTask { await self.record() }
            if let wake = options.wake { group.addTask { await self.listenForWakeWords(wake.server, wake.words, feed) } }
            await shutdown.wait()
            group.cancelAll()
        }
        silence()
    }

    // MARK: - Who is connected

    private func attend(_ connection: Connection) async throws(WyomingError) {
        peers += 1
        let id = peers
        let (messages, outbox) = AsyncStream.makeStream(of: Message.self, bufferingPolicy: .bufferingOldest(512))
        let result: Result<Void, WyomingError> = await withTaskGroup(of: Result<Void, WyomingError>.self) { group in
            group.addTask {
                for await message in messages {
                    do throws(WyomingError) { try await connection.send(message, within: .seconds(10)) } catch { return .failure(error) }
                }
                return .success(())
            }
            group.addTask {
                do throws(WyomingError) {
                    while let message = try await connection.receive() {
                        if await !self.received(message, id, connection, outbox) { return .failure(WyomingError(.busy, "another server uses this satellite")) }
                    }
                } catch {
                    return .failure(error)
                }
                return .success(())
            }
            let first = await group.next() ?? .success(())
            group.cancelAll()
            return first
        }
        if owner?.id == id { disown() }
        try result.get()
    }

    private func disown() {
        owner = nil
        isStreaming = false
        silence()
    }

    /// - Returns: false when this peer has no business here.
    private func received(_ message: Message, _ id: Int, _ connection: Connection, _ outbox: AsyncStream<Message>.Continuation) -> Bool {
        switch message {
        case .describe:
            outbox.yield(.info(info))
            return true
        case .ping(let text):
            if owner?.id == id { owner?.heardAt = clock.now }
            outbox.yield(.pong(text))
            return true
        case .satellite(.run):
            if let owner, owner.id != id {
                guard clock.now.timeIntervalSince(owner.heardAt) > Self.ownership else { return false }
                owner.connection.close()
                disown()
            }
            owner = Owner(id: id, connection: connection, outbox: outbox, heardAt: clock.now)
            log.info("a server is connected")
            if options.wake == nil { begin(stage: "wake") }
            return true
        default:
            guard owner?.id == id else { return owner == nil }
            owner?.heardAt = clock.now
            obey(message)
            return true
        }
    }

    private var info: Info {
        let about = Info.About(name: options.name, version: options.version, author: SatelliteHub.author, address: "")
        return Info(satellite: about, area: options.area)
    }

    private func begin(stage: String) {
        isStreaming = true
        owner?.outbox.yield(.satellite(.runPipeline(start: stage, end: "tts", restarts: stage == "wake")))
        owner?.outbox.yield(.satellite(.streamingStarted))
    }

    private func obey(_ message: Message) {
        switch message {
        case .satellite(.pause): isStreaming = false
        case .transcript:
            // Back to the wake word.
            if options.wake != nil, isStreaming {
                isStreaming = false
                owner?.outbox.yield(.satellite(.streamingStopped))
            }
        case .detection: chime(Chime.wake)
        case .voiceStopped: chime(Chime.done)
        case .error: chime(Chime.error)
        case .audioStart(let layout): play(layout)
        case .audioChunk(let layout, let bytes): write(layout, bytes)
        case .audioStop: finish()
        case .other(let event) where event.type == SatelliteHub.interrupted: silence()
        default: break
        }
    }

    // MARK: - The loudspeaker

    /// From an `audio-start` on.
    private func play(_ layout: AudioLayout) {
        let takesAny = options.playCommand.contains("{rate}")
        let command = options.playCommand.replacing("{rate}", with: "\(layout.rate)").replacing("{channels}", with: "\(layout.channels)")
        blocks.append(Block(command: command, layout: layout, converter: takesAny ? nil : SpeechConverter(), says: true))
        playNext()
    }

    private func chime(_ sound: AudioChunk) {
        guard blocks.isEmpty else { return }
        let command = options.playCommand.replacing("{rate}", with: "\(sound.format.rate)").replacing("{channels}", with: "1")
        blocks.append(Block(command: command, layout: AudioLayout(rate: sound.format.rate), bytes: sound.bytes, isFinished: true, says: false))
        playNext()
    }

    /// One after the other: a loudspeaker may be one program's alone.
    private func playNext() {
        guard let block = blocks.first, player == nil else { return }
        playerCount += 1
        let number = playerCount
        let player = SoundProgram.play(block.command, options.environment) { [weak self] failure in
            // The thread that played ends with this; nothing else waits for the telling.
            Task { await self?.played(number, failure) }
        }
        self.player = player
        player.write(block.bytes)
        blocks[0].bytes = []
        if block.isFinished { player.finish() }
    }

    private func write(_ layout: AudioLayout, _ bytes: [UInt8]) {
        if blocks.last?.isFinished ?? true { play(layout) }
        guard layout.width == 2 else { return }
        let last = blocks.count - 1
        let bytes = blocks[last].converter == nil ? bytes : blocks[last].converter?.convert(layout, bytes) ?? []
        if last == 0 {
            player?.write(bytes)
        } else if blocks[last].bytes.count < SoundProgram.capacity {
            blocks[last].bytes += bytes
        }
    }

    private func finish() {
        guard !blocks.isEmpty else { return }
        blocks[blocks.count - 1].isFinished = true
        if blocks.count == 1 { player?.finish() }
    }

    private func silence() {
        blocks = []
        player?.kill()
        player = nil
        playerCount += 1
    }

    private func played(_ number: Int, _ failure: SoundFailure?) {
        if let failure { tell(.speaker(failure.description)) }
        guard number == playerCount, let block = blocks.first else { return }
        player = nil
        blocks.removeFirst()
        if block.says { owner?.outbox.yield(.satellite(.played)) }
        playNext()
    }

    // MARK: - The microphone

    /// Records for ever: a command that ends is started again, later and later.
    private func record() async {
        var backoff = RestartBackoff(policy: RestartPolicy(first: .milliseconds(500), maximum: .seconds(30), stableAfter: .seconds(10)))
        var isBroken = false
        while !Task.isCancelled {
            let begin = clock.now
            var reason = "it ended"
            do {
                for try await piece in SoundProgram.record(options.recordCommand, options.environment) {
                    if isBroken {
                        isBroken = false
                        tell(.microphoneIsBack)
                    }
                    heard(piece)
                }
            } catch {
                reason = "\(error)"
            }
            if Task.isCancelled { return }
            if !isBroken { tell(.microphone(reason)) }
            isBroken = true
            let delay = backoff.ended(after: .seconds(clock.now.timeIntervalSince(begin)), random: .random(in: 0..<1))
            try? await clock.sleep(until: clock.now + delay.timeInterval)
        }
    }

    private func heard(_ piece: [UInt8]) {
        guard owner != nil else { return }
        let isOpening = options.wake != nil && isStreaming
        // Once its own wake word was heard, all of the utterance goes out, its silence too.
        let pieces = isOpening ? [piece] : gate.take(piece)
        for piece in pieces {
            if isStreaming {
                if case .dropped = owner?.outbox.yield(.audioChunk(AudioLayout(rate: AudioFormat.speech.rate), piece)) { owner?.connection.close() }
            } else if options.wake != nil {
                wakeFeed?.yield(piece)
            }
        }
    }

    // MARK: - Its own wake word

    private func listenForWakeWords(_ server: Endpoint, _ words: [String], _ feed: AsyncStream<[UInt8]>) async {
        var backoff = RestartBackoff(policy: RestartPolicy(first: .milliseconds(500), maximum: .seconds(15), stableAfter: .seconds(10)))
        var told = ""
        while !Task.isCancelled {
            let begin = clock.now
            var reason = "it left"
            do {
                try await detect(server, words, feed)
            } catch {
                reason = "\(error)"
            }
            if Task.isCancelled { return }
            if told != reason { tell(.wakeWord(reason)) }
            told = reason
            let delay = backoff.ended(after: .seconds(clock.now.timeIntervalSince(begin)), random: .random(in: 0..<1))
            try? await clock.sleep(until: clock.now + delay.timeInterval)
        }
    }

    private func detect(_ server: Endpoint, _ words: [String], _ feed: AsyncStream<[UInt8]>) async throws {
        let connection = try await Connection.open(server)
        defer { connection.close() }
        let layout = AudioLayout(rate: AudioFormat.speech.rate)
        try await connection.send(.detect(names: words))
        try await connection.send(.audioStart(layout))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await piece in feed { try await connection.send(.audioChunk(layout, piece)) } }
            group.addTask {
                while let message = try await connection.receive(within: .seconds(86_400)) {
                    if case .detection(let detection) = message { await self.woken(detection) }
                    if case .error(let failure) = message { throw WyomingError(.closed, failure.text) }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func woken(_ detection: Detection) {
        guard owner != nil, !isStreaming else { return }
        silence()
        chime(Chime.wake)
        owner?.outbox.yield(.detection(detection))
        begin(stage: "asr")
    }
}
