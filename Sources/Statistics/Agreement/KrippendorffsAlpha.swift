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
    let codes = try RatingCodes(ratings, isRatio: scale == .ratio)
    let distances = Distances(codes, scale)
    let total = distances.total
    guard total > 0 else { throw .oneCategory }
    let (within, toAll) = distances.ofUnits(codes)
    var sum = CompensatedSum()
    for own in within { sum += own }
    let count = Double(codes.codes.count)
    let ratio = (count - 1) * sum.value / total
    unitCount = codes.ends.count
    ratingCount = codes.codes.count
    self.scale = scale
    estimate = 1 - ratio
    guard codes.ends.count > 1 else {
      standardError = nil
      interval = nil
      return
    }
    var squares = 0.0
    var start = 0
    for (unit, end) in codes.ends.enumerated() {
      let change =
        (count - 1) * within[unit] + Double(end - start) * sum.value - 2 * ratio * toAll[unit]
      squares += change * change
      start = end
    }
    let size = Double(codes.ends.count)
    let error = (squares * size / (size - 1)).squareRoot() / total
    standardError = error
    interval = Interval(estimate: 1 - ratio, margin: quantile * error, level: level)
  }
}

/// The ratings of units with two or more, each as a number that stands for its value.
///
/// The numbers are in the order of the values; some may stand for no rating.
private struct RatingCodes {
  /// Unit after unit.
  private(set) var codes: [Int32] = []
  /// Where the ratings of each unit end.
  private(set) var ends: [Int] = []
  private(set) var values: [Double] = []
  private(set) var frequencies: [Double] = []

  init(_ ratings: [[Double?]], isRatio: Bool) throws(SampleError) {
    if !readWhole(ratings, isRatio) {
      try check(ratings, isRatio)
      readAny(ratings)
    }
    guard !ends.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
  }

  private func check(_ ratings: [[Double?]], _ isRatio: Bool) throws(SampleError) {
    for (index, row) in ratings.enumerated() {
      for case .some(let rating) in row {
        guard rating.isFinite else { throw .nonFiniteValue(index: index) }
        if isRatio, rating < 0 { throw .negativeValue(index: index) }
      }
    }
  }

  /// Ratings are small whole numbers most often: they stand for themselves, and one pass
  /// does. False when they are not, or when one cannot be.
  private mutating func readWhole(_ ratings: [[Double?]], _ isRatio: Bool) -> Bool {
    let largest = 1024
    var counts = [Int](repeating: 0, count: 2 * largest + 1)
    var codes: [Int32] = []
    var ends: [Int] = []
    codes.reserveCapacity(ratings.count * (ratings.first?.count ?? 0))
    ends.reserveCapacity(ratings.count)
    for row in ratings {
      let start = codes.count
      let cells = row.span
      for index in cells.indices {
        guard let rating = cells[index] else { continue }
        guard abs(rating) <= Double(largest), rating >= 0 || !isRatio else { return false }
        let whole = Int(rating)
        guard Double(whole) == rating else { return false }
        codes.append(Int32(truncatingIfNeeded: whole + largest))
        counts[whole + largest] += 1
      }
      if codes.count - start >= 2 {
        ends.append(codes.count)
      } else if codes.count > start {
        counts[Int(codes.removeLast())] -= 1
      }
    }
    self.codes = codes
    self.ends = ends
    values = counts.indices.map { Double($0 - largest) }
    frequencies = counts.map { Double($0) }
    return true
  }

  private mutating func readAny(_ ratings: [[Double?]]) {
    var flat: [Double] = []
    for row in ratings where row.count(where: { $0 != nil }) >= 2 {
      flat += row.compactMap(\.self)
      ends.append(flat.count)
    }
    codes = [Int32](repeating: 0, count: flat.count)
    for index in flat.indices.sorted(by: { flat[$0] < flat[$1] }) {
      if values.last != flat[index] {
        values.append(flat[index])
        frequencies.append(0)
      }
      codes[index] = Int32(values.count - 1)
      frequencies[values.count - 1] += 1
    }
  }
}

/// How far ratings lie apart: squared distances within units, and between all.
///
/// Where the distance is that of two places on a line, sums over all pairs come from
/// sums and squares: they cost one pass however many values there are.
private struct Distances {
  private let scale: KrippendorffsAlpha.Scale
  /// Where each value lies, the middle of all ratings at zero; the values for ratios.
  private let places: [Double]
  /// The sum over all ordered pairs of ratings.
  let total: Double
  /// For each value the sum over all ratings.
  private let toAll: [Double]

