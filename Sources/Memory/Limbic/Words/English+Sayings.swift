extension LimbicWords {
    /// How people really say it; strengthening words may stand inside.
    static let englishSayings = """
        9 8: over the moon, on cloud nine, on top of the world, in seventh heaven, jumping for joy, walking on air, best day ever, best day of my life, \
        best thing ever, happy as larry, tickled pink, like a dream come true, dream come true
        8 6: can't wait, cannot wait, couldn't be happier, couldn't be better, couldn't have gone better, over the top good, to die for, made my day, \
        made my week, blew me away, blown away, out of this world, second to none, top notch, the best, best mum, best dad, you rock, rocks my world, \
        you're a star, you're a legend, you're the best, absolute legend, spot on, bang on, smashed it, nailed it, aced it, killed it, bee's knees, \
        dog's bollocks, cat's pyjamas, head over heels, crazy about, mad about you, big fan, huge fan, had a blast, had a ball, having a blast, \
        time of my life, time of our lives, great time, good time, lovely time, full of beans, full of energy, on fire today, on a roll, feeling great, \
        doing great, going great, going really well, love you, i love you, well done, way to go, good job, great job, nice one, good for you, hats off, \
        proud of you, sweet dreams, thank you so much, thanks a million
        7 7: looking forward, look forward, got the job, got a job, got the part, got the house, got a promotion, got promoted, got accepted, got in, \
        got engaged, getting married, got married, are engaged, we're engaged, passed my, passed his, passed her, passed the, passed their exams, \
        passed with, having a baby, expecting a baby, expecting, i'm pregnant, is pregnant, she's pregnant, had the baby, gave birth, was born, is born, \
        first steps, good news, great news, happy birthday, merry christmas, happy new year, happy anniversary, we won, i won, they won, she said yes, \
        he proposed, we did it, i did it, made it, paid off
        6 4: nicer, kinder, sweeter, cuter, warmer inside, means a lot, means the world, warms my heart, puts a smile on, good mood, great mood, \
        good vibes, in a good place, in high spirits, chin up, lovely day, nice day, good day, had a laugh, such a laugh, good laugh, cracked me up, \
        good fun, slept like a log, slept like a baby, slept well, sleep well, sleeping well, went well, went really well, going well, goes well, \
        worked out, turned out well, turned out nicely, hit the spot, right up my street, good idea, sounds good, fair play, thumbs up, good luck, \
        my love, my darling, sweet pea, take care, looking good, look gorgeous, well rested, was a hit, a treat, chuffed to bits, at last, in good hands, \
        hit it off, get along well, get on well, gets on well, thank you, thanks for
        5 4: i like, we like, you like it, they like, really like, i liked, we liked, liked it, likes it, likes me, likes you, i'd love, would love to, \
        love to, like you, like her, like him, cheered me up, cheer me up, cheers me up, cheered us up, made me smile, makes me smile, made me laugh, \
        makes me laugh, made us laugh, leaps and bounds, made progress, great progress, good progress, making progress, without stopping, dream house, \
        dream home, dream job, back to normal, on the up, things are looking up, smells good, smells great, smelled good, tastes good, tastes great, \
        tastes amazing, you make me happy, makes me happy, make me happy, good feeling, great feeling, i melted, melted my heart, melts my heart, \
        wasn't bored, not bored, time flew, lucky break, best of both, piece of cake, walk in the park, right on track, on track, on the right track, \
        first place, first prize, first word, first words, first tooth, drew me a picture, had us over, count on you, can count on, always there for me, \
        there for me, there for us, got my back, looks after me, in good health, made up with, we made up, \
        kissed and made up, got my smile back, in love, fell in love, falling in love, got together, back together, cracking walk, absolute belter, \
        belter, cracking, bargain, absolute bargain, sunshine, it suits you, suits me, ray of sunshine, weight off my mind, weight off my shoulders, \
        load off my mind, feeling myself again, back on my feet, back on track, good as new, fixed it, figured it out, sorted it, finally finished, \
        finally done, finally got, finally works, all done, keep it up, got this, you've got this
        6 5: pay rise, a raise, got a raise, got refunded, full refund, got picked, got selected, was chosen, was picked, got praised, in remission, \
        out of hospital, home from hospital, made friends, made a friend, new friend, finally here, finally arrived, finally over, \
        finally found, good memories, happy memories, fond memories, good surprise, good atmosphere, great atmosphere, good team, good grade, good grades, \
        good marks, top marks, straight as, good result, good results, good film, good book, good meal, good company, sun's out, blue skies, \
        lovely weather, nice weather, good weather, twins, reunited, first day off, day off, lie in, feet up, put my feet up, treat myself, \
        treated myself, spoilt me, spoiled me, grew on me, cheers to, here's to
        -5 4: got cancelled, was cancelled, been cancelled, is cancelled, cancelled on, called off, fell through, missed the bus, missed the train, \
        missed my, missed out, flat tyre, flat tire, puncture, power cut, power outage, locked out, got lost, we're lost, i'm lost, nits, head lice, \
        bed bugs, \
        cockroaches, mice in, hungover, in a cast, on crutches, stitches, came down with, coming down with, caught a cold, bunged up, blocked nose, \
        never ends, never ending, won't stop crying, won't stop barking, keeps crying, keeps screaming, keeps breaking, keeps crashing, keeps coughing, \
        too long, too heavy, too hard, it's hard, it's tough, so hard, not possible, not acceptable, it's over between, over between us, too late now, \
        no answer, no reply, no response, no sign of, all over the place, up the wall, not enough money, out of money, no money, short of money
        5 5: not that bad, wasn't that bad, isn't that bad, not as bad, surprised me with, surprised me for, surprised us, lovely surprise, nice surprise, \
        good surprise, breathe again, can breathe again, exactly what i wanted, what i wanted, just what i needed, just what i wanted, see the end of, \
        light at the end, got loads done, got a lot done, got so much done, nothing to complain about, couldn't ask for more, can't fault it, no regrets, \
        don't regret, couldn't fault it, never looked back, worth every penny, worth the wait, makes it all worthwhile, a pleasure, my pleasure
        -5 5: robbed, sorry to hear, sorry about your, must be tough, must have been tough, must be hard, don't want to get out of bed, \
        can't get out of bed, couldn't get out of bed, told him off, told her off, told me off, tells me off, \
        telling me off, hung up on, slammed the door, doesn't care, don't care, \
        don't give a damn, gives a damn, give a damn, nobody gives a, put down the dog, dog put down, cat put down, cancelled my, cancelled our, \
        cancelled on me, driving me bonkers, drives me bonkers, driving me insane, drives me insane, makes me sick, make me sick, this to stop, \
        it to stop, want it to end, want this to end, what am i for, something dodgy, off milk, gone off, told off, nasty surprise, bad idea, \
        terrible idea, bad memories, bad memory, bad taste, bad dream, bad sign, bad start, bad mood, foul mood, in a mood, in a strop, grounded, smashed, \
        smashed my, nearly fainted, behind my back, turned his back, turned her back, went downhill, going downhill, badly brought up, got stung, \
        came to nothing, wasted, wasted my, all that for nothing
        -5 4: don't like, doesn't like, didn't like, do not like, does not like, never liked, don't love, doesn't love, didn't enjoy, didn't pass, \
        didn't get the, didn't get in, breaks my heart, break my heart, broke her heart, broke his heart, lump in the throat, knot in my throat, \
        don't know what to do, don't know what i'm doing, at a loss, going round in circles, going in circles, waited for hours, waited two hours, \
        hours for nothing, stood me up, stood up again, feel empty, feel lost, feel useless, feel numb, feel invisible, feel trapped, feel stuck, \
        feel hopeless, feel like a failure, doing everything wrong, everything wrong, all wrong, gone missing, went missing, been missing, is missing, \
        still missing, still not home, no news, never answers, never replies, never calls, never rings, doesn't answer, won't answer, ignores me, \
        ignoring me, blanked me, haven't spoken, aren't speaking, not speaking, not talking to me, won't talk to me, giving me the silent, \
        silent treatment, nicked my, stolen my, stole my, someone nicked, lost everything, crashed, laptop died, phone died, battery died, car is dead, \
        ends meet, in the red, overdrawn, can't afford, can't pay, couldn't afford, never on time, always late, never going to manage, \
        never going to make it, can't do it, can't do this, can't manage, can't keep up, can't focus, can't concentrate, can't relax, can't stop worrying, \
        can't stop crying, never home, never happy, never satisfied, never any time, no time to breathe, no time for, no one understands, \
        nobody understands, no one to talk, nobody to talk, no one listens, no one believes, doesn't trust me, doesn't believe me, don't trust, \
        lied to me, lied to us, cheated on me, forgot my birthday, forgets everything, forgot again, you forgot, getting old, got old fast, it's a joke, \
        what a joke, bad feeling, smells bad, smells off, smells funny, smells of burning, wasn't invited, weren't invited, left out, leaves me out, \
        hit another kid, hit me, bit me, bit him, bit her, pushed me, kicked me, broke my, broke his, broke her, cut myself, burnt myself, burned myself, \
        fell over, fell off, fell down, fell and, had a fall, turned down, turned me down, rejected my, bad grade, bad grades, bad marks, got detention, \
        bailiff, in court, lawsuit, woke up crying, woken up, kept me up, kept us up, keeps me up, barking all night, barks all night, worries me, \
        bothers me, eating at me, eats me up, weighs on me, weighing on me, out of my depth, over my head, too much for me, too much to handle, \
        at my limit, hit a wall, can't breathe, struggling to, struggle to, falling behind, on my last legs, last straw, makes me sad, makes me cry, \
        makes me angry
        5 2: feel much better, much better, feeling better, on the mend, doing well, doing fine, is well, am well, are well, all good, it's all good, \
        we'll be fine, will be fine, be fine, be okay, be alright, everything is fine, everything's fine, what a relief, thank god, thank goodness, \
        thank heavens, feel safe, at ease, at peace, safe and sound, out of danger, out of the woods, all clear, chilled out, peace of mind, good sign, \
        well, working again, works again, came home, home safe, is gone, are gone, has gone down, sorted
        4 2: not bad, not bad at all, not too bad, not so bad, not half bad, can't complain, cannot complain, no complaints, no worries, not to worry, \
        no problem, no problem at all, no bother, no trouble, don't worry, without a hitch, without fighting, without any problem, without problems, \
        without pain, not a problem, worth it, happy to, glad to, looking up, sounds great, right as rain, bright side, not the end of the world, \
        nothing serious, nothing to worry about, dead good, dead nice, pretty good, in luck
        0 2: lately, later, number, well then, oh well, as well, as well as, well actually, may as well, might as well, like to, would like, i'd like, \
        we'd like, 'd like, feel like, feels like, looks like, look like, looked like, sounds like, sound like, something like, what's it like, \
        weather like, be like, is like, was like, just like, like this, like that, like a, like an, it's like, weather like, who won, who has won, \
        kind of like, kind of, sort of, a kind, what kind, this kind, no kind, pretty much, good morning, good evening, good afternoon, good night, \
        for good, goodbye, good grief, good lord, fire on, light the fire, on fire, sick leave, hard boiled, how come, please, yes please, help me with, \
        can you help, no no, fair enough, best before, best regards, better not, had better, you'd better, 'd better, late at night, late tonight, \
        of late, latest, mean by, i mean, what do you mean, does it mean, it means, what does, lost and found, fun fact, bad luck to, lost property, \
        crossword, cross the, fine grain, save the, save it, save my, save this, rest of, the rest, stars, star wars, world war, i'm free, hot and cold, \
        no i, no we, no it, no that, no you, no they, no the, no he, no she, not only, not just, if not, or not, why not, whether or not, horror film, \
        horror movie, sick note, worst case
        -3 3: not great, not so great, not good, not so good, not ideal, not fun, not brilliant, not my day, not my cup of tea, not a fan, not keen, \
        not in the mood, not fair, not right, not well, not feeling well, not feeling great, not looking forward, not impressed, can't be bothered, \
        can't be arsed, couldn't be bothered, don't feel like, do not feel like, don't fancy, no energy, no motivation, under the weather, under the cosh, \
        out of sorts, off colour, bit rough, feeling rough, feel rough, wrong side of the bed, running late, behind schedule, too much work, \
        too expensive, too noisy, too loud, too hot, too cold, too late, too salty, so so, could be better, seen better days, what a shame, what a pity, \
        such a shame, too bad, it's a shame, no luck, bad luck, tough luck, doesn't work, don't work, won't work, didn't work, not working, isn't working, \
        stopped working, nothing works, broke down, broken down, out of order, packed in, playing up, didn't go well, went wrong, going wrong, go wrong, \
        goes wrong, haven't slept, didn't sleep, couldn't sleep, can't sleep, not slept, barely slept, up all night, slept badly, sleeping badly, \
        slept three hours, no sleep, raining again, hardly thrilled, stepped in, makes no sense, waste of money, let off
        -6 3: fed up, fed up with, sick of, sick and tired, had enough, had it up to here, enough of this, can't take it, can't take any more, \
        can't take this, can't take it any more, can't take it anymore, can't go on, can't cope, not coping, at the end of my tether, end of my tether, \
        end of my rope, at my wits' end, wits end, at breaking point, burnt out, burned out, worn out, run down, dead on my feet, feeling down, feel down, \
        felt down, am down, feeling low, feel low, feeling blue, down in the dumps, in the dumps, rock bottom, at a low ebb, in bits, in pieces, in tears, \
        burst into tears, cried my eyes out, tears in my eyes, broken heart, heart is broken, broke my heart, heart aches, heavy heart, lump in my throat, \
        let down, let me down, lets me down, let us down, letting me down, stabbed in the back, dumped me, left me, broke up, broken up, split up, \
        walked out on, cheated on, cheating on, passed away, lost grandad, lost grandma, lost my mum, lost my dad, lost nan, lost my, lost our, we lost, \
        i lost, they lost, put down our, kicked the bucket, no longer with us, miss him, miss her, miss you, miss them, miss my, misses her, misses him, \
        missing you, missing him, missing her, without you, all alone, on my own, no one cares, nobody cares, nobody helps, no one helps, nobody loves, \
        nobody likes me, nobody listens, never listens, got fired, got sacked, got the sack, laid off, made redundant, lost my job, messed up, screwed up, \
        messed it up, cocked up, failed my, got burgled, got robbed, got mugged, got scammed, ripped off, been had, taken for a ride, in hospital, \
        in intensive care, in a and e, in a coma, life support, seriously ill, in pain, in agony, killing me, was sick, been sick, threw up, throwing up, \
        came back bad, bad news, bad day, rough day, awful day, what a day, hard time, tough time, rough patch, rough time, bad time, going through hell, \
        hate my life, hate myself, hate mondays, end it all, don't want to live, want to die, want to cry, feel like crying, feel sick, feel awful, \
        feel terrible, feel like crap, feel like shit, feel rubbish, feel so alone, feel alone, no hope, no point, what's the point, never works, \
        falling apart, fell apart, all going wrong, everything is wrong, wrong with me, piece of crap, piece of shit, load of rubbish, load of crap, \
        for nothing, a mess, a state, my bad knee, up shit creek, going to the dogs, poor julie, poor thing, poor you, poor me, poor old, poor kid, \
        poor dog, poor cat
        -6 7: pissed off, cheesed off, ticked off, hacked off, brassed off, gets on my nerves, getting on my nerves, get on my nerves, on my nerves, \
        on my wick, doing my head in, does my head in, do my head in, drives me mad, driving me mad, drive me mad, drives me crazy, driving me crazy, \
        driving me up the wall, drives me up the wall, driving me nuts, drives me nuts, round the bend, wind me up, winds me up, winding me up, \
        makes my blood boil, blood boil, see red, seeing red, lost it, losing it, lose my temper, lost my temper, lost her temper, lost his temper, \
        blew up at, had a go at, had a row, big row, row with, fell out with, shouted at, yelled at, screamed at, told me off, can't stand, cannot stand, \
        can't bear, cannot bear, couldn't stand, shut up, piss off, sod off, go away, get lost, get out of my sight, fuck off, leave me alone, back off, \
        stop it, cut it out, give me a break, screw you, up yours, that's it i'm done, freaking out, freaked out, freaks me out, stressed out, \
        stresses me out, losing my mind, on edge, on tenterhooks, butterflies, knot in my stomach, heart in my mouth, heart pounding, cold sweat, \
        scared to death, scared stiff, worried sick, sick with worry, bricking it, cacking it, wits about, panic attack, at risk, in danger, help help, \
        got drunk, turned violent, rude to me, is rude, taking the piss, takes the piss, joke's on, had a go, is a joke, out of order mate, how dare
        1 5: lol, lmao, rofl, haha, hahaha, hehe, xd, cracking up
        """
}
