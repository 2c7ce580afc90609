import Base

/// What Home Assistant says over its WebSocket (developers.home-assistant.io, "WebSocket API").
enum HomeAssistantMessage: Sendable, Hashable {
    case authRequired
    case authOK(version: String)
    case authInvalid(String)
    case result(id: Int, JSONValue)
    case refusal(id: Int, HomeAssistantRefusal)
    case event(id: Int, JSONValue)
    case pong(id: Int)
    /// Of a kind that later versions have.
    case unknown

    /// One frame holds one message, or an array of them when they came quickly and we said that we can take that.
    static func read(_ text: String) throws(JSONSyntaxError) -> [HomeAssistantMessage] {
        let value = try JSONValue(parsing: text)
        return value.array?.map(Self.init) ?? [Self(value)]
    }

    private init(_ message: JSONValue) {
        let id = message["id"]?.number.flatMap { Int(exactly: $0) }
        self =
            switch (message["type"]?.string, id) {
            case ("auth_required", _): .authRequired
            case ("auth_ok", _): .authOK(version: message["ha_version"]?.string ?? "?")
            case ("auth_invalid", _): .authInvalid(message["message"]?.string ?? "")
            case ("result", let id?) where message["success"]?.bool == true: .result(id: id, message["result"] ?? .null)
            case ("result", let id?): .refusal(id: id, HomeAssistantRefusal(message["error"] ?? .null))
            case ("event", let id?): .event(id: id, message["event"] ?? .null)
            case ("pong", let id?): .pong(id: id)
            default: .unknown
            }
    }
}

/// Home Assistant's own "no" to one request.
struct HomeAssistantRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    var code: String
    var message: String

    init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: JSONValue) {
        code = error["code"]?.string ?? "unknown_error"
        message = error["message"]?.string ?? ""
    }

    /// It has no such command: it is older than the command, or the part that has it is not loaded; or the token's owner may not use it.
    var isAboutTheCommand: Bool { code == "unknown_command" || code == "unauthorized" }

    var description: String { message.isEmpty ? code : message }
}
