import Domain
import Observability
import Synchronization

/// Counts and times every synthesis, and fills in what the configuration says about voice and speed.
struct MeasuredSynthesizer: Synthesizer {
    let engine: any Synthesizer
    let instruments: Instruments
    let voice: String?
    let speed: Double

    func synthesize(_ request: SpeechRequest, onAudio: @Sendable (AudioChunk) async throws -> Void) async throws {
        var request = request
        request.voice = request.voice ?? voice
        if request.speed == 1 { request.speed = speed }
        let begin = ContinuousClock.now
        instruments.syntheses.increment()
        do {
            try await engine.synthesize(request, onAudio: onAudio)
        } catch {
            if !(error is CancellationError) { instruments.synthesisErrors.increment() }
            throw error
        }
        instruments.synthesisDuration.observe(ContinuousClock.now - begin)
    }

    func voices() async throws -> [Domain.Voice] { try await engine.voices() }
}

/// Counts every recording that is written down, and times what its speaker waits for: the engine, and not the speaking.
struct MeasuredTranscriber: Transcriber {
    let engine: any Transcriber
    let instruments: Instruments

    func transcription(_ request: TranscriptionRequest) async throws -> any Transcription {
        do {
            return MeasuredTranscription(inner: try await engine.transcription(request), instruments: instruments)
        } catch {
            if !(error is CancellationError) {
                instruments.transcriptions.increment()
                instruments.transcriptionErrors.increment()
            }
            throw error
        }
    }
}

/// An utterance; one that nobody finishes is not counted.
private final class MeasuredTranscription: Transcription {
    private let inner: any Transcription
    private let instruments: Instruments
    private let waited = Mutex(Duration.zero)

    init(inner: any Transcription, instruments: Instruments) {
        self.inner = inner
        self.instruments = instruments
    }

    var partials: AsyncStream<Transcript> { inner.partials }

    func append(_ audio: AudioChunk) async throws {
        do { try await timed { try await inner.append(audio) } } catch {
            count(error)
            throw error
        }
    }

    func finish() async throws -> Transcript {
        do {
            let transcript = try await timed { try await inner.finish() }
            instruments.transcriptions.increment()
            instruments.transcriptionDuration.observe(waited.withLock { $0 })
            return transcript
        } catch {
            count(error)
            throw error
        }
    }

    func cancel() { inner.cancel() }

    private func timed<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        let begin = ContinuousClock.now
        let value = try await body()
        waited.withLock { $0 += ContinuousClock.now - begin }
        return value
    }

    private func count(_ error: any Error) {
        guard !(error is CancellationError) else { return }
        instruments.transcriptions.increment()
        instruments.transcriptionErrors.increment()
    }
}
