/// French with slips, times, conditions and exceptions; and what is no order at all.
///
/// A line by itself is an utterance, the line under it what is read. `>` goes on in the conversation, `!` where the orders
/// before wait for a yes, `?` where it was asked which they are for; `@salon` is said in that room.
let moreFrenchOrders = #"""
    dans dix minutes éteins le salon
        HassTurnOff area=salon domain=light @+600s
    > annule
        HassNevermind
    dans dix minutes éteins le salon
        HassTurnOff area=salon domain=light @+600s
    > annule ça
        HassNevermind
    dans dix minutes éteins le salon
        HassTurnOff area=salon domain=light @+600s
    > laisse tomber
        HassNevermind
    allume la lumière du salon pendant une heure
        HassTurnOn area=salon domain=light + HassTurnOff area=salon domain=light @+3600s
    > annule
        HassTurnOff area=salon domain=light + HassNevermind
    mets un minuteur de 10 minutes
        HassStartTimer minutes=10
    > annule
        HassCancelTimer start_minutes=10
    ferme les volets pendant une heure
        HassTurnOff device_class=shutter domain=cover + HassTurnOn device_class=shutter domain=cover @+3600s
    il est quelle heure
        HassGetCurrentTime
    > annule
        HassNevermind
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! oui
        yes
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! ben oui, vas-y s'il te plaît
        yes
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! yes please
        yes
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! non merci, c'est bon
        no
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! annule ça
        no
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! oui mais seulement la cuisine
        HassTurnOff area=cuisine domain=light wide
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! seulement la cuisine
        HassTurnOff area=cuisine domain=light wide
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! oui mais pas la cuisine
        HassTurnOff domain=light wide except(area=cuisine)
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! seulement le salon et la cuisine
        HassTurnOff area=salon domain=light wide + HassTurnOff area=cuisine domain=light wide
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! non, la cuisine
        HassTurnOff area=cuisine domain=light wide
    dans dix minutes éteins toutes les lumières
        HassTurnOff domain=light wide @+600s
    ! oui sauf la cuisine
        HassTurnOff domain=light wide except(area=cuisine) @+600s
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! c'est bon
        HassNevermind
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! oui mais pourquoi
        –
    éteins toutes les lumières
        HassTurnOff domain=light wide
    ! il est quelle heure
        HassGetCurrentTime
    éteins les lumières
        HassTurnOff domain=light
    ? la cuisine
        HassTurnOff area=cuisine domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? dans la cuisine
        HassTurnOff area=cuisine domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? celle du salon
        HassTurnOff area=salon domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? le salon et la cuisine
        HassTurnOff area=salon domain=light + HassTurnOff area=cuisine domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? partout
        HassTurnOff domain=light wide
    éteins les lumières
        HassTurnOff domain=light
    ? toutes
        HassTurnOff domain=light wide
    éteins les lumières
        HassTurnOff domain=light
    ? toutes sauf la cuisine
        HassTurnOff domain=light wide except(area=cuisine)
    éteins les lumières
        HassTurnOff domain=light
    ? euh, le salon s'il te plaît
        HassTurnOff area=salon domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? non
        no
    éteins les lumières
        HassTurnOff domain=light
    ? non merci
        no
    éteins les lumières
        HassTurnOff domain=light
    ? allume la cuisine
        HassTurnOn area=cuisine domain=light
    éteins les lumières
        HassTurnOff domain=light
    ? il est quelle heure
        HassGetCurrentTime
    éteins les lumières
        HassTurnOff domain=light
    ? merci
        –
    dans dix minutes éteins la lumière
        HassTurnOff domain=light @+600s
    ? la cuisine
        HassTurnOff area=cuisine domain=light @+600s
    ce matin à 8 h ouvre les volets
        ? C'est déjà passé. Je le fais demain à 8 h ? [demain à 8 h: HassTurnOn device_class=shutter domain=cover wide @03-12T08:00:00]
    > oui
        HassTurnOn device_class=shutter domain=cover wide @03-12T08:00:00
    allume la lampe
        HassTurnOn domain=light
    quand la fenêtre de la chambre est ouverte depuis 10 minutes éteins le chauffage de la chambre
        HassTurnOff area=chambre domain=climate @each:binary_sensor.fenetre_chambre=on/600s
    s'il fait moins de 18 dans la chambre allume le chauffage
        HassTurnOn domain=climate @each:sensor.temp_chambre<18
    quand il y a du mouvement dans le couloir allume le couloir
        HassTurnOn area=couloir domain=light @each:binary_sensor.couloir=on
    quand papa rentre allume l'entrée
        HassTurnOn area=entree domain=light @each:person.papa arrives
    quand tout le monde est parti éteins tout
        HassTurnOff domain=light|switch|fan|media_player wide @each:anybody leaves
    10 minutes avant le coucher du soleil ferme les volets
        HassTurnOff device_class=shutter domain=cover wide @each:sunset-600s
    allume la lumière jusqu'à 22 h
        HassTurnOn domain=light + HassTurnOff domain=light @03-11T22:00:00
    mets le chauffage à 22 pendant une heure
        ? Je ne sais pas revenir en arrière après « mettre le chauffage à 22 degrés ». Je le fais quand même ? [mettre le chauffage à 22 degrés: HassClimateSetTemperature temperature=22]
    est-ce que tu peux me dire quelle heure il est
        HassGetCurrentTime
    tu peux me rappeler d'appeler le garage à 18 h
        JarvisSkill «rappelle-moi d'appeler le garage à 18 h»
    allume-moi la lumière de la cuisine
        HassTurnOn name=light.cuisine
    il faudrait éteindre la télé
        HassTurnOff name=media_player.tele
    s'il te plaît ferme les volets merci
        HassTurnOff device_class=shutter domain=cover
    vas-y, ouvre le portail
        HassTurnOn name=cover.portail
    tu peux m'allumer le lampadaire
        HassTurnOn name=light.lampadaire
    mets-moi un minuteur de 5 minutes
        HassStartTimer minutes=5
    dis-moi si la porte du garage est ouverte
        HassGetState name=cover.garage state=open
    dis-moi une blague
        JarvisSkill «dis-moi une blague»
    allume la lumière
        HassTurnOn domain=light
    @salon allume la lumière
        HassTurnOn area=salon domain=light
    @salon plus fort
        HassSetVolumeRelative area=salon volume_step=up
    @chambre mets le chauffage à 19
        HassClimateSetTemperature area=chambre temperature=19
    @cuisine mets le chauffage à 19
        HassClimateSetTemperature temperature=19
    @chambre ferme les volets
        HassTurnOff area=chambre device_class=shutter domain=cover
    @chambre éteins tout
        HassTurnOff domain=light|switch|fan|media_player wide
    allume toute la maison
        HassTurnOn domain=light wide
    allume tout
        HassTurnOn domain=light wide
    lumière salon
        HassTurnOn area=salon domain=light
    lumières de la cuisine
        HassTurnOn area=cuisine domain=light
    allume la lumière du salon en bleu
        HassLightSet area=salon color=blue domain=light
    mets la lumière du salon à cinquante pour cent
        HassLightSet area=salon brightness=50 domain=light
    règle le thermostat du salon sur dix-neuf et demi
        HassClimateSetTemperature name=climate.salon temperature=19.5
    baisse le chauffage de la chambre de deux degrés
        JarvisAdjust amount=2 area=chambre direction=down what=temperature
    ouvre le garage
        HassTurnOn device_class=garage domain=cover
    ouvre la porte d'entrée
        HassTurnOff name=lock.entree
    ouvrre la porte dentrée
        ? Tu veux que je déverrouille la porte d'entrée ? [déverrouiller la porte d'entrée: HassTurnOff name=lock.entree]
    déverouille la porte d'entrée
        HassTurnOff name=lock.entree
    feme les volets
        ? Tu veux que je ferme les volets ? [fermer les volets: HassTurnOff device_class=shutter domain=cover]
    étein la lumière du salon
        HassTurnOff area=salon domain=light
    eteins la lumiere de la chambre
        HassTurnOff area=chambre domain=light
    éteint la lumière du couloire
        HassTurnOff area=couloir domain=light
    allume lumière chambre
        HassTurnOn area=chambre domain=light
    alumer la veilleuse
        HassTurnOn name=light.veilleuse
    allume la veilleuze
        HassTurnOn name=light.veilleuse
    lumière dans le salon s'il te plaît
        HassTurnOn area=salon domain=light
    ferme la veilleuse
        HassTurnOff name=light.veilleuse
    arrête tout
        HassTurnOff domain=light|switch|fan|media_player wide
    coupe tout
        HassTurnOff domain=light|switch|fan|media_player wide
    active le mode soirée
        HassTurnOn name=scene.soiree
    passe l'aspirateur dans le salon et la cuisine
        HassVacuumCleanArea area=salon + HassVacuumCleanArea area=cuisine
    lance l'aspirateur à 14 h
        HassVacuumStart name=vacuum.robot @03-12T14:00:00
    démarre la tondeuse demain matin
        ? Je le fais demain à 8 h ? [demain à 8 h: HassLawnMowerStartMowing name=lawn_mower.tondeuse @03-12T08:00:00]
    > oui
        HassLawnMowerStartMowing name=lawn_mower.tondeuse @03-12T08:00:00
    rappelle-moi dans 10 minutes de sortir le pain et allume la cuisine
        JarvisSkill «rappelle-moi dans 10 minutes de sortir le pain» + HassTurnOn area=cuisine domain=light
    réveille-moi à 7 h et ouvre les volets de la chambre à 7 h 15
        JarvisSkill «réveille-moi à 7 h» + HassTurnOn area=chambre device_class=shutter domain=cover @03-12T07:15:00
    mets un minuteur de 10 minutes pour les pâtes et allume la cuisine
        HassStartTimer minutes=10 name=pâtes + HassTurnOn area=cuisine domain=light
    ajoute du lait et allume la cuisine
        JarvisSkill «ajoute du lait» + HassTurnOn area=cuisine domain=light
    ajoute du lait, des œufs et du pain à la liste de courses
        HassListAddItem item=lait, des œufs et du pain name=todo.courses
    ajoute du lait à la liste et éteins la cuisine
        HassShoppingListAddItem item=lait + HassTurnOff area=cuisine domain=light
    qu'est-ce qu'il y a sur la liste de courses et quelle heure est-il
        JarvisListRead + HassGetCurrentTime
    il fait combien dans la chambre et ferme les volets
        HassClimateGetTemperature area=chambre + HassTurnOff device_class=shutter domain=cover
    annonce que le dîner est prêt et éteins la télé
        HassBroadcast message=le dîner est prêt + HassTurnOff name=media_player.tele
    annonce que le dîner est prêt dans 10 minutes
        HassBroadcast message=le dîner est prêt dans 10 minutes
    dans 10 minutes annonce que le dîner est prêt
        HassBroadcast message=le dîner est prêt @+600s
    joue Daft Punk sur l'enceinte de la cuisine à 18 h
        HassMediaSearchAndPlay name=media_player.cuisine search_query=Daft Punk @03-11T18:00:00
    pourquoi la lumière du salon s'est allumée
        JarvisExplain area=salon domain=light
    quelles sont mes automatisations
        JarvisAutomationList
    raconte une blague et éteins la lumière
        JarvisSkill «raconte une blague» + HassTurnOff domain=light
    éteins la cuisine et dis-moi l'heure
        HassTurnOff area=cuisine domain=light + HassGetCurrentTime
    quelle heure est-il et quel temps fait-il
        HassGetCurrentTime + HassGetWeather
    quelle est la météo et éteins le salon
        HassGetWeather + HassTurnOff area=salon domain=light
    combien de temps reste-t-il au minuteur
        HassTimerStatus
    mets un minuteur pâtes de 10 minutes
        HassStartTimer minutes=10 name=pâtes
    allume la lumière bleue clignotante
        ? Je ne connais pas « bleue clignotante ».
    ouvre les volets du salon et de la cuisine à 50 %
        HassSetPosition area=salon device_class=shutter domain=cover position=50 + HassSetPosition area=cuisine device_class=shutter domain=cover position=50
    ferme les volets sauf dans la chambre
        HassTurnOff device_class=shutter domain=cover except(area=chambre)
    mets les volets du salon à moitié
        HassSetPosition area=salon device_class=shutter domain=cover position=50
    allume le plafonnier du salon et le lampadaire
        HassTurnOn name=light.salon_plafonnier + HassTurnOn area=salon name=light.lampadaire
    éteins le lampadaire, la veilleuse et la guirlande
        HassTurnOff name=light.lampadaire + HassTurnOff name=light.veilleuse + HassTurnOff name=light.guirlande
    mets la lumière du salon à 30 % et celle de la chambre à 50 %
        HassLightSet area=salon brightness=30 domain=light + HassLightSet area=chambre brightness=50 domain=light
    allume la guirlande pendant deux heures ce soir à 20 h
        HassTurnOn name=light.guirlande @03-11T20:00:00 + HassTurnOff name=light.guirlande @03-11T22:00:00
    ferme les volets à 22 h et éteins tout à 23 h
        HassTurnOff device_class=shutter domain=cover wide @03-11T22:00:00 + HassTurnOff domain=light|switch|fan|media_player wide @03-11T23:00:00
    à 22 h ferme les volets et à 23 h éteins tout
        HassTurnOff device_class=shutter domain=cover wide @03-11T22:00:00 + HassTurnOff domain=light|switch|fan|media_player wide @03-11T23:00:00
    demain à 7 h et demie allume la cafetière
        HassTurnOn name=switch.cafe @03-12T07:30:00
    tous les jours à 6 h 45 sauf le week-end allume la cafetière
        HassTurnOn name=switch.cafe @each:6:45/12345
    tous les jours sauf le dimanche à 7 h ouvre les volets
        HassTurnOn device_class=shutter domain=cover wide @each:7:0/123456
    le samedi à 10 h lance l'aspirateur
        HassVacuumStart name=vacuum.robot @each:10:0/6
    lundi à 8 h allume le chauffage
        HassTurnOn domain=climate @03-16T08:00:00
    si je pars éteins tout
        HassTurnOff domain=light|switch|fan|media_player wide @each:anybody leaves
    dès que je pars ferme tous les volets
        HassTurnOff device_class=shutter domain=cover wide @once:anybody leaves
    la prochaine fois que je rentre allume le salon
        HassTurnOn area=salon domain=light @once:anybody arrives
    quand il fait plus de 25 dans le salon ferme les volets du salon
        HassTurnOff area=salon device_class=shutter domain=cover @each:sensor.temp_salon>25
    quand la télé s'allume éteins la lumière du salon
        HassTurnOff area=salon domain=light @each:media_player.tele=on
    si l'humidité de la salle de bain dépasse 70 % allume le ventilateur
        HassTurnOn name=fan.chambre @each:sensor.hum_sdb>70
    ce soir au coucher du soleil ferme les volets
        HassTurnOff device_class=shutter domain=cover wide @once:sunset
    une heure après le coucher du soleil éteins la guirlande
        HassTurnOff name=light.guirlande @each:sunset3600s
    tous les soirs au coucher du soleil ferme les volets
        HassTurnOff device_class=shutter domain=cover wide @each:sunset
    dans une heure et demie éteins la télé
        HassTurnOff name=media_player.tele @+5400s
    dans 1 h 30 éteins la télé
        HassTurnOff name=media_player.tele @+5400s
    d'ici dix minutes éteins la télé
        HassTurnOff name=media_player.tele @+600s
    éteins la télé dans trois quarts d'heure
        HassTurnOff name=media_player.tele @+2700s
    à minuit éteins tout
        HassTurnOff domain=light|switch|fan|media_player wide @03-12T00:00:00
    à midi ouvre le volet de la cuisine
        HassTurnOn name=cover.cuisine @03-12T12:00:00
    à sept heures du soir allume la guirlande
        HassTurnOn name=light.guirlande @03-11T19:00:00
    à huit heures moins le quart allume la cafetière
        HassTurnOn name=switch.cafe @03-12T07:45:00
    verrouille la porte d'entrée quand tout le monde est parti
        HassTurnOn name=lock.entree @each:anybody leaves
    allume la lumière dans le salon et mets-la en bleu
        HassTurnOn area=salon domain=light + HassLightSet area=salon color=blue domain=light
    ouvre le portail et referme-le dans 5 minutes
        HassTurnOn name=cover.portail + HassTurnOff name=cover.portail @+300s
    allume la chambre mais pas la lampe de chevet
        HassTurnOn area=chambre domain=light except(name=light.chevet)
    éteins tout sauf la télé
        HassTurnOff domain=light|switch|fan|media_player wide except(name=media_player.tele)
    éteins tout sauf les volets
        HassTurnOff domain=light|switch|fan|media_player wide except(device_class=shutter domain=cover)
    ferme tout sauf la porte du garage
        HassTurnOff domain=cover wide except(name=cover.garage)
    éteins toutes les lumières du bas sauf l'entrée
        HassTurnOff domain=light floor=rdc wide except(area=entree)
    réveille-moi à 7 h
        JarvisSkill «réveille-moi à 7 h»
    rappelle-moi de fermer les volets et d'éteindre la lumière
        JarvisSkill «rappelle-moi de fermer les volets et d'éteindre la lumière»
    rappelle-moi de fermer les volets et éteins la lumière
        JarvisSkill «rappelle-moi de fermer les volets» + HassTurnOff domain=light
    j'ai froid
        –
    bonjour comment vas-tu
        –
    raconte-moi l'histoire de France
        –
    pourquoi le ciel est bleu
        –
    écris un poème sur la lumière du salon
        –
    qu'est-ce que tu penses de la domotique
        –
    comment allumer un feu de cheminée
        –
    est-ce que je devrais éteindre le chauffage la nuit
        –
    je viens d'allumer la lumière du salon
        –
    il a éteint la télé hier soir
        –
    tu connais la chanson allumer le feu
        –
    quelle est la température de fusion du fer
        –
    quelle est la température du soleil
        –
    ferme les yeux
        ? Je ne connais pas « yeux ».
    ouvre ton cœur
        –
    qui a éteint la lumière
        JarvisExplain domain=light
    explique-moi comment fonctionne un volet roulant
        –
    quelle est la capitale de la France
        –
    traduis allume la lumière en anglais
        –
    merci
        –
    oui
        –
    non
        –
    salut
        –
    la porte
        –
    le chat
        –
    lumière
        –
    chauffage
        –
    stop
        HassNevermind
    lance un débat
        –
    active tes neurones
        –
    éteins-toi
        –
    tais-toi
        HassNevermind
    la lumière est trop forte
        –
    il fait trop chaud dans la chambre
        –
    c'est quoi la différence entre une lampe led et une ampoule
        –
    que se passe-t-il si j'éteins le routeur
        –
    je voudrais un café
        –
    allume le feu
        ? Je ne connais pas « feu ».
    monte les escaliers
        ? Je ne connais pas « escaliers ».
    arrête de parler
        –
    laisse la lumière du salon allumée
        JarvisRefuse area=salon domain=light
    montre la température
        –
    porte d'entrée
        –
    éteins
        ? Je ne sais pas de quoi tu parles : dis-moi quoi.
    allume
        ? Je ne sais pas de quoi tu parles : dis-moi quoi.
    """#
