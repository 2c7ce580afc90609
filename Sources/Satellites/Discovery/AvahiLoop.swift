private import CAvahi
import Observability
private import Synchronization

/// A client of Avahi's daemon on a thread of its own, for one piece of work that is begun whenever the daemon is there and ended whenever it goes.
///
/// All state belongs to that thread once it runs; `stop` joins it first. Hence `@unchecked Sendable`.
final class AvahiLoop: @unchecked Sendable {
    typealias Work = (_ client: OpaquePointer) -> () -> Void

    private let log: Logger
    private let work: Work
    private let poll: OpaquePointer?
    private var client: OpaquePointer?
    private var end: (() -> Void)?
    private let isStopped = Mutex(false)

    /// - Parameter work: begins, on Avahi's thread, and returns what ends it.
    init(log: Logger, _ work: @escaping Work) {
        self.log = log
        self.work = work
        poll = avahi_threaded_poll_new()
        connect()
        if poll.map(avahi_threaded_poll_start) != 0 { log.warning("no thread is left to look into the network") }
    }

    /// Ends the work and the thread. Not to be called on Avahi's thread.
    func stop() {
        guard
            isStopped.withLock({ stopped in
                defer { stopped = true }
                return !stopped
            }), let poll
        else { return }
        avahi_threaded_poll_stop(poll)
        disconnect()
        avahi_threaded_poll_free(poll)
    }

    deinit { stop() }

    private func connect() {
        guard let poll else { return }
        var error: Int32 = 0
        // NO_FAIL: a daemon that is not there yet is waited for.
        client = avahi_client_new(avahi_threaded_poll_get(poll), AVAHI_CLIENT_NO_FAIL, changed, Unmanaged.passUnretained(self).toOpaque(), &error)
        if client == nil { log.notice("Avahi is not in reach, so nothing is found or announced in the network: \(String(cString: avahi_strerror(error)))") }
    }

    private func disconnect() {
        end?()
        end = nil
        if let client { avahi_client_free(client) }
        client = nil
    }

    /// On Avahi's thread, or within `avahi_client_new`.
    fileprivate func turned(_ state: AvahiClientState, _ client: OpaquePointer) {
        switch state {
        case AVAHI_CLIENT_S_RUNNING: if end == nil { end = work(client) }
        case AVAHI_CLIENT_FAILURE:
            // What hangs on this client is gone with it.
            let isGone = avahi_client_errno(client) == AVAHI_ERR_DISCONNECTED
            if self.client != nil { disconnect() }
            if isGone { connect() } else { log.warning("Avahi: the connection to its daemon failed") }
        case AVAHI_CLIENT_CONNECTING: log.debug("Avahi's daemon is not there; install avahi-daemon to have satellites found")
        default:
            // The machine's name changes or collides: what was announced is announced again afterwards.
            end?()
            end = nil
        }
    }

    static func reason(_ client: OpaquePointer) -> String { String(cString: avahi_strerror(avahi_client_errno(client))) }
}

private func changed(_ client: OpaquePointer?, _ state: AvahiClientState, _ context: UnsafeMutableRawPointer?) {
    guard let client, let context else { return }
    Unmanaged<AvahiLoop>.fromOpaque(context).takeUnretainedValue().turned(state, client)
}
