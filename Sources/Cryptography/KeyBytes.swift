private import CSodium

/// The bytes of a key, in memory of their own that is overwritten when the last holder goes away.
///
/// An array would not do: its buffer may be shared with whoever made it, and overwriting it would change theirs.
///
/// `@unchecked Sendable`: written in the initialiser only.
final class KeyBytes: @unchecked Sendable {
    private let bytes: UnsafeMutablePointer<UInt8>
    let count: Int

    init(_ source: [UInt8]) {
        count = source.count
        bytes = .allocate(capacity: count)
        bytes.initialize(from: source, count: count)
    }

    deinit {
        sodium_memzero(bytes, count)
        bytes.deallocate()
    }

    /// A copy that nobody overwrites.
    var copy: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }

    func withBytes<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R { body(bytes) }
}
