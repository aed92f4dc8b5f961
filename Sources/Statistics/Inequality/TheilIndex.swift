/// How unequally an amount is spread over people, by measures that add up over groups.
///
/// Theil's T weighs differences among those with much, Theil's L (the mean logarithmic
/// deviation) those among people with little. Zero when all have the same. Somebody with
/// nothing counts as 0 · log 0 = 0 in T; L does not exist then. Throws when there is
/// nobody, when an amount is negative or not finite, or when all amounts are zero.
///
/// - Reference: Theil (1967), Economics and Information Theory; Shorrocks (1980),
///   doi:10.2307/1913126.
public struct TheilIndex: Sendable, Hashable, Codable {
  public let count: Int
  public let t: Double
  /// Nil when an amount is zero.
  public let l: Double?

  public init(_ values: Span<Double>) throws(SampleError) {
    let relative = try relativeToMean(values)
    var (t, l) = (CompensatedSum(), CompensatedSum())
    for value in relative where value > 0 {
      t += value * log(value)
      l += -log(value)
    }
    count = relative.count
    self.t = max(0, t.value / Double(count))
    self.l = relative.contains(0) ? nil : max(0, l.value / Double(count))
  }
}

/// How much of an amount could be given up if it were spread evenly, for the same good.
///
/// `aversion` says how much inequality matters: 0 not at all, 1 and more a great deal.
/// With aversion of 1 and more the index is 1 when anybody has nothing. Throws when the
/// aversion is not positive, when there is nobody, when an amount is negative or not
/// finite, or when all amounts are zero.
///
/// - Reference: Atkinson (1970), doi:10.1016/0022-0531(70)90039-6.
public struct AtkinsonIndex: Sendable, Hashable, Codable {
  public let count: Int
  public let aversion: Double
  public let value: Double

  public init(_ values: Span<Double>, aversion: Double = 0.5) throws(SampleError) {
    guard aversion.isFinite else { throw .nonFiniteValue(index: 0) }
    guard aversion > 0 else { throw .negativeValue(index: 0) }
    let relative = try relativeToMean(values)
    count = relative.count
    self.aversion = aversion
    guard aversion < 1 || !relative.contains(0) else {
      value = 1
      return
    }
    var sum = CompensatedSum()
    for value in relative {
      sum += aversion == 1 ? log(value) : pow(value, 1 - aversion)
    }
    let mean = sum.value / Double(count)
    value = max(0, 1 - (aversion == 1 ? exp(mean) : pow(mean, 1 / (1 - aversion))))
  }
}

/// What share of an amount would have to change hands for all to have the same.
///
/// Throws when there is nobody, when an amount is negative or not finite, or when all
/// amounts are zero.
///
/// - Reference: Hoover (1936), doi:10.2307/1927875.
public struct HooverIndex: Sendable, Hashable, Codable {
  public let count: Int
  public let value: Double

  public init(_ values: Span<Double>) throws(SampleError) {
    let relative = try relativeToMean(values)
    var sum = CompensatedSum()
    for value in relative { sum += abs(value - 1) }
    count = relative.count
    value = sum.value / 2 / Double(count)
  }
}

/// How widely amounts are spread, relative to their mean.
///
/// With the number of people as divisor of the variance. Throws when there are fewer than
/// two people, when an amount is negative or not finite, or when all amounts are zero.
///
/// - Reference: Pearson (1896), doi:10.1098/rsta.1896.0007.
public struct CoefficientOfVariation: Sendable, Hashable, Codable {
  public let count: Int
  public let value: Double

  public init(_ values: Span<Double>) throws(SampleError) {
    guard values.count >= 2 else {
      throw .tooFewObservations(required: 2, found: values.count)
    }
    let relative = try relativeToMean(values)
    var sum = CompensatedSum()
    for value in relative { sum += (value - 1) * (value - 1) }
    count = relative.count
    value = (sum.value / Double(count)).squareRoot()
  }
}

/// The amounts in units of their mean.
func relativeToMean(_ values: Span<Double>) throws(SampleError) -> [Double] {
  guard !values.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  let values = try amounts(values)
  guard let largest = values.max(), largest > 0 else { throw .zeroTotal }
  var sum = CompensatedSum()
  for value in values { sum += value / largest }
  let mean = sum.value / Double(values.count)
  return values.map { $0 / largest / mean }
}
