import EvaluationData

/// How often each code was given, of all responses with a text: altogether, by the levels of
/// attributes, in pairs, by severity and sentiment, and over time.
func codeFrequencies(
  _ input: MeasureInput, _ spec: CodeFrequencySpec, _ thresholds: Thresholds
) -> [Finding] {
  guard
    let coded = input.coded.first(where: { $0.source == spec.source && $0.column == spec.text })
  else { return [] }
  let table = input.table(spec.source)
  let outline = CodeOutline(
    coded.codes.choices, parents: coded.parents,
    variable: table.column(spec.text)?.name ?? Named(spec.text))
  let codes = coded.codesWithParents
  let scope = Scope(.coding, table.name, thresholds)
  let tables = spec.by.compactMap {
    AttributeColumn($0, of: spec.source, in: input.tables, persons: input.persons)
  }
  let tally = CodeTally(codes, by: tables)
  var findings = tally.all.findings(scope, outline, withTotals: true)
  for (attribute, groups) in zip(tables, tally.groups) {
    findings += CodesByAttribute(attribute, groups, all: tally.all).findings(scope, outline)
  }
  findings += codeTones(coded, all: tally.all, scope, outline)
  if spec.coOccurrence { findings += codePairs(codes, all: tally.all, scope, outline) }
  if let trend = spec.trend {
    findings += codeTrend(
      codes, CodePeriods(trend, table, asOf: input.asOf),
      Scope(.trend, table.name, thresholds), outline)
  }
  return findings
}

/// The codes of a frame in the order of a report: each before those that are a part of it.
struct CodeOutline {
  let codes: [Named]
  /// The text that was coded.
  let variable: Named
  /// The places of the codes.
  let order: [Int]
  private let parents: [Int?]

  init(_ codes: [Named], parents: [Int?], variable: Named) {
    self.codes = codes
    self.variable = variable
    let parents = codes.indices.map { parents.indices.contains($0) ? parents[$0] : nil }
    self.parents = parents
    func outline(_ parent: Int?) -> [Int] {
      codes.indices.filter { parents[$0] == parent }.flatMap { [$0] + outline($0) }
    }
    order = outline(nil)
  }

  func parent(of code: Int) -> Int? { parents[code] }

  func hasParts(_ code: Int) -> Bool { parents.contains(code) }

  /// Whether one of the codes is a part of the other, at any depth.
  func areNested(_ first: Int, _ second: Int) -> Bool {
    let above = { (code: Int) in sequence(first: code) { parents[$0] } }
    return above(first).contains(second) || above(second).contains(first)
  }

  /// The cell of a code in a scope, of one wave where there are several.
  func cell(_ code: Int, in scope: Scope, wave: Named? = nil) -> String {
    scope.finding(
      .count, .counted, value: nil, variable: variable, level: codes[code], wave: wave
    ).cellID
  }

  /// The cell of the code that a code is a part of.
  func wholes(of code: Int, in scope: Scope, wave: Named? = nil) -> [String] {
    parents[code].map { [cell($0, in: scope, wave: wave)] } ?? []
  }
}

/// How many responses of one group carry each code.
struct CodeCounts: Hashable {
  var counts: [Int]
  var responses = 0
  var withCode = 0

  func findings(_ scope: Scope, _ outline: CodeOutline, withTotals: Bool) -> [Finding] {
    var findings: [Finding] = []
    if withTotals {
      findings += scope.countAndShare(
        withCode, of: responses,
        indicator: Named("\(outline.variable.name)-coded", label: "Responses with a code"),
        variable: outline.variable)
    }
    for code in outline.order { findings += self.findings(of: code, scope, outline) }
    return findings
  }

  func findings(
    of code: Int, _ scope: Scope, _ outline: CodeOutline, wave: Named? = nil
  ) -> [Finding] {
    let wholes = outline.wholes(of: code, in: scope, wave: wave)
    return scope.countAndShare(
      counts[code], of: responses, variable: outline.variable, level: outline.codes[code],
      wave: wave
    ).map { finding in
      var finding = finding
      finding.partOf = wholes
      return finding
    }
  }
}

/// The counts of all responses and of those at each level of some attributes, in one pass.
struct CodeTally {
  let all: CodeCounts
  /// For each attribute its levels, and behind them the responses without one.
  let groups: [[CodeCounts]]

  init(_ codes: ChoiceColumn, by attributes: [AttributeColumn]) {
    let width = codes.choices.count
    // The place of each attribute's first level; everybody stands first.
    var starts = [1]
    for attribute in attributes { starts.append((starts.last ?? 1) + attribute.levels.count + 1) }
    let places = starts.removeLast()
    // One list for all groups: a list in each of many would be asked for at each code.
    var counts = [Int](repeating: 0, count: places * width)
    var responses = [Int](repeating: 0, count: places)
    var withCode = [Int](repeating: 0, count: places)
    var own = [Int](repeating: 0, count: starts.count + 1)
    for row in 0..<codes.count where !codes.isMissing(row) {
      for index in attributes.indices {
        own[index + 1] =
          starts[index] + (attributes[index].level(row) ?? attributes[index].levels.count)
      }
      for place in own { responses[place] += 1 }
      var isCoded = false
      codes.forEachChoice(of: row) { choice in
        isCoded = true
        for place in own { counts[place * width + choice] += 1 }
      }
      if isCoded { for place in own { withCode[place] += 1 } }
    }
    func group(_ place: Int) -> CodeCounts {
      CodeCounts(
        counts: Array(counts[(place * width)...].prefix(width)), responses: responses[place],
        withCode: withCode[place])
    }
    all = group(0)
    groups = attributes.indices.map { index in
      (0...attributes[index].levels.count).map { group(starts[index] + $0) }
    }
  }
}
