import API
import Base
import Foundation
import JarvisClient

/// `jarvis memory export|import`
enum MemoryFiles {
    /// Bytes that the server takes at once.
    private static let fileLimit = 64 << 20

    @Sendable static func export(_ invocation: Invocation) async throws -> Int32 {
        let client = try await invocation.signedInClient()
        guard let path = invocation.value(of: "out"), path != "-" else {
            try await client.exportMemories { invocation.console.write($0) }
            return ExitCode.done
        }
        var count = 0
        defer { invocation.console.clearNote() }
        try await PrivateFile.write(path) { write in
            try await client.exportMemories { piece in
                try write(piece)
                count += piece.count { $0 == UInt8(ascii: "\n") }
                invocation.console.note(invocation.language(fr: "\(count) souvenirs…", en: "\(count) memories…"))
            }
        }
        invocation.console.clearNote()
        invocation.console.complain(invocation.language(fr: "\(count) souvenirs dans \(path).", en: "\(count) memories in \(path)."))
        return ExitCode.done
    }

    @Sendable static func importing(_ invocation: Invocation) async throws -> Int32 {
        let file = try await read(invocation.operands[0])
        let client = try await invocation.signedInClient()
        let size = (file.count + 1023) / 1024
        invocation.console.note(invocation.language(fr: "\(size) Kio à ranger…", en: "\(size) KiB to be kept…"))
        defer { invocation.console.clearNote() }
        let result = try await client.importMemories(file)
        invocation.console.clearNote()
        try invocation.print([result]) { result in
            invocation.language(fr: "\(result.read) lus, \(result.added) nouveaux.", en: "\(result.read) read, \(result.added) new.")
        }
        return ExitCode.done
    }

    private static func read(_ path: String) async throws -> Data {
        var file = Data()
        if path == "-" {
            while file.count <= fileLimit, let more = await StandardInput.read(1 << 16) { file += more }
        } else {
            do { file = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) } catch {
                throw Failure(fr: "Impossible de lire \(path).", en: "Cannot read \(path).")
            }
        }
        guard file.count <= fileLimit else {
            throw Failure(
                fr: "Le fichier dépasse 64 Mio ; partagez-le : rien n'a été importé.", en: "The file has more than 64 MiB; split it: nothing was imported.")
        }
        return file
    }
}
