/// What a search reads of very many fragments, without the cost of passing arrays around. Lives no longer than `IndexContents.withReader`.
struct IndexReader {
    let access: UnsafeBufferPointer<Slots.Access>
    let lengths: UnsafeBufferPointer<UInt16>
    let places: UnsafeBufferPointer<Slots.Place>
    let times: UnsafeBufferPointer<Double>
    let conversations: UnsafeBufferPointer<UInt32>
    let texts: Runs<TextTerm>

    var count: Int { access.count }

    func terms(_ slot: Int) -> UnsafeBufferPointer<TextTerm> { texts.run(at: places[slot].text, count: Int(places[slot].termCount)) }

    /// Calls `body` with those of the same session around a fragment that somebody may see, from the nearest on: the slot, the distance, and whether it
    /// comes before.
    @inline(__always)
    func forEachAround(_ slot: Int, visibleTo user: UInt16, upTo reach: Int = Fusion.reach, _ body: (_ slot: Int, _ distance: Int, _ isBefore: Bool) -> Void) {
        let session = places[slot].session
        guard session != Slots.none else { return }
        var at = slot
        for distance in 1...reach {
            let previous = places[at].previous
            guard previous != Slots.none, places[Int(previous)].session == session else { break }
            at = Int(previous)
            if access[at].isVisible(to: user) { body(at, distance, true) }
        }
        at = slot
        for distance in 1...reach {
            let next = places[at].next
            guard next != Slots.none, places[Int(next)].session == session else { break }
            at = Int(next)
            if access[at].isVisible(to: user) { body(at, distance, false) }
        }
    }
}

extension IndexContents {
    func withReader<Result>(_ body: (IndexReader) -> Result) -> Result {
        slots.access.withUnsafeBufferPointer { access in
            slots.lengths.withUnsafeBufferPointer { lengths in
                slots.places.withUnsafeBufferPointer { places in
                    slots.times.withUnsafeBufferPointer { times in
                        slots.conversations.withUnsafeBufferPointer { conversations in
                            body(
                                IndexReader(
                                    access: access, lengths: lengths, places: places, times: times, conversations: conversations, texts: texts))
                        }
                    }
                }
            }
        }
    }
}
