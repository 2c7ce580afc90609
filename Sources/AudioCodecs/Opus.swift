private import COpus

/// Makes Opus packets of 20 ms (RFC 6716) of one channel of speech.
public final class OpusEncoder {
    /// Rates that Opus works at, in hertz.
    public static let rates = [8_000, 12_000, 16_000, 24_000, 48_000]
    /// Speech is as good as it gets, and a minute is 180 KB.
    private static let bitrate: Int32 = 24_000
    /// The largest packet that RFC 6716 (3.2.1) suggests room for.
    private static let room = 1_500

    private let encoder: OpaquePointer
    public let rate: Int
    /// Samples of a packet.
    public var frame: Int { rate / 50 }
    /// Samples at the start that are the encoder's own and to be left out when it is decoded.
    public let lookahead: Int

    public init(rate: Int) throws(AudioError) {
        guard Self.rates.contains(rate) else { throw AudioError(.unreadable, "Opus has 8, 12, 16, 24 and 48 kHz") }
        var code: Int32 = 0
        guard let encoder = opus_encoder_create(Int32(rate), 1, OPUS_APPLICATION_VOIP, &code), code == OPUS_OK else {
            throw AudioError(.engine, "the Opus encoder could not be made (error \(code))")
        }
        self.encoder = encoder
        self.rate = rate
        _ = shim_opus_set_bitrate(encoder, Self.bitrate)
        lookahead = Int(shim_opus_lookahead(encoder))
    }

    deinit { opus_encoder_destroy(encoder) }

    /// - Parameter samples: `frame` of them.
    public func packet(_ samples: ArraySlice<Int16>) throws(AudioError) -> [UInt8] {
        guard samples.count == frame else { throw AudioError(.engine, "a packet takes \(frame) samples") }
        var result: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.room) { buffer, written in
            result = samples.withUnsafeBufferPointer { samples in
                guard let input = samples.baseAddress, let output = buffer.baseAddress else { return OPUS_BAD_ARG }
                return opus_encode(encoder, input, Int32(samples.count), output, Int32(buffer.count))
            }
            written = max(0, Int(result))
        }
        guard result > 0 else { throw AudioError(.engine, "Opus could not encode (error \(result))") }
        return bytes
    }
}

/// Reads Opus packets, whoever made them, as one channel.
public final class OpusDecoder {
    private let decoder: OpaquePointer
    /// Of what comes out, in hertz.
    public let rate: Int
    /// The longest packet is 120 ms (RFC 6716, 3.2.5).
    private var longest: Int { rate * 120 / 1_000 }

    public init(rate: Int = 16_000) throws(AudioError) {
        guard OpusEncoder.rates.contains(rate) else { throw AudioError(.unreadable, "Opus has 8, 12, 16, 24 and 48 kHz") }
        var code: Int32 = 0
        guard let decoder = opus_decoder_create(Int32(rate), 1, &code), code == OPUS_OK else {
            throw AudioError(.engine, "the Opus decoder could not be made (error \(code))")
        }
        self.decoder = decoder
        self.rate = rate
    }

    deinit { opus_decoder_destroy(decoder) }

    /// The samples of a packet; for one that was lost (`nil`) what may have been in its 20 ms.
    /// - Throws: `AudioError` for what is no packet; the next ones can still be read.
    public func samples(of packet: [UInt8]?) throws(AudioError) -> [Int16] {
        guard packet?.isEmpty != true else { throw AudioError(.damaged, "an Opus packet is empty") }
        var result: Int32 = 0
        let samples = [Int16](unsafeUninitializedCapacity: longest) { buffer, written in
            guard let output = buffer.baseAddress else { return }
            result =
                if let packet { opus_decode(decoder, packet, Int32(packet.count), output, Int32(longest), 0) } else {
                    opus_decode(decoder, nil, 0, output, Int32(rate / 50), 0)
                }
            written = max(0, Int(result))
        }
        guard result >= 0 else { throw AudioError(.damaged, "an Opus packet cannot be read (error \(result))") }
        return samples
    }
}
