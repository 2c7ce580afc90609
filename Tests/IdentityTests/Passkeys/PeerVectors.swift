import Testing

/// Ceremonies that the Python packages `fido2` 2.2.1 and `cryptography` wrote: passkeys with packed self-attestation, extensions, and keys that were copied.
/// Each has its own key; the challenge is the bytes 0 to 31.
struct PeerVector: Sendable, CustomTestStringConvertible {
    static let origin = "https://jarvis.home.example:3443"

    let testDescription: String
    let credential: String
    let created: String
    let attestation: String
    let got: String
    let data: String
    let signature: String

    static let all = [
        PeerVector(
            testDescription: "es256", credential: "81125662a0dcb307a1dffbe564180f4f99dc643ad783950005b54af21656b599",
            created:
                #"{"type":"webauthn.create","challenge":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","origin":"https://jarvis.home.example:3443","crossOrigin":false}"#,
            attestation:
                "a363666d74667061636b65646761747453746d74a263616c6726637369675847304502210098cdbead48169e57b2f789cb0f0b7bfd8ad2d4c2ebf6d71fdfc3bad62f3d5ac102"
                + "204ea840ed3383f087c8ec5a344bb80cf2d019a6680467f079f922963ae3d328e868617574684461746158b2400d3b0cf740918a1e2e725efb722b9c7681e9db1be16943d288"
                + "d2616e54a5dcdd000000070501d1a838021742fc3c8b20bef1477e002081125662a0dcb307a1dffbe564180f4f99dc643ad783950005b54af21656b599a50102032620012158"
                + "202893f0fd44cc0314ea4dc846f427f31b5b886c9f947b1b8d0ad6fc1415cc122c2258204f74d9cf58272c80f4bf841d72e15386dc844d826a32015e66a0eee097bda3b6a16b"
                + "6372656450726f7465637402",
            got:
                #"{"type":"webauthn.get","challenge":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","origin":"https://jarvis.home.example:3443","crossOrigin":false}"#,
            data: "400d3b0cf740918a1e2e725efb722b9c7681e9db1be16943d288d2616e54a5dc1d00000008",
            signature:
                "3044022075a199eb202005bad58327b4cf8ef3825c13bfb530c6a86f80df282825c2329a02203a4e4aa025fdcb494acc50d74be30a36118077c12da238d9c16bda1ff385898b"),
        PeerVector(
            testDescription: "edDSA", credential: "5c5c1b197e21fa4dc2ea5d628a30fcc1cc7332e4053a128afdf6dccb673395fd",
            created:
                #"{"type":"webauthn.create","challenge":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","origin":"https://jarvis.home.example:3443","crossOrigin":false}"#,
            attestation:
                "a363666d74667061636b65646761747453746d74a263616c6727637369675840452d39ae2afee05c6edb02167d62e8e76604ea13401c0b50044ab20f9384df9f4fa702b61b24"
                + "f4bdf65ef5acf2dfbb638bc0740c98c3d9ad7c7ebfdd87dbf403686175746844617461588f400d3b0cf740918a1e2e725efb722b9c7681e9db1be16943d288d2616e54a5dcdd"
                + "0000000767613735327a804ded38b2b914fd0a9d00205c5c1b197e21fa4dc2ea5d628a30fcc1cc7332e4053a128afdf6dccb673395fda4010103272006215820d9440d60b38a"
                + "dc0da451aa5dc0a44da4e925f4208fb269e201350e9208564792a16b6372656450726f7465637402",
            got:
                #"{"type":"webauthn.get","challenge":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","origin":"https://jarvis.home.example:3443","crossOrigin":false}"#,
            data: "400d3b0cf740918a1e2e725efb722b9c7681e9db1be16943d288d2616e54a5dc1d00000008",
            signature: "d42f8f1f9d335033b58f24f50d095eedfba23288b74137e524743ed31b69e07e90f64ab10dd295f5bf9893fc48a20c973ad129d5f4c3bca43dc5ca54ba725704"),
    ]
}
