/// French as families say it: what is forbidden, wished and taken back, chatter around orders, and what leans on the orders before.
///
/// The format is that of `moreFrenchOrders`.
let spokenFrenchOrders = #"""
    allume dehors
        HassTurnOn area=jardin domain=light
    éteins tout dehors
        HassTurnOff area=jardin domain=light|switch|fan|media_player wide
    je veux de la lumière dans la cuisine
        HassTurnOn area=cuisine domain=light
    moins fort la lumière de la cuisine
        JarvisAdjust direction=down name=light.cuisine what=brightness
    plus fort la télé
        JarvisAdjust direction=up name=media_player.tele what=volume
    passe la lampe de chevet en rouge
        HassLightSet color=red name=light.chevet
    tire les rideaux
        HassTurnOff device_class=curtain domain=cover
    mets dix-neuf degrés et demi dans la chambre
        HassClimateSetTemperature area=chambre temperature=19.5
    je voudrais 22 degrés dans le salon
        HassClimateSetTemperature area=salon temperature=22
    ralentis le ventilateur
        JarvisAdjust direction=down name=fan.chambre what=speed
    accélère le ventilateur
        JarvisAdjust direction=up name=fan.chambre what=speed
    remets la télé en lecture
        HassMediaUnpause name=media_player.tele
    volume de la télé à soixante pour cent
        HassSetVolume name=media_player.tele volume_level=60
    ouvre le verrou de la porte de derrière
        HassTurnOff name=lock.arriere
    mets en marche la cafetière
        HassTurnOn name=switch.cafe
    quelle température fait-il dehors
        HassClimateGetTemperature outside=true
    quelle est la température de la chambre
        HassGetState name=sensor.temp_chambre
    > et dehors ?
        HassClimateGetTemperature outside=true
    quelle est la température de la cave
        ? Je ne connais pas « cave ».
    est-ce qu'il y a du beurre sur la liste de courses
        JarvisListRead item=beurre
    vide la liste de courses sauf le pain et le riz
        JarvisListClear except(item=pain) except(item=riz)
    je ne veux pas que tu allumes la cafetière
        JarvisRefuse name=switch.cafe
    je veux pas que tu éteignes le salon
        JarvisRefuse area=salon domain=light
    il ne faut pas éteindre la télé
        JarvisRefuse name=media_player.tele
    n'allume rien
        JarvisRefuse
    n'éteins rien dans le salon
        JarvisRefuse area=salon domain=light
    pas besoin d'allumer la lumière du couloir
        JarvisRefuse area=couloir domain=light
    laisse la lumière du couloir allumée
        JarvisRefuse area=couloir domain=light
    laisse la porte du garage ouverte
        JarvisRefuse name=cover.garage
    laisse-moi tranquille
        –
    tu ne dois pas ouvrir le garage
        JarvisRefuse device_class=garage domain=cover
    surtout n'ouvre pas le portail
        JarvisRefuse name=cover.portail
    allume le salon et ne touche pas à la télé
        HassTurnOn area=salon domain=light + JarvisRefuse name=media_player.tele
    y a-t-il du mouvement dans le jardin
        HassGetState area=jardin device_class=motion|occupancy domain=binary_sensor state=on
    y a-t-il une fuite d'eau dans le garage
        HassGetState area=garage device_class=moisture domain=binary_sensor state=on
    l'alarme est activée ?
        HassGetState domain=alarm_control_panel state=armed
    quels appareils ont la batterie faible ?
        HassGetState device_class=battery domain=sensor
    finalement éteins la cuisine
        HassTurnOff area=cuisine domain=light
    allume la lumière du garage
        HassTurnOn area=garage domain=light
    > et celle du jardin
        HassTurnOn area=jardin domain=light
    ferme le volet du salon
        HassTurnOff name=cover.salon
    > celui des enfants aussi
        HassTurnOff name=cover.enfants
    augmente la température de la chambre d'un degré
        JarvisAdjust amount=1 area=chambre direction=up what=temperature
    > encore un degré
        JarvisAdjust amount=1 area=chambre direction=up what=temperature
    ajoute du lait à la liste de courses
        HassListAddItem item=lait name=todo.courses
    > et du pain
        HassListAddItem item=pain name=todo.courses
    > et des œufs
        HassListAddItem item=œufs name=todo.courses
    mets le volume de la télé à 30 %
        HassSetVolume name=media_player.tele volume_level=30
    > coupe-lui le son
        HassMediaPlayerMute name=media_player.tele
    allume la cuisine
        HassTurnOn area=cuisine domain=light
    > et le couloir
        HassTurnOn area=couloir domain=light
    > et celle de la chambre
        HassTurnOn area=chambre domain=light
    je ne veux pas de lumière
        –
    laisse la fenêtre
        JarvisRefuse device_class=window domain=cover
    il fait 22 degrés dans le salon
        –
    22 degrés
        ? Tu veux que je mette le chauffage à 22 degrés ? [mettre le chauffage à 22 degrés: HassClimateSetTemperature temperature=22]
    faudrait éteindre la veilleuse, le petit dort
        HassTurnOff name=light.veilleuse
    on se gèle dans la chambre, monte le chauffage
        JarvisAdjust area=chambre direction=up what=temperature
    on n'y voit rien dans le garage, tu peux allumer ?
        HassTurnOn area=garage domain=light
    le lampadaire, allume-le
        HassTurnOn name=light.lampadaire
    le volet des enfants, tu le fermes à moitié
        HassSetPosition name=cover.enfants position=50
    tu me mets la lumière dans la cuisine
        HassTurnOn area=cuisine domain=light
    tu éteins le salon et tu fermes les volets
        HassTurnOff area=salon domain=light + HassTurnOff device_class=shutter domain=cover
    il faut que t'éteignes la lumière du couloir
        HassTurnOff area=couloir domain=light
    on éteint la télé
        HassTurnOff name=media_player.tele
    on ferme la porte à clé tous les soirs
        –
    je voudrais que la guirlande soit allumée
        HassTurnOn name=light.guirlande
    toutes les lumières éteintes sauf le couloir
        HassTurnOff domain=light wide except(area=couloir)
    la lampe de chevet à fond
        HassLightSet brightness=100 name=light.chevet
    je voudrais le lampadaire en bleu
        HassLightSet color=blue name=light.lampadaire
    éteins la télé, je plaisante
        ? Je ne connais pas « je plaisante ».
    il m'a dit, ouvre la porte d'entrée
        –
    elle a crié : éteins la télé
        –
    ouvre le portail, j'arrive
        HassTurnOn name=cover.portail
    éteins la cuisine, la véranda
        ? Je ne connais pas « véranda ».
    attends deux secondes puis allume la cuisine
        HassTurnOn area=cuisine domain=light @+2s
    éteins la télé et le lampadaire
        HassTurnOff name=media_player.tele + HassTurnOff name=light.lampadaire
    > rallume-les
        HassTurnOn name=media_player.tele + HassTurnOn name=light.lampadaire
    mets un minuteur de dix minutes
        HassStartTimer minutes=10
    > non, quinze
        HassCancelTimer start_minutes=10 + HassStartTimer minutes=15
    mets le chauffage du salon à 22
        HassClimateSetTemperature area=salon temperature=22
    > en fait 20 ça suffit
        HassClimateSetTemperature area=salon temperature=20
    la porte d'entrée, elle est verrouillée ?
        HassGetState name=lock.entree state=locked
    j'ai laissé la lumière du couloir allumée ?
        HassGetState area=couloir domain=light state=on
    tu as éteint la télé
        –
    la lumière allumée me gêne
        –
    on sort : coupe la télé et ferme les volets
        HassTurnOff name=media_player.tele + HassTurnOff device_class=shutter domain=cover
    verrouille la porte d'entrée pendant 3 secondes
        ? Je ne sais pas revenir en arrière après « verrouiller la porte d'entrée ». Je le fais quand même ? [verrouiller la porte d'entrée: HassTurnOn name=lock.entree]
    éteins tout sauf la télé et n'éteins pas la cafetière
        HassTurnOff domain=light|switch|fan|media_player wide except(name=media_player.tele) except(name=switch.cafe) + JarvisRefuse name=switch.cafe
    éteins tout mais ne touche pas au lampadaire
        HassTurnOff domain=light|switch|fan|media_player wide except(name=light.lampadaire) + JarvisRefuse name=light.lampadaire
    éteins la cuisine, n'éteins pas la cuisine
        HassTurnOff area=cuisine domain=light except(area=cuisine domain=light) + JarvisRefuse area=cuisine domain=light
    n'éteins pas la cuisine et la chambre
        JarvisRefuse area=cuisine domain=light + JarvisRefuse area=chambre domain=light
    il ne faut pas éteindre la cuisine et ouvrir le volet du salon
        JarvisRefuse area=cuisine domain=light + JarvisRefuse name=cover.salon
    n'allume pas la cuisine mais le salon
        JarvisRefuse area=cuisine domain=light + HassTurnOn area=salon domain=light
    ne mets pas la cuisine en rouge mais en bleu
        JarvisRefuse area=cuisine color=red domain=light + HassLightSet area=cuisine color=blue domain=light
    quand je dis éteins la cuisine, ne fais rien
        –
    éteins la cuisine, laisse tomber
        HassNevermind
    dans 3 secondes éteins la cuisine, annule
        HassNevermind
    il m'a dit. éteins la cuisine
        –
    j'hésite, allume le salon
        –
    baisse la tête
        –
    descends au garage
        –
    éteins la cuisine
        HassTurnOff area=cuisine domain=light
    > et la chambre ?
        ? Tu veux que j'éteigne la lumière de la chambre ? [oui: HassTurnOff area=chambre domain=light]
    éteins la cuisine
        HassTurnOff area=cuisine domain=light
    > et la chambre non
        JarvisRefuse
    éteins toutes les lumières
        HassTurnOff domain=light wide
    > rallume
        ? Je ne sais plus comment c'était avant. Tu veux que j'allume la lumière ? [oui: HassTurnOn domain=light wide]
    dans dix minutes éteins la cuisine
        HassTurnOff area=cuisine domain=light @+600s
    > annule ça
        HassNevermind
    allume la lampe de chevet
        HassTurnOn name=light.chevet
    > annule ça
        HassTurnOff name=light.chevet
    éteins la cuisine pendant 10 minutes
        HassTurnOff area=cuisine domain=light + HassTurnOn area=cuisine domain=light @+600s
    enregistre cette ambiance comme soirée
        JarvisSceneSave name=soirée
    à 22 h ferme les volets
        HassTurnOff device_class=shutter domain=cover wide @03-11T22:00:00
    > non, à 23 h
        HassNevermind + HassTurnOff device_class=shutter domain=cover wide @03-11T23:00:00
    """#
