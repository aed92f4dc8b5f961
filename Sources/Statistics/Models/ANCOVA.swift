/// Compares groups after a programme, allowing for where each person stood before it.
///
/// The model is a straight line of the outcome on the baseline with the same slope in every
/// group. The adjusted means are what it expects of each group at the mean baseline of all.
/// Throws when the samples differ in length, when there are fewer than two groups or no more
/// people than groups and one, when a value is not finite or a measure does not vary, when
/// the baseline follows from the group, when the model fits without error, or when the level
/// is not between 0 and 1. Assumes independent people, equal slopes (see `slopesDiffer`), and
/// residuals of equal spread that are near normal.
///
/// - Reference: Fisher (1932), Statistical Methods for Research Workers, 4th edition,
///   section 49.1.
public struct ANCOVA: Sendable, Hashable, Codable {
  public struct AdjustedMean: Sendable, Hashable, Codable {
    public let group: String
    public let count: Int
    public let standardError: Double
    public let interval: Interval
  }

  public let fit: LeastSquares
  /// The slope and each group's difference from the reference group.
  public let coefficients: [Coefficient]
  /// The test whether the groups differ at all.
  public let groupTest: TermTest
  public let adjustedMeans: [AdjustedMean]
  /// The test whether the slopes differ between the groups, which would make the adjusted
  /// means depend on where they are taken; nil where there are too few people for it.
  public let slopesDiffer: TermTest?

  public init(
    outcome: Span<Double>, baseline: Span<Double>, groups: Factor, level: Double = 0.95
  ) throws(SampleError) {
    let confidence = try ConfidenceLevel(level)
    var design = DesignMatrix(count: outcome.count)
    try design.add(baseline, named: Self.baselineName)
    try design.add(groups, named: Self.groupName)
    let fit = try LeastSquares(design, outcome: outcome)
    coefficients = try fit.coefficients(level: level)
    groupTest = try fit.test(ofTerm: Self.groupName)
    let center = try mean(baseline)
    let covariance = try fit.covariance(.classical).matrix
    let counts = groups.counts
    adjustedMeans = groups.levels.indices.map { place in
      var contrast = [Double](repeating: 0, count: fit.estimates.count)
      contrast[0] = 1
      contrast[1] = center
      if place > 0 { contrast[place + 1] = 1 }
      let mean = Coefficient(
        groups.levels[place], estimate: dot(contrast, fit.estimates),
        variance: covariance.form(contrast), degreesOfFreedom: fit.residualDegrees, confidence)
      return AdjustedMean(
        group: mean.name, count: counts[place], standardError: mean.standardError,
        interval: mean.interval)
    }
    self.fit = fit
    slopesDiffer = try Self.slopeTest(design, outcome)
  }

  private static let baselineName = "baseline"
  private static let groupName = "group"

  private static func slopeTest(
    _ design: DesignMatrix, _ outcome: Span<Double>
  ) throws(SampleError) -> TermTest? {
    var design = design
    try design.addInteraction(of: baselineName, with: groupName)
    guard design.count > design.names.count else { return nil }
    do {
      return try LeastSquares(design, outcome: outcome)
        .test(ofTerm: "\(baselineName):\(groupName)")
    } catch {
      switch error {
      case .dependentColumn, .perfectFit: return nil
      default: throw error
      }
    }
  }
}
