/// What is published under a topic.
public struct MQTTMessage: Sendable, Hashable {
    public var topic: String
    public var payload: [UInt8]
    /// Of a received message: the broker had kept it, and sends it because of a new subscription. Of a published one: the broker is to keep it.
    public var isRetained: Bool
    public var quality: MQTTQuality

    public init(topic: String, payload: [UInt8], quality: MQTTQuality = .atMostOnce, isRetained: Bool = false) {
        self.topic = topic
        self.payload = payload
        self.quality = quality
        self.isRetained = isRetained
    }

    public init(topic: String, _ text: String, quality: MQTTQuality = .atMostOnce, isRetained: Bool = false) {
        self.init(topic: topic, payload: Array(text.utf8), quality: quality, isRetained: isRetained)
    }
}

/// The quality of service of a message or a subscription (MQTT 3.1.1, section 4.3).
public enum MQTTQuality: Int32, Sendable, Hashable {
    /// Sent, and that is all that is known.
    case atMostOnce = 0
    /// The broker says that it has it.
    case atLeastOnce = 1
}

/// What a connection tells its reader, in the order in which it happened.
public enum MQTTEvent: Sendable {
    /// The broker has accepted the connection; what was subscribed to has been asked for again before anything sent from now on.
    case connected
    /// The connection is gone; it is being made again.
    case disconnected(MQTTError)
    case message(MQTTMessage)
}
