/// A model that cannot be used, or audio that nothing can be made of; the message says what to do.
package struct RecognitionError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
