/// What French people say to their home, in the notation of templates; lists stand for words of the house, numbers and the like (`SpokenSentences`).
enum FrenchSentences {
    /// Before and behind an order, and between two.
    static let hails = ["jarvis", "hey jarvis", "dis jarvis", "ok jarvis", "bonjour jarvis"]
    static let courtesies = ["s'il te plaît", "merci", "maintenant", "tout de suite"]
    static let joints = ["et", "puis", "et puis", "et ensuite"]

    static let orders = [
        // On and off.
        "(allume|rallume|éteins|mets|coupe|active|désactive|arrête) {thing}",
        "(allume|rallume|éteins) {room}", "(allume|éteins) {room} (dans {duration}|pendant {duration}|à {clock})",
        "(tu peux|est-ce que tu peux|peux-tu) (allumer|éteindre) {room}",
        "(tu peux|est-ce que tu peux|peux-tu) (allumer|éteindre) {thing}",
        "(allume|éteins) (la lumière|les lumières|la lampe|toutes les lumières|tout) [{in_room}]",
        "(allume|éteins) (la lumière|les lumières) {of_room}",
        "(allume|éteins) (tout|partout|toutes les lumières)",
        "(éteins|allume) tout sauf {thing}",
        "(allume|éteins) {thing} (dans {duration}|pendant {duration}|à {clock})",
        // Light.
        "(mets|règle|monte|baisse) {light} à {percent} [pour cent]", "(mets|règle) (la lumière|les lumières) [{of_room}] à {percent} [pour cent]",
        "(mets|passe) {light} en {color}", "(mets|passe) (la lumière|les lumières) [{of_room}] en {color}", "(tamise|baisse) (la lumière|les lumières|{light})",
        "[un peu] (plus|moins) de lumière [{in_room}]", "augmente la luminosité [{of_room}]", "baisse la luminosité [{of_room}]",
        // Shutters, doors, locks.
        "(ouvre|ferme|monte|baisse|stoppe|arrête) {cover}", "(ouvre|ferme|mets) {cover} à {percent} [pour cent]", "(ouvre|ferme) {cover} à moitié",
        "(ouvre|ferme|monte|baisse) (les volets|tous les volets|les stores|les rideaux) [({in_room}|{of_room})]", "(verrouille|déverrouille) {lock}",
        // Heating.
        "(mets|règle|monte|baisse) (le chauffage|la température|le thermostat|{climate}) [{in_room}] (à|sur) {degrees} [degrés]",
        "(monte|baisse|augmente|diminue) (le chauffage|la température|{climate}) [{in_room}] [de {few} degrés]", "(allume|éteins|coupe) (le chauffage|la clim)",
        // Sound and pictures.
        "(mets|lance|joue|arrête|coupe) la musique [{in_room}]", "(coupe|remets) le son",
        "(monte|baisse|augmente|diminue) le (son|volume) [{of_thing}]", "mets le (son|volume) à {percent} [pour cent]",
        "(chanson|morceau|piste) (suivante|précédente|suivant|précédent)", "(mets|lance|allume) {player}",
        // Helpers, scenes, alarm.
        "(lance|démarre|arrête) {vacuum}", "{vacuum} retourne à sa base", "passe l'aspirateur [{in_room}]", "(lance|active|mets) {scene}",
        "(active|désactive) l'alarme", "(mets|règle) {fan} à {percent} [pour cent]",
        // Questions about the house.
        "(est-ce que|dis-moi si) {thing} est (allumé|allumée|éteint|éteinte)", "(est-ce que|dis-moi si) {cover} est (ouvert|ouverte|fermé|fermée)",
        "quelles lumières sont allumées", "(quels volets sont|quelles fenêtres sont) (ouverts|ouvertes)",
        "est-ce que {lock} est (verrouillé|verrouillée|fermée)",
        "(quelle est la température|quelle température fait-il|il fait combien|combien fait-il) [({in_room}|dehors)]", "quelle est l'humidité [{in_room}]",
        "où est {person}", "est-ce que {person} est à la maison", "pourquoi {thing} (s'est allumé|s'est allumée|s'est éteint|s'est éteinte)",
        // Time, weather, sums.
        "quelle heure est-il", "il est quelle heure", "donne-moi l'heure", "(quel jour on est|on est quel jour|quelle est la date)",
        "(quel temps fait-il|quelle est la météo|donne-moi la météo)", "(quel temps fera-t-il|quelle météo) {day}",
        "est-ce qu'il va (pleuvoir|neiger|faire beau) [{day}]", "(combien font|calcule) {few} (plus|fois|moins) {few}",
        // Timers.
        "(mets|lance|démarre|règle) un (minuteur|timer) de {duration}", "(minuteur|timer) {duration}", "(mets|lance) un minuteur de {duration} pour {dish}",
        "(combien de temps reste-t-il|il reste combien de temps) [sur le minuteur]", "(annule|arrête|supprime|mets en pause|reprends) le minuteur",
        "(ajoute|enlève) {duration} au minuteur",
        // Reminders and alarms.
        "rappelle-moi (de|d') {task} {when}", "rappelle-moi {when} (de|d') {task}", "réveille-moi [{day}] à {clock}",
        "mets (un réveil|une alarme) [{day}] à {clock}",
        "(quels sont|lis) mes rappels", "annule (le réveil|mes rappels|mon rappel)",
        // Lists.
        "(ajoute|mets|rajoute) {item} (à|sur) la liste de courses", "(ajoute|mets) {item} et {item} (à|sur) la liste de courses",
        "(ajoute|mets) {item} à {list}",
        "(enlève|retire|supprime) {item} de la liste de courses", "(lis|vide|lis-moi) (la liste de courses|{list})",
        "(qu'est-ce qu'il y a|y a quoi) sur la liste de courses",
        // Announcements.
        "annonce que (le dîner est prêt|on part|le repas est prêt)",
        // Rules of the house.
        "(quand|dès que) (je pars|je rentre|tout le monde est parti) (éteins tout|allume la lumière|ferme les volets)",
        "(quelles sont|liste) mes automatisations",
    ]

