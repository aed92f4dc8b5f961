/// Tells how a series changed at a known time: in level, in slope, or both.
///
/// The model is a straight line over time, with a step and a change of slope from the first
/// point after the change on; that point counts as step one of the new slope. Neighbouring
/// points are often related: see `durbinWatson`, and take errors that allow for it. Throws
/// when values and times differ in length, when there are fewer than two points on either
/// side or fewer than five in all, when a value is not finite, when the series does not vary,
/// or when the model fits without error. Assumes that nothing else changed at that time, which
/// the model cannot tell.
///
/// - Reference: Wagner et al. (2002), doi:10.1046/j.1365-2710.2002.00430.x.
public struct SegmentedRegression: Sendable, Hashable, Codable {
  /// Constant, slope before, change of level, change of slope.
  public let coefficients: [Coefficient]
  public let fit: LeastSquares
  /// The change of level if the first point after the change is step zero of the new slope.
  public let levelChangeAtFirstPoint: Double
  /// Near 2 when neighbouring points are unrelated, towards 0 when they are alike.
  ///
  /// - Reference: Durbin & Watson (1950), doi:10.1093/biomet/37.3-4.409.
  public let durbinWatson: Double

  public init(
    _ values: Span<Double>, times: Span<Double>, firstTimeAfter change: Double,
    errors: StandardErrors = .classical, level: Double = 0.95
  ) throws(SampleError) {
    guard values.count == times.count else {
      throw .unequalLengths(first: values.count, second: times.count)
    }
    let times = try finiteValues(times)
    let after = times.filter { $0 >= change }
    let fewest = min(Set(after).count, Set(times.filter { $0 < change }).count)
    guard fewest >= 2 else { throw .tooFewObservations(required: 2, found: fewest) }
    let isAfter = times.map { $0 >= change ? 1.0 : 0 }
    let stepsAfter = times.map { $0 >= change ? $0 - change + 1 : 0 }
    var design = DesignMatrix(count: times.count)
    try design.add(times.span, named: "t")
    try design.add(isAfter.span, named: "level")
    try design.add(stepsAfter.span, named: "slope")
    fit = try LeastSquares(design, outcome: values)
    coefficients = try fit.coefficients(errors: errors, level: level)
    levelChangeAtFirstPoint = fit.estimates[2] + fit.estimates[3]
    let residuals = fit.residuals
    let changes = zip(residuals.dropFirst(), residuals).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    durbinWatson = changes / fit.residualSquares
  }
}
