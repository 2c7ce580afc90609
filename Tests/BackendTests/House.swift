import API
import Assistant
import Audit
import Automations
import Backend
import Base
import Domain
import Foundation
import HTTPServer
import Home
import Identity
import Observability
import StorageSQLite
import Synchronization
import TestSupport
import Testing
import VoicePrints

/// A backend on a real store, with a skill that answers "heure" and a model that is never there. Requests go through routing, middleware and
/// handlers in memory, or over a socket.
final class House: Sendable {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let server: HTTPServer
    let hub = ConnectionHub()
    let trail: AuditedTrail
    /// The devices, when it was made with some.
    let rooms: FileHouse?
    let clock = ManualClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    static let password = "une phrase facile à retenir"
    static let setupCode = "1234-5678"
    static let machineKey = "the key of the data folder"

    /// A room, devices to command, and one that is not to be seen.
    static let rooms = """
        floors: [{name: Rez-de-chaussée}]
        areas: [{name: Salon, floor: Rez-de-chaussée, aliases: séjour}]
        entities:
          - {id: light.salon, name: Lampe du salon, area: Salon}
          - {id: light.veilleuse, name: Veilleuse, area: Salon, exposed: false}
          - {id: lock.entree, name: Porte d'entrée}
          - {id: sensor.dehors, name: Dehors, state: 12.5, attributes: {unit_of_measurement: °C}}
        """

