import EvaluationData
import Statistics

/// How well rules agree with people, or one person with another, code by code.
func agreement(_ input: MeasureInput, _ spec: AgreementSpec) -> [Finding] {
  guard let first = Coding(input, spec.first, id: spec.firstID),
    let second = Coding(input, spec.second, id: spec.secondID)
  else { return [] }
  let pairs = matchedRows(first, second)
  let isRules = if case .rules = spec.first { true } else { false }
  let scope = Scope(.agreement, first.table.name, Thresholds())
  let indicator = Named(
    "\(first.name.name)-\(second.name.name)",
    label: "\(first.name.label) and \(second.name.label)")
  var findings: [Finding] = []
  var f1Values: [Double] = []
  let parents = Set(input.parents(of: second.codes.choices).compactMap(\.self))
  let counts = Counts(first.codes, second.codes, pairs: pairs)
  for (place, code) in second.codes.choices.enumerated() {
    guard first.codes.index(of: code.name) != nil else { continue }
    let table = counts.table(place, of: pairs.count)
    let uses = table[0][0] + table[1][0]
    if isRules {
      let agreement = try? BinaryAgreement(
        truePositives: table[0][0], falsePositives: table[0][1], falseNegatives: table[1][0],
        trueNegatives: table[1][1])
      findings += againstPeople(scope, code, table, agreement)
      // What others are a part of would count twice in the mean.
      if uses >= spec.minimumUses, uses > 0, !parents.contains(place) {
        f1Values.append(agreement?.f1?.estimate ?? 0)
      }
    } else {
      findings += betweenPeople(scope, indicator, code, table)
    }
  }
  if isRules, !f1Values.isEmpty {
    findings.append(
      scope.finding(
        .meanF1, .arithmetic, value: f1Values.reduce(0, +) / Double(f1Values.count),
        indicator: indicator, n: pairs.count, base: pairs.count,
        note: "\(f1Values.count) codes with at least \(spec.minimumUses) human uses"))
  }
  return findings
}

extension MeasureInput {
  /// For each of the codes that people gave, the place of the one that it is a part of, by the
  /// frame that has the same codes.
  fileprivate func parents(of codes: [Named]) -> [Int?] {
    coded.first { $0.codes.choices.map(\.name) == codes.map(\.name) }?.parents ?? []
  }
}

/// How often each code of the second coding was given by each, and by both.
private struct Counts {
  private var given: [Int]
  private var expected: [Int]
  private var both: [Int]

  /// One pass over the pairs: most responses carry few codes.
  init(_ first: ChoiceColumn, _ second: ChoiceColumn, pairs: [(first: Int, second: Int)]) {
    given = [Int](repeating: 0, count: second.choices.count)
    expected = given
    both = given
    let places = first.choices.map { second.index(of: $0.name) }
    for (mine, theirs) in pairs {
      first.forEachChoice(of: mine) { choice in
        guard let place = places[choice] else { return }
        given[place] += 1
        if second.contains(place, row: theirs) { both[place] += 1 }
      }
      second.forEachChoice(of: theirs) { expected[$0] += 1 }
    }
  }

  /// Given and expected, given alone; expected alone, neither.
  func table(_ place: Int, of all: Int) -> [[Int]] {
    let (given, expected, both) = (given[place], expected[place], both[place])
    return [[both, given - both], [expected - both, all - given - expected + both]]
  }
}

/// One coding of the responses of a source.
private struct Coding {
  let table: Table
  let codes: ChoiceColumn
  let name: Named
  let ids: TextCells?
  private let isByPeople: Bool

  init?(_ input: MeasureInput, _ coding: AgreementSpec.Coding, id: String?) {
    switch coding {
    case .rules(let source, let text):
      guard
        let coded = input.coded.first(where: { $0.source == source && $0.column == text })
      else { return nil }
      table = input.table(source)
      codes = coded.codesWithParents
      name = Named("rules", label: "Tagging rules")
      isByPeople = false
    case .people(let source, let column):
      table = input.table(source)
      guard let found = table.choices(column), let named = table.column(column)?.name
      else { return nil }
      codes = found.adding(parents: input.parents(of: found.choices))
      name = named
      isByPeople = true
    }
    ids = if let id { table.text(id) } else { nil }
  }

  /// Whether the coding says something about a row.
  ///
  /// A person's empty cell says that no code applies; without a text the rules
  /// say nothing.
  func speaks(of row: Int) -> Bool {
    guard let reason = codes.missingReason(row) else { return true }
    return isByPeople && reason == .skipped
  }
}

/// The rows that both codings speak of: the same row, or rows with the same id.
private func matchedRows(_ first: Coding, _ second: Coding) -> [(first: Int, second: Int)] {
  guard let firstIDs = first.ids, let secondIDs = second.ids else {
    var pairs: [(first: Int, second: Int)] = []
    pairs.reserveCapacity(first.codes.count)
    for row in 0..<first.codes.count where first.speaks(of: row) && second.speaks(of: row) {
      pairs.append((row, row))
    }
    return pairs
  }
  var places: [String: Int] = [:]
  for row in 0..<firstIDs.count where first.speaks(of: row) {
    if let id = firstIDs[row].value, places[id] == nil { places[id] = row }
  }
  var pairs: [(first: Int, second: Int)] = []
  for row in 0..<secondIDs.count where second.speaks(of: row) {
    if let id = secondIDs[row].value, let place = places[id] { pairs.append((place, row)) }
  }
  return pairs
}

private func againstPeople(
  _ scope: Scope, _ code: Named, _ table: [[Int]], _ agreement: BinaryAgreement?
) -> [Finding] {
  let given = table[0][0] + table[0][1]
  let uses = table[0][0] + table[1][0]
  let all = uses + table[0][1] + table[1][1]
  let rows: [(Statistic, Method, Interval?, Int, String)] = [
    (.precision, .wilson, agreement?.precision, given, "the rules never gave this code"),
    (.recall, .wilson, agreement?.recall, uses, "people never gave this code"),
    (.f1, .f1Interval, agreement?.f1, uses, "neither gave this code together"),
    (.kappa, .fleissCohenEveritt, agreement?.kappa.map(possible), all, "nobody gave this code"),
  ]
  return rows.map { statistic, method, interval, base, reason in
    scope.finding(
      statistic, method, value: interval?.estimate, level: code, interval: interval, n: base,
      base: base, note: interval == nil ? reason : "")
  }
}

/// A large-sample interval may reach where no kappa can be: it is cut there.
private func possible(_ kappa: Interval) -> Interval {
  Interval(
    estimate: kappa.estimate, lower: max(-1, kappa.lower), upper: min(1, kappa.upper),
    level: kappa.level)
}

private func betweenPeople(
  _ scope: Scope, _ indicator: Named, _ code: Named, _ table: [[Int]]
) -> [Finding] {
  let all = table.joined().reduce(0, +)
  let same = table[0][0] + table[1][1]
  let kappa = try? CohensKappa(table: table).kappa
  return [
    scope.share(
      same, of: all, statistic: .percentAgreement, indicator: indicator, level: code),
    scope.finding(
      .kappa, .fleissCohenEveritt, value: kappa?.estimate, indicator: indicator, level: code,
      interval: kappa.map(possible), n: all, base: all,
      note: kappa == nil ? "both gave the same answer throughout: kappa is 0/0" : ""),
  ]
}
