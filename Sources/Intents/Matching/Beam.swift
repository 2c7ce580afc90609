/// The hypotheses of a search by the place they came to: at each place the cheapest few, so that the work is bounded for any input.
struct Beam: ~Copyable {
    // Not private: the compiler (6.3.1, without optimization) breaks on private elements of a noncopyable generic.
    struct Place {
        /// Which block its hypotheses stand in; -1 for none.
        var block: Int32 = -1
        var count: Int32 = 0
        /// Of those, with free text.
        var free: Int32 = 0
        /// No hypothesis is dearer than this, with or without free text, once there is no room for more.
        var dearestFree: Float = .infinity
        var dearestOther: Float = .infinity
    }

    private var places = Store<Place>()
    /// In blocks of `blockSize`; in `keys`, at the same index, what two hypotheses must share to be compared.
    private var hypotheses = Store<Search.Hypothesis>()
    private var keys = Store<UInt64>()
    private var unused = Store<Int32>()
    /// Hypotheses that were offered since `begin`.
    private(set) var work = 0

    /// Hypotheses kept at one place.
    private static let limit = 56
    /// Of those with free text: it fits anywhere, and would leave no room for the others.
    private static let freeLimit = 48
    private static let sameStateLimit = 6
    private static let blockSize = limit + freeLimit

    mutating func begin(places count: Int) {
        places.removeAll()
        places.append(Place(), times: count)
        hypotheses.removeAll()
        keys.removeAll()
        unused.removeAll()
        work = 0
    }

    func count(at place: Int) -> Int { Int(places[place].count) }

    subscript(place: Int, index: Int) -> Search.Hypothesis {
        precondition(index < count(at: place))
        return hypotheses[Int(places[place].block) * Self.blockSize + index]
    }

    func hypotheses(at place: Int) -> [Search.Hypothesis] { (0..<count(at: place)).map { self[place, $0] } }

    func lowestCost(at place: Int) -> Float {
        var lowest: Float?
        for index in 0..<count(at: place) { lowest = min(lowest ?? .infinity, self[place, index].cost) }
        return lowest ?? 0
    }

    /// Gives back the room of places that no search comes to again.
    mutating func leave(_ range: Range<Int>) {
        for place in range where places[place].block >= 0 {
            unused.append(places[place].block)
            places[place] = Place()
        }
    }

    mutating func add(_ hypothesis: Search.Hypothesis, at index: Int) {
        work += 1
        var place = places[index]
        if place.block < 0 { place.block = takeBlock() }
        let start = Int(place.block) * Self.blockSize
        let isFree = hypothesis.isFree
        let key = UInt64(UInt32(bitPattern: hypothesis.state)) << 32 | UInt64(UInt32(bitPattern: hypothesis.open))
        var same = 0
        var (worst, worstCost) = (-1, Float(-1))
        for at in start..<start + Int(place.count) where keys[at] == key {
            let other = hypotheses[at]
            if other.signature == hypothesis.signature, other.openStart == hypothesis.openStart || hypothesis.open < 0 {
                if hypothesis.cost < other.cost || (hypothesis.cost == other.cost && hypothesis.literal > other.literal) {
                    replace(at, hypothesis, key, &place)
                    places[index] = place
                }
                return
            }
            same += 1
            if other.cost > worstCost { (worst, worstCost) = (at, other.cost) }
        }
        let kept = isFree ? place.free : place.count - place.free
        if same >= Self.sameStateLimit {
            // Different values for the same slots: a few, so that a near tie can be seen as one.
            guard worstCost > hypothesis.cost else { return }
            replace(worst, hypothesis, key, &place)
        } else if kept < (isFree ? Self.freeLimit : Self.limit) {
            hypotheses[start + Int(place.count)] = hypothesis
            keys[start + Int(place.count)] = key
            place.count += 1
            if isFree { place.free += 1 }
        } else {
            guard hypothesis.cost < (isFree ? place.dearestFree : place.dearestOther) else { return }
            (worst, worstCost) = (-1, -1)
            for at in start..<start + Int(place.count) where hypotheses[at].cost > worstCost && hypotheses[at].isFree == isFree {
                (worst, worstCost) = (at, hypotheses[at].cost)
            }
            if isFree { place.dearestFree = worstCost } else { place.dearestOther = worstCost }
            if hypothesis.cost < worstCost { replace(worst, hypothesis, key, &place) }
        }
        places[index] = place
    }

    /// What is known of the dearest stays: a hypothesis is only replaced by one that is no dearer.
    private mutating func replace(_ at: Int, _ hypothesis: Search.Hypothesis, _ key: UInt64, _ place: inout Place) {
        if hypotheses[at].isFree != hypothesis.isFree {
            place.free += hypothesis.isFree ? 1 : -1
            (place.dearestFree, place.dearestOther) = (.infinity, .infinity)
        }
        hypotheses[at] = hypothesis
        keys[at] = key
    }

    private mutating func takeBlock() -> Int32 {
        if unused.count > 0 { return unused.removeLast() }
        let block = Int32(hypotheses.count / Self.blockSize)
        hypotheses.append(Search.Hypothesis(state: 0, cost: 0), times: Self.blockSize)
        keys.append(0, times: Self.blockSize)
        return block
    }
}
