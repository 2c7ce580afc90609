extension LimbicWords {
    static let frenchVerbs = """
        8 6: adorer, kiffer, vénérer, idolâtrer, jubiler, exulter, triompher, émerveiller, enchanter, exalter, combler, raffoler, régaler
        6 5: aimer, apprécier, célébrer, fêter, féliciter, réjouir, amuser, rigoler, marrer, gagner, embrasser, câliner, enthousiasmer, passionner, \
        emballer, charmer, complimenter, éclater, savourer, épater, bluffer, impressionner, chouchouter, dorloter, récompenser, rêver, sympathiser, \
        rayonner, briller, encourager, remercier, pardonner, réconcilier, profiter, cartonner, assurer grave, progresser, chérir, ravir, applaudir, \
        cajoler, éblouir, resplendir, réussir, motiver, triper, trinquer
        4 1: apaiser, calmer, détendre, rassurer, soulager, réconforter, consoler, relaxer, reposer, soigner, guérir, aider, protéger, épauler, libérer, \
        sauver
        -4 4: ennuyer, embêter, gêner, déranger, emmerder, gonfler, gaver, lasser, soûler, saouler, fatiguer, râler, bouder, ronchonner, grogner, \
        rouspéter, tracasser, préoccuper, perturber, vexer, froisser, contrarier, décevoir, regretter, rater, louper, foirer, merder, galérer, gâcher, \
        gaspiller, négliger, puer, tousser, vomir, démanger, gratter, chipoter, critiquer, moquer, mépriser, rabaisser, ignorer, exclure, refuser, \
        échouer, perdre, abîmer, grossir, vieillir, culpabiliser, douter, jalouser
        -6 5: pleurer, sangloter, chialer, pleurnicher, souffrir, attrister, chagriner, peiner, blesser, meurtrir, déprimer, désespérer, décourager, \
        démoraliser, accabler, anéantir, dévaster, bouleverser, traumatiser, briser, humilier, trahir, tromper, mentir, larguer, quitter, virer, \
        licencier, abandonner, délaisser, rejeter, ruiner, voler, arnaquer, escroquer, cambrioler, dégoûter, écoeurer, répugner, craquer, crever, \
        agoniser, mourir, décéder, saigner, brûler vif, étouffer, suffoquer, effondrer, ronger, torturer, tourmenter, hanter
        -6 7: détester, haïr, exécrer, énerver, agacer, irriter, exaspérer, crisper, enrager, excéder, fâcher, engueuler, gueuler, hurler, crier, \
        insulter, injurier, menacer, frapper, gifler, cogner, tabasser, agresser, harceler, persécuter, intimider, brutaliser, maltraiter, disputer, \
        bagarrer, stresser, angoisser, inquiéter, paniquer, flipper, affoler, effrayer, terrifier, terroriser, épouvanter, alarmer, craindre, redouter, \
        trembler, choquer, scandaliser, révolter, outrer, indigner, assassiner, tuer, massacrer, violer, exploser, péter un câble
        """

    static let frenchConjugated = """
        8 6: t'aime, vous aime, l'aime, aime tellement
        6 5: plaît, plais, plaisent, plaisait, plu, ri, rit, rient, riait, sourit, sourient, souris, gagné, aimerais, aimerait, aimerions, touche beaucoup
        5 2: sens mieux, sent mieux, me sens bien, te sens bien, se sent bien, on revit, revis
        -5 3: souffre, souffres, souffrons, souffrent, souffert, souffrait, souffrais, déçoit, déçois, déçoivent, déçu, sens mal, sent mal, sens seul, \
        sens seule, manque, manques, manquent, manquait
        -6 6: crains, craint, craignent, craignait, meurt, meurs, meurent, mourait, hais, hait, haïssent, souffrir, détruit, détruis, détruisent, \
        m'en veux, m'en veut, s'en veut, en veux à, en veut à, en voulait, mens, ment, mentent, mentait
        """
}
