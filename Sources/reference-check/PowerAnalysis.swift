import Statistics

/// Power and sample size.
let powerAnalysis: Family = [
  "power.t_two.sample": { try power(.independent, $0) },
  "power.t_paired": { try power(.paired, $0) },
  "power.sample_size_t_two.sample": { try sampleSize(.independent, $0) },
  "power.sample_size_t_paired": { try sampleSize(.paired, $0) },
  "power.two_proportions": { reference in
    let (count, first, second, significance) = (
      try reference.number("n_per_group"), try reference.number("p1"),
      try reference.number("p2"), try reference.number("alpha")
    )
    var results = Results()
    try results.add([
      "power_pooled_null_strict", "power_pooled_null_nonstrict", "cohen_h",
      "power_arcsine_pwr",
    ]) {
      let power = try TwoProportionsPower(
        count: count, first: first, second: second, significance: significance)
      return [power.power, power.rightSide, power.cohensH, power.arcsinePower]
    }
    for (percent, wanted) in [(80, 0.8), (90, 0.9)] {
      try results.add("n_per_group_power\(percent)") {
        try TwoProportionsPower.count(
          first: first, second: second, power: wanted, significance: significance)
      }
      try results.add("mde_p2_above_p1_power\(percent)") {
        try TwoProportionsPower.detectableProportion(
          above: first, count: count, power: wanted, significance: significance)
      }
    }
    return results
  },
]

private func power(_ design: TTestPower.Design, _ reference: ReferenceCase) throws -> Results {
  let (count, effect, significance) = (
    try reference.number("n_per_group_or_pairs"), try reference.number("effect_d"),
    try reference.number("alpha")
  )
  var results = Results()
  try results.add(["power_strict", "pwr_power", "power_nonstrict"]) {
    let power = try TTestPower(
      design, count: count, effect: effect, significance: significance)
    return [power.power, power.power, power.power - power.wrongSide]
  }
  try results.add("power_one_sided") {
    try TTestPower(
      design, count: count, effect: effect, significance: significance, alternative: .greater
    ).power
  }
  for (percent, wanted) in [(80, 0.8), (90, 0.9)] {
    try results.add("mde_d_power\(percent)") {
      try TTestPower.detectableEffect(
        design, count: count, power: wanted, significance: significance)
    }
  }
  return results
}

private func sampleSize(
  _ design: TTestPower.Design, _ reference: ReferenceCase
) throws -> Results {
  let (effect, power, significance) = (
    try reference.number("effect_d"), try reference.number("power"),
    try reference.number("alpha")
  )
  var results = Results()
  try results.add(["n_exact", "n_ceiling"]) {
    let count = try TTestPower.count(
      design, effect: effect, power: power, significance: significance)
    return [count, count.rounded(.up)]
  }
  return results
}
