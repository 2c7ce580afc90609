extension Lexicon {
    static let english = Lexicon(
        language: .english,
        verbs: Verbs(
            [
                (.on, "activate | start | enable | illuminate | arm | launch | run"),
                (.off, "deactivate | stop | disable | kill | disarm | halt | cancel | mute"),
                (.open, "open | lift | unroll"), (.shut, "close | shut"), (.lock, "lock | bolt"), (.unlock, "unlock | unbolt"),
                (.raise, "raise | increase | brighten | bump | crank | heat | warm"), (.lower, "lower | decrease | reduce | dim | cool"),
                (
                    .other,
                    "turn turning | switch switching | put | set setting | make | change | adjust | bring | toggle | flip | power | play | pause | resume | unpause | unmute | skip | continue | restart | next | vacuum | hoover | clean | mow | dock | return | send | add | remove | delete | take | cross | check | clear | empty | erase | write | read | show | announce | broadcast | tell | say | remind | wake | notify | calculate | convert | give | create | press | push | pull | roll | half | fade | schedule | remember | define | get | go | do | call | order | buy | find | search | translate | book | text | email"
                ),
            ],
            falseFriends:
                "love live like look loop luck leave left tune turn's burn torn learn shot shout clothes cloth chose lose closet opened lick rock look luck sock clock block stay stars stare sort pin pot but cut pull full fill sat sit met mask may stat spot shop step stamp",
            language: "en"),
        hesitations: ["um", "uh", "umm", "uhm", "er", "erm", "hmm", "hm", "ah", "oh", "eh"],
        please: Phrases(
            "please|if you can|if you could|if possible|if you don't mind|if you like|if you want|when you can|when you have time|when you get a chance|kindly"),
        openings: Phrases(
            """
            actually|on second thought|in fact|finally|by the way|instead|\
            jarvis|hey jarvis|hi jarvis|hello jarvis|ok jarvis|okay jarvis|yo jarvis|hello|hi|hey|ok|okay|so|well|now|right|alright|right now|and|then|and then|yes|listen|go ahead and|quickly|just|\
            can you|could you|would you|will you|can you please|could you please|would you please|would you mind|can we|could we|i want you to|i'd like you to|i would like you to|i need you to|i want to|i'd like to|i would like to|\
            i want|i'd like|i would like|i need|let's|make sure to|make sure you|don't forget to|try to|you can|you could|you should|you must|you may|it would be nice to|it would be great if you could|\
            do you think you could|do you think you can|be so kind and|be so kind as to|help me|help me to|tell me if|tell me whether|do you know if|let me know if|i want to know if|i'd like to know if
            """),
        waiting: ["wait"], interjections: ["wait", "stop", "no", "careful"],
        wishes: Phrases("i want|i'd like|i would like|i need|let's have"), wished: ["degrees", "°", "%", "percent"],
        closings: Phrases(
            "jarvis|thanks|thank you|thanks a lot|thank you very much|thanks jarvis|thank you jarvis|for me|for us|now|right now|right away|immediately|at once|straight away|will you|would you|could you|can you|ok|okay|quickly"
        ),
        beneficiaries: ["me", "us"], givers: ["remind", "wake", "tell", "give", "show", "read", "notify", "get", "find", "make", "call", "send"],
        tellMe: Phrases("tell me|tell us|let me know"), interrogatives: ["what", "which", "how", "who", "where", "why", "is", "are", "if", "whether"],
        also: Phrases("only|just|simply|too|also|as well|at the same time"), names: ["jarvis"],
        joints: Phrases("and|and then|and also|and after that|then|after that|as well as|and finally|finally|but|and next"),
        numberTails: ["half", "a", "quarter"],
        exceptions: Phrases(
            "except|except for|excepting|but not|apart from|other than|besides|aside from|excluding|not the|without|and not|with the exception of|but leave|leaving out|save for|but"
        ),
        corrections: Phrases(
            "no|no wait|wait no|wait|no sorry|sorry|i mean|no i mean|sorry i mean|or rather|rather|actually|no actually|make that|i meant|correction|oops|no no|scratch that"
        ),
        negationOpeners: ["don", "dont", "do"], negations: ["t", "not", "never"],
        refusals: Phrases(
            "don't|dont|do not|never|please don't|please do not|stop turning|stop opening|stop closing|avoid|instead of|rather than|without|don't ever|don't you ever|nobody may|you must not|you mustn't|you should not|you shouldn't|you don't need to|you don't have to|don't you dare|i don't want you to|i do not want you to|i don't want to|no need to|there's no need to|there is no need to|it's not necessary to"
        ),
        untouchables: Phrases("don't touch|do not touch|never touch|don't bother with"), leaving: ["leave", "keep"],
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
            "said", "says", "say", "told", "tells", "tell", "asked", "asks", "shouted", "shouts", "sang", "sings", "wrote", "writes", "read", "heard", "called",
            "dreamt", "dreamed", "movie", "film", "song", "title",
        ],
        orderers: [], results: ["open": "open", "closed": "close", "shut": "close", "locked": "lock"],
        inquiries: Phrases("what|what's|which|how|is the|are the|is it|are there|who|where|when is|why|tell me|will it"),
        questionOpeners: Phrases(
            "why|how do|how can|how does|how would|how should|what do you|what does|who|should i|should we|do you think|do you know|do you like|can i|may i|could i|where|when do|when does|explain|tell me why|tell me how|what if|is it ok|is it okay|is it good|is it bad|did you"
        ),
        narrators: ["i", "he", "she", "it", "they", "we", "my", "because", "since", "yesterday", "if", "you", "this", "that", "there", "someone", "somebody"],
        definite: ["the", "my", "our", "this", "that", "these", "those"],
        prepositions: ["in", "on", "at", "of", "to", "into", "from", "for", "with", "by", "a", "an"],
        everything: Phrases("everything|everywhere|all|every|the whole house|the entire house|the house|the whole"),
        notEverything: Phrases("all the way|at all|all right|every day|every morning"),
        pronouns: ["it", "them", "that", "those", "this", "these", "one", "ones"],
        same: Phrases(
            "same for|same in|the same for|the same in|do the same for|do the same in|same thing for|same thing in|the same thing in|the same thing for|likewise for|likewise in|ditto for|ditto in|do the same|same|the same|ditto"
        ),
        again: Phrases("again|once more|one more time|do it again|another|another one|one more|some more|a bit more|more|even more|a little more|repeat"),
        another: Phrases("another|one more|and another"), partitives: ["some", "a", "an", "the"],
        undo: Phrases(
            "put it back|change it back|undo|undo that|undo it|as before|like before|back to how it was|set it back|revert|turn it back|cancel|cancel that|cancel it"
        ),
        more: Phrases("more|even more|a lot more|much more"), less: Phrases("less|even less|a lot less|much less|not so"),
        littleWords: Phrases("a bit|a little|a little bit|slightly|a tad|a touch|just a bit|just a little"),
        adjectives: [
            "louder": "volume", "quieter": "-volume", "softer": "-volume", "brighter": "brightness", "dimmer": "-brightness", "darker": "-brightness",
            "bright": "brightness",
            "warmer": "temperature", "hotter": "temperature", "cooler": "-temperature", "colder": "-temperature", "faster": "speed", "slower": "-speed",
            "higher": "", "lower": "-",
            "up": "", "down": "-", "stronger": "", "weaker": "-",
        ],
        yes: Phrases(
            "yes|yeah|yep|yup|sure|ok|okay|of course|exactly|correct|right|that's right|that's it|go ahead|do it|please do|yes please|confirm|confirmed|i confirm|absolutely|definitely|go|certainly|sure thing|affirmative|by all means"
        ),
        no: Phrases(
            "no|nope|nah|not at all|never mind|nevermind|cancel|cancel that|cancel it|forget it|forget that|leave it|not now|don't|stop|negative|nothing|don't do it"
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
            "lite": "light", "tern": "turn",
        ],
        downstairs: Phrases("downstairs|on the ground floor"), upstairs: Phrases("upstairs"),
        outside: Phrases("outside|outdoors"), outsideNames: Phrases("outside|outdoors|garden|backyard|yard|patio|terrace|balcony"),
        rooms: [
            "living", "kitchen", "bedroom", "office", "study", "bathroom", "garage", "hallway", "hall", "corridor", "cellar", "attic", "loft", "basement",
            "laundry", "pantry", "conservatory", "sunroom", "mezzanine", "dressing", "workshop", "terrace", "balcony", "garden", "pool", "toilet", "library",
            "porch", "shed", "greenhouse", "guest", "nursery", "playroom", "den", "sauna", "landing",
        ])
}
