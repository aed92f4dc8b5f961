/// A confidence level that was checked to lie between 0 and 1.
struct ConfidenceLevel {
  let level: Double

  init(_ level: Double) throws(SampleError) {
    guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
    self.level = level
  }

  /// The probability that a two-sided interval leaves on either side.
  var tail: Double { (1 - level) / 2 }

  /// How many standard errors a two-sided normal interval reaches to either side.
  var normalQuantile: Double { Normal.upperQuantile(tail) }
}
