import Domain
import Foundation

extension HomeModel.Entity {
    /// Its device class; for a cover without one, the classes that its names speak of. Empty when nobody knows.
    var kinds: Set<String> {
        if let deviceClass { return [deviceClass] }
        guard domain == "cover" else { return [] }
        let words = words
        return Self.openings.first { !words.isDisjoint(with: $0.words) }?.kinds ?? []
    }

    /// Whether it is a cover of which only that is known, and which may be one of these: what hangs before a window.
    ///
    /// A gate, a door or a window is nothing that one takes something else for.
    func mayBe(_ classes: Set<String>) -> Bool {
        domain == "cover" && kinds.isEmpty && !classes.isDisjoint(with: ["shutter", "blind", "shade", "curtain"])
    }

    /// The words of its names, folded and in the singular.
    var words: Set<String> {
        Set(
            ([name] + aliases).flatMap { name in
                name.folded.split { !$0.isLetter && !$0.isNumber }.map { word in
                    word.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x")) ? String(word.dropLast()) : String(word)
                }
            })
    }

    /// What covers something goes before what it covers: the shutter of a door is a shutter.
    private static let openings: [(words: Set<String>, kinds: Set<String>)] = [
        (["portail", "portillon", "gate"], ["gate"]),
        (["volet", "shutter", "persienne"], ["shutter"]),
        (["store"], ["blind", "shade", "awning"]),
        (["blind", "shade"], ["blind", "shade"]),
        (["auvent", "awning", "banne"], ["awning"]),
        (["rideau", "curtain", "voilage", "drape"], ["curtain"]),
        (["garage"], ["garage"]),
        (["fenetre", "window", "velu", "lucarne", "skylight", "baie"], ["window"]),
        (["porte", "door"], ["door"]),
    ]
}
