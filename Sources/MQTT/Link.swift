private import CMosquitto
private import Foundation

/// One connection to the broker, from the attempt to the end: libmosquitto's handle. It is made, used and released on the connection's thread.
///
/// The library's own loop is not used: it waits in select(2), which cannot watch a descriptor above 1023, and it sends unacknowledged messages again after
/// a reconnect. Here each connection has a handle of its own, and mosquitto_loop_read, _write and _misc (mosquitto.h) are called when poll(2) says so.
final class Link {
    private let handle: OpaquePointer
    private let options: MQTTOptions

    /// The broker has accepted the connection.
    var accepted: () -> Void = {}
    /// A message was acknowledged, or (`atMostOnce`) handed to the network. May come before `publish` returns.
    var acknowledged: (_ id: Int32) -> Void = { _ in }
    /// A subscription was answered, with the index of the first filter that the broker refused.
    var subscribed: (_ id: Int32, _ refused: Int?) -> Void = { _, _ in }
    var unsubscribed: (_ id: Int32) -> Void = { _ in }
    var received: (MQTTMessage) -> Void = { _ in }
    /// A message was larger than allowed, and left out.
    var leftOut: (_ topic: String, _ bytes: Int) -> Void = { _, _ in }

    private(set) var isAccepted = false
    /// Why the connection is over.
    private(set) var end: MQTTError?
    private var refusal: String?

    /// mosquitto_lib_init(3) is called once, and stands for the life of the process.
    private static let isReady = mosquitto_lib_init() == MOSQ_ERR_SUCCESS.code

    init(_ options: MQTTOptions) throws(MQTTError) {
        self.options = options
        guard Self.isReady, let handle = mosquitto_new(options.client, options.isCleanSession, nil) else {
            throw MQTTError(.system, "libmosquitto could not be started; there is no memory")
        }
        self.handle = handle
        // From here on deinit releases the handle, also when this throws.
        try configure()
        mosquitto_user_data_set(handle, Unmanaged.passUnretained(self).toOpaque())
        setCallbacks()
    }

    deinit { mosquitto_destroy(handle) }

    private func configure() throws(MQTTError) {
        if options.user != nil || options.password != nil {
            // MQTT 3.1.1 has no password without a user name (section 3.1.2.9).
            try check(mosquitto_username_pw_set(handle, options.user ?? "", options.password?.reveal()))
        }
        if options.usesTLS {
            if let authority = options.authority {
                guard FileManager.default.isReadableFile(atPath: authority) else {
                    throw MQTTError(.tls, "the file of certificate authorities \(authority) cannot be read")
                }
                try check(mosquitto_tls_set(handle, authority, nil, nil, nil, nil))
            } else {
                try check(mosquitto_int_option(handle, MOSQ_OPT_TLS_USE_OS_CERTS, 1))
            }
        }
        if let will = options.will {
            try check(mosquitto_will_set(handle, will.topic, Int32(will.payload.count), will.payload, will.quality.rawValue, will.isRetained))
        }
        try check(mosquitto_int_option(handle, MOSQ_OPT_TCP_NODELAY, 1))
        try check(mosquitto_max_inflight_messages_set(handle, UInt32(options.limits.underWay)))
    }

    // MARK: The connection

    /// Begins to connect, without waiting for it. Resolving the name does wait.
    /// - Parameter onlyIPv4: the library tries one address only when it does not wait; this is for machines whose IPv6 leads nowhere.
    func connect(onlyIPv4: Bool) {
        let silence = Int32(clamping: max(5, options.keepAlive.components.seconds))
        let code = mosquitto_connect_bind_async(handle, options.host, Int32(options.port), silence, onlyIPv4 ? "0.0.0.0" : nil)
        note(code, errno)
    }

    /// -1 when there is none.
    var descriptor: Int32 { mosquitto_socket(handle) }
    var wantsToWrite: Bool { mosquitto_want_write(handle) }

    func read() { note(mosquitto_loop_read(handle, 1), errno) }
    func write() { note(mosquitto_loop_write(handle, 1), errno) }
    /// Keeps the connection alive; to be called every second or so.
    func attend() { note(mosquitto_loop_misc(handle), errno) }

    func giveUp(_ error: MQTTError) { if end == nil { end = error } }

    /// Says goodbye, so that the broker does not publish the will.
    func disconnect() { if isAccepted { _ = mosquitto_disconnect(handle) } }

    // MARK: Requests

    /// - Returns: the number under which it will be acknowledged.
    func publish(_ message: MQTTMessage) throws(MQTTError) -> Int32 {
        var id: Int32 = 0
        try check(
            mosquitto_publish(
                handle, &id, message.topic, Int32(message.payload.count), message.payload, message.quality.rawValue, message.isRetained))
        return id
    }

    func subscribe(to filters: some Collection<String>, quality: MQTTQuality) throws(MQTTError) -> Int32 {
        var id: Int32 = 0
        let code = Self.withCStrings(filters) { mosquitto_subscribe_multiple(handle, &id, Int32($0.count), $0.baseAddress, quality.rawValue, 0, nil) }
        try check(code)
        return id
    }

    func unsubscribe(from filters: some Collection<String>) throws(MQTTError) -> Int32 {
        var id: Int32 = 0
        try check(Self.withCStrings(filters) { mosquitto_unsubscribe_multiple(handle, &id, Int32($0.count), $0.baseAddress, nil) })
        return id
    }

