import Base

/// Words that decide what a clause is about, in both languages at once: none of them means something else in the other one. All folded.
enum ReadingWords {
    /// What is so for an hour, and no fact: "prêt", "fatigué", "là".
    static let momentary = set(
        """
        la ici pret prete prets pretes sale sales vide vides plein pleine ouvert ouverte ouverts ouvertes allume allumee allumes allumees eteint eteinte eteints eteintes fatigue fatiguee creve \
        crevee content contente contents triste tristes enerve enervee stresse stressee occupe occupee libre tranquille desole desolee presse pressee debout couche couchee reveille reveillee \
        parti partie partis parties rentre rentree rentres arrive arrivee bon bien mal ok pas vrai faux cuit cuite froid froide chaud chaude perdu perdue en d ravi ravie pour \
        sur sure certain certaine deja encore presque tout trop gentil dommage nul cool super genial top parfait possible impossible tard tot fini finie termine terminee bloque bloquee coince coincee \
        ready dirty empty full open closed on off tired exhausted happy sad angry stressed busy free here there back home gone away fine ok okay good bad well sorry sure certain hot cold late early \
        done finished lost glad great nice right wrong true false awake asleep up down out not so very about going hungry thirsty broken stuck cool super perfect possible impossible mouille mouillee wet
        """)

    /// What one has for an hour, or only in words.
    static let passing = set(
        """
        faim soif froid chaud sommeil mal besoin envie raison tort hate question questions probleme probleme souci soucis idee idees temps chance doute impression choix droit air tendance \
        honte marre fini moment truc chose choses blague nouvelle nouvelles course courses mail message appel reponse doute point fois flemme intention confiance occasion plein lieu \
        hungry thirsty question problem idea time luck doubt feeling choice right chance moment thing things joke news message call answer look word point issue go fun trouble fever dream
        """)

    static let events = set(
        """
        rendez rdv reunion examen controle concert entretien match fete anniversaire dentiste operation audience partiel spectacle cours vol train avion consultation formation seminaire mariage \
        appointment meeting exam concert interview match party surgery flight train lesson class wedding test show checkup game date
        """)

    static let conditions = set(
        """
        diabete asthme migraine migraines grippe rhume angine otite gastro covid bronchite eczema arthrose sciatique hypertension cholesterol epilepsie cancer anemie endometriose depression lumbago \
        varicelle rougeole tendinite entorse insomnie insomnies acouphenes psoriasis hernie pneumonie rhumatismes tension appendicite allergie reflux ulcere scoliose \
        diabetes asthma migraines flu eczema arthritis sciatica anemia anaemia chickenpox measles pneumonia insomnia tinnitus psoriasis bronchitis adhd autism dyslexia
        """)

    static let medicines = set(
        """
        doliprane paracetamol ibuprofene aspirine levothyrox metformine ventoline antibiotique antibiotiques cortisone insuline magnesium vitamine vitamines antidepresseur antidepresseurs \
        somnifere somniferes pilule traitement medicament medicaments cachet cachets comprime comprimes statine statines kardegic xanax lexomil advil spasfon smecta gaviscon melatonine fer \
        amoxicilline xarelto eliquis plavix inexium omeprazole tahor lyrica anticoagulant anticoagulants betabloquant betabloquants antihistaminique aerius zyrtec seroplex prozac ritaline \
        aspirin ibuprofen insulin metformin antibiotics antibiotic vitamins vitamin pill pills medicine medication tablets tablet levothyroxine statins statin antidepressants melatonin \
        cortisone iron magnesium omeprazole warfarin antihistamine antihistamines inhaler paracetamol tylenol advil ritalin prozac xanax
        """)

    static let languages = set(
        """
        francais anglais espagnol italien allemand portugais arabe chinois mandarin japonais russe neerlandais polonais turc grec breton basque occitan catalan alsacien corse creole roumain hongrois \
        tcheque suedois danois norvegien finnois coreen vietnamien hindi hebreu kabyle berbere wolof lingala ukrainien serbe croate bulgare persan latin esperanto langue langues flamand \
        french english spanish italian german portuguese arabic chinese mandarin japanese russian dutch polish turkish greek welsh irish gaelic romanian hungarian czech swedish danish norwegian \
        finnish korean vietnamese hindi hebrew ukrainian urdu punjabi bengali latin
        """)

