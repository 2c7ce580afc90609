import Base
import Foundation
import Testing

/// Numbers that somebody else wrote must not end the process.
@Suite struct SaturationTests {
    static let wild: [Double] = [1e300, -1e300, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, 9.3e18, -9.3e18, 1e15, 2.5e11, -6.3e10]

    @Test func wholeNumbersEndWhereTheirTypeEnds() {
        #expect(Int(saturating: 1e300) == .max && Int(saturating: -.infinity) == .min && Int(saturating: .nan) == 0)
        #expect(UInt64(saturating: -3) == 0 && UInt64(saturating: 1e30) == .max && Int8(saturating: 127.9) == 127 && Int8(saturating: 128) == 127)
        #expect(Int(saturating: 2.9) == 2 && Int(saturating: -2.9) == -2 && Int(saturating: 0) == 0)
    }

    @Test(arguments: wild) func datesFromOutsideAreWrittenOrRefused(_ seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Timestamp.format(date).utf8.count == 24)
        #expect((try? JSON.encode([date])) != nil)
        _ = date.milliseconds
        _ = Identifier<Self>(at: date)
        if let kept = Date(outsideSeconds: seconds) { #expect(Timestamp.parse(Timestamp.format(kept)) != nil || seconds < 0) }
    }

    @Test func datesKeepTheirPlace() {
        #expect(Timestamp.format(Date(timeIntervalSince1970: 1e300)) == "9999-12-31T23:59:59.999Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: -1e300)) == "0000-01-01T00:00:00.000Z")
        #expect(Timestamp.format(Date(timeIntervalSince1970: 1.5)) == "1970-01-01T00:00:01.500Z")
        #expect(Date(outsideSeconds: 1e300) == nil && Date(outsideSeconds: .nan) == nil && Date(outsideSeconds: 12) == Date(timeIntervalSince1970: 12))
    }
}
