/// What is said in the household of the simulated month: sentences with `{s}` for whom they are about, `{v}` for a value, `{p}`, `{x}` and `{t}` for other words.
enum MonthHousehold {
    /// Something that is so of somebody, in several wordings.
    struct Attribute: Sendable {
        var relation: String
        var isSingle: Bool
        /// Whether its value may become another one.
        var changes: Bool
        var subjects: [String]
        var values: [String]
        var sayings: [String]
        /// How it is said that it is another one now; for what has several values, that it is over.
        var updates: [String]
    }

    static let people = ["Léa", "Paul", "Zoé", "Hugo", "Jeanne", "Karim", "Sophie", "Marc", "Inès", "Thomas", "Nadia", "Bruno"]

    static let attributes: [Attribute] = [
        Attribute(
            relation: "lives_in", isSingle: true, changes: true, subjects: people,
            values: ["Lyon", "Nantes", "Lille", "Toulouse", "Rennes", "Grenoble", "Bordeaux", "Dijon", "Metz", "Angers"],
            sayings: ["{s} habite à {v}", "{s} vit à {v}", "tu sais que {s} habite à {v}"],
            updates: ["{s} a déménagé à {v}", "maintenant {s} habite à {v}", "{s} habite à {v} maintenant"]),
        Attribute(
            relation: "works_at", isSingle: true, changes: true, subjects: people,
            values: ["Airbus", "Michelin", "la mairie", "la SNCF", "Decathlon", "Renault", "la bibliothèque", "Orange", "la Poste", "Carrefour"],
            sayings: ["{s} travaille chez {v}", "{s} bosse chez {v}"],
            updates: ["maintenant {s} travaille chez {v}", "{s} travaille chez {v} maintenant"]),
        Attribute(
            relation: "works_as", isSingle: true, changes: true, subjects: people,
            values: ["infirmier", "comptable", "boulanger", "architecte", "professeur", "pompier", "libraire", "mécanicien", "avocat", "jardinier"],
            sayings: ["{s} est {v}", "{s} travaille comme {v}"], updates: ["{s} est devenu {v}", "maintenant {s} est {v}"]),
        Attribute(
            relation: "birthday", isSingle: true, changes: false, subjects: people,
            values: ["le 12 mars", "le 3 avril", "le 27 juin", "le 8 septembre", "le 19 janvier", "le 30 octobre", "le 14 mai", "le 2 décembre"],
            sayings: ["l'anniversaire de {s} est {v}", "l'anniversaire de {s} c'est {v}"], updates: []),
        Attribute(
            relation: "code", isSingle: true, changes: true, subjects: ["portail", "garage", "coffre", "cadenas du vélo"],
            values: ["4512", "7788", "1904", "3021", "8650", "2277", "6143", "9035", "5518", "7462"],
            sayings: ["le code du {s} c'est {v}", "le code du {s} est {v}", "le code du {s} est le {v}"],
            updates: ["maintenant le code du {s} c'est {v}", "le nouveau code du {s} c'est {v}", "le code du {s} a changé, c'est {v}"]),
        Attribute(
            relation: "likes", isSingle: false, changes: true, subjects: people,
            values: [
                "le chocolat", "la randonnée", "le jazz", "les échecs", "le fromage", "la natation", "les bandes dessinées", "le cinéma", "les champignons",
            ],
            sayings: ["{s} adore {v}", "{s} aime beaucoup {v}"], updates: ["{s} n'aime plus {v}"]),
        Attribute(
            relation: "allergic_to", isSingle: false, changes: false, subjects: people,
            values: ["aux arachides", "au pollen", "aux fraises", "aux chats", "au lait", "aux crevettes"],
            sayings: ["{s} est allergique {v}"], updates: []),
    ]

    /// Noise, with the path that answers it and what it answers.
    static let noise: [(path: String, share: Int, said: [String], answers: [String])] = [
        (
            "skill:home", 65,
            [
                "allume la lumière du salon", "éteins la lumière", "allume la lampe de la chambre", "ferme les volets", "ouvre les volets du salon",
                "mets le chauffage à 20 degrés", "baisse le son", "monte le volume", "éteins tout", "tu peux éteindre la télé", "allume la cuisine",
                "coupe la musique", "mets de la musique", "lance l'aspirateur", "ferme le portail", "ouvre le garage", "éteins la lampe du bureau",
                "baisse la lumière du salon à 30 %", "allume le four", "tamise la lumière", "ferme le volet de la chambre de Zoé",
            ], ["C'est allumé.", "C'est fait.", "D'accord.", "C'est éteint."]
        ),
        ("skill:time", 12, ["il est quelle heure", "quelle heure est-il", "on est quel jour", "c'est quoi l'heure"], ["Il est 9 h 12.", "On est mardi."]),
        (
            "skill:weather", 13, ["quel temps fait-il", "il va pleuvoir demain ?", "c'est quoi la météo", "il fait combien dehors"],
            ["Il fait 14 degrés, avec des éclaircies.", "Non, pas de pluie demain."]
        ),
        (
            "skill:small_talk", 15, ["bonjour", "bonjour Jarvis", "merci", "merci beaucoup", "bonne nuit", "salut", "ça va ?", "super merci", "ok d'accord"],
            ["Bonjour !", "Avec plaisir.", "Bonne nuit."]
        ),
        (
            "skill:timers", 8, ["mets un minuteur de 10 minutes", "minuteur 5 minutes", "arrête le minuteur", "il reste combien de temps"],
            ["Minuteur de 10 minutes.", "Il reste 3 minutes."]
        ),
        ("skill:lists", 7, ["ajoute du lait à la liste", "mets des œufs sur la liste de courses", "qu'est-ce qu'il y a sur la liste"], ["C'est ajouté."]),
        (
            "llm:test", 15,
            [
                "oh là là", "j'ai faim", "il fait froid ici", "je suis crevé", "ah bon", "trop bien", "c'est pas grave", "ok super", "bon voilà",
                "il fait beau aujourd'hui", "mdr", "ça marche", "j'ai trop chaud", "tant pis",
            ], ["Je comprends.", "Bon courage !", "D'accord."]
        ),
        // Things said to Jarvis about the talk itself, and what a microphone makes of a room.
        (
            "llm:test", 15,
            [
                "laisse tomber", "attends deux secondes", "j'ai rien dit", "tu m'entends", "parle moins fort", "t'es là", "non pas ça", "hein quoi", "chut",
                "recommence", "répète s'il te plaît", "t'es le meilleur", "oups pardon", "c'est pas ça du tout", "à table", "je reviens", "et pis là le truc",
                "ouais mais bon", "on verra bien", "viens voir",
            ], ["D'accord.", "Je t'écoute.", "Pardon, je n'ai pas compris."]
        ),
    ]

