/// Which categories several raters gave to each of a number of units.
///
/// Not every rater needs to have rated every unit. Categories are numbered from
/// zero; all that are on offer count, whether or not they were used. Throws when
/// there are fewer than two categories, when a rating is none of them, or when no
/// unit was rated.
public struct RatingTable: Sendable, Hashable {
  /// How often each category was given to a unit, for so many units alike.
  struct Pattern: Hashable {
    let counts: [Int]
    var units: Int

    var ratings: Int { counts.reduce(0, +) }
  }

  public let categoryCount: Int
  /// The units with at least one rating.
  public let unitCount: Int
  let patterns: [Pattern]
  /// Whether the units come from a table of two raters, all of them rated by both.
  let isCrossTable: Bool

  /// Units in rows, raters in columns, nil where a rater did not rate the unit.
  public init(ratings: [[Int?]], categoryCount: Int) throws(SampleError) {
    guard categoryCount >= 2 else {
      throw .tooFewCategories(required: 2, found: categoryCount)
    }
    var patterns: [Pattern] = []
    for (unit, row) in ratings.enumerated() {
      var counts = [Int](repeating: 0, count: categoryCount)
      for case .some(let category) in row {
        guard counts.indices.contains(category) else {
          throw .categoryOutOfRange(index: unit, category: category, count: categoryCount)
        }
        counts[category] += 1
      }
      let pattern = Pattern(counts: counts, units: 1)
      if pattern.ratings > 0 { patterns.append(pattern) }
    }
    guard !patterns.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    self.categoryCount = categoryCount
    self.patterns = patterns
    unitCount = patterns.count
    isCrossTable = false
  }

  /// How often two raters gave each pair of categories: the first rater's in rows.
  public init(table: [[Int]]) throws(SampleError) {
    try checkSquare(table)
    guard table.count >= 2 else { throw .tooFewCategories(required: 2, found: table.count) }
    unitCount = try total(of: table.flatMap { $0 })
    categoryCount = table.count
    isCrossTable = true
    patterns = table.indices.flatMap { row in
      table.indices.compactMap { column in
        var counts = [Int](repeating: 0, count: table.count)
        counts[row] += 1
        counts[column] += 1
        return table[row][column] > 0 ? Pattern(counts: counts, units: table[row][column]) : nil
      }
    }
  }

  /// How often each category was given to a unit, and how many units are alike in that.
  ///
  /// Throws also when a count is negative.
  public init(counts: [[Int]], units: [Int]) throws(SampleError) {
    let categories = counts.first?.count ?? 0
    guard categories >= 2 else { throw .tooFewCategories(required: 2, found: categories) }
    var patterns: [Pattern] = []
    for (index, (row, alike)) in zip(counts, units).enumerated() {
      guard row.count == categories else {
        throw .tableNotSquare(row: index, expected: categories, found: row.count)
      }
      // With one more, only a negative count is refused.
      _ = try total(of: row + [alike, 1])
      if alike > 0, row.contains(where: { $0 > 0 }) {
        patterns.append(Pattern(counts: row, units: alike))
      }
    }
    guard !patterns.isEmpty else { throw .tooFewObservations(required: 1, found: 0) }
    categoryCount = categories
    self.patterns = patterns
    unitCount = patterns.reduce(0) { $0 + $1.units }
    isCrossTable = false
  }

  /// How many units two raters or more have rated.
  public var comparableUnitCount: Int {
    patterns.reduce(0) { $0 + ($1.ratings >= 2 ? $1.units : 0) }
  }

  /// The units that as many raters have rated as any.
  public var unitsRatedByAll: RatingTable {
    let most = patterns.map(\.ratings).max() ?? 0
    return RatingTable(self, keeping: patterns.filter { $0.ratings == most })
  }

  private init(_ table: RatingTable, keeping patterns: [Pattern]) {
    categoryCount = table.categoryCount
    isCrossTable = table.isCrossTable
    self.patterns = patterns
    unitCount = patterns.reduce(0) { $0 + $1.units }
  }

  /// The mean over units of the share of ratings that went to each category.
  var shares: [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: categoryCount)
    for pattern in patterns {
      let weight = Double(pattern.units) / Double(pattern.ratings)
      for (category, count) in pattern.counts.enumerated() where count > 0 {
        sums[category] += weight * Double(count)
      }
    }
    return sums.map { $0.value / Double(unitCount) }
  }

  /// Whether all ratings went to one category.
  var usesOneCategory: Bool {
    guard let first = patterns.first?.counts.firstIndex(where: { $0 > 0 }) else { return true }
    return patterns.allSatisfy { $0.counts[first] == $0.ratings }
  }
}

func checkSquare(_ table: [[Int]]) throws(SampleError) {
  for (index, row) in table.enumerated() where row.count != table.count {
    throw .tableNotSquare(row: index, expected: table.count, found: row.count)
  }
}
