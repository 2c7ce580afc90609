import Domain
import Base
import Foundation

/// A satellite that somebody put into a room, by which it is trusted.
public struct SatelliteAssignment: Sendable, Hashable, Codable {
    /// As it calls itself in the network, or as the configuration calls it.
    public var name: String
    /// An area of the house, by its id or name.
    public var area: String

    public init(name: String, area: String) {
        self.name = name
        self.area = area
    }
}

/// What is kept of satellites: the assignments, which people make, and what was found, which the hub does.
public protocol SatelliteBook: Sendable {
    /// - Throws: `Problem` when they cannot be read.
    func assignments() throws -> [SatelliteAssignment]
    func write(_ assignments: [SatelliteAssignment]) throws
    func found() throws -> [FoundService]
    func write(found: [FoundService]) throws
}

/// Two JSON files in the data folder, each with one writer, replaced as a whole: `satellites.json` and `satellites-found.json`.
public struct SatelliteFiles: SatelliteBook {
    private struct Assignments: Codable { var satellites: [SatelliteAssignment] }
    private struct Found: Codable { var services: [FoundService] }

    private let folder: URL
    private var assignmentsFile: URL { folder.appending(path: "satellites.json") }
    private var foundFile: URL { folder.appending(path: "satellites-found.json") }

    /// - Parameter folder: JARVIS_HOME.
    public init(folder: String) { self.folder = URL(filePath: folder) }

    public func assignments() throws -> [SatelliteAssignment] { try read(Assignments.self, assignmentsFile)?.satellites ?? [] }
    public func write(_ assignments: [SatelliteAssignment]) throws { try write(Assignments(satellites: assignments), assignmentsFile) }
    public func found() throws -> [FoundService] { try read(Found.self, foundFile)?.services ?? [] }
    public func write(found: [FoundService]) throws { try write(Found(services: found), foundFile) }

    private func read<Value: Decodable>(_ type: Value.Type, _ file: URL) throws -> Value? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            return try JSON.decode(type, from: Data(contentsOf: file))
        } catch {
            throw Problem(.invalid, "\(file.path) cannot be read: put it right, or remove it and assign the satellites again")
        }
    }

    private func write(_ value: some Encodable, _ file: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try JSON.encode(value, pretty: true).write(to: file, options: .atomic)
    }
}
