/// Everyday French: one order, several, when, and what leans on the order before.
///
/// A line by itself is an utterance, the line under it what is read. `>` goes on in the conversation; `@salon` is said in that room.
let frenchOrders = #"""
    allume la lumière de la salle de bain
        HassTurnOn area=sdb domain=light
    éteins le plafonnier de la chambre
        HassTurnOff name=light.plafonnier_chambre
    allume le bureau
        HassTurnOn area=bureau domain=light
    éteins toutes les lumières
        HassTurnOff domain=light wide
    éteins toutes les lumières du premier étage
        HassTurnOff domain=light floor=etage wide
    mets la lumière à 30 %
        HassLightSet brightness=30 domain=light
    mets la lumière de la salle de bain au maximum
        HassLightSet area=sdb brightness=100 domain=light
    mets le lampadaire en vert
        HassLightSet color=green name=light.lampadaire
    baisse la lumière du salon de 20 %
        JarvisAdjust amount=20 area=salon direction=down domain=light what=brightness
    plus de lumière dans le bureau
        JarvisAdjust area=bureau direction=up domain=light what=brightness
    moins de lumière
        JarvisAdjust direction=down domain=light what=brightness
    la lumière du bureau à 40 %
        HassLightSet area=bureau brightness=40 domain=light
    ouvre tous les volets
        HassTurnOn device_class=shutter domain=cover wide
    ferme le volet du salon
        HassTurnOff name=cover.salon
    descends le volet de la cuisine
        HassTurnOff name=cover.cuisine
    remonte les volets du salon
        HassTurnOn area=salon device_class=shutter domain=cover
    ferme les rideaux du salon
        HassTurnOff name=cover.rideaux
    ouvre le portail
        HassTurnOn name=cover.portail
    ferme la porte du garage
        HassTurnOff name=cover.garage
    déverrouille la porte de derrière
        HassTurnOff name=lock.arriere
    ferme à clé la porte d'entrée
        HassTurnOn name=lock.entree
    mets le chauffage du salon à 21
        HassClimateSetTemperature area=salon temperature=21
    monte le chauffage de la chambre d'un degré
        JarvisAdjust amount=1 area=chambre direction=up what=temperature
    éteins le radiateur de la chambre
        HassTurnOff name=climate.chambre
    quelle température fait-il dans le salon
        HassClimateGetTemperature area=salon
    il fait combien dans la chambre
        HassClimateGetTemperature area=chambre
    allume la télé
        HassTurnOn name=media_player.tele
    éteins la télévision
        HassTurnOff name=media_player.tele
    baisse le son de la télé
        HassSetVolumeRelative name=media_player.tele volume_step=down
    coupe le son
        HassMediaPlayerMute
    mets la musique en pause
        HassMediaPause
    chanson suivante
        HassMediaNext
    volume à 40
        HassSetVolume volume_level=40
    allume le ventilateur
        HassTurnOn name=fan.chambre
    mets le ventilateur à 60 %
        HassFanSetSpeed name=fan.chambre percentage=60
    lance le robot
        HassVacuumStart name=vacuum.robot
    renvoie le robot à sa base
        HassVacuumReturnToBase name=vacuum.robot
    tonds la pelouse
        HassLawnMowerStartMowing
    active l'alarme
        HassTurnOn name=alarm_control_panel.maison
    désactive l'alarme
        HassTurnOff name=alarm_control_panel.maison
    lance la scène soirée
        HassTurnOn name=scene.soiree
    mode cinéma
        HassTurnOn name=scene.cinema
    bonne nuit
        HassTurnOn name=script.bonne_nuit
    appuie sur la sonnette
        HassTurnOn name=input_button.sonnette
    mets un minuteur de 3 minutes
        HassStartTimer minutes=3
    minuteur une demi-heure
        HassStartTimer minutes=30
    minuteur d'une heure et quart
        HassStartTimer hours=1 minutes=15
    combien de temps reste-t-il
        HassTimerStatus
    arrête le minuteur
        HassCancelTimer
    ajoute 2 minutes au minuteur
        HassIncreaseTimer minutes=2
    mets le minuteur des pâtes en pause
        HassPauseTimer name=pâtes
    ajoute du café à la liste de courses
        HassListAddItem item=café name=todo.courses
    enlève le café de la liste
        HassListRemoveItem item=café
    lis la liste de courses
        JarvisListRead
    vide la liste de courses
        JarvisListClear
    ajoute une vis à la liste bricolage
        HassListAddItem item=une vis name=todo.bricolage
    est-ce que les volets sont fermés
        HassGetState device_class=shutter domain=cover state=closed
    quelles fenêtres sont ouvertes
        HassGetState device_class=window domain=binary_sensor|cover state=open
    la porte d'entrée est-elle verrouillée
        HassGetState name=lock.entree state=locked
    combien de lumières sont allumées dans le salon
        HassGetState area=salon domain=light state=on
    est-ce que la télé est allumée
        HassGetState name=media_player.tele state=on
    où est papa
        HassGetState name=person.papa
    qui est à la maison
        HassGetState domain=person state=maison wide
    pourquoi le volet du salon s'est fermé
        JarvisExplain name=cover.salon
    quelles automatisations j'ai
        JarvisAutomationList
    annonce que le repas est prêt
        HassBroadcast message=le repas est prêt
    quel jour sommes-nous
        HassGetCurrentDate
    il est quelle heure
        HassGetCurrentTime
    quel temps fait-il
        HassGetWeather
    laisse tomber
        HassNevermind
    allume la lumière du salon
        HassTurnOn area=salon domain=light
    euh jarvis, est-ce que tu pourrais allumer la lumière du salon s'il te plaît
        HassTurnOn area=salon domain=light
    allumez la lumière de la cuisine
        HassTurnOn name=light.cuisine
    je voudrais que tu éteignes le salon
        HassTurnOff area=salon domain=light
    dans dix minutes éteins la lumière du salon
        HassTurnOff area=salon domain=light @+600s
    éteins la lumière du salon dans une demi-heure
        HassTurnOff area=salon domain=light @+1800s
    à 22 h éteins tout
        HassTurnOff domain=light|switch|fan|media_player wide @03-11T22:00:00
    ferme les volets demain matin à 8 h
        HassTurnOff device_class=shutter domain=cover wide @03-12T08:00:00
    ce soir à 20h30 ferme les volets du salon
        HassTurnOff area=salon device_class=shutter domain=cover @03-11T20:30:00
    allume le salon pendant 10 minutes
        HassTurnOn area=salon domain=light + HassTurnOff area=salon domain=light @+600s
    quand je rentre allume la lumière de l'entrée
        HassTurnOn name=light.entree @each:anybody arrives
    allume le jardin quand il fait nuit
        HassTurnOn area=jardin domain=light @each:sunset
    ferme les volets au coucher du soleil
        HassTurnOff device_class=shutter domain=cover wide @each:sunset
    tous les matins à 7 h ouvre les volets de la chambre
        HassTurnOn area=chambre device_class=shutter domain=cover @each:7:0
    ouvre les volets en semaine à 7h30
        HassTurnOn device_class=shutter domain=cover wide @each:7:30/12345
    chaque lundi à 8 h lance l'aspirateur
        HassVacuumStart name=vacuum.robot @each:8:0/1
    si la température du salon descend sous 18 allume le chauffage du salon
        HassTurnOn area=salon domain=climate @each:sensor.temp_salon<18
    quand la porte d'entrée s'ouvre allume l'entrée
        HassTurnOn area=entree domain=light @each:binary_sensor.porte_entree=on
    éteins tout en bas sauf la cuisine et mets le chauffage à 19
        HassTurnOff domain=light|switch|fan|media_player floor=rdc wide except(area=cuisine) + HassClimateSetTemperature temperature=19
    allume la cuisine et rappelle-moi d'appeler le dentiste demain à neuf heures
        HassTurnOn area=cuisine domain=light + JarvisSkill «rappelle-moi d'appeler le dentiste demain à neuf heures»
    ferme les volets du salon et de la chambre
        HassTurnOff area=salon device_class=shutter domain=cover + HassTurnOff area=chambre device_class=shutter domain=cover
    allume la cuisine et le salon
        HassTurnOn area=cuisine domain=light + HassTurnOn area=salon domain=light
    éteins la télé puis la lumière
        HassTurnOff name=media_player.tele + HassTurnOff domain=light
    ajoute du lait et des œufs à la liste de courses
        HassListAddItem item=lait et des œufs name=todo.courses
    allume la cuisine, le salon et la chambre
        HassTurnOn area=cuisine domain=light + HassTurnOn area=salon domain=light + HassTurnOn area=chambre domain=light
    allume le salon euh non la chambre
        HassTurnOn area=chambre domain=light
    la cuisine, non, le salon
        ? Je dois allumer ou éteindre la lumière du salon ? [allumer: HassTurnOn area=salon domain=light] [éteindre: HassTurnOff area=salon domain=light]
    n'allume pas la cuisine
        JarvisRefuse area=cuisine domain=light
    ne touche pas au chauffage
        JarvisRefuse domain=climate
    allume le grenier
        ? Je ne connais pas « grenier ».
    allume la cuisine et le grenier
        ? Je ne connais pas « grenier ».
    la lumière du salon
        ? Je dois allumer ou éteindre la lumière du salon ? [allumer: HassTurnOn area=salon domain=light] [éteindre: HassTurnOff area=salon domain=light]
    éteins tout sauf le grenier
        ? Je ne connais pas « grenier ».
    alume la lumiaire du salon
        HassTurnOn area=salon domain=light
    aimer la télé
        –
    j'allume souvent la lumière trop tard, c'est grave ?
        –
    il fait sombre, allume la lumière du salon
        HassTurnOn area=salon domain=light
    mets le chauffage du salon et de la chambre à 19
        HassClimateSetTemperature area=salon temperature=19 + HassClimateSetTemperature area=chambre temperature=19
    qui est le président
        –
    lance le lave-vaisselle
        ? Je ne connais pas « lave vaisselle ».
    mets du jazz
        HassMediaSearchAndPlay search_query=jazz
    mets le chaufage du salon à 19
        HassClimateSetTemperature area=salon temperature=19
    mets le salon à 20 et la chambre à 18
        HassClimateSetTemperature area=salon temperature=20 + HassClimateSetTemperature area=chambre temperature=18
    allume la lumière du salon
        HassTurnOn area=salon domain=light
    > et dans la chambre aussi
        HassTurnOn area=chambre domain=light
    > et la cuisine
        HassTurnOn area=cuisine domain=light
    > éteins-la
        HassTurnOff area=cuisine domain=light
    > rallume
        HassTurnOn area=cuisine domain=light
    > un peu plus fort
        JarvisAdjust area=cuisine direction=up domain=light little=true what=brightness
    > encore
        JarvisAdjust area=cuisine direction=up domain=light little=true what=brightness
    > moins
        JarvisAdjust area=cuisine direction=down domain=light what=brightness
    > et à 50 %
        HassLightSet area=cuisine brightness=50 domain=light
    > en rouge
        HassLightSet area=cuisine color=red domain=light
    > pareil pour le salon
        HassLightSet area=salon color=red domain=light
    > et dans la salle de bain
        HassLightSet area=sdb color=red domain=light
    mets le chauffage à 20
        HassClimateSetTemperature temperature=20
    > un peu plus
        JarvisAdjust direction=up little=true what=temperature
    > plutôt 21
        HassClimateSetTemperature temperature=21
    > et dans la chambre ?
        ? Tu veux que je mette le chauffage de la chambre à 21 degrés ? [oui: HassClimateSetTemperature area=chambre temperature=21]
    mets de la musique
        HassMediaUnpause
    > plus fort
        JarvisAdjust direction=up what=volume
    > encore plus fort
        JarvisAdjust direction=up what=volume
    > moins fort
        JarvisAdjust direction=down what=volume
    ouvre le volet de la chambre
        HassTurnOn name=cover.chambre
    > ferme-le
        HassTurnOff name=cover.chambre
    > ouvre-le à moitié
        HassSetPosition name=cover.chambre position=50
    > stop
        JarvisStop name=cover.chambre
    quelle est la température du salon
        HassGetState name=sensor.temp_salon
    > et dans la chambre ?
        HassClimateGetTemperature area=chambre
    éteins-la
        ? Je ne sais pas de quoi tu parles : dis-moi quoi.
    éteins tout sauf la cuisine et le salon
        HassTurnOff domain=light|switch|fan|media_player wide except(area=cuisine) except(area=salon)
    éteins tout à part la chambre
        HassTurnOff domain=light|switch|fan|media_player wide except(area=chambre)
    allume toutes les lumières sauf dans la cuisine
        HassTurnOn domain=light wide except(area=cuisine)
    ferme tous les volets sauf celui du salon
        HassTurnOff device_class=shutter domain=cover wide except(name=cover.salon)
    ferme tous les volets sauf le volet du salon
        HassTurnOff device_class=shutter domain=cover wide except(name=cover.salon)
    éteins tout en haut
        HassTurnOff domain=light|switch|fan|media_player floor=etage wide
    éteins tout à l'étage et ferme les volets
        HassTurnOff domain=light|switch|fan|media_player floor=etage wide + HassTurnOff device_class=shutter domain=cover
    allume le salon, non attends, la chambre
        HassTurnOn area=chambre domain=light
    mets le chauffage à 20, non, 21
        HassClimateSetTemperature temperature=21
    allume la cuisine et éteins le salon et ferme les volets et verrouille la porte d'entrée
        HassTurnOn area=cuisine domain=light + HassTurnOff area=salon domain=light + HassTurnOff device_class=shutter domain=cover + HassTurnOn name=lock.entree
    allume la cuisine puis dans 10 minutes éteins-la
        HassTurnOn area=cuisine domain=light + HassTurnOff area=cuisine domain=light @+600s
    ouvre le volet de la chambre et ferme celui du salon
        HassTurnOn name=cover.chambre + HassTurnOff name=cover.salon
    dans 10 minutes éteins la lumière et ferme les volets
        HassTurnOff domain=light @+600s + HassTurnOff device_class=shutter domain=cover wide @+600s
    éteins la lumière et ferme les volets à 22 h
        HassTurnOff domain=light @03-11T22:00:00 + HassTurnOff device_class=shutter domain=cover wide @03-11T22:00:00
    allume la cuisine et éteins le salon dans dix minutes
        HassTurnOn area=cuisine domain=light + HassTurnOff area=salon domain=light @+600s
    n'allume pas la cuisine mais allume le salon
        JarvisRefuse area=cuisine domain=light + HassTurnOn area=salon domain=light
    n'allume pas la cuisine mais le salon
        JarvisRefuse area=cuisine domain=light + HassTurnOn area=salon domain=light
    allume pas la cuisine
        JarvisRefuse area=cuisine domain=light
    n'ouvre surtout pas le garage
        JarvisRefuse device_class=garage domain=cover
    allume la cuisine quand le chien aboie
        ? Je n'ai pas compris « quand le chien aboie ».
    ferme les volets ce soir
        ? Je le fais à 20 h ? [à 20 h: HassTurnOff device_class=shutter domain=cover wide @03-11T20:00:00]
    > oui
        HassTurnOff device_class=shutter domain=cover wide @03-11T20:00:00
    ferme les volets tous les soirs
        ? Je le fais tous les jours à 20 h ? [tous les jours à 20 h: HassTurnOff device_class=shutter domain=cover wide @each:20:0]
    > non, à 22 h
        HassTurnOff device_class=shutter domain=cover wide @each:22:0
    """#
