import Synchronization
import Wyoming

/// Tries models in processes of their own before the worker that serves loads them: the libraries end the process on some broken ones.
///
/// What came of it is kept in a file, so that a model is tried once, and again only when it or the libraries have changed.
final class Prober: Sendable {
    /// A large model on a slow machine takes its time.
    private static let seconds = 120
    /// Models that were tried, at most.
    private static let capacity = 256

    private let file: String?
    private let libraries: String
    /// What failed, with the reason; the empty reason is success.
    private let known: Mutex<[String: String]>
    /// One at a time: each may need much memory.
    private let turn = Turn()

    init(file: String?) {
        self.file = file
        libraries = Self.libraryStamp
        var known: [String: String] = [:]
        if let file, let bytes = Files.read(file, atMost: 1 << 20), case .object(let members)? = try? WireValue(parsing: bytes[...]) {
            for (key, value) in members { known[key] = value.string }
        }
        self.known = Mutex(known)
    }

    /// The reason why a model will not do; `nil` when it will.
    func check(_ kind: ModelKind, _ path: String, _ more: [String] = []) async -> String? {
        guard let stamp = Files.stamp(path) else { return "there is nothing at \(path)" }
        let key = ([kind.rawValue, path] + more + [stamp, libraries]).joined(separator: "|")
        if let answer = known.withLock({ $0[key] }) { return answer.isEmpty ? nil : answer }
        return await turn.take { [self] in
            if let answer = known.withLock({ $0[key] }) { return answer.isEmpty ? nil : answer }
            switch await Child.run(["probe", kind.rawValue, path] + more, seconds: Self.seconds) {
            case .success:
                remember(key, "")
                return nil
            case .failed(let reason):
                remember(key, reason)
                return reason
            // These may go better next time.
            case .late: return "it took more than \(Self.seconds) s to load"
            case .absent(let reason): return reason
            }
        }
    }

    private func remember(_ key: String, _ answer: String) {
        let bytes = known.withLock { known in
            if known.count >= Self.capacity { known = [:] }
            known[key] = answer
            return WireValue.object(known.mapValues(WireValue.string)).encoded
        }
        if let file, !Files.replace(file, with: bytes) { log("\(file) cannot be written: models will be tried anew at each start") }
    }

    /// What tells one installation of the libraries from another: the program and the native libraries it has loaded.
    private static var libraryStamp: String {
        let maps = Files.read("/proc/self/maps", atMost: 1 << 20) ?? []
        var paths: Set<String> = ["/proc/self/exe"]
        for line in maps.split(separator: UInt8(ascii: "\n")) {
            guard let start = line.firstIndex(of: UInt8(ascii: "/")) else { continue }
            let path = String(decoding: line[start...], as: UTF8.self)
            if ["libsherpa", "libonnxruntime", "libtensorflow", "libpocketsphinx"].contains(where: path.contains) { paths.insert(path) }
        }
        // One number for all of it (FNV-1a).
        let text = paths.sorted().compactMap { Files.stamp($0) }.joined(separator: ",")
        return String(text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }, radix: 16)
    }
}

/// Lets tasks in one after the other.
private actor Turn {
    private var last: Task<Void, Never>?

    func take<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) async -> Value {
        let before = last
        // Held by `last` until the next one has waited for it, and awaited here.
        let task = Task {
            await before?.value
            return await body()
        }
        last = Task { _ = await task.value }
        return await task.value
    }
}
