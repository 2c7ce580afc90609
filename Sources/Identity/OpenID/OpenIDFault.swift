/// Why a sign-in at a provider came to nothing: for the log and the tests.
enum OpenIDFault: String, Error {
    /// The provider describes itself as nobody can use it, or as somebody else.
    case wrongProvider
    /// Not one that was given here, or over its time.
    case wrongState
    case usedState
    /// The answer is of another provider (RFC 9207).
    case wrongIssuer
    /// The provider, or the person there, said no.
    case refused
    /// The provider gave no token for the code.
    case noToken
    case wrongSignature
    case wrongAudience
    case expired
    case wrongNonce
    case malformed
}
