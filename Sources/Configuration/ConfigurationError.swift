public import Base

/// Everything that is wrong with the configuration, so that it can be put right in one go.
public struct ConfigurationError: Error, CustomStringConvertible {
    public let issues: [ConfigurationIssue]

    init(_ issues: [ConfigurationIssue]) { self.issues = issues }

    public var description: String { text(in: .english) }

    /// One line for each problem.
    public func text(in language: Language) -> String {
        issues.map { $0.variable + language(fr: " : ", en: ": ") + $0.text(in: language) }.joined(separator: "\n")
    }
}

/// One thing that is wrong: the variable, and what to do about it. Never holds the value of a secret.
public struct ConfigurationIssue: Sendable, Hashable {
    public let variable: String
    private let french: String
    private let english: String

    init(_ variable: String, fr: String, en: String) {
        self.variable = variable
        french = fr
        english = en
    }

    public func text(in language: Language) -> String { language(fr: french, en: english) }
}

extension ConfigurationIssue {
    static func unreadable(_ setting: any ReadableSetting, _ found: Found?) -> Self {
        let value = setting.isSecret ? "" : " « \(found?.text.prefix(80) ?? "") »"
        let quoted = setting.isSecret ? "" : " \"\(found?.text.prefix(80) ?? "")\""
        return Self(
            setting.name, fr: "la valeur\(value)\(place(found, "du fichier")) ne convient pas ; il faut \(setting.expectationFR)",
            en: "the value\(quoted)\(place(found, "in")) will not do; expected \(setting.expectation)")
    }

    static func unknown(_ name: String, nearest: String?, file: String?) -> Self {
        let where_ = (fr: file.map { " dans \($0)" } ?? "", en: file.map { " in \($0)" } ?? "")
        guard let nearest else {
            return Self(
                name, fr: "variable inconnue\(where_.fr) ; « jarvis config show » montre toutes celles qui existent",
                en: "unknown variable\(where_.en); `jarvis config show` lists all there are")
        }
        return Self(name, fr: "variable inconnue\(where_.fr) ; vouliez-vous dire \(nearest) ?", en: "unknown variable\(where_.en); did you mean \(nearest)?")
    }

    static func both(_ name: String) -> Self {
        Self(
            name, fr: "définie deux fois, par \(name) et par \(name)_FILE ; n'en gardez qu'une",
            en: "set twice, by \(name) and by \(name)_FILE; keep one of them")
    }

    static func noFile(_ name: String, path: String) -> Self {
        Self(name, fr: "le fichier \(path) n'existe pas", en: "the file \(path) does not exist")
    }

    static func unreadableFile(_ name: String, path: String) -> Self {
        Self(
            name, fr: "le fichier \(path) ne peut pas être lu ; vérifiez ses droits et qu'il contient du texte en UTF-8",
            en: "the file \(path) cannot be read; check its permissions, and that it holds text in UTF-8")
    }

    static func badLine(_ line: Int, file: String) -> Self {
        Self("\(file):\(line)", fr: "cette ligne n'est pas de la forme NOM=valeur", en: "this line is not of the form NAME=value")
    }

    static func homeInFile(_ path: String) -> Self {
        Self(
            "JARVIS_HOME", fr: "ne peut pas être définie dans \(path), que Jarvis trouve grâce à elle ; définissez-la dans l'environnement",
            en: "cannot be set in \(path), which is found through it; set it in the environment")
    }

    private static func place(_ found: Found?, _ word: String) -> String {
        if case .file(let path) = found?.origin { " \(word) \(path)" } else { "" }
    }
}
