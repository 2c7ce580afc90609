extension LimbicWords {
    /// How people really say it; "ne" is skipped wherever it stands, strengthening words may stand inside.
    static let frenchSayings = """
        9 8: aux anges, sur un petit nuage, septième ciel, fou de joie, folle de joie, nage dans le bonheur, plus beau jour de ma vie, que du bonheur, \
        de la bombe, tue tout, j'y crois pas on a gagné, saute de joie, sauter de joie
        7 6: super, au top de la forme, génialissime, extra, énorme, du feu de dieu, de folie, dingue de
        8 6: trop bien, trop bon, trop bonne, trop cool, trop beau, trop belle, trop fort, trop mignon, trop mignonne, trop contente, trop content, \
        c'est ouf, un truc de ouf, déchire, déchires, ça déchire, tu gères, gère trop, au top, le top, de rêve, a tuer, c'est le pied, le pied total, \
        pris mon pied, le meilleur, la meilleure, les meilleurs, coup de coeur, haut la main, bravo à toi, chapeau, je suis fan, fan de, à tomber, \
        à se damner, une tuerie, la pêche, la patate, la frite, la banane, la forme, en pleine forme, en super forme, fait tellement plaisir, \
        vive les vacances, vive le week end, me fait rêver, des étoiles dans les yeux, coeur léger, main gagnante, tout roule, comme sur des roulettes, \
        ça fait chaud au coeur, chaud au coeur
        7 7: trop hâte, hâte de, hâte d'y, hâte d', tellement hâte, hâte, vivement, j'ai décroché, ai décroché, été pris, été prise, suis pris, \
        suis prise, été accepté, été acceptée, été admis, été admise, a accouché, attend un bébé, attends un bébé, attendons un bébé, suis enceinte, \
        est enceinte, va se marier, vont se marier, allons nous marier, on se marie, on va se marier, se sont mariés, s'est fiancé, \
        m'a demandé en mariage, eu mon permis, eu mon bac, eu son bac, eu mon diplôme, eu le poste, eu le job, premiers pas, on a signé, bonne nouvelle, \
        bonnes nouvelles, super nouvelle, j'ai gagné, on a gagné, joyeux noël, joyeux anniversaire, bon anniversaire, bonne année, bonne fête, est né, \
        est née, sont nés, on l'a fait, a réussi, ai réussi, avons réussi, as réussi
        6 4: fait plaisir, font plaisir, faire plaisir, fait du bien, font du bien, faire du bien, bonne humeur, de bonne humeur, bonne idée, \
        bonne soirée, bonne journée, belle journée, beau temps, ça me va, ça me touche, me touche, bien joué, bien fait de, bien aidé, bien amusé, \
        bien amusée, bien amusés, bien rigolé, bien ri, bien mangé, bien dormi, dors bien, dormi comme un bébé, dormi comme un loir, passé un bon moment, \
        passer un bon moment, bon moment, bons moments, se régale, me régale, on se régale, s'est régalé, s'est régalés, prends mon pied, ça vaut le coup, \
        bonne chance, mon coeur, mon amour, ma puce, mon chou, mon ange, je t'embrasse, gros bisous, bien content, bien contente, carrément bien, \
        trop sympa, rien que du bonheur, tant mieux, content pour, ça fait envie, en forme, d'humeur joyeuse, s'est bien passé, s'est bien passée, \
        bien passé, bien passée, bien passés, se passe bien, ça marche bien, marche bien, marche super bien, avance bien, t'es le meilleur, \
        t'es la meilleure, tu es le meilleur, tu es la meilleure, le coeur en fête, t'assures, tu assures, a assuré, ai assuré, comme un chef, \
        comme une reine, comme un roi, un amour, fait ses nuits, fait enfin ses nuits, bien fait pour, au poil, du tonnerre, nickel chrome, aux petits oignons
        5 2: ça va bien, va bien, vais bien, vas bien, vont bien, allons bien, ça va mieux, va mieux, vais mieux, vont mieux, me sens mieux, \
        beaucoup mieux, ça va super, va super, ça baigne, ça roule, ça gaze, la vie est belle, tout va bien, se sent bien, on est bien, suis bien, \
        est bien, sont bien, fait bon, fait beau, en sécurité, en paix, tête reposée, plus de peur que de mal, sain et sauf, saine et sauve, \
        tiré d'affaire, hors de danger, quel soulagement, mieux, enfin le week end, c'est bon signe, bon signe, bien fait, \
        sans souci de santé
        6 4: remonté le moral, remonte le moral, remonter le moral, redonné le sourire, redonne le sourire, redonné espoir, mis de bonne humeur, \
        fait sourire, fait rire, faire rire, ému aux larmes, m'a ému, m'a émue, très ému, très émue, ai fondu, fait fondre, d'énormes progrès, \
        énormes progrès, gros progrès, des progrès, fait des progrès, bon pressentiment, sens bien ce, maison de nos rêves, de mes rêves, de nos rêves, \
        rêve devenu réalité, rêve de gosse, sans m'arrêter, sans nous arrêter, sans une faute, rentré dans l'ordre, rentre dans l'ordre, \
        de mieux en mieux, en bonne voie, tout baigne, petits oignons, sent bon, sentait bon, rends heureux, rend heureux, rends heureuse, rend heureuse, \
        pas vu le temps passer, pas ennuyé, pas ennuyée, pas ennuyés, pas une seconde d'ennui, coup de chance, gros coup de chance, pur bonheur, \
        moment magique, comme un poisson dans l'eau, comme un coq en pâte, petit paradis, vraie perle, sur la bonne voie, on tient le bon bout, \
        tient le bon bout, première place, premier prix, haut les coeurs, trinque à, à la tienne, compte sur toi, peux compter sur, toujours là pour moi, \
        là pour moi, là pour nous, prend soin de, prends soin de moi, en pleine santé, pas d'inquiétude, \
        sens prêt, sens prête, retrouvé mes, retrouvé mon, retrouvé ma, retrouvé le sourire, moral au beau fixe, moral est bon, \
        le moral remonte, jour de fête, réconciliés, on s'est réconciliés, fait la paix, enterré la hache de guerre, a dit oui, a enfin dit, premier mot, \
        dit maman, dit papa, premiers mots, première dent, fait un dessin, bon appétit bien sûr
        6 5: une augmentation, eu une augmentation, été remboursé, été remboursée, été sélectionné, été sélectionnée, été choisi, été choisie, \
        été félicité, été félicitée, été reçu, été reçue, en rémission, est sorti de l'hôpital, est sortie de l'hôpital, \
        sorti d'affaire, sortie d'affaire, sont réconciliés, sont revenus, est enfin là, est enfin arrivé, enfin arrivée, enfin reçu, enfin fini, \
        enfin terminé, enfin trouvé, ai enfin, avons enfin, on a enfin, retrouvailles, moment de bonheur, bon souvenir, bons souvenirs, \
        beau souvenir, beaux souvenirs, meilleur souvenir, bonne surprise, bonne année, bonne ambiance, super ambiance, bonne équipe, bonne note, \
        bonnes notes, bon résultat, bons résultats, bon film, bon livre, bon repas, du soleil, grand soleil, grand ciel bleu, il fait doux
        -5 4: été annulé, été annulée, est annulé, est annulée, sont annulés, ont annulé, a annulé, tombe à l'eau, tombé à l'eau, tombée à l'eau, \
        raté le bus, raté le train, loupé le bus, loupé le train, raté mon, raté ma, pneu crevé, crevaison, panne de courant, coupure de courant, \
        enfermé dehors, enfermée dehors, sommes perdus, suis perdu, suis perdue, s'est perdu, s'est perdue, des poux, des punaises de lit, \
        punaises de lit, des cafards, des souris, gueule de bois, mal de crâne, dans le plâtre, des béquilles, points de suture, \
        tombé malade, tombée malade, couve quelque chose, coup de froid, nez bouché, n'en plus finir, en finit pas, en finit plus, ça s'arrête jamais, \
        arrête pas de pleurer, arrête pas de crier, arrêtent pas de crier, arrête pas de tousser, arrête pas de râler, \
        c'est long, trop long, c'est lourd, trop lourd, trop dur, c'est dur, c'est compliqué, c'est pénible, pas possible, pas croyable, pas acceptable, \
        c'est fini entre nous, c'est la fin, il est trop tard, plus personne, plus rien à, pas de nouvelles, pas de réponse
        5 5: une surprise, belle surprise, bonne surprise, pas si terrible, pas si grave, pas si dur, pas si horrible, pas si pire, pas si moche, \
        pas si nul, on respire, respire enfin, exactement ce que je voulais, exactement ce qu'il me fallait, ce que je voulais, bout du tunnel, \
        voit le bout, vois le bout, vu le bout, rien à redire, rien à dire de mal, rien à envier, y a pas mieux, pas mieux, rien de mieux, peut pas mieux, \
        pouvait pas mieux, pas de regret, aucun regret, regrette pas, regrette rien, vaut le détour, ça en jette
        -5 5: ai plus envie de, as plus envie de, a plus envie de, as pas honte, avez pas honte, sans gêne, raccroché au nez, claqué la porte, s'en fiche, \
        s'en fout, s'en foutent, s'en fichent, s'en balance, \
        m'en fiche, m'en fous, plus envie de, pas envie de, plus envie, aucune envie de, piquer le chien, piquer le chat, fais du mouron, fait du mouron, \
        du mouron, sucré mes, sucré mon, rend dingue, rends dingue, rend fou, rend folle, rends fou, rends folle, rend malade, rends malade, \
        me rend triste, me rends triste, tout ça s'arrête, que ça s'arrête, que ça cesse, suis mal, est mal, me sens mal, à quoi je sers, à quoi bon, \
        pas frais, pas fraîche, pas nette, puni, punie, grondé, grondée, tombé de haut, tombée de haut, tombe de haut, mauvaise surprise, \
        mauvaises surprises, sale coup, coup bas, coup de poignard, dans le dos, tourné le dos, me tourne le dos, poignardé, pas une bonne idée, \
        mauvaise idée, mauvais souvenir, mauvais souvenirs, mauvais goût, mauvaise odeur, mauvais rêve, mauvaise passe, mauvais moment, mauvais état, \
        mauvais signe, mal parti, mal partie, mal tourné, mal finir, mal fini, mal élevé, mal polie, mal poli, mal vu, mal placé
        -5 4: fend le coeur, fendu le coeur, arrache le coeur, serre le coeur, coeur serré, noeud dans la gorge, noeud au ventre, boule dans la gorge, \
        sais plus quoi faire, sais pas quoi faire, sais plus comment faire, sais plus où j'en suis, tourne en rond, pour rien, de travers, me sens vide, \
        me sens inutile, me sens perdu, me sens perdue, me sens mal aimé, sens pas bien, sens pas aimé, me sens pas, a disparu, ont disparu, \
        toujours pas rentré, toujours pas rentrée, sans nouvelles, aucune nouvelle, donne plus de nouvelles, répond pas, répond jamais, réponds jamais, \
        répond plus, rappelle jamais, se parle plus, parle plus, me parle plus, m'adresse plus la parole, fait la gueule, font la gueule, fais la gueule, \
        fait la tête, fais la tête, tire la tronche, piqué mon, piqué ma, piqué mes, volé mon, volé ma, volé mes, tout perdu, ai tout perdu, a planté, \
        ont planté, rame à mort, tombe en ruine, voiture est morte, batterie est morte, est morte ce, finir le mois, fins de mois, boucler le mois, \
        dans le rouge, à découvert, jamais à l'heure, toujours en retard, jamais y arriver, y arrive pas, y arrive plus, arrive jamais à, jamais là, \
        jamais content, jamais contente, jamais le temps, pas le temps de souffler, plus le temps de rien, plus une minute à moi, personne qui comprend, \
        comprend pas ce que, personne à qui parler, personne pour, me comprend pas, me comprends pas, me crois pas, me croit pas, me fait pas confiance, \
        m'a menti, m'ont menti, m'a trompé, m'a trompée, m'a laissé, m'a laissée, m'a oublié, m'ont oublié, tout oublié mon anniversaire, \
        oublié mon anniversaire, oublie tout, encore oublié, devient lourd, deviens lourd, t'es lourd, lourdingue, file un mauvais coton, broie du noir, \
        broyer du noir, voit tout en noir, vois tout en noir, déteint sur moi, mauvais pressentiment, ça sent mauvais, sent mauvais, sent le brûlé, \
        sent pas bon, attendu des heures, attendu deux heures, fait poireauter, posé un lapin, pas invité, pas invitée, pas invités, mis de côté, \
        mis à l'écart, mise à l'écart, tape les autres, tapé un, tapé une, tape son, mordu, m'a mordu, m'a frappé, m'a frappée, m'a tapé, m'a poussé, \
        s'est cassé, me suis cassé, me suis coupé, me suis brûlé, tombé dans l'escalier, tombée dans l'escalier, est tombé, est tombée, suis tombé, \
        suis tombée, pas remboursé, refusé mon, refusé notre, pas pris, pas été pris, pas été prise, recalé, recalée, collé, redouble, mauvaise note, \
        mauvaises notes, zéro en, huissier, prud'hommes, tribunal, rebelote, cerise sur le gâteau, c'était pas le moment, pas supportable, \
        peux pas dormir, réveillé en sursaut, réveillée en sursaut, mal réveillée, pas un mot gentil, crie sans arrêt, hurle sans arrêt, \
        aboie toute la nuit, aboie sans arrêt, fais du souci, fait du souci, me fais du souci, se fait du souci, me fais un sang d'encre, sang d'encre, \
        me tracasse, me travaille, me ronge, me hante, me mine, me pèse
        4 2: bien, bon, bonne, bons, bonnes, enfin, ça marche, ça fonctionne, fonctionne bien, s'est arrangé, ça s'arrange, va s'arranger, va s'en sortir, \
        on va s'en sortir, s'en sortir, pas mal, pas mal du tout, pas dégueu, pas mauvais, pas mauvaise, pas si mal, pas trop mal, pas bête, pas vilain, \
        pas déplaisant, pas désagréable, pas peu fier, pas peu fière, plus mal, plus peur, sans problème, sans souci, sans encombre, sans accroc, \
        sans se disputer, sans disputes, sans stress, sans douleur, pas à plaindre, c'est la fête, volontiers, avec plaisir, pas de souci, pas de soucis, \
        aucun souci, aucun problème, pas de problème, y a pas de mal, t'inquiète, t'inquiète pas, pas grave, rien de grave, c'est rien, \
        pas de quoi fouetter un chat
        0 2: qui a gagné, envie de, sans doute, ai pas mal, besoin d'aide, aide moi, aidez moi, super u, par chance, l'envie de, envie de, pas mal de, \
        bien sûr, bien entendu, ou bien, eh bien, et bien, hé bien, bien que, si bien que, vois bien, sais bien, veux bien, veut bien, mais bon, ah bon, \
        bon alors, bon ben, bon bah, bon d'accord, pour de bon, bon courage, oeuf dur, oeufs durs, disque dur, du mal, fait mal de, dur dur, \
        si bon te semble, à la bonne heure, de bonne heure, bonne nuit, bonjour, au bon moment, pas bête du tout, en train, mal de mer, calme plat, \
        pas la peine, à peine, c'est pas la peine, sans peine, à toute, en cas d'urgence, coupe du monde, salle de bain, pas folle la guêpe, \
        les nouvelles, aussi bien, tout de suite, bien à toi, poste de police, chambre froide, cherche et trouve, vol de nuit, guerre mondiale, \
        film d'horreur, roman policier, histoire drôle, s'aime pas, tout bon, beau frère, belle soeur, belle mère, beau père, beaux parents, belle fille, \
        beau fils, grand mère, bien des, bel et bien, bien cuit, bien cuite, sucré salé
        -3 3: bof bof, mouais bof, pas top, pas ouf, pas terrible, pas terrible comme, pas génial, pas géniale, pas folichon, pas fameux, pas fameuse, \
        pas foufou, pas la joie, pas glorieux, pas brillant, pas marrant, pas drôle, pas évident, pas facile, pas cool, pas sympa, pas juste, pas normal, \
        pas envie, pas très envie, aucune envie, envie de rien, la flemme, flemme de, pas le courage, pas la force, comme ci comme ça, on fait aller, \
        faut faire avec, ça va moyen, va moyen, suis mitigé, mal réveillé, mal luné, pied gauche, tête ailleurs, ça traîne, trop de travail, \
        trop de boulot, trop cher, trop chère, trop tard, trop salé, trop cuit, trop froid, trop chaud, trop de bruit, prise de tête, prise de chou, \
        coup de mou, coup de barre, à la bourre, en retard, dommage, tant pis, quel dommage, c'est la vie, mal fichu, mal foutu, pas en forme, \
        petite forme, nuit blanche, mal dormi, dors mal, dort mal, pas dormi, pas fermé l'oeil, pas réussi, arrive pas à, arrive plus à, marche pas, \
        marche plus, marche mal, rien marche, fonctionne pas, fonctionne plus, tombé en panne, tombée en panne, en panne, hors service, en rade, \
        mal barré, c'est mort, rien à foutre, sert à rien, sers à rien, servent à rien, n'importe quoi, ça pue, pas bon, pas bonne, pas beau, pas belle, \
        comprends rien, comprend rien, comprends pas pourquoi, au régime, pas fier, pas fière, à plat, pleut encore, pleut toujours, encore de la pluie, \
        s'en sors pas, s'en sort pas, m'en sors pas
        -6 3: j'en ai marre, marre, ras le bol, raz le bol, ras la casquette, plein le dos, plein le cul, plein les bottes, en peux plus, en peut plus, \
        en pouvons plus, peux plus, à bout, à bout de forces, à bout de nerfs, au bout du rouleau, au bout de ma vie, au fond du trou, \
        au trente sixième dessous, toucher le fond, touche le fond, touché le fond, au plus mal, pas le moral, moral à zéro, moral dans les chaussettes, \
        moral en berne, moral au plus bas, le moral est bas, le cafard, coup de blues, coup dur, gros coup dur, mal au coeur, coeur brisé, \
        coeur en miettes, coeur lourd, coeur gros, coeur qui saigne, brisé le coeur, larmes aux yeux, en larmes, en pleurs, fondu en larmes, \
        fond en larmes, j'ai mal, ai mal, a mal, as mal, avait mal, fait mal, font mal, mal à la tête, mal au dos, mal au ventre, mal aux dents, \
        mal à la gorge, mal de tête, mal de dos, mal de chien, mal partout, va mal, vais mal, vas mal, vont mal, va pas, vais pas bien, vais pas, \
        va pas bien, vas pas bien, va pas fort, va pas du tout, va plus, se passe mal, s'est mal passé, s'est mal passée, mal passé, mal passée, \
        me sens seul, me sens seule, sans toi, tout seul, toute seule, sans personne, personne m'aime, personne m'aide, personne m'écoute, \
        personne me comprend, m'écoute jamais, m'écoute pas, on m'oublie, se moque, se moquent, moque de moi, laissé tomber, laissée tomber, \
        laisse tomber, m'a quitté, m'a quittée, m'a largué, m'a larguée, m'a plaqué, m'a plaquée, fait virer, fait larguer, fait avoir, \
        me suis fait avoir, fait voler, fait cambrioler, fait arnaquer, fait agresser, fait embêter, fait engueuler, fait harceler, fait renverser, \
        on a perdu mamie, perdu mamie, perdu papi, perdu papy, perdu mon père, perdu ma mère, perdu mon chien, perdu mon chat, perdu le match, perdu mon, \
        perdu ma, perdu mes, ai perdu, a perdu, avons perdu, nous a quittés, nous a quitté, s'est éteint, s'est éteinte, est décédé, est décédée, \
        est parti trop tôt, est partie trop tôt, nous manque, me manque, nous manques, me manques, à l'hôpital, aux urgences, en soins intensifs, \
        en réanimation, en réa, accident, mauvaise nouvelle, mauvaises nouvelles, mauvaise journée, sale journée, journée de merde, sale temps, \
        temps de merde, de merde, à chier, c'est naze, c'est nul, ça craint, craint trop, ça pue du cul, la cata, c'est la cata, \
        c'est chaud, galère totale, la galère, la merde, dans la merde, dans le pétrin, dans la mouise, mal au bide, vomi, vomir, plus goût à rien, \
        plus envie de rien, plus envie de vivre, envie de pleurer, envie de mourir, envie de vomir, me sens mal, me sens nul, me sens nulle, \
        me sens moche, me trouve moche, me trouve nul, me trouve grosse, me dégoûte, pas à la hauteur, tout va mal, tout va de travers, rien va, \
        rien va plus, sans espoir, plus d'espoir, pas contente du tout, pas content du tout, pas bien du tout, pas d'humeur, de mauvaise humeur, \
        mauvaise humeur, d'humeur massacrante, d'une humeur massacrante, suis vert, suis verte, j'suis deg, suis deg, deg, dégoûté, le seum, les boules, \
        fout les boules, les glandes, la haine, la rage, la poisse, la guigne, pas de chance, pas de bol, manque de bol, manque de pot, pas de pot, \
        la loose, la lose, loser
        -6 7: ça me saoule, ça saoule, me saoule, me saoules, me soûle, me gave, ça me gave, me gonfle, me gonfles, ça gonfle, me casse les pieds, \
        casse les pieds, casse les couilles, casses les couilles, casse pas les pieds, me pompe l'air, pompe l'air, tape sur les nerfs, \
        tapes sur les nerfs, taper sur les nerfs, tape sur le système, sur les nerfs, court sur le haricot, hors de moi, hors de lui, hors d'elle, \
        pète un plomb, péter un plomb, pété un plomb, pète un câble, péter un câble, pété un câble, pète les plombs, péter les plombs, pété les plombs, \
        à cran, à fleur de peau, les nerfs à vif, les nerfs, voir rouge, vois rouge, fait chier, fais chier, font chier, faire chier, me faire chier, \
        fait suer, va te faire, ta gueule, ferme ta gueule, dégage, dégagez, casse toi, fous moi la paix, fichez moi la paix, fiche moi la paix, \
        foutez moi la paix, laisse moi tranquille, laissez moi tranquille, fous le camp, lâche moi, lâchez moi, arrête tes conneries, tu m'énerves, \
        tu m'agaces, tu me gaves, m'a crié dessus, crié dessus, crie dessus, crier dessus, hurlé dessus, hurle dessus, m'a engueulé, pris la tête, \
        se prend la tête, prend la tête, prends la tête, on s'est disputés, s'est disputé, me suis disputé, me suis disputée, supporte pas, supporte plus, \
        supportes pas, supporter plus, peux pas supporter, peux plus supporter, peux pas le voir, peux pas la voir, peux pas le sentir, \
        peux pas la sentir, j'ai peur, ai peur, as peur, a peur, fait peur, font peur, ont peur, avait peur, mort de peur, morte de peur, \
        mort de trouille, la trouille, les jetons, les chocottes, la frousse, la pétoche, la boule au ventre, boule au ventre, noeud à l'estomac, \
        gorge nouée, sueurs froides, chair de poule, fait flipper, me fait peur, fait froid dans le dos, ça me fout la trouille, crise d'angoisse, \
        crise de panique, attaque de panique, au secours, à l'aide, sur les dents, sous pression, la pression monte, pas me calmer, \
        arrive pas à me calmer, trop c'est trop, c'est abusé, la goutte d'eau, c'est une honte, c'est du foutage de gueule, foutage de gueule, \
        se fout de moi, fous de moi, fout de ma gueule, prend pour un con, prend pour une conne, prend pour un idiot, marche sur la tête, \
        c'est inadmissible, c'est n'importe quoi, mais merde, faut pas déconner, déconne pas, il a bu, est ivre mort
        1 5: mdr, lol, ptdr, xd, haha, hahaha, hihi, héhé, mort de rire, morte de rire, pété de rire, explosé de rire
        """

    static let frenchOaths = """
        -4 7: putain, purée, bordel, merde, bon sang, nom de dieu, bon dieu, nom d'un chien, zut, mince, crotte, fichtre, punaise, flûte, la vache, \
        oh la vache, ptn, p'tain, bordel de merde, putain de merde, merde alors, oh merde, et merde, oh putain, sa mère, ta mère, foutre, fait iech, \
        tabarnak, sacrebleu
        """
}
