extension Templates {
    /// What the French templates share: where, how much, and the nouns of the house. Names differ from the package's, so that none of its rules change.
    static let frenchRules = #"""
        {
          "language": "fr",
          "lists": {
            "step_percent": {"range": {"type": "percentage", "from": 1, "to": 100}},
            "step_degrees": {"range": {"from": 1, "to": 15, "fractions": "halves"}},
            "room_degrees": {"range": {"type": "temperature", "from": 5, "to": 30, "fractions": "halves"}},
            "slightly": {"values": [{"in": "([juste ]un [tout ]petit peu|[encore ][juste ]un peu|légèrement|d'un cran|doucement)", "out": true}]},
            "share": {"values": [
              {"in": "(à fond|à bloc|au max|au maximum|à pleine puissance|au plus fort)", "out": 100},
              {"in": "aux trois quarts", "out": 75},
              {"in": "(à moitié|à mi-hauteur|à mi-puissance|à la moitié|sur la moitié|de moitié)", "out": 50},
              {"in": "(au tiers|à un tiers)", "out": 33},
              {"in": "(au quart|à un quart)", "out": 25}
            ]},
            "least": {"values": [{"in": "(au minimum|au min|au plus bas|au plus faible)", "out": 1}]},
            "more_colors": {"values": [
              {"in": "turquoise", "out": "turquoise"},
              {"in": "cyan", "out": "cyan"},
              {"in": "magenta", "out": "magenta"},
              {"in": "mauve", "out": "mediumpurple"},
              {"in": "beige", "out": "beige"},
              {"in": "(doré|or)", "out": "gold"},
              {"in": "corail", "out": "coral"},
              {"in": "indigo", "out": "indigo"},
              {"in": "(bleu ciel|bleu clair)", "out": "skyblue"},
              {"in": "(bleu foncé|bleu nuit|bleu marine)", "out": "navy"},
              {"in": "vert clair", "out": "lightgreen"},
              {"in": "saumon", "out": "salmon"},
              {"in": "fuchsia", "out": "fuchsia"}
            ]},
            "white_names": {"values": [
              {"in": "([blanc ]bougie|lumière de bougie)", "out": 1900},
              {"in": "(blanc chaud|lumière chaude)", "out": 2700},
              {"in": "(blanc froid|lumière froide|blanc neutre|lumière neutre)", "out": 4000},
              {"in": "lumière du jour", "out": 6500}
            ]},
            "open_or_shut": {"values": [{"in": "(ouvert[e][s]|entrouvert[e][s])", "out": "open"}, {"in": "(fermé[e][s]|clos[e][s])", "out": "closed"}]},
            "lit_or_not": {"values": [{"in": "(allumé[e][s]|en marche|en route)", "out": "on"}, {"in": "(éteint[e][s]|coupé[e][s])", "out": "off"}]}
          },
          "expansion_rules": {
            "lieu": "[(<dans>|de|en|chez|au niveau de|côté)] [(<le>|<mon>|notre )]({area}|{floor})",
            "maison_entiere": "([(<dans>|de|en)] (partout|toute la maison|toute l'habitation|tout l'appartement|tout l'appart|la maison entière|l'ensemble de la maison|<logis>))",
            "logis": "(la maison|l'appartement|l'appart|le logement)",
            "signe_pour_cent": "[(%| %| pour cent| pourcent)]",
            "signe_degres": "[(°| °| degré[s]|°c| °c| degré[s] celsius)]",
            "regler": "(mets|met|mettre|règle|régler|ajuste|ajuster|passe|passer|change|changer|place|placer|fixe|fixer)",
            "allumer": "(allume|allumer|rallume|rallumer|mets|met|mettre)",
            "eteindre": "(éteins|éteint|éteindre|coupe|couper|arrête|arrêter)",
            "hausser": "(pousse|pousser|augmente|augmenter|monte|monter|hausse|hausser|remonte|remonter)",
            "baisser": "(baisse|baisser|diminue|diminuer|réduis|réduire|rabaisse|descends|descendre)",
            "eclairage_noms": "(lumière[s]|lampe[s]|ampoule[s]|éclairage[s]|luminaire[s]|spot[s])",
            "chauffage_noms": "([le ]chauffage|[les ]chauffages|[le ]thermostat|[les ]thermostats|[le ]radiateur|[les ]radiateurs|[la ]clim|[la ]climatisation|[le ]climatiseur|[la ]chaudière)",
            "son_noms": "(le son|le volume|son|volume)",
            "tele_noms": "(télé|télévision|tv|téléviseur)",
            "musique_noms": "([la ]musique|[la ]chanson|[le ]morceau|[le ]podcast|[le ]film|[la ]vidéo|[la ]lecture|[l']album|[la ]playlist)",
            "ventilo_noms": "(ventilateur[s]|ventilo[s]|brasseur[s] d'air)",
            "unites": "(gramme[s]|kilo[s]|kilogramme[s]|litre[s]|centilitre[s]|mètre[s]|kilomètre[s]|centimètre[s]|millimètre[s]|mile[s]|pouce[s]|pied[s]|degrés fahrenheit|degrés celsius|fahrenheit|celsius|euro[s]|dollar[s]|livre[s]|once[s]|heures|minutes|secondes|jours|semaines|octets|watts)",
            "en_marche": "(en route|en marche|en fonctionnement)"
          },
          "intents": {}
        }
        """#
}
