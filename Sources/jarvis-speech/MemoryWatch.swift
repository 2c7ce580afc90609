private import Glibc

/// Ends a worker that has grown too large: engines leak, and some models are larger than the machine. It is started again.
struct MemoryWatch: Sendable {
    /// Nobody needs more than this for speech; beyond half as much again it is ended at once. In bytes.
    static let usual = 3 << 30
    private static let interval = Duration.seconds(2)
    /// What is under way may take so long before it is broken off.
    private static let patience = 30

    let limit: Int
    let counter: RequestCounter

    /// Returns when the worker has to end: over the limit with nothing under way, or far over it.
    func run() async {
        var waited = 0
        while true {
            do { try await Task.sleep(for: Self.interval) } catch { return }
            let size = Self.residentSize
            guard size > limit else {
                waited = 0
                continue
            }
            waited += 1
            let isUrgent = size > limit + limit / 2 || waited > Self.patience / 2
            guard counter.isIdle || isUrgent else { continue }
            log("it holds \(size >> 20) MB, more than \(limit >> 20): it is started anew\(counter.isIdle ? "" : ", in the middle of a request")")
            return
        }
    }

    /// proc(5): the second number of statm is pages of memory.
    static var residentSize: Int {
        let numbers = Files.read("/proc/self/statm", atMost: 4096).map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
        return numbers.count > 1 ? (Int(numbers[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
