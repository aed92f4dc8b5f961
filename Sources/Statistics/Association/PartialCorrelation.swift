/// Measures how closely two measures follow a straight line when the share that other
/// measures have in both is taken out.
///
/// With no other measures this is Pearson's correlation. Throws when the samples differ in
/// length, when there are too few values for so many other measures, when a value is not
/// finite, when a measure follows from the others or does not vary, or when the level is not
/// between 0 and 1. Assumes independent observations and straight-line relations; interval
/// and test also that the measures are near normal together.
///
/// - Reference: Fisher (1924), Metron 3, 329-332.
public struct PartialCorrelation: Sendable, Hashable, Codable {
  public let count: Int
  /// How many measures were taken out.
  public let controlCount: Int
  public let interval: Interval
  public let test: CorrelationTest

  public init(
    _ first: Span<Double>, _ second: Span<Double>, controls: [[Double]],
    alternative: Alternative = .twoSided, level: Double = 0.95
  ) throws(SampleError) {
    let size = first.count
    guard size >= 4 + controls.count else {
      throw .tooFewObservations(required: 4 + controls.count, found: size)
    }
    for sample in controls + [try finiteValues(second)] {
      guard sample.count == size else {
        throw .unequalLengths(first: size, second: sample.count)
      }
      _ = try finiteValues(sample.span)
    }
    // Less their mean, so that no column but the constant one has to carry it.
    let ones = [Double](repeating: 1, count: size)
    var columns = [ones]
    for control in controls { columns.append(try Deviations(control.span).values) }
    let basis = try Matrix(columns: columns).orthonormalBasis().basis
    let rest = (try Self.remainder(first, basis), try Self.remainder(second, basis))
    let coefficient = PearsonCorrelation.coefficient(
      try Deviations(rest.0.span), try Deviations(rest.1.span))
    count = size
    controlCount = controls.count
    interval = try FisherInterval(
      coefficient: coefficient, count: size, controls: controls.count, level: level
    ).interval
    test = CorrelationTest(
      coefficient: coefficient, degreesOfFreedom: Double(size - 2 - controls.count),
      alternative: alternative)
  }

  private static func remainder(
    _ sample: Span<Double>, _ basis: Matrix
  ) throws(SampleError) -> [Double] {
    let deviations = try Deviations(sample)
    let fitted = basis * basis.transposedTimes(deviations.values)
    let rest = zip(deviations.values, fitted).map { $0 - $1 }
    guard dot(rest, rest).squareRoot() > 1e-10 * deviations.length else {
      throw .zeroVariance
    }
    return rest
  }
}
