/// Voices of Piper that Jarvis offers to download.
///
/// All are from the one collection, which is under the MIT licence; a licence here is that of the recordings a voice was trained on, where it is known for sure.
package enum PiperCatalogue {
    /// Where the files are; a setting may name a mirror with the same paths.
    package static let base = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
    /// For people.
    package static let home = "https://huggingface.co/rhasspy/piper-voices"

    package struct File: Sendable, Hashable {
        /// Below the base: `fr/fr_FR/siwis/medium/fr_FR-siwis-medium.onnx`.
        package let path: String
        /// In bytes.
        package let size: Int
        /// In lower-case hexadecimal digits, as the collection's index has it: it tells a broken download, not a forged one.
        package let md5: String
    }

    package struct Entry: Sendable, Hashable {
        /// `fr_FR-siwis-medium`.
        package let name: String
        /// `fr-fr`.
        package let language: String
        /// `low` (16 kHz), `medium` or `high`.
        package let quality: String
        /// In the order of their numbers; empty when there is one, or when they have only numbers.
        package let speakers: [String]
        /// Of the recordings: an SPDX expression or a few words; what is not known for sure says to look at the source.
        package let licence: String
        /// The page to look at: of the recordings, or the voice's card.
        package let source: String
        package let model: File
        package let configuration: File
    }

    package static func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// Where a voice stands among those of its language: what is not in the catalogue was chosen by somebody, and comes first.
    static func rank(_ name: String) -> Int { entries.firstIndex { $0.name == name } ?? -1 }

    /// The first voice of a language is the one to take.
    package static let entries: [Entry] = [
        entry(
            "fr_FR", "siwis", "medium", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/2353",
            (63_201_294, "20e876e8c839e9b11a26085858f2300c"), (4875, "a407e7e6901feb79c2ea2a5466076cce")),
        entry(
            "fr_FR", "siwis", "low", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/2353",
            (28_130_791, "fcb614122005d70f27e4e61e58b4bb56"), (4157, "5222111c6eaa632c7ea01a5a8938e5e1")),
        entry(
            "fr_FR", "upmc", "medium", nil, nil, speakers: ["jessica", "pierre"],
            (76_733_615, "6837ede9408c7e1b39fa4a126af9e865"), (4996, "574571ae93aba72dbd159582981037da")),
        entry("fr_FR", "tom", "medium", nil, nil, (63_511_038, "5b460c2394a871e675f5c798af149412"), (4959, "964d58602df7adf76c2401b070f68ea2")),
        entry(
            "fr_FR", "mls", "medium", "CC-BY-4.0", "https://www.openslr.org/94/",
            (76_733_750, "87831389d3ae92347d91e38b0c57add9"), (7036, "be41a30aab03788f5e5c4fe51620ccbe")),
        entry(
            "fr_FR", "mls_1840", "low", "CC-BY-4.0", "https://www.openslr.org/94/",
            (63_104_526, "1873b5d95cb0aad9909d32d1747ae72b"), (4160, "eb0a76447f47f9114f832b1a0da9a8b3")),
        entry("fr_FR", "gilles", "low", nil, nil, (63_104_526, "f984386d1f0927597f09a3ec10b11b5d"), (4158, "38b1775fef8b9de50f15f63c5d8b8643")),
        entry(
            "en_US", "ljspeech", "medium", "public domain", "https://keithito.com/LJ-Speech-Dataset/",
            (63_531_379, "109d552e9dd78d92d1169a7edd6de38d"), (4972, "0668112b8b3ac5bb4b12c2b1a366776a")),
        entry(
            "en_US", "ljspeech", "high", "public domain", "https://keithito.com/LJ-Speech-Dataset/",
            (114_199_011, "dad093b5d2cff6a5fda99883ceda09d1"), (4970, "de98fc398ddead60fb82d93bfafb3ad1")),
        entry(
            "en_US", "lessac", "medium", "research only (Blizzard Challenge 2013), see the source", nil, (63_201_294, "2fc642b535197b6305c7c8f92dc8b24f"),
            (4885, "c1f2b7bddefe113f3255ff9ef234cfd3")),
        entry(
            "en_US", "lessac", "high", "research only (Blizzard Challenge 2013), see the source", nil, (113_895_201, "99d1f6181a7f5ccbe3f117ba8ce63c93"),
            (4883, "02e8e364c86b5d3b75e81704b0369856")),
        entry("en_US", "amy", "medium", nil, nil, (63_201_294, "778d28aeb95fcdf8a882344d9df142fc"), (4882, "7f37dadb26340c90ebc8088e0b252310")),
        entry(
            "en_GB", "alba", "medium", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/3270",
            (63_201_294, "c07f313752bb3aba8061041666251654"), (4888, "dbb6f2ede31082710665221417906e13")),
        entry("en_GB", "alan", "medium", nil, nil, (63_201_294, "8f6b35eeb8ef6269021c6cb6d2414c9b"), (4888, "b11d9afd0a8f5372c42a52fbd6e021d4")),
    ]

    private static func entry(
        _ language: String, _ given: String, _ quality: String, _ licence: String?, _ source: String?, speakers: [String] = [],
        _ model: (size: Int, md5: String), _ configuration: (size: Int, md5: String)
    ) -> Entry {
        let name = "\(language)-\(given)-\(quality)"
        let folder = "\(language.prefix(2))/\(language)/\(given)/\(quality)"
        return Entry(
            name: name, language: LanguageTag.normal(language), quality: quality, speakers: speakers, licence: licence ?? "see the source",
            source: source ?? "\(home)/blob/main/\(folder)/MODEL_CARD", model: File(path: "\(folder)/\(name).onnx", size: model.size, md5: model.md5),
            configuration: File(path: "\(folder)/\(name).onnx.json", size: configuration.size, md5: configuration.md5))
    }
}
