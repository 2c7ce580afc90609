import Observability
import Synchronization
import Testing

@Suite struct MetricsTests {
    @Test func thePageIsPrometheusText() {
        let metrics = Metrics()
        metrics.counter("a_total", "First\nline, \\ back").increment(by: 3)
        let family = metrics.gauges("b", "Gauge", labels: ["x", "y"])
        family["1", "a\"b\\c\nd"].set(1.5)
        family["0", "z"].add(-2)
        let histogram = metrics.histogram("c_seconds", "Times", bounds: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 2] { histogram.observe(value) }
        histogram.observe(.milliseconds(350))
        metrics.reading("d", "Read") { .infinity }
        #expect(
            metrics.exposition() == #"""
                # HELP a_total First\nline, \\ back
                # TYPE a_total counter
                a_total 3
                # HELP b Gauge
                # TYPE b gauge
                b{x="0",y="z"} -2
                b{x="1",y="a\"b\\c\nd"} 1.5
                # HELP c_seconds Times
                # TYPE c_seconds histogram
                c_seconds_bucket{le="0.1"} 2
                c_seconds_bucket{le="1"} 4
                c_seconds_bucket{le="+Inf"} 5
                c_seconds_sum 3
                c_seconds_count 5
                # HELP d Read
                # TYPE d gauge
                d +Inf

                """#)
    }

    @Test func askingTwiceGivesTheSame() {
        let metrics = Metrics()
        metrics.counters("a", "A", labels: ["x"])["1"].increment()
        metrics.counters("a", "A", labels: ["x"])["1"].increment()
        #expect(metrics.counters("a", "A", labels: ["x"])["1"].value == 2)
    }

    @Test func labelsFromOutsideCannotFillTheMemory() {
        let metrics = Metrics()
        let family = metrics.counters("a", "A", labels: ["x"])
        for number in 0..<10_000 { family["\(number)"].increment() }
        #expect(family["other"].value == 10_000 - Family<Counter>.mostMembers)
        #expect(metrics.exposition().split(separator: "\n").count == 2 + Family<Counter>.mostMembers + 1)
    }

    @Test func missingAndSurplusLabelValuesDoNotBreakThePage() {
        let family = Metrics().counters("a", "A", labels: ["x", "y"])
        family["1"].increment()
        family["1", "", "3"].increment()
        #expect(family["1", ""].value == 2)
    }

    @Test func nothingIsLostBetweenThreads() async {
        let metrics = Metrics()
        let counter = metrics.counter("a", "A"), gauge = metrics.gauge("b", "B"), histogram = metrics.histogram("c", "C")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<10_000 {
                        counter.increment()
                        gauge.add(1)
                        histogram.observe(0.5)
                    }
                }
            }
        }
        #expect(counter.value == 80_000)
        #expect(gauge.value == 80_000)
        #expect(histogram.count == 80_000)
        #expect(histogram.sum == 40_000)
    }

    @Test func theProcessIsMeasured() throws {
        let metrics = Metrics()
        metrics.addProcess()
        let values = Dictionary(
            uniqueKeysWithValues: metrics.exposition().split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                (String(line.split(separator: " ")[0]), Double(line.split(separator: " ")[1]) ?? .nan)
            })
        #expect(try #require(values["process_cpu_seconds_total"]) >= 0)
        #expect(try #require(values["process_resident_memory_bytes"]) > 1_000_000)
        #expect(try #require(values["process_open_fds"]) >= 3)
        #expect(try #require(values["process_max_fds"]) >= 3)
        #expect(try #require(values["process_start_time_seconds"]) > 1_700_000_000)
    }

    @Test func theHouseHasItsNames() {
        let metrics = Metrics()
        let instruments = Instruments(in: metrics)
        instruments.turnStage["think"].observe(.milliseconds(20))
        let page = metrics.exposition()
        for name in [
            "jarvis_requests_total", "jarvis_requests_errors_total", "jarvis_errors_total", "jarvis_request_duration_seconds", "jarvis_response_time_seconds",
            "jarvis_active_connections", "jarvis_active_websocket_connections", "jarvis_active_users", "jarvis_service_status", "jarvis_service_health",
            "jarvis_memory_operations_total", "jarvis_auth_failures_total", "jarvis_rate_limited_total", "jarvis_turn_stage_seconds", "jarvis_llm_tokens_total",
            "stt_transcribe_requests_total", "stt_transcribe_duration_seconds", "stt_errors_total", "tts_synthesis_requests_total",
            "tts_synthesis_duration_seconds",
            "tts_errors_total", "interface_websocket_connections",
        ] { #expect(page.contains("# TYPE \(name) "), "\(name) is missing") }
        #expect(page.contains("jarvis_turn_stage_seconds_bucket{stage=\"think\",le=\"0.025\"} 1"))
    }
}