    /// What stands by itself: short words would be heard everywhere if they could stand beside orders.
    static let answers = [
        "{scene}",
        "(plus fort|moins fort|un peu plus fort|un peu moins fort)",
        "(pause|lecture|mets en pause|reprends)",
        "(à table|bonne nuit|bonjour|bonsoir|merci|au revoir|ça va)",
        "(oui|non|oui merci|non merci|d'accord|ok|vas-y|bien sûr|pas maintenant)", "(stop|arrête|tais-toi|silence|chut|ça suffit|attends)",
        "(annule|annule ça|laisse tomber|non laisse)", "(la première|la deuxième|la troisième|les deux|toutes|tous|partout)",
        "et (aussi|dans) {room}", "(rallume|éteins-la|éteins-le|ferme-le|ouvre-le|allume-la)", "(aide-moi|qu'est-ce que tu sais faire|répète|tu m'entends)",
        "raconte-moi une (blague|histoire)",
    ]

    static let lists: [String: [String]] = [
        "color": ["rouge", "bleu", "vert", "jaune", "orange", "violet", "rose", "blanc", "blanc chaud", "blanc froid"],
        "day": [
            "aujourd'hui", "demain", "après-demain", "ce soir", "demain matin", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
            "ce week-end",
        ],
        "when": ["{day}", "{day} à {clock}", "dans {duration}", "à {clock}"],
        "clock": ["{hour} heures", "{hour} heures {minute}", "{hour} heures et demie", "midi", "minuit", "une heure"],
        "minute": ["cinq", "dix", "et quart", "vingt", "trente", "quarante", "quarante-cinq", "cinquante"],
        "duration": [
            "{number} minutes", "une minute", "une heure", "{few} heures", "une demi-heure", "un quart d'heure", "{number} secondes", "une heure et demie",
        ],
        "dish": ["les pâtes", "le riz", "les œufs", "le four", "le gâteau", "la pizza", "le thé", "la machine"],
        "task": [
            "appeler le médecin", "appeler maman", "appeler papa", "appeler {person}", "sortir les poubelles", "prendre mes médicaments", "acheter du pain",
            "arroser les plantes",
            "étendre le linge", "nourrir le chat", "partir", "payer le loyer", "aller chercher les enfants", "envoyer le colis", "faire les devoirs",
        ],
        "item": [
            "du lait", "du pain", "des œufs", "du beurre", "du café", "du thé", "du sucre", "de la farine", "du sel", "des pâtes", "du riz", "de l'eau",
            "du vin",
            "du fromage", "des yaourts", "du jambon", "du poulet", "des tomates", "des pommes", "des bananes", "des carottes", "des oignons", "de la salade",
            "du chocolat", "du savon", "du papier toilette", "de la lessive", "des piles", "de l'huile", "des pommes de terre", "de la crème",
            "du jus d'orange",
        ],
    ]
}
