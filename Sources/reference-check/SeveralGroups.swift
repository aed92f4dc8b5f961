import Statistics

/// Several independent groups, and several conditions.
let severalGroups: Family = [
  "anova.one_way": { reference in
    let groups = try reference.orderedGroups()
    var results = Results()
    try results.add(
      ["ss_between", "ss_within", "ms_within", "F", "p", "log10_p"],
      offeredWithout: ["F", "p", "log10_p"]
    ) {
      let test = try OneWayANOVA(groups.map(\.values))
      return [
        test.squaresBetween, test.squaresWithin, test.meanSquareWithin, test.statistic,
        test.pValue, test.logPValue,
      ]
    }
    try results.add(["welch_F", "welch_df2", "welch_p"]) {
      let test = try WelchANOVA(groups.map(\.values))
      return [test.statistic, test.degreesWithin, test.pValue]
    }
    try results.add(["kruskal_H", "kruskal_df", "kruskal_p"]) {
      let test = try KruskalWallisTest(groups.map(\.values))
      return [test.statistic, test.degreesOfFreedom, test.pValue]
    }
    // Counts do not need a test.
    let count = groups.reduce(0) { $0 + $1.values.count }
    for (name, value) in [
      ("k", groups.count), ("k_used", groups.count), ("n", count), ("df1", groups.count - 1),
      ("df2", count - groups.count),
    ] { results[name] = .count(value) }
    return results
  },
  "anova.welch": { reference in
    let groups = try reference.orderedGroups()
    var results = Results()
    try results.add(["F", "df1", "df2", "p", "log10_p"]) {
      let test = try WelchANOVA(groups.map(\.values))
      return [
        test.statistic, test.degreesBetween, test.degreesWithin, test.pValue, test.logPValue,
      ]
    }
    return results
  },
  "effect_size.eta_epsilon_omega_squared": { reference in
    let groups = try reference.orderedGroups().map(\.values)
    var results = Results()
    let level = try reference.number("conf_level", default: 0.95)
    for (name, path) in [
      ("eta2", \VarianceExplained.etaSquared), ("epsilon2", \.epsilonSquared),
      ("omega2", \.omegaSquared),
    ] {
      try results.add([name, "\(name)_ci_low", "\(name)_ci_high"]) {
        let interval = try VarianceExplained(groups, level: level)[keyPath: path]
        return [interval.estimate, interval.lower, interval.upper]
      }
    }
    try results.add(["rank_epsilon2", "rank_eta2_H"]) {
      let test = try KruskalWallisTest(groups)
      return [test.epsilonSquared, test.etaSquared]
    }
    return results
  },
  "kruskal_wallis": { reference in
    let groups = try reference.orderedGroups()
    var results: Results = ["df": .count(groups.count - 1)]
    try results.add(["H", "p"]) {
      let test = try KruskalWallisTest(groups.map(\.values))
      return [test.statistic, test.pValue]
    }
    return results
  },
  "dunn_post_hoc": { reference in
    let groups = try reference.orderedGroups()
    var results = Results()
    try results.add(["pairs", "z", "p_unadjusted"]) {
      let comparisons = try DunnTest(groups.map(\.values)).comparisons
      return [
        comparisons.map { "\(groups[$0.second].name) - \(groups[$0.first].name)" },
        comparisons.map(\.statistic), comparisons.map(\.unadjustedPValue),
      ]
    }
    for (name, adjustment) in [
      ("p_holm", MultipleComparisons.holm), ("p_bonferroni", .bonferroni),
      ("p_bh", .benjaminiHochberg),
    ] {
      try results.add(name) {
        try DunnTest(groups.map(\.values), adjustment: adjustment).comparisons.map(\.pValue)
      }
    }
    return results
  },
  "friedman": { reference in
    let rows = try reference.completeRows()
    let conditions = try reference.table.names.count
    var results: Results = [
      "n": .count(rows.count), "k": .count(conditions), "df": .count(conditions - 1),
    ]
    try results.add(
      ["chisq", "p", "kendalls_w", "mean_ranks"], offeredWithout: ["chisq", "p", "kendalls_w"]
    ) {
      let test = try FriedmanTest(rows)
      return [test.statistic, test.pValue, test.kendallsW, test.meanRanks]
    }
    return results
  },
  "jonckheere_terpstra": { reference in
    let groups = try reference.orderedGroups().map(\.values)
    var results = Results()
    try results.add(
      ["J", "z", "p_normal_two_sided"], offeredWithout: ["z", "p_normal_two_sided"]
    ) {
      let test = try JonckheereTerpstraTest(groups)
      return [test.statistic, test.standardized, test.normalPValue]
    }
    for (name, alternative) in [
      ("p_exact_two_sided", Alternative.twoSided), ("p_exact_increasing", .greater),
      ("p_exact_decreasing", .less),
    ] {
      let test = try? JonckheereTerpstraTest(groups, alternative: alternative)
      if let test, test.method == .exact { results[name] = .number(test.pValue) }
    }
    return results
  },
]

extension ReferenceCase {
  /// The groups that a case names, in the order of their numbers or else of their names.
  func orderedGroups() throws -> [(name: String, values: [Double])] {
    // Some cases say more than the name of the column: `group (ordered 1,2,..)`.
    let named = try text("group", default: "group").split(separator: " ").first
    let groups = try groups(of: text("value"), by: named.map(String.init) ?? "group")
    let numbers = groups.compactMap { Double($0.name) }
    guard numbers.count == groups.count else { return groups.map { ($0.name, $0.1) } }
    return zip(numbers, groups).sorted { $0.0 < $1.0 }.map { ($0.1.name, $0.1.1) }
  }

  /// The rows in which nothing is missing.
  func completeRows() throws -> [[Double]] {
    try rows().filter { !$0.contains(nil) }.map { $0.compactMap(\.self) }
  }
}

extension Results {
  /// As `add`, but where the library refuses, only some of the names are given its reason.
  ///
  /// Counts and sums come with a test here, and are not offered without it.
  mutating func add(
    _ names: [String], offeredWithout refused: [String],
    _ compute: () throws -> [any ReferenceConvertible]
  ) throws {
    try add(names, compute)
    for name in names where !refused.contains(name) {
      if case .noResult = self[name] { self[name] = nil }
    }
  }
}
