public import Foundation

// Numbers from outside: `Int(1e300)` ends the process.

extension FixedWidthInteger {
    /// The whole part of a number, or the nearest there is in this type; 0 for what is no number.
    public init(saturating value: Double) {
        self = Self(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
    }
}

extension Date {
    /// Seconds since 1970 that somebody else wrote; `nil` outside of the years 0 to 9999, which is where `Timestamp` and calendars end.
    public init?(outsideSeconds seconds: Double) {
        guard Timestamp.bounds.contains(seconds) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    /// Milliseconds since 1970, whatever the date.
    public var milliseconds: Int64 { Int64(saturating: (timeIntervalSince1970 * 1000).rounded()) }
}
