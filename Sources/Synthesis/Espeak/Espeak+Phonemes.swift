private import CEspeakNG

/// One clause of a text, as espeak-ng pronounces it.
struct PhonemeClause: Sendable, Equatable {
    /// Its phonemes in IPA; names within a word are parted by `Espeak.separator`, words by a space. May hold marks like `(en)` where the language changes.
    var phonemes: String
    /// The part of the text that it was read from, with the mark that ended it and the white space after that.
    var text: String
    /// Nothing of the text follows.
    var isLast: Bool
}

extension Espeak {
    static let separator: Unicode.Scalar = "\u{1F}"

    /// How a word is said, in IPA with `separator` between phonemes; `nil` when no voice speaks the language.
    package func phonemes(of word: String, language: String) throws(SynthesisError) -> String? {
        guard let voice = voices.speaking(language) else { return nil }
        return try clauses(of: word, voice: voice.name).map(\.phonemes).joined(separator: " ")
    }

    /// The phonemes of a text, clause by clause.
    ///
    /// - Parameter voice: one of `voices`.
    func clauses(of text: String, voice: String) throws(SynthesisError) -> [PhonemeClause] {
        try set(voice)
        // The library reads one character ahead of a clause and forgets it at the end of a text: a space there is no loss.
        let bytes = Array(text.harmless.utf8) + [UInt8(ascii: " "), 0]
        let clauses = Self.translate(bytes, mode: espeakPHONEMES_IPA)
        guard clauses.contains(where: { Self.hasSilentName($0.phonemes) }) else { return clauses }
        let names = Self.translate(bytes, mode: 0)
        guard names.count == clauses.count else { return clauses }
        return zip(clauses, names).map { clause, named in
            var clause = clause
            clause.phonemes = Self.writingGlides(clause.phonemes, names: named.phonemes)
            return clause
        }
    }

    private static func translate(_ bytes: [UInt8], mode: Int32) -> [PhonemeClause] {
        var clauses: [PhonemeClause] = []
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var next: UnsafeRawPointer? = base
            // What was read ahead, and belongs to the next clause.
            var ahead = ""
            while let start = next {
                let phonemes = espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), mode | Int32(separator.value) << 8).map { String(cString: $0) } ?? ""
                let end = next.map { $0 - base } ?? bytes.count - 1
                // No step forward is the end too: the library must never hold the thread.
                let isLast = next.map { $0 <= start } ?? true
                if isLast { next = nil }
                var text = ahead + String(decoding: buffer[min(start - base, end)..<end], as: UTF8.self)
                if !isLast { ahead = text.unicodeScalars.popLast().map(String.init) ?? "" }
                clauses.append(PhonemeClause(phonemes: phonemes, text: text, isLast: isLast))
            }
        }
        return clauses
    }

    /// Whether a phoneme has no sign in IPA: the glide after an i before a vowel is one of them.
    private static func hasSilentName(_ phonemes: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in phonemes.utf8 {
            if last == UInt8(ascii: separator), byte == last || byte == 0x20 { return true }
            last = byte
        }
        return last == UInt8(ascii: separator)
    }

    /// Version 1.51 leaves out in IPA the glide that its own notation calls `;`, and later ones write `ʲ`, which voices have learnt.
    static func writingGlides(_ phonemes: String, names: String) -> String {
        func isBorder(_ scalar: Unicode.Scalar) -> Bool { scalar == separator || scalar == " " }
        let signs = phonemes.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isBorder)
        let names = names.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isBorder)
        guard signs.count == names.count else { return phonemes }
        var written = String.UnicodeScalarView()
        for (sign, name) in zip(signs, names) {
            if sign.isEmpty, name.elementsEqual([";"]) { written.append("ʲ") } else { written.append(contentsOf: sign) }
            if sign.endIndex < phonemes.unicodeScalars.endIndex { written.append(phonemes.unicodeScalars[sign.endIndex]) }
        }
        return String(written)
    }
}
