/// An error that has an answer of its own: thrown by a handler or middleware, rendered as problem details (RFC 9457).
public struct HTTPError: Error, Sendable, CustomStringConvertible {
    public var status: Status
    /// A URI that names the kind of problem; `about:blank` when the status says it all.
    public var type: String
    public var title: String
    /// One sentence for whoever sent the request, saying what to do.
    public var detail: String
    /// Header fields of the answer, like `Allow` or `Retry-After`.
    public var headers: ResponseHeaders

    public init(_ status: Status, title: String? = nil, detail: String, type: String = "about:blank", headers: ResponseHeaders = [:]) {
        self.status = status
        self.type = type
        self.title = title ?? status.phrase
        self.detail = detail
        self.headers = headers
    }

    public var description: String { "\(status) \(title): \(detail)" }

    /// The answer, in the one place where problems are written.
    /// - Parameter instance: the path that was asked for.
    public func response(instance: String, requestID: RequestID?) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        var text =
            "{\"type\":\(quoted(type)),\"title\":\(quoted(title)),\"status\":\(status.code),\"detail\":\(quoted(detail)),\"instance\":\(quoted(instance))"
        if let requestID { text += ",\"request_id\":\"\(requestID)\"" }
        return Response(status, headers: headers, body: .bytes(Array((text + "}").utf8)))
    }
}

/// A JSON string (RFC 8259, section 7).
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
