import Base
private import Glibc

/// How much work an Argon2id hash takes (RFC 9106, with one lane).
public struct PasswordParameters: Sendable, Hashable {
    /// Times that the memory is gone through ("t").
    public let passes: Int
    /// Bytes, in whole KiB ("m" is in KiB).
    public let memory: Int

    /// Raised to 2 passes and 19 MiB, and lowered to 12 passes and 128 MiB, where they lie beyond.
    public init(passes: Int, memory: Int) {
        self.passes = min(max(passes, Self.leastPasses), Self.mostPasses)
        self.memory = min(max(memory, Self.leastMemory), Self.mostMemory) / 1024 * 1024
    }

    private static let leastPasses = 2
    private static let mostPasses = 12
    private static let leastMemory = 19 << 20
    private static let mostMemory = 128 << 20

    /// What OWASP's password storage cheat sheet asks for at least: 19 MiB and 2 passes.
    public static let least = PasswordParameters(passes: leastPasses, memory: leastMemory)
    /// 64 MiB and 2 passes, libsodium's "interactive": where nothing was measured.
    public static let standard = PasswordParameters(passes: 2, memory: 64 << 20)

    /// Weakest first, and each more work than the one before in every respect or the same: memory comes first, because it is what costs an attacker.
    static let ladder: [PasswordParameters] =
        [19, 24, 32, 40, 48, 64, 80, 96, 112, 128].map { PasswordParameters(passes: leastPasses, memory: $0 << 20) }
        + (leastPasses + 1...mostPasses).map { PasswordParameters(passes: $0, memory: mostMemory) }

    /// The most work that takes no longer than `target` on this machine, and never less than `least`. Takes about a second.
    ///
    /// The median of three hashes counts, in time of this thread on the processor: a machine that is busy at set-up does not end up with weak hashes.
    /// - Throws: `.outOfMemory` when not even the least can be had.
    public static func tuned(target: Duration = .milliseconds(100)) throws(CryptographyError) -> PasswordParameters {
        try tuned(target: target) { (parameters) throws(CryptographyError) in
            let start = processorTime()
            _ = try PasswordHash.make(Secret("time this"), parameters)
            return processorTime() - start
        }
    }

    static func tuned(
        target: Duration, measure: (PasswordParameters) throws(CryptographyError) -> Duration
    ) throws(CryptographyError) -> PasswordParameters {
        _ = try measure(.least)  // The first one also pays for fresh pages.
        let least = min(try measure(.least), try measure(.least))
        /// Whether the median of three is within the time.
        func fits(_ index: Int) throws(CryptographyError) -> Bool {
            guard ladder.indices.contains(index) else { return false }
            var times: [Duration] = []
            do throws(CryptographyError) {
                for _ in 0..<3 { times.append(try measure(ladder[index])) }
            } catch {
                return false  // More memory than there is.
            }
            return times.sorted()[1] <= target
        }
        // Time grows with the work: begin where that says, and go on step by step.
        var chosen = max(0, (ladder.firstIndex { least * ($0.work / Self.least.work) > target } ?? ladder.count) - 1)
        while chosen > 0, !(try fits(chosen)) { chosen -= 1 }
        while try fits(chosen + 1) { chosen += 1 }
        return ladder[chosen]
    }

    private var work: Double { Double(passes * memory) }

    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension PasswordParameters {
    /// What a hash says it was made with: `$argon2id$v=19$m=65536,t=2,p=1$…`. `nil` for other forms, and for work nobody would ask for.
    init?(of hash: String) {
        let parts = hash.split(separator: "$", maxSplits: 3, omittingEmptySubsequences: true)
        guard parts.count == 4, hash.utf8.first == UInt8(ascii: "$"), parts[0] == "argon2id", parts[1] == "v=19" else { return nil }
        let values = parts[2].split(separator: ",", omittingEmptySubsequences: false)
        guard values.count == 3, values[0].hasPrefix("m="), values[1].hasPrefix("t="), values[2] == "p=1",
            let kibibytes = Int(values[0].dropFirst(2)), let passes = Int(values[1].dropFirst(2)), (8...1 << 20).contains(kibibytes),
            (1...64).contains(passes)
        else { return nil }
        // As it stands: a weak hash must be seen as weak.
        self.passes = passes
        memory = kibibytes << 10
    }
}
