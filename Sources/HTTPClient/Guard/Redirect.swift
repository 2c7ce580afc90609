private import Foundation

extension HTTPResponse {
    /// Where it sends the client (RFC 9110, section 15.4); `nil` for every other answer. Spaces, which no URL holds, are written as `%20`.
    var redirect: String? {
        guard [301, 302, 303, 307, 308].contains(status), let location = headers["Location"]?.trimmingCharacters(in: .whitespaces), !location.isEmpty else {
            return nil
        }
        return location.replacingOccurrences(of: " ", with: "%20")
    }
}

extension HTTPRequest {
    /// What describes the body, and goes with it.
    private static let ofTheBody: Set<String> = [
        "content-type", "content-encoding", "content-language", "content-location", "content-length", "content-digest", "repr-digest", "digest",
        "last-modified", "transfer-encoding",
    ]
    /// What another server may see. All else may be a secret, `Authorization` and `Cookie` to begin with.
    private static let forAnyone: Set<String> = ["accept", "accept-language", "user-agent"]

    /// The request that follows a redirect (RFC 9110, section 15.4): a GET without a body after 303, and after 301 or 302 to a POST; else the same again.
    func redirected(by status: Int, isSameOrigin: Bool) -> HTTPRequest {
        var next = self
        if status == 303 ? method != "HEAD" && method != "GET" : [301, 302].contains(status) && method == "POST" {
            next.method = "GET"
            next.isIdempotent = nil
            next.body = []
        }
        let keepsBody = next.method == method
        next.headers = HTTPHeaders()
        for field in headers.fields {
            let name = field.name.lowercased()
            let stays = Self.ofTheBody.contains(name) ? keepsBody : isSameOrigin || Self.forAnyone.contains(name)
            if stays { next.headers.add(field.name, field.value) }
        }
        return next
    }
}
