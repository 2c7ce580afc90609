/// What people tell of themselves and theirs in French. The form is that of the sentences set aside.
let frenchFacts = #"""
    j'habite à Nantes
        @me lives_in: Nantes
    Paul vit en Belgique depuis 2018
        paul lives_in: Belgique [from 2018-01-01]
    mes parents habitent au Portugal
        @me/parent lives_in: Portugal
    on habite dans un petit village
        @us lives_in: dans un petit village
    ma tante Jeanne vit chez sa fille
        @me aunt: Jeanne
        jeanne lives_in: chez sa fille
    Léa n'habite plus à Lyon
        lea lives_in: Lyon [ends]
    j'habite plus chez mes parents
        @me lives_in: chez mes parents [ends]
    Léa a emménagé à Toulouse en mars
        lea lives_in: Toulouse [begins, from 2026-03-01]
    on va déménager à Rennes en septembre
        @us lives_in: Rennes [begins, from 2026-09-01]
    j'ai habité à Londres pendant deux ans
        @me lives_in: Londres [was]
    de 2010 à 2015 on habitait à Lille
        @us lives_in: Lille [was, from 2010-01-01, until 2016-01-01]
    je travaille à la mairie
        @me works_at: la mairie
    ma femme bosse pour EDF depuis trois ans
        @me/wife works_at: EDF [from 2023-06-10]
    Paul est boulanger
        paul works_as: boulanger
    Sophie est infirmière chez Korian
        sophie works_as: infirmière
        sophie works_at: Korian
    mon frère est devenu pompier
        @me/brother works_as: pompier [begins]
    je suis prof de maths
        @me works_as: prof de maths
    ma voisine est sage-femme
        @me/neighbour works_as: sage-femme
    Paul a changé de travail
        paul works_at: [ends]
    Marc a été embauché chez Thales
        marc works_at: Thales [begins]
    Paul ne travaille plus chez Airbus depuis mai
        paul works_at: Airbus [ends, until 2026-05-01]
    je m'appelle Antoine
        @me name: Antoine
    mes enfants s'appellent Tom et Zoé
        @me child: Tom
        @me child: Zoé
    le chien des voisins s'appelle Rex
        @me/neighbour dog: Rex
    la maîtresse de Tom s'appelle madame Petit
        tom teacher: madame Petit
    Julie est ma sœur
        @me sister: Julie
    Karim c'est mon collègue
        @me colleague: Karim
    Anna est la fille de Paul
        paul daughter: Anna
    le mari de Léa, c'est Marc
        lea husband: Marc
    ma sœur Julie est enceinte
        @me sister: Julie
        julie status: enceinte
    j'ai une sœur, Julie
        @me sister: Julie
    j'ai deux filles, Anna et Zoé
        @me daughter: Anna
        @me daughter: Zoé
    j'ai un frère qui s'appelle Karim
        @me brother: Karim
    Julie a trois enfants
        julie child: trois enfants
    on a deux chats
        @us has: deux chats
    Paul a une Clio rouge
        paul has: Clio rouge
    j'ai pas de voiture
        @me has: voiture [not]
    ma mère a vendu sa maison
        @me/mother has: sa maison [ends]
    on a acheté un camping-car
        @us has: camping-car [begins]
    on a adopté un chaton hier
        @us has: chaton [begins, from 2026-06-09]
    notre chat est mort
        @us/cat status: mort [begins]
    mon anniversaire est le 14 juillet
        @me birthday: 14 juillet
    l'anniversaire de ma mère c'est le 2 février
        @me/mother birthday: 2 février
    Zoé est née le 5 mars 2019
        zoe birthday: 5 mars 2019
    Paul est né à Dakar
        paul born_in: Dakar
    j'ai 42 ans
        @me age: 42 ans
    ma grand-mère a quatre-vingt-dix ans
        @me/grandmother age: quatre-vingt-dix ans
    Tom est allergique au gluten et aux œufs
        tom allergic_to: gluten
        tom allergic_to: œufs
    je ne suis pas allergique aux chats
        @me allergic_to: chats [not]
    Léa n'est plus allergique aux fraises
        lea allergic_to: fraises [ends]
    mon fils a une allergie à la pénicilline
        @me/son allergic_to: pénicilline
    ma fille est intolérante au gluten
        @me/daughter intolerant_to: gluten
    Paul est végan
        paul diet: végan
    mon père est diabétique
        @me/father condition: diabétique
    Tom a de l'asthme
        tom condition: asthme
    ma femme a la grippe
        @me/wife condition: grippe
    je prends de la Ventoline matin et soir
        @me takes: Ventoline matin
    mon père prend un traitement pour le cœur
        @me/father takes: traitement pour le cœur
    j'adore le fromage
        @me likes: fromage
    Paul déteste les champignons
        paul dislikes: champignons
    Zoé aime pas trop la soupe
        zoe likes: soupe [not]
    ma sœur n'aime ni le thé ni le café
        @me/sister likes: thé [not]
        @me/sister likes: café [not]
    j'aime bien nager
        @me likes: nager
    je n'aime plus le football
        @me likes: football [ends]
    mon mari préfère le vin rouge
        @me/husband prefers: vin rouge
    mon plat préféré c'est la raclette
        @me plat prefere: raclette
    le film préféré de Zoé est Totoro
        zoe film prefere: Totoro
    le bleu est ma couleur préférée
        @me couleur preferee: bleu
    Tom ne mange pas de porc
        tom eats: porc [not]
    ma fille mange plus de viande
        @me/daughter eats: viande [ends]
    Paul ne boit jamais d'alcool
        paul drinks: alcool [not]
    Paul fume
        paul habit: fumer
    ma mère ne fume plus depuis 2020
        @me/mother habit: fumer [ends, until 2020-01-01]
    je joue du piano
        @me plays: piano
    Tom joue au foot le samedi
        tom plays: foot
    ma femme s'est mise à la poterie
        @me/wife does: poterie [begins]
    Léa a arrêté la danse
        lea does: danse [ends]
    je parle anglais et un peu d'espagnol
        @me speaks: anglais
        @me speaks: espagnol
    Tom apprend le violon
        tom studies: violon
    mon fils est en terminale au lycée Pasteur
        @me/son studies_at: terminale au lycée Pasteur
    Zoé est au collège
        zoe studies_at: au collège
    mon numéro c'est le 06 98 76 54 32
        @me phone: 06 98 76 54 32
    l'adresse de Paul c'est 12 rue des Lilas
        paul address: 12 rue des Lilas
    mon adresse mail est paul.durand@example.org
        @me email: paul.durand@example.org
    le code de l'immeuble c'est B4512
        immeuble code: B4512
    le code wifi c'est soleil2024
        wifi password: soleil2024
    le mot de passe de la box est abricot
        box password: abricot
    la clé du garage est dans le pot de fleurs
        cle du garage located_at: dans le pot de fleurs
    les bouteilles de gaz sont à la cave
        bouteilles de gaz located_at: à la cave
    les passeports sont dans le coffre
        passeports located_at: dans le coffre
    j'ai rangé les décorations de Noël au grenier
        decorations de noel located_at: au grenier
    j'ai laissé mon vélo devant la gare
        velo located_at: devant la gare
    la voiture est au parking du centre
        voiture located_at: au parking du centre
    j'ai garé la voiture rue des Halles
        voiture located_at: rue des Halles
    tous les mardis on mange chez mes parents
        @us habit: mange chez mes parents
    je cours le dimanche matin
        @me habit: cours le dimanche matin
    la femme de ménage vient le jeudi
        femme de menage habit: vient le jeudi
    ma mère vient nous voir dimanche
        @me/mother plan: vient nous voir [from 2026-06-14, until 2026-06-15]
    demain j'ai un entretien à 14 h
        @me event: entretien [from 2026-06-11T14:00]
    j'ai rendez-vous chez le dentiste mardi à 15 h
        @me event: rendez-vous chez le dentiste [from 2026-06-16T15:00]
    Tom a un contrôle de maths vendredi
        tom event: contrôle de maths [from 2026-06-12, until 2026-06-13]
    les parents de Marc arrivent jeudi
        marc/parent plan: arrivent [from 2026-06-11, until 2026-06-12]
    je vais voir un concert samedi prochain
        @me plan: voir un concert [from 2026-06-13, until 2026-06-14]
    samedi dernier on a mangé chez Léa
        @us did: mangé chez Léa [from 2026-06-06, until 2026-06-07]
    l'été dernier on est allés en Corse
        @us did: allés en Corse [from 2025-06-01, until 2025-09-01]
    j'ai vu ma sœur il y a trois jours
        @me did: vu ma sœur [from 2026-06-07, until 2026-06-08]
    la pointure de ma femme c'est 38
        @me/wife shoe_size: 38
    je chausse du 43
        @me shoe_size: 43
    Paul mesure 1 m 85 et pèse 80 kilos
        paul measures: 1 m 85
        paul weighs: 80 kilos
    mon groupe sanguin c'est O positif
        @me blood_type: O positif
    Paul est au chômage depuis janvier
        paul status: au chômage [from 2026-01-01]
    ma mère est à la retraite
        @me/mother status: à la retraite
    Sophie est en congé maternité jusqu'en octobre
        sophie status: en congé maternité [until 2026-11-01]
    Paul et Julie se sont mariés l'an dernier
        paul relationship: mariés [begins, from 2025-01-01]
        julie relationship: mariés [begins, from 2025-01-01]
    Julie est mariée avec Marc
        julie spouse: Marc
    Léa est célibataire
        lea relationship: célibataire
    mon frère a divorcé
        @me/brother relationship: divorcé [begins]
    j'ai trouvé le dernier film de Dupieux génial
        @me opinion: dernier film de Dupieux génial
    on a changé la pile du détecteur dimanche
        pile du detecteur maintenance: changé [from 2026-06-07, until 2026-06-08]
    notre assurance c'est la Maif
        @us assurance: Maif
    Mme Leroy est notre médecin traitant
        @us doctor: Mme Leroy
    le véto de Miro c'est le docteur Blanc
        miro veto: docteur Blanc
    mon salaire est de 2000 euros
        @me salaire: 2000 euros
    la voiture est grise
        voiture is: grise
    Léa est gauchère
        lea is: gauchère
    la capitale du Pérou est Lima
        perou capitale: Lima
    mon mari a peur du vide
        @me/husband fears: vide
    je rêve d'aller au Japon
        @me wishes: aller au Japon
    je dois 50 euros à Karim
        @me owes: 50 euros à Karim
    """#
