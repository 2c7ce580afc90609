private import Foundation

/// Strings as C has them, for as long as this lives: configurations point to them.
final class CText {
    private var copies: [UnsafeMutablePointer<CChar>] = []

    func callAsFunction(_ text: String?) -> UnsafePointer<CChar>? {
        guard let text, let copy = strdup(text) else { return nil }
        copies.append(copy)
        return UnsafePointer(copy)
    }

    deinit { for copy in copies { free(copy) } }
}
