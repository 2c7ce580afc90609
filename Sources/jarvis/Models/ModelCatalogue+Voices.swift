extension ModelCatalogue {
    /// Voices of Piper. All are from one collection under the MIT licence; the licence here is that of the recordings a voice was trained on, where it is
    /// known for sure. The first of a language is the one to take.
    static let voices = [
        voice(
            "fr_FR", "siwis", "medium", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/2353",
            (63_201_294, "20e876e8c839e9b11a26085858f2300c"), (4875, "a407e7e6901feb79c2ea2a5466076cce")),
        voice(
            "fr_FR", "siwis", "low", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/2353",
            (28_130_791, "fcb614122005d70f27e4e61e58b4bb56"), (4157, "5222111c6eaa632c7ea01a5a8938e5e1")),
        voice(
            "fr_FR", "upmc", "medium", nil, nil,
            (76_733_615, "6837ede9408c7e1b39fa4a126af9e865"), (4996, "574571ae93aba72dbd159582981037da")),
        voice("fr_FR", "tom", "medium", nil, nil, (63_511_038, "5b460c2394a871e675f5c798af149412"), (4959, "964d58602df7adf76c2401b070f68ea2")),
        voice(
            "fr_FR", "mls", "medium", "CC-BY-4.0", "https://www.openslr.org/94/",
            (76_733_750, "87831389d3ae92347d91e38b0c57add9"), (7036, "be41a30aab03788f5e5c4fe51620ccbe")),
        voice(
            "fr_FR", "mls_1840", "low", "CC-BY-4.0", "https://www.openslr.org/94/",
            (63_104_526, "1873b5d95cb0aad9909d32d1747ae72b"), (4160, "eb0a76447f47f9114f832b1a0da9a8b3")),
        voice("fr_FR", "gilles", "low", nil, nil, (63_104_526, "f984386d1f0927597f09a3ec10b11b5d"), (4158, "38b1775fef8b9de50f15f63c5d8b8643")),
        voice(
            "en_US", "ljspeech", "medium", "public domain", "https://keithito.com/LJ-Speech-Dataset/",
            (63_531_379, "109d552e9dd78d92d1169a7edd6de38d"), (4972, "0668112b8b3ac5bb4b12c2b1a366776a")),
        voice(
            "en_US", "ljspeech", "high", "public domain", "https://keithito.com/LJ-Speech-Dataset/",
            (114_199_011, "dad093b5d2cff6a5fda99883ceda09d1"), (4970, "de98fc398ddead60fb82d93bfafb3ad1")),
        voice(
            "en_US", "lessac", "medium", "research only (Blizzard Challenge 2013), see the source", nil, (63_201_294, "2fc642b535197b6305c7c8f92dc8b24f"),
            (4885, "c1f2b7bddefe113f3255ff9ef234cfd3")),
        voice(
            "en_US", "lessac", "high", "research only (Blizzard Challenge 2013), see the source", nil, (113_895_201, "99d1f6181a7f5ccbe3f117ba8ce63c93"),
            (4883, "02e8e364c86b5d3b75e81704b0369856")),
        voice("en_US", "amy", "medium", nil, nil, (63_201_294, "778d28aeb95fcdf8a882344d9df142fc"), (4882, "7f37dadb26340c90ebc8088e0b252310")),
        voice(
            "en_GB", "alba", "medium", "CC-BY-4.0", "https://datashare.ed.ac.uk/handle/10283/3270",
            (63_201_294, "c07f313752bb3aba8061041666251654"), (4888, "dbb6f2ede31082710665221417906e13")),
        voice("en_GB", "alan", "medium", nil, nil, (63_201_294, "8f6b35eeb8ef6269021c6cb6d2414c9b"), (4888, "b11d9afd0a8f5372c42a52fbd6e021d4")),
    ]

    private static func voice(
        _ language: String, _ given: String, _ quality: String, _ licence: String?, _ source: String?,
        _ model: (size: Int, md5: String), _ configuration: (size: Int, md5: String)
    ) -> CatalogueModel {
        let name = "\(language)-\(given)-\(quality)", collection = "rhasspy/piper-voices"
        let folder = "\(language.prefix(2))/\(language)/\(given)/\(quality)"
        return CatalogueModel(
            name: name, kind: "piper", languages: [language.replacing("_", with: "-")], licence: licence ?? "see the source",
            source: source ?? "\(hub)/\(collection)/blob/main/\(folder)/MODEL_CARD", base: "\(collection)/resolve/main",
            files: [
                "model": CatalogueFile(path: "\(folder)/\(name).onnx", size: model.size, checksum: .md5(model.md5)),
                "configuration": CatalogueFile(path: "\(folder)/\(name).onnx.json", size: configuration.size, checksum: .md5(configuration.md5)),
            ])
    }
}
