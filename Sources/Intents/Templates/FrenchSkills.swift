extension Templates {
    /// What the text skills read by themselves: taken whole, so that it can stand beside other orders and is never taken for one of the house's.
    ///
    /// The first words must be unmistakable, for anything may follow them.
    static let frenchSkills = #"""
        {
          "language": "fr",
          "lists": {
            "skill_text": {"wildcard": true}
          },
          "intents": {
            "JarvisSkill": {"data": [
              {"sentences": [
                "(rappelle-moi|rappelez-moi|rappelle-nous|me rappeler|rappelle moi|fais-moi penser|faites-moi penser|me faire penser|n'oublie pas de me rappeler|pense à me rappeler|préviens-moi|prévenez-moi|me prévenir|avertis-moi) {skill_text:text}",
                "(mets|mettre|ajoute|ajouter|crée|créer|programme|programmer|fais|note|pose) [(moi|nous)] (un|le|mon) rappel {skill_text:text}",
                "(annule|annuler|supprime|supprimer|efface|enlève) (le|les|mon|mes|tous les|tous mes|un) rappel[s] [{skill_text:text}]",
                "(quels sont|liste|montre-moi|montre|donne-moi|lis-moi|dis-moi|qu'est-ce que j'ai comme|j'ai quoi comme) [(les|mes|tous mes)] (rappels|alarmes|réveils|rendez-vous) [{skill_text:text}]",
                "(réveille-moi|réveillez-moi|réveille-nous|réveille moi|me réveiller|lève-moi) {skill_text:text}",
                "(mets|mettre|met|programme|programmer|règle|régler|ajoute|crée|active|prépare) [(moi|nous)] (un réveil|une alarme|le réveil|mon réveil|l'alarme pour|l'alarme à|mon alarme) {skill_text:text}",
                "(annule|supprime|désactive|enlève|coupe|arrête|efface) (le réveil|mon réveil|mes réveils|les réveils|l'alarme de|mes alarmes|mon alarme|toutes mes alarmes) [{skill_text:text}]",
                "(souviens-toi|rappelle-toi|retiens|mémorise|n'oublie pas|souvenez-vous|note que|notez que|note bien) {skill_text:text}",
                "(qu'est-ce que tu sais|que sais-tu|que te rappelles-tu|de quoi te souviens-tu) {skill_text:text}"
              ], "metadata": {"slot_combination": "reminder"}},
              {"sentences": [
                "(combien font|combien fait|calcule|calculer|calcule-moi) {skill_text:text}",
                "(convertis|convertir|conversion de|convertis-moi) {skill_text:text}",
                "combien (de|d') <unites> (dans|en|font|fait|vaut|valent) {skill_text:text}", "combien (fait|font|vaut|valent) {skill_text:text} en <unites>",
                "(raconte|raconter|dis|dire|raconte-moi|dis-moi) [(nous|moi)] (une|une autre|une bonne) (blague|devinette|histoire drôle) [{skill_text:text}]",
                "(fais-moi|fais nous|fais-nous) rire",
                "(quelles sont|donne-moi|donne|lis-moi|lis|dis-moi|quoi de neuf dans|mets) les (informations|infos|actualités|nouvelles|news|titres|dernières nouvelles|dernières infos) [{skill_text:text}]",
                "(que signifie|que veut dire|qu'est-ce que veut dire|définis|définition de|donne-moi la définition de|quelle est la définition de|définition du mot) {skill_text:text}",
                "(quel est le cours|quel est le taux de change) {skill_text:text}",
                "(qui es-tu|comment tu t'appelles|tu es qui|t'es qui|que sais-tu faire|qu'est-ce que tu sais faire|qu'est-ce que je peux te demander)"
              ], "metadata": {"slot_combination": "knowledge"}},
              {"sentences": [
                "(quel temps fera-t-il|quel temps il fera|quel temps va-t-il faire|quel temps fait-il|il fera quel temps|quel temps est prévu|quelles sont les prévisions|quel temps prévoit-on) {skill_text:text}",
                "[(quelle est|donne-moi|c'est quoi|dis-moi)] [la] météo (de|du|pour|à|demain|après-demain|ce|cet|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|sur|en) [{skill_text:text}]",
                "[est-ce qu'](il va|va-t-il) (pleuvoir|neiger|faire beau|faire chaud|faire froid|geler|y avoir du vent|y avoir de l'orage) [{skill_text:text}]",
                "[est-ce qu']il (pleuvra|neigera|fera beau|fera chaud|fera froid|gèlera|pleut) {skill_text:text}",
                "(faut-il|est-ce qu'il faut|ai-je besoin de|est-ce que j'ai besoin de|dois-je prendre) [prendre] (un|mon|d'un) parapluie [{skill_text:text}]",
                "(à quelle heure|quand) (se lève|se couche|est-ce que se couche|est-ce que se lève) le soleil [{skill_text:text}]",
                "quelle heure (est-il|il est|est il) (à|au|aux|en) {skill_text:text}",
                "il est quelle heure (à|au|aux|en) {skill_text:text}",
                "(quel jour|quelle date) (sera|serons|tombe|c'est|était|sommes-nous dans) {skill_text:text}",
                "(quand est|c'est quand|quand tombe|dans combien de jours [est]|combien de jours avant) {skill_text:text}",
                "(quels sont|quel est) (les|le|le prochain|les prochains) jour[s] férié[s] [{skill_text:text}]"
              ], "metadata": {"slot_combination": "when"}}
            ]}
          }
        }
        """#
}