    private static func withCStrings<T>(_ strings: some Collection<String>, _ body: (UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>) -> T) -> T {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body($0) }
    }

    // MARK: What the library says

    private func setCallbacks() {
        mosquitto_connect_callback_set(handle) { _, context, code in
            guard let link = Link.of(context) else { return }
            if code == 0 {
                link.isAccepted = true
                link.accepted()
            } else {
                link.refusal = String(cString: mosquitto_connack_string(code))
            }
        }
        mosquitto_disconnect_callback_set(handle) { _, context, code in
            Link.of(context)?.note(code == 0 ? MOSQ_ERR_CONN_LOST.code : code, errno)
        }
        mosquitto_publish_callback_set(handle) { _, context, id in Link.of(context)?.acknowledged(id) }
        mosquitto_subscribe_callback_set(handle) { _, context, id, count, granted in
            // 0x80 is a failure (MQTT 3.1.1, section 3.9.3).
            let refused = granted.flatMap { granted in (0..<Int(count)).first { granted[$0] >= 128 } }
            Link.of(context)?.subscribed(id, refused)
        }
        mosquitto_unsubscribe_callback_set(handle) { _, context, id in Link.of(context)?.unsubscribed(id) }
        mosquitto_message_callback_set(handle) { _, context, message in
            guard let link = Link.of(context), let message = message?.pointee, let name = message.topic else { return }
            let topic = String(cString: name), count = Int(message.payloadlen)
            guard count <= link.options.limits.payload else {
                link.leftOut(topic, count)
                return
            }
            let payload = message.payload.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) } ?? []
            link.received(
                MQTTMessage(topic: topic, payload: payload, quality: message.qos == 0 ? .atMostOnce : .atLeastOnce, isRetained: message.retain))
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Link? {
        context.map { Unmanaged<Link>.fromOpaque($0).takeUnretainedValue() }
    }

    private func note(_ code: Int32, _ number: Int32) {
        guard code > 0, end == nil else { return }
        end = error(code, number)
    }

    private func check(_ code: Int32) throws(MQTTError) {
        let number = errno
        if code > 0 { throw error(code, number) }
    }

    private func error(_ code: Int32, _ number: Int32) -> MQTTError {
        let broker = options.broker
        if let refusal { return MQTTError(.refused, "the broker \(broker) refuses: \(refusal) Check the user name and the password.") }
        switch code {
        case MOSQ_ERR_EAI.code, MOSQ_ERR_LOOKUP.code: return MQTTError(.unreachable, "the name of the broker \(broker) cannot be resolved; check the address")
        case MOSQ_ERR_TLS.code, MOSQ_ERR_TLS_HANDSHAKE.code:
            return MQTTError(
                .tls, "the broker \(broker) does not speak TLS, or its certificate is not by a known authority or for that name; check port and authority")
        case MOSQ_ERR_NO_CONN.code, MOSQ_ERR_CONN_LOST.code, MOSQ_ERR_KEEPALIVE.code:
            return isAccepted
                ? MQTTError(.connectionLost, "the connection to the broker \(broker) broke")
                : MQTTError(.unreachable, "the broker \(broker) closed the connection before it accepted it; check port, TLS, user name and password")
        case MOSQ_ERR_ERRNO.code:
            let reason = String(cString: strerror(number))
            return isAccepted
                ? MQTTError(.connectionLost, "the connection to the broker \(broker) broke: \(reason)")
                : MQTTError(.unreachable, "there is no way to the broker \(broker): \(reason)")
        case MOSQ_ERR_INVAL.code, MOSQ_ERR_MALFORMED_UTF8.code, MOSQ_ERR_PAYLOAD_SIZE.code, MOSQ_ERR_OVERSIZE_PACKET.code:
            return MQTTError(.invalid, String(cString: mosquitto_strerror(code)))
        case MOSQ_ERR_NOMEM.code: return MQTTError(.system, "there is no memory left")
        default:
            return MQTTError(isAccepted ? .connectionLost : .unreachable, "the broker \(broker): \(String(cString: mosquitto_strerror(code)))")
        }
    }

    // MARK: What may be asked for

    static func check(topic: String) throws(MQTTError) {
        guard !topic.contains("\0"), mosquitto_pub_topic_check2(topic, topic.utf8.count) == MOSQ_ERR_SUCCESS.code, !topic.isEmpty else {
            throw MQTTError(.invalid, "\(topic.debugDescription) is no topic: 1 to 65535 bytes without + and #")
        }
    }

    static func check(filter: String) throws(MQTTError) {
        guard !filter.contains("\0"), mosquitto_sub_topic_check2(filter, filter.utf8.count) == MOSQ_ERR_SUCCESS.code, !filter.isEmpty else {
            throw MQTTError(.invalid, "\(filter.debugDescription) is no topic filter: + stands for one whole level, # for all that follow")
        }
    }

    static func check(_ options: MQTTOptions) throws(MQTTError) {
        guard (1...65535).contains(options.port), !options.host.isEmpty else { throw MQTTError(.invalid, "\(options.broker) is no address of a broker") }
        let texts = [options.host, options.client, options.user ?? "", options.password?.reveal() ?? "", options.authority ?? ""]
        guard texts.allSatisfy({ !$0.contains("\0") && $0.utf8.count <= 65535 }), !options.client.isEmpty || options.isCleanSession else {
            throw MQTTError(.invalid, "the client's id, user name or password cannot be used: they have at most 65535 bytes and no NUL")
        }
        guard options.limits.payload > 0, options.limits.payload <= 1 << 27, options.limits.underWay > 0, options.limits.underWay <= 65535 else {
            throw MQTTError(.invalid, "the limits of payloads and of messages under way are out of range")
        }
        if let will = options.will {
            try check(topic: will.topic)
            guard will.payload.count <= 65535 else { throw MQTTError(.invalid, "the will has more than 65535 bytes") }
        }
    }
}

extension mosq_err_t {
    fileprivate var code: Int32 { rawValue }
}
