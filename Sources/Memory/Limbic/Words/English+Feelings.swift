extension LimbicWords {
    static let englishAdjectives = """
        9 7: amazing, wonderful, marvellous, marvelous, fabulous, fantastic, sublime, phenomenal, exceptional, spectacular, outstanding, breathtaking, \
        magical, heavenly, divine, magnificent, glorious, extraordinary, incredible, unforgettable, sensational, stunning, dazzling, unbelievable, \
        mind-blowing
        8 6: great, excellent, brilliant, superb, perfect, awesome, terrific, splendid, delicious, scrumptious, gorgeous, delightful, exquisite, flawless, \
        impeccable, remarkable, admirable, radiant, adorable, epic, legendary, stellar, fab, ace, smashing, cracking, dreamy, joyous, idyllic, \
        mouthwatering, lush
        8 7: happy, joyful, thrilled, delighted, ecstatic, elated, overjoyed, euphoric, jubilant, triumphant, victorious, hilarious, enthusiastic, \
        excited, exciting, passionate, stoked, pumped, psyched, buzzing, chuffed, exhilarated, exhilarating, thrilling, blissful, merry, jolly, giddy, \
        electrifying, overwhelmed with joy
        7 5: proud, glad, pleased, cheerful, cheery, upbeat, funny, amusing, amused, entertaining, lucky, motivated, inspired, inspiring, captivating, \
        enthralling, festive, lively, bubbly, encouraging, promising, rewarding, fulfilled, fulfilling, blessed, loved, adored, cherished, in love, \
        hopeful, keen, eager
        6 3: good, nice, lovely, kind, cute, sweet, charming, friendly, likeable, caring, tender, affectionate, warm-hearted, generous, thoughtful, \
        considerate, brave, courageous, loyal, faithful, honest, sincere, pleasant, enjoyable, interesting, pretty, beautiful, handsome, elegant, \
        graceful, tasty, yummy, flavoursome, appetizing, polite, helpful, devoted, supportive, gifted, talented, clever, smart, intelligent, witty, \
        skilled, skilful, efficient, thankful, grateful, favourable, favorable, positive, optimistic, confident, satisfied, satisfying, successful, \
        useful, handy, cool, fun, neat, stylish, classy, ideal, touching, moving, welcoming, attractive, valuable, decent, better, best, superior, fair, \
        impressive, impressed, fond, creative, sunny, fancy, wholesome, heartwarming
        5 1: calm, serene, peaceful, tranquil, relaxed, relaxing, rested, restful, refreshed, soothed, soothing, relieved, reassured, reassuring, chilled, \
        content, mellow, comfortable, comfy, cosy, cozy, snug, safe, secure, healed, healthy, recovered, balanced, unharmed, gentle, mild, well-behaved, \
        carefree, laid-back, settled
        4 3: fine, alright, okayish, acceptable, reasonable, reliable, solid, sturdy, curious, fresh, easy, free of charge, energetic, dynamic, lively, \
        sporty, tidy, worthwhile
        0 7: surprised, surprising, astonished, astonishing, amazed, stunned, speechless, startled, gobsmacked, flabbergasted, astounded
        -3 2: tired, tiring, weary, bored, boring, dull, bland, tasteless, monotonous, meh, mediocre, average, gloomy, moody, grumpy, cranky, nostalgic, \
        wistful, awkward, uncomfortable, uneasy, complicated, difficult, tough, tricky, confusing, confused, unclear, hesitant, noisy, loud, messy, dirty, \
        weird, strange, creepy, hostile, tense, stuffy, smelly, sneezy, sniffly, sore, achy, poorly, dizzy, queasy, weak, fragile, clumsy, useless, \
        pointless, doubtful, sceptical, skeptical, negative, worrying, unfortunate, unlucky, inconvenient, overpriced, burnt, mouldy, moldy, stale, \
        broken, busted, cracked, clogged, stuck, delayed, late, sulky, distant, indifferent, ungrateful, selfish, lazy, stingy, jealous, envious, \
        stubborn, unfair, unjust, incompetent, pessimistic, suspicious, dodgy, fishy, iffy, annoying, unwell, restless, clueless, cheesy, lame, naff, \
        shabby, rough, groggy, lousy, slow, laggy, sloppy, lost
        -5 2: exhausted, exhausting, drained, draining, knackered, shattered, worn-out, burnt-out, wiped, pooped, overworked, swamped, overwhelmed, \
        snowed under, discouraged, discouraging, demoralised, demoralized, demotivated, depressed, depressing, dejected, downcast, despondent, resigned, \
        defeated, isolated, neglected, abandoned, rejected, excluded, ignored, misunderstood, powerless, helpless, hopeless, homesick, lonely, forlorn, \
        alone in the world, empty inside, numb
        -6 3: sad, unhappy, upset, sorrowful, hurt, hurtful, wounded, disappointed, disappointing, gutted, crushed, heartbroken, heartbreaking, bereaved, \
        inconsolable, tearful, miserable, pathetic, pitiful, wretched, rubbish, rotten, crappy, shitty, bad, poor thing, ugly, hideous, gross, disgusting, \
        disgusted, revolting, repulsive, vile, nasty, foul, filthy, inedible, undrinkable, sick, ill, painful, aching, agonising, agonizing, guilty, \
        ashamed, shameful, embarrassed, embarrassing, humiliated, humiliating, mortified, worthless, despised, betrayed, cheated, dumped, divorced, dead, \
        fired, sacked, ruined, bankrupt, skint, cruel, mean, spiteful, heartless, despicable, detestable, hateful, malicious, hypocritical, cowardly, \
        stupid, dumb, idiotic, ridiculous, unacceptable, catastrophic, disastrous, dramatic, tragic, grim, dire, bleak, dismal, sinister, sordid, serious, \
        severe, fatal, deadly, worse, worst, bitter, resentful, regretful, remorseful, sucky, godawful, appalling, dreadful, atrocious, abysmal, pants
        -6 6: worried, anxious, stressed, stressful, nervous, jittery, edgy, tormented, troubled, disturbed, disturbing, agitated, panicked, panicky, \
        scared, scary, afraid, frightened, frightening, fearful, alarmed, alarming, threatening, threatened, oppressed, shocked, shocking, shaken, \
        distraught, distressed, distressing, traumatised, traumatized, traumatic, desperate, devastated, devastating, destroyed, frantic, frustrated, \
        frustrating, cross, irritated, irritating, irritable, annoyed, aggravated, aggravating, exasperated, exasperating, mad at, angry, offended, \
        offensive, outraged, outrageous, insulted, insulting, fed-up, unbearable, intolerable, dangerous, aggressive, violent, brutal, abusive, toxic, \
        unsafe, stressed-out, freaked, wound-up, hacked-off, peeved, miffed, narked, livid with
        -8 8: furious, enraged, raging, fuming, livid, seething, irate, terrified, terrifying, petrified, horrified, horrible, horrific, horrifying, \
        awful, terrible, gruesome, nightmarish, monstrous, hysterical, excruciating, suicidal, infuriated, infuriating, incensed, ghastly, hellish
        """

    static let englishNouns = """
        8 6: happiness, joy, bliss, victory, triumph, ecstasy, euphoria, wonder, miracle, delight, treat, masterpiece, champion, genius, angel, paradise, \
        heaven, legend, love
        6 5: pleasure, pride, success, laughter, laugh, smile, gift, surprise, luck, passion, enthusiasm, hope, humour, humor, friendship, tenderness, \
        affection, cuddle, hug, kiss, kindness, generosity, gratitude, compliment, praise, congratulations, congrats, bravo, hooray, hurray, yay, woohoo, \
        yippee, wow, whoa, yum, darling, sweetheart, treasure, honey, holidays, promotion, medal, beauty, charm, talent, motivation, harmony, comfort, \
        reward, support, thanks, gem, star, winner, banger, beauty sleep, lol moment, yes please, blast, hoot
        2 3: weekend, party, barbecue, picnic, stroll
        5 1: peace, serenity, calmness, relaxation, relief, phew, tranquillity, confidence, safety, recovery, nap, respite, wellbeing
        -3 3: tiredness, boredom, hassle, problem, trouble, chore, faff, delay, traffic jam, mistake, blunder, error, doubt, weariness, laziness, \
        awkwardness, mess, dirt, stink, stench, racket, cold sore, cough, insomnia, ugh, meh, yuck, yikes, eww, ew, argh, oops, bill, fine to pay, taxes, \
        breakdown, leak, bug, glitch, damage, setback, complication, misunderstanding, grudge, jealousy, tantrum, whining, reproach, complaint, criticism, \
        bother, fuss, nuisance, drag, bummer, downer, flop, fail, headache, backache, toothache, earache, stomachache, hangover
        -6 3: sadness, grief, sorrow, misery, depression, blues, melancholy, loneliness, mourning, tear, sob, disappointment, regret, remorse, guilt, \
        shame, humiliation, failure, defeat, despair, distress, suffering, pain, agony, illness, disease, sickness, injury, wound, fever, migraine, \
        nausea, vomit, diarrhoea, flu, infection, burnout, unemployment, redundancy, divorce, breakup, separation, rejection, betrayal, infidelity, lie, \
        injustice, poverty, debt, ruin, bankruptcy, cancer, tumour, tumor, stroke, heart attack, disability, death, funeral, coffin, waste of time, \
        fiasco, disaster, shambles, horror, catastrophe, calamity, tragedy, hell, shit, crap, bullshit, bollocks, nightmare, mishap, misfortune, contempt, \
        loser
        -6 7: fear, anguish, anxiety, stress, panic, terror, dread, fright, phobia, worry, nervousness, tension, crisis, anger, annoyance, irritation, \
        frustration, fury, rage, hatred, hostility, resentment, outrage, quarrel, argument, row with, fight, conflict, insult, threat, aggression, \
        violence, slap, bullying, harassment, blackmail, burglary, robbery, theft, scam, fraud, fire alarm, explosion, accident, crash, danger, war, rape, \
        murder, suicide, overdose, emergency, scream, panic attack, meltdown, tantrums
        -6 6: bastard, bitch, asshole, arsehole, prick, dickhead, moron, idiot, jerk, scumbag, wanker, tosser, twat, git, pillock, scum, tyrant, monster, \
        bully, thief, crook, scammer, liar, creep
        """

    static let englishVerbs = """
        8 6: love, adore, worship, cherish, rejoice, triumph, delight, treasure
        6 5: enjoy, appreciate, celebrate, congratulate, laugh, giggle, chuckle, smile, win, hug, cuddle, kiss, charm, compliment, savour, savor, impress, \
        admire, spoil rotten, reward, encourage, thank, forgive, succeed, improve, praise, cheer, inspire, amuse, entertain, excite, thrill, please, \
        welcome, applaud, nail, smash it
        4 1: calm, soothe, relax, reassure, relieve, comfort, console, rest, heal, recover, help, protect, support, rescue, save
        -4 4: bore, bother, disturb, annoy, bug, tire, moan, sulk, grumble, complain, whine, nag, upset, disappoint, regret, fail, waste, neglect, stink, \
        smell, cough, vomit, itch, scratch, criticise, criticize, mock, despise, belittle, ignore, exclude, lose, ruin, damage, doubt, envy, struggle, \
        mess up, screw, suck, drag, worsen, deteriorate, malfunction
        -6 5: cry, weep, sob, suffer, hurt, ache, sadden, grieve, mourn, depress, despair, discourage, crush, devastate, traumatise, traumatize, shatter, \
        humiliate, betray, cheat, deceive, dump, fire, sack, abandon, reject, burgle, scam, disgust, repulse, die, bleed, choke, suffocate, collapse, \
        torment, torture, haunt, ail, faint
        -6 7: hate, detest, loathe, despise, anger, annoy, irritate, infuriate, enrage, exasperate, offend, shout, yell, scream, insult, threaten, hit, \
        punch, slap, beat up, attack, harass, bully, intimidate, abuse, mistreat, argue, fight, quarrel, stress, worry, panic, freak, scare, frighten, \
        terrify, alarm, fear, dread, tremble, shock, outrage, murder, kill, rape, explode, rage, threaten
        """

    static let englishConjugated = """
        8 6: love you, loves you, love it, love that, love this, love him, love her
        6 4: enjoyed myself, had fun, won, felt good, feel good, feels good, feel better, feeling better, feel great, feel amazing, laughed
        -5 3: lost, misses, felt bad, feel bad, feels bad, hurts, hurt, fell out, broke down, threw up, thrown up, stole, stolen, sucks, suck, sucked, \
        stinks, stank, wept, bled, fought, lied
        """

    static let englishOaths = """
        -4 7: damn, dammit, damn it, fuck, fucking hell, fuck sake, for fuck's sake, ffs, bloody hell, hell no, for god's sake, for goodness sake, \
        for heaven's sake, for crying out loud, for pete's sake, jesus christ, jesus, christ, blimey, crikey, omg, oh my god, wtf, what the hell, \
        what the fuck, what the heck, goddamn, sod it, bugger, bugger it, oh no, holy shit, oh shit, holy cow, shoot, heck, gosh, bleeding hell, \
        flipping heck, good grief
        """
}
