import Base
import Understanding

/// Currencies and what they are called.
struct Currencies: Sendable {
    struct Currency: Sendable, Hashable {
        /// ISO 4217.
        let code: String
        let french: [String]
        let english: [String]
        /// Whether its smallest coin is the unit.
        let isWhole: Bool

        func name(for amount: Double, _ language: Language) -> String {
            // French has the plural from two on, English for all but one.
            if language == .french { return french[abs(amount) >= 2 ? 1 : 0] }
            return english[amount == 1 ? 0 : 1]
        }
    }

    static let all = Currencies(table: text)

    private var byName: [Language: [String: Currency]] = [.french: [:], .english: [:]]
    private var longestName = 1
    /// Kronor, krone and koruny: which ones has to be said.
    static let ambiguous: Set<String> = ["couronne", "couronnes", "krone", "krones", "kroner", "crown", "crowns"]

    /// `CODE | one, many, other French names | one, many, other English names`; a star behind the code for one without cents.
    init(table: String) {
        for line in table.split(separator: "\n") {
            let columns = line.split(separator: "|").map { $0.split(separator: ",").map { String($0).trimmed } }
            guard columns.count == 3, let code = columns[0].first, columns[1].count > 1, columns[2].count > 1 else { continue }
            let currency = Currency(code: String(code.prefix(3)), french: columns[1], english: columns[2], isWhole: code.hasSuffix("*"))
            add([currency.code.lowercased()] + columns[1], currency, .french)
            add([currency.code.lowercased()] + columns[2], currency, .english)
        }
        for (sign, code) in ["€": "eur", "$": "usd", "£": "gbp", "¥": "jpy"] {
            for language in Language.allCases {
                let currency = byName[language]?[code]
                byName[language]?[sign] = currency
            }
        }
    }

    private mutating func add(_ names: [String], _ currency: Currency, _ language: Language) {
        for name in names {
            let key = FoldedText.key(name)
            if byName[language]?[key] == nil { byName[language]?[key] = currency }
            longestName = max(longestName, key.split(separator: " ").count)
        }
    }

    /// The currency with the longest name that stands at `index`, and the token after it.
    func read(_ text: FoldedText, at index: Int, before end: Int, _ language: Language) -> (currency: Currency, next: Int)? {
        for length in stride(from: min(longestName, end - index), to: 0, by: -1) {
            let key = text.folded(index..<index + length)
            let other: Language = language == .french ? .english : .french
            if let currency = byName[language]?[key] ?? byName[other]?[key] { return (currency, index + length) }
        }
        return nil
    }

    private static let text = """
        EUR | euro, euros | euro, euros
        USD | dollar américain, dollars américains, dollar, dollars, dollar us, dollars us, dollars des états-unis | US dollar, US dollars, dollar, dollars, american dollar, american dollars, buck, bucks
        GBP | livre sterling, livres sterling, livre, livres, livre anglaise, livres anglaises, livres britanniques, livre britannique | British pound, British pounds, pound, pounds, pound sterling, pounds sterling, quid
        CHF | franc suisse, francs suisses, franc, francs | Swiss franc, Swiss francs, franc, francs
        JPY* | yen, yens, yens japonais, yen japonais | yen, yen, japanese yen, yens
        CAD | dollar canadien, dollars canadiens | Canadian dollar, Canadian dollars
        AUD | dollar australien, dollars australiens | Australian dollar, Australian dollars
        NZD | dollar néo-zélandais, dollars néo-zélandais | New Zealand dollar, New Zealand dollars
        SGD | dollar de Singapour, dollars de Singapour | Singapore dollar, Singapore dollars
        HKD | dollar de Hong Kong, dollars de Hong Kong | Hong Kong dollar, Hong Kong dollars
        CNY | yuan, yuans, yuan chinois, yuans chinois, renminbi | yuan, yuan, chinese yuan, yuans, renminbi
        SEK | couronne suédoise, couronnes suédoises | Swedish krona, Swedish kronor, swedish crowns, swedish krone
        NOK | couronne norvégienne, couronnes norvégiennes | Norwegian krone, Norwegian kroner, norwegian crowns
        DKK | couronne danoise, couronnes danoises | Danish krone, Danish kroner, danish crowns
        ISK* | couronne islandaise, couronnes islandaises | Icelandic krona, Icelandic kronur
        CZK | couronne tchèque, couronnes tchèques | Czech koruna, Czech korunas, czech crowns
        PLN | zloty, zlotys, zloty polonais, zlotys polonais | zloty, zlotys, polish zloty, polish zlotys
        HUF* | forint, forints, forint hongrois, forints hongrois | forint, forints, hungarian forint, hungarian forints
        RON | leu roumain, lei roumains, leu, lei | Romanian leu, Romanian lei, leu, lei
        BGN | lev, levs, lev bulgare, levs bulgares | lev, leva, bulgarian lev, bulgarian leva
        TRY | livre turque, livres turques | Turkish lira, Turkish liras, lira, liras
        ILS | shekel, shekels, shekel israélien, shekels israéliens | shekel, shekels, israeli shekel, israeli shekels
        INR | roupie indienne, roupies indiennes, roupie, roupies | Indian rupee, Indian rupees, rupee, rupees
        IDR* | roupie indonésienne, roupies indonésiennes | Indonesian rupiah, Indonesian rupiahs, rupiah, rupiahs
        KRW* | won, wons, won coréen, wons coréens, won sud-coréen | won, won, korean won, south korean won
        MYR | ringgit, ringgits, ringgit malaisien | ringgit, ringgits, malaysian ringgit
        PHP | peso philippin, pesos philippins | Philippine peso, Philippine pesos
        MXN | peso mexicain, pesos mexicains, peso, pesos | Mexican peso, Mexican pesos, peso, pesos
        THB | baht, bahts, baht thaïlandais | baht, baht, thai baht, bahts
        ZAR | rand, rands, rand sud-africain, rands sud-africains | rand, rand, south african rand, rands
        BRL | réal brésilien, réaux brésiliens, réal, réaux, réals | Brazilian real, Brazilian reais, real, reais, reals
        XOF* | franc CFA, francs CFA | CFA franc, CFA francs
        XPF* | franc Pacifique, francs Pacifique, franc CFP, francs CFP | CFP franc, CFP francs, pacific franc, pacific francs
        FRF | ancien franc français, anciens francs français, franc français, francs français, ancien franc, anciens francs | old French franc, old French francs, french franc, french francs
        RUB | rouble, roubles, rouble russe, roubles russes | rouble, roubles, ruble, rubles, russian ruble, russian rubles
        MAD | dirham marocain, dirhams marocains, dirham, dirhams | Moroccan dirham, Moroccan dirhams, dirham, dirhams
        DZD | dinar algérien, dinars algériens | Algerian dinar, Algerian dinars
        TND | dinar tunisien, dinars tunisiens | Tunisian dinar, Tunisian dinars
        """
}
