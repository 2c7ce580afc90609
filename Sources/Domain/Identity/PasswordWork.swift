/// How much work a password's hash takes on this machine: chosen once, when the first password is.
public struct PasswordWork: Sendable, Hashable {
    /// Times that the memory is gone through.
    public var passes: Int
    /// Bytes.
    public var memory: Int

    public init(passes: Int, memory: Int) {
        self.passes = passes
        self.memory = memory
    }
}

public protocol PasswordWorkStore: Sendable {
    /// `nil` until it was chosen.
    func passwordWork() async throws -> PasswordWork?
    func keep(_ work: PasswordWork) async throws
}
