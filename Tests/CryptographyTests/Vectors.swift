import Base
import Foundation
import TestSupport
import Testing

/// Wycheproof's vectors, kept beside the checkout.
enum Vectors {
    struct Case {
        let group: JSONValue
        let test: JSONValue
        var isValid: Bool { test["result"]?.string == "valid" }
        var id: Double { test["tcId"]?.number ?? 0 }

        func bytes(_ name: String) throws -> [UInt8] { try #require(Hex.decode(test[name]?.string ?? "?")) }
    }

    static let absent: Comment = "the vectors are not on this machine"

    static func are(_ name: String) -> Bool { Paths.shared("data/crypto/\(name).json") != nil }

    static func read(_ name: String) throws -> [Case] {
        let url = try #require(Paths.shared("data/crypto/\(name).json"))
        let file = try JSONValue(parsing: Array(Data(contentsOf: url)))
        return try #require(file["testGroups"]?.array).flatMap { group in (group["tests"]?.array ?? []).map { Case(group: group, test: $0) } }
    }
}

extension Collection where Element == UInt8 {
    /// The same bytes, changed somehow: a few other bytes, some gone, some twice.
    func mutated(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(self)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &random)] }
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(contentsOf: bytes[index..<Swift.min(index + 4, bytes.count)], at: index)
            default: bytes.removeLast(Swift.min(Int.random(in: 0...8, using: &random), bytes.count))
            }
        }
        return bytes
    }
}
