import Foundation
import Statistics

/// One sample, two samples and pairs: tests of means and of ranks.
let meansAndRanks: Family = [
  "t_test.paired": { reference in
    let (pre, post) = try reference.pairs()
    let changes = zip(post, pre).map { $0 - $1 }
    var results: Results = ["n": .count(pre.count)]
    try results.add("mean_difference") { try mean(changes.span) }
    try results.add("sd_difference") { try Moments(changes.span).standardDeviation }
    results["df"] = .count(pre.count - 1)
    try results.add(["t", "p_two_sided", "log10_p"]) {
      let test = try PairedTTest(pre.span, post.span)
      return [
        test.statistic, test.pValue,
        logPValue(test.statistic, test.degreesOfFreedom),
      ]
    }
    try results.addTails { try PairedTTest(pre.span, post.span, alternative: $0).pValue }
    try results.addLimits(levels: [0.95, 0.99, 0.9]) {
      try PairedTTest(pre.span, post.span, level: $0).effect
    }
    return results
  },
  "t_test.one_sample": { reference in
    let values = try reference.singleSample()
    let nullMean = try reference.number("mu")
    var results: Results = ["n": .count(values.count)]
    try results.add("mean") { try mean(values.span) }
    try results.add(["t", "df", "p_two_sided"]) {
      let test = try OneSampleTTest(values.span, nullMean: nullMean)
      return [test.statistic, test.degreesOfFreedom, test.pValue]
    }
    try results.addTails {
      try OneSampleTTest(values.span, nullMean: nullMean, alternative: $0).pValue
    }
    try results.addLimits(levels: [0.95, 0.99, 0.9]) {
      try OneSampleTTest(values.span, nullMean: nullMean, level: $0).effect
    }
    return results
  },
  "t_test.student": { reference in
    let (first, second) = try reference.twoGroups()
    var results = try describe(first, second)
    try results.add(["difference", "se", "t", "df", "p_two_sided", "log10_p"]) {
      let test = try StudentTTest(first.span, second.span)
      return [
        test.effect.estimate, test.standardError, test.statistic, test.degreesOfFreedom,
        test.pValue, logPValue(test.statistic, test.degreesOfFreedom),
      ]
    }
    try results.addTails { try StudentTTest(first.span, second.span, alternative: $0).pValue }
    try results.addLimits(levels: [0.95, 0.9, 0.99]) {
      try StudentTTest(first.span, second.span, level: $0).effect
    }
    return results
  },
  "t_test.welch": { reference in
    let (first, second) = try reference.twoGroups()
    var results = try describe(first, second)
    try results.add(["difference", "se", "t", "df", "p_two_sided", "log10_p"]) {
      let test = try WelchTTest(first.span, second.span)
      return [
        test.effect.estimate, test.standardError, test.statistic, test.degreesOfFreedom,
        test.pValue, logPValue(test.statistic, test.degreesOfFreedom),
      ]
    }
    try results.addTails { try WelchTTest(first.span, second.span, alternative: $0).pValue }
    try results.addLimits(levels: [0.95, 0.9, 0.99]) {
      try WelchTTest(first.span, second.span, level: $0).effect
    }
    return results
  },
  "sign_test": { reference in
    let (pre, post) = try reference.pairs()
    let changes = zip(post, pre).map { $0 - $1 }
    var results: Results = [
      "n_positive": .count(changes.count { $0 > 0 }),
      "n_nonzero": .count(changes.count { $0 != 0 }),
    ]
    try results.add("p_two_sided") { try SignTest(pre.span, post.span).pValue }
    try results.addTails { try SignTest(pre.span, post.span, alternative: $0).pValue }
    try results.add(
      ["median_difference", "median_ci_low", "median_ci_high", "median_ci_actual_level"]
    ) {
      let interval = try MedianInterval(changes.span).interval
      // The level is given with three decimals.
      return [
        interval.estimate, interval.lower, interval.upper,
        (interval.level * 1000).rounded() / 1000,
      ]
    }
    return results
  },
  "wilcoxon.signed_rank": { reference in try signedRank(reference) },
  "mann_whitney": { reference in try mannWhitney(reference) },
  "hodges_lehmann.paired": { reference in
    let (pre, post) = try reference.pairs()
    let changes = zip(post, pre).map { $0 - $1 }
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add("pseudomedian_walsh_all") {
      try HodgesLehmannInterval(changes.span, level: level).interval.estimate
    }
    try results.add("pseudomedian_walsh_nonzero") {
      let nonzero = changes.filter { $0 != 0 }
      return try HodgesLehmannInterval(nonzero.span, level: level).interval.estimate
    }
    // R takes the exact distribution for fewer than 50 changes without zeros and ties, and
    // searches for a root otherwise.
    guard changes.count < 50, !changes.contains(0), hasNoTies(changes.map(\.magnitude)) else {
      return results
    }
    try results.add(["r_estimate", "r_ci_low", "r_ci_high", "r_method"]) {
      let result = try HodgesLehmannInterval(changes.span, level: level)
      return [
        result.interval.estimate, result.interval.lower, result.interval.upper,
        result.method.rawValue,
      ]
    }
    return results
  },
  "hodges_lehmann.two_sample": { reference in
    let (first, second) = try reference.twoGroups()
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add("median_of_pairwise_differences") {
      try HodgesLehmannShift(first.span, second.span, level: level).interval.estimate
    }
    guard max(first.count, second.count) < 50, hasNoTies(first + second) else { return results }
    try results.add(["r_estimate", "r_ci_low", "r_ci_high", "r_method"]) {
      let result = try HodgesLehmannShift(first.span, second.span, level: level)
      return [
        result.interval.estimate, result.interval.lower, result.interval.upper,
        result.method.rawValue,
      ]
    }
    return results
  },
]

