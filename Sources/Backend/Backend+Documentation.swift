import Base
import HTTPServer

extension Backend {
    func addDocumentationRoutes(to router: inout Router) {
        let document = OpenAPIDocument.make(version: options.version, publicRoutes: Access.publicRoutes)
        router.get("/openapi.json") { _ in try .json(document) }
        router.get("/docs") { _ in
            Response(headers: [.contentType: "text/html; charset=utf-8"], body: .bytes(Array(ReferencePage.html(document).utf8)))
        }
    }
}

/// The API document as a page that needs no script: every route with what it takes and gives.
enum ReferencePage {
    static func html(_ document: JSONValue) -> String {
        var rows = ""
        guard case .object(let paths)? = document["paths"] else { return "" }
        for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
            guard case .object(let methods) = methods else { continue }
            for (method, operation) in methods.sorted(by: { $0.key < $1.key }) {
                let isPublic = operation["security"] == []
                rows += """
                    <tr><td><code>\(method.uppercased())</code></td><td><code>\(escape(path))</code></td><td>\(escape(operation["summary"]?.string ?? ""))</td>\
                    <td>\(escape(reference(operation["requestBody"])))</td><td>\(isPublic ? "anyone" : "signed in")</td></tr>

                    """
            }
        }
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Jarvis: API</title></head>
            <body><h1>Jarvis: API</h1><p>The whole contract, for programs: <a href="/openapi.json">openapi.json</a>.</p>
            <table><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Body</th><th>For</th></tr></thead><tbody>
            \(rows)</tbody></table></body></html>
            """
    }

    /// The name of the schema that a body refers to.
    private static func reference(_ body: JSONValue?) -> String {
        guard case .object(let media)? = body?["content"], let reference = media.values.first?["schema"]?["$ref"]?.string else { return "" }
        return String(reference.split(separator: "/").last ?? "")
    }

    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
