/// Conditional requests and ranges (RFC 9110, sections 13 and 14).
enum Conditions {
    /// Whether the client has this version already.
    static func isNotModified(_ request: Request, tag: String, modified: Int) -> Bool {
        let known = request.headers.all(.ifNoneMatch)
        if !known.isEmpty {
            return known.flatMap { $0.split(separator: ",") }.contains { item in
                let item = String(item).trimmed
                return item == "*" || strong(item) == strong(tag)
            }
        }
        guard let since = request.headers[.ifModifiedSince].flatMap(HTTPDate.parse) else { return false }
        return modified <= since
    }

    private static func strong(_ tag: String) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...] }

    enum Range: Hashable {
        case whole
        case part(Swift.Range<Int>)
        case unsatisfiable
    }

    /// What part is asked for. Several ranges, or one that cannot be read, count as none.
    static func range(_ request: Request, size: Int, tag: String, modified: Int) -> Range {
        guard request.method == .get, let text = request.headers[.range], text.lowercased().hasPrefix("bytes=") else { return .whole }
        if let condition = request.headers[.ifRange] {
            let isSame = condition.hasPrefix("\"") ? condition == tag : HTTPDate.parse(condition) == modified
            if !isSame { return .whole }
        }
        let ends = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
        guard ends.count == 2, !text.contains(","), ends.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } && $0.utf8.count < 19 }) else { return .whole }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where first > last: return .whole
        case (let first?, let last): return first < size ? .part(first..<min(size, (last ?? size - 1) + 1)) : .unsatisfiable
        case (nil, let count?): return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        case (nil, nil): return .whole
        }
    }
}
