public import Base
public import Domain
import Foundation
import Synchronization

/// Slows down whoever guesses passwords, and locks out who goes on, without ever giving outsiders a way to lock out the owner of an account.
///
/// Where a name and a network meet that have met in a successful sign-in before, that network is *known* to that account; everybody else is an outsider
/// there. A network is an IPv4 address or an IPv6 /64. Wrong tries are counted three times over:
///
/// - **by name and network.** An outsider has two for nothing, then waits 1, 2, 4 … 64 seconds, and with the tenth is locked out for 15 minutes, after
///   that for each further one. From a known network four are for nothing, and the wait stays at 8 seconds.
/// - **by network**, outsiders' tries at all names together: ten for nothing, then 1, 2, 4 seconds … up to 15 minutes. A known network is not asked.
/// - **by name**, from all outsiders together: with fifty, the account is *besieged*. An outsider's network then has one try in
///   15 minutes, and all outsiders together have one a second. Whoever knows the password still comes in from anywhere, with one try.
///
/// This machine itself is never refused and never counted. A try counts as wrong until it has succeeded: many at once gain nothing. Names need not exist:
/// those that do not are treated alike, so that nothing can be read from a refusal. Wrong tries are forgotten after ten minutes for each, 24 hours at most.
///
/// What is remembered is bounded. For more, what is forgotten soonest goes first (`FadingTable`): millions of made-up names drive out one another, not
/// those that were tried often.
public final class SignInGuard: Sendable {
    /// Who is locked out from now on.
    public enum LockOut: Sendable, Hashable {
        /// This network, at this name.
        case network
        /// All outsiders who fail once, at this name.
        case account
    }

    fileprivate struct Tries: Fading {
        var count = 0
        /// Until when nobody may try, and when the last one was, in nanoseconds.
        var closedUntil: Int64 = 0
        var lastAt: Int64 = 0
        var fadesAt: Int64 { lastAt + min(Int64(count) * 10 * minute, 24 * 60 * minute) }
    }

    fileprivate struct Pair: Hashable {
        let name: Int, network: Int
    }

    fileprivate struct State {
        var pairs: FadingTable<Pair, Tries>
        var networks: FadingTable<Int, Tries>
        var names: FadingTable<Int, Tries>
        /// The networks each account was signed in to from, the latest last. Only successes lead here.
        var known: [Int: [Int]] = [:]
    }

    fileprivate static let second: Int64 = 1_000_000_000
    fileprivate static let minute = 60 * second
    fileprivate static let lockOut = 15 * minute
    fileprivate static let siege = 50
    /// Wrong tries that cost no wait.
    fileprivate static let free = (outsider: 2, known: 4, network: 10)
    fileprivate static let lockOutAt = 10
    fileprivate static let knownLimit = (networks: 32, accounts: 65_536)

    private let state: Mutex<State>
    private let clock: any WallClock

    /// - Parameter limit: names, networks, and pairs of them that are remembered at most, each; one takes some 60 bytes.
    public init(limit: Int = 65_536, clock: any WallClock = SystemWallClock()) {
        self.clock = clock
        state = Mutex(State(pairs: FadingTable(limit: limit), networks: FadingTable(limit: limit), names: FadingTable(limit: limit)))
    }

    /// Lets somebody try a password, or not yet.
    ///
    /// - Parameter isLocal: comes from this machine itself.
    /// - Throws: `Problem.tooManyRequests`, with how long to wait.
    public func admit(name: String, network: String, isLocal: Bool) throws(Problem) {
        guard !isLocal else { return }
        let now = clock.nanoseconds, pair = Self.pair(name, network)
        let closedUntil = state.withLock { $0.admit(pair, at: now) }
        guard closedUntil > now else { return }
        let seconds = Int((closedUntil - now + Self.second - 1) / Self.second)
        throw Problem(.tooManyRequests, "too many wrong passwords: try again in \(seconds) seconds", retryAfter: .seconds(seconds))
    }

    /// The password was wrong, or the name.
    ///
    /// - Returns: who is locked out with this, to be written down.
    @discardableResult
    public func failed(name: String, network: String, isLocal: Bool) -> LockOut? {
        guard !isLocal else { return nil }
        let now = clock.nanoseconds, pair = Self.pair(name, network)
        return state.withLock { $0.failed(pair, at: now) }
    }

    /// The password was right. From now on this network is known to this account.
    public func succeeded(name: String, network: String, isLocal: Bool) {
        guard !isLocal else { return }
        let now = clock.nanoseconds, pair = Self.pair(name, network)
        state.withLock { $0.succeeded(pair, at: now) }
    }

    /// The try came to nothing: nobody has looked at the password.
    public func withdrawn(name: String, network: String, isLocal: Bool) {
        guard !isLocal else { return }
        let now = clock.nanoseconds, pair = Self.pair(name, network)
        state.withLock { $0.withdrawn(pair, at: now) }
    }

    /// This account is signed in from there: at the start, and where a session is renewed.
    public func remember(name: String, network: String) {
        let pair = Self.pair(name, network)
        state.withLock { $0.remember(pair) }
    }

