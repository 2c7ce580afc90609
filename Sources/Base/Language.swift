/// A language Jarvis speaks. Raw values are ISO 639-1 codes.
public enum Language: String, Sendable, Codable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// Reads `fr`, `fr-FR`, `EN_us`… ; `nil` when Jarvis does not speak it.
    public init?(tag: some StringProtocol) {
        self.init(rawValue: tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased())
    }

    /// The one of two texts that is in this language.
    public func callAsFunction<T>(fr: @autoclosure () -> T, en: @autoclosure () -> T) -> T {
        self == .french ? fr() : en()
    }
}
