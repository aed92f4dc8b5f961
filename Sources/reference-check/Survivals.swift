import Statistics

/// Times until an event.
let survivals: Family = [
  "survival.kaplan_meier": { reference in
    let data = try reference.eventTimes()
    let level = try reference.number("conf_level", default: 0.95)
    var results = Results()
    for transformation in KaplanMeier.Transformation.allCases {
      let curve = try KaplanMeier(
        times: data.times.span, events: data.events, transformation: transformation,
        level: level)
      results["time"] = curve.steps.map(\.time).referenceValue
      results["n_risk"] = curve.steps.map(\.atRisk).referenceValue
      results["n_event"] = curve.steps.map(\.events).referenceValue
      results["n_censor"] = curve.steps.map(\.censored).referenceValue
      results["survival"] = curve.steps.map(\.survival.estimate).referenceValue
      results["se_greenwood"] = curve.steps.map(\.standardError).referenceValue
      // Before the first event the library has exact limits, which the references have not:
      // either no limits or the share itself.
      guard !curve.steps.contains(where: { $0.limits == .exact }) || curve.eventCount == 0
      else { continue }
      let limits = curve.steps.map { $0.limits == .transformed ? $0.survival : nil }
      guard curve.eventCount > 0 || transformation == .logLog else { continue }
      let name = transformation.rawValue.lowercased()
      results["\(name)_low"] = limits.map { $0?.lower }.referenceValue
      results["\(name)_high"] = limits.map { $0?.upper }.referenceValue
    }
    return results
  },
  // With limits on the scale of the logarithm the references sort a curve that is not
  // monotone, and print other limits than their own summary: those names are left out.
  "survival.median": { reference in
    let data = try reference.eventTimes()
    let curve = try KaplanMeier(
      times: data.times.span, events: data.events,
      level: reference.number("conf_level", default: 0.95))
    let quartiles = try [0.25, 0.5, 0.75].map { try curve.quantile($0) }
    return [
      "q25_median_q75": quartiles.map(\.estimate).referenceValue,
      "loglog_low": quartiles.map(\.lower).referenceValue,
      "loglog_high": quartiles.map(\.upper).referenceValue,
    ]
  },
  "survival.restricted_mean": { reference in
    let data = try reference.eventTimes()
    let curve = try KaplanMeier(times: data.times.span, events: data.events)
    let mean = try RestrictedMeanSurvival(curve, until: reference.number("tau"))
    return ["rmst": .number(mean.estimate), "se": .number(mean.standardError)]
  },
  "survival.rmst_difference": { reference in
    let data = try reference.eventTimes(by: "group")
    func curve(_ arm: String) throws -> KaplanMeier {
      let name = try reference.text(arm)
      let rows = data.groups.indices.filter { data.groups[$0] == name }
      let times = rows.map { data.times[$0] }
      return try KaplanMeier(times: times.span, events: rows.map { data.events[$0] })
    }
    let difference = try RestrictedMeanDifference(
      curve("arm1"), curve("arm0"), until: reference.number("tau"),
      level: reference.number("conf_level", default: 0.95))
    return [
      "rmst_arm1": .number(difference.first.estimate),
      "se_arm1": .number(difference.first.standardError),
      "rmst_arm0": .number(difference.second.estimate),
      "se_arm0": .number(difference.second.standardError),
      "difference": .number(difference.effect.estimate),
      "ci95_low": .number(difference.effect.lower),
      "ci95_high": .number(difference.effect.upper),
      "p": .number(difference.pValue),
    ]
  },
  "survival.log_rank": { reference in
    let data = try reference.eventTimes(by: reference.text("group"))
    let names = Set(data.groups).sorted(by: inOrder)
    let numbers = data.groups.map { names.firstIndex(of: $0) ?? 0 }
    var results: Results = ["groups": .texts(names)]
    do {
      let test = try LogRankTest(times: data.times.span, events: data.events, groups: numbers)
      results["observed"] = test.groups.map(\.observedEvents).referenceValue
      results["expected"] = test.groups.map(\.expectedEvents).referenceValue
      results["chisq"] = .number(test.statistic)
      results["df"] = .number(test.degreesOfFreedom)
      results["p"] = .number(test.pValue)
      results["chisq_peto_rho1"] = .number(
        try LogRankTest(
          times: data.times.span, events: data.events, groups: numbers, weighting: .petoPeto
        ).statistic)
    } catch SampleError.noEvents {
      // Some references print a statistic of 0 where there is no test: nothing to compare.
      return results
    }
    return results
  },
]

extension ReferenceCase {
  fileprivate func eventTimes() throws -> (times: [Double], events: [Bool]) {
    let columns = try complete([text("time"), eventColumn])
    return (columns[0], columns[1].map { $0 == 1 })
  }

  fileprivate func eventTimes(
    by group: String
  ) throws -> (times: [Double], events: [Bool], groups: [String]) {
    let (times, events) = (try column(text("time")), try column(eventColumn))
    let groups = try texts(ofColumn: group)
    let rows = groups.indices.filter {
      times[$0] != nil && events[$0] != nil && groups[$0] != nil
    }
    return (
      rows.compactMap { times[$0] }, rows.compactMap { events[$0] }.map { $0 == 1 },
      rows.compactMap { groups[$0] }
    )
  }

  /// The column of a description such as 'status (1=event, 0=censored)'.
  private var eventColumn: String {
    get throws {
      let words = try text("event").split(separator: " ")
      guard let first = words.first else { throw CaseError.noParameter("event") }
      return String(first)
    }
  }
}
