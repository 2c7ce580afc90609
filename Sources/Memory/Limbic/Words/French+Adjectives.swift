extension LimbicWords {
    static let frenchAdjectives = """
        9 7: extraordinaire, merveilleux, fabuleux, fantastique, sublime, prodigieux, phénoménal, exceptionnel, époustouflant, grandiose, féerique, \
        magique, divin, paradisiaque, idyllique, mémorable, inoubliable, sensationnel, spectaculaire, somptueux, splendide, éblouissant
        8 6: génial, excellent, formidable, superbe, magnifique, parfait, incroyable, épatant, remarquable, admirable, radieux, rayonnant, ravissant, \
        délicieux, succulent, exquis, impeccable, topissime, canon, jouissif
        8 7: heureux, joyeux, enchanté, ravi, comblé, euphorique, exalté, extasié, jubilatoire, triomphant, victorieux, hilarant, enthousiaste, excité, \
        passionné, passionnant, palpitant, émerveillé, ébloui, fou de joie
        7 5: fier, content, amoureux, gai, réjoui, réjouissant, enjoué, épanoui, charmé, emballé, séduit, conquis, chanceux, motivé, inspiré, inspirant, \
        captivant, marrant, drôle, amusant, rigolo, comique, désopilant, festif, vivant, pétillant, encourageant, prometteur, valorisant
        6 3: beau, bel, belle, beaux, belles, meilleur, gentil, gentille, gentilles, adorable, mignon, charmant, sympa, sympathique, aimable, attentionné, \
        tendre, affectueux, chaleureux, généreux, bienveillant, courageux, brave, loyal, fidèle, honnête, sincère, agréable, plaisant, appréciable, \
        intéressant, joli, élégant, raffiné, gracieux, délicat, savoureux, goûteux, appétissant, gourmand, poli, serviable, dévoué, prévenant, complice, \
        solidaire, câlin, doué, talentueux, brillant, intelligent, malin, astucieux, habile, efficace, reconnaissant, favorable, positif, optimiste, \
        confiant, satisfait, satisfaisant, gratifiant, réussi, utile, pratique, lumineux, chouette, nickel, cool, fun, top, stylé, chic, fabuleux, \
        bluffant, attachant, touchant, épique, idéal, convivial, cosy, douillet, moelleux
        5 1: calme, serein, paisible, tranquille, reposé, reposant, détendu, relax, relaxant, apaisé, apaisant, soulagé, rassuré, rassurant, zen, \
        décontracté, sûr de moi, libéré, guéri, rétabli, confortable, doux, douce, douces, équilibré, épargné, sauvé, indemne, ressourçant, bienfaisant, sage
        4 4: correct, acceptable, potable, raisonnable, valable, curieux, étonnant, surprenant, original, sain, facile, gratuit, robuste, solide, fiable, \
        soigné, sérieux, vif, dynamique, énergique, tonique, sportif
        0 7: surpris, étonné, stupéfait, stupéfiant, abasourdi, hallucinant, ahurissant, sidéré, sidérant, médusé
        -3 2: fatigué, fatigant, las, lasse, lassé, lassant, médiocre, ennuyé, ennuyeux, fade, insipide, monotone, mou, molle, blasé, morose, morne, \
        nostalgique, mélancolique, pensif, gêné, gênant, embarrassé, embarrassant, mal à l'aise, compliqué, difficile, dur, pénible, lourd, confus, perdu, \
        paumé, hésitant, dérangeant, bruyant, sale, bizarre, louche, flou, étrange, hostile, tendu, chiffonné, nase, enrhumé, courbaturé, grippé, \
        nauséeux, patraque, fragile, faible, maladroit, imparfait, inutile, vain, indécis, sceptique, négatif, inquiétant, contrariant, malvenu, \
        regrettable, fâcheux, trop cuit, cramé, brûlé, périmé, moisi, fichu, cassé, foutu, rayé, abîmé, fêlé, bouché, bloqué, coincé, retardé, raté, \
        loupé, boudeur, grognon, ronchon, bougon, râleur, taciturne, distant, indifférent, insensible, ingrat, égoïste, paresseux, feignant, fainéant, \
        avare, radin, jaloux, capricieux, têtu, borné, injuste, incompétent, maladif, pessimiste, méfiant, douteux
        -5 2: crevé, épuisé, épuisant, éreinté, exténué, vidé, lessivé, vanné, claqué, naze, cassé de partout, surmené, débordé, abattu, accablé, \
        cafardeux, découragé, décourageant, démoralisé, démoralisant, démotivé, déprimé, déprimant, déprimante, dépressif, dépité, désabusé, résigné, \
        vaincu, seul au monde, esseulé, isolé, délaissé, abandonné, rejeté, exclu, ignoré, incompris, impuissant, désemparé
        -6 3: triste, malheureux, chagriné, peiné, attristé, attristant, déçu, décevant, blessé, blessant, meurtri, navré, navrant, affligé, affligeant, \
        endeuillé, inconsolable, éploré, misérable, pitoyable, lamentable, minable, nul, pourri, merdique, mauvais, moche, laid, hideux, immonde, dégueu, \
        dégueulasse, crade, dégoûtant, dégoûté, écoeurant, écoeuré, infect, répugnant, répugné, repoussant, imbuvable, immangeable, malade, souffrant, \
        douloureux, coupable, honteux, humilié, humiliant, mortifié, rabaissé, dévalorisé, méprisé, méprisant, moqueur, trahi, trompé, largué, viré, \
        licencié, ruiné, endetté, fauché, cruel, méchant, odieux, ignoble, abject, détestable, haineux, malveillant, vicieux, pervers, hypocrite, menteur, \
        lâche, con, conne, débile, stupide, idiot, imbécile, bête, crétin, ridicule, inacceptable, inadmissible, catastrophique, désastreux, dramatique, \
        tragique, funèbre, sinistre, lugubre, sordide, morbide, glauque, grave, critique, mortel, chiant, relou
        -6 6: inquiet, inquiète, inquiètes, anxieux, angoissé, angoissant, stressé, stressant, nerveux, crispé, préoccupé, préoccupant, tourmenté, \
        tracassé, soucieux, troublé, perturbé, perturbant, agité, affolé, affolant, apeuré, craintif, alarmé, alarmant, menaçant, menacé, traqué, \
        oppressé, oppressant, étouffant, choqué, choquant, secoué, bouleversé, traumatisé, traumatisant, désespéré, désespérant, dévasté, anéanti, brisé, \
        effondré, détruit, déchiré, perclus, paniqué, survolté, à cran, frustré, frustrant, contrarié, irrité, irritant, irritable, agacé, agaçant, \
        énervé, énervant, excédé, exaspéré, exaspérant, remonté, fâché, vexé, vexant, froissé, indigné, révolté, révoltant, outré, scandalisé, scandaleux, \
        saoulé, soûlé, gavé, insupportable, intolérable, invivable, infernal, dangereux, agressif, violent, brutal, toxique, insultant, injurieux, \
        offensant, abusé, abusif
        -8 8: furieux, enragé, furax, furibard, furibond, fou de rage, hors de moi, terrifié, terrifiant, épouvanté, épouvantable, effrayé, effrayant, \
        horrifié, horrible, horrifiant, affreux, atroce, abominable, effroyable, terrorisé, monstrueux, cauchemardesque, insoutenable, tétanisé, \
        hystérique, déchaîné, dévastateur, suicidaire
        """
}
