import Base
import Domain
import Foundation
import YAML

/// A file of test sentences as home-assistant-intents has them: a home, and sentences with the intent and the slots each must give.
struct IntentTestFile {
    struct Case {
        var sentence: String
        var intent: String
        var slots: [String: JSONValue]
    }

    let path: String
    let language: String
    let home: HomeModel
    let cases: [Case]
    /// The area where the sentences are said, when the file names one.
    let area: String?

    /// `INTENT/COMBINATION`, from the names of the folder and the file.
    let combination: String

    /// - Parameter path: …/LANGUAGE/INTENT/name.yaml; `_fixtures.yaml` beside the intents' folders holds a home for all of a language.
    init(path: String) throws {
        self.path = path
        let url = URL(filePath: path)
        let document = try Self.read(url)
        let intentFolder = url.deletingLastPathComponent()
        let fixtures = intentFolder.deletingLastPathComponent().appending(path: "_fixtures.yaml")
        let shared: JSONValue? = FileManager.default.fileExists(atPath: fixtures.path) ? try Self.read(fixtures) : nil
        language = document["language"]?.string ?? intentFolder.deletingLastPathComponent().lastPathComponent
        let intent = intentFolder.lastPathComponent
        combination = intent + "/" + url.deletingPathExtension().lastPathComponent
        var home = HomeModel()
        var area: String?
        for source in [shared, document].compactMap({ $0 }) {
            for item in Self.items(source["floors"]) {
                guard let name = item["name"]?.string else { continue }
                if home.floors.contains(where: { $0.name == name }) { continue }
                home.floors.append(.init(id: item["id"]?.string ?? name, name: name, aliases: Self.strings(item["aliases"])))
            }
            for item in Self.items(source["areas"]) {
                guard let name = item["name"]?.string else { continue }
                let id = item["id"]?.string ?? name
                if home.areas.contains(where: { $0.id == id }) { continue }
                home.areas.append(.init(id: id, name: name, aliases: Self.strings(item["aliases"]), floor: item["floor"]?.string))
                if item["context_area"] == .bool(true) { area = id }
            }
            for item in Self.items(source["entities"]) {
                guard let name = item["name"]?.string ?? item["name"]?["in"]?.string else { continue }
                // What a file says again of the shared house is the same thing.
                let domain = item["domain"]?.string ?? item["id"]?.string.map { String($0.prefix { $0 != "." }) } ?? "sensor"
                if home.entities.contains(where: { $0.name.lowercased() == name.lowercased() && $0.domain == domain }) { continue }
                let id = item["id"]?.string ?? "\(item["domain"]?.string ?? "sensor").\(home.entities.count)"
                // The sentences put things into rooms where the house does not have them: the grammar is tested, not the house.
                home.entities.append(
                    .init(
                        id: id, name: name, aliases: Self.strings(item["aliases"]), area: nil,
                        deviceClass: item["attributes"]?["device_class"]?.string, isExposed: item["is_exposed"] != .bool(false)))
            }
        }
        // Somewhere to be, for sentences that mean "here".
        if home.areas.isEmpty { home.areas.append(.init(id: "here", name: "Jarvis")) }
        self.home = home
        self.area = area
        var cases: [Case] = []
        for test in Self.items(document["tests"]) {
            // Older files name the intent in each test.
            let named = test["intent"]?["name"]?.string
            let slots: JSONValue? = test["slots"] ?? test["intent"]?["slots"]
            var expected: [String: JSONValue] = [:]
            if case .object(let values)? = slots { expected = values }
            for sentence in Self.strings(test["sentences"]) { cases.append(Case(sentence: sentence, intent: named ?? intent, slots: expected)) }
        }
        self.cases = cases
    }

    /// All test files at or below some paths.
    static func find(_ paths: [String]) throws -> [String] {
        var found: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Failure(fr: "« \(path) » n'existe pas.", en: "\(path) does not exist.")
            }
            if !isFolder.boolValue {
                found.append(path)
                continue
            }
            let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            found += below.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("_fixtures.yaml") }.map { path + "/" + $0 }
        }
        return found.sorted()
    }

    private static func read(_ url: URL) throws -> JSONValue {
        do {
            return try YAML.decode(String(decoding: Data(contentsOf: url), as: UTF8.self))
        } catch let failure as YAML.Failure {
            throw Failure(fr: "« \(url.path) » ne se lit pas : \(failure)", en: "\(url.path) cannot be read: \(failure)")
        }
    }

    private static func items(_ json: JSONValue?) -> [JSONValue] { if case .array(let items)? = json { items } else { [] } }
    private static func strings(_ json: JSONValue?) -> [String] { items(json).compactMap { $0.string ?? $0.number.map { "\($0)" } } }
}
