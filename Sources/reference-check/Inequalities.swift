import Statistics

/// Inequality, diversity, net score and families of tests.
let inequalities: Family = [
  "inequality.gini_theil": { reference in
    let values = try reference.values(reference.text("column"))
    var results: Results = ["n": .count(values.count)]
    try results.add(["gini", "gini_n_over_n_minus_1"]) {
      let gini = try GiniCoefficient(values.span)
      return [gini.value, gini.corrected]
    }
    let theil = try TheilIndex(values.span)
    results["theil_T"] = .number(theil.t)
    results["theil_L_mld"] = theil.l.referenceValue
    try results.add("coef_var_population") { try CoefficientOfVariation(values.span).value }
    try results.add("hoover_ricci_schutz") { try HooverIndex(values.span).value }
    try results.add("atkinson_0.5") { try AtkinsonIndex(values.span, aversion: 0.5).value }
    return results
  },
  "inequality.weighted_gini": { reference in
    let columns = try reference.complete([reference.text("value"), reference.text("weight")])
    let (values, weights) = (columns[0], columns[1])
    let gini = ReferenceValue.number(
      try GiniCoefficient(values.span, weights: weights.span).value)
    return ["gini_laeken": gini, "gini_desctools_unbiased_false": gini]
  },
  "inequality.index_of_dissimilarity": { reference in
    let columns = try reference.complete([reference.text("a"), reference.text("b")])
    return ["D": .number(try DissimilarityIndex(counts: columns[0], reference: columns[1]).value)]
  },
  "diversity.shannon_simpson_pielou": { reference in
    let counts = try reference.values(reference.text("column")).map(wholeNumber)
    let diversity = try Diversity(counts: counts)
    return [
      "richness": .count(diversity.richness),
      "shannon_nats": .number(diversity.shannon),
      "shannon_bits": .number(diversity.shannonBits),
      "simpson_blau_1_minus_sum_p2": .number(diversity.blau),
      "inverse_simpson": .number(diversity.inverseSimpson),
      "simpson_unbiased_n_n_minus_1": diversity.unbiasedSimpson.referenceValue,
      "pielou_observed_categories": diversity.evennessOfUsed.referenceValue,
      "pielou_declared_categories": diversity.evenness.referenceValue,
      "blau_normalised": diversity.normalizedBlau.referenceValue,
    ]
  },
  "diversity.kullback_leibler": { reference in
    let (p, q) = (try reference.numbers("p"), try reference.numbers("q"))
    var results = Results()
    try results.add(["kl_nats", "kl_bits"]) {
      let divergence = try KullbackLeiblerDivergence(p, reference: q)
      return [divergence.value, divergence.bits]
    }
    try results.add("jensen_shannon_divergence_bits") { try JensenShannonDivergence(p, q).bits }
    return results
  },
  "multiplicity.p_adjust": { reference in
    let pValues = try reference.optionalNumbers("p")
    var results = Results()
    for (name, method) in [
      ("bonferroni", MultipleComparisons.bonferroni), ("holm", .holm), ("hochberg", .hochberg),
      ("hommel", .hommel), ("BH", .benjaminiHochberg), ("BY", .benjaminiYekutieli),
      ("sidak", .sidak),
    ] {
      try results.add(name) {
        var adjusted = try adjustedPValues(pValues.compactMap(\.self), by: method)[...]
        return pValues.map { $0 == nil ? nil : adjusted.popFirst() }
      }
    }
    return results
  },
  "nps": { reference in
    let scores = try reference.values(reference.text("column"))
    let promoters = scores.count { $0 >= 9 }
    let detractors = scores.count { $0 <= 6 }
    let score = try NetScore(
      promoters: promoters, passives: scores.count - promoters - detractors,
      detractors: detractors, level: reference.number("conf_level", default: 0.95))
    var results: Results = [
      "n": .count(score.count), "promoters": .count(promoters),
      "passives": .count(scores.count - promoters - detractors),
      "detractors": .count(detractors), "nps": .number(score.interval.estimate),
      "se": .number(score.standardError),
    ]
    // Where Wald's interval has no width the library gives another, and it stops at the ends
    // of the scale: the references do neither.
    let ends = [score.interval.lower, score.interval.upper]
    if score.method == .wald, ends.allSatisfy({ abs($0) < 100 }) {
      results["ci95_low"] = .number(ends[0])
      results["ci95_high"] = .number(ends[1])
    }
    return results
  },
]
