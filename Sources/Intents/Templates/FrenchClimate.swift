extension Templates {
    /// Heating, cooling, fans, humidifiers, hot water.
    static let frenchClimate = #"""
        {
          "language": "fr",
          "intents": {
            "HassClimateSetTemperature": {"data": [
              {"sentences": [
                "<regler> <chauffage_noms> [<lieu>] (à|sur) {temperature}<signe_degres>",
                "<regler> <chauffage_noms> (à|sur) {temperature}<signe_degres> <lieu>",
                "<regler> [la] température [<lieu>] (à|sur) {temperature}<signe_degres>",
                "<regler> [la] température (à|sur) {temperature}<signe_degres> <lieu>",
                "<regler> [la] température (de|du) <chauffage_noms> [<lieu>] (à|sur) {temperature}<signe_degres>",
                "(<hausser>|<baisser>|chauffe|chauffer|allume|allumer) [(<chauffage_noms>|la température|température)] [<lieu>] (à|jusqu'à) {temperature}<signe_degres>",
                "(mets|met|mettre|chauffe|chauffer) <lieu> (à|sur) {room_degrees:temperature}<signe_degres>",
                "(mets|met|mettre) {temperature} degré[s] [<lieu>]",
                "(mets|met|mettre) {room_degrees:temperature} <dans> [(<le>|<mon>)]({area}|{floor})",
                "<chauffage_noms> [<lieu>] (à|sur) {temperature}<signe_degres>",
                "température [<lieu>] (à|sur) {temperature}<signe_degres>"
              ], "metadata": {"slot_combination": "area_temperature"}},
              {"sentences": [
                "(<regler>|<hausser>|<baisser>|allume|allumer) [<le>]{name} (à|sur|jusqu'à) {temperature}<signe_degres>",
                "[<le>]{name} (à|sur) {temperature}<signe_degres>"
              ], "requires_context": {"domain": ["climate"]}, "metadata": {"slot_combination": "name_temperature"}}
            ]},
            "HassTurnOn": {"data": [
              {"sentences": [
                "(<allumer>|active|activer|lance|démarre|démarrer|relance) [<tous>] <chauffage_noms> [<lieu>] [<en_marche>]",
                "(mets|met|mettre) <en_marche> <chauffage_noms> [<lieu>]",
                "(<allumer>|active|activer|lance|démarre|démarrer|relance) <tous> les (chauffages|radiateurs|thermostats) [<lieu>]"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<allumer>|active|activer|lance|démarre|démarrer) [<tous>] [<le>]<ventilo_noms> [<lieu>] [<en_marche>]"
              ], "slots": {"domain": "fan"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<allumer>|active|activer|lance|démarre|démarrer) [(<le>|<mon>)]{name} [<en_marche>]"
              ], "requires_context": {"domain": ["humidifier", "water_heater", "siren"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(<allumer>|active|activer|lance|démarre|démarrer) [l'](humidificateur|déshumidificateur) [<lieu>]"
              ], "slots": {"domain": "humidifier"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<allumer>|active|activer|lance|démarre|démarrer) [(le|l')](chauffe-eau|ballon d'eau chaude|ballon|cumulus|eau chaude)"
              ], "slots": {"domain": "water_heater"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "(<eteindre>|désactive|désactiver) [<tous>] <chauffage_noms> [<lieu>]",
                "(<eteindre>|désactive|désactiver) <tous> les (chauffages|radiateurs|thermostats) [<lieu>]"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<eteindre>|désactive|désactiver) [<tous>] [<le>]<ventilo_noms> [<lieu>]"
              ], "slots": {"domain": "fan"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<eteindre>|désactive|désactiver|stoppe|stopper) [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["humidifier", "water_heater", "siren"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(<eteindre>|désactive|désactiver) [l'](humidificateur|déshumidificateur) [<lieu>]"
              ], "slots": {"domain": "humidifier"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<eteindre>|désactive|désactiver) [(le|l')](chauffe-eau|ballon d'eau chaude|ballon|cumulus|eau chaude)"
              ], "slots": {"domain": "water_heater"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "<hausser> [{slightly:little}] (<chauffage_noms>|la température|température) [<lieu>] [(de |d'){step_degrees:amount}<signe_degres>] [{slightly:little}]",
                "[{slightly:little}] plus (chaud|de chauffage) [<lieu>]",
                "(mets|met|mettre|fais) [{slightly:little}] plus (chaud|de chauffage) [<lieu>]",
                "(chauffe|chauffer) [{slightly:little}] (plus|davantage|plus fort) [<lieu>]",
                "(ajoute|rajoute) {step_degrees:amount} degré[s] [<lieu>]",
                "{step_degrees:amount} degré[s] de plus [<lieu>]",
                "(réchauffe|réchauffer) [{slightly:little}] [<lieu>]"
              ], "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "<baisser> [{slightly:little}] (<chauffage_noms>|la température|température) [<lieu>] [(de |d'){step_degrees:amount}<signe_degres>] [{slightly:little}]",
                "[{slightly:little}] (moins chaud|plus froid|plus frais|moins de chauffage) [<lieu>]",
                "(mets|met|mettre|fais) [{slightly:little}] (moins chaud|plus froid|plus frais|moins de chauffage) [<lieu>]",
                "(chauffe|chauffer) [{slightly:little}] moins [fort] [<lieu>]",
                "(enlève|retire) {step_degrees:amount} degré[s] [<lieu>]",
                "{step_degrees:amount} degré[s] de moins [<lieu>]",
                "(rafraîchis|rafraîchir|refroidis) [{slightly:little}] [<lieu>]"
              ], "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "<hausser> [{slightly:little}] [la température (de |du )][<le>]{name} [(de |d'){step_degrees:amount}<signe_degres>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "<baisser> [{slightly:little}] [la température (de |du )][<le>]{name} [(de |d'){step_degrees:amount}<signe_degres>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "<hausser> [{slightly:little}] [la] vitesse (du|des) <ventilo_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>]",
                "(<hausser>|accélère|accélérer) [{slightly:little}] [<le>]<ventilo_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[(mets|met|mettre)] [<le>]<ventilo_noms> [<lieu>] [{slightly:little}] plus (vite|fort)",
                "[{slightly:little}] plus vite"
              ], "slots": {"what": "speed", "direction": "up", "domain": "fan"}},
              {"sentences": [
                "<baisser> [{slightly:little}] [la] vitesse (du|des) <ventilo_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>]",
                "(<baisser>|ralentis|ralentir) [{slightly:little}] [<le>]<ventilo_noms> [<lieu>] [(de |d'){step_percent:amount}<signe_pour_cent>] [{slightly:little}]",
                "[(mets|met|mettre)] [<le>]<ventilo_noms> [<lieu>] [{slightly:little}] (moins (vite|fort)|plus (lentement|doucement))",
                "[{slightly:little}] (moins vite|plus lentement)"
              ], "slots": {"what": "speed", "direction": "down", "domain": "fan"}},
              {"sentences": [
                "(<hausser>|accélère|accélérer) [{slightly:little}] [la vitesse (de |du )][<le>]{name} [(de |d'){step_percent:amount}<signe_pour_cent>]"
              ], "requires_context": {"domain": ["fan"]}, "slots": {"what": "speed", "direction": "up"}},
              {"sentences": [
                "(<baisser>|ralentis|ralentir) [{slightly:little}] [la vitesse (de |du )][<le>]{name} [(de |d'){step_percent:amount}<signe_pour_cent>]"
              ], "requires_context": {"domain": ["fan"]}, "slots": {"what": "speed", "direction": "down"}}
            ]},
            "HassFanSetSpeed": {"data": [
              {"sentences": [
                "(<regler>|<hausser>|<baisser>|allume|allumer) [<le>]<ventilo_noms> [<lieu>] (à|sur) {fan_speed:percentage}<signe_pour_cent>",
                "(<regler>|<hausser>|<baisser>) [la] vitesse (du|des) <ventilo_noms> [<lieu>] (à|sur) {fan_speed:percentage}<signe_pour_cent>",
                "(<regler>|allume|allumer) [<le>]<ventilo_noms> [<lieu>] ({share:percentage}|{least:percentage})",
                "[<le>]<ventilo_noms> [<lieu>] (à {fan_speed:percentage}<signe_pour_cent>|{share:percentage}|{least:percentage})"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<regler>|<hausser>|<baisser>|allume|allumer) [la vitesse (de |du )][<le>]{name} (à|sur) {fan_speed:percentage}<signe_pour_cent>",
                "(<regler>|<hausser>|<baisser>|allume|allumer) [<le>]{name} ({share:percentage}|{least:percentage})"
              ], "requires_context": {"domain": ["fan"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassHumidifierSetpoint": {"data": [
              {"sentences": [
                "(<regler>|<hausser>|<baisser>) [l']humidité [<lieu>] (à|sur) {brightness:humidity}<signe_pour_cent>",
                "(<regler>|<hausser>|<baisser>) [l'](humidificateur|déshumidificateur) [<lieu>] (à|sur) {brightness:humidity}<signe_pour_cent>"
              ], "slots": {"domain": "humidifier"}},
              {"sentences": [
                "<regler> [<le>]{name} (à|sur) {brightness:humidity}<signe_pour_cent>"
              ], "requires_context": {"domain": ["humidifier"]}}
            ]}
          }
        }
        """#
}
