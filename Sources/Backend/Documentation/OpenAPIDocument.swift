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
                "schemas": .object(schemas()),
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]],
            ],
        ]
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
            schemas[String(parts[0])] = ["type": "object", "properties": .object(properties), "required": .array(required)]
        }
        return schemas
    }

    static func schema(_ word: Substring) -> JSONValue {
        if word.hasPrefix("["), word.hasSuffix("]") { return ["type": "array", "items": schema(word.dropFirst().dropLast())] }
        if word.contains("|") { return ["type": "string", "enum": .array(word.split(separator: "|").map { .string(String($0)) })] }
        switch word {
        case "string", "number", "integer", "boolean": return ["type": .string(String(word))]
        case "uuid": return ["type": "string", "format": "uuid"]
        case "date": return ["type": "string", "format": "date-time"]
        case "base64": return ["type": "string", "contentEncoding": "base64"]
        case "any": return [:]
        default: return ["$ref": .string("#/components/schemas/\(word)")]
        }
    }
}

/// One line of `Contract.routes`.
private struct Operation {
    let method: String, path: String
    private let body: Substring, status: String, answer: Substring, summary: String

    init?(_ line: Substring) {
        let halves = line.split(separator: ";", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        let words = halves[0].split(separator: " ")
        guard words.count == 6 else { return nil }
        (method, path, body, status, answer) = (String(words[0]), String(words[1]), words[2], String(words[4]), words[5])
        summary = halves[1].drop { $0 == " " }.description
    }

    func document(isPublic: Bool) -> JSONValue {
        let problem: JSONValue = ["description": "What went wrong", "content": ["application/problem+json": ["schema": OpenAPIDocument.schema("Problem")]]]
        var operation: [String: JSONValue] = [
            "summary": .string(summary), "responses": .object([status: success, "default": problem]), "security": isPublic ? [] : [["bearer": []]],
        ]
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if body != "-" {
            let media = ["form": "application/x-www-form-urlencoded", "lines": "application/x-ndjson"]
            let parts = body.split(separator: ":")
            operation["requestBody"] = [
                "required": true,
                "content": .object([
                    (parts.count == 2 ? media[String(parts[0])] : nil) ?? "application/json": ["schema": OpenAPIDocument.schema(parts.last ?? body)]
                ]),
            ]
        }
        return .object(operation)
    }

    private var success: JSONValue {
        let content: (String, JSONValue)? =
            switch answer {
            case "none": nil
            case "text": ("text/plain", ["type": "string"])
            case "audio": ("audio/wav", [:])
            case "lines": ("application/x-ndjson", OpenAPIDocument.schema("Memory"))
            case "events": ("text/event-stream", ["type": "string"])
            case _ where answer.hasPrefix("["):
                (
                    "application/json",
                    [
                        "type": "object", "required": ["items"],
                        "properties": ["items": OpenAPIDocument.schema(answer), "next_cursor": ["type": "string"]],
                    ]
                )
            default: ("application/json", OpenAPIDocument.schema(answer))
            }
        guard let content else { return ["description": "Done"] }
        return ["description": "Done", "content": .object([content.0: ["schema": content.1]])]
    }

    private static let filter: [(String, Substring)] = [
        ("kind", "string"), ("from", "date"), ("until", "date"), ("conversation_id", "string"), ("pinned", "boolean"), ("shared", "boolean"),
    ]
    private static let memoryParameters: [String: [(String, Substring)]] = [
        "GET /memories": [("query", "string")] + filter, "GET /memories/export": filter,
        "GET /memories/facts": [("about", "string"), ("history", "boolean")], "DELETE /memories/{id}": [("forever", "boolean")],
    ]

    private var parameters: [JSONValue] {
        var parameters: [JSONValue] = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            ["name": .string(String($0.dropFirst().dropLast())), "in": "path", "required": true, "schema": ["type": "string"]]
        }
        if answer.hasPrefix("["), method == "GET" {
            parameters.append(["name": "limit", "in": "query", "schema": ["type": "integer", "minimum": 1, "maximum": 200]])
            parameters.append(["name": "cursor", "in": "query", "schema": ["type": "string"]])
        }
        if path == "/home/entities" { parameters += ["area", "domain"].map { ["name": .string($0), "in": "query", "schema": ["type": "string"]] } }
        for (name, type) in Self.memoryParameters["\(method) \(path)"] ?? [] {
            parameters.append(["name": .string(name), "in": "query", "schema": OpenAPIDocument.schema(type)])
        }
        if path == "/weather" { parameters.append(["name": "city", "in": "query", "schema": ["type": "string"]]) }
        let ofOpenID = ["/auth/oidc/start": ["challenge"], "/auth/oidc/callback": ["state", "code", "error", "iss"]]
        parameters += (ofOpenID[path] ?? []).map { ["name": .string($0), "in": "query", "schema": ["type": "string"]] }
        if path == "/ws" { parameters.append(["name": "ticket", "in": "query", "schema": ["type": "string"]]) }
        return parameters
    }
}
