import Configuration
import Domain
import Satellites

/// `jarvis satellites …`
enum SatellitesCommand {
    private struct Row: Encodable {
        var name: String
        var area: String?
        var address: String?
        /// Whether Jarvis uses it.
        var used: Bool
    }

    @Sendable static func list(_ invocation: Invocation) async throws -> Int32 {
        let (files, configured) = try open(invocation)
        let assigned = try files.assignments(), found = try files.found()
        let names = Set(configured.map(\.name) + assigned.map(\.name) + found.map(\.name)).sorted()
        if names.isEmpty && !invocation.has("json") {
            invocation.console.complain(
                invocation.language(
                    fr: "Aucun satellite. Lancez « jarvis satellite » sur une autre machine, ou nommez-le dans JARVIS_SATELLITES.",
                    en: "No satellites. Run `jarvis satellite` on another machine, or name one in JARVIS_SATELLITES."))
        }
        let rows = names.map { name in
            let place = configured.first { $0.name == name }, area = assigned.first { $0.name == name }?.area
            let endpoint = place?.endpoint ?? found.first { $0.name == name }?.endpoint
            return Row(name: name, area: area ?? place?.area, address: endpoint?.description, used: place != nil || area != nil)
        }
        let widths = (rows.map(\.name.count).max() ?? 0, rows.map { $0.area?.count ?? 1 }.max() ?? 0)
        try invocation.print(rows) { row in
            let hint = row.used ? "" : invocation.language(fr: "  (sans pièce : ne sert pas)", en: "  (no room: not used)")
            return "\(row.name.padding(to: widths.0))  \((row.area ?? "-").padding(to: widths.1))  \(row.address ?? "-")\(hint)"
        }
        return ExitCode.done
    }

    @Sendable static func assign(_ invocation: Invocation) async throws -> Int32 {
        let (files, configured) = try open(invocation)
        let (name, area) = (invocation.operands[0], invocation.operands[1])
        if try !configured.contains(where: { $0.name == name }) && !files.found().contains(where: { $0.name == name }) {
            invocation.console.complain(
                invocation.language(
                    fr: "« \(name) » n'a pas encore été trouvé dans le réseau ; il servira quand il le sera.",
                    en: "`\(name)` was not found in the network yet; it will be used once it is."))
        }
        try files.write(files.assignments().filter { $0.name != name } + [SatelliteAssignment(name: name, area: area)])
        return ExitCode.done
    }

    @Sendable static func forget(_ invocation: Invocation) async throws -> Int32 {
        let (files, _) = try open(invocation)
        let name = invocation.operands[0], assigned = try files.assignments()
        guard assigned.contains(where: { $0.name == name }) else {
            throw Failure(fr: "Aucun satellite « \(name) » n'a de pièce.", en: "No satellite `\(name)` has a room.")
        }
        try files.write(assigned.filter { $0.name != name })
        return ExitCode.done
    }

    private static func open(_ invocation: Invocation) throws -> (SatelliteFiles, [SatellitePlace]) {
        let configuration = try invocation.configuration()
        return (SatelliteFiles(folder: configuration.home), try SatellitePlace.list(configuration.satellites ?? ""))
    }
}
