import Domain

extension Ear {
    /// Seconds of voice in a recording.
    func secondsOfVoice(in recording: AudioChunk) async throws -> Double {
        let listening = try await listening(ListeningRequest())
        defer { listening.close() }
        let second = recording.format.rate * 2 * recording.format.channels, silence = 0.5
        let feeding = Task {
            let audio = recording.bytes + [UInt8](repeating: 0, count: second)
            for start in stride(from: 0, to: audio.count, by: second) {
                try await listening.append(AudioChunk(format: recording.format, bytes: Array(audio[start..<min(start + second, audio.count)])))
            }
        }
        defer { feeding.cancel() }
        var voiced = 0.0, since: Double?
        for try await heard in listening.events {
            switch heard {
            case .voiceStarted(let time): since = time
            case .voiceStopped(let time):
                voiced += time - (since ?? time)
                since = nil
            case .reached(let time) where time >= recording.duration + silence: return voiced + (since.map { recording.duration - $0 } ?? 0)
            case .reached, .wake, .cleaned: continue
            }
        }
        return voiced
    }
}
