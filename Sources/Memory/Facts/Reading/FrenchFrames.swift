/// What French verbs say: `verbs : what must follow : relation value [change]`, folded. A verb after "se" stands as "se …", a passive one as "etre …".
enum FrenchFrames {
    static let table = """
        habiter, vivre, loger, resider, crecher, demeurer : (a|au|aux|en) : lives_in rest
        habiter, vivre, loger, resider, crecher, demeurer : (dans|chez|rue|pres|a cote|au dessus|en face|vers|ici|la campagne|avenue|boulevard|place) : lives_in whole
        habiter, vivre, loger : avec : lives_with list
        habiter, vivre, loger, resider : : lives_in rest
        demenager, emmenager, se installer, etre installer : (a|au|aux|en) : lives_in rest begins
        demenager, emmenager, se installer, etre installer : (dans|chez|rue|pres|vers) : lives_in whole begins
        travailler, bosser, taffer : (chez|pour) : works_at rest
        travailler, bosser, taffer : (comme|en tant que|en tant qu) : works_as job
        travailler, bosser, taffer : (a|au|aux|dans|en|sur) : works_at rest
        etre embaucher, etre engager, etre employer : (chez|a|au|dans|par) : works_at rest begins
        etre embaucher, etre engager, etre employer : comme : works_as job begins
        changer : (de travail|de boulot|de job|de taf|d employeur|de boite|d entreprise) : works_at none ends
        quitter, perdre : (son|mon|sa) (travail|boulot|job|taf|poste|emploi|boite) : works_at none ends
        etre licencier, demissionner : : works_at none ends
        devenir : : works_as job begins
        etudier : : studies list
        apprendre : (a|) : studies list
        entrer, rentrer, passer, aller : (en|au) (maternelle|cp|ce 1|ce 2|cm 1|cm 2|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|college|lycee) : studies_at tail begins
        aller : (a l ecole|au college|au lycee|a la creche|a la maternelle) : studies_at tail
        aimer, adorer, kiffer : : likes list
        raffoler : (de la|de l|de|du|des|d) : likes list
        plaire : : likes list
        raffoler : (de|du|des|d|de la) : likes list
        detester, hair : : dislikes list
        supporter : : likes list
        preferer : : prefers list
        parler : : speaks languages
        manger : : eats diet
        boire : : drinks diet
        fumer : : habit deed
        prendre : : takes medicine
        jouer : (du|de la|de l|des|au|aux|a la|a l|a) : plays list
        faire, pratiquer : (du|de la|de l|des|le|la|l|) : does pastime
        porter : : wears diet
        chausser : (du|) : shoe_size amount
        faire : du : size amount
        faire : : measures amount
        mesurer : : measures amount
        peser : : weighs amount
        couter : : costs amount
        conduire : (une|un|la|le|l) : drives list
        rouler : en : drives list
        acheter, adopter : : has list begins
        vendre, revendre : : has list ends
        epouser : : spouse list begins
        se marier, etre marier, etre fiancer, etre pacser : (avec|a) : spouse list
        se marier, etre marier, etre fiancer, se fiancer, etre pacser, se pacser, divorcer, etre divorcer, se separer, etre separer, rompre : : relationship whole
        naitre : (a|au|aux|en) : born_in rest
        naitre : : born_in none
        mourir, deceder : : status whole begins
        attendre : (un bebe|un enfant|des jumeaux|un heureux evenement) : status phrase
        craindre, redouter : : fears list
        collectionner : : collects list
        se appeler, se nommer, se prenommer : : name rest
        surnommer : : nickname rest
        devoir : : owes amount
        preter : : lent list
        recommander : : opinion rest
        trouver : : opinion rest
        garer, ranger, mettre, poser, laisser, cacher, planquer, stocker, deposer, accrocher, glisser, remettre : : located_at placing
        etre garer, etre ranger, etre mettre, etre poser, etre cacher, etre planquer, etre stocker, etre deposer, etre accrocher, etre laisser, se trouver : : located_at whole
        reviser, changer, remplacer, nettoyer, reparer, ramoner, vidanger, detartrer, entretenir, purger, repeindre, controler : : maintenance upkeep
        etre : (allergique|allergiques) (a|au|aux) : allergic_to list
        etre : (intolerant|intolerante|intolerants|intolerantes) (a|au|aux) : intolerant_to list
        etre : (vegetarien|vegetarienne|vegetariens|vege|vegan|vegane|vegans|veganes|pescetarien|pescetarienne|flexitarien|flexitarienne|vegetalien|vegetalienne|halal|casher) : diet whole
        etre : (au regime|sans gluten) : diet whole
        etre : (diabetique|asthmatique|epileptique|migraineux|migraineuse|daltonien|daltonienne|sourd|sourde|aveugle|myope|presbyte|astigmate|autiste|hypertendu|hypertendue|dyslexique) : condition whole
        etre : (malade|malades|enceinte|au chomage|chomeur|chomeuse|a la retraite|retraite|retraitee|retraites) : status whole
        etre : (en arret|en arret maladie|en conge|en conges|en vacances|a l hopital|hospitalise|hospitalisee|en stage|en formation|en alternance|en convalescence) : status whole
        etre : (mort|morte|morts|decede|decedee) : status whole begins
        etre : (marie|mariee|maries|fiance|fiancee|pacse|pacsee) (a|avec) : spouse list
        etre : (celibataire|celibataires|divorce|divorcee|divorces|separe|separee|separes|veuf|veuve|marie|mariee|maries|fiance|fiancee|fiances|pacse|pacsee|en couple) : relationship whole
        etre : en (maternelle|petite section|moyenne section|grande section|cp|ce 1|ce 2|cm 1|cm 2|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|licence|master|prepa|fac) : studies_at tail
        etre : en (6|5|4|3) (e|eme) : studies_at tail
        etre : (au lycee|au college|a la fac|a l ecole|a la creche|a l universite|en fac) : studies_at whole
        etre : fan de : likes list
        etre : fan (du|des|d) : likes list
        etre : (passionne|passionnee) (de|d|par) : likes list
        avoir : (une|l|des) (allergie|allergies) (a|au|aux) : allergic_to list
        avoir : une intolerance (a|au) : intolerant_to list
        avoir : horreur (de|du|des|d) : dislikes list
        avoir : (peur|la phobie|une phobie) (de|du|des|d) : fears list
        arreter : (le|la|l|de la|du) : does pastime ends
        """
}
