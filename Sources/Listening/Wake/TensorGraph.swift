private import CTensorFlowLite
private import Foundation

/// A TensorFlow Lite model file that is read once and shared by the streams that run it.
final class TensorModel: Sendable {
    let path: String
    // Never written to after it was read (TfLiteModel's documentation: may be shared by interpreters on several threads).
    nonisolated(unsafe) fileprivate let model: OpaquePointer

    init(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw ListeningError.missing(path) }
        guard let model = TfLiteModelCreateFromFile(path) else { throw ListeningError.unusable(path, "it is no TensorFlow Lite model") }
        self.path = path
        self.model = model
    }

    deinit { TfLiteModelDelete(model) }
}

/// A model at work, with the memory of one stream: one input, one output. Not for two threads at a time.
final class TensorGraph {
    /// Types of elements, as TensorFlow Lite numbers them.
    enum Element: Int32 {
        case float = 1
        case unsignedByte = 3
        case signedByte = 9
    }

    /// What stands in a tensor's place, and how its bytes stand for numbers: `(byte - zeroPoint) * scale`.
    struct Tensor {
        let element: Element
        let shape: [Int]
        let scale: Float
        let zeroPoint: Float
        fileprivate let bytes: UnsafeMutableRawBufferPointer

        var count: Int { shape.reduce(1, *) }
        var floats: UnsafeMutableBufferPointer<Float> { bytes.assumingMemoryBound(to: Float.self) }

        /// The value of an element of a quantised tensor.
        func value(at index: Int) -> Float {
            switch element {
            case .float: floats[index]
            case .unsignedByte: (Float(bytes[index]) - zeroPoint) * scale
            case .signedByte: (Float(Int8(bitPattern: bytes[index])) - zeroPoint) * scale
            }
        }

        func set(_ value: Float, at index: Int) {
            switch element {
            case .float: floats[index] = value
            case .unsignedByte: bytes[index] = UInt8(max(0, min(255, (value / scale + zeroPoint).rounded())))
            case .signedByte: bytes[index] = UInt8(bitPattern: Int8(max(-128, min(127, (value / scale + zeroPoint).rounded()))))
            }
        }
    }

    let input: Tensor
    let output: Tensor
    private let model: TensorModel
    private let interpreter: OpaquePointer

    /// `inputShape` when the file leaves it open.
    init(_ model: TensorModel, inputShape: [Int32]? = nil) throws {
        self.model = model
        let options = TfLiteInterpreterOptionsCreate()
        TfLiteInterpreterOptionsSetNumThreads(options, 1)
        defer { TfLiteInterpreterOptionsDelete(options) }
        guard let interpreter = TfLiteInterpreterCreate(model.model, options) else { throw ListeningError.unusable(model.path, "it has unknown operations") }
        do {
            let ready = inputShape.map { TfLiteInterpreterResizeInputTensor(interpreter, 0, $0, Int32($0.count)) == 0 } ?? true
            // Run once: an output whose shape depends on the input gets its memory then.
            guard ready, TfLiteInterpreterAllocateTensors(interpreter) == 0, TfLiteInterpreterGetInputTensorCount(interpreter) == 1,
                TfLiteInterpreterGetOutputTensorCount(interpreter) == 1, let input = TfLiteInterpreterGetInputTensor(interpreter, 0)
            else { throw ListeningError.unusable(model.path, "it wants other inputs or outputs") }
            let first = try Self.tensor(input, model.path)
            first.bytes.initializeMemory(as: UInt8.self, repeating: 0)
            guard TfLiteInterpreterInvoke(interpreter) == 0, let output = TfLiteInterpreterGetOutputTensor(interpreter, 0) else {
                throw ListeningError.unusable(model.path, "it does not run")
            }
            self.input = first
            self.output = try Self.tensor(output, model.path)
        } catch {
            TfLiteInterpreterDelete(interpreter)
            throw error
        }
        self.interpreter = interpreter
    }

    deinit { TfLiteInterpreterDelete(interpreter) }

    /// From what is in `input` to what is then in `output`; false when the library refused.
    @discardableResult
    func run() -> Bool { TfLiteInterpreterInvoke(interpreter) == 0 }

    private static func tensor(_ tensor: OpaquePointer, _ path: String) throws -> Tensor {
        guard let element = Element(rawValue: TfLiteTensorType(tensor)), let data = TfLiteTensorData(tensor) else {
            throw ListeningError.unusable(path, "its numbers are of another type")
        }
        let shape = (0..<TfLiteTensorNumDims(tensor)).map { Int(TfLiteTensorDim(tensor, $0)) }
        let size = element == .float ? 4 : 1
        guard shape.reduce(size, *) == TfLiteTensorByteSize(tensor) else { throw ListeningError.unusable(path, "its shapes do not fit") }
        let quantization = TfLiteTensorQuantizationParams(tensor)
        guard element == .float || quantization.scale > 0 else { throw ListeningError.unusable(path, "it does not say what its bytes stand for") }
        return Tensor(
            element: element, shape: shape, scale: quantization.scale, zeroPoint: Float(quantization.zero_point),
            bytes: UnsafeMutableRawBufferPointer(start: data, count: TfLiteTensorByteSize(tensor)))
    }
}
