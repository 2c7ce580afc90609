private import CAvahi
public import Observability

/// Announces a Wyoming service of this machine, so that Home Assistant and Jarvis find it; for as long as this object lives.
public final class AvahiAnnouncement: Sendable {
    private let loop: AvahiLoop

    /// - Parameter name: what it is called in the network; a number is added when another is called the same.
    public init(name: String, port: UInt16, log: Logger) {
        loop = AvahiLoop(log: log) { client in
            guard let group = avahi_entry_group_new(client, nil, nil) else {
                log.warning("\(name) is not announced: \(AvahiLoop.reason(client))")
                return {}
            }
            var called = name, result = Self.add(called, port, to: group)
            for number in 2...9 where result == AVAHI_ERR_COLLISION {
                called = "\(name) \(number)"
                result = Self.add(called, port, to: group)
            }
            if result == 0 { result = avahi_entry_group_commit(group) }
            if result < 0 { log.warning("\(name) is not announced: \(String(cString: avahi_strerror(result)))") }
            return { avahi_entry_group_free(group) }
        }
    }

    private static func add(_ name: String, _ port: UInt16, to group: OpaquePointer) -> Int32 {
        avahi_entry_group_add_service_strlst(
            group, AvahiIfIndex(-1), AvahiProtocol(AVAHI_PROTO_UNSPEC), AvahiPublishFlags(0), name, AvahiBrowser.type, nil, nil, port, nil)
    }

    /// Takes it back. Blocks for a moment.
    public func stop() { loop.stop() }
}
