import Base

extension Vocabulary {
    static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    static let frenchOrdinals: [String: OrdinalSuffix] = {
        var suffixes: [String: OrdinalSuffix] = [:]
        for plural in [false, true] {
            let s = plural ? "s" : ""
            for suffix in ["e", "er", "ème", "eme", "ième", "ᵉ", "ᵉʳ"] { suffixes[suffix + s] = OrdinalSuffix(isPlural: plural) }
            for suffix in ["re", "ère", "ʳᵉ"] { suffixes[suffix + s] = OrdinalSuffix(isFeminine: true, isPlural: plural) }
            suffixes["nd" + s] = OrdinalSuffix(isPlural: plural, isSecond: true)
            suffixes["nde" + s] = OrdinalSuffix(isFeminine: true, isPlural: plural, isSecond: true)
        }
        return suffixes
    }()
    static let englishOrdinals: [String: OrdinalSuffix] = [
        "st": OrdinalSuffix(), "nd": OrdinalSuffix(), "rd": OrdinalSuffix(), "th": OrdinalSuffix(), "ths": OrdinalSuffix(isPlural: true),
    ]

    /// Longer ones first.
    static let frenchPhrases = [
        ("av. J.-C", "avant Jésus-Christ"), ("apr. J.-C", "après Jésus-Christ"), ("ap. J.-C", "après Jésus-Christ"), ("J.-C", "Jésus-Christ"),
        ("p. ex.", "par exemple"), ("p.ex.", "par exemple"), ("c.-à-d.", "c'est-à-dire"), ("c.à.d.", "c'est-à-dire"), ("n°", "numéro"), ("N°", "numéro"),
        ("nº", "numéro"), ("Nº", "numéro"), ("c/o", "aux bons soins de"),
    ]
    static let englishPhrases = [
        ("e.g.", "for example"), ("i.e.", "that is"), ("a.m.", "ay M"), ("p.m.", "P M"), ("w/o", "without"), ("w/", "with"), ("n°", "number"),
        ("c/o", "care of"), ("Ph.D.", "P H D"),
    ]

    /// The abbreviation, what is said, what stands around it.
    static let frenchAbbreviations = """
        M|monsieur|pointAndName
        MM|messieurs|pointAndName
        Mme|madame|anything
        Mmes|mesdames|anything
        Mlle|mademoiselle|anything
        Mlles|mesdemoiselles|anything
        Dr|docteur|anything
        Drs|docteurs|anything
        Pr|professeur|name
        Me|maître|pointAndName
        Mgr|monseigneur|anything
        St|Saint|name
        Ste|Sainte|name
        etc|et cetera|anything|point
        cf|voir|anything|point
        env|environ|point
        av|avenue|pointAndName
        bd|boulevard|anything|point
        Bd|boulevard|anything|point
        bld|boulevard|anything|point
        tél|téléphone|point
        Tél|téléphone|point
        tel|téléphone|point
        Tel|téléphone|point
        p|page|number
        pp|pages|number
        vol|volume|number
        chap|chapitre|number
        art|article|number
        fig|figure|number
        réf|référence|point
        éd|édition|point
        ex|exemple|point
        max|maximum|point
        min|minimum|point
        hab|habitants|point
        appt|appartement|anything|point
        dép|département|point
        dépt|département|anything|point
        janv|janvier|numberEitherSide
        févr|février|numberEitherSide
        avr|avril|numberEitherSide
        juil|juillet|numberEitherSide
        sept|septembre|numberEitherSide
        oct|octobre|numberEitherSide
        nov|novembre|numberEitherSide
        déc|décembre|numberEitherSide
        lun|lundi|number
        mar|mardi|number
        mer|mercredi|number
        jeu|jeudi|number
        ven|vendredi|number
        sam|samedi|number
        dim|dimanche|number
        svp|s'il vous plaît|anything
        SVP|s'il vous plaît|anything
        stp|s'il te plaît|anything
        STP|s'il te plaît|anything
        rdv|rendez-vous|anything
        RDV|rendez-vous|anything
        bcp|beaucoup|anything
        qqn|quelqu'un|anything
        qqch|quelque chose|anything
        tjs|toujours|anything
        vs|versus|anything|point
        """

