extension LimbicWords {
    static let french = LimbicWords(
        sayings: frenchSayings, conjugated: frenchConjugated, adjectives: frenchAdjectives, nouns: frenchNouns, verbs: frenchVerbs, oaths: frenchOaths,
        boosts: """
            5: jamais été aussi, jamais été si, jamais eu aussi, jamais eu si, jamais été autant, jamais autant, jamais aussi, jamais vu aussi, \
            extrêmement, incroyablement, horriblement, terriblement, affreusement, atrocement, infiniment, follement, éperdument, à mourir, à mort, \
            à fond, de ouf, comme pas possible, comme jamais, plus que jamais, plus que tout, au plus haut point, à en crever, comme tout, comme un fou, \
            comme une folle, putain de
            3: très, tres, super, hyper, ultra, méga, giga, archi, trop, tellement, vraiment, vachement, carrément, drôlement, sacrément, rudement, \
            foutrement, bigrement, grave, énormément, beaucoup, complètement, totalement, absolument, entièrement, profondément, particulièrement, \
            franchement, réellement, sérieusement, si, aussi bien que possible, tant, quel, quelle, quels, quelles, tout plein, bien trop, beaucoup trop, \
            bien plus, beaucoup plus, encore plus, toujours plus, de plus en plus, max, au max, un max, fort, fortement, trop trop, tout à fait
            1: bien, assez, plutôt, encore, toujours, pas peu, tout, toute
            -3: un peu, légèrement, relativement, à moitié, un brin, un chouïa, un tantinet, un tout petit peu, un petit peu, moyennement, vaguement, \
            plus ou moins, quelque peu, gentiment, presque, moins
            -6: à peine, guère, pas trop, pas tellement, pas spécialement, pas particulièrement, pas forcément
            """,
        topics: """
            6: allergique, allergie, intolérant, intolérance, cœliaque, anaphylaxie, épipen
            7: cancer, tumeur, infarctus, avc, métastase, leucémie, alzheimer, parkinson, chimiothérapie, chimio, crise cardiaque, suicide, coma, \
            overdose, réanimation
            4: hôpital, hôpitaux, urgences, opération, opérer, opéré, opérée, chirurgien, chirurgie, médicament, médicaments, ordonnance, traitement, \
            vaccin, diabète, diabétique, asthme, asthmatique, épilepsie, épileptique, insuline, antibiotique, groupe sanguin, enceinte de, fracture, \
            prise de sang, analyses, irm, scanner, radio des poumons, dépression, burn out, handicap, handicapé, hospitalisé, hospitalisée
            3: malade, maladie, médecin, docteur, dentiste, cardiologue, pédiatre, psy, psychologue, fièvre, douleur, migraine, tension artérielle, \
            régime, mal au dos, mal à, blessé, blessée, guéri, guérie, grippe
            7: mort, morte, morts, décès, décédé, décédée, enterrement, obsèques, funérailles, deuil, est mort, est morte, perdu mamie, perdu papi, \
            perdu papy, perdu mon père, perdu ma mère, perdu mon mari, perdu ma femme, nous a quittés, nous a quitté, s'est éteint, s'est éteinte
            7: naissance, accouché, accouchement, est né, est née, sont nés, attend un bébé, attends un bébé, attendons un bébé, suis enceinte, \
            est enceinte, on va avoir un bébé, va être papa, va être maman, va être papi, adoption
            5: mariage, se marier, marie, marier, mariés, fiançailles, fiancé, fiancée, divorce, divorcer, rupture, séparation, m'a quitté, m'a quittée, \
            baptême, communion, retraite, pacs
            3: anniversaire, fête des mères, fête des pères, noël en famille, réunion de famille
            5: feu, incendie, fuite de gaz, gaz, fumée, inondation, fuite d'eau, cambriolage, cambriolé, cambrioler, cambrioleur, agression, agressé, \
            agressée, accident, police, pompiers, danger, dangereux, dangereuse, arme, violence, violent, menace, menacé, menacée, harcèlement, harcelé, \
            harcelée, se fait embêter, se moquent de moi, poison, intoxication, brûlure, noyade
            5: code, code du portail, code de la porte, code de l'alarme, mot de passe, mots de passe, mdp, digicode, code pin, code secret, \
            numéro de carte, combinaison du coffre, wifi
            3: clé, clés, clef, clefs, passeport, carte d'identité, carte vitale, permis, papiers, portefeuille, carte bleue, carte bancaire, coffre, \
            double des clés, numéro de sécu, adresse, numéro de téléphone, plaque d'immatriculation
            4: argent, salaire, loyer, crédit, prêt immobilier, dette, dettes, facture, facture d'électricité, impôts, amende, assurance, banque, \
            découvert, héritage, notaire, euros, virement, budget, économies, pension, épargne, iban
            5: embauché, embauchée, décroché, nouveau travail, nouveau poste, nouveau boulot, licencié, licenciée, licenciement, viré, virée, fait virer, \
            démission, démissionné, démissionner, promotion, chômage, cdi, cdd, entretien d'embauche, stage
            4: bac, examen, examens, diplôme, permis de conduire, eu mon permis, concours, brevet, exam, partiel, partiels, rattrapage, conseil de classe
            4: déménage, déménager, déménagement, acheter une maison, acheté une maison, signé pour la maison, acheter un appartement, vendre la maison, \
            compromis de vente, nouvelle maison, on a signé, travaux
            5: je te promets, te promets, vous promets, promis, promesse, ai promis, a promis, je jure, te jure, on s'est mis d'accord, on est d'accord, \
            m'engage, parole
            5: décidé, ai décidé, a décidé, avons décidé, choisi, ai choisi, décision, on va acheter, on part vivre, c'est décidé, changer de vie
            3: date limite, échéance, deadline, dernier délai, au plus tard, avant vendredi, avant lundi, avant mardi, avant mercredi, avant jeudi, \
            avant samedi, avant dimanche, avant demain, avant la fin, rendez vous, rdv, réunion, avant le, à rendre, convocation
            6: important, importante, c'est important, très important, super important, urgent, urgente, urgence, vital, vitale, essentiel, primordial, \
            crucial, capital, indispensable, sans faute, absolument
            6: souviens toi, rappelle toi, retiens, retiens bien, oublie jamais, oublie pas, oubliez pas, faut pas oublier, pas oublier, garde en mémoire, \
            mémorise, note bien, note que, souviens t'en, faut que tu saches, sache que
            4: m'appelle, mon nom, mon prénom, s'appelle, ai grandi, suis né, suis née, j'habite, habite, habitons, travaille, je travaille, mon métier, \
            suis végétarien, suis végétarienne, suis végan, suis gaucher, suis gauchère, mon groupe, ma religion, mon rêve, depuis toujours, toute ma vie, \
            ma vie, mon plus grand, parle couramment, ma date de naissance, mon adresse, mon numéro
            3: je déteste, j'adore, je préfère, je mange pas, je bois pas, supporte pas, mon préféré, ma préférée, mon plat préféré, préféré, préférée, \
            à chaque fois, tous les jours, toutes les semaines, tous les matins, d'habitude, tous les lundis, tous les mardis, tous les mercredis, \
            tous les jeudis, tous les vendredis, tous les samedis, tous les dimanches, le mardi, le mercredi, le jeudi, le lundi
            2: ma mère, mon père, maman, papa, mon fils, ma fille, mon frère, ma soeur, mon mari, ma femme, ma grand mère, mon grand père, mamie, papi, \
            papy, mes parents, mes enfants, bébé, ma belle mère, mon oncle, ma tante, mon cousin, ma cousine, mon copain, ma copine
            """,
        roles: [
            (.ne, "ne, n"),
            (
                .denial,
                """
                pas, sans, ni, pense pas que, crois pas que, trouve pas que, trouve pas ça, pense pas que ce soit, dirais pas que, suis pas sûr que, \
                loin d'être, arrête d'être
                """
            ),
            (
                .concord,
                """
                jamais, rien, aucun, aucune, plus jamais, pas du tout, nulle part, ai plus, as plus, a plus, ont plus, avons plus, y a plus, plus du tout, \
                non plus, même pas, plus aucun, plus aucune
                """
            ),
            (.noLonger, "plus"),
            (.contrast, "mais, pourtant, cependant, par contre, en revanche, sauf que, n'empêche, toutefois, malgré tout, heureusement"),
            (
                .supposition,
                """
                si je, si j, si tu, si il, si elle, s'il, s'ils, si on, si nous, si vous, si ils, si elles, si c, si ça, si jamais, si mon, si ma, si mes, \
                si le, si la, si les, au cas où, imagine que, imaginons que, supposons que, à supposer que, en supposant que, à condition que, admettons que
                """
            ),
            (
                .boundary,
                """
                parce que, parce qu, car, que, qu, qui, quand, donc, puisque, puisqu, alors, comme, lorsque, où, et je, et j, et on, et tu, et il, \
                et elle, et c, et ça, et le, et la, et les, et nous, et vous, et ils, et elles, et mon, et ma, et mes, ou je, pour que, puis
                """
            ),
            (.oneself, "je, j, me, m, moi, mon, ma, mes, on, nous, notre, nos, jsuis, chui, chuis, jai"),
            (.others, "il, elle, ils, elles, les gens, lui, leur"),
            (
                .filler,
                """
                je, j, me, m, moi, mon, ma, mes, on, nous, notre, nos, tu, te, t, toi, ton, ta, tes, il, elle, ils, elles, le, la, l, les, un, une, des, \
                de, d, du, au, aux, à, y, en, ce, c, ça, cet, cette, ces, se, s, suis, es, est, sommes, êtes, sont, étais, était, étaient, été, être, ai, \
                as, a, avons, avez, ont, eu, avait, avais, avoir, serai, sera, serais, serait, et, ou, même, aussi, très, si, s'il te plaît, \
                s'il vous plaît, stp, svp, trouve, me sens, te sens, se sent, chose, truc, quelque chose
                """
            ),
        ],
        talk: [
            (
                .question,
                """
                est ce que, est ce qu, es tu, as tu, qu'est ce que, qu'est ce qu, qui est, c'est quoi, comment, pourquoi, combien, quand est ce, où est, \
                où sont, peux tu, tu peux, tu sais, t'as, tu as, tu es, t'es
                """
            ),
            (
                .trivial,
                """
                jarvis, bonjour, bonsoir, salut, coucou, hello, bonne nuit, au revoir, à plus, à tout à l'heure, à ce soir, à demain, ciao, merci, merci beaucoup, \
                de rien, ok, okay, d'accord, ça marche, oui, non, ouais, nan, mouais, bof, haha, hahaha, hihi, héhé, mdr, lol, ptdr, ça va, \
                comment vas tu, comment ça va, quoi de neuf, il fait beau, il fait chaud, il fait froid, il pleut, il neige, quel temps, pas grave, \
                c'est pas grave, pas important, c'est pas important, pas urgent, laisse tomber, raconte moi une blague, tais toi, stop, répète, \
                bonne journée, bonne soirée, bon appétit, santé, c'est noté, tu m'entends, test
                """
            ),
            (
                .order,
                """
                donne moi, mettre, annonce, annoncer, ajuste, ajuster, régler, descends, remonte, change la, change le, passe en, passe à, allume, \
                allumer, éteins, éteindre, ouvre, ferme, mets, met, monte, baisse, augmente, diminue, lance, arrête la, arrête le, arrête l, coupe, joue, \
                passe la, règle, programme, démarre, active, désactive, verrouille, déverrouille, ajoute, enlève, supprime, rajoute, quelle heure, \
                il est quelle heure, quel jour, quelle date, quel temps, il fait combien, la météo, météo, va t il, minuteur, minuterie, réveille moi, \
                chanson suivante, volume, tu peux allumer, tu peux éteindre, tu peux mettre, tu peux ouvrir, tu peux fermer, peux tu allumer, \
                peux tu éteindre, peux tu mettre, calcule, combien font, convertis, traduis, répète, qui a gagné, dis bonjour, c'est quoi la capitale, \
                combien de temps pour, montre moi, dis moi, dites moi, vérifie, coche, nettoie, aspire, tamise, stoppe, annule, prolonge, retire, rajoute
                """
            ),
        ],
        adjectiveForms: .frenchAdjective, nounForms: .frenchNoun, verbForms: .frenchVerb)
}
