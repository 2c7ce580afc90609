import Dispatch
import Lifecycle
private import Glibc

/// Turns SIGTERM and SIGINT into a request to stop; the second one ends the program at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ shutdown: Shutdown) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if shutdown.isRequested { _exit(130) }
                shutdown.request()
            }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
