import Statistics

/// Effect sizes of pairs and of two groups.
let effectSizes: Family = [
  "effect_size.paired_dz": { reference in
    let (pre, post) = try reference.pairs()
    let level = try reference.number("conf_level", default: 0.95)
    var results: Results = ["n": .count(pre.count)]
    func effect() throws -> PairedEffectSize {
      try PairedEffectSize(pre.span, post.span, standardizer: .changes, level: level)
    }
    try results.add(["d_z", "g_z"]) {
      [try effect().interval.estimate, try effect().corrected.estimate]
    }
    let scale = 1 / Double(pre.count).squareRoot()
    try results.addNoncentralLimits("d_z_ci95", scale: scale) { try effect().interval }
    try results.addNoncentralLimits("g_z_ci95", scale: scale) { try effect().corrected }
    return results
  },
  "effect_size.paired_dav_and_variants": { reference in
    let (pre, post) = try reference.pairs()
    var results = Results()
    try results.add("sd_pre") { try Moments(pre.span).standardDeviation }
    try results.add("sd_post") { try Moments(post.span).standardDeviation }
    try results.add("r") {
      try PairedEffectSize(pre.span, post.span, standardizer: .changes).correlation
    }
    let standardizers: [(String, PairedEffectSize.Standardizer)] = [
      ("d_av_mean_of_sds", .average), ("d_rms_sqrt_mean_variance", .rootMeanSquare),
      ("d_rm", .repeatedMeasures), ("d_pre_sd", .before),
    ]
    for (name, standardizer) in standardizers {
      try results.add(name) {
        try PairedEffectSize(pre.span, post.span, standardizer: standardizer).interval.estimate
      }
    }
    try results.add("smcc_g_z") {
      try PairedEffectSize(pre.span, post.span, standardizer: .changes).corrected.estimate
    }
    try results.add("smcr_g_pre") {
      try PairedEffectSize(pre.span, post.span, standardizer: .before).corrected.estimate
    }
    return results
  },
  "effect_size.matched_rank_biserial": { reference in
    let (pre, post) = try reference.pairs()
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add("rank_biserial_zeros_dropped") {
      try MatchedRankBiserial(pre.span, post.span, level: level).interval.estimate
    }
    return results
  },
  "effect_size.cohens_d_hedges_g_glass": { reference in
    let (first, second) = try reference.twoGroups()
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    func effect() throws -> CohensD { try CohensD(first.span, second.span, level: level) }
    try results.add(["cohens_d", "hedges_g", "hedges_J_exact"]) {
      let effect = try effect()
      return [effect.interval.estimate, effect.hedgesG.estimate, effect.correction]
    }
    try results.add("cohens_d_unpooled_sd") { try effect().byMeanVariance }
    let scale = (1 / Double(first.count) + 1 / Double(second.count)).squareRoot()
    try results.addNoncentralLimits("d_ci", scale: scale) { try effect().interval }
    try results.addNoncentralLimits("g_ci", scale: scale) { try effect().hedgesG }
    try results.add("glass_delta_group2_sd") {
      try GlassDelta(first.span, second.span, level: level).interval.estimate
    }
    try results.addNoncentralLimits("glass_ci", scale: scale) {
      try GlassDelta(first.span, second.span, level: level).interval
    }
    return results
  },
  "effect_size.rank_biserial_cliff_vda_ps": { reference in
    let (first, second) = try reference.twoGroups()
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    try results.add(
      [
        "rank_biserial", "cliffs_delta", "rb_ci_low", "rb_ci_high", "prob_superiority_nonparam",
        "vargha_delaney_A", "ps_ci_low", "ps_ci_high",
      ]
    ) {
      let effect = try RankBiserial(first.span, second.span, level: level)
      let (plain, superiority) = (effect.interval, effect.probabilityOfSuperiority)
      return [
        plain.estimate, plain.estimate, plain.lower, plain.upper, superiority.estimate,
        superiority.estimate, superiority.lower, superiority.upper,
      ]
    }
    try results.add(
      ["prob_superiority_parametric", "psp_ci_low", "psp_ci_high", "cohens_u3"]
    ) {
      let effect = try CohensD(first.span, second.span, level: level)
      let superiority = effect.probabilityOfSuperiority
      return [
        superiority.estimate, superiority.lower, superiority.upper, effect.nonoverlap,
      ]
    }
    return results
  },
]

extension Results {
  /// Adds limits that invert the noncentral t distribution, where references have them.
  ///
  /// The references were searched with R's `pt`, whose help says that it does not hold for a
  /// noncentrality beyond 37.62.
  fileprivate mutating func addNoncentralLimits(
    _ name: String, scale: Double, _ compute: () throws -> Interval
  ) throws {
    let largest = 37.62
    let limits = try? compute()
    if let limits, Swift.max(abs(limits.lower), abs(limits.upper)) > largest * scale { return }
    try addLimits(name, compute)
  }
}
