import Base

/// Nouns that say how one is to another, or what of somebody is told: "sœur", "anniversaire".
struct Nouns: Sendable {
    enum Gender: Sendable { case feminine, masculine }

    struct Kin: Sendable {
        var relation: String
        var gender: Gender?
    }

    /// By folded noun, singular and plural.
    let kin: [String: Kin]
    /// Kin that are called by it, like a name: "maman".
    let calls: Set<String>
    /// Attributes by their folded words, and the relation they name; an empty one is free.
    let attributes: [String: String]
    /// The most words an attribute has.
    let longest: Int
    let longestKin: Int

    static func of(_ language: Language) -> Nouns { language == .french ? french : english }

    /// - Parameters:
    ///   - kin: lines of a relation, and its nouns: feminine, masculine, either, parted by `|`.
    ///   - attributes: lines of a relation (or `-`) and its nouns.
    private init(kin: String, calls: String, attributes: String, plural: (String) -> String) {
        var nouns: [String: Kin] = [:], words: [String: String] = [:]
        for line in kin.split(separator: "\n") {
            let parts = line.split(separator: ":")
            guard parts.count == 2 else { continue }
            let relation = String(parts[0])
            for (gender, list) in zip([Gender.feminine, .masculine, nil], parts[1].split(separator: "|", omittingEmptySubsequences: false)) {
                for noun in Self.list(list) {
                    nouns[noun] = Kin(relation: relation, gender: gender)
                    nouns[plural(noun)] = Kin(relation: relation, gender: gender)
                }
            }
        }
        for line in attributes.split(separator: "\n") {
            let parts = line.split(separator: ":")
            guard parts.count == 2 else { continue }
            for noun in Self.list(parts[1]) { words[noun] = parts[0] == "-" ? "" : String(parts[0]) }
        }
        self.kin = nouns
        self.calls = Set(Self.list(calls[...]))
        self.attributes = words
        longest = words.keys.map { $0.split(separator: " ").count }.max() ?? 1
        longestKin = nouns.keys.map { $0.split(separator: " ").count }.max() ?? 1
    }