    static let englishAbbreviations = """
        Mr|Mister|anything|point
        Mrs|Missus|anything|point
        Ms|Miz|name
        Dr|Doctor|name
        Prof|Professor|point
        St|Saint|name
        Ave|Avenue|point
        Blvd|Boulevard|anything|point
        Rd|Road|point
        Jr|Junior|anything|point
        Sr|Senior|point
        Gen|General|pointAndName
        Capt|Captain|pointAndName
        Sgt|Sergeant|pointAndName
        etc|et cetera|anything|point
        vs|versus|anything|point
        No|number|number
        no|number|number
        Nos|numbers|number
        approx|approximately|anything|point
        dept|department|anything|point
        Dept|Department|anything|point
        Inc|Incorporated|point
        Ltd|Limited|anything|point
        Co|Company|point
        Corp|Corporation|point
        p|page|number
        pp|pages|number
        vol|volume|number
        Vol|Volume|number
        ch|chapter|number
        fig|figure|number
        Fig|Figure|number
        max|maximum|point
        min|minimum|point
        ext|extension|point
        apt|apartment|point
        Apt|Apartment|point
        Jan|January|numberEitherSide
        Feb|February|numberEitherSide
        Mar|March|numberEitherSide
        Apr|April|numberEitherSide
        Jun|June|numberEitherSide
        Jul|July|numberEitherSide
        Aug|August|numberEitherSide
        Sep|September|numberEitherSide
        Sept|September|numberEitherSide
        Oct|October|numberEitherSide
        Nov|November|numberEitherSide
        Dec|December|numberEitherSide
        Mon|Monday|number
        Tue|Tuesday|number
        Wed|Wednesday|number
        Thu|Thursday|number
        Fri|Friday|number
        Sat|Saturday|number
        Sun|Sunday|number
        aka|also known as|anything
        asap|as soon as possible|anything
        ASAP|as soon as possible|anything
        pls|please|anything
        """

    static func abbreviations(_ text: String) -> [String: Abbreviation] {
        var abbreviations: [String: Abbreviation] = [:]
        for row in table(text) where row.count >= 3 {
            let before = Abbreviation.Surroundings(rawValue: row[2]) ?? .anything
            abbreviations[row[0]] = Abbreviation(words: row[1], before: before, takesPoint: before != .anything || row.count > 3)
        }
        return abbreviations
    }

    static let saidInFrench = set(
        """
        OTAN NASA UNESCO UNICEF SIDA LASER RADAR OVNI SMIC PACS FIFA UEFA INSEE INSERM CROUS FNAC IKEA SAMU CAPES CAF RAM SIM PIN GIF LIDL ENA OPEP
        COVID LED WIFI MEDEF INRA CNIL CAPTCHA ONU ASEAN BAFA DASRI EHPAD ZAC ZEP TIC LOL NASDAQ COP SACEM SONAR UNEF FEMIS RAID
        """)
    static let saidInEnglish = set(
        """
        NATO NASA UNESCO UNICEF AIDS LASER RADAR FIFA UEFA NAFTA SCUBA POTUS COVID WIFI LOL OPEC ASEAN RAM SIM PIN GIF IKEA SWAT CAPTCHA YOLO NASDAQ SONAR
        OSHA FEMA NOAA ROM
        """)

    /// With a vowel, but not said as a word; longer than three letters.
    static let spelledAcronyms = set("RATP HDMI USB API URL EDF ADSL ISBN HTML UUID IPTV ETA OS IOT DIY")