    /// Questions about the world: worth nothing the day after.
    static let errands = [
        "c'est quoi la capitale du {x} ?", "combien d'habitants y a-t-il au {x} ?", "quelle est la monnaie du {x} ?", "où se trouve le {x} ?",
        "quel est le plus haut sommet du {x} ?",
    ]
    static let countries = ["Pérou", "Japon", "Canada", "Chili", "Kenya", "Maroc", "Népal", "Vietnam", "Mexique", "Portugal", "Danemark", "Ghana"]

    /// Questions of one's own, whose answers are worth keeping for a while.
    static let questions = [
        "qu'est-ce que je pourrais offrir à {p} pour {x} ?", "tu as une idée de cadeau pour {p} pour {x} ?",
        "qu'est-ce que je peux préparer à manger à {p} pour {x} ?",
    ]
    static let occasions = [
        "son anniversaire", "Noël", "sa crémaillère", "sa fête", "son départ", "son diplôme", "son mariage", "sa retraite", "son nouveau poste", "Pâques",
    ]
    static let advice = [
        "Pour {p}, je pense à {a}, ou à {b} si le budget pour {x} est plus large.", "{a} plairait sans doute à {p} pour {x}, sinon {b}.",
        "Pour {x}, {p} aimerait peut-être {a}, et {b} ferait un bon complément.",
    ]
    static let ideas = [
        "un coffret de thés rares", "un atelier de poterie", "un abonnement à une revue de voyage", "un livre illustré de cuisine italienne",
        "une plante grimpante", "une soirée au théâtre", "un tablier en lin", "une lampe de chevet japonaise", "un jeu de société coopératif",
        "une dégustation de fromages fermiers", "un carnet de croquis relié", "une balade en canoë sur la rivière", "un couteau de poche gravé",
        "une couverture tricotée main", "un cours de photographie argentique", "une affiche ancienne encadrée",
    ]

    /// What happened, with whom, where: each sentence is its own story.
    static let stories = [
        "{t} on est allés {x} avec {p}", "{t} j'ai croisé {p} {x}", "{t} {p} m'a appelé pour parler de {y}", "{t} {p} est passé à la maison pour {y}",
        "{t} j'ai passé deux heures sur {y} avec {p}", "{t} on a discuté de {y} avec {p} {x}", "{t} {p} a eu un souci avec {y}",
    ]
    static let moments = ["ce matin", "hier soir", "tout à l'heure", "hier", "à midi"]
    static let places = [
        "à la piscine", "au marché", "au musée", "au parc", "à la librairie", "chez le coiffeur", "au stade", "à la ferme", "au cinéma", "à la gare", "au lac",
        "à la brocante", "au théâtre", "à la déchetterie",
    ]
    static let subjects = [
        "la chaudière", "les vacances en Bretagne", "les travaux de la salle de bain", "le devis du plombier", "la fête du quartier", "la rentrée des classes",
        "la voiture", "le potager", "le déménagement", "la déclaration d'impôts", "le concert de samedi", "la toiture", "le mariage de mon cousin",
        "l'inscription au judo", "la facture d'électricité", "le vélo électrique", "la haie du jardin", "la réunion de parents",
    ]

    /// Tasks, and how it is told that they are done.
    static let tasks: [(task: String, promise: String, done: String)] = [
        ("appeler le plombier", "il faut que j'appelle le plombier", "c'est fait, j'ai appelé le plombier"),
        ("rendre les livres à la bibliothèque", "je dois rendre les livres à la bibliothèque", "j'ai rendu les livres à la bibliothèque"),
        ("payer la cantine", "je dois payer la cantine", "ça y est, j'ai payé la cantine"),
        ("réserver le train", "il faut que je réserve le train", "c'est bon, j'ai réservé le train"),
        ("envoyer le colis", "je dois envoyer le colis", "j'ai envoyé le colis"),
        ("arroser les plantes", "il faut que j'arrose les plantes", "c'est fait, j'ai arrosé les plantes"),
        ("acheter un cadeau", "je dois acheter un cadeau", "j'ai acheté un cadeau"),
        ("signer le bulletin", "il faut que je signe le bulletin", "ça y est, j'ai signé le bulletin"),
    ]

    static let fillers = ["euh {m}", "{m} hein", "au fait {m}", "bon ben {m}", "tu sais {m}"]
}
