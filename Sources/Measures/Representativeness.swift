import EvaluationData
import Statistics

/// Compares the people of a source with published population figures.
func representativeness(
  _ input: MeasureInput, _ spec: RepresentativenessSpec, _ thresholds: Thresholds
) -> Checked<[Finding]> {
  let table = input.table(spec.source)
  let margins = Margins(input.table(spec.margins.source), spec.margins)
  var findings: [Finding] = []
  var problems: [Problem] = []
  for variable in spec.variables {
    guard let column = table.column(variable), case .category(let category) = column.cells
    else { continue }
    let known = Set(category.levels.map { Margins.key($0.name) })
    problems += margins.problems(variable, known: known, levels: category.levels, spec: spec)
    for group in table.groups(by: spec.by) {
      let scope = Scope(
        .representativeness, table.name, thresholds, groupBy: group.groupBy, group: group.group)
      let composition = Composition(
        category, rows: group.rows, leftOut: spec.leftOut[variable] ?? [],
        targets: margins.people(variable, group: group.group))
      findings += composition.findings(
        scope, column.name, seed: input.seed, thresholds: thresholds)
    }
  }
  return Checked(findings, problems: problems)
}

/// The population figures, by variable, level and group.
private struct Margins {
  private struct Row {
    let variable: String
    let level: String
    let group: String?
    let people: Double
    let address: CellAddress
  }

  private var rows: [Row] = []

  /// Names and labels as they are compared: letters and digits only.
  static func key(_ text: String) -> String { Named.slug(text) }

  init(_ table: Table, _ spec: MarginSpec) {
    guard let variables = table.text(spec.variable), let levels = table.text(spec.level),
      let people = table.number(spec.people)
    else { return }
    let groups = spec.group.flatMap { table.category($0) }
    for row in 0..<table.rowCount {
      guard let variable = variables[row].value, let level = levels[row].value,
        let count = people[row].value
      else { continue }
      rows.append(
        Row(
          variable: Margins.key(variable), level: Margins.key(level),
          group: groups?.level(row)?.name, people: count,
          address: table.addresses.address(of: row, column: nil)))
    }
  }

  /// People by the key of the level; of all groups together where `group` is nil.
  func people(_ variable: String, group: Named?) -> [String: Double] {
    var people: [String: Double] = [:]
    for row in rows
    where row.variable == Margins.key(variable) && (group == nil || row.group == group?.name) {
      people[row.level, default: 0] += row.people
    }
    return people
  }

  func problems(
    _ variable: String, known: Set<String>, levels: [Named], spec: RepresentativenessSpec
  ) -> [Problem] {
    let labels = Set(levels.map { Margins.key($0.label) })
    var problems: [Problem] = []
    var covered: Set<String> = []
    for row in rows where row.variable == Margins.key(variable) {
      covered.insert(row.level)
      guard !known.contains(row.level), !labels.contains(row.level) else { continue }
      problems.append(
        Problem(
          .unknownMargin, at: row.address,
          expected: "one of \(levels.map(\.label).joined(separator: ", "))"))
    }
    let leftOut = spec.leftOut[variable] ?? []
    for level in levels where !leftOut.contains(level.name) {
      guard !covered.contains(Margins.key(level.name)),
        !covered.contains(Margins.key(level.label))
      else { continue }
      problems.append(
        Problem(
          .missingMargin, at: CellAddress(file: rows.first?.address.file ?? spec.margins.source),
          expected: "a row for \(variable): \(level.label)"))
    }
    return problems
  }
}

/// How many people a group has at each level, beside the population.
private struct Composition {
  let levels: [Named]
  let counts: [Int]
  let targets: [Double?]
  let notStated: Int
  let leftOut: Int

  init(
    _ category: CategoryColumn, rows: [Int], leftOut: Set<String>, targets people: [String: Double]
  ) {
    var counts = [Int](repeating: 0, count: category.levels.count)
    var notStated = 0
    for row in rows {
      if let level = category[row].value { counts[level] += 1 } else { notStated += 1 }
    }
    let kept = category.levels.indices.filter { !leftOut.contains(category.levels[$0].name) }
    levels = kept.map { category.levels[$0] }
    self.counts = kept.map { counts[$0] }
    self.notStated = notStated
    self.leftOut = counts.reduce(0, +) - self.counts.reduce(0, +)
    let found = levels.map { people[Named.slug($0.name)] ?? people[Named.slug($0.label)] }
    let total = found.compactMap { $0 }.reduce(0, +)
    self.targets = found.map { people in people.flatMap { total > 0 ? $0 / total : nil } }
  }

