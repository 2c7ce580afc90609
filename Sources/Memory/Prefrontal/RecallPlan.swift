import Base
import Domain
import Understanding

/// How much is looked for before an answer: nothing where nothing could help, much where the memory itself is asked.
struct RecallPlan: Sendable, Hashable {
    var depth: MemoryContext.Depth
    /// Fragments shown at most, and facts.
    var fragments: Int { depth == .none ? 0 : depth == .light ? 5 : 14 }
    var facts: Int { depth == .none ? 0 : depth == .light ? 8 : 16 }

    /// - Parameter namesAPast: whether the text names a time that is over.
    init(for text: String, namesAPast: Bool) {
        let words = FoldedText(text)
        let folded = " " + words.folded(words.all) + " "
        if Self.deep.contains(where: { folded.contains(" \($0) ") }) {
            depth = .deep
        } else if words.tokens.allSatisfy({ Self.empty.contains($0.text) }) {
            depth = .none
        } else {
            depth = namesAPast ? .deep : .light
        }
    }

    /// Said by people who ask their memory.
    private static let deep = """
        qu on avait dit;qu on a dit;on avait dit;on s etait dit;on a parle;on avait parle;on en avait parle;tu te souviens;te souviens tu;tu te rappelles;rappelle moi ce;
        te rappelles tu;la derniere fois;je t ai dit;je t avais dit;t ai je dit;je t ai raconte;l autre jour;deja dit;qu est ce que j ai dit;decide;convenu;
        a l epoque;autrefois;avant qu;souvenirs;what did we say;did we say;we talked;we said;do you remember;remind me what;last time;i told you;did i tell;did i say;
        have i ever;the other day;back then;did we decide;we agreed
        """.split(separator: ";").map { $0.filter { $0 != "\n" } }

    /// Words that ask for nothing.
    private static let empty: Set<String> = Set(
        """
        bonjour salut bonsoir coucou hello hi hey merci beaucoup ok okay oui non ouais d accord super genial parfait cool bien tres bon bonne nuit journee soiree au revoir
        a bientot ciao bye thanks thank you yes no yeah great good night morning evening fine ca va comment tu vas et toi how are les la le de c est top jarvis
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
