private import CShims
import Domain
import Foundation
import Synchronization
import Wyoming

/// A program that records or plays raw audio did not do what it is for.
struct SoundFailure: Error, Sendable, CustomStringConvertible {
    /// What it said last, or how it ended.
    let description: String
}

/// A shell command whose standard input or output is raw audio, on a thread of its own: it ends with that thread, and its children with it.
final class SoundProgram: Sendable {
    private struct State {
        /// Until it is reaped.
        var pid: pid_t?
        var queue: [[UInt8]] = []
        var waiting = 0
        var isFinished = false
        var isKilled = false
    }

    private let state = Mutex(State())
    private let queued = DispatchSemaphore(value: 0)

    private init() {}

    /// Bytes of a piece: 32 milliseconds of speech.
    static let piece = 1024

    /// What a command records, in whole pieces, until it ends; then throws what it complained of.
    /// A reader that does not keep up loses the oldest.
    static func record(_ command: String, _ environment: [String: String]) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingNewest(64)) { pieces in
            let program = SoundProgram()
            let isStarted = DedicatedThread.start {
                var pending: [UInt8] = []
                let failure = program.run(command, environment) { bytes in
                    pending += bytes
                    while pending.count >= piece {
                        pieces.yield(Array(pending[..<piece]))
                        pending.removeFirst(piece)
                    }
                }
                pieces.finish(throwing: failure)
            }
            if !isStarted { pieces.finish(throwing: SoundFailure(description: "no thread is left")) }
            pieces.onTermination = { _ in program.kill() }
        }
    }

    /// Starts a command that plays what `write` gives it. `ended` is told once, when all of it is played or the command failed.
    static func play(_ command: String, _ environment: [String: String], ended: @escaping @Sendable (SoundFailure?) -> Void) -> SoundProgram {
        let program = SoundProgram()
        let isStarted = DedicatedThread.start { ended(program.run(command, environment, heard: nil)) }
        if !isStarted { ended(SoundFailure(description: "no thread is left")) }
        return program
    }

    /// Bytes that may wait to be played; more is dropped.
    static let capacity = 32 << 20

    func write(_ bytes: [UInt8]) {
        state.withLock { state in
            guard state.waiting + bytes.count <= Self.capacity, !bytes.isEmpty else { return }
            state.queue.append(bytes)
            state.waiting += bytes.count
        }
        queued.signal()
    }

    /// Nothing more is written: it ends when it has played what it has.
    func finish() {
        state.withLock { $0.isFinished = true }
        queued.signal()
    }

    /// Ends it at once.
    func kill() {
        state.withLock { state in
            state.isKilled = true
            state.queue = []
            if let pid = state.pid { _ = Foundation.kill(-pid, SIGKILL) }
        }
        queued.signal()
    }

    // MARK: - On its thread

    /// - Parameter heard: takes its standard output; `nil` for a command that plays.
    private func run(_ command: String, _ environment: [String: String], heard: (([UInt8]) -> Void)?) -> SoundFailure? {
        // A program that is gone is noticed by write(2), on this thread too.
        var pipeSignal = sigset_t()
        sigemptyset(&pipeSignal)
        sigaddset(&pipeSignal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)
        var input: [Int32] = [-1, -1], output: [Int32] = [-1, -1], errors: [Int32] = [-1, -1]
        guard shim_pipe(&input) == 0, shim_pipe(&output) == 0, shim_pipe(&errors) == 0 else {
            for end in input + output + errors where end >= 0 { close(end) }
            return SoundFailure(description: "no file descriptor is left")
        }
        let words = ["/bin/sh", "-c", command], assignments = environment.map { "\($0.key)=\($0.value)" }
        let arguments = words.map { strdup($0) } + [nil], variables = assignments.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        let pid = arguments.withUnsafeBufferPointer { argv in
            variables.withUnsafeBufferPointer { envp in
                "/bin/sh".withCString { path in
                    var request = shim_spawn_request(
                        path: path, argv: argv.baseAddress, envp: envp.baseAddress, directory: nil, in: input[0], out: output[1], err: errors[1],
                        address_space: 0)
                    return shim_spawn(&request)
                }
            }
        }
        for end in [input[0], output[1], errors[1]] { close(end) }
        defer { for end in [output[0], errors[0]] { close(end) } }
        guard pid > 0 else {
            close(input[1])
            return SoundFailure(description: String(cString: strerror(-pid)))
        }
        state.withLock { state in
            state.pid = pid
            if state.isKilled { _ = Foundation.kill(-pid, SIGKILL) }
        }
        if heard == nil { feed(input[1]) }
        close(input[1])
        let complaint = listen(output[0], errors[0], heard ?? { _ in })
        var status: Int32 = 0
        let wasKilled = state.withLock { state in
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            // What it left behind in its group.
            _ = Foundation.kill(-pid, SIGKILL)
            state.pid = nil
            return state.isKilled
        }
        if wasKilled || (heard == nil && status == 0) { return nil }
        // wait(2): the low seven bits are the signal, the next byte the exit code.
        let end = status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
        return SoundFailure(description: complaint.isEmpty ? "it ended (\(end))" : complaint)
    }

    private func feed(_ descriptor: Int32) {
        while true {
            queued.wait()
            let (bytes, isOver): ([UInt8], Bool) = state.withLock { state in
                if state.isKilled { return ([], true) }
                let next = state.queue.isEmpty ? [] : state.queue.removeFirst()
                state.waiting -= next.count
                return (next, next.isEmpty && state.isFinished && state.queue.isEmpty)
            }
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                if count < 0 && errno == EINTR { continue }
                // It is gone: what it complained of is read next.
                if count <= 0 { return }
                sent += count
            }
            if isOver { return }
        }
    }

    /// Reads both pipes to their ends; returns the last line of the second.
    private func listen(_ output: Int32, _ errors: Int32, _ heard: ([UInt8]) -> Void) -> String {
        var polled = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 4096), complaint: [UInt8] = []
        while polled.contains(where: { $0.fd >= 0 }) {
            guard poll(&polled, nfds_t(polled.count), -1) >= 0 else { continue }
            for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
                let count = read(polled[index].fd, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 {
                    polled[index].fd = -1
                } else if index == 0 {
                    heard(Array(buffer[..<count]))
                } else {
                    complaint = (complaint + buffer[..<count]).suffix(2_000)
                }
            }
        }
        return String(decoding: complaint, as: UTF8.self).split(separator: "\n").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }
}
