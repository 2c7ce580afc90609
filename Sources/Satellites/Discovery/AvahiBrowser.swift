private import CAvahi
import Foundation
public import Observability
private import Synchronization

/// Looks for Wyoming services with Avahi's daemon, and looks again when the daemon comes back.
///
/// Calls follow `avahi-client/lookup.h` of Avahi 0.8: everything of the library happens on its own thread (thread-poll), where the callbacks run.
public final class AvahiBrowser: Browser {
    static let type = "_wyoming._tcp"
    private let log: Logger

    public init(log: Logger) { self.log = log }

    public func changes() -> AsyncStream<ServiceChange> {
        AsyncStream(bufferingPolicy: .bufferingNewest(256)) { changes in
            let log = log
            let loop = AvahiLoop(log: log) { client in
                let box = Unmanaged.passRetained(AvahiSearch(changes, client))
                let search = avahi_service_browser_new(
                    client, AvahiIfIndex(-1), AvahiProtocol(AVAHI_PROTO_INET), Self.type, nil, AvahiLookupFlags(0), browsed, box.toOpaque())
                guard search != nil else {
                    box.release()
                    log.warning("no satellites are looked for: \(AvahiLoop.reason(client))")
                    return {}
                }
                return {
                    if let search { avahi_service_browser_free(search) }
                    box.takeUnretainedValue().forgetAll()
                    box.release()
                }
            }
            changes.onTermination = { _ in loop.stop() }
        }
    }
}

/// One search of one client: touched on Avahi's thread alone.
private final class AvahiSearch: @unchecked Sendable {
    let changes: AsyncStream<ServiceChange>.Continuation
    let client: OpaquePointer
    /// On how many interfaces a name is seen: it is lost when the last one lost it.
    var seen: [String: Int] = [:]

    init(_ changes: AsyncStream<ServiceChange>.Continuation, _ client: OpaquePointer) {
        self.changes = changes
        self.client = client
    }

    func forgetAll() {
        for name in seen.keys { changes.yield(.lost(name: name)) }
        seen = [:]
    }
}

private func browsed(
    _ search: OpaquePointer?, _ interface: AvahiIfIndex, _ family: AvahiProtocol, _ event: AvahiBrowserEvent, _ name: UnsafePointer<CChar>?,
    _ type: UnsafePointer<CChar>?, _ domain: UnsafePointer<CChar>?, _ flags: AvahiLookupResultFlags, _ context: UnsafeMutableRawPointer?
) {
    guard let context, let name else { return }
    let search = Unmanaged<AvahiSearch>.fromOpaque(context).takeUnretainedValue()
    let text = String(cString: name)
    switch event {
    case AVAHI_BROWSER_NEW:
        search.seen[text, default: 0] += 1
        // The resolver frees itself when it has answered; one that never does goes with the client.
        _ = avahi_service_resolver_new(
            search.client, interface, family, name, type, domain, AvahiProtocol(AVAHI_PROTO_INET), AvahiLookupFlags(0), resolved, context)
    case AVAHI_BROWSER_REMOVE:
        guard let count = search.seen[text] else { return }
        search.seen[text] = count > 1 ? count - 1 : nil
        if count <= 1 { search.changes.yield(.lost(name: text)) }
    default: break
    }
}

private func resolved(
    _ resolver: OpaquePointer?, _ interface: AvahiIfIndex, _ family: AvahiProtocol, _ event: AvahiResolverEvent, _ name: UnsafePointer<CChar>?,
    _ type: UnsafePointer<CChar>?, _ domain: UnsafePointer<CChar>?, _ host: UnsafePointer<CChar>?, _ address: UnsafePointer<AvahiAddress>?, _ port: UInt16,
    _ text: UnsafeMutablePointer<AvahiStringList>?, _ flags: AvahiLookupResultFlags, _ context: UnsafeMutableRawPointer?
) {
    defer { if let resolver { avahi_service_resolver_free(resolver) } }
    guard event == AVAHI_RESOLVER_FOUND, let context, let name, let host, let address else { return }
    let search = Unmanaged<AvahiSearch>.fromOpaque(context).takeUnretainedValue()
    var buffer = [CChar](repeating: 0, count: Int(AVAHI_ADDRESS_STR_MAX))
    guard avahi_address_snprint(&buffer, buffer.count, address) != nil else { return }
    let printed = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    search.changes.yield(.found(FoundService(name: String(cString: name), host: String(cString: host), address: printed, port: port)))
}