    static let pastimes = set(
        """
        tennis foot football basket handball hand volley rugby judo karate boxe natation piscine yoga pilates danse theatre musique piano guitare violon batterie chant couture tricot poterie peinture \
        dessin photo randonnee rando escalade ski surf voile equitation cheval velo vtt course footing jogging gym gymnastique musculation muscu crossfit badminton ping golf petanque echecs \
        jardinage bricolage cuisine patisserie plongee aviron kayak escrime athletisme marche marathon triathlon aikido zumba scoutisme chorale benevolat bridge poterie sculpture apiculture peche chasse \
        soccer basketball swimming running cycling climbing hiking dancing painting photography gardening cooking baking chess karate boxing gymnastics skiing surfing sailing fishing \
        knitting pottery ballet hockey cricket rowing
        """)

    static let trades = set(
        """
        medecin infirmier infirmiere prof professeur instituteur institutrice maitresse avocat avocate ingenieur ingenieure boulanger boulangere plombier electricien macon menuisier charpentier comptable \
        vendeur vendeuse serveur serveuse cuisinier cuisiniere chef caissier caissiere facteur factrice policier policiere gendarme pompier pompiere militaire pilote hotesse steward journaliste \
        graphiste developpeur developpeuse informaticien informaticienne architecte notaire pharmacien pharmacienne dentiste kine kinesitherapeute sage orthophoniste psychologue psychiatre psy veterinaire \
        coiffeur coiffeuse estheticienne fleuriste libraire bibliothecaire secretaire assistant assistante directeur directrice manager consultant consultante chercheur chercheuse etudiant etudiante lyceen \
        lyceenne collegien collegienne retraite artiste musicien musicienne comedien comedienne acteur actrice photographe ecrivain peintre agriculteur agricultrice eleveur maraicher vigneron jardinier \
        jardiniere paysagiste chauffeur routier conducteur conductrice mecanicien mecanicienne garagiste aide animateur animatrice educateur educatrice nounou nourrice fonctionnaire cadre technicien \
        technicienne ouvrier ouvriere stagiaire apprenti apprentie interne chirurgien chirurgienne cardiologue generaliste dermatologue ophtalmo juge magistrat greffier huissier banquier banquiere agent \
        commercial commerciale traducteur traductrice interprete guide moniteur monitrice entraineur coach marin pecheur boucher bouchere charcutier patissier patissiere traiteur barman barmaid couturier \
        couturiere styliste bijoutier antiquaire brocanteur ebeniste soudeur peintre carreleur couvreur auxiliaire conseiller conseillere responsable gerant gerante patron directeur president maire depute \
        doctor nurse teacher professor lawyer engineer baker plumber electrician builder carpenter accountant waiter waitress cook chef cashier postman policeman policewoman firefighter soldier pilot \
        steward journalist designer developer programmer architect pharmacist dentist physiotherapist midwife psychologist psychiatrist vet veterinarian hairdresser florist librarian secretary assistant \
        director manager consultant researcher scientist student pupil artist musician actor actress photographer writer painter farmer gardener driver mechanic surgeon cardiologist judge banker agent \
        salesman saleswoman translator interpreter guide coach trainer sailor fisherman butcher tailor welder receptionist paramedic tutor lecturer barista freelancer analyst
        """)

    static let opinions = set(
        """
        genial geniale super nul nulle bien bon bonne mauvais mauvaise cher chere beau belle excellent excellente moche ennuyeux ennuyeuse magnifique horrible drole triste long longue interessant interessante \
        decevant decevante surfait delicieux delicieuse degueulasse top sympa difficile facile great terrible good bad boring amazing awful expensive beautiful excellent funny lovely overrated \
        delicious disappointing interesting
        """)

    static let locatives = set(
        """
        dans sur sous derriere devant chez a au aux rue pres dehors entre contre avenue boulevard place dessus dessous cote fond bas haut parking quai allee chemin
        in on under behind at next inside beside near between above below outside by opposite against
        """)

    static let abstract = set(
        "vie monde temps amour ciel terre soleil univers mort bonheur ca tout cela histoire verite life world time love sky truth everything it")

    /// Verbs that ask for something now, and are no wish for life.
    static let requests = set(
        """
        savoir ecouter entendre allumer eteindre connaitre parler voir avoir mettre regarder annuler demander dire poser ouvrir fermer baisser monter changer lancer arreter ajouter noter \
        know hear listen see ask say turn set play watch have put open close stop add cancel talk speak get check
        """)

    private static func set(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
