import EvaluationData
import Statistics

/// Where findings belong: one measure of one source, for everybody or one group.
struct Scope {
  let measure: Measure
  let source: Named
  let groupBy: Named?
  let group: Named?
  let thresholds: Thresholds

  init(
    _ measure: Measure, _ source: Named, _ thresholds: Thresholds, groupBy: Named? = nil,
    group: Named? = nil
  ) {
    self.measure = measure
    self.source = source
    self.thresholds = thresholds
    self.groupBy = groupBy
    self.group = group
  }

  func finding(
    _ statistic: Statistic, _ method: Method, value: Double?, indicator: Named? = nil,
    variable: Named? = nil, level: Named? = nil, wave: Named? = nil,
    subject: Finding.Subject = .people, interval: Interval? = nil, n: Int? = nil,
    base: Int? = nil, p: Double? = nil, adjustedP: Double? = nil, verdict: Verdict? = nil,
    note: String = ""
  ) -> Finding {
    Finding(
      measure, source: source, indicator: indicator, variable: variable, level: level,
      groupBy: groupBy, group: group, wave: wave, statistic: statistic, method: method,
      subject: subject, value: value, limits: interval.map { Finding.Limits($0) }, n: n,
      base: base, p: p, adjustedP: adjustedP, verdict: verdict, note: note)
  }

  /// How many, and which part of the base that is, with a Wilson interval.
  func countAndShare(
    _ count: Int, of base: Int, statistic: Statistic = .share, indicator: Named? = nil,
    variable: Named? = nil, level: Named? = nil, wave: Named? = nil,
    subject: Finding.Subject = .people, note: String = ""
  ) -> [Finding] {
    [
      finding(
        .count, .counted, value: Double(count), indicator: indicator, variable: variable,
        level: level, wave: wave, subject: subject, n: base, base: base),
      share(
        count, of: base, statistic: statistic, indicator: indicator, variable: variable,
        level: level, wave: wave, subject: subject, note: note),
    ]
  }

  func share(
    _ count: Int, of base: Int, statistic: Statistic = .share, indicator: Named? = nil,
    variable: Named? = nil, level: Named? = nil, wave: Named? = nil,
    subject: Finding.Subject = .people, note: String = ""
  ) -> Finding {
    let interval = try? WilsonInterval(successes: count, trials: base).interval
    return finding(
      statistic, .wilson, value: interval?.estimate, indicator: indicator, variable: variable,
      level: level, wave: wave, subject: subject, interval: interval, n: base, base: base,
      verdict: base > 0 && base < thresholds.shareBase ? .tooFew : nil,
      note: interval == nil ? "nobody to take the share of" : note)
  }
}

extension Finding {
  /// A number that only the id decides (FNV-1a), so that a simulation is the
  /// same whatever else is measured.
  var cellHash: UInt64 {
    cellID.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

/// Rows that belong together: all of them, then each group of a category.
struct RowGroup {
  let groupBy: Named?
  let group: Named?
  let rows: [Int]
}

extension Table {
  /// All rows, then the rows of each level of `by`.
  func groups(by column: String?) -> [RowGroup] {
    var groups = [RowGroup(groupBy: nil, group: nil, rows: Array(0..<rowCount))]
    guard let column, let category = category(column), let name = self.column(column)?.name
    else { return groups }
    var rows = category.levels.map { _ in [Int]() }
    for row in 0..<rowCount {
      if let level = category[row].value { rows[level].append(row) }
    }
    for (index, level) in category.levels.enumerated() {
      groups.append(RowGroup(groupBy: name, group: level, rows: rows[index]))
    }
    return groups
  }
}

extension Thresholds {
  /// What may be said of a difference with these p-values.
  ///
  /// `interval` is that of the difference: where it leaves 0 out, a difference is possible.
  func verdict(
    p: Double?, adjustedP: Double?, size: Double, base: Int, interval: Interval? = nil
  ) -> Verdict {
    guard base >= testBase else { return .tooFew }
    if let adjustedP, adjustedP < alpha { return .clear }
    if let p, p < alpha { return .possible }
    if let interval, interval.lower > 0 || interval.upper < 0 { return .possible }
    // The size as readers see it: 0.6 less 0.5 falls short of 0.1 by rounding alone.
    return Finding.rounded(size) >= practicalGap ? .possible : .noneSeen
  }
}
