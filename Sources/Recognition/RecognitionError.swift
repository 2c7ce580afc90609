/// Why an engine cannot do what it was asked.
package struct RecognitionError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// The model's files are missing, or not what they should be.
        case model
        /// The engine does not know the languages asked for, or has no vocabulary for them yet.
        case language
        /// As many utterances are open as there may be.
        case busy
        /// The vocabulary cannot be used.
        case vocabulary
        /// The audio cannot be used.
        case audio
        /// The engine failed, or the utterance has ended.
        case engine
    }

    package var reason: Reason
    package var description: String

    /// A model that cannot be used; the message says what to do.
    package init(_ description: String) { self.init(.model, description) }

    package init(_ reason: Reason, _ description: String) {
        self.reason = reason
        self.description = description
    }
}