private func signedRank(_ reference: ReferenceCase) throws -> Results {
  let (pre, post) = try reference.pairs()
  let changes = zip(post, pre).map { $0 - $1 }
  func test(
    _ method: TestMethod, zeros zeroMethod: ZeroMethod = .wilcoxon, isCorrected: Bool = false,
    digits: Int? = nil, _ alternative: Alternative = .twoSided
  ) throws -> WilcoxonSignedRankTest {
    try WilcoxonSignedRankTest(
      pre.span, post.span, zeroMethod: zeroMethod, method: method, isCorrected: isCorrected,
      significantDigits: digits, alternative: alternative)
  }
  var results: Results = [
    "n": .count(changes.count), "n_nonzero": .count(changes.count { $0 != 0 }),
    "n_zero": .count(changes.count { $0 == 0 }), "n_positive": .count(changes.count { $0 > 0 }),
    "n_negative": .count(changes.count { $0 < 0 }),
  ]
  try results.add(
    ["V_positive_rank_sum", "V_negative_rank_sum", "wilcox_z_nocc", "p_normal_nocc", "p"]
  ) {
    let test = try test(.approximate)
    return [
      test.statistic, test.decreaseRankSum, test.standardScore, test.pValue, test.pValue,
    ]
  }
  try results.add("p_normal_cc") { try test(.approximate, isCorrected: true).pValue }
  try results.add(["pratt_z", "pratt_p_normal_nocc"]) {
    let test = try test(.approximate, zeros: .pratt)
    return [test.standardScore, test.pValue]
  }
  try results.add(["V_positive_if_differences_rounded_to_9dp", "p_normal_nocc_if_rounded"]) {
    let test = try test(.approximate, digits: 9)
    return [test.statistic, test.pValue]
  }
  try results.add("p_normal_cc_if_rounded") {
    try test(.approximate, isCorrected: true, digits: 9).pValue
  }
  // The exact distribution of many pairs takes long; only cases that ask for it get it.
  guard reference.expected.keys.contains(where: { $0.contains("exact") }) else { return results }
  try results.add("p_exact_conditional_zeros_dropped") { try test(.exact).pValue }
  try results.add("p_exact") { try test(.exact).pValue }
  try results.add("p_exact_conditional_greater") { try test(.exact, .greater).pValue }
  try results.add("p_exact_conditional_less") { try test(.exact, .less).pValue }
  try results.add("p_exact_conditional_if_rounded") { try test(.exact, digits: 9).pValue }
  try results.add("pratt_p_exact_conditional") { try test(.exact, zeros: .pratt).pValue }
  return results
}