    /// Short words that are words in capitals, too.
    static let capitalWords = set(
        """
        OK LE LA LES UN UNE DE DES DU ET EST OU NON OUI AU AUX SUR PAS IL ELLE ON NE SE CE MA SA TA MON TON SON TU JE EN SI VA TOI MOI ICI BON BEL FIN NEW
        THE AND NOT YES NO IS IT TO IN OF ON OR IF AT BY WE HE MY YOU ARE FOR BUT ALL ANY CAN OUT OFF SEE NOW GO DO SO UP BE AM AN AS ONE TWO WHO WHY
        HOW HER HIS OUR GET PUT LET DAY AH OH EH HA HI HE HÉ LÀ OÙ ÇA ÉTÉ
        """)

    static let saidAsWritten = ["WiFi": "wifi", "Wifi": "wifi", "iOS": "i O S"]

    static let feminine = set(
        """
        heure minute seconde semaine journée année nuit matinée soirée fois personne pièce lampe lumière chambre tâche alarme pomme bouteille tasse cuillère
        page photo chanson vidéo ligne voiture porte fenêtre liste tranche part tomate carotte boîte goutte gousse feuille poignée pincée tonne livre étoile
        place étape marche table chaise maison rue ville région femme fille sœur mère école clé carte prise piste note lettre phrase réponse question
        baguette orange poire fraise banane salade crêpe pizza bière salle zone caméra radio télé enceinte ampoule machine touche couche branche vie
        règle erreur fleur couleur valeur dent main tête jambe goutte langue centaine dizaine douzaine quinzaine vingtaine trentaine cinquantaine calorie
        once roupie partie copie sortie batterie loterie série station victoire histoire mémoire manche tournée virgule
        """)
    static let masculine = set("musée lycée trophée côté été comité arrêté apéritif génie incendie silence messie foie squelette")
    static let feminineEndings = ["tion", "sion", "ette", "ée", "ance", "ence", "elle", "esse", "ière", "euse", "trice", "ité", "ure", "ade", "ille", "ine"]

    static let codeWords = set("code pin otp codes")
    static let beforeDates = set("le du au on by until since till lundi mardi mercredi jeudi vendredi samedi dimanche avant dès")
    static let beforeYears = set(
        """
        in since by until till from of year before after around circa during between to and through spring summer autumn fall winter mid early late the for
        """)
    static let afterYears = set(
        "was is will and to or has had were on at model edition season because when when but that it he she they we you i at with until")
    static let versionedWords = set(
        """
        version python swift ios ipados macos android java windows ubuntu debian fedora firefox chrome http bluetooth usb php ruby node linux kernel noyau tls
        gpt llama qwen mistral jarvis
        """)

    static let rulers = set(
        """
        Louis Henri Henry Charles François Francis Napoléon Napoleon Philippe Philip Jean John Paul Benoît Benedict Pie Pius Élisabeth Elisabeth Elizabeth
        George Georges Edward Édouard William Guillaume Richard Frédéric Frederick Léon Leo Grégoire Gregory Clément Clement Innocent Ramsès Ramses Nicolas
        Nicholas Alexandre Alexander Catherine Pierre Peter Albert Baudouin Rainier Hassan Mohammed Léopold Leopold Christian Gustave Gustav Carl Carlos Felipe
        Victor Urbain Urban Boniface Sixte James Mary Marie Margrethe Ferdinand Joseph Othon Otto Jacques Harald Emmanuel
        """)
    static let queens = set("Élisabeth Elisabeth Elizabeth Catherine Mary Marie Margrethe")
    static let numberedByRomans = set(
        """
        chapitre tome acte scène livre partie titre article annexe volume épisode saison niveau classe type phase chapter book part act scene war appendix
        section level stage
        """)

    /// How the last part of a host's or a file's name ends.
    static let domains = set(
        """
        com org net fr eu io dev be ch uk gouv gov edu info app local lan home arpa html json txt pdf swift py md csv xml yaml yml zip mp3 mp4 wav jpg png gguf onnx
        """)
    static let spelledEndings = set("html txt pdf csv xml yml jpg png mp gguf")
}
