import Base
import Foundation
import TestSupport
import Testing

@testable import Configuration

/// Files that exist in a test.
private func files(_ contents: [String: String]) -> (String) throws -> String? { { contents[$0] } }

private func issues(_ environment: [String: String], files contents: [String: String] = [:]) -> [String: String] {
    do {
        _ = try Configuration(environment: environment, readFile: files(contents))
        return [:]
    } catch {
        return Dictionary(error.issues.map { ($0.variable, $0.text(in: .english)) }) { $0 + " / " + $1 }
    }
}

@Suite struct ReadingConfiguration {
    @Test func everythingHasADefault() throws {
        let configuration = try Configuration(environment: ["HOME": "/home/lea"], readFile: files([:]))
        #expect(configuration.backendPort == 8000)
        #expect(configuration.home == "/home/lea/.local/share/jarvis")
        #expect(configuration.environment == .development)
        #expect(configuration.language == .french)
        #expect(configuration.accessTokenLifetime == .seconds(30 * 60))
        #expect(configuration.secretKey == nil)
        #expect(configuration.corsOrigins == ["http://localhost:3000", "http://127.0.0.1:3000"])
        #expect(configuration.timeZone == .current)
        #expect(configuration.httpThreads == nil)
        #expect(configuration.entries.allSatisfy { $0.origin == .fallback })
    }

    @Test func aPlaceHasTwoCoordinatesOrNone() throws {
        let configuration = try Configuration(
            environment: ["JARVIS_HOME_LATITUDE": "45.76", "JARVIS_HOME_LONGITUDE": "-4.84"], readFile: files([:]))
        #expect(configuration.latitude == 45.76 && configuration.longitude == -4.84)
        #expect(try Configuration(environment: [:], readFile: files([:])).latitude == nil)
        #expect(issues(["JARVIS_HOME_LATITUDE": "45"]) == ["JARVIS_HOME_LONGITUDE": "is missing; JARVIS_HOME_LATITUDE alone is no place"])
        #expect(issues(["JARVIS_HOME_LONGITUDE": "4"]).keys.contains("JARVIS_HOME_LATITUDE"))
        #expect(Set(issues(["JARVIS_HOME_LATITUDE": "north", "JARVIS_HOME_LONGITUDE": "4"]).keys) == ["JARVIS_HOME_LATITUDE"])
    }

    @Test func theEnvironmentGoesBeforeTheFile() throws {
        let file = """
            # ports
            export BACKEND_PORT=9001
            INTERFACE_PORT = "9002"   
            TTS_API_PORT=9003 # not this
            JARVIS_LLM_MODEL='~/models/a # b.gguf'
            """
        let configuration = try Configuration(
            environment: ["HOME": "/h", "JARVIS_HOME": "/data", "BACKEND_PORT": "9000"], readFile: files(["/data/jarvis.env": file]))
        #expect(configuration.backendPort == 9000)
        #expect(configuration.interfacePort == 9002)
        #expect(configuration.ttsPort == 9003)
        #expect(configuration.llmModel == "/h/models/a # b.gguf")
        let origins = Dictionary(uniqueKeysWithValues: configuration.entries.map { ($0.setting.name, $0.origin) })
        #expect(origins["BACKEND_PORT"] == .environment)
        #expect(origins["INTERFACE_PORT"] == .file("/data/jarvis.env"))
    }

    @Test func aVariableCanPointToAFile() throws {
        let configuration = try Configuration(environment: ["JARVIS_SECRET_KEY_FILE": "/run/secrets/key"], readFile: files(["/run/secrets/key": "  s3cret\n"]))
        #expect(configuration.secretKey?.reveal() == "s3cret")
        #expect(issues(["JARVIS_SECRET_KEY_FILE": "/none"])["JARVIS_SECRET_KEY_FILE"] == "the file /none does not exist")
        #expect(issues(["BACKEND_PORT_FILE": "/p", "BACKEND_PORT": "1"], files: ["/p": "2"])["BACKEND_PORT"]?.hasPrefix("set twice") == true)
    }

    @Test func aNameThatEndsInFileIsAVariableOfItsOwn() throws {
        let configuration = try Configuration(environment: ["JARVIS_LOG_FILE": "/var/log/jarvis.log"], readFile: files([:]))
        #expect(configuration.logFile == "/var/log/jarvis.log")
    }

