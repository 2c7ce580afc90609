import Configuration

/// `jarvis config …`
enum ConfigCommand {
    @Sendable static func show(_ invocation: Invocation) async throws -> Int32 {
        let configuration = try invocation.configuration()
        let console = invocation.console
        let absent = invocation.language(fr: "(absente)", en: "(not set)")
        let width = Configuration.table.map(\.name.count).max() ?? 0
        for topic in Topic.allCases {
            console.write("\(topic == .general ? "" : "\n")\(console.bold("# \(topic.rawValue)"))\n")
            for entry in configuration.entries where entry.setting.topic == topic {
                let source: String =
                    switch entry.origin {
                    case .fallback: ""
                    case .environment: invocation.language(fr: "  ← environnement", en: "  ← environment")
                    case .file(let path): "  ← \(path)"
                    }
                let name = entry.setting.name.padding(to: width)
                console.show("\(name)  \(entry.shown.flatMap { $0.isEmpty ? nil : $0 } ?? absent)")
                console.write(source.isEmpty ? "\n" : console.dim(source) + "\n")
            }
        }
        return ExitCode.done
    }

    @Sendable static func check(_ invocation: Invocation) async throws -> Int32 {
        _ = try invocation.configuration()
        invocation.console.write(invocation.language(fr: "La configuration est bonne.\n", en: "The configuration is fine.\n"))
        return ExitCode.done
    }

    @Sendable static func docs(_ invocation: Invocation) async throws -> Int32 {
        invocation.console.write(invocation.has("env-example") ? Reference.example : Reference.page)
        return ExitCode.done
    }
}

extension String {
    /// The text with spaces after it, `width` characters in all.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
