extension LimbicSentences {
    /// What people say at home: `+` pleasant, `-` unpleasant, `0` neither.
    static let french = LimbicSentences(
        language: .french,
        """
        + je suis super contente, j'ai eu mon permis
        - j'en ai marre de cette maison
        0 allume la lumière du salon
        - j'ai passé une journée pourrie au boulot
        + trop bien le film d'hier soir
        0 il est quelle heure
        - je suis crevé, j'ai dormi trois heures
        + c'est génial ce que tu m'as trouvé
        - ma grand-mère est morte ce matin
        0 le train part à huit heures du quai deux
        - on a perdu mamie la semaine dernière
        + Léa a réussi son bac avec mention !
        - ça me saoule, rien ne marche
        + merci beaucoup, tu es adorable
        0 ajoute du lait et des oeufs à la liste de courses
        - putain j'ai encore oublié mes clés
        + c'est pas mal du tout ce resto
        - c'est pas terrible comme goût
        - je suis à bout
        + je t'aime mon coeur
        - j'ai peur de rater mon examen demain
        0 le code du portail c'est 4512
        - il m'a crié dessus devant tout le monde
        + on a bien rigolé avec les copains
        - je n'aime pas du tout mon nouveau chef
        + j'adore quand tu mets cette chanson
        0 demain je vais chez le coiffeur à quinze heures
        - j'ai mal au dos depuis trois jours
        + je me sens beaucoup mieux aujourd'hui
        - la machine à laver est encore tombée en panne
        + youpi c'est les vacances
        0 mets un minuteur de dix minutes
        - je me suis disputée avec ma soeur
        + on attend un bébé !
        - mon copain m'a quittée
        + le petit a fait ses premiers pas, c'était magique
        0 rappelle-moi d'appeler le plombier jeudi
        - j'ai raté mon entretien
        + quelle belle journée
        - quelle journée de merde
        0 combien de temps pour cuire un oeuf dur
        - je dors mal en ce moment
        + j'ai bien dormi
        - j'ai pas le moral
        + j'ai la pêche ce matin
        - j'ai le cafard depuis qu'il est parti
        0 il fait combien dehors
        - ras le bol de ranger derrière tout le monde
        + on s'est régalés hier, merci pour la recette
        - ça m'énerve, il m'écoute jamais
        + mon fils est trop mignon
        - mon père est à l'hôpital
        0 mon frère habite à Lyon
        - je suis stressée à cause du boulot
        + enfin le week-end, ça fait du bien
        - je me sens seul depuis le divorce
        0 les poubelles sortent le mardi soir
        - le chien a vomi sur le tapis, c'est dégueulasse
        + le chat est enfin rentré, quel soulagement
        - j'ai pleuré toute la nuit
        + je suis fière de toi ma chérie
        - tu m'as déçue
        0 ferme les volets de la chambre
        - c'est nul ton truc
        + c'est nickel, bravo
        - j'ai perdu mon portefeuille dans le métro
        + j'ai retrouvé mes clés, ouf
        - je supporte plus ce bruit
        + le bébé fait enfin ses nuits, on revit
        0 on part en Espagne au mois d'août
        - il pleut encore, ça me déprime
        + j'ai hâte d'être à Noël
        - j'ai la trouille de l'avion
        + on s'est bien amusés à l'anniversaire de Paul
        - personne ne m'aide dans cette maison
        0 le médecin c'est le docteur Martin rue de la République
        - j'ai la flemme de faire à manger
        + t'es le meilleur
        - t'es nul, tu comprends rien
        + ça va super
        - ça va pas fort
        0 quel temps fera-t-il demain à Nantes
        - je suis dégoûtée, le concert est annulé
        + j'ai décroché le poste !!
        - je me suis fait virer
        + franchement c'était une super soirée
        - franchement c'était une soirée pourrie
        0 j'ai acheté du pain et du fromage
        - j'en peux plus de cette chaleur
        + il fait bon, on est bien dans le jardin
        - mon fils se fait embêter à l'école
        + les enfants jouent ensemble sans se disputer, c'est le bonheur
        0 le wifi s'appelle Maison et le mot de passe est sur le frigo
        - j'ai honte de ce que j'ai dit
        + je suis soulagée, les résultats sont bons
        - les résultats de la prise de sang sont mauvais
        0 Paul arrive à dix-huit heures trente
        - j'ai une migraine horrible
        + je n'ai plus mal à la tête
        - je m'inquiète pour papa
        + on va se marier l'été prochain
        - ils vont divorcer
        0 met la température à vingt degrés
        - j'ai envie de rien en ce moment
        + j'ai gagné deux cents euros au loto
        - on s'est fait cambrioler pendant les vacances
        + ce gâteau est une tuerie
        - ce café est dégueu
        0 la réunion est reportée à vendredi
        - tout va mal
        + tout va bien
        - tout m'énerve aujourd'hui
        0 le plombier passe entre neuf heures et midi
        - je suis pas contente du tout
        + je suis plutôt contente du résultat
        - c'est la galère avec la voiture
        0 le chauffage est réglé sur dix-neuf
        - je suis hyper angoissée pour l'opération
        + l'opération s'est bien passée
        - la voisine est insupportable
        + la nouvelle voisine est très sympa
        0 qui a gagné le match hier
        - on a perdu le match, je suis vert
        + on a gagné, on est champions
        - je suis déçu mais bon c'est la vie
        + j'étais inquiet mais finalement tout s'est bien passé
        - le début était sympa mais la fin était nulle
        + c'est fatigant mais j'adore mon métier
        0 tu peux me donner la recette des crêpes
        - arrête, tu m'agaces
        + merci d'être là, ça me touche
        - laisse-moi tranquille, je suis pas d'humeur
        0 je prends le bus numéro douze
        - ma fille a de la fièvre depuis hier
        + ma fille est guérie
        - j'ai encore grossi, je me trouve moche
        + t'es belle ce soir
        0 l'anniversaire de Julie est le douze mars
        - il me manque tellement
        + tu m'as fait tellement plaisir
        - je déteste le lundi
        + vivement samedi
        - j'ai fait un cauchemar affreux
        0 le chat s'appelle Miro
        - troooop nul
        + troooop bien
        - JE SUIS FURIEUX
        + c'est pas grave, on va s'en sortir
        - c'est grave, il a eu un accident
        0 j'ai rendez-vous chez le dentiste mardi
        - je culpabilise de les laisser
        + je suis ravi de te l'annoncer, on a signé pour la maison
        0 coupe la musique dans la cuisine
        - j'ai la boule au ventre
        + j'ai le coeur léger ce matin
        - mon coeur est brisé
        0 répète la dernière phrase
        - tu me fais chier
        + tu déchires
        - c'est abusé, ils ont encore augmenté le loyer
        + c'est une bonne nouvelle
        - mauvaise nouvelle, le chien est malade
        0 on est combien ce soir à table
        - j'ai trop de boulot, je m'en sors pas
        + ça roule, tout est prêt
        - j'étouffe dans cet appart
        + je kiffe cette série
        - cette série est chiante à mourir
        0 elle travaille à la mairie
        - j'ai le vertige et je tremble
        + on se sent en sécurité ici
        - j'ai entendu un bruit bizarre, je flippe
        0 la clé de la cave est dans le tiroir
        - pauvre Julie, elle souffre beaucoup
        + Julie a accouché, tout le monde va bien
        - il a bu et il est devenu violent
        0 il y a un colis pour le voisin
        - j'ai pas réussi à dormir
        + j'ai réussi à finir mon dossier à temps
        - c'est injuste
        + c'est parfait comme ça
        - je regrette ce que je lui ai dit
        0 c'est quoi la capitale du Pérou
        - je suis au bout du rouleau
        + je suis aux anges
        - j'suis deg
        + c'est ouf, j'y crois pas, on a été pris !
        - ca me fout les boules
        + jsuis trop heureuse
        - j'ai le seum
        0 c'est ok pour demain
        - tu sers à rien
        + tu m'as bien aidé
        - je n'arrive pas à me calmer
        + je suis calme et détendue
        - sans toi je suis triste
        + la rentrée s'est faite sans problème
        0 je mets le linge à sécher
        - ils se moquent de moi à l'école
        + les enfants sont sages aujourd'hui
        - il y a une fuite d'eau dans la cuisine, c'est la catastrophe
        + le repas était délicieux
        - c'était trop salé, pas bon du tout
        0 on mange à vingt heures
        - je m'ennuie
        + je m'éclate avec ce jeu
        - ça craint
        + ça me va très bien
        - 😭😭
        + c'est noté 👍
        - pff encore une réunion :(
        + à ce soir ❤️
        """,
        later: """
            - mon petit dernier a encore tapé un camarade, je sais plus quoi faire
            + le prof m'a dit que j'avais fait d'énormes progrès
            0 tu peux noter que le ramonage est prévu le six
            - j'ai attendu deux heures pour rien
            + les voisins nous ont invités à l'apéro, c'était chaleureux
            - on m'a piqué mon vélo
            + ma soeur est venue me voir, ça m'a remonté le moral
            0 la prise du salon est derrière le canapé
            - je tourne en rond, je sais pas quoi faire de ma vie
            + j'ai couru dix kilomètres sans m'arrêter
            - il répond jamais à mes messages
            - ça fait des semaines qu'on se parle plus
            + j'ai retrouvé une vieille photo de nous deux, ça m'a ému
            - le chat a disparu depuis dimanche
            0 il reste trois yaourts dans le frigo
            - j'ai l'impression de tout faire de travers
            + le jardin est en fleurs, c'est superbe
            - mon ordi a planté et j'ai tout perdu
            + ma fille m'a fait un dessin, j'ai fondu
            - y a personne qui comprend ce que je vis
            0 je prends toujours mon café sans sucre
            - t'as encore oublié de sortir les poubelles, ça devient lourd
            + c'était une chouette balade
            - je me sens vide
            + on a trouvé la maison de nos rêves
            - le bus est jamais à l'heure, c'est insupportable
            0 l'entraînement de judo est à dix-sept heures le mercredi
            - la voiture est morte
            + le médecin dit que tout est rentré dans l'ordre
            - j'ai un noeud dans la gorge quand j'y pense
            + tu me rends heureux
            - je suis jalouse de ma collègue
            0 tu connais une recette de soupe au potiron
            - on galère pour finir le mois
            + ça sent bon dans la cuisine
            - mamie oublie tout, ça me fend le coeur
            + j'me suis pas ennuyé une seconde
            - je vais jamais y arriver
            + j'ai un bon pressentiment
            0 on a changé les piles du détecteur
            - j'arrive pas à dormir avec tout ce qui se passe
            + ma belle-mère est repartie, on respire
            - le prof l'a encore puni alors qu'il avait rien fait
            + c'est le plus beau cadeau qu'on m'ait fait
            0 on se retrouve devant la gare à midi
            - je suis tombé de haut quand j'ai vu la facture
            + mon mari a préparé le dîner, j'étais sur le cul tellement c'était bon
            - j'ai cassé le vase de mamie
            0 faut changer le filtre de la hotte tous les six mois
            - elle m'a raccroché au nez
            + j'ai enfin vu le bout de ce chantier
            - t'as pas honte de parler comme ça à ta mère
            + on a eu un fou rire à table
            - ça fait trois fois que je demande et tout le monde s'en fiche
            0 la maîtresse de Tom s'appelle madame Robert
            - je pense tout le temps à lui depuis l'enterrement
            + la petite m'a dit je t'aime papa ce matin
            - franchement je suis écoeuré par leur attitude
            0 tu as vu mes lunettes
            - j'ai plus envie de me lever le matin
            + j'ai bien avancé aujourd'hui
            - mon ordinateur est encore en rade
            + c'était pas si terrible finalement
            - je trouve pas ça drôle
            0 le bébé mange à onze heures
            - on a dû faire piquer le chien
            + il m'a fait une surprise pour nos dix ans
            - je me fais du mouron pour elle
            + la vie est belle en ce moment
            - ils m'ont sucré mes congés
            0 il y a du poulet au congélateur
            - quelle horreur cette émission
            + le spectacle de fin d'année était vraiment chouette
            - je suis fatiguée de toujours tout faire toute seule
            + j'ai pris un bon bain, ça m'a détendue
            - ça me rend dingue ce robinet qui goutte
            0 papi prend ses cachets matin et soir
            - je voudrais que tout ça s'arrête
            + on est trop fiers de lui
            - j'ai pas été gentille avec elle, je m'en veux
            0 le cours de danse reprend en septembre
            - c'était vraiment pas une bonne idée
            + c'est exactement ce que je voulais
            - j'ai mangé un truc pas frais, je suis mal
            0 pense à racheter des ampoules
            - il m'a humiliée devant les invités
            + je n'ai jamais été aussi heureux
            - je me demande à quoi je sers
            0 mon vol atterrit à vingt-deux heures
            + rien à redire, c'était impeccable
            """,
        unseen: """
            + on s'est promenés au bord de la mer, c'était super
            - ma valise a été perdue par la compagnie
            0 je descends à la cave chercher du vin
            - il a encore découché
            + j'ai reçu une lettre de mon amie d'enfance
            - c'est toujours moi qui fais tout ici
            0 le four préchauffe
            + mon patron m'a complimentée devant toute l'équipe
            - on s'est pris un PV de cent trente-cinq euros
            - je stresse à mort pour mon oral
            + le plat était une réussite
            0 les cours finissent à seize heures le vendredi
            - j'ai l'estomac noué
            + je suis bluffé par son dessin
            - les travaux du voisin me rendent folle
            0 tu peux baisser un peu le son
            - je ne me suis jamais sentie aussi seule
            + on a adoré la pièce
            - papa ne me reconnaît plus
            0 elle a trente ans et vit à Rennes
            - t'es vraiment pénible
            + ouf, plus de peur que de mal
            - j'ai froid et je suis trempée
            + c'est doux comme tout ce plaid
            0 la pharmacie ferme à dix-neuf heures trente
            - je n'ai pas apprécié sa remarque
            + tu assures, merci infiniment
            - ça ne m'intéresse pas du tout
            0 ma voiture est garée rue Pasteur
            - il est infect avec sa soeur
            + mon petit-fils sait lire !
            - j'ai loupé le dernier train
            0 on est abonnés depuis deux mille dix-neuf
            + les invités étaient enchantés
            - on a encore eu une coupure d'eau, c'est pénible
            - je suis dans une impasse
            + j'ai enfin trouvé un appart
            - je ne lui fais plus confiance
            0 il faut deux cents grammes de farine
            + tout le monde a bien mangé et bien ri
            """)
}
