import Base
import Configuration
import Domain
import Foundation
import Lifecycle
import Observability
import Speech

/// A speech worker for the length of one command: no server is needed, and none is disturbed.
enum BriefWorker {
    /// A large model takes its time to load and a long recording to be written down.
    private static let timeLimits = WyomingService.TimeLimits(connect: .seconds(30), answer: .seconds(600))

    /// Ends early, with `CancellationError`, when a signal asks for it.
    ///
    /// - Parameter home: whose words are to be understood; `nil` where none need be.
    /// - Throws: `Failure` when there is no worker to start; what `body` throws.
    static func with<Value: Sendable>(
        _ configuration: Configuration, home: HomeModel? = nil,
        _ body: @escaping @Sendable (SpeechWorker) async throws -> Value
    ) async throws -> Value {
        guard let program = configuration.speechWorker ?? SpeechWorker.executableBesideThisProgram, FileManager.default.isExecutableFile(atPath: program)
        else {
            let named = configuration.speechWorker
            throw Failure(
                fr: "Le programme jarvis-speech manque \(named.map { "(JARVIS_SPEECH_WORKER : \($0))" } ?? "à côté de jarvis") ; « make run » le construit.",
                en: "The program jarvis-speech is missing \(named.map { "(JARVIS_SPEECH_WORKER: \($0))" } ?? "beside jarvis"); `make run` builds it.")
        }
        let folder = try SocketFolder()
        // What the worker remarks on, like a model that was not ready before it was ended, is for `jarvis doctor` to tell.
        let log = Logger(label: "speech", level: .error, sink: StandardErrorSink(format: .human(coloured: false)))
        let worker = SpeechWorker(executable: program, socket: folder.socket, options: .init(configuration), timeLimits: timeLimits, log: log)
        // It does not run yet, and is told of them when it does.
        for vocabulary in home.map(Vocabulary.all) ?? [] { try? await worker.set(vocabulary) }
        let shutdown = Shutdown()
        let signals = StopSignals(shutdown)
        defer { withExtendedLifetime((folder, signals)) {} }
        let result = await withTaskGroup(of: Result<Value, any Error>?.self) { group in
            group.addTask {
                try? await worker.run(until: shutdown)
                return nil
            }
            group.addTask { do { return .success(try await body(worker)) } catch { return .failure(error) } }
            let first = await group.next() ?? nil
            // The worker ends in good order, and only then is its folder removed.
            shutdown.request()
            if first == nil { group.cancelAll() }
            return first
        }
        guard let result else { throw CancellationError() }
        return try result.get()
    }

    /// What its ports throw, in the words of the command line. What the command itself can explain better it has caught before.
    static func failure(_ problem: Problem) -> Failure {
        Failure(fr: "Le moteur de parole n'a pas pu le faire : \(problem.detail)", en: "The speech engine could not do it: \(problem.detail)")
    }
}

/// The recordings that a command was given, read one after the other.
struct Recordings {
    let invocation: Invocation
    let decoder: any AudioDecoder
    /// In seconds.
    let longest: Double
    private static let largest = 256 << 20

    /// A failure that the next recording would meet as well.
    struct Hopeless: Error {
        let failure: Failure
        init(_ failure: Failure) { self.failure = failure }
    }

    /// Does `body` with each; one that cannot be used is complained of, and the next one is taken.
    /// - Returns: whether all were done.
    func each(_ body: (_ path: String, _ audio: AudioChunk) async throws -> Void) async throws -> Bool {
        var areAllDone = true
        for path in invocation.operands {
            do {
                try await body(path, try await read(path))
            } catch let hopeless as Hopeless {
                throw hopeless.failure
            } catch let failure as Failure {
                invocation.console.complain(failure.words.text(in: invocation.language))
                areAllDone = false
            }
        }
        return areAllDone
    }

    private func read(_ path: String) async throws -> AudioChunk {
        guard FileManager.default.fileExists(atPath: path) else { throw Failure(fr: "\(path) n'existe pas.", en: "There is no file \(path).") }
        let size = (try? URL(filePath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        guard size <= Self.largest, let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            let megabytes = Self.largest >> 20
            throw Failure(
                fr: "Impossible de lire \(path) : est-ce un fichier de moins de \(megabytes) Mo, que vous avez le droit de lire ?",
                en: "Cannot read \(path): is it a file of less than \(megabytes) MB that you may read?")
        }
        let audio: AudioChunk
        do {
            audio = try await decoder.decode(Array(bytes), upTo: longest)
        } catch let problem as Problem where problem.code == .tooLarge {
            throw Failure(
                fr: "\(path) est trop long : \(Int(longest / 60)) minutes au plus.", en: "\(path) is too long: \(Int(longest / 60)) minutes at most.")
        } catch let problem as Problem where problem.code == .invalid {
            throw Failure(
                fr: "\(path) n'est pas un enregistrement lisible : il faut du WAV, FLAC, MP3, ou de l'Opus dans Ogg ou WebM.",
                en: "\(path) is no recording that can be read: WAV, FLAC, MP3, or Opus in Ogg or WebM can.")
        } catch let problem as Problem {
            throw BriefWorker.failure(problem)
        }
        guard !audio.bytes.isEmpty else { throw Failure(fr: "\(path) ne contient aucun son.", en: "There is no sound in \(path).") }
        return audio
    }
}

extension Double {
    /// Thousandths are enough of a second.
    var inThousandths: Double { (self * 1000).rounded() / 1000 }

    /// With two digits, as it is written in a language.
    func written(in language: Language) -> String {
        let text = String(format: "%.2f", self)
        return language(fr: text.replacing(".", with: ","), en: text)
    }
}