    @Test func theOlderNameIsAccepted() throws {
        #expect(try Configuration(environment: ["ENCRYPTION_KEY": "old"], readFile: files([:])).encryptionKey?.reveal() == "old")
        #expect(
            try Configuration(environment: ["ENCRYPTION_KEY": "old", "JARVIS_ENCRYPTION_KEY": "new"], readFile: files([:])).encryptionKey?.reveal() == "new")
    }

    @Test func anEmptyVariableIsAnAbsentOne() throws {
        #expect(try Configuration(environment: ["BACKEND_PORT": "", "OPENAI_BASE_URL": ""], readFile: files([:])).backendPort == 8000)
    }

    @Test func allProblemsAreNamedAtOnce() {
        let found = issues(
            [
                "JARVIS_LOG_LEVL": "info", "BACKEND_PORT": "eight", "JARVIS_TIME_ZONE": "Paris", "OLLAMA_BASE_URL": "localhost:11434",
                "JARVIS_SOMETHING_ELSE_ALTOGETHER": "1",
            ])
        #expect(
            found == [
                "JARVIS_LOG_LEVL": "unknown variable; did you mean JARVIS_LOG_LEVEL?",
                "JARVIS_SOMETHING_ELSE_ALTOGETHER": "unknown variable; `jarvis config show` lists all there are",
                "BACKEND_PORT": "the value \"eight\" will not do; expected a port from 0 to 65535 (0: any free one)",
                "JARVIS_TIME_ZONE": "the value \"Paris\" will not do; expected system or a time zone (Europe/Paris)",
                "OLLAMA_BASE_URL": "the value \"localhost:11434\" will not do; expected an address (http:// or https://…)",
            ])
    }

    @Test func theFileIsJudgedWhole() {
        let found = issues(["JARVIS_HOME": "/d"], files: ["/d/jarvis.env": "BACKEND_PROT=1\nwhat is this\nJARVIS_HOME=/e\n"])
        #expect(found["BACKEND_PROT"] == "unknown variable in /d/jarvis.env; did you mean BACKEND_PORT?")
        #expect(found["/d/jarvis.env:2"] == "this line is not of the form NAME=value")
        #expect(found["JARVIS_HOME"]?.hasPrefix("cannot be set in /d/jarvis.env") == true)
    }

    @Test func aSecretIsNeverShown() throws {
        let configuration = try Configuration(
            environment: ["OPENAI_API_KEY": "sk-verysecret", "DATABASE_URL": "postgresql://u:pw@db/jarvis"], readFile: files([:]))
        let shown = configuration.entries.compactMap(\.shown).joined(separator: "\n")
        #expect(!shown.contains("sk-verysecret") && !shown.contains("pw@"))
        #expect(configuration.entries.contains { $0.setting.name == "OPENAI_API_KEY" && $0.shown == "********" })
        let found = issues(["DATABASE_URL": "mysql://u:hidden@db"])
        #expect(found["DATABASE_URL"]?.contains("hidden") == false)
    }

    @Test func problemsAreToldInFrenchToo() {
        #expect(throws: ConfigurationError.self) { try Configuration(environment: ["JARVIS_LANGUAGE": "de"], readFile: files([:])) }
        do { _ = try Configuration(environment: ["JARVIS_LANGUAGE": "de"], readFile: files([:])) } catch {
            #expect(error.text(in: .french) == "JARVIS_LANGUAGE : la valeur « de » ne convient pas ; il faut fr ou en")
        }
    }

    @Test(arguments: [
        ("JARVIS_HOST", "127.0.0.1:80"), ("JARVIS_HOST", "a b"), ("BACKEND_PORT", "65536"), ("BACKEND_PORT", "-1"), ("CORS_ORIGINS", "localhost"),
        ("CORS_ORIGINS", "https://a/b"), ("JARVIS_LLM_TEMPERATURE", "nan"), ("ACCESS_TOKEN_EXPIRE_MINUTES", "0"), ("JARVIS_LOG_FORMAT", "xml"),
        ("JARVIS_TTS_URL", "ftp://127.0.0.1"), ("QDRANT_URL", "http://"), ("ENVIRONMENT", "prod"), ("JARVIS_HTTP_THREADS", "0"),
    ])
    func whatWillNotDo(name: String, value: String) {
        #expect(issues([name: value]).keys.contains(name))
    }

    @Test(arguments: [
        ("JARVIS_HOST", "::1"), ("JARVIS_HOST", "jarvis.lan"), ("CORS_ORIGINS", "*"), ("JARVIS_TTS_URL", "unix:///run/tts.sock"),
        ("REDIS_URL", "redis://r:6379/0"),
    ])
    func whatWillDo(name: String, value: String) {
        #expect(issues([name: value]).isEmpty)
    }
}

@Suite struct Production {
    static let strong = [
        "ENVIRONMENT": "production", "JARVIS_SECRET_KEY": "q3JvZ7xW0pLk2Yb9TnE5uHs8RfGd1VaC", "JARVIS_ENCRYPTION_KEY": "Zt6MwX4oB7iPz0QyL3jKe9NhU2rSv8Df",
        "CORS_ORIGINS": "https://jarvis.example.org",
    ]

    @Test func strongSecretsOnLoopbackStart() {
        #expect(issues(Self.strong).isEmpty)
    }

