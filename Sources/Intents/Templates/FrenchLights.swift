extension Templates {
    /// Lights: on, off, how bright, which colour.
    static let frenchLights = #"""
        {
          "language": "fr",
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<allumer> (tout|toutes|tous) [<lieu>]",
                "<allumer> [tout] <maison_entiere>",
                "tout allumer [<lieu>]",
                "<allumer> [<tous>] [(<le>|<mon>|de la |du )]<eclairage_noms> [<lieu>]",
                "<allumer> [<tous>] [<le>]<eclairage_noms> <maison_entiere>",
                "(fais|faire|mets|met|mettre) de la lumière [<lieu>]"
              ], "slots": {"domain": "light"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(mets|met|mettre|rallume|rallumer|branche|brancher|lance|lancer) [(<le>|<mon>)]{name} [<en_marche>]",
                "(mets|met|mettre|rallume|rallumer) [(<le>|<mon>)]{name} <lieu>",
                "(démarre|démarrer|allume|allumer|active|activer) [(<le>|<mon>)]{name} <en_marche>",
                "(mets|met|mettre) <en_marche> [(<le>|<mon>)]{name}",
                "(fais|faire) (chauffer|marcher|tourner|démarrer|fonctionner|couler|partir) [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "climate"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "<allumer> [<tous>] [<le>](prise|prises|interrupteur|interrupteurs) [<lieu>]"
              ], "slots": {"domain": "switch"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<eteindre> [absolument] (tout|toutes|tous) [<lieu>]",
                "<eteindre> [absolument] tout [ce qui est allumé] [(<lieu>|<maison_entiere>)]",
                "<eteindre> <maison_entiere>",
                "<eteindre> tous les appareils [(<lieu>|<maison_entiere>)]",
                "tout éteindre [(<lieu>|<maison_entiere>)]"
              ], "slots": {"domain": ["light", "switch", "fan", "media_player"]}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<eteindre> [<tous>] [(<le>|<mon>|de la |du )]<eclairage_noms> [<lieu>]",
                "<eteindre> [<tous>] [<le>]<eclairage_noms> <maison_entiere>",
                "plus de lumière (du tout|nulle part)",
                "([il ]y a plus|[il ]n'y a plus|plus) besoin de (lumière|la lumière|lumières) [<lieu>]"
              ], "slots": {"domain": "light"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(débranche|débrancher|désactive|désactiver) [(<le>|<mon>)]{name}",
                "<eteindre> (<mon>|notre ){name}"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "climate"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "<eteindre> [<tous>] [<le>](prise|prises|interrupteur|interrupteurs) [<lieu>]"
              ], "slots": {"domain": "switch"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassLightSet": {"data": [
              {"sentences": [
                "(<regler>|<allumer>|<hausser>|<baisser>) [<tous>] [<le>]<eclairage_noms> [<lieu>] (à|sur) {brightness}<signe_pour_cent>",
                "(<regler>|<allumer>|<hausser>|<baisser>) [la] luminosité [<lieu>] (à|sur) {brightness}<signe_pour_cent>",
                "(<regler>|<allumer>|<hausser>|<baisser>) [<tous>] [<le>]<eclairage_noms> (à|sur) {brightness}<signe_pour_cent> <lieu>",
                "(<regler>|<allumer>|<hausser>|<baisser>) [<tous>] [<le>]<eclairage_noms> [<lieu>] ({share:brightness}|{least:brightness})",
                "(<regler>|<allumer>|<hausser>|<baisser>) [la] luminosité [<lieu>] ({share:brightness}|{least:brightness})",
                "(<allumer>|<baisser>|<hausser>) <lieu> ({share:brightness}|{least:brightness})",
                "[<le>]<eclairage_noms> [<lieu>] ({share:brightness}|{least:brightness})",
                "[<le>]<eclairage_noms> [<lieu>] à {brightness}<signe_pour_cent>"
              ], "slots": {"domain": "light"}, "response": "brightness", "metadata": {"slot_combination": "area_brightness"}},
              {"sentences": [
                "(<regler>|<allumer>|<hausser>|<baisser>) [la luminosité (de |du |des )][<le>]{name} (à|sur) {brightness}<signe_pour_cent>",
                "(<regler>|<allumer>|<hausser>|<baisser>) [la luminosité (de |du |des )][<le>]{name} ({share:brightness}|{least:brightness})"
              ], "requires_context": {"domain": ["light"]}, "response": "brightness", "metadata": {"slot_combination": "name_brightness"}},
              {"sentences": [
                "(tamise|tamiser|adoucis|adoucir) [un peu] [<tous>] [<le>]<eclairage_noms> [<lieu>]",
                "(tamise|tamiser) <lieu>",
                "(tamise|tamiser) l'éclairage [<lieu>]",
                "(mets|fais|faire|mettre) une (lumière|ambiance) (tamisée|douce) [<lieu>]",
                "(allume|allumer|éclaire|éclairer) (doucement|faiblement) [<lieu>]",
                "(allume|allumer) (doucement|faiblement) [<le>]<eclairage_noms> [<lieu>]",
                "(allume|allumer) [<le>]<eclairage_noms> [<lieu>] (doucement|faiblement)",
                "lumière (tamisée|douce) [<lieu>]"
              ], "slots": {"domain": "light", "brightness": 30}, "response": "brightness", "metadata": {"slot_combination": "area_brightness"}},
              {"sentences": [
                "(tamise|tamiser|adoucis|adoucir) [un peu] [<le>]{name}",
                "(allume|allumer) (doucement|faiblement) [<le>]{name}"
              ], "requires_context": {"domain": ["light"]}, "slots": {"brightness": 30}, "response": "brightness", "metadata": {"slot_combination": "name_brightness"}},
              {"sentences": [
                "(<regler>|<allumer>) [<tous>] [<le>]<eclairage_noms> [<lieu>] (en|sur|de couleur|couleur) ({color}|{more_colors:color})",
                "(<regler>|<allumer>) <lieu> (en|sur|de couleur|couleur) ({color}|{more_colors:color})",
                "(<regler>|<allumer>) [<tous>] [<le>]<eclairage_noms> (en|de couleur) ({color}|{more_colors:color}) <lieu>",
                "<regler> la couleur [(de|des|du)] [<le>]<eclairage_noms> [<lieu>] (en|sur|à) ({color}|{more_colors:color})",
                "(mets|met|mettre) (du|de la lumière|une lumière) ({color}|{more_colors:color}) [<lieu>]",
                "[<le>]<eclairage_noms> [<lieu>] en ({color}|{more_colors:color})"
              ], "slots": {"domain": "light"}, "response": "color", "metadata": {"slot_combination": "area_color"}},
              {"sentences": [
                "(<regler>|<allumer>|fais passer) [<le>]{name} (en|sur|au|à|de couleur|couleur) ({color}|{more_colors:color})"
              ], "requires_context": {"domain": ["light"]}, "response": "color", "metadata": {"slot_combination": "name_color"}},
              {"sentences": [
                "(<regler>|<allumer>) [<tous>] [<le>]<eclairage_noms> [<lieu>] (en|à|sur) {white_names:temperature}",
                "(<regler>|<allumer>) <lieu> en {white_names:temperature}",
                "(mets|met|mettre) (une|de la) {white_names:temperature} [<lieu>]",
                "(<regler>|<allumer>) [<tous>] [<le>]<eclairage_noms> [<lieu>] (en|à|sur) {color_temperature:temperature}[ ](k|kelvin[s])"
              ], "slots": {"domain": "light"}, "response": "temperature", "metadata": {"slot_combination": "area_temperature"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "<hausser> [{slightly:little}] [<tous>] [la] luminosité [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "<hausser> [{slightly:little}] [<tous>] [<le>]<eclairage_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[{slightly:little}] plus de (lumière|luminosité) [<lieu>]",
                "(mets|met|mettre|fais) [{slightly:little}] plus de (lumière|luminosité) [<lieu>]",
                "[{slightly:little}] plus (lumineux|clair) [<lieu>]",
                "(éclaire|éclairer) [{slightly:little}] (plus|davantage|plus fort|mieux) [<lieu>]",
                "(mets|met|mettre) [<le>]<eclairage_noms> [<lieu>] [{slightly:little}] plus (fort|forte|lumineuse|claire)",
                "[{slightly:little}] plus (fort|forte) [<le>]<eclairage_noms> [<lieu>]",
                "[<le>]<eclairage_noms> [<lieu>] [{slightly:little}] plus (fort|forte)"
              ], "slots": {"what": "brightness", "direction": "up", "domain": "light"}},
              {"sentences": [
                "<baisser> [{slightly:little}] [<tous>] [la] luminosité [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "<baisser> [{slightly:little}] [<tous>] [<le>]<eclairage_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[{slightly:little}] moins de (lumière|luminosité) [<lieu>]",
                "(mets|met|mettre|fais) [{slightly:little}] moins de (lumière|luminosité) [<lieu>]",
                "[{slightly:little}] (moins (lumineux|clair)|plus sombre) [<lieu>]",
                "(éclaire|éclairer) [{slightly:little}] moins [fort] [<lieu>]",
                "(mets|met|mettre) [<le>]<eclairage_noms> [<lieu>] [{slightly:little}] (moins (fort|forte|lumineuse|claire)|plus douce|plus faible)",
                "[{slightly:little}] moins (fort|forte) [<le>]<eclairage_noms> [<lieu>]",
                "[<le>]<eclairage_noms> [<lieu>] [{slightly:little}] moins (fort|forte)"
              ], "slots": {"what": "brightness", "direction": "down", "domain": "light"}},
              {"sentences": [
                "<hausser> [{slightly:little}] [la luminosité (de |du |des )][<le>]{name} [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[{slightly:little}] plus (fort|forte) [<le>]{name}"
              ], "requires_context": {"domain": ["light"]}, "slots": {"what": "brightness", "direction": "up"}},
              {"sentences": [
                "<baisser> [{slightly:little}] [la luminosité (de |du |des )][<le>]{name} [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[{slightly:little}] moins (fort|forte) [<le>]{name}"
              ], "requires_context": {"domain": ["light"]}, "slots": {"what": "brightness", "direction": "down"}},
              {"sentences": [
                "(mets|met|mettre|rends) [<le>]<eclairage_noms> [<lieu>] [{slightly:little}] plus (chaude|chaudes)",
                "[une] (lumière|lumières) [{slightly:little}] plus chaude[s] [<lieu>]"
              ], "slots": {"what": "color_temperature", "direction": "down", "domain": "light"}},
              {"sentences": [
                "(mets|met|mettre|rends) [<le>]<eclairage_noms> [<lieu>] [{slightly:little}] plus (froide|froides|blanche|blanches)",
                "[une] (lumière|lumières) [{slightly:little}] plus froide[s] [<lieu>]"
              ], "slots": {"what": "color_temperature", "direction": "up", "domain": "light"}}
            ]},
            "JarvisToggle": {"data": [
              {"sentences": [
                "(bascule|basculer|inverse|inverser) [<tous>] [<le>]<eclairage_noms> [<lieu>]",
                "(bascule|basculer|inverse|inverser) <lieu>"
              ], "slots": {"domain": "light"}},
              {"sentences": [
                "(bascule|basculer|inverse|inverser) [(<le>|<mon>)]{name} [<lieu>]"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "cover", "climate"]}}
            ]}
          }
        }
        """#
}
