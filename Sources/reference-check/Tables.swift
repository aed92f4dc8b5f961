import Foundation
import Statistics

/// Counts: tables of two classifications, one classification, and repeated answers.
let tables: Family = [
  "chi_square.independence": { reference in try independence(reference) },
  "g_test.independence": { reference in
    let rows = try reference.counts()
    var results = Results()
    for (suffix, isCorrected) in [("", false), ("_williams", true)] {
      try results.add(["G" + suffix, "p" + suffix]) {
        let test = try GTest(ContingencyTable(rows), isCorrected: isCorrected)
        return [test.statistic, test.pValue]
      }
    }
    try results.addIfAny("df") { try ContingencyTable(rows).degreesOfFreedom }
    return results
  },
  "cramers_v": { reference in
    let rows = try reference.counts()
    var results = Results()
    try results.add(
      [
        "cramers_v", "cramers_v_bias_corrected", "phi_abs", "contingency_coefficient",
        "tschuprow_t",
      ]
    ) {
      let table = try ContingencyTable(rows)
      let v = try CramersV(table)
      return [
        v.uncorrected, v.interval.estimate, v.phi, v.contingencyCoefficient, v.tschuprowsT,
      ]
    }
    return results
  },
  "fisher_exact.2x2": { reference in
    let given = try reference.counts()
    // A table with an empty row or column is not made smaller than 2×2.
    let rows = (try? ContingencyTable(given).counts) ?? given
    guard rows.count == 2, rows.allSatisfy({ $0.count == 2 }) else {
      throw CaseError.notUnderstood("layout")
    }
    let (first, other) = (rows[0], rows[1])
    var results = Results()
    let alternatives: [(String, Alternative)] = [
      ("p_two_sided", .twoSided), ("p_less", .less), ("p_greater", .greater),
    ]
    for (name, alternative) in alternatives {
      try results.add(name) {
        try FisherExactTest(
          successes: first[0], trials: first[0] + first[1], otherSuccesses: other[0],
          otherTrials: other[0] + other[1], alternative: alternative
        ).pValue
      }
    }
    try results.addIfAny("sample_odds_ratio") {
      try OddsRatio(
        successes: first[0], trials: first[0] + first[1], otherSuccesses: other[0],
        otherTrials: other[0] + other[1]
      ).interval.estimate
    }
    return results
  },
  "fisher_exact.rxc": { reference in
    let rows = try reference.counts()
    var results = Results()
    try results.add("p_two_sided") {
      try FreemanHaltonTest(ContingencyTable(rows), seed: 1).pValue
    }
    return results
  },
  "chi_square.goodness_of_fit": { reference in
    var results = Results()
    try results.add(["chisq", "df", "p", "residuals", "standardised_residuals"]) {
      let test = try ChiSquaredGoodnessOfFitTest(
        counts: reference.integers("observed"), probabilities: reference.numbers("probabilities"))
      return [
        test.statistic, test.degreesOfFreedom, test.pValue, test.pearsonResiduals,
        test.standardizedResiduals,
      ]
    }
    return results
  },
  "g_test.goodness_of_fit": { reference in
    var results = Results()
    try results.add(["G", "df", "p"]) {
      let test = try GGoodnessOfFitTest(
        counts: reference.integers("observed"), probabilities: reference.numbers("probabilities"))
      return [test.statistic, test.degreesOfFreedom, test.pValue]
    }
    return results
  },
  "exact_multinomial": { reference in
    var results = Results()
    // By the likelihood ratio the references lose the outcome observed to rounding.
    let orderings: [(String, ExactMultinomialTest.Ordering)] = [
      ("p_by_probability", .probability), ("p_by_chisq", .chiSquared),
    ]
    let counts = try reference.integers("observed")
    for (name, ordering) in orderings {
      try results.add(name) {
        try ExactMultinomialTest(
          counts: counts, probabilities: reference.numbers("probabilities"), seed: 1,
          ordering: ordering,
          limit: 1_000_000_000
        ).pValue
      }
    }
    return results
  },
  "mcnemar": { reference in try mcNemar(reference) },
  "cochran_q": { reference in
    let columns = try reference.complete(reference.table.names)
    let rows = (columns.first ?? []).indices.map { row in columns.map { $0[row] != 0 } }
    var results = Results()
    try results.add(["Q", "p"]) {
      let test = try CochranQTest(rows)
      return [test.statistic, test.pValue]
    }
    results["df"] = .count(columns.count - 1)
    return results
  },
  "cochran_armitage": { reference in
    var results: Results = ["df": 1]
    try results.add(["chisq", "p"]) {
      let test = try CochranArmitageTest(
        successes: reference.integers("successes"), trials: reference.integers("n"),
        scores: reference.has("scores") ? reference.numbers("scores") : nil)
      return [test.statistic * test.statistic, test.pValue]
    }
    return results
  },
]

