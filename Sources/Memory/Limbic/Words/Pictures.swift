extension LimbicLexicon {
    /// Pictures and faces mean the same in both languages.
    static let pictures = """
        8 8: 🥳, 🤩, 🎉, 🎊, 🏆
        8 6: 😍, 🥰, ❤️, 💕, 💖, 💗, 💞, 💝, 😻, <3
        6 6: 😂, 🤣, 😆, 😁, 😄, 😃, 😀, :D, =D, ;D, :-D, 🙌, 💪, 🔥
        6 3: 😊, ☺️, 🙂, 😌, 😇, 🤗, 😘, 😚, 💋, :), :-), =), (:, ^^, 🌞, ☀️, 🌈
        4 3: 👍, 👌, ✅, 👏, 🙏, 😉, 😎, ;), ;-), 😋, 😜, 😝, 😛, :p, :P, 💐, 🌹, ✨, ⭐, 🍀
        -3 2: 😐, 😑, 😶, 🙄, 😒, 😕, 🫤, :/, :-/, 😬, 👎, 😴, 🥱, 😪
        -6 3: 😞, 😔, 🙁, ☹️, 😟, 😓, 😥, 😢, :(, :-(, =(, 💔, 🥺, 😿, 🤒, 🤕, 😷, 🤧
        -8 6: 😭, 😩, 😫, 😖, 😣, 🤮, 🤢, :'(
        -8 8: 😡, 😠, 🤬, 😤, 👿, 💢
        -7 8: 😱, 😨, 😰, 😧, 😦
        -2 6: 😳, 😵, 🤯
        -3 4: 🖕, 💩
        """

    /// How long the face is that begins at `at`, if one does. A digit before it makes it a time of day, a letter before ":/" an address.
    static func emoticonLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, after before: UInt8) -> Int? {
        switch bytes[at] {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "^"), UInt8(ascii: "("): break
        default: return nil
        }
        guard !(0x30...0x39).contains(before), at + 1 < bytes.count else { return nil }
        for length in stride(from: min(3, bytes.count - at), through: 2, by: -1) {
            let last = bytes[at + length - 1]
            if last == UInt8(ascii: "/"), before != UInt8(ascii: " ") { continue }
            if last | 0x20 >= 0x61, at + length < bytes.count, bytes[at + length] | 0x20 >= 0x61 { continue }
            if emoticons.contains(LetterHash.of(bytes[at..<at + length])) { return length }
        }
        return nil
    }

    private static let emoticons = Set(
        ["<3", ":D", "=D", ";D", ":-D", ":)", ":-)", "=)", "(:", "^^", ";)", ";-)", ":p", ":P", ":/", ":-/", ":(", ":-(", "=(", ":'("]
            .map { LetterHash.of($0.utf8) })
}
