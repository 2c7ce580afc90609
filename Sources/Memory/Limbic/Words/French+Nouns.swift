extension LimbicWords {
    static let frenchNouns = """
        8 6: bonheur, joie, amour, victoire, triomphe, extase, euphorie, merveille, miracle, délice, régal, tuerie, kif, chef-d'oeuvre, allégresse, \
        jubilation, émerveillement, champion, championne, génie, ange, paradis, liesse, coup de foudre
        6 5: chouette balade, cohésion, plaisir, fierté, réussite, succès, rire, sourire, fête, cadeau, surprise, chance, passion, enthousiasme, espoir, \
        gaieté, humour, complicité, amitié, tendresse, affection, câlin, bisou, baiser, caresse, bonté, gentillesse, générosité, courage, gratitude, \
        compliment, éloge, félicitation, bravo, hourra, youpi, yes, youhou, ouais trop bien, waouh, wahou, wow, miam, chouchou, chéri, chérie, trésor, \
        promotion, médaille, mention, beauté, charme, talent, motivation, énergie, bonne humeur, harmonie, confort, récompense, soutien, merci, mercis, \
        fou rire, éclate, rigolade, marrade, pépite, petit bonheur, bienveillance, douceur, réconfort, bien-être
        2 3: vacances, week end, apéro, barbecue, pique nique, balade, promenade, câlinou
        5 1: calme, paix, sérénité, repos, détente, soulagement, ouf, tranquillité, quiétude, apaisement, confiance, sécurité, guérison, sieste, répit
        -3 3: fatigue, ennui, souci, problème, hic, ennuis, galère, contrainte, corvée, retard, embouteillage, bouchon, erreur, bourde, bêtise, gaffe, \
        boulette, doute, lassitude, flemme, paresse, routine, gêne, malaise, désordre, bazar, bordel, pagaille, saleté, odeur, bruit, boucan, vacarme, \
        tapage, rhume, toux, courbature, insomnie, tristounet, bof, pff, pfff, mouais, bah non, beurk, berk, facture, amende, impôt, panne, fuite, bug, \
        casse, dégât, complication, désagrément, imprévu, malentendu, rancune, jalousie, caprice, pleurnicherie, moquerie, reproche, plainte, réclamation
        -6 3: tristesse, chagrin, peine, malheur, déprime, dépression, cafard, spleen, blues, mélancolie, solitude, deuil, larme, sanglot, déception, \
        regret, remords, culpabilité, honte, humiliation, échec, défaite, désillusion, désespoir, désarroi, détresse, souffrance, douleur, maladie, \
        blessure, fièvre, migraine, nausée, vomi, diarrhée, gastro, grippe, otite, angine, bronchite, burn-out, burnout, chômage, licenciement, divorce, \
        rupture, séparation, abandon, rejet, trahison, infidélité, mensonge, injustice, misère, pauvreté, dette, ruine, faillite, cancer, tumeur, \
        métastase, avc, infarctus, handicap, fracture, agonie, mort, décès, enterrement, obsèques, funérailles, cercueil, gâchis, fiasco, désastre, bide, \
        naufrage, merdier, navet, daube, horreur, catastrophe, cata, calamité, drame, tragédie, enfer, merde, poisse, scoumoune, malchance, cauchemar, \
        connerie, saloperie, seum, rage, dégoût, mépris
        -6 7: peur, angoisse, anxiété, stress, panique, trouille, frousse, pétoche, flip, terreur, effroi, épouvante, frayeur, phobie, crainte, \
        inquiétude, nervosité, tension, crise, colère, énervement, agacement, irritation, exaspération, frustration, fureur, haine, hostilité, rancoeur, \
        scandale, dispute, engueulade, querelle, bagarre, conflit, clash, embrouille, insulte, injure, menace, agression, violence, gifle, claque, \
        harcèlement, racket, chantage, cambriolage, arnaque, escroquerie, incendie, explosion, accident, crash, noyade, étouffement, danger, attentat, \
        guerre, viol, meurtre, assassinat, suicide, overdose, hémorragie, urgences, malaise cardiaque, convulsion, vertige, tremblement, palpitation, \
        hurlement
        -6 6: connard, connasse, salaud, salopard, salope, enfoiré, ordure, pourriture, abruti, débile, crétin, bouffon, taré, dégénéré, tyran, monstre, \
        brute, harceleur, voleur, arnaqueur, escroc
        """
}
