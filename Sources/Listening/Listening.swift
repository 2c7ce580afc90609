// The ears of the speech worker: when somebody speaks, when the wake word is said, and the sound without echo and noise.
// Audio is signed 16-bit mono at 16 kHz throughout.

/// Samples of a second.
package let sampleRate = 16_000

/// A model that cannot be used.
package enum ListeningError: Error, Hashable, CustomStringConvertible {
    /// There is no such file.
    case missing(String)
    /// The file is there and is no model of the expected kind: what is wrong.
    case unusable(String, String)

    package var description: String {
        switch self {
        case .missing(let path): "there is no model at \(path)"
        case .unusable(let path, let reason): "\(path) cannot be used: \(reason)"
        }
    }
}
