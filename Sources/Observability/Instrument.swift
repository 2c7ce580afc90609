private import Synchronization

/// Something that is counted or measured. Every change is one atomic operation: no lock on the way of a request.
public protocol Instrument: AnyObject, Sendable {}

/// Only goes up.
public final class Counter: Instrument {
    private let count = Atomic<Int>(0)

    public func increment(by amount: Int = 1) { count.wrappingAdd(amount, ordering: .relaxed) }
    public var value: Int { count.load(ordering: .relaxed) }
}

/// Goes up and down.
public final class Gauge: Instrument {
    private let number = AtomicDouble()

    public func set(_ value: Double) { number.store(value) }
    public func add(_ amount: Double) { number.add(amount) }
    public var value: Double { number.load() }
}

/// Counts measurements by size.
public final class Histogram: Instrument {
    /// Bounds that suit requests and stages of a turn, in seconds.
    public static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    /// Upper bounds, rising; above the last one everything else is counted.
    let bounds: [Double]
    private let counters: [Counter]
    private let total = AtomicDouble()

    init(bounds: [Double]) {
        self.bounds = bounds.sorted()
        counters = (0...bounds.count).map { _ in Counter() }
    }

    public func observe(_ value: Double) {
        var index = 0
        while index < bounds.count, value > bounds[index] { index += 1 }
        counters[index].increment()
        total.add(value)
    }

    public func observe(_ length: Duration) {
        observe(Double(length.components.seconds) + Double(length.components.attoseconds) / 1e18)
    }

    public var count: Int { counters.reduce(0) { $0 + $1.value } }
    public var sum: Double { total.load() }
    /// How many were at most as large as each bound, and how many there were: `bounds.count + 1` numbers.
    var cumulative: [Int] {
        var sum = 0
        return counters.map { counter in
            sum += counter.value
            return sum
        }
    }
}

/// A floating point number in an atomic word.
final class AtomicDouble: Sendable {
    private let bits = Atomic<UInt64>(0)

    func load() -> Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
    func store(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
    func add(_ amount: Double) {
        var old = bits.load(ordering: .relaxed)
        while true {
            let (done, seen) = bits.weakCompareExchange(expected: old, desired: (Double(bitPattern: old) + amount).bitPattern, ordering: .relaxed)
            if done { return }
            old = seen
        }
    }
}
