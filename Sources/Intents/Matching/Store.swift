/// Elements one after the other, owned by one and kept for the next use: reading and writing them costs no reference count and no copy,
/// unlike an array's in an inner loop. Indices are checked.
struct Store<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    mutating func append(_ element: Element, times: Int) {
        if count + times > capacity { grow(to: count + times) }
        (base + count).initialize(repeating: element, count: times)
        count += times
    }

    mutating func removeLast() -> Element {
        precondition(count > 0)
        count -= 1
        return base[count]
    }

    /// Forgets the elements, and keeps the room unless a rare case made it large.
    mutating func removeAll(keepingUpTo limit: Int = 1 << 16) {
        count = 0
        guard capacity > limit else { return }
        base.deallocate()
        capacity = limit
        base = .allocate(capacity: capacity)
    }

    private mutating func grow(to wanted: Int) {
        let room = max(wanted, 2 * capacity)
        let new = UnsafeMutablePointer<Element>.allocate(capacity: room)
        new.moveInitialize(from: base, count: count)
        base.deallocate()
        base = new
        capacity = room
    }
}
