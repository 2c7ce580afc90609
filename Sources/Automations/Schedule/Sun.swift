import Base
public import Domain
public import Foundation

/// Sunrise and sunset at a place, by the formulas of NOAA's solar calculator (gml.noaa.gov/grad/solcalc), which are those of Jean Meeus,
/// "Astronomical Algorithms", chapters 25 and 15: within a minute or so between the polar circles.
public struct Sun: Sendable, Hashable {
    /// Degrees, north positive.
    public let latitude: Double
    /// Degrees, east positive.
    public let longitude: Double

    /// `nil` for what is no place on earth.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Distance of the sun's centre from the zenith when its upper rim touches the horizon, with the refraction that is usual there. Degrees.
    private static let horizon = 90.833
    /// 1 January 2000, 12:00 UTC.
    private static let epoch = 946_728_000.0
    private static let day = 86_400.0

    /// The next one after a moment; `nil` where there is none within a year and a bit.
    public func next(_ event: Trigger.SunEvent, after date: Date) -> Date? {
        let today = solarDay(of: date)
        for number in (today - 1)...(today + 370) {
            if let moment = moment(event, solarDay: number), moment > date { return moment }
        }
        return nil
    }

    /// Whether the sun is above the horizon.
    public func isUp(at date: Date) -> Bool {
        let days = (date.timeIntervalSince1970 - Self.epoch) / Self.day
        let position = Position(days: days)
        let noon = Double(solarDay(of: date)) - longitude / 360 - position.equationOfTime / 1440
        let hourAngle = (days - noon) * 2 * .pi
        let latitude = radians(latitude)
        let height = sin(latitude) * sin(position.declination) + cos(latitude) * cos(position.declination) * cos(hourAngle)
        return height > cos(radians(Self.horizon))
    }

    /// Solar days go from one midnight by the sun to the next; 0 is the one around noon of 1 January 2000.
    private func solarDay(of date: Date) -> Int {
        Int(saturating: ((date.timeIntervalSince1970 - Self.epoch) / Self.day + longitude / 360).rounded())
    }

    /// `nil` on days on which the sun stays on one side of the horizon.
    private func moment(_ event: Trigger.SunEvent, solarDay number: Int) -> Date? {
        var days = Double(number) - longitude / 360
        // The sun moves on until it rises: four rounds settle that to below a second.
        for _ in 0..<4 {
            let position = Position(days: days)
            let latitude = radians(latitude)
            let cosine = (cos(radians(Self.horizon)) - sin(latitude) * sin(position.declination)) / (cos(latitude) * cos(position.declination))
            guard abs(cosine) <= 1 else { return nil }
            let noon = Double(number) - longitude / 360 - position.equationOfTime / 1440
            let arc = acos(cosine) / (2 * .pi)
            days = event == .sunrise ? noon - arc : noon + arc
        }
        return Date(timeIntervalSince1970: Self.epoch + days * Self.day)
    }

    /// Where the sun stands, `days` after noon of 1 January 2000.
    private struct Position {
        /// Radians.
        let declination: Double
        /// Minutes that a sundial is ahead of the clock.
        let equationOfTime: Double

        init(days: Double) {
            let t = days / 36_525
            let meanLongitude = radians((280.46646 + t * (36_000.76983 + 0.0003032 * t)).truncatingRemainder(dividingBy: 360))
            let anomaly = radians(357.52911 + t * (35_999.05029 - 0.0001537 * t))
            let eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
            let centre =
                sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) + sin(2 * anomaly) * (0.019993 - 0.000101 * t) + sin(3 * anomaly) * 0.000289
            let node = radians(125.04 - 1934.136 * t)
            let apparent = meanLongitude + radians(centre - 0.00569 - 0.00478 * sin(node))
            let meanObliquity = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - 0.001813 * t))) / 60) / 60
            let obliquity = radians(meanObliquity + 0.00256 * cos(node))
            declination = asin(sin(obliquity) * sin(apparent))
            let y = tan(obliquity / 2) * tan(obliquity / 2)
            let equation =
                y * sin(2 * meanLongitude) - 2 * eccentricity * sin(anomaly) + 4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude)
                - y * y / 2 * sin(4 * meanLongitude) - 1.25 * eccentricity * eccentricity * sin(2 * anomaly)
            equationOfTime = 4 * equation * 180 / .pi
        }
    }
}

private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
