import Base

/// What may stand before a clause and says how it is meant.
enum Opener: Sendable, Hashable {
    /// Says nothing: "euh", "du coup", "figure-toi que".
    case filler
    /// "je crois que": 0 to 1.
    case certainty(Double)
    /// "non, en fait", "je me suis trompé".
    case correction
    /// "souviens-toi que": asks to keep what follows.
    case keep
    /// "quand", "si", "pour que": what follows is no statement by itself.
    case condition, occasion
}

/// Words of a language that hold clauses together.
struct ClauseWords: Sendable {
    /// By their first word, longest first.
    let openers: [String: [(words: [String], opener: Opener)]]
    /// Words of hesitation, left out wherever they stand.
    let fillers: Set<String>
    /// What joins clauses.
    let connectors: Set<String>
    /// After these a clause belongs to another one.
    let subordinators: Set<String>
    let pronouns: [String: Pronoun]
    /// Words after which no verb stands: articles, possessives, "de".
    let determiners: Set<String>
    /// Words that are never (part of) a name.
    let little: Set<String>

    enum Pronoun: Sendable { case me, us, you, she, he, they, it }

    static func of(_ language: Language) -> ClauseWords { language == .french ? french : english }

    private static func table(_ rows: [(Opener, String)]) -> [String: [(words: [String], opener: Opener)]] {
        var openers: [String: [(words: [String], opener: Opener)]] = [:]
        for (opener, list) in rows {
            for phrase in list.split(separator: ",") {
                let words = phrase.split(separator: " ").map(String.init)
                if let first = words.first { openers[first, default: []].append((words, opener)) }
            }
        }
        return openers.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

    static let french = ClauseWords(
        openers: table([
            (
                .filler,
                """
                tu sais quoi,c est bon,ca y est,chez nous,chez moi,a la maison,du coup,alors,en fait,bon ben,bon,ben,bah,donc,et puis,puis,et,mais,enfin,au fait,a propos,tu sais que,tu sais,figure toi que,figure toi,imagine toi que,en gros,\
                en tout cas,sinon,d ailleurs,par contre,voila,oui,ouais,ah,oh,eh bien,he bien,ecoute,tiens,dis donc,dis jarvis,hey jarvis,ok jarvis,ok,d accord,car,parce que,parce qu,puisque,\
                vu que,sachant que,de toute facon,jarvis,salut,bonjour,bonsoir,coucou,merci,stp,pour info,pour information,a savoir que,il se trouve que,c est que,le truc c est que,\
                le probleme c est que,la bonne nouvelle c est que,bonne nouvelle,mauvaise nouvelle,heureusement,malheureusement,finalement,au final,par exemple,hein,genre,ainsi que,alors que,\
                surtout que,surtout,et aussi,aussi,egalement,ensuite,a part ca,info,je suis sur que,je suis sure que,je suis certain que,c est sur que,evidemment,bien sur,\
                je t informe que,je te signale que,je te dis que,je voulais te dire que,je te previens que,j te dis que,il faut que tu saches que,faut que tu saches que,faut savoir que,\
                il faut savoir que,tu dois savoir que,moi,moi aussi,nous,toi,quant a moi,pour ma part,de mon cote,cote boulot,vu qu,puisqu,alors qu,tu sais qu
                """
            ),
            (
                .keep,
                """
                tu notes que,tu retiens que,souviens toi que,souviens toi qu,souviens toi bien que,rappelle toi que,rappelle toi qu,retiens que,retiens qu,retiens bien que,note que,note qu,note bien que,memorise que,memorise qu,\
                n oublie pas que,n oublie pas qu,oublie pas que,sache que,sache qu,garde en memoire que,garde en tete que,enregistre que,mets toi dans la tete que,tu peux noter que,tu peux retenir que,\
                il faut que tu retiennes que,je veux que tu retiennes que,peux tu noter que,peux tu retenir que,a retenir,note,retiens,souviens toi,memorise
                """
            ),
            (
                .certainty(0.6),
                """
                je crois que,je crois qu,je crois bien que,j crois que,il me semble que,il me semble qu,je dirais que,on m a dit que,on m a dit qu,apparemment,j imagine que,je suppose que,\
                si je me souviens bien,si je ne me trompe pas,si je me trompe pas,sauf erreur,a mon avis,j ai l impression que,je crois
                """
            ),
            (
                .certainty(0.7),
                "je pense que,je pense qu,sans doute que,sans doute,probablement que,probablement,normalement,je suis presque sur que,je suis presque sure que"
            ),
            (
                .certainty(0.5),
                """
                il parait que,il parait qu,parait que,parait qu,peut etre que,peut etre qu,peut etre bien que,peut etre,il se peut que,ca se peut que,on dirait que,si ca se trouve,\
                d apres ce que j ai compris,j ai entendu dire que,possible que,c est possible que
                """
            ),
            (
                .certainty(0.4),
                """
                je suis pas sur mais,je suis pas sure mais,je ne suis pas sur mais,je ne suis pas sure mais,je suis pas sur que,je ne suis pas sur que,je sais plus si,je suis plus sur mais,\
                pas sur mais,pas sure mais
                """
            ),
            (
                .correction,
                """
                enfin non,non pardon,non en fait,non,nan,mais non,en fait non,ah non,je me suis trompe,je me suis trompee,je me suis plante,je me trompe,erreur,correction,pardon,je voulais dire que,je voulais dire,je corrige,\
                je rectifie,en realite,c est faux,c etait faux,c est pas vrai,plutot,oups,desole,desolee,excuse moi
                """
            ),
            (.condition, "si,s,meme si,au cas ou,a condition que,pour que,pour qu,afin que,sans que,comme si,a moins que,pourvu que,avant que,et si"),
            (.occasion, "quand,lorsque,lorsqu,des que,chaque fois que,a chaque fois que,pendant que,depuis que,jusqu a ce que,tant que,apres que"),
        ]),
        fillers: set("euh heu hum bah ben hein voila genre quoi bref"),
        connectors: set("et mais donc puis car or parce puisque alors"),
        subordinators: set("que qu qui dont ou si quand lorsque lorsqu comme quel quelle quels quelles combien comment pourquoi ce quoi"),
        pronouns: [
            "je": .me, "j": .me, "on": .us, "nous": .us, "tu": .you, "t": .you, "vous": .you, "elle": .she, "il": .he, "y": .he, "ils": .they, "elles": .they,
            "c": .it, "ce": .it, "ca": .it, "cela": .it,
        ],
        determiners: set(
            "le la les l un une des du de d mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces au aux quel quelle chaque plusieurs quelques"
        ),
        little: set(
            """
            a au aux avec c ca ce ces cet cette chez comme d dans de des dont du elle elles en entre est et hier il ils j je jamais l la le les leur leurs lui ma mais me mes mon \
            n ne ni nos notre nous on ont ou par pas pendant plus pour puis quand que quel quelle qu qui quoi rien s sa sans se ses si son sont sous sur t ta te tes toi ton tout tous toute toutes tu un une \
            vers voici voila vos votre vous y demain aujourd hui maintenant ici la-bas personne quelqu quelque chacun aucun aucune moi oui non bien tres trop \
            depuis avant apres jarvis merci bonjour comment combien pourquoi est-ce donc alors vie monde temps monsieur aussi meme rien etre avoir ceux celui celle \
            dis mets allume eteins ouvre ferme lance joue arrete baisse monte rappelle ajoute regarde ecoute cherche trouve donne raconte appelle envoie achete fais va vas viens
            """))

    static let english = ClauseWords(
        openers: table([
            (
                .filler,
                """
                so,well,and,but,then,also,because,cause,since,anyway,by the way,you know,like,ok,okay,um,uh,oh,yes,yeah,hey jarvis,jarvis,hi,hello,guess what,listen,fyi,just so you know,for your information,\
                good news,bad news,unfortunately,luckily,fortunately,finally,besides,apparently not,you know what,the thing is,the thing is that,it turns out that,it turns out,i m sure that,i m sure,\
                i want you to know that,you should know that,you should know,let me tell you,i just wanted to say that,to be clear,i mean,plus,of course,while,whereas,as,and also,please
                """
            ),
            (
                .keep,
                """
                remember that,remember,please remember that,note that,make a note that,don t forget that,do not forget that,keep in mind that,bear in mind that,memorise that,memorize that,save that,know that
                """
            ),
            (
                .certainty(0.6),
                "i think that,i think,i believe that,i believe,i guess,i suppose,if i remember correctly,if i m not mistaken,in my opinion,as far as i know,i was told that,i was told,i reckon"
            ),
            (.certainty(0.7), "probably,i m pretty sure that,i m pretty sure,i m almost sure that,i m almost sure,most likely"),
            (.certainty(0.5), "apparently,maybe,perhaps,it seems that,it seems,i heard that,i heard,they say that,they say,possibly,it looks like,supposedly"),
            (.certainty(0.4), "i m not sure but,not sure but,i m not sure if,i m not certain but"),
            (
                .correction,
                """
                actually no,no actually,actually,no,nope,sorry,i was wrong,i got it wrong,i made a mistake,my mistake,correction,i meant to say,i meant,i mean to say,in fact,rather,oops,that s wrong,that was wrong,wait
                """
            ),
            (.condition, "if,even if,in case,unless,so that,as if,whether,what if,suppose that"),
            (.occasion, "when,whenever,as soon as,every time,until,after,once"),
        ]),
        fillers: set("um uh erm hmm"),
        connectors: set("and but so because then or while whereas since plus"),
        subordinators: set("that who which where when if whether what how why whose than as"),
        pronouns: ["i": .me, "we": .us, "you": .you, "she": .she, "he": .he, "they": .they, "it": .it, "that": .it, "this": .it],
        determiners: set("the a an my your his her its our their this that these those some any no every each of another to"),
        little: set(
            """
            a an the and or but if of to in on at for with by from as is are was were be been am i you he she it we they me him her us them my your his its our their \
            this that these those who what which when where why how not no yes do does did has have had will would can could should must may might there here now then \
            so too very just than let s t re ve ll m d today tomorrow yesterday everyone everybody someone nobody somebody anybody nothing something everything please jarvis life time love \
            turn play set stop start open close switch put tell call remind add show give take go get
            """))
}
