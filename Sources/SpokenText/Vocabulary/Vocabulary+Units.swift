import Base

extension Vocabulary {
    /// Symbols (several with the same meaning are parted by spaces), French singular and plural, gender, English singular and plural.
    private static let unitTable = """
        % ％ | pour cent | pour cent | m | percent | percent
        ‰ | pour mille | pour mille | m | per thousand | per thousand
        °C ℃ | degré | degrés | m | degree Celsius | degrees Celsius
        °F | degré Fahrenheit | degrés Fahrenheit | m | degree Fahrenheit | degrees Fahrenheit
        ° | degré | degrés | m | degree | degrees
        km/h | kilomètre à l'heure | kilomètres à l'heure | m | kilometre per hour | kilometres per hour
        m/s | mètre par seconde | mètres par seconde | m | metre per second | metres per second
        mph | mile à l'heure | miles à l'heure | m | mile per hour | miles per hour
        km | kilomètre | kilomètres | m | kilometre | kilometres
        m | mètre | mètres | m | metre | metres
        dm | décimètre | décimètres | m | decimetre | decimetres
        cm | centimètre | centimètres | m | centimetre | centimetres
        mm | millimètre | millimètres | m | millimetre | millimetres
        µm μm | micromètre | micromètres | m | micrometre | micrometres
        nm | nanomètre | nanomètres | m | nanometre | nanometres
        km² km2 | kilomètre carré | kilomètres carrés | m | square kilometre | square kilometres
        m² m2 | mètre carré | mètres carrés | m | square metre | square metres
        cm² cm2 | centimètre carré | centimètres carrés | m | square centimetre | square centimetres
        m³ m3 | mètre cube | mètres cubes | m | cubic metre | cubic metres
        cm³ cm3 | centimètre cube | centimètres cubes | m | cubic centimetre | cubic centimetres
        ha | hectare | hectares | m | hectare | hectares
        L l | litre | litres | m | litre | litres
        dL dl | décilitre | décilitres | m | decilitre | decilitres
        cL cl | centilitre | centilitres | m | centilitre | centilitres
        mL ml | millilitre | millilitres | m | millilitre | millilitres
        kg | kilo | kilos | m | kilogram | kilograms
        g | gramme | grammes | m | gram | grams
        mg | milligramme | milligrammes | m | milligram | milligrams
        µg μg | microgramme | microgrammes | m | microgram | micrograms
        t | tonne | tonnes | f | tonne | tonnes
        h | heure | heures | f | hour | hours
        min mn | minute | minutes | f | minute | minutes
        s sec | seconde | secondes | f | second | seconds
        ms | milliseconde | millisecondes | f | millisecond | milliseconds
        µs μs | microseconde | microsecondes | f | microsecond | microseconds
        ns | nanoseconde | nanosecondes | f | nanosecond | nanoseconds
        W | watt | watts | m | watt | watts
        kW | kilowatt | kilowatts | m | kilowatt | kilowatts
        MW | mégawatt | mégawatts | m | megawatt | megawatts
        GW | gigawatt | gigawatts | m | gigawatt | gigawatts
        Wh | wattheure | wattheures | m | watt-hour | watt-hours
        kWh | kilowattheure | kilowattheures | m | kilowatt-hour | kilowatt-hours
        MWh | mégawattheure | mégawattheures | m | megawatt-hour | megawatt-hours
        kVA | kilovoltampère | kilovoltampères | m | kilovolt-ampere | kilovolt-amperes
        V | volt | volts | m | volt | volts
        mV | millivolt | millivolts | m | millivolt | millivolts
        A | ampère | ampères | m | amp | amps
        mA | milliampère | milliampères | m | milliamp | milliamps
        mAh | milliampèreheure | milliampèreheures | m | milliamp-hour | milliamp-hours
        Ω | ohm | ohms | m | ohm | ohms
        Hz | hertz | hertz | m | hertz | hertz
        kHz | kilohertz | kilohertz | m | kilohertz | kilohertz
        MHz | mégahertz | mégahertz | m | megahertz | megahertz
        GHz | gigahertz | gigahertz | m | gigahertz | gigahertz
        Pa | pascal | pascals | m | pascal | pascals
        hPa | hectopascal | hectopascals | m | hectopascal | hectopascals
        kPa | kilopascal | kilopascals | m | kilopascal | kilopascals
        bar | bar | bars | m | bar | bars
        mbar | millibar | millibars | m | millibar | millibars
        dB | décibel | décibels | m | decibel | decibels
        lm | lumen | lumens | m | lumen | lumens
        lx | lux | lux | m | lux | lux
        J | joule | joules | m | joule | joules
        kJ | kilojoule | kilojoules | m | kilojoule | kilojoules
        kcal | kilocalorie | kilocalories | f | kilocalorie | kilocalories
        cal | calorie | calories | f | calorie | calories
        Nm | newton mètre | newtons mètres | m | newton metre | newton metres
        ko Ko kB KB | kilooctet | kilooctets | m | kilobyte | kilobytes
        Mo MB | mégaoctet | mégaoctets | m | megabyte | megabytes
        Go GB | gigaoctet | gigaoctets | m | gigabyte | gigabytes
        To TB | téraoctet | téraoctets | m | terabyte | terabytes
        Mbit Mb | mégabit | mégabits | m | megabit | megabits
        Gbit Gb | gigabit | gigabits | m | gigabit | gigabits
        Mbit/s Mb/s Mbps | mégabit par seconde | mégabits par seconde | m | megabit per second | megabits per second
        Gbit/s Gb/s Gbps | gigabit par seconde | gigabits par seconde | m | gigabit per second | gigabits per second
        ppm | partie par million | parties par million | f | part per million | parts per million
        px | pixel | pixels | m | pixel | pixels
        ft | pied | pieds | m | foot | feet
        yd | yard | yards | m | yard | yards
        mi | mile | miles | m | mile | miles
        lb lbs | livre | livres | f | pound | pounds
        oz | once | onces | f | ounce | ounces
        gal | gallon | gallons | m | gallon | gallons
        psi | P S I | P S I | m | P S I | P S I
        tr | tour | tours | m | revolution | revolutions
        rpm | tour par minute | tours par minute | m | R P M | R P M
        """

