/// A file of a model that can be downloaded.
struct CatalogueFile: Hashable, Sendable {
    enum Checksum: Hashable, Sendable { case sha256(String), md5(String) }

    /// Below the model's base.
    var path: String
    /// In bytes.
    var size: Int
    /// In lower-case hexadecimal digits.
    var checksum: Checksum

    /// Its last part.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// A model that Jarvis offers to download.
struct CatalogueModel: Hashable, Sendable {
    var name: String
    var kind: String
    var languages: [String]
    var licence: String
    /// The page to look at.
    var source: String
    /// Below the hub's address: owner, repository, and the revision that the checksums are of.
    var base: String
    /// By the part they play.
    var files: [String: CatalogueFile]

    var size: Int { files.values.reduce(0) { $0 + $1.size } }
}

/// Models that are known by their checksums, so that nothing else can come in their place.
enum ModelCatalogue {
    /// The hub; JARVIS_MODEL_HUB names a mirror with the same paths.
    static let hub = "https://huggingface.co"

    static func model(_ name: String) -> CatalogueModel? { models.first { $0.name == name } }

    static let models = recognizers + voices

    private static let manyLanguages = ["fr", "en", "de", "es", "it", "nl", "pt"]

    /// The first is the one to take on a small computer.
    private static let recognizers = [
        model(
            "whisper-base", "whisper", manyLanguages, "MIT", "csukuangfj/sherpa-onnx-whisper-base", "bb53ee204431c90d314c1cc08d28d23e5b7927cc",
            [
                "encoder": ("base-encoder.int8.onnx", 29_120_534, "0b8fb1304b6109976038efff5ace81720e00386f3ff6b54ee8c75291ca0a1e11"),
                "decoder": ("base-decoder.int8.onnx", 130_672_026, "9759d217388a01b3a4c7c15533201067b48ae819c4daafc8624e64b9409dc02d"),
                "tokens": ("base-tokens.txt", 816_730, "b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126"),
            ]),
        model(
            "whisper-tiny", "whisper", manyLanguages, "MIT", "csukuangfj/sherpa-onnx-whisper-tiny", "65176e2deb88badc814a94058666cadccc29b61c",
            [
                "encoder": ("tiny-encoder.int8.onnx", 12_937_772, "d24fb083ae3b1041fc24e97971d60e280c9342201fbb67b0ab428a8b4a51a434"),
                "decoder": ("tiny-decoder.int8.onnx", 89_855_401, "d2fece8dd42771f1df975c6c0445770d0c292bf7547c2cae04a6c0cc57540925"),
                "tokens": ("tiny-tokens.txt", 816_730, "b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126"),
            ]),
        model(
            "whisper-small", "whisper", manyLanguages, "MIT", "csukuangfj/sherpa-onnx-whisper-small", "8f3c18b358db4d1f2fc1eae49d75cd20989e4309",
            [
                "encoder": ("small-encoder.int8.onnx", 112_442_483, "4cbe7b22fa9026b843b60a68640c747de05bafb1a11b57edc0e66c232d9f33a9"),
                "decoder": ("small-decoder.int8.onnx", 262_226_114, "acad50b5c782696e91b55914cc5ab4f756f1532f76e22aa6fc615f39fb69a8ee"),
                "tokens": ("small-tokens.txt", 816_730, "b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126"),
            ]),
        model(
            "whisper-medium", "whisper", manyLanguages, "MIT", "csukuangfj/sherpa-onnx-whisper-medium", "8c31d28503847560985df21f90e14f0c736e075e",
            [
                "encoder": ("medium-encoder.int8.onnx", 374_196_283, "1c54582b4d829de0089f6cb63bbbdb3bf7555398bacaf855fbecf1a84dfd193e"),
                "decoder": ("medium-decoder.int8.onnx", 571_059_257, "595d00a338a365a7bfa0ca7f296cabc639583bef770ab6130df90f49a6412747"),
                "tokens": ("medium-tokens.txt", 816_730, "b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126"),
            ]),
        model(
            "whisper-turbo", "whisper", manyLanguages, "MIT", "csukuangfj/sherpa-onnx-whisper-turbo", "2ca6ff69fc878651b770880507669577ac41c2ff",
            [
                "encoder": ("turbo-encoder.int8.onnx", 674_716_297, "b02dcdf54f348741e93fe732b67d933c8dcb6735655f710640143081db38878b"),
                "decoder": ("turbo-decoder.int8.onnx", 361_080_764, "20accd02388482eb3a46bd615631adfdc85e1eb2c7db9ea3f02a40ffe6b81547"),
                "tokens": ("turbo-tokens.txt", 816_730, "b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126"),
            ]),
        model(
            "canary-180m-flash", "canary", ["en", "es", "de", "fr"], "CC-BY-4.0", "csukuangfj/sherpa-onnx-nemo-canary-180m-flash-en-es-de-fr-int8",
            "9077164e0d3dd1d5353743e89ceaa1d3a770838c",
            [
                "encoder": ("encoder.int8.onnx", 132_678_643, "7a75b4e2a5857a6dcc0819503bbe3fad66943db4a3ccf21d3f27c633667d303f"),
                "decoder": ("decoder.int8.onnx", 74_437_848, "e41a2ab9c0c2fe81a1e8ade5a45fb02a74bc4db7d1f91b89a54a25e2cf79cba2"),
                "tokens": ("tokens.txt", 53_555, "2dae6fc7815f9640645e0c765522b278ee0cef49b482d91f6913e334628d3e77"),
            ]),
        model(
            "parakeet-tdt-0.6b-v3", "nemo-transducer", manyLanguages, "CC-BY-4.0", "csukuangfj/sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8",
            "2bda32ec70b097a55adaa07d9a7173915b43cc78",
            [
                "encoder": ("encoder.int8.onnx", 652_184_281, "acfc2b4456377e15d04f0243af540b7fe7c992f8d898d751cf134c3a55fd2247"),
                "decoder": ("decoder.int8.onnx", 11_845_275, "179e50c43d1a9de79c8a24149a2f9bac6eb5981823f2a2ed88d655b24248db4e"),
                "joiner": ("joiner.int8.onnx", 6_355_277, "3164c13fc2821009440d20fcb5fdc78bff28b4db2f8d0f0b329101719c0948b3"),
                "tokens": ("tokens.txt", 93_939, "d58544679ea4bc6ac563d1f545eb7d474bd6cfa467f0a6e2c1dc1c7d37e3c35d"),
            ]),
        model(
            "zipformer-fr", "streaming-transducer", ["fr"], "Apache-2.0", "shaojieli/sherpa-onnx-streaming-zipformer-fr-2023-04-14",
            "3db9565d9633758d6b87b9a7b3dc09ebfb6b2c73",
            [
                "encoder": (
                    "encoder-epoch-29-avg-9-with-averaged-model.int8.onnx", 126_655_903, "47a94a7fdc8dff63d708be4ea0535747640224467f91e238311f1ddbdd09327e"
                ),
                "decoder": ("decoder-epoch-29-avg-9-with-averaged-model.onnx", 2_092_272, "3ef2840b684440e26382af87b2174d25732a9f113f1965cd8abba7ffc5d033fb"),
                "joiner": ("joiner-epoch-29-avg-9-with-averaged-model.int8.onnx", 259_572, "fc2f3bb851a15a532c6f2422d53eecd1ca949f12b0897e07a852021c30481711"),
                "tokens": ("tokens.txt", 4_819, "37fb3f2a7bcb85e5fff3f1f66be04e6fbb05077a22f56d177fe85704e945fb31"),
            ]),
    ]

    private static func model(
        _ name: String, _ kind: String, _ languages: [String], _ licence: String, _ repository: String, _ revision: String,
        _ files: [String: (path: String, size: Int, sha256: String)]
    ) -> CatalogueModel {
        CatalogueModel(
            name: name, kind: kind, languages: languages, licence: licence, source: "\(hub)/\(repository)", base: "\(repository)/resolve/\(revision)",
            files: files.mapValues { CatalogueFile(path: $0.path, size: $0.size, checksum: .sha256($0.sha256)) })
    }
}