    private static func list(_ text: Substring) -> [String] {
        text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private static let french = Nouns(
        kin: """
            mother:mere,maman,mama|
            father:|pere,papa
            parent:||parent
            sister:soeur,frangine,petite soeur,grande soeur|
            brother:|frere,frangin,petit frere,grand frere
            daughter:fille,gamine|
            son:|fils,garcon,gamin
            child:||enfant,gosse,bebe
            wife:femme,epouse|
            husband:|mari,epoux
            partner:copine,compagne,conjointe,petite amie,petite copine,fiancee|copain,compagnon,conjoint,petit ami,petit copain,fiance
            grandmother:grand mere,mamie,mamy,meme|
            grandfather:|grand pere,papi,papy,pepe
            grandparent:||grands parents
            grandchild:petite fille|petit fils|petits enfants
            aunt:tante,tata,tatie|
            uncle:|oncle,tonton
            cousin:cousine|cousin
            niece:niece|
            nephew:|neveu
            godmother:marraine|
            godfather:|parrain
            godchild:filleule|filleul
            mother_in_law:belle mere|
            father_in_law:|beau pere
            sister_in_law:belle soeur|
            brother_in_law:|beau frere
            daughter_in_law:belle fille|
            son_in_law:|gendre
            twin:jumelle|jumeau
            friend:amie,meilleure amie,meilleure copine|ami,pote,meilleur ami,meilleur copain,meilleur pote
            neighbour:voisine|voisin
            colleague:||collegue
            boss:patronne,cheffe,directrice|patron,chef,directeur,boss,manager
            doctor:|docteur,toubib|medecin,medecin traitant,generaliste
            dentist:||dentiste
            teacher:maitresse,institutrice|maitre,instituteur|prof,professeur
            nanny:nounou,nourrice,baby sitter|
            roommate:||coloc,colocataire
            landlord:||proprio,proprietaire
            tenant:||locataire
            cat:chatte|chat,chaton
            dog:chienne|chien,chiot
            rabbit:|lapin
            hamster:|hamster
            fish:|poisson rouge,poisson
            parrot:perruche|perroquet
            horse:jument|cheval,poney
            hen:poule|
            tortoise:tortue|
            guinea_pig:|cochon d inde
            """,
        calls: "maman, papa, mamie, papi, mamy, papy, tata, tatie, tonton",
        attributes: """
            birthday:anniversaire,anniv,date de naissance,date d anniversaire
            address:adresse,adresse postale
            email:mail,email,e mail,adresse mail,adresse email,adresse e mail,courriel
            phone:numero,numero de telephone,telephone,portable,numero de portable,tel,numero de tel,fixe
            code:code,digicode,code d entree,code pin,code secret,code d acces
            password:mot de passe,mdp,password,code wifi,cle wifi,code de la box,mot de passe wifi
            shoe_size:pointure
            size:taille
            weighs:poids
            measures:hauteur,longueur
            costs:prix,tarif
            blood_type:groupe sanguin
            name:prenom,nom
            nickname:surnom,petit nom
            age:age
            works_as:metier,profession,travail,boulot,job,taf
            studies_at:ecole,lycee,college,creche
            allergic_to:allergie,allergies
            condition:maladie
            does:sport,passion,hobby,loisir
            speaks:langue maternelle
            born_in:lieu de naissance
            -:loyer,abonnement,forfait,plaque d immatriculation,immatriculation,iban,numero de client,numero client,numero de securite sociale,numero de secu,mariage
            -:code postal,jour des poubelles,nom de famille,nom de jeune fille,signe,signe astrologique,date de mariage,anniversaire de mariage,numero de contrat
            -:numero de serie,numero de compte,fournisseur,assurance,mutuelle,banque,operateur,wifi,couleur,marque,modele,contrat,salaire,budget,fete
            -:plat,film,livre,chanson,chanteur,chanteuse,groupe,acteur,actrice,couleur preferee,equipe,equipe preferee,mot magique,numero de chambre
            -:plombier,electricien,garagiste,coiffeur,coiffeuse,veterinaire,veto,kine,ophtalmo,pediatre,avocat,comptable,notaire,jardinier,femme de menage
            -:banquier,assureur,gynecologue,gyneco,dermato,orthophoniste,osteo,chauffagiste,syndic,gardien,gardienne,concierge,macon,peintre,facteur
            """,
        plural: {
            $0.split(separator: " ").map { $0.hasSuffix("s") || $0.hasSuffix("x") ? String($0) : $0.hasSuffix("eau") ? $0 + "x" : $0 + "s" }.joined(
                separator: " ")
        })

    private static let english = Nouns(
        kin: """
            mother:mother,mum,mom,mummy,mommy,mam|
            father:|father,dad,daddy
            parent:||parent
            sister:sister,little sister,big sister,older sister,younger sister|
            brother:|brother,little brother,big brother,older brother,younger brother
            sibling:||sibling
            daughter:daughter|
            son:|son
            child:|boy|child,kid,baby
            wife:wife|
            husband:|husband
            partner:girlfriend,fiancee|boyfriend,fiance|partner
            spouse:||spouse
            grandmother:grandmother,grandma,granny,nan,nana|
            grandfather:|grandfather,grandpa,granddad,grandad
            grandparent:||grandparent
            grandchild:granddaughter|grandson|grandchild,grandkid
            aunt:aunt,auntie|
            uncle:|uncle
            cousin:||cousin
            niece:niece|
            nephew:|nephew
            godmother:godmother|
            godfather:|godfather
            godchild:goddaughter|godson|godchild
            stepmother:stepmother|
            stepfather:|stepfather
            mother_in_law:mother in law|
            father_in_law:|father in law
            sister_in_law:sister in law|
            brother_in_law:|brother in law
            son_in_law:|son in law
            daughter_in_law:daughter in law|
            twin:||twin
            friend:||friend,best friend,mate,buddy
            neighbour:||neighbour,neighbor
            colleague:||colleague,coworker,co worker,workmate
            boss:||boss,manager
            doctor:||doctor,gp,physician
            dentist:||dentist
            teacher:||teacher
            nanny:||nanny,babysitter,childminder
            roommate:||roommate,flatmate,housemate
            landlord:landlady|landlord
            tenant:||tenant
            cat:||cat,kitten
            dog:||dog,puppy
            rabbit:||rabbit
            hamster:||hamster
            fish:||goldfish,fish
            parrot:||parrot
            horse:||horse,pony
            hen:||hen
            tortoise:||tortoise,turtle
            guinea_pig:||guinea pig
            """,
        calls: "mum, mom, dad, mummy, mommy, daddy, granny, grandma, grandpa, nana, nan",
        attributes: """
            birthday:birthday,date of birth,birthdate,birth date
            address:address,home address
            email:email,email address,e mail,mail
            phone:number,phone number,telephone number,phone,mobile,mobile number,cell,cell number,telephone
            code:code,pin,pin code,access code,door code
            password:password,wifi password,passcode
            shoe_size:shoe size
            size:size,clothes size
            weighs:weight
            measures:height,length
            costs:price,cost
            blood_type:blood type,blood group
            name:name,first name
            nickname:nickname
            age:age
            works_as:job,profession,occupation
            studies_at:school
            allergic_to:allergy,allergies
            does:hobby,sport
            born_in:birthplace,place of birth
            -:rent,subscription,licence plate,license plate,number plate,iban,client number,customer number,wedding,postcode,zip code,bin day,surname,last name
            -:maiden name,star sign,wedding anniversary,contract number,serial number,account number,insurance,bank,provider,wifi,colour,color,brand,model,salary
            -:budget,team,favourite team,plumber,electrician,mechanic,hairdresser,vet,physio,optician,paediatrician,pediatrician,lawyer,accountant,gardener,cleaner
            """,
        plural: { $0 == "child" ? "children" : $0 == "wife" ? "wives" : $0.hasSuffix("y") && !$0.hasSuffix("oy") ? $0.dropLast() + "ies" : $0 + "s" })
}
