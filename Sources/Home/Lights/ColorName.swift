import Base
import Domain

/// The colours that are asked for by name: CSS's names and values (CSS Color Module Level 4, section 6.1), as Home Assistant takes them.
enum ColorName {
    struct Tint: Sendable, Hashable {
        /// Degrees.
        var hue: Double
        /// Percent.
        var saturation: Double

        init(red: Double, green: Double, blue: Double) {
            let high = max(red, green, blue), low = min(red, green, blue), span = high - low
            saturation = high == 0 ? 0 : span / high * 100
            if span == 0 {
                hue = 0
            } else if high == red {
                hue = 60 * ((green - blue) / span)
            } else if high == green {
                hue = 60 * ((blue - red) / span + 2)
            } else {
                hue = 60 * ((red - green) / span + 4)
            }
            if hue < 0 { hue += 360 }
        }

        init(hue: Double, saturation: Double) {
            self.hue = hue
            self.saturation = saturation
        }

        /// The colour that a lamp says it has.
        static func of(_ state: EntityState) -> Tint? {
            if case .array(let values) = state.attributes["hs_color"], values.count == 2, let hue = values[0].number, let saturation = values[1].number {
                return Tint(hue: hue, saturation: saturation)
            }
            if case .array(let values) = state.attributes["rgb_color"], values.count == 3, let red = values[0].number, let green = values[1].number,
                let blue = values[2].number
            {
                return Tint(red: red, green: green, blue: blue)
            }
            return nil
        }

        /// Lamps cannot show every colour: 15 degrees and a quarter of the saturation are let pass.
        func isSeen(in state: EntityState) -> Bool {
            if saturation < 10, let mode = state.text("color_mode"), mode == "white" || mode == "color_temp" { return true }
            guard let seen = Tint.of(state) else { return false }
            if saturation < 10 { return seen.saturation <= 20 }
            let apart = abs(seen.hue - hue).truncatingRemainder(dividingBy: 360)
            return min(apart, 360 - apart) <= 15 && abs(seen.saturation - saturation) <= 25
        }
    }

    /// In any spelling that Home Assistant takes: `light blue`, `LightBlue`.
    static func rgb(_ name: String) -> (Double, Double, Double)? { table[name.lowercased().filter { $0 != " " }]?.rgb }
    static func tint(_ name: String) -> Tint? { rgb(name).map { Tint(red: $0.0, green: $0.1, blue: $0.2) } }

    /// "bleu"; the name itself where the language has none here.
    static func spoken(_ name: String, _ language: Language) -> String {
        language(fr: table[name]?.french ?? (name == "black" ? "noir" : name), en: english[name] ?? name)
    }

    private static let english = ["lightblue": "light blue", "skyblue": "sky blue", "lightgreen": "light green", "mediumpurple": "mauve"]

    /// Without black, in which no lamp shines.
    private static let table: [String: (rgb: (Double, Double, Double), french: String)] = [
        "white": ((255, 255, 255), "blanc"), "red": ((255, 0, 0), "rouge"), "orange": ((255, 165, 0), "orange"), "yellow": ((255, 255, 0), "jaune"),
        "green": ((0, 128, 0), "vert"), "blue": ((0, 0, 255), "bleu"), "purple": ((128, 0, 128), "violet"), "violet": ((238, 130, 238), "violet"),
        "brown": ((165, 42, 42), "marron"), "pink": ((255, 192, 203), "rose"), "turquoise": ((64, 224, 208), "turquoise"), "cyan": ((0, 255, 255), "cyan"),
        "magenta": ((255, 0, 255), "magenta"), "gold": ((255, 215, 0), "doré"), "lime": ((0, 255, 0), "vert vif"), "teal": ((0, 128, 128), "bleu canard"),
        "indigo": ((75, 0, 130), "indigo"), "salmon": ((250, 128, 114), "saumon"), "coral": ((255, 127, 80), "corail"), "beige": ((245, 245, 220), "beige"),
        "ivory": ((255, 255, 240), "ivoire"), "lavender": ((230, 230, 250), "lavande"), "navy": ((0, 0, 128), "bleu marine"),
        "lightblue": ((173, 216, 230), "bleu clair"), "skyblue": ((135, 206, 235), "bleu ciel"), "olive": ((128, 128, 0), "olive"),
        "maroon": ((128, 0, 0), "bordeaux"), "crimson": ((220, 20, 60), "cramoisi"), "khaki": ((240, 230, 140), "kaki"),
        "mediumpurple": ((147, 112, 219), "mauve"), "lightgreen": ((144, 238, 144), "vert clair"), "fuchsia": ((255, 0, 255), "fuchsia"),
    ]
}
