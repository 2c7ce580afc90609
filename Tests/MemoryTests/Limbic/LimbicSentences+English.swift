extension LimbicSentences {
    /// What people say at home: `+` pleasant, `-` unpleasant, `0` neither.
    static let english = LimbicSentences(
        language: .english,
        """
        + I'm over the moon, I got the job
        - I'm so fed up with this house
        0 turn on the living room light
        - what a rubbish day at work
        + that film was brilliant
        0 what time is it
        - I'm knackered, I slept three hours
        + you're a star, thank you so much
        - my grandmother died this morning
        0 the train leaves at eight from platform two
        - we lost grandad last week
        + Leah passed her exams!
        - nothing works, it's driving me mad
        + not bad at all, that restaurant
        0 add milk and eggs to the shopping list
        - for god's sake, I forgot my keys again
        - I'm not happy about this
        + I'm not worried anymore
        - I can't take it any more
        + I love you darling
        - I'm scared I'll fail my exam tomorrow
        0 the gate code is 4512
        - he shouted at me in front of everyone
        + we had such a laugh with the lads
        - I don't like my new boss at all
        + I love it when you play this song
        0 tomorrow I'm going to the hairdresser at three
        - my back hurts
        + I feel much better today
        - the washing machine broke down again
        + hooray, it's the holidays
        0 set a timer for ten minutes
        - I had a row with my sister
        + we're expecting a baby!
        - my boyfriend dumped me
        + the little one took her first steps, it was magical
        0 remind me to call the plumber on Thursday
        - I messed up my interview
        + what a lovely day
        0 how long do you boil an egg
        - I haven't been sleeping well
        + I slept like a baby
        - I'm feeling down
        + I'm full of energy this morning
        - I feel so lonely since the divorce
        0 how warm is it outside
        - sick of tidying up after everybody
        + we really enjoyed the meal, thanks for the recipe
        - it annoys me that he never listens
        + my son is so cute
        - my dad is in hospital
        0 my brother lives in Leeds
        - I'm stressed out because of work
        + finally the weekend, I needed that
        0 the bins go out on Tuesday evening
        - the dog was sick on the carpet, it's disgusting
        + the cat came home at last, what a relief
        - I cried all night
        + I'm proud of you sweetheart
        - you let me down
        0 close the bedroom shutters
        - that's rubbish
        + that's spot on, well done
        - I lost my wallet on the tube
        + I found my keys, phew
        - I can't stand this noise
        0 we're going to Spain in August
        - it's raining again, how depressing
        + I can't wait for Christmas
        - I'm terrified of flying
        + we had a great time at Paul's birthday
        - nobody helps me in this house
        0 the doctor is called Martin on Station Road
        - I can't be bothered to cook
        + you're the best
        - you're useless
        + I'm doing great
        - not great to be honest
        0 what's the weather like in Bristol tomorrow
        - gutted, the concert got cancelled
        + I got a promotion!!
        - I got sacked
        + honestly it was an awesome night
        0 I bought bread and cheese
        - this heat is unbearable
        + it's nice and cosy here
        - my son is being bullied at school
        0 the wifi is called Home and the password is on the fridge
        - I'm ashamed of what I said
        + I'm relieved, the results are good
        - the blood test came back bad
        0 Paul arrives at half six
        - I've got a splitting headache
        + my headache is gone
        - I'm worried about dad
        + we're getting married next summer
        - they're getting divorced
        0 set the temperature to twenty degrees
        - I don't feel like doing anything
        + I won two hundred pounds on the lottery
        - we got burgled while we were away
        + this cake is to die for
        - this coffee tastes awful
        0 the meeting is moved to Friday
        - everything is going wrong
        + everything is fine
        0 the plumber comes between nine and noon
        - I'm hardly thrilled about it
        + I'm quite pleased with how it turned out
        - I'm really anxious about the surgery
        + the surgery went well
        - the neighbour is a nightmare
        + the new neighbour is lovely
        0 who won the match yesterday
        + we won, we're the champions
        - the beginning was nice but the end was terrible
        + I was nervous but it went really well
        0 can you give me the pancake recipe
        - stop it, you're getting on my nerves
        + thanks for being there, it means a lot
        - leave me alone, I'm not in the mood
        0 I take the number twelve bus
        - my daughter has had a fever since yesterday
        - I feel ugly
        + you look gorgeous tonight
        0 Julie's birthday is on the twelfth of March
        - I miss him so much
        + you made my day
        - I hate Mondays
        - I had an awful nightmare
        0 the cat is called Miro
        - soooo boring
        + sooooo good
        - I AM FURIOUS
        + no worries, we'll be fine
        - it's serious, he had an accident
        0 I have a dentist appointment on Tuesday
        - I feel guilty leaving them
        + I'm stoked about the new flat
        - my heart is broken
        0 say that again
        - this is bullshit
        + it's good news
        - bad news, the dog is ill
        0 how many of us are there for dinner
        - I'm swamped with work
        + no problem at all, it's perfect
        0 she works at the town hall
        - I heard a strange noise and I'm freaking out
        + we feel safe here
        - poor Julie, she's in a lot of pain
        + Julie had the baby, everyone is doing well
        - he got drunk and turned violent
        0 there's a parcel for next door
        - it's not fair
        - I regret what I told him
        0 what's the capital of Peru
        - I'm at the end of my tether
        + the kids played together without fighting, it was bliss
        - without you I'm miserable
        + I'm no longer sad
        - 😭😭
        + got it 👍
        - ugh another meeting :(
        + see you tonight ❤️
        """,
        later: """
            - my youngest hit another kid again, I don't know what to do
            + the teacher said I've come on leaps and bounds
            0 note that the chimney sweep comes on the sixth
            - I waited two hours for nothing
            + the neighbours had us over for drinks and it was lovely
            - someone nicked my bike
            + my sister dropped by and cheered me up
            0 the socket is behind the sofa
            - I don't know what I'm doing with my life
            + I ran ten kilometres without stopping
            - he never answers my texts
            - we haven't spoken in weeks
            + found an old photo of us, it made me smile
            - the cat's been missing since Sunday
            0 there are three yoghurts left in the fridge
            - I feel like I'm doing everything wrong
            + the garden is in bloom, it's beautiful
            - my laptop crashed and I lost everything
            + my daughter drew me a picture and I melted
            - no one understands what I'm going through
            0 I always take my coffee without sugar
            - you forgot the bins again, it's getting old
            + that was a cracking walk
            - I feel empty
            + we found our dream house
            - the bus is never on time, it's a joke
            0 judo practice is at five on Wednesdays
            - the car is dead
            + the doctor says everything is back to normal
            - I get a lump in my throat whenever I think about it
            + you make me happy
            - I'm jealous of my colleague
            0 do you know a recipe for pumpkin soup
            - we're struggling to make ends meet
            + it smells good in the kitchen
            - gran forgets everything, it breaks my heart
            + I wasn't bored for a second
            - I'm never going to manage it
            + I've got a good feeling about this
            0 we changed the batteries in the smoke detector
            - I can't sleep with everything that's going on
            + the in-laws have gone, we can breathe again
            - the teacher told him off for something he didn't do
            + it's the best present anyone has ever given me
            0 we're meeting outside the station at noon
            - I nearly fainted when I saw the bill
            + my husband made dinner and it was absolutely divine
            - I smashed grandma's vase
            0 the extractor filter wants changing every six months
            - she hung up on me
            + I can finally see the end of this project
            - you should be ashamed talking to your mother like that
            + we couldn't stop laughing at dinner
            - I've asked three times and nobody gives a damn
            0 Tom's teacher is called Mrs Roberts
            - I keep thinking about him since the funeral
            + the little one said I love you daddy this morning
            - frankly their attitude makes me sick
            0 have you seen my glasses
            - I don't want to get out of bed anymore
            + I got loads done today
            - it wasn't a good idea at all
            + it wasn't that bad in the end
            - I don't find that funny
            0 the baby eats at eleven
            - we had to have the dog put down
            + he surprised me for our tenth anniversary
            - they cancelled my holiday
            0 there's chicken in the freezer
            + the school play was such a joy
            - I'm tired of always doing everything myself
            + I had a nice long bath, it really relaxed me
            - that dripping tap is driving me bonkers
            0 grandad takes his pills morning and night
            - I just want all of this to stop
            + that's exactly what I wanted
            - I wasn't nice to her and I feel awful
            0 dance class starts again in September
            + I've never been so happy
            - I ate something dodgy and I feel rough
            """,
        unseen: """
            + we walked along the beach, it was great
            - the airline lost my suitcase
            0 I'm going down to the cellar for some wine
            - he stayed out all night again
            + I got a letter from my childhood friend
            - it's always me who does everything here
            0 the oven is preheating
            + my boss complimented me in front of the whole team
            - we got a parking fine of sixty pounds
            - I'm stressing out about my oral exam
            + dinner was a success
            0 lessons finish at four on Fridays
            - my stomach is in knots
            + I'm really impressed by her drawing
            - next door's building work is driving me insane
            0 can you turn it down a little
            - I've never felt so alone
            + we adored the play
            - dad doesn't recognise me any more
            0 she is thirty and lives in Cardiff
            - you're such a pain
            + phew, more scared than hurt
            - I'm cold and soaked through
            + this blanket is so soft and cosy
            0 the chemist closes at half past seven
            - I didn't appreciate his remark
            + you're a lifesaver, thanks ever so much
            - it doesn't interest me at all
            0 my car is parked on Park Street
            - he's horrible to his sister
            + my grandson can read!
            - I missed the last train
            0 we've been members since twenty nineteen
            + the guests were delighted
            - the water got cut off again, what a pain
            - I'm at a dead end
            + I finally found a flat
            - I don't trust him anymore
            0 you need two hundred grams of flour
            + everybody ate well and laughed a lot
            """)
}
