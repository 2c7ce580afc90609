private import CMicroHTTPD
private import CShims
import Glibc

extension Worker {
    /// A client has connected: first it must shake hands. Until then it is as silent as one that has sent no request.
    /// - Parameter address: the peer's, as the kernel gives it.
    func accepted(_ descriptor: Int32, from address: [UInt8]) {
        let peer = address.withUnsafeBytes { PeerAddress($0.baseAddress) }
        guard admits(peer), let session = configuration.tls?.session(on: descriptor) else {
            close(descriptor)
            return
        }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        let relay = TLSRelay(
            descriptor, peer: peer, session: session, worker: self, deadline: monotonicNanoseconds() + configuration.deadlines.head.nanoseconds
        ) { [unowned self] in letIn($0, from: address) }
        relays[ObjectIdentifier(relay)] = relay
        places.take(relay)
        relay.pump()
    }

    /// Gives libmicrohttpd its end of a pair of sockets; returns the other.
    private func letIn(_ relay: TLSRelay, from address: [UInt8]) -> Int32? {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard let daemon, !isDraining, socketpair(AF_UNIX, type, 0, &pair) == 0 else { return nil }
        // From here on the connection stands for it.
        giveUpPlace(relay)
        arriving = relay
        defer { arriving = nil }
        let result = address.withUnsafeBytes {
            MHD_add_connection(daemon, pair[0], $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
        }
        needsRun = true
        // The library closes what it does not take.
        guard result == .YES else {
            close(pair[1])
            return nil
        }
        return pair[1]
    }

    func remove(_ relay: TLSRelay) {
        giveUpPlace(relay)
        relays[ObjectIdentifier(relay)] = nil
    }
}
