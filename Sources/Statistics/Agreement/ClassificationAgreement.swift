/// How well a coding into several categories agrees with a reference coding.
///
/// Rows of the table are the categories of the reference, columns those of the coding.
/// `accuracy` is the share of units coded rightly, with Wilson's interval; with one
/// category to each unit it is also the micro average of precision, recall and F1. The
/// macro averages are means over categories, with normal intervals by the delta method.
/// The weighted averages weight each category by its units in the reference. Throws when
/// the table is not square, when a count is negative, when it is empty, or when the level
/// is out of range. Assumes that units were coded independently.
///
/// - Reference: Takahashi et al. (2022), doi:10.1007/s10489-021-02635-5.
public struct ClassificationAgreement: Sendable, Hashable, Codable {
  /// What becomes of a category whose precision, recall or F1 has a base of zero.
  public enum UndefinedShares: String, Sendable, Hashable, Codable, CaseIterable {
    /// It counts as zero in averages.
    case zero
    /// It is left out of averages.
    case leftOut
  }

  /// How well one category was coded; nil where the base of a share is zero.
  public struct Category: Sendable, Hashable, Codable {
    /// The units of the category in the reference.
    public let support: Int
    public let precision: Interval?
    public let recall: Interval?
    public let f1: Interval?
  }

  /// Averages over the categories, each counting as much.
  public struct Macro: Sendable, Hashable, Codable {
    public let precision: Interval
    public let recall: Interval
    public let f1: Interval
  }

  /// Averages over the categories, each counting by its units in the reference.
  public struct Weighted: Sendable, Hashable, Codable {
    public let precision: Double
    public let recall: Double
    public let f1: Double
  }

  public let count: Int
  public let accuracy: Interval
  public let categories: [Category]
  /// Nil when the shares of no category exist.
  public let macro: Macro?
  public let weighted: Weighted
  /// The mean recall of the categories that the reference uses.
  public let balancedAccuracy: Double
  /// The correlation between the two codings; nil when either uses one category only.
  ///
  /// - Reference: Gorodkin (2004), doi:10.1016/j.compbiolchem.2004.09.006.
  public let matthewsCorrelation: Double?

  public init(
    table: [[Int]], undefined: UndefinedShares = .leftOut, level: Double = 0.95
  ) throws(SampleError) {
    try checkSquare(table)
    let margins = try Margins(table)
    var categories: [Category] = []
    for index in table.indices {
      let hits = table[index][index]
      let binary = try BinaryAgreement(
        truePositives: hits, falsePositives: margins.coded[index] - hits,
        falseNegatives: margins.support[index] - hits,
        trueNegatives: margins.count - margins.coded[index] - margins.support[index] + hits,
        level: level)
      categories.append(
        Category(
          support: margins.support[index], precision: binary.precision, recall: binary.recall,
          f1: binary.f1))
    }
    count = margins.count
    accuracy = try WilsonInterval(
      successes: margins.hits, trials: margins.count, level: level
    ).interval
    self.categories = categories
    macro = try margins.macro(undefined, level: level)
    func weighted(_ share: (Category) -> Interval?) -> Double {
      categories.reduce(0) { $0 + Double($1.support) * (share($1)?.estimate ?? 0) }
        / Double(margins.count)
    }
    self.weighted = Weighted(
      precision: weighted(\.precision), recall: weighted(\.recall), f1: weighted(\.f1))
    let recalls = categories.compactMap { $0.recall?.estimate }
    balancedAccuracy = recalls.reduce(0, +) / Double(recalls.count)
    matthewsCorrelation = margins.correlation
  }
}

/// The counts of a table, and what averages over its categories come to.
private struct Margins {
  let table: [[Int]]
  let count: Int
  let hits: Int
  let support: [Int]
  let coded: [Int]

  init(_ table: [[Int]]) throws(SampleError) {
    self.table = table
    count = try total(of: table.flatMap { $0 })
    hits = table.indices.reduce(0) { $0 + table[$1][$1] }
    support = table.map { $0.reduce(0, +) }
    coded = table.indices.map { column in table.reduce(0) { $0 + $1[column] } }
  }

  func macro(
    _ undefined: ClassificationAgreement.UndefinedShares, level: Double
  ) throws(SampleError) -> ClassificationAgreement.Macro? {
    let both = zip(support, coded).map { $0 + $1 }
    let zeros = support.map { _ in 0 }
    guard
      let precision = try average(
        over: coded, rows: zeros, columns: zeros.map { _ in 1 }, undefined, level),
      let recall = try average(
        over: support, rows: zeros.map { _ in 1 }, columns: zeros, undefined, level),
      let f1 = try average(
        over: both, rows: zeros.map { _ in 1 }, columns: zeros.map { _ in 1 }, undefined, level)
    else { return nil }
    return ClassificationAgreement.Macro(precision: precision, recall: recall, f1: f1)
  }

  /// The mean over categories of the hits, times how often a hit is in the base, over the base.
  ///
  /// A unit adds to the base of the category of its row, of its column, or of both.
  private func average(
    over bases: [Int], rows: [Int], columns: [Int],
    _ undefined: ClassificationAgreement.UndefinedShares, _ level: Double
  ) throws(SampleError) -> Interval? {
    let quantile = try ConfidenceLevel(level).normalQuantile
    let used = bases.indices.filter { bases[$0] > 0 }
    guard !used.isEmpty else { return nil }
    let averaged = Double(undefined == .zero ? bases.count : used.count)
    let size = Double(count)
    // By how much a unit in the base of a category lowers its share, and a hit raises it.
    let lowering = bases.indices.map { index in
      let times = Double(rows[index] + columns[index])
      let base = Double(bases[index])
      return base > 0 ? times * Double(table[index][index]) / base / base * size : 0
    }
    let raising = bases.indices.map { index in
      let times = Double(rows[index] + columns[index])
      return bases[index] > 0 ? times / Double(bases[index]) * size : 0
    }
    var (mean, squares) = (CompensatedSum(), CompensatedSum())
    for index in used {
      let times = Double(rows[index] + columns[index])
      mean += times * Double(table[index][index]) / Double(bases[index]) / averaged
    }
    for row in table.indices {
      for column in table.indices where table[row][column] > 0 {
        let change =
          (row == column ? raising[row] : 0) - Double(rows[row]) * lowering[row]
          - Double(columns[column]) * lowering[column]
        squares += Double(table[row][column]) / size * change * change
      }
    }
    // The changes cancel on average: their squares alone make the variance.
    let margin = quantile * (squares.value / size).squareRoot() / averaged
    return Interval(
      estimate: mean.value, lower: max(0, mean.value - margin),
      upper: min(1, mean.value + margin), level: level)
  }

  var correlation: Double? {
    let size = Double(count)
    func spread(_ counts: [Int]) -> Double {
      size * size - counts.reduce(0) { $0 + Double($1) * Double($1) }
    }
    let spreads = spread(support) * spread(coded)
    guard spreads > 0 else { return nil }
    let chance = zip(support, coded).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    return (Double(hits) * size - chance) / spreads.squareRoot()
  }
}
