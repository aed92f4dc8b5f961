import Statistics

/// Models, and trends over time.
let models: Family = [
  "regression.ols": { reference in
    let model = try reference.model()
    let fit = { try LeastSquares(model.design, outcome: model.outcome.span) }
    var results = Results()
    results["terms"] = .texts(model.design.names)
    results["n"] = .count(model.design.count)
    try results.add(["coef", "r2", "adj_r2", "df_residual"]) {
      let fit = try fit()
      return [fit.estimates, fit.rSquared, fit.adjustedRSquared, fit.residualDegrees]
    }
    try results.addCoefficients(["se", "t", "p", "ci95_low", "ci95_high"]) {
      try fit().coefficients()
    }
    try results.add(["sigma", "F", "F_p", "aic", "bic"]) {
      let fit = try fit()
      let test = try fit.test()
      return [
        fit.residualDeviation, test.statistic, test.pValue, fit.akaikeCriterion,
        fit.bayesianCriterion,
      ]
    }
    for (name, errors) in [
      ("HC0", StandardErrors.hc0), ("HC1", .hc1), ("HC2", .hc2), ("HC3", .hc3),
    ] {
      try results.add(["se_\(name)", "p_\(name)_t"]) {
        let coefficients = try fit().coefficients(errors: errors)
        return [coefficients.map(\.standardError), coefficients.map(\.pValue)]
      }
    }
    return results
  },
  "regression.cluster_robust_se": { reference in
    let model = try reference.model()
    let labels = try model.labels(reference.texts(ofColumn: reference.text("cluster")))
    let fit = { try LeastSquares(model.design, outcome: model.outcome.span) }
    var results = Results()
    results["terms"] = .texts(model.design.names)
    try results.add("coef") { try fit().estimates }
    for (name, correction) in [
      ("se_CR0", ClusterCorrection.cr0), ("se_CR1", .cr1), ("se_CR1S_stata", .cr1s),
      ("se_CR1S", .cr1s), ("se_CR2", .cr2),
    ] {
      try results.add(name) {
        try fit().coefficients(errors: .clustered(correction, labels: labels))
          .map(\.standardError)
      }
    }
    return results
  },
  "regression.ancova": { reference in
    let formula = try ModelFormula(reference.text("formula"))
    guard formula.terms.count == 2 else { throw CaseError.notUnderstood("formula") }
    let names = [formula.outcome, formula.terms[0]]
    let kept = try reference.completeRows(names, formula.terms[1])
    let (outcome, baseline) = (kept.numbers[0], kept.numbers[1])
    let groups = Factor(kept.labels, reference: try reference.text("reference_group", default: ""))
    let analysis = { try ANCOVA(outcome: outcome.span, baseline: baseline.span, groups: groups) }
    var results = Results()
    try results.add("terms") {
      try analysis().fit.design.names.map { name in
        guard name.hasPrefix("group") else {
          return name == "baseline" ? formula.terms[0] : name
        }
        return formula.terms[1] + name.dropFirst("group".count)
      }
    }
    try results.add("coef") { try analysis().fit.estimates }
    try results.addCoefficients(["se", "t", "p", "ci95_low", "ci95_high"]) {
      try analysis().coefficients
    }
    try results.add(["group_F", "group_df1", "group_df2", "group_p"]) {
      let test = try analysis().groupTest
      return [
        test.statistic, test.numeratorDegrees, test.denominatorDegrees, test.pValue,
      ]
    }
    try results.add(["adjusted_means", "adjusted_means_se", "adjusted_means_groups"]) {
      let means = try analysis().adjustedMeans
      return [means.map(\.interval.estimate), means.map(\.standardError), means.map(\.group)]
    }
    try results.add("se_HC3") {
      try analysis().fit.coefficients(errors: .hc3).map(\.standardError)
    }
    try results.add("slope_homogeneity_p") { try analysis().slopesDiffer?.pValue }
    return results
  },
  "regression.logistic": { reference in
    let model = try reference.model()
    let yes = model.outcome.map { $0 != 0 }
    let fit = { try LogisticRegression(model.design, outcome: yes) }
    var results = Results()
    try results.add("terms") { try fit().design.names }
    try results.add("coef") { try fit().estimates }
    try results.addCoefficients(["se", "z", "p", "wald_ci95_low", "wald_ci95_high"]) {
      try fit().coefficients()
    }
    try results.add("odds_ratio") { try fit().oddsRatios().map(\.estimate) }
    try results.add(["profile_ci95_low", "profile_ci95_high"]) {
      let intervals = try fit().profileIntervals()
      return [intervals.map(\.lower), intervals.map(\.upper)]
    }
    try results.add(["deviance", "null_deviance", "loglik", "aic", "mcfadden_r2"]) {
      let fit = try fit()
      return [
        fit.deviance, fit.nullDeviance, fit.logLikelihood, fit.akaikeCriterion,
        fit.mcFaddenRSquared,
      ]
    }
    try results.add("se_HC0") { try fit().robustCoefficients().map(\.standardError) }
    return results
  },
  "regression.random_intercept_lmm": { reference in
    let model = try reference.model()
    guard let clusterName = model.formula.cluster else {
      throw CaseError.notUnderstood("formula")
    }
    let labels = try model.labels(reference.texts(ofColumn: clusterName))
    let fit = {
      try RandomInterceptModel(model.design, outcome: model.outcome.span, clusters: labels)
    }
    var results = Results()
    results["terms"] = .texts(model.design.names)
    try results.add(["n", "groups", "coef", "var_intercept", "var_residual", "icc"]) {
      let fit = try fit()
      return [
        fit.count, fit.clusterCount, fit.estimates, fit.interceptVariance,
        fit.residualVariance, fit.intraclassCorrelation,
      ]
    }
    try results.add(["reml_loglik", "ml_loglik"]) {
      let fit = try fit()
      return [fit.restrictedLogLikelihood, fit.logLikelihood]
    }
    try results.addCoefficients(["se", "t", "p_satterthwaite"]) { try fit().coefficients() }
    try results.add("df_satterthwaite") { try fit().coefficients().map(\.degreesOfFreedom) }
    if let interaction = model.design.terms.last, interaction.name.contains(":") {
      try results.add([
        "anova_interaction_F", "anova_interaction_ddf", "anova_interaction_p",
      ]) {
        let test = try fit().test(ofTerm: interaction.name)
        return [test.statistic, test.denominatorDegrees, test.pValue]
      }
    }
    return results
  },
  "time_series.segmented_regression": { reference in
    let columns = try reference.complete([
      try reference.text("outcome", default: "y"), try reference.text("time", default: "t"),
    ])
    let (values, times) = (columns[0], columns[1])
    let change = try reference.number("first_post_point")
    let fit = { (errors: StandardErrors) in
      try SegmentedRegression(
        values.span, times: times.span, firstTimeAfter: change, errors: errors)
    }
    var results = Results()
    try results.add(["terms", "coef"]) {
      let fit = try fit(.classical).fit
      return [fit.design.names, fit.estimates]
    }
    try results.addCoefficients(["se", "t", "p"]) { try fit(.classical).coefficients }
    try results.add(["level_change_if_slope_counts_from_0", "durbin_watson"]) {
      let fit = try fit(.classical)
      return [fit.levelChangeAtFirstPoint, fit.durbinWatson]
    }
    for lags in 1...12 {
      try results.addCoefficients(["se_newey_west_lag\(lags)"]) {
        try fit(.neweyWest(lags: lags)).coefficients
      }
    }
    return results
  },
  "time_series.mann_kendall_sen": { reference in
    let values = try reference.values(reference.text("value"))
    let times = values.indices.map { Double($0) }
    var results = Results()
    try results.add(
      [
        "S", "varS", "z_continuity", "p_continuity", "z_no_continuity", "p_no_continuity",
        "tau_b", "p",
      ],
      offeredWithout: [
        "z_continuity", "p_continuity", "z_no_continuity", "p_no_continuity", "p",
      ]
    ) {
      let test = try MannKendallTest(values.span)
      return [
        test.score.score, test.score.variance, test.statistic, test.pValue,
        test.uncorrectedStatistic, test.uncorrectedPValue, test.kendallsTau, test.pValue,
      ]
    }
    try results.add("sen_slope") {
      try SenSlope(values.span, times: times.span).interval.estimate
    }
    try results.add(["sen_ci95_low", "sen_ci95_high"]) {
      let interval = try SenSlope(values.span, times: times.span).interval
      // Where the level cannot be reached, the widest interval is not the one asked for.
      guard interval.level == 0.95 else {
        let reason = ReferenceValue.noResult("too few points")
        return [reason, reason]
      }
      return [interval.lower, interval.upper]
    }
    return results
  },
]

extension Results {
  /// Adds parts of coefficients by what the last word of a name says.
  mutating func addCoefficients(
    _ names: [String], _ compute: () throws -> [Coefficient]
  ) throws {
    for name in names {
      try add(name) {
        try compute().map { coefficient in
          switch name {
          case "t", "z": coefficient.statistic
          case _ where name.hasPrefix("p"): coefficient.pValue
          case _ where name.hasSuffix("_low"): coefficient.interval.lower
          case _ where name.hasSuffix("_high"): coefficient.interval.upper
          default: coefficient.standardError
          }
        }
      }
    }
  }
}
