private import Synchronization

/// Everything that is counted and measured, and its page for Prometheus.
///
/// Ask for an instrument once, at start, and keep it: `let requests = metrics.counters("jarvis_requests_total", "…", labels: ["route"])`. Where the labels
/// are known beforehand keep `requests["GET /chat"]` too; then counting takes no lock.
public final class Metrics: Sendable {
    private let families = Mutex<[String: any Exposable]>([:])

    public init() {}

    public func counter(_ name: String, _ help: String) -> Counter { counters(name, help, labels: [])[] }
    public func counters(_ name: String, _ help: String, labels: [String]) -> Family<Counter> {
        register(Family(name: name, help: help, kind: "counter", labels: labels) { Counter() })
    }

    public func gauge(_ name: String, _ help: String) -> Gauge { gauges(name, help, labels: [])[] }
    public func gauges(_ name: String, _ help: String, labels: [String]) -> Family<Gauge> {
        register(Family(name: name, help: help, kind: "gauge", labels: labels) { Gauge() })
    }

    public func histogram(_ name: String, _ help: String, bounds: [Double] = Histogram.seconds) -> Histogram {
        histograms(name, help, labels: [], bounds: bounds)[]
    }
    public func histograms(_ name: String, _ help: String, labels: [String], bounds: [Double] = Histogram.seconds) -> Family<Histogram> {
        register(Family(name: name, help: help, kind: "histogram", labels: labels) { Histogram(bounds: bounds) })
    }

    /// A value that is asked for each time the page is made. `kind` is `gauge` or `counter`.
    public func reading(_ name: String, _ help: String, kind: String = "gauge", _ read: @escaping @Sendable () -> Double?) {
        _ = register(Reading(name: name, help: help, kind: kind, read: read))
    }

    /// The page in Prometheus' text format, version 0.0.4; its type is ``contentType``.
    public func exposition() -> String {
        let families = families.withLock { $0.values.sorted { $0.name < $1.name } }
        var page = ""
        for family in families {
            page += "# HELP \(family.name) \(family.help.escaped(quotes: false))\n# TYPE \(family.name) \(family.kind)\n"
            family.expose(into: &page)
        }
        return page
    }

    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// Asking twice gives the same one.
    private func register<F: Exposable>(_ family: F) -> F {
        families.withLock { families in
            if let known = families[family.name] as? F { return known }
            assert(families[family.name] == nil, "\(family.name) is two kinds of metric")
            families[family.name] = family
            return family
        }
    }
}

protocol Exposable: AnyObject, Sendable {
    var name: String { get }
    var help: String { get }
    var kind: String { get }
    func expose(into page: inout String)
}

/// One metric with a value for each set of label values.
public final class Family<Member: Instrument>: Exposable {
    /// More sets of label values than this are counted together under `other`: labels that come from outside cannot fill the memory.
    public static var mostMembers: Int { 500 }

    let name: String, help: String, kind: String
    private let labels: [String]
    private let make: @Sendable () -> Member
    private let members = Mutex<[[String]: Member]>([:])

    init(name: String, help: String, kind: String, labels: [String], make: @escaping @Sendable () -> Member) {
        self.name = name
        self.help = help
        self.kind = kind
        self.labels = labels
        self.make = make
        // Without labels there is one member, and it is shown as 0 before it is first used.
        if labels.isEmpty { _ = self[[]] }
    }

    /// The instrument for these label values, in the order of the labels. A missing value is empty, one too many is dropped.
    public subscript(_ values: String...) -> Member { self[values] }

    public subscript(values: [String]) -> Member {
        var key = Array(values.prefix(labels.count))
        while key.count < labels.count { key.append("") }
        return members.withLock { members in
            if let known = members[key] { return known }
            if members.count >= Self.mostMembers { key = labels.map { _ in "other" } }
            if let known = members[key] { return known }
            let member = make()
            members[key] = member
            return member
        }
    }

    func expose(into page: inout String) {
        let all = members.withLock { $0.sorted { $0.key.lexicographicallyPrecedes($1.key) } }
        for (values, member) in all {
            let pairs = zip(labels, values).map { "\($0)=\"\($1.escaped(quotes: true))\"" }
            func sample(_ suffix: String, _ more: [String], _ value: String) {
                let pairs = (pairs + more).joined(separator: ",")
                page += "\(name)\(suffix)\(pairs.isEmpty ? "" : "{\(pairs)}") \(value)\n"
            }
            switch member {
            case let counter as Counter: sample("", [], "\(counter.value)")
            case let gauge as Gauge: sample("", [], format(gauge.value))
            case let histogram as Histogram:
                let counts = histogram.cumulative
                for (bound, count) in zip(histogram.bounds, counts) { sample("_bucket", ["le=\"\(format(bound))\""], "\(count)") }
                sample("_bucket", ["le=\"+Inf\""], "\(counts.last ?? 0)")
                sample("_sum", [], format(histogram.sum))
                sample("_count", [], "\(counts.last ?? 0)")
            default: break
            }
        }
    }
}

/// A metric that is read when the page is made.
final class Reading: Exposable {
    let name: String, help: String, kind: String
    private let read: @Sendable () -> Double?

    init(name: String, help: String, kind: String, read: @escaping @Sendable () -> Double?) {
        self.name = name
        self.help = help
        self.kind = kind
        self.read = read
    }

    func expose(into page: inout String) {
        if let value = read() { page += "\(name) \(format(value))\n" }
    }
}

/// Whole numbers without a fraction; NaN, +Inf and -Inf as the format spells them.
private func format(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return "\(whole)" }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
    return "\(value)"
}

extension String {
    fileprivate func escaped(quotes: Bool) -> String {
        guard utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\"") }) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
