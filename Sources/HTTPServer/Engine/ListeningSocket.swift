import Glibc

/// Sockets that wait for connections: several on one port, one for each event loop, between which the kernel spreads the connections.
enum ListeningSocket {
    /// Opens `count` sockets on one address.
    /// - Parameter host: a numeric address; `localhost` is 127.0.0.1, `*` every address of both families.
    /// - Parameter port: 0 lets the kernel choose.
    /// - Returns: the descriptors, non-blocking, and the port.
    static func open(host: String, port: Int, backlog: Int32, count: Int) throws(HTTPServerError) -> (descriptors: [Int32], port: Int) {
        var address = sockaddr_storage()
        let length = try parse(host, port: port, into: &address)
        // With SO_REUSEPORT two programs of one user would share a port in silence: look first whether it is free.
        if port != 0 { close(try bound(&address, length, host, port, isShared: false)) }
        var descriptors: [Int32] = []
        do throws(HTTPServerError) {
            for _ in 0..<count {
                let descriptor = try bound(&address, length, host, port, isShared: true)
                descriptors.append(descriptor)
                guard listen(descriptor, backlog) == 0 else { throw failure(host, port, errno) }
                if descriptors.count == 1 {
                    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
                    withUnsafeMutableBytes(of: &address) { _ = getsockname(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size) }
                }
            }
        } catch {
            for descriptor in descriptors { close(descriptor) }
            throw error
        }
        return (descriptors, Int(withUnsafeBytes(of: &address) { PeerAddress($0.baseAddress).port }))
    }

    private static func parse(_ host: String, port: Int, into storage: inout sockaddr_storage) throws(HTTPServerError) -> socklen_t {
        guard let port = UInt16(exactly: port) else { throw HTTPServerError(.addressInvalid, "the port \(port) is not between 0 and 65535") }
        let name = host == "localhost" ? "127.0.0.1" : host == "*" ? "::" : host
        return try withUnsafeMutableBytes(of: &storage) { bytes throws(HTTPServerError) in
            var v4 = sockaddr_in(), v6 = sockaddr_in6()
            if inet_pton(AF_INET, name, &v4.sin_addr) == 1 {
                v4.sin_family = sa_family_t(AF_INET)
                v4.sin_port = port.bigEndian
                bytes.storeBytes(of: v4, as: sockaddr_in.self)
                return socklen_t(MemoryLayout<sockaddr_in>.size)
            }
            if inet_pton(AF_INET6, name, &v6.sin6_addr) == 1 {
                v6.sin6_family = sa_family_t(AF_INET6)
                v6.sin6_port = port.bigEndian
                bytes.storeBytes(of: v6, as: sockaddr_in6.self)
                return socklen_t(MemoryLayout<sockaddr_in6>.size)
            }
            throw HTTPServerError(.addressInvalid, "'\(host)' is not an address to listen on: give a numeric one, like 127.0.0.1, 0.0.0.0 or ::1")
        }
    }

    private static func bound(
        _ address: inout sockaddr_storage, _ length: socklen_t, _ host: String, _ port: Int, isShared: Bool
    ) throws(HTTPServerError) -> Int32 {
        let descriptor = socket(Int32(address.ss_family), Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw failure(host, port, errno) }
        var on: Int32 = 1, off: Int32 = 0
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
        if isShared { setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, size) }
        if host == "*" { setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, size) }
        let result = withUnsafeBytes(of: &address) { bind(descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), length) }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw failure(host, port, code)
        }
        return descriptor
    }

    private static func failure(_ host: String, _ port: Int, _ code: Int32) -> HTTPServerError {
        switch code {
        case EADDRINUSE:
            HTTPServerError(
                .portTaken, "port \(port) on \(host) is taken by another program: stop it (`ss -ltnp 'sport = :\(port)'` shows which), or choose another port")
        case EACCES:
            HTTPServerError(.portForbidden, "port \(port) on \(host) needs more rights: choose a port above 1023, or grant CAP_NET_BIND_SERVICE")
        case EADDRNOTAVAIL:
            HTTPServerError(.addressInvalid, "this machine has no address \(host): give one it has, or 0.0.0.0 for all")
        default:
            HTTPServerError(.cannotListen, "cannot listen on \(host) port \(port): \(String(cString: strerror(code)))")
        }
    }
}
