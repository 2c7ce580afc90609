enum FrenchSentences {
    static let numbers = """
        J'ai 21 pommes. ⇢ J'ai vingt et une pommes.
        Il y a 71 pages. ⇢ Il y a soixante et onze pages.
        Elle a 80 ans. ⇢ Elle a quatre-vingts ans.
        Il a 81 ans. ⇢ Il a quatre-vingt-un ans.
        Elle a 91 ans. ⇢ Elle a quatre-vingt-onze ans.
        200 personnes ⇢ deux cents personnes
        201 personnes ⇢ deux cent une personnes
        1000 ⇢ mille
        1 000 ⇢ mille
        2000 habitants ⇢ deux mille habitants
        1 234 567 ⇢ un million deux cent trente-quatre mille cinq cent soixante-sept
        80 000 ⇢ quatre-vingt mille
        80 000 000 ⇢ quatre-vingts millions
        300 000 ⇢ trois cent mille
        3 000 000 000 ⇢ trois milliards
        1.234.567 habitants ⇢ un million deux cent trente-quatre mille cinq cent soixante-sept habitants
        Il est né en 1998. ⇢ Il est né en mille neuf cent quatre-vingt-dix-huit.
        En 2026, tout va bien. ⇢ En deux mille vingt-six, tout va bien.
        les années 80 ⇢ les années quatre-vingts
        0 faute ⇢ zéro faute
        16 ou 17 ⇢ seize ou dix-sept
        70, 72, 77, 79 ⇢ soixante-dix, soixante-douze, soixante-dix-sept, soixante-dix-neuf
        90, 92, 99 ⇢ quatre-vingt-dix, quatre-vingt-douze, quatre-vingt-dix-neuf
        101 dalmatiens ⇢ cent un dalmatiens
        1 fois ⇢ une fois
        31 tâches ⇢ trente et une tâches
        11 lampes ⇢ onze lampes
        1 chat et 1 voiture ⇢ un chat et une voiture
        61 réponses ⇢ soixante et une réponses
        Allume 1 ampoule. ⇢ Allume une ampoule.
        la page 1 ⇢ la page un
        Il fait -5. ⇢ Il fait moins cinq.
        Il fait −5 dehors. ⇢ Il fait moins cinq dehors.
        +3 points ⇢ plus trois points
        3,5 ⇢ trois virgule cinq
        3.5 ⇢ trois virgule cinq
        3,14 ⇢ trois virgule quatorze
        3,05 ⇢ trois virgule zéro cinq
        0,001 ⇢ zéro virgule zéro zéro un
        3,14159 ⇢ trois virgule un quatre un cinq neuf
        -0,5 ⇢ moins zéro virgule cinq
        1 234,5 ⇢ mille deux cent trente-quatre virgule cinq
        ½ ⇢ un demi
        ¾ de litre ⇢ trois quarts de litre
        2½ ⇢ deux et demi
        1/2 ⇢ un demi
        3/4 ⇢ trois quarts
        2/3 des voix ⇢ deux tiers des voix
        1/3 ⇢ un tiers
        3/5 ⇢ trois cinquièmes
        15/20 ⇢ quinze sur vingt
        24/24 ⇢ vingt-quatre sur vingt-quatre
        10-12 ans ⇢ dix à douze ans
        10–12 ans ⇢ dix à douze ans
        10 – 12 ans ⇢ dix à douze ans
        Ils ont gagné 2-1. ⇢ Ils ont gagné deux à un.
        de 3 à -2 ⇢ de trois à moins deux
        la saison 2024-2025 ⇢ la saison deux mille vingt-quatre à deux mille vingt-cinq
        1, 2, 3 ⇢ un, deux, trois
        1,2,3 ⇢ un, deux, trois
        (12) ⇢ (douze)
        « 12 » ⇢ « douze »
        l'article 3 ⇢ l'article trois
        007 ⇢ zéro zéro sept
        le code 4815 ⇢ le code quatre huit un cinq
        Code : 1234. ⇢ Code : un deux trois quatre.
        numéro 123456789 ⇢ numéro un deux trois quatre cinq six sept huit neuf
        5000000 ⇢ cinq millions
        99999999999999999999 ⇢ neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf neuf
        """

    static let ordinals = """
        le 1er étage ⇢ le premier étage
        la 1re fois ⇢ la première fois
        la 1ère fois ⇢ la première fois
        le 2e étage ⇢ le deuxième étage
        le 2ème étage ⇢ le deuxième étage
        la 2nde fois ⇢ la seconde fois
        le 2nd tour ⇢ le second tour
        le 3e âge ⇢ le troisième âge
        le 4e ⇢ le quatrième
        le 5e ⇢ le cinquième
        le 9e ⇢ le neuvième
        le 21e siècle ⇢ le vingt et unième siècle
        le 80e ⇢ le quatre-vingtième
        le 100e ⇢ le centième
        le 200e ⇢ le deux centième
        le 1000e ⇢ le millième
        les 1ers ⇢ les premiers
        le 3ᵉ ⇢ le troisième
        le XXIe siècle ⇢ le vingt et unième siècle
        le XIXe siècle ⇢ le dix-neuvième siècle
        au Ve siècle ⇢ au cinquième siècle
        le Ier siècle ⇢ le premier siècle
        la Ve République ⇢ la cinquième République
        Louis XIV ⇢ Louis quatorze
        François Ier ⇢ François premier
        Napoléon III ⇢ Napoléon trois
        Élisabeth II ⇢ Élisabeth deux
        Jean-Paul II ⇢ Jean-Paul deux
        Henri IV est mort. ⇢ Henri quatre est mort.
        chapitre IV ⇢ chapitre quatre
        tome II ⇢ tome deux
        Rocky III ⇢ Rocky trois
        """

    static let dates = """
        le 21/11/2026 ⇢ le vingt et un novembre deux mille vingt-six
        le 01/05/2026 ⇢ le premier mai deux mille vingt-six
        2026-11-21 ⇢ vingt et un novembre deux mille vingt-six
        21.11.2026 ⇢ vingt et un novembre deux mille vingt-six
        le 3/4/26 ⇢ le trois avril deux mille vingt-six
        le 14/07 ⇢ le quatorze juillet
        le 1er mai ⇢ le premier mai
        le 1 mai ⇢ le premier mai
        samedi 21 novembre 2026 ⇢ samedi vingt et un novembre deux mille vingt-six
        du 3 au 5 août ⇢ du trois au cinq août
        le 3 janv. 2026 ⇢ le trois janvier deux mille vingt-six
        le 12 déc. ⇢ le douze décembre.
        né le 31/12/1999 ⇢ né le trente et un décembre mille neuf cent quatre-vingt-dix-neuf
        le 32/13/2026 ⇢ le trente-deux slash treize slash deux mille vingt-six
        50 av. J.-C. ⇢ cinquante avant Jésus-Christ.
        """

    static let times = """
        Il est 9h30. ⇢ Il est neuf heures trente.
        Il est 9 h. ⇢ Il est neuf heures.
        Il est 1 h. ⇢ Il est une heure.
        Il est 14 h 05 à Tokyo. ⇢ Il est quatorze heures cinq à Tokyo.
        à 21h ⇢ à vingt et une heures
        21:05 ⇢ vingt et une heures cinq
        à 0h15 ⇢ à zéro heure quinze
        à 9h00 ⇢ à neuf heures
        de 9h à 17h30 ⇢ de neuf heures à dix-sept heures trente
        9h-12h ⇢ neuf heures à douze heures
        14:05:10 ⇢ quatorze heures cinq minutes dix secondes
        1 h 30 min ⇢ une heure trente minutes
        2 min ⇢ deux minutes
        1 min ⇢ une minute
        21 min 30 s ⇢ vingt et une minutes trente secondes
        5min30 ⇢ cinq minutes trente
        dans 45 s ⇢ dans quarante-cinq secondes
        1,5 h ⇢ un virgule cinq heure
        24h/24 ⇢ vingt-quatre heures sur vingt-quatre
        7j/7 ⇢ sept jours sur sept
        200 ms ⇢ deux cents millisecondes
        36h ⇢ trente-six heures
        un minuteur de 31 minutes ⇢ un minuteur de trente et une minutes
        """

    static let money = """
        12,50 € ⇢ douze euros cinquante
        12,5 € ⇢ douze euros cinquante
        3€ ⇢ trois euros
        1 € ⇢ un euro
        0 € ⇢ zéro euro
        0,99 € ⇢ quatre-vingt-dix-neuf centimes
        12,00 € ⇢ douze euros
        1 234,50 € ⇢ mille deux cent trente-quatre euros cinquante
        12€50 ⇢ douze euros cinquante
        €5 ⇢ cinq euros
        $3.99 ⇢ trois dollars quatre-vingt-dix-neuf
        21 £ ⇢ vingt et une livres
        1 £ ⇢ une livre
        50 CHF ⇢ cinquante francs suisses
        CHF 12.50 ⇢ douze francs suisses cinquante
        20 EUR ⇢ vingt euros
        2 000 000 € ⇢ deux millions d'euros
        3 M€ ⇢ trois millions d'euros
        1,5 M€ ⇢ un virgule cinq million d'euros
        5 k€ ⇢ cinq mille euros
        2 Md€ ⇢ deux milliards d'euros
        3 millions € ⇢ trois millions d'euros
        0,25 €/kWh ⇢ vingt-cinq centimes par kilowattheure
        -5 € ⇢ moins cinq euros
        10-12 € ⇢ dix à douze euros
        le prix en € ⇢ le prix en euros
        0,001 € ⇢ zéro virgule zéro zéro un euro
        """

    static let units = """
        21 °C ⇢ vingt et un degrés
        1 °C ⇢ un degré
        −1,5 °C ⇢ moins un virgule cinq degré
        70 °F ⇢ soixante-dix degrés Fahrenheit
        90 km/h ⇢ quatre-vingt-dix kilomètres à l'heure
        3 kWh ⇢ trois kilowattheures
        1 kWh ⇢ un kilowattheure
        25 m² ⇢ vingt-cinq mètres carrés
        25 m2 ⇢ vingt-cinq mètres carrés
        3 m³ ⇢ trois mètres cubes
        500 Mo ⇢ cinq cents mégaoctets
        16 Go de RAM ⇢ seize gigaoctets de Ram
        5 mm ⇢ cinq millimètres
        1013 hPa ⇢ mille treize hectopascals
        50 % ⇢ cinquante pour cent
        50% ⇢ cinquante pour cent
        3,5 % ⇢ trois virgule cinq pour cent
        5 à 10 % ⇢ cinq à dix pour cent
        2 kg ⇢ deux kilos
        1,5 L ⇢ un virgule cinq litre
        6 L/100 km ⇢ six litres aux cent kilomètres
        21 t ⇢ vingt et une tonnes
        60 W ⇢ soixante watts
        230 V ⇢ deux cent trente volts
        16 A ⇢ seize ampères
        3000 tr/min ⇢ trois mille tours par minute
        100 Mbit/s ⇢ cent mégabits par seconde
        30° ⇢ trente degrés
        21\u{202F}°C ⇢ vingt et un degrés
        10-12 °C ⇢ dix à douze degrés
        3 j ⇢ trois jours
        un salon de 20m² ⇢ un salon de vingt mètres carrés
        1920x1080 ⇢ mille neuf cent vingt par mille quatre-vingts
        """

    static let telephones = """
        06 12 34 56 78 ⇢ zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        06.12.34.56.78 ⇢ zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        06-12-34-56-78 ⇢ zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        Appelle le 0612345678. ⇢ Appelle le zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit.
        +33 6 12 34 56 78 ⇢ plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        +33 (0)6 12 34 56 78 ⇢ plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        +33612345678 ⇢ plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit
        01 00 00 00 08 ⇢ zéro un, zéro zéro, zéro zéro, zéro zéro, zéro huit
        0 800 123 456 ⇢ zéro, huit cents, cent vingt-trois, quatre cent cinquante-six
        le 112 ⇢ le cent douze
        """

    static let words = """
        la SNCF ⇢ la S N C F
        l'OTAN ⇢ l'Otan
        la NASA ⇢ la Nasa
        la TV ⇢ la T V
        le wifi ⇢ le wifi
        le Wi-Fi ⇢ le wifi
        le WiFi ⇢ le wifi
        EDF et la RATP ⇢ E D F et la R A T P
        S.N.C.F. ⇢ S N C F.
        un DVD ⇢ un D V D
        le RGPD ⇢ le R G P D
        l'IA ⇢ l'I A
        ATTENTION DANGER ⇢ ATTENTION DANGER
        C'EST LA VIE ⇢ C'EST LA VIE
        un MP3 ⇢ un M P trois
        la COVID-19 ⇢ la Covid dix-neuf
        une PS5 ⇢ une P S cinq
        du CO2 ⇢ du C O deux
        la 5G ⇢ la cinq G
        en 3D ⇢ en trois D
        une RTX 4090 ⇢ une R T X quatre mille quatre-vingt-dix
        l'A380 ⇢ l'A trois cent quatre-vingts
        Windows 11 ⇢ Windows onze
        Python 3.11 ⇢ Python trois point onze
        version 1.2.3 ⇢ version un point deux point trois
        v2.0.1 ⇢ version deux point zéro point un
        192.168.1.10 ⇢ cent quatre-vingt-douze point cent soixante-huit point un point dix
        10.0.0.1:8080 ⇢ dix point zéro point zéro point un port huit mille quatre-vingts
        M. Martin ⇢ monsieur Martin
        Mme Martin ⇢ madame Martin
        MM. Martin et Petit ⇢ messieurs Martin et Petit
        le Dr Petit ⇢ le docteur Petit
        Mlle Rose ⇢ mademoiselle Rose
        St-Malo ⇢ Saint-Malo
        n° 5 ⇢ numéro cinq
        n°5 ⇢ numéro cinq
        du lait, du pain, etc. ⇢ du lait, du pain, et cetera.
        p. ex. une lampe ⇢ par exemple une lampe
        c.-à-d. demain ⇢ c'est-à-dire demain
        av. Foch ⇢ avenue Foch
        p. 12 ⇢ page douze
        tél. 15 ⇢ téléphone quinze
        un RDV demain ⇢ un rendez-vous demain
        svp ⇢ s'il vous plaît
        et/ou ⇢ et ou
        """

    static let signs = """
        12 × 7 = 84. ⇢ douze fois sept égale quatre-vingt-quatre.
        2 + 2 = 4 ⇢ deux plus deux égale quatre
        2+2 ⇢ deux plus deux
        12 - 5 ⇢ douze moins cinq
        5 * 3 ⇢ cinq fois trois
        8 ÷ 2 ⇢ huit divisé par deux
        √16 ⇢ racine de seize
        x² ⇢ x au carré
        10⁶ ⇢ dix puissance six
        5 > 3 ⇢ cinq supérieur à trois
        ≈ 10 ⇢ environ dix
        ~10 ⇢ environ dix
        pain & beurre ⇢ pain et beurre
        A → B ⇢ A vers B
        A -> B ⇢ A vers B
        #vacances ⇢ hashtag vacances
        #1 ⇢ numéro un
        § 3 ⇢ paragraphe trois
        C++ ⇢ C plus plus
        Écris à jean.petit@example.org. ⇢ Écris à jean point petit arobase example point org.
        https://www.example.org/aide ⇢ example point org slash aide
        Va sur example.fr ! ⇢ Va sur example point F R !
        jarvis.local ⇢ jarvis point local
        le fichier notes.txt ⇢ le fichier notes point T X T
        un_nom_long ⇢ un nom long
        Super 👍 ⇢ Super pouce levé
        Bravo 👏👏👏 ! ⇢ Bravo applaudissements !
        Bonjour 🫥. ⇢ Bonjour.
        Je t'aime ❤️ ⇢ Je t'aime cœur
        👍🏽 d'accord ⇢ pouce levé d'accord
        """

    static let marks = """
        **Attention** : c'est *chaud*. ⇢ Attention : c'est chaud.
        # Titre ⇢ Titre
        ## 2 œufs ⇢ deux œufs
        - 2 œufs ⇢ deux œufs
        * du lait ⇢ du lait
        > une citation ⇢ une citation
        Tape `ls` ici. ⇢ Tape ls ici.
        [le site](https://example.org) ⇢ le site
        ![un chat](chat.png) ⇢ un chat
        ~~non~~ ⇢ non
        _oui_ et __oui__ ⇢ oui et oui
        - [x] fait ⇢ fait
        1. Ouvrir ⇢ un. Ouvrir
        | a | b | ⇢ a, b
        """

    static let plain = """
        Bonjour, comment ça va ?
        L'été s'achève ; c'est l'automne…
        « Bonjour ! » dit-elle.
        Où est Jean-Pierre ? Là-bas, peut-être.
        Aujourd'hui, j'ai lu (un peu).
        Allume la lumière du salon.
        OK, c'est fait.
        Est-ce que M et N sont des lettres ?
        Il y a "rien" ici.
        """
}
