public import Base
public import Domain
public import HTTPClient
public import Lifecycle
public import Observability
private import Foundation
private import Synchronization

/// A GGUF file served by llama.cpp in a child process (scripts/llama_server.py), restarted when it dies: as a chat model, or for embeddings.
///
/// The child listens on a loopback port of its own choice and answers only to a key made for it.
public final class LlamaServer: Service, ChatModel, Embedder {
    public enum Kind: String, Sendable { case chat, embeddings }

    /// What to run.
    public struct Settings: Sendable {
        /// A Python with xllamacpp in it: the project's `.jarvis/venv/bin/python`.
        public var python: String
        /// scripts/llama_server.py
        public var script: String
        /// The GGUF file.
        public var model: String
        public var kind: Kind
        /// The window of the model, in tokens.
        public var context: Int
        /// `nil`: half of the machine's.
        public var threads: Int?
        /// How long a request waits for a child that is being started.
        public var patience: Duration

        public init(
            python: String, script: String, model: String, kind: Kind = .chat, context: Int = 4096, threads: Int? = nil, patience: Duration = .seconds(20)
        ) {
            self.python = python
            self.script = script
            self.model = model
            self.kind = kind
            self.context = context
            self.threads = threads
            self.patience = patience
        }
    }

    public let name = "llama.cpp"
    /// The model's file name: vectors of two files may not be compared.
    public let model: String
    private let settings: Settings
    private let client: HTTPClient
    private let clock: any WallClock
    private let process: SupervisedProcess
    private let key: Secret
    private let address: Address

    /// Where the running child listens.
    private final class Address: Sendable {
        private let url = Mutex("")
        var current: String {
            get { url.withLock { $0 } }
            set { url.withLock { $0 = newValue } }
        }
    }

    public init(settings: Settings, client: HTTPClient, policy: RestartPolicy = RestartPolicy(), clock: any WallClock = SystemWallClock(), log: Logger) {
        self.settings = settings
        self.client = client
        self.clock = clock
        model = settings.model.split(separator: "/").last.map(String.init) ?? settings.model
        var random = SystemRandomNumberGenerator()
        var digits = ""
        for _ in 0..<4 { digits += String(random.next(), radix: 36) }
        let key = Secret(digits)
        self.key = key
        let address = Address()
        self.address = address
        process = SupervisedProcess(
            name: "llama-\(settings.kind.rawValue)", policy: policy, readyWithin: .seconds(300), clock: clock, log: log,
            command: {
                var arguments = [settings.script, settings.model, settings.kind.rawValue, "--context", "\(settings.context)"]
                if let threads = settings.threads { arguments += ["--threads", "\(threads)"] }
                var environment = ChildProcess.Command.plainEnvironment
                environment["LLAMA_SERVER_KEY"] = key.reveal()
                return ChildProcess.Command(executable: settings.python, arguments: arguments, environment: environment, logLevel: .debug)
            },
            probe: { child in
                let line = try await child.announcement()
                guard line.hasPrefix("LISTENING http://127.0.0.1:") else { throw LifecycleError(.notReady, "the llama.cpp child did not say where it listens") }
                address.current = String(line.dropFirst("LISTENING ".count))
            })
    }

    public var state: SupervisedProcess.State { process.state }
    /// The child's; `nil` while none runs.
    public var pid: Int32? { process.pid }

    public func run(until shutdown: Shutdown) async throws { try await process.run(until: shutdown) }

    /// Returns when the child has its model in memory; throws `Problem.unavailable` when that takes longer than `patience`.
    public func waitUntilReady() async throws {
        if process.state == .ready { return }
        let isReady = await withTaskGroup(of: Bool.self) { [process, clock, settings] group in
            group.addTask { (try? await process.waitUntilReady()) != nil }
            group.addTask {
                let patience = settings.patience.components
                let seconds = Double(patience.seconds) + Double(patience.attoseconds) / 1e18
                try? await clock.sleep(until: clock.now + seconds)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
        try Task.checkCancellation()
        guard isReady else {
            throw Problem(
                .unavailable,
                "The model \(model) is not loaded yet, or cannot be. Try again in a moment; if it stays so, look at the log, and check that the file is a GGUF model that fits in memory."
            )
        }
    }

    public func answer(_ request: ChatRequest, onDelta: @Sendable (ChatDelta) async throws -> Void) async throws -> ChatUsage {
        try await waitUntilReady()
        return try await OpenAIModel(name: name, url: address.current, model: nil, key: key, client: client).answer(request, onDelta: onDelta)
    }

    public func embed(_ texts: [String]) async throws -> [[Float]] {
        try await waitUntilReady()
        return try await OpenAIEmbedder(url: address.current, model: model, key: key, client: client).embed(texts)
    }
}
