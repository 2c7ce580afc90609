enum EnglishSentences {
    static let numbers = """
        I have 21 apples. ⇢ I have twenty-one apples.
        200 people ⇢ two hundred people
        201 people ⇢ two hundred one people
        1,000 ⇢ one thousand
        1,234,567 ⇢ one million two hundred thirty-four thousand five hundred sixty-seven
        3,000,000,000 ⇢ three billion
        0 errors ⇢ zero errors
        13 and 30 ⇢ thirteen and thirty
        100 years ⇢ one hundred years
        It is -5 outside. ⇢ It is minus five outside.
        +3 points ⇢ plus three points
        3.5 ⇢ three point five
        3.14 ⇢ three point one four
        0.05 ⇢ zero point zero five
        1,234.5 ⇢ one thousand two hundred thirty-four point five
        ½ ⇢ one half
        2½ cups ⇢ two and a half cups
        ¾ cup ⇢ three quarters cup
        1/2 ⇢ one half
        3/4 ⇢ three quarters
        2/3 of it ⇢ two thirds of it
        3/8 ⇢ three eighths
        9/10 ⇢ nine out of ten
        24/7 ⇢ twenty-four seven
        10-12 days ⇢ ten to twelve days
        10–12 days ⇢ ten to twelve days
        They won 2-1. ⇢ They won two to one.
        a 10-minute walk ⇢ a ten-minute walk
        1, 2, 3 ⇢ one, two, three
        007 ⇢ zero zero seven
        code 4815 ⇢ code four eight one five
        PIN: 1234 ⇢ Pin: one two three four
        123456789 ⇢ one two three four five six seven eight nine
        5000000 ⇢ five million
        (12) ⇢ (twelve)
        1000 ⇢ one thousand
        1st ⇢ first
        2nd ⇢ second
        3rd ⇢ third
        4th ⇢ fourth
        5th ⇢ fifth
        8th ⇢ eighth
        9th ⇢ ninth
        12th ⇢ twelfth
        20th ⇢ twentieth
        21st century ⇢ twenty-first century
        100th ⇢ one hundredth
        Louis XIV ⇢ Louis the fourteenth
        Henry VIII ⇢ Henry the eighth
        World War II ⇢ World War two
        Chapter IV ⇢ Chapter four
        """

    static let dates = """
        Nov 21 ⇢ Nov twenty-first
        November 21, 2026 ⇢ November twenty-first, twenty twenty-six
        Nov. 21, 2026 ⇢ November twenty-first, twenty twenty-six
        21 November 2026 ⇢ the twenty-first of November twenty twenty-six
        the 4 July ⇢ the fourth of July
        May 1st ⇢ May first
        2026-11-21 ⇢ November twenty-first, twenty twenty-six
        11/21/2026 ⇢ November twenty-first, twenty twenty-six
        21/11/2026 ⇢ November twenty-first, twenty twenty-six
        on 12/25 ⇢ on December twenty-fifth
        in 1998 ⇢ in nineteen ninety-eight
        He was born in 1805. ⇢ He was born in eighteen oh five.
        since 2000 ⇢ since two thousand
        in 2005 ⇢ in two thousand five
        in 2026 ⇢ in twenty twenty-six
        in 1900 ⇢ in nineteen hundred
        1998-2003 ⇢ nineteen ninety-eight to two thousand three
        the 1990s ⇢ the nineteen nineties
        the 80s ⇢ the eighties
        1500 people ⇢ one thousand five hundred people
        Summer 1969 was hot. ⇢ Summer nineteen sixty-nine was hot.
        """

    static let times = """
        7:30 pm ⇢ seven thirty P M
        7:30 p.m. ⇢ seven thirty P M.
        7 pm ⇢ seven P M
        7am ⇢ seven ay M
        7:05 am ⇢ seven oh five ay M
        3:00 pm ⇢ three P M
        9:00 ⇢ nine o'clock
        9:30 ⇢ nine thirty
        21:05 ⇢ twenty-one oh five
        14:00 ⇢ fourteen hundred hours
        0:15 ⇢ zero fifteen
        9h30 ⇢ nine thirty
        14:05:10 ⇢ fourteen oh five and ten seconds
        from 9:00 to 17:30 ⇢ from nine o'clock to seventeen thirty
        1 h 30 min ⇢ one hour thirty minutes
        45 s ⇢ forty-five seconds
        2 min ⇢ two minutes
        5 ms ⇢ five milliseconds
        """

    static let money = """
        $3.99 ⇢ three dollars and ninety-nine cents
        $1 ⇢ one dollar
        $5 ⇢ five dollars
        $1,234 ⇢ one thousand two hundred thirty-four dollars
        $0.50 ⇢ fifty cents
        £2.50 ⇢ two pounds and fifty pence
        £3 ⇢ three pounds
        €12.50 ⇢ twelve euros and fifty cents
        12.50 € ⇢ twelve euros and fifty cents
        20 EUR ⇢ twenty euros
        CHF 20 ⇢ twenty Swiss francs
        USD 5 ⇢ five U S dollars
        $3M ⇢ three million dollars
        $2.5 billion ⇢ two point five billion dollars
        $3k ⇢ three thousand dollars
        -$5 ⇢ minus five dollars
        ¥500 ⇢ five hundred yen
        $10-12 ⇢ ten dollars to twelve
        """

    static let units = """
        70 °F ⇢ seventy degrees Fahrenheit
        1 °C ⇢ one degree Celsius
        1.0 °C ⇢ one point zero degree Celsius
        -3 °C ⇢ minus three degrees Celsius
        90 km/h ⇢ ninety kilometres per hour
        60 mph ⇢ sixty miles per hour
        3 kWh ⇢ three kilowatt-hours
        25 m² ⇢ twenty-five square metres
        500 GB ⇢ five hundred gigabytes
        500 MB ⇢ five hundred megabytes
        5 mm ⇢ five millimetres
        1013 hPa ⇢ one thousand thirteen hectopascals
        50% ⇢ fifty percent
        3.5% ⇢ three point five percent
        6 ft ⇢ six feet
        10 lbs ⇢ ten pounds
        1 lb ⇢ one pound
        60 W ⇢ sixty watts
        100 Mbps ⇢ one hundred megabits per second
        90° ⇢ ninety degrees
        1920x1080 ⇢ one thousand nine hundred twenty by one thousand eighty
        $0.25/kWh ⇢ twenty-five cents per kilowatt-hour
        """

    static let telephones = """
        555-123-4567 ⇢ five five five, one two three, four five six seven
        (555) 123-4567 ⇢ five five five, one two three, four five six seven
        +1 555 123 4567 ⇢ plus one, five five five, one two three, four five six seven
        1-800-555-0199 ⇢ one, eight zero zero, five five five, zero one nine nine
        020 7946 0958 ⇢ zero two zero, seven nine four six, zero nine five eight
        06 12 34 56 78 ⇢ zero six, one two, three four, five six, seven eight
        +33 6 12 34 56 78 ⇢ plus three three, six, one two, three four, five six, seven eight
        Call 911. ⇢ Call nine hundred eleven.
        """

    static let words = """
        the BBC ⇢ the B B C
        NATO and NASA ⇢ Nato and Nasa
        a TV ⇢ a T V
        the USA ⇢ the U S ay
        U.S. law ⇢ U S law
        AI ⇢ ay I
        DVDs ⇢ D V Ds
        HELLO THERE ⇢ HELLO THERE
        THE END ⇢ THE END
        MP3 ⇢ M P three
        COVID-19 ⇢ Covid nineteen
        a B2B firm ⇢ a B two B firm
        an RTX 4090 ⇢ an R T X four thousand ninety
        Python 3.11 ⇢ Python three point eleven
        version 1.2.3 ⇢ version one point two point three
        v2.0 ⇢ version two point zero
        192.168.1.10 ⇢ one hundred ninety-two dot one hundred sixty-eight dot one dot ten
        Mr. Smith ⇢ Mister Smith
        Mrs. Smith ⇢ Missus Smith
        Dr. Smith ⇢ Doctor Smith
        St. Paul ⇢ Saint Paul
        e.g. a lamp ⇢ for example a lamp
        i.e. tomorrow ⇢ that is tomorrow
        milk, bread, etc. ⇢ milk, bread, et cetera.
        cats vs. dogs ⇢ cats versus dogs
        No. 5 ⇢ number five
        p. 12 ⇢ page twelve
        w/ sugar ⇢ with sugar
        and/or ⇢ and or
        NASA's rocket ⇢ Nasa's rocket
        """

    static let signs = """
        12 × 7 = 84. ⇢ twelve times seven equals eighty-four.
        2 + 2 = 4 ⇢ two plus two equals four
        12 - 5 ⇢ twelve minus five
        √16 ⇢ square root of sixteen
        x² ⇢ x squared
        5 < 7 ⇢ five less than seven
        ~10 ⇢ about ten
        bread & butter ⇢ bread and butter
        A → B ⇢ A to B
        #1 ⇢ number one
        C# ⇢ C sharp
        me@example.com ⇢ me at example dot com
        https://example.org/a-b?x=1 ⇢ example dot org slash a dash b question mark x equals one
        Go to www.example.co.uk. ⇢ Go to example dot co dot U K.
        notes.txt ⇢ notes dot T X T
        Great 👍 ⇢ Great thumbs up
        Bye 🫥. ⇢ Bye.
        **Bold** and *soft* ⇢ Bold and soft
        # Title ⇢ Title
        - 2 eggs ⇢ two eggs
        [site](https://example.org) ⇢ site
        `ls` ⇢ ls
        """

    static let plain = """
        Hello, how are you?
        It's a well-known fact; isn't it…
        "Quoted," she said.
        I am in the living room.
        What is the name of the dog?
        OK, done.
        The lights are off. No one is home.
        May I go? Mar was here.
        """
}
