public import Base

/// The templates, lists and rules of one language: a data file of home-assistant-intents, or several merged.
///
/// Its reply templates are left out: Jarvis says what it saw happen.
public struct IntentPackage: Sendable {
    /// Sentences that mean the same intent with the same fixed slots.
    struct Block: Sendable {
        var intent: String
        var sentences: [Template]
        var slots: [String: JSONValue]
        var requires: [String: Requirement]
        var excludes: [String: Requirement]
        var combination: String
        var response: String
        /// Lists and rules that hold for these sentences only.
        var lists: [String: List]
        var rules: [String: Template]
    }

    /// What the context must say: one of some values, or, without any, anything at all.
    struct Requirement: Sendable {
        var values: [JSONValue]
        /// The slot that the context's value goes to.
        var slot: String?
    }

    enum List: Sendable {
        case values([Value])
        case range(Range)
        case wildcard

        struct Value: Sendable {
            var template: Template
            var out: JSONValue
            var context: [String: JSONValue]
        }

        struct Range: Sendable, Hashable {
            var from: Int
            var to: Int
            var step: Int
            /// 1: whole numbers only; 2: halves too; 10: tenths too.
            var parts: Int
            var multiplier: Double
        }
    }

    var language: String
    var ignoresSpaces: Bool
    var skipWords: [String]
    var blocks: [Block]
    var lists: [String: List]
    var rules: [String: Template]

    /// Reads documents of one language; what a later one says of a list or rule replaces what an earlier one said.
    ///
    /// - Throws: `TemplateError` for a file that is not of this kind, or a template that cannot be read.
    public init(language: String, documents: [JSONValue]) throws(TemplateError) {
        self.language = language
        ignoresSpaces = false
        skipWords = []
        blocks = []
        lists = [:]
        rules = [:]
        for document in documents {
            guard case .object(let top) = document else { throw TemplateError("intents for \(language): not a JSON object") }
            if case .object(let settings)? = top["settings"], settings["ignore_whitespace"] == .bool(true) { ignoresSpaces = true }
            skipWords += Self.strings(top["skip_words"])
            lists.merge(try Self.lists(top["lists"])) { _, new in new }
            rules.merge(try Self.rules(top["expansion_rules"])) { _, new in new }
            guard case .object(let intents)? = top["intents"] else { continue }
            for (name, intent) in intents.sorted(by: { $0.key < $1.key }) {
                guard case .array(let data)? = intent["data"] else { continue }
                for block in data { blocks.append(try Self.block(name, block)) }
            }
        }
    }

    private static func block(_ intent: String, _ json: JSONValue) throws(TemplateError) -> Block {
        var sentences: [Template] = []
        for sentence in strings(json["sentences"]) { sentences.append(try Template(parsing: sentence)) }
        return Block(
            intent: intent, sentences: sentences, slots: object(json["slots"]), requires: requirements(json["requires_context"]),
            excludes: requirements(json["excludes_context"]), combination: json["metadata"]?["slot_combination"]?.string ?? "",
            response: json["response"]?.string ?? "", lists: try lists(json["lists"]), rules: try rules(json["expansion_rules"]))
    }

    private static func requirements(_ json: JSONValue?) -> [String: Requirement] {
        object(json).reduce(into: [:]) { result, entry in
            let (key, value) = entry
            switch value {
            case .object(let parts):
                let slot: String? = if case .bool(true)? = parts["slot"] { key } else { parts["slot"]?.string }
                result[key] = Requirement(values: parts["value"].map(values) ?? [], slot: slot)
            default: result[key] = Requirement(values: values(value), slot: nil)
            }
        }
    }

    private static func values(_ json: JSONValue) -> [JSONValue] {
        switch json {
        case .array(let values): values
        case .null: []
        default: [json]
        }
    }

    private static func lists(_ json: JSONValue?) throws(TemplateError) -> [String: List] {
        var lists: [String: List] = [:]
        for (name, list) in object(json) {
            if case .bool(true)? = list["wildcard"] {
                lists[name] = .wildcard
            } else if case .object(let range)? = list["range"] {
                guard let from = range["from"]?.number, let to = range["to"]?.number, from <= to, abs(from) <= 1e6, abs(to) <= 1e6 else {
                    throw TemplateError("the range of \(name) has no usable ends")
                }
                let parts =
                    switch range["fractions"]?.string {
                    case "halves": 2;
                    case "tenths": 10;
                    default: 1
                    }
                lists[name] = .range(
                    List.Range(
                        from: Int(from), to: Int(to), step: max(1, Int(range["step"]?.number ?? 1)), parts: parts, multiplier: range["multiplier"]?.number ?? 1)
                )
            } else if case .array(let items)? = list["values"] {
                var values: [List.Value] = []
                for item in items {
                    let text = item.string ?? item["in"]?.string ?? ""
                    // A plain string stands for itself, brackets and all.
                    let out = item["out"] ?? .string(text)
                    values.append(List.Value(template: try Template(parsing: text), out: out, context: object(item["context"])))
                }
                lists[name] = .values(values)
            }
        }
        return lists
    }

    private static func rules(_ json: JSONValue?) throws(TemplateError) -> [String: Template] {
        var rules: [String: Template] = [:]
        for (name, body) in object(json) { rules[name] = try Template(parsing: body.string ?? "") }
        return rules
    }

    private static func object(_ json: JSONValue?) -> [String: JSONValue] { if case .object(let object)? = json { object } else { [:] } }

    private static func strings(_ json: JSONValue?) -> [String] {
        guard case .array(let values)? = json else { return json?.string.map { [$0] } ?? [] }
        return values.compactMap(\.string)
    }
}
