import Statistics

/// Charts of a process over time.
let controlCharts: Family = [
  "control_chart.xmr_nhs": { reference in
    let values = try reference.values(reference.text("value"))
    let chart = try XmRChart(values.span)
    let improvesUp = try reference.text("improvement").hasPrefix("up")
    var results: Results = [
      "mean": .number(chart.mean), "mean_moving_range": .number(chart.meanMovingRange),
      "lower_limit": .number(chart.lowerLimit), "upper_limit": .number(chart.upperLimit),
      "mr_upper_limit_3.267": .number(chart.movingRangeLimit),
      "relative_to_mean": chart.points.map(\.side).referenceValue,
      "outside_limits": flags(chart, \.isOutsideLimits),
      "close_to_limits": flags(chart, \.isNearLimit),
      "shift_7": flags(chart, \.isPartOfShift),
      "trend_7": flags(chart, \.isPartOfTrend),
      "two_of_three": flags(chart, \.isPartOfTwoOfThree),
      "special_cause_type": chart.points.map { label($0.signal) }.referenceValue,
      "point_type": chart.points.map { point in
        point.signal.map {
          $0.isUpward == improvesUp ? "special_cause_improvement" : "special_cause_concern"
        } ?? "common_cause"
      }.referenceValue,
    ]
    let screened = try XmRChart(values.span, screening: true)
    results["special_cause_type_screened"] =
      screened.points.map { label($0.signal) }.referenceValue
    // Without any variation the references have no screened limits; the library has.
    if chart.meanMovingRange > 0 {
      results["screened_lower_limit"] = .number(screened.lowerLimit)
      results["screened_upper_limit"] = .number(screened.upperLimit)
    }
    return results
  },
  "control_chart.p_chart": { reference in
    let columns = try reference.complete([
      reference.text("events"), reference.text("denominator"),
    ])
    let chart = try PChart(
      counts: columns[0].map(wholeNumber), totals: columns[1].map(wholeNumber))
    return [
      "center": .number(chart.center),
      "lower": chart.points.map(\.lowerLimit).referenceValue,
      "upper": chart.points.map(\.upperLimit).referenceValue,
      "beyond_limits": places(chart.points.map(\.isOutsideLimits)),
    ]
  },
  "control_chart.cusum": { reference in
    let values = try reference.values(reference.text("value"))
    let chart = try CUSUMChart(
      values.span, shift: reference.number("se_shift"),
      decisionInterval: reference.number("decision_interval_se"))
    return [
      "center": .number(chart.center), "std_dev": .number(chart.standardDeviation),
      "pos": chart.points.map(\.upperSum).referenceValue,
      "neg": chart.points.map(\.lowerSum).referenceValue,
      "violations_upper": places(chart.points.map(\.isAbove)),
      "violations_lower": places(chart.points.map(\.isBelow)),
    ]
  },
]

private func flags(
  _ chart: XmRChart, _ isMarked: KeyPath<XmRChart.Point, Bool>
) -> ReferenceValue {
  chart.points.map { $0[keyPath: isMarked] ? 1 : 0 }.referenceValue
}

/// The places that are marked, counted from one.
private func places(_ marks: [Bool]) -> ReferenceValue {
  marks.indices.filter { marks[$0] }.map { $0 + 1 }.referenceValue
}

private func label(_ signal: ControlSignal?) -> String {
  guard let signal else { return "Common Cause" }
  let side = signal.isUpward ? "Above" : "Below"
  return switch signal.cause {
  case .outsideLimits: "\(side) \(signal.isUpward ? "UCL" : "LCL")"
  case .trend: "7 Point Trend (\(signal.isUpward ? "Increasing" : "Decreasing"))"
  case .twoOfThree: "2 in 3 \(side) CL"
  case .shift: "7 Points \(side) CL"
  }
}
