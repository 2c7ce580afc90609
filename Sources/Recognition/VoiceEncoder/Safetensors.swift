import Foundation

/// A file of tensors: eight bytes with the length of a JSON header, the header, and the values (https://huggingface.co/docs/safetensors).
struct Safetensors {
    struct Entry: Decodable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }

    private let entries: [String: Entry]
    private let values: Data
    /// What the maker wrote about it.
    let metadata: [String: String]

    /// The largest file that is taken, in bytes.
    static let sizeLimit = 256 << 20

    init(path: String) throws(RecognitionError) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.sizeLimit else {
            throw RecognitionError("the model \(path) cannot be read: is it there?")
        }
        let damaged = RecognitionError("the model \(path) is damaged: make or download it again")
        guard data.count > 8 else { throw damaged }
        let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= 1 << 20, data.count >= 8 + Int(length) else { throw damaged }
        let header = data.subdata(in: 8..<8 + Int(length))
        guard let members = try? JSONDecoder().decode([String: Member].self, from: header) else { throw damaged }
        values = data.subdata(in: 8 + Int(length)..<data.count)
        var entries: [String: Entry] = [:], metadata: [String: String] = [:]
        for (name, member) in members {
            switch member {
            case .tensor(let entry): entries[name] = entry
            case .about(let texts): metadata = texts
            }
        }
        (self.entries, self.metadata) = (entries, metadata)
    }

    /// - Throws: when the tensor is not there, has another shape, or reaches beyond the file.
    func floats(_ name: String, _ shape: [Int]) throws(RecognitionError) -> [Float] {
        let count = shape.reduce(1, *)
        guard let entry = entries[name], entry.dtype == "F32", entry.shape == shape, entry.data_offsets.count == 2 else {
            throw RecognitionError("the model lacks \(name) in the shape \(shape)")
        }
        let begin = entry.data_offsets[0], end = entry.data_offsets[1]
        guard begin >= 0, begin <= end, end <= values.count, end - begin == count * 4 else { throw RecognitionError("the model is cut off at \(name)") }
        return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            _ = values.copyBytes(to: UnsafeMutableRawBufferPointer(buffer), from: begin..<end)
            initialized = count
        }
    }

    private enum Member: Decodable {
        case tensor(Entry), about([String: String])

        init(from decoder: any Swift.Decoder) throws {
            if let entry = try? Entry(from: decoder) { self = .tensor(entry) } else { self = .about(try [String: String](from: decoder)) }
        }
    }
}
