extension Templates {
    /// What is on, open, warm, locked; why; the weather, the time and the date.
    static let frenchQuestions = #"""
        {
          "language": "fr",
          "lists": {
            "armed_or_not": {"values": [
              {"in": "(activée|armée|allumée|en marche|enclenchée|mise)", "out": "armed"}, {"in": "(désactivée|désarmée|éteinte|coupée)", "out": "disarmed"}
            ]}
          },
          "expansion_rules": {
            "est_ou_sont": "(est|sont|est resté[e]|sont resté[e]s|est encore|sont encore|est toujours|sont toujours|sont-elles|sont-ils|est-elle|est-il)",
            "reste_t_il": "([est-ce qu']il (reste|y a)|reste-t-il|y a-t-il|il y a|y a|y a t il)",
            "quelle_est": "(quelle est|c'est quoi|quel est|dis-moi|donne-moi|dis moi|donne moi|combien est)",
            "s_est_mis": "(s'est [mis[e][s] à ]|se sont |est |sont |s'est |s' )"
          },
          "intents": {
            "HassClimateGetTemperature": {"data": [
              {"sentences": [
                "(combien [il] fait[-il]|il fait combien|quelle température (fait-il|il fait|est-ce qu'il fait|a-t-on|y a-t-il)|il fait quelle température|combien de degrés (fait-il|il fait|y a-t-il|il y a)) (dehors|à l'extérieur)",
                "[(<quelle_est> )][la ]température (dehors|extérieure|à l'extérieur|du dehors)"
              ], "slots": {"outside": true}, "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "il fait quelle température [<lieu>]",
                "quelle température (fait-il|il fait|est-ce qu'il fait|on a|a-t-on|y a-t-il) [<lieu>]",
                "quelle température <lieu>",
                "<quelle_est> la température [(qu'il fait|actuelle|ambiante|intérieure)] [<lieu>]",
                "température [<lieu>]",
                "[il fait] combien de degrés [<lieu>]",
                "combien de degrés (fait-il|il fait|il y a|y a-t-il|on a) [<lieu>]",
                "combien [il] fait[-il] [<lieu>]",
                "il fait combien [<lieu>]",
                "on est à combien [de degrés] [<lieu>]",
                "[est-ce qu']il fait (chaud|froid|bon) <lieu>",
                "(à combien|sur combien) est [réglé] <chauffage_noms> [<lieu>]",
                "<chauffage_noms> [<lieu>] est [réglé] (à|sur) combien"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(il fait quelle température|quelle température fait-il) (d'après|selon|sur) [<le>]{name}",
                "<quelle_est> la température (indiquée par|de|du|sur) [<le>]{name}",
                "(à combien|sur combien) est [réglé[e]] [<le>]{name}",
                "[<le>]{name} est [réglé[e]] (à|sur) combien"
              ], "requires_context": {"domain": ["climate"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassGetState": {"data": [
              {"sentences": [
                "([est-ce qu']il y a|y a-t-il|il y a|y a|as-tu vu|est-ce qu'on détecte|détecte-t-on) [encore] (du|un|des) mouvement[s] [<lieu>]",
                "[est-ce que] (ça|quelque chose|quelqu'un) (bouge|bouge-t-il) [<lieu>]"
              ], "slots": {"domain": "binary_sensor", "device_class": ["motion", "occupancy"], "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(<reste_t_il>|as-tu détecté|est-ce que tu détectes) (une|des) fuite[s] [d'eau] [<lieu>]",
                "[est-ce que] ça fuit [<lieu>]"
              ], "slots": {"domain": "binary_sensor", "device_class": "moisture", "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(<reste_t_il>|as-tu détecté) (de la|une) fumée [<lieu>]"
              ], "slots": {"domain": "binary_sensor", "device_class": "smoke", "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(<reste_t_il>|as-tu détecté) (une fuite de gaz|du gaz|du monoxyde) [<lieu>]"
              ], "slots": {"domain": "binary_sensor", "device_class": ["gas", "carbon_monoxide"], "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<alarme_noms> (est|est-elle) [bien] {armed_or_not:state}",
                "(est-ce que|ai-je|j'ai|on a) [bien] {armed_or_not:state} <alarme_noms>",
                "(où en est|dans quel état est|quel est l'état de) <alarme_noms>"
              ], "slots": {"domain": "alarm_control_panel"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "<quel> (appareil[s]|capteur[s]|pile[s]|batterie[s]|objet[s]|détecteur[s]) (a|ont|est|sont) [(la|une|les|des)] [(pile[s]|batterie[s])] (faible[s]|vide[s]|à plat|à changer|presque vide[s])",
                "<reste_t_il> des (piles|batteries|appareils) (faibles|vides|à plat|à changer)",
                "<quel> (pile[s]|batterie[s]) (faut-il|il faut|dois-je|je dois) changer",
                "(comment vont|où en sont|état de|état des|donne-moi l'état des) (les|mes|toutes les) (piles|batteries)"
              ], "slots": {"domain": "sensor", "device_class": "battery"}, "response": "low", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "<quelle_est> [l']humidité [<lieu>]",
                "<quelle_est> le (taux|pourcentage) d'humidité [<lieu>]",
                "combien d'humidité [il y a] [<lieu>]",
                "humidité [<lieu>]"
              ], "slots": {"domain": "sensor", "device_class": "humidity"}, "response": "one", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "(quel est|donne-moi|dis-moi) le (taux|niveau) de CO2 [<lieu>]"
              ], "slots": {"domain": "sensor", "device_class": "carbon_dioxide"}, "response": "one", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "(on consomme combien|combien on consomme|combien consomme-t-on|combien consomme <logis>|<logis> consomme combien) [(d'électricité|de courant|d'énergie|de watts)] [(en ce moment|là|actuellement)]",
                "(quelle est|c'est quoi|donne-moi) (la|notre) consommation [(électrique|d'électricité|de courant|actuelle)] [(en ce moment|actuelle)]"
              ], "slots": {"domain": "sensor", "device_class": "power"}, "response": "one", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "<robot_noms> (nettoie|aspire|tourne|travaille|est en train de nettoyer|est en train d'aspirer|est en route) [encore]"
              ], "slots": {"domain": "vacuum", "state": "cleaning"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "(j'ai|ai-je|on a|a-t-on|est-ce que j'ai|est-ce qu'on a) (laissé|oublié) [<le>]{entrances:device_class} [<lieu>] {open_or_shut:state}"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(j'ai|ai-je|on a|a-t-on|est-ce que j'ai|est-ce qu'on a) (laissé|oublié) [<le>]{name} {lit_or_not:state}",
                "(elle est|il est|elles sont|ils sont) {lit_or_not:state} [<le>]{name}",
                "[<le>]{name} (tourne|marche|fonctionne|chauffe) [(encore|toujours)]"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "climate", "humidifier", "water_heater", "input_boolean"]}, "slots": {"state": "on"}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "(elle est|il est|elles sont|ils sont) {lit_or_not:state} [<le>]<eclairage_noms> [<lieu>]",
                "(j'ai|ai-je|on a|a-t-on|est-ce que j'ai|est-ce qu'on a) (laissé|oublié) [<le>]<eclairage_noms> [<lieu>] {lit_or_not:state}"
              ], "slots": {"domain": "light"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "[<le>]<eclairage_noms> [<lieu>] <est_ou_sont> {lit_or_not:state}",
                "[<le>]<eclairage_noms> <est_ou_sont> {lit_or_not:state} [<lieu>]"
              ], "slots": {"domain": "light"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "<reste_t_il> [encore] (des|une|de la|quelques) <eclairage_noms> {lit_or_not:state} [<lieu>]",
                "<reste_t_il> [encore] (des|une|de la|quelques) <eclairage_noms> [<lieu>] {lit_or_not:state}",
                "(quelque chose est|il y a quelque chose d'|on a laissé quelque chose d'|ai-je laissé quelque chose d'|j'ai laissé quelque chose d'){lit_or_not:state} [<lieu>]",
                "(j'ai|ai-je|on a) (oublié|laissé) (une|des) <eclairage_noms> {lit_or_not:state} [<lieu>]"
              ], "slots": {"domain": "light"}, "response": "any", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "tout est [bien] {lit_or_not:state} [<lieu>]",
                "toutes les <eclairage_noms> sont [bien] {lit_or_not:state} [<lieu>]"
              ], "slots": {"domain": "light"}, "response": "all", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(quelles|quels) <eclairage_noms> [(sont|sont restées|restent|est-ce qui sont)] {lit_or_not:state} [<lieu>]",
                "(qu'est-ce qui est|qu'est-ce qui est resté|c'est quoi qui est|qu'y a-t-il d'|il y a quoi d'){lit_or_not:state} [<lieu>]",
                "quelle <eclairage_noms> est {lit_or_not:state} [<lieu>]",
                "(qu'est-ce qui est|qu'est-ce qu'il y a d') {lit_or_not:state} comme <eclairage_noms> [<lieu>]",
                "où est-ce (que c'est|qu'il y a de la lumière) [{lit_or_not:state}]"
              ], "slots": {"domain": "light"}, "response": "which", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "combien [y a-t-il|il y a|reste-t-il] (de|d')<eclairage_noms> [(sont|restent)] {lit_or_not:state} [<lieu>]",
                "combien (de |d')<eclairage_noms> (sont|restent) {lit_or_not:state} [<lieu>]"
              ], "slots": {"domain": "light"}, "response": "how_many", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "[<le>]{openings:device_class} [<lieu>] <est_ou_sont> [bien] {open_or_shut:state}",
                "[<le>]{openings:device_class} <est_ou_sont> [bien] {open_or_shut:state} <lieu>"
              ], "slots": {"domain": "cover"}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<tous> les {openings:device_class} [<lieu>] sont [bien] {open_or_shut:state}"
              ], "slots": {"domain": "cover"}, "response": "all", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<quel> {openings:device_class} [(sont|est|restent)] {open_or_shut:state} [<lieu>]"
              ], "slots": {"domain": "cover"}, "response": "which", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<reste_t_il> [encore] (des|une|un) {openings:device_class} {open_or_shut:state} [<lieu>]"
              ], "slots": {"domain": "cover"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "[<le>]{entrances:device_class} [<lieu>] <est_ou_sont> [bien] {open_or_shut:state}"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<reste_t_il> [encore] (des|une) {entrances:device_class} {open_or_shut:state} [<lieu>]",
                "(une|des) {entrances:device_class} (est|sont) [(restée|restées)] {open_or_shut:state} [<lieu>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(quelles|quelle) {entrances:device_class} (est|sont|est restée|sont restées) {open_or_shut:state} [<lieu>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "which", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "combien (de |d'){entrances:device_class} sont {open_or_shut:state} [<lieu>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "how_many", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(tout est|<logis> est|les portes sont|la porte est|c'est) [bien] {lock_states:state}",
                "est-ce [bien] {lock_states:state}"
              ], "slots": {"domain": "lock"}, "response": "all", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "[<le>]<chauffage_noms> [<lieu>] <est_ou_sont> {lit_or_not:state}",
                "<chauffage_noms> [<lieu>] (marche|fonctionne|tourne|chauffe)"
              ], "slots": {"domain": "climate"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "[la] <tele_noms> [<lieu>] est {lit_or_not:state}"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "[<le>]{name} [<lieu>] <est_ou_sont> [bien] {lit_or_not:state}",
                "<reste_t_il> [<le>]{name} {lit_or_not:state}"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "climate", "humidifier", "water_heater", "input_boolean"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "[<le>]{name} <est_ou_sont> bien {cover_states:state}",
                "[<le>]{name} <est_ou_sont> {open_or_shut:state}"
              ], "requires_context": {"domain": ["cover", "valve"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "[<le>]{name} <est_ou_sont> bien {lock_states:state}",
                "(quelqu'un a|on a|ai-je|j'ai) [bien] {lock_states:state} [<le>]{name}"
              ], "requires_context": {"domain": ["lock"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "(où en est|dans quel état est|quel est l'état (de |du )|état (de |du )|comment est) [<le>]{name}"
              ], "requires_context": {"domain": ["sensor", "binary_sensor", "light", "switch", "fan", "cover", "lock", "valve", "climate", "media_player", "vacuum", "alarm_control_panel", "lawn_mower", "humidifier", "water_heater"]}, "response": "one", "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(combien|que) (indique|affiche|mesure|dit) [<le>]{name}",
                "<quelle_est> [(la valeur|le niveau|le taux|le pourcentage) (de |du )][<le>]{name}"
              ], "requires_context": {"domain": ["sensor"]}, "response": "one", "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisExplain": {"data": [
              {"sentences": [
                "pourquoi [est-ce que] [<le>]<eclairage_noms> [<lieu>] (<s_est_mis>)(allumé[e][s]|éteint[e][s]|allumer|allume)",
                "pourquoi [est-ce que] [<le>]<eclairage_noms> [<lieu>] (s'allume|s'éteint|s'allument|s'éteignent)",
                "(qui|qu'est-ce qui) a (allumé|éteint) [<le>]<eclairage_noms> [<lieu>]",
                "pourquoi (as-tu|tu as|t'as) (allumé|éteint) [<le>]<eclairage_noms> [<lieu>]"
              ], "slots": {"domain": "light"}},
              {"sentences": [
                "pourquoi [est-ce que] [<le>]{openings:device_class} [<lieu>] (<s_est_mis>)(ouvert[e][s]|fermé[e][s]|bougé)",
                "pourquoi [est-ce que] [<le>]{openings:device_class} [<lieu>] (s'ouvre|se ferme|s'ouvrent|se ferment)",
                "(qui|qu'est-ce qui) a (ouvert|fermé) [<le>]{openings:device_class} [<lieu>]",
                "pourquoi (as-tu|tu as|t'as) (ouvert|fermé) [<le>]{openings:device_class} [<lieu>]"
              ], "slots": {"domain": "cover"}},
              {"sentences": [
                "pourquoi [est-ce que] <chauffage_noms> [<lieu>] (<s_est_mis>)(allumé[s]|éteint[s]|en (route|marche)|mis en (route|marche)|coupé)",
                "(qui|qu'est-ce qui) a (allumé|éteint|coupé|monté|baissé|changé) <chauffage_noms> [<lieu>]",
                "pourquoi [est-ce que] <chauffage_noms> [<lieu>] (chauffe|tourne|marche)"
              ], "slots": {"domain": "climate"}},
              {"sentences": [
                "pourquoi [est-ce que] [<le>]{name} (<s_est_mis>)(allumé[e][s]|éteint[e][s]|ouvert[e][s]|fermé[e][s]|verrouillé[e][s]|déverrouillé[e][s]|en (route|marche)|mis[e] en (route|marche))",
                "pourquoi [est-ce que] [<le>]{name} (s'allume|s'éteint|s'ouvre|se ferme|se verrouille|se déverrouille)",
                "(qui|qu'est-ce qui) a (allumé|éteint|ouvert|fermé|verrouillé|déverrouillé|lancé|arrêté) [<le>]{name}",
                "pourquoi (as-tu|tu as|t'as) (allumé|éteint|ouvert|fermé|verrouillé|déverrouillé|lancé|arrêté) [<le>]{name}"
              ]},
              {"sentences": [
                "pourquoi (as-tu|tu as|t'as) fait ça",
                "qu'est-ce (qui s'est passé|que tu viens de faire|que tu as fait)",
                "pourquoi tu fais ça"
              ]}
            ]},
            "HassGetWeather": {"data": [
              {"sentences": [
                "(quel temps|il fait quel temps|quel temps il fait|quel temps fait-il|quel temps il fait dehors) [(dehors|aujourd'hui|en ce moment|maintenant)]",
                "[(quelle est|c'est quoi|donne-moi|dis-moi)] [la] météo [(du jour|d'aujourd'hui|aujourd'hui)]",
                "[est-ce qu']il (pleut|neige|fait beau|fait froid dehors|fait chaud dehors|y a du vent|y a du soleil) [(dehors|aujourd'hui|en ce moment|maintenant)]"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassGetCurrentTime": {"data": [
              {"sentences": [
                "[(dis-moi|donne-moi|c'est quoi|tu as|t'as|avez-vous|as-tu)] l'heure [(qu'il est|s'il te plaît|actuelle|exacte)]",
                "il est quelle heure [là]",
                "quelle heure il est",
                "quelle heure est-ce"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassGetCurrentDate": {"data": [
              {"sentences": [
                "[(dis-moi|donne-moi)] la date [(du jour|d'aujourd'hui)]",
                "(quel jour on est|on est quel jour|quel jour est-on|c'est quel jour|quel jour c'est) [aujourd'hui]",
                "on est le combien",
                "quelle date sommes-nous",
                "quelle date on est",
                "nous sommes quel jour"
              ], "metadata": {"slot_combination": "default"}}
            ]}
          }
        }
        """#
}
