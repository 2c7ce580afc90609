extension LimbicWords {
    static let english = LimbicWords(
        sayings: englishSayings, conjugated: englishConjugated, adjectives: englishAdjectives, nouns: englishNouns, verbs: englishVerbs, oaths: englishOaths,
        boosts: """
            5: never been so, never been this, never felt so, never felt this, never been more, never had such, never seen such, couldn't be more, \
            can't stop, couldn't stop, cannot stop, can't help, couldn't help, extremely, incredibly, insanely, horribly, terribly, awfully, infinitely, \
            immensely, enormously, like hell, like crazy, to death, to bits, as hell, as fuck, beyond words, more than ever, more than anything, hella, \
            fucking, bloody, damn
            3: very, so, really, super, totally, completely, absolutely, truly, deeply, seriously, particularly, especially, utterly, highly, thoroughly, \
            remarkably, such, such a, what a, what an, how, too, much, so much, very much, a lot, lots, loads, a great deal, proper, well and truly, dead, \
            mega, ultra, hugely, massively, dearly, madly, badly, genuinely, honestly, way too, far too, way, even more, more and more, all the more, \
            that much, quite a bit
            1: quite, pretty, rather, fairly, more, still, always, all, just so
            -3: a bit, a little, a little bit, slightly, somewhat, kind of, kinda, sort of, sorta, a tad, a touch, mildly, moderately, relatively, partly, \
            half, more or less, almost, nearly, vaguely, less, not very, not that, not so, not too, not really, not particularly, not exactly
            -6: barely any
            """,
        topics: """
            6: allergic, allergy, allergies, intolerant, intolerance, coeliac, celiac, anaphylaxis, epipen
            7: cancer, tumour, tumor, heart attack, stroke, leukaemia, alzheimer, dementia, parkinson, chemo, chemotherapy, suicide, coma, overdose, \
            intensive care, life support
            4: hospital, surgery, operation, surgeon, medication, medicine, prescription, treatment, vaccine, vaccination, diabetes, diabetic, asthma, \
            asthmatic, epilepsy, epileptic, insulin, antibiotic, blood type, pregnant, fracture, blood test, test results, mri, scan, depression, \
            disability, disabled, broke my leg, broke his leg, broke her leg, broke my arm, pills
            3: ill, illness, doctor, gp, dentist, cardiologist, paediatrician, therapist, fever, pain, migraine, blood pressure, diet, is sick, am sick, \
            injured, injury, flu, my back
            7: dead, death, died, dies, dying, passed away, funeral, bereaved, bereavement, lost grandad, lost grandma, lost my mum, lost my dad, \
            lost my husband, lost my wife, no longer with us, lost nan
            7: birth, gave birth, was born, were born, is born, expecting a baby, having a baby, had a baby, had the baby, i'm pregnant, is pregnant, adoption
            5: wedding, marry, married, getting married, engaged, engagement, fiancé, divorce, divorced, divorcing, breakup, broke up, split up, \
            separated, christening, retirement, retire, retiring, dumped me, left me
            3: birthday, anniversary, christmas with, family reunion, mother's day, father's day
            5: fire, gas leak, gas, smoke, flood, flooding, leak, burglary, burgled, burglar, robbed, mugged, assault, assaulted, accident, police, \
            fire brigade, danger, dangerous, weapon, violence, violent, threat, threatened, threatening, harassment, bullied, bullying, poison, poisoning, \
            burn, drowning
            5: code, gate code, door code, alarm code, password, passwords, passcode, pin, pin code, card number, safe combination, wifi
            3: key, keys, spare key, passport, id card, driving licence, licence, wallet, credit card, bank card, safe code, national insurance number, \
            address, phone number, registration number, number plate
            4: money, salary, wage, rent, mortgage, loan, debt, bill, tax, fine, insurance, bank, overdraft, inheritance, solicitor, pounds, euros, \
            dollars, transfer, budget, savings, pension, iban
            5: hired, got the job, new job, got a job, sacked, fired, laid off, redundant, redundancy, lost my job, resign, resigned, quit my job, \
            promotion, promoted, unemployed, job interview, contract, internship
            4: exam, exams, diploma, my degree, driving test, graduate, graduated, graduation, finals, gcse, a levels, parents evening
            4: moving house, move house, moving to, bought a house, buying a house, buy a house, sell the house, new house, new flat, new apartment, \
            exchange contracts
            5: i promise, promise, promised, i swear, swear, we agreed, agreed, agreement, committed, my word
            5: decided, decide, decision, chosen, chose, we're going to buy, made up my mind, change my life
            3: deadline, due date, at the latest, by friday, by monday, by tuesday, by wednesday, by thursday, by saturday, by sunday, by tomorrow, \
            by the end, before friday, before monday, due on, appointment, meeting, expires
            6: important, it's important, very important, urgent, vital, essential, crucial, critical, indispensable, without fail, emergency, matters a lot
            6: remember, remember that, never forget, don't forget, do not forget, don't ever forget, keep in mind, bear in mind, make a note, note that, \
            you should know, you need to know, for the record
            4: my name, i'm called, is called, grew up, born in, i live, we live, lives in, i work, works at, works for, my job, vegetarian, vegan, \
            left handed, my dream, all my life, my whole life, my life, i speak, speaks fluent, date of birth, my number
            3: i hate, i love, i prefer, i don't eat, i never eat, i don't drink, can't stand, my favourite, favourite, favorite, every time, every day, \
            every week, every morning, usually, every monday, every tuesday, every wednesday, every thursday, every friday, every saturday, every sunday, \
            on mondays, on tuesdays, on wednesdays, on thursdays, on fridays
            2: my mother, my father, mum, mom, dad, my son, my daughter, my brother, my sister, my husband, my wife, my grandmother, my grandfather, \
            grandma, grandad, nan, my parents, my kids, my children, baby, my uncle, my aunt, my cousin, my boyfriend, my girlfriend
            """,
        roles: [
            (
                .denial,
                """
                not, n't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, won't, wouldn't, can't, cannot, couldn't, shouldn't, haven't, hasn't, \
                hadn't, ain't, dont, doesnt, didnt, isnt, arent, wasnt, werent, wont, wouldnt, cant, couldnt, shouldnt, havent, hasnt, hadnt, aint, never, \
                no longer, without, hardly, barely, scarcely, far from, not very, not that, not so, not too, not really, not particularly, not exactly, \
                stopped being, neither, nor, anything but, don't think, do not think, i doubt
                """
            ),
            (.concord, "no, nothing, nobody, none, anymore, any more, at all, no one, not at all, never ever, nowhere"),
            (.contrast, "but, however, though, although, yet, except that, nevertheless, still though, despite that, luckily, fortunately, thankfully"),
            (.supposition, "if, unless, in case, imagine, suppose, supposing, assuming, hypothetically, if only"),
            (
                .boundary,
                """
                because, cause, who, when, since, then, while, where, which, and i, and it, and he, and she, and we, and they, and you, and my, and the, \
                so i, so we, or i, how
                """
            ),
            (.oneself, "i, me, my, mine, myself, we, us, our, im, ive"),
            (.others, "he, she, they, people, him, them, his, their"),
            (
                .filler,
                """
                i, me, my, we, us, our, you, your, he, she, it, they, his, her, their, him, them, the, a, an, this, that, these, those, to, of, in, on, \
                at, for, with, is, are, was, were, be, been, being, am, m, s, re, ve, ll, d, im, ive, has, have, had, do, does, did, feel, feeling, felt, \
                get, got, getting, any, ever, too, and, or, thing, about, one, so
                """
            ),
        ],
        talk: [
            (
                .question,
                """
                are you, are they, is it, is he, is she, do you, does it, does he, does she, did you, have you, what's, what is, what are, what do, \
                how do, how are, how many, how long, how much, how warm, why, when, where, who, can you, could you, would you, is there, will it
                """
            ),
            (
                .trivial,
                """
                jarvis, hello, hi, hey, good morning, good evening, good afternoon, good night, bye, goodbye, see you, see you tonight, see you later, \
                see you tomorrow, cheers, thanks, thank you, thank you so much, thanks a lot, you're welcome, ok, okay, alright, got it, yes, no, yeah, \
                yep, nope, nah, meh, haha, hahaha, hehe, lol, lmao, how are you, what's up, it's sunny, it's hot, it's cold, it's raining, raining again, \
                it's snowing, never mind, nevermind, no worries, no problem, it's fine, not important, it's not important, not urgent, tell me a joke, \
                shut up, stop, say that again, repeat, have a nice day, enjoy your meal, are you there, test
                """
            ),
            (
                .order,
                """
                check off, check, complete, change, activate, deactivate, transition, announce, broadcast, give me, show me, increase, decrease, adjust, \
                mute, unmute, resume, cancel, enable, disable, run, clean, vacuum, make the, put the, tell me, get the, party mode, turn on, turn off, \
                turn the, turn up, turn down, switch, open, close, shut the, set, put on, dim, raise, lower, start, stop, pause, play, skip, next song, \
                volume, lock, unlock, add, remove, delete, what time, what's the time, what day, what's the date, what's the weather, weather, how warm, \
                how cold, how hot, will it rain, timer, alarm, wake me, can you turn, could you turn, please turn, can you play, calculate, convert, \
                translate, what's the capital, who won, how long do you, who is
                """
            ),
        ],
        adjectiveForms: .englishAdjective, nounForms: .englishNoun, verbForms: .englishVerb)
}
