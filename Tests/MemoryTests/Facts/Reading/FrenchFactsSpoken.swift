/// French as it comes from a microphone or a hurried thumb: corrections, changes, doubt, several things at once, no accents.
let frenchFactsSpoken = #"""
    ben moi j'habite à Brest
        @me lives_in: Brest
    jai un chien qui sappelle rex
        @me has: chien
        @me dog: rex
    ma mere elle est allergique aux crevettes
        @me/mother allergic_to: crevettes
    paul il habite a lille
        paul lives_in: lille
    en fait mon code c'est 1234
        @me code: 1234
    alors euh du coup Léa elle travaille à la banque
        lea works_at: la banque
    tu sais que Marc a déménagé à Metz
        marc lives_in: Metz [begins]
    note que la plaque d'immatriculation c'est AB-123-CD
        @us plaque d immatriculation: AB-123-CD
    souviens-toi que Léa est allergique aux arachides
        lea allergic_to: arachides
    retiens que mon chef s'appelle Bernard
        @me boss: Bernard
    n'oublie pas que Tom est végétarien
        tom diet: végétarien
    rappelle-toi que la box est dans le placard de l'entrée
        box located_at: dans le placard de l'entrée
    je te signale que le code du garage a changé, c'est 9988
        garage code: 9988
    maintenant j'habite à Tours
        @me lives_in: Tours [begins]
    désormais le code du portail est 7788
        portail code: 7788 [begins]
    depuis hier je ne fume plus
        @me habit: fumer [ends, until 2026-06-09]
    depuis lundi ma fille est en stage
        @me/daughter status: en stage [from 2026-06-08]
    non, en fait Léa habite à Dijon
        lea lives_in: Dijon [corrects]
    non, 4513
        @last @last: 4513 [corrects]
    je voulais dire 4513
        @last @last: 4513 [corrects]
    pas 4512, 4513
        @last @last: 4513 [corrects]
    le code est 4512, non pardon, 4513
        @us code: 4513 [corrects]
    Léa habite à Lyon, enfin non, à Dijon
        lea lives_in: Dijon [corrects]
    autrefois mon père travaillait chez Renault
        @me/father works_at: Renault [was]
    avant, on avait une Clio
        @us has: Clio [was]
    l'ancien code était 1111
        @us code: 1111 [was]
    peut-être que Paul est malade
        paul status: malade [0.5]
    Paul habite peut-être à Nice
        paul lives_in: Nice [0.5]
    je pense que Léa aime le jazz
        lea likes: jazz [0.7]
    je suis pas sûr mais Marc travaille chez Orange
        marc works_at: Orange [0.4]
    on m'a dit que Sophie est enceinte
        sophie status: enceinte [0.6]
    apparemment la voisine a un chien
        @me/neighbour has: chien [0.6]
    Paul habite à Lyon, Léa à Paris
        paul lives_in: Lyon
        lea lives_in: Paris
    elle habite à Lyon, Léa
        lea lives_in: Lyon
    il aime pas le poisson, mon fils
        @me/son likes: poisson [not]
    elle travaille chez Airbus
        @last works_at: Airbus
    Paul a une fille. Elle s'appelle Rose.
        paul daughter: une fille
        paul daughter: Rose
    Marc est malade, il a la grippe
        marc status: malade
        marc condition: grippe
    ma sœur est infirmière et son mari est pompier
        @me/sister works_as: infirmière
        @me/sister/husband works_as: pompier
    le mari de ma sœur s'appelle Hugo
        @me/sister husband: Hugo
    ma sœur qui habite à Metz est enceinte
        @me/sister lives_in: Metz
        @me/sister status: enceinte
    Léa et moi on aime la montagne
        lea likes: montagne
        @me likes: montagne
    Paul, Léa et Tom aiment les crêpes
        paul likes: crêpes
        lea likes: crêpes
        tom likes: crêpes
    j'ai un rhume et Tom a la varicelle
        @me condition: rhume
        tom condition: varicelle
    Léa aime le thé mais pas le café
        lea likes: thé
        lea likes: café [not]
    je m'appelle Antoine, j'ai 42 ans et j'habite à Rennes
        @me name: Antoine
        @me age: 42 ans
        @me lives_in: Rennes
    jean est comptable il travaille chez michelin
        jean works_as: comptable
        jean works_at: michelin
    mamie habite a la campagne et papi est mort
        mamie lives_in: la campagne
        papi status: mort [begins]
    la voiture est garée rue Pasteur, elle est rouge
        voiture located_at: rue Pasteur
        voiture is: rouge
    j'ai changé de boulot, je suis chez Michelin maintenant
        @me works_at: [ends]
    j'aime le café parce que ça me réveille
        @me likes: café
    je crois que le code c'est 4512
        @us code: 4512 [0.6]
    au fait, la clé de la boîte aux lettres est accrochée dans l'entrée
        cle de la boite aux lettres located_at: dans l'entrée
    j'aimerais bien apprendre le piano
        @me wishes: apprendre le piano
    Sophie voudrait partir vivre au Canada
        sophie wishes: partir vivre au Canada
    mon petit frère entre en sixième
        @me/brother studies_at: sixième [begins]
    Tom est passé en CE2
        tom studies_at: CE2 [begins]
    la box est derrière la télé et les piles dans le tiroir
        box located_at: derrière la télé
    c'est Karim mon collègue
        -
    mon médecin c'est le docteur Martin
        @me doctor: docteur Martin
    mon dentiste s'appelle Dubois
        @me dentist: Dubois
    on a un lapin
        @us has: lapin
    ils ont déménagé à Pau, les parents de Léa
        lea/parent lives_in: Pau [begins]
    on a eu un accident de voiture en 2021
        @us did: eu un accident de voiture [from 2021-01-01, until 2022-01-01]
    hier soir j'ai appelé ma mère
        @me did: appelé ma mère [from 2026-06-09, until 2026-06-10]
    la prof de maths de Zoé c'est madame Cohen
        zoe prof de maths: madame Cohen
    on a changé de médecin, maintenant c'est le docteur Aubin
        @us doctor: docteur Aubin [begins]
    on a un nouveau chat, il s'appelle Caramel
        @us has: nouveau chat
        @us cat: Caramel
    mon frère habite à Dijon et ma sœur à Nancy
        @me/brother lives_in: Dijon
        @me/sister lives_in: Nancy
    non pardon, c'est 4513
        @last @last: 4513 [corrects]
    non neuf, il a neuf ans Tom
        tom age: neuf ans [corrects]
    y a les clés du garage dans le tiroir
        cles du garage located_at: dans le tiroir
    chuis allergique au pollen
        @me allergic_to: pollen
    euh ben lea elle habite a nantes quoi
        lea lives_in: nantes
    chez nous on mange pas de porc
        @us eats: porc [not]
    je rigole, Paul est millionnaire
        -
    le parrain de Zoé c'est mon frère Antoine
        zoe godfather: Antoine
        @me brother: Antoine
    il paraît que Marc a arrêté de boire
        marc habit: boire [ends, 0.5]
    Paul doit 30 euros à Léa
        paul owes: 30 euros à Léa
    """#
