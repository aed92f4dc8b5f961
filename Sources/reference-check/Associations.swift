import Statistics

/// Associations of two measures.
let associations: Family = [
  "correlation.pearson": { reference in
    let (x, y) = try reference.correlatedPairs()
    var results = Results()
    try results.add(["n", "r"]) {
      let correlation = try PearsonCorrelation(x.span, y.span)
      return [correlation.count, correlation.coefficient]
    }
    try results.add(["t", "df", "p", "log10_p"]) {
      let test = try PearsonCorrelation(x.span, y.span).test()
      return [test.statistic, test.degreesOfFreedom, test.pValue, test.logPValue]
    }
    try results.addLimits(["ci90", "ci95", "ci99"]) {
      try PearsonCorrelation(x.span, y.span).interval(level: $0)
    }
    return results
  },
  "correlation.fisher_z_ci": { reference in
    let (r, n) = (try reference.number("r"), try reference.integer("n"))
    var results = Results()
    try results.add("z") { try FisherInterval(coefficient: r, count: n).transformed }
    try results.addLimits(["ci90", "ci95", "ci99"]) {
      try FisherInterval(coefficient: r, count: n, level: $0).interval
    }
    return results
  },
  "correlation.spearman": { reference in
    let (x, y) = try reference.correlatedPairs()
    var results = Results()
    try results.add(["n", "rho", "S"]) {
      let correlation = try SpearmanCorrelation(x.span, y.span)
      return [correlation.count, correlation.coefficient, correlation.squaredRankDifferences]
    }
    try results.add("p") { try SpearmanCorrelation(x.span, y.span).pValue().value }
    try results.add("p_t_approx") { try SpearmanCorrelation(x.span, y.span).test().pValue }
    try results.add("p_t_approx_continuity") {
      try SpearmanCorrelation(x.span, y.span).test(continuity: true).pValue
    }
    let exact = try? SpearmanCorrelation(x.span, y.span).pValue()
    if let exact, exact.method == .exact { results["p_exact"] = .number(exact.value) }
    try results.add(["fisher_ci_low", "fisher_ci_high"]) {
      let interval = try SpearmanCorrelation(x.span, y.span).fisherInterval()
      return [interval.lower, interval.upper]
    }
    try results.add(["bonett_wright_low", "bonett_wright_high"]) {
      let interval = try SpearmanCorrelation(x.span, y.span).interval()
      return [interval.lower, interval.upper]
    }
    return results
  },
  "correlation.kendall_tau_b": { reference in
    let (x, y) = try reference.correlatedPairs()
    var results = Results()
    try results.add(["n", "tau_b"]) {
      let correlation = try KendallCorrelation(x.span, y.span)
      return [correlation.count, correlation.coefficient]
    }
    try results.add("p") { try KendallCorrelation(x.span, y.span).pValue().value }
    try results.add("z") { try KendallCorrelation(x.span, y.span).standardized() }
    try results.add("p_normal") { try KendallCorrelation(x.span, y.span).normalPValue() }
    try results.add("p_normal_continuity") {
      try KendallCorrelation(x.span, y.span).normalPValue(continuity: true)
    }
    let exact = try? KendallCorrelation(x.span, y.span).pValue()
    if let exact, exact.method == .exact { results["p_exact"] = .number(exact.value) }
    return results
  },
  "correlation.point_biserial": { reference in
    let columns = try reference.complete([
      try reference.text("binary"), try reference.text("value"),
    ])
    let (holds, values) = (columns[0].map { $0 == columns[0].max() && $0 != 0 }, columns[1])
    var results = Results()
    try results.add("r") { try PearsonCorrelation(holds, values.span).coefficient }
    try results.add("p") { try PearsonCorrelation(holds, values.span).test().pValue }
    try results.addLimits(["ci95"]) {
      try PearsonCorrelation(holds, values.span).interval(level: $0)
    }
    return results
  },
  "correlation.polychoric": { reference in
    let table = try reference.rows().map { try $0.map(wholeNumber) }
    var results = Results()
    try results.add(["rho_two_step", "rho_ml", "se_ml"]) {
      let correlation = try PolychoricCorrelation(table: table)
      return [
        correlation.twoStep, correlation.interval.estimate, correlation.standardError,
      ]
    }
    return results
  },
]

extension ReferenceCase {
  /// The pairs of which both values are there, perhaps only the first of them.
  func correlatedPairs() throws -> (x: [Double], y: [Double]) {
    let columns = try complete([try text("x", default: "x"), try text("y", default: "y")])
    let digits = try text("rows", default: "").filter(\.isNumber)
    guard let first = Int(digits) else { return (columns[0], columns[1]) }
    return (Array(columns[0].prefix(first)), Array(columns[1].prefix(first)))
  }
}

extension Results {
  /// Adds the limits at the levels that the names state in per cent.
  mutating func addLimits(
    _ names: [String], _ interval: (Double) throws -> Interval
  ) throws {
    for name in names {
      guard let level = Double(name.filter(\.isNumber)) else { continue }
      try add(["\(name)_low", "\(name)_high"]) {
        let interval = try interval(level / 100)
        return [interval.lower, interval.upper]
      }
    }
  }
}
