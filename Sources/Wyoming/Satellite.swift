/// What a satellite, a microphone and loudspeaker in some room, and its server say to each other besides audio.
///
/// The satellite is the one that listens for connections. `run-satellite` and `pause-satellite` come from the server; the satellite answers with
/// `run-pipeline` and audio when somebody speaks to it, `played` when audio it was sent is played out.
public enum Satellite: Sendable, Hashable {
    case run
    case pause
    /// The server is there, or gone.
    case connected
    case disconnected
    /// The satellite begins, or ends, to send audio.
    case streamingStarted
    case streamingStopped
    /// The audio that was sent has been played.
    case played
    /// From where to where the server is to go with what the satellite sends: `wake`, `asr`, `intent`, `handle`, `tts`.
    case runPipeline(start: String, end: String, restarts: Bool)

    init?(_ event: Event) throws(WyomingError) {
        switch event.type {
        case "run-satellite": self = .run
        case "pause-satellite": self = .pause
        case "satellite-connected": self = .connected
        case "satellite-disconnected": self = .disconnected
        case "streaming-started": self = .streamingStarted
        case "streaming-stopped": self = .streamingStopped
        case "played": self = .played
        case "run-pipeline":
            let fields = Fields(event)
            self = .runPipeline(
                start: try fields.required("start_stage"), end: try fields.required("end_stage"), restarts: try fields.bool("restart_on_end") ?? false)
        default: return nil
        }
    }

    var event: Event {
        switch self {
        case .run: Event(type: "run-satellite")
        case .pause: Event(type: "pause-satellite")
        case .connected: Event(type: "satellite-connected")
        case .disconnected: Event(type: "satellite-disconnected")
        case .streamingStarted: Event(type: "streaming-started")
        case .streamingStopped: Event(type: "streaming-stopped")
        case .played: Event(type: "played")
        case .runPipeline(let start, let end, let restarts):
            Event(type: "run-pipeline", data: ["start_stage": .string(start), "end_stage": .string(end), "restart_on_end": .bool(restarts)])
        }
    }
}
