import Statistics

/// Reliability of scales and raters, and change beyond error.
let reliabilities: Family = [
  "reliability.cronbach_alpha": { reference in
    let scores = try ItemScores(reference.complete(reference.texts("columns")))
    let level = try reference.number("conf_level", default: 0.95)
    var results: Results = ["n": .count(scores.count), "k": .count(scores.itemCount)]
    try results.add(["alpha_raw", "feldt_ci95_low", "feldt_ci95_high", "duhachek_ase"]) {
      let alpha = try CronbachsAlpha(scores, level: level)
      return [
        alpha.alpha.estimate, alpha.alpha.lower, alpha.alpha.upper, alpha.standardError,
      ]
    }
    let alpha = try CronbachsAlpha(scores, level: level)
    results["alpha_standardized"] = alpha.standardized.map(ReferenceValue.number)
    results["average_r"] = alpha.meanCorrelation.map(ReferenceValue.number)
    results["guttman_lambda6"] = alpha.guttmansLambda6.map(ReferenceValue.number)
    return results
  },
  "reliability.item_rest": { reference in
    let names = try reference.texts("columns")
    let items = ItemAnalysis(try ItemScores(reference.complete(names))).items
    return [
      "item": .texts(names),
      "item_rest_r": items.map(\.itemRestCorrelation).referenceValue,
      "item_total_r": items.map(\.itemTotalCorrelation).referenceValue,
      "item_mean": items.map(\.mean).referenceValue,
      "item_sd": items.map(\.standardDeviation).referenceValue,
      "alpha_if_dropped": items.contains { $0.alphaIfDropped != nil }
        ? items.map(\.alphaIfDropped).referenceValue : .noResult("one item is left"),
    ]
  },
  "reliability.mcdonald_omega_total": { reference in
    guard try reference.number("factors", default: 1) == 1 else {
      throw CaseError.notUnderstood("factors")
    }
    let omega = try McDonaldsOmega(ItemScores(reference.complete(reference.texts("columns"))))
    var results: Results = ["omega_cfa_ml_unstandardised": .number(omega.omega)]
    results["omega_psych_minres_1factor"] = omega.leastSquares.map(ReferenceValue.number)
    // The references keep the fit within bounds, where the library names the items instead.
    if let standardized = omega.standardized, omega.loadings.allSatisfy({ $0 * $0 < 0.995 }) {
      results["omega_factanal_ml_standardised"] = .number(standardized)
      results["factanal_loadings"] = .numbers(omega.loadings)
    }
    return results
  },
  "reliability.icc": { reference in
    let scores = try reference.complete(reference.table.names)
    let subjects = (scores.first ?? []).indices.map { row in scores.map { $0[row] } }
    var results = Results()
    try results.add("icc") { try IntraclassCorrelation(subjects).oneWaySingle.estimate }
    let correlation = try IntraclassCorrelation(
      subjects, level: reference.number("conf_level", default: 0.95))
    for (name, form) in [
      ("ICC1_1", correlation.oneWaySingle), ("ICC1_k", correlation.oneWayMean),
      ("ICC2_1", correlation.randomRatersSingle), ("ICC2_k", correlation.randomRatersMean),
      ("ICC3_1", correlation.fixedRatersSingle), ("ICC3_k", correlation.fixedRatersMean),
    ] {
      results[name] = .number(form.estimate)
      results["\(name)_F"] = (form.test?.statistic).map(ReferenceValue.number)
      results["\(name)_df1"] = (form.test?.numeratorDegreesOfFreedom).map(ReferenceValue.number)
      results["\(name)_df2"] = (form.test?.denominatorDegreesOfFreedom).map(ReferenceValue.number)
      results["\(name)_p"] = (form.test?.pValue).map(ReferenceValue.number)
      results["\(name)_ci95_low"] = (form.interval?.lower).map(ReferenceValue.number)
      results["\(name)_ci95_high"] = (form.interval?.upper).map(ReferenceValue.number)
    }
    return results
  },
  "reliable_change.jacobson_truax": { reference in
    let change = try ReliableChange(
      standardDeviation: reference.number("sd_pre"),
      reliability: reference.number("reliability"))
    let columns = try reference.complete([reference.text("pre"), reference.text("post")])
    let pairs = Array(zip(columns[0], columns[1]))
    var results: Results = [
      "se_measurement": .number(change.standardErrorOfMeasurement),
      "s_diff": .number(change.standardErrorOfDifference),
      "threshold_change_1.96": .number(change.smallestDetectableChange),
    ]
    // Without error there is no index: the references divide by zero.
    guard change.standardErrorOfDifference > 0 else { return results }
    try results.add("rci") { try pairs.map { try change.index(from: $0.0, to: $0.1) } }
    results["reliable"] =
      pairs.map { change.isReliable(from: $0.0, to: $0.1) }.referenceValue
    return results
  },
]