    static func units(_ language: Language) -> [String: Noun] {
        var units: [String: Noun] = [:]
        for row in table(unitTable) where row.count == 6 {
            let noun = language(
                fr: Noun(one: row[1], many: row[2], isFeminine: row[3] == "f"), en: Noun(one: row[4], many: row[5], isFeminine: false))
            for symbol in row[0].split(separator: " ") { units[String(symbol)] = noun }
        }
        if language == .french {
            units["j"] = Noun(one: "jour", many: "jours", isFeminine: false)
        } else {
            units["tr"] = nil
        }
        return units
    }

    /// Signs and codes, then as above, then what a hundredth is called.
    private static let currencyTable = """
        € EUR | euro | euros | m | euro | euros | centime | centimes | cent | cents
        $ US$ | dollar | dollars | m | dollar | dollars | cent | cents | cent | cents
        USD | dollar américain | dollars américains | m | U S dollar | U S dollars | cent | cents | cent | cents
        CAD | dollar canadien | dollars canadiens | m | Canadian dollar | Canadian dollars | cent | cents | cent | cents
        £ GBP | livre | livres | f | pound | pounds | penny | pence | penny | pence
        CHF | franc suisse | francs suisses | m | Swiss franc | Swiss francs | centime | centimes | centime | centimes
        ¥ JPY | yen | yens | m | yen | yen | sen | sens | sen | sen
        CNY | yuan | yuans | m | yuan | yuan | fen | fens | fen | fen
        ₹ INR | roupie | roupies | f | rupee | rupees | paisa | paisas | paisa | paise
        ₿ BTC | bitcoin | bitcoins | m | bitcoin | bitcoins | centime | centimes | cent | cents
        """

    static func currencies(_ language: Language) -> [String: Currency] {
        var currencies: [String: Currency] = [:]
        for row in table(currencyTable) where row.count == 10 {
            let currency = language(
                fr: Currency(
                    unit: Noun(one: row[1], many: row[2], isFeminine: row[3] == "f"), cent: Noun(one: row[6], many: row[7], isFeminine: false)),
                en: Currency(
                    unit: Noun(one: row[4], many: row[5], isFeminine: false), cent: Noun(one: row[8], many: row[9], isFeminine: false)))
            for sign in row[0].split(separator: " ") { currencies[String(sign)] = currency }
        }
        return currencies
    }

    static func scales(_ language: Language) -> [String: (one: String, many: String)] {
        let thousand = language(fr: ("mille", "mille"), en: ("thousand", "thousand"))
        let million = language(fr: ("million", "millions"), en: ("million", "million"))
        let billion = language(fr: ("milliard", "milliards"), en: ("billion", "billion"))
        return language == .french
            ? ["k": thousand, "M": million, "Md": billion, "Mds": billion, "million": million, "millions": million, "milliard": billion, "milliards": billion]
            : [
                "k": thousand, "K": thousand, "m": million, "M": million, "b": billion, "B": billion, "bn": billion, "thousand": thousand,
                "million": million, "billion": billion, "trillion": ("trillion", "trillion"),
            ]
    }

    static func fractions(_ language: Language) -> [Unicode.Scalar: String] {
        language == .french
            ? [
                "½": "un demi", "¼": "un quart", "¾": "trois quarts", "⅓": "un tiers", "⅔": "deux tiers", "⅕": "un cinquième", "⅖": "deux cinquièmes",
                "⅗": "trois cinquièmes", "⅘": "quatre cinquièmes", "⅙": "un sixième", "⅛": "un huitième", "⅜": "trois huitièmes", "⅝": "cinq huitièmes",
                "⅞": "sept huitièmes",
            ]
            : [
                "½": "one half", "¼": "one quarter", "¾": "three quarters", "⅓": "one third", "⅔": "two thirds", "⅕": "one fifth", "⅖": "two fifths",
                "⅗": "three fifths", "⅘": "four fifths", "⅙": "one sixth", "⅛": "one eighth", "⅜": "three eighths", "⅝": "five eighths",
                "⅞": "seven eighths",
            ]
    }
}