    /// - Parameter text: describes rooms and virtual devices; `nil`: there is no house.
    /// - Parameter conversing: holds spoken conversations.
    /// - Parameter perUser: requests a minute.
    /// - Parameter reader: reads orders, which the rooms then obey; `nil`: there are none in words, and automations do nothing.
    init(
        port: Int = 0, prefix: String? = nil, rooms text: String? = nil, conversing: (any VoiceDesk)? = nil, perUser: Int = 100_000,
        trail other: (any AuditTrail)? = nil, reader: (any OrderReader)? = nil
    ) async throws {
        folder = try Paths.temporaryFolder()
        store = try await SQLiteStore.open(path: folder.file("jarvis.db"), encryptionKey: Secret(String(repeating: "c", count: 64)), log: .silent)
        try await store.keep(PasswordWork(passes: 2, memory: 19 << 20))
        let store = store
        let trail = try AuditedTrail(store: store, folder: folder, clock: clock)
        self.trail = trail
        let rooms = try text.map { try FileHouse(text: $0, clock: SystemWallClock()) }
        self.rooms = rooms
        let orders: OrderDesk? =
            if let rooms, let reader { OrderDesk.obeying(reader, in: rooms, trail: trail) } else { nil }
        let assistant = Assistant(
            parts: Assistant.Parts(
                skills: { utterance, context in
                    if let answered = try await orders?.answer(utterance, in: context) { return answered }
                    if utterance.text.hasPrefix("où") {
                        return ("where", SkillReply(context.area ?? "nulle part", actions: [Action(tool: "test.where", arguments: [:])]))
                    }
                    if utterance.text.hasPrefix("heure") { return ("time", SkillReply("Il est 9 h.")) }
                    if utterance.text.hasPrefix("écho ") { return ("echo", SkillReply(String(utterance.text.dropFirst(5)))) }
                    return nil
                },
                detectLanguage: { _ in nil }, conversations: store, recall: { _, _, _ in MemoryContext() }, model: NoModel(), synthesizer: Beep(),
                howToGetAModel: { $0(fr: "Installez un modèle.", en: "Install a model.") }),
            defaultLanguage: .french, clock: clock, log: .silent)
        var desk: HouseDesk?, keeper: AutomationDesk?
        if let rooms {
            let control = DirectControl(house: rooms, trail: trail, log: .silent)
            desk = HouseDesk(house: rooms) { try await control.call($0, isConfirmed: $1, for: $2) }
            let service = AutomationService(
                store: store, house: rooms, timeZone: .gmt, sun: Sun(latitude: 48.8566, longitude: 2.3522), causes: CauseLog(store: store, log: .silent),
                clock: clock, log: .silent,
                run: { [clock] list, principal, language, _ in
                    guard let orders else { return "C'est fait." }
                    let context = SkillContext(principal: principal, conversation: .init(), now: clock.now, timeZone: .gmt)
                    return try await orders.carryOut(list, language: language, in: context)
                })
            keeper = AutomationDesk(service: service)
        }
        let backend = Backend(
            parts: Backend.Parts(
                authenticator: try await Authenticator(
                    users: store, sessions: store, keys: store,
                    ways: SignInWays(
                        secondFactors: SecondFactors(store: store, clock: clock, trail: trail),
                        passkeys: try Passkeys(store: store, clock: clock, trail: trail, log: .silent), trail: trail), clock: clock, log: .silent),
                limits: RequestLimits(limiter: TokenBuckets(clock: clock), perAddress: 5, perUser: perUser, audit: other ?? trail, clock: clock),
                assistant: assistant, conversations: store,
                memory: PlainMemory(store: store), appointments: store, lists: store, weather: FakeBulletins(),
                speech: SpeechRoutes(
                    parts: SpeechRoutes.Parts(synthesizer: Beep(), transcriber: Echo(), decoder: Echo(), languages: [.french, .english])),
                voices: VoiceBook(store: store, embedder: Echo(), clock: clock), conversing: conversing, hub: hub, house: desk, automations: keeper,
                reader: reader ?? LampReader(),
                objection: { [clock] list, language, principal in
                    let context = SkillContext(principal: principal, conversation: .init(), now: clock.now, timeZone: .gmt)
                    return try await orders?.objection(to: list, language: language, in: context)
                }, trail: trail, audit: AuditReader(chain: trail.chain, store: store, head: trail.head),
                persons: PersonDesk(
                    store: store, archive: AuditReader(chain: trail.chain, store: store, head: trail.head), trail: trail,
                    eraseTrail: { _ = try await trail.erase($0) }), machineKey: Secret(Self.machineKey),
                userConnected: { _ in },
                services: { ["database": "up"] }, metrics: { "jarvis_requests_total 1\n" }),
            options: Backend.Options(
                version: "test", setupCode: Secret(Self.setupCode), timeZone: .gmt, allowedHosts: ["localhost"], allowedOrigins: ["http://ok.example"]),
            clock: clock, log: .silent)
        server = try HTTPServer(
            configuration: .init(port: port, threads: 1), router: backend.router(alsoUnder: prefix), log: .silent,
            mapError: { error, request in Problems.httpError(for: error)?.response(instance: request.path, requestID: request.id) })
    }

    /// Sends a request in memory.
    func send(
        _ method: HTTPMethod, _ target: String, token: String? = nil, json: String? = nil, body: [UInt8]? = nil, headers: [(HeaderName, String)] = [],
        peer: PeerAddress = PeerAddress(ipv4: 127, 0, 0, 1)
    ) async -> Answer {
        var headers = headers
        if let token { headers.append((.authorization, "Bearer \(token)")) }
        let response = await server.respond(to: Request(method, target, headers: headers, body: body ?? Array((json ?? "").utf8), peer: peer))
        return Answer(status: response.status.code, headers: response.headers, bytes: response.body.bytes ?? [])
    }

    /// Makes the owner and signs in.
    func owner() async throws -> String {
        #expect(await send(.post, "/auth/setup", json: #"{"username":"zoé","password":"\#(Self.password)"}"#).status == 201)
        let answer = await send(
            .post, "/auth/token",
            body: Array(
                "grant_type=password&username=zo%C3%A9&password=\(Self.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")".utf8))
        return try answer.decode(TokenResponse.self).accessToken
    }
}

struct Answer: Sendable {
    let status: Int
    let headers: ResponseHeaders
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try JSON.decode(type, from: Data(bytes)) }

