import Glibc

/// The header fields of every response, as libmicrohttpd takes them: made once for each event loop.
final class SecurityFields {
    private struct Field {
        let name: HeaderName
        let text: UnsafeMutablePointer<CChar>?, value: UnsafeMutablePointer<CChar>?

        init(_ name: HeaderName, _ value: String) {
            self.name = name
            text = strdup(name.text)
            self.value = strdup(value)
        }
    }

    let fields: SecurityHeaders.Fields
    private let always: [Field], overTLS: [Field]

    init(_ headers: SecurityHeaders) {
        fields = headers.fields
        always = fields.always.map { Field($0, $1) }
        overTLS = fields.overTLS.map { [Field($0, $1)] } ?? []
    }

    deinit {
        for field in always + overTLS {
            free(field.text)
            free(field.value)
        }
    }

    /// Calls `body` with the name and value of each that `headers` do not have.
    func forEach(missingIn headers: ResponseHeaders, isSecure: Bool, _ body: (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Void) {
        for field in always where !headers.contains(field.name) { body(field.text, field.value) }
        guard isSecure else { return }
        for field in overTLS where !headers.contains(field.name) { body(field.text, field.value) }
    }
}