    @Test(arguments: [
        ("JARVIS_SECRET_KEY", "", "is missing"), ("JARVIS_SECRET_KEY", "short", "too easy to guess"),
        ("JARVIS_SECRET_KEY", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "too easy to guess"),
        ("JARVIS_ENCRYPTION_KEY", "your-encryption-key-goes-here-0123456789", "too easy to guess"),
        ("JARVIS_ENCRYPTION_KEY", "q3JvZ7xW0pLk2Yb9TnE5uHs8RfGd1VaC", "is the same as"), ("CORS_ORIGINS", "https://a.example.org,*", "lets any site"),
        ("CORS_ORIGINS", "http://jarvis.lan", "is not encrypted"), ("JARVIS_HOST", "0.0.0.0", "plain HTTP"), ("JARVIS_HOST", "192.168.1.4", "plain HTTP"),
    ])
    func whatStopsTheStart(name: String, value: String, because: String) {
        let found = issues(Self.strong.merging([name: value]) { $1 })
        #expect(found.keys.sorted() == [name])
        #expect(found[name]?.contains(because) == true)
        #expect(value.isEmpty || name.hasSuffix("ORIGINS") || name == "JARVIS_HOST" || found[name]?.contains(value) == false)
    }

    @Test func aProxyMayEndTLS() {
        #expect(issues(Self.strong.merging(["JARVIS_HOST": "0.0.0.0", "JARVIS_TRUSTED_PROXIES": "10.0.0.0/8"]) { $1 }).isEmpty)
    }

    @Test func developmentIsLax() {
        #expect(issues(["JARVIS_HOST": "0.0.0.0", "CORS_ORIGINS": "*", "JARVIS_SECRET_KEY": "x"]).isEmpty)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.8.8", true), ("localhost", true), ("::1", true), ("[::1]", true), ("127.evil.org", false), ("0.0.0.0", false),
        ("128.0.0.1", false),
    ])
    func loopback(host: String, isLoopback: Bool) {
        #expect(Loopback.contains(host) == isLoopback)
    }
}

@Suite struct TheTable {
    /// The names that docs, scripts and deployments rely on.
    static let promised = """
        ENVIRONMENT JARVIS_SECRET_KEY JARVIS_ENCRYPTION_KEY DATABASE_URL REDIS_URL QDRANT_URL OLLAMA_BASE_URL OLLAMA_MODEL POSTGRES_PASSWORD REDIS_PASSWORD CORS_ORIGINS
        ALLOWED_HOSTS ACCESS_TOKEN_EXPIRE_MINUTES REFRESH_TOKEN_EXPIRE_DAYS RATE_LIMIT_PER_MINUTE BACKEND_PORT INTERFACE_PORT STT_API_PORT TTS_API_PORT HOME_ASSISTANT_URL
        HOME_ASSISTANT_TOKEN BRAVE_API_KEY TAVILY_API_KEY GOOGLE_API_KEY GOOGLE_CSE_ID SEARXNG_URL BROWSERBASE_API_KEY BROWSERBASE_PROJECT_ID SMTP_SERVER SMTP_USER SMTP_PASSWORD
        ALERT_EMAIL JARVIS_HOME JARVIS_HOST
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test func holdsEveryPromisedName() {
        #expect(Set(Self.promised).subtracting(Configuration.table.map(\.name)).isEmpty)
    }

    @Test func isConsistent() throws {
        let configuration = try Configuration(environment: [:], readFile: files([:]))
        let names = Configuration.table.flatMap { [$0.name, $0.alias].compactMap(\.self) }
        #expect(Set(names).count == names.count)
        // Reflection found each member, and each has a value.
        #expect(Configuration.table.count == Mirror(reflecting: Settings()).children.count)
        #expect(configuration.entries.count == Configuration.table.count)
        for setting in Configuration.readable {
            #expect(setting.value(from: nil, userHome: "/h") != nil, "\(setting.name)'s default cannot be read")
            #expect(!setting.help.contains("\n") && setting.help.hasSuffix("."), "\(setting.name)'s help is not one line")
        }
        let endings = ["_KEY", "_PASSWORD", "_TOKEN", "_CODE"]
        let sensitive = Configuration.table.filter { setting in endings.contains { setting.name.hasSuffix($0) } }
        #expect(sensitive.count > 10 && sensitive.allSatisfy { $0.isSecret })
    }

    @Test(arguments: [("docs/configuration.md", Reference.page), (".env.example", Reference.example)])
    func theCommittedPagesAreTheGeneratedOnes(path: String, generated: String) throws {
        #expect(try Golden.text(path, now: generated) == generated, "run `RECORD_GOLDEN=1 swift test --filter theCommittedPages`, or `jarvis config docs`")
    }

    @Test func theExampleIsAValidFile() throws {
        let lines = Reference.example.split(separator: "\n").filter { $0.hasPrefix("#") && !$0.hasPrefix("# ") && !$0.hasSuffix("=") }.map { $0.dropFirst() }
        let configuration = try Configuration(
            environment: ["HOME": "/h", "JARVIS_HOME": "/d"], readFile: files(["/d/jarvis.env": lines.joined(separator: "\n")]))
        #expect(configuration.backendPort == 8000)
    }
}

@Suite struct Spellings {
    @Test(arguments: [("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0)])
    func distance(a: String, b: String, expected: Int) {
        #expect(Spelling.distance(a, b) == expected)
    }

    @Test func farNamesAreNotSuggested() {
        #expect(Spelling.nearest(to: "JARVIS_XYZ", among: ["BACKEND_PORT"]) == nil)
    }
}
