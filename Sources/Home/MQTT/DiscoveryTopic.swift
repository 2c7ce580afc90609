/// Where a device's configuration is published: `<prefix>/<component>/[<node>/]<object>/config` (Home Assistant, "MQTT discovery").
struct DiscoveryTopic: Sendable, Hashable {
    /// `light`, `sensor` … or `device`, for a whole device at once.
    var component: String
    var node: String?
    var object: String

    /// `nil` for what is no such topic.
    init?(_ topic: String, prefix: String) {
        guard topic.hasPrefix(prefix + "/"), topic.hasSuffix("/config") else { return nil }
        let levels = topic.dropFirst(prefix.count + 1).dropLast("/config".count).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard levels.count == 2 || levels.count == 3, levels.allSatisfy(Self.isName) else { return nil }
        component = levels[0]
        node = levels.count == 3 ? levels[1] : nil
        object = levels[levels.count - 1]
    }

    /// What is subscribed to for all of them.
    static func filters(prefix: String) -> [String] { ["\(prefix)/+/+/config", "\(prefix)/+/+/+/config"] }

    private static func isName(_ level: String) -> Bool {
        !level.isEmpty && level.utf8.count <= 200
            && level.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
