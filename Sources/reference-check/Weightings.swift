import Statistics

/// Weighting of samples, and what it does to estimates.
let weightings: Family = [
  "survey.raking": { reference in
    let raking = try reference.raking()
    var results: Results = [:]
    let values: [any ReferenceConvertible] = [
      raking.weights, raking.weights.reduce(0, +), raking.weights.min(), raking.weights.max(),
    ]
    for (name, value) in zip(["weights", "sum", "min", "max"], values) {
      results[name] =
        raking.hasConverged ? value.referenceValue : .noResult("\(raking.outcome)")
    }
    return results
  },
  "survey.post_stratification": { reference in
    let cells = try reference.margin(
      variable: reference.text("variable"), totals: reference.named("totals"))
    let fit = try PostStratification(baseWeights: reference.baseWeights(), cells: cells)
    let design = try SurveyDesign(weights: fit.weights, margins: [cells])
    var results: Results = ["weights": fit.weights.referenceValue]
    for name in ["y", "x"] {
      try results.add(["mean_\(name)", "se_\(name)"]) {
        let mean = try WeightedMean(reference.full(name), design: design)
        return [mean.estimate, mean.standardError]
      }
    }
    return results
  },
  "survey.trimming": { reference in
    let weights = try reference.raking().weights
    let limit = try reference.number("upper")
    let equally = try TrimmedWeights(weights, limit: limit, redistribution: .equally)
    return [
      "weights_additive_once": try TrimmedWeights(
        weights, limit: limit, redistribution: .equallyOnce
      ).weights.referenceValue,
      "weights_additive_strict": equally.weights.referenceValue,
      "sum": .number(equally.weights.reduce(0, +)),
    ]
  },
  "survey.trimming_mean_ratio": { reference in
    let weights = try reference.values(reference.text("weights_column"))
    // Such as '2 x mean of the original weights'.
    guard let ratio = try reference.text("cap").split(separator: " ").first.flatMap({ Double($0) })
    else { throw CaseError.noParameter("cap") }
    let trimmed = try TrimmedWeights(
      weights, limit: ratio * mean(weights.span), redistribution: .proportionally)
    return [
      "cap": .number(trimmed.limit),
      "weights_capped": trimmed.cut.referenceValue,
      "weights_capped_rescaled_to_original_sum": trimmed.weights.referenceValue,
    ]
  },
  "survey.kish_deff": { reference in
    let weights =
      reference.has("weights_column")
      ? try reference.values(reference.text("weights_column")) : try reference.raking().weights
    let effect = try KishDesignEffect(weights: weights.span)
    return [
      "n": .count(effect.count), "kish_deff": .number(effect.designEffect),
      "practools_deffK": .number(effect.designEffect),
      "n_eff": .number(effect.effectiveCount),
      "weight_cv2": effect.squaredVariation.referenceValue,
    ]
  },
  "survey.weighted_proportion_se": { reference in
    let raking = try reference.raking()
    let design = try SurveyDesign(weights: raking.weights)
    // The convention of the references, R's survey.
    let aware = try SurveyDesign(
      weights: raking.weights, margins: reference.margins(), residuals: .plainSweeps(10))
    let level = try reference.number("conf_level", default: 0.95)
    let outcome = try reference.full(reference.text("outcome")).map { $0 == 1 }
    var results = Results()
    for (method, names) in [
      (WeightedProportion.Method.logit, ["logit", "xlogit"]), (.kornGraubard, ["beta"]),
      (.wald, ["mean"]),
    ] {
      let proportion = try WeightedProportion(
        outcome, design: design, method: method, level: level)
      results["p"] = .number(proportion.estimate)
      results["se_linearised"] = proportion.standardError.referenceValue
      results["deff_svymean"] = proportion.designEffect.referenceValue
      for name in names {
        results["\(name)_low"] = (proportion.interval?.lower).referenceValue
        results["\(name)_high"] = (proportion.interval?.upper).referenceValue
      }
    }
    try results.add("se_raking_aware") {
      try WeightedProportion(outcome, design: aware).standardError
    }
    try results.add(["mean_x", "se_x"]) {
      let mean = try WeightedMean(reference.full("x"), design: design)
      return [mean.estimate, mean.standardError]
    }
    return results
  },
  "survey.design_se": { reference in
    let weights = try reference.raking().weights
    let names = try reference.strataNames()
    let strata = try reference.categories("strata", among: names)
    let outcome = try reference.full(reference.text("outcome"))
    var results: Results = ["strata_order": .texts(names)]
    let stratified = try SurveyDesign(weights: weights, strata: strata)
    try results.add("se_y_stratified") {
      try WeightedMean(outcome, design: stratified).standardError
    }
    try results.add("se_y_cluster") {
      let clusters = try reference.texts(ofColumn: reference.text("cluster"))
      let groups = Set(clusters.compactMap(\.self)).sorted()
      return try WeightedMean(
        outcome,
        design: SurveyDesign(
          weights: weights, clusters: clusters.map { groups.firstIndex(of: $0 ?? "") ?? -1 })
      ).standardError
    }
    let plain = try SurveyDesign(weights: weights)
    let parts = try names.indices.map { stratum in
      try WeightedMean(outcome, design: plain, domain: strata.map { $0 == stratum })
    }
    results["by_stratum_mean"] = parts.map(\.estimate).referenceValue
    // A stratum whose values do not vary has no standard error; the references print 0.
    if parts.allSatisfy({ $0.standardError != nil }) {
      results["by_stratum_se"] = parts.map(\.standardError).referenceValue
    }
    return results
  },
  "survey.asmd": { reference in
    reference.has("sample")
      ? try reference.differencesOfWeightedSamples() : try reference.differencesOfGroups()
  },
  "survey.r_indicator": { reference in
    let values = try reference.values(reference.text("propensity"))
    let indicator = try RIndicator(propensities: values.span)
    let size = Double(indicator.count)
    return [
      "r_indicator": .number(indicator.value),
      "sd_propensity_n_minus_1": .number(indicator.standardDeviation),
      "sd_propensity_n": .number(
        indicator.standardDeviation * ((size - 1) / size).squareRoot()),
    ]
  },
]

