/// What English verbs say: `verbs : what must follow : relation value [change]`, folded. A passive verb stands as "be …".
enum EnglishFrames {
    static let table = """
        live, reside, stay : in : lives_in rest
        live, reside : (at|on|near|next to|with my parents) : lives_in whole
        live : with : lives_with list
        move : to : lives_in rest begins
        move : into : lives_in rest begins
        work, be employ : (at|for|with) : works_at rest
        work : as (a|an|the|) : works_as job
        work : in : works_at rest
        get : (a|a new) job (at|with) : works_at rest begins
        join : : works_at rest begins
        change, switch : (jobs|job) : works_at none ends
        leave, quit, lose : (my|his|her|the|their) job : works_at none ends
        quit, stop : (smoking) : habit deed ends
        become : (a|an|) : works_as job begins
        study : (at) : studies_at rest
        study, learn : : studies list
        be : in (year|grade|kindergarten|high school|primary school|first grade|second grade|third grade|fourth grade|fifth grade|sixth grade|college|nursery) : studies_at tail
        go : to (school) (at|in) : studies_at rest
        like, love, enjoy, adore : : likes list
        hate, detest, dislike : : dislikes list
        stand : : likes list
        prefer : : prefers list
        speak : : speaks languages
        eat : : eats diet
        drink : : drinks diet
        smoke : : habit deed
        take : : takes medicine
        play : (the|) : plays list
        do : : does pastime
        go : : does pastime
        wear : : wears diet
        wear : (a|) size : shoe_size amount
        weigh : : weighs amount
        measure : : measures amount
        cost : : costs amount
        drive : (a|an|the) : drives list
        buy, adopt : : has list begins
        sell : : has list ends
        own : : has list
        marry, be marry : (to|) : spouse list
        be : married to : spouse list
        be : engaged to : spouse list
        be : (single|married|divorced|separated|widowed|engaged|in a relationship) : relationship whole
        be marry, be divorce, be separate, divorce, separate, split : : relationship whole
        get : (divorced|married|engaged) : relationship whole begins
        be bear : in : born_in rest
        be bear : : born_in none
        die : : status whole begins
        be : (dead) : status whole begins
        be : (pregnant|unemployed|retired|sick|ill|on sick leave|on maternity leave|on holiday|in hospital|in the hospital|out of work) : status whole
        expect : (a baby|a child|twins) : status phrase
        fear : : fears list
        collect : : collects list
        be call, be name : : name rest
        owe : : owes amount
        lend : : lent list
        recommend : : opinion rest
        find : : opinion rest
        move : : located_at placing
        put, leave, park, store, hide, keep, stick : : located_at placing
        be park, be store, be hide, be keep, be put, be leave, be bury : : located_at whole
        service, change, replace, clean, repair, sweep, descale, check, repaint, paint : : maintenance upkeep
        be : allergic to : allergic_to list
        be : intolerant to : intolerant_to list
        be : (lactose|gluten) intolerant : intolerant_to whole
        be : (vegetarian|vegan|pescatarian|a vegetarian|a vegan|on a diet|gluten free|halal|kosher) : diet whole
        be : (diabetic|asthmatic|epileptic|deaf|blind|colour blind|color blind|autistic|dyslexic|short sighted) : condition whole
        be : (afraid|scared|terrified) of : fears list
        be : (a fan of|fond of|keen on|a big fan of|into) : likes list
        have : (an allergy|allergies) to : allergic_to list
        """
}
