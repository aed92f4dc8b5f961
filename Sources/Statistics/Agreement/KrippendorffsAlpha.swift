/// How reliable the ratings of several raters are, on any scale and with gaps.
///
/// One less the disagreement within units over the disagreement between any two
/// ratings: 1 when raters agree in full, 0 when they do no better than chance. Units
/// with fewer than two ratings say nothing and are left out. The standard error sums
/// what each unit adds to alpha, by linearisation, with the distances between ranks of
/// the ordinal scale taken as given; the interval is normal. Both are nil with a single
/// unit. Throws when no unit was rated twice, when a rating is not finite, when all
/// ratings are the same, which makes alpha 0/0, when a ratio is asked for and a rating
/// is negative, or when the level is out of range.
///
/// - Reference: Krippendorff (2004), doi:10.1111/j.1468-2958.2004.tb00738.x; the
///   linearisation follows Gwet (2008), doi:10.1348/000711006X126600.
public struct KrippendorffsAlpha: Sendable, Hashable, Codable {
  /// What the numbers that stand for ratings mean, and so how far apart two lie.
  public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    /// Names: two ratings are the same or not.
    case nominal
    /// An order: how many ratings lie between two.
    case ordinal
    /// Numbers with equal steps: their difference.
    case interval
    /// Amounts: their difference relative to their sum.
    case ratio
  }

  /// The units with at least two ratings.
  public let unitCount: Int
  /// The ratings of these units.
  public let ratingCount: Int
  public let scale: Scale
  public let estimate: Double
  public let standardError: Double?
  public let interval: Interval?

  /// Units in rows, raters in columns, nil where a rater did not rate the unit.
  public init(
    ratings: [[Double?]], scale: Scale, level: Double = 0.95
  ) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let units = try comparableUnits(ratings)
    let distances = try Distances(units, scale)
    var within: [Double] = []
    within.reserveCapacity(units.count)
    var sum = CompensatedSum()
    for unit in distances.units {
      within.append(distances.within(unit))
      sum += within[within.count - 1]
    }
    let count = Double(distances.count)
    let total = distances.total
    guard total > 0 else { throw .oneCategory }
    let ratio = (count - 1) * sum.value / total
    unitCount = units.count
    ratingCount = distances.count
    self.scale = scale
    estimate = 1 - ratio
    guard units.count > 1 else {
      standardError = nil
      interval = nil
      return
    }
    var squares = CompensatedSum()
    for (unit, own) in zip(distances.units, within) {
      let change =
        (count - 1) * own / total + Double(unit.count) * sum.value / total
        - 2 * ratio * distances.toAll(unit) / total
      squares += change * change
    }
    let size = Double(units.count)
    let error = (squares.value * size / (size - 1)).squareRoot()
    standardError = error
    interval = Interval(estimate: 1 - ratio, margin: quantile * error, level: level)
  }
}

/// The units with two ratings or more, without the gaps.
private func comparableUnits(_ ratings: [[Double?]]) throws(SampleError) -> [[Double]] {
  var units: [[Double]] = []
  units.reserveCapacity(ratings.count)
  for (index, row) in ratings.enumerated() {
    var unit: [Double] = []
    unit.reserveCapacity(row.count)
    for case .some(let rating) in row {
      guard rating.isFinite else { throw .nonFiniteValue(index: index) }
      unit.append(rating)
    }
    if unit.count >= 2 { units.append(unit) }
  }
  guard !units.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  return units
}

/// How far ratings lie apart: squared distances within units, and between all.
///
/// Where the distance is that of two places on a line, sums over all pairs come from
/// sums and squares: they cost no more than one pass however many values there are.
private struct Distances {
  private enum Metric {
    case same
    /// Places on a line, the middle of all ratings at zero.
    case line
    case relative
  }

  /// The units, each rating as a place on the line or as its value.
  let units: [[Double]]
  let count: Int
  /// The sum over all ordered pairs of ratings.
  let total: Double
  private let metric: Metric
  private let frequencies: [Double: Double]
  private let values: [(value: Double, count: Double)]
  private let squares: Double

  init(_ units: [[Double]], _ scale: KrippendorffsAlpha.Scale) throws(SampleError) {
    var frequencies: [Double: Double] = [:]
    for unit in units {
      for rating in unit { frequencies[rating, default: 0] += 1 }
    }
    if scale == .ratio, let index = units.firstIndex(where: { $0.contains { $0 < 0 } }) {
      throw .negativeValue(index: index)
    }
    let sorted = frequencies.sorted { $0.key < $1.key }
    let count = units.reduce(0) { $0 + $1.count }
    let places = Self.places(sorted, scale)
    var (squares, sum) = (CompensatedSum(), CompensatedSum())
    for (entry, place) in zip(sorted, places) {
      squares += entry.value * place * place
      sum += entry.value * entry.value
    }
    let values = zip(places, sorted).map { (value: $0, count: $1.value) }
    switch scale {
    case .nominal:
      metric = .same
      total = Double(count) * Double(count) - sum.value
    case .ordinal, .interval:
      metric = .line
      total = 2 * Double(count) * squares.value
    case .ratio:
      metric = .relative
      var pairs = CompensatedSum()
      for (index, first) in values.enumerated() {
        for second in values[(index + 1)...] {
          pairs += 2 * first.count * second.count * Self.relative(first.value, second.value)
        }
      }
      total = pairs.value
    }
    let place = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.key), places))
    self.units = units.map { $0.map { place[$0] ?? $0 } }
    self.count = count
    self.values = values
    self.squares = squares.value
    self.frequencies = Dictionary(uniqueKeysWithValues: values.map { ($0.value, $0.count) })
  }

  /// Where each value lies: by its mean rank for an order, with the middle at zero.
  private static func places(
    _ sorted: [(key: Double, value: Double)], _ scale: KrippendorffsAlpha.Scale
  ) -> [Double] {
    switch scale {
    case .nominal, .ratio: return sorted.map(\.key)
    case .ordinal:
      let count = sorted.reduce(0) { $0 + $1.value }
      var below = 0.0
      return sorted.map { entry in
        defer { below += entry.value }
        return below + entry.value / 2 - count / 2
      }
    case .interval:
      let first = sorted[0].key
      var (sum, count) = (CompensatedSum(), 0.0)
      for entry in sorted {
        sum += entry.value * (entry.key - first)
        count += entry.value
      }
      let middle = sum.value / count
      return sorted.map { ($0.key - first) - middle }
    }
  }

  /// The mean of a unit's ordered pairs, times the number of its ratings.
  func within(_ unit: [Double]) -> Double {
    var sum = 0.0
    for index in unit.indices {
      for other in unit[(index + 1)...] { sum += 2 * distance(unit[index], other) }
    }
    return sum / Double(unit.count - 1)
  }

  /// The sum over pairs of one of a unit's ratings and one of all.
  func toAll(_ unit: [Double]) -> Double {
    unit.reduce(0) { $0 + toAll($1) }
  }

  private func toAll(_ value: Double) -> Double {
    switch metric {
    case .same: Double(count) - (frequencies[value] ?? 0)
    case .line: squares + Double(count) * value * value
    case .relative:
      values.reduce(0) { $0 + $1.count * Self.relative(value, $1.value) }
    }
  }

  private func distance(_ first: Double, _ second: Double) -> Double {
    switch metric {
    case .same: first == second ? 0 : 1
    case .line: (first - second) * (first - second)
    case .relative: Self.relative(first, second)
    }
  }

  private static func relative(_ first: Double, _ second: Double) -> Double {
    guard first != second else { return 0 }
    let ratio = (first - second) / (first + second)
    return ratio * ratio
  }
}
