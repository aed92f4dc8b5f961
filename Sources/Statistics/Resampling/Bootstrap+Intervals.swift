extension Bootstrap {
  /// The standard deviation of the replicates.
  public var standardError: Double {
    get throws(SampleError) { try Moments(replicates.span).standardDeviation }
  }

  /// How far the mean of the replicates lies above the estimate.
  public var bias: Double {
    get throws(SampleError) { try mean(replicates.span) - estimate }
  }

  /// The share of the replicates below the estimate, as a normal quantile.
  ///
  /// Replicates that equal the estimate count half, as in SciPy: counted as above it,
  /// as in R's `boot`, they shift the interval of a statistic that takes few values.
  /// Throws when all replicates lie on one side.
  public var medianBias: Double {
    get throws(SampleError) {
      let below = replicates.count { $0 < estimate }
      let equal = replicates.count { $0 == estimate }
      let share = (Double(below) + Double(equal) / 2) / Double(replicates.count)
      guard share > 0, share < 1, equal < replicates.count else { throw .zeroVariance }
      return -Normal.upperQuantile(share)
    }
  }

  /// How fast the standard error changes with the estimate, by leaving out each unit.
  ///
  /// Throws when no unit makes a difference.
  public var acceleration: Double {
    get throws(SampleError) {
      let center = try mean(leaveOneOut.span)
      let distances = leaveOneOut.map { center - $0 }
      let squares = distances.reduce(0) { $0 + $1 * $1 }
      let largest = leaveOneOut.reduce(0) { max($0, abs($1)) }
      guard squares.squareRoot() > 10 * Double.ulpOfOne * largest else { throw .zeroVariance }
      let cubes = distances.reduce(0) { $0 + $1 * $1 * $1 }
      let acceleration = cubes / (6 * squares * squares.squareRoot())
      guard acceleration.isFinite else { throw .overflow }
      return acceleration
    }
  }

  /// The middle of the replicates.
  ///
  /// Throws when the level is not between 0 and 1.
  public func percentileInterval(level: Double = 0.95) throws(SampleError) -> Interval {
    let tail = try ConfidenceLevel(level).tail
    return try interval(from: tail, to: 1 - tail, level: level)
  }

  /// The middle of the replicates, turned over at the estimate.
  ///
  /// Throws when the level is not between 0 and 1.
  public func basicInterval(level: Double = 0.95) throws(SampleError) -> Interval {
    let percentile = try percentileInterval(level: level)
    return Interval(
      estimate: estimate, lower: 2 * estimate - percentile.upper,
      upper: 2 * estimate - percentile.lower, level: level)
  }

  /// The normal interval with the standard error and less the bias of the replicates.
  ///
  /// Throws when the level is not between 0 and 1, or when the replicates do not vary.
  public func normalInterval(level: Double = 0.95) throws(SampleError) -> Interval {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let (center, error) = (try estimate - bias, try standardError)
    guard error > 0 else { throw .zeroVariance }
    return Interval(
      estimate: estimate, lower: center - quantile * error, upper: center + quantile * error,
      level: level)
  }

  /// The part of the replicates that corrects for bias and for a changing spread (BCa).
  ///
  /// Throws when the level is not between 0 and 1, when all replicates lie on one
  /// side of the estimate, or when no unit makes a difference.
  ///
  /// - Reference: Efron (1987), doi:10.1080/01621459.1987.10478410.
  public func correctedInterval(level: Double = 0.95) throws(SampleError) -> Interval {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let (bias, acceleration) = (try medianBias, try acceleration)
    func share(_ z: Double) -> Double {
      let moved = bias + z
      return Normal.upperTail(-(bias + moved / (1 - acceleration * moved)))
    }
    return try interval(from: share(-quantile), to: share(quantile), level: level)
  }

  private func interval(
    from low: Double, to high: Double, level: Double
  ) throws(SampleError) -> Interval {
    let sorted = try SortedSample(replicates.span)
    return Interval(
      estimate: estimate, lower: try sorted.quantile(low), upper: try sorted.quantile(high),
      level: level)
  }
}