  private var base: Int { counts.reduce(0, +) }

  func findings(
    _ scope: Scope, _ variable: Named, seed: UInt64, thresholds: Thresholds
  ) -> [Finding] {
    let isTested = base >= thresholds.testBase
    let tests = levels.indices.map { index -> Double? in
      guard isTested, let target = targets[index], target > 0, target < 1 else { return nil }
      return try? BinomialTest(
        successes: counts[index], trials: base, probability: target
      ).pValue
    }
    let adjusted = adjustedWhereTested(tests)
    var findings: [Finding] = []
    for index in levels.indices {
      findings += scope.countAndShare(
        counts[index], of: base, variable: variable, level: levels[index])
      findings += comparison(
        index, scope, variable, p: tests[index], adjustedP: adjusted[index], thresholds)
    }
    if notStated > 0 {
      findings += scope.countAndShare(
        notStated, of: base + notStated + leftOut, variable: variable,
        level: Named("not-stated", label: "Not stated"),
        note: "of everybody; the other rows are shares of those who stated it")
    }
    return findings + summary(scope, variable, seed: seed, isTested: isTested)
  }

  private func comparison(
    _ index: Int, _ scope: Scope, _ variable: Named, p: Double?, adjustedP: Double?,
    _ thresholds: Thresholds
  ) -> [Finding] {
    guard let target = targets[index], base > 0,
      let share = try? WilsonInterval(successes: counts[index], trials: base).interval
    else { return [] }
    let gap = share.estimate - target
    let interval = Interval(
      estimate: gap, lower: share.lower - target, upper: share.upper - target,
      level: share.level)
    var findings = [
      scope.finding(
        .targetShare, .published, value: target, variable: variable, level: levels[index],
        subject: .organisation),
      scope.finding(
        .gap, .exactBinomial, value: gap, variable: variable, level: levels[index],
        interval: interval, n: base, base: base, p: p, adjustedP: adjustedP,
        verdict: thresholds.verdict(
          p: p, adjustedP: adjustedP, size: abs(gap), base: base,
          interval: interval)),
    ]
    if target > 0 {
      findings.append(
        scope.finding(
          .ratio, .arithmetic, value: share.estimate / target, variable: variable,
          level: levels[index], n: base, base: base))
    }
    return findings
  }

  private func summary(
    _ scope: Scope, _ variable: Named, seed: UInt64, isTested: Bool
  ) -> [Finding] {
    let targets = self.targets.compactMap { $0 }
    guard targets.count == levels.count, base > 0,
      let dissimilarity = try? DissimilarityIndex(
        counts: counts.map(Double.init), reference: targets)
    else { return [] }
    var findings = [
      scope.finding(
        .dissimilarity, .arithmetic, value: dissimilarity.value, variable: variable, n: base,
        base: base)
    ]
    if isTested,
      let test = try? ExactMultinomialTest(
        counts: counts, probabilities: targets,
        seed: seed ^ findings[0].cellHash, limit: exactOutcomes)
    {
      let verdict = scope.thresholds.verdict(
        p: test.pValue, adjustedP: test.pValue, size: 0, base: base)
      findings.append(
        scope.finding(
          .fit, test.method == .exact ? .exactMultinomial : .monteCarloMultinomial,
          value: test.pValue, variable: variable, n: base, base: base, p: test.pValue,
          adjustedP: test.pValue, verdict: verdict))
    }
    return findings
  }
}

/// Up to so many possible compositions are counted one by one; that takes some 20 ms.
private let exactOutcomes = 2_000_000

/// Holm's adjustment over the tests that were made; the others stay nil.
func adjustedWhereTested(_ pValues: [Double?]) -> [Double?] {
  let made = pValues.compactMap { $0 }
  guard !made.isEmpty, var adjusted = (try? adjustedPValues(made, by: .holm))?[...] else {
    return pValues.map { _ in nil }
  }
  return pValues.map { p in p == nil ? nil : adjusted.popFirst() }
}
