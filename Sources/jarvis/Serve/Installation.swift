import Foundation

/// Where the parts that are not in the program itself lie: beside it when it is installed, in the checkout when it was built there.
enum Installation {
    /// The folder of the running program, symbolic links resolved.
    private static let folder = URL(filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0])
        .deletingLastPathComponent()
    /// `.build/<platform>/<configuration>` is three below the root of a checkout.
    private static let checkout = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The first of these that exists; `nil` when none does.
    static func find(_ installed: String, orInCheckout inCheckout: String) -> String? {
        [folder.appending(path: installed).path, checkout.appending(path: inCheckout).path].first { FileManager.default.fileExists(atPath: $0) }
    }
}
