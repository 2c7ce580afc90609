/// More French, written down after the reader and before it was asked about them.
let frenchFactsMore = #"""
    mon beau-frère vient de s'acheter un bateau
        @me/brother_in_law has: bateau [begins]
    les jumeaux vont à l'école Jules Ferry
        @me/twin studies_at: école Jules Ferry
    ma belle-mère a 70 ans depuis hier
        @me/mother_in_law age: 70 ans [from 2026-06-09]
    Paul ne supporte pas le bruit
        paul likes: bruit [not]
    mon cousin Karim s'est installé à Marseille l'année dernière
        @me cousin: Karim
        karim lives_in: Marseille [begins, from 2025-01-01]
    Hélène a perdu son travail en avril
        helene works_at: [ends, until 2026-04-01]
    on n'a plus de chien
        @us has: chien [ends]
    le numéro du plombier c'est le 04 56 78 90 12
        plombier phone: 04 56 78 90 12
    l'adresse de l'école est 3 rue Victor Hugo
        ecole address: 3 rue Victor Hugo
    la date de naissance de Zoé c'est le 5 mars 2019
        zoe birthday: 5 mars 2019
    mon signe astrologique c'est balance
        @me signe astrologique: balance
    ma pointure c'est du 42
        @me shoe_size: 42
    Tom fait du 36
        tom size: 36
    la taille de Zoé c'est 8 ans
        zoe size: 8 ans
    Léa s'est remise au yoga
        lea does: yoga [begins]
    je fais de la natation tous les lundis
        @me does: natation
    mon père aime beaucoup la pêche à la mouche
        @me/father likes: pêche à la mouche
    ce que j'aime c'est le silence
        -
    Tom adore les dinosaures et les trains
        tom likes: dinosaures
        tom likes: trains
    mon médicament est dans l'armoire de la salle de bain
        medicament located_at: dans l'armoire de la salle de bain
    j'ai planqué le cadeau de Léa sous l'escalier
        cadeau de lea located_at: sous l'escalier
    les doubles des clés sont chez la voisine
        doubles des cles located_at: chez la voisine
    Marc nous doit 100 euros
        marc owes: 100 euros
    ma mère se lève à 6 heures
        -
    mon fils dort chez son père le week-end
        @me/son habit: dort chez son père le week-end
    le ramassage du verre c'est le premier lundi du mois
        -
    Sophie et Marc vont se marier en juillet
        sophie plan: marier [from 2026-07-01, until 2026-08-01]
        marc plan: marier [from 2026-07-01, until 2026-08-01]
    Karim est le parrain de Tom
        tom godfather: Karim
    la nounou s'appelle Fatima
        @us nanny: Fatima
    je suis né en 1984 à Brest
        @me born_in: Brest
    mon meilleur ami s'appelle Yann
        @me friend: Yann
    ma fille a peur du noir
        @me/daughter fears: noir
    mon mari ronfle
        -
    on a fait réviser la chaudière
        -
    j'ai eu mon permis en 2003
        @me did: eu mon permis [from 2003-01-01, until 2004-01-01]
    Paul ne veut plus manger de viande
        -
    je suis abonné au Monde
        @me is: abonné au Monde
    Anna est allemande
        anna is: allemande
    Zoé a les yeux verts
        zoe has: yeux verts
    le chat est diabétique
        @us/cat condition: diabétique
    où est-ce qu'on a rangé les guirlandes ?
        ? guirlandes located_at value
    il habite toujours à Metz Karim ?
        ? karim lives_in whether=Metz
    elle est allergique à quoi déjà Léa
        ? lea allergic_to value
    Paul il a quel âge
        ? paul age value
    c'est quoi le prénom de la nounou
        ? @us nanny value
    tu connais la pointure de Tom ?
        ? tom shoe_size value
    tu sais où sont les clés de la cave ?
        ? cles de la cave located_at value
    rappelle-moi le code du portail
        ? portail code value
    dis-moi où habite Karim
        ? karim lives_in value
    qui est le parrain de Tom ?
        ? tom godfather value
    Léa est végétarienne ou pas ?
        ? lea diet whether=végétarienne
    est-ce que je t'ai dit où j'ai mis mes lunettes
        -
    on a combien d'enfants
        ? @us child count
    depuis combien de temps Léa vit à Lyon ?
        ? lea lives_in since value=Lyon
    il me faut acheter des timbres
        ! acheter des timbres
    j'ai promis à Zoé qu'on irait au zoo samedi
        -
    je dois 20 balles à Marc
        @me owes: 20 balles à Marc
    faut que je rappelle le garage avant demain soir
        ! rappeler le garage @2026-06-11T20:00
    pense à acheter du lait
        -
    la piscine ferme à 19h
        piscine habit: ferme à 19h
    pardon, la piscine ferme à 20h
        piscine habit: ferme à 20h [corrects]
    non neuf, il a neuf ans Tom
        tom age: neuf ans [corrects]
    le prof de piano de Zoé s'appelle Bertin
        zoe prof de piano: Bertin
    c'est qui le prof de piano de Zoé
        ? zoe prof de piano value
    comment s'appelle le prof de piano de Zoé
        ? zoe prof de piano value
    """#