private func independence(_ reference: ReferenceCase) throws -> Results {
  let rows = try reference.counts()
  var results = Results()
  results["n"] = .count(rows.reduce(0) { $0 + $1.reduce(0, +) })
  try results.addIfAny("df") { try ContingencyTable(rows).degreesOfFreedom }
  try results.add(["observed", "expected_counts", "pearson_residuals"]) {
    let table = try ContingencyTable(rows)
    return [table.counts, table.expectedCounts, table.pearsonResiduals]
  }
  try results.add("adjusted_standardised_residuals") {
    try ContingencyTable(rows).adjustedResiduals
  }
  try results.add(["chisq", "p", "log10_p", "min_expected", "cells_expected_below_5"]) {
    let test = try ChiSquaredIndependenceTest(ContingencyTable(rows))
    let logarithm = ChiSquared(degreesOfFreedom: test.degreesOfFreedom)
      .logUpperTail(test.statistic)
    return [
      test.statistic, test.pValue, logarithm / log(10), test.smallestExpected,
      test.sparseCellCount,
    ]
  }
  try results.add(["chisq_yates", "p_yates"]) {
    let test = try ChiSquaredIndependenceTest(ContingencyTable(rows), isCorrected: true)
    return [test.statistic, test.pValue]
  }
  return results
}

private func mcNemar(_ reference: ReferenceCase) throws -> Results {
  let (lost, gained) = (try reference.integer("yes_no"), try reference.integer("no_yes"))
  let unchanged = try reference.integer("yes_yes") + reference.integer("no_no")
  func test(_ form: McNemarTest.Form) throws -> McNemarTest {
    try McNemarTest(gained: gained, lost: lost, unchanged: unchanged, form: form)
  }
  var results: Results = ["b_yes_no": .count(lost), "c_no_yes": .count(gained)]
  for (suffix, form) in [("nocc", McNemarTest.Form.approximate), ("cc", .corrected)] {
    try results.add(["chisq_" + suffix, "p_" + suffix]) {
      let test = try test(form)
      return [test.statistic, test.pValue]
    }
  }
  try results.add(["p_exact", "p_exact_exact2x2"]) {
    let test = try test(.exact)
    return [test.pValue, test.pValue]
  }
  try results.add("p_mid") { try test(.midP).pValue }
  try results.add(["odds_ratio_b_over_c", "or_exact_ci_low", "or_exact_ci_high"]) {
    let interval = try DiscordantOddsRatio(
      lost: lost, gained: gained, level: reference.number("conf_level", default: 0.95)
    ).interval
    return [interval.estimate, interval.lower, interval.upper]
  }
  return results
}

extension ReferenceCase {
  /// The counts of a table: as they stand, or of records by two columns.
  fileprivate func counts() throws -> [[Int]] {
    guard has("row"), has("column") else {
      return try rows().map { try $0.map(wholeNumber) }
    }
    let records = zip(
      try texts(ofColumn: text("row")), try texts(ofColumn: text("column"))
    ).compactMap { row, column in row.flatMap { row in column.map { (row, $0) } } }
    let names = (Set(records.map(\.0)).sorted(), Set(records.map(\.1)).sorted())
    var counts: [String: [String: Int]] = [:]
    for (row, column) in records { counts[row, default: [:]][column, default: 0] += 1 }
    return names.0.map { row in names.1.map { counts[row]?[$0] ?? 0 } }
  }
}
