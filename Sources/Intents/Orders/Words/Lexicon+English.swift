extension Lexicon {
    static let english = Lexicon(
        language: .english,
        verbs: Verbs(
            [
                (.on, "activate | start starting | enable | illuminate | arm | launch | run"),
                (.off, "deactivate | stop stopping | disable | kill | disarm | halt | cancel | mute muting"),
                (.open, "open opening | lift | unroll"), (.shut, "close closing | shut shutting"), (.lock, "lock locking | bolt"),
                (.unlock, "unlock unlocking | unbolt"),
                (.raise, "raise raising | increase | brighten | bump | crank | heat | warm | nudge | pump | ramp"),
                (.lower, "lower lowering | decrease | reduce | dim dimming | cool | drop"),
                (
                    .other,
                    """
                    turn turning | switch switching flick flicking click | \
                    put putting pop popping stick sticking bung chuck whack shove whip slap knock | set setting | make making | change changing | \
                    adjust | bring bringing | toggle | flip | power | play playing | pause pausing | resume | unpause | unmute | skip skipping | \
                    continue | restart | next | vacuum vacuuming | hoover hoovering | clean | mow | dock | return | send | add adding | remove | delete | \
                    take taking | cross | check | clear | empty | erase | write | read | show | announce | broadcast | tell telling | say | \
                    remind reminding | wake | notify | calculate | convert | give giving | create | press | push | pull | roll | wind | half | fade | \
                    schedule | remember | define | get getting | fire | throw | jot | scrap | douse | draw | go | do | call | order | buy | find | \
                    search | translate | book | text | email
                    """
                ),
            ],
            falseFriends:
                """
                love live like stock stack thick trick brick snack knack cheque chick whisk bang bunk chunk wick knot shock shook prop top hop \
                drown drawn drawer draws wine look loop luck leave left tune turn's burn torn learn shot shout cloth chose lose closet opened \
                lick rock look luck sock clock block bread shopping topping toppings chopping hopping mopping pudding evening morning cooking \
                looking booking packing parking raining training clothing shooting burning tuning sticky lighting stay stars stare sort pin pot \
                but cut pull full fill sat sit met mask may stat spot shop step stamp
                """,
            language: "en"),
        hesitations: ["um", "uh", "umm", "uhm", "er", "erm", "hmm", "hm", "ah", "oh", "eh"],
        please: Phrases(
            """
            please|if you can|if you could|if possible|if you don't mind|if you like|if you want|when you can|when you have time|\
            when you get a chance|kindly|if you wouldn't mind|if you would be so kind|if you'd be so kind|if it's not too much trouble|\
            if that's ok|if that's okay|if that's alright|if that's all right|if it's ok|if you fancy|when you get a minute|\
            when you've got a minute|when you have a minute|when you have a moment|when you get a moment|when you have a second|\
            when you have a sec|when you get a sec|when you've got a sec|when you've a minute|whenever you're ready|when you're ready|\
            whenever you can|whenever you like|if you get a chance|if you get a minute|if you have a minute|if you have a second|if you have time|\
            pretty please|would you kindly|for goodness sake|for heaven's sake|for god's sake|for crying out loud|for pete's sake
            """),
        openings: Phrases(
            """
            actually|on second thought|in fact|finally|by the way|instead|\
            jarvis|hey jarvis|hi jarvis|hello jarvis|ok jarvis|okay jarvis|yo jarvis|hello|hi|hey|ok|okay|so|well|now|right|alright|right now|and|then|\
            and then|yes|listen|go ahead and|quickly|just|\
            can you|could you|would you|will you|can you please|could you please|would you please|would you mind|can we|could we|i want you to|\
            i'd like you to|i would like you to|i need you to|i want to|i'd like to|i would like to|\
            i want|i'd like|i would like|i need|let's|make sure to|make sure you|don't forget to|try to|you can|you could|you should|you must|you may|\
            it would be nice to|it would be great if you could|\
            any chance you could|any chance you can|any chance of|any chance we could|any chance we can|is there any chance you could|\
            is there any chance you can|is there any chance of|d'you mind|do you mind|d'you think you could|d'you think you can|could you possibly|\
            could you maybe|could you just|can you just|can you go ahead and|would you be able to|are you able to|is it possible to|\
            would it be possible to|could you please just|\
            be a dear and|be a love and|be a darling and|be an angel and|be a star and|be a sport and|be a pal and|be a mate and|be a good lad and|\
            be a good girl and|be nice and|be so good as to|do me a favour and|do me a favor and|do us a favour and|do us a favor and|do me a favour|\
            do me a favor|do us a favour|do me a solid and|do me a kindness and|\
            go on|go on then|go on and|come on|come on then|right then|ok then|okay then|right so|well then|so then|go and|hurry up and|hurry and|quick|\
            fancy|fancy a bit of|you couldn't|you couldn't just|you wouldn't mind|i don't suppose you could|don't suppose you could|i don't suppose you'd|\
            i wonder|i was wondering|i was hoping|i'd appreciate it|i'd be grateful|it'd be great|it would be great|it'd be lovely|it would be lovely|\
            i was wondering if you could|i was wondering if you might|i wonder if you could|wonder if you could|i was hoping you could|\
            i'd appreciate it if you could|i'd be grateful if you could|i'd love it if you could|it'd be great if you could|it'd be lovely if you could|\
            it would be lovely if you could|it would be nice if you could|it'd be nice if you could|would be great if you could|\
            would be nice if you could|if you could|if you could just|if you would just|see if you can|try and|do try to|remember to|be sure to|\
            be sure and|feel free to|\
            can we have|can i have|could we have|could i have|may we have|may i have|might we have|can i get|can we get|could i get|could we get|\
            can you get|could you get|let's have|let's get|i'll have|we'll have|shall we have|i'd rather have|we'd rather have|\
            we need|we need to|we need you to|we want|we want to|we want you to|we'd like|we'd like to|we'd like you to|we would like|we would like to|\
            we'd love|i'd love|i'd love to have|i'd love to|we'd prefer|i'd prefer|i could do with|we could do with|could do with|i could use|\
            we could use|i need to have|we need to have|i want to have|\
            i'm going to need|i'm gonna need|we're going to need|i'm after|you need to|you'll need to|you'll have to|you'll want to|it's time to|time to|\
            now then|whatever you do|whatever happens|\
            can someone|could someone|can somebody|could somebody|would someone|will someone|hello there|hey there|hi there|hiya|g'day|oi|oy|mate|cheers mate|\
            do you think you could|do you think you can|be so kind and|be so kind as to|help me|help me to|can you tell me if|can you tell me whether|\
            could you tell me if|can you check if|can you check whether|could you check if|could you check whether|check if|check whether|can you see if|\
            see if|see whether|any idea if|any idea whether|do you know whether|tell me if|tell me whether|do you know if|let me know if|\
            i want to know if|i'd like to know if
            """),
        waiting: ["wait"], interjections: ["wait", "stop", "no", "careful"],
        wishes: Phrases(
            """
            i want|i'd like|i would like|i need|let's have|can we have|can i have|could we have|could i have|we want|we need|we'd like|i'd love|i'd prefer
            """), wished: ["degrees", "°", "%", "percent"],
        closings: Phrases(
            """
            jarvis|that'd be great|that would be great|that'd be lovely|that would be lovely|that would be nice|that'd be nice|that'd be grand|\
            that'd be brilliant|that'd be good|that would be good|mate|pal|buddy|cheers|ta|thanks mate|thanks love|thank you love|cheers mate|\
            thanks a million|thanks a bunch|thanks so much|thank you so much|many thanks|much obliged|there's a dear|there's a love|there's a good lad|\
            won't you|won't ya|will ya|could ya|can ya|eh|yeah|okay thanks|please and thank you|already|for the love of god|thanks|thank you|thanks a lot|\
            thank you very much|thanks jarvis|thank you jarvis|for me|for us|now|right now|right away|immediately|at once|straight away|will you|\
            would you|could you|can you|ok|okay|quickly
            """
        ),
        beneficiaries: ["me", "us"], givers: ["remind", "wake", "tell", "give", "show", "read", "notify", "get", "find", "make", "call", "send"],
        tellMe: Phrases(
            """
            tell me|tell us|let me know|can you tell me|could you tell me|can you tell us|do you know|d'you know|any idea|have you any idea|\
            do you happen to know|remind me|i'd like to know|i want to know|i need to know|i was wondering|check
            """), interrogatives: ["what", "which", "how", "who", "where", "why", "is", "are", "if", "whether"],
        also: Phrases("only|just|simply|too|also|as well|at the same time"), names: ["jarvis"],
        joints: Phrases("and|and then|and also|and after that|then|after that|as well as|and finally|finally|but|and next"),
        numberTails: ["half", "a", "quarter"],
        exceptions: Phrases(
            """
            except|except for|excepting|but not|apart from|other than|besides|aside from|not the|without|and not|with the exception of|but leave|but keep|\
            but don't touch|leaving out|save for|bar the|bar my|bar our|barring|minus the|all but the|excluding|but
            """
        ),
        corrections: Phrases(
            """
            no|no wait|wait no|wait|no sorry|sorry|i mean|no i mean|sorry i mean|or rather|rather|actually|no actually|make that|i meant|correction|oops|\
            no no|sorry i meant|no i meant|oh i meant|hang on|hang on no|hold on|hold on no|or should i say|my mistake|my bad|whoops|scratch that
            """
        ),
        negationOpeners: ["don", "dont", "do"], negations: ["t", "not", "never"],
        refusals: Phrases(
            """
            don't|dont|do not|never|please don't|please do not|stop turning|stop opening|stop closing|avoid|instead of|rather than|without|don't ever|\
            don't you ever|nobody may|you must not|you mustn't|you should not|you shouldn't|you don't need to|you don't have to|don't you dare|\
            i don't want you to|i do not want you to|i don't want to|no need to|there's no need to|there is no need to|it's not necessary to|don't bother|\
            don't go|don't be|please don't bother|you needn't|you needn't bother|no point|no point in|there's no point|there's no point in|\
            make sure not to|make sure you don't|be careful not to|try not to|mind you don't|you'd better not|better not|i'd rather you didn't|\
            we'd rather you didn't|i'd rather not|we don't want to|we don't want you to|i don't need you to|i don't need to|we don't need to|\
            we don't need you to|under no circumstances|refrain from|please refrain from|hold off on|hold off|do not ever|don't even think about|\
            don't think about|nobody is to|no one is to|not to|please never|please avoid
            """
        ),
        untouchables: Phrases(
            """
            don't touch|do not touch|never touch|don't bother with|don't go near|don't mess with|don't mess about with|don't mess around with|\
            don't fiddle with|don't go touching|don't go fiddling with|don't you touch|don't you dare touch|keep your hands off|hands off|keep off|\
            please don't touch|don't change|stay away from
            """), leaving: ["leave", "keep"],
        states: ["on", "off", "open", "closed", "shut", "locked", "unlocked", "alone", "running", "lit"],
        subjects: ["i", "he", "she", "it", "they", "we", "there", "because", "cause", "someone", "somebody", "everyone", "everybody"],
        happenings: [
            "is", "are", "has", "have", "sleeps", "sleeping", "asleep", "rings", "ringing", "arrives", "arriving", "cries", "crying", "works", "working",
            "eats",
            "eating", "starts", "starting", "leaves", "leaving", "wants", "waits", "waiting", "smokes", "burns", "leaks", "falls", "needs", "hurts",
        ],
        reversals: [
            "no", "not", "never", "t", "cancel", "except", "joking", "kidding", "forget", "wait", "nor", "but", "if", "when", "until", "unless", "forbid",
            "refuse",
            "neither", "otherwise", "nobody",
        ],
        reports: [
            "said", "says", "say", "think", "thinks", "thought", "guess", "believe", "wonder", "hesitate", "know", "hope", "suppose", "told", "tells", "tell",
            "asked", "asks", "shouted", "shouts", "sang", "sings", "wrote", "writes", "read", "heard", "called",
            "dreamt", "dreamed",
        ],
        orderers: [], results: ["open": "open", "closed": "close", "shut": "close", "locked": "lock"],
        inquiries: Phrases(
            """
            what|what's|which|how|is the|are the|is it|are there|who|where|when is|why|tell me|will it|did i|did we|did anyone|did somebody|did someone|\
            have i|have we|has anyone|has somebody|is there|are all|are any|is anything|is everything|is anyone|is my|is our|are my|are our|has the|\
            was the|were the|does the|how's|who's|where's|when's
            """),
        questionOpeners: Phrases(
            """
            why|how do|how can|how does|how would|how should|what do you|what does|who|should i|should we|do you think|do you know|do you like|can i|\
            may i|could i|where|when do|when does|explain|tell me why|tell me how|what if|is it ok|is it okay|is it good|is it bad|did you|shall i|\
            shall we|do i need|do we need|what happens|how come|suppose|imagine|would it|is it worth|any reason
            """
        ),
        narrators: [
            "i", "he", "she", "it", "they", "we", "my", "because", "since", "yesterday", "if", "you", "this", "that", "there", "someone", "somebody", "dad",
            "mum", "mom", "nobody", "everyone", "everybody", "whenever", "although", "though", "imagine", "suppose",
        ],
        definite: ["the", "my", "our", "this", "that", "these", "those"],
        prepositions: ["in", "on", "at", "of", "to", "into", "from", "for", "with", "by", "a", "an"],
        everything: Phrases("everything|everywhere|all|every|the whole house|the entire house|the house|the whole"),
        notEverything: Phrases("all the way|at all|all right|every day|every morning"),
        otherThings: ["head", "voice", "price", "prices", "kitten"],
        pronouns: ["it", "them", "that", "those", "this", "these", "one", "ones"],
        same: Phrases(
            """
            same for|same in|the same for|the same in|do the same for|do the same in|same thing for|same thing in|the same thing in|the same thing for|\
            likewise for|likewise in|ditto for|ditto in|do the same|same|the same|ditto
            """
        ),
        again: Phrases(
            """
            again|once more|one more time|do it again|another|another one|one more|some more|a bit more|more|even more|a little more|a tad more|\
            a touch more|bit more|a wee bit more|a smidge more|same again|keep going|repeat
            """),
        another: Phrases("another|one more|and another"), partitives: ["some", "a", "an", "the"],
        undo: Phrases(
            """
            put it back|change it back|undo|undo that|undo it|as before|like before|back to how it was|set it back|revert|turn it back|\
            cancel|cancel that|cancel it
            """),
        more: Phrases("more|even more|a lot more|much more|way more|loads more"), less: Phrases("less|even less|a lot less|much less|not so"),
        littleWords: Phrases(
            """
            a bit|a little|a little bit|a tiny bit|a wee bit|slightly|a tad|a touch|a notch|a smidge|a shade|just a bit|just a little|just a touch|\
            just a tad|ever so slightly
            """),
        adjectives: [
            "louder": "volume", "quieter": "-volume", "softer": "-volume", "brighter": "brightness", "dimmer": "-brightness", "darker": "-brightness",
            "bright": "brightness",
            "warmer": "temperature", "hotter": "temperature", "cooler": "-temperature", "colder": "-temperature", "faster": "speed", "slower": "-speed",
            "higher": "", "lower": "-",
            "up": "", "down": "-", "stronger": "", "weaker": "-",
        ],
        yes: Phrases(
            """
            yes|yeah|yep|yup|sure|ok|okay|of course|exactly|correct|right|that's right|that's it|go ahead|do it|please do|yes please|confirm|confirmed|\
            i confirm|absolutely|definitely|go|certainly|yes do it|yes go ahead|sure thing|affirmative|by all means|aye|go on|go on then|yes go on|\
            yeah go on|yes go on then|ok then|okay then|alright|all right|alright then|righto|right you are|you bet|fine|sounds good|go for it|why not|\
            spot on|indeed|yes of course|that's the one|yup please|yeah please|uh huh|too right|please go ahead|yes thanks|yes thank you|yes that's right|\
            yes that one
            """
        ),
        no: Phrases(
            """
            no|nope|nah|no thanks|no thank you|not at all|never mind|nevermind|cancel|forget it|leave it|not now|don't|stop|negative|no don't|\
            no never mind|no cancel|nothing|no way|no chance|don't bother|leave it be|skip it|not really|no ta|nope thanks|no leave it|god no|hang on no|\
            cancel that|cancel it|forget that|don't do it|no wait|no don't bother|no it's fine|no you're alright|no that's wrong|wrong
            """
        ),
        both: Phrases("both|both of them|all|all of them|all three|everything"), neither: Phrases("neither|none|none of them|neither of them"),
        ordinals: [
            Phrases("the first|first|the first one|first one|number one|number 1|one"),
            Phrases("the second|second|the second one|second one|number two|number 2|two|the other|the other one"),
            Phrases("the third|third|the third one|number three|number 3|three"), Phrases("the fourth|fourth|the fourth one|number four|the last|the last one"),
        ],
        homophones: [
            "da": "the", "his": "is", "r": "are", "two": "to", "too": "to", "four": "for", "fore": "for", "an": "on", "inn": "in", "our": "hour",
            "ours": "hours", "time or": "timer",
            "their": "there", "whether": "weather", "council": "cancel", "leaving": "living", "thyme": "time", "paws": "pause", "lites": "lights",
            "lite": "light", "tern": "turn", "clothes": "close", "cloths": "close", "shudder": "shutter", "shudders": "shutters", "shatter": "shutter",
            "sealing": "ceiling", "gait": "gate", "lump": "lamp", "heeding": "heating", "blew": "blue", "read": "red", "haul": "hall", "tea v": "tv",
            "t v": "tv",
            "tee vee": "tv", "big light": "ceiling light", "main light": "ceiling light", "air con": "air conditioning", "aircon": "air conditioning",
            "ac": "air conditioning", "telly": "tv", "hoover": "vacuum",
        ],
        downstairs: Phrases("downstairs|on the ground floor"), upstairs: Phrases("upstairs"),
        outside: Phrases("outside|outdoors"), outsideNames: Phrases("outside|outdoors|garden|backyard|yard|patio|terrace|balcony"),
        rooms: [
            "living", "kitchen", "bedroom", "office", "study", "bathroom", "garage", "hallway", "hall", "corridor", "cellar", "attic", "loft", "basement",
            "laundry", "pantry", "conservatory", "sunroom", "mezzanine", "dressing", "workshop", "terrace", "balcony", "garden", "pool", "toilet", "library",
            "porch", "shed", "greenhouse", "guest", "nursery", "playroom", "den", "sauna", "landing",
        ])
}
