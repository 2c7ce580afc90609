import Foundation
import Synchronization
import TestSupport
import Testing

/// A `jarvis serve` that runs until it is told to stop.
final class Serving: Sendable {
    /// By service, as the welcome tells them.
    let addresses: [String: String]
    private let process: Running

    /// `Process` takes its own lock.
    private struct Running: @unchecked Sendable { let process: Process }

    /// Returns when all `services` listen.
    init(_ program: Program, _ arguments: [String], services: [String]) async throws {
        let process = Process(), output = Pipe()
        process.executableURL = Program.url
        process.arguments = arguments
        process.environment = program.environment
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let running = Running(process: process)
        self.process = running
        // Ends a read that would wait for ever.
        let alarm = DispatchWorkItem { running.process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: alarm)
        addresses = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = "", found: [String: String] = [:]
                while found.count < services.count {
                    let piece = output.fileHandleForReading.availableData
                    if piece.isEmpty { break }
                    text += String(decoding: piece, as: UTF8.self)
                    for line in text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1) {
                        let words = line.split(separator: " ")
                        if words.count == 2, services.contains(String(words[0])) { found[String(words[0])] = String(words[1]) }
                    }
                }
                continuation.resume(returning: found)
            }
        }
        alarm.cancel()
    }

    /// Asks it to end, and tells its exit code.
    func stop() async -> Int32 {
        process.process.terminate()
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.process.waitUntilExit()
                continuation.resume(returning: process.process.terminationStatus)
            }
        }
    }

    /// Ends it as a power cut would.
    func kill() async {
        Foundation.kill(process.process.processIdentifier, SIGKILL)
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            DispatchQueue.global().async { [process] in
                process.process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    deinit { if process.process.isRunning { process.process.terminate() } }
}
