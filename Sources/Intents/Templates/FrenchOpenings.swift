extension Templates {
    /// What opens and closes: shutters, curtains, garage doors, gates; and what locks.
    static let frenchOpenings = #"""
        {
          "language": "fr",
          "lists": {
            "openings": {"values": [
              {"in": "(volet[s]|volet[s] roulant[s]|persienne[s]|jalousie[s])", "out": "shutter"},
              {"in": "(store[s]|store[s] vénitien[s])", "out": ["blind", "shade"]},
              {"in": "(store[s] banne[s]|banne[s]|auvent[s])", "out": "awning"},
              {"in": "(rideau|rideaux|voilage[s]|double[s] rideaux)", "out": "curtain"},
              {"in": "(porte[s] [(de|du)] garage[s]|garage)", "out": "garage"},
              {"in": "(portail[s]|portails|barrière[s]|portillon[s])", "out": "gate"},
              {"in": "(fenêtre[s]|velux|vasistas|lucarne[s])", "out": "window"}
            ]},
            "entrances": {"values": [
              {"in": "(porte[s]|porte[s] [(de|du)] [la ]maison)", "out": "door"},
              {"in": "(fenêtre[s]|velux|baie[s] vitrée[s])", "out": "window"},
              {"in": "porte[s] [(de|du)] garage[s]", "out": "garage"}
            ]}
          },
          "expansion_rules": {
            "ouvrir": "(ouvre|ouvrir|rouvre|rouvrir|lève|lever|relève|relever|remonte|remonter|monte|monter)",
            "fermer": "(ferme|fermer|referme|refermer|baisse|baisser|abaisse|abaisser|descends|descendre|rebaisse)",
            "stopper": "(stop|stoppe|stopper|arrête|arrêter|immobilise)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<ouvrir> [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>]",
                "<ouvrir> [<tous>] [<le>]{openings:device_class} <maison_entiere>"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(rouvre|rouvrir|lève|lever|relève|relever|remonte|remonter) [(<le>|<mon>)]{name}",
                "(mets|met|mettre) [<le>]{name} en (haut|position haute)",
                "<ouvrir> (<mon>|notre ){name}"
              ], "requires_context": {"domain": ["cover", "valve"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(ferme|fermer|verrouille|verrouiller|boucle|boucler) [(<le>|<mon>)][(verrou|serrure) (de |du |des )[<le>]]{name} [à (clé|clef)|à double tour]",
                "(ferme|fermer) à (clé|clef) [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["lock"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(verrouille|verrouiller|ferme à (clé|clef)|fermer à (clé|clef)|boucle|boucler|barre|barrer) [tout] [<lieu>]",
                "(verrouille|verrouiller|ferme à (clé|clef)|fermer à (clé|clef)|barre|barrer) (tout|<maison_entiere>)",
                "(ferme|fermer) (tout|<logis>|la porte|les portes|toutes les portes) à (clé|clef)",
                "(verrouille|verrouiller|ferme à (clé|clef)|fermer à (clé|clef)|barre|barrer) [<tous>] [<le>](serrure|serrures|porte|portes|verrou|verrous|entrée|entrées) [(<lieu>|<maison_entiere>)]",
                "(verrouille|verrouiller|ferme à (clé|clef)|fermer à (clé|clef)|boucle|barre)",
                "tout verrouiller"
              ], "slots": {"domain": "lock"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "(<fermer>|tire|tirer) [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>]",
                "<fermer> [<tous>] [<le>]{openings:device_class} <maison_entiere>"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(ferme|fermer) tout [(<lieu>|<maison_entiere>)]",
                "tout fermer [(<lieu>|<maison_entiere>)]"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(referme|refermer|abaisse|abaisser|rebaisse) [(<le>|<mon>)]{name}",
                "(mets|met|mettre) [<le>]{name} en (bas|position basse)",
                "<fermer> (<mon>|notre ){name}"
              ], "requires_context": {"domain": ["cover", "valve"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(ouvre|ouvrir|déverrouille|déverrouiller|débloque) [(<le>|<mon>)][(verrou|serrure) (de |du |des )[<le>]]{name}"
              ], "requires_context": {"domain": ["lock"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(déverrouille|déverrouiller) (tout|<maison_entiere>)",
                "(déverrouille|déverrouiller) [<tous>] [<le>](serrure|serrures|porte|portes|verrou|verrous|entrée|entrées) [(<lieu>|<maison_entiere>)]",
                "tout déverrouiller"
              ], "slots": {"domain": "lock"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassSetPosition": {"data": [
              {"sentences": [
                "(<ouvrir>|<fermer>|<regler>) [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>] (à|sur) {position}<signe_pour_cent>",
                "(<ouvrir>|<fermer>|<regler>) [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>] {share:position}",
                "(<ouvrir>|<fermer>|<regler>) (à {position}<signe_pour_cent>|{share:position}) [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>]",
                "[<le>]{openings:device_class} [<lieu>] (à {position}<signe_pour_cent>|{share:position})"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class"}},
              {"sentences": [
                "(<ouvrir>|<fermer>|<regler>) [(<le>|<mon>)]{name} (à|sur) {position}<signe_pour_cent>",
                "(<ouvrir>|<fermer>|<regler>) [(<le>|<mon>)]{name} {share:position}",
                "(<ouvrir>|<fermer>|<regler>) (à {position}<signe_pour_cent>|{share:position}) [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(entrouvre|entrouvrir|entre-ouvre|ouvre un peu|ouvrir un peu) [<tous>] [(<le>|<mon>)]{openings:device_class} [<lieu>]"
              ], "slots": {"domain": "cover", "position": 20}, "metadata": {"slot_combination": "area_device_class"}},
              {"sentences": [
                "(entrouvre|entrouvrir|entre-ouvre|ouvre un peu|ouvrir un peu) [(<le>|<mon>)]{name}"
              ], "slots": {"position": 20}, "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "(monte|monter|remonte|relève) ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>) [<tous>] [<le>]{openings:device_class} [<lieu>]",
                "(monte|monter|remonte|relève|ouvre|ouvrir) [<tous>] [<le>]{openings:device_class} [<lieu>] ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>)"
              ], "slots": {"what": "position", "direction": "up", "domain": "cover"}},
              {"sentences": [
                "(baisse|baisser|descends|abaisse|ferme|fermer) ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>) [<tous>] [<le>]{openings:device_class} [<lieu>]",
                "(baisse|baisser|descends|abaisse|ferme|fermer) [<tous>] [<le>]{openings:device_class} [<lieu>] ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>)"
              ], "slots": {"what": "position", "direction": "down", "domain": "cover"}},
              {"sentences": [
                "(monte|monter|remonte|relève) [{slightly:little}] [<le>]{name} ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>)",
                "(monte|monter|remonte|relève) {slightly:little} [<le>]{name}"
              ], "slots": {"what": "position", "direction": "up"}, "requires_context": {"domain": ["cover"]}},
              {"sentences": [
                "(baisse|baisser|descends|abaisse|ferme|fermer) [<le>]{name} ({slightly:little}|(de |d'){step_percent:amount}<signe_pour_cent>)",
                "(baisse|baisser|descends|abaisse|ferme|fermer) {slightly:little} [<le>]{name}"
              ], "slots": {"what": "position", "direction": "down"}, "requires_context": {"domain": ["cover"]}}
            ]},
            "JarvisStop": {"data": [
              {"sentences": [
                "<stopper> [<tous>] [<le>]{openings:device_class} [<lieu>]",
                "(bloque|bloquer) [<tous>] [<le>]{openings:device_class} [<lieu>]"
              ], "slots": {"domain": "cover"}},
              {"sentences": [
                "<stopper> [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["cover"]}}
            ]},
            "JarvisToggle": {"data": [
              {"sentences": [
                "(bascule|basculer|inverse|inverser) [<tous>] [<le>]{openings:device_class} [<lieu>]"
              ], "slots": {"domain": "cover"}}
            ]}
          }
        }
        """#
}
