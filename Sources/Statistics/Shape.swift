/// How lopsided a sample is, and how heavy its tails are.
///
/// Answers whether a mean and a standard deviation describe the values well: both numbers
/// are near zero for normal values. Three conventions are in use for the same data; in
/// large samples they agree. Throws when there are fewer than two values, when one is not
/// finite, or when the values do not vary. For data in pieces there is `ShapeTally`.
///
/// - Reference: Joanes & Gill (1998), doi:10.1111/1467-9884.00122.
public struct Shape: Sendable, Hashable, Codable {
  /// How a moment is standardized.
  public enum Convention: Sendable, Hashable, Codable, CaseIterable {
    /// By the population moments: g1 and g2, type 1.
    case moment
    /// Adjusted so that normal samples are unbiased: G1 and G2 of SPSS and Excel, type 2.
    case adjusted
    /// By the sample standard deviation: b1 and b2 of Minitab, type 3.
    case sample
  }

  public let count: Int
  private let momentSkewness: Double
  private let momentKurtosis: Double

  public init(_ values: Span<Double>) throws(SampleError) {
    let tally = try MomentsTally(values)
    let moments = try tally.moments()
    guard variesBeyondRounding(moments.standardDeviation, near: moments.mean) else {
      throw .zeroVariance
    }
    var (squares, cubes, fourths) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for index in values.indices {
      // In standard deviations, so that no power leaves the range of a number.
      let deviation = tally.deviation(of: values[index]) / moments.standardDeviation
      let square = deviation * deviation
      squares += square
      cubes += square * deviation
      fourths += square * square
    }
    let size = Double(moments.count)
    let spread = squares.value / size
    count = moments.count
    momentSkewness = cubes.value / size / (spread * spread.squareRoot())
    momentKurtosis = fourths.value / size / (spread * spread) - 3
  }

  init(count: Int, skewness: Double, kurtosis: Double) {
    self.count = count
    momentSkewness = skewness
    momentKurtosis = kurtosis
  }

  /// Above zero when the long tail is to the right.
  ///
  /// Throws when the adjusted form is asked of fewer than three values.
  public func skewness(_ convention: Convention = .adjusted) throws(SampleError) -> Double {
    let size = Double(count)
    switch convention {
    case .moment: return momentSkewness
    case .adjusted:
      guard count >= 3 else { throw .tooFewObservations(required: 3, found: count) }
      return momentSkewness * (size * (size - 1)).squareRoot() / (size - 2)
    case .sample:
      let shrinkage = (size - 1) / size
      return momentSkewness * shrinkage * shrinkage.squareRoot()
    }
  }

  /// Above zero when the tails are heavier than those of a normal distribution.
  ///
  /// Throws when the adjusted form is asked of fewer than four values.
  public func excessKurtosis(
    _ convention: Convention = .adjusted
  ) throws(SampleError) -> Double {
    let size = Double(count)
    switch convention {
    case .moment: return momentKurtosis
    case .adjusted:
      guard count >= 4 else { throw .tooFewObservations(required: 4, found: count) }
      return ((size + 1) * momentKurtosis + 6) * (size - 1) / ((size - 2) * (size - 3))
    case .sample:
      let shrinkage = (size - 1) / size
      return (momentKurtosis + 3) * shrinkage * shrinkage - 3
    }
  }
}
