/// How reliable the ratings of several raters are, on any scale and with gaps.
///
/// One less the disagreement within units over the disagreement between any two
/// ratings: 1 when raters agree in full, 0 when they do no better than chance. Units
/// with fewer than two ratings say nothing and are left out. The standard error sums
/// what each unit adds to alpha, by linearisation, with the distances between ranks of
/// the ordinal scale taken as given; the interval is normal. Both are nil with a single
/// unit. Throws when no unit was rated twice, when a rating is not finite, when all
/// ratings are the same, which makes alpha 0/0, when a ratio is asked for and a rating
/// is negative, or when the level is out of range. Assumes that units were rated independently.
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
    let observed = sum(within)
    let count = Double(codes.codes.count)
    let ratio = (count - 1) * observed / total
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
        (count - 1) * within[unit] + Double(end - start) * observed - 2 * ratio * toAll[unit]
      squares += change * change
      start = end
    }
    let size = Double(codes.ends.count)
    let error = (squares * size / (size - 1)).squareRoot() / total
    standardError = error
    interval = Interval(estimate: 1 - ratio, margin: quantile * error, level: level)
  }
}

extension KrippendorffsAlpha {
  /// On names, from how often each was given to units that may be alike.
  public init(_ table: RatingTable, level: Double = 0.95) throws(SampleError) {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let pairable = table.patterns.filter { $0.ratings >= 2 }
    guard !pairable.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    let all = (0..<table.categoryCount).map { category in
      Double(pairable.reduce(0) { $0 + $1.counts[category] * $1.units })
    }
    let count = all.reduce(0, +)
    let toAll = all.map { count - $0 }
    let total = zip(all, toAll).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0 else { throw .oneCategory }
    // For each kind of unit the mean of its ordered pairs, times the number of its ratings.
    let within = pairable.map { pattern in
      let size = Double(pattern.ratings)
      let same = pattern.counts.reduce(0) { $0 + Double($1) * Double($1) }
      return (size * size - same) / (size - 1)
    }
    var observed = CompensatedSum()
    for (pattern, own) in zip(pairable, within) { observed += Double(pattern.units) * own }
    let ratio = (count - 1) * observed.value / total
    unitCount = table.comparableUnitCount
    ratingCount = Int(count)
    scale = .nominal
    estimate = 1 - ratio
    guard unitCount > 1 else {
      standardError = nil
      interval = nil
      return
    }
    var squares = CompensatedSum()
    for (pattern, own) in zip(pairable, within) {
      let others = zip(pattern.counts, toAll).reduce(0) { $0 + Double($1.0) * $1.1 }
      let change =
        (count - 1) * own + Double(pattern.ratings) * observed.value - 2 * ratio * others
      squares += Double(pattern.units) * change * change
    }
    let size = Double(unitCount)
    let error = (squares.value * size / (size - 1)).squareRoot() / total
    standardError = error
    interval = Interval(estimate: 1 - ratio, margin: quantile * error, level: level)
  }
}

/// A sum of many numbers: exact between blocks, and fast within them.
private func sum(_ values: [Double]) -> Double {
  var sum = CompensatedSum()
  for start in stride(from: 0, to: values.count, by: 64) {
    var block = 0.0
    for index in start..<min(start + 64, values.count) { block += values[index] }
    sum += block
  }
  return sum.value
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

  /// Takes small whole numbers, as ratings are most often, to stand for themselves.
  ///
  /// One pass does. False when ratings are none, or when one cannot be.
  private mutating func readWhole(_ ratings: [[Double?]], _ isRatio: Bool) -> Bool {
    let largest = 127
    var counts = [Int](repeating: 0, count: 2 * largest + 1)
    let cellCount = ratings.reduce(0) { $0 + $1.count }
    // Written by place: appending takes longer than reading and counting together.
    var codes = [Int32](repeating: 0, count: cellCount)
    var ends = [Int](repeating: 0, count: ratings.count)
    var (place, unit) = (0, 0)
    do {
      var codes = codes.mutableSpan
      var counts = counts.mutableSpan
      var ends = ends.mutableSpan
      for row in ratings {
        let start = place
        let cells = row.span
        for index in cells.indices {
          guard let rating = cells[index] else { continue }
          guard abs(rating) <= Double(largest), rating >= 0 || !isRatio else { return false }
          let whole = Int32(rating)
          guard Double(whole) == rating else { return false }
          codes[place] = whole + Int32(largest)
          counts[Int(whole) + largest] += 1
          place += 1
        }
        if place - start >= 2 {
          ends[unit] = place
          unit += 1
        } else if place > start {
          place = start
          counts[Int(codes[place])] -= 1
        }
      }
    }
    codes.removeLast(cellCount - place)
    ends.removeLast(ratings.count - unit)
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
    let places = places.span
    switch scale {
    case .nominal: return ofUnits(ratings) { Self.differing($0) }
    case .ordinal, .interval: return ofUnits(ratings) { Self.onLine($0, places) }
    case .ratio: return ofUnits(ratings) { Self.relative($0, places) }
    }
  }

  @inline(__always)
  private func ofUnits(
    _ ratings: RatingCodes, _ within: (Span<Int32>) -> Double
  ) -> (within: [Double], toAll: [Double]) {
    let (codes, ends, toAll) = (ratings.codes.span, ratings.ends.span, toAll.span)
    var withins = [Double](repeating: 0, count: ends.count)
    var sums = withins
    var withinSpan = withins.mutableSpan
    var sumSpan = sums.mutableSpan
    var start = 0
    for index in ends.indices {
      let unit = codes.extracting(start..<ends[index])
      withinSpan[index] = within(unit)
      var sum = 0.0
      for place in unit.indices { sum += toAll[Int(unit[place])] }
      sumSpan[index] = sum
      start = ends[index]
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
