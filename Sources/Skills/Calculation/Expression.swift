import Foundation

/// An arithmetic expression, ready to be worked out and to be written.
indirect enum Expression: Sendable {
    enum Operator: String, Sendable { case plus = "+", minus = "-", times = "×", over = "÷", power = "^", modulo = "mod" }
    enum Function: Sendable { case squareRoot, cubeRoot, factorial, negative, percent, squared, cubed }

    case number(Double)
    case binary(Operator, Expression, Expression)
    case unary(Function, Expression)
    /// As it stood in parentheses.
    case group(Expression)

    /// Why an expression has no value.
    enum Failure: Error, Equatable {
        case divisionByZero
        case rootOfNegative
        case factorial
        /// Beyond what a number can hold.
        case tooLarge
    }

    func value() throws(Failure) -> Double {
        let result: Double
        switch self {
        case .number(let number): result = number
        case .group(let inner): result = try inner.value()
        case .unary(let function, let inner): result = try Self.apply(function, inner.value())
        case .binary(let sign, let left, let right):
            let a = try left.value()
            // "100 + 20 %": twenty per cent of the hundred.
            if sign == .plus || sign == .minus, case .unary(.percent, let share) = right {
                let part = try a * share.value() / 100
                result = sign == .plus ? a + part : a - part
            } else {
                result = try Self.apply(sign, a, right.value())
            }
        }
        guard result.isFinite, abs(result) < 1e300 else { throw .tooLarge }
        return result
    }

    private static func apply(_ sign: Operator, _ a: Double, _ b: Double) throws(Failure) -> Double {
        switch sign {
        case .plus: return a + b
        case .minus: return a - b
        case .times: return a * b
        case .over:
            guard b != 0 else { throw .divisionByZero }
            return a / b
        case .modulo:
            guard b != 0 else { throw .divisionByZero }
            return a - b * (a / b).rounded(.down)
        case .power:
            if a == 0, b < 0 { throw .divisionByZero }
            let result = pow(a, b)
            if result.isNaN { throw .rootOfNegative }
            return result
        }
    }

    private static func apply(_ function: Function, _ a: Double) throws(Failure) -> Double {
        switch function {
        case .negative: return -a
        case .percent: return a / 100
        case .squared: return a * a
        case .cubed: return a * a * a
        case .cubeRoot: return cbrt(a)
        case .squareRoot:
            guard a >= 0 else { throw .rootOfNegative }
            return a.squareRoot()
        case .factorial:
            guard a >= 0, a == a.rounded() else { throw .factorial }
            guard a <= 170 else { throw .tooLarge }
            return stride(from: 2, through: a, by: 1).reduce(1, *)
        }
    }

    /// Whether it is more than a number: something was asked to be worked out.
    var isWork: Bool {
        switch self {
        case .number: false
        case .group(let inner), .unary(.negative, let inner), .unary(.percent, let inner): inner.isWork
        case .unary, .binary: true
        }
    }
}
