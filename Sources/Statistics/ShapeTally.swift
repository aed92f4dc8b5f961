/// What `Shape` needs of values seen so far, in parts that merge.
///
/// Answers what `Shape` answers for data that arrive in pieces: the sums of the third and fourth
/// powers of the deviations beside those of `MomentsTally`. Merging in any order gives the same
/// but for rounding.
///
/// - Reference: Pébay (2008), doi:10.2172/1028931; Terriberry (2007), Computing higher-order
///   moments online.
public struct ShapeTally: Sendable, Hashable, Codable {
  private var tally = MomentsTally()
  private var cubedDeviations = 0.0
  private var fourthPowers = 0.0

  public var count: Int { tally.count }

  /// A tally of no values.
  public init() {}

  /// Throws when a value is not finite, or too large for its fourth power to be a number.
  public init(_ values: Span<Double>) throws(SampleError) {
    tally = try MomentsTally(values)
    var (cubes, fourths) = (CompensatedSum(), CompensatedSum())
    for index in values.indices {
      let deviation = tally.deviation(of: values[index])
      let square = deviation * deviation
      cubes += square * deviation
      fourths += square * square
    }
    (cubedDeviations, fourthPowers) = (cubes.value, fourths.value)
    guard isFinite else { throw .overflow }
  }

  /// Takes in the values of another tally.
  ///
  /// Throws when the values of the two are too far apart for the fourth power of their
  /// distance to be a number.
  public mutating func merge(_ other: ShapeTally) throws(SampleError) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (size, otherSize) = (Double(count), Double(other.count))
    let all = size + otherSize
    let distance = tally.distance(to: other.tally)
    let (squares, otherSquares) = (tally.squaredDeviations, other.tally.squaredDeviations)
    let step = distance / all
    let fourths =
      distance * step * step * step * size * otherSize
      * (size * size - size * otherSize + otherSize * otherSize)
      + 6 * step * step * (size * size * otherSquares + otherSize * otherSize * squares)
      + 4 * step * (size * other.cubedDeviations - otherSize * cubedDeviations)
    let cubes =
      distance * step * step * size * otherSize * (size - otherSize)
      + 3 * step * (size * otherSquares - otherSize * squares)
    fourthPowers += other.fourthPowers + fourths
    cubedDeviations += other.cubedDeviations + cubes
    try tally.merge(other.tally)
    guard isFinite else { throw .overflow }
  }

  /// How many values there are, where they lie and how much they spread.
  ///
  /// Throws when there are fewer than two.
  public func moments() throws(SampleError) -> Moments { try tally.moments() }

  /// The shape of all values taken in.
  ///
  /// Throws when there are fewer than two, or when they do not vary.
  public func shape() throws(SampleError) -> Shape {
    let moments = try tally.moments()
    guard variesBeyondRounding(moments.standardDeviation, near: moments.mean) else {
      throw .zeroVariance
    }
    let size = Double(count)
    let spread = tally.squaredDeviations / size
    return Shape(
      count: count, skewness: cubedDeviations / size / spread / spread.squareRoot(),
      kurtosis: fourthPowers / size / spread / spread - 3)
  }

  private var isFinite: Bool { cubedDeviations.isFinite && fourthPowers.isFinite }
}
