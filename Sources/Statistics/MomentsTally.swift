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
  private(set) var squaredDeviations = 0.0

  /// A tally of no values.
  public init() {}

  /// The values of a block are read twice while they are near the processor.
  private static let blockSize = 4096

  /// Throws when a value is not finite, or too large to be squared.
  public init(_ values: Span<Double>) throws(SampleError) {
    var start = 0
    while start < values.count {
      let end = min(values.count, start + Self.blockSize)
      let block = try MomentsTally(block: values.extracting(start..<end), at: start)
      try merge(block)
      start = end
    }
  }

  private init(block values: Span<Double>, at start: Int) throws(SampleError) {
    // Counting from the first value keeps the deviations of a constant sample
    // exactly zero; from zero, three times 0.1 has a spread.
    let origin = values[0]
    let size = Double(values.count)
    let distance = values.sums(from: origin).distances
    // A sum with a value that is not finite is not finite either.
    if !distance.isFinite {
      for index in values.indices {
        guard values[index].isFinite else { throw .nonFiniteValue(index: start + index) }
      }
    }
    let mean = origin + distance / size
    let (rest, squares) = values.sums(from: mean)
    count = values.count
    roundedMean = mean
    meanRemainder = rest / size
    squaredDeviations = max(0, squares - rest * meanRemainder)
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
    let distance = distance(to: other)
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

  /// How far the mean of another tally lies above this one's.
  func distance(to other: MomentsTally) -> Double {
    (other.roundedMean - roundedMean) + (other.meanRemainder - meanRemainder)
  }

  /// How far a value lies above the mean.
  func deviation(of value: Double) -> Double { (value - roundedMean) - meanRemainder }

  /// The mean, and 0 for a tally of no values.
  var mean: Double { roundedMean + meanRemainder }

  private var isFinite: Bool { mean.isFinite && squaredDeviations.isFinite }
}

extension Span<Double> {
  /// The sums of the distances from a place, and of their squares.
  ///
  /// Eight sums side by side are what a processor can add at a time. Each takes eight terms
  /// as they are; what rounding takes off when such parts are added is carried along.
  ///
  /// - Reference: Ogita, Rump & Oishi (2005), doi:10.1137/030601818.
  fileprivate func sums(from origin: Double) -> (distances: Double, squares: Double) {
    var (distances, squares) = (LaneSum(), LaneSum())
    var place = 0
    while place + 64 <= count {
      var (part, squaredPart) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
      for _ in 0..<8 {
        let distance =
          SIMD8(
            self[place], self[place + 1], self[place + 2], self[place + 3], self[place + 4],
            self[place + 5], self[place + 6], self[place + 7]) - origin
        part += distance
        squaredPart += distance * distance
        place += 8
      }
      distances += part
      squares += squaredPart
    }
    var (distance, square) = (distances.total, squares.total)
    while place < count {
      let term = self[place] - origin
      distance += term
      square += term * term
      place += 1
    }
    return (distance.value, square.value)
  }
}

/// Eight running sums, with what rounding took off each addition.
private struct LaneSum {
  private var sums = SIMD8<Double>.zero
  private var rest = SIMD8<Double>.zero

  static func += (sum: inout LaneSum, next: SIMD8<Double>) {
    let total = sum.sums + next
    let added = total - sum.sums
    sum.rest += (sum.sums - (total - added)) + (next - added)
    sum.sums = total
  }

  var total: CompensatedSum {
    var total = CompensatedSum()
    for lane in 0..<8 {
      total += sums[lane]
      total += rest[lane]
    }
    return total
  }
}
