import Domain

/// When an order is to be carried out, as some words of an utterance say it.
struct TimingSpan {
    enum Meaning {
        case timing(Order.Timing)
        /// Now, and the contrary after this many seconds.
        case lasting(Double)
        /// Now, and the contrary then.
        case until(Order.Timing)
        /// A time was meant that must be confirmed, because no hour was said or it is over; it is what is offered.
        case offer(Order.Timing, isOver: Bool)
        /// Several devices fit; each with its timing.
        case choice([(label: String, timing: Order.Timing)])
        /// Said, and not understood: nothing may be done at once.
        case unclear
    }

    var words: Range<Int>
    var meaning: Meaning

    /// Whether it says how long, not when.
    var isLength: Bool {
        switch meaning {
        case .lasting, .until: true
        default: false
        }
    }

    /// Whether it holds for everything in the utterance when it ends it: nobody says in one breath what to do now and what to do every morning.
    /// "dans dix minutes" and "pendant une heure" belong to the last order alone.
    var isForAll: Bool {
        switch meaning {
        case .timing(.at), .timing(.when), .offer, .choice, .unclear: true
        case .timing, .lasting, .until: false
        }
    }
}