extension ReferenceCase {
  fileprivate func full(_ name: String) throws -> [Double] {
    try column(name).map { value in
      guard let value else { throw CaseError.noColumn(name) }
      return value
    }
  }

  fileprivate func baseWeights() throws -> [Double] { try full(text("base_weight")) }

  fileprivate func margin(
    variable: String, totals: [String: ReferenceValue]
  ) throws -> Raking.Margin {
    let names = totals.keys.sorted()
    let sums = try names.map { name in
      guard case .number(let total) = totals[name] else { throw CaseError.noParameter(name) }
      return total
    }
    let categories = try texts(ofColumn: variable).map { cell in
      guard let place = names.firstIndex(of: cell ?? "") else {
        throw CaseError.noColumn(variable)
      }
      return place
    }
    return Raking.Margin(categories: categories, totals: sums)
  }

  fileprivate func margins() throws -> [Raking.Margin] {
    try parameters.keys.filter { $0.hasPrefix("margin") }.sorted(by: <).map { name in
      let parts = try named(name)
      guard case .text(let variable) = parts["variable"], case .named(let totals) = parts["totals"]
      else { throw CaseError.noParameter(name) }
      return try margin(variable: variable, totals: totals)
    }
  }

  fileprivate func raking() throws -> Raking {
    try Raking(
      baseWeights: baseWeights(), margins: margins(), tolerance: 1e-12, iterationLimit: 2000)
  }

  fileprivate func strataNames() throws -> [String] {
    Set(try texts(ofColumn: text("strata")).compactMap(\.self)).sorted()
  }

  fileprivate func categories(_ parameter: String, among names: [String]) throws -> [Int] {
    try texts(ofColumn: text(parameter)).map { names.firstIndex(of: $0 ?? "") ?? -1 }
  }

  private func sides(
    _ name: String, weight: String?
  ) throws -> (treated: WeightedSample, control: WeightedSample) {
    let columns = try complete(["treat", name] + (weight.map { [$0] } ?? []))
    func side(_ isTreated: Bool) throws -> WeightedSample {
      let rows = columns[0].indices.filter { (columns[0][$0] == 1) == isTreated }
      return try WeightedSample(
        rows.map { columns[1][$0] },
        weights: weight == nil ? nil : rows.map { columns[2][$0] })
    }
    return (try side(true), try side(false))
  }

  /// The convention of R's cobalt: the unit without weights, and of shares for 0 and 1.
  fileprivate func differencesOfGroups() throws -> Results {
    let divisors = [
      "pooled": AbsoluteStandardizedDifference.Divisor.pooled, "treated": .sample,
      "control": .target,
    ]
    guard let divisor = divisors[try text("sd_denominator")] else {
      throw CaseError.notUnderstood("sd_denominator")
    }
    var results = Results()
    for (name, weight) in [
      ("asmd_unweighted", nil), ("asmd_weighted_sd_from_unweighted_sample", try text("weight")),
    ] {
      results[name] = .list(
        try texts("covariates").map { covariate in
          let isBinary = try values(covariate).allSatisfy { $0 == 0 || $0 == 1 }
          return try difference(
            covariate, weight: weight, divisor, isBinary ? .ofShares : .unweighted)
        })
    }
    return results
  }

  private func difference(
    _ covariate: String, weight: String?, _ divisor: AbsoluteStandardizedDifference.Divisor,
    _ spread: AbsoluteStandardizedDifference.Spread
  ) throws -> ReferenceValue {
    do {
      let sides = try sides(covariate, weight: weight)
      return .number(
        try AbsoluteStandardizedDifference(
          sample: sides.treated, target: sides.control, divisor: divisor, spread: spread
        ).value)
    } catch let error as SampleError {
      return .noResult(error.description)
    }
  }

  /// The convention of Python's balance: the unit with the weights.
  fileprivate func differencesOfWeightedSamples() throws -> Results {
    guard
      let divisor = try text("sd_denominator").split(separator: " ").first.flatMap({
        AbsoluteStandardizedDifference.Divisor(rawValue: String($0))
      })
    else { throw CaseError.notUnderstood("sd_denominator") }
    let weight = has("weight") ? try text("weight") : nil
    let values = try texts("covariates").map {
      try difference($0, weight: weight, divisor, .weighted)
    }
    let found = values.compactMap { value in
      if case .number(let number) = value { number } else { nil }
    }
    let mean = found.reduce(0, +) / Double(values.count)
    return [
      "asmd": .list(values),
      "mean_asmd": found.count == values.count ? .number(mean) : .noResult("one is missing"),
    ]
  }
}
