/// English verbs: those that facts are told with, and those of plans and past days.
enum EnglishVerbs {
    static let regular = """
        live reside stay employ repaint move work study like love adore enjoy hate dislike detest prefer play practice practise weigh measure cost smoke adopt marry divorce separate park \
        leave store hide place change replace clean repair service sweep descale check paint borrow owe own need want support call name nickname \
        visit watch cook celebrate invite order travel arrive return stop start use try train retire graduate join hire pass die expect collect fear want wish plan \
        turn talk listen walk end finish learn switch dance bake clean attend wash plant lease host bike cycle hike ski surf knit promise look believe guess suppose \
        recommend resign happen open close serve vaccinate install phone mail remember bury frame
        """

    /// base and third person: past: participles: gerunds
    static let irregular = """
        be am is are m re: was were: been: being
        have has ve: had: had: having
        do does: did: done: doing
        go goes: went: gone been: going
        come comes: came: come: coming
        get gets: got: got gotten: getting
        take takes: took: taken: taking
        eat eats: ate: eaten: eating
        drink drinks: drank: drunk: drinking
        drive drives: drove: driven: driving
        speak speaks: spoke: spoken: speaking
        know knows: knew: known: knowing
        think thinks: thought: thought: thinking
        teach teaches: taught: taught: teaching
        buy buys: bought: bought: buying
        sell sells: sold: sold: selling
        put puts: put: put: putting
        keep keeps: kept: kept: keeping
        hide hides: hid: hidden: hiding
        leave leaves: left: left: leaving
        quit quits: quit: quit: quitting
        give gives: gave: given: giving
        lend lends: lent: lent: lending
        lose loses: lost: lost: losing
        find finds: found: found: finding
        see sees: saw: seen: seeing
        read reads: read: read: reading
        meet meets: met: met: meeting
        wear wears: wore: worn: wearing
        run runs: ran: run: running
        swim swims: swam: swum: swimming
        ride rides: rode: ridden: riding
        sing sings: sang: sung: singing
        say says: said: said: saying
        tell tells: told: told: telling
        make makes: made: made: making
        bear bears: bore: born borne: bearing
        grow grows: grew: grown: growing
        become becomes: became: become: becoming
        begin begins: began: begun: beginning
        win wins: won: won: winning
        fly flies: flew: flown: flying
        sleep sleeps: slept: slept: sleeping
        wake wakes: woke: woken: waking
        hold holds: held: held: holding
        stand stands: stood: stood: standing
        stick sticks: stuck: stuck: sticking
        break breaks: broke: broken: breaking
        pay pays: paid: paid: paying
        swap swaps: swapped: swapped: swapping
        stop stops: stopped: stopped: stopping
        plan plans: planned: planned: planning
        split splits: split: split: splitting
        cost costs: cost: cost: costing
        study studies: studied: studied: studying
        marry marries: married: married: marrying
        die dies: died: died: dying
        """
}
