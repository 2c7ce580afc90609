import API
import Base
import Domain
import Foundation
public import HTTPServer

/// The one place where errors of features become answers.
public enum Problems {
    /// `nil` for what is not meant for the client's eyes: the server then answers 500 and keeps the reason in its log.
    public static func httpError(for error: any Error) -> HTTPError? {
        switch error {
        case let problem as Problem:
            var headers: ResponseHeaders = [:]
            if problem.code.status == Problem.Code.unauthenticated.status { headers[.wwwAuthenticate] = "Bearer" }
            if let wait = problem.retryAfter {
                headers[.retryAfter] = String(wait.wholeSeconds)
            } else if problem.code == .unavailable || problem.code == .tooManyRequests {
                headers[.retryAfter] = "5"
            }
            return HTTPError(
                Status(problem.code.status), detail: problem.detail, type: "urn:jarvis:problem:\(problem.code.name)", headers: headers)
        case let wire as WireError:
            return HTTPError(.badRequest, detail: wire.description, type: "urn:jarvis:problem:invalid")
        default: return nil
        }
    }

    /// The same as a body, for streams that have begun.
    static func details(for error: any Error, instance: String, requestID: RequestID) -> ProblemDetails {
        let error =
            httpError(for: error) ?? error as? HTTPError
            ?? HTTPError(.internalServerError, detail: "Something went wrong here; the log has the reason under this request id.")
        return ProblemDetails(
            type: error.type, title: error.title, status: error.status.code, detail: error.detail, instance: instance, requestID: requestID.description)
    }
}

extension Request {
    /// The body as a type of the contract.
    /// - Throws: `WireError`; status 415 when the client calls it something else than JSON.
    func decode<T: Decodable>(_ type: T.Type = T.self) throws -> T {
        if let media = headers[.contentType], !Self.isJSON(media) {
            throw HTTPError(.unsupportedMediaType, detail: "the body must be JSON: send it with the content type application/json")
        }
        let value = try JSON.decodeBody(type, from: Data(body))
        try checkMembers()
        return value
    }

    /// A misspelt member of a change would be passed over in silence, and the change be about too little.
    private func checkMembers() throws {
        guard let template, let known = Contract.members(of: "\(method) \(template)"),
            case .object(let members) = try JSONValue(parsing: String(decoding: body, as: UTF8.self))
        else { return }
        for name in members.keys.sorted() where !known.contains(name) {
            throw Problem(
                .invalid, "the body has a member that is not known here: \(name.withoutControls.prefix(40)); \(known.joined(separator: ", ")) may be changed")
        }
    }

    private static func isJSON(_ media: String) -> Bool {
        if media == "application/json" { return true }
        let name = media.prefix { $0 != ";" && $0 != " " }.lowercased()
        return name == "application/json" || name.hasPrefix("application/") && name.hasSuffix("+json")
    }

    /// A path parameter that is an id; what is none does not exist.
    func identifier<Tag>(_ name: String = "id", of type: Tag.Type = Tag.self) throws -> Identifier<Tag> {
        guard let id = Identifier<Tag>(parameter(name) ?? "") else { throw Problem(.notFound, "there is nothing with this id") }
        return id
    }

    /// `?limit=`, between 1 and `most`.
    func limit(default usual: Int = 50, most: Int = 200) throws -> Int {
        guard let text = query["limit"] else { return usual }
        guard let limit = Int(text), (1...most).contains(limit) else { throw Problem(.invalid, "limit must be a whole number from 1 to \(most)") }
        return limit
    }
}

extension Response {
    /// A body of the contract.
    static func json(_ body: some Encodable, status: Status = .ok) throws -> Response {
        Response(status, headers: [.contentType: "application/json", .cacheControl: "no-store"], body: .bytes(Array(try JSON.encode(body))))
    }
}
