extension Lexicon {
    static let french = Lexicon(
        language: .french,
        verbs: Verbs(
            [
                (
                    .on,
                    "allume allumer allumez allumes rallume rallumer rallumez rallumes | active activer activez actives réactive réactiver | démarre démarrer démarrez démarres | lance lancer lancez lances | éclaire éclairer éclairez éclaires | illumine illuminer | branche brancher branchez | enclenche enclencher | déclenche déclencher | arme armer armez"
                ),
                (
                    .off,
                    "éteins éteint éteindre éteignez éteignes éteigne | coupe couper coupez coupes | arrête arrêter arrêtez arrêtes | désactive désactiver désactivez désactives | stoppe stopper stoppez stoppes | stop | débranche débrancher débranchez | désarme désarmer"
                ),
                (
                    .open,
                    "ouvre ouvrir ouvrez ouvres rouvre rouvrir rouvrez réouvre réouvrir | entrouvre entrouvrir entrouvrez | lève lever levez | relève relever"
                ),
                (.shut, "ferme fermer fermez fermes referme refermer refermez refermes | abaisse abaisser abaissez | tire tirer tirez"),
                (.lock, "verrouille verrouiller verrouillez verrouilles | barre barrer barrez | boucle boucler"),
                (.unlock, "déverrouille déverrouiller déverrouillez déverrouilles | débloque débloquer"),
                (
                    .raise,
                    "monte monter montez montes | pousse pousser poussez | remonte remonter remontez | augmente augmenter augmentez augmentes | hausse hausser | accélère accélérer accélérez | réchauffe réchauffer | rehausse"
                ),
                (
                    .lower,
                    "baisse baisser baissez baisses rebaisse rebaisser | diminue diminuer diminuez diminues | descends descendre descendez | réduis réduire réduisez | ralentis ralentir ralentissez | tamise tamiser tamisez tamises | rafraîchis rafraîchir | adoucis"
                ),
                (
                    .other,
                    "mets mettre mettez mettes met | remets remettre remettez | règle régler réglez règles | ajuste ajuster ajustez | passe passer passez passes | change changer changez changes | bascule basculer basculez | inverse inverser | place placer | positionne positionner | programme programmer programmez | joue jouer jouez | écoute écouter | reprends reprendre reprenez | relance relancer relancez | continue continuer | saute sauter | zappe zapper | bloque bloquer | nettoie nettoyer nettoyez | aspire aspirer aspirez | tonds tondre | envoie envoyer envoyez | renvoie renvoyer | ramène ramener | range ranger | ajoute ajouter ajoutez rajoute rajouter rajoutez | enlève enlever enlevez | retire retirer retirez | supprime supprimer supprimez | efface effacer effacez | vide vider videz | raye rayer | coche cocher cochez | valide valider | note noter notez | inscris inscrire | lis lire lisez | montre-moi | annonce annoncer annoncez | diffuse diffuser diffusez | dis dire dites | annule annuler annulez | rappelle rappeler rappelez | réveille réveiller réveillez | préviens prévenir prévenez | raconte raconter racontez | calcule calculer | convertis convertir | donne donner donnez | chauffe chauffer chauffez | appuie appuyer appuyez | crée créer créez | suspends suspendre | fais faire faites | prépare préparer préparez | commande commander | appelle appeler appelez | achète acheter achetez | cherche chercher cherchez | envoie | trouve trouver | explique expliquer expliquez | traduis traduire | écris écrire"
                ),
            ],
            falseFriends:
                "laisse laisser laissez montre montrer aime aimer aimes compte compter pense penser lave laver terme mots mois met porte portes parle parler rêve mange manger chante danse dors arme coule foule moule roule veste rase passé reste rester terre verre livre lire rive rêver coupé allure alarme fume hume plume monde conte honte tente pointe caisse graisse épaisse",
            language: "fr"),
        hesitations: ["euh", "heu", "hum", "hmm", "hm", "mmh", "mh", "bah", "ben", "bof", "hein", "ah", "oh", "eh", "he", "beh", "pff"],
        please: Phrases(
            "s'il te plaît|s'il vous plaît|si te plaît|s'te plaît|stp|svp|sil te plait|sil vous plait|s te plait|siteplait|s'il te plait bien|si tu peux|si vous pouvez|si possible|si tu veux bien|si tu veux|si ça ne te dérange pas|quand tu peux|quand tu veux|quand tu auras le temps|dès que tu peux"
        ),
        openings: Phrases(
            """
            auriez-vous l'amabilité de|auriez-vous l'amabilité d'|aurais-tu la gentillesse de|aurais-tu la gentillesse d'|auriez-vous la gentillesse de|auriez-vous la gentillesse d'|ça te dérangerait de|ça te dérangerait d'|ça te dérange de|ça te dérange d'|ça vous dérangerait de|ça vous dérangerait d'|ça t'ennuie de|ça t'ennuie d'|ça t'embête de|ça t'embête d'|sois gentil et|fais-moi le plaisir de|fais-moi le plaisir d'|tâche de|tâche d'|veuillez|veuille|\
            t'as qu'à|tu n'as qu'à|t'as plus qu'à|t'as juste à|faudrait|faut|faut que tu|faudrait que tu|il faut que t'|il faudrait que t'|faut que t'|faudrait que t'|je veux que t'|je voudrais que t'|j'aimerais que t'|j'veux que tu|j'voudrais que tu|j'veux|j'voudrais|on va|va falloir|il va falloir|il serait temps de|il serait temps d'|il est temps de|il est temps d'|c'est l'heure de|c'est l'heure d'|t'oublies pas de|t'oublies pas d'|n'oublie pas de|t'peux|je veux bien que tu|tu serais gentil de|tu serais gentil d'|tu seras gentil de|tu seras gentil d'|bah|ben|\
            finalement|en fait|du coup|bon finalement|tout compte fait|réflexion faite|après réflexion|sinon|et sinon|au fait|\
            jarvis|hey jarvis|hé jarvis|eh jarvis|ok jarvis|okay jarvis|dis jarvis|dis-moi jarvis|dis donc jarvis|salut jarvis|bonjour jarvis|bonsoir jarvis|coucou jarvis|écoute jarvis|\
            bonjour|bonsoir|salut|coucou|hello|hey|ok|okay|bon|alors|dis|dis donc|tiens|allez|allez hop|voilà|donc|d'accord|et bien|eh bien|oui alors|bon alors|ah oui|oh|et|puis|\
            est-ce que tu peux|est-ce que vous pouvez|est-ce que tu pourrais|est-ce que vous pourriez|est-ce que tu veux bien|est-ce qu'on peut|est-ce que je peux te demander de|est-ce que je peux te demander d'|\
            tu peux|vous pouvez|tu pourrais|vous pourriez|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|on peut|on pourrait|tu veux bien|vous voulez bien|veux-tu bien|veux-tu|voulez-vous|voulez-vous bien|\
            je veux que tu|je voudrais que tu|j'aimerais que tu|j'aimerais bien que tu|je souhaite que tu|je souhaiterais que tu|je veux que vous|je voudrais que vous|j'aimerais que vous|\
            je veux|je voudrais|j'aimerais|j'aimerais bien|je souhaite|je souhaiterais|je voudrais bien|j'ai besoin que tu|j'ai envie que tu|il faut|il faudrait|il faut que tu|il faudrait que tu|il faudrait que vous|il faut que vous|\
            merci de|merci de bien vouloir|merci d'|tu vas|vas-y|va|pense à|pensez à|n'oublie pas d'|essaie de|essaie d'|essaye de|essaye d'|maintenant|tout de suite|immédiatement|vite|rapidement|je t'en prie|\
            dis-moi si|dis-moi s'|dites-moi si|dites-moi s'|sais-tu si|tu sais si|est-ce que tu sais si|peux-tu me dire si|j'aimerais savoir si|je voudrais savoir si
            """),
        waiting: ["attends", "attendez", "attend", "patiente"], interjections: ["arrete", "attends", "attention", "stop", "non"],
        wishes: Phrases("je veux|je voudrais|je voudrais bien|j'aimerais|j'aimerais bien|je souhaite|il me faut|il faut|il faudrait|il me faudrait"),
        wished: ["degre", "degres", "°", "%", "lumiere"],
        closings: Phrases(
            "ou pas|ou non|avec|voir un peu|voir|ça suffit|ça suffira|ça ira|ça ira bien|ça sera bien|ce sera bien|ce serait bien|ce serait gentil|alors|tu veux|tu veux bien|s'il te plaît merci|jarvis|merci|merci beaucoup|merci bien|merci d'avance|merci jarvis|tout de suite|maintenant|immédiatement|vite|rapidement|d'accord|ok|okay|quoi|voilà|là maintenant|pour moi|pour nous|je te prie|je vous prie|mon ami|mon vieux|un coup|donc|bitte"
        ),
        beneficiaries: ["moi", "nous", "m", "me"],
        givers: [
            "rappelle", "réveille", "préviens", "dis", "donne", "lis", "montre", "raconte", "fais", "avertis", "lève", "calcule", "convertis", "trouve",
            "explique",
        ],
        tellMe: Phrases("dis-moi|dites-moi|dis nous|dis-nous|donne-moi"),
        interrogatives: ["quel", "quelle", "quels", "quelles", "combien", "ou", "qui", "pourquoi", "comment", "est", "ce", "qu"],
        also: Phrases(
            "complètement|totalement|entièrement|en grand|en entier|donc|vite fait|carrément|là-bas|là-dedans|maintenant|seulement|uniquement|juste|simplement|aussi|également|en plus|en même temps|au passage|aussi également"
        ),
        names: ["jarvis"],
        joints: Phrases(
            "et|et puis|et ensuite|et après|et après ça|et aussi|et également|et en même temps|puis|ensuite|après ça|ainsi que|de même que|et enfin|enfin|pour finir|et alors|mais"
        ),
        numberTails: ["demi", "demie", "quart", "trois"],
        exceptions: Phrases(
            "sauf|à part|excepté|hormis|à l'exception de|à l'exception du|à l'exception des|mais pas|sauf que pas|en dehors de|en dehors du|et pas|mais laisse|en laissant|sauf pour|sans compter"
        ),
        corrections: Phrases(
            "non|euh non|ah non|oh non|non pardon|pardon|non plutôt|plutôt|ou plutôt|enfin|enfin non|je veux dire|je voulais dire|je dis|non je veux dire|enfin je veux dire|non attends|attends non|attends|erreur|correction|oups|non désolé|désolé|non non"
        ),
        negationOpeners: ["ne", "n"],
        negations: ["pas", "plus", "jamais", "rien", "surtout", "aucun", "aucune"],
        refusals: Phrases(
            "arrête de|arrête d'|arrêtez de|arrêtez d'|évite de|évite d'|évitez de|évitez d'|sans|il ne faut pas|il ne faut surtout pas|faut pas|il ne faudrait pas|je ne veux pas que tu|je veux pas que tu|je ne voudrais pas que tu|j'aimerais pas que tu|je n'aimerais pas que tu|je ne veux pas|je veux pas|tu ne dois pas|tu ne dois surtout pas|tu dois pas|vous ne devez pas|tu ne peux pas|on ne doit pas|pas besoin de|pas besoin d'|tu n'as pas besoin de|tu n'as pas besoin d'|il n'y a pas besoin de|il n'y a pas besoin d'|pas la peine de|pas la peine d'|ce n'est pas la peine de|ce n'est pas la peine d'|c'est pas la peine de|c'est pas la peine d'|inutile de|inutile d'|interdiction de|interdiction d'|interdit de|interdit d'|il est interdit de|il est interdit d'|défense de|défense d'|je t'interdis de|je t'interdis d'|au lieu de|au lieu d'|plutôt que de|plutôt que d'|surtout pas|surtout ne|surtout n'|pas que tu|pas que vous|pas"
        ),
        untouchables: Phrases(
            "ne touche pas à|ne touche pas aux|ne touche pas au|ne touche pas|touche pas à|touche pas au|touche pas aux|touche pas|ne bouge pas"),
        leaving: ["laisse", "laissez", "laisser", "garde", "gardez"],
        states: [
            "allume", "allumee", "allumes", "allumees", "eteint", "eteinte", "eteints", "eteintes", "ouvert", "ouverte", "ouverts", "ouvertes", "ferme",
            "fermee",
            "fermes", "fermees", "tranquille", "tranquilles", "verrouille", "verrouillee", "verrouilles", "verrouillees", "marche",
        ],
        subjects: ["je", "j", "il", "elle", "on", "ils", "elles", "ca", "cela", "c", "y", "nous", "car", "parce"],
        happenings: [
            "dort", "dorment", "sonne", "sonnent", "arrive", "arrivent", "pleure", "travaille", "travaillent", "mange", "mangent", "commence", "part",
            "partent",
            "est", "sont", "ont", "fait", "va", "vont", "veut", "veulent", "attend", "fume", "brule", "coule", "tombe", "revient", "fatigue", "gene",
        ],
        reversals: [
            "non", "pas", "annule", "sauf", "laisse", "jamais", "surtout", "plaisante", "plaisantais", "rigole", "rigolais", "blague", "oublie", "attends",
            "sinon",
            "ni", "aucun", "aucune", "mais", "si", "quand", "lorsque", "interdis", "refuse", "hormis", "excepte",
        ],
        reports: [
            "dit", "disait", "disent", "dire", "dis", "crois", "croit", "croyais", "pense", "pensais", "hesite", "hesitais", "sais", "sait", "imagine",
            "suppose", "espere", "demande", "demandait", "crie", "criait", "raconte", "repond", "repondu", "chante", "ecrit", "appelle",
            "appele", "lu", "entendu", "reve",
        ],
        orderers: ["tu", "vous", "t"],
        results: [
            "allume": "allume", "allumee": "allume", "allumes": "allume", "allumees": "allume", "eteint": "éteins", "eteinte": "éteins", "eteints": "éteins",
            "eteintes": "éteins", "ouvert": "ouvre", "ouverte": "ouvre", "ouverts": "ouvre", "ouvertes": "ouvre", "ferme": "ferme", "fermee": "ferme",
            "fermes": "ferme", "fermees": "ferme", "verrouille": "verrouille", "verrouillee": "verrouille", "verrouillees": "verrouille",
        ],
        inquiries: Phrases(
            "quel|quelle|quels|quelles|combien|est-ce que|est-ce qu'|qu'est-ce que|qu'est-ce qu'|qu'est-ce qui|il fait combien|il fait quelle|il est quelle|c'est quoi|dis-moi|pourquoi|où est|qui est"
        ),
        questionOpeners: Phrases(
            "pourquoi|comment|à quoi|qui|que|qu'est-ce|est-ce que je|est-ce que j'|dois-je|faut-il|est-ce qu'il faut|est-ce bien|est-ce grave|quoi|où|quand est-ce|depuis quand|à ton avis|tu penses|penses-tu|tu crois|crois-tu|sais-tu|tu sais|connais-tu|tu connais|explique|raconte|tu aimes|aimes-tu|peut-on|a-t-on|combien"
        ),
        narrators: [
            "je", "j", "il", "elle", "on", "ils", "elles", "ca", "cela", "c", "mon", "ma", "mes", "hier", "parce", "car", "si", "quel", "quelle", "tu", "vous",
            "nous",
        ],
        definite: ["le", "la", "les", "l", "mon", "ma", "mes", "notre", "nos", "ce", "cette", "ces", "cet"],
        prepositions: ["dans", "de", "du", "des", "d", "a", "au", "aux", "en", "sur", "sous", "chez", "vers", "pour", "avec"],
        everything: Phrases("tout|toute|toutes|tous|partout|l'ensemble|la maison|la maison entière|l'appartement"),
        notEverything: Phrases("tout doucement|tout de suite|tout à l'heure|tout seul|tout le temps|pas du tout|du tout|tout à fait|toute seule|tout petit"),
        otherThings: ["tete", "tetes", "cousine", "cousines", "mere", "pere", "bras", "pied", "pieds", "doigt", "voix", "prix", "rythme", "chanvre", "porto"],
        pronouns: ["la", "le", "les", "l", "ca", "cela", "celui", "celle", "ceux", "celles", "lui", "leur"],
        same: Phrases(
            "pareil pour|pareil dans|pareil au|pareil à|pareil en|pareil|la même chose pour|la même chose dans|même chose pour|même chose dans|même chose|la même chose|idem pour|idem dans|idem|fais pareil pour|fais pareil dans|fais la même chose pour|fais la même chose dans|fais-le aussi|fais de même"
        ),
        again: Phrases("encore|encore une fois|encore un coup|encore un peu|recommence|refais|refais-le|une autre|encore une|encore un|la même|la suite"),
        another: Phrases("encore|et encore|encore de|encore d'"), partitives: ["du", "de", "des", "d", "la", "le", "les", "l", "un", "une"],
        undo: Phrases(
            "remets comme avant|comme avant|remets-le comme avant|remets-la comme avant|remets-les comme avant|annule ça|défais ça|annule ce que tu viens de faire|reviens en arrière|non remets|fais l'inverse|l'inverse|annule|annuler|annule tout"
        ),
        more: Phrases("plus|davantage|encore plus|beaucoup plus|bien plus"),
        less: Phrases("moins|encore moins|beaucoup moins|bien moins"),
        littleWords: Phrases("un peu|un petit peu|un tout petit peu|légèrement|encore un peu|d'un cran|juste un peu|un chouia|un poil"),
        adjectives: [
            "fort": "", "forte": "", "haut": "", "haute": "", "doux": "", "douce": "", "bas": "", "basse": "", "lumineux": "brightness",
            "lumineuse": "brightness",
            "clair": "brightness", "claire": "brightness", "sombre": "-brightness", "tamise": "-brightness", "tamisee": "-brightness", "chaud": "temperature",
            "chaude": "temperature", "froid": "-temperature", "frais": "-temperature", "froide": "-temperature", "vite": "speed", "rapide": "speed",
            "lentement": "-speed",
            "lent": "-speed", "ouvert": "position", "ouverts": "position", "ferme": "-position", "fermes": "-position",
        ],
        yes: Phrases(
            "oui|ouais|ouai|yes|ok|okay|d'accord|bien sûr|exactement|exact|tout à fait|c'est ça|voilà|vas-y|fais-le|confirme|je confirme|confirmé|absolument|carrément|parfait|évidemment|si|affirmatif|volontiers|mais oui|go|allez"
        ),
        no: Phrases(
            "non|nan|nope|mais non|pas du tout|surtout pas|laisse tomber|annule|annule ça|annule tout|laisse|pas maintenant|jamais|rien|négatif|oublie|oublie ça|ne fais rien|tant pis|stop|arrête|finalement non"
        ),
        both: Phrases("les deux|tous les deux|toutes les deux|tous|toutes|tout|les trois|toutes les trois|tous les trois"),
        neither: Phrases("aucun|aucune|aucun des deux|aucune des deux|ni l'un ni l'autre|ni l'une ni l'autre|rien de tout ça"),
        ordinals: [
            Phrases("la première|le premier|première|premier|la 1|le 1|numéro un|numéro 1|un|la une"),
            Phrases("la deuxième|le deuxième|deuxième|la seconde|le second|second|seconde|la 2|le 2|numéro deux|numéro 2|deux|l'autre"),
            Phrases("la troisième|le troisième|troisième|la 3|le 3|numéro trois|numéro 3|trois"),
            Phrases("la quatrième|le quatrième|quatrième|numéro quatre|la dernière|le dernier"),
        ],
        homophones: [
            "l a": "la", "l ai": "les", "m est": "mets", "d en": "dans", "d eux": "deux", "qu elle": "quelle", "et teint": "éteins", "minute heure": "minuteur",
            "dent": "dans",
        ],
        downstairs: Phrases("en bas|au rez-de-chaussée|en dessous|du bas"), upstairs: Phrases("en haut|à l'étage|au-dessus|du haut|de l'étage"),
        outside: Phrases("dehors|à l'extérieur|au dehors"), outsideNames: Phrases("dehors|extérieur|jardin|terrasse|cour|balcon"),
        rooms: [
            "salon", "sejour", "cuisine", "chambre", "bureau", "salle", "garage", "couloir", "entree", "cave", "grenier", "buanderie", "cellier", "veranda",
            "mezzanine", "dressing", "atelier", "terrasse", "balcon", "jardin", "piscine", "sous", "combles", "toilettes", "wc", "palier", "bibliotheque",
            "chaufferie", "dependance", "abri", "serre", "studio", "etage", "suite", "hall", "vestibule", "lingerie", "remise", "sauna",
        ])
}
