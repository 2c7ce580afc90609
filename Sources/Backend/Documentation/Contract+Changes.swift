/// What may be changed: of these bodies every member counts, and one that is not known is refused.
extension Contract {
    /// The types that a `PATCH` takes.
    static let changes = Set(bodies.compactMap { $0.key.hasPrefix("PATCH ") ? $0.value : nil })

    /// The members that the body of a route may have; `nil` where others are passed over.
    ///
    /// - Parameter route: `PATCH /memories/{id}`; a prefix before the path does not count.
    static func members(of route: String) -> [String]? {
        guard let known = closed[route] else { return closed[route.replacing(" /api/", with: " /", maxReplacements: 1)] }
        return known
    }

    /// The type of each route's body.
    private static let bodies: [String: Substring] = Dictionary(
        routes.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count > 2 && words[2] != "-" ? ("\(words[0]) \(words[1])", words[2]) : nil
        }
    ) { first, _ in first }

    private static let closed: [String: [String]] = bodies.compactMapValues { type in
        guard changes.contains(type), let line = types.split(separator: "\n").first(where: { $0.hasPrefix(type + ":") }) else { return nil }
        return line.dropFirst(type.count + 1).split(separator: ",").compactMap { field in
            field.split(separator: " ").first.map { String($0.hasSuffix("!") ? $0.dropLast() : $0) }
        }
    }
}
