extension Templates {
    /// Television, music, volume, announcements.
    static let frenchMedia = #"""
        {
          "language": "fr",
          "lists": {
            "volume_up": {"range": {"type": "percentage", "from": 1, "to": 100}},
            "volume_down": {"range": {"type": "percentage", "from": 1, "to": 100, "multiplier": -1}}
          },
          "expansion_rules": {
            "piste": "([la ]chanson|[le ]morceau|[la ]piste|[le ]titre|[la ]musique|[l']épisode|[la ]chaîne|[la ]vidéo)",
            "sur_appareil": "(sur|de|du|à|de la|pour) [<le>]{name}"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "(<allumer>|lance|lancer) [(la|ma|notre|le|cette)] <tele_noms> [<lieu>]"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<eteindre> [(la|ma|notre|le|cette|toutes les)] <tele_noms>[s] [<lieu>]"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassMediaPause": {"data": [
              {"sentences": [
                "(arrête|arrêter|coupe|couper|stoppe|stopper|éteins|éteindre|stop) <musique_noms> [<lieu>]",
                "(mets|met|mettre) [<musique_noms>] (en|sur) pause [<lieu>]",
                "[<musique_noms>] en pause [<lieu>]",
                "(mets|met|mettre) (en|sur) pause [<musique_noms>] [<lieu>]",
                "pause [<musique_noms>] [<lieu>]",
                "fais pause [<lieu>]",
                "(mets|met|mettre) (la|ma) <tele_noms> (en|sur) pause [<lieu>]"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(mets|met|mettre|fais) [la ]pause sur [<le>]{name}",
                "[<le>]{name} en pause"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassMediaUnpause": {"data": [
              {"sentences": [
                "(reprends|reprend|reprendre|relance|relancer|remets|remettre|continue|continuer) <musique_noms> [<lieu>]",
                "(relance|relancer|remets|remettre) [<le>]<musique_noms> <en_marche>",
                "(enlève|enlever) la pause [<lieu>]",
                "lecture",
                "play",
                "(mets|met|mettre|joue|jouer|lance|lancer) (de la|une|la|un peu de) musique [<lieu>]"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(reprends|reprendre|relance|remets) [<musique_noms>] sur [<le>]{name}",
                "(mets|met|mettre|remets|remettre|relance) [<le>]{name} en lecture"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassMediaNext": {"data": [
              {"sentences": [
                "[(mets|met|mettre|passe|passer|va|aller)] [(à|au|sur)] [<le>]<piste> suivant[e] [<lieu>]",
                "(passe|passer|va|aller) (à la|au) suivant[e] [<lieu>]",
                "(mets|met|mettre) [la|le] suivant[e] [<lieu>]",
                "(passe|passer|saute|sauter|zappe|zapper) [(cette|ce)] [<piste>] [<lieu>]",
                "(change|changer) de (chanson|morceau|musique|piste|titre) [<lieu>]",
                "suivant[e]",
                "la suivante",
                "le suivant"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaPrevious": {"data": [
              {"sentences": [
                "[(mets|met|mettre|passe|passer|remets|remettre|reviens|revenir|va)] [(à|au|sur)] [<le>]<piste> précédent[e] [<lieu>]",
                "(passe|reviens|revenir|remets|retourne) (à la|au|la|le) précédent[e] [<lieu>]",
                "précédent[e]",
                "la précédente",
                "le précédent"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaPlayerMute": {"data": [
              {"sentences": [
                "(coupe|couper|éteins|éteindre|arrête|enlève|enlever) <son_noms> [<lieu>]",
                "(mets|met|mettre) [<le>](son|volume|télé) (en sourdine|en muet|sur muet) [<lieu>]",
                "(mets|met|mettre) en (sourdine|muet) [<lieu>]",
                "sourdine [<lieu>]",
                "(mets|met|passe) en mode muet"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(coupe|couper|enlève) <son_noms> <sur_appareil>",
                "(rends|rendre) muet[te] [<le>]{name}"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassMediaPlayerUnmute": {"data": [
              {"sentences": [
                "(remets|remettre|rallume|rétablis|rétablir|réactive) <son_noms> [<lieu>]",
                "(enlève|enlever|coupe) la sourdine [<lieu>]"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(remets|remettre|rétablis|réactive) <son_noms> <sur_appareil>"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassSetVolume": {"data": [
              {"sentences": [
                "(<regler>|<hausser>|<baisser>) <son_noms> [<lieu>] (à|sur) {volume:volume_level}<signe_pour_cent>",
                "(<regler>|<hausser>|<baisser>) <son_noms> (à|sur) {volume:volume_level}<signe_pour_cent> <lieu>",
                "(<regler>|<hausser>) <son_noms> [<lieu>] ({share:volume_level}|{least:volume_level})",
                "(volume|son) [<lieu>] (à {volume:volume_level}<signe_pour_cent>|{share:volume_level}|{least:volume_level})"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "[(<regler>|<hausser>|<baisser>)] <son_noms> <sur_appareil> (à|sur) {volume:volume_level}<signe_pour_cent>",
                "[(<regler>|<hausser>)] <son_noms> <sur_appareil> ({share:volume_level}|{least:volume_level})"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassSetVolumeRelative": {"data": [
              {"sentences": [
                "<hausser> (<son_noms>|<musique_noms>|[la ]<tele_noms>) [<lieu>]",
                "plus (fort|haut) [<lieu>]",
                "(mets|met|mettre) plus (fort|haut) [<lieu>]",
                "(mets|met|mettre) [<le>](musique|son|volume|<tele_noms>|radio) plus (fort|haut) [<lieu>]",
                "plus de (son|volume) [<lieu>]"
              ], "slots": {"volume_step": "up"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "<baisser> <son_noms> [<lieu>]",
                "<baisser> (<musique_noms>|[la ]<tele_noms>) [<lieu>]",
                "moins (fort|haut) [<lieu>]",
                "(mets|met|mettre) moins (fort|haut) [<lieu>]",
                "(mets|met|mettre) [<le>](musique|son|volume|<tele_noms>|radio) moins (fort|haut) [<lieu>]",
                "moins de (son|volume|bruit) [<lieu>]"
              ], "slots": {"volume_step": "down"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "<hausser> (<son_noms>|<musique_noms>) [<lieu>] (de |d'){volume_up:volume_step}<signe_pour_cent>"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "<baisser> (<son_noms>|<musique_noms>) [<lieu>] (de |d'){volume_down:volume_step}<signe_pour_cent>"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "<hausser> [<son_noms> (de |du )][<le>]{name} de {volume_up:volume_step}<signe_pour_cent>"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "<baisser> [<son_noms> (de |du )][<le>]{name} de {volume_down:volume_step}<signe_pour_cent>"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "<hausser> {slightly:little} (<son_noms>|<musique_noms>) [<lieu>]",
                "<hausser> (<son_noms>|<musique_noms>) [<lieu>] {slightly:little}",
                "{slightly:little} plus (fort|haut) [<lieu>]",
                "(mets|met|mettre) {slightly:little} plus (fort|haut) [<lieu>]",
                "(mets|met|mettre) [<le>](musique|son|volume|<tele_noms>|radio) {slightly:little} plus (fort|haut) [<lieu>]"
              ], "slots": {"what": "volume", "direction": "up", "domain": "media_player"}},
              {"sentences": [
                "<baisser> {slightly:little} (<son_noms>|<musique_noms>) [<lieu>]",
                "<baisser> (<son_noms>|<musique_noms>) [<lieu>] {slightly:little}",
                "{slightly:little} moins (fort|haut) [<lieu>]",
                "(mets|met|mettre) {slightly:little} moins (fort|haut) [<lieu>]",
                "(mets|met|mettre) [<le>](musique|son|volume|<tele_noms>|radio) {slightly:little} moins (fort|haut) [<lieu>]"
              ], "slots": {"what": "volume", "direction": "down", "domain": "media_player"}},
              {"sentences": [
                "<hausser> {slightly:little} [<son_noms> (de |du )][<le>]{name}",
                "<hausser> [<son_noms> (de |du )][<le>]{name} {slightly:little}",
                "[{slightly:little}] plus (fort|haut) [<le>]{name}"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"what": "volume", "direction": "up"}},
              {"sentences": [
                "<baisser> {slightly:little} [<son_noms> (de |du )][<le>]{name}",
                "<baisser> [<son_noms> (de |du )][<le>]{name} {slightly:little}",
                "[{slightly:little}] moins (fort|haut) [<le>]{name}"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"what": "volume", "direction": "down"}}
            ]},
            "HassMediaSearchAndPlay": {"data": [
              {"sentences": [
                "(mets|met|mettre|joue|jouer|lance|lancer|écoute|fais-moi écouter|passe) (du|de la|de l'|des) {search_query} <lieu>",
                "(je veux|j'aimerais|je voudrais) écouter [(du|de la|de l'|des)] {search_query} <lieu>",
                "(mets|met|joue|lance) (de la musique|du son) (de|d') {search_query} <lieu>"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(mets|met|mettre|joue|jouer|lance|lancer|écoute|fais-moi écouter|passe) (du|de la|de l'|des) {search_query}",
                "(je veux|j'aimerais|je voudrais) écouter [(du|de la|de l'|des)] {search_query}",
                "(mets|met|joue|lance) (de la musique|du son) (de|d') {search_query}"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(mets|met|mettre|joue|jouer|lance|lancer|passe) [(du|de la|de l'|des|la|le|l')] {search_query} (sur|à) [<le>]{name}"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassBroadcast": {"data": [
              {"sentences": [
                "(annonce|annoncer|diffuse|diffuser) (à tout le monde|à toute la famille|à la maison|<maison_entiere>) [(que |qu')]{message}",
                "(dis|dire) à (tout le monde|toute la famille|toute la maison|tous) [(que |qu'|de |d')]{message}",
                "(préviens|prévenir|avertis|avertir) (tout le monde|toute la famille|la famille|toute la maison) [(que |qu'|de |d')]{message}",
                "(diffuse|diffuser) [le message] {message}",
                "fais une annonce [:] {message}"
              ], "metadata": {"slot_combination": "message_only"}},
              {"sentences": [
                "(annonce|annoncer|diffuse|diffuser) (dans |à |au |en )[<le>]({area}|{floor}) [(que |qu')]{message}",
                "(dis|dire) (dans |à |au )[<le>]({area}|{floor}) (que |qu'|de |d'){message}"
              ], "metadata": {"slot_combination": "area_message"}}
            ]}
          }
        }
        """#
}
