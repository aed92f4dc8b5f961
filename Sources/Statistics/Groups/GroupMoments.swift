/// The moments of several groups, checked to be comparable.
struct GroupMoments {
  let counts: [Int]
  let means: [Double]
  /// The squared deviations of each group's values from their mean.
  let squaredDeviations: [Double]
  let all: Moments

  /// Throws when there are fewer than two groups, when one has fewer values than
  /// needed, when a value is not finite, or when all values are the same.
  init(_ groups: [[Double]], leastCount: Int) throws(SampleError) {
    guard groups.count >= 2 else {
      throw .tooFewCategories(required: 2, found: groups.count)
    }
    var all = MomentsTally()
    var tallies: [MomentsTally] = []
    for group in groups {
      guard group.count >= leastCount else {
        throw .tooFewObservations(required: leastCount, found: group.count)
      }
      let tally = try MomentsTally(group.span)
      try all.merge(tally)
      tallies.append(tally)
    }
    self.all = try all.moments()
    guard variesBeyondRounding(self.all.standardError, near: self.all.mean) else {
      throw .zeroVariance
    }
    counts = groups.map(\.count)
    means = tallies.map(\.mean)
    var deviations: [Double] = []
    for tally in tallies {
      deviations.append(
        tally.count > 1 ? try tally.moments().variance * Double(tally.count - 1) : 0)
    }
    squaredDeviations = deviations
  }

  var variances: [Double] {
    zip(squaredDeviations, counts).map { $0 / Double($1 - 1) }
  }

  /// The pooled variance within the groups, with its degrees of freedom.
  ///
  /// Throws when no group has a second value, or when no group varies.
  func pooled() throws(SampleError) -> (variance: Double, degreesOfFreedom: Double) {
    let degreesOfFreedom = all.count - counts.count
    guard degreesOfFreedom > 0 else {
      throw .tooFewObservations(required: counts.count + 1, found: all.count)
    }
    let variance = squaredDeviations.reduce(0, +) / Double(degreesOfFreedom)
    let largest = means.reduce(0) { max($0, abs($1)) }
    guard variesBeyondRounding(variance.squareRoot(), near: largest) else {
      throw .zeroVariance
    }
    return (variance, Double(degreesOfFreedom))
  }
}
