import Listening
import Wyoming

/// The command line.
struct Options {
    struct Mistake: Error {
        let message: String
    }

    var endpoints: [Endpoint] = []
    var voice = "fr"
    var models: [String] = []
    var probes: String?
    var wakeEngine = WakeEngine.micro
    /// In bytes.
    var memoryLimit = MemoryWatch.usual
    var exitWithParent = false

    static let help = """
        usage: jarvis-speech --socket PATH [--tcp HOST:PORT] [--voice NAME] [--models DIR]… [--probes FILE]
                             [--wake-engine ENGINE] [--memory MB] [--exit-with-parent]

        Hears and speaks for clients that speak the Wyoming protocol.

          --socket PATH        listen on this unix socket (mode 0600; its folder is made when missing)
          --tcp HOST:PORT      listen on TCP too; the protocol has no password, so keep to 127.0.0.1 or a network you trust
          --voice NAME         the voice when a request names neither voice nor language (default: fr)
          --models DIR         a folder of models; may be given several times, the first that has one of a name wins
          --probes FILE        where it is remembered which models were tried
          --wake-engine ENGINE micro, open, either or both (default: micro; open's models are for non-commercial use)
          --memory MB          end, to be started again, when it has grown larger than this (default: 3072)
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
            case "--models": models.append(try value(of: option))
            case "--probes": probes = try value(of: option)
            case "--wake-engine":
                guard let engine = WakeEngine(rawValue: try value(of: option)) else {
                    throw Mistake(message: "--wake-engine is one of \(WakeEngine.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                wakeEngine = engine
            case "--memory":
                guard let megabytes = Int(try value(of: option)), (64...1_000_000).contains(megabytes) else {
                    throw Mistake(message: "--memory needs a number of megabytes")
                }
                memoryLimit = megabytes << 20
            case "--exit-with-parent": exitWithParent = true
            case "--help", "-h": return nil
            default: throw Mistake(message: "unknown option '\(option)'")
            }
        }
        if endpoints.isEmpty { throw Mistake(message: "say where to listen: --socket PATH, --tcp HOST:PORT, or both") }
    }
}
