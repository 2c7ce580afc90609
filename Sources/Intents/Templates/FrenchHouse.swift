extension Templates {
    /// Scenes, robots, alarms, buttons; automations; and taking something back.
    static let frenchHouse = #"""
        {
          "language": "fr",
          "lists": {
            "scene_name": {"wildcard": true},
            "automation_name": {"wildcard": true}
          },
          "expansion_rules": {
            "activer": "(active|activer|lance|lancer|démarre|démarrer|mets|met|mettre|passe|passer|exécute|exécuter|enclenche|enclencher|joue|applique|appliquer|déclenche|déclencher)",
            "robot_noms": "([l'](aspirateur|aspirateur robot|aspi|robot aspirateur)|[le ]robot)",
            "alarme_noms": "(l'alarme|l'alarme de [la] maison|l'alarme générale|la surveillance|le système d'alarme|alarme)",
            "automatisation": "(automatisation|automatisme|automation|règle|routine|programmation)",
            "automatisations": "(automatisations|automatismes|automations|règles|routines|programmations)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<activer> [(en |dans )][(la |le |l'|ma |mon |notre )][(scène|ambiance|mode|mode de)] {name}",
                "(scène|ambiance|mode) {name}"
              ], "requires_context": {"domain": ["scene"]}, "metadata": {"slot_combination": "name_scene"}},
              {"sentences": [
                "<activer> [(en |dans )][(la |le |l'|ma |mon |notre )][(script|séquence|routine|mode|scénario)] {name}",
                "(script|routine|scénario|mode) {name}"
              ], "requires_context": {"domain": ["script"]}, "metadata": {"slot_combination": "name_script"}},
              {"sentences": [
                "(appuie|appuyer|presse|presser) [sur] [<le>][bouton ]{name}",
                "(active|activer|déclenche|déclencher) [<le>]{name}"
              ], "requires_context": {"domain": ["button", "input_button"]}, "metadata": {"slot_combination": "name_button"}},
              {"sentences": [
                "(active|activer|arme|armer|mets|met|mettre|enclenche|enclencher|allume|allumer) <alarme_noms> [en marche]",
                "mets la maison sous (alarme|surveillance)"
              ], "slots": {"domain": "alarm_control_panel"}, "metadata": {"slot_combination": "domain_only"}},
              {"sentences": [
                "(active|activer|arme|armer|enclenche|enclencher) [<le>]{name}"
              ], "requires_context": {"domain": ["alarm_control_panel", "siren"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "(désactive|désactiver|désarme|désarmer|éteins|éteindre|coupe|couper|arrête|arrêter|enlève|stoppe) <alarme_noms>"
              ], "slots": {"domain": "alarm_control_panel"}, "metadata": {"slot_combination": "domain_only"}},
              {"sentences": [
                "(désactive|désactiver|désarme|désarmer) [<le>]{name}"
              ], "requires_context": {"domain": ["alarm_control_panel", "siren"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisSceneSave": {"data": [
              {"sentences": [
                "(enregistre|enregistrer|sauvegarde|sauvegarder|mémorise|mémoriser|garde|retiens) (cette|l'|la|mon) (ambiance|scène|lumière|éclairage) [actuelle] (comme|sous le nom de|sous le nom|en tant que) {scene_name:name}",
                "(crée|créer|fais|faire) une (scène|ambiance) (appelée|nommée|qui s'appelle) {scene_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassVacuumStart": {"data": [
              {"sentences": [
                "(lance|lancer|démarre|démarrer|allume|allumer|active|activer|passe|passer|mets|mettre|envoie|relance) <robot_noms> [<en_marche>]",
                "(passe|passer|fais|faire) [un coup d'](aspirateur|l'aspirateur)",
                "(aspire|aspirer|nettoie|nettoyer) (partout|<logis>|toute la maison|le sol|les sols)",
                "(lance|fais) le ménage"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(allume|allumer|active|activer|passe|passer|mets en route|relance) [(<le>|<mon>)]{name}"
              ], "requires_context": {"domain": ["vacuum"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassVacuumCleanArea": {"data": [
              {"sentences": [
                "(passe|passer|lance|lancer|envoie|envoyer|fais|faire|démarre) [(<robot_noms>|un coup d'aspirateur)] <dans> [<le>]{area}",
                "(aspire|aspirer|fais le ménage (dans|de|du)) [<le>]{area}"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassVacuumReturnToBase": {"data": [
              {"sentences": [
                "(renvoie|renvoyer|ramène|ramener|rentre|rentrer|range|ranger|arrête|arrêter|éteins|éteindre|coupe|couper) <robot_noms> [(à|sur|dans) (sa|la) base]",
                "<robot_noms> (à|retourne à|rentre à|rentre dans) (la|sa) base",
                "que <robot_noms> (rentre|retourne|aille) [(à|dans|sur) (la|sa) base]",
                "(arrête|arrêter) [de] (l'aspiration|le ménage|aspirer|passer l'aspirateur)"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(ramène|ramener|rentre|rentrer) [<le>]{name} [(à|sur|dans) (sa|la) base]"
              ], "requires_context": {"domain": ["vacuum"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassLawnMowerStartMowing": {"data": [
              {"sentences": [
                "(lance|démarre|allume|active|mets|passe|sors) [la|le] (tondeuse|robot tondeuse) [<en_marche>]"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassLawnMowerDock": {"data": [
              {"sentences": [
                "(arrête|rentre|ramène|renvoie|éteins|range) [la|le] (tondeuse|robot tondeuse) [(à|sur) (sa|la) base]"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "JarvisStop": {"data": [
              {"sentences": [
                "(mets|met|mettre) <robot_noms> (en|sur) pause",
                "pause <robot_noms>"
              ], "slots": {"domain": "vacuum"}}
            ]},
            "HassNevermind": {"data": [
              {"sentences": [
                "laisse[r] (tomber|béton)",
                "laisse",
                "annule (ça|tout|la commande|l'ordre)",
                "oublie (ça|tout ça|ce que j'ai dit)",
                "(non )c'est bon",
                "tant pis",
                "ça ne fait rien",
                "peu importe",
                "non merci",
                "non laisse [tomber]",
                "(non )ne fais rien",
                "rien merci",
                "stop"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "JarvisAutomationList": {"data": [
              {"sentences": [
                "(quelles sont|montre|montre-moi|donne-moi|liste|affiche|dis-moi|c'est quoi) (mes|les|nos|toutes les|toutes mes) <automatisations> [(actives|en cours|enregistrées|programmées)]",
                "quelles <automatisations> (ai-je|j'ai|existent|il y a|y a-t-il|sont actives|sont programmées)",
                "(mes|les) <automatisations>",
                "qu'est-ce qui est (programmé|prévu|automatisé) [(dans|pour) la maison]",
                "(qu'est-ce que|qu'as-tu) tu as [de] (programmé|prévu)",
                "combien d'<automatisations> (ai-je|j'ai|il y a)"
              ]}
            ]},
            "JarvisAutomationPause": {"data": [
              {"sentences": [
                "(mets|met|mettre) [en pause] [(l'|la |mon |ma )]<automatisation> {automation_name:name} en pause",
                "(suspends|suspendre|désactive|désactiver|arrête|mets en pause|stoppe) [(l'|la |mon |ma )]<automatisation> [(de|du|des|pour|qui)] {automation_name:name}",
                "(suspends|désactive|arrête|mets en pause) (toutes [les] |toutes mes |les |mes )<automatisations>"
              ]}
            ]},
            "JarvisAutomationResume": {"data": [
              {"sentences": [
                "(reprends|reprendre|réactive|réactiver|active|activer|relance) [(l'|la |mon |ma )]<automatisation> [(de|du|des|pour|qui)] {automation_name:name}",
                "(reprends|réactive|relance) (toutes [les] |toutes mes |les |mes )<automatisations>"
              ]}
            ]},
            "JarvisAutomationDelete": {"data": [
              {"sentences": [
                "(supprime|supprimer|efface|effacer|enlève|enlever|annule|annuler|oublie) [(l'|la |mon |ma )]<automatisation> [(de|du|des|pour|qui)] {automation_name:name}",
                "(supprime|efface|enlève|annule) (toutes [les] |toutes mes |les |mes )<automatisations>"
              ]}
            ]}
          }
        }
        """#
}
