/// Which kind of thing a name stands for: "on a quoi comme voiture" is answered by a Clio.
enum FactKinds {
    static func isOne(_ words: [String], of kind: String) -> Bool { kinds[kind].map { !$0.isDisjoint(with: words) } ?? false }

    private static let cars = words(
        """
        clio twingo kangoo zoe megane scenic captur duster sandero logan espace laguna modus kadjar koleo austral c1 c2 c3 c4 c5 berlingo picasso ds 106 107 108 205 206 207 208 306 \
        307 308 406 407 508 2008 3008 5008 partner golf polo passat touran tiguan up corsa astra zafira mokka fiesta focu kuga mondeo fiat panda punto 500 yaris corolla auri rav4 prius \
        aygo civic jazz micra qashqai juke leaf tesla audi a1 a3 a4 bmw mini mercede smart volvo skoda fabia octavia seat ibiza leon hyundai kia picanto niro toyota honda nissan \
        renault peugeot citroen dacia opel ford volkswagen mazda suzuki swift subaru jaguar porsche ferrari jeep alfa lancia voiture car break camionnette van
        """)
    private static let bikes = words("vtt bmx brompton velo bike bicycle")
    private static let kinds: [String: Set<String>] = [
        "voiture": cars, "bagnole": cars, "auto": cars, "caisse": cars, "car": cars, "velo": bikes, "bike": bikes,
    ]

    private static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
