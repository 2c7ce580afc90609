/// French verbs, folded. Those that facts are told with, and those of everyday plans and errands, which a commitment turns into infinitives.
enum FrenchVerbs {
    /// Stems of verbs in -er.
    static let regular = """
        habit log crech crois demissionn employ/emploi resid demeur emmenag demenag install travaill boss taff cherch etudi aim ador kiff raffol detest prefer parl mang jou pratiqu port mesur pes cout \
        roul fum achet adopt epous mari divorc separ fianc pacs arret cess stopp commenc continu pass repass cherch laiss pos rang gar cach planqu stock depos \
        accroch gliss chang remplac nettoy repar revis ramon vidang detartr purg deced control ramen pret donn quitt trouv retrouv recommand \
        appel/appell rappel/rappell surnomm nomm prenomm apport amen emmen envoy/envoi pay/pai pay rembours command reserv organis prepar cuisin \
        regard ecout visit fet invit rencontr gagn oubli pens verifi recuper rapport relanc signal annul confirm tond arros sal vid lav repass trait \
        gonfl contact jardin dans chant nag skie surf voyag embauch engag licenci vaccin oper soign enseign collectionn support \
        rentr arriv retourn rest mont tomb entr compt plac charg telecharg demand jet/jett lev couch reveill promen bricol don essay/essai \
        soulag affect chauss log touch vers cotis diner dejeun din bruncher camp bronz discut termin imprim sign post renouvel/renouvell \
        regl resili declar tricot peint dessin photographi skat box randonn pedal aid not expliqu montr present \
        garde surveill baign douch coup taill plant cueill recolt expedi pratiqu occup charg raffol branch debranch recharg install configur \
        crain redout rev abonn desabonn  lou heberg accompagn dragu fonctionn march ferm lanc retir annot ajout enlev couronn
        """

    /// Stems of verbs in -ir like "finir".
    static let second =
        "fin chois guer vieill reuss grand gross maigr rempl roug remerc nourr fourn investi puni avert sais rafraich ralent vom atterr rassort abol"

    /// infinitive: present: subjunctive: stem of the imperfect: stem of the future: participles
    static let irregular = """
        etre: suis es est sommes etes sont: sois soit soyons soient: et: ser: ete
        avoir: ai as a avons avez ont: aie aies ait ayons aient: av: aur: eu
        aller: vais vas va allons allez vont: aille ailles aillent: all: ir: alle
        faire: fais fait faisons faites font: fasse fasses fassent fassions: fais: fer: fait
        refaire: refais refait refont: refasse: refais: refer: refait
        vivre: vis vit vivons vivez vivent: vive: viv: vivr: vecu
        suivre: suit suivons suivez suivent: suive: suiv: suivr: suivi
        venir: viens vient venons venez viennent: vienne viennes viennent: ven: viendr: venu
        revenir: reviens revient revenons reviennent: revienne: reven: reviendr: revenu
        devenir: deviens devient devenons deviennent: devienne: deven: deviendr: devenu
        prevenir: previens previent: previenne previennes: preven: previendr: prevenu
        tenir: tiens tient tenons tiennent: tienne: ten: tiendr: tenu
        entretenir: entretient entretiens: entretienne: entreten: entretiendr: entretenu
        obtenir: obtiens obtient: obtienne: obten: obtiendr: obtenu
        prendre: prends prend prenons prenez prennent: prenne prennes prennent: pren: prendr: pris
        apprendre: apprends apprend apprenons apprennent: apprenne: appren: apprendr: appris
        reprendre: reprends reprend reprenons reprennent: reprenne: repren: reprendr: repris
        comprendre: comprends comprend comprenons comprennent: comprenne: compren: comprendr: compris
        mettre: mets met mettons mettez mettent: mette mettes: mett: mettr: mis
        remettre: remets remet remettons: remette: remett: remettr: remis
        promettre: promets promet promettons: promette: promett: promettr: promis
        boire: bois boit buvons buvez boivent: boive: buv: boir: bu
        voir: vois voit voyons voyez voient: voie voies: voy: verr: vu
        revoir: revois revoit: revoie: revoy: reverr: revu
        croire: crois croit croyons croient: croie: croy: croir: cru
        savoir: sais sait savons savez savent: sache: sav: saur: su
        devoir: dois doit devons devez doivent: doive: dev: devr: du
        pouvoir: peux peut pouvons pouvez peuvent: puisse: pouv: pourr: pu
        vouloir: veux veut voulons voulez veulent: veuille: voul: voudr: voulu
        dire: dis dit disons dites disent: dise: dis: dir: dit
        lire: lis lit lisons lisent: lise: lis: lir: lu
        ecrire: ecris ecrit ecrivons ecrivent: ecrive: ecriv: ecrir: ecrit
        inscrire: inscris inscrit: inscrive: inscriv: inscrir: inscrit
        conduire: conduis conduit conduisons conduisent: conduise: conduis: conduir: conduit
        construire: construit construisent: construise: construis: construir: construit
        dormir: dors dort dormons dorment: dorme: dorm: dormir: dormi
        partir: pars part partons partez partent: parte: part: partir: parti
        repartir: repars repart repartons: reparte: repart: repartir: reparti
        sortir: sors sort sortons sortent: sorte: sort: sortir: sorti
        courir: cours court courons courent: coure: cour: courr: couru
        ouvrir: ouvre ouvres ouvrent: : ouvr: ouvrir: ouvert
        offrir: offre offres offrent offrons: : offr: offrir: offert
        recevoir: recois recoit recevons recoivent: recoive: recev: recevr: recu
        connaitre: connais connait connaissons connaissent: connaisse: connaiss: connaitr: connu
        naitre: nais nait naissent: naisse: naiss: naitr: ne
        mourir: meurs meurt meurent: meure: mour: mourr: mort
        rendre: rends rend rendons rendez rendent: rende rendes: rend: rendr: rendu
        revendre: revends revend: revende: revend: revendr: revendu
        vendre: vends vend vendons vendent: vende: vend: vendr: vendu
        attendre: attends attend attendons attendent: attende: attend: attendr: attendu
        entendre: entends entend: entende: entend: entendr: entendu
        descendre: descends descend descendons: descende: descend: descendr: descendu
        perdre: perds perd perdons perdent: perde: perd: perdr: perdu
        repondre: reponds repond repondons: reponde: repond: repondr: repondu
        tondre: tonds tond tondons: tonde: tond: tondr: tondu
        peindre: peins peint peignons: peigne: peign: peindr: peint
        repeindre: repeins repeint repeignons: repeigne: repeign: repeindr: repeint
        eteindre: eteins eteint: eteigne: eteign: eteindr: eteint
        craindre: crains craint craignent: craigne: craign: craindr: craint
        hair: hais hait haissent: haisse: haiss: hair: hai
        rompre: romps rompt rompons: rompe: romp: rompr: rompu
        accueillir: accueille accueilles accueillons accueillent: : accueill: accueiller: accueilli
        cueillir: cueille: : cueill: cueiller: cueilli
        battre: bats bat battons: batte: batt: battr: battu
        soutenir: soutiens soutient soutiennent: soutienne: souten: soutiendr: soutenu
        servir: sert servons: serve: serv: servir: servi
        falloir: faut: faille: fall: faudr: fallu
        valoir: vaut valent: vaille: val: vaudr: valu
        plaire: plait plaisent plais: plaise: plais: plair: plu
        rire: ris rit: rie: ri: rir: ri
        """
}
