extension Templates {
    /// Timers, also called "timer" and "chrono", and lengths such as "une demi-heure".
    static let frenchTimers = #"""
        {
          "language": "fr",
          "lists": {
            "spoken_minutes": {"values": [
              {"in": "([une ]demi-heure|[une ]demi heure|[une ]demie heure|[une ]demie-heure)", "out": 30},
              {"in": "([un ]quart d'heure)", "out": 15},
              {"in": "(trois quarts d'heure|3 quarts d'heure)", "out": 45}
            ]},
            "half_hour_more": {"values": [{"in": "(demi|demie)", "out": 30}, {"in": "(quart|un quart)", "out": 15}, {"in": "trois quarts", "out": 45}]},
            "half_minute_more": {"values": [{"in": "(demi|demie)", "out": 30}]}
          },
          "expansion_rules": {
            "chrono": "(minuteur|minuterie|timer|compte à rebours|compte-à-rebours|chrono|chronomètre|décompte)",
            "le_chrono": "[(<le>|<mon>|ce |cette |un |une )]<chrono>",
            "duree": "({timer_hours:hours} <hour_unit>[[ et] {timer_minutes:minutes} [<minute_unit>]]|{timer_hours:hours} <hour_unit> et {half_hour_more:minutes}|{spoken_minutes:minutes}|{timer_minutes:minutes} <minute_unit>[[ et] {timer_seconds:seconds} [<second_unit>]]|{timer_minutes:minutes} <minute_unit> et {half_minute_more:seconds}|{timer_seconds:seconds} <second_unit>|{timer_hours:hours} <hour_unit>[[ et] {timer_minutes:minutes} <minute_unit>][[ et] {timer_seconds:seconds} <second_unit>])",
            "duree_debut": "({timer_hours:start_hours} <hour_unit>|{spoken_minutes:start_minutes}|{timer_minutes:start_minutes} <minute_unit>|{timer_seconds:start_seconds} <second_unit>)",
            "poser": "(mets|met|mettre|lance|lancer|démarre|démarrer|programme|programmer|règle|régler|fais|faire|crée|créer|active|activer|ajoute|pose|déclenche|commence|prépare)"
          },
          "intents": {
            "HassStartTimer": {"data": [
              {"sentences": [
                "[<poser>] [(un|une|le|mon)] <chrono> [(de|d'|pour|dans|sur|à)] <duree>",
                "[<poser>] [(un|une)] [deuxième|autre|nouveau|second] <chrono> [(de|d'|pour|dans)] <duree>",
                "(compte|compter|décompte) <duree>",
                "[(préviens-moi|prévenez-moi|avertis-moi|sonne)] dans <duree> [avec] [un] (minuteur|timer)"
              ], "metadata": {"slot_combination": "duration_only"}},
              {"sentences": [
                "[<poser>] [(un|une|le|mon)] <chrono> [(de|d')] <duree> (pour|appelé[e]|nommé[e]|intitulé[e]) [(le |la |les |l'|mon |ma |mes )]{timer_name:name}",
                "[<poser>] [(un|une|le|mon)] <chrono> (pour|appelé[e]|nommé[e]|intitulé[e]) [(le |la |les |l'|mon |ma |mes )]{timer_name:name} (de|dans|pour|d'|sur|à|pendant) <duree>",
                "<poser> (un|une|le|mon) <chrono> {timer_name:name} (de|dans|pour|d'|à) <duree>",
                "<chrono> {timer_name:name} <duree>"
              ], "metadata": {"slot_combination": "name_duration"}}
            ]},
            "HassTimerStatus": {"data": [
              {"sentences": [
                "combien (de temps|de minutes) (reste-t-il|il reste|reste|encore|est-ce qu'il reste) [(au|sur le|sur mon|avant la fin du|à mon)] [<chrono>]",
                "il reste combien [(de temps|de minutes)] [(au|sur le|à mon|avant la fin du)] [<chrono>]",
                "[il reste] [encore] combien de temps [(au|sur le|sur)] [<chrono>]",
                "(où en est|où en sont) (le|mon|les|mes) <chrono>[s]",
                "(quels|combien de) <chrono>s (sont en cours|tournent|j'ai|ai-je|il y a|y a-t-il)",
                "(état|statut) (du|des|de mes|de mon) <chrono>[s]",
                "(mes|les) <chrono>s [en cours]"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "combien (de temps|de minutes) (reste-t-il|il reste|reste|encore) [(au|sur le)] [<chrono>] (pour|avant) [(le |la |les |l'|mon |ma |mes )]{timer_name:name}",
                "il reste combien [de temps] [(au|sur le)] [<chrono>] (pour|avant) [(le |la |les |l'|mon |ma |mes )]{timer_name:name}",
                "où en est le <chrono> (pour|de|du|des) [(le |la |les |l')]{timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "combien (de temps) (reste-t-il|il reste|reste) (au|sur le) <chrono> de <duree_debut>",
                "où en est le <chrono> de <duree_debut>"
              ], "metadata": {"slot_combination": "start_only"}}
            ]},
            "HassCancelTimer": {"data": [
              {"sentences": [
                "(arrête|arrêter|annule|annuler|stoppe|stopper|stop|supprime|supprimer|coupe|enlève|éteins) <le_chrono>"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(arrête|arrêter|annule|annuler|stoppe|stopper|stop|supprime|supprimer|coupe|enlève|éteins) <le_chrono> (de|d') <duree_debut>"
              ], "metadata": {"slot_combination": "start_only"}},
              {"sentences": [
                "(arrête|arrêter|annule|annuler|stoppe|stopper|stop|supprime|supprimer|coupe|enlève|éteins) <le_chrono> (des|de la|du|de l'|pour [<le>]|appelé[e]|nommé[e]|intitulé[e]) {timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassCancelAllTimers": {"data": [
              {"sentences": [
                "(arrête|arrêter|annule|annuler|stoppe|stopper|supprime|supprimer|coupe|enlève) (tous les|tous mes|toutes les|toutes mes|les|mes) <chrono>s"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassPauseTimer": {"data": [
              {"sentences": [
                "(mets|met|mettre) <le_chrono> (en|sur) pause",
                "(pause|suspends|suspendre|mets en pause) <le_chrono>",
                "<chrono> en pause"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(mets|met|mettre) <le_chrono> (de|d') <duree_debut> (en|sur) pause"
              ], "metadata": {"slot_combination": "start_only"}},
              {"sentences": [
                "(mets|met|mettre) <le_chrono> (des|de la|du|de l'|pour [<le>]|appelé[e]|nommé[e]) {timer_name:name} (en|sur) pause",
                "(suspends|mets en pause) <le_chrono> (des|de la|du|de l'|pour [<le>]) {timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassUnpauseTimer": {"data": [
              {"sentences": [
                "(reprends|reprendre|relance|relancer|continue|redémarre|remets) <le_chrono> [<en_marche>]"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(reprends|reprendre|relance|relancer|continue|redémarre) <le_chrono> (de|d') <duree_debut>"
              ], "metadata": {"slot_combination": "start_only"}},
              {"sentences": [
                "(reprends|reprendre|relance|relancer|continue|redémarre) <le_chrono> (des|de la|du|de l'|pour [<le>]) {timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassIncreaseTimer": {"data": [
              {"sentences": [
                "(ajoute|ajouter|rajoute|rajouter|mets) <duree> [(de plus|en plus)] [(au|à|à mon|sur le|à la)] [<chrono>]",
                "(prolonge|prolonger|allonge) <le_chrono> de <duree>",
                "(encore|plus) <duree>",
                "<duree> de plus"
              ], "metadata": {"slot_combination": "duration_only"}},
              {"sentences": [
                "(ajoute|ajouter|rajoute|rajouter) <duree> (au|à mon|sur le|à la) <chrono> (des|de la|du|de l'|pour [<le>]) {timer_name:name}"
              ], "metadata": {"slot_combination": "name_duration"}}
            ]},
            "HassDecreaseTimer": {"data": [
              {"sentences": [
                "(enlève|enlever|retire|retirer|ôte) <duree> [(au|à|à mon|sur le|du|de mon|à la)] [<chrono>]",
                "(raccourcis|raccourcir|réduis) <le_chrono> de <duree>",
                "<duree> de moins"
              ], "metadata": {"slot_combination": "duration_only"}}
            ]}
          }
        }
        """#
}