private func mannWhitney(_ reference: ReferenceCase) throws -> Results {
  let (first, second) = try reference.twoGroups()
  func test(
    _ method: TestMethod, isCorrected: Bool = false, _ alternative: Alternative = .twoSided
  ) throws -> MannWhitneyTest {
    try MannWhitneyTest(
      first.span, second.span, method: method, isCorrected: isCorrected, alternative: alternative)
  }
  var results: Results = ["n1": .count(first.count), "n2": .count(second.count)]
  let isSmall = first.count + second.count <= 100
  try results.add(["U1", "U2", "sigma_tie_corrected"]) {
    let test = try test(isSmall ? .exact : .approximate)
    return [test.statistic, test.oppositeStatistic, test.standardDeviation]
  }
  try results.add("p_normal_cc") { try test(.approximate, isCorrected: true).pValue }
  try results.add(["p_normal_nocc", "z_nocc", "log10_p_normal_nocc"]) {
    let test = try test(.approximate)
    let score = test.standardScore ?? 0
    let normal = Normal(mean: 0, standardDeviation: 1)
    return [test.pValue, score, (log(2) + normal.logUpperTail(abs(score))) / log(10)]
  }
  // The exact distribution of many values takes long; only cases that ask for it get it.
  guard reference.expected.keys.contains(where: { $0.contains("exact") }) else { return results }
  try results.add(["p_exact", "p_exact_conditional"]) {
    let test = try test(.exact)
    return [test.pValue, test.pValue]
  }
  try results.add("p_exact_less") { try test(.exact, .less).pValue }
  try results.add("p_exact_greater") { try test(.exact, .greater).pValue }
  return results
}

private func describe(_ first: [Double], _ second: [Double]) throws -> Results {
  var results: Results = ["n1": .count(first.count), "n2": .count(second.count)]
  for (place, group) in [("1", first), ("2", second)] {
    try results.add("mean" + place) { try mean(group.span) }
    try results.add("sd" + place) { try Moments(group.span).standardDeviation }
  }
  return results
}

private func hasNoTies(_ values: [Double]) -> Bool { Set(values).count == values.count }

/// The decimal logarithm of the two-sided p-value of a t statistic.
func logPValue(_ t: Double, _ degreesOfFreedom: Double) -> Double {
  StudentT(degreesOfFreedom: degreesOfFreedom).logTwoSidedPValue(t) / log(10)
}

extension Results {
  /// Adds the one-sided p-values.
  fileprivate mutating func addTails(_ compute: (Alternative) throws -> Double) throws {
    try add("p_less") { try compute(.less) }
    try add("p_greater") { try compute(.greater) }
  }

  /// Adds the limits of an interval as `ci95_low` and so on, for each level.
  fileprivate mutating func addLimits(
    levels: [Double], _ compute: (Double) throws -> Interval
  ) throws {
    for level in levels {
      try addLimits("ci\(Int((100 * level).rounded()))") { try compute(level) }
    }
  }
}

extension ReferenceCase {
  /// The measurements before and after, of those who have both.
  func pairs() throws -> (pre: [Double], post: [Double]) {
    let columns = try complete([text("pre", default: "pre"), text("post", default: "post")])
    return (columns[0], columns[1])
  }

  /// The values of a column, in some cases only those of rows in which no column is empty.
  fileprivate func singleSample() throws -> [Double] {
    let name = try text("column")
    guard try text("rows", default: "") == "complete pairs only" else { return try values(name) }
    let columns = try complete([name] + table.names.filter { $0 != name })
    return columns[0]
  }

  /// The values of the two groups that are compared.
  func twoGroups() throws -> ([Double], [Double]) {
    let groups = try groups(of: text("value"), by: text("group"))
    func values(_ name: String) -> [Double] { groups.first { $0.name == name }?.1 ?? [] }
    return (values(try text("group1")), values(try text("group2")))
  }
}
