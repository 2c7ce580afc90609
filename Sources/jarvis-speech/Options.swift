import Wyoming

/// The command line.
struct Options {
    struct Mistake: Error {
        let message: String
    }

    var endpoints: [Endpoint] = []
    var voice = "fr"
    var exitWithParent = false

    static let help = """
        usage: jarvis-speech --socket PATH [--tcp HOST:PORT] [--voice NAME] [--exit-with-parent]

        Says texts aloud for clients that speak the Wyoming protocol.

          --socket PATH        listen on this unix socket (mode 0600; its folder is made when missing)
          --tcp HOST:PORT      listen on TCP too; the protocol has no password, so keep to 127.0.0.1 or a network you trust
          --voice NAME         the voice when a request names neither voice nor language (default: fr)
          --exit-with-parent   end when standard input closes
          --help               this text

        """

    /// `nil` when help was asked for.
    init?(_ arguments: some Collection<String>) throws {
        var rest = Array(arguments)[...]
        func value(of option: String) throws -> String {
            guard let value = rest.popFirst(), !value.isEmpty else { throw Mistake(message: "\(option) needs a value") }
            return value
        }
        while let option = rest.popFirst() {
            switch option {
            case "--socket": endpoints.append(.unix(path: try value(of: option)))
            case "--tcp":
                let text = try value(of: option)
                guard let endpoint = try? Endpoint(hostAndPort: text) else { throw Mistake(message: "--tcp needs HOST:PORT, like 127.0.0.1:10200") }
                endpoints.append(endpoint)
            case "--voice": voice = try value(of: option)
            case "--exit-with-parent": exitWithParent = true
            case "--help", "-h": return nil
            default: throw Mistake(message: "unknown option '\(option)'")
            }
        }
        if endpoints.isEmpty { throw Mistake(message: "say where to listen: --socket PATH, --tcp HOST:PORT, or both") }
    }
}
