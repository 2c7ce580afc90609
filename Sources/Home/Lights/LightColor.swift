import Base
import Domain
import Foundation

/// A colour that a lamp is asked to show, or says it shows.
enum LightColor: Sendable, Hashable {
    /// 0 to 255 each.
    case rgb(Double, Double, Double)
    /// Degrees and percent.
    case hs(Double, Double)
    /// CIE 1931 chromaticity, 0 to 1 each.
    case xy(Double, Double)

    /// Percent of saturation below which a colour is white, and the kelvin of a white of which nothing else is said.
    static let pale = 10.0, plainWhite = 4000.0

    /// From the data of `light.turn_on`: a name, or numbers; `nil` when it asks for no colour.
    init?(_ data: ServiceData) throws(HouseError) {
        if data.has("color_name") {
            guard let name = data.values["color_name"]?.string, let (red, green, blue) = ColorName.rgb(name) else {
                throw HouseError(.refused, "color_name is none of the colours that are known")
            }
            self = .rgb(red, green, blue)
        } else if let rgb = try data.numbers("rgb_color", 3, 0...255) {
            self = .rgb(rgb[0], rgb[1], rgb[2])
        } else if let hs = try data.numbers("hs_color", 2, 0...360) {
            guard hs[1] <= 100 else { throw HouseError(.refused, "the saturation of hs_color must be from 0 to 100") }
            self = .hs(hs[0], hs[1])
        } else if let xy = try data.numbers("xy_color", 2, 0...1) {
            self = .xy(xy[0], xy[1])
        } else {
            return nil
        }
    }

    /// At full brightness.
    var rgb: [Double] {
        switch self {
        case .rgb(let red, let green, let blue): return [red, green, blue]
        case .hs(let hue, let saturation):
            // Smith, "Color gamut transform pairs", SIGGRAPH 1978.
            let chroma = saturation / 100
            return [5.0, 3.0, 1.0].map { offset in
                let k = (offset + hue / 60).truncatingRemainder(dividingBy: 6)
                return (255 * (1 - chroma * max(0, min(k, 4 - k, 1)))).rounded()
            }
        case .xy(let x, let y):
            // The inverse of `xy`; what no screen can show is moved to the edge of what it can.
            guard y > 0 else { return [255, 255, 255] }
            let (bigX, bigZ) = (x / y, (1 - x - y) / y)
            let linear = [
                3.2406 * bigX - 1.5372 - 0.4986 * bigZ, -0.9689 * bigX + 1.8758 + 0.0415 * bigZ, 0.0557 * bigX - 0.2040 + 1.0570 * bigZ,
            ].map { max(0, $0) }
            let top = max(linear[0], linear[1], linear[2], 1e-9)
            return linear.map { part in
                let share = part / top
                return (255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * pow(share, 1 / 2.4) - 0.055)).rounded()
            }
        }
    }

    var hs: [Double] {
        if case .hs(let hue, let saturation) = self { return [hue, saturation] }
        let rgb = rgb
        let tint = ColorName.Tint(red: rgb[0], green: rgb[1], blue: rgb[2])
        return [(tint.hue * 1000).rounded() / 1000, (tint.saturation * 1000).rounded() / 1000]
    }

    /// CIE 1931 chromaticity of an sRGB colour (IEC 61966-2-1, with its D65 matrix), to four places.
    var xy: [Double] {
        if case .xy(let x, let y) = self { return [x, y] }
        let linear = rgb.map { value in
            let part = value / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        let x = 0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]
        let y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        let z = 0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]
        let sum = x + y + z
        if sum == 0 { return [0.3127, 0.3290] }
        return [(x / sum * 10_000).rounded() / 10_000, (y / sum * 10_000).rounded() / 10_000]
    }

    /// What a lamp that shows it says of itself.
    var attributes: [String: JSONValue] {
        ["rgb_color": .array(rgb.map { .number($0) }), "hs_color": .array(hs.map { .number($0) })]
    }
}
