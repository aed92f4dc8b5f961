import Statistics

/// The bootstrap over draws that a case states.
let resampling: Family = [
  "bootstrap.fixed_indices": { reference in
    let table = try reference.table
    let column = try reference.text("column", default: table.names.first ?? "")
    let values = try reference.values(column)
    let base = try reference.number("index_base", default: 1)
    let draws = try reference.table(named: reference.text("indices_csv"))
    let columns = try draws.names.map { try draws.column($0) }
    let drawn = try (0..<draws.rowCount).map { row in
      try columns.compactMap { try $0[row].map { try wholeNumber($0 - base) } }
    }
    let statistic = try reference.text("statistic")
    let level = try reference.number("conf_level", default: 0.95)
    func bootstrap() throws -> Bootstrap {
      try Bootstrap(values.span, drawn: drawn) { sample throws(SampleError) in
        switch statistic {
        case "mean": try mean(sample)
        case "median": try median(sample)
        default: try Moments(sample).standardDeviation
        }
      }
    }
    guard ["mean", "median", "sd"].contains(statistic) else {
      throw CaseError.notUnderstood(statistic)
    }
    var results = Results()
    try results.add(["t0", "replicates_mean", "replicates_sd"]) {
      let bootstrap = try bootstrap()
      return [
        bootstrap.estimate, try mean(bootstrap.replicates.span), try bootstrap.standardError,
      ]
    }
    try results.add("z0_mid") { try bootstrap().medianBias }
    for (name, interval) in [
      ("percentile_type7", Bootstrap.percentileInterval),
      ("scipy_percentile", Bootstrap.percentileInterval),
      ("scipy_basic", Bootstrap.basicInterval), ("normal_boot", Bootstrap.normalInterval),
      ("scipy_BCa", Bootstrap.correctedInterval),
    ] {
      try results.add(name) {
        let interval = try interval(bootstrap())(level)
        return [interval.lower, interval.upper]
      }
    }
    return results
  }
]