    /// The body as problem details, checked to be one.
    func problem() throws -> ProblemDetails {
        #expect(headers[.contentType] == ProblemDetails.mediaType)
        let problem = try decode(ProblemDetails.self)
        #expect(problem.status == status && problem.requestID?.isEmpty == false && problem.detail?.isEmpty == false)
        return problem
    }
}

/// Sun at home, rain in Lyon, nothing else.
private struct FakeBulletins: WeatherBulletins {
    func bulletin(of town: String?, now: Date) async throws -> WeatherBulletin {
        guard let day = CivilDay(year: 2027, month: 1, day: 5) else { throw Problem(.unavailable, "no such day") }
        switch town {
        case nil:
            let report = WeatherReport(
                current: .init(temperature: 3.5, feelsLike: 1, condition: .partlyCloudy), hours: [.init(day: day, hour: 7, rainChance: 5)],
                days: [.init(day: day, low: -2, high: 4, condition: .heavyRain)])
            return WeatherBulletin(place: Coordinates(latitude: 48.9, longitude: 2.4), report: report, age: 61.4, isOld: true, outdoorTemperature: 3.2)
        case "Lyon": return WeatherBulletin(town: "Lyon", place: Coordinates(latitude: 45.8, longitude: 4.8), report: WeatherReport())
        default: throw Problem(.notFound, "there is no such town here")
        }
    }
}

private struct NoModel: ChatModel {
    let name = "none"
    func answer(_ request: Domain.ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        throw Problem(.unavailable, "no model")
    }
}

/// Ten samples for each text.
struct Beep: Synthesizer {
    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        try await onAudio(AudioChunk(format: AudioFormat(rate: 22_050), bytes: Array(repeating: 1, count: 20)))
    }
    func voices() async throws -> [Voice] { [Voice(name: "beep", languages: ["fr"], engine: "test")] }
}

/// Understands "allume", and "tous les jours à 7 h" before it.
private struct LampReader: OrderReader {
    func read(_ text: String, in context: ReadingContext) -> Reading {
        guard text.hasSuffix("allume") else { return .none }
        let timing: Order.Timing = text.hasPrefix("tous") ? .when(.time(hour: 7, minute: 0, weekdays: []), once: false) : .now
        return .orders([Order(Intent("HassTurnOn", ["name": SlotValue("Lampe du salon", text: "lampe")]), text: "allume", timing: timing)])
    }
}

typealias HTTPMethod = Method

/// Hears what was written into the file as text; a file of "x" is no audio. A voice is its first byte.
struct Echo: Transcriber, AudioDecoder, VoiceEmbedder {
    func transcription(_ request: TranscriptionRequest) async throws -> any Transcription { Heard(languages: request.languages) }

    func decode(_ file: [UInt8], upTo seconds: Double) async throws -> AudioChunk {
        guard file != Array("x".utf8) else { throw Problem(.invalid, "this is no audio") }
        return AudioChunk(format: .speech, bytes: file)
    }

    func embed(_ audio: AudioChunk) async throws -> VoiceEmbedding {
        let angle = Double(audio.bytes.first ?? 0) * .pi / 180
        return VoiceEmbedding(values: [Float(cos(angle)), Float(sin(angle))], model: "ge2e-test")
    }

    private final class Heard: Transcription {
        let partials = AsyncStream<Transcript> { $0.finish() }
        private let languages: [Language]
        private let bytes = Mutex<[UInt8]>([])

        init(languages: [Language]) { self.languages = languages }

        func append(_ audio: AudioChunk) async throws { bytes.withLock { $0 += audio.bytes } }
        func finish() async throws -> Transcript {
            let text = String(decoding: bytes.withLock { $0 }, as: UTF8.self)
            return Transcript(
                text: text, language: languages.first,
                words: text.split(separator: " ").enumerated().map { index, word in
                    Transcript.Word(text: String(word), start: Double(index), end: Double(index) + (word.hasSuffix(",") ? 0.1 : 0.9))
                })
        }
        func cancel() {}
    }
}
