import Base
import Domain

/// What is forbidden in the same breath as something is ordered: "éteins tout, et ne touche pas au congélateur" leaves it out.
struct Refusals {
    let questions: Questions
    let lexicon: Lexicon

    /// The orders, each without what was forbidden of it; `nil` when nobody knows what was, so that nothing may be done.
    func spared(by orders: [Order]) -> [Order]? {
        let refusals = orders.filter { $0.intent.name == "JarvisRefuse" }
        guard !refusals.isEmpty, refusals.count < orders.count else { return orders }
        var result = orders
        for refusal in refusals {
            let targets = refusal.intent.slots.filter { TargetText.slots.contains($0.key) }
            guard !targets.isEmpty else { return nil }
            let isOfAnything = isOfAnything(refusal)
            let forbidden = questions.forbidden(refusal)
            for index in result.indices where result[index].intent.name != "JarvisRefuse" {
                guard questions.overlap(refusal.intent, result[index].intent),
                    isOfAnything || forbidden.contains(where: { conflicts($0, result[index].intent) })
                else { continue }
                result[index].exceptions.append(targets)
            }
        }
        return result
    }

    /// "ne touche pas à", "laisse": whatever would be done to it.
    private func isOfAnything(_ refusal: Order) -> Bool {
        let words = Tokenizer.words(of: refusal.text)
        return lexicon.untouchables.length(at: 0, in: words, before: words.count) != nil || words.first.map { lexicon.leaving.contains($0.folded) } ?? false
    }

    /// The same change: "pas en rouge mais en bleu" is another.
    private func conflicts(_ forbidden: Intent, _ ordered: Intent) -> Bool {
        guard forbidden.name == ordered.name else { return false }
        return Set(forbidden.slots.keys).union(ordered.slots.keys).subtracting(TargetText.slots).allSatisfy {
            forbidden.slots[$0]?.value == ordered.slots[$0]?.value
        }
    }
}
