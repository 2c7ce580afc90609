/// The metrics of the house, under the names that dashboards and alerts rely on. Made once at start and handed to whoever counts.
public struct Instruments: Sendable {
    /// Labels: method, route (the template, never the path), status.
    public let requests: Family<Counter>
    /// Answers with a status of 500 and more. Label: route.
    public let requestErrors: Family<Counter>
    /// Errors anywhere. Label: part.
    public let errors: Family<Counter>
    /// Label: route.
    public let requestDuration: Family<Histogram>
    /// From a turn's start to its whole answer.
    public let responseTime: Histogram
    public let connections: Gauge
    public let webSockets: Gauge
    public let users: Gauge
    /// 1 up, 0 down. Label: service.
    public let serviceStatus: Family<Gauge>
    /// 1 healthy, 0.5 degraded, 0 down. Label: service.
    public let serviceHealth: Family<Gauge>
    /// Label: operation.
    public let memoryOperations: Family<Counter>
    public let memoryFragments: Gauge
    public let memoryVectors: Gauge
    /// Label: reason.
    public let authFailures: Family<Counter>
    /// Label: route.
    public let rateLimited: Family<Counter>
    /// Label: stage.
    public let turnStage: Family<Histogram>
    /// Labels: model, kind (`prompt` or `answer`).
    public let llmTokens: Family<Counter>
    public let transcriptions: Counter
    public let transcriptionDuration: Histogram
    public let transcriptionErrors: Counter
    /// Wake words that were heard, by whether the transcript shows that they had been said. Label: verdict (`accepted` or `refused`).
    public let wakes: Family<Counter>
    public let syntheses: Counter
    public let synthesisDuration: Histogram
    public let synthesisErrors: Counter
    public let interfaceWebSockets: Gauge

    public init(in metrics: Metrics) {
        requests = metrics.counters("jarvis_requests_total", "HTTP requests answered.", labels: ["method", "route", "status"])
        requestErrors = metrics.counters("jarvis_requests_errors_total", "HTTP requests answered with a server error.", labels: ["route"])
        errors = metrics.counters("jarvis_errors_total", "Errors, by part.", labels: ["part"])
        requestDuration = metrics.histograms("jarvis_request_duration_seconds", "Time to answer an HTTP request.", labels: ["route"])
        responseTime = metrics.histogram("jarvis_response_time_seconds", "Time from the start of a turn to its whole answer.")
        connections = metrics.gauge("jarvis_active_connections", "Open HTTP connections.")
        webSockets = metrics.gauge("jarvis_active_websocket_connections", "Open WebSocket connections.")
        users = metrics.gauge("jarvis_active_users", "Users with an open connection.")
        serviceStatus = metrics.gauges("jarvis_service_status", "1 when the service is up.", labels: ["service"])
        serviceHealth = metrics.gauges("jarvis_service_health", "1 healthy, 0.5 degraded, 0 down.", labels: ["service"])
        memoryOperations = metrics.counters("jarvis_memory_operations_total", "Operations on memories.", labels: ["operation"])
        memoryFragments = metrics.gauge("jarvis_memory_fragments", "Fragments that can be found.")
        memoryVectors = metrics.gauge("jarvis_memory_vectors", "Fragments whose meaning is known to the embedding model.")
        authFailures = metrics.counters("jarvis_auth_failures_total", "Refused sign-ins and tokens.", labels: ["reason"])
        rateLimited = metrics.counters("jarvis_rate_limited_total", "Requests refused because there were too many.", labels: ["route"])
        turnStage = metrics.histograms("jarvis_turn_stage_seconds", "Time of each stage of a turn.", labels: ["stage"])
        llmTokens = metrics.counters("jarvis_llm_tokens_total", "Tokens read and written by language models.", labels: ["model", "kind"])
        transcriptions = metrics.counter("stt_transcribe_requests_total", "Recordings transcribed.")
        transcriptionDuration = metrics.histogram("stt_transcribe_duration_seconds", "Time to transcribe a recording.")
        transcriptionErrors = metrics.counter("stt_errors_total", "Transcriptions that failed.")
        wakes = metrics.counters("jarvis_wakes_total", "Wake words heard, by whether they had been said.", labels: ["verdict"])
        syntheses = metrics.counter("tts_synthesis_requests_total", "Texts spoken.")
        synthesisDuration = metrics.histogram("tts_synthesis_duration_seconds", "Time to speak a text.")
        synthesisErrors = metrics.counter("tts_errors_total", "Syntheses that failed.")
        interfaceWebSockets = metrics.gauge("interface_websocket_connections", "WebSocket connections of the web app.")
    }
}
