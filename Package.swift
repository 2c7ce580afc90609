// swift-tools-version:6.2
// The floors of the house, top to bottom: docs/architecture.md says what each target is for and what it may import.
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("InternalImportsByDefault")]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func suite(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

/// A target of the speech worker, on native libraries that are not Debian's.
func engine(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings + speechHeaders)
}

func engineSuite(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings + speechHeaders, linkerSettings: speechLibraries)
}

let base: [Target.Dependency] = ["Base", "Configuration", "Observability", "Lifecycle"]

// Native speech libraries, from where scripts/setup links them; an installed worker finds them beside itself.
let native = "\(Context.packageDirectory)/.jarvis/speech"
let speechHeaders: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-I\(native)/include"])]
let speechLibraries: [LinkerSetting] = [
    .unsafeFlags(["-L\(native)/lib", "-Xlinker", "-rpath=$ORIGIN/../lib/jarvis", "-Xlinker", "-rpath=$ORIGIN/../../../.jarvis/speech/lib"])
]

let package = Package(
    name: "Jarvis",
    products: [
        .executable(name: "jarvis", targets: ["jarvis"]),
        .executable(name: "jarvis-speech", targets: ["jarvis-speech"]),
        .library(name: "JarvisClient", targets: ["JarvisClient"]),
    ],
    targets: [
        // 0 bindings
        .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        .systemLibrary(name: "CWslay", providers: [.apt(["libwslay-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "COpenSSLTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CCrypt", pkgConfig: "libxcrypt", providers: [.apt(["libcrypt-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMosquitto", pkgConfig: "libmosquitto", providers: [.apt(["libmosquitto-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CEspeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev"])]),
        .systemLibrary(name: "CSherpaOnnx"),
        .systemLibrary(name: "CTensorFlowLite"),
        .systemLibrary(name: "CPocketSphinx", pkgConfig: "pocketsphinx", providers: [.apt(["libpocketsphinx-dev"])]),
        .systemLibrary(name: "CSpeexDSP", pkgConfig: "speexdsp", providers: [.apt(["libspeexdsp-dev"])]),
        .systemLibrary(name: "COpus", pkgConfig: "opus", providers: [.apt(["libopus-dev"])]),
        .systemLibrary(name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
        .systemLibrary(name: "CAvahi", providers: [.apt(["libavahi-client-dev"])]),
        .target(name: "CShims", dependencies: ["CMicroHTTPD", "CCurl", "CSQLite", "CICU"]),

        // 1 base
        module("Base", []),
        module("Configuration", ["Base"]),
        module("Observability", ["Base"]),
        module("Lifecycle", ["Base", "Observability", "CShims"]),

        // 2 engines
        module("Cryptography", base + ["CSodium", "COpenSSL", "CCrypt", "CQREncode", "CZlib"]),
        module("SQLite", base + ["CSQLite", "CShims"]),
        module("HTTPClient", base + ["CCurl", "COpenSSL", "CShims"]),
        module("HTTPServer", base + ["CMicroHTTPD", "CWslay", "CZlib", "COpenSSL", "COpenSSLTLS", "CShims"]),
        module("Wyoming", []),
        module("SpokenText", ["Base"]),
        module("AudioCodecs", ["Base", "COpus", "CSpeexDSP", "CSndFile"]),
        engine("Listening", ["Base", "CSherpaOnnx", "CTensorFlowLite", "CSpeexDSP"]),
        engine("Recognition", ["Base", "CSherpaOnnx", "CPocketSphinx", "CShims", "CZlib"]),
        engine("Synthesis", ["Base", "SpokenText", "CSherpaOnnx", "CEspeakNG"]),
        module("MQTT", base + ["CMosquitto", "CShims"]),
        module("YAML", ["Base", "CYAML"]),

        // 3 domain
        module("Domain", base),
        module("Understanding", base + ["Domain"]),

        // 4 features
        module("Identity", base + ["Domain", "Cryptography", "CShims"]),
        module("Audit", base + ["Domain", "Cryptography"]),
        module("Memory", base + ["Domain", "Understanding", "CStemmer", "CShims"]),
        module("Language", base + ["Domain", "HTTPClient"]),
        module("Speech", base + ["Domain", "Wyoming", "HTTPClient"]),
        module("TurnTaking", base + ["Domain", "Understanding"]),
        module("VoicePrints", base + ["Domain"]),
        module("Skills", base + ["Domain", "Understanding", "HTTPClient"]),
        // Checked at compile time like everywhere; the checks at run time would be a tenth of its work.
        .target(
            name: "Intents", dependencies: base + ["Domain", "CShims"],
            swiftSettings: settings + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
        module("Home", base + ["Domain", "HTTPClient", "MQTT", "YAML"]),
        module("Automations", base + ["Domain"]),
        module("Assistant", base + ["Domain"]),

        // 5 storage
        module("StorageSQLite", base + ["Domain", "SQLite", "Cryptography"]),

        // 6 edge
        module("API", ["Base"]),
        module("JarvisClient", ["API", "Base"]),
        module("Backend", base + ["API", "Domain", "HTTPServer", "Identity", "Assistant", "Speech", "AudioCodecs", "VoicePrints"]),

        module("Satellites", base + ["Domain", "Wyoming", "CAvahi", "CShims"]),

        // 7 root
        .executableTarget(
            name: "jarvis",
            dependencies: base + [
                "API", "JarvisClient", "Backend", "Domain", "Understanding", "Identity", "Memory", "Language", "Speech", "Skills", "Intents", "Home",
                "Automations", "Assistant", "StorageSQLite", "Cryptography", "HTTPClient", "HTTPServer", "MQTT", "Wyoming", "YAML", "TurnTaking",
                "VoicePrints", "Satellites", "AudioCodecs", "Audit",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "jarvis-speech", dependencies: ["Base", "Wyoming", "Listening", "Recognition", "Synthesis", "SpokenText", "AudioCodecs"],
            swiftSettings: settings + speechHeaders, linkerSettings: speechLibraries),
        // what Benchmarks/wake measures
        .executableTarget(
            name: "wake-bench", dependencies: ["Listening"], path: "Benchmarks/wake/listen", swiftSettings: settings + speechHeaders,
            linkerSettings: speechLibraries),

        // tests
        .target(name: "TestSupport", dependencies: ["Base", "Lifecycle", "Observability"], path: "Tests/TestSupport", swiftSettings: settings),
        suite("BaseTests", ["Base"]),
        suite("ConfigurationTests", ["Configuration"]),
        suite("ObservabilityTests", ["Observability"]),
        suite("LifecycleTests", ["Lifecycle", "Observability"]),
        suite("CryptographyTests", ["Cryptography"]),
        suite("SQLiteTests", ["SQLite"]),
        suite("HTTPClientTests", ["Base", "HTTPClient", "HTTPServer", "Lifecycle", "Observability"]),
        suite("HTTPServerTests", ["Base", "HTTPServer", "Lifecycle", "Observability"]),
        suite("WyomingTests", ["Wyoming", "Lifecycle", "Observability"]),
        suite("UnderstandingTests", ["Understanding", "Domain"]),
        suite("IdentityTests", ["Identity", "Domain", "StorageSQLite", "Cryptography", "COpenSSL"]),
        suite("AuditTests", ["Audit", "Domain", "SQLite", "StorageSQLite", "Lifecycle", "Observability"]),
        suite("MemoryTests", ["Memory", "Domain", "StorageSQLite"]),
        suite("LanguageTests", ["Language", "Domain", "HTTPClient", "HTTPServer", "Lifecycle", "Observability"]),
        suite("SpokenTextTests", ["SpokenText", "Base"]),
        suite("AudioCodecsTests", ["AudioCodecs", "Base"]),
        engineSuite("ListeningTests", ["Listening", "Base"]),
        engineSuite("RecognitionTests", ["Recognition", "Base"]),
        engineSuite("SynthesisTests", ["Synthesis", "SpokenText", "Base"]),
        engineSuite(
            "SpeechTests", ["Base", "Speech", "Wyoming", "Domain", "Lifecycle", "Observability", "HTTPClient", "HTTPServer", "jarvis-speech"]),
        suite("TurnTakingTests", ["TurnTaking", "Domain", "Observability"]),
        suite("VoicePrintsTests", ["VoicePrints", "Domain", "StorageSQLite", "Cryptography", "Observability"]),
        suite("SatellitesTests", ["Satellites", "Domain", "Wyoming", "Lifecycle", "Observability"]),
        suite("SkillsTests", ["Skills", "Domain", "HTTPClient", "HTTPServer", "Lifecycle", "Observability"]),
        suite("MQTTTests", ["MQTT", "Lifecycle", "Observability"]),
        suite("YAMLTests", ["YAML", "Base"]),
        suite("IntentsTests", ["Intents", "Domain", "YAML"]),
        suite("HomeTests", ["Home", "Domain", "MQTT", "HTTPClient", "HTTPServer", "Lifecycle", "Observability"]),
        suite("AutomationsTests", ["Automations", "Domain", "StorageSQLite", "Lifecycle", "Observability"]),
        suite("AssistantTests", ["Assistant", "Domain", "Memory", "Observability"]),
        suite("StorageSQLiteTests", ["StorageSQLite", "Domain", "Cryptography", "SQLite"]),
        suite(
            "BackendTests",
            [
                "Backend", "API", "Domain", "Identity", "Assistant", "HTTPServer", "StorageSQLite", "Skills", "HTTPClient", "Home", "Automations", "Speech",
                "AudioCodecs", "VoicePrints", "Cryptography", "Audit", "Lifecycle", "Observability",
            ]),
        suite("APITests", ["API"]),
        suite("JarvisClientTests", ["JarvisClient"]),
        suite("EndToEndTests", ["API", "JarvisClient", "jarvis", "Cryptography", "HTTPClient", "HTTPServer", "Lifecycle", "Observability"]),
    ])
