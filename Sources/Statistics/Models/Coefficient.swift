/// One estimated coefficient of a model, with the test whether it is zero.
public struct Coefficient: Sendable, Hashable, Codable {
  public let name: String
  public let standardError: Double
  /// The estimate over its standard error.
  public let statistic: Double
  /// Those of Student's t; nil where the normal distribution is the reference.
  public let degreesOfFreedom: Double?
  /// Two-sided.
  public let pValue: Double
  public let interval: Interval

  public var estimate: Double { interval.estimate }

  init(
    _ name: String, estimate: Double, variance: Double, degreesOfFreedom: Double?,
    _ confidence: ConfidenceLevel
  ) {
    let error = max(0, variance).squareRoot()
    let quantile: Double
    statistic = estimate / error
    if let degreesOfFreedom {
      let reference = StudentT(degreesOfFreedom: degreesOfFreedom)
      quantile = reference.upperQuantile(confidence.tail)
      pValue = reference.pValue(statistic, .twoSided)
    } else {
      quantile = confidence.normalQuantile
      pValue = Normal.pValue(statistic, .twoSided)
    }
    self.name = name
    self.degreesOfFreedom = degreesOfFreedom
    standardError = error
    interval = Interval(estimate: estimate, margin: quantile * error, level: confidence.level)
  }
}

/// The test whether all coefficients of a term are zero.
public struct TermTest: Sendable, Hashable, Codable {
  public let name: String
  /// F.
  public let statistic: Double
  public let numeratorDegrees: Double
  public let denominatorDegrees: Double
  public let pValue: Double

  init(_ name: String, statistic: Double, _ numerator: Double, _ denominator: Double) {
    self.name = name
    self.statistic = statistic
    numeratorDegrees = numerator
    denominatorDegrees = denominator
    pValue = FisherF(numeratorDegrees: numerator, denominatorDegrees: denominator)
      .upperTail(statistic)
  }
}
