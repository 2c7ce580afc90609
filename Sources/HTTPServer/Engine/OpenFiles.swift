import Glibc

/// How many files this process may have open.
enum OpenFiles {
    /// More than any house needs; where there is no limit at all, some programs started from here would walk through all numbers.
    private static let ceiling: rlim_t = 1 << 20

    /// Raises the limit as far as it may be raised without more rights.
    /// - Returns: the limit that is in force.
    static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        let wanted = min(limit.rlim_max, ceiling)
        if wanted > limit.rlim_cur {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
