import Base
import Domain
import Foundation
import Understanding

extension FactBook {
    /// What a statement makes of the book; empty where it says nothing new, or was taken from the same origin before.
    ///
    /// - Parameter id: That of the fact, should it be a new one: the same whenever the same episode is read, so that reading it twice adds nothing.
    ///
    /// How it is judged:
    /// - What is known already is counted and believed more. Values are compared as `FactValue` does; a start or an end that was open is filled in.
    /// - Of a single relation a new value takes the old one's place, from when it says it began. One that begins later leaves today's until then;
    ///   one that began earlier than what is known to hold now is history at once. What was said earlier (by `origin.occurredAt`), though it is learned
    ///   later, does not take the place of what was said since.
    /// - A time with an end (a stay, a past) takes nobody's place: where times overlap, the one that began last holds (`value(of:at:)`).
    /// - Likes and dislikes, and a statement and its negation, exclude each other: the newest holds.
    /// - Of a lasting relation another value without words of correction is a contradiction: the newer one is current and believed less (0.7; 0.5 where
    ///   two people differ). The older one becomes history only where the same speaker said it, or the newer one is more certain.
    /// - `corrects` makes what it corrects never have been so: its time is empty.
    /// - In what everybody sees, a guest or a child never takes the place of what an adult said: theirs is kept as history, believed less.
    ///   What is said privately never changes what is shared.
    func apply(
        _ statement: Statement, id: Fragment.ID, from origin: Fragment, learnedAt: Date, source: Fragment.Source, isShared: Bool
    ) -> [Change] {
        guard fragments[id] == nil else { return [] }
        var telling = FactTelling(self, resolved(statement, in: origin.conversation), origin, learnedAt, source, isShared, id: id)
        return telling?.changes() ?? []
    }

    /// "@last" is the subject, or the relation, that was last told of in the conversation.
    func resolved(_ question: FactQuestion, in conversation: Conversation.ID?) -> FactQuestion {
        guard let last = latestFact(in: conversation)?.fact else { return question }
        var question = question
        if question.subject?.key == "@last" { question.subject = .init(key: last.subject, name: last.subjectName) }
        if question.relation?.name == "@last" { question.relation = Self.relation(last.relation) }
        return question
    }

    private func resolved(_ statement: Statement, in conversation: Conversation.ID?) -> Statement {
        var statement = statement
        if let last = latestFact(in: conversation)?.fact {
            if statement.subject.key == "@last" {
                // "Ma sœur s'appelle Julie. Elle travaille…": it is Julie who does. "Léa a un nouveau copain. Elle…" is still about Léa.
                let namesSomebody = Kinship.of(last.relation) != nil && (last.value.first?.isUppercase == true || !last.value.contains(" "))
                statement.subject =
                    !namesSomebody
                    ? .init(key: last.subject, name: last.subjectName) : .init(key: FoldedText.key(last.value), name: last.value)
            }
            if statement.relation.name == "@last" {
                statement.relation = Self.relation(last.relation)
            }
        }
        // "Ma sœur s'appelle Julie" says who my sister is.
        if statement.relation.name == "name", let kinship = statement.subject.kinship,
            Kinship.isNoun(statement.subject.key, of: kinship.relation, in: statement.subject.name)
        {
            let name = kinship.of == Fact.me ? Fact.me : kinship.of
            statement.subject = .init(key: name, name: name)
            statement.relation = Self.relation(kinship.relation)
        }
        return statement
    }

    /// A relation by its name, which is all that a stored fact knows of it.
    static func relation(_ name: String) -> Relation { Catalogue.relation(name) }
}
