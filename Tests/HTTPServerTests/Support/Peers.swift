import Foundation

/// Runs a program that speaks to a server under test, and waits for it on one of Dispatch's threads.
enum Peer {
    struct Result: Sendable {
        var status: Int32
        var output: String
    }

    static func run(_ arguments: [String], input: String = "") async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Swift.Result { try runNow(arguments, input: input) })
            }
        }
    }

    /// Runs a program whose input stays open until `body` is through; returns its status.
    static func hold(_ arguments: [String], while body: @Sendable () async -> Void) async throws -> Int32 {
        let process = Process(), feed = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "40"] + arguments
        process.standardInput = feed
        try process.run()
        await body()
        try? feed.fileHandleForWriting.close()
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    private static func runNow(_ arguments: [String], input: String) throws -> Result {
        let process = Process(), output = Pipe(), feed = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "40"] + arguments
        process.standardOutput = output
        process.standardError = output
        process.standardInput = feed
        try process.run()
        try? feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? feed.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }
}

/// A folder of its own with a certificate for `localhost` and 127.0.0.1, made by the openssl program.
struct TestCertificate {
    let folder: URL
    var file: String { folder.appendingPathComponent("certificate.pem").path }
    let certificate: String, key: String

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let keyFile = folder.appendingPathComponent("key.pem").path, file = folder.appendingPathComponent("certificate.pem").path
        _ = try await Peer.run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", keyFile, "-out", file,
        ])
        certificate = try String(contentsOfFile: file, encoding: .utf8)
        key = try String(contentsOfFile: keyFile, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
