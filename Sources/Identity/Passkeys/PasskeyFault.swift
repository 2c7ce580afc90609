/// Why a passkey's answer was not taken: for the log and the tests. Who sent it hears the same for all at sign-in.
enum PasskeyFault: String, Error {
    /// Not what a browser sends.
    case malformed
    /// Made for another ceremony.
    case wrongType
    /// Not one that was given for this, or over its time.
    case wrongChallenge
    case usedChallenge
    case wrongOrigin
    /// From a page in a page of another origin.
    case crossOrigin
    /// For another host name.
    case wrongSite
    /// Nobody touched it.
    case notPresent
    /// It did not see who touched it: neither finger, face nor PIN.
    case notVerified
    /// Flags that cannot be together, or that were others when the passkey was made.
    case wrongFlags
    /// A key of a kind that was not asked for, or that is none.
    case wrongKey
    case unknownCredential
    case wrongUser
    case wrongSignature
    /// It counted backwards: there is a copy of it somewhere.
    case wrongCounter
}
