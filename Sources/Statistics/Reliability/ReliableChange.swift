/// Whether one person changed by more than the error of the measure explains.
///
/// The standard error of measurement is the spread of scores that one person would get
/// if nothing changed; the smallest detectable change is what two such scores differ by
/// in one case of twenty, at the customary criterion of 1.96. Throws when the standard
/// deviation is negative or not finite, when the reliability is not within 0...1, or
/// when the criterion is not positive. Assumes normal errors of the same size for all.
///
/// - Reference: Jacobson & Truax (1991), doi:10.1037/0022-006X.59.1.12; smallest
///   detectable change by Beckerman et al. (2001), doi:10.1023/A:1013138911638.
public struct ReliableChange: Sendable, Hashable, Codable {
  public let standardDeviation: Double
  public let reliability: Double
  /// How many standard errors make a change reliable, such as 1.96.
  public let criterion: Double
  public let standardErrorOfMeasurement: Double
  /// The standard error of the difference between two scores of one person.
  public let standardErrorOfDifference: Double
  /// The change that a person must exceed.
  public let smallestDetectableChange: Double

  public init(
    standardDeviation: Double, reliability: Double, criterion: Double = 1.96
  ) throws(SampleError) {
    for (index, value) in [standardDeviation, criterion].enumerated() {
      guard value.isFinite else { throw .nonFiniteValue(index: index) }
      guard value >= 0 else { throw .negativeValue(index: index) }
    }
    guard (0...1).contains(reliability) else { throw .probabilityOutOfRange(reliability) }
    self.standardDeviation = standardDeviation
    self.reliability = reliability
    self.criterion = criterion
    standardErrorOfMeasurement = standardDeviation * (1 - reliability).squareRoot()
    standardErrorOfDifference = 2.0.squareRoot() * standardErrorOfMeasurement
    smallestDetectableChange = criterion * standardErrorOfDifference
  }

  /// The change in standard errors of a difference, positive when the score rose.
  ///
  /// Throws when the measure is without error: every change is then real.
  public func index(from before: Double, to after: Double) throws(SampleError) -> Double {
    guard standardErrorOfDifference > 0 else { throw .zeroVariance }
    return (after - before) / standardErrorOfDifference
  }

  /// Whether a person changed by more than the smallest detectable change.
  public func isReliable(from before: Double, to after: Double) -> Bool {
    abs(after - before) > smallestDetectableChange
  }
}