  init(_ codes: RatingCodes, _ scale: KrippendorffsAlpha.Scale) {
    let places = Self.places(codes, scale)
    let used = codes.frequencies.indices.filter { codes.frequencies[$0] > 0 }
    let count = Double(codes.codes.count)
    var spread = CompensatedSum()
    for index in used { spread += codes.frequencies[index] * places[index] * places[index] }
    var toAll = places.map { _ in 0.0 }
    for index in used {
      switch scale {
      case .nominal: toAll[index] = count - codes.frequencies[index]
      case .ordinal, .interval:
        toAll[index] = spread.value + count * places[index] * places[index]
      case .ratio:
        var sum = CompensatedSum()
        for other in used {
          sum += codes.frequencies[other] * Self.relative(places[index], places[other])
        }
        toAll[index] = sum.value
      }
    }
    var sum = CompensatedSum()
    for index in used { sum += codes.frequencies[index] * toAll[index] }
    total = used.count > 1 ? sum.value : 0
    self.toAll = toAll
    self.places = places
    self.scale = scale
  }

  /// By its mean rank for an order.
  private static func places(
    _ codes: RatingCodes, _ scale: KrippendorffsAlpha.Scale
  ) -> [Double] {
    let count = Double(codes.codes.count)
    switch scale {
    case .nominal, .ratio: return codes.values
    case .ordinal:
      var below = 0.0
      return codes.frequencies.map { frequency in
        defer { below += frequency }
        return below + frequency / 2 - count / 2
      }
    case .interval:
      let first = codes.values.indices.first { codes.frequencies[$0] > 0 } ?? 0
      var sum = CompensatedSum()
      for (value, frequency) in zip(codes.values, codes.frequencies) {
        sum += frequency * (value - codes.values[first])
      }
      let middle = sum.value / count
      return codes.values.map { ($0 - codes.values[first]) - middle }
    }
  }

  /// For each unit the mean of its ordered pairs, times the number of its ratings, and the
  /// sum over pairs of one of its ratings and one of all.
  func ofUnits(_ ratings: RatingCodes) -> (within: [Double], toAll: [Double]) {
    let (codes, places, toAll) = (ratings.codes.span, places.span, toAll.span)
    var (withins, sums): ([Double], [Double]) = ([], [])
    withins.reserveCapacity(ratings.ends.count)
    sums.reserveCapacity(ratings.ends.count)
    var start = 0
    for end in ratings.ends {
      let unit = codes.extracting(start..<end)
      switch scale {
      case .nominal: withins.append(Self.differing(unit))
      case .ordinal, .interval: withins.append(Self.onLine(unit, places))
      case .ratio: withins.append(Self.relative(unit, places))
      }
      var sum = 0.0
      for index in unit.indices { sum += toAll[Int(unit[index])] }
      sums.append(sum)
      start = end
    }
    return (withins, sums)
  }

  private static func differing(_ unit: Span<Int32>) -> Double {
    var same = 0
    for index in 1..<unit.count {
      for other in 0..<index where unit[index] == unit[other] { same += 1 }
    }
    return Double(unit.count) - Double(2 * same) / Double(unit.count - 1)
  }

  private static func onLine(_ unit: Span<Int32>, _ places: Span<Double>) -> Double {
    // From the first rating of the unit, so that nothing cancels.
    let first = places[Int(unit[0])]
    var (sum, squares) = (0.0, 0.0)
    for index in 1..<unit.count {
      let distance = places[Int(unit[index])] - first
      sum += distance
      squares += distance * distance
    }
    return 2 * (Double(unit.count) * squares - sum * sum) / Double(unit.count - 1)
  }

  private static func relative(_ unit: Span<Int32>, _ places: Span<Double>) -> Double {
    var sum = 0.0
    for index in 1..<unit.count {
      let place = places[Int(unit[index])]
      for other in 0..<index { sum += relative(place, places[Int(unit[other])]) }
    }
    return 2 * sum / Double(unit.count - 1)
  }

  private static func relative(_ first: Double, _ second: Double) -> Double {
    guard first != second else { return 0 }
    let ratio = (first - second) / (first + second)
    return ratio * ratio
  }
}
