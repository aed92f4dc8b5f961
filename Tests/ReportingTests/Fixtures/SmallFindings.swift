import EvaluationData

/// A handful of findings, small enough to read what becomes of them.
enum SmallFindings {
  static let members = Named("members", label: "Members")
  static let gender = Named("gender", label: "Gender")
  static let women = Named("women", label: "Women")
  static let men = Named("men", label: "Men | others, \"all\" men")

  static func findings(hiding hidden: Double = 3) -> [Finding] {
    func finding(
      _ statistic: Statistic, _ method: Method, level: Named, value: Double,
      limits: Finding.Limits? = nil, base: Int? = 58, p: Double? = nil, verdict: Verdict? = nil
    ) -> Finding {
      Finding(
        .representativeness, source: members, variable: gender, level: level,
        statistic: statistic, method: method, value: value, limits: limits, n: base, base: base,
        p: p, adjustedP: p, verdict: verdict)
    }
    let around = { (lower: Double, upper: Double) in
      Finding.Limits(lower: lower, upper: upper, level: 0.95)
    }
    let shown = [
      finding(.count, .counted, level: women, value: 41),
      finding(
        .share, .wilson, level: women, value: 41.0 / 58, limits: around(0.579684651, 0.808571982)),
      finding(.targetShare, .published, level: women, value: 0.51, base: nil),
      finding(
        .gap, .exactBinomial, level: women, value: 41.0 / 58 - 0.51,
        limits: around(0.069684651, 0.298571982), p: 0.00291, verdict: .clear),
    ]
    let few = [
      finding(.count, .counted, level: men, value: hidden),
      finding(
        .share, .wilson, level: men, value: hidden / 58,
        limits: around(hidden / 100, hidden / 30)),
      finding(
        .gap, .exactBinomial, level: men, value: hidden / 58 - 0.49,
        limits: around(hidden / 100 - 0.49, hidden / 30 - 0.49), p: hidden / 10_000,
        verdict: .clear),
    ].map { $0.hidden(.suppressed, note: "fewer than 5") }
    let target = finding(.targetShare, .published, level: men, value: 0.49, base: nil)
    return shown + few + [target]
  }
}
