import Base

/// `Contract` written out as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0).
enum OpenAPIDocument {
    /// - Parameter publicRoutes: `METHOD template` of the routes that need no token.
    static func make(version: String, publicRoutes: Set<String>) -> JSONValue {
        var paths: [String: JSONValue] = [:]
        for line in Contract.routes.split(separator: "\n") {
            guard let operation = Operation(line) else { continue }
            guard case .object(var methods) = paths[operation.path] ?? [:] else { continue }
            methods[operation.method.lowercased()] = operation.document(isPublic: publicRoutes.contains("\(operation.method) \(operation.path)"))
            paths[operation.path] = .object(methods)
        }
        return [
            "openapi": "3.1.0",
            "info": ["title": "Jarvis", "version": .string(version), "summary": "A private voice assistant"],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas()), "responses": ["Problem": problem("What went wrong"), "Later": later],
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]],
            ],
        ]
    }

    /// RFC 9457.
    private static func problem(_ description: JSONValue) -> JSONValue {
        ["description": description, "content": ["application/problem+json": ["schema": schema("Problem")]]]
    }

    /// One that says when to try again.
    private static var later: JSONValue {
        guard case .object(var later) = problem("Not now") else { return [:] }
        later["headers"] = ["Retry-After": ["description": "Seconds", "required": true, "schema": schema("integer(0..)")]]
        return .object(later)
    }

    private static func schemas() -> [String: JSONValue] {
        var schemas: [String: JSONValue] = [:]
        for line in Contract.types.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            var properties: [String: JSONValue] = [:], required: [JSONValue] = []
            for field in parts[1].split(separator: ",") {
                let words = field.split(separator: " ")
                guard words.count == 2 else { continue }
                let isRequired = words[0].hasSuffix("!")
                let name = String(isRequired ? words[0].dropLast() : words[0])
                properties[name] = schema(words[1])
                if isRequired { required.append(.string(name)) }
            }
            var schema: [String: JSONValue] = ["type": "object", "properties": .object(properties), "required": .array(required)]
            if Contract.changes.contains(parts[0]) { schema["additionalProperties"] = false }
            schemas[String(parts[0])] = .object(schema)
        }
        return schemas
    }

    /// A type as `Contract.types` writes it.
    static func schema(_ word: Substring) -> JSONValue {
        if word.hasSuffix(")"), let open = word.lastIndex(of: "(") { return bounded(schema(word[..<open]), word[open...].dropFirst().dropLast()) }
        if word.hasPrefix("["), word.hasSuffix("]") { return ["type": "array", "items": schema(word.dropFirst().dropLast())] }
        if word.contains("|") { return ["type": "string", "enum": .array(word.split(separator: "|").map { .string(String($0)) })] }
        switch word {
        case "string", "number", "integer", "boolean", "object": return ["type": .string(String(word))]
        case "uuid": return ["type": "string", "format": "uuid"]
        case "date": return ["type": "string", "format": "date-time"]
        case "base64": return ["type": "string", "contentEncoding": "base64"]
        case "any": return [:]
        default: return ["$ref": .string("#/components/schemas/\(word)")]
        }
    }

    /// What bounds each type: the least, the most, and what shuts the least out.
    private static let bounds = [
        "string": ("minLength", "maxLength"), "array": ("minItems", "maxItems"), "object": ("minProperties", "maxProperties"),
        "number": ("minimum", "maximum"), "integer": ("minimum", "maximum"),
    ]

    /// - Parameter range: `a..b`, `a..`, `..b`, `>a..b`.
    private static func bounded(_ schema: JSONValue, _ range: Substring) -> JSONValue {
        guard case .object(var members) = schema, let (least, most) = bounds[members["type"]?.string ?? ""] else { return schema }
        let ends = range.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return schema }
        let isOpen = ends[0].hasPrefix(">")
        if let value = Double(ends[0].drop { $0 == ">" }) { members[isOpen ? "exclusiveMinimum" : least] = .number(value) }
        if let value = Double(ends[1]) { members[most] = .number(value) }
        return .object(members)
    }
}

/// One line of `Contract.routes`.
private struct Operation {
    let method: String, path: String
    private let body: Substring, status: String, answer: Substring, summary: String
    /// Statuses of its own besides.
    private let others: [String]

