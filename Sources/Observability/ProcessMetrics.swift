private import Foundation

extension Metrics {
    /// The process's own metrics, under the names that Prometheus client libraries share, read from /proc/self (proc(5)).
    public func addProcess() {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        let page = Double(sysconf(Int32(_SC_PAGESIZE)))
        reading("process_cpu_seconds_total", "CPU time of the process, user and system, in seconds.", kind: "counter") {
            guard let user = statistic(14), let system = statistic(15) else { return nil }
            return (user + system) / ticks
        }
        reading("process_resident_memory_bytes", "Resident memory in bytes.") { statistic(24).map { $0 * page } }
        reading("process_virtual_memory_bytes", "Virtual memory in bytes.") { statistic(23) }
        reading("process_threads", "Threads of the process.") { statistic(20) }
        reading("process_open_fds", "Open file descriptors.") {
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")).map { Double($0.count) }
        }
        reading("process_max_fds", "The most file descriptors that may be open.") {
            var limit = rlimit()
            return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? Double(limit.rlim_cur) : nil
        }
        let started = statistic(22).flatMap { start in bootTime().map { $0 + start / ticks } }
        reading("process_start_time_seconds", "When the process was started, in seconds since 1970.") { started }
    }
}

/// Field `number`, counted from 1 as in proc(5), of /proc/self/stat. The program's name (field 2) may hold blanks: fields count from its bracket.
private func statistic(_ number: Int) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8), let bracket = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    return number - 3 < fields.count ? Double(fields[number - 3]) : nil
}

private func bootTime() -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8) else { return nil }
    return text.split(separator: "\n").first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
}
