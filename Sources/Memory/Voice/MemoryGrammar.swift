import Base
import Understanding

/// What people say to their memory, and what each of it asks for.
enum MemoryOrder: Sendable {
    case remember, rememberShared, rememberForever, rememberLast
    case know, knowMe, talkedOf, promises
    case forget, forgetAll, forgetLast, forgetDuring, forgetEverything, undo
    case why, since, whoSaid
    case share, pin
    case stopRemembering, startRemembering, incognito, leaveIncognito
    case yes, no
}

extension MemorySkill {
    static let grammar = Grammar<MemoryOrder>(
        pieces: [
            "retiens":
                "souviens-toi|souvenez-vous|te souvenir|retiens|retenez|retenir|retiennes|mémorise|mémorisez|mémoriser|rappelle-toi|note|notez|noter|n'oublie pas|sache|garde en mémoire|enregistre|mets-toi dans la tête|je te signale|je te rappelle|apprends",
            "tous": "toute la famille|tout le monde|nous tous|nous deux|la famille|la maison|tous|toute la maison",
            "sur": "sur|de|d'|du|des|à propos de|à propos d'|à propos du|à propos des|au sujet de|au sujet d'|au sujet du|concernant",
            "oublie": "oublie|oubliez|oublier|efface|effacez|effacer|supprime|supprimer|enlève de ta mémoire|retire de ta mémoire",
            "dire": "t'ai dit|ai dit|t'ai raconté|ai raconté|disais|te disais",
            "forget": "forget|erase|delete|remove from your memory",
        ],
        french: [
            (
                .forgetLast,
                [
                    "<oublie> (ce que je viens de (dire|te dire|raconter)|ce que je t'ai dit|ça|cela|ce que j'ai dit|ce qu'on vient de dire|ma dernière phrase|ce que je t'ai dit à l'instant)",
                    "<oublie> tout ce que je viens de (dire|te dire)",
                    "(ne retiens|ne garde|ne note|n'enregistre|retiens) pas (ça|cela|ce que je viens de dire)",
                    "ne te souviens pas de (ça|cela)",
                ]
            ),
            (
                .stopRemembering,
                [
                    "(ne retiens|ne garde|n'enregistre|ne note|ne mémorise) (rien|pas) [de] (cette conversation|cette discussion|ce qu'on se dit|ce que je dis|ce que je te dis|ce qui suit)",
                    "(retiens|garde|enregistre|mémorise) (rien|pas) [de] (cette conversation|cette discussion|ce qu'on se dit|ce qui suit)",
                    "(ne retiens|ne garde|ne mémorise|n'enregistre) [plus] rien", "arrête de (retenir|mémoriser|enregistrer) [cette conversation]",
                    "oublie (cette conversation|cette discussion)", "<oublie> tout ce qu'on [vient de] (s'est dit|se dire) (dans cette conversation|là)",
                ]
            ),
            (
                .startRemembering,
                [
                    "(tu peux|recommence à|remets-toi à|tu peux recommencer à) [de nouveau|à nouveau] (retenir|mémoriser|enregistrer) [cette conversation|ce qu'on se dit] [de nouveau|à nouveau]",
                    "retiens [de nouveau|à nouveau] (cette conversation|ce qu'on se dit)", "(retenir|retiens|mémoriser|enregistrer) (de nouveau|à nouveau)",
                ]
            ),
            (
                .incognito,
                [
                    "[passe en|mets-toi en|active le|lance le] mode (incognito|privé|secret)", "(passe|mets-toi) en (incognito|privé)",
                    "on parle (en privé|entre nous|incognito)",
                ]
            ),
            (
                .leaveIncognito,
                ["(quitte|arrête|désactive|coupe|sors du|termine) [le] mode (incognito|privé|secret)", "fin du mode (incognito|privé)", "mode normal"]
            ),
            (
                .undo,
                [
                    "(finalement|en fait|non|attends) (n'oublie pas [ça]|garde-le|garde-la|garde ça|souviens-t'en|ne l'oublie pas)", "n'oublie pas finalement",
                    "(annule|annuler) (l'oubli|l'effacement)",
                    "(rends-moi|restaure|récupère|retrouve) (ce que tu as (oublié|effacé)|ce souvenir|mes souvenirs)",
                    "souviens-t'en (à nouveau|de nouveau|quand même|finalement)", "remets [ça|le] dans ta mémoire",
                ]
            ),
            (
                .rememberShared,
                [
                    "<retiens> pour <tous> (que|qu') {fact}", "<retiens> pour <tous> {fact}",
                    "<retiens> (que|qu') {fact} (c'est|et c'est) pour <tous>",
                ]
            ),
            (.rememberForever, ["(n'oublie jamais|n'oubliez jamais|retiens bien|souviens-toi toujours|ne jamais oublier) (que|qu') {fact}"]),
            (.rememberLast, ["(retiens|souviens-toi de|note|mémorise|garde) (ça|cela|le|bien ça|ce que je viens de dire)", "retiens-le", "note-le"]),
            (.share, ["partage (ça|le|la|cela) avec <tous>", "(ça|c'est) pour <tous>"]),
            (.pin, ["garde (ça|le|la) (précieusement|pour toujours)", "(ne l'oublie|n'oublie) jamais [ça]", "épingle (ça|le|la)"]),
            (.remember, ["<retiens> (que|qu') {fact}", "<retiens> (ceci|ça|cela|bien) {fact}"]),
            (
                .promises,
                [
                    "(qu'est-ce que j'ai|qu'ai-je) promis [de faire|à faire]", "(quelles sont|c'est quoi) mes promesses",
                    "(qu'est-ce que|qu'est-ce qu') (j'avais|j'ai|on a|on avait) (promis|dit que je ferais|prévu) [de faire]",
                    "(qu'est-ce que je dois faire|que dois-je faire|qu'est-ce que je devais faire|qu'est-ce que j'ai à faire) [{when}]",
                ]
            ),
            (
                .whoSaid, ["qui (te l'a|te l'avait|t'a) dit [ça]", "qui t'a (raconté|appris) (ça|cela)", "de qui (tu tiens|tiens-tu) ça"]
            ),
            (
                .why,
                [
                    "(pourquoi|comment) (sais-tu|tu sais|le sais-tu|tu le sais) [ça|cela]", "(pourquoi|comment) est-ce que tu (sais|le sais) [ça]",
                    "d'où (tu sais|sais-tu|tu tiens|tiens-tu|tu sors) ça", "(pourquoi|comment) (sais-tu|tu sais|est-ce que tu sais) (que|qu') {topic}",
                    "d'où (tu sais|sais-tu|tu tiens) (que|qu') {topic}", "(pourquoi|comment) (tu dis|dis-tu) ça",
                ]
            ),
            (
                .since,
                [
                    "depuis (quand|combien de temps) (le sais-tu|tu le sais|tu sais ça|sais-tu ça|est-ce que tu le sais)",
                    "depuis (quand|combien de temps) (sais-tu|tu sais|est-ce que tu sais) (que|qu') {topic}",
                    "quand (est-ce que je te l'ai dit|te l'ai-je dit|je te l'ai dit|je t'ai dit ça|est-ce que je t'ai dit ça|l'as-tu appris|tu l'as appris)",
                    "quand (est-ce que je t'ai dit|t'ai-je dit|je t'ai dit) (que|qu') {topic}",
                ]
            ),
            (
                .knowMe,
                [
                    "(qu'est-ce que tu sais|que sais-tu|tu sais quoi|sais-tu quelque chose|que savez-vous|de quoi te souviens-tu|de quoi tu te souviens) [<sur>] (moi|nous)",
                    "(de quoi te souviens-tu|de quoi tu te souviens|qu'est-ce que tu as retenu)", "qu'est-ce que tu as retenu <sur> (moi|nous)",
                ]
            ),
            (
                .know,
                [
                    "(qu'est-ce que tu sais|que sais-tu|tu sais quoi|sais-tu quelque chose|tu sais quelque chose|qu'est-ce que vous savez|que savez-vous) <sur> {topic}",
                    "de quoi (te souviens-tu|tu te souviens) <sur> {topic}",
                    "(qu'est-ce que je t'ai dit|que t'ai-je dit|qu'est-ce que tu as retenu) <sur> {topic}",
                    "rappelle-moi ce que (tu sais|je t'ai dit) <sur> {topic}", "(parle-moi|dis-moi ce que tu sais) <sur> {topic}",
                ]
            ),
            (
                .talkedOf,
                [
                    "(qu'est-ce qu'|qu'est-ce que) (on|nous) [avait|a|avions|avons] (dit|décidé|convenu|prévu) {topic}",
                    "(on|nous) (avait|a|avions|avons) (dit|décidé|convenu|prévu) quoi {topic}", "de quoi (on a|on avait|avons-nous|a-t-on) parlé [{topic}]",
                    "(qu'est-ce que|qu'est-ce qu') (je t'ai|je t'avais|j'ai|j'avais) dit [{topic}]",
                    "(te souviens-tu|tu te souviens|tu te rappelles|te rappelles-tu) <sur> {topic}",
                    "(te souviens-tu|tu te souviens|tu te rappelles|te rappelles-tu) (ce que|quand|si|que|qu') {topic}",
                    "(quand est-ce qu'on|quand a-t-on|quand est-ce que je t'ai|quand on) [a] parlé <sur> {topic}",
                    "rappelle-moi (ce qu'on a|ce qu'on avait) (dit|décidé) {topic}",
                ]
            ),
            (
                .forgetEverything,
                ["<oublie> (tout|tout ce que tu sais|tout ce que je t'ai dit|tous mes souvenirs|tout ce que tu as retenu)", "vide ta mémoire"]
            ),
            (.forgetAll, ["<oublie> tout ce que (tu sais|je t'ai dit|vous savez|tu as retenu) <sur> {topic}", "<oublie> tout <sur> {topic}"]),
            (
                .forget,
                [
                    "<oublie> (que|qu') {topic}", "<oublie> ce que (tu sais|je t'ai dit|vous savez|tu as retenu) <sur> {topic}",
                    "(ne retiens|retiens) (pas|plus) (que|qu') {topic}",
                ]
            ),
            (
                .forgetDuring,
                [
                    "<oublie> [tout] (ce que je|ce qu'on|ce que nous) [<dire>|s'est dit|avons dit|nous sommes dit|a dit] {when}",
                    "<oublie> (tout|tous mes souvenirs|mes souvenirs) (de|d'|du|depuis) {when}", "<oublie> {when}",
                ]
            ),
            (.yes, ["(oui|ouais|ok|d'accord|vas-y|confirme|je confirme|c'est bon|bien sûr|oui vas-y|oui s'il te plaît|sûr et certain|fais-le)"]),
            (.no, ["(non|nan|surtout pas|laisse|laisse tomber|annule|non merci|pas du tout|attends non)"]),
        ],
        english: [
            (
                .forgetLast,
                [
                    "<forget> (what i just said|that|it|what i said|my last sentence|what i just told you)",
                    "(don't|do not) remember (that|it|what i just said)",
                    "<forget> everything i just said",
                ]
            ),
            (
                .stopRemembering,
                [
                    "(don't|do not) (remember|keep|record) (this conversation|any of this|what we say|anything|what follows)",
                    "stop remembering [this conversation|this]", "<forget> this conversation",
                ]
            ),
            (.startRemembering, ["(you can|you may|start) (remember|remembering) [this conversation|things] again", "remember this conversation again"]),
            (.incognito, ["[switch to|go into|enter|turn on] (incognito|private) mode", "go (incognito|private)", "off the record"]),
            (.leaveIncognito, ["(leave|quit|exit|turn off|stop|end) (incognito|private) mode", "back to normal mode"]),
            (
                .undo,
                [
                    "(actually|wait|no) (don't|do not) forget (it|that)", "(actually|wait) (keep|remember) (it|that)",
                    "undo (the forgetting|forgetting|that deletion)",
                    "(restore|bring back) (what you forgot|that memory|my memories)", "unforget (it|that)",
                ]
            ),
            (
                .rememberShared,
                ["(remember|note|memorize|keep in mind) for (everyone|everybody|the family|the whole family|all of us|the house) (that|this) {fact}"]
            ),
            (.rememberForever, ["(never forget|always remember) that {fact}"]),
            (.rememberLast, ["(remember|note|keep|memorize) (that|this|it|what i just said)"]),
            (.share, ["share (it|that|this) with (everyone|everybody|the family|all of us)"]),
            (.pin, ["(keep (it|that) forever|never forget (it|that)|pin (it|that))"]),
            (
                .promises,
                ["what (did i promise|have i promised|are my promises)", "what (do i|did i) (have to|need to) do [{when}]"]
            ),
            (.whoSaid, ["who told you [that|so]", "who did you (hear|learn) (that|it) from"]),
            (
                .why,
                [
                    "(why|how) do you know [that|this|it]", "(why|how) do you know that {topic}", "where did you (get|learn|hear) that [from]",
                    "why do you say that",
                    "how come you know [that]",
                ]
            ),
            (
                .since,
                [
                    "(since when|how long) (do you know|have you known) [that|it|this]", "(since when|how long) (do you know|have you known) that {topic}",
                    "when did (i tell you|you learn) (that|it|this)", "when did i tell you that {topic}",
                ]
            ),
            (
                .remember,
                [
                    "(remember|memorize|keep in mind|note|don't forget|do not forget) that {fact}", "(remember|memorize|keep in mind|note) this {fact}",
                    "remember (my|our|i) {rest}",
                ]
            ),
            (.knowMe, ["what do you (know|remember) about (me|us)", "what do you remember"]),
            (
                .know,
                [
                    "what do you (know|remember) (about|of) {topic}", "do you (know|remember) anything about {topic}",
                    "what (did i tell|have i told) you about {topic}", "remind me what (i told you|you know) about {topic}",
                    "tell me what you know about {topic}",
                ]
            ),
            (
                .talkedOf,
                [
                    "what did we (say|decide|agree|plan) [about|on] [{topic}]", "what (did we|have we) talk[ed] about [{topic}]",
                    "what did i (say|tell you) [{topic}]",
                    "do you remember (what|when|if|that) {topic}", "do you remember {topic}", "when did we (talk|speak) about {topic}",
                ]
            ),
            (.forgetEverything, ["<forget> (everything|everything you know|everything i told you|all my memories)", "clear your memory"]),
            (.forgetAll, ["<forget> everything [that] [(you know|i told you)] about {topic}"]),
            (.forget, ["forget that {topic}", "<forget> what (you know|i told you) about {topic}"]),
            (
                .forgetDuring,
                [
                    "<forget> (everything|all|what) (we|i) (said|told you|talked about) {when}",
                    "<forget> (everything|all [my] memories) (from|of|since) {when}",
                ]
            ),
            (.yes, ["(yes|yeah|ok|okay|sure|go ahead|do it|confirm|i confirm|please do|yes please)"]),
            (.no, ["(no|nope|don't|leave it|cancel|no thanks|never mind)"]),
        ])

    static var malformedTemplates: [String] { grammar.malformed }
}