    init?(_ line: Substring) {
        let halves = line.split(separator: ";", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        let words = halves[0].split(separator: " ")
        guard words.count == 6 else { return nil }
        (method, path, body, answer) = (String(words[0]), String(words[1]), words[2], words[5])
        let statuses = words[4].split(separator: ",").map(String.init)
        (status, others) = (statuses[0], Array(statuses.dropFirst()))
        summary = halves[1].drop { $0 == " " }.description
    }

    func document(isPublic: Bool) -> JSONValue {
        var responses = [status: success]
        for code in problems(isPublic: isPublic) { responses[code] = ["$ref": "#/components/responses/Problem"] }
        for code in ["429", "503"] { responses[code] = ["$ref": "#/components/responses/Later"] }
        var operation: [String: JSONValue] = [
            "summary": .string(summary), "responses": .object(responses), "security": isPublic ? [] : [["bearer": []]],
        ]
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if body != "-" { operation["requestBody"] = ["required": .bool(!Self.optionalBodies.contains("\(method) \(path)")), "content": .object(content)] }
        return .object(operation)
    }

    // MARK: answers

    /// What may be refused, besides what is refused for a while.
    private func problems(isPublic: Bool) -> [String] {
        var codes = ["400", "403"]
        // Signing in is public, and refused all the same.
        if !isPublic || method == "POST" { codes.append("401") }
        if path.contains("{") { codes.append("404") }
        if method != "GET" { codes.append("409") }
        if body != "-" { codes += ["411", "413", "415"] }
        return codes + others
    }

    private var success: JSONValue {
        let content: [String: JSONValue] =
            switch answer {
            case "none": [:]
            case "text": ["text/plain": ["schema": ["type": "string"]]]
            case "any|text": ["application/json": ["schema": [:]], "text/plain": ["schema": ["type": "string"]]]
            case "html": ["text/html": ["schema": ["type": "string"]]]
            case "audio": ["audio/wav": [:], "audio/L16": [:], "audio/ogg": [:]]
            case "lines": ["application/x-ndjson": ["schema": OpenAPIDocument.schema("Memory")]]
            case "records": ["application/x-ndjson": ["schema": OpenAPIDocument.schema("Record")]]
            case "events": ["text/event-stream": [:]]
            case _ where answer.hasPrefix("["):
                [
                    "application/json": [
                        "schema": [
                            "type": "object", "required": ["items"],
                            "properties": ["items": OpenAPIDocument.schema(answer), "next_cursor": ["type": "string"]],
                        ]
                    ]
                ]
            default: ["application/json": ["schema": OpenAPIDocument.schema(answer)]]
            }
        return content.isEmpty ? ["description": "Done"] : ["description": "Done", "content": .object(content)]
    }

    // MARK: questions

    private static let optionalBodies: Set<String> = ["POST /memories/restore", "POST /home/entities/{id}/{service}"]

    private var content: [String: JSONValue] {
        if body == "recording" {
            let file: JSONValue = ["type": "object", "required": ["file"], "properties": ["file": ["type": "string", "contentMediaType": "audio/wav"]]]
            return ["application/octet-stream": [:], "multipart/form-data": ["schema": file]]
        }
        let media = ["form": "application/x-www-form-urlencoded", "lines": "application/x-ndjson"]
        let parts = body.split(separator: ":")
        return [(parts.count == 2 ? media[String(parts[0])] : nil) ?? "application/json": ["schema": OpenAPIDocument.schema(parts.last ?? body)]]
    }

    private static let paging: [(String, Substring)] = [("limit", "integer(1..200)"), ("cursor", "string")]
    private static let filter: [(String, Substring)] = [
        ("kind", "string"), ("from", "date"), ("until", "date"), ("conversation_id", "string"), ("pinned", "boolean"), ("shared", "boolean"),
    ]
    private static let queries: [String: [(String, Substring)]] = [
        "GET /memories": [("query", "string")] + filter + paging, "GET /memories/export": filter, "GET /memories/bin": paging,
        "GET /memories/facts": [("about", "string"), ("history", "boolean")], "DELETE /memories/{id}": [("forever", "boolean")],
        "GET /conversations": paging, "GET /auth/oidc/start": [("challenge", "string")],
        "GET /auth/oidc/callback": [("state", "string"), ("code", "string"), ("error", "string"), ("iss", "string")],
        "GET /automations/{id}/runs": [("limit", "integer(1..200)")],
        "GET /home/entities": [("area", "string"), ("domain", "string")], "GET /weather": [("city", "string(1..60)")], "GET /ws": [("ticket", "string")],
        "POST /transcribe": [("language", "fr|en"), ("model", "string")],
    ]

    private var parameters: [JSONValue] {
        // Ids are UUIDs, but those of the house are its own.
        let id: Substring = path.hasPrefix("/home/") ? "string" : "uuid"
        let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
        let inPath = named.map { Self.parameter($0, "path", $0 == "id" ? id : $0 == "name" ? "string(1..100)" : "string") }
        return inPath + (Self.queries["\(method) \(path)"] ?? []).map { Self.parameter(Substring($0), "query", $1) }
    }

    private static func parameter(_ name: Substring, _ place: JSONValue, _ type: Substring) -> JSONValue {
        ["name": .string(String(name)), "in": place, "required": .bool(place == "path"), "schema": OpenAPIDocument.schema(type)]
    }
}
