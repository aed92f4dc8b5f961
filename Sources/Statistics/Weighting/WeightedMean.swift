/// Estimates the mean of a population from a weighted sample.
///
/// The standard error is linearised, for the design of the sample; the interval uses the t
/// distribution with as many degrees of freedom as there are units less strata. Approximate.
/// Nil when the values do not vary. Throws when values and weights differ in number, when a
/// value is not finite, when nobody of the domain has a weight, or when the level is out of
/// range. Assumes units drawn independently, with replacement or few of many.
///
/// - Reference: Binder (1983), doi:10.2307/1402588.
public struct WeightedMean: Sendable, Hashable, Codable {
  /// The people of the domain.
  public let count: Int
  public let estimate: Double
  /// Nil when the values do not vary between units.
  public let standardError: Double?
  public let degreesOfFreedom: Double
  public let interval: Interval?
  /// The variance relative to that of a simple random sample of the same size.
  ///
  /// Drawn without replacement from a population of the size that the weights add up to;
  /// nil when they add up to less than the sample, so that they are no such weights.
  public let designEffect: Double?

  /// `domain` says who the mean is of; everybody otherwise.
  public init(
    _ values: [Double], design: SurveyDesign, domain: [Bool]? = nil, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let values = try finiteValues(values.span)
    let isMember = domain ?? values.map { _ in true }
    guard values.count == design.weights.count, isMember.count == values.count else {
      throw .unequalLengths(
        first: design.weights.count, second: min(values.count, isMember.count))
    }
    let members = values.indices.filter { isMember[$0] && design.weights[$0] > 0 }
    guard let first = members.first else { throw .tooFewObservations(required: 1, found: 0) }
    var (total, sum) = (CompensatedSum(), CompensatedSum())
    for index in members {
      total += design.weights[index]
      sum += design.weights[index] * (values[index] - values[first])
    }
    let estimate = values[first] + sum.value / total.value
    var influences = values.map { _ in 0.0 }
    var squares = CompensatedSum()
    for index in members {
      let distance = values[index] - estimate
      influences[index] = design.weights[index] * distance / total.value
      squares += design.weights[index] * distance * distance
    }
    let variance = design.variance(ofSum: influences)
    let error = variance > 0 ? variance.squareRoot() : nil
    let degrees = design.degreesOfFreedom
    count = members.count
    self.estimate = estimate
    standardError = error
    degreesOfFreedom = degrees
    interval = error.map {
      let quantile = StudentT(degreesOfFreedom: degrees).upperQuantile(tail)
      return Interval(estimate: estimate, margin: quantile * $0, level: level)
    }
    let size = Double(members.count)
    let simple =
      squares.value / total.value / (size - 1) * (1 - size / total.value)
    designEffect =
      members.count > 1 && simple > 0 ? variance / simple : nil
  }
}

/// Estimates a proportion of a population from a weighted sample.
///
/// Throws when shares and weights differ in number, when the level is out of range, or when
/// nobody has a weight. There is no interval when everybody or nobody has the property.
/// Approximate; assumes what `WeightedMean` assumes.
///
/// - Reference: Korn & Graubard (1998), Survey Methodology 24, 193–201.
public struct WeightedProportion: Sendable, Hashable, Codable {
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Symmetric on the scale of the log odds; stays within 0...1.
    case logit
    /// Clopper and Pearson's limits for the effective size of the sample.
    case kornGraubard
    /// Symmetric around the estimate; may leave 0...1.
    case wald
  }

  public let count: Int
  public let method: Method
  public let estimate: Double
  public let standardError: Double?
  public let degreesOfFreedom: Double
  public let interval: Interval?
  public let designEffect: Double?

  public init(
    _ hasProperty: [Bool], design: SurveyDesign, method: Method = .logit, level: Double = 0.95
  ) throws(SampleError) {
    let tail = try ConfidenceLevel(level).tail
    let mean = try WeightedMean(hasProperty.map { $0 ? 1 : 0 }, design: design, level: level)
    count = mean.count
    self.method = method
    estimate = mean.estimate
    standardError = mean.standardError
    degreesOfFreedom = mean.degreesOfFreedom
    designEffect = mean.designEffect
    // Rounding may leave an error where everybody or nobody has the property.
    let hasBoth = mean.estimate > 0 && mean.estimate < 1
    interval = (hasBoth ? mean.standardError : nil).map { error in
      switch method {
      case .wald: Self.wald(mean, error, tail, level)
      case .logit: Self.logit(mean, error, tail, level)
      case .kornGraubard: Self.kornGraubard(mean, error, tail, level)
      }
    }
  }

  private static func wald(
    _ mean: WeightedMean, _ error: Double, _ tail: Double, _ level: Double
  ) -> Interval {
    let quantile = StudentT(degreesOfFreedom: mean.degreesOfFreedom).upperQuantile(tail)
    return Interval(estimate: mean.estimate, margin: quantile * error, level: level)
  }

  private static func logit(
    _ mean: WeightedMean, _ error: Double, _ tail: Double, _ level: Double
  ) -> Interval {
    let quantile = StudentT(degreesOfFreedom: mean.degreesOfFreedom).upperQuantile(tail)
    let (share, rest) = (mean.estimate, 1 - mean.estimate)
    let odds = share / rest
    let factor = exp(quantile * error / (share * rest))
    return Interval(
      estimate: share, lower: odds / (odds + factor), upper: odds / (odds + 1 / factor),
      level: level)
  }

  private static func kornGraubard(
    _ mean: WeightedMean, _ error: Double, _ tail: Double, _ level: Double
  ) -> Interval {
    let (share, rest) = (mean.estimate, 1 - mean.estimate)
    let simple = StudentT(degreesOfFreedom: Double(mean.count - 1)).upperQuantile(tail)
    let complex = StudentT(degreesOfFreedom: mean.degreesOfFreedom).upperQuantile(tail)
    let ratio = simple / complex
    let size = share * rest / error / error * ratio * ratio
    return Interval(
      estimate: share,
      lower: Beta(alpha: size * share, beta: size * rest + 1).lowerQuantile(tail),
      upper: Beta(alpha: size * share + 1, beta: size * rest).upperQuantile(tail),
      level: level)
  }
}
