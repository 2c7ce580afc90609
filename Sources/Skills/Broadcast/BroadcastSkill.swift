public import Base
public import Domain
public import Understanding

/// Tells something to everybody at home.
public struct BroadcastSkill: TextSkill {
    public let name = "announcements"
    private let desk: BroadcastDesk

    public init(broadcaster: any Broadcaster) { desk = BroadcastDesk(broadcaster: broadcaster) }

    public func examples(in language: Language) -> [String] {
        language(
            fr: ["annonce que le dîner est prêt", "dis à tout le monde qu'on part dans 5 minutes"],
            en: ["announce that dinner is ready", "tell everyone that we leave in 5 minutes"])
    }

    private enum Order: Sendable { case say }

    private static let grammar = Grammar<Order>(
        pieces: [
            "tous":
                "à tout le monde|aux enfants|les enfants|à tous|à toute la famille|à toute la maison|à la famille|à la maisonnée|tout le monde|toute la famille|toute la maison|partout|dans toute la maison|dans toutes les pièces",
            "everyone": "everyone|everybody|the family|the whole family|the whole house|everyone at home",
        ],
        french: [
            (
                .say,
                [
                    "(annonce|annoncez|annoncer) [<tous>] [que|qu'|le message|le message suivant] {message}",
                    "[dis|dites|dire|fais savoir|signale|préviens|prévenez|prévenir|informe|informer|avertis|avertir] <tous> (que|qu'|de|d') {message}",
                    "(fais|faire|passe|passer|lance|diffuse) (une annonce|un message|l'annonce|le message) [<tous>] [disant|pour dire|qui dit] [que|qu'] {message}",
                    "(diffuse|diffuser) [<tous>] {message}",
                ]
            )
        ],
        english: [
            (
                .say,
                [
                    "(announce|broadcast) [everywhere|to <everyone>] [that] {message}", "tell <everyone> [that|to] {message}",
                    "let <everyone> know [that] {message}", "(make|send) an announcement [to <everyone>] [that|saying|saying that] {message}",
                ]
            )
        ])

    static var malformedTemplates: [String] { grammar.malformed }

    public func answer(_ text: FoldedText, _ utterance: Utterance, in context: SkillContext) async throws -> SkillReply? {
        guard let match = Self.grammar.match(text, preferring: utterance.language), let message = match["message"] else { return nil }
        // "announce the winner" and "annonce-moi la couleur" are not for everybody.
        if ["moi", "me", "nous", "us"].contains(text[message.lowerBound]) { return nil }
        return await desk.say(text.original(message), match.language, context)
    }
}
