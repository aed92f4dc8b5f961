import Statistics
import Testing

@Suite struct JackknifeIntervalTests {
  private static let values = [2.0, 3.5, 3.5, 7, 1.25, 4]

  /// The estimate from all values but one, for each of them.
  private static func leavingOut(_ estimate: ([Double]) -> Double) -> [Double] {
    values.indices.map { place in
      estimate(values.enumerated().filter { $0.offset != place }.map(\.element))
    }
  }

  @Test func `of a mean it is Student's interval`() throws {
    let means = Self.leavingOut { $0.reduce(0, +) / Double($0.count) }
    let student = try MeanInterval(Self.values.span).interval
    let jackknife = try JackknifeInterval(
      estimate: student.estimate, leavingOut: means.span)
    #expect(jackknife.count == 6)
    #expect(jackknife.interval.lower.isClose(to: student.lower))
    #expect(jackknife.interval.upper.isClose(to: student.upper))
  }

  @Test func `of a ratio it agrees with R`() throws {
    // x <- c(2, 3.5, 3.5, 7, 1.25, 4); f <- function(x) sd(x) / mean(x)
    // o <- sapply(1:6, function(i) f(x[-i])); sqrt(5 / 6 * sum((o - mean(o))^2))   (R 4.2.2)
    func variation(_ sample: [Double]) -> Double {
      let mean = sample.reduce(0, +) / Double(sample.count)
      let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(sample.count - 1)).squareRoot() / mean
    }
    let without = Self.leavingOut(variation)
    let jackknife = try JackknifeInterval(
      estimate: variation(Self.values), leavingOut: without.span)
    #expect(jackknife.standardError.isClose(to: 0.20042307373422788))
  }

  @Test func `what cannot be told is refused`() {
    #expect(throws: SampleError.tooFewObservations(required: 2, found: 1)) {
      let one = [1.0]
      return try JackknifeInterval(estimate: 1, leavingOut: one.span)
    }
    #expect(throws: SampleError.zeroVariance) {
      let same = [1.0, 1, 1]
      return try JackknifeInterval(estimate: 1, leavingOut: same.span)
    }
    #expect(throws: SampleError.nonFiniteValue(index: 0)) {
      let values = [1.0, 2, 3]
      return try JackknifeInterval(estimate: .nan, leavingOut: values.span)
    }
    #expect(throws: SampleError.levelOutOfRange(1)) {
      let values = [1.0, 2, 3]
      return try JackknifeInterval(estimate: 2, leavingOut: values.span, level: 1)
    }
  }
}
