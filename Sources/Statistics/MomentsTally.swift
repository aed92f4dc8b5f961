/// Count, mean and squared deviations of values seen so far, in parts that merge.
///
/// Answers what `Moments` answers for data that arrive in pieces. Two passes
/// over each piece, the second corrected for the rounding of the mean, then
/// pairwise merging. The mean is kept in two parts, as a value and what
/// rounding took off it: with one part alone, pieces near 1e9 lose eight digits
/// of the variance when they are merged.
///
/// - Reference: Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115.
public struct MomentsTally: Sendable, Hashable, Codable {
  public private(set) var count = 0
  private var roundedMean = 0.0
  private var meanRemainder = 0.0
  private var squaredDeviations = 0.0

  /// A tally of no values.
  public init() {}

  /// Throws when a value is not finite, or too large to be squared.
  public init(_ values: Span<Double>) throws(SampleError) {
    guard !values.isEmpty else { return }
    // Counting from the first value keeps the deviations of a constant sample
    // exactly zero; from zero, three times 0.1 has a spread.
    let origin = values[0]
    var distance = 0.0
    for index in values.indices {
      guard values[index].isFinite else { throw .nonFiniteValue(index: index) }
      distance += values[index] - origin
    }
    let size = Double(values.count)
    let mean = origin + distance / size
    var rest = CompensatedSum()
    var squares = 0.0
    for index in values.indices {
      let deviation = values[index] - mean
      rest += deviation
      squares += deviation * deviation
    }
    count = values.count
    roundedMean = mean
    meanRemainder = rest.value / size
    squaredDeviations = max(0, squares - rest.value * meanRemainder)
    guard isFinite else { throw .overflow }
  }

  /// Takes in the values of another tally.
  ///
  /// Throws when the values of the two are too far apart for the square of
  /// their distance to be represented.
  public mutating func merge(_ other: MomentsTally) throws(SampleError) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let distance =
      (other.roundedMean - roundedMean) + (other.meanRemainder - meanRemainder)
    let shift = distance * (Double(other.count) / Double(count + other.count))
    squaredDeviations += other.squaredDeviations + distance * shift * Double(count)
    count += other.count
    let mean = roundedMean + shift
    // What the rounding of the sum took off; exact, as the larger term comes first.
    meanRemainder +=
      abs(roundedMean) >= abs(shift)
      ? (roundedMean - mean) + shift
      : (shift - mean) + roundedMean
    roundedMean = mean
    guard isFinite else { throw .overflow }
  }

  /// The moments of all values taken in.
  ///
  /// Throws when there are fewer than two: their variance is undefined.
  public func moments() throws(SampleError) -> Moments {
    guard count >= 2 else { throw .tooFewObservations(required: 2, found: count) }
    return Moments(
      count: count, mean: mean, variance: squaredDeviations / Double(count - 1))
  }

  /// The sum of all values taken in.
  public var sum: Double { mean * Double(count) }

  /// The mean, and 0 for a tally of no values.
  var mean: Double { roundedMean + meanRemainder }

  private var isFinite: Bool { mean.isFinite && squaredDeviations.isFinite }
}
