import EvaluationData

/// A small table of people, levels by groups, and the findings that a report makes of it.
struct Tabulation {
  /// By group, then by level.
  let counts: [[Int]]
  let measure: Measure

  static let source = Named("members", label: "Members")
  static let variable = Named("ethnicity", label: "Ethnic group")
  static let site = Named("site", label: "Site")

  init(_ counts: [[Int]], measure: Measure = .representativeness) {
    self.counts = counts
    self.measure = measure
  }

  var levels: Int { counts.first?.count ?? 0 }

  func level(_ index: Int) -> Named { Named("level-\(index)") }

  func group(_ index: Int) -> Named { Named("group-\(index)") }

  /// Everybody first, then each group: counts, shares and gaps of each level, and an index.
  var findings: [Finding] {
    let everybody = (0..<levels).map { level in counts.reduce(0) { $0 + $1[level] } }
    return findings(everybody, nil) + counts.indices.flatMap { findings(counts[$0], $0) }
  }

  private func findings(_ counts: [Int], _ group: Int?) -> [Finding] {
    let base = counts.reduce(0, +)
    var findings = counts.indices.flatMap { index -> [Finding] in
      let share = base == 0 ? nil : Double(counts[index]) / Double(base)
      return [
        finding(.count, .counted, Double(counts[index]), base, index, group),
        finding(.share, .wilson, share, base, index, group),
        finding(.gap, .exactBinomial, share.map { $0 - 0.5 }, base, index, group),
      ]
    }
    if measure == .representativeness, base > 0 {
      findings.append(finding(.dissimilarity, .arithmetic, 0.25, base, nil, group))
      findings.append(finding(.fit, .exactMultinomial, 0.04, base, nil, group))
    }
    return findings
  }

  private func finding(
    _ statistic: Statistic, _ method: Method, _ value: Double?, _ base: Int, _ level: Int?,
    _ group: Int?
  ) -> Finding {
    Finding(
      measure, source: Tabulation.source, variable: Tabulation.variable,
      level: level.map(self.level), groupBy: group.map { _ in Tabulation.site },
      group: group.map(self.group), statistic: statistic, method: method, value: value,
      limits: value.map { Finding.Limits(lower: $0 - 0.1, upper: $0 + 0.1, level: 0.95) },
      n: base, base: base, p: 0.01, adjustedP: 0.02, verdict: .clear)
  }
}

/// The findings of an audience, to be asked for by id.
struct Shown {
  let all: [Finding]
  let hiddenCount: Int

  init(_ disclosed: (findings: [Finding], hiddenCount: Int)) {
    all = disclosed.findings
    hiddenCount = disclosed.hiddenCount
  }

  func callAsFunction(_ id: String) -> Finding? { all.first { $0.id == id } }

  /// Whether each level's count is shown; nil stands for everybody.
  func counts(_ group: Int?, levels: Int) -> [Int?] {
    (0..<levels).map { level in
      let place = group.map { "/site=group-\($0)" } ?? ""
      let id = "representativeness/members/ethnicity/level-\(level)\(place)/count"
      return self(id)?.value.map { Int($0) }
    }
  }
}
