import Base
public import Domain

/// Reads orders, and says that the house is out of reach instead of not knowing its names while it was never reached.
public struct HouseReader: OrderReader {
    private let reader: any OrderReader
    private let elsewhere: (any OrderReader)?
    private let house: any House

    /// - Parameter elsewhere: reads for those for whom the house is not there, and knows none of its names; `nil`: nothing is read for them.
    public init(_ reader: any OrderReader, elsewhere: (any OrderReader)? = nil, house: any House) {
        self.reader = reader
        self.elsewhere = elsewhere
        self.house = house
    }

    public func read(_ text: String, in context: ReadingContext) -> Domain.Reading {
        guard context.knowsHouse else { return elsewhere?.read(text, in: context) ?? .none }
        let reading = reader.read(text, in: context)
        // A question without choices says what was not known.
        guard case .question(let question) = reading, question.choices.isEmpty, house.isUnknown else { return reading }
        return .question(Domain.Reading.Question(text: Self.outOfReach(context.language)))
    }

    static func outOfReach(_ language: Language) -> String { language(fr: "La maison n'est pas joignable.", en: "The house can't be reached.") }
}

extension House {
    /// Whether it was never reached, so that nothing is known of it but the scenes that are kept here.
    var isUnknown: Bool {
        if isConnected { return false }
        let model = model
        return model.areas.isEmpty && model.entities.allSatisfy { $0.domain == "scene" }
    }
}
