import Foundation
import Statistics

/// One proportion and two.
let proportions: Family = [
  "proportion.ci": { reference in
    let (successes, trials) = (try reference.integer("x"), try reference.integer("n"))
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add("estimate") {
      try WilsonInterval(successes: successes, trials: trials, level: level).interval.estimate
    }
    try results.addLimits("wilson") {
      try WilsonInterval(successes: successes, trials: trials, level: level).interval
    }
    try results.addLimits("wilson_cc") {
      try WilsonInterval(
        successes: successes, trials: trials, isCorrected: true, level: level
      ).interval
    }
    try results.addLimits("clopper_pearson") {
      try ClopperPearsonInterval(successes: successes, trials: trials, level: level).interval
    }
    try results.addLimits("agresti_coull") {
      try AgrestiCoullInterval(successes: successes, trials: trials, level: level).interval
    }
    try results.addLimits("jeffreys_equal_tailed") {
      try JeffreysInterval(successes: successes, trials: trials, level: level).equalTailed
    }
    try results.addLimits("wald") {
      try WaldInterval(successes: successes, trials: trials, level: level).interval
    }
    return results
  },
  "proportion.difference_ci": { reference in
    let (first, other, level) = try reference.twoProportions()
    var results = Results()
    try results.add("difference") {
      try NewcombeInterval(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size
      ).interval.estimate
    }
    for (name, isCorrected) in [("newcombe", false), ("newcombe_cc", true)] {
      try results.addLimits(name) {
        try NewcombeInterval(
          successes: first.count, trials: first.size, otherSuccesses: other.count,
          otherTrials: other.size, isCorrected: isCorrected, level: level
        ).interval
      }
    }
    try results.addLimits("agresti_caffo") {
      try AgrestiCaffoInterval(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size, level: level
      ).interval
    }
    try results.addLimits("wald") {
      try WaldInterval(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size, level: level
      ).interval
    }
    try results.addLimits("miettinen_nurminen") {
      try MiettinenNurminenInterval(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size, level: level
      ).interval
    }
    return results
  },
  "proportion.two_sample_test": { reference in
    let (first, other, _) = try reference.twoProportions()
    func test(_ isCorrected: Bool) throws -> TwoProportionsTest {
      try TwoProportionsTest(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size, isCorrected: isCorrected)
    }
    var results = Results()
    try results.add(["z_pooled", "chisq", "p", "log10_p"]) {
      let test = try test(false)
      let square = test.statistic * test.statistic
      return [
        test.statistic, square, test.pValue,
        ChiSquared(degreesOfFreedom: 1).logUpperTail(square) / log(10),
      ]
    }
    try results.add(["chisq_yates", "p_yates"]) {
      let test = try test(true)
      return [test.statistic * test.statistic, test.pValue]
    }
    return results
  },
  "proportion.risk_ratio_odds_ratio": { reference in
    let (first, other, level) = try reference.twoProportions()
    var results = try exactOddsRatio(first, other, level)
    try results.add(["risk_ratio", "rr_wald_low", "rr_wald_high"]) {
      let interval = try RiskRatio(
        successes: first.count, trials: first.size, otherSuccesses: other.count,
        otherTrials: other.size, level: level
      ).interval
      return [interval.estimate, interval.lower, interval.upper]
    }
    for (names, addingHalf) in [
      (["odds_ratio", "or_wald_low", "or_wald_high"], false),
      (["odds_ratio_plus_half", "or_plus_half_low", "or_plus_half_high"], true),
    ] {
      try results.add(names) {
        let interval = try OddsRatio(
          successes: first.count, trials: first.size, otherSuccesses: other.count,
          otherTrials: other.size, addingHalf: addingHalf, level: level
        ).interval
        return [interval.estimate, interval.lower, interval.upper]
      }
    }
    return results
  },
  "proportion.odds_ratio_exact": { reference in
    let (first, other, level) = try reference.twoProportions()
    return try exactOddsRatio(first, other, level)
  },
  "proportion.paired_difference_ci": { reference in
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add(["difference_post_minus_pre", "tango_score_low", "tango_score_high"]) {
      let interval = try TangoInterval(
        gained: reference.integer("no_then_yes"), lost: reference.integer("yes_then_no"),
        unchanged: reference.integer("both_yes") + reference.integer("both_no"), level: level
      ).interval
      return [interval.estimate, interval.lower, interval.upper]
    }
    return results
  },
]

private typealias Sample = (count: Int, size: Int)

extension ReferenceCase {
  fileprivate func twoProportions() throws -> (Sample, Sample, level: Double) {
    (
      (try integer("x1"), try integer("n1")), (try integer("x2"), try integer("n2")),
      try number("conf_level", default: 0.95)
    )
  }
}

extension Results {
  /// Adds the limits of an interval as `…_low` and `…_high`.
  mutating func addLimits(_ name: String, _ compute: () throws -> Interval) throws {
    try add([name + "_low", name + "_high"]) {
      let interval = try compute()
      return [interval.lower, interval.upper]
    }
  }
}

private func exactOddsRatio(_ first: Sample, _ other: Sample, _ level: Double) throws -> Results {
  var results = Results()
  try results.add(["or_conditional_mle", "or_fisher_exact_low", "or_fisher_exact_high"]) {
    let ratio = try ConditionalOddsRatio(
      successes: first.count, trials: first.size, otherSuccesses: other.count,
      otherTrials: other.size, level: level)
    return [ratio.estimate, ratio.lower, ratio.upper]
  }
  return results
}