    /// Whether this account was signed in to from there.
    func knows(name: String, network: String) -> Bool {
        let pair = Self.pair(name, network)
        return state.withLock { $0.isKnown(pair) }
    }

    /// Numbers in place of texts, under a key of this process: of one size, and nobody can choose two that are the same.
    fileprivate static func pair(_ name: String, _ network: String) -> Pair {
        let name = name.utf8.count > 1024 ? "" : name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
        return Pair(name: name.hashValue, network: network.hashValue)
    }
}

extension SignInGuard.State {
    private typealias Guard = SignInGuard

    fileprivate func isKnown(_ pair: SignInGuard.Pair) -> Bool { known[pair.name]?.contains(pair.network) == true }

    /// Counts a try as a wrong one, if there may be one.
    /// - Returns: until when there may be none.
    mutating func admit(_ pair: SignInGuard.Pair, at now: Int64) -> Int64 {
        var tries = pairs.live(pair, at: now)
        let isKnown = isKnown(pair), siege = names.live(pair.name, at: now), isBesieged = !isKnown && siege.count >= Guard.siege
        var closedUntil = tries.closedUntil
        if !isKnown { closedUntil = max(closedUntil, networks.live(pair.network, at: now).closedUntil) }
        if isBesieged { closedUntil = max(closedUntil, siege.closedUntil) }
        guard closedUntil <= now else { return closedUntil }
        tries.add(at: now, wait: isKnown ? Self.wait(tries.count + 1, Guard.free.known, upTo: 8 * Guard.second) : Self.outsidersWait(tries.count + 1))
        if isBesieged {
            tries.closedUntil = now + Guard.lockOut
            names.set(siege.closed(until: now + Guard.second), for: pair.name, at: now)
        }
        pairs.set(tries, for: pair, at: now)
        return now
    }

    mutating func failed(_ pair: SignInGuard.Pair, at now: Int64) -> SignInGuard.LockOut? {
        guard !isKnown(pair) else { return nil }
        var network = networks.live(pair.network, at: now), name = names.live(pair.name, at: now)
        network.add(at: now, wait: Self.wait(network.count + 1, Guard.free.network, upTo: Guard.lockOut))
        name.add(at: now, wait: 0)
        networks.set(network, for: pair.network, at: now)
        names.set(name, for: pair.name, at: now)
        if name.count == Guard.siege { return .account }
        return pairs.live(pair, at: now).count == Guard.lockOutAt ? .network : nil
    }

    mutating func succeeded(_ pair: SignInGuard.Pair, at now: Int64) {
        // These were slips of whoever it is, and no guesses; the try itself was none either.
        if !isKnown(pair) {
            let slips = max(0, pairs.live(pair, at: now).count - 1)
            networks.set(networks.live(pair.network, at: now).less(slips), for: pair.network, at: now)
            names.set(names.live(pair.name, at: now).less(slips), for: pair.name, at: now)
        }
        pairs.set(nil, for: pair, at: now)
        remember(pair)
    }

    mutating func withdrawn(_ pair: SignInGuard.Pair, at now: Int64) {
        // It was admitted: there was nothing to wait for.
        pairs.set(pairs.live(pair, at: now).less(1)?.closed(until: now), for: pair, at: now)
    }

    mutating func remember(_ pair: SignInGuard.Pair) {
        if known.count >= Guard.knownLimit.accounts, known[pair.name] == nil { known.removeAll() }
        known[pair.name, default: []].removeAll { $0 == pair.network }
        known[pair.name, default: []].append(pair.network)
        if known[pair.name, default: []].count > Guard.knownLimit.networks { known[pair.name]?.removeFirst() }
    }

    fileprivate static func outsidersWait(_ count: Int) -> Int64 {
        count >= Guard.lockOutAt ? Guard.lockOut : wait(count, Guard.free.outsider, upTo: Guard.lockOut)
    }

    /// 1, 2, 4 … seconds after the tries that are free.
    fileprivate static func wait(_ count: Int, _ free: Int, upTo most: Int64) -> Int64 {
        count <= free ? 0 : min(Guard.second << Int64(min(count - free - 1, 30)), most)
    }
}

extension SignInGuard.Tries {
    fileprivate mutating func add(at now: Int64, wait: Int64) {
        count += 1
        lastAt = now
        closedUntil = max(closedUntil, now + wait)
    }

    fileprivate func closed(until end: Int64) -> Self {
        var tries = self
        tries.closedUntil = end
        return tries
    }

    /// `nil` when none are left.
    fileprivate func less(_ slips: Int) -> Self? {
        guard count > slips else { return nil }
        var tries = self
        tries.count -= slips
        return tries
    }
}

extension FadingTable where Value == SignInGuard.Tries {
    /// What has not faded; nor lies in the future, where the clock was set back.
    fileprivate func live(_ key: Key, at now: Int64) -> Value { self[key].flatMap { $0.fadesAt > now && $0.lastAt <= now ? $0 : nil } ?? Value() }
}
