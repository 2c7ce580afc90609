private import CSndFile
import Foundation

/// Recordings in files: WAV, AIFF, FLAC, Ogg (Vorbis, Opus), MP3 and others through libsndfile, WebM with Opus. The content decides, never a name.
///
/// Decoders have their weak spots: read what comes from outside in a process that may die of it.
public enum AudioFile {
    /// Frames that are read at once.
    private static let step = 8_192

    /// The recording as one channel of signed 16-bit samples at `rate` hertz.
    ///
    /// - Parameter seconds: the longest recording that is taken; reading stops there.
    /// - Throws: `AudioError`.
    public static func read(_ bytes: [UInt8], rate: Int = 16_000, upTo seconds: Double) throws(AudioError) -> [Int16] {
        guard !bytes.isEmpty else { throw AudioError(.unreadable, "the file is empty") }
        let limit = Int(min(seconds, 1e6) * Double(rate))
        let samples = WebM.isOne(bytes) ? try readWebM(bytes, rate, limit) : try readKnown(bytes, rate, limit)
        guard samples.count <= limit else {
            throw AudioError(.tooLong, "the recording is longer than \(Int(seconds)) seconds: send it in parts")
        }
        return samples
    }

    private static func readWebM(_ bytes: [UInt8], _ rate: Int, _ limit: Int) throws(AudioError) -> [Int16] {
        let file = try WebM(bytes)
        let inside = OpusEncoder.rates.contains(rate) ? rate : 48_000
        let decoder = try OpusDecoder(rate: inside), resampler = try Resampler(from: inside, to: rate)
        var samples: [Int16] = [], skip = file.preSkip * inside / 48_000
        for packet in file.packets {
            // A packet that cannot be read is one that was lost.
            let decoded: [Int16]
            do throws(AudioError) { decoded = try decoder.samples(of: Array(packet)) } catch { decoded = try decoder.samples(of: nil) }
            samples += resampler.convert(Array(decoded.dropFirst(skip)))
            skip = max(0, skip - decoded.count)
            if samples.count > limit { break }
        }
        return samples + resampler.finish()
    }

    private static func readKnown(_ bytes: [UInt8], _ rate: Int, _ limit: Int) throws(AudioError) -> [Int16] {
        let memory = Memory(bytes)
        var info = SF_INFO()
        guard let file = memory.open(&info) else {
            throw AudioError(.unreadable, "this is no audio that can be read: send WAV, FLAC, Ogg, WebM or MP3")
        }
        // The library reads from `memory` until it is closed.
        defer { withExtendedLifetime(memory) { _ = sf_close(file) } }
        let channels = Int(info.channels)
        let resampler = try Resampler(from: Int(info.samplerate), channels: channels, to: rate)
        var samples: [Int16] = [], buffer = [Float](repeating: 0, count: step * channels)
        while true {
            let count = Int(sf_readf_float(file, &buffer, Int64(step)))
            guard count > 0 else { break }
            samples += resampler.convert(buffer[..<(min(count, step) * channels)].map(sample))
            // Headers may promise anything: what is counted is what was read.
            if samples.count > limit { return samples }
        }
        return samples + resampler.finish()
    }

    private static func sample(_ value: Float) -> Int16 { value.isFinite ? Int16(max(-32_768, min(32_767, (value * 32_768).rounded()))) : 0 }

    /// Bytes that libsndfile reads as a file.
    private final class Memory {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// The file is used while this object lives.
        func open(_ info: inout SF_INFO) -> OpaquePointer? {
            var calls = SF_VIRTUAL_IO(
                get_filelen: { Memory.of($0).map { Int64($0.bytes.count) } ?? 0 },
                seek: { offset, origin, user in Memory.of(user)?.seek(offset, origin) ?? -1 },
                read: { target, count, user in Memory.of(user)?.read(target, count) ?? 0 },
                write: { _, _, _ in 0 },
                tell: { Memory.of($0).map { Int64($0.position) } ?? 0 })
            return sf_open_virtual(&calls, Int32(SFM_READ), &info, Unmanaged.passUnretained(self).toOpaque())
        }

        private static func of(_ user: UnsafeMutableRawPointer?) -> Memory? { user.map { Unmanaged<Memory>.fromOpaque($0).takeUnretainedValue() } }

        private func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
            let base: Int
            switch origin {
            case SEEK_SET: base = 0
            case SEEK_CUR: base = position
            default: base = bytes.count
            }
            let (wanted, isOver) = Int64(base).addingReportingOverflow(offset)
            guard !isOver, wanted >= 0 else { return -1 }
            position = Int(min(wanted, Int64(bytes.count)))
            return Int64(position)
        }

        private func read(_ target: UnsafeMutableRawPointer?, _ count: Int64) -> Int64 {
            guard let target, count > 0 else { return 0 }
            let length = min(Int(clamping: count), bytes.count - position)
            bytes.withUnsafeBytes { source in
                if let start = source.baseAddress, length > 0 { target.copyMemory(from: start + position, byteCount: length) }
            }
            position += length
            return Int64(length)
        }
    }
}
